import { describe, expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { pathText } from './problems.ts';
import { readScenario } from './read.ts';
import type { ReadOptions } from './read.ts';
import type { Setup } from './setup.ts';

const second = 1000;
const minute = 60 * second;

function setupOf(text: string, options: ReadOptions = {}): Setup {
  const result = readScenario(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.setup;
}

/** The example of the task, with the queues it mentions and numbers for its half hours. */
const example = `
name: Help desk with callbacks
days: { from: 08:00, to: 20:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    overflow:
      - when: { averageWait: 4m }
        do: directCallback
      - when: { workItemLimit: 40 }
        do: { transferQueue: generalists }
    callback: { offerFirst: 30s, offerRepeat: 120s, maxAttempts: 3, retryWait: 15m }
  billing: { behaviour: { talk: 3m } }
  generalists: { behaviour: { talk: 3m } }
agents:
  seniors: { count: 14, queues: [support, billing], ringTimeout: 18s, shifts: day }
  others: { count: 2, queues: generalists }
demand:
  support:
    arrivals:
      perInterval: [22, 31, 48, 48, 48, 48, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 30, 30, 30, 20, 20]
      dayFactor: { gamma: { shape: 40 } }
    talk: { lognormal: { mean: 4m10s, cv: 1.1 } }
    patience: { exponential: { mean: 3m }, balk: 1% }
    callback: { accepts: 45%, answers: 85% }
expect:
  - { kpi: serviceLevel, queue: support, between: [78%, 84%] }
`;

describe('the example of the task', () => {
  const setup = setupOf(example);

  test('queues, overflow and callbacks', () => {
    const [support] = setup.routing.queues;
    expect(support).toMatchObject({
      name: 'support',
      serviceLevelThreshold: 20 * second,
      overflow: [
        { when: 'averageWait', limit: 4 * minute, action: { do: 'directCallback' } },
        { when: 'workItemLimit', limit: 40, action: { do: 'transferQueue', queue: 2 } },
      ],
      waitExceeds: null,
    });
    expect(setup.routing.callbackProfiles[support?.callback ?? -1]).toMatchObject({
      name: 'support',
      offerFirst: 30 * second,
      offerRepeat: 120 * second,
      maxAttempts: 3,
      retryWait: 15 * minute,
    });
    expect(setup.report).toMatchObject({
      serviceLevel: 'a',
      targets: [0.8, null, null],
      expectations: [{ kpi: 'serviceLevel', queue: 0, between: [0.78, 0.84] }],
    });
  });

  test('agents and their shift', () => {
    expect(setup.routing.agents).toHaveLength(16);
    expect(setup.routing.agents[13]).toMatchObject({
      name: 'seniors 14',
      group: 0,
      queues: [0, 1],
      ringTimeout: 18 * second,
    });
    const [day] = setup.world.kinds;
    expect(day?.staffing[0]).toEqual({
      kind: 'shifts',
      shifts: Array.from({ length: 14 }, () => ({ from: 0, to: 12 * 60 * minute, breaks: [] })),
    });
  });

  test('demand and behaviour', () => {
    expect(setup.world.kinds[0]?.demand[0]).toMatchObject({
      name: 'support',
      entry: 0,
      queue: 0,
      arrivals: { kind: 'rates', step: 30 * minute, dayFactor: { law: 'gamma', shape: 40, mean: 1 } },
    });
    expect(setup.world.behaviour[0]).toMatchObject({
      patience: { law: 'exponential', mean: 3 * minute },
      balk: 0.01,
      talk: { law: 'lognormal', mean: 250 * second, cv: 1.1 },
      wrapUp: null,
      accepts: [0.45],
      answers: 0.85,
    });
    // A demand named like a queue goes straight to it.
    expect(setup.routing.entries[0]).toMatchObject({
      name: 'support',
      rules: [{ when: [], targets: [{ queue: 0, percent: 100 }], overflow: null }],
      fallback: 0,
    });
  });

  test('JSON says the same as YAML', () => {
    const json = JSON.stringify({
      queues: { a: { behaviour: { talk: '3m' } }, b: { behaviour: { talk: '3m' } } },
      agents: { team: { count: 5, queues: ['a', 'b'] } },
      demand: { a: { arrivals: { perHour: 10 } } },
    });
    expect(setupOf(json)).toEqual(setupOf(centre()));
  });
});

describe('--set', () => {
  const text = centre({
    queues: 'a: { behaviour: { talk: 3m }, callback: { offerFirst: 30s } }\nb: { behaviour: { talk: 3m } }',
  });

  test('changes one value', () => {
    const { callbackProfiles } = setupOf(text, { set: ['queues.a.callback.offerFirst=15s'] }).routing;
    expect(callbackProfiles[0]?.offerFirst).toBe(15 * second);
  });

  test('makes what is missing on the way, and the later of two wins', () => {
    const setup = setupOf(text, {
      set: [
        'days.from=08:00',
        'days.to=10:00',
        'queues.b.overflow=[{ when: { workItemLimit: 9 }, do: endCall }]',
        'days.to=12:00',
      ],
    });
    expect(setup.world.kinds[0]).toMatchObject({ from: 8 * 60 * minute, to: 12 * 60 * minute });
    expect(setup.routing.queues[1]?.overflow).toHaveLength(1);
  });

  test('reaches into lists, with brackets or a dot', () => {
    const list = centre({
      days: '={ from: 08:00, to: 09:00 }',
      demand: 'a: { arrivals: { perInterval: [10, 20] } }',
    });
    for (const path of ['demand.a.arrivals.perInterval[1]', 'demand.a.arrivals.perInterval.1']) {
      const setup = setupOf(list, { set: [`${path}=30`] });
      expect(setup.world.kinds[0]?.demand[0]?.arrivals).toMatchObject({ expected: [10, 30] });
    }
  });

  test('reaches names with dots and blanks in quotes', () => {
    const odd = centre({ agents: '24.7 team: { count: 5, queues: [a, b] }' });
    expect(setupOf(odd, { set: ['agents."24.7 team".count=7'] }).routing.agents).toHaveLength(7);
  });

  test('changes one use of an anchor, not the others', () => {
    const shared = centre({ queues: 'a: &q { behaviour: { talk: 3m } }\nb: *q' });
    const { world } = setupOf(shared, { set: ['queues.b.behaviour.talk=1m'] });
    expect(world.behaviour.map(({ talk }) => talk)).toEqual([
      { law: 'constant', value: 3 * minute },
      { law: 'constant', value: minute },
    ]);
  });

  test('a wrong value is refused and named, without a place in the file', () => {
    const result = readScenario(text, { set: ['queues.a.callback.offerFirst=soon'] });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'E-FORMAT', line: 0, column: 0, set: 'queues.a.callback.offerFirst=soon' }],
    });
  });

  test('an unknown key is refused with the nearest right one', () => {
    const result = readScenario(text, { set: ['queues.a.ringTimout=15s'] });
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'E-KEY', params: { nearest: 'ringTimeout' }, set: 'queues.a.ringTimout=15s' }],
    });
  });

  test.each([
    '',
    'queues',
    'queues.a=',
    '=5',
    'name.first=x',
    'queues.a.overflow[7].do=endCall',
    'name=[1',
    'name={a: *x}',
  ])('E-SET: "%s" is refused and named', (setting) => {
    const result = readScenario(text, { set: [setting] });
    expect(result.ok).toBe(false);
    const sets = result.ok ? [] : result.problems.map(({ set }) => set);
    expect(sets.length).toBeGreaterThan(0);
    expect(new Set(sets)).toEqual(new Set([setting]));
  });

  test('E-SET: a name with a space wants quotes, and the message shows where', () => {
    const spaced = text
      .replace(/^ {2}a:/m, '  "help desk":')
      .replaceAll('queues: [a]', 'queues: [help desk]');
    const set = 'queues.help desk.ringTimeout=15s';
    const result = readScenario(spaced, { set: [set] });
    const quoted = 'queues["help desk"].ringTimeout=15s';
    const refused = result.ok ? [] : result.problems.filter((problem) => problem.set !== null);
    expect(refused).toMatchObject([{ code: 'E-SET', set, params: { quoted } }]);
    const mended = readScenario(spaced, { set: [quoted] });
    const problems = mended.ok ? [] : mended.problems;
    expect(problems.filter((problem) => problem.set !== null)).toEqual([]);
  });

  test('reserved keys are refused here too', () => {
    const result = readScenario(text, { set: ['queues.__proto__.polluted=1'] });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-PROTO' }] });
  });
});

describe('files', () => {
  const files = (name: string): string | undefined =>
    ({
      'handle.csv': 'id,talk,wrap\n1,180,20\n2,4m,10\n3,60,0\n',
      'calls.csv': 'calls\n10\n20\n',
      'trace.csv': 'at;talk\n08:10:00;60\n08:05;30\n',
      'bad.csv': 'talk\n60\nlong\n',
    })[name];

  test('a column of measured handle times', () => {
    const text = centre({
      queues:
        'a: { behaviour: { talk: { empirical: { file: handle.csv, column: talk } } } }\nb: { behaviour: { talk: 3m } }',
    });
    expect(setupOf(text, { files }).world.behaviour[0]?.talk).toEqual({
      law: 'empirical',
      values: [180 * second, 240 * second, 60 * second],
    });
  });

  test('calls by interval', () => {
    const text = centre({
      days: '={ from: 08:00, to: 09:00 }',
      demand: 'a: { arrivals: { perInterval: { file: calls.csv, column: calls } } }',
    });
    expect(setupOf(text, { files }).world.kinds[0]?.demand[0]?.arrivals).toMatchObject({
      expected: [10, 20],
    });
  });

  test('a trace in the order of its times', () => {
    const text = centre({
      days: '={ from: 08:00, to: 09:00 }',
      demand: 'a: { arrivals: { trace: { file: trace.csv, at: at, talk: talk } } }',
    });
    expect(setupOf(text, { files }).world.kinds[0]?.demand[0]?.arrivals).toEqual({
      kind: 'trace',
      times: [5 * minute, 10 * minute],
      talk: [30 * second, 60 * second],
      wrapUp: null,
    });
  });

  test.each([
    ['a value that cannot be read, by line', 'bad.csv', 'talk', { why: 'value', row: 3, value: 'long' }],
    [
      'a column that is not there, with the nearest',
      'handle.csv',
      'tlak',
      { why: 'column', nearest: 'talk' },
    ],
    ['a file that is not there', 'none.csv', 'talk', { why: 'missing' }],
  ])('E-FILE: %s', (_what, file, column, params) => {
    const text = centre({
      queues: `a: { behaviour: { talk: { empirical: { file: ${file}, column: ${column} } } } }\nb: { behaviour: { talk: 3m } }`,
    });
    expect(readScenario(text, { files })).toMatchObject({
      ok: false,
      problems: [{ code: 'E-FILE', params }],
    });
  });

  test('E-FILE: a list of the wrong length', () => {
    const text = centre({ demand: 'a: { arrivals: { perInterval: { file: calls.csv, column: calls } } }' });
    expect(readScenario(text, { files })).toMatchObject({
      ok: false,
      problems: [{ code: 'E-FILE', params: { why: 'length', found: 2, limit: 48 } }],
    });
  });
});

test('telephone numbers keep their plus and their noughts', () => {
  const setup = setupOf(
    centre({
      numbers: '+33123456789: {}\n0800123456: { mayCall: false }',
      queues:
        'a: { behaviour: { talk: 3m }, callback: { fixedNumber: +33123456789 } }\nb: { behaviour: { talk: 3m } }',
      workstreams: 'w: { number: 0800123456, fallback: a }',
      demand: 'calls: { workstream: w, arrivals: { perHour: 10 } }',
    }),
  );
  expect(setup.routing.entries[0]).toMatchObject({ number: '0800123456', mayCall: false });
  expect(setup.routing.callbackProfiles[0]?.fixedNumber).toBe('+33123456789');
});

test('paths are written as --set takes them', () => {
  expect(pathText(['queues', 'a', 'overflow', 0, 'do'])).toBe('queues.a.overflow[0].do');
  expect(pathText(['agents', '24.7 team', 'count'])).toBe('agents."24.7 team".count');
});

test('an empty cell of a trace says that nothing was recorded, and a wrong one is named by its line', () => {
  const text = `
name: Trace
days: { from: 08:00, to: 10:00 }
queues: { a: {} }
agents: { team: { count: 2, queues: a } }
demand: { a: { arrivals: { trace: { file: calls.csv, at: at, talk: talk } }, talk: 3m } }
`;
  const read = (csv: string) => readScenario(text, { files: () => csv });
  const good = read('at,talk\n08:00,60\n\n08:05,\n');
  expect(good.ok && good.setup.world.kinds[0]?.demand[0]?.arrivals).toMatchObject({ talk: [60_000, null] });
  const bad = read('at,talk\n08:00,60\n\n08:05,soon\n');
  expect(!bad.ok && bad.problems[0]).toMatchObject({ code: 'E-FILE', params: { row: 4, value: 'soon' } });
});

test('a queue that no call can reach needs no talk time; one that overflow can reach does', () => {
  const read = (overflow: string) =>
    readScenario(`
name: Reach
queues: { a: { ${overflow} }, b: {} }
agents: { team: { count: 2, queues: [a, b] } }
demand: { a: { arrivals: { perHour: 10 }, talk: 3m } }
`);
  expect(read('').ok).toBe(true);
  const moved = read('overflow: [{ when: { workItemLimit: 9 }, do: { transferQueue: b } }]');
  expect(!moved.ok && moved.problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['E-MISSING', 'queues.b.behaviour.talk'],
  ]);
});
