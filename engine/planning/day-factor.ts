/**
 * Means over a day factor: whole days are busier or quieter by a random factor of mean 1 with a gamma law (Jongbloed
 * and Koole 2001; Avramidis, Deslauriers and L'Ecuyer 2004). Several numbers at once from some forty days, for days
 * that take long to compute; one number that is cheap has meanOverDays of gamma-days.ts. It knows no queues.
 */
import { logGamma } from '../kernel/special-functions.ts';

/**
 * Half a standard deviation of the logarithm of the factor; for small shapes less, as the density of the logarithm is
 * smooth only within pi / 2 of the real line: at 1/4 the error is e^(-pi^2 / 0.25), 7e-18.
 */
const STEPS = 2;
const STEP_MAX = 0.25;
/** Weights below e^-32, 1e-14, of the largest do not count. */
const NEGLIGIBLE = 32;

/**
 * Means of the numbers that `of` gives for a factor.
 *
 * The trapezoidal rule over the logarithm of the factor: for smooth functions that vanish at both ends its error falls
 * exponentially with the number of steps (Trefethen and Weideman 2014, "The exponentially convergent trapezoidal rule",
 * SIAM Review 56).
 * @param shape of the gamma law: its variance is 1 / shape
 * @throws {RangeError} for a shape that is not above 0
 */
export function meansOverDayFactor(shape: number, of: (factor: number) => readonly number[]): number[] {
  if (!(shape > 0 && shape < Infinity))
    throw new RangeError(`The shape of a day factor must be above 0, not ${shape}.`);
  const step = Math.min(STEP_MAX, 1 / (STEPS * Math.sqrt(shape)));
  // ln density of y = ln factor, which is largest at y = 0.
  const most = shape * Math.log(shape) - logGamma(shape) - shape;
  const logWeight = (y: number): number => shape * (y - Math.expm1(y));
  const means: number[] = [];
  const add = (y: number): void => {
    const weight = step * Math.exp(most + logWeight(y));
    for (const [at, value] of of(Math.exp(y)).entries()) means[at] = (means[at] ?? 0) + weight * value;
  };
  add(0);
  for (const side of [-1, 1])
    for (let k = 1; logWeight(side * k * step) > -NEGLIGIBLE; k++) add(side * k * step);
  return means;
}
