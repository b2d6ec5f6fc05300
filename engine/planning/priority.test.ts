import { expect, test } from 'vitest';
import { erlangC } from './erlang.ts';
import { priorityMeanWaits, PriorityAgents } from './priority.ts';

/**
 * P(W > t | waits) by the Euler algorithm (Abate and Whitt 1995, ORSA Journal on Computing 7, 36-43) on the transform along a
 * vertical line: complex arithmetic and no knowledge of cuts or poles.
 */
function byEuler(a: number, completion: number, v: number, t: number): number {
  const real = (re: number, im: number): number => {
    // (1 - φ(s)) / s with φ = v / (v + s + a (1 - β)), a (1 - β) = (a - M - s + √((a + M + s)² - 4 a M)) / 2
    const [wr, wi] = [a + completion + re, im];
    const [dr, di] = [wr * wr - wi * wi - 4 * a * completion, 2 * wr * wi];
    const size = Math.hypot(dr, di);
    let rr = Math.sqrt((size + dr) / 2);
    let ri = Math.sign(di || 1) * Math.sqrt(Math.max(0, (size - dr) / 2));
    // The branch with the positive real part, as for real s.
    if (rr < 0) [rr, ri] = [-rr, -ri];
    const [er, ei] = [v + re + (a - completion - re + rr) / 2, im + (-im + ri) / 2];
    const norm = er * er + ei * ei;
    const [fr, fi] = [1 - (v * er) / norm, (v * ei) / norm];
    return (fr * re + fi * im) / (re * re + im * im);
  };
  const A = 24;
  const n = 40;
  const m = 14;
  let sum = (Math.exp(A / 2) / (2 * t)) * real(A / (2 * t), 0);
  const partial: number[] = [];
  for (let k = 1; k <= n + m; k++) {
    sum += (Math.exp(A / 2) / t) * (-1) ** k * real(A / (2 * t), (k * Math.PI) / t);
    if (k >= n) partial.push(sum);
  }
  let binomial = 1;
  let euler = 0;
  for (let k = 0; k <= m; k++) {
    euler += (binomial * partial[k]!) / 2 ** m;
    binomial = (binomial * (m - k)) / (k + 1);
  }
  return euler;
}

test.each([
  [[0.3, 0.4], 1],
  [[0.2, 0.3, 0.4], 1],
  [[4, 5], 10],
  [[0.05, 0.9], 1],
  [[0.8, 0.05], 1],
])(
  'The tails of classes %j on %i agents are those of the transform inverted numerically.',
  (rates, agents) => {
    const exact = new PriorityAgents(rates, 1, agents);
    rates.forEach((_, at) => {
      const a = rates.slice(0, at).reduce((sum, each) => sum + each, 0);
      const v = agents - a - rates[at]!;
      for (const t of [0.1, 1, 4]) {
        const euler = byEuler(a, agents, v, t);
        expect(Math.abs(exact.waitTail(at, t) / exact.pWait - euler)).toBeLessThan(1e-8);
      }
    });
  },
);

test('At t = 0 the tail is the share who wait, whatever the class.', () => {
  const agents = new PriorityAgents([3, 2, 4], 1, 10);
  for (const at of [0, 1, 2]) expect(agents.waitTail(at, 0)).toBeCloseTo(erlangC(9, 10), 9);
});

test('The area under each tail is Cobham’s mean.', () => {
  const agents = new PriorityAgents([0.2, 0.3, 0.25], 1, 1);
  agents.meanWaits.forEach((mean, at) => {
    const [end, steps] = [300, 1000];
    let area = 0;
    for (let i = 0; i <= steps; i++) {
      const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      // Squared spacing: the tail is steep at first.
      const u = i / steps;
      area += (factor / steps / 3) * 2 * u * end * agents.waitTail(at, u * u * end);
    }
    expect(area).toBeCloseTo(mean, 4);
  });
});

test('Weighted by the load, the waits of all classes are that of one class: priorities share the waiting, they do not save it.', () => {
  const rates = [2, 3, 4];
  const { meanWaits } = new PriorityAgents(rates, 1, 10);
  const together = rates.reduce((sum, rate, at) => sum + rate * meanWaits[at]!, 0) / 9;
  expect(together).toBeCloseTo(erlangC(9, 10), 10);
});

test('A far tail keeps its digits: it falls as its slowest exponential does.', () => {
  const agents = new PriorityAgents([0.2, 0.6], 1, 1);
  // a = 0.2, v = 0.2: the pole x0 = v (M - a - v) / (M - v) = 0.15, since v - (x0 + M - a)/2 < 0; the cut begins at 0.31.
  expect(agents.waitTail(1, 200)).toBeLessThan(1e-12);
  expect(agents.waitTail(1, 201) / agents.waitTail(1, 200)).toBeCloseTo(Math.exp(-0.15), 9);
});

test('On one agent with exponential handle times, handle times by class give the same means.', () => {
  const rates = [0.2, 0.3, 0.25];
  const waits = priorityMeanWaits(
    rates.map((arrivalRate) => ({ arrivalRate, handle: { law: 'exponential', mean: 1 } })),
  );
  const { meanWaits } = new PriorityAgents(rates, 1, 1);
  waits.forEach((wait, at) => expect(wait).toBeCloseTo(meanWaits[at]!, 12));
});

test('Classes that are too much together are refused.', () => {
  expect(() => new PriorityAgents([5, 5], 1, 10)).toThrow(RangeError);
});
