/**
 * Agents required, by queue and interval, for the target of the queue's service level: the formula every planner has on his sheet,
 * each interval a steady state of its own (SIPP; Green, Kolesar and Soares 2001). Erlang C where callers wait for ever, M/M/c+G
 * (Erlang A) where they do not.
 *
 * It reads a setup and simulates nothing, so it refuses to know what only a run can tell: overflow, callbacks, opening hours, callers
 * who call again, rings missed, agents shared with other queues, and what one interval leaves to the next. Calls are those that the
 * demands bring to the queue by their rules; handle time is talk, wrap-up as far as it takes an agent's capacity, and the ring
 * until he accepts.
 */
import type { ArrivalsSetup, DayKindSetup, DemandSetup, Setup } from '../config/setup.ts';
import { withTimes } from '../kernel/law-times.ts';
import { routesOf } from '../routing/route.ts';
import { limitedMoment, rawMoment } from './law-moments.ts';
import { patienceOf, type Patience } from './patience.ts';
import { plannedBetween } from './planned-staff.ts';
import { fewestAgents, queueOf, type Targets } from './staffing.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

/** Intervals one after the other, the first of which begins so long after the day does (before it: negative). */
export interface Intervals {
  readonly from: number;
  readonly length: number;
  readonly count: number;
}

/** By queue and interval; null: the queue has no target, or no formula of one agent a call holds. */
export function requiredAgents(setup: Setup, kind: DayKindSetup, intervals: Intervals): (number | null)[][] {
  const shares = kind.demand.map((demand) => sharesOf(setup, demand));
  const span = kind.to - kind.from;
  const calls = kind.demand.map(({ arrivals }) => callsBy(arrivals, intervals, span));
  const open = Array.from({ length: intervals.count }, (_, at) => openIn(intervals, at, span));
  return setup.routing.queues.map((_, queue) => {
    const model = modelOf(setup, kind, queue, shares);
    return open.map((millis, interval) => {
      const offered = shares.reduce(
        (sum, share, demand) => sum + share[queue]! * calls[demand]![interval]!,
        0,
      );
      return model && requiredFor(model, millis === 0 ? 0 : (offered * HOUR) / millis);
    });
  });
}

/** How much of an interval lies within the day; the last one may be cut short. */
function openIn({ from, length }: Intervals, at: number, span: number): number {
  const begin = from + at * length;
  return Math.max(0, Math.min(span, begin + length) - Math.max(0, begin));
}

// ---------------------------------------------------------------- calls

/** By queue, the share of a demand's calls that its rules bring there when no queue overflows (RT-02, RT-05 to RT-07). */
function sharesOf({ routing }: Setup, demand: DemandSetup): number[] {
  const shares = routing.queues.map(() => 0);
  const entry = routing.entries[demand.entry]!;
  const { channel } = routing.classes[entry.workClass]!;
  let left = 1;
  for (const { rule } of routesOf(entry)) {
    let passed = 0;
    for (const { queue, percent } of rule.targets) {
      if (routing.queues[queue]!.channel === channel) shares[queue]! += (left * percent) / 100;
      else passed += (left * percent) / 100;
    }
    left = passed;
    if (left <= 0) return shares;
  }
  shares[entry.fallback]! += left;
  return shares;
}

/** Calls expected in each interval; a day factor has mean 1. Who calls after the day's end is not simulated. */
function callsBy(arrivals: ArrivalsSetup, { from, length, count }: Intervals, span: number): Float64Array {
  const calls = new Float64Array(count);
  if (arrivals.kind === 'trace') {
    for (const time of arrivals.times) {
      const at = Math.floor((time - from) / length);
      if (at >= 0 && at < count && time < span) calls[at]! += 1;
    }
    return calls;
  }
  const { step } = arrivals;
  const parts = arrivals.kind === 'rates' ? arrivals.expected : arrivals.weights;
  const total = arrivals.kind === 'rates' ? 1 : parts.reduce((sum, weight) => sum + weight, 0);
  const each = arrivals.kind === 'rates' ? 1 : arrivals.count / total;
  for (const [at, expected] of parts.entries()) {
    const [begin, end] = [at * step - from, Math.min(span, (at + 1) * step) - from];
    const last = Math.min(count - 1, Math.ceil(end / length) - 1);
    for (let interval = Math.max(0, Math.floor(begin / length)); interval <= last; interval++) {
      const overlap = Math.min(end, (interval + 1) * length) - Math.max(begin, interval * length);
      calls[interval]! += (expected * each * overlap) / step;
    }
  }
  return calls;
}

// ---------------------------------------------------------------- one queue

interface Model {
  readonly targets: Targets;
  readonly patience: Patience | null;
  readonly meanHandleSec: number;
  /** Whole days are flat, and many intervals alike. */
  readonly known: Map<number, number | null>;
}

function modelOf(
  setup: Setup,
  kind: DayKindSetup,
  queue: number,
  shares: readonly (readonly number[])[],
): Model | null {
  const own = setup.routing.queues[queue]!;
  const share = setup.report.targets[queue] ?? null;
  if (share === null || own.channel !== 'voice' || takesSeveral(setup, kind, queue, shares)) return null;
  const { patience, balk } = setup.world.behaviour[queue]!;
  const isEndless = patience === null && balk === 0;
  const law = patience && withTimes(patience, (millis) => millis / SECOND);
  return {
    targets: {
      serviceLevel: {
        share,
        withinSec: own.serviceLevelThreshold / SECOND,
        formula: setup.report.serviceLevel,
        shortAbandonSec: own.shortAbandonThreshold / SECOND,
      },
    },
    patience: isEndless ? null : patienceOf({ law, balkProbability: balk }),
    meanHandleSec: handleOf(setup, kind, queue, shares) / SECOND,
    known: new Map(),
  };
}

function requiredFor(
  { targets, patience, meanHandleSec, known }: Model,
  arrivalsPerHour: number,
): number | null {
  const load = (arrivalsPerHour * meanHandleSec) / 3600;
  if (load === 0) return 0;
  const before = known.get(arrivalsPerHour);
  if (before !== undefined) return before;
  const agents = fewestOrNone(() =>
    fewestAgents((count) => queueOf({ arrivalsPerHour, meanHandleSec }, count, patience), targets, load),
  );
  known.set(arrivalsPerHour, agents);
  return agents;
}

/** A target of 100 %, or one that callers who do not wait at all put out of reach, is met by no number of agents. */
function fewestOrNone(search: () => number): number | null {
  try {
    return search();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether an agent may talk to two callers of the queue at a time: then he is more than one agent of the formula. */
function takesSeveral(
  { routing }: Setup,
  kind: DayKindSetup,
  queue: number,
  shares: readonly (readonly number[])[],
): boolean {
  const classes = new Set(
    kind.demand.flatMap(({ entry }, demand) =>
      shares[demand]![queue]! > 0 ? [routing.entries[entry]!.workClass] : [],
    ),
  );
  const works = [...classes].map((each) => routing.classes[each]!);
  return routing.agents.some(
    (agent) =>
      agent.queues.includes(queue) &&
      works.some(({ units, profiles }) => {
        const limits = agent.profiles.flatMap(({ profile, limit }) => {
          const own = routing.profiles[profile]!;
          // A quota of the day is no limit on what he does at a time.
          return profiles.includes(profile) && own.reset === 'immediate' ? [limit ?? own.limit] : [];
        });
        const byUnits = units > 0 ? agent.units / units : Infinity;
        return Math.min(byUnits, ...limits) >= 2;
      }),
  );
}

/** Mean handle time in milliseconds: by group as the group works, weighted by the hours it has planned. */
function handleOf(
  setup: Setup,
  kind: DayKindSetup,
  queue: number,
  shares: readonly (readonly number[])[],
): number {
  const { world, routing } = setup;
  const { wrapUp: law } = world.behaviour[queue]!;
  const { block, autoAfter } = routing.queues[queue]!.wrapUp;
  const talk = talkOf(setup, kind, queue, shares);
  const serving = new Set(
    routing.agents.flatMap(({ queues, group }) => (queues.includes(queue) ? [group] : [])),
  );
  const heads = plannedBetween(kind, 0, kind.to - kind.from);
  const isStaffed = [...serving].some((group) => heads[group]! > 0);
  let [sum, weights] = [0, 0];
  for (const group of serving) {
    const { efficiency, accept } = world.groups[group]!;
    const weight = isStaffed ? heads[group]! : 1;
    // WU-02, WU-03: what is left of a wrap-up when its capacity is free again keeps nobody from a call.
    const most = Math.min(block, autoAfter) * efficiency;
    const wrapUp = law === null || most === 0 ? 0 : limitedMoment(law, 1, most);
    sum += weight * ((talk + wrapUp) / efficiency + rawMoment(accept, 1));
    weights += weight;
  }
  return weights === 0 ? talk + (law === null ? 0 : rawMoment(law, 1)) : sum / weights;
}

/** Mean talk time by the queue's law, or as recorded in the traces of those who call. */
function talkOf(
  { world }: Setup,
  kind: DayKindSetup,
  queue: number,
  shares: readonly (readonly number[])[],
): number {
  const mean = rawMoment(world.behaviour[queue]!.talk, 1);
  let [sum, calls] = [0, 0];
  for (const [demand, { arrivals }] of kind.demand.entries()) {
    const share = shares[demand]![queue]!;
    if (share === 0) continue;
    const count = countOf(arrivals);
    const recorded = arrivals.kind === 'trace' ? arrivals.talk : null;
    sum +=
      share * (recorded ? recorded.reduce<number>((all, each) => all + (each ?? mean), 0) : count * mean);
    calls += share * count;
  }
  return calls === 0 ? mean : sum / calls;
}

function countOf(arrivals: ArrivalsSetup): number {
  switch (arrivals.kind) {
    case 'rates':
      return arrivals.expected.reduce((sum, each) => sum + each, 0);
    case 'fixed':
      return arrivals.count;
    case 'trace':
      return arrivals.times.length;
  }
}
