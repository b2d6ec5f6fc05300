/** What one queue can get wrong by itself: ring, wrap-up, method, service level, hours (codes E-RING, E-WRAP, E-LEAST ...). */
import type { CheckContext } from './check-context.ts';
import { queueDefaults } from './defaults.ts';
import { lengthText } from './lengths.ts';
import type { ProblemPath } from './problems.ts';
import type { QueueOptions } from './scenario.ts';
import type { Channel } from './setup.ts';

const second = 1000;

export function checkQueues(context: CheckContext): void {
  for (const [name, queue] of Object.entries(context.scenario.queues ?? {})) {
    const path: ProblemPath = ['queues', name];
    const channel = context.channelOf(name);
    checkRing(context, queue.ringTimeout, channel, [...path, 'ringTimeout']);
    checkWrapUp(context, queue, path);
    if (queue.method === 'leastActive' && channel === 'records') {
      context.add('E-LEAST', [...path, 'method'], { queue: name });
    }
    if (queue.hours !== undefined) context.refer('hours', queue.hours, [...path, 'hours']);
    if (queue.serviceLevel?.within !== undefined && queue.serviceLevelThreshold !== undefined) {
      const options = ['serviceLevel.within', 'serviceLevelThreshold'];
      context.add('E-ONE-OF', [...path, 'serviceLevelThreshold'], { options, found: options });
    }
  }
}

/** How long a contact may ring: voice 1 to 120 s, everything else up to 6000 s. */
export function ringRange(channel: Channel): readonly [min: number, max: number] {
  return [second, (channel === 'voice' ? 120 : 6000) * second];
}

/** E-RING: outside `ringRange`. */
export function checkRing(
  context: CheckContext,
  timeout: number | undefined,
  channel: Channel,
  path: ProblemPath,
): void {
  if (timeout === undefined) return;
  const [min, max] = ringRange(channel);
  if (timeout >= min && timeout <= max) return;
  context.add('E-RING', path, {
    value: lengthText(timeout),
    min: lengthText(min),
    max: lengthText(max),
    unit: 'length',
    channel,
  });
}

/** E-WRAP, WU-07: at least one reason, and the default one of them. */
function checkWrapUp(context: CheckContext, queue: QueueOptions, path: ProblemPath): void {
  const reasons: readonly string[] = queue.reasons ?? queueDefaults.reasons;
  if (reasons.length === 0) context.add('E-WRAP', [...path, 'reasons'], { why: 'no-reason' });
  for (const [index, reason] of reasons.entries()) {
    if (reasons.indexOf(reason) < index) {
      context.add('E-NAME-DUP', [...path, 'reasons', index], { name: reason });
    }
  }
  const standard = queue.defaultReason;
  if (standard === undefined || reasons.includes(standard) || context.wasRefused([...path, 'reasons']))
    return;
  context.add('E-WRAP', [...path, 'defaultReason'], { why: 'no-default', reason: standard, reasons });
}
