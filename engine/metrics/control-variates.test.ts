import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { normalQuantile } from '../kernel/quantiles.ts';
import { halfWidth, ratioEstimate, studentFactor, type RatioSums } from './confidence.ts';
import { controlGain, controlledEstimate, ControlSums, type ControlledSums } from './control-variates.ts';

interface Row {
  readonly N: number;
  readonly D: number;
  readonly controls: readonly number[];
}

function sumsOf(rows: readonly Row[]): ControlledSums {
  const sums = new ControlSums(rows[0]!.controls.length, 1);
  const ratio = { n: rows.length, N: 0, D: 0, NN: 0, ND: 0, DD: 0 };
  for (const { N, D, controls } of rows) {
    sums.add(Float64Array.of(N), Float64Array.of(D), Float64Array.from(controls));
    ratio.N += N;
    ratio.D += D;
    ratio.NN += N * N;
    ratio.ND += N * D;
    ratio.DD += D * D;
  }
  return sums.of(0, ratio satisfies RatioSums);
}

const luck = new Luck().rekey(1, 0, 'controls');
const normal = (run: number, at: number): number => normalQuantile(luck.at(run, at));

describe('Control variates', () => {
  it('are a straight line through the days: the mean where the control has its own, Student with n - 2 degrees', () => {
    // y = 10 + 2 c + e over 14 days; c is 0.5 too high on average.
    const rows = Array.from({ length: 14 }, (_, at) => {
      const c = at - 6;
      const e = at % 2 === 0 ? 0.3 : -0.3;
      return { N: 10 + 2 * c + e, D: 1, controls: [c] };
    });
    const n = rows.length;
    const mean = (of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / n;
    const [cBar, yBar] = [mean(({ controls }) => controls[0]!), mean(({ N }) => N)];
    const sxx = n * mean(({ controls }) => (controls[0]! - cBar) ** 2);
    const slope = (n * mean(({ N, controls }) => (N - yBar) * (controls[0]! - cBar))) / sxx;
    const left = n * mean(({ N, controls }) => (N - yBar - slope * (controls[0]! - cBar)) ** 2);
    // The textbook's interval of the intercept.
    const error = Math.sqrt((left / (n - 2)) * (1 / n + cBar ** 2 / sxx));
    const estimate = controlledEstimate([sumsOf(rows)]);
    expect(cBar).toBe(0.5);
    expect(estimate.mean).toBeCloseTo(yBar - slope * cBar, 10);
    expect(halfWidth(estimate)).toBeCloseTo(studentFactor(n - 2) * error, 9);
  });

  it('leave nothing of what they explain wholly', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      N: 100 + normal(0, at),
      D: 1,
      controls: [normal(0, at)],
    }));
    const estimate = controlledEstimate([sumsOf(rows)]);
    expect(estimate.mean).toBeCloseTo(100, 9);
    expect(halfWidth(estimate)).toBe(0);
  });

  it('without variation, or twice the same, are left out', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      N: 50 + 3 * normal(1, at) + normal(2, at),
      D: 10,
      controls: [normal(1, at)],
    }));
    const alone = controlledEstimate([sumsOf(rows)]);
    const more = rows.map((row) => ({ ...row, controls: [0, row.controls[0]!, 5 * row.controls[0]!] }));
    const estimate = controlledEstimate([sumsOf(more)]);
    expect(estimate.mean).toBeCloseTo(alone.mean!, 12);
    expect(halfWidth(estimate)).toBeCloseTo(halfWidth(alone)!, 12);
    const none = rows.map((row) => ({ ...row, controls: [0] }));
    expect(controlledEstimate([sumsOf(none)])).toEqual(ratioEstimate([sumsOf(none).ratio]));
  });

  it('wait for days enough: of eleven days with two of them the plain ratio is told', () => {
    const rows = (days: number) =>
      sumsOf(
        Array.from({ length: days }, (_, at) => ({
          N: at % 3,
          D: 2,
          controls: [normal(3, at), normal(4, at)],
        })),
      );
    expect(controlledEstimate([rows(11)])).toEqual(ratioEstimate([rows(11).ratio]));
    expect(controlledEstimate([rows(13)])).not.toEqual(ratioEstimate([rows(13).ratio]));
    expect(controlledEstimate([])).toEqual({ mean: null, low: null, high: null, n: 0 });
  });

  it('have coefficients in common over kinds of day, each with its own level', () => {
    const kind = (level: number, run: number) =>
      sumsOf(
        Array.from({ length: 20 }, (_, at) => {
          const c = normal(run, at);
          return { N: level + 4 * c, D: 1, controls: [c] };
        }),
      );
    const estimate = controlledEstimate([kind(10, 5), kind(30, 6)]);
    // Nothing but the control varies within a kind.
    expect(estimate.mean).toBeCloseTo(20, 9);
    expect(halfWidth(estimate)).toBeCloseTo(0, 6);
  });

  it('have intervals that hold the truth in 95 of 100 cases, of a ratio of sums over 25 days', () => {
    const runs = 2000;
    let hits = 0;
    let gains = 0;
    for (let run = 0; run < runs; run++) {
      const rows = Array.from({ length: 25 }, (_, at) => {
        const [c, d, e] = [normal(run, 4 * at), normal(run, 4 * at + 1), normal(run, 4 * at + 2)];
        // Calls and waits grow with both controls: E[N] / E[D] = 2000 / 100.
        return { N: 2000 + 300 * c + 200 * d + 150 * e, D: 100 + 8 * c + 3 * e, controls: [c, d] };
      });
      const sums = sumsOf(rows);
      const { low, high } = controlledEstimate([sums]);
      if (low! <= 20 && 20 <= high!) hits += 1;
      gains += controlGain([sums])! / runs;
    }
    expect(Math.abs(hits - 0.95 * runs) / Math.sqrt(0.95 * 0.05 * runs)).toBeLessThan(3.5);
    // Of N - 20 D the controls explain 140² + 200² of 140² + 200² + 90²: a ratio of 8.4 before the cost of two coefficients.
    expect(gains).toBeGreaterThan(6);
    expect(gains).toBeLessThan(9);
  });
});
