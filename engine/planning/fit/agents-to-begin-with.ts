/**
 * A roster to begin with, for arrivals alone do not say who was there: as many agents in each interval as the Erlang C formula asks
 * for 80 % within 20 seconds. It is no proposal; it lets a fitted scenario run until the real roster is put in.
 */
import { erlangC } from '../erlang.ts';
import { fewest } from '../search.ts';

export const PLACEHOLDER_TARGET = { share: 0.8, seconds: 20 } as const;

/** As many as a scenario may have in an interval. */
const AGENTS_MOST = 100_000;

/**
 * @param calls expected in each interval
 * @param interval its length in seconds
 * @param handle mean handle time in seconds
 */
export function staffFor(calls: readonly number[], interval: number, handle: number): number[] {
  return calls.map((expected) => agentsFor((expected * handle) / interval, handle));
}

function agentsFor(load: number, handle: number): number {
  const { share, seconds } = PLACEHOLDER_TARGET;
  if (!(load > 1e-6)) return 1;
  if (load >= AGENTS_MOST) return AGENTS_MOST;
  const isMet = (agents: number): boolean =>
    1 - erlangC(load, agents) * Math.exp((-(agents - load) * seconds) / handle) >= share;
  return Math.min(AGENTS_MOST, fewest(isMet, Math.floor(load) + 1));
}
