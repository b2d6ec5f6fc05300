import { describe, expect, it } from 'vitest';
import { distributionOf } from '../kernel/distributions.ts';
import { Luck } from '../kernel/luck.ts';
import { Accumulator, blockDaysFor, type Part } from './summary.ts';
import { DayCollector } from './collect.ts';
import { Day, deskSetup, SECOND, type DeskOptions } from './testing/day.ts';

const HOUR = 3600;
const exponential = distributionOf({ law: 'exponential', mean: 20 });

/** Some calls with exponential waits of 20 s, one in ten abandoned; the days differ in how many. */
function records(options: DeskOptions, days: number, seed = 1, collector?: DayCollector): Float64Array[] {
  const setup = deskSetup(options);
  const luck = new Luck();
  return Array.from({ length: days }, (_, number) => {
    luck.rekey(seed, number, 'day');
    const kinds = setup.world.calendar;
    const day = new Day(setup, kinds[number % kinds.length], collector);
    const calls = 50 + Math.floor(100 * luck.at(0));
    for (let each = 1; each <= calls; each++) {
      const caller = day.call(each * 40, each % 2);
      const at = each * 40 + exponential.at(luck.at(each, 1));
      if (luck.at(each, 2) < 0.1) day.leave(caller, at, 'abandoned');
      else day.serve(caller, at, 60, 10);
    }
    return day.end(2 * HOUR);
  });
}

function everything(results: Accumulator): string {
  const places = [null, 0, 1];
  const told = results.kpis.flatMap((kpi) =>
    places.map((place) => results.estimate(kpi, { place: kpi.scope === 'centre' ? null : place })),
  );
  const curves = places.map((queue) => results.distribution('waitsAll', queue));
  return JSON.stringify([told, curves]);
}

function joined(options: DeskOptions, days: readonly (readonly [number, Float64Array])[]): Accumulator {
  const results = new Accumulator(deskSetup(options));
  for (const [number, record] of days) results.add(number, record.slice());
  results.close();
  return results;
}

describe('Days joined', () => {
  const days = records({}, 20).map((record, number) => [number, record] as const);

  it('give the same bytes in whatever order the workers deliver them', () => {
    const inOrder = everything(joined({}, days));
    expect(everything(joined({}, days.toReversed()))).toBe(inOrder);
    // Two workers, three workers, batches of four.
    const byWorker = (workers: number) => days.toSorted(([a], [b]) => (a % workers) - (b % workers) || a - b);
    for (const workers of [2, 3, 4]) expect(everything(joined({}, byWorker(workers)))).toBe(inOrder);
  });

  it('give the same records whichever collector made them, and whatever it made before', () => {
    const collector = new DayCollector(deskSetup());
    const again = records({}, 20, 1, collector);
    expect(again.map((record) => [...record])).toEqual(days.map(([, record]) => [...record]));
    const late = records({}, 20, 1, collector);
    expect(late.map((record) => [...record])).toEqual(days.map(([, record]) => [...record]));
  });

  it('wait for their turn: a gap holds back what comes after it', () => {
    const results = new Accumulator(deskSetup());
    for (const [number, record] of days.filter(([each]) => each !== 3)) results.add(number, record);
    expect(results.days).toBe(3);
    results.add(3, days[3]![1]);
    expect(results.days).toBe(20);
    expect(() => results.add(3, days[3]![1])).toThrow(/day 3 is added once/);
  });

  it('are made of whole numbers only', () => {
    for (const [, record] of days) for (const cell of record) expect(Number.isInteger(cell)).toBe(true);
  });

  it('refuse a record of another setup', () => {
    const other = new Accumulator(deskSetup({ queues: 3 }));
    expect(() => other.add(0, days[0]![1])).toThrow(/cells of its setup's layout/);
  });

  it('one day has values and no intervals', () => {
    const results = joined({}, days.slice(0, 1));
    for (const kpi of results.kpis) {
      const { low, high, n } = results.estimate(kpi);
      expect([low, high, n]).toEqual([null, null, 1]);
    }
  });
});

describe('A centre of hundreds of queues', () => {
  it('is told by interval for all queues together only', () => {
    const options = { queues: 1001 };
    const day = new Day(deskSetup(options));
    day.serve(day.call(10, 0), 20);
    day.serve(day.call(2000, 1000), 2030);
    const results = joined(options, [[0, day.end(2 * HOUR)]]);
    const mean = (part: Part) => results.estimate(results.kpi('Off')!, part).mean;
    expect(results.tellsIntervals('queue')).toBe(false);
    expect(results.tellsIntervals('group')).toBe(true);
    expect([mean({}), mean({ place: 0 }), mean({ place: 999 }), mean({ place: 1000 })]).toEqual([2, 1, 0, 1]);
    expect([0, 1, 2, 3].map((interval) => mean({ interval }))).toEqual([1, 1, 0, 0]);
    expect(mean({ place: 0, interval: 0 })).toBeNull();
  });
});

describe('Kinds of day', () => {
  const options = {
    kinds: [
      { name: 'weekday', from: 8 * HOUR * SECOND, to: 10 * HOUR * SECOND },
      { name: 'saturday', from: 9 * HOUR * SECOND, to: 10 * HOUR * SECOND },
    ],
    calendar: [0, 0, 0, 1],
  };

  it('are told apart and together, weighted as they occur', () => {
    const results = joined(
      options,
      records(options, 40).map((record, number) => [number, record] as const),
    );
    const offered = results.kpi('Off')!;
    const [all, weekday, saturday] = [null, 0, 1].map((kind) => results.estimate(offered, { kind }));
    expect([all!.n, weekday!.n, saturday!.n]).toEqual([40, 30, 10]);
    expect(all!.mean).toBeCloseTo((30 * weekday!.mean! + 10 * saturday!.mean!) / 40, 9);
    expect([results.daysOf(null), results.daysOf(0), results.daysOf(1)]).toEqual([40, 30, 10]);
  });

  it('share one grid of intervals: the Saturday begins in its third', () => {
    const setup = deskSetup(options);
    const day = new Day(setup, 1);
    day.serve(day.call(60), 61);
    const results = new Accumulator(setup);
    results.add(0, day.end(HOUR));
    const offered = results.kpi('Off')!;
    expect([0, 1, 2, 3].map((interval) => results.estimate(offered, { interval }).mean)).toEqual([
      0, 0, 1, 0,
    ]);
  });
});

describe('Long runs', () => {
  const options = { continuous: true, days: 60, kinds: [{ name: 'day', from: 0, to: 24 * HOUR * SECOND }] };

  it('are cut into blocks of days: each block is one replicate', () => {
    const setup = deskSetup(options);
    const results = new Accumulator(setup, { blockDays: 7 });
    records(options, 60).forEach((record, number) => results.add(number, record));
    expect(results.replicates).toBe(8);
    results.close();
    expect(results.replicates).toBe(9);
    const offered = results.estimate(results.kpi('Off')!);
    const separate = joined(
      { kinds: options.kinds },
      records(options, 60).map((each, at) => [at, each] as const),
    );
    expect(offered.mean).toBeCloseTo(separate.estimate(separate.kpi('Off')!).mean!, 9);
    expect(offered.n).toBe(9);
  });

  it('have about thirty blocks, of whole turns of the calendar where ten remain', () => {
    expect(blockDaysFor(deskSetup(options), 60)).toBe(2);
    expect(blockDaysFor(deskSetup(options), 10)).toBe(1);
    const week = deskSetup({ ...options, calendar: [0, 0, 0, 0, 0, 0, 0] });
    expect(blockDaysFor(week, 30)).toBe(1);
    expect(blockDaysFor(week, 70)).toBe(7);
    expect(blockDaysFor(week, 365)).toBe(14);
  });
});

describe('Quantiles', () => {
  it('of exponential waits lie in their interval as often as they should', () => {
    // 150 runs of 25 days; the truth is 20 s x ln(1 / (1 - p)) for the answered, whose waits are not thinned by length.
    const [runs, days] = [150, 25];
    let hits50 = 0;
    let hits95 = 0;
    const collector = new DayCollector(deskSetup());
    for (let run = 0; run < runs; run++) {
      const results = new Accumulator(deskSetup());
      records({}, days, 1000 + run, collector).forEach((record, number) => results.add(number, record));
      const covers = (id: string, truth: number): number => {
        const { low, high } = results.estimate(results.kpi(id)!);
        return low! <= truth * SECOND && truth * SECOND <= high! ? 1 : 0;
      };
      hits50 += covers('K-02.P50', 20 * Math.log(2));
      hits95 += covers('K-02.P95', 20 * Math.log(20));
    }
    const z = (hits: number): number => (hits / runs - 0.95) / Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(z(hits50))).toBeLessThan(3);
    expect(Math.abs(z(hits95))).toBeLessThan(3);
  });

  it('know an atom: everybody answered after 3 s waited 3 s', () => {
    const setup = deskSetup();
    const results = new Accumulator(setup);
    for (let number = 0; number < 10; number++) {
      const day = new Day(setup);
      for (let at = 0; at < 100; at++) day.serve(day.call(at), at + (at % 10 === 0 ? 5 + number : 3));
      results.add(number, day.end(HOUR));
    }
    const { mean, low, high } = results.estimate(results.kpi('K-02.P50')!);
    expect(mean).toBe(3 * SECOND);
    expect(low).toBeLessThanOrEqual(3 * SECOND);
    expect(high).toBe(3 * SECOND);
  });

  it('of waits that are mostly 0 are 0', () => {
    const setup = deskSetup();
    const results = new Accumulator(setup);
    for (let number = 0; number < 5; number++) {
      const day = new Day(setup);
      for (let at = 0; at < 100; at++) day.serve(day.call(at), at + (at < 30 ? 10 : 0));
      results.add(number, day.end(HOUR));
    }
    expect(results.estimate(results.kpi('K-02.P50')!)).toEqual({ mean: 0, low: 0, high: 0, n: 5 });
    expect(results.distribution('waitsAnswered', 0)[0]).toEqual({ value: 0, share: 0.7 });
  });
});
