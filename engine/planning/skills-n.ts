/**
 * The N design: pool 1 takes calls of type 1, pool 2 those of type 2 first and then helps type 1; a caller of type 1
 * asks pool 1 first. An exact Markov chain with patience (Garnett and Mandelbaum 2000, "An introduction to skills-based
 * routing"). Other designs are the simulator's.
 */
import { ChainError, meanOver } from './chain.ts';
import type { Moves } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';

export type CallType = Omit<TeamWithCalls, 'agents'>;

export interface NDesign {
  readonly types: readonly [CallType, CallType];
  readonly pools: readonly [number, number];
}

export interface NDesignResult {
  readonly types: readonly [TypeResult, TypeResult];
  /** Share of the callers of type 1 who start at once with pool 2. */
  readonly pType1ImmediatePool2: number;
  readonly occupancy: readonly [number, number];
}

export interface TypeResult {
  /** Share of the type's callers who cannot start at once. */
  readonly pWait: number;
  /** Time in queue over all callers, served or not. */
  readonly meanWaitAllSec: number;
  readonly pAbandon: number;
}

/**
 * State: agents of pool 1 busy; of pool 2 with type 1; of pool 2 with type 2; waiting of type 1; of type 2. Where both
 * handle times are one, pool 2 counts all as type 2: a dimension less.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where callers never leave and their calls are too many
 */
export function nDesign({ types: [one, two], pools: [first, second] }: NDesign): NDesignResult {
  checkTeamWithCalls({ ...one, agents: first });
  checkTeamWithCalls({ ...two, agents: second });
  assertStable(one, two, first, second);
  const isOneHandle = one.meanHandleSec === two.meanHandleSec;
  const [leave1, leave2] = [leavingRate(one.meanPatienceSec), leavingRate(two.meanPatienceSec)];
  const [ones, twos] = [one.arrivalsPerHour / 3600, two.arrivalsPerHour / 3600];

  const moves: Moves = (state, to) => {
    const [busy, helping, own, waiting1, waiting2] = state as [number, number, number, number, number];
    const isFull2 = helping + own === second;
    const withHelp = isOneHandle ? [helping, own + 1] : [helping + 1, own];
    if (busy < first) to([busy + 1, helping, own, waiting1, waiting2], ones);
    else if (!isFull2) to([busy, ...withHelp, waiting1, waiting2], ones);
    else to([busy, helping, own, waiting1 + 1, waiting2], ones);
    to(
      isFull2 ? [busy, helping, own, waiting1, waiting2 + 1] : [busy, helping, own + 1, waiting1, waiting2],
      twos,
    );

    const done1 = busy / one.meanHandleSec;
    if (waiting1 > 0) to([busy, helping, own, waiting1 - 1, waiting2], done1);
    else to([busy - 1, helping, own, waiting1, waiting2], done1);
    const freed2 = (helpingLeft: number, ownLeft: number, rate: number): void => {
      if (rate === 0) return;
      if (waiting2 > 0) to([busy, helpingLeft, ownLeft + 1, waiting1, waiting2 - 1], rate);
      else if (waiting1 > 0)
        to(
          [
            busy,
            helpingLeft + (isOneHandle ? 0 : 1),
            ownLeft + (isOneHandle ? 1 : 0),
            waiting1 - 1,
            waiting2,
          ],
          rate,
        );
      else to([busy, helpingLeft, ownLeft, waiting1, waiting2], rate);
    };
    freed2(helping - 1, own, helping / one.meanHandleSec);
    freed2(helping, own - 1, own / two.meanHandleSec);
    to([busy, helping, own, waiting1 - 1, waiting2], waiting1 * leave1);
    to([busy, helping, own, waiting1, waiting2 - 1], waiting2 * leave2);
  };
  const { chain, distribution } = steadyStateOf({ start: [0, 0, 0, 0, 0], moves, unlimited: [3, 4] });
  const mean = (
    value: (busy1: number, busy2: number, waiting1: number, waiting2: number) => number,
  ): number =>
    meanOver(chain, distribution, ([busy, helping, own, waiting1, waiting2]) =>
      value(busy!, helping! + own!, waiting1!, waiting2!),
    );
  const waits = (type: CallType, pWait: number, meanQueue: number): TypeResult => {
    const meanWaitAllSec = (meanQueue * 3600) / type.arrivalsPerHour;
    return { pWait, meanWaitAllSec, pAbandon: meanWaitAllSec * leavingRate(type.meanPatienceSec) };
  };
  return {
    types: [
      waits(
        one,
        mean((busy1, busy2) => (busy1 === first && busy2 === second ? 1 : 0)),
        mean((_1, _2, waiting1) => waiting1),
      ),
      waits(
        two,
        mean((_, busy2) => (busy2 === second ? 1 : 0)),
        mean((_1, _2, _3, waiting2) => waiting2),
      ),
    ],
    pType1ImmediatePool2: mean((busy1, busy2) => (busy1 === first && busy2 < second ? 1 : 0)),
    occupancy: [mean((busy1) => busy1) / first, mean((_, busy2) => busy2) / second],
  };
}

/** Type 2 has pool 2 alone; both together have both pools. Help that comes too late is found out by the truncation. */
function assertStable(one: CallType, two: CallType, first: number, second: number): void {
  const load = ({ arrivalsPerHour, meanHandleSec }: CallType): number =>
    (arrivalsPerHour * meanHandleSec) / 3600;
  const isTwoTooMuch = two.meanPatienceSec === null && load(two) >= second;
  const areBothTooMuch =
    one.meanPatienceSec === null && two.meanPatienceSec === null && load(one) + load(two) >= first + second;
  if (isTwoTooMuch || areBothTooMuch)
    throw new ChainError(
      'Callers never leave and their calls are too much for the pools: there is no steady state.',
    );
}
