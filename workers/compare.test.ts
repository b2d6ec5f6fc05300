import { describe, expect, it } from 'vitest';
import { Accumulator, PairedAccumulator, Simulation } from '../engine/index.ts';
import { comparisonSchema } from '../reports/compare.ts';
import { compare, OptionError, readScenario, run } from './tandem.ts';
import type { Comparison, ComparisonRow } from './tandem.ts';
import { deskSetup, deskText } from './testing/desk.ts';

/** The desk with changes. */
function changed(...set: string[]) {
  const result = readScenario(deskText, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function rowOf(comparison: Comparison, id: string, stat: string, queue: string | null = null): ComparisonRow {
  const row = comparison.rows.find((each) => each.id === id && each.stat === stat && each.queue === queue);
  if (!row) throw new Error(`no row ${id} ${stat}`);
  return row;
}

describe('compare', () => {
  it('finds no difference between a scenario and itself', async () => {
    const comparison = await compare(deskText, deskText, { workers: 0, days: 4 });
    expect(comparison.rows.length).toBeGreaterThan(20);
    for (const { difference, verdict } of comparison.rows) {
      expect([0, null]).toContain(difference.mean);
      expect(['same', 'noValue']).toContain(verdict);
    }
  });

  it('gives each scenario the report it has alone', async () => {
    const candidate = changed('agents.seniors.count=9');
    const comparison = await compare(deskText, candidate, { workers: 0, days: 5 });
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison.baseline).toEqual(await run(deskText, { workers: 0, days: 5 }));
    expect(comparison.candidate).toEqual(await run(candidate, { workers: 0, days: 5 }));
    const { difference, baseline, candidate: after } = rowOf(comparison, 'K-02', 'mean', 'support');
    expect(difference.mean).toBeCloseTo((after ?? 0) - (baseline ?? 0), 9);
  });

  it('lets the same people call, whatever the staff', async () => {
    const comparison = await compare(deskText, changed('agents.seniors.count=14'), { workers: 0, days: 6 });
    expect(rowOf(comparison, 'Arrived', 'perDay')).toMatchObject({
      verdict: 'same',
      difference: { mean: 0 },
    });
    // Six more people: the wait is shorter beyond doubt, after six days.
    expect(rowOf(comparison, 'K-03', 'mean').verdict).toBe('lower');
    expect(rowOf(comparison, 'K-09', 'share').verdict).toBe('lower');
  });

  it('knows a difference better than two runs of their own luck would', async () => {
    const comparison = await compare(deskText, changed('agents.seniors.count=9'), { workers: 0, days: 30 });
    const { difference } = rowOf(comparison, 'K-03', 'mean');
    const half = ({ low, high }: { low: number | null; high: number | null }) =>
      ((high ?? 0) - (low ?? 0)) / 2;
    const alone = ({ kpis }: Comparison['baseline']) => {
      const row = kpis.find((each) => each.id === 'K-03' && each.queue === null && each.interval === null);
      return half(row ?? { low: 0, high: 0 });
    };
    expect(half(difference)).toBeLessThan(
      0.8 * Math.hypot(alone(comparison.baseline), alone(comparison.candidate)),
    );
  });

  it('is the same for any number of workers', async () => {
    const candidate = changed('agents.seniors.count=9');
    const alone = await compare(deskText, candidate, { workers: 1, days: 6 });
    expect(await compare(deskText, candidate, { workers: 3, days: 6 })).toEqual(alone);
  });

  it('compares queues and groups that both have by name, and the rest in total', async () => {
    const renamed = deskText.replaceAll('seniors', 'experts');
    const { rows } = await compare(deskText, renamed, { workers: 0, days: 3 });
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set([null]));
    expect(new Set(rows.map(({ queue }) => queue))).toEqual(new Set([null, 'support']));
  });

  it('takes seed and days of the first scenario where nothing is said', async () => {
    const comparison = await compare(changed('days.count=3'), changed('seed=99', 'days.count=8'), {
      workers: 0,
    });
    for (const report of [comparison.baseline, comparison.candidate]) {
      expect(report).toMatchObject({ seed: 7, days: { simulated: 3, asked: 3 } });
    }
  });

  it('refuses to compare separate days with a long run', async () => {
    const long = changed('days.continuous=true');
    await expect(compare(deskText, long, { workers: 0 })).rejects.toThrow(OptionError);
    expect((await compare(long, long, { workers: 0, days: 20 })).baseline.days.simulated).toBe(20);
  });
});

describe('the interval of a difference', () => {
  // Student's t, 19 degrees of freedom, 97.5 %: 2.0930 (any table).
  const t19 = 2.093024;

  it('of a number per day is the paired t interval of the daily differences', () => {
    const setups = [deskSetup(), deskSetup(['agents.seniors.count=9'])] as const;
    const pairs = new PairedAccumulator(...setups);
    const simulations = setups.map((setup) => new Simulation(setup));
    const daily: number[] = [];
    for (let day = 0; day < 20; day++) {
      const records = simulations.map((simulation) => simulation.day(7, day));
      pairs.add(records[0] ?? new Float64Array(), records[1] ?? new Float64Array());
      const [before = 0, after = 0] = setups.map((setup, at) => {
        const alone = new Accumulator(setup);
        alone.add(0, records[at] ?? new Float64Array());
        const kpi = alone.kpi('Ans');
        return kpi ? (alone.estimate(kpi).mean ?? 0) : Number.NaN;
      });
      daily.push(after - before);
    }
    const mean = daily.reduce((sum, each) => sum + each, 0) / 20;
    const variance = daily.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 19;
    const half = t19 * Math.sqrt(variance / 20);
    const pair = pairs.pairs.find(({ kpi, place }) => kpi.id === 'Ans' && place === null);
    if (!pair) throw new Error('Ans is compared');
    const difference = pairs.difference(pair);
    expect(variance).toBeGreaterThan(0);
    expect(difference.mean).toBeCloseTo(mean, 9);
    expect(difference.low).toBeCloseTo(mean - half, 4);
    expect(difference.high).toBeCloseTo(mean + half, 4);
  });

  it('of a ratio covers the jackknife estimate of its spread within a few percent', () => {
    const setups = [deskSetup(), deskSetup(['agents.seniors.count=9'])] as const;
    const simulations = setups.map((setup) => new Simulation(setup));
    const days = Array.from({ length: 40 }, (_, day) => simulations.map((each) => each.day(7, day)));
    const differenceWithout = (left: number) => {
      const pairs = new PairedAccumulator(...setups);
      days.forEach(([one, other], day) => {
        if (day !== left && one && other) pairs.add(one, other);
      });
      const pair = pairs.pairs.find(
        ({ kpi, place }) => kpi.id === 'K-03' && kpi.stat === 'mean' && place === null,
      );
      if (!pair) throw new Error('K-03 is compared');
      return pairs.difference(pair);
    };
    const all = differenceWithout(-1);
    const others = days.map((_, day) => differenceWithout(day).mean ?? Number.NaN);
    const mean = others.reduce((sum, each) => sum + each, 0) / 40;
    const jackknife = Math.sqrt((39 / 40) * others.reduce((sum, each) => sum + (each - mean) ** 2, 0));
    // t with 39 degrees of freedom: 2.0227.
    const standardError = ((all.high ?? 0) - (all.low ?? 0)) / 2 / 2.0227;
    expect(standardError / jackknife).toBeGreaterThan(0.9);
    expect(standardError / jackknife).toBeLessThan(1.1);
  });
});
