import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { badScripts, headerOfBadScripts } from './bad-scripts.ts';
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

describe('a whole scenario as header', () => {
  const library = new URL('../../scenarios/library/', import.meta.url);
  const scenarios = readdirSync(library).filter((name) => name.endsWith('.yaml'));

  it.each(scenarios)('%s makes a centre to play by hand; when its calls come does not matter', (name) => {
    const scenario = readFileSync(new URL(name, library), 'utf8');
    const read = readScript(`${scenario}\n====\n08:00+1 call 1 arrives at nowhere\n----\n`);
    // The only mistake is ours, so the names were there to be looked up.
    expect(read.ok ? [] : [...read.problems, ...read.mistakes].map(({ code }) => code)).toEqual([
      'E-FLOW-NAME',
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

  it('is a key that neither scenarios nor scripts have', () => {
    expect(
      problemsOf(`queues: { sales: {} }\nagents: { ana: { queues: sales } }\nshwo: reasons\n${step}`),
    ).toEqual([['E-KEY', 3, 1, 'show']]);
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

  /** Above the steps of the bad scripts: the queue's wrong setting, on the second line, keeps names from being looked up. */
  const wrongHeader = 'queues: { sales: {}, help: { ringTimeou: 5s } }\nagents: { ana: { queues: sales } }\n';
  const byTheText = badScripts.filter(
    ({ code, what }) =>
      !['E-FLOW-NAME', 'E-FLOW-NOTHING', 'E-FLOW-HEADER'].includes(code) && !what.includes('end of a wait'),
  );

  it.each(byTheText)('does not hide $code: $what', ({ code, steps }) => {
    const text = wrongHeader + steps;
    const before = text.slice(0, text.indexOf('▸')).split('\n');
    const read = readScript(text.replace('▸', ''));
    if (read.ok) expect.fail('the header is wrong');
    expect(read.problems.map((problem) => problem.code)).toEqual(['E-KEY']);
    expect(read.mistakes.map((mistake) => [mistake.code, mistake.line, mistake.column])).toEqual([
      [code, before.length, before.at(-1)!.length + 1],
    ]);
  });

  it('makes no mistakes of steps that are right', () => {
    const flows = new URL('../../scenarios/flows/', import.meta.url);
    for (const name of readdirSync(flows).filter((each) => each.endsWith('.flow'))) {
      const text = readFileSync(new URL(name, flows), 'utf8');
      const read = readScript(`nonsense: 1\n${text}`);
      if (read.ok) expect.fail('the header is wrong');
      expect({ name, mistakes: read.mistakes }).toEqual({ name, mistakes: [] });
    }
  });
});

describe('a mistake in a step', () => {
  it.each(badScripts)('is found where it stands: $code, $what', ({ code, steps }) => {
    const text = headerOfBadScripts + steps;
    const before = text.slice(0, text.indexOf('▸')).split('\n');
    const found = mistakesOf(text.replace('▸', '')).map(({ line, column, ...rest }) => [
      rest.code,
      line,
      column,
    ]);
    expect(found).toEqual([[code, before.length, before.at(-1)!.length + 1]]);
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
    expect(nearest('08:00 anna availble\n----\n')).toEqual(['anna available']);
    expect(nearest('08:00 ana available\nwiat 5s\n----\n')).toEqual(['wait 5s']);
    expect(nearest('08:00 call 1 arrives at sales\n+1s call 1 hangs upp\n----\n')).toEqual([
      'call 1 hangs up',
    ]);
  });

  it('is shown for every code', () => {
    const shown = new Set<string>(badScripts.map(({ code }) => code));
    expect(Object.keys(mistakeCodes).filter((code) => !shown.has(code))).toEqual([]);
  });
});
