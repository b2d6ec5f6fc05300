/**
 * Searches over a condition that, once met, stays met: the fewest agents, the largest load. It knows no formula.
 */

const MOST = 2 ** 40;

/**
 * The smallest whole number, `least` or more, for which the condition holds. It looks at `guess` first and gallops from there, so a
 * guess some units off costs some six looks.
 *
 * @throws {RangeError} when the condition does not hold for 2^40 either
 */
export function fewest(holds: (count: number) => boolean, least: number, guess = least): number {
  let above = Math.max(least, Math.ceil(guess));
  let below = above - 1;
  for (let step = 1; !holds(above); step *= 2) {
    if (above > MOST) throw new RangeError('The targets cannot be met by any number.');
    below = above;
    above += step;
  }
  for (let step = 1; below >= least && holds(below); step *= 2) {
    above = below;
    below -= step;
  }
  below = Math.max(below, least - 1);
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
