import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { normalQuantile } from '../kernel/quantiles.ts';
import { halfWidth, ratioEstimate, residualSpread, studentFactor, type RatioSums } from './confidence.ts';

function sumsOf(pairs: readonly (readonly [number, number])[]): RatioSums {
  let [N, D, NN, ND, DD] = [0, 0, 0, 0, 0];
  for (const [n, d] of pairs) {
    N += n;
    D += d;
    NN += n * n;
    ND += n * d;
    DD += d * d;
  }
  return { n: pairs.length, N, D, NN, ND, DD };
}

/** The same with the days at hand, as the textbook writes it: Cochran 1977, Sampling Techniques, (2.46). */
function fromResiduals(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const meanD = pairs.reduce((sum, [, d]) => sum + d, 0) / n;
  const r = pairs.reduce((sum, [m]) => sum + m, 0) / n / meanD;
  const squares = pairs.reduce((sum, [m, d]) => sum + (m - r * d) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n) / meanD;
}

describe('Intervals by replication', () => {
  it('are Student intervals where the denominator is a day: eight values, output-analysis-05 of the validation pack', () => {
    const values = [12.1, 9.8, 11.4, 10.9, 13.0, 10.2, 11.7, 12.4];
    const estimate = ratioEstimate([sumsOf(values.map((value) => [value, 1]))]);
    expect(estimate.mean).toBeCloseTo(11.4375, 10);
    expect(halfWidth(estimate)).toBeCloseTo(0.914655904107, 9);
    expect(estimate.n).toBe(8);
  });

  it('are delta-method intervals of a ratio of sums: output-analysis-06 of the validation pack', () => {
    const pairs = [
      [180, 200],
      [150, 190],
      [210, 230],
      [170, 185],
    ] as const;
    const estimate = ratioEstimate([sumsOf(pairs)]);
    expect(estimate.mean).toBeCloseTo(0.88198757764, 10);
    const spread = residualSpread([sumsOf(pairs)], estimate.mean!)!;
    expect(spread.standardError).toBeCloseTo(0.0293844892717, 10);
    expect(spread.standardError).toBeCloseTo(fromResiduals(pairs), 12);
    expect(spread.degrees).toBe(3);
  });

  it('do not exist for one day, nor for a value that does not exist', () => {
    expect(ratioEstimate([sumsOf([[3, 4]])])).toEqual({ mean: 0.75, low: null, high: null, n: 1 });
    expect(
      ratioEstimate([
        sumsOf([
          [0, 0],
          [0, 0],
        ]),
      ]),
    ).toEqual({ mean: null, low: null, high: null, n: 2 });
    expect(ratioEstimate([])).toEqual({ mean: null, low: null, high: null, n: 0 });
  });

  it('are of no width where nothing varied', () => {
    const estimate = ratioEstimate([
      sumsOf([
        [5, 10],
        [10, 20],
      ]),
    ]);
    expect(halfWidth(estimate)).toBeCloseTo(0, 12);
  });

  it('do not exist where one day alone carries the denominator, and are wide where a few do', () => {
    const empty: [number, number][] = Array.from({ length: 37 }, () => [0, 0]);
    const one = ratioEstimate([sumsOf([...empty, [168, 1]])]);
    expect(one).toEqual({ mean: 168, low: null, high: null, n: 38 });
    const some = sumsOf([...empty, [168, 1], [100, 1], [132, 1]]);
    // Three days alike count as three: two degrees of freedom.
    const spread = residualSpread([some], 400 / 3)!;
    expect(spread.degrees).toBeCloseTo(2, 12);
    expect(halfWidth(ratioEstimate([some]))).toBeCloseTo(studentFactor(2) * spread.standardError, 9);
  });

  it('count only what varies within a kind of day', () => {
    // Weekdays of 100 calls, Saturdays of 10, hardly any chance within either.
    const weekdays = sumsOf(Array.from({ length: 10 }, (_, day) => [100 + (day % 2), 1]));
    const saturdays = sumsOf(Array.from({ length: 2 }, (_, day) => [10 + (day % 2), 1]));
    const estimate = ratioEstimate([weekdays, saturdays]);
    expect(estimate.mean).toBeCloseTo((1005 + 21) / 12, 12);
    // By hand: sqrt(10 x 0.2777... + 2 x 0.5) / 12, df = (2.777... + 1)² / (2.777...²/9 + 1²/1).
    const [a, b] = [10 * (2.5 / 9), 2 * 0.5];
    const error = Math.sqrt(a + b) / 12;
    expect(halfWidth(estimate)).toBeCloseTo(studentFactor((a + b) ** 2 / (a ** 2 / 9 + b ** 2)) * error, 9);
  });

  it('take all days as of one kind where a kind came once', () => {
    const weekdays: [number, number][] = [
      [100, 1],
      [104, 1],
      [98, 1],
    ];
    const together = ratioEstimate([sumsOf([...weekdays, [10, 1]])]);
    expect(ratioEstimate([sumsOf(weekdays), sumsOf([[10, 1]])])).toEqual(together);
  });

  it('cover the truth in 95 of 100 cases, for means of few days and for ratios', () => {
    const luck = new Luck().rekey(20_261_121, 0, 'coverage');
    const cases = 4000;
    const covered = (
      days: number,
      draw: (u: number, v: number) => readonly [number, number],
      truth: number,
    ) => {
      let hits = 0;
      for (let each = 0; each < cases; each++) {
        const pairs = Array.from({ length: days }, (_, day) =>
          draw(luck.at(each * days + day, 2 * days), luck.at(each * days + day, 2 * days + 1)),
        );
        const { low, high } = ratioEstimate([sumsOf(pairs)]);
        if (low! <= truth && truth <= high!) hits += 1;
      }
      return hits / cases;
    };
    const z = (share: number): number => (share - 0.95) / Math.sqrt((0.95 * 0.05) / cases);
    // Exact for normal values, even of five days.
    expect(Math.abs(z(covered(5, (u) => [50 + 5 * normalQuantile(u), 1], 50)))).toBeLessThan(3.5);
    // Asymptotic for ratios: a day factor moves both parts, the share varies beside it.
    const share = covered(
      40,
      (u, v) => {
        const offered = 200 + 40 * normalQuantile(u);
        return [offered * (0.8 + 0.03 * normalQuantile(v)), offered];
      },
      0.8,
    );
    expect(Math.abs(z(share))).toBeLessThan(3.5);
  });
});
