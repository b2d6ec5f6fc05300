import { describe, expect, it } from 'vitest';
import { BINS, binOf, topOf } from './bins.ts';

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
