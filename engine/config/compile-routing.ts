/**
 * Scenario into the routing half of the setup: queues, capacity, sites and agents here, the rest by compilers of their own.
 * Everything has been checked before; here names become indices and what is not said becomes its default.
 */
import { CallbackCompiler } from './compile-callbacks.ts';
import { EntryCompiler } from './compile-entries.ts';
import { HoursCompiler } from './compile-hours.ts';
import { OverflowCompiler } from './compile-overflow.ts';
import { estimateDefaults, peopleDefaults, presets, queueDefaults, routingDefaults } from './defaults.ts';
import type { PresetValues } from './defaults.ts';
import { Names } from './names.ts';
import { presenceOf } from './presences.ts';
import type { GroupOptions, QueueOptions, Scenario } from './scenario.ts';
import type { AgentSetup, EstimateSetup, QueueSetup, RoutingSetup, SiteSetup, WrapUpSetup } from './setup.ts';
import { membersOf, unitsOf } from './staffing.ts';

const mainSite = 'main';

export class RoutingCompiler {
  readonly queues: Names;
  readonly #scenario: Scenario;
  readonly #preset: PresetValues;
  readonly #profiles: Names;
  readonly #sites: Names;
  readonly #hours: HoursCompiler;
  readonly #callbacks: CallbackCompiler;
  readonly #overflow: OverflowCompiler;
  readonly #entries: EntryCompiler;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#preset = presets[scenario.preset ?? 'tandem'];
    this.queues = new Names(Object.keys(scenario.queues ?? {}));
    this.#profiles = new Names(Object.keys(scenario.capacityProfiles ?? {}));
    const sites = Object.keys(scenario.sites ?? {});
    this.#sites = new Names(sites.length > 0 ? sites : [mainSite]);
    this.#hours = new HoursCompiler(scenario);
    this.#callbacks = new CallbackCompiler(scenario, this.#preset, this.#hours);
    this.#overflow = new OverflowCompiler(this.queues, this.#callbacks);
    const names = { queues: this.queues, profiles: this.#profiles, sites: this.#sites };
    this.#entries = new EntryCompiler(scenario, this.#preset, names, this.#overflow);
  }

  compile(sizes: readonly number[]): RoutingSetup {
    const scenario = this.#scenario;
    const routing = scenario.routing ?? {};
    const queues = Object.entries(scenario.queues ?? {}).map(([name, queue]) => this.#queue(name, queue));
    const entries = this.#entries.entries();
    return {
      queues,
      agents: this.#agents(sizes),
      entries,
      classes: this.#entries.classes,
      profiles: Object.entries(scenario.capacityProfiles ?? {}).map(([name, profile]) => ({
        name,
        limit: profile.limit ?? 1,
        reset: profile.reset ?? 'immediate',
        blocking: profile.blocking ?? this.#isForVoice(name),
      })),
      callbackProfiles: this.#callbacks.setups,
      hours: this.#hours.setups,
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
    const overflow = pre.map((item) => this.#overflow.compile(item, name));
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
      hours: this.#hours.indexOf(queue.hours),
      overflow,
      waitExceeds: waiting ? this.#overflow.compile(waiting, name) : null,
      moveCallbacks: queue.moveCallbacks ?? queueDefaults.moveCallbacks,
      estimate: this.#estimate(queue),
      announceWait: queue.announceWait ?? queueDefaults.announceWait,
      announcePosition: queue.announcePosition ?? queueDefaults.announcePosition,
      callback: this.#callbacks.indexOf(name),
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
    return group.shift !== undefined || group.shifts !== undefined || group.members !== undefined;
  }
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
