import { describe, expect, it, test } from 'vitest';
import { studentFactor } from './confidence.ts';
import { chanceOf, distanceFrom, replicatesToSee, standingAmong, sureAbove } from './significance.ts';

/** An estimate with that standard error. */
function estimateOf(mean: number, standardError: number, n: number) {
  const half = studentFactor(n - 1) * standardError;
  return { mean, low: mean - half, high: mean + half, n };
}

describe('the distance of an estimate from a bound', () => {
  it('is in standard errors and has a sign', () => {
    expect(distanceFrom(estimateOf(0.82, 0.01, 20), 0.8)).toBeCloseTo(2, 10);
    expect(distanceFrom(estimateOf(-3, 2, 5))).toBeCloseTo(-1.5, 10);
  });

  it('is without end where nothing varied, and 0 where nothing differs', () => {
    expect(distanceFrom({ mean: 8, low: 8, high: 8, n: 20 })).toBe(Infinity);
    expect(distanceFrom({ mean: -8, low: -8, high: -8, n: 20 })).toBe(-Infinity);
    expect(distanceFrom({ mean: 0, low: 0, high: 0, n: 20 })).toBe(0);
  });

  it('is unknown without an interval', () => {
    const alone = { mean: 8, low: null, high: null, n: 1 };
    expect([distanceFrom(alone), chanceOf(alone), sureAbove(alone, 7), replicatesToSee(alone, 1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

test('a bound at the end of the interval is passed with a confidence of 97.5 %, a chance of 5 %', () => {
  const estimate = estimateOf(10, 1, 8);
  expect(sureAbove(estimate, estimate.low)).toBeCloseTo(0.975, 9);
  expect(sureAbove(estimate, estimate.high)).toBeCloseTo(0.025, 9);
  expect(sureAbove(estimate, 10)).toBeCloseTo(0.5, 12);
  const shifted = { ...estimate, mean: 10 - estimate.low, low: 0, high: estimate.high - estimate.low };
  expect(chanceOf(shifted)).toBeCloseTo(0.05, 9);
});

test('chances of Student as tables print them: t 3.169 of 10 degrees of freedom is passed by 1 % on both sides', () => {
  expect(chanceOf(estimateOf(3.1693, 1, 11))).toBeCloseTo(0.01, 5);
  expect(chanceOf(estimateOf(-12.706, 1, 2))).toBeCloseTo(0.05, 5);
});

describe('many looks', () => {
  // Holm 1979: the smallest chance against 5 %/4, the next against 5 %/3, and so on until one fails.
  it('are held together by Holm: what comes after a failure does not stand', () => {
    expect(standingAmong([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
    expect(standingAmong([0.012, 0.016, 0.024, 0.049])).toEqual([true, true, true, true]);
    expect(standingAmong([0.013, 0.001])).toEqual([true, true]);
  });

  it('leave out what has no interval', () => {
    expect(standingAmong([null, 0.03, null])).toEqual([false, true, false]);
    expect(standingAmong([])).toEqual([]);
  });
});

test('to see half the difference takes four times the days', () => {
  // A standard error of 1 after 25 days is 5 for one day; (1.95996 + 0.84162) * 5 / 2 = 7.004, squared 49.06.
  expect(replicatesToSee(estimateOf(0, 1, 25), 2)).toBe(50);
  expect(replicatesToSee(estimateOf(0, 1, 25), 1)).toBe(197);
  expect(replicatesToSee(estimateOf(0, 1, 25), 1e9)).toBe(2);
});
