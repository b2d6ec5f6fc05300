import { describe, expect, it } from 'vitest';
import { normalProbability, normalQuantile, studentProbability, studentQuantile } from './quantiles.ts';

describe('the normal quantile', () => {
  it('has the tabulated values (Abramowitz and Stegun, table 26.5; Odeh and Evans 1974)', () => {
    const table = [
      [0.5, 0],
      [0.75, 0.6744897501960817],
      [0.9, 1.2815515655446004],
      [0.95, 1.6448536269514722],
      [0.975, 1.959963984540054],
      [0.99, 2.3263478740408408],
      [0.995, 2.5758293035489004],
      [0.999, 3.090232306167813],
      [1e-10, -6.361340902404056],
      [1e-20, -9.26234008979841],
    ] as const;
    for (const [p, z] of table)
      expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(2e-15 * Math.max(1, -z));
  });

  it('is the inverse of the probability, from 2^-53 to its mirror, to 1e-13 of the smaller side', () => {
    for (let exponent = -53; exponent < 0; exponent += 0.37) {
      const p = 2 ** exponent;
      expect(Math.abs(normalProbability(normalQuantile(p)) / p - 1)).toBeLessThan(1e-13);
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(1 - (1 - p)), 12);
    }
  });

  it('is infinite at the ends and not a number outside', () => {
    expect([0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN, NaN]);
  });
});

describe("Student's quantile", () => {
  it('has the published values (Fisher and Yates, table III)', () => {
    const table = [
      [0.975, 1, 12.706],
      [0.975, 2, 4.303],
      [0.95, 3, 2.353],
      [0.975, 4, 2.776],
      [0.995, 5, 4.032],
      [0.975, 9, 2.262],
      [0.9995, 10, 4.587],
      [0.975, 29, 2.045],
      [0.995, 60, 2.66],
      [0.975, 120, 1.98],
    ] as const;
    for (const [p, df, t] of table) expect(studentQuantile(p, df)).toBeCloseTo(t, 3);
  });

  it('is exact where the law has a closed form: 1, 2 and 4 degrees of freedom', () => {
    for (const p of [1e-12, 1e-6, 0.001, 0.1, 0.3, 0.499, 0.501, 0.6, 0.9, 0.99, 0.9999]) {
      const a = 4 * p * (1 - p);
      const one = -1 / Math.tan(Math.PI * p);
      const two = (2 * p - 1) * Math.sqrt(2 / a);
      const q = Math.cos(Math.acos(Math.sqrt(a)) / 3) / Math.sqrt(a);
      const four = Math.sign(p - 0.5) * 2 * Math.sqrt(q - 1); // Shaw 2006, New methods for managing Student's T
      expect(Math.abs(studentQuantile(p, 1) / one - 1)).toBeLessThan(1e-8);
      expect(Math.abs(studentQuantile(p, 2) / two - 1)).toBeLessThan(1e-10);
      expect(Math.abs(studentQuantile(p, 4) / four - 1)).toBeLessThan(1e-9);
    }
  });

  it('is antisymmetric and becomes the normal one', () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.2, 7.5)).toBeCloseTo(-studentQuantile(0.8, 7.5), 14);
    for (const df of [1e5, 1e7, 1e10, 1e15]) {
      const z = normalQuantile(0.975);
      expect(Math.abs(studentQuantile(0.975, df) - z - (z ** 3 + z) / (4 * df))).toBeLessThan(1e-8);
    }
  });

  it('does not jump where its method changes', () => {
    for (const p of [1e-12, 0.001, 0.2, 0.49]) {
      const step = studentQuantile(p, 10_000) - studentQuantile(p, 9_999.999);
      const slope = studentQuantile(p, 10_001) - studentQuantile(p, 10_000);
      expect(Math.abs(step - slope / 1_000)).toBeLessThan(1e-9);
    }
  });

  it('refuses what are no degrees of freedom', () => {
    for (const df of [0, -1, Number.NaN]) expect(() => studentQuantile(0.9, df)).toThrow(RangeError);
  });
});

describe("Student's probability", () => {
  it('is the inverse of the quantile on both sides', () => {
    for (const df of [1, 2.5, 9, 60, 12_000])
      for (const p of [1e-8, 0.01, 0.4, 0.5, 0.9, 0.999])
        expect(studentProbability(studentQuantile(p, df), df)).toBeCloseTo(p, 9);
  });

  it('is 0 and 1 at the ends, and asks for degrees of freedom', () => {
    expect([-Infinity, Infinity].map((t) => studentProbability(t, 5))).toEqual([0, 1]);
    expect(() => studentProbability(1, 0)).toThrow(RangeError);
  });
});
