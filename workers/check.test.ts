import { afterAll, describe, expect, it, vi } from 'vitest';
import { suiteReportSchema } from '../reports/suite.ts';
import { looksUpTo } from './check-expectations.ts';
import { check, OptionError, run, suiteJson, suiteOfScenario } from './tandem.ts';
import type { CheckItem, SuiteReport } from './tandem.ts';
import { clearShelf } from './shelf.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(clearShelf);

/** Ten callers an hour, one hour, ten agents who talk exactly a minute: who comes is answered at once. */
const quiet = `name: Quiet
seed: 5
days: { from: 08:00, to: 09:00 }
queues: { calls: { serviceLevel: { share: 80%, within: 20s } }, mail: {} }
agents: { team: { count: 10, queues: [calls, mail] } }
demand: { calls: { arrivals: { perHour: 10 }, talk: 1m } }
`;

function item(file: string, ...expectations: readonly string[]): CheckItem {
  const result = suiteOfScenario(`${quiet}expect: [${expectations.join(', ')}]\n`);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { file, suite: result.suite };
}

const serviceLevel = (low: string, high: string) => `{ kpi: serviceLevel, between: [${low}, ${high}] }`;
/** Poisson of mean 10 a day, so the number of calls in hand is 1/6 on average: Little (1961). */
const occupancy = (low: string, high: string) => `{ kpi: occupancy, between: [${low}, ${high}] }`;

function verdicts(report: SuiteReport): readonly string[] {
  return report.files.flatMap(({ expectations }) =>
    expectations.map(({ verdict, why }) => (why === null ? verdict : `${verdict}: ${why}`)),
  );
}

describe('check', () => {
  it('passes, fails and leaves undecided, each with its interval and its days', async () => {
    const items = [
      item('a', serviceLevel('90%', '100%'), serviceLevel('10%', '50%')),
      item('b', occupancy('1.7%', '20%'), '{ kpi: serviceLevel, queue: mail, between: [0%, 100%] }'),
    ];
    const report = await check(items, { workers: 0, daysAtMost: 200 });
    expect(suiteReportSchema.parse(JSON.parse(suiteJson(report)))).toEqual(report);
    // Of 10 agents 10 calls of a minute in an hour keep 1/60 busy: 1.67 %, which is at the bound.
    expect(verdicts(report)).toEqual(['pass', 'fail', 'undecided: tooClose', 'undecided: noValue']);
    expect(report).toMatchObject({
      verdict: 'fail',
      falseAlarm: 0.01,
      expectations: 4,
      counts: { pass: 1, fail: 1, undecided: 2, baselines: 0 },
      files: [
        { file: 'a', days: 100, daysAtMost: 200, looks: 3, expectations: [{ days: 100 }, { days: 100 }] },
        { file: 'b', days: 200, expectations: [{ days: 200 }, { mean: null, low: null }] },
      ],
    });
    const [pass] = report.files[0]?.expectations ?? [];
    expect(pass?.low).toBeGreaterThanOrEqual(0.9);
  });

  it('tells the mean that a report of the same days tells, with a wider interval', async () => {
    const [each] = [item('a', occupancy('1.7%', '20%'))];
    const told = (await check([each], { workers: 0, daysAtMost: 100 })).files[0]?.expectations[0];
    const { expectations } = await run(each.suite.ready, { workers: 0, days: 100 });
    expect(told?.mean).toBeCloseTo(expectations[0]?.mean ?? NaN, 12);
    expect(told?.low).toBeLessThan(expectations[0]?.low ?? NaN);
    expect(told?.high).toBeGreaterThan(expectations[0]?.high ?? NaN);
  });

  it('decides at once what leaves nothing to chance', async () => {
    const report = await check(
      [item('a', '{ kpi: timeToAbandon, between: [0s, 1s] }', '{ kpi: abandonRate, between: [0%, 0%] }')],
      {
        workers: 0,
        daysAtMost: 100,
      },
    );
    expect(verdicts(report)).toEqual(['undecided: noValue', 'pass']);
    expect(report.files[0]?.expectations[1]).toMatchObject({ mean: 0, low: 0 });
  });

  it('gives the same verdicts on any number of workers and in any shards, which divide one chance among them', async () => {
    const items = ['a', 'b', 'c'].map((file) => item(file, occupancy('1%', '2.4%')));
    const whole = await check(items, { workers: 0 });
    expect(whole.expectations).toBe(3);
    expect(await check(items, { workers: 2 })).toEqual(whole);
    const shards = await Promise.all(
      [1, 2].map((index) => check(items, { workers: 0, shard: { index, of: 2 } })),
    );
    expect(shards.map(({ expectations }) => expectations)).toEqual([3, 3]);
    expect(shards.map(({ files }) => files.map(({ file }) => file))).toEqual([['a', 'c'], ['b']]);
    const joined = shards.flatMap(({ files }) => files).toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(joined).toEqual(whole.files);
  });

  it('is undecided when it is interrupted, and never judges at a day that is no look', async () => {
    const controller = new AbortController();
    const report = await check([item('a', serviceLevel('10%', '50%'))], {
      workers: 0,
      signal: controller.signal,
      onProgress: ({ days }) => {
        if (days === 60) controller.abort();
      },
    });
    expect(verdicts(report)).toEqual(['undecided: stopped']);
    expect(report.files[0]).toMatchObject({ days: 60, expectations: [{ days: 60, mean: 1 }] });
  });

  it('says all that can never be decided, and all that is wrong with the options', async () => {
    const items = [item('a', '{ kpi: occupancy, queue: calls, between: [0%, 1%] }')];
    const error = await check(items, { daysAtMost: 1, workers: -1, shard: { index: 3, of: 2 } }).catch(
      (why: unknown) => why,
    );
    expect(error).toBeInstanceOf(OptionError);
    expect((error as OptionError).problems).toEqual([
      'daysAtMost is a whole number from 2 to 1000000, not 1.',
      'workers is a whole number from 0 to 1024, not -1.',
      'shard.index is a whole number from 1 to 2, not 3.',
      'a: occupancy is not told by queue. Leave out "queue: calls".',
    ]);
  });

  it('looks at growing counts of days and at the last', () => {
    expect(looksUpTo(100)).toEqual([100]);
    expect(looksUpTo(20)).toEqual([20]);
    expect(looksUpTo(700)).toEqual([100, 150, 200, 300, 400, 600, 700]);
    expect(looksUpTo(1600)).toHaveLength(9);
  });
});
