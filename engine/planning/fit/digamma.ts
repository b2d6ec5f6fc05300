/**
 * The digamma function, which the likelihood equations of the gamma and the negative binomial law are made of. Recurrence up to 10,
 * then the asymptotic series (Abramowitz and Stegun 6.3.18): relative error about 1e-15.
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
