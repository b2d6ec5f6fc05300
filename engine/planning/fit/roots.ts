/** A root of a monotone function of a positive unknown, on a logarithmic scale, to the last digits. It knows no statistics. */

const WIDEST = 120;
const STEPS_MAX = 200;

/**
 * The x > 0 where `f` changes sign, found from `guess` outwards; `Infinity` or 0 when it does not change sign before the end on
 * that side. `f` must be monotone.
 */
export function positiveRoot(f: (x: number) => number, guess: number): number {
  const sign = Math.sign(f(guess));
  if (sign === 0) return guess;
  const isRising = Math.sign(f(guess * 2) - f(guess)) > 0;
  // Below the root of a rising function it is negative.
  const direction = sign > 0 === isRising ? -1 : 1;
  let near = Math.log(guess);
  let far = near;
  for (let step = 0.5; ; step *= 2) {
    far = near + direction * step;
    if (Math.abs(far - Math.log(guess)) > WIDEST) return direction > 0 ? Infinity : 0;
    if (Math.sign(f(Math.exp(far))) !== sign) break;
    near = far;
  }
  return Math.exp(bracketed((y) => f(Math.exp(y)), near, far));
}

/** Regula falsi with the safeguard of Anderson and Björck (1973): superlinear, and never leaves the bracket. */
function bracketed(f: (y: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  for (let step = 0; step < STEPS_MAX && fb !== 0; step++) {
    if (Math.abs(b - a) <= 1e-15 * Math.max(1, Math.abs(b))) break;
    const isFlat = !Number.isFinite(fa) || !Number.isFinite(fb) || fa === fb;
    const secant = isFlat ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa);
    const isInside = secant > Math.min(a, b) && secant < Math.max(a, b);
    const c = isInside ? secant : (a + b) / 2;
    const fc = f(c);
    if (Math.abs(c - b) <= 4e-16 * Math.max(1, Math.abs(c)) && isInside) return c;
    if (Math.sign(fc) !== Math.sign(fb)) {
      a = b;
      fa = fb;
    } else {
      const weight = 1 - fc / fb;
      fa *= weight > 0 ? weight : 0.5;
    }
    b = c;
    fb = fc;
  }
  return b;
}
