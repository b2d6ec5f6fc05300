import { expect, test } from 'vitest';
import { addIntegrals, integral } from './quadrature.ts';

test('Smooth functions, a root at the end and a cut jump are integrated to ten digits.', () => {
  expect(integral(Math.exp, 0, 1)).toBeCloseTo(Math.E - 1, 14);
  expect(integral((x) => Math.exp(-x), 0, 700)).toBeCloseTo(1, 12);
  expect(integral(Math.sqrt, 0, 9)).toBeCloseTo(18, 9);
  expect(integral((x) => x ** -0.5, 0, 1)).toBeCloseTo(2, 5);
  expect(integral((x) => (x < 0.3 ? 1 : 5), 0, 1, [0.3])).toBeCloseTo(3.8, 13);
  expect(integral(Math.exp, 3, 3)).toBe(0);
});

test('A difference that is nought but rounding ends the halving when it is measured by what it is made of.', () => {
  const sums = new Float64Array(2);
  let looks = 0;
  addIntegrals(
    (x, weight, all) => {
      looks++;
      all[0] = all[0]! + weight * x;
      all[1] = all[1]! + weight * (Math.log(Math.exp(x)) - x);
    },
    0,
    50,
    sums,
    0,
    [0, 0],
  );
  expect(sums[0]).toBeCloseTo(1250, 10);
  expect(Math.abs(sums[1]!)).toBeLessThan(1e-11);
  expect(looks).toBeLessThan(100);
});
