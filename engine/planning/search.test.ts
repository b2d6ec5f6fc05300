import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, largest } from './search.ts';

describe('The fewest', () => {
  test('is found from any guess with any stride, and no number below `least` is looked at', () => {
    const small = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: 1, max: 60 }), (wanted, least, guess, stride) => {
        let looks = 0;
        const found = fewest(
          (count) => {
            expect(count).toBeGreaterThanOrEqual(least);
            looks++;
            return count >= wanted;
          },
          least,
          guess,
          stride,
        );
        expect(found).toBe(Math.max(wanted, least));
        expect(looks).toBeLessThanOrEqual(22);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('says so when there is none', () => {
    expect(() => fewest(() => false, 1)).toThrow(RangeError);
  });
});

test('The largest is found to the last digit of a double.', () => {
  expect(largest((value) => value * value <= 2, 0, 100)).toBeCloseTo(Math.SQRT2, 15);
  expect(largest(() => true, 0, 7)).toBe(7);
});
