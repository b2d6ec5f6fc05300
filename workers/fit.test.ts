import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../engine/index.ts';
import { Streams } from '../engine/kernel/streams.ts';
import { spreadOf } from '../engine/planning/fit/kind-demand.ts';
import { Arrivals } from '../engine/world/arrivals.ts';
import { DataError, fit, OptionError, run } from './tandem.ts';

const bank = readFileSync('scenarios/data/bank-1999.csv', 'utf8');

/** Calls of simulated days, by kind: the world's own arrivals on the scenario's own calendar, without the queue behind them. */
function simulatedDays(scenario: string, days: number): Map<string, number[]> {
  const read = readScenario(scenario);
  if (!read.ok) throw new Error('the scenario reads');
  const { kinds, calendar } = read.setup.world;
  const found = new Map<string, number[]>();
  const arrivals = kinds.map(({ demand }) => demand.map(({ arrivals }) => new Arrivals(arrivals)));
  for (let day = 0; day < days; day++) {
    const kind = calendar[day % calendar.length]!;
    const streams = new Streams(`1/${day}`);
    let calls = 0;
    for (const demand of arrivals[kind]!) {
      demand.begin(streams.of('arrivals'), streams.of('dayFactor').next());
      while (demand.next() < Infinity) calls += 1;
    }
    const { name } = kinds[kind]!;
    found.set(name, [...(found.get(name) ?? []), calls]);
  }
  return found;
}

function problemsOf(attempt: () => unknown): readonly unknown[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DataError || error instanceof OptionError) return error.problems;
    throw error;
  }
  return [];
}

describe('fit', () => {
  it('makes of the bank of 1999 a scenario whose daily volumes have the mean and variance of the data', () => {
    const { fit: fitted, scenario } = fit(bank, { file: 'bank-1999.csv' });
    const simulated = simulatedDays(scenario, 1400);
    const within = (value: number, [low, high]: readonly [number, number]) => {
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    };
    expect([...simulated.keys()].toSorted()).toEqual(fitted.kinds.map(({ name }) => name).toSorted());
    for (const { name, totals } of fitted.kinds) {
      const { mean, variance } = spreadOf(simulated.get(name)!);
      within(mean, totals.meanInterval);
      within(variance, totals.varianceInterval);
    }
    const overall = spreadOf([...simulated.values()].flat());
    within(overall.mean, fitted.overall.meanInterval);
    within(overall.variance, fitted.overall.varianceInterval);
  });

  it('finds the kinds of day of the bank, its hours and its holidays', () => {
    const { kinds, days, closed, source } = fit(bank).fit;
    expect(kinds.map(({ name, weekdays }) => [name, weekdays])).toEqual([
      ['weekday', [0, 1, 2, 3, 6]],
      ['friday', [4]],
      ['saturday', [5]],
    ]);
    expect(closed).toEqual([]);
    // Known of the centre: open from 7:00 to midnight, on Friday until 14:00, on Saturday from about 20:00.
    const [weekday, friday, saturday] = kinds;
    expect(Math.abs(weekday!.from - 7 * 3600)).toBeLessThanOrEqual(1800);
    expect(weekday!.to).toBe(24 * 3600);
    expect(Math.abs(friday!.from - 7 * 3600)).toBeLessThanOrEqual(1800);
    expect(Math.abs(saturday!.from - 20 * 3600)).toBeLessThanOrEqual(2 * 3600);
    // Passover (1 and 7 April), its eves, Independence Day (21 April) and Pentecost (21 May).
    const far = days.filter(({ outlier }) => outlier !== null).map(({ day }) => day);
    for (const [month, day] of [
      [4, 1],
      [4, 7],
      [4, 21],
      [5, 21],
    ] as const) {
      expect(far).toContain(Date.UTC(1999, month - 1, day) / 86_400_000);
    }
    expect(source.notes.map(({ code }) => code)).toContain('halves');
  });

  it('makes a scenario that runs as it is', async () => {
    const report = await run(fit(bank, { interval: 3600 }).scenario, { days: 2, workers: 0 });
    expect(report.days.simulated).toBe(2);
    const ofRun = ['few-days', 'kind-once'];
    expect(report.warnings.filter(({ code }) => !ofRun.includes(code))).toEqual([]);
  });

  it('gives the same bytes for the same data', () => {
    expect(fit(bank).scenario).toBe(fit(bank).scenario);
  });

  it('refuses data with all wrong lines, and leaves them out when asked to', () => {
    const text =
      'date,time,calls\n2024-01-01,08:00,5\n2024-01-01,08:30,4\n2024-13-01,08:30,5\n2024-01-01,25:00,5\n2024-01-02,08:00,-3\n';
    const error = (() => {
      try {
        return fit(text);
      } catch (reason) {
        return reason;
      }
    })() as DataError;
    expect(error).toBeInstanceOf(DataError);
    expect(error.problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'moment'],
      [5, 'clock'],
      [6, 'negative'],
    ]);
    const lenient = fit(text, { skipsBadLines: true });
    expect(lenient.fit.source.rows).toBe(2);
    expect(lenient.scenario).toContain('3 of 5 lines cannot be read and are left out');
  });

  it('refuses an interval that does not divide a day, or of which that of the counts is no divisor', () => {
    expect(() => fit(bank, { interval: 1000 })).toThrow(OptionError);
    expect(() => fit(bank, { interval: 900 })).toThrow(OptionError);
    expect(fit(bank, { interval: 3600 }).fit.kinds[0]!.queues[0]!.intervals.length).toBeLessThan(20);
  });

  it('refuses a zone that is none as an option, with the nearest name', () => {
    const counts = 'date,time,calls\n2024-01-01,08:00,5\n2024-01-01,08:30,4\n';
    expect(problemsOf(() => fit(counts, { zone: 'Mars/X' }))).toEqual([
      'zone knows no "Mars/X". It asks for an IANA name like Europe/Paris.',
    ]);
    expect(problemsOf(() => fit(counts, { zone: 'Europe/Pari' }))[0]).toContain(
      'Did you mean "Europe/Paris"?',
    );
    expect(fit(counts, { zone: 'America/Port-au-Prince' }).scenario).toContain(
      'zone: America/Port-au-Prince',
    );
  });

  it('refuses times above a day by line, and names milliseconds where the column looks like them', () => {
    const calls = (talk: (at: number) => number) =>
      [
        'arrival,talk',
        ...Array.from({ length: 40 }, (_, at) => `2024-01-01 08:${10 + at}:00,${talk(at)}`),
      ].join('\n');
    const one = calls((at) => (at === 7 ? 1e9 : 100 + at));
    expect(problemsOf(() => fit(one))).toEqual([
      { line: 9, code: 'tooLong', params: { column: 'talk', value: '1000000000' } },
    ]);
    expect(fit(one, { skipsBadLines: true }).fit.queues[0]!.talk!.n).toBe(39);
    const milliseconds = calls((at) => 80_000 + 1000 * at);
    expect(problemsOf(() => fit(milliseconds))[0]).toMatchObject({ line: 9, params: { unit: 'ms' } });
    const short = calls((at) => 40_000 + at);
    expect(fit(short).fit.source.notes).toContainEqual({
      code: 'longTimes',
      params: { column: 'talk', value: 40_019.5 },
    });
    expect(fit(short.replace('talk', 'talk (ms)')).fit.source.notes).toEqual([]);
    const averages = 'date,time,calls,aht\n2024-01-01,08:00,5,240\n2024-01-01,08:30,4,1000000000\n';
    expect(problemsOf(() => fit(averages))).toMatchObject([{ line: 3, code: 'tooLong' }]);
  });

  it('says what in the data makes a scenario that does not read', () => {
    const huge = `date,time,calls\n2024-01-01,08:00,${'9'.repeat(17)}\n2024-01-01,08:30,4\n`;
    const [problem] = problemsOf(() => fit(huge, { file: 'huge.csv' }));
    expect(problem).toMatchObject({
      line: 0,
      code: 'scenario',
      params: { cause: 'The calls of queue "calls" on days of kind "day"' },
    });
    // A million calls of four minutes in half an hour are 133,333 agents; a scenario has 100,000 at most.
    const many = 'date,time,calls\n2024-01-01,08:00,1000000\n2024-01-01,08:30,4\n';
    expect(fit(many).fit.queues[0]!.staff['day']).toEqual([100_000]);
  });

  it('tells rows without calls from no rows', () => {
    const zeros = 'date,time,calls\n2024-01-01,08:00,0\n2024-01-01,08:30,0\n';
    expect(() => fit(zeros, { file: 'z.csv' })).toThrow(
      'z.csv: There are 2 rows, and none of them has calls: nothing can be fitted.',
    );
    expect(() => fit('date,time,calls\n')).toThrow('There is a header at most, and no data below it.');
  });
});
