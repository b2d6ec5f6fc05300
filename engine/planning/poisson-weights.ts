/**
 * Probabilities of a Poisson number, all that matter of them and no more, for means up to many millions (Fox and Glynn 1988,
 * "Computing Poisson probabilities", Communications of the ACM 31, 440-445). Knows no chains.
 */

export interface PoissonWeights {
  /** Number that the first weight belongs to. */
  readonly first: number;
  /** They add up to 1. */
  readonly weights: Float64Array;
}

/** Weights below this share of the largest are left out; with the tails' shape all that is left out is below 1e-17 of the sum. */
const NEGLIGIBLE = 1e-22;

/**
 * From the most likely number outwards by the ratio of neighbours, starting at 1 and divided by the sum at the end:
 * nothing underflows where e^-mean does, which from 745 on it does.
 * @throws {RangeError} for a mean that is negative or not finite
 */
export function poissonWeights(mean: number): PoissonWeights {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`A Poisson number has no mean of ${mean}.`);
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let weight = 1, k = mode; k > 0; k--) {
    weight *= k / mean;
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let weight = mean / (mode + 1), k = mode + 1; weight >= NEGLIGIBLE; weight *= mean / ++k)
    above.push(weight);
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  // Small ones first, from both ends, so that they are not lost.
  let left = 0;
  let right = 0;
  for (let at = 0; at < below.length; at++) left += weights[at]!;
  for (let at = weights.length - 1; at >= below.length; at--) right += weights[at]!;
  const total = left + right;
  return { first: mode - below.length, weights: weights.map((weight) => weight / total) };
}
