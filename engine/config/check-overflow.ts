/**
 * Overflow lists of queues and of rules: which action fits which condition and channel, where it leads, and
 * circles (codes E-OV-..., W-HOPS, W-CB-EWT, W-OV-HOURS).
 */
import type { CheckContext } from './check-context.ts';
import { callbackProfileOf } from './check-callbacks.ts';
import { figuresOf } from './numbers.ts';
import { overflowLists } from './overflow-lists.ts';
import type { OverflowList } from './overflow-lists.ts';
import { estimateDefaults, presets } from './defaults.ts';
import { lengthText } from './lengths.ts';
import type { ProblemPath } from './problems.ts';
import type { OverflowOptions } from './scenario.ts';
import { conditionKeys } from './scenario-overflow.ts';
import type { Channel } from './setup.ts';

const second = 1000;
type Condition = (typeof conditionKeys)[number];
type Action = NonNullable<OverflowOptions['do']>;
type ActionWord =
  | 'assignAnyway'
  | 'directCallback'
  | 'endCall'
  | 'endConversation'
  | 'transferQueue'
  | 'transferExternal'
  | 'voicemail';

/** OV-18 and OV-21: what may follow what, by channel. */
const allowed: Readonly<Record<Channel, Readonly<Partial<Record<Condition, readonly ActionWord[]>>>>> = {
  voice: {
    // directCallback only with a profile that allows it, which E-OV-HOURS sees to.
    outOfHours: [
      'assignAnyway',
      'transferQueue',
      'endCall',
      'transferExternal',
      'voicemail',
      'directCallback',
    ],
    workItemLimit: ['directCallback', 'endCall', 'transferQueue', 'transferExternal', 'voicemail'],
    averageWait: ['directCallback', 'endCall', 'transferQueue', 'transferExternal', 'voicemail'],
    waitExceeds: ['directCallback', 'transferQueue', 'transferExternal', 'voicemail'],
  },
  messaging: {
    outOfHours: ['assignAnyway', 'endCall', 'endConversation', 'transferQueue'],
    workItemLimit: ['endCall', 'endConversation', 'transferQueue'],
    waitExceeds: ['endConversation', 'transferQueue'],
  },
  records: {
    outOfHours: ['assignAnyway', 'transferQueue'],
    waitExceeds: ['transferQueue'],
  },
};

/** OV: range of `waitExceeds` by channel. */
export const waitExceedsRange: Readonly<Record<Channel, readonly [number, number]>> = {
  voice: [60 * second, 3600 * second],
  messaging: [60 * second, 172_800 * second],
  records: [180 * second, 172_800 * second],
};

export function checkOverflow(context: CheckContext): void {
  for (const list of overflowLists(context.scenario)) {
    const seen = new Set<Condition>();
    for (const [index, item] of list.items.entries()) {
      const path = [...list.path, index];
      const condition = conditionOf(item);
      if (!condition) {
        context.missing([...path, 'when']);
        continue;
      }
      if (seen.has(condition)) context.add('E-OV-DUP', [...path, 'when'], { condition });
      seen.add(condition);
      checkCondition(context, list, item, condition, path);
      if (item.do === undefined) context.missing([...path, 'do']);
      else checkAction(context, list, condition, item.do, [...path, 'do']);
    }
  }
  warnOfCircles(context);
}

function conditionOf(item: OverflowOptions): Condition | undefined {
  return conditionKeys.find((key) => item.when?.[key] !== undefined);
}

function checkCondition(
  context: CheckContext,
  list: OverflowList,
  item: OverflowOptions,
  condition: Condition,
  path: ProblemPath,
): void {
  const { channel, isRule } = list;
  const here = [...path, 'when'];
  if (!allowed[channel][condition] || (isRule && condition === 'waitExceeds')) {
    context.add('E-OV-ACTION', here, { condition, channel, why: isRule ? 'rule' : 'condition' });
    return;
  }
  const wait = item.when?.waitExceeds;
  const [min, max] = waitExceedsRange[channel];
  if (wait !== undefined && (wait < min || wait > max)) {
    context.add('E-RANGE', [...here, 'waitExceeds'], {
      value: lengthText(wait),
      min: lengthText(min),
      max: lengthText(max),
      unit: 'length',
    });
  }
  if (condition === 'averageWait') warnOfNoEstimate(context, list, here);
  const isAlwaysOpen = list.queues.every((name) => context.scenario.queues?.[name]?.hours === undefined);
  if (condition === 'outOfHours' && isAlwaysOpen) {
    context.add('W-OV-HOURS', here, { queue: list.queues[0] ?? '' });
  }
}

/** W-CB-EWT: the running average says nothing before it has seen its contacts. */
function warnOfNoEstimate(context: CheckContext, list: OverflowList, path: ProblemPath): void {
  const preset = presets[context.scenario.preset ?? 'tandem'];
  for (const name of list.queues) {
    const queue = context.scenario.queues?.[name];
    if (!queue || queue.ewtInitial !== undefined) continue;
    const model = queue.ewtModel ?? preset.ewtModel ?? estimateDefaults.ewtModel;
    if (model !== 'ema') continue;
    const samples = queue.ewtMinSamples ?? estimateDefaults.ewtMinSamples;
    context.add('W-CB-EWT', path, { queue: name, samples });
  }
}

function checkAction(
  context: CheckContext,
  list: OverflowList,
  condition: Condition,
  action: Action,
  path: ProblemPath,
): void {
  const word = wordOf(action);
  const options = allowed[list.channel][condition] ?? [];
  if (!options.includes(word)) {
    const params = { action: word, condition, channel: list.channel, options, why: 'action' };
    if (options.length > 0) context.add('E-OV-ACTION', path, params);
    return;
  }
  if (word === 'directCallback') checkDirectCallback(context, list, condition, action, path);
  if (typeof action === 'string') return;
  if (action.transferQueue !== undefined) {
    checkTarget(context, list, action.transferQueue, [...path, 'transferQueue']);
  }
  if (action.transferExternal !== undefined) checkExternal(context, list, [...path, 'transferExternal']);
}

function wordOf(action: Action): ActionWord {
  if (typeof action === 'string') return action;
  if (action.transferQueue !== undefined) return 'transferQueue';
  return action.transferExternal === undefined ? 'directCallback' : 'transferExternal';
}

function checkDirectCallback(
  context: CheckContext,
  list: OverflowList,
  condition: Condition,
  action: Action,
  path: ProblemPath,
): void {
  const named = typeof action === 'string' ? undefined : action.directCallback;
  if (named !== undefined && !context.refer('callbackProfiles', named, [...path, 'directCallback'])) return;
  for (const queue of list.queues) {
    if (context.names('queues').has(queue) && !context.hasMembers(queue)) {
      context.add('E-CB-MODE', path, { why: 'no-members', queue });
    }
    const profile = callbackProfileOf(context.scenario, queue, named);
    if (condition === 'outOfHours' && !profile.allowOutsideHours) {
      context.add('E-OV-HOURS', path, { queue, ...(named === undefined ? {} : { profile: named }) });
    }
  }
}

function checkTarget(context: CheckContext, list: OverflowList, target: string, path: ProblemPath): void {
  if (!context.refer('queues', target, path)) return;
  if (list.queues.includes(target)) context.add('E-OV-SELF', path, { queue: target });
  else if (context.channelOf(target) !== list.channel) {
    const params = { queue: target, channel: list.channel, found: context.channelOf(target), why: 'channel' };
    context.add('E-OV-KIND', path, params);
  } else if (!context.hasMembers(target)) {
    context.add('E-OV-KIND', path, { queue: target, why: 'no-members' });
  }
}

/** E-OV-EXT: the bridge needs a number of the centre that may call out (OV-16). */
function checkExternal(context: CheckContext, list: OverflowList, path: ProblemPath): void {
  const numbers = Object.entries(context.scenario.numbers ?? {});
  for (const queue of list.queues) {
    for (const [workstream, { number }] of context.workstreamsTo(queue)) {
      if (number === undefined) continue;
      const known = numbers.find(([key]) => figuresOf(key) === figuresOf(number));
      if (known?.[1].mayCall === false) context.add('E-OV-EXT', path, { workstream, number });
    }
  }
}

/** W-HOPS: each circle of `waitExceeds` transfers once, at its first queue in the order of the file. */
function warnOfCircles(context: CheckContext): void {
  const next = new Map<string, { to: string; path: ProblemPath }>();
  for (const [name, queue] of Object.entries(context.scenario.queues ?? {})) {
    const items = queue.overflow ?? [];
    const index = items.findIndex((item) => item.when?.waitExceeds !== undefined);
    const action = items[index]?.do;
    if (typeof action !== 'object' || action.transferQueue === undefined) continue;
    next.set(name, {
      to: action.transferQueue,
      path: ['queues', name, 'overflow', index, 'do', 'transferQueue'],
    });
  }
  const settled = new Set<string>();
  for (const start of next.keys()) {
    const way: string[] = [];
    let here: string | undefined = start;
    while (here !== undefined && !settled.has(here) && !way.includes(here)) {
      way.push(here);
      here = next.get(here)?.to;
    }
    const from = here === undefined ? -1 : way.indexOf(here);
    const first = next.get(way[from] ?? '');
    // Two queues or more: one that leads to itself is E-OV-SELF.
    if (from >= 0 && first && way.length - from > 1)
      context.add('W-HOPS', first.path, { queues: way.slice(from) });
    for (const queue of way) settled.add(queue);
  }
}
