/**
 * What the formulas say, from the load of a run with ample staff: Erlang C and Erlang A (M/M/c+G where patience is not exponential)
 * for each queue and interval by itself. A queue's agents are shared out over the groups that serve it as the scenario shares them.
 * It is where the search starts and what stands beside its answer; rules, prompts, overflow and callbacks are not in it.
 */
import { fewestAgents, meanBusyAt, patienceOf, queueOf } from '../../engine/index.ts';
import type { Accumulator, Patience, RatioKpi, Setup, StaffingTargets } from '../../engine/index.ts';
import { groupServes } from './heads.ts';
import { inSeconds } from './seconds.ts';
import type { Target } from './targets.ts';

/** By group and interval; null where a formula has nothing to say of a target. */
export interface Beside {
  readonly erlangC: readonly (readonly number[])[] | null;
  readonly erlangA: readonly (readonly number[])[] | null;
  /** A head count for the load where no formula knows the targets. */
  readonly byLoad: readonly (readonly number[])[];
}

interface QueueLoad {
  readonly handleSec: number;
  /** Calls per hour that make the mean load of each interval, what is carried over from before included. */
  readonly perHour: readonly number[];
}

export function erlangBeside(
  setup: Setup,
  ample: Accumulator,
  targets: readonly Target[],
  planned: readonly (readonly number[])[],
  isPlanned: readonly boolean[],
): Beside {
  const loads = setup.routing.queues.map((_, queue) => loadOf(setup, ample, queue));
  const by = (agents: (queue: number, perHour: number, handleSec: number) => number | null) => {
    const queues = loads.map(({ perHour, handleSec }, queue) =>
      perHour.map((rate) => (rate * handleSec < NO_LOAD ? 0 : agents(queue, rate, handleSec))),
    );
    return queues.some((intervals) => intervals.includes(null))
      ? null
      : sharedOut(setup, queues as number[][], planned, isPlanned);
  };
  const formula = (withPatience: boolean) =>
    by((queue, arrivalsPerHour, meanHandleSec) => {
      const wanted = erlangTargets(setup, targets, queue);
      // A queue without a target: what is left of the others.
      if (wanted === null) return 0;
      const patience = withPatience ? patienceIn(setup, queue) : null;
      if (
        patience === null &&
        Object.keys(wanted).every((name) => /^(abandonRate|shortAbandonSec)$/.test(name))
      )
        return null;
      try {
        const traffic = { arrivalsPerHour, meanHandleSec };
        return fewestAgents(
          (count) => queueOf(traffic, count, patience),
          wanted,
          (arrivalsPerHour * meanHandleSec) / 3600,
        );
      } catch (error) {
        // A target that no number of agents meets, by the formula.
        if (error instanceof RangeError) return null;
        throw error;
      }
    });
  return {
    erlangC: formula(false),
    erlangA: formula(true),
    byLoad: by((_, perHour, handleSec) => Math.ceil((perHour * handleSec) / 3600 + 1))!,
  };
}

/** Less than a call's minute in an hour: no load. */
const NO_LOAD = 1e-6;

/** What the formulas can say of a queue; null: it has no target that they know. */
function erlangTargets(setup: Setup, targets: readonly Target[], queue: number): StaffingTargets | null {
  const own = setup.routing.queues[queue]!;
  const shortAbandonSec = own.shortAbandonThreshold / 1000;
  let wanted: StaffingTargets = {};
  for (const { asked, kpi, value, place } of targets) {
    if (kpi.scope === 'queue' && place !== null && place !== queue) continue;
    if (kpi.id.startsWith('K-01')) {
      const formula = (kpi.id.at(-1) ?? 'a') as 'a';
      const rule = { withinSec: own.serviceLevelThreshold / 1000, formula, shortAbandonSec };
      wanted = { ...wanted, serviceLevel: { ...rule, share: value } };
    } else if (kpi.id === 'K-02') wanted = { ...wanted, asaSec: value / 1000 };
    else if (asked.named.id === 'K-05') wanted = { ...wanted, abandonRate: value, shortAbandonSec };
    else if (asked.named.id === 'K-05raw') wanted = { ...wanted, abandonRate: value };
    else if (kpi.id === 'K-09') wanted = { ...wanted, occupancy: value };
  }
  return Object.keys(wanted).length === 0 ? null : wanted;
}

function patienceIn(setup: Setup, queue: number): Patience | null {
  const { patience, balk } = setup.world.behaviour[queue]!;
  if (patience === null && balk === 0) return null;
  return patienceOf({ law: patience === null ? null : inSeconds(patience), balkProbability: balk });
}

function loadOf(setup: Setup, ample: Accumulator, queue: number): QueueLoad {
  const { world } = setup;
  const mean = (id: string, stat: string, part: { place?: number; interval?: number }): number => {
    const kpi = ample.kpis.find((each) => each.id === id && each.stat === stat) as RatioKpi | undefined;
    return (kpi && ample.estimate(kpi, part).mean) ?? 0;
  };
  // An agent is busy while it rings at him, too: the same part of talk and wrap-up for all queues.
  const work = mean('K-10', 'talking', {}) + mean('K-10', 'wrappingUp', {});
  const ringing = work > 0 ? 1 + mean('K-10', 'ringing', {}) / work : 1;
  const handleSec = (mean('K-08', 'mean', { place: queue }) / 1000) * ringing;
  const hours = world.interval / 3_600_000;
  const { intervals } = ample.layout;
  const offered = Array.from(
    { length: intervals },
    (_, interval) => mean('Off', 'perDay', { place: queue, interval }) / hours,
  );
  // The warm-up is not counted: it is taken to be as what follows it.
  const warm = Math.ceil(world.warmUp / world.interval);
  for (let interval = 0; interval < Math.min(warm, intervals - 1); interval++)
    offered[interval] = offered[warm] ?? 0;
  if (handleSec === 0) return { handleSec, perHour: offered.map(() => 0) };
  const periods = offered.map((arrivalsPerHour) => ({ durationSec: world.interval / 1000, arrivalsPerHour }));
  const perHour = offered.map((_, interval) => {
    const busy = MOMENTS.map((part) =>
      meanBusyAt(periods, handleSec, ((interval + part) * world.interval) / 1000),
    );
    return ((busy.reduce((sum, each) => sum + each, 0) / busy.length) * 3600) / handleSec;
  });
  return { handleSec, perHour };
}

/** Of an interval: its mean load is taken from these. */
const MOMENTS = [0.1, 0.3, 0.5, 0.7, 0.9];

/** A queue's agents over the groups that serve it, in the proportion that now work there, whole heads by the largest remainder. */
function sharedOut(
  setup: Setup,
  queues: readonly (readonly number[])[],
  planned: readonly (readonly number[])[],
  isPlanned: readonly boolean[],
): number[][] {
  const heads = setup.world.groups.map(() => queues[0]!.map(() => 0));
  queues.forEach((intervals, queue) => {
    const serving = setup.world.groups.flatMap((_, group) =>
      isPlanned[group] && groupServes(setup, group, queue) ? [group] : [],
    );
    if (serving.length === 0) return;
    intervals.forEach((agents, interval) => {
      const now = serving.map((group) => planned[group]![interval] ?? 0);
      const sum = now.reduce((total, each) => total + each, 0);
      const exact = now.map((each) => agents * (sum > 0 ? each / sum : 1 / serving.length));
      const whole = exact.map(Math.floor);
      const left = agents - whole.reduce((total, each) => total + each, 0);
      const order = exact
        .map((each, at) => [each - whole[at]!, at] as const)
        .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      for (const [, at] of order.slice(0, Math.round(left))) whole[at]!++;
      serving.forEach((group, at) => (heads[group]![interval]! += whole[at]!));
    });
  });
  return heads;
}
