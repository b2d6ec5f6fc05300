import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliderOf } from './threshold-slider.ts';

const day = 86_400;

describe('a slider', () => {
  it.each([
    ['an offer after 30 s', 'length', 30, 0, 600, { low: 0, high: 120, step: 5 }],
    ['an offer after 90 s', 'length', 90, 0, 600, { low: 0, high: 300, step: 5 }],
    ['a ring of 18 s, which no step of 5 s meets', 'length', 18, 1, 120, { low: 1, high: 60, step: 1 }],
    ['a repeat after 2 min, at least 30 s', 'length', 120, 30, 3600, { low: 30, high: 300, step: 5 }],
    ['a retry after 15 min', 'length', 900, 300, 3 * day, { low: 300, high: 3600, step: 60 }],
    ['an expiry after a week', 'length', 7 * day, day, 30 * day, { low: day, high: 30 * day, step: day / 2 }],
    ['a limit of 2', 'whole', 2, 0, 100, { low: 0, high: 10, step: 1 }],
    ['12 agents', 'whole', 12, 0, 100_000, { low: 0, high: 30, step: 1 }],
    ['40 agents', 'whole', 40, 0, 100_000, { low: 0, high: 100, step: 1 }],
    ['1000 agents', 'whole', 1000, 0, 100_000, { low: 0, high: 3000, step: 10 }],
    ['1003 agents, one by one', 'whole', 1003, 0, 100_000, { low: 0, high: 3000, step: 1 }],
    ['3 attempts of 10 at most', 'whole', 3, 1, 10, { low: 1, high: 10, step: 1 }],
    ['a share', 'share', 0.8, 0, 1, { low: 0, high: 1, step: 0.01 }],
    ['a share to the half per cent', 'share', 0.805, 0, 1, { low: 0, high: 1, step: 0.005 }],
    ['a factor', 'factor', 1, 0.1, 5, { low: 0.5, high: 2, step: 0.05 }],
    ['a factor below the half', 'factor', 0.2, 0.1, 5, { low: 0.1, high: 2, step: 0.05 }],
    ['a factor above the double', 'factor', 3, 0, 5, { low: 0.5, high: 5, step: 0.05 }],
  ] as const)('for %s', (_what, kind, value, min, max, slider) => {
    expect(sliderOf({ kind, value, anchor: value, min, max })).toEqual(slider);
  });

  it('that stands nowhere has a range made for a usual size', () => {
    expect(sliderOf({ kind: 'whole', value: null, anchor: 38, min: 1, max: 1_000_000 })).toEqual({
      low: 1,
      high: 100,
      step: 1,
    });
    expect(sliderOf({ kind: 'length', value: null, anchor: 60, min: 0, max: day })).toEqual({
      low: 0,
      high: 300,
      step: 5,
    });
  });

  it('is within its bounds, around its value, and its value is on its grid, whatever the numbers', () => {
    const numbers = fc.record({
      kind: fc.constantFrom('length' as const, 'whole' as const),
      min: fc.integer({ min: 0, max: 1000 }),
      width: fc.integer({ min: 1, max: 100_000_000 }),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(numbers, ({ kind, min, width, place }) => {
        const max = min + width;
        const value = min + Math.floor(place * width);
        const { low, high, step } = sliderOf({ kind, value, anchor: Math.max(1, value), min, max });
        expect(min <= low && low <= value && value <= high && high <= max).toBe(true);
        expect(Math.abs((value - low) / step - Math.round((value - low) / step))).toBeLessThan(1e-6);
        expect(step).toBeGreaterThan(0);
      }),
    );
  });
});
