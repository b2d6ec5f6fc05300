/**
 * The digamma function and its derivative, which the likelihood equations of the gamma and the negative binomial law are made of.
 * Recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 6.3.18 and 6.4.12): relative error about 1e-15.
 */

const SERIES_FROM = 10;

/** ψ(x) = d ln Γ(x) / dx, for x > 0. */
export function digamma(x: number): number {
  let below = 0;
  let shifted = x;
  for (; shifted < SERIES_FROM; shifted++) below += 1 / shifted;
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return Math.log(shifted) - 0.5 / shifted - series - below;
}

/** ψ'(x), for x > 0. */
export function trigamma(x: number): number {
  let below = 0;
  let shifted = x;
  for (; shifted < SERIES_FROM; shifted++) below += 1 / (shifted * shifted);
  const square = 1 / (shifted * shifted);
  const series =
    1 / 6 -
    square *
      (1 / 30 -
        square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - square * (691 / 2730 - (square * 7) / 6)))));
  return 1 / shifted + square / 2 + (square / shifted) * series + below;
}
