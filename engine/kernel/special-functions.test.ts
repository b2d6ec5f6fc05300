import { describe, expect, it } from 'vitest';
import { gammaFunction, gammaTails, incompleteBeta, logGamma } from './special-functions.ts';

function relative(actual: number, expected: number): number {
  return Math.abs(actual / expected - 1);
}

describe('the gamma function', () => {
  it('is the factorial at whole numbers and √π at one half', () => {
    let factorial = 1;
    for (let n = 1; n < 100; n++) {
      expect(relative(gammaFunction(n), factorial)).toBeLessThan(1e-12);
      factorial *= n;
    }
    expect(relative(gammaFunction(0.5), Math.sqrt(Math.PI))).toBeLessThan(1e-14);
    expect(relative(logGamma(1e-10), -Math.log(1e-10))).toBeLessThan(1e-10);
  });

  it('has the reflection Γ(x) Γ(1-x) = π / sin πx', () => {
    for (const x of [0.01, 0.1, 0.3, 0.47]) {
      expect(relative(gammaFunction(x) * gammaFunction(1 - x), Math.PI / Math.sin(Math.PI * x))).toBeLessThan(
        1e-13,
      );
    }
  });
});

describe('the incomplete gamma function', () => {
  it('of a whole shape is the sum of a Poisson law, in both tails', () => {
    for (const [shape, x] of [
      [1, 0.3],
      [3, 0.01],
      [3, 2],
      [3, 40],
      [20, 5],
      [20, 20],
      [20, 90],
      [400, 300],
      [400, 520],
    ] as const) {
      // prettier-ignore
      let term = Math.exp(-x + shape * Math.log(x) - logFactorial(shape));
      let lower = 0;
      for (let n = shape; n < shape + 3_000; n++) {
        lower += term;
        term *= x / (n + 1);
      }
      let upper = 0;
      for (let n = 0; n < shape; n++) upper += Math.exp(-x + n * Math.log(x) - logFactorial(n));
      const tails = gammaTails(shape, x);
      expect(relative(tails.lower, lower)).toBeLessThan(1e-11);
      expect(relative(tails.upper, upper)).toBeLessThan(1e-11);
    }
  });

  it('of shape one half is the error function: 1 - erf(2) = 0.004677734981047266', () => {
    expect(relative(gammaTails(0.5, 4).upper, 0.004677734981047266)).toBeLessThan(1e-13);
    // 1 - erf(5) = 1.5374597944280349e-12
    expect(relative(gammaTails(0.5, 25).upper, 1.5374597944280349e-12)).toBeLessThan(1e-13);
  });
});

describe('the incomplete beta function', () => {
  it('of whole parameters is the sum of a binomial law', () => {
    for (const [a, b, x] of [
      [1, 1, 0.3],
      [2, 5, 0.1],
      [10, 3, 0.9],
      [30, 40, 0.5],
      [7, 2, 0.999],
    ] as const) {
      // prettier-ignore
      const n = a + b - 1;
      let expected = 0;
      for (let k = a; k <= n; k++) {
        const choose = Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k));
        expected += choose * x ** k * (1 - x) ** (n - k);
      }
      expect(relative(incompleteBeta(a, b, x), expected)).toBeLessThan(1e-12);
    }
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
  });
});

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}
