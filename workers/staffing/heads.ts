/**
 * Heads by group and interval, and a setup that is staffed so. Works on setups of one kind of day; it refuses to know why so many.
 */
import { plannedBetween } from '../../engine/index.ts';
import type { AgentSetup, DayKindSetup, Setup, StaffingSetup } from '../../engine/index.ts';

/** Agents at work, `heads[group][interval]`; null: the group is not planned and works as the scenario says. */
export type Heads = readonly (readonly number[] | null)[];

/** The same centre on days of one kind only; null where the calendar has none. */
export function onKind(setup: Setup, kind: number): Setup | null {
  const { world } = setup;
  const entries = world.calendar.flatMap((each, at) => (each === kind ? [at] : []));
  const day = world.kinds[kind];
  if (entries.length === 0 || day === undefined) return null;
  const repeatsFrom = entries.findIndex((at) => at >= world.calendarRepeatsFrom);
  return {
    ...setup,
    world: {
      ...world,
      kinds: [day],
      calendar: entries.map(() => 0),
      calendarOffsets: entries.map((at) => world.calendarOffsets[at] ?? 0),
      // A kind of single dates only: the dates repeat.
      calendarRepeatsFrom: Math.max(0, repeatsFrom),
    },
  };
}

export function kindOf(setup: Setup): DayKindSetup {
  const [kind] = setup.world.kinds;
  if (kind === undefined) throw new RangeError('A setup has at least one kind of day.');
  return kind;
}

export function intervalsOf(setup: Setup): number {
  const { from, to } = kindOf(setup);
  return Math.max(1, Math.ceil((to - from) / setup.world.interval));
}

/**
 * The setup with these heads at work, by the interval of the report. The groups are always `sizes` large, however many are at work:
 * an agent keeps his number, and with it his luck, from one plan to the next. Nobody is away: shrinkage comes on top.
 */
export function staffed(setup: Setup, heads: Heads, sizes: readonly number[]): Setup {
  const { world, routing } = setup;
  const kind = kindOf(setup);
  const agents: AgentSetup[] = [];
  const groups = world.groups.map((group, at) => {
    const own = routing.agents.slice(group.firstAgent, group.firstAgent + group.size);
    const firstAgent = agents.length;
    if (!heads[at]) {
      agents.push(...own);
      return { ...group, firstAgent };
    }
    const size = sizes[at]!;
    for (let n = 0; n < size; n++)
      agents.push({ ...own[n % own.length]!, name: `${group.name} ${n + 1}`, quotaEnds: 'midnight' });
    return { ...group, firstAgent, size, shrinkage: 0 };
  });
  const staffing = kind.staffing.map((planned, at): StaffingSetup => {
    const count = heads[at];
    return count ? { kind: 'numbers', step: world.interval, count } : planned;
  });
  return {
    ...setup,
    routing: { ...routing, agents },
    world: { ...world, groups, kinds: [{ ...kind, staffing }] },
  };
}

/** Agents that the scenario itself has at work, by group and averaged over each interval, breaks taken off. */
export function plannedNow(setup: Setup): number[][] {
  const kind = kindOf(setup);
  const { interval } = setup.world;
  const byInterval = Array.from({ length: intervalsOf(setup) }, (_, at) =>
    plannedBetween(kind, at * interval, Math.min((at + 1) * interval, kind.to - kind.from)),
  );
  return kind.staffing.map((_, group) => byInterval.map((heads) => heads[group]!));
}

/** Whether any agent of the group serves the queue. */
export function groupServes(setup: Setup, group: number, queue: number): boolean {
  return setup.routing.agents.some((agent) => agent.group === group && agent.queues.includes(queue));
}
