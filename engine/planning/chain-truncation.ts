/**
 * Steady states of chains without end, such as queues without a limit: cut where next to no probability is left beyond,
 * and the cut is widened until that is so. A model says what it counts without limit; it knows no models.
 */
import type { Chain, Moves, State } from './chain.ts';
import { chainOf, ChainError } from './chain.ts';
import { steadyState } from './chain-steady.ts';

export interface EndlessModel {
  readonly start: State;
  readonly moves: Moves;
  /** Places in the state of the counts that have no limit. */
  readonly unlimited: readonly number[];
}

export interface Solved {
  readonly chain: Chain;
  /** Long-run share of time in each state. */
  readonly distribution: Float64Array;
  /** Probability beyond the cuts, summed over the counts, as the tail of the counts kept lets expect it. */
  readonly beyond: number;
}

/** Less than this beyond a cut is below all tolerances, even multiplied by the length of the queue. */
const BEYOND_MAX = 1e-14;
const FIRST_LIMIT = 24;
/** A count with probability left at so many grows for ever, or is a case for the simulator; so does one still rising there. */
const LIMIT_MAX = 50_000;
const RISING_MAX = 5_000;

/**
 * An event past a cut does not happen: as if whoever comes then were turned away.
 *
 * What is beyond is estimated by continuing the last counts as a geometric series. For queues that is an upper estimate, as tails
 * become geometric (one more served as fast as the one before) or fall faster (with patience).
 * @throws {ChainError} where the probability does not fall off: no steady state
 */
export function steadyStateOf({ start, moves, unlimited }: EndlessModel): Solved {
  const limits = unlimited.map(() => FIRST_LIMIT);
  for (;;) {
    const chain = chainOf([start], (state, to) => {
      moves(state, (next, rate) => {
        if (unlimited.every((place, at) => next[place]! <= limits[at]!)) to(next, rate);
      });
    });
    const distribution = steadyState(chain);
    const tails = unlimited.map((place, at) => tailAt(chain, distribution, place, limits[at]!));
    const wide = tails.map(({ beyond }) => beyond <= BEYOND_MAX);
    if (wide.every(Boolean)) {
      return { chain, distribution, beyond: tails.reduce((sum, tail) => sum + tail.beyond, 0) };
    }
    for (const [at, { last, ratio }] of tails.entries()) {
      if (wide[at]) continue;
      const limit = limits[at]!;
      limits[at] = widened(limit, last, ratio);
      if (limits[at] > LIMIT_MAX || (limit > RISING_MAX && ratio >= 1))
        throw new ChainError(
          `There is no steady state, or a very slow one: count ${unlimited[at]} does not fall off by ${limit}.`,
        );
    }
  }
}

interface Tail {
  /** Probability of the last count kept. */
  readonly last: number;
  /** By which it falls from one count to the next. */
  readonly ratio: number;
  readonly beyond: number;
}

function tailAt(chain: Chain, distribution: Float64Array, place: number, limit: number): Tail {
  const counts = new Float64Array(limit + 1);
  for (const [at, state] of chain.states.entries()) counts[state[place]!]! += distribution[at]!;
  const last = counts[limit]!;
  if (last === 0) return { last, ratio: 0, beyond: 0 };
  // Over the last quarter, without the very last: what would go on is held up there.
  const steps = Math.floor(limit / 4);
  const ratio = (counts[limit - 1]! / counts[limit - 1 - steps]!) ** (1 / steps);
  return { last, ratio, beyond: ratio < 1 ? last / (1 - ratio) : Infinity };
}

/** Where a geometric tail falls below the limit, with something to spare; at most four times as far, as early ratios mislead. */
function widened(limit: number, last: number, ratio: number): number {
  // Also where it is no number: all that is kept may lie beyond what was kept so far.
  if (!(ratio < 1)) return 2 * limit;
  const more = Math.log((BEYOND_MAX * (1 - ratio)) / last) / Math.log(ratio);
  return Math.min(4 * limit, limit + Math.ceil(1.1 * Math.max(0, more)) + 2);
}
