/**
 * Control variates: numbers of a day whose mean is known exactly (how many called, how much work they brought) tell how lucky the
 * day was, and what they explain of a KPI's variation is taken out of it by regression (Lavenberg and Welch 1981, Management
 * Science 27; Law 2015, section 11.4). A ratio of sums is adjusted in both of its parts; its variance is that of the linearised
 * residuals N - r D after the regression, with the degrees of freedom that the coefficients cost and the widening for controls that
 * were off their mean. Kinds of day are strata with coefficients in common.
 *
 * It is given controls already less their means, and knows neither what they are nor why the means are what they are.
 */
import { choleskyOf, dot, solve } from './cholesky.ts';
import {
  around,
  residualSpread,
  spreadOf,
  thinned,
  type Estimate,
  type RatioSums,
  type Spread,
} from './confidence.ts';

/** Sums over the replicates of one stratum: of the controls, and of their products with each other and with every cell. */
export class ControlSums {
  readonly #count: number;
  readonly #sums: Float64Array;
  /** [control][control] */
  readonly #squares: Float64Array;
  /** [cell][control][N c, D c] */
  readonly #cells: Float64Array;

  constructor(count: number, cells: number) {
    this.#count = count;
    this.#sums = new Float64Array(count);
    this.#squares = new Float64Array(count * count);
    this.#cells = new Float64Array(2 * count * cells);
  }

  /** @param controls of this replicate, less their means */
  add(numerators: Float64Array, denominators: Float64Array, controls: Float64Array): void {
    const count = this.#count;
    for (let one = 0; one < count; one++) {
      this.#sums[one]! += controls[one]!;
      for (let other = 0; other < count; other++)
        this.#squares[one * count + other]! += controls[one]! * controls[other]!;
    }
    for (let cell = 0, at = 0; cell < numerators.length; cell++, at += 2 * count) {
      const N = numerators[cell]!;
      const D = denominators[cell]!;
      if (N === 0 && D === 0) continue;
      for (let one = 0; one < count; one++) {
        this.#cells[at + 2 * one]! += N * controls[one]!;
        this.#cells[at + 2 * one + 1]! += D * controls[one]!;
      }
    }
  }

  of(cell: number, ratio: RatioSums): ControlledSums {
    const count = this.#count;
    const at = 2 * count * cell;
    const each = Array.from({ length: count }, (_, one) => one);
    return {
      ratio,
      controls: [...this.#sums],
      squares: each.map((one) => [...this.#squares.subarray(one * count, (one + 1) * count)]),
      withN: each.map((one) => this.#cells[at + 2 * one]!),
      withD: each.map((one) => this.#cells[at + 2 * one + 1]!),
    };
  }
}

/** The sums behind one ratio in one stratum: its own, those of the controls, and of the controls with N and with D. */
export interface ControlledSums {
  readonly ratio: RatioSums;
  readonly controls: readonly number[];
  readonly squares: readonly (readonly number[])[];
  readonly withN: readonly number[];
  readonly withD: readonly number[];
}

/** Below so many degrees of freedom the coefficients are themselves a matter of luck: the plain ratio is told. */
const DEGREES_LEAST = 10;

/** The adjusted ratio of sums with its interval; the plain one where there are too few replicates, or no control varies. */
export function controlledEstimate(strata: readonly ControlledSums[]): Estimate {
  const { n, mean, spread } = regressed(strata);
  return mean === null ? { mean, low: null, high: null, n } : around(mean, n, spread);
}

/** Variance of the plain ratio over that of the adjusted one: what the controls gain. null: one of them has none. */
export function controlGain(strata: readonly ControlledSums[]): number | null {
  const { plain, spread } = regressed(strata);
  if (plain === null || spread === null || spread.standardError === 0) return null;
  return (plain.standardError / spread.standardError) ** 2;
}

interface Regressed {
  readonly n: number;
  readonly mean: number | null;
  readonly spread: Spread | null;
  readonly plain: Spread | null;
}

function regressed(all: readonly ControlledSums[]): Regressed {
  const ratios = all.map(({ ratio }) => ratio);
  const total = (of: (each: ControlledSums) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0);
  const n = total(({ ratio }) => ratio.n);
  const D = total(({ ratio }) => ratio.D);
  if (D === 0) return { n, mean: null, spread: null, plain: null };
  const r = total(({ ratio }) => ratio.N) / D;
  const plain = residualSpread(ratios, r);
  const filled = all.filter(({ ratio }) => ratio.n > 0);
  // A kind of day seen once says nothing of its spread: all days are taken as of one kind, as in confidence.ts.
  const strata = filled.some(({ ratio }) => ratio.n === 1) ? [joined(filled)] : filled;
  const count = strata[0]?.controls.length ?? 0;
  const each = Array.from({ length: count }, (_, one) => one);
  const within = (
    product: (of: ControlledSums) => number,
    one: number,
    sum: (of: ControlledSums) => number,
  ): number => strata.reduce((all, of) => all + product(of) - (of.controls[one]! * sum(of)) / of.ratio.n, 0);
  const squares = each.map((one) =>
    each.map((other) =>
      within(
        (of) => of.squares[one]![other]!,
        one,
        (of) => of.controls[other]!,
      ),
    ),
  );
  const root = choleskyOf(squares);
  const used = root.kept.length;
  const rest = n - strata.length - used;
  if (used === 0 || rest < DEGREES_LEAST) return { n, mean: r, spread: plain, plain };

  const ofN = solve(
    root,
    each.map((one) =>
      within(
        (of) => of.withN[one]!,
        one,
        (of) => of.ratio.N,
      ),
    ),
  );
  const ofD = solve(
    root,
    each.map((one) =>
      within(
        (of) => of.withD[one]!,
        one,
        (of) => of.ratio.D,
      ),
    ),
  );
  const off = each.map((one) => total((of) => of.controls[one]!));
  const adjustedD = D - dot(ofD, off);
  if (adjustedD <= 0) return { n, mean: r, spread: plain, plain };
  const mean = (r * D - dot(ofN, off)) / adjustedD;
  const slope = each.map((one) => ofN[one]! - mean * ofD[one]!);
  const spread = spreadOf(
    strata.map((of) => residualsOf(of, mean, slope)),
    adjustedD,
  );
  if (spread === null) return { n, mean, spread: null, plain };
  // What the coefficients cost, and how far the controls were off: (1/n + c' S⁻¹ c) in place of 1/n.
  const widening = ((n - strata.length) / rest) * (1 + dot(off, solve(root, off)) / n);
  const widened = {
    standardError: spread.standardError * Math.sqrt(widening),
    degrees: Math.max(1, spread.degrees - used),
  };
  return { n, mean, spread: thinned(widened, ratios), plain };
}

/** Of N - r D - slope c over the replicates. */
function residualsOf(
  { ratio, controls, squares, withN, withD }: ControlledSums,
  r: number,
  slope: readonly number[],
) {
  const { n, N, D, NN, ND, DD } = ratio;
  const own = NN - 2 * r * ND + r * r * DD;
  const crossed = slope.reduce((sum, each, one) => sum + each * (withN[one]! - r * withD[one]!), 0);
  const explained = slope.reduce((sum, each, one) => sum + each * dot(slope, squares[one]!), 0);
  const left = own - 2 * crossed + explained;
  // What the controls explain wholly (the number of calls itself) leaves rounding, not spread.
  return { n, sum: N - r * D - dot(slope, controls), squares: left > ROUNDING * NN ? left : 0 };
}

const ROUNDING = 1e-12;

function joined(strata: readonly ControlledSums[]): ControlledSums {
  return strata.reduce((a, b) => ({
    ratio: {
      n: a.ratio.n + b.ratio.n,
      N: a.ratio.N + b.ratio.N,
      D: a.ratio.D + b.ratio.D,
      NN: a.ratio.NN + b.ratio.NN,
      ND: a.ratio.ND + b.ratio.ND,
      DD: a.ratio.DD + b.ratio.DD,
    },
    controls: added(a.controls, b.controls),
    squares: a.squares.map((row, at) => added(row, b.squares[at]!)),
    withN: added(a.withN, b.withN),
    withD: added(a.withD, b.withD),
  }));
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return a.map((each, at) => each + b[at]!);
}
