/**
 * Two queues with a team each: who finds all agents of A busy and so many waiting goes to B, and waits there in order
 * of arrival with B's own callers, with B's handle time and patience. An exact Markov chain. Losses without waiting
 * have formulas (Wilkinson 1956, Hayward); see there.
 */
import type { Chain, Moves } from './chain.ts';
import { ChainError, meanOver } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';
import { whole } from './traffic.ts';
import { servedWithinByAhead, waitByAhead } from './wait-behind.ts';

/** What callers meet who come to B, from outside or from A; shares of those callers, waits over all of them. */
export interface SeenAtB {
  readonly pWait: number;
  readonly meanWaitSec: number;
  readonly pAbandon: number;
  /** Share served after waiting at most so many seconds. */
  servedWithin(seconds: number): number;
}

export interface OverflowResult {
  /** Of A's callers. */
  readonly pOverflow: number;
  readonly meanQueueA: number;
  /** Over A's callers who stay in A. */
  readonly meanWaitAcceptedSecA: number;
  /** Of all callers of A, those who leave A's queue unserved. */
  readonly pAbandonA: number;
  readonly occupancyA: number;
  readonly occupancyB: number;
  readonly meanQueueB: number;
  readonly direct: SeenAtB;
  readonly overflowed: SeenAtB;
}

/**
 * State: calls in A, calls in B.
 * @param overflowWhenWaiting who finds all agents of A busy and at least so many waiting goes to B; with 0 nobody waits in A
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where B has no patience and too much to do
 */
export function overflowOfTwo(
  a: TeamWithCalls,
  b: TeamWithCalls,
  overflowWhenWaiting: number,
): OverflowResult {
  for (const queue of [a, b]) checkTeamWithCalls(queue);
  const most = a.agents + whole('overflowWhenWaiting', overflowWhenWaiting, 0);
  if (b.meanPatienceSec === null) assertStable(a, b, most);
  const [arrivalsA, arrivalsB] = [a.arrivalsPerHour / 3600, b.arrivalsPerHour / 3600];
  const moves: Moves = ([inA, inB], to) => {
    if (inA! < most) to([inA! + 1, inB!], arrivalsA);
    else to([inA!, inB! + 1], arrivalsA);
    to([inA!, inB! + 1], arrivalsB);
    if (inA! > 0) to([inA! - 1, inB!], leaving(a, inA!));
    if (inB! > 0) to([inA!, inB! - 1], leaving(b, inB!));
  };
  const { chain, distribution } = steadyStateOf({ start: [0, 0], moves, unlimited: [1] });
  const mean = (value: (inA: number, inB: number) => number): number =>
    meanOver(chain, distribution, ([inA, inB]) => value(inA!, inB!));

  // Arrivals see time averages (Wolff 1982): B's own callers all of them, those from A the ones in which A is full.
  const pOverflow = mean((inA) => (inA === most ? 1 : 0));
  const meanQueueA = mean((inA) => Math.max(0, inA - a.agents));
  const foundDirect = foundAtB(chain, distribution, () => true);
  const foundOverflowed = foundAtB(chain, distribution, (inA) => inA === most);
  return {
    pOverflow,
    meanQueueA,
    meanWaitAcceptedSecA: meanQueueA / (arrivalsA * (1 - pOverflow)),
    pAbandonA: (meanQueueA * leavingRate(a.meanPatienceSec)) / arrivalsA,
    occupancyA: mean((inA) => Math.min(inA, a.agents)) / a.agents,
    occupancyB: mean((_, inB) => Math.min(inB, b.agents)) / b.agents,
    meanQueueB: mean((_, inB) => Math.max(0, inB - b.agents)),
    direct: seenAtB(b, foundDirect),
    overflowed: seenAtB(b, foundOverflowed),
  };
}

function leaving(queue: TeamWithCalls, inside: number): number {
  const waiting = Math.max(0, inside - queue.agents);
  return Math.min(inside, queue.agents) / queue.meanHandleSec + waiting * leavingRate(queue.meanPatienceSec);
}

/** Probability of each number in B at the arrivals for which `counts` holds. */
function foundAtB(chain: Chain, distribution: Float64Array, counts: (inA: number) => boolean): number[] {
  const found: number[] = [];
  let total = 0;
  for (const [at, [inA, inB]] of chain.states.entries()) {
    if (!counts(inA!)) continue;
    found[inB!] = (found[inB!] ?? 0) + distribution[at]!;
    total += distribution[at]!;
  }
  return Array.from(found, (each) => (each ?? 0) / total);
}

function seenAtB(b: TeamWithCalls, found: readonly number[]): SeenAtB {
  const waiting = found.slice(b.agents);
  const sum = (of: (ahead: number) => number): number =>
    waiting.reduce((total, share, ahead) => total + share * of(ahead), 0);
  const pWait = sum(() => 1);
  const { meanWaitSec, pAbandon } = waitByAhead(b);
  return {
    pWait,
    meanWaitSec: sum(meanWaitSec),
    pAbandon: sum(pAbandon),
    servedWithin: (seconds) => {
      const served = servedWithinByAhead(b, waiting.length, seconds);
      const atOnce = found.slice(0, b.agents).reduce((total, share) => total + share, 0);
      return atOnce + sum((ahead) => served[ahead]!);
    },
  };
}

/** A does not know of B: what it sends is its own loss, M/M/c+M with so many places. */
function assertStable(a: TeamWithCalls, b: TeamWithCalls, most: number): void {
  let weight = 1;
  let total = 1;
  for (let inside = 1; inside <= most; inside++) {
    weight *= a.arrivalsPerHour / 3600 / leaving(a, inside);
    total += weight;
  }
  const load = ((b.arrivalsPerHour + (a.arrivalsPerHour * weight) / total) * b.meanHandleSec) / 3600;
  if (load >= b.agents)
    throw new ChainError(
      `B gets ${load.toFixed(3)} erlangs for ${b.agents} agents and its callers never leave: there is no steady state.`,
    );
}
