/** Workstreams: rules, splits, fallback, numbers, sites, presences (codes E-SPLIT, E-FALLBACK, E-PRES ...). */
import type { CheckContext } from './check-context.ts';
import { queuesOfWorkstream } from './check-context.ts';
import { checkNumber } from './check-callbacks.ts';
import { figuresOf } from './numbers.ts';
import { allowedPresences } from './presences.ts';
import { presets, queueDefaults } from './defaults.ts';
import type { ProblemPath } from './problems.ts';
import type { RuleOptions, WorkstreamOptions } from './scenario.ts';

export function checkWorkstreams(context: CheckContext): void {
  checkNumbers(context);
  const used = new Set(Object.values(context.scenario.demand ?? {}).map((demand) => demand.workstream));
  for (const [name, workstream] of Object.entries(context.scenario.workstreams ?? {})) {
    const path: ProblemPath = ['workstreams', name];
    for (const [index, rule] of (workstream.rules ?? []).entries()) {
      checkRule(context, rule, workstream, [...path, 'rules', index]);
    }
    checkFallback(context, workstream, path);
    checkPresences(context, workstream, path);
    if (workstream.site !== undefined) context.refer('sites', workstream.site, [...path, 'site']);
    if (workstream.number !== undefined) {
      checkNumber(context, workstream.number, [...path, 'number'], false);
    }
    if (!used.has(name)) context.add('W-UNUSED', path, { what: 'workstreams', name }, 'key');
  }
}

/** E-DIAL for what cannot be dialled, E-NUM-SHARED for one number in two workstreams. */
function checkNumbers(context: CheckContext): void {
  for (const number of Object.keys(context.scenario.numbers ?? {})) {
    if (!/^\d{3,18}$/.test(figuresOf(number))) {
      context.add('E-DIAL', ['numbers', number], { value: number }, 'key');
    }
  }
  const owners = new Map<string, string>();
  for (const [name, { number }] of Object.entries(context.scenario.workstreams ?? {})) {
    if (number === undefined) continue;
    const owner = owners.get(figuresOf(number));
    if (owner === undefined) owners.set(figuresOf(number), name);
    else context.add('E-NUM-SHARED', ['workstreams', name, 'number'], { number, workstream: owner });
  }
}

function checkRule(
  context: CheckContext,
  rule: RuleOptions,
  workstream: WorkstreamOptions,
  path: ProblemPath,
): void {
  const found = (['to', 'split'] as const).filter((key) => rule[key] !== undefined);
  const isRefused = context.wasRefused([...path, 'to']) || context.wasRefused([...path, 'split']);
  if (found.length !== 1 && !isRefused) context.add('E-ONE-OF', path, { options: ['to', 'split'], found });
  if (rule.to !== undefined) checkTarget(context, rule.to, workstream, [...path, 'to']);
  const split = rule.split;
  if (!split) return;
  for (const [index, { queue }] of split.entries()) {
    checkTarget(context, queue, workstream, [...path, 'split', index, 'queue']);
  }
  const here = [...path, 'split'];
  const sum = split.reduce((total, { percent }) => total + percent, 0);
  const queues = new Set(split.map(({ queue }) => queue));
  if (split.length < 2 || split.length > 5)
    context.add('E-SPLIT', here, { why: 'count', found: split.length });
  // A third may be written 33.3, 33.3, 33.4: they must add up, to rounding of the arithmetic only.
  else if (Math.abs(sum - 100) > 1e-9)
    context.add('E-SPLIT', here, { why: 'sum', found: Math.round(sum * 1e6) / 1e6 });
  else if (queues.size < split.length) context.add('E-SPLIT', here, { why: 'twice' });
}

/** RT-07: a rule leads to a queue of its workstream's channel. */
function checkTarget(
  context: CheckContext,
  queue: string,
  workstream: WorkstreamOptions,
  path: ProblemPath,
): void {
  if (!context.refer('queues', queue, path)) return;
  const channel = workstream.channel ?? 'voice';
  const found = context.channelOf(queue);
  if (found !== channel) context.add('E-OV-KIND', path, { queue, channel, found, why: 'channel' });
}

/** E-FALLBACK. */
function checkFallback(context: CheckContext, workstream: WorkstreamOptions, path: ProblemPath): void {
  const here = [...path, 'fallback'];
  const queue = workstream.fallback;
  if (queue === undefined) {
    if (!context.wasRefused(here)) context.add('E-FALLBACK', here, { why: 'missing' }, 'key');
    return;
  }
  if (!context.refer('queues', queue, here)) return;
  const channel = workstream.channel ?? 'voice';
  const found = context.channelOf(queue);
  if (found !== channel) context.add('E-FALLBACK', here, { why: 'channel', queue, channel, found });
}

/** E-PRES and W-PRES-AWAY: what the workstream allows against what its queues do to agents. */
function checkPresences(context: CheckContext, workstream: WorkstreamOptions, path: ProblemPath): void {
  const here = [...path, 'allowedPresences'];
  if (context.wasRefused(here)) return;
  const preset = presets[context.scenario.preset ?? 'tandem'];
  const presences = allowedPresences(workstream, preset);
  if (presences.length === 0) context.add('E-PRES', here, { why: 'empty' });
  if (presences.includes('inactive')) context.add('E-PRES', here, { why: 'inactive' });
  for (const name of new Set(queuesOfWorkstream(workstream))) {
    const queue = context.scenario.queues?.[name];
    if (!queue) continue;
    if (presences.includes('doNotDisturb') && queue.onReject === 'dnd') {
      context.add('E-PRES', here, { why: 'dnd', queue: name });
    }
    const onMissed = queue.onMissed ?? queueDefaults.onMissed;
    if (presences.includes('away') && (onMissed === 'rona' || onMissed === 'inactive')) {
      context.add('W-PRES-AWAY', here, { queue: name, onMissed });
    }
  }
}
