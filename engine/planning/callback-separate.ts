/**
 * Callbacks in a queue of their own, taken when no live caller waits and more than so many agents are free: those are
 * kept for live calls. An exact Markov chain (Legros, Jouini and Koole 2016, "Optimal scheduling in call centers with a
 * callback option", Performance Evaluation 95). The engine has no rule that reserves agents, so nothing here is
 * simulated.
 */
import { ChainError, meanOver } from './chain.ts';
import type { Moves } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';
import { share, whole } from './traffic.ts';

/** Patience is that of live callers. */
export interface CallbackSeparate extends TeamWithCalls {
  /** The offer is heard by who finds all agents busy and at least so many live callers waiting. */
  readonly offerWhenLiveWaiting: number;
  readonly acceptProbability: number;
  /** A callback starts only when more agents than these are free. */
  readonly agentsReservedForInbound: number;
}

/** Shares are of all callers. */
export interface CallbackSeparateResult {
  readonly pCallback: number;
  readonly pAbandon: number;
  readonly meanQueueLive: number;
  readonly meanQueueCallback: number;
  /** Over live callers who had to queue, served or not. */
  readonly meanWaitLiveSec: number;
  /** From the acceptance to the start of the call. */
  readonly meanWaitCallbackSec: number;
  readonly occupancy: number;
  readonly pAllBusy: number;
}

/**
 * State: busy agents, live callers waiting, callbacks waiting.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where there is no steady state: callbacks come faster than they find their agents
 */
export function callbackSeparate(model: CallbackSeparate): CallbackSeparateResult {
  checkTeamWithCalls(model);
  whole('offerWhenLiveWaiting', model.offerWhenLiveWaiting, 0);
  share('acceptProbability', model.acceptProbability);
  whole('agentsReservedForInbound', model.agentsReservedForInbound, 0);
  const { agents, meanHandleSec, meanPatienceSec, offerWhenLiveWaiting, acceptProbability } = model;
  const arrivals = model.arrivalsPerHour / 3600;
  const leave = leavingRate(meanPatienceSec);
  /** Busy agents below which a callback starts. */
  const open = agents - model.agentsReservedForInbound;
  const accepts = (live: number): number => (live >= offerWhenLiveWaiting ? acceptProbability : 0);
  const moves: Moves = (state, to) => {
    const [busy, live, callbacks] = state as [number, number, number];
    if (busy < agents) to([busy + 1, live, callbacks], arrivals);
    else {
      to([busy, live + 1, callbacks], arrivals * (1 - accepts(live)));
      // With nobody reserved, an accepted callback still finds all agents busy.
      to([busy, live, callbacks + 1], arrivals * accepts(live));
    }
    const done = busy / meanHandleSec;
    if (live > 0) to([busy, live - 1, callbacks], done);
    else if (callbacks > 0 && busy - 1 < open) to([busy, live, callbacks - 1], done);
    else to([busy - 1, live, callbacks], done);
    to([busy, live - 1, callbacks], live * leave);
  };
  if (acceptProbability > 0) assertStable(open, moves);
  const { chain, distribution } = steadyStateOf({ start: [0, 0, 0], moves, unlimited: [1, 2] });
  const mean = (value: (busy: number, live: number, callbacks: number) => number): number =>
    meanOver(chain, distribution, ([busy, live, callbacks]) => value(busy!, live!, callbacks!));
  const pAllBusy = mean((busy) => (busy === agents ? 1 : 0));
  const pCallback = mean((busy, live) => (busy === agents ? accepts(live) : 0));
  const meanQueueLive = mean((_, live) => live);
  const meanQueueCallback = mean((_1, _2, callbacks) => callbacks);
  return {
    pCallback,
    pAbandon: (meanQueueLive * leave) / arrivals,
    meanQueueLive,
    meanQueueCallback,
    meanWaitLiveSec: meanQueueLive / (arrivals * (pAllBusy - pCallback)),
    meanWaitCallbackSec: pCallback === 0 ? 0 : meanQueueCallback / (arrivals * pCallback),
    occupancy: mean((busy) => busy) / agents,
    pAllBusy,
  };
}

/** Were there always callbacks waiting, more of them would have to start than come. */
function assertStable(open: number, moves: Moves): void {
  if (open < 1) throw new ChainError('All agents are reserved for live calls: callbacks never start.');
  let started = 0;
  let accepted = 0;
  const endless = steadyStateOf({
    start: [open, 0, 1],
    moves: (state, to) => {
      moves(state, (next, rate) => to([next[0]!, next[1]!, 1], rate));
    },
    unlimited: [1],
  });
  for (const [at, state] of endless.chain.states.entries()) {
    moves(state, (next, rate) => {
      const flow = endless.distribution[at]! * rate;
      if (next[2]! < 1) started += flow;
      else if (next[2]! > 1) accepted += flow;
    });
  }
  if (accepted >= started)
    throw new ChainError('Callbacks are accepted faster than they find agents: there is no steady state.');
}
