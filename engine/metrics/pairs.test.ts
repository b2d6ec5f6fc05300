import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { normalQuantile } from '../kernel/quantiles.ts';
import { halfWidth, studentFactor } from './confidence.ts';
import { PairAccumulator } from './pairs.ts';
import { Day, deskSetup, type DeskOptions } from './testing/day.ts';

const HOUR = 3600;
const luck = new Luck();

/** So many calls, of which each waits so long. */
function day(calls: number, wait: number, options: DeskOptions = {}, kind = 0): Float64Array {
  const told = new Day(deskSetup(options), kind);
  for (let at = 0; at < calls; at++) told.serve(told.call(at), at + wait);
  return told.end(2 * HOUR);
}

function pairOf(pairs: PairAccumulator, id: string, stat: string, name: string | null = null) {
  return pairs.pairs.find(
    (pair) => pair.baseline.id === id && pair.baseline.stat === stat && pair.name === name,
  )!;
}

const BASELINE: readonly (readonly [number, number])[] = [
  [100, 10],
  [140, 14],
  [90, 9],
  [120, 16],
];
const CANDIDATE: readonly (readonly [number, number])[] = [
  [101, 8],
  [139, 11],
  [91, 8],
  [121, 12],
];

function added(options: DeskOptions = {}): PairAccumulator {
  const pairs = new PairAccumulator(deskSetup(options), deskSetup(options));
  BASELINE.forEach((each, at) => pairs.add(at, day(...each, options), day(...CANDIDATE[at]!, options)));
  pairs.close();
  return pairs;
}

describe('Two scenarios on the same luck', () => {
  it('a difference of means per day is the paired Student interval', () => {
    const pairs = added();
    const { difference, baseline, candidate } = pairs.difference(pairOf(pairs, 'Off', 'perDay'));
    // Differences 1, -1, 1, 1: mean 0.5, standard deviation 1.
    expect(difference.mean).toBeCloseTo(0.5, 12);
    expect(halfWidth(difference)).toBeCloseTo((studentFactor(3) * 1) / 2, 9);
    // Much narrower than that of either side.
    expect(halfWidth(difference)!).toBeLessThan(halfWidth(baseline)! / 10);
    expect(candidate.n).toBe(4);
  });

  it('a difference of ratios has the variance of paired residuals', () => {
    const pairs = added();
    const { difference } = pairs.difference(pairOf(pairs, 'K-02', 'mean'));
    const sum = (of: (at: number) => number): number => BASELINE.reduce((total, _, at) => total + of(at), 0);
    const Db = sum((at) => BASELINE[at]![0]);
    const Dc = sum((at) => CANDIDATE[at]![0]);
    const rb = sum((at) => BASELINE[at]![0] * BASELINE[at]![1] * 1000) / Db;
    const rc = sum((at) => CANDIDATE[at]![0] * CANDIDATE[at]![1] * 1000) / Dc;
    const residual = (at: number): number =>
      (CANDIDATE[at]![0] * (CANDIDATE[at]![1] * 1000 - rc)) / Dc -
      (BASELINE[at]![0] * (BASELINE[at]![1] * 1000 - rb)) / Db;
    const error = Math.sqrt((4 / 3) * sum((at) => residual(at) ** 2));
    expect(difference.mean).toBeCloseTo(rc - rb, 9);
    expect(halfWidth(difference)).toBeCloseTo(studentFactor(3) * error, 6);
  });

  it('says how much wider two independent runs would be: the variance of both sides over that of their paired difference', () => {
    const pairs = added();
    const { varianceRatio } = pairs.difference(pairOf(pairs, 'Off', 'perDay'));
    // Sample variances: of 100, 140, 90, 120 491 2/3; of 101, 139, 91, 121 456; of their differences 1.
    expect(varianceRatio).toBeCloseTo(491 + 2 / 3 + 456, 6);
    // Quantiles are not paired.
    expect(pairs.difference(pairOf(pairs, 'K-02', 'P80')).varianceRatio).toBeNull();
  });

  it('a scenario against itself differs by nothing, with no doubt', () => {
    const pairs = new PairAccumulator(deskSetup(), deskSetup());
    BASELINE.forEach((each, at) => pairs.add(at, day(...each), day(...each)));
    for (const pair of pairs.pairs) {
      if (pair.baseline.form !== 'ratio') continue;
      const { difference, varianceRatio } = pairs.difference(pair);
      expect(varianceRatio).toBeNull();
      if (difference.mean === null) continue;
      expect(difference.mean).toBe(0);
      // Products of millions leave a hair.
      expect(halfWidth(difference)!).toBeLessThan(1e-3);
    }
  });

  it('places are paired by name, and what only one side has is left out', () => {
    const pairs = new PairAccumulator(deskSetup({ queues: 1 }), deskSetup({ queues: 3 }));
    const names = new Set(
      pairs.pairs.filter(({ baseline }) => baseline.scope === 'queue').map(({ name }) => name),
    );
    expect(names).toEqual(new Set([null, 'queue 0']));
    pairs.add(0, day(10, 5, { queues: 1 }), day(12, 5, { queues: 3 }));
    pairs.add(1, day(10, 5, { queues: 1 }), day(14, 5, { queues: 3 }));
    const { difference } = pairs.difference(pairOf(pairs, 'Off', 'perDay', 'queue 0'));
    expect(difference.mean).toBe(3);
  });

  it('days are joined in order, whatever order they come in', () => {
    const forwards = added();
    const backwards = new PairAccumulator(deskSetup(), deskSetup());
    for (let at = BASELINE.length - 1; at >= 0; at--)
      backwards.add(at, day(...BASELINE[at]!), day(...CANDIDATE[at]!));
    expect(backwards.days).toBe(4);
    for (const [at, pair] of forwards.pairs.entries())
      expect(backwards.difference(backwards.pairs[at]!)).toEqual(forwards.difference(pair));
  });

  it('kinds of day are strata', () => {
    const options = {
      kinds: [
        { name: 'weekday', from: 0, to: 2 * HOUR * 1000 },
        { name: 'saturday', from: 0, to: 2 * HOUR * 1000 },
      ],
      calendar: [0, 1],
    };
    const pairs = new PairAccumulator(deskSetup(options), deskSetup(options));
    // On weekdays 5 more calls, on Saturdays 50 more, always.
    for (let at = 0; at < 6; at++)
      pairs.add(at, day(100, 5, options, at % 2), day(at % 2 === 0 ? 105 : 150, 5, options, at % 2));
    const { difference } = pairs.difference(pairOf(pairs, 'Off', 'perDay'));
    expect(difference.mean).toBeCloseTo(27.5, 12);
    expect(halfWidth(difference)).toBeCloseTo(0, 9);
  });

  it('a long run is compared block by block', () => {
    const options = { continuous: true, days: 4, kinds: [{ name: 'day', from: 0, to: 24 * HOUR * 1000 }] };
    const pairs = new PairAccumulator(deskSetup(options), deskSetup(options), { blockDays: 2 });
    BASELINE.forEach((each, at) => pairs.add(at, day(...each, options), day(...CANDIDATE[at]!, options)));
    pairs.close();
    const { difference } = pairs.difference(pairOf(pairs, 'Off', 'perDay'));
    // Blocks differ by 0 and by 2 calls in two days: 0 and 1 a day.
    expect(difference.n).toBe(2);
    expect(difference.mean).toBeCloseTo(0.5, 12);
    expect(halfWidth(difference)).toBeCloseTo(studentFactor(1) * (Math.SQRT1_2 / Math.SQRT2), 9);
  });

  it('intervals of differences cover the truth in 95 of 100 cases', () => {
    luck.rekey(7, 0, 'pairs');
    const [cases, days] = [200, 20];
    let hits = 0;
    for (let each = 0; each < cases; each++) {
      const pairs = new PairAccumulator(deskSetup({ queues: 1 }), deskSetup({ queues: 1 }));
      for (let at = 0; at < days; at++) {
        const common = normalQuantile(luck.at(each * days + at, 0));
        const own = normalQuantile(luck.at(each * days + at, 1));
        // Waits whose day factor is shared; the candidate's are 2 s shorter on average, with some chance of its own.
        const calls = 4;
        const wait = 30 + 5 * common;
        pairs.add(at, day(calls, wait, { queues: 1 }), day(calls, wait - 2 + own, { queues: 1 }));
      }
      const { low, high } = pairs.difference(pairOf(pairs, 'K-02', 'mean')).difference;
      if (low! <= -2000 && -2000 <= high!) hits += 1;
    }
    expect(Math.abs(hits / cases - 0.95) / Math.sqrt((0.95 * 0.05) / cases)).toBeLessThan(3.5);
  });
});
