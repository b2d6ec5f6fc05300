/**
 * Centres made by chance for the fuzz: a few queues, agents and entries with every setting of the rules in play,
 * in lengths of seconds, so that a hundred inputs meet what a real day meets once. Not all would be accepted as
 * a scenario; the engine must hold its invariants all the same.
 */
import type {
  AgentSetup,
  CallbackProfileSetup,
  CapacityProfileSetup,
  EntrySetup,
  EstimateSetup,
  Method,
  OverflowAction,
  OverflowSetup,
  Presence,
  QueueSetup,
  RoutingSetup,
  RuleSetup,
  RunFrame,
  WorkClassSetup,
} from '../../config/setup.ts';
import { minutes, seconds } from '../../kernel/time.ts';
import type { Dice } from './dice.ts';

const METHODS: readonly Method[] = [
  'leastActive',
  'roundRobin',
  'highestCapacity',
  'longestAvailable',
  'linear',
];

export interface Centred {
  readonly setup: RoutingSetup;
  readonly frame: RunFrame;
}

interface Sizes {
  readonly queues: number;
  readonly agents: number;
  readonly classes: number;
  readonly profiles: number;
  readonly callbackProfiles: number;
  readonly hours: number;
  readonly sites: number;
  /** 1: the last queue and the last class are for messages, if there is another of each. */
  readonly messaging: 0 | 1;
  /** An easy centre has few limits, so that most calls get through it. */
  readonly isEasy: boolean;
  /** Whoever waits is offered a callback at once, so that promises meet each other. */
  readonly isForCallbacks: boolean;
}

/** RT-07: a queue takes contacts of its own kind only, and so does every target named below. */
const isMessaging = ({ queues, messaging }: Sizes, queueIndex: number): boolean =>
  messaging === 1 && queues > 1 && queueIndex === queues - 1;
const isMessagingClass = (sizes: Sizes, kind: number): boolean =>
  sizes.classes > 1 && kind === sizes.classes - 1 && isMessaging(sizes, sizes.queues - 1);

export function makeCentre(dice: Dice): Centred {
  const isForCallbacks = dice.chance(0.25);
  const sizes: Sizes = {
    queues: dice.whole(1, 4),
    agents: dice.whole(1, 6),
    classes: dice.whole(1, 3),
    profiles: dice.chance(0.5) ? 0 : dice.whole(1, 3),
    callbackProfiles: dice.whole(1, 2),
    hours: dice.chance(isForCallbacks ? 0.5 : 0.7) ? 0 : 2,
    sites: dice.whole(1, 2),
    messaging: dice.chance(0.3) ? 1 : 0,
    isEasy: isForCallbacks || dice.chance(0.5),
    isForCallbacks,
  };
  const ceiling = (): number => (dice.chance(sizes.isEasy ? 0.9 : 0.7) ? Infinity : dice.whole(1, 6));
  const profiles = list(sizes.profiles, (index) => capacityProfile(dice, index));
  const setup: RoutingSetup = {
    queues: list(sizes.queues, (index) => queue(dice, sizes, index)),
    agents: list(sizes.agents, (index) => agent(dice, sizes, index)),
    entries: list(dice.whole(1, 3), (index) => entry(dice, sizes, index)),
    classes: list(sizes.classes, (index) => workClass(dice, sizes, index)),
    profiles,
    callbackProfiles: list(sizes.callbackProfiles, (index) => callbackProfile(dice, sizes, index)),
    hours: list(sizes.hours, (index) => ({ name: `hours ${index}`, zone: 'UTC', week: [], holidays: [] })),
    sites: list(sizes.sites, (index) => ({
      name: `site ${index}`,
      maxCalls: ceiling(),
      maxOutbound: ceiling(),
    })),
    maxCalls: ceiling(),
    maxOutbound: ceiling(),
    overflowBatch: dice.chance(0.5) ? dice.whole(1, 2) : 20,
    maxQueueHops: dice.whole(1, 3),
    depthSampleInterval: dice.chance(0.7) ? 0 : seconds(10),
    propagationDelay: dice.chance(0.8) ? 0 : seconds(dice.whole(1, 30)),
    sharedBlock: null,
  };
  const frame: RunFrame = {
    seed: dice.whole(0, 1e6),
    day: dice.whole(0, 9),
    originUtc: 0,
    openings: list(sizes.hours, () => openings(dice)),
    midnights: dice.chance(0.5) ? [] : [seconds(dice.whole(20, 400)), minutes(30)],
  };
  return { setup, frame };
}

const list = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

function openings(dice: Dice): number[] {
  const moments: number[] = [];
  let at = dice.chance(0.5) ? 0 : seconds(dice.whole(10, 120));
  for (let turn = dice.whole(0, 4); turn > 0; turn--) {
    const close = at + seconds(dice.whole(30, 200));
    moments.push(at, close);
    at = close + seconds(dice.whole(10, 200));
  }
  return moments;
}

function queue(dice: Dice, sizes: Sizes, index: number): QueueSetup {
  return {
    name: `q${(index * 3) % 4}${index}`,
    channel: isMessaging(sizes, index) ? 'messaging' : 'voice',
    priority: dice.whole(1, 2),
    method: dice.pick(METHODS),
    blockSize: dice.chance(0.5) ? dice.whole(1, 3) : 100,
    maxActiveContacts: dice.chance(sizes.isEasy ? 0.95 : 0.8) ? Infinity : dice.whole(1, 5),
    serviceLevelThreshold: seconds(20),
    shortAbandonThreshold: seconds(5),
    ringTimeout: seconds(sizes.isEasy ? dice.whole(10, 40) : dice.whole(1, 20)),
    declineLimit: dice.whole(1, 3),
    itemDeclineCap: dice.chance(sizes.isEasy ? 0.9 : 0.6) ? 100 : dice.whole(1, 2),
    onMissed: dice.pick(['rona', 'rona', 'inactive', 'none', 'logout'] as const),
    onReject: dice.pick(['none', 'none', 'doNotDisturb'] as const),
    hours: sizes.hours > 0 && dice.chance(0.6) ? 0 : -1,
    overflow: preQueue(dice, sizes, index),
    waitExceeds: dice.chance(sizes.isEasy ? 0.6 : 0.4)
      ? null
      : {
          when: 'waitExceeds',
          limit: seconds(dice.whole(3, 90)),
          action: action(dice, sizes, index, [
            'directCallback',
            'directCallback',
            'transferQueue',
            'transferQueue',
            'transferExternal',
            'voicemail',
          ]),
        },
    moveCallbacks: dice.chance(0.5),
    estimate: estimate(dice),
    announceWait: dice.chance(0.5),
    announcePosition: dice.chance(0.5),
    callback: 0,
    wrapUp: {
      block: dice.pick([Infinity, Infinity, 0, seconds(10)]),
      autoAfter: dice.pick([Infinity, seconds(20), 0]),
      mayExtend: dice.chance(0.5),
      reasons: ['done', 'other'],
    },
  };
}

function preQueue(dice: Dice, sizes: Sizes, index: number): OverflowSetup[] {
  const conditions: OverflowSetup[] = [];
  const actions = [
    'directCallback',
    'directCallback',
    'directCallback',
    'endCall',
    'transferQueue',
    'transferExternal',
    'voicemail',
  ] as const;
  if (sizes.isForCallbacks || dice.chance(0.7))
    conditions.push({
      when: 'workItemLimit',
      limit: sizes.isForCallbacks ? 0 : dice.pick([0, 0, 0, 1, 2, 4]),
      action: action(dice, sizes, index, sizes.isEasy ? ['directCallback'] : actions),
    });
  if (dice.chance(0.3))
    conditions.push({
      when: 'averageWait',
      limit: seconds(dice.whole(0, 40)),
      action: action(dice, sizes, index, actions),
    });
  if (dice.chance(0.3))
    conditions.push({
      when: 'outOfHours',
      limit: 0,
      action: action(dice, sizes, index, [
        'assignAnyway',
        'transferQueue',
        'endCall',
        'transferExternal',
        'voicemail',
      ]),
    });
  return conditions;
}

function action(
  dice: Dice,
  sizes: Sizes,
  from: number,
  among: readonly OverflowAction['do'][],
): OverflowAction {
  const chosen = dice.pick(among);
  switch (chosen) {
    case 'directCallback':
      return { do: chosen, profile: dice.below(sizes.callbackProfiles) };
    case 'transferQueue': {
      const queueIndex = dice.below(sizes.queues);
      const isOtherKind =
        isMessaging(sizes, queueIndex) || (from >= 0 ? isMessaging(sizes, from) : sizes.messaging === 1);
      return queueIndex === from || isOtherKind
        ? { do: 'directCallback', profile: 0 }
        : { do: chosen, queue: queueIndex };
    }
    case 'transferExternal':
      return { do: chosen, number: '5550100' };
    default:
      return { do: chosen };
  }
}

function estimate(dice: Dice): EstimateSetup {
  return {
    model: dice.pick(['ema', 'ema', 'minuteSamples', 'positional'] as const),
    alpha: 0.3,
    refresh: seconds(30),
    minSamples: dice.whole(1, 3),
    resetAfter: minutes(10),
    initial: dice.chance(0.4) ? seconds(dice.whole(0, 200)) : null,
    lookback: minutes(5),
    maxCV: 0.4,
    minValidShare: 0.4,
  };
}

function callbackProfile(dice: Dice, sizes: Sizes, index: number): CallbackProfileSetup {
  const easy = sizes.isForCallbacks;
  return {
    name: `profile ${index}`,
    offerFirst: seconds(easy ? 0 : dice.pick([0, 1, 5, 30])),
    offerRepeat: dice.pick([seconds(4), seconds(10), seconds(120), Infinity]),
    maxAttempts: dice.whole(1, 3),
    retryWait: seconds(dice.whole(1, 60)),
    retryNoAnswer: dice.chance(0.8),
    retryFailed: dice.chance(0.8),
    retryMachine: dice.chance(0.8),
    minRedialGap: seconds(easy ? 0 : dice.pick([0, 1, 10])),
    expiry: seconds(easy ? 604_800 : dice.pick([20, 60, 200, 604_800])),
    ringLimit: seconds(dice.whole(3, 30)),
    allowCancel: dice.chance(0.5),
    wrapUpOnNoAnswer: dice.chance(0.4),
    allowOutsideHours: dice.chance(0.5),
    offeringWindow: !easy && sizes.hours > 0 && dice.chance(0.5) ? 1 : -1,
    maxActive: easy || dice.chance(0.7) ? Infinity : dice.whole(1, 2),
    duplicateScope: dice.pick(['queue', 'all'] as const),
    duplicateAction: dice.pick(['end', 'stay'] as const),
    alternateNumber: dice.chance(0.7),
    fixedNumber: dice.chance(0.3) ? '5550123' : null,
    fallbackNumber: dice.chance(0.5) ? '5550124' : null,
  };
}

function capacityProfile(dice: Dice, index: number): CapacityProfileSetup {
  return {
    name: `capacity ${index}`,
    limit: dice.whole(1, 3),
    reset: dice.chance(0.6) ? 'immediate' : 'endOfDay',
    blocking: dice.chance(0.5),
  };
}

function workClass(dice: Dice, sizes: Sizes, index: number): WorkClassSetup {
  const presences = dice.pick<readonly Presence[]>([
    ['available'],
    ['available', 'busy'],
    ['available', 'busy'],
    ['available', 'busy', 'away'],
    ['available', 'inactive'],
  ]);
  return {
    channel: isMessagingClass(sizes, index) ? 'messaging' : 'voice',
    units: dice.pick([0, 1, 1, 1, 2, 2, 0.1, 0.7]),
    profiles: list(sizes.profiles, (each) => each).filter(() => dice.chance(0.5)),
    allowedPresences: presences,
  };
}

function agent(dice: Dice, sizes: Sizes, index: number): AgentSetup {
  const queues = list(sizes.queues, (each) => each).filter(() => dice.chance(sizes.isEasy ? 0.9 : 0.7));
  return {
    name: `a${index}`,
    group: 0,
    queues: dice.chance(0.5) ? queues.toReversed() : queues,
    units: dice.whole(1, 3),
    profiles: list(sizes.profiles, (profile) => ({
      profile,
      limit: dice.chance(0.7) ? null : dice.whole(1, 3),
    })).filter(() => dice.chance(0.8)),
    ringTimeout: dice.chance(sizes.isEasy ? 0.95 : 0.7) ? null : seconds(dice.whole(1, 10)),
    defaultPresence: dice.pick([
      'away',
      'available',
      'available',
      'busy',
      'offline',
      'doNotDisturb',
    ] as const),
    quotaEnds: dice.chance(0.5) ? 'shift' : 'midnight',
  };
}

function entry(dice: Dice, sizes: Sizes, index: number): EntrySetup {
  const kind = dice.below(sizes.classes);
  const isForMessages = isMessagingClass(sizes, kind);
  const voiceQueues = list(sizes.queues, (each) => each).filter((each) => !isMessaging(sizes, each));
  return {
    name: `entry ${index}`,
    workClass: kind,
    site: dice.below(sizes.sites),
    number: dice.chance(0.5) ? '5550199' : null,
    mayCall: dice.chance(0.5),
    greeting: dice.chance(0.3),
    attributes: { tier: dice.pick(['gold', 'tin']) },
    rules: list(dice.whole(0, 3), () => rule(dice, sizes)),
    fallback: isForMessages ? sizes.queues - 1 : dice.pick(voiceQueues),
  };
}

function rule(dice: Dice, sizes: Sizes): RuleSetup {
  const split = sizes.queues > 1 && dice.chance(0.3);
  return {
    when: dice.chance(0.7) ? [] : [{ attribute: 'tier', is: ['gold'] }],
    targets: split
      ? [
          { queue: 0, percent: 40 },
          { queue: 1, percent: 60 },
        ]
      : [{ queue: dice.below(sizes.queues), percent: 100 }],
    overflow: dice.chance(0.8) ? null : preQueue(dice, sizes, -1),
  };
}
