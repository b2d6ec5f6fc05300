import { describe, expect, it } from 'vitest';
import { differenceLines, flowProblemLine, runFlow, type FlowOutcome } from './flow.ts';

const header = '# A title.\nqueues: { sales: {} }\nagents: { ana: { queues: sales } }\n\n====\n\n';

function ran(text: string): Extract<FlowOutcome, { ok: true }> {
  const outcome = runFlow(text);
  if (!outcome.ok)
    throw new Error(outcome.problems.map((problem) => flowProblemLine(problem, 'f')).join('\n'));
  return outcome;
}

describe('a script that is run', () => {
  it("brings what is in the house's own example", () => {
    const text = `${header}08:00:00 ana available; call 1 arrives at sales
----
08:00:00 ring ana for call 1 (until 08:00:18)

wait
----
08:00:18 withdraw call 1 from ana: no answer; ana inactive (RONA)
08:00:18 call 1 back in sales at rank 1
`;
    expect(ran(text)).toEqual({ ok: true, steps: 2, differences: [], text });
  });

  it('has its expected output rewritten, and its comments, inputs and blank lines left as they are', () => {
    const text = `${header}# one

# two
08:00:00 ana available  # she is there
# three
call 1 arrives at sales
----
what nobody expects
nor this



wait 1s
----
nothing of the kind

# four
wait
----
# five`.replace('----\n# five', '----');
    expect(ran(text).text).toBe(`${header}# one

# two
08:00:00 ana available  # she is there
# three
call 1 arrives at sales
----
08:00:00 ring ana for call 1 (until 08:00:18)



wait 1s
----

# four
wait
----
08:00:18 withdraw call 1 from ana: no answer; ana inactive (RONA)
08:00:18 call 1 back in sales at rank 1`);
  });

  it('keeps the line ends of its file', () => {
    const text = `${header}08:00:00 ana available; call 1 arrives at sales\n----\n`.replaceAll('\n', '\r\n');
    expect(ran(text).text).toBe(`${text}08:00:00 ring ana for call 1 (until 08:00:18)\r\n`);
  });

  it('is as expected once it has been rewritten', () => {
    const once = ran(`${header}08:00:00 ana available; call 1 arrives at sales\nwait\n----\nx\n`);
    expect(once.differences).toHaveLength(1);
    expect(ran(once.text).differences).toEqual([]);
  });

  it('shows the rules and the reasons when it is told to', () => {
    const text = `show: reasons\n${header}08:00:00 call 1 arrives at sales\n----\n`;
    const [difference] = ran(text).differences;
    expect(difference?.actual).toEqual([
      expect.stringMatching(/^08:00:00 call 1 in sales at rank 1 \[RT-02\]$/),
      expect.stringMatching(/^08:00:00 nobody can take call 1 \[AS-03\]$/),
      expect.stringMatching(/^ {2}ana: .*signed out/),
    ]);
    expect(ran(ran(text).text).differences).toEqual([]);
  });
});

describe('a difference', () => {
  const lines = (expected: readonly string[], actual: readonly string[]) =>
    differenceLines({ line: 9, expected, actual });

  it('shows what is missing, what came instead, and what is the same, with the lines of the file', () => {
    expect(lines(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([' 9   a', '10 - b', '   + x', '11   c']);
  });

  it('finds what is the same though something was put in or taken out', () => {
    expect(lines(['a', 'b'], ['x', 'a', 'b'])).toEqual(['   + x', ' 9   a', '10   b']);
    expect(lines(['a', 'b', 'c'], ['c'])).toEqual([' 9 - a', '10 - b', '11   c']);
    expect(lines([], ['a'])).toEqual(['  + a']);
    expect(lines(['a'], [])).toEqual([' 9 - a']);
  });
});

describe('a script with mistakes', () => {
  it('says those of the header and of the steps in the order of the file', () => {
    const outcome = runFlow(
      'queues: { sales: { prioritty: 1 } }\nagents: { ana: { queues: sales } }\n====\n08:00 ana available\n',
    );
    if (outcome.ok) throw new Error('no mistake');
    expect(outcome.problems.map((problem) => flowProblemLine(problem, 'f.flow'))).toEqual([
      expect.stringMatching(/^f\.flow:1:20 E-KEY queues\.sales\.prioritty: .*Did you mean "priority"\?$/),
      expect.stringMatching(/^f\.flow:4:1 E-FLOW-DASHES: /),
    ]);
  });

  it('never makes the reader throw, whatever the text', () => {
    const pieces = [
      '====',
      '----',
      '\n',
      '\r\n',
      'wait',
      'call 1',
      ' arrives at sales',
      'ana',
      ';',
      '#',
      '+',
      '08:00',
      '\u0000',
      '{',
      ':',
      ' ',
    ];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join('');
      expect(() => runFlow(header + text)).not.toThrow();
      expect(() => runFlow(text)).not.toThrow();
    }
  });

  it('is told its first few hundred mistakes, and not kept busy by the rest', () => {
    const outcome = runFlow(
      `${header}${'08:00 ana yodels at length\n'.repeat(20_000)}----\n${'x'.repeat(100_000)}\n`,
    );
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.problems).toHaveLength(300);
  });

  it('may have a very long line', () => {
    const outcome = runFlow(`${header}08:00 ${'the limit of ana in x becomes '.repeat(20_000)}\n----\n`);
    expect(outcome.ok || outcome.problems.length).toBe(1);
  });
});
