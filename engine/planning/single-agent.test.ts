import { expect, test } from 'vitest';
import type { Law } from '../kernel/distributions.ts';
import { singleAgent, singleAgentWaitTail } from './single-agent.ts';

test('With an exponential handle time it is M/M/1: P(W > t) = ρ exp(-(μ - λ) t), Var W = ρ (2 - ρ) / (μ - λ)².', () => {
  const rate = 0.75;
  const handle: Law = { law: 'exponential', mean: 1 };
  const { meanWait, varWait, meanQueue } = singleAgent(rate, handle);
  expect(meanWait).toBeCloseTo(3, 12);
  expect(varWait).toBeCloseTo((0.75 * 1.25) / 0.25 ** 2, 10);
  expect(meanQueue).toBeCloseTo(2.25, 12);
  for (const t of [0, 0.3, 2, 10, 40])
    expect(singleAgentWaitTail(rate, handle, t)).toBeCloseTo(0.75 * Math.exp(-0.25 * t), 9);
});

// Handle times of two phases in a mixture: the wait is a mixture of two exponentials, whose rates are roots of a quadratic.
test('With a mixture of two exponentials the tail is that of the roots of its transform.', () => {
  const rate = 0.5;
  const [p, a, b] = [0.75, 2, 0.4];
  const handle: Law = {
    law: 'hyperexponential',
    branches: [
      { weight: p, mean: 1 / a },
      { weight: 1 - p, mean: 1 / b },
    ],
  };
  const mean = p / a + (1 - p) / b;
  const rho = rate * mean;
  // (s + a)(s + b) - λ (s + p b + (1 - p) a + ...): from W*(s) = (1 - ρ) s / (s - λ + λ B*(s)).
  const linear = a + b - rate;
  const free = a * b - rate * (a + b) + rate * (p * a + (1 - p) * b);
  const root = Math.sqrt(linear ** 2 - 4 * free);
  const [x, y] = [(linear - root) / 2, (linear + root) / 2];
  const weight = (z: number, other: number): number => ((1 - rho) * (a - z) * (b - z)) / (-z * (other - z));
  const tail = (t: number): number => -weight(x, y) * Math.exp(-x * t) - weight(y, x) * Math.exp(-y * t);
  expect(tail(0)).toBeCloseTo(rho, 12);
  for (const t of [0.2, 1, 5, 30]) expect(singleAgentWaitTail(rate, handle, t)).toBeCloseTo(tail(t), 9);
});

test('With a constant handle time the tail is Erlang’s alternating series (1909).', () => {
  const rate = 0.75;
  const series = (t: number): number => {
    let sum = 0;
    let factorial = 1;
    for (let k = 0; k <= Math.floor(t); k++) {
      if (k > 0) factorial *= k;
      sum += ((-rate * (t - k)) ** k / factorial) * Math.exp(rate * (t - k));
    }
    return 1 - 0.25 * sum;
  };
  for (const t of [0.4, 1, 2.5, 6])
    expect(singleAgentWaitTail(rate, { law: 'constant', value: 1 }, t)).toBeCloseTo(series(t), 10);
});

test('A constant handle time written as a mixture, which the integral equation solves, gives the same within 2e-7.', () => {
  const constant: Law = { law: 'constant', value: 1 };
  const mixture: Law = { law: 'mixture', branches: [{ weight: 1, of: constant }] };
  for (const t of [0.4, 2.55, 6])
    expect(
      Math.abs(singleAgentWaitTail(0.75, mixture, t) - singleAgentWaitTail(0.75, constant, t)),
    ).toBeLessThan(2e-7);
});

// ∫ P(W > t) dt = E[W], by Simpson's rule far enough out.
test.each<[string, Law]>([
  ['lognormal', { law: 'lognormal', mean: 1, cv: 0.8 }],
  ['weibull', { law: 'weibull', shape: 0.8, mean: 1 }],
  ['uniform', { law: 'uniform', from: 0.5, to: 1.5 }],
  ['erlang', { law: 'erlang', shape: 3, mean: 1 }],
])('The area under the tail is the mean wait, handle time %s.', (_, handle) => {
  const end = 30;
  const steps = 60;
  let area = 0;
  for (let i = 0; i <= steps; i++) {
    const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    area += ((factor * end) / steps / 3) * singleAgentWaitTail(0.5, handle, (i * end) / steps);
  }
  expect(area).toBeCloseTo(singleAgent(0.5, handle).meanWait, 2);
});

test('An agent who cannot keep up has no steady state.', () => {
  expect(() => singleAgent(1, { law: 'exponential', mean: 1 })).toThrow(RangeError);
  expect(() => singleAgentWaitTail(2, { law: 'constant', value: 1 }, 3)).toThrow(RangeError);
});
