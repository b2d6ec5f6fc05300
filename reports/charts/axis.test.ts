import { describe, expect, test } from 'vitest';
import { countTicks } from './axis.ts';

describe('countTicks', () => {
  test('takes the least of 1, 2, 5 x 10^n that needs no more steps than it may', () => {
    expect(countTicks(384, 4)).toEqual({ values: [0, 100, 200, 300, 400], top: 400 });
    expect(countTicks(1, 5)).toEqual({ values: [0, 0.2, 0.4, 0.6, 0.8, 1], top: 1 });
    // Three steps of 0.005, because six of 0.002 are more than four.
    expect(countTicks(0.0117, 4)).toEqual({ values: [0, 0.005, 0.01, 0.015], top: 0.015 });
  });

  test('holds whatever top there is', () => {
    for (let top = 0.0003; top < 5000; top *= 1.037) {
      for (const most of [2, 3, 4, 5, 6]) {
        const ticks = countTicks(top, most);
        expect(ticks.top).toBeGreaterThanOrEqual(top * (1 - 1e-9));
        expect(ticks.values.length - 1).toBeLessThanOrEqual(most);
      }
    }
  });

  test('has a step where there is nothing', () => {
    expect(countTicks(0, 4)).toEqual({ values: [0, 1], top: 1 });
  });
});
