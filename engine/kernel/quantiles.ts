import { gammaTails, incompleteBeta, logGamma } from './special-functions.ts';

/**
 * Quantiles of the normal law and of Student's t: the one turns a uniform number into a normal one, both make confidence
 * intervals. Nothing here draws anything.
 */

/**
 * The z below which a standard normal variate falls with probability p: algorithm AS 241, PPND16 (Wichura 1988, Applied
 * Statistics 37, 477-484), relative error about 1e-16. -Infinity at 0, Infinity at 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * central(0.180625 - q * q);
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? tail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -z : z;
}

// prettier-ignore
function central(r: number): number {
  return (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r
    + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r
    + 133.14166789178438) * r + 3.3871328727963665)
    / (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r
    + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r
    + 42.31333070160091) * r + 1);
}

// prettier-ignore
function tail(r: number): number {
  return (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r
    + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r
    + 4.630337846156546) * r + 1.4234371107496835)
    / (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r
    + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r
    + 2.053191626637759) * r + 1);
}

// prettier-ignore
function farTail(r: number): number {
  return (((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r
    + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r
    + 5.463784911164114) * r + 6.657904643501103)
    / (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r
    + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r
    + 0.599832206555888) * r + 1);
}

/** The probability of a standard normal variate below z; in the lower tail exact to full relative precision. */
export function normalProbability(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : (1 + lower) / 2;
}

/** The probability of a Student variate above t ≥ 0. */
function studentTail(t: number, df: number): number {
  const sum = df + t * t;
  return incompleteBeta(df / 2, 0.5, df / sum, (t * t) / sum) / 2;
}

/** The probability of a Student variate of `df` degrees of freedom (not only whole ones) below t; the tails to full relative precision. */
export function studentProbability(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be above 0, not ${df}.`);
  const tail = Math.abs(t) === Infinity ? 0 : studentTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

const LARGE = 10_000;

/** The t below which a Student variate of `df` degrees of freedom (not only whole ones) falls with probability p. */
export function studentQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be above 0, not ${df}.`);
  const z = normalQuantile(p);
  if (z === 0 || !Number.isFinite(z)) return z;
  if (df >= LARGE) return nearNormal(z, df);
  const t = studentAbove(p < 0.5 ? p : 1 - p, df);
  return p < 0.5 ? -t : t;
}

// Abramowitz and Stegun 26.7.5. From 10,000 on exact to 1e-9, where differences of large logarithms no longer are.
function nearNormal(z: number, df: number): number {
  const s = z * z;
  const g1 = (s + 1) / 4;
  const g2 = ((5 * s + 16) * s + 3) / 96;
  const g3 = (((3 * s + 19) * s + 17) * s - 15) / 384;
  const g4 = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
  return z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
}

// Newton on ln tail as a function of ln t, which falls and is concave: from any start the next point lies right of the root, and
// from there the way is downhill without overshooting.
function studentAbove(above: number, df: number): number {
  const logFront = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  const target = Math.log(above);
  let logT = Math.log(-normalQuantile(above));
  for (let step = 0; step < 200; step++) {
    const t = Math.exp(logT);
    const upper = studentTail(t, df);
    const density = Math.exp(logFront - ((df + 1) / 2) * Math.log1p((t * t) / df));
    const move = ((Math.log(upper) - target) * upper) / (density * t);
    logT += move;
    if (Math.abs(move) < 1e-15) break;
  }
  return Math.exp(logT);
}
