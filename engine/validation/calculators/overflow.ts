/**
 * Families overflow and tune-overflow: queue A sends to queue B whom it would make wait too far back; the curve over
 * the thresholds.
 */
import type { OverflowResult, SeenAtB } from '../../planning/overflow-of-two.ts';
import { overflowOfTwo } from '../../planning/overflow-of-two.ts';
import type { TeamWithCalls } from '../../planning/team.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { numbersAsked } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import { teamOf } from './team-of.ts';

export const overflow: Calculator = (params, asked) => {
  const [a, b] = [params.part('queueA'), params.part('queueB')];
  const result = overflowOfTwo(teamOf(a), teamOf(b), a.number('overflowWhenWaiting'));
  return {
    pOverflow: result.pOverflow,
    meanQueueA: result.meanQueueA,
    meanWaitAccA: result.meanWaitAcceptedSecA,
    pAbandonA: result.pAbandonA,
    occupancyA: result.occupancyA,
    occupancyB: result.occupancyB,
    meanQueueB: result.meanQueueB,
    ...seen('direct', result.direct, asked),
    ...seen('overflow', result.overflowed, asked),
  };
};

function seen(suffix: string, at: SeenAtB, asked: Readonly<Record<string, unknown>>): Answers {
  return {
    [`pWaitB_${suffix}`]: at.pWait,
    [`meanWaitB_${suffix}`]: at.meanWaitSec,
    [`pAbandonB_${suffix}`]: at.pAbandon,
    ...Object.fromEntries(
      numbersAsked(asked, `pServedWithinB_${suffix}`).map((seconds) => [
        `pServedWithinB_${suffix}_${seconds}`,
        at.servedWithin(seconds),
      ]),
    ),
  };
}

/**
 * Best is the least share of all callers lost; under the limit, among the thresholds at which B's own callers are not
 * lost beyond it.
 */
export const tuneOverflow: Calculator = (params) => {
  const [a, b] = [teamOf(params.part('queueA')), teamOf(params.part('queueB'))];
  const thresholds = params.numbers('thresholds');
  const curve = thresholds.map((threshold) => ({
    threshold,
    ...lossesAt(a, b, overflowOfTwo(a, b, threshold)),
  }));
  const limit = params.optional('limitAbandonB');
  const allowed = curve.filter(({ pAbandonCallsOfB }) => limit === null || pAbandonCallsOfB <= limit);
  return {
    curve,
    bestThreshold: bestOf(curve),
    // Where no threshold keeps the limit there is no best one, and no answer.
    ...(allowed.length === 0 ? {} : { bestThresholdUnderLimit: bestOf(allowed) }),
  };
};

interface Losses {
  readonly pOverflow: number;
  readonly pAbandonCallsOfA: number;
  readonly pAbandonCallsOfB: number;
  readonly pAbandonAll: number;
  readonly occupancyA: number;
  readonly occupancyB: number;
}

/** A's callers are lost in A or, sent over, in B. */
function lossesAt(a: TeamWithCalls, b: TeamWithCalls, result: OverflowResult): Losses {
  const pAbandonCallsOfA = result.pAbandonA + result.pOverflow * result.overflowed.pAbandon;
  const pAbandonCallsOfB = result.direct.pAbandon;
  const all = a.arrivalsPerHour + b.arrivalsPerHour;
  return {
    pOverflow: result.pOverflow,
    pAbandonCallsOfA,
    pAbandonCallsOfB,
    pAbandonAll: (a.arrivalsPerHour * pAbandonCallsOfA + b.arrivalsPerHour * pAbandonCallsOfB) / all,
    occupancyA: result.occupancyA,
    occupancyB: result.occupancyB,
  };
}

function bestOf(curve: readonly (Losses & { readonly threshold: number })[]): number {
  const [first, ...others] = curve;
  if (first === undefined) throw new ParamsError('tune-overflow: the list of thresholds is empty');
  return others.reduce((best, each) => (each.pAbandonAll < best.pAbandonAll ? each : best), first).threshold;
}
