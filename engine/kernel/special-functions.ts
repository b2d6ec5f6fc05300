/**
 * The functions behind the gamma, beta, normal and Student laws: the gamma function, the incomplete gamma function with both of
 * its tails to full relative precision, and the incomplete beta function. They take and return plain numbers and know no laws.
 *
 * Own code because the usual packages give one tail only, or eight digits: a quantile in a tail needs the small side itself.
 */

const HALF_LOG_TWO_PI = 0.9189385332046728;

// Stirling's series, B(2k) / (2k (2k-1)) (Abramowitz and Stegun 6.1.41). From 10 on the first term left out is below 2e-18.
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const STIRLING_FROM = 10;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted < STIRLING_FROM; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingRest(shifted) -
    Math.log(product)
  );
}

export function gammaFunction(x: number): number {
  return Math.exp(logGamma(x));
}

function stirlingRest(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k]!;
  return sum / x;
}

/** ln of x^a e^-x / Γ(a+1), given ln x as well since x itself may be too small for a double. */
export function logGammaTerm(shape: number, x: number, logX: number): number {
  if (shape < STIRLING_FROM) return shape * logX - x - logGamma(shape + 1);
  // Around its middle the law of a large shape is a small difference of large numbers; so it is not (Loader 2000).
  const off = (x - shape) / shape;
  return shape * (Math.log1p(off) - off) - 0.5 * Math.log(shape) - HALF_LOG_TWO_PI - stirlingRest(shape);
}

const ITERATIONS_MAX = 100_000;

/** Both sides of the gamma law at x, P(a, x) and Q(a, x); the smaller is not made by subtraction. */
export function gammaTails(
  shape: number,
  x: number,
  logX = Math.log(x),
): { readonly lower: number; readonly upper: number } {
  if (logX === -Infinity) return { lower: 0, upper: 1 };
  const term = Math.exp(logGammaTerm(shape, x, logX));
  if (x < shape + 1) {
    const lower = term * gammaSeries(shape, x);
    return { lower, upper: 1 - lower };
  }
  const upper = term * shape * gammaFraction(shape, x);
  return { lower: 1 - upper, upper };
}

// 1 + x/(a+1) + x²/((a+1)(a+2)) + ... (Abramowitz and Stegun 6.5.29)
function gammaSeries(shape: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n < ITERATIONS_MAX && term > sum * Number.EPSILON * 0.1; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

// Legendre's continued fraction (6.5.31) by the method of Lentz.
function gammaFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < ITERATIONS_MAX; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return value;
}

/** The regularised incomplete beta function I_x(a, b); `rest` is 1 - x, given since it may be the exact one of the two. */
export function incompleteBeta(a: number, b: number, x: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, rest)) / b;
}

// Abramowitz and Stegun 26.5.8, again by Lentz.
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < ITERATIONS_MAX; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) break;
  }
  return value;
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}
