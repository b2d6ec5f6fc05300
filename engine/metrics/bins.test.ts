import { describe, expect, it } from 'vitest';
import {
  BINS,
  binOf,
  COARSE_BINS,
  COARSE_SCALE,
  coarseBinOf,
  DELAY_STEP,
  STAY_STEP,
  STEP_BINS,
  stepOf,
  topOf,
} from './bins.ts';

describe('Bins of waits', () => {
  it('keep 0 apart', () => {
    expect(binOf(0)).toBe(0);
    expect(topOf(0)).toBe(0);
    expect(binOf(1)).toBe(1);
  });

  it('hold each value in the bin whose top is the first not below it', () => {
    for (let value = 1; value < 100_000_000; value = Math.ceil(value * 1.003)) {
      const bin = binOf(value);
      expect(topOf(bin)).toBeGreaterThanOrEqual(value);
      expect(topOf(bin - 1)).toBeLessThan(value);
    }
    for (let bin = 0; bin < BINS; bin++) expect(binOf(topOf(bin))).toBe(bin);
  });

  it('are 50 ms wide below 3.2 s and 1/32 of the value at most above', () => {
    for (let bin = 1; bin < BINS; bin++) {
      const width = topOf(bin) - topOf(bin - 1);
      if (topOf(bin) <= 3200) expect(width).toBe(50);
      else expect(width).toBeLessThanOrEqual(topOf(bin - 1) / 32);
    }
  });

  it('reach beyond the longest life of a callback and take what is longer into the last', () => {
    expect(topOf(BINS - 1)).toBeGreaterThan(70 * 86_400_000);
    expect(binOf(400 * 86_400_000)).toBe(BINS - 1);
  });
});

describe('Coarse bins of waits', () => {
  const { topOf: top } = COARSE_SCALE;

  it('keep 0 apart, and hold each value in the bin whose top is the first not below it', () => {
    expect([coarseBinOf(0), coarseBinOf(1), top(0)]).toEqual([0, 1, 0]);
    for (let value = 1; value < 100_000_000; value = Math.ceil(value * 1.003)) {
      const bin = coarseBinOf(value);
      expect(top(bin)).toBeGreaterThanOrEqual(value);
      expect(top(bin - 1)).toBeLessThan(value);
    }
    for (let bin = 0; bin < COARSE_BINS; bin++) expect(coarseBinOf(top(bin))).toBe(bin);
  });

  it('are 1 s wide up to 16 s and 1/8 of the value at most above, up to 36 h', () => {
    for (let bin = 1; bin < COARSE_BINS; bin++) {
      const width = top(bin) - top(bin - 1);
      if (top(bin) <= 16_000) expect(width).toBe(1000);
      else expect(width).toBeLessThanOrEqual(top(bin - 1) / 8);
    }
    expect(top(COARSE_BINS - 1)).toBeGreaterThan(36 * 3_600_000);
    expect(coarseBinOf(400 * 86_400_000)).toBe(COARSE_BINS - 1);
  });
});

describe('Even steps', () => {
  it('hold what is above so many steps, up to one more; the last one all the rest', () => {
    expect([0, 1, 10_000, 10_001, 20_000].map((value) => stepOf(value, STAY_STEP))).toEqual([1, 1, 1, 2, 2]);
    expect([3_600_000, 3_600_001, 9e12].map((value) => stepOf(value, STAY_STEP))).toEqual([360, 361, 361]);
    expect(stepOf(6 * 3_600_000 + 1, DELAY_STEP)).toBe(STEP_BINS - 1);
  });
});
