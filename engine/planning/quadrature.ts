/**
 * Integrals of smooth pieces: Gauss and Legendre's rule on a piece and on its two halves, halved again where they differ. Several
 * integrals over one piece are made at once, since their integrands share the costly part. It knows no queue.
 *
 * Pieces must be cut where the integrand jumps or bends; it need not be smooth at their ends, where the halving is quick to get
 * close (a square root at 0 costs some thirty halvings).
 */

/** Adds the values of its integrands at x, each times the weight, to the sums. */
export type Integrands = (x: number, weight: number, sums: Float64Array) => void;

const POINTS = 16;
const HALVINGS_MAX = 60;
/** Of one piece. Rounding that looks like a bend would be halved for ever; what is honest needs some hundred. */
const PARTS_MAX = 10_000;
/** Of whole and halves; where the integrand is smooth the halves are 2^-32 times as wrong as the whole, so they are right to 1e-15. */
const RELATIVE = 1e-11;
/** Integrals below this are nothing, and made of doubles that have lost their digits. */
const NOTHING = 1e-250;

interface Rule {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

const RULE = gaussLegendre(POINTS);

/**
 * Adds the integrals over [from, to] to the sums, to about 1e-12 of each.
 *
 * @param noise relative error of the integrands themselves: halving further than that would only measure it
 * @param measuredBy for each sum the one that its error is measured by, itself if not said: a small difference of large terms has
 *   their rounding, and where it is 0 in truth its digits are noise at any width
 */
export function addIntegrals(
  integrands: Integrands,
  from: number,
  to: number,
  sums: Float64Array,
  noise = 0,
  measuredBy?: readonly number[],
): void {
  if (!(to > from)) return;
  const piece = new Piece(integrands, sums.length, Math.max(RELATIVE, noise), measuredBy);
  piece.add(from, to, piece.rule(from, to), 0);
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + piece.sums[i]!;
}

/** The integral of one function over [from, to], cut at `cuts`, some of which may lie outside. */
export function integral(
  of: (x: number) => number,
  from: number,
  to: number,
  cuts: readonly number[] = [],
): number {
  const sums = new Float64Array(1);
  const ends = [from, ...cuts.filter((cut) => cut > from && cut < to).sort((a, b) => a - b), to];
  for (let i = 1; i < ends.length; i++)
    addIntegrals((x, weight, all) => (all[0] = all[0]! + weight * of(x)), ends[i - 1]!, ends[i]!, sums);
  return sums[0]!;
}

class Piece {
  readonly sums: Float64Array;
  readonly #integrands: Integrands;
  readonly #tolerance: number;
  /** The largest seen of each sum: errors are measured by it, not by the little that one sliver holds. */
  readonly #scale: Float64Array;
  readonly #measuredBy: readonly number[] | undefined;
  #parts = 1;

  constructor(
    integrands: Integrands,
    count: number,
    tolerance: number,
    measuredBy: readonly number[] | undefined,
  ) {
    this.#measuredBy = measuredBy;
    this.sums = new Float64Array(count);
    this.#integrands = integrands;
    this.#tolerance = tolerance;
    this.#scale = new Float64Array(count);
  }

  rule(from: number, to: number): Float64Array {
    const sums = new Float64Array(this.sums.length);
    const half = (to - from) / 2;
    const middle = from + half;
    for (let i = 0; i < POINTS; i++)
      this.#integrands(middle + half * RULE.points[i]!, half * RULE.weights[i]!, sums);
    return sums;
  }

  add(from: number, to: number, whole: Float64Array, halvings: number): void {
    const middle = from + (to - from) / 2;
    const left = this.rule(from, middle);
    const right = this.rule(middle, to);
    if (!this.#agree(whole, left, right) && halvings < HALVINGS_MAX && this.#parts < PARTS_MAX) {
      this.#parts++;
      this.add(from, middle, left, halvings + 1);
      this.add(middle, to, right, halvings + 1);
      return;
    }
    for (let i = 0; i < left.length; i++) this.sums[i] = this.sums[i]! + left[i]! + right[i]!;
  }

  #agree(whole: Float64Array, left: Float64Array, right: Float64Array): boolean {
    const scale = this.#scale;
    for (let i = 0; i < whole.length; i++) scale[i] = Math.max(scale[i]!, Math.abs(left[i]! + right[i]!));
    for (let i = 0; i < whole.length; i++) {
      const error = Math.abs(whole[i]! - left[i]! - right[i]!);
      if (error > this.#tolerance * scale[this.#measuredBy?.[i] ?? i]! + NOTHING) return false;
    }
    return true;
  }
}

/** Points in [-1, 1] and their weights: the roots of Legendre's polynomial by Newton (Abramowitz and Stegun 25.4.29). */
function gaussLegendre(count: number): Rule {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (count - i - 0.25)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 10; step++) {
      let [before, value] = [1, x];
      for (let n = 2; n <= count; n++)
        [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
      slope = (count * (before - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    points[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}
