import { describe, expect, test } from 'vitest';
import { meanOverDays, meansOverSmoothDays } from './day-factor.ts';

describe('The mean over days', () => {
  test.each([0.2, 1, 3, 25, 400, 10_000])('of powers of a factor of shape %d is its moment', (shape) => {
    const factor = { shape, mean: 0.9 };
    expect(meanOverDays(factor, () => 1)).toBeCloseTo(1, 10);
    expect(meanOverDays(factor, (x) => x)).toBeCloseTo(0.9, 10);
    expect(meanOverDays(factor, (x) => x * x)).toBeCloseTo(0.81 * (1 + 1 / shape), 9);
    // By calls: E[X · X] / E[X].
    expect(meanOverDays(factor, (x) => x, 'call')).toBeCloseTo(0.9 * (1 + 1 / shape), 9);
  });

  test('sees a step as steep as that of a thousand agents', () => {
    // P(X > 1) of an exponential factor, smoothed over a hundredth: e^-1 to first order.
    const smooth = (x: number): number => 1 / (1 + Math.exp(-(x - 1) / 0.001));
    expect(meanOverDays({ shape: 1, mean: 1 }, smooth)).toBeCloseTo(Math.exp(-1), 5);
  });

  test('names the argument that is no number', () => {
    expect(() => meanOverDays({ shape: 0, mean: 1 }, () => 1)).toThrow(/shape/);
  });
});

describe('Means over smooth days', () => {
  test.each([0.7, 3, 20, 400])('of powers of a factor of shape %d are its moments', (shape) => {
    const powers = (x: number): number[] => [1, x, x ** 2, x ** 3];
    const [one, first, second, third] = meansOverSmoothDays({ shape, mean: 0.9 }, powers);
    expect(one).toBeCloseTo(1, 11);
    expect(first).toBeCloseTo(0.9, 11);
    expect(second).toBeCloseTo(0.81 * (1 + 1 / shape), 11);
    expect(third).toBeCloseTo(0.729 * (1 + 1 / shape) * (1 + 2 / shape), 10);
  });

  test('look at a day some forty times', () => {
    let looks = 0;
    meansOverSmoothDays({ shape: 20, mean: 1 }, () => [looks++]);
    expect(looks).toBeLessThan(50);
  });

  test('name the argument that is no number', () => {
    expect(() => meansOverSmoothDays({ shape: 0, mean: 1 }, () => [1])).toThrow(/shape/);
    expect(() => meansOverSmoothDays({ shape: 1, mean: -1 }, () => [1])).toThrow(/mean/);
  });
});
