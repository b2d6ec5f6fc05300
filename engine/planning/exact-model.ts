/**
 * Which scenarios theory can answer exactly, and what it says of them: one queue with one steady team (Erlang C, Erlang A, M/M/c+G),
 * the same with callback offers by the clock, and two queues of which one overflows into the other at a number waiting (a Markov chain). A
 * scenario is taken only when nothing in it is outside the model, so a simulated interval that leaves out the value is luck, once in
 * twenty, or a fault. It simulates nothing, and refuses to call a near miss exact: then it answers null.
 */
import type { BehaviourSetup, EntrySetup, RuleSetup, Setup, StaffingSetup } from '../config/setup.ts';
import { withTimes } from '../kernel/law-times.ts';
import { CallbackOfferQueue } from './callback-offers.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { rawMoment } from './law-moments.ts';
import { abandonRateOf, serviceLevelOf } from './measures.ts';
import { overflowOfTwo } from './overflow-of-two.ts';
import { patienceOf } from './patience.ts';
import type { Patience } from './patience.ts';
import { growsWithoutEnd, PatienceQueue } from './patience-queue.ts';
import { loadOf } from './traffic.ts';
import type { Traffic } from './traffic.ts';

export interface ExactModel {
  /** "Erlang C", "Erlang A", "M/M/c+G", "M/M/c+G with offers", "Markov chain". */
  readonly name: string;
  /** Author and year. */
  readonly source: string;
  /**
   * @param id of the KPI, such as K-02; of the service level K-01a to K-01f, or K-01: the formula of the report
   * @param place the queue or the group; null: all together
   * @returns seconds or a share; undefined: the model does not tell it
   */
  valueOf(id: string, stat: string, place: string | null): number | undefined;
}

const SECOND = 1000;
const FORMULAS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** The longest mean times of a call that a start from empty is remembered for; the warm-up must last as long. */
const FORGOTTEN = 5;

/** A callback that may wait so long never expires within a day. */
const LONG = 86_400_000;

/** null: the scenario is outside every model here, or has no steady state. */
export function exactModel(setup: Setup): ExactModel | null {
  if (!isPlainCentre(setup)) return null;
  const teams = setup.routing.queues.map((_, queue) => teamOf(setup, queue));
  if (teams.some((team) => team === null)) return null;
  const [first, second, ...more] = teams as Team[];
  if (first === undefined || more.length > 0) return null;
  return second === undefined ? oneQueue(setup, first) : twoQueues(setup, [first, second]);
}

// ---------------------------------------------------------------- what is asked of the centre

function isPlainCentre({ routing, world }: Setup): boolean {
  const { maxCalls, maxOutbound, sites } = routing;
  const areLinesFree =
    maxCalls === Infinity &&
    maxOutbound === Infinity &&
    sites.every((site) => site.maxCalls === Infinity && site.maxOutbound === Infinity);
  return (
    areLinesFree &&
    world.kinds.length === 1 &&
    world.warmUp > 0 &&
    routing.propagationDelay === 0 &&
    routing.profiles.length === 0 &&
    Object.values(world.prompts).every((length) => length === 0) &&
    world.groups.every(
      (group) =>
        group.missed === 0 &&
        group.declined === 0 &&
        group.efficiency === 1 &&
        group.shrinkage === 0 &&
        isZero(group.accept),
    )
  );
}

interface Team {
  readonly agents: number;
  readonly traffic: Traffic;
  readonly behaviour: BehaviourSetup;
  /** null: endless. */
  readonly patience: Patience | null;
  readonly meanPatienceSec: number | null;
  /** The one group that serves it. */
  readonly groups: readonly string[];
}

/** A queue with agents of its own, all alike, and calls at one rate; null: it is not so plain. */
function teamOf(setup: Setup, queue: number): Team | null {
  const { routing, world } = setup;
  const own = routing.queues[queue]!;
  const kind = world.kinds[0]!;
  const behaviour = world.behaviour[queue]!;
  const isPlainQueue =
    own.channel === 'voice' &&
    own.hours === -1 &&
    own.maxActiveContacts === Infinity &&
    own.waitExceeds === null;
  const demands = kind.demand.filter(({ entry }) => leadsTo(routing.entries[entry]!, queue));
  const [demand] = demands;
  if (!isPlainQueue || demand === undefined || demands.length > 1) return null;
  const { arrivals, redial, entry } = demand;
  if (redial.afterAbandon > 0 || redial.afterBlocked > 0) return null;
  if (arrivals.kind !== 'rates' || arrivals.dayFactor !== null || !isFlat(arrivals.expected)) return null;
  if (behaviour.talk.law !== 'exponential' || behaviour.wrapUp !== null) return null;
  const serving = routing.agents.filter(({ queues }) => queues.includes(queue));
  const work = routing.classes[routing.entries[entry]!.workClass]!;
  if (serving.some(({ queues, units }) => queues.length > 1 || units !== work.units)) return null;
  const groups = [...new Set(serving.map(({ group }) => group))];
  const counts = groups.map((group) => steadyCount(kind.staffing[group]!, kind.to - kind.from));
  if (counts.length === 0 || counts.some((count) => count === null)) return null;
  const meanHandleSec = behaviour.talk.mean / SECOND;
  if (world.warmUp < FORGOTTEN * behaviour.talk.mean) return null;
  const { patience, balk } = behaviour;
  const law = patience && withTimes(patience, (millis) => millis / SECOND);
  const isErlang = law?.law === 'exponential' && balk === 0;
  return {
    agents: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    traffic: { arrivalsPerHour: (arrivals.expected[0]! * 3_600_000) / arrivals.step, meanHandleSec },
    behaviour,
    patience: law === null && balk === 0 ? null : patienceOf({ law, balkProbability: balk }),
    meanPatienceSec: isErlang ? law.mean : null,
    groups: groups.map((group) => world.groups[group]!.name),
  };
}

/** Whether all calls of an entry go to the queue, by no rule that overflows on its own account. */
function leadsTo({ rules, fallback }: EntrySetup, queue: number): boolean {
  if (rules.length === 0) return fallback === queue;
  const [{ when, targets, overflow }] = rules as [RuleSetup];
  return (
    rules.length === 1 &&
    when.length === 0 &&
    overflow === null &&
    targets.every((each) => each.queue === queue)
  );
}

function isFlat(values: readonly number[]): boolean {
  const [first = 0] = values;
  return first > 0 && values.every((value) => Math.abs(value - first) <= 1e-9 * first);
}

function isZero(law: BehaviourSetup['talk']): boolean {
  return rawMoment(law, 1) === 0;
}

/** Agents at work all day long; null: their number changes. */
function steadyCount(staffing: StaffingSetup, span: number): number | null {
  if (staffing.kind === 'numbers') {
    const [first = 0] = staffing.count;
    return staffing.count.every((count) => count === first) ? first : null;
  }
  const { shifts } = staffing;
  const isAllDay = shifts.every(
    (shift) => shift !== null && shift.from <= 0 && shift.to >= span && shift.breaks.length === 0,
  );
  return isAllDay ? shifts.length : null;
}

// ---------------------------------------------------------------- one queue

function oneQueue(setup: Setup, team: Team): ExactModel | null {
  const own = setup.routing.queues[0]!;
  const { traffic, agents, patience, meanPatienceSec } = team;
  const offers = own.overflow.length === 0 ? null : scheduleOf(setup, team);
  if (offers === undefined || agents === 0) return null;
  const places = [null, own.name, ...team.groups];
  if (offers !== null) {
    const queue = new CallbackOfferQueue(traffic, agents, patience ?? patienceOf({ law: null }), offers);
    return {
      name: 'M/M/c+G with offers',
      source: 'Baccelli and Hebuterne 1981',
      valueOf: (id, stat, place) => {
        if (!places.includes(place)) return undefined;
        if (id === 'K-09' && stat === 'share') return queue.occupancy;
        if (id === 'K-05' && stat === 'raw') return queue.pAbandon;
        return id === 'K-02' && stat === 'mean' ? queue.meanWaitServedLive : undefined;
      },
    };
  }
  if (patience === null ? loadOf(traffic) >= agents : growsWithoutEnd(traffic, agents, patience)) return null;
  const queue =
    patience === null ? new ErlangCQueue(traffic, agents) : new PatienceQueue(traffic, agents, patience);
  const shortAbandonSec = own.shortAbandonThreshold / SECOND;
  const withinSec = own.serviceLevelThreshold / SECOND;
  return {
    name: patience === null ? 'Erlang C' : meanPatienceSec === null ? 'M/M/c+G' : 'Erlang A',
    source:
      patience === null
        ? 'Erlang 1917'
        : meanPatienceSec === null
          ? 'Baccelli and Hebuterne 1981'
          : 'Palm 1946',
    valueOf: (id, stat, place) => {
      if (!places.includes(place)) return undefined;
      const letter = /^K-01([a-f]?)$/.exec(id)?.[1];
      if (letter !== undefined && stat === 'share') {
        const formula = FORMULAS.find((each) => each === letter) ?? setup.report.serviceLevel;
        return serviceLevelOf(queue, { withinSec, shortAbandonSec, formula });
      }
      switch (`${id} ${stat}`) {
        case 'K-02 mean':
          return queue.asa;
        case 'K-05 share':
          return abandonRateOf(queue, shortAbandonSec);
        case 'K-05 raw':
          return queue.pAbandon;
        case 'K-09 share':
          return queue.occupancy;
        case 'K-03 waited':
          return queue.pWait;
        default:
          return undefined;
      }
    },
  };
}

/** Offers by the clock to all who have to wait, and a callback that is reached at once; undefined: the queue overflows otherwise. */
function scheduleOf(
  { routing }: Setup,
  { behaviour }: Team,
): { firstSec: number; everySec: number; acceptProbability: number } | undefined {
  const [item, ...more] = routing.queues[0]!.overflow;
  if (item === undefined || more.length > 0) return undefined;
  const { when, limit, action } = item;
  if (when !== 'workItemLimit' || limit !== 0 || action.do !== 'directCallback') return undefined;
  const profile = routing.callbackProfiles[action.profile]!;
  const isAtOnce =
    profile.minRedialGap === 0 &&
    profile.expiry >= LONG &&
    isZero(behaviour.reaction) &&
    isZero(behaviour.answerAfter);
  const { accepts, answers } = behaviour;
  if (!isAtOnce || answers !== 1 || accepts.some((each) => each !== accepts[0])) return undefined;
  return {
    firstSec: profile.offerFirst / SECOND,
    everySec: profile.offerRepeat / SECOND,
    acceptProbability: accepts[0] ?? 0,
  };
}

// ---------------------------------------------------------------- two queues

function twoQueues({ routing }: Setup, teams: readonly [Team, Team]): ExactModel | null {
  const from = routing.queues.findIndex(({ overflow }) => overflow.length > 0);
  const to = 1 - from;
  const [item, ...more] = routing.queues[from]?.overflow ?? [];
  if (item === undefined || more.length > 0 || routing.queues[to]!.overflow.length > 0) return null;
  const { when, limit, action } = item;
  if (when !== 'workItemLimit' || action.do !== 'transferQueue' || action.queue !== to) return null;
  const [a, b] = [teams[from]!, teams[to]!];
  const isMarkov = [a, b].every(
    ({ patience, meanPatienceSec }) => patience === null || meanPatienceSec !== null,
  );
  if (!isMarkov) return null;
  const result = solved(a, b, limit);
  if (result === null) return null;
  const [nameA, nameB] = [routing.queues[from]!.name, routing.queues[to]!.name];
  return {
    name: 'Markov chain',
    source: 'steady state of both queues together',
    valueOf: (id, stat, place) => {
      if (place === null) return undefined;
      const [isA, isB] = [
        place === nameA || a.groups.includes(place),
        place === nameB || b.groups.includes(place),
      ];
      if (id === 'K-09' && stat === 'share')
        return isA ? result.occupancyA : isB ? result.occupancyB : undefined;
      return id === 'K-31' && stat === 'share' && isA ? result.pOverflow : undefined;
    },
  };
}

function solved(a: Team, b: Team, limit: number): ReturnType<typeof overflowOfTwo> | null {
  const chainOf = ({ agents, traffic, meanPatienceSec }: Team) => ({ agents, ...traffic, meanPatienceSec });
  try {
    return overflowOfTwo(chainOf(a), chainOf(b), limit);
  } catch {
    // No steady state, or more states than can be solved.
    return null;
  }
}
