import { describe, expect, it } from 'vitest';
import { mistakeCodes, playScript, readScript, type Mistake } from '../engine/index.ts';
import { mistakeLine, mistakeText } from './script-text.ts';

const header = 'queues: { sales: {} }\nagents: { ana: { queues: sales } }\n====\n';

function mistakesOf(text: string): readonly Mistake[] {
  const read = readScript(text);
  if (!read.ok) return read.mistakes;
  const played = playScript(read.script);
  return played.ok ? [] : played.mistakes;
}

/** What is written, and what is said of it. */
const cases: readonly (readonly [steps: string, sentence: string])[] = [
  ['# nothing', 'The script has no step. Write what happens, a line ----, and what should come of it.'],
  [
    '08:00 ana available',
    'After this input a line ---- is missing, which begins the expected output. Where nothing is expected, it stands alone.',
  ],
  ['----', 'No input stands above this ----. Write what happens, or "wait".'],
  ['08:00 ana available\n----\n----', 'A second ---- in one step. Put a blank line between two steps.'],
  [
    '08:00 ana available\n----\n# x',
    'A comment inside the expected output would be lost when it is rewritten. Put it above the step.',
  ],
  [
    '8:0 ana available\n----',
    '"8:0" is no time after the day begins. Write 08:00:18, 08:00:18.250, 08:00:18+1 for the next day, or +5s.',
  ],
  [
    '08:01 ana available\n08:00 ana idle\n----',
    'Time never runs backwards (GEN-01): it is 08:01:00 already. Write a later time, or leave it out.',
  ],
  ['wait; ana idle\n----', 'A wait has a line of its own: it moves the time on.'],
  ['08:00 ana available; wait\n----', 'A wait has a line of its own: it moves the time on.'],
  ['wait 5\n----', '"5" cannot be waited for. Write "wait", "wait 30s" or "wait until 08:02:30".'],
  ['wait\n----', 'Nothing will happen by itself any more, so this wait would have no end. Take it out.'],
  [
    '08:00 ana avialable\n----',
    '"ana avialable" is not something that can be said. Did you mean "ana available"?',
  ],
  [
    '08:00 lunch\n----',
    '"lunch" is not something that can be said. An input begins with an agent, with call and its number, with "the supervisor", or is a wait.',
  ],
  [
    '08:00 the supervisor sings\n----',
    '"the supervisor sings" is not something that can be said. What begins like it: "the external party of call N hangs up", "the connect of call N fails"',
  ],
  [
    '08:00 ana available;\n----',
    'Nothing is said here. Write what happens, or take the semicolon out; to let time pass, write "wait until 08:02:30".',
  ],
  ['08:00 anna available\n----', 'There is no agent "anna". Did you mean "ana"?'],
  ['08:00 call 1 arrives at help\n----', 'There is no queue or workstream "help". Known: sales.'],
  [
    '08:00 the reset of total becomes immediate\n----',
    'There is no capacity profile "total". The header has none.',
  ],
  ['08:00 ana accepts call 1\n----', 'Call 1 has not arrived. Let it arrive first, or correct the number.'],
  ['08:00 call 3 arrives at sales\n----', 'Calls are numbered as they arrive: this one is call 1, not 3.'],
  [
    '08:00 call 1 arrives at sales\ncall 1 arrives at sales\n----',
    'Call 1 has arrived already, in line 4. The next one is call 2.',
  ],
  [
    '08:00 call 1 arrives at sales; call 1 hangs up\n----',
    'Call 1 arrives in this very line; what happens to it afterwards stands in a line of its own.',
  ],
  ['08:00 call x arrives at sales\n----', '"x" cannot be read. Write the number of a call: 1, 2, 3.'],
  [
    '08:00 call 1 arrives at sales from home\n----',
    '"home" cannot be read. Write a telephone number like 5550100 or +33 1 23 45 67 89.',
  ],
  [
    '08:00 call 1 arrives at sales\ncall 1 presses A\n----',
    '"A" cannot be read. Write one key of a telephone: 0 to 9, * or #.',
  ],
  [
    '08:00 priority of sales becomes 1.5\n----',
    '"1.5" cannot be read. Write a whole number up to a million.',
  ],
  [
    '08:00 ringTimeout of sales becomes soon\n----',
    '"soon" cannot be read. Write a length of time like 30s or 4m10s.',
  ],
];

describe('a mistake in a script', () => {
  it.each(cases)('%j is answered with a sentence that says how to mend it', (steps, sentence) => {
    const [mistake, ...more] = mistakesOf(`${header}${steps}\n`);
    if (!mistake) throw new Error('no mistake');
    expect(more).toEqual([]);
    expect(mistakeText(mistake)).toContain(sentence);
  });

  it('has its place and its code in front', () => {
    const [mistake] = mistakesOf(`${header}08:00 anna available\n----\n`);
    expect(mistakeLine(mistake!, 'my.flow')).toBe(
      'my.flow:4:7 E-FLOW-NAME: There is no agent "anna". Did you mean "ana"?',
    );
  });

  it('may be a header without an end', () => {
    const [mistake] = mistakesOf('queues: { sales: {} }\n');
    expect(mistakeText(mistake!)).toContain('end it with a line ====');
  });

  it('has a sentence here for every code', () => {
    const codes = new Set(
      cases.flatMap(([steps]) => mistakesOf(`${header}${steps}\n`).map(({ code }) => code)),
    );
    expect(
      Object.keys(mistakeCodes).filter(
        (code) => code !== 'E-FLOW-HEADER' && !codes.has(code as Mistake['code']),
      ),
    ).toEqual([]);
  });
});
