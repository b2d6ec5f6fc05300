/**
 * The part of the scenario schema about callbacks (section 6 of the rules): offers, attempts, numbers.
 */
import { z } from 'zod';
import { callbackDefaults } from './defaults.ts';
import { lengthText } from './lengths.ts';
import {
  choice,
  clock,
  flag,
  length,
  list,
  map,
  option,
  telephone,
  whole,
  wholeOrUnlimited,
} from './scalars.ts';

const second = 1000;
const day = 86_400 * second;

const callback = callbackDefaults;
export const callbackProfile = map({
  mode: option(
    choice(['agentFirst', 'customerFirst']),
    'Who is called first. Only agentFirst (CB-10) is simulated.',
    'agentFirst',
  ),
  optInDigit: option(z.union([z.string(), z.number()], { error: '@text' }), 'Fixed: 1 (CB-04).', '1'),
  offerFirst: option(
    length({ max: 600 * second }),
    'From entering the queue to the first offer (CB-02).',
    lengthText(callback.offerFirst),
  ),
  offerRepeat: option(
    length({ min: 30 * second, max: 3600 * second, endless: 'never' }),
    'From the start of one offer to the start of the next, or never (CB-03).',
    lengthText(callback.offerRepeat),
  ),
  ringLimit: option(
    length({ min: 15 * second, max: 80 * second }),
    "How long the customer's telephone rings before the attempt fails (CB-14); preset webex 32s.",
    lengthText(callback.ringLimit),
  ),
  maxAttempts: option(
    whole(1, 10, 'E-CB-RETRY'),
    'Attempts before the callback is given up (CB-21).',
    callback.maxAttempts,
  ),
  retryWait: option(
    length({ min: 300 * second, max: 259_200 * second, code: 'E-CB-RETRY' }),
    'Wait between a failed attempt and the next (CB-20).',
    lengthText(callback.retryWait),
  ),
  minRedialGap: option(
    length({ max: 259_200 * second }),
    'Never dial sooner after the opt-in leg has ended (CB-17).',
    lengthText(callback.minRedialGap),
  ),
  callbackExpiry: option(
    length({ min: day, max: 30 * day }),
    'A callback older than this is closed as expired (CB-18).',
    lengthText(callback.callbackExpiry),
  ),
  maxActive: option(
    wholeOrUnlimited(1, 10_000),
    'With so many pending callbacks in the queue no further offers are made (CB-42).',
    'unlimited',
  ),
  duplicateScope: option(
    choice(['queue', 'all']),
    'Where an open callback for the same number counts (CB-43).',
    callback.duplicateScope,
  ),
  duplicateAction: option(
    choice(['end', 'stay']),
    'What happens to a caller who has one already (CB-43).',
    callback.duplicateAction,
  ),
  retryOn: option(
    list(choice(['noAnswer', 'failed', 'machine']), 0, 3),
    'Outcomes that are tried again; busy counts as noAnswer, an invalid number never is (CB-22).',
    callback.retryOn,
  ),
  allowCancel: option(
    flag,
    'The agent may cancel before the customer answers (CB-15).',
    callback.allowCancel,
  ),
  wrapUpOnNoAnswer: option(
    flag,
    'A failed attempt is followed by wrap-up (CB-14).',
    callback.wrapUpOnNoAnswer,
  ),
  allowOutsideHours: option(
    flag,
    "Callbacks may be offered and retried outside the queue's hours (CB-23, CB-40).",
    callback.allowOutsideHours,
  ),
  offeringWindow: option(
    map({ from: clock(), to: clock() }),
    "Offers only between these times of day, in the zone of the queue's hours, else UTC (CB-41).",
  ),
  alternateNumber: option(flag, 'The customer may give another number (CB-44).', callback.alternateNumber),
  fixedNumber: option(telephone, 'Callbacks always show this number; it must stand under `numbers` (CB-45).'),
  fallbackNumber: option(telephone, 'Shown when the number the customer dialled may not make calls (CB-45).'),
});
