/**
 * The jackknife for a ratio of sums (Quenouille 1956; Miller 1974, Biometrika 61; Law 2015, section 9.4.3): the ratio is taken again
 * without each of the replicates in turn, which also takes the bias of order 1/n away. It needs every replicate, where the delta
 * method of confidence.ts needs five sums; both agree as n grows. The measured coverage of the two stands on the page
 * "accuracy" of the guide.
 */
import { around, type Estimate } from './confidence.ts';

/**
 * Numerators and denominators by replicate. The mean is the jackknife's own, n r - (n - 1) times the mean of the ratios without
 * one; null, without an interval, where the denominators are empty or one replicate carries them all.
 */
export function jackknifeEstimate(numerators: readonly number[], denominators: readonly number[]): Estimate {
  const n = numerators.length;
  const N = sum(numerators);
  const D = sum(denominators);
  if (D === 0) return { mean: null, low: null, high: null, n };
  const ratio = N / D;
  if (n < 2 || denominators.some((each) => each === D)) return around(ratio, n, null);
  const pseudo = numerators.map((each, at) => n * ratio - ((n - 1) * (N - each)) / (D - denominators[at]!));
  const mean = sum(pseudo) / n;
  const squares = pseudo.reduce((total, value) => total + (value - mean) ** 2, 0);
  return around(mean, n, { standardError: Math.sqrt(squares / (n - 1) / n), degrees: n - 1 });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
