/**
 * Searches over a condition that, once met, stays met: the fewest agents, the largest load. It knows no formula.
 */

const MOST = 2 ** 40;

/**
 * The smallest whole number, `least` or more, for which the condition holds. It looks at `guess` first and gallops from there, by
 * `stride`, twice that, and so on: give it about how far off the guess may be.
 *
 * @throws {RangeError} when the condition does not hold for 2^40 either
 */
export function fewest(holds: (count: number) => boolean, least: number, guess = least, stride = 1): number {
  const start = Math.max(least, Math.ceil(guess));
  let [below, above] = [start, start];
  if (holds(start))
    for (let step = stride; below >= least; step *= 2) {
      above = below;
      below = Math.max(below - step, least - 1);
      if (below < least || !holds(below)) break;
    }
  else
    for (let step = stride; ; step *= 2) {
      below = above;
      above += step;
      if (holds(above)) break;
      if (above > MOST) throw new RangeError('The targets cannot be met by any number.');
    }
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The largest number of [low, high] for which a condition holds that holds at `low`; to the last digit, by halving. */
export function largest(holds: (value: number) => boolean, low: number, high: number): number {
  if (holds(high)) return high;
  let [from, to] = [low, high];
  for (;;) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) return from;
    if (holds(middle)) from = middle;
    else to = middle;
  }
}
