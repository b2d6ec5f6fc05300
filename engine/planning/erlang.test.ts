import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB, erlangC, linesFor, loadForAgents, loadOnLines } from './erlang.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';

/** Erlang's recursion over whole lines: another way to the same number, exact to a few last digits. */
function byRecursion(load: number, lines: number): number {
  let blocked = 1;
  for (let n = 1; n <= lines; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

function relative(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

describe('Erlang B', () => {
  test('agrees with the recursion from one line to a hundred thousand, over- and underloaded', () => {
    const sizes = [1, 2, 10, 49, 50, 51, 200, 5000, 1e5].flatMap((lines) =>
      [0.3, 0.9, 0.99, 1, 1.01, 1.5, 20].map((busy) => [busy * lines, lines] as const),
    );
    for (const [load, lines] of sizes) {
      const expected = byRecursion(load, lines);
      if (expected > 1e-280) expect(relative(erlangB(load, lines), expected)).toBeLessThan(1e-11);
      else expect(erlangB(load, lines)).toBeLessThan(1e-270);
    }
  });

  // 40 digits of a^c e^-a / Γ(c+1, a) by mpmath's incomplete gamma function.
  test.each([
    [0.5, 0.3, 0.746726294782556],
    [3.7, 2.4, 0.5215204286057663],
    [49.9, 20.5, 0.6018121391691205],
    [50.1, 20.5, 0.6033271335418207],
    [50.1, 0.5, 0.9902134417683919],
    [49.9, 0.5, 0.9901749734918408],
    [45, 60.25, 0.0050383275307651154],
    [1000, 1010.5, 0.01862480914307952],
    [1e-9, 1.5, 2.3788321524915296e-14],
    [200, 3.3, 0.9835830301819267],
  ])('at %d erlang on %d lines, a fraction of one among them, is %d', (load, lines, expected) => {
    expect(relative(erlangB(load, lines), expected)).toBeLessThan(2e-14);
  });

  test('keeps its recursion between fractions of lines', () => {
    const load = fc.double({ min: 1e-3, max: 500, noNaN: true });
    const lines = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(load, lines, (a, c) => {
        const fewer = erlangB(a, c);
        const expected = (a * fewer) / (c + 1 + a * fewer);
        fc.pre(expected > 1e-290);
        return relative(erlangB(a, c + 1), expected) < 1e-12;
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('falls with lines and rises with load', () => {
    const positive = fc.double({ min: 0.01, max: 2000, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (a, c, more) => {
        return erlangB(a, c + more) <= erlangB(a, c) && erlangB(a + more, c) >= erlangB(a, c);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('is 1 without lines and 0 without calls', () => {
    expect(erlangB(5, 0)).toBe(1);
    expect(erlangB(0, 0)).toBe(1);
    expect(erlangB(0, 3)).toBe(0);
    expect(erlangB(1e-300, 2)).toBe(0);
  });

  test('names the argument that is no number', () => {
    expect(() => erlangB(-1, 2)).toThrow(/load/);
    expect(() => erlangB(1, NaN)).toThrow(/lines/);
    expect(() => linesFor(10, 0)).toThrow(/maxBlocking/);
    expect(() => loadOnLines(10, 1)).toThrow(/maxBlocking/);
  });
});

describe('Erlang C', () => {
  test('is B / (1 - ρ(1 - B)) with B by the recursion, up to 10,000 agents', () => {
    for (const [load, agents] of [
      [10, 14],
      [83.3, 90],
      [9990, 10_000],
      [9000, 10_000],
      [0.001, 1],
    ] as const) {
      const b = byRecursion(load, agents);
      expect(relative(erlangC(load, agents), b / (1 - (load / agents) * (1 - b)))).toBeLessThan(1e-11);
    }
  });

  test('is ρ for one agent, and 1 where the queue grows without end', () => {
    expect(relative(erlangC(0.37, 1), 0.37)).toBeLessThan(1e-15);
    expect(erlangC(12, 12)).toBe(1);
    expect(erlangC(13, 12)).toBe(1);
  });

  test('of a queue without end has endless waits and nobody served in time', () => {
    const queue = new ErlangCQueue({ arrivalsPerHour: 240, meanHandleSec: 180 }, 12);
    expect([queue.pWait, queue.asa, queue.occupancy, queue.pServedWithin(60)]).toEqual([1, Infinity, 1, 0]);
    expect(queue.waitQuantile(0.5)).toBe(Infinity);
  });

  test('gives quantiles whose excess is what was asked', () => {
    const queue = new ErlangCQueue({ arrivalsPerHour: 500, meanHandleSec: 240 }, 36);
    for (const p of [0.5, 0.9, 0.999])
      expect(relative(queue.pWaitExceeds(queue.waitQuantile(p)), 1 - p)).toBeLessThan(1e-12);
    expect(queue.waitQuantile(0.1)).toBe(0);
  });
});

describe('Inverse searches', () => {
  test('linesFor gives the fewest: one line fewer blocks more', () => {
    const load = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(load, fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (a, blocking) => {
        const lines = linesFor(a, blocking);
        return (
          byRecursion(a, lines) <= blocking * (1 + 1e-12) &&
          (lines === 0 || byRecursion(a, lines - 1) > blocking * (1 - 1e-12))
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('loadOnLines and loadForAgents give the load at which the share is just what was asked', () => {
    for (const lines of [0.5, 1, 7, 100, 10_000])
      for (const p of [1e-4, 0.05, 0.7]) {
        expect(relative(erlangB(loadOnLines(lines, p), lines), p)).toBeLessThan(1e-9);
        expect(relative(erlangC(loadForAgents(lines, p), lines), p)).toBeLessThan(1e-9);
      }
  });
});
