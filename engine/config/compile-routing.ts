/**
 * Scenario into the routing half of the setup: queues, callback profiles, entries, work classes, capacity, hours,
 * agents. Everything has been checked before; here names become indices and what is not said becomes its default.
 */
import {
  callbackDefaults,
  daysDefaults,
  estimateDefaults,
  peopleDefaults,
  presets,
  queueDefaults,
  routingDefaults,
} from './defaults.ts';
import type { PresetValues } from './defaults.ts';
import { ofWeekday } from './day-kinds.ts';
import { dateText } from './lengths.ts';
import { Names } from './names.ts';
import type {
  CallbackProfileOptions,
  DemandOptions,
  GroupOptions,
  OverflowOptions,
  QueueOptions,
  RuleOptions,
  Scenario,
  WorkstreamOptions,
} from './scenario.ts';
import type {
  AgentSetup,
  CallbackProfileSetup,
  Channel,
  EntrySetup,
  EstimateSetup,
  HoursSetup,
  MatchSetup,
  OverflowAction,
  OverflowSetup,
  Presence,
  QueueSetup,
  RoutingSetup,
  RuleSetup,
  SiteSetup,
  WorkClassSetup,
  WrapUpSetup,
} from './setup.ts';
import { membersOf, unitsOf } from './staffing.ts';

const minute = 60_000;
const mainSite = 'main';

/** Presences are written `dnd` and known as `doNotDisturb`. */
const presenceNames = { dnd: 'doNotDisturb' } as const;
type WrittenPresence = 'available' | 'busy' | 'dnd' | 'away' | 'offline' | 'inactive';
const presenceOf = (written: WrittenPresence): Presence => (written === 'dnd' ? presenceNames.dnd : written);

export class RoutingCompiler {
  readonly queues: Names;
  readonly groups: Names;
  readonly #scenario: Scenario;
  readonly #preset: PresetValues;
  readonly #hours: Names;
  readonly #hoursSetups: HoursSetup[];
  readonly #profiles: Names;
  readonly #sites: Names;
  readonly #callbackProfiles: CallbackProfileSetup[] = [];
  readonly #callbackIndices = new Map<string, number>();
  readonly #classes: WorkClassSetup[] = [];
  readonly #classIndices = new Map<string, number>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#preset = presets[scenario.preset ?? 'tandem'];
    this.queues = new Names(Object.keys(scenario.queues ?? {}));
    this.groups = new Names(Object.keys(scenario.agents ?? {}));
    this.#hours = new Names(Object.keys(scenario.hours ?? {}));
    this.#profiles = new Names(Object.keys(scenario.capacityProfiles ?? {}));
    const sites = Object.keys(scenario.sites ?? {});
    this.#sites = new Names(sites.length > 0 ? sites : [mainSite]);
    this.#hoursSetups = Object.keys(scenario.hours ?? {}).map((name) => this.#hoursRecord(name));
  }

  compile(sizes: readonly number[]): RoutingSetup {
    const scenario = this.#scenario;
    const routing = scenario.routing ?? {};
    const queues = Object.entries(scenario.queues ?? {}).map(([name, queue]) => this.#queue(name, queue));
    const entries = this.#entries();
    return {
      queues,
      agents: this.#agents(sizes),
      entries,
      classes: this.#classes,
      profiles: Object.entries(scenario.capacityProfiles ?? {}).map(([name, profile]) => ({
        name,
        limit: profile.limit ?? 1,
        reset: profile.reset ?? 'immediate',
        blocking: profile.blocking ?? this.#isForVoice(name),
      })),
      callbackProfiles: this.#callbackProfiles,
      hours: this.#hoursSetups,
      sites: this.#sites.list.map((name) => this.#site(name)),
      maxCalls: scenario.lines?.maxCalls ?? Infinity,
      maxOutbound: scenario.lines?.maxOutbound ?? Infinity,
      overflowBatch: routing.overflowBatch ?? routingDefaults.overflowBatch,
      maxQueueHops: routing.maxQueueHops ?? routingDefaults.maxQueueHops,
      depthSampleInterval:
        routing.depthSampleInterval ??
        this.#preset.depthSampleInterval ??
        routingDefaults.depthSampleInterval,
      propagationDelay:
        routing.propagationDelay ?? this.#preset.propagationDelay ?? routingDefaults.propagationDelay,
      sharedBlock: this.#preset.sharedBlock ?? null,
    };
  }

  /** The entry of each demand, in the order of the file; unused workstreams follow. */
  get demandNames(): readonly string[] {
    return Object.keys(this.#scenario.demand ?? {});
  }

  #site(name: string): SiteSetup {
    const site = this.#scenario.sites?.[name] ?? {};
    return { name, maxCalls: site.maxCalls ?? Infinity, maxOutbound: site.maxOutbound ?? Infinity };
  }

  #isForVoice(profile: string): boolean {
    const users = Object.values(this.#scenario.workstreams ?? {}).filter((workstream) =>
      workstream.profiles?.includes(profile),
    );
    return users.length === 0 || users.some((workstream) => (workstream.channel ?? 'voice') === 'voice');
  }

  // -------------------------------------------------------------- queues

  #queue(name: string, queue: QueueOptions): QueueSetup {
    const channel = queue.channel ?? 'voice';
    const isRecords = channel === 'records';
    const pre = (queue.overflow ?? []).filter((item) => item.when?.waitExceeds === undefined);
    const waiting = (queue.overflow ?? []).find((item) => item.when?.waitExceeds !== undefined);
    const overflow = pre.map((item) => this.#overflow(item, name));
    // OV-09: a queue with hours always has the condition; what it does by itself is queue as usual.
    if (queue.hours !== undefined && !overflow.some((item) => item.when === 'outOfHours')) {
      overflow.push({ when: 'outOfHours', limit: 0, action: { do: 'assignAnyway' } });
    }
    const voiceRing = this.#preset.ringTimeoutVoice ?? queueDefaults.ringTimeoutVoice;
    return {
      name,
      channel,
      priority: queue.priority ?? queueDefaults.priority,
      method: queue.method ?? (channel === 'voice' ? 'leastActive' : 'highestCapacity'),
      blockSize: queue.blockSize ?? (isRecords ? queueDefaults.blockSizeRecords : queueDefaults.blockSize),
      maxActiveContacts: queue.maxActiveContacts ?? queueDefaults.maxActiveContacts,
      serviceLevelThreshold:
        queue.serviceLevelThreshold ?? queue.serviceLevel?.within ?? queueDefaults.serviceLevelThreshold,
      shortAbandonThreshold: queue.shortAbandonThreshold ?? queueDefaults.shortAbandonThreshold,
      ringTimeout:
        queue.ringTimeout ?? (channel === 'voice' ? voiceRing : queueDefaults.ringTimeoutMessaging),
      declineLimit: queue.declineLimit ?? queueDefaults.declineLimit,
      itemDeclineCap: queue.itemDeclineCap ?? queueDefaults.itemDeclineCap,
      onMissed: queue.onMissed ?? queueDefaults.onMissed,
      onReject: queue.onReject === 'dnd' ? 'doNotDisturb' : 'none',
      hours: queue.hours === undefined ? -1 : this.#hours.indexOf(queue.hours),
      overflow,
      waitExceeds: waiting ? this.#overflow(waiting, name) : null,
      moveCallbacks: queue.moveCallbacks ?? queueDefaults.moveCallbacks,
      estimate: this.#estimate(queue),
      announceWait: queue.announceWait ?? queueDefaults.announceWait,
      announcePosition: queue.announcePosition ?? queueDefaults.announcePosition,
      callback: this.#callbackOf(name, undefined),
      wrapUp: wrapUp(queue),
    };
  }

  #estimate(queue: QueueOptions): EstimateSetup {
    const standard = estimateDefaults;
    return {
      model: queue.ewtModel ?? this.#preset.ewtModel ?? standard.ewtModel,
      alpha: queue.ewtAlpha ?? standard.ewtAlpha,
      refresh: queue.ewtRefresh ?? standard.ewtRefresh,
      minSamples: queue.ewtMinSamples ?? standard.ewtMinSamples,
      resetAfter: queue.ewtResetAfter ?? standard.ewtResetAfter,
      initial: queue.ewtInitial ?? null,
      lookback: queue.lookback ?? standard.lookback,
      maxCV: (queue.maxCV ?? standard.maxCV) / 100,
      minValidShare: (queue.minValidPct ?? standard.minValidPct) / 100,
    };
  }

  /** `queue` is the one whose callback settings hold for a `directCallback` that names none. */
  #overflow(item: OverflowOptions, queue: string): OverflowSetup {
    const when = item.when ?? {};
    const action = this.#action(item.do ?? 'assignAnyway', queue);
    if (when.workItemLimit !== undefined) return { when: 'workItemLimit', limit: when.workItemLimit, action };
    if (when.averageWait !== undefined) return { when: 'averageWait', limit: when.averageWait, action };
    if (when.waitExceeds !== undefined) return { when: 'waitExceeds', limit: when.waitExceeds, action };
    return { when: 'outOfHours', limit: 0, action };
  }

  #action(written: NonNullable<OverflowOptions['do']>, queue: string): OverflowAction {
    if (typeof written === 'string') {
      switch (written) {
        case 'directCallback':
          return { do: 'directCallback', profile: this.#callbackOf(queue, undefined) };
        case 'endConversation':
          return { do: 'endCall' };
        default:
          return { do: written };
      }
    }
    if (written.transferQueue !== undefined) {
      return { do: 'transferQueue', queue: this.queues.indexOf(written.transferQueue) };
    }
    if (written.transferExternal !== undefined) {
      return { do: 'transferExternal', number: written.transferExternal };
    }
    return { do: 'directCallback', profile: this.#callbackOf(queue, written.directCallback) };
  }

  // -------------------------------------------------------------- callbacks

  /** The profile by name, or the queue's own; one setup each, and one for each zone if it has an offering window. */
  #callbackOf(queueName: string, profileName: string | undefined): number {
    const queue = this.#scenario.queues?.[queueName];
    const own = queue?.callback;
    const name = profileName ?? (typeof own === 'string' ? own : undefined);
    const options = (name === undefined ? own : this.#scenario.callbackProfiles?.[name]) ?? {};
    const profile = typeof options === 'string' ? {} : options;
    const isStandard = name === undefined && Object.keys(profile).length === 0;
    const zone = queue?.hours === undefined ? 'UTC' : this.#zoneOf(queue.hours);
    const shown = name ?? (isStandard ? 'default' : queueName);
    const kind = name === undefined ? (isStandard ? 'default' : 'queue') : 'profile';
    const key = JSON.stringify([kind, shown, profile.offeringWindow ? zone : '']);
    const known = this.#callbackIndices.get(key);
    if (known !== undefined) return known;
    const index = this.#callbackProfiles.length;
    this.#callbackIndices.set(key, index);
    this.#callbackProfiles.push(this.#callbackProfile(shown, profile, zone));
    return index;
  }

  #callbackProfile(name: string, written: CallbackProfileOptions, zone: string): CallbackProfileSetup {
    const standard = callbackDefaults;
    const retryOn: readonly string[] = written.retryOn ?? standard.retryOn;
    return {
      name,
      offerFirst: written.offerFirst ?? standard.offerFirst,
      offerRepeat: written.offerRepeat ?? standard.offerRepeat,
      maxAttempts: written.maxAttempts ?? standard.maxAttempts,
      retryWait: written.retryWait ?? standard.retryWait,
      retryNoAnswer: retryOn.includes('noAnswer'),
      retryFailed: retryOn.includes('failed'),
      retryMachine: retryOn.includes('machine'),
      minRedialGap: written.minRedialGap ?? standard.minRedialGap,
      expiry: written.callbackExpiry ?? standard.callbackExpiry,
      ringLimit: written.ringLimit ?? this.#preset.ringLimit ?? standard.ringLimit,
      allowCancel: written.allowCancel ?? standard.allowCancel,
      wrapUpOnNoAnswer: written.wrapUpOnNoAnswer ?? standard.wrapUpOnNoAnswer,
      allowOutsideHours: written.allowOutsideHours ?? standard.allowOutsideHours,
      offeringWindow: written.offeringWindow ? this.#window(written.offeringWindow, zone) : -1,
      maxActive: written.maxActive ?? standard.maxActive,
      duplicateScope: written.duplicateScope ?? standard.duplicateScope,
      duplicateAction: written.duplicateAction ?? standard.duplicateAction,
      alternateNumber: written.alternateNumber ?? standard.alternateNumber,
      fixedNumber: written.fixedNumber ?? null,
      fallbackNumber: written.fallbackNumber ?? null,
    };
  }

  /** CB-41: an hours record of its own, the same every day. */
  #window(window: { from: number; to: number }, zone: string): number {
    const range = { from: window.from / minute, to: window.to / minute };
    const name = `callback offers ${zone} ${range.from}-${range.to}`;
    const known = this.#hoursSetups.findIndex((record) => record.name === name);
    if (known >= 0) return known;
    this.#hoursSetups.push({ name, zone, week: Array.from({ length: 7 }, () => [range]), holidays: [] });
    return this.#hoursSetups.length - 1;
  }

  // -------------------------------------------------------------- hours

  #zoneOf(record: string): string {
    return this.#scenario.hours?.[record]?.zone ?? this.#scenario.days?.zone ?? daysDefaults.zone;
  }

  #hoursRecord(name: string): HoursSetup {
    const record = this.#scenario.hours?.[name] ?? {};
    return {
      name,
      zone: this.#zoneOf(name),
      week: Array.from({ length: 7 }, (_, weekday) =>
        (ofWeekday(record.week ?? {}, weekday) ?? []).map(({ from, to }) => ({
          from: from / minute,
          to: to / minute,
        })),
      ),
      holidays: (record.holidays ?? []).map(dateText),
    };
  }

  // -------------------------------------------------------------- entries

  #entries(): EntrySetup[] {
    const demand = Object.entries(this.#scenario.demand ?? {});
    const used = new Set(demand.map(([, options]) => options.workstream));
    const unused = Object.entries(this.#scenario.workstreams ?? {}).filter(([name]) => !used.has(name));
    return [
      ...demand.map(([name, options]) => this.#entryOf(name, options)),
      ...unused.map(([name, workstream]) => this.#entry(name, workstream, {})),
    ];
  }

  #entryOf(name: string, demand: DemandOptions): EntrySetup {
    const workstream =
      demand.workstream === undefined ? undefined : this.#scenario.workstreams?.[demand.workstream];
    if (workstream) return this.#entry(name, workstream, demand.attributes ?? {});
    const queue = demand.queue ?? name;
    const channel = this.#scenario.queues?.[queue]?.channel ?? 'voice';
    const straight: WorkstreamOptions = { channel, rules: [{ to: queue }], fallback: queue };
    return this.#entry(name, straight, demand.attributes ?? {});
  }

  #entry(
    name: string,
    workstream: WorkstreamOptions,
    attributes: Readonly<Record<string, string>>,
  ): EntrySetup {
    const number = workstream.number ?? null;
    return {
      name,
      workClass: this.#workClass(workstream),
      site: workstream.site === undefined ? 0 : this.#sites.indexOf(workstream.site),
      number,
      mayCall: number === null || mayCall(this.#scenario, number),
      greeting: workstream.greeting ?? false,
      attributes,
      rules: (workstream.rules ?? []).map((rule) => this.#rule(rule)),
      fallback: this.queues.indexOf(workstream.fallback ?? ''),
    };
  }

  #rule(rule: RuleOptions): RuleSetup {
    const targets = rule.split
      ? rule.split.map(({ queue, percent }) => ({ queue: this.queues.indexOf(queue), percent }))
      : [{ queue: this.queues.indexOf(rule.to ?? ''), percent: 100 }];
    const home = rule.to ?? rule.split?.[0]?.queue ?? '';
    return {
      when: Object.entries(rule.when ?? {}).map(([attribute, match]) => matchOf(attribute, match)),
      targets,
      overflow: rule.overflow ? rule.overflow.map((item) => this.#overflow(item, home)) : null,
    };
  }

  /** Workstreams that ask the same of an agent share a class. */
  #workClass(workstream: WorkstreamOptions): number {
    const channel = workstream.channel ?? 'voice';
    const profiles = (workstream.profiles ?? []).map((profile) => this.#profiles.indexOf(profile));
    const workClass: WorkClassSetup = {
      channel,
      // E-CAP-MIX: profiles take the place of units.
      units: profiles.length > 0 ? 0 : (workstream.units ?? 1),
      profiles,
      allowedPresences: allowedPresences(workstream, this.#preset),
    };
    const key = JSON.stringify(workClass);
    const known = this.#classIndices.get(key);
    if (known !== undefined) return known;
    this.#classIndices.set(key, this.#classes.length);
    return this.#classes.push(workClass) - 1;
  }

  // -------------------------------------------------------------- agents

  #agents(sizes: readonly number[]): AgentSetup[] {
    return Object.entries(this.#scenario.agents ?? {}).flatMap(([name, group], index) => {
      const members = membersOf(group);
      const size = sizes[index] ?? 0;
      return Array.from({ length: size }, (_, position) =>
        this.#agent(members[position] ?? (size === 1 ? name : `${name} ${position + 1}`), group, index),
      );
    });
  }

  #agent(name: string, group: GroupOptions, groupIndex: number): AgentSetup {
    const members = group.members && !Array.isArray(group.members) ? group.members : {};
    const queues = members[name]?.queues ?? group.queues ?? [];
    // PR-07: without a default an agent of voice queues is Idle at sign-in, another Available.
    const isVoice = queues.some((queue) => (this.#scenario.queues?.[queue]?.channel ?? 'voice') === 'voice');
    const standard = isVoice || queues.length === 0 ? peopleDefaults.defaultPresence : 'available';
    const presence = presenceOf(group.defaultPresence ?? standard);
    return {
      name,
      group: groupIndex,
      queues: queues.map((queue) => this.queues.indexOf(queue)),
      units: unitsOf(group),
      profiles: (group.profiles ?? []).map(({ profile, limit }) => ({
        profile: this.#profiles.indexOf(profile),
        limit: limit ?? null,
      })),
      ringTimeout: group.ringTimeout ?? null,
      defaultPresence: presence === 'inactive' ? 'away' : presence,
      quotaEnds: this.#hasShift(group) ? 'shift' : 'midnight',
    };
  }

  #hasShift(group: GroupOptions): boolean {
    return group.shift !== undefined || group.shifts !== undefined || (group.members !== undefined && true);
  }
}

/** The presences a workstream assigns (PR-03). */
export function allowedPresences(workstream: WorkstreamOptions, preset: PresetValues): Presence[] {
  if (workstream.allowedPresences) return workstream.allowedPresences.map(presenceOf);
  const channel: Channel = workstream.channel ?? 'voice';
  return channel === 'voice' ? [...(preset.voicePresences ?? ['available'])] : ['available', 'busy'];
}

/** Whether a number of the centre may make calls; one that is not listed may. */
export function mayCall(scenario: Scenario, number: string): boolean {
  const entry = Object.entries(scenario.numbers ?? {}).find(([key]) => figuresOf(key) === figuresOf(number));
  return entry?.[1].mayCall ?? true;
}

/** Telephone numbers are the same if their figures are. */
export function figuresOf(number: string): string {
  return number.replace(/\D/g, '');
}

function wrapUp(queue: QueueOptions): WrapUpSetup {
  const block = queue.wrapBlock ?? 'always';
  const reasons: readonly string[] = queue.reasons ?? queueDefaults.reasons;
  const first = queue.defaultReason;
  return {
    block: block === 'always' ? Infinity : block === 'none' ? 0 : block,
    autoAfter: queue.autoWrapAfter ?? queueDefaults.autoWrapAfter,
    mayExtend: queue.wrapMayExtend ?? queueDefaults.wrapMayExtend,
    reasons: first === undefined ? reasons : [first, ...reasons.filter((reason) => reason !== first)],
  };
}

function matchOf(
  attribute: string,
  match: { is?: string[] | undefined; above?: number | undefined; below?: number | undefined },
): MatchSetup {
  return {
    attribute,
    ...(match.is === undefined ? {} : { is: match.is }),
    ...(match.above === undefined ? {} : { above: match.above }),
    ...(match.below === undefined ? {} : { below: match.below }),
  };
}
