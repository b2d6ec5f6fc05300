/**
 * The part of the scenario schema about overflow: conditions and actions (section 4 of the rules). Which action fits which
 * condition and channel is checked in check-overflow.ts.
 */
import { z } from 'zod';
import { choice, finding, length, list, map, name, option, telephone, whole } from './scalars.ts';

const second = 1000;

const conditionWords = ['outOfHours'] as const;
const when = z.union([
  choice(conditionWords).transform(() => ({ outOfHours: true }) as OverflowWhen),
  map({
    outOfHours: option(z.literal(true, { error: '@flag' }), 'The queue is out of its hours (OV-03).'),
    workItemLimit: option(
      whole(0, 100),
      'The queue holds this many open items or more as the contact arrives; 0: no able agent is free (OV-05).',
    ),
    averageWait: option(
      length({ min: 30 * second, max: 3600 * second }),
      'The estimated wait is longer than this; without a valid estimate it is not (OV-08).',
    ),
    waitExceeds: option(
      length({ max: 172_800 * second }),
      'The contact has waited this long in this queue: 60-3600 s for voice, 60-172800 s for messaging, 180-172800 s for records (OV-20).',
    ),
  }).superRefine((condition, context) => {
    const found = Object.keys(condition);
    if (found.length !== 1) finding(context, 'E-ONE-OF', { options: conditionKeys, found });
  }),
]);

export const conditionKeys = ['outOfHours', 'workItemLimit', 'averageWait', 'waitExceeds'] as const;
export interface OverflowWhen {
  outOfHours?: true | undefined;
  workItemLimit?: number | undefined;
  averageWait?: number | undefined;
  waitExceeds?: number | undefined;
}

const actionWords = ['assignAnyway', 'directCallback', 'endCall', 'endConversation', 'voicemail'] as const;
const action = z.union([
  choice(actionWords),
  map({
    directCallback: option(name, 'Offer a callback under this callback profile.'),
    transferQueue: option(name, 'Enqueue in this queue, arrival time kept (OV-15).'),
    transferExternal: option(telephone, 'Bridge the caller to this number (OV-16).'),
  }).superRefine((written, context) => {
    const found = Object.keys(written);
    const options = ['directCallback', 'transferQueue', 'transferExternal'];
    if (found.length !== 1) finding(context, 'E-ONE-OF', { options, found });
  }),
]);

export const overflowItem = map({
  when: option(when, 'One condition: outOfHours, workItemLimit, averageWait or waitExceeds.'),
  do: option(
    action,
    'assignAnyway, directCallback, endCall, endConversation, voicemail, { transferQueue: queue }, { transferExternal: number } or { directCallback: profile }.',
  ),
}).meta({ required: ['when', 'do'] });

export const overflowList = list(overflowItem, 0, 100);
