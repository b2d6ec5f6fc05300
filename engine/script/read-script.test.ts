import { describe, expect, it } from 'vitest';
import { mistakeCodes, type MistakeCode } from './mistakes.ts';
import { playScript } from './player.ts';
import { readScript } from './read-script.ts';

const header =
  'queues: { sales: {}, help: {} }\nagents: { ana: { queues: sales }, ben: { queues: [sales, help] } }\n====\n';
/** The line of the first input below the header. */
const first = header.split('\n').length;

const mistakesOf = (text: string) => {
  const read = readScript(text);
  if (!read.ok) return read.mistakes;
  const played = playScript(read.script);
  return played.ok ? [] : played.mistakes;
};

/** The code and the place of each mistake in steps below the usual header; lines count from the first of them. */
const places = (steps: string): [MistakeCode, number, number][] =>
  mistakesOf(header + steps).map(({ code, line, column }) => [code, line - first + 1, column]);

describe('a script', () => {
  it('is read into moments with times, moves and the expected output', () => {
    const read = readScript(
      `${header}08:00:00.250 ana available; call 1 arrives at help  # both at once\n----\nsome output\n`,
    );
    expect(read).toMatchObject({
      ok: true,
      script: {
        steps: [
          {
            line: first + 2,
            expected: ['some output'],
            moments: [
              {
                kind: 'moves',
                at: { instant: 28_800_250 },
                moves: [
                  { input: 'presenceChosen', agent: 0, presence: 'available' },
                  { input: 'contactArrived', call: 1, entry: 1, caller: null, withheld: false },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('has times of day, of the next day, lengths from the present, and waits', () => {
    const read = readScript(
      `${header}08:00 ana available\n+1m30s ana idle\nwait\nwait 2m\nwait until 07:00:00+1\n----\n`,
    );
    expect(read.ok && read.script.steps[0]?.moments).toMatchObject([
      { kind: 'moves', at: { instant: 28_800_000 } },
      { kind: 'moves', at: { after: 90_000 } },
      { kind: 'wait' },
      { kind: 'wait', until: { after: 120_000 } },
      { kind: 'wait', until: { instant: 111_600_000 } },
    ]);
  });

  it('knows its centre by the scenario language, with demand, talk time and days filled in', () => {
    const read = readScript(`${header}08:00 ana available\n----\n`);
    if (!read.ok) throw new Error('wrong');
    const { routing } = read.script.setup;
    expect(routing.queues.map(({ name }) => name)).toEqual(['sales', 'help']);
    expect(routing.agents.map(({ name, queues }) => [name, queues])).toEqual([
      ['ana', [0]],
      ['ben', [0, 1]],
    ]);
    expect(routing.entries.map(({ name }) => name)).toEqual(['sales', 'help']);
    expect(read.script.options).toEqual({ show: 'essentials', connectAfter: 0 });
  });

  it('may let calls arrive at a workstream, or at a demand with attributes', () => {
    const read = readScript(
      [
        'queues: { sales: {}, gold: {} }',
        'agents: { ana: { queues: [sales, gold] } }',
        'workstreams: { main: { rules: [{ when: { tier: gold }, to: gold }], fallback: sales } }',
        'demand: { vip: { workstream: main, attributes: { tier: gold } } }',
        '====',
        '08:00 call 1 arrives at vip',
        '----',
      ].join('\n'),
    );
    expect(read.ok && read.script.setup.routing.entries.map(({ name }) => name)).toEqual([
      'vip',
      'sales',
      'gold',
    ]);
  });
});

describe('a mistake in a header', () => {
  const problemsOf = (text: string) => {
    const read = readScript(text);
    return read.ok
      ? []
      : read.problems.map(({ code, line, column, params }) => [code, line, column, params['nearest']]);
  };
  const step = '====\n08:00 ana available\n----\n';

  it('has the code, the line and the column it has in a scenario', () => {
    expect(
      problemsOf(
        `# Title\nqueues: { sales: { ringTimeou: 5s } }\nagents: { ana: { queues: sale } }\n${step}`,
      ),
    ).toEqual([
      ['E-KEY', 2, 20, 'ringTimeout'],
      ['E-REF', 3, 26, 'sales'],
    ]);
  });

  it('is a key that only means something where days are simulated', () => {
    expect(
      problemsOf(`queues: { sales: {} }\nagents: { ana: { queues: sales } }\nexpect: []\n${step}`),
    ).toEqual([['E-PLACE', 3, 1, undefined]]);
  });

  it('is a word that `show` does not know', () => {
    expect(
      problemsOf(`queues: { sales: {} }\nagents: { ana: { queues: sales } }\nshow: reason\n${step}`),
    ).toEqual([['E-CHOICE', 3, 7, 'reasons']]);
  });

  it('is a `connectAfter` that is no length, or a long one', () => {
    expect(
      problemsOf(`queues: { sales: {} }\nagents: { ana: { queues: sales } }\nconnectAfter: soon\n${step}`),
    ).toEqual([['E-FORMAT', 3, 15, undefined]]);
    expect(
      problemsOf(`queues: { sales: {} }\nagents: { ana: { queues: sales } }\nconnectAfter: 5m\n${step}`),
    ).toEqual([['E-RANGE', 3, 15, undefined]]);
  });

  it('does not hide what is wrong with the shape of the steps', () => {
    const read = readScript(`queues: { sales: {} }\n====\n08:00 ana available\n`);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map(({ code }) => code)).toEqual(['E-MISSING']);
    expect(read.mistakes.map(({ code }) => code)).toEqual(['E-FLOW-DASHES']);
  });
});

/** What is wrong, the steps, and the one mistake in them: code, line, column. */
const cases: readonly (readonly [title: string, steps: string, mistake: [MistakeCode, number, number]])[] = [
  ['no step', '# nothing\n', ['E-FLOW-STEPS', 0, 1]],
  ['inputs without ----', '08:00 ana available\n\nwait 1s\n----\n', ['E-FLOW-DASHES', 1, 1]],
  ['---- without inputs', '----\nsomething\n', ['E-FLOW-DASHES', 1, 1]],
  ['a second ----', '08:00 ana available\n----\n----\n', ['E-FLOW-DASHES', 3, 1]],
  ['a comment in the expected output', '08:00 ana available\n----\n# why\n', ['E-FLOW-COMMENT', 3, 1]],
  ['a time that cannot be read', '8:61 ana available\n----\n', ['E-FLOW-TIME', 1, 1]],
  ['a length that cannot be read', '+5 ana available\n----\n', ['E-FLOW-TIME', 1, 1]],
  ['a time that has passed', '08:01 ana available\n08:00 ana idle\n----\n', ['E-FLOW-BACKWARDS', 2, 1]],
  [
    'a wait until a time that has passed',
    '08:01 ana available\nwait until 08:00\n----\n',
    ['E-FLOW-BACKWARDS', 2, 6],
  ],
  [
    'a time that has passed by the end of a wait',
    '08:00 ana available; call 1 arrives at sales\nwait\n08:00:17 ana idle\n----\n',
    ['E-FLOW-BACKWARDS', 3, 1],
  ],
  ['a wait that shares its line', '08:00 ana available; wait 5s\n----\n', ['E-FLOW-WAIT', 1, 22]],
  ['a wait with another input', '08:00 ana available\nwait 5s; ana idle\n----\n', ['E-FLOW-WAIT', 2, 1]],
  ['a wait without a unit', '08:00 ana available\nwait 5\n----\n', ['E-FLOW-WAIT', 2, 6]],
  ['a wait for nothing', '08:00 ana available\nwait\n----\n', ['E-FLOW-NOTHING', 2, 1]],
  ['a phrase with a slip of the pen', '08:00 ana availble\n----\n', ['E-FLOW-PHRASE', 1, 11]],
  ['a phrase that is none', '08:00 ana yodels\n----\n', ['E-FLOW-PHRASE', 1, 7]],
  ['an empty phrase', '08:00 ana available;\n----\n', ['E-FLOW-PHRASE', 1, 21]],
  ['an unknown agent', '08:00 anna available\n----\n', ['E-FLOW-NAME', 1, 7]],
  ['an unknown queue', '08:00 call 1 arrives at sale\n----\n', ['E-FLOW-NAME', 1, 25]],
  ['a call that has not arrived', '08:00 ana accepts call 1\n----\n', ['E-FLOW-CALL', 1, 24]],
  ['a call out of its turn', '08:00 call 2 arrives at sales\n----\n', ['E-FLOW-CALL', 1, 12]],
  [
    'a call that arrives twice',
    '08:00 call 1 arrives at sales\n+1s call 1 arrives at help\n----\n',
    ['E-FLOW-CALL', 2, 10],
  ],
  [
    'a call in the line of its arrival',
    '08:00 call 1 arrives at sales; call 1 hangs up\n----\n',
    ['E-FLOW-CALL', 1, 37],
  ],
  ['a number of a call that is none', '08:00 call one arrives at sales\n----\n', ['E-FLOW-VALUE', 1, 12]],
  [
    'a key that no telephone has',
    '08:00 call 1 arrives at sales\n+1s call 1 presses A\n----\n',
    ['E-FLOW-VALUE', 2, 20],
  ],
];

describe('a mistake in a step', () => {
  it.each(cases)('%s has its code, line and column', (_title, steps, mistake) => {
    expect(places(steps)).toEqual([mistake]);
  });

  it('is found with all others at once, in the order of the text', () => {
    const steps = '08:00 anna available; call 2 arrives at sale\n07:00 ben yodels\n----\n';
    expect(places(steps)).toEqual([
      ['E-FLOW-NAME', 1, 7],
      ['E-FLOW-NAME', 1, 41],
      ['E-FLOW-BACKWARDS', 2, 1],
      ['E-FLOW-PHRASE', 2, 7],
    ]);
  });

  it('names the nearest right word', () => {
    const nearest = (steps: string) => mistakesOf(header + steps).map(({ params }) => params['nearest']);
    expect(nearest('08:00 anna available\n----\n')).toEqual(['ana']);
    expect(nearest('08:00 ana availble\n----\n')).toEqual(['ana available']);
    expect(nearest('08:00 call 1 arrives at sales\n+1s call 1 hangs upp\n----\n')).toEqual([
      'call 1 hangs up',
    ]);
  });

  it('is a header without an end', () => {
    expect(mistakesOf('queues: { sales: {} }\n').map(({ code, line }) => [code, line])).toEqual([
      ['E-FLOW-HEADER', 2],
    ]);
  });

  it('has a test here for every code', () => {
    const tested = new Set<string>(['E-FLOW-HEADER', ...cases.map(([, , [code]]) => code)]);
    expect(Object.keys(mistakeCodes).filter((code) => !tested.has(code))).toEqual([]);
  });
});
