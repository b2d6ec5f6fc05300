/**
 * The fewest agents that meet targets, for one interval or a list of them, and the heads to be scheduled so that they are there.
 * Each interval is taken as a steady state of its own (SIPP: stationary, independent, period by period; Green, Kolesar and Soares
 * 2001), so what an overloaded interval leaves to the next is not in it: the simulator has that. It knows targets and searches; the
 * models are elsewhere.
 *
 * Every target here, once met, stays met with one agent more: waits get shorter in the sense of likelihood ratios, whatever the
 * law of patience. So a few looks find the fewest.
 */
import { ErlangCQueue } from './erlang-c-queue.ts';
import { abandonRateOf, serviceLevelOf, type QueueMeasures, type ServiceLevelRule } from './measures.ts';
import type { Patience } from './patience.ts';
import { growsWithoutEnd, PatienceQueue } from './patience-queue.ts';
import { fewest } from './search.ts';
import { loadOf, notNegative, positive, type Traffic } from './traffic.ts';

/** What must hold, all of it; at least one. */
export interface Targets {
  /** At least this share, by the formula of rule K-01 that is named. */
  readonly serviceLevel?: (ServiceLevelRule & { readonly share: number }) | undefined;
  /** Average speed of answer, at most. */
  readonly asaSec?: number | undefined;
  /** Abandon rate, at most: all abandons, or by K-05 without those before `shortAbandonSec`. */
  readonly abandonRate?: number | undefined;
  readonly shortAbandonSec?: number | undefined;
  /** Share of agent time spent on calls, at most. */
  readonly occupancy?: number | undefined;
  /** Share of callers who wait at all, at most. */
  readonly pWait?: number | undefined;
  /** Share of calls turned away, at most, where the line has an end. */
  readonly pBlock?: number | undefined;
}

// Shares that are equal but for the last digits of a double are equal: 8.5 erlang on 10 agents do meet a cap of 85 %.
const SLACK = 1e-12;

/** @throws {RangeError} naming a target that nothing can meet or that says nothing, such as a service level of 100 % */
function checkTargets(targets: Targets): void {
  const below1 = (argument: string, value: number | undefined): number => {
    if (value === undefined) return 0;
    if (!(value > 0 && value < 1))
      throw new RangeError(`${argument} must lie between 0 and 1, not ${value}.`);
    return 1;
  };
  let count = below1('serviceLevel.share', targets.serviceLevel?.share);
  count += below1('abandonRate', targets.abandonRate);
  count += below1('pWait', targets.pWait);
  count += below1('pBlock', targets.pBlock);
  if (targets.serviceLevel !== undefined)
    notNegative('serviceLevel.withinSec', targets.serviceLevel.withinSec);
  if (targets.asaSec !== undefined) {
    positive('asaSec', targets.asaSec);
    count++;
  }
  if (targets.occupancy !== undefined) {
    if (!(targets.occupancy > 0 && targets.occupancy <= 1))
      throw new RangeError(`occupancy must be above 0 and at most 1, not ${targets.occupancy}.`);
    count++;
  }
  if (count === 0) throw new RangeError('targets must name at least one target.');
}

/** Whether a queue meets all the targets; the cheap ones are looked at first. */
export function meets(queue: QueueMeasures, targets: Targets): boolean {
  const { serviceLevel, asaSec, abandonRate, occupancy, pWait, pBlock } = targets;
  const atMost = (value: number, target: number): boolean => value <= target * (1 + SLACK);
  // A measure that nobody asks for is not worked out: with patience each is an integral.
  return (
    (occupancy === undefined || atMost(queue.occupancy, occupancy)) &&
    (pBlock === undefined || atMost(queue.pBlock, pBlock)) &&
    (pWait === undefined || atMost(queue.pWait, pWait)) &&
    (serviceLevel === undefined || serviceLevelOf(queue, serviceLevel) >= serviceLevel.share * (1 - SLACK)) &&
    (abandonRate === undefined || atMost(abandonRateOf(queue, targets.shortAbandonSec), abandonRate)) &&
    (asaSec === undefined || atMost(queue.asa, asaSec))
  );
}

/**
 * The fewest agents of any model, a whole number.
 *
 * @param queueOf the queue with so many agents, null where it has no steady state
 * @param load in erlang: the search begins a little above it, where most targets are met (Halfin and Whitt 1981)
 * @throws {RangeError} naming a target; also if no number of agents meets them
 */
export function fewestAgents(
  queueOf: (agents: number) => QueueMeasures | null,
  targets: Targets,
  load: number,
): number {
  checkTargets(targets);
  const holds = (agents: number): boolean => {
    const queue = queueOf(agents);
    return queue !== null && meets(queue, targets);
  };
  const safety = Math.sqrt(load);
  return fewest(holds, 1, load + safety / 2, Math.ceil(safety / 4));
}

/**
 * The queue of one interval by the model that patience calls for: Erlang C if it is endless (null), M/M/c+G otherwise, Erlang A
 * among them. null where it grows without end.
 */
export function queueOf(traffic: Traffic, agents: number, patience: Patience | null): QueueMeasures | null {
  if (patience === null) return loadOf(traffic) < agents ? new ErlangCQueue(traffic, agents) : null;
  return growsWithoutEnd(traffic, agents, patience) ? null : new PatienceQueue(traffic, agents, patience);
}

/** How heads are made whole numbers. Up, the usual way, never staffs below need; `none` keeps the fraction for a weekly total. */
export type Rounding = 'up' | 'nearest' | 'none';

/**
 * Heads to be paid so that `agents` are at work: agents / (1 - shrinkage) (rule K-30).
 *
 * @param shrinkage share of paid time not able to handle calls, 0 or more and below 1
 * @throws {RangeError} naming the argument
 */
export function headsFor(agents: number, shrinkage: number, rounding: Rounding = 'up'): number {
  notNegative('agents', agents);
  if (!(shrinkage >= 0 && shrinkage < 1))
    throw new RangeError(`shrinkage must be 0 or more and below 1, not ${shrinkage}.`);
  const exact = agents / (1 - shrinkage);
  switch (rounding) {
    case 'up':
      return Math.ceil(exact * (1 - SLACK));
    case 'nearest':
      return Math.round(exact);
    case 'none':
      return exact;
  }
}

export interface StaffingRule {
  readonly targets: Targets;
  /** null: callers wait as long as it takes (Erlang C). */
  readonly patience: Patience | null;
  /** Share of paid time not able to handle calls; 0 if not said. */
  readonly shrinkage?: number | undefined;
  readonly rounding?: Rounding | undefined;
}

export interface Requirement {
  readonly load: number;
  readonly agents: number;
  readonly heads: number;
  /** What they achieve; null where there are no calls, and none are needed. */
  readonly queue: QueueMeasures | null;
}

/**
 * Agents and heads of one interval.
 *
 * @throws {RangeError} naming the argument
 */
export function staffInterval(traffic: Traffic, rule: StaffingRule): Requirement {
  checkTargets(rule.targets);
  const load = loadOf(traffic);
  if (load === 0) return { load, agents: 0, heads: 0, queue: null };
  const agents = fewestAgents((count) => queueOf(traffic, count, rule.patience), rule.targets, load);
  const heads = headsFor(agents, rule.shrinkage ?? 0, rule.rounding);
  return { load, agents, heads, queue: queueOf(traffic, agents, rule.patience) };
}

/** Agents and heads of each of a list of intervals, every one by itself. */
export function staffIntervals(intervals: readonly Traffic[], rule: StaffingRule): readonly Requirement[] {
  return intervals.map((traffic) => staffInterval(traffic, rule));
}
