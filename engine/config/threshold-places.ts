/**
 * Which settings of a scenario are thresholds, in the order of the tuning rail: overflow, callbacks, capacity, ring, wrap-up, targets,
 * staffing, what-if. It says where each stands and what the scenario says there; units, ranges and words are the schema's (thresholds.ts).
 */
import { ringRange } from './check-queues.ts';
import { dayKinds } from './day-kinds.ts';
import { presets, queueDefaults } from './defaults.ts';
import type { ProblemPath } from './problems.ts';
import type { GroupOptions, QueueOptions, Scenario } from './scenario.ts';
import type { Setup } from './setup.ts';
import { membersOf, staffingOn, queuesServed } from './staffing.ts';
import { callbackPlaces, overflowPlaces } from './threshold-overflow.ts';
import type { ThresholdKey, ThresholdSection } from './thresholds.ts';

export interface Place {
  readonly section: ThresholdSection;
  readonly key: ThresholdKey;
  readonly owner: string | null;
  readonly detail?: string | null;
  readonly path: ProblemPath;
  /** As the scenario has it, lengths in milliseconds; undefined: it says nothing. */
  readonly written: number | undefined;
  /** Where the standard value is another with each channel or preset. */
  readonly standard?: number | undefined;
  /** Where the bounds are narrower than the schema's: they are another with each channel. */
  readonly bounds?: readonly [min: number, max: number];
  /** A usual size, where neither the scenario nor the standard has a number. */
  readonly usual?: number;
  /** Where the schema speaks of several settings at once, what this one is. */
  readonly help?: string;
}

export function placesOf(scenario: Scenario, setup: Setup): Place[] {
  const queues = Object.entries(scenario.queues ?? {});
  return [
    ...overflowPlaces(scenario),
    ...callbackPlaces(scenario),
    ...capacityPlaces(scenario, setup),
    ...ringPlaces(scenario, setup),
    ...queues.map(([name, queue]): Place => wrapUpPlace(name, queue)),
    ...queues.flatMap(([name, queue]) => targetPlaces(name, queue)),
    ...staffingPlaces(scenario),
    ...whatIfPlaces(scenario),
  ];
}

// ---------------------------------------------------------------- capacity, ring, wrap-up, targets

function capacityPlaces(scenario: Scenario, setup: Setup): Place[] {
  const section = 'capacity';
  const serving = new Map<string, number>();
  for (const { queues } of setup.routing.agents) {
    for (const index of queues) {
      const name = setup.routing.queues[index]?.name ?? '';
      serving.set(name, (serving.get(name) ?? 0) + 1);
    }
  }
  // As many waiting as talking: a usual size for lines and for places in a queue.
  const twice = (agents: number): number => Math.max(5, 2 * agents);
  const lines = (owner: string | null, path: ProblemPath, options: Scenario['lines']): Place[] =>
    (['maxCalls', 'maxOutbound'] as const).map((key) => ({
      ...{ section, key, owner, path: [...path, key], written: options?.[key] },
      usual: twice(setup.routing.agents.length),
    }));
  return [
    ...Object.entries(scenario.queues ?? {}).map(([owner, queue]): Place => {
      const path = ['queues', owner, 'maxActiveContacts'];
      const usual = twice(serving.get(owner) ?? 0);
      return { section, key: 'maxActiveContacts', owner, path, written: queue.maxActiveContacts, usual };
    }),
    ...lines(null, ['lines'], scenario.lines),
    ...Object.entries(scenario.sites ?? {}).flatMap(([site, options]) =>
      lines(site, ['sites', site], options),
    ),
    ...Object.entries(scenario.capacityProfiles ?? {}).map(([owner, profile]): Place => {
      const path = ['capacityProfiles', owner, 'limit'];
      return { section, key: 'capacityLimit', owner, path, written: profile.limit };
    }),
    ...Object.entries(scenario.agents ?? {}).flatMap(([owner, group]) => ownLimits(owner, group)),
  ];
}

/** Limits a group has of its own; a profile held by name alone has none to change. */
function ownLimits(owner: string, group: GroupOptions): Place[] {
  return (group.profiles ?? []).flatMap(({ profile, limit }, index): Place[] => {
    if (limit === undefined) return [];
    const path = ['agents', owner, 'profiles', index, 'limit'];
    return [{ section: 'capacity', key: 'capacityLimit', owner, detail: profile, path, written: limit }];
  });
}

function ringPlaces(scenario: Scenario, setup: Setup): Place[] {
  const place = { section: 'ringing', key: 'ringTimeout' } as const;
  const { ringTimeoutVoice = queueDefaults.ringTimeoutVoice } = presets[scenario.preset ?? 'tandem'];
  const ofQueues = setup.routing.queues.map(({ name: owner, channel }): Place => {
    const path = ['queues', owner, 'ringTimeout'];
    const written = scenario.queues?.[owner]?.ringTimeout;
    const standard = channel === 'voice' ? ringTimeoutVoice : queueDefaults.ringTimeoutMessaging;
    return { ...place, owner, path, written, standard, bounds: ringRange(channel) };
  });
  const ofGroups = Object.entries(scenario.agents ?? {}).flatMap(([owner, group]): Place[] => {
    if (group.ringTimeout === undefined) return [];
    const channels = queuesServed(group).map((queue) => scenario.queues?.[queue]?.channel ?? 'voice');
    const bounds = ringRange(channels.includes('voice') ? 'voice' : 'messaging');
    const path = ['agents', owner, 'ringTimeout'];
    return [{ ...place, owner, path, written: group.ringTimeout, bounds }];
  });
  return [...ofQueues, ...ofGroups];
}

/** A wrap-up of a minute is usual. */
const usualWrapUp = 60_000;

function wrapUpPlace(owner: string, { autoWrapAfter: written }: QueueOptions): Place {
  const path = ['queues', owner, 'autoWrapAfter'];
  return { section: 'wrapUp', key: 'autoWrapAfter', owner, path, written, usual: usualWrapUp };
}

function targetPlaces(owner: string, queue: QueueOptions): Place[] {
  const path = ['queues', owner];
  const { serviceLevel, serviceLevelThreshold, shortAbandonThreshold } = queue;
  // The two ways to say the time exclude each other: the one that is used is the one to change.
  const within =
    serviceLevelThreshold === undefined
      ? { path: [...path, 'serviceLevel', 'within'], written: serviceLevel?.within }
      : { path: [...path, 'serviceLevelThreshold'], written: serviceLevelThreshold };
  const share = { path: [...path, 'serviceLevel', 'share'], written: serviceLevel?.share };
  const short = { path: [...path, 'shortAbandonThreshold'], written: shortAbandonThreshold };
  return [
    { section: 'target', key: 'serviceLevelShare', owner, ...share },
    { section: 'target', key: 'serviceLevelWithin', owner, ...within },
    { section: 'target', key: 'shortAbandonThreshold', owner, ...short },
  ];
}

// ---------------------------------------------------------------- people

/** Numbers of agents, where a kind of day really uses them. Members by name and rows by interval have no number to drag. */
function staffingPlaces(scenario: Scenario): Place[] {
  const kinds = dayKinds(scenario);
  return Object.entries(scenario.agents ?? {}).flatMap(([owner, group]) => {
    if (membersOf(group).length > 0) return [];
    const path = ['agents', owner];
    const isUsed = kinds.some((kind) => staffingOn(group, owner, kind) === group);
    const onKinds = kinds.flatMap((kind) => {
      const staffing = staffingOn(group, owner, kind);
      if (staffing === group || staffing === 'off') return [];
      return heads(owner, ['kinds', kind.name, 'agents', owner], staffing, kind.name);
    });
    return [...(isUsed ? heads(owner, path, group, null) : []), ...onKinds];
  });
}

function heads(
  owner: string,
  path: ProblemPath,
  { count, staff, shifts }: Pick<GroupOptions, 'count' | 'staff' | 'shifts'>,
  kind: string | null,
): Place[] {
  const place = { section: 'staffing', owner, detail: kind } as const;
  if (typeof shifts === 'object') {
    return Object.entries(shifts).map(([shift, written]) => ({
      ...place,
      key: 'shiftCount',
      detail: kind === null ? shift : `${kind}, ${shift}`,
      path: [...path, 'shifts', shift],
      written,
      help: kind === null ? 'Agents of this shift.' : 'Agents of this shift on such a day.',
    }));
  }
  if (Array.isArray(staff)) return [];
  if (staff !== undefined) return [{ ...place, key: 'staff', path: [...path, 'staff'], written: staff }];
  return [{ ...place, key: 'count', path: [...path, 'count'], written: count }];
}

function whatIfPlaces(scenario: Scenario): Place[] {
  return (['volume', 'handleTime', 'patience', 'acceptance'] as const).map((key) => ({
    section: 'whatIf',
    key,
    owner: null,
    path: ['whatIf', key],
    written: scenario.whatIf?.[key],
  }));
}
