import type { Distribution } from './distributions.ts';

/**
 * Distributions made of others, or of observed values. Still one uniform per variate: the part of u that chose the branch is cut
 * off and the rest is stretched over [0, 1) again.
 */
export class Mixture implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #branches: readonly Branch[];

  constructor(branches: readonly { readonly weight: number; readonly of: Distribution }[]) {
    const weights = branches.map(({ weight }) => weight);
    const total = sumOfWeights(weights, branches.length);
    let from = 0;
    this.#branches = branches
      .filter(({ weight }) => weight > 0)
      .map(({ weight, of }) => {
        const branch = { from, to: from + weight / total, share: weight / total, of };
        from = branch.to;
        return branch;
      });
    this.mean = sum(this.#branches.map(({ share, of }) => share * of.mean));
    this.variance = sum(
      this.#branches.map(({ share, of }) => share * (of.variance + (of.mean - this.mean) ** 2)),
    );
  }

  at(u: number): number {
    const branches = this.#branches;
    let i = 0;
    while (i < branches.length - 1 && u >= branches[i]!.to) i++;
    const branch = branches[i]!;
    return branch.of.at(Math.min((u - branch.from) / branch.share, LAST_BELOW_ONE));
  }
}

interface Branch {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly of: Distribution;
}

const LAST_BELOW_ONE = 1 - 2 ** -53;

/**
 * Observed values, each as likely as its weight: a draw is one of them. Sorted, so that it is a quantile like the others. With
 * weights, a guide table (Chen and Asau 1974) leads to within about one step of the value, however many there are.
 */
export class Empirical implements Distribution {
  readonly mean: number;
  readonly variance: number;
  readonly #values: Float64Array;
  readonly #upTo: Float64Array | undefined;
  readonly #guide: Int32Array;

  constructor(values: readonly number[], weights?: readonly number[]) {
    if (values.length === 0) throw new RangeError('An empirical law needs at least one value.');
    const bad = values.find((value) => !Number.isFinite(value));
    if (bad !== undefined)
      throw new RangeError(`The values of an empirical law must be finite numbers, not ${bad}.`);
    const shares = weights && sharesOf(weights, values.length);
    const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
    this.#values = Float64Array.from(order, (i) => values[i]!);
    const share = (i: number) => (shares ? shares[i]! : 1 / values.length);
    this.mean = sum(values.map((value, i) => share(i) * value));
    this.variance = sum(values.map((value, i) => share(i) * (value - this.mean) ** 2));
    this.#upTo = shares && cumulated(order.map((i) => shares[i]!));
    this.#guide = this.#upTo ? guideTo(this.#upTo) : new Int32Array(0);
  }

  at(u: number): number {
    const values = this.#values;
    const upTo = this.#upTo;
    if (!upTo) return values[Math.floor(u * values.length)]!;
    let i = this.#guide[Math.floor(u * values.length)]!;
    while (upTo[i]! <= u) i++;
    return values[i]!;
  }
}

function sharesOf(weights: readonly number[], count: number): readonly number[] {
  const total = sumOfWeights(weights, count);
  return weights.map((weight) => weight / total);
}

function sumOfWeights(weights: readonly number[], count: number): number {
  if (weights.length !== count)
    throw new RangeError(`There are ${count} values but ${weights.length} weights.`);
  const bad = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (bad !== undefined) throw new RangeError(`A weight must be 0 or more, not ${bad}.`);
  const total = sum(weights);
  if (!(total > 0 && total < Infinity)) throw new RangeError('At least one weight must be above 0.');
  return total;
}

// The last one of any weight, and those after it, end at Infinity: no rounding of the sum can then run past the end.
function cumulated(shares: readonly number[]): Float64Array {
  const upTo = new Float64Array(shares.length);
  let total = 0;
  shares.forEach((share, i) => {
    total += share;
    upTo[i] = total;
  });
  for (let i = shares.length - 1; i >= 0; i--) {
    upTo[i] = Infinity;
    if (shares[i]! > 0) break;
  }
  return upTo;
}

// For each n-th part of [0, 1) the first value that can be meant by a u in it.
function guideTo(upTo: Float64Array): Int32Array {
  const parts = upTo.length;
  const guide = new Int32Array(parts);
  let i = 0;
  for (let part = 0; part < parts; part++) {
    while (upTo[i]! <= part / parts) i++;
    guide[part] = i;
  }
  return guide;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
