/**
 * Where the name of a horizontal line stands: along it, above or below, where it covers least of what is drawn. It knows boxes,
 * not what they are.
 */
import { sum } from 'd3-array';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Baseline of the text, which ends at `right`. */
export interface LinePlace {
  readonly right: number;
  readonly baseline: number;
}

const STEP = 16;
const ABOVE = -5;
const BELOW = 14;
/** Height of the capitals, with what hangs below the baseline. */
const RISE = 10;
const FALL = 3;

/** The right end and above the line unless another place is freer; never outside `within`. */
export function linePlace(y: number, width: number, within: Box, obstacles: readonly Box[]): LinePlace {
  let best: LinePlace = { right: within.right, baseline: y + ABOVE };
  let least = Infinity;
  for (const offset of [ABOVE, BELOW]) {
    const baseline = y + offset;
    if (baseline - RISE < within.top || baseline + FALL > within.bottom) continue;
    for (let right = within.right; right - width >= within.left; right -= STEP) {
      const covered = coveredBy(
        { left: right - width, right, top: baseline - RISE, bottom: baseline + FALL },
        obstacles,
      );
      // The dust of a sum does not move a label.
      if (covered < least - 0.01) {
        least = covered;
        best = { right, baseline };
      }
    }
  }
  return best;
}

function coveredBy(box: Box, obstacles: readonly Box[]): number {
  return sum(
    obstacles,
    (each) =>
      Math.max(0, Math.min(box.right, each.right) - Math.max(box.left, each.left)) *
      Math.max(0, Math.min(box.bottom, each.bottom) - Math.max(box.top, each.top)),
  );
}
