import { describe, expect, test } from 'vitest';
import { calculated, rangeVerdict, verdictOf } from './verdict.ts';

const usual = { z: 3.5, maxRelHalfWidth: 0.02 };
const measured = (estimate: number, standardError: number, n = 1000) => ({
  estimate,
  standardError,
  half: 1.96 * standardError,
  n,
});
const plain = (name: string, expected: number) => ({ name, expected, isShare: false, reference: null });

describe("a calculator's number", () => {
  test.each([
    [{ rel: 1e-3 }, 'asa', 10, 10.009, true],
    [{ rel: 1e-3 }, 'asa', 10, 10.011, false],
    [{ abs: 0.02 }, 'asa', 10, 10.019, true],
    [{ rel: 1e-9, abs: 0.02 }, 'asa', 10, 10.019, true],
    [{ abs: 0 }, 'lines', 30, 30, true],
    [{ abs: 0 }, 'lines', 30, 31, false],
    [{ agents: 'equal', serviceLevel: { rel: 1e-3 } }, 'agents', 14, 14.0001, false],
    [{ agents: 'equal', serviceLevel: { rel: 1e-3 } }, 'serviceLevelOneFewer', 0.8, 0.8007, true],
    [{ rel: 1e-8, tailAbs: 1e-3 }, 'pWaitExceeds_60', 0.5, 0.5009, true],
    [{ rel: 1e-8, tailAbs: 1e-3 }, 'meanWait', 0.5, 0.5009, false],
    [{ index: 'equal', exactCoverage: { rel: 1e-3 } }, 'lowerIndex1Based', 84, 85, false],
    [{ rel: 1e-3 }, 'curve[2].pAbandon', 0.1, 0.10009, true],
  ] as const)('under %j for %s = %d: %d is within: %s', (tolerance, name, expected, value, isWithin) => {
    expect(calculated(tolerance, name, expected, value).isWithin).toBe(isWithin);
  });

  test('that is missing is not within', () => {
    expect(calculated({ rel: 1 }, 'asa', 10, Number.NaN).isWithin).toBe(false);
  });
});

describe('a simulated number', () => {
  test('is near within so many standard errors, and narrow by its half-width, each by itself', () => {
    expect(verdictOf(plain('asa', 100), measured(103, 1), 1e6, usual)).toMatchObject({ z: 3, isNear: true });
    expect(verdictOf(plain('asa', 100), measured(104, 1), 1e6, usual)).toMatchObject({ z: 4, isNear: false });
    expect(verdictOf(plain('asa', 100), measured(100, 1.0), 1e6, usual).isNarrow).toBe(true);
    expect(verdictOf(plain('asa', 100), measured(100, 1.1), 1e6, usual).isNarrow).toBe(false);
  });

  test('under 0.01 is asked for a half-width of 0.0005', () => {
    expect(verdictOf(plain('pBlock', 0.004), measured(0.004, 0.0002), 1e6, usual)).toMatchObject({
      widest: 0.0005,
      isNarrow: true,
    });
  });

  test('of which nothing was seen yet is as unsure as so many independent callers are', () => {
    const rare = { name: 'pRare', expected: 1e-4, isShare: true, reference: null };
    // 10,000 callers, one expected: z is -1, not minus infinity.
    expect(verdictOf(rare, measured(0, 0), 10_000, usual).z).toBeCloseTo(-1, 3);
  });

  test('that cannot vary must be right', () => {
    expect(verdictOf(plain('pAbandon', 0), measured(0, 0), 1e6, usual)).toMatchObject({ z: 0, isNear: true });
    expect(verdictOf(plain('pAbandon', 0), measured(0.01, 0), 1e6, usual).isNear).toBe(false);
  });

  test('that was never seen at all is not near', () => {
    expect(verdictOf(plain('asa', 1), measured(Number.NaN, Number.NaN), 0, usual)).toMatchObject({
      isNear: false,
      isNarrow: false,
    });
  });

  test('beside one printed by others has the doubt of both, and their rounding', () => {
    const printed = (standardError: number, rounding: number) => ({
      ...plain('ASA', 4.7),
      reference: { standardError, rounding },
    });
    expect(verdictOf(printed(0.3, 0), measured(5.2, 0.4), 1e6, usual).z).toBeCloseTo(1, 9);
    expect(verdictOf(printed(0, 0.05), measured(4.74, 0.001), 1e6, usual)).toMatchObject({
      z: 0,
      widest: null,
    });
    expect(verdictOf(printed(0, 0.05), measured(4.77, 0.01), 1e6, usual).z).toBeCloseTo(2, 9);
  });

  test('with a range is right within it', () => {
    expect(rangeVerdict('coverage', 0.95, measured(0.93, 0.01), [0.92, 0.98]).isNear).toBe(true);
    expect(rangeVerdict('coverage', 0.95, measured(0.91, 0.01), [0.92, 0.98]).isNear).toBe(false);
  });
});
