import { expect, test } from 'vitest';
import { erlangB } from './erlang.ts';
import {
  equivalentRandom,
  equivalentRandomBlocking,
  haywardBlocking,
  orderedHunting,
  overflowTraffic,
  together,
} from './overflow-moments.ts';

/** Mean and variance of the number on an endless second group, from the balance of the chain (Kosten 1937), by iteration. */
function kosten(load: number, lines: number): { mean: number; variance: number } {
  const most = 60;
  const p = new Float64Array((lines + 1) * (most + 1)).fill(1 / ((lines + 1) * (most + 1)));
  const at = (i: number, j: number): number => i * (most + 1) + j;
  for (let sweep = 0; sweep < 3000; sweep++) {
    for (let i = 0; i <= lines; i++) {
      for (let j = 0; j <= most; j++) {
        const out = (i < lines || j < most ? load : 0) + i + j;
        let flow = 0;
        if (i > 0) flow += load * p[at(i - 1, j)]!;
        if (i === lines && j > 0) flow += load * p[at(i, j - 1)]!;
        if (i < lines) flow += (i + 1) * p[at(i + 1, j)]!;
        if (j < most) flow += (j + 1) * p[at(i, j + 1)]!;
        p[at(i, j)] = flow / out;
      }
    }
  }
  let [total, first, second] = [0, 0, 0];
  for (let i = 0; i <= lines; i++) {
    for (let j = 0; j <= most; j++) {
      total += p[at(i, j)]!;
      first += j * p[at(i, j)]!;
      second += j * j * p[at(i, j)]!;
    }
  }
  return { mean: first / total, variance: second / total - (first / total) ** 2 };
}

test('Riordan’s mean and variance are those of Kosten’s chain.', () => {
  const chain = kosten(3, 4);
  const formula = overflowTraffic(3, 4);
  expect(formula.mean).toBeCloseTo(chain.mean, 8);
  expect(formula.variance).toBeCloseTo(chain.variance, 8);
});

test('Without a first group the overflow is the random load itself.', () => {
  const traffic = overflowTraffic(7, 0);
  expect(traffic.mean).toBe(7);
  expect(traffic.peakedness).toBeCloseTo(1, 12);
  expect(haywardBlocking(traffic, 5)).toBeCloseTo(erlangB(7, 5), 12);
  expect(equivalentRandom(traffic).load).toBeCloseTo(7, 9);
});

test('Ordered hunting conserves calls: carried by both and lost make the load.', () => {
  const hunting = orderedHunting(10, 8, 6);
  expect(hunting.carriedGroup1 + hunting.carriedGroup2 + hunting.lostTraffic).toBeCloseTo(10, 12);
  expect(hunting.totalBlocking).toBeCloseTo(erlangB(10, 14), 14);
});

test.each([
  [10, 8],
  [25, 24],
  [3, 9],
  [400, 390],
  [5, 0.5],
])('The equivalent random group of the overflow of %f erlang from %f lines is that group.', (load, lines) => {
  const found = equivalentRandom(overflowTraffic(load, lines));
  expect(found.load / load).toBeCloseTo(1, 7);
  expect(found.lines).toBeCloseTo(lines, 5);
});

test('For the overflow of one group the equivalent random method is exact, Hayward’s within a fifth.', () => {
  const { overflow, blockingSeenByOverflow } = orderedHunting(10, 8, 6);
  expect(equivalentRandomBlocking(overflow, 6)).toBeCloseTo(blockingSeenByOverflow, 8);
  expect(Math.abs(haywardBlocking(overflow, 6) / blockingSeenByOverflow - 1)).toBeLessThan(0.2);
});

test('Streams add up in mean and variance; smooth traffic is no overflow.', () => {
  const two = together([overflowTraffic(10, 8), overflowTraffic(5, 4)]);
  expect(two.mean).toBeCloseTo(10 * erlangB(10, 8) + 5 * erlangB(5, 4), 12);
  expect(() => equivalentRandom({ mean: 2, variance: 1, peakedness: 0.5 })).toThrow(RangeError);
});
