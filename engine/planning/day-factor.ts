/**
 * Means over days whose expected calls are all multiplied by one gamma day factor (Jongbloed and Koole 2001; Avramidis, Deslauriers and
 * L'Ecuyer 2004, Management Science 50). There are two, for what a look at a day costs: `meanOverDays` goes as close as the function
 * needs, in some two hundred looks or more, and sees the step of a large team between days it copes with and days it does not.
 * `meansOverSmoothDays` has several numbers from some forty looks, for days that take long to compute and change smoothly with the
 * factor. Neither knows a queue.
 */
import { distributionOf } from '../kernel/distributions.ts';
import { logGamma } from '../kernel/special-functions.ts';
import { integral } from './quadrature.ts';
import { positive } from './traffic.ts';

export interface DayFactor {
  /** The squared coefficient of variation is 1 / shape. */
  readonly shape: number;
  /** Mean of the factor, 1 unless the expected counts are of another kind of day. */
  readonly mean: number;
}

/**
 * The mean over days of a function of the day factor.
 *
 * @param of for factors above 0; may be as steep as it likes
 * @param weight 'day': each day counts the same. 'call': each day by its expected calls, which makes a share per day the share of
 *   all calls
 * @throws {RangeError} naming the argument
 */
export function meanOverDays(
  { shape, mean }: DayFactor,
  of: (factor: number) => number,
  weight: 'day' | 'call' = 'day',
): number {
  positive('shape', shape);
  positive('mean', mean);
  // Weighted by calls, a gamma law is a gamma law of one shape more.
  const power = weight === 'call' ? shape + 1 : shape;
  const scale = mean / shape;
  const quantiles = distributionOf({ law: 'gamma', shape: power, mean: power * scale });
  // Over s = u^(1/power) the density of a small shape is not infinite at 0; beyond 1e-17 on either side nobody comes.
  const exponent = Math.min(1, power);
  const constant = -logGamma(power) - Math.log(exponent);
  const density = (u: number): number =>
    Math.exp(constant + (power / exponent - 1) * Math.log(u) - u ** (1 / exponent));
  const at = (p: number): number => (quantiles.at(p) / scale) ** exponent;
  const far = (Math.sqrt(power) * 9 + power + 40) ** exponent;
  return integral((u) => density(u) * of(u ** (1 / exponent) * scale), 0, far, [0.001, 0.5, 0.999].map(at));
}

/**
 * Half a standard deviation of the logarithm of the factor; for small shapes less, as the density of the logarithm is
 * smooth only within pi / 2 of the real line: at 1/4 the error is e^(-pi^2 / 0.25), 7e-18.
 */
const STEPS = 2;
const STEP_MAX = 0.25;
/** Weights below e^-32, 1e-14, of the largest do not count. */
const NEGLIGIBLE = 32;

/**
 * The means over days of the numbers that `of` gives for a factor.
 *
 * The trapezoidal rule over the logarithm of the factor: for smooth functions that vanish at both ends its error falls
 * exponentially with the number of steps (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule",
 * SIAM Review 56).
 *
 * @param of smooth over half a standard deviation of the factor
 * @throws {RangeError} naming the argument
 */
export function meansOverSmoothDays(
  { shape, mean }: DayFactor,
  of: (factor: number) => readonly number[],
): number[] {
  positive('shape', shape);
  positive('mean', mean);
  const step = Math.min(STEP_MAX, 1 / (STEPS * Math.sqrt(shape)));
  // ln density of y = ln (factor / mean), which is largest at y = 0.
  const most = shape * Math.log(shape) - logGamma(shape) - shape;
  const logWeight = (y: number): number => shape * (y - Math.expm1(y));
  const means: number[] = [];
  const add = (y: number): void => {
    const weight = step * Math.exp(most + logWeight(y));
    for (const [at, value] of of(mean * Math.exp(y)).entries()) means[at] = (means[at] ?? 0) + weight * value;
  };
  add(0);
  for (const side of [-1, 1])
    for (let k = 1; logWeight(side * k * step) > -NEGLIGIBLE; k++) add(side * k * step);
  return means;
}
