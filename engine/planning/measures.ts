/**
 * What the models of one queue have in common, and the trade's rates made of it: the six service levels of rule K-01, the average
 * speed of answer K-02, the abandon rate K-05. It knows no model. Lengths are seconds, shares fractions of 1.
 */
import { notNegative } from './traffic.ts';

/** Shares are of the callers who entered the queue; who was turned away at its door is `pBlock`, a share of all who called. */
export interface QueueMeasures {
  readonly pWait: number;
  readonly pAbandon: number;
  /** Mean wait of those served, who may not have waited at all. */
  readonly asa: number;
  readonly occupancy: number;
  readonly pBlock: number;
  /** Served after waiting at most so long. */
  pServedWithin(seconds: number): number;
  /** Hung up by then, those included who left at that very moment. */
  pAbandonWithin(seconds: number): number;
}

/** The letters of K-01, as a scenario's `report.serviceLevel` has them. */
export type ServiceLevelFormula = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

/** Which abandons count: those before `shortAbandonSec` are nobody's fault (K-05). 0, the default: all count. */
export interface ServiceLevelRule {
  readonly withinSec: number;
  readonly formula?: ServiceLevelFormula | undefined;
  readonly shortAbandonSec?: number | undefined;
}

/**
 * The service level by the formula named, without callbacks: a, the default, leaves short abandons out of the calls offered, b
 * counts every abandon as missed, c looks at answered calls only, d leaves out who left in time, e counts them as served, f counts
 * the short ones as served.
 *
 * @throws {RangeError} naming the argument
 */
export function serviceLevelOf(queue: QueueMeasures, rule: ServiceLevelRule): number {
  const within = notNegative('withinSec', rule.withinSec);
  const served = queue.pServedWithin(within);
  switch (rule.formula ?? 'a') {
    case 'a':
      return served / (1 - shortAbandons(queue, rule.shortAbandonSec));
    case 'b':
      return served;
    case 'c':
      return served / (1 - queue.pAbandon);
    case 'd':
      return served / (1 - queue.pAbandonWithin(within));
    case 'e':
      return served + queue.pAbandonWithin(within);
    case 'f':
      return served + shortAbandons(queue, rule.shortAbandonSec);
  }
}

/** Abandons that count over calls that count (K-05). */
export function abandonRateOf(queue: QueueMeasures, shortAbandonSec = 0): number {
  const short = shortAbandons(queue, shortAbandonSec);
  return (queue.pAbandon - short) / (1 - short);
}

// Strictly before: who leaves at that very moment is no short abandon. The double next below is as near as it gets.
function shortAbandons(queue: QueueMeasures, seconds = 0): number {
  notNegative('shortAbandonSec', seconds);
  return seconds === 0 ? 0 : queue.pAbandonWithin(seconds * (1 - Number.EPSILON));
}
