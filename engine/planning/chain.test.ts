import { describe, expect, test } from 'vitest';
import type { Moves } from './chain.ts';
import { chainOf, ChainError, meanOver } from './chain.ts';
import { timeUntilEnd } from './chain-absorbing.ts';
import { Elimination } from './chain-elimination.ts';
import { multilevelSteadyState } from './chain-multilevel.ts';
import { imbalance, steadyState } from './chain-steady.ts';
import { after, expectedAfter, over } from './chain-transient.ts';
import { steadyStateOf } from './chain-truncation.ts';
import { longRun } from './chain-variance.ts';
import { erlangB, erlangC } from './erlang.ts';

/** M/M/c with handle times of mean 1 and so many places. */
function queue(arrivals: number, agents: number, places = Infinity): Moves {
  return ([present], to) => {
    if (present! < places) to([present! + 1], arrivals);
    to([present! - 1], Math.min(present!, agents));
  };
}

/** Two queues; who finds the first full goes to the second. */
function pair(most1: number, most2: number): Moves {
  return ([one, two], to) => {
    if (one! < most1) to([one! + 1, two!], 4.5);
    else if (two! < most2) to([one!, two! + 1], 4.5);
    if (two! < most2) to([one!, two! + 1], 3);
    to([one! - 1, two!], Math.min(one!, 5));
    to([one!, two! - 1], Math.min(two!, 4));
  };
}

describe('a chain', () => {
  test('holds all states that can be reached, and no other.', () => {
    const chain = chainOf([[0]], queue(2, 1, 3));
    expect(chain.states).toEqual([[0], [1], [2], [3]]);
    expect([...chain.exit]).toEqual([2, 3, 3, 1]);
    expect(chain.indexOf([4])).toBeUndefined();
  });

  test('needs a start and rates that are numbers of 0 or more.', () => {
    expect(() => chainOf([], queue(1, 1))).toThrow(ChainError);
    expect(() => chainOf([[0]], (_, to) => to([1], -1))).toThrow('From (0) to (1) at -1 a second.');
    expect(() => chainOf([[0]], (_, to) => to([1], Number.NaN))).toThrow(RangeError);
  });
});

describe('the steady state', () => {
  test('of M/M/c/c and of M/M/c is that of Erlang B and C.', () => {
    const loss = chainOf([[0]], queue(90, 100, 100));
    expect(steadyState(loss).at(-1)! / erlangB(90, 100)).toBeCloseTo(1, 12);
    const { chain, distribution } = steadyStateOf({ start: [0], moves: queue(90, 100), unlimited: [0] });
    const waiting = meanOver(chain, distribution, ([present]) => (present! >= 100 ? 1 : 0));
    expect(waiting / erlangC(90, 100)).toBeCloseTo(1, 12);
  });

  test('of thousands of agents, where the empty system has no probability that a double could hold, is found.', () => {
    const { chain, distribution } = steadyStateOf({ start: [0], moves: queue(2000, 2040), unlimited: [0] });
    const waiting = meanOver(chain, distribution, ([present]) => (present! >= 2040 ? 1 : 0));
    expect(waiting / erlangC(2000, 2040)).toBeCloseTo(1, 9);
  });

  test('by elimination keeps the digits of the smallest probabilities.', () => {
    const chain = chainOf([[0]], queue(0.5, 1, 900));
    // (1 - rho) rho^n, with 900 places: 5.9e-272.
    expect(steadyState(chain).at(-1)! / 0.5 ** 901).toBeCloseTo(1, 11);
  });

  test('by levels is that by elimination.', () => {
    const chain = chainOf([[0, 0]], pair(12, 200));
    const exact = new Elimination(chain).steadyState();
    const found = multilevelSteadyState(chain);
    expect(Math.max(...exact.map((share, at) => Math.abs(share - found[at]!)))).toBeLessThan(1e-12);
    expect(imbalance(chain, exact)).toBeLessThan(1e-15);
    expect(imbalance(chain, found)).toBeLessThan(1e-14);
  });

  test('by levels is found too where sweeps alone are enough: a line of callers of two kinds, in all orders.', () => {
    const line: Moves = ([length, kinds], to) => {
      if (length! < 11) for (const kind of [0, 1]) to([length! + 1, 2 * kinds! + kind], 0.4);
      if (length! > 0) to([length! - 1, kinds! & ((1 << (length! - 1)) - 1)], 1);
    };
    const chain = chainOf([[0, 0]], line);
    const lengths = new Float64Array(12);
    const found = multilevelSteadyState(chain);
    for (const [at, [length]] of chain.states.entries()) lengths[length!]! += found[at]!;
    // M/M/1 with 11 places: rho^n, and each order of a length as likely as another.
    for (const [length, share] of lengths.entries())
      expect(share / (lengths[0]! * 0.8 ** length)).toBeCloseTo(1, 10);
  });

  test('does not exist without moves, and where some states are left for ever.', () => {
    expect(() => steadyState(chainOf([[0]], () => {}))).toThrow('The chain has no moves.');
    const oneWay: Moves = ([state], to) => {
      if (state! < 2) to([state! + 1], 1);
    };
    expect(() => steadyState(chainOf([[0]], oneWay))).toThrow(
      'The chain has no single steady state: from (1) it never comes back to (0).',
    );
  });
});

describe('a cut', () => {
  test.each([0.3, 0.8, 0.97])('of M/M/1 at a load of %d leaves no more beyond than it says.', (load) => {
    const { chain, beyond } = steadyStateOf({ start: [0], moves: queue(load, 1), unlimited: [0] });
    expect(beyond).toBeLessThanOrEqual(1e-14);
    // Of the endless queue, beyond the last state: rho^(last + 1).
    expect(load ** chain.states.length).toBeLessThanOrEqual(1.01 * beyond);
  });

  test('is not found where the queue grows for ever.', () => {
    expect(() => steadyStateOf({ start: [0], moves: queue(1.1, 1), unlimited: [0] })).toThrow(
      'There is no steady state',
    );
  });
});

describe('over a time', () => {
  test('M/M/infinity from empty is Poisson of mean load (1 - e^-t), and its busy time the integral.', () => {
    const chain = chainOf([[0]], queue(8, Infinity, 120));
    const start = new Float64Array(chain.states.length);
    start[0] = 1;
    const { end, time } = over(chain, start, 1.5);
    const mean = 8 * -Math.expm1(-1.5);
    let share = Math.exp(-mean);
    for (let present = 0; present < 25; present++) {
      expect(end[present]! / share).toBeCloseTo(1, 11);
      share *= mean / (present + 1);
    }
    expect(meanOver(chain, time, ([present]) => present!)).toBeCloseTo(8 * (1.5 + Math.expm1(-1.5)), 11);
    expect(time.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1.5, 12);
  });

  test('backwards from a value and forwards from a state are the same.', () => {
    const chain = chainOf([[0, 0]], pair(8, 20));
    const value = Float64Array.from(chain.states, ([one, two]) => one! * two!);
    const from = expectedAfter(chain, value, 0.7);
    for (const at of [0, 17, chain.states.length - 1]) {
      const start = new Float64Array(value.length);
      start[at] = 1;
      const end = after(chain, start, 0.7);
      expect(end.reduce((sum, share, state) => sum + share * value[state]!, 0)).toBeCloseTo(from[at]!, 11);
    }
  });

  test('millions of moves neither underflow nor take millions of steps once all is settled.', () => {
    const chain = chainOf([[0]], queue(3, 5, 40));
    const start = new Float64Array(chain.states.length);
    start[0] = 1;
    const { end, time } = over(chain, start, 1e9);
    const steady = steadyState(chain);
    for (const [state, share] of steady.entries()) expect(end[state]).toBeCloseTo(share, 12);
    expect(time.reduce((sum, each) => sum + each, 0) / 1e9).toBeCloseTo(1, 10);
  });

  test('a chain that ends stays as long as its moves take.', () => {
    const down: Moves = ([left], to) => to([left! - 1], left!);
    const chain = chainOf([[10]], down);
    const start = new Float64Array(chain.states.length);
    start[0] = 1;
    const time = timeUntilEnd(chain, start);
    expect(meanOver(chain, time, () => 1)).toBeCloseTo(
      [...Array(10).keys()].reduce((sum, k) => sum + 1 / (k + 1), 0),
      12,
    );
    expect(time.at(-1)).toBe(0);
  });
});

describe('the asymptotic variance', () => {
  test.each([0.5, 0.8, 0.95])(
    'of the number in M/M/1 at %d is 2 rho (1 + rho) / (1 - rho)^4 (Whitt 1989).',
    (load) => {
      const { chain } = steadyStateOf({ start: [0], moves: queue(load, 1), unlimited: [0] });
      const { mean, asymptoticVariance } = longRun(chain, ([present]) => present!);
      expect(mean / (load / (1 - load))).toBeCloseTo(1, 8);
      expect(asymptoticVariance / ((2 * load * (1 + load)) / (1 - load) ** 4)).toBeCloseTo(1, 8);
    },
  );

  test('of the busy in M/M/infinity is 2 load handle times.', () => {
    const { chain } = steadyStateOf({ start: [0], moves: queue(20, Infinity), unlimited: [0] });
    expect(longRun(chain, ([present]) => present!).asymptoticVariance).toBeCloseTo(40, 8);
  });

  test('of a state left at a and come back to at b is 2ab / (a + b)^3.', () => {
    const chain = chainOf([[0]], ([state], to) => to([1 - state!], state === 0 ? 0.3 : 1.7));
    expect(longRun(chain, ([state]) => state!).asymptoticVariance).toBeCloseTo((2 * 0.3 * 1.7) / 2 ** 3, 12);
  });
});
