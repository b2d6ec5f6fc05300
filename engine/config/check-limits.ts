/** Bounds of what one run simulates (E-LIMIT): a scenario of 10^12 calls is a slip or an attack, and is refused at once. */
import type { CheckContext } from './check-context.ts';
import { daysDefaults, limits } from './defaults.ts';
import { dayKinds, stepsOf } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import type { ProblemPath } from './problems.ts';
import type { ArrivalOptions } from './scenario.ts';
import { factorsOf } from './scenario-what-if.ts';
import { groupSize, queuesServed } from './staffing.ts';

const hour = 3_600_000;

export function checkLimits(context: CheckContext): void {
  const { scenario } = context;
  const kinds = dayKinds(scenario);
  const limit = (what: string, value: number, most: number, path: ProblemPath) => {
    if (value > most) context.add('E-LIMIT', path, { what, value, limit: most });
  };
  limit('queues', Object.keys(scenario.queues ?? {}).length, limits.queues, ['queues']);
  limit('kinds', kinds.length, limits.named, ['kinds']);
  limit('demands', Object.keys(scenario.demand ?? {}).length, limits.named, ['demand']);
  let agents = 0;
  let memberships = 0;
  for (const [name, group] of Object.entries(scenario.agents ?? {})) {
    const size = groupSize(name, group, kinds, scenario);
    agents += size;
    memberships += size * queuesServed(group).length;
  }
  limit('agents', agents, limits.agents, ['agents']);
  limit('memberships', memberships, limits.memberships, ['agents']);
  for (const kind of kinds) {
    for (const step of [scenario.days?.interval ?? daysDefaults.interval]) {
      limit('intervals', stepsOf(kind, step), limits.steps, ['days', 'interval']);
    }
  }
  checkCalls(context, kinds, limit);
}

function checkCalls(
  context: CheckContext,
  kinds: readonly DayKind[],
  limit: (what: string, value: number, most: number, path: ProblemPath) => void,
): void {
  const { scenario } = context;
  const { volume } = factorsOf(scenario);
  let busiest = 0;
  for (const kind of kinds) {
    let calls = 0;
    let largest = 0;
    for (const [name, demand] of Object.entries(scenario.demand ?? {})) {
      const changed = kind.options.demand?.[name];
      if (changed && 'none' in changed) continue;
      const arrivals = changed?.arrivals ?? demand.arrivals;
      if (!arrivals) continue;
      const own = callsOf(arrivals, kind) * volume;
      const path: ProblemPath = changed?.arrivals
        ? ['kinds', kind.name, 'demand', name, 'arrivals']
        : ['demand', name, 'arrivals'];
      limit('calls', own, limits.callsADay, path);
      calls += own;
      largest = Math.max(largest, own);
    }
    // The sum is news only if no single demand is too large.
    if (largest <= limits.callsADay) limit('calls', calls, limits.callsADay, ['demand']);
    busiest = Math.max(busiest, calls);
  }
  const days = scenario.days?.count ?? daysDefaults.count;
  if (busiest <= limits.callsADay) limit('callsInAll', busiest * days, limits.callsARun, ['days', 'count']);
}

/** Expected calls of one day; those of a file are counted when it is read. */
function callsOf(arrivals: ArrivalOptions, kind: DayKind): number {
  if ('none' in arrivals) return 0;
  if (Array.isArray(arrivals.perInterval)) return arrivals.perInterval.reduce((sum, calls) => sum + calls, 0);
  if (arrivals.perHour !== undefined) return (arrivals.perHour * (kind.to - kind.from)) / hour;
  if (Array.isArray(arrivals.trace)) return arrivals.trace.length;
  return arrivals.perDay ?? 0;
}
