import { expect, test } from 'vitest';
import type { Law } from '../kernel/distributions.ts';
import { ConstantHandle } from './constant-handle.ts';
import { erlangC } from './erlang.ts';
import { generalHandle, generalHandleApproximations } from './general-handle.ts';
import { phaseTypeAgents } from './phase-type-agents.ts';
import { phasesInSeries, phasesOf } from './phase-type.ts';
import { singleAgent } from './single-agent.ts';

// Crommelin's chain n' = max(n - c, 0) + Poisson(a), iterated to its steady state: another way to the same numbers.
function crommelin(load: number, agents: number): { pWait: number; meanQueue: number } {
  const size = 160;
  const poisson: number[] = [Math.exp(-load)];
  for (let n = 1; n < size; n++) poisson.push((poisson[n - 1]! * load) / n);
  let p = new Float64Array(size);
  p[0] = 1;
  for (let round = 0; round < 3000; round++) {
    const next = new Float64Array(size);
    p.forEach((share, n) => {
      const left = Math.max(n - agents, 0);
      for (let m = 0; left + m < size; m++) next[left + m]! += share * poisson[m]!;
    });
    p = next;
  }
  let pWait = 0;
  let meanQueue = 0;
  p.forEach((share, n) => {
    if (n >= agents) pWait += share;
    meanQueue += Math.max(n - agents, 0) * share;
  });
  return { pWait, meanQueue };
}

test.each([
  [1, 0.6],
  [3, 2.4],
  [6, 5],
])(
  '%i agents with a constant handle time and %f erlang: Spitzer’s sums are Crommelin’s chain.',
  (agents, load) => {
    const exact = new ConstantHandle(load, 1, agents);
    const chain = crommelin(load, agents);
    expect(exact.pWait).toBeCloseTo(chain.pWait, 9);
    expect(exact.meanQueue).toBeCloseTo(chain.meanQueue, 9);
    expect(exact.waitTail(0)).toBeCloseTo(exact.pWait, 12);
  },
);

test('The area under the tail of M/D/c is its mean wait.', () => {
  const exact = new ConstantHandle(5, 1, 6);
  const steps = 2000;
  let area = 0;
  // The tail has kinks at whole handle times, which are grid points.
  for (let i = 0; i <= steps; i++)
    area += ((i === 0 || i === steps ? 0.5 : 1) * 10 * exact.waitTail((10 * i) / steps)) / steps;
  expect(area).toBeCloseTo(exact.meanWait, 5);
});

test('With one phase it is M/M/c.', () => {
  const { pWait, meanQueue } = phaseTypeAgents(5, phasesInSeries([1]), 6);
  expect(pWait).toBeCloseTo(erlangC(5, 6), 12);
  expect(meanQueue).toBeCloseTo(erlangC(5, 6) * 5, 11);
});

test('Two phases or two branches of the same mean change nothing.', () => {
  const split: Law = {
    law: 'hyperexponential',
    branches: [
      { weight: 0.3, mean: 1 },
      { weight: 0.7, mean: 1 },
    ],
  };
  expect(generalHandle(5, split, 6)!.meanQueue).toBeCloseTo(erlangC(5, 6) * 5, 10);
});

test.each<[string, Law]>([
  ['Erlang of 3 phases', { law: 'erlang', shape: 3, mean: 1 }],
  [
    'hyperexponential',
    {
      law: 'hyperexponential',
      branches: [
        { weight: 0.75, mean: 0.5 },
        { weight: 0.25, mean: 2.5 },
      ],
    },
  ],
  [
    'a mixture of phases',
    {
      law: 'mixture',
      branches: [
        { weight: 0.5, of: { law: 'erlang', shape: 2, mean: 1 } },
        { weight: 0.5, of: { law: 'exponential', mean: 0.5 } },
      ],
    },
  ],
])('With one agent it is Pollaczek and Khinchine’s mean: %s.', (_, law) => {
  expect(phaseTypeAgents(0.7, phasesOf(law)!, 1).meanWait).toBeCloseTo(singleAgent(0.7, law).meanWait, 10);
});

test('Erlang laws of more and more phases come to the constant handle time.', () => {
  const constant = new ConstantHandle(2.4, 1, 3).meanWait;
  const off = [2, 4, 8].map(
    (shape) => generalHandle(2.4, { law: 'erlang', shape, mean: 1 }, 3)!.meanWait - constant,
  );
  expect(off[0]! / off[1]!).toBeGreaterThan(1.8);
  expect(off[1]! / off[2]!).toBeGreaterThan(1.8);
  expect(off[2]! / constant).toBeLessThan(0.13);
});

test('A lognormal handle time has no exact answer, and each approximation is near what is exact for its two moments.', () => {
  const lognormal: Law = { law: 'lognormal', mean: 1, cv: Math.SQRT1_2 };
  expect(generalHandle(5, lognormal, 6)).toBeNull();
  const exact = generalHandle(5, { law: 'erlang', shape: 2, mean: 1 }, 6)!.meanWait;
  for (const { name, meanWait } of generalHandleApproximations(5, lognormal, 6))
    expect(Math.abs(meanWait / exact - 1), name).toBeLessThan(0.06);
});

test('For exponential handle times three approximations are Erlang C, for constant ones two are M/D/c.', () => {
  const named = (law: Law) =>
    Object.fromEntries(generalHandleApproximations(5, law, 6).map((each) => [each.name, each.meanWait]));
  const random = named({ law: 'exponential', mean: 1 });
  for (const name of ['Lee-Longton', 'Kimura', 'Cosmetatos'])
    expect(random[name]).toBeCloseTo(erlangC(5, 6), 10);
  const constant = named({ law: 'constant', value: 1 });
  for (const name of ['Kimura', 'Cosmetatos'])
    expect(constant[name]).toBeCloseTo(new ConstantHandle(5, 1, 6).meanWait, 10);
});

test('Near their limit thirty agents with constant handle times wait half as long as with exponential ones (Kingman’s limit).', () => {
  expect(new ConstantHandle(29.7, 1, 30).meanWait / (erlangC(29.7, 30) / 0.3)).toBeCloseTo(0.5, 1);
});

test('Forty agents of two phases: between constant and exponential handle times.', () => {
  const { meanWait } = phaseTypeAgents(38, phasesInSeries([0.75, 0.25]), 40);
  expect(meanWait).toBeLessThan(erlangC(38, 40) / 2);
  expect(meanWait).toBeGreaterThan(new ConstantHandle(38, 1, 40).meanWait);
});

test('Agents who cannot keep up, and too many states, are refused.', () => {
  expect(() => new ConstantHandle(6, 1, 6)).toThrow(RangeError);
  expect(() => phaseTypeAgents(6, phasesInSeries([1]), 6)).toThrow(RangeError);
  expect(() => generalHandle(100, { law: 'erlang', shape: 5, mean: 1 }, 200)).toThrow(/too many states/);
});
