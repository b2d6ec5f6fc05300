/**
 * The part of the scenario schema about queues. Names are those of the rule book's parameter tables. What one option alone can
 * get wrong is refused here; what two of them can is found by the check-*.ts files.
 */
import { z } from 'zod';
import { estimateDefaults, queueDefaults } from './defaults.ts';
import { lengthText } from './lengths.ts';
import { callbackProfile } from './scenario-callbacks.ts';
import { overflowList } from './scenario-overflow.ts';
import { behaviour } from './scenario-people.ts';
import {
  choice,
  finding,
  flag,
  length,
  list,
  map,
  name,
  named,
  option,
  percent,
  real,
  share,
  whole,
  wholeOrUnlimited,
} from './scalars.ts';

const second = 1000;
const minute = 60 * second;
const day = 86_400 * second;

const queue = map({
  channel: option(choice(['voice', 'messaging', 'records']), 'Kind of contact (RT-07).', 'voice'),
  priority: option(
    whole(1, 100),
    'Across the queues of one agent 1 is the most urgent (RT-11).',
    queueDefaults.priority,
  ),
  method: option(
    choice(['leastActive', 'roundRobin', 'highestCapacity', 'longestAvailable', 'linear']),
    'Who gets the next contact (AS-04 to AS-10); voice leastActive, others highestCapacity.',
  ),
  blockSize: option(
    whole(1, 10_000),
    'How many waiting contacts one assignment pass tries; records 2000 (AS-02).',
    queueDefaults.blockSize,
  ),
  maxActiveContacts: option(
    wholeOrUnlimited(1, 1_000_000),
    'A contact that would be one more open item is refused: busy (K-34).',
    'unlimited',
  ),
  serviceLevel: option(
    map({
      share: option(share(), 'The target: this share of the contacts (K-01a to K-01f).'),
      within: option(
        length({ min: second, max: 86_400 * second }),
        'answered within this time (K-01a to K-01f); the same as serviceLevelThreshold.',
        lengthText(queueDefaults.serviceLevelThreshold),
      ),
    }),
    'The target, for example { share: 80%, within: 20s }.',
  ),
  serviceLevelThreshold: option(
    length({ min: second, max: 86_400 * second }),
    'The same as serviceLevel.within (K-01a to K-01f).',
    lengthText(queueDefaults.serviceLevelThreshold),
  ),
  shortAbandonThreshold: option(
    length({ max: 120 * second }),
    'Who hangs up sooner is left out of the service level and the abandon rate (K-01a to K-01f, K-05).',
    lengthText(queueDefaults.shortAbandonThreshold),
  ),
  ringTimeout: option(
    length(),
    'How long a contact rings at an agent before it goes back (NT-01): voice 1-120 s, else 1-6000 s. Voice 18s (preset dynamics 120s), others 60s.',
  ),
  declineLimit: option(
    whole(1, 5),
    'So often one agent is offered the same contact after declining (NT-06).',
    queueDefaults.declineLimit,
  ),
  itemDeclineCap: option(
    whole(1, 1000),
    'After so many declines a contact waits for a supervisor (NT-07).',
    queueDefaults.itemDeclineCap,
  ),
  onMissed: option(
    choice(['rona', 'inactive', 'none', 'logout']),
    'What a missed ring does to the agent (NT-04).',
    queueDefaults.onMissed,
  ),
  onReject: option(
    choice(['none', 'dnd']),
    'What a declined ring does to the agent (NT-04).',
    queueDefaults.onReject,
  ),
  hours: option(name, 'The hours record that holds for this queue; none: always open (OH-01).'),
  overflow: option(overflowList, 'Conditions in order, each with one action (section 4 of the rules).'),
  moveCallbacks: option(
    flag,
    'waitExceeds with transferQueue moves waiting callbacks too (OV-24).',
    queueDefaults.moveCallbacks,
  ),
  ewtModel: option(
    choice(['ema', 'minuteSamples', 'positional']),
    'How the wait is estimated (EW-01, EW-05, EW-06); preset webex minuteSamples.',
    estimateDefaults.ewtModel,
  ),
  ewtAlpha: option(
    real({ min: 0, max: 0.5, above: true }).superRefine((alpha, context) => {
      if (alpha === 0.5) finding(context, 'E-RANGE', { value: 0.5, min: 0, max: 0.5, unit: 'between' });
    }),
    'Weight of the newest batch in the running average, between 0 and 0.5 (EW-02).',
    estimateDefaults.ewtAlpha,
  ),
  ewtRefresh: option(
    length({ min: 10 * second, max: 3600 * second }),
    'How often the average is renewed (EW-02).',
    lengthText(estimateDefaults.ewtRefresh),
  ),
  ewtMinSamples: option(
    whole(1, 1000),
    'No estimate before so many connected contacts (EW-03).',
    estimateDefaults.ewtMinSamples,
  ),
  ewtResetAfter: option(
    length({ min: day, max: 30 * day }),
    'The estimate is forgotten after so long without a contact (EW-04).',
    lengthText(estimateDefaults.ewtResetAfter),
  ),
  ewtInitial: option(
    length({ max: 86_400 * second }),
    'Estimate that stands for history from before the run, so that there is one at once (EW-03).',
  ),
  lookback: option(
    length({ min: 5 * minute, max: 240 * minute }),
    'Window of the models minuteSamples and positional.',
    lengthText(estimateDefaults.lookback),
  ),
  maxCV: option(
    percent(1, 100),
    'minuteSamples: a minute whose waits vary more is left out (EW-05).',
    `${estimateDefaults.maxCV}%`,
  ),
  minValidPct: option(
    percent(1, 100),
    'minuteSamples: no estimate when fewer of the minutes are kept (EW-05).',
    `${estimateDefaults.minValidPct}%`,
  ),
  announceWait: option(flag, 'Tell callers the estimate on entry (EW-07).', queueDefaults.announceWait),
  announcePosition: option(flag, 'Tell callers their position (EW-08).', queueDefaults.announcePosition),
  callback: option(
    z.union([name, callbackProfile], { error: '@map' }),
    'The callback settings of this queue, or the name of a callback profile.',
  ),
  wrapBlock: option(
    z.union([choice(['always', 'none']), length({ min: 30 * second, max: 3600 * second, code: 'E-WRAP' })], {
      error: '@length',
    }),
    'Whether wrap-up keeps the agent busy: always, none, or only for so long (WU-02).',
    'always',
  ),
  autoWrapAfter: option(
    length({ max: 86_400 * second, endless: 'off' }),
    'Wrap-up ends by itself after so long (WU-03).',
    'off',
  ),
  wrapMayExtend: option(
    flag,
    'The agent may go on with his wrap-up after autoWrapAfter: then it never cuts a simulated one short (WU-03).',
    queueDefaults.wrapMayExtend,
  ),
  reasons: option(list(name, 0, 1000), 'Wrap-up reasons (WU-07).', queueDefaults.reasons),
  defaultReason: option(name, 'The reason when none is chosen; the first of the list.'),
  behaviour: option(
    behaviour,
    'What callers do in this queue, and how long they are handled. May stand in the demand of the same name instead.',
  ),
});
export const queues = named(queue);
