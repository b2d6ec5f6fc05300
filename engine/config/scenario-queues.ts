/**
 * The part of the scenario schema about routing: queues, overflow, callbacks, capacity, workstreams, hours,
 * lines. Names are those of the rule book's parameter tables. What one option alone can get wrong is refused
 * here; what two of them can is found by the check-*.ts files.
 */
import { z } from 'zod';
import { callbackDefaults, estimateDefaults, queueDefaults, routingDefaults } from './defaults.ts';
import { behaviour } from './scenario-people.ts';
import {
  choice,
  clock,
  date,
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
  telephone,
  text,
  whole,
  wholeOrUnlimited,
} from './scalars.ts';
import { lengthText } from './lengths.ts';

const second = 1000;
const minute = 60 * second;
const day = 86_400 * second;
const written = (lengthInMillis: number): string => lengthText(lengthInMillis);

// ---------------------------------------------------------------- overflow

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

const overflowList = list(overflowItem, 0, 100);

// ---------------------------------------------------------------- callbacks

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
    written(callback.offerFirst),
  ),
  offerRepeat: option(
    length({ min: 30 * second, max: 3600 * second, endless: 'never' }),
    'From the start of one offer to the start of the next, or never (CB-03).',
    written(callback.offerRepeat),
  ),
  ringLimit: option(
    length({ min: 15 * second, max: 80 * second }),
    "How long the customer's telephone rings before the attempt fails; preset webex 32s.",
    written(callback.ringLimit),
  ),
  maxAttempts: option(
    whole(1, 10, 'E-CB-RETRY'),
    'Attempts before the callback is given up (CB-21).',
    callback.maxAttempts,
  ),
  retryWait: option(
    length({ min: 300 * second, max: 259_200 * second, code: 'E-CB-RETRY' }),
    'Wait between a failed attempt and the next (CB-20).',
    written(callback.retryWait),
  ),
  minRedialGap: option(
    length({ max: 259_200 * second }),
    'Never dial sooner after the opt-in leg has ended (CB-17).',
    written(callback.minRedialGap),
  ),
  callbackExpiry: option(
    length({ min: day, max: 30 * day }),
    'A callback older than this is closed as expired (CB-18).',
    written(callback.callbackExpiry),
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

// ---------------------------------------------------------------- queues

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
      share: option(share(), 'The target: this share of the contacts.'),
      within: option(
        length({ min: second, max: 86_400 * second }),
        'answered within this time; the same as serviceLevelThreshold.',
        written(queueDefaults.serviceLevelThreshold),
      ),
    }),
    'The target, for example { share: 80%, within: 20s }.',
  ),
  serviceLevelThreshold: option(
    length({ min: second, max: 86_400 * second }),
    'The same as serviceLevel.within.',
    written(queueDefaults.serviceLevelThreshold),
  ),
  shortAbandonThreshold: option(
    length({ max: 120 * second }),
    'Who hangs up sooner is left out of the service level and the abandon rate.',
    written(queueDefaults.shortAbandonThreshold),
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
    written(estimateDefaults.ewtRefresh),
  ),
  ewtMinSamples: option(
    whole(1, 1000),
    'No estimate before so many connected contacts (EW-03).',
    estimateDefaults.ewtMinSamples,
  ),
  ewtResetAfter: option(
    length({ min: day, max: 30 * day }),
    'The estimate is forgotten after so long without a contact (EW-04).',
    written(estimateDefaults.ewtResetAfter),
  ),
  ewtInitial: option(
    length({ max: 86_400 * second }),
    'Estimate that stands for history from before the run, so that there is one at once (EW-03).',
  ),
  lookback: option(
    length({ min: 5 * minute, max: 240 * minute }),
    'Window of the models minuteSamples and positional.',
    written(estimateDefaults.lookback),
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

// ---------------------------------------------------------------- workstreams

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((value) => [value]), list(item, 1, 1000)]);

const attributeText = z
  .union([z.string(), z.number(), z.boolean()], { error: '@text' })
  .transform((value) => String(value));
export const attributes = z.record(z.string(), attributeText, { error: '@map' });

const match = z.union([
  oneOrMore(attributeText).transform((is) => ({ is }) as AttributeMatch),
  map({
    above: option(z.number({ error: '@number' }), 'The attribute is a number above this.'),
    below: option(z.number({ error: '@number' }), 'The attribute is a number below this.'),
  }).superRefine((written, context) => {
    const found = Object.keys(written);
    if (found.length === 0) finding(context, 'E-ONE-OF', { options: ['above', 'below'], found });
  }),
]);
export interface AttributeMatch {
  is?: string[] | undefined;
  above?: number | undefined;
  below?: number | undefined;
}

const rule = map({
  when: option(
    z.record(z.string(), match, { error: '@map' }),
    'All of these must hold: an attribute and its value, a list of values, or { above, below }. Left out: always.',
  ),
  to: option(name, 'The queue.'),
  split: option(
    list(map({ queue: name, percent: percent(0, 100) }), 0, 100),
    'Instead of `to`: two to five queues by percentages that sum to 100 (RT-06).',
  ),
  overflow: option(
    overflowList,
    "Replaces the queue's overflow list for contacts routed by this rule; an empty list: never overflow (OV-10).",
  ),
});

const presence = choice(['available', 'busy', 'dnd', 'away', 'offline', 'inactive']);

const workstream = map({
  channel: option(choice(['voice', 'messaging', 'records']), 'Kind of contact (RT-07).', 'voice'),
  number: option(telephone, 'The number customers dial; it must stand under `numbers`.'),
  site: option(name, 'The site whose lines it uses (LM-01).'),
  greeting: option(flag, 'Play the greeting before routing (RT-01).', false),
  units: option(
    real({ min: 0, max: 1000, above: true, code: 'E-CAP-LIMIT' }),
    "What a contact takes of an agent's units (CP-11).",
    1,
  ),
  profiles: option(list(name, 0, 50), 'Capacity profiles a contact takes one place of each (CP-02).'),
  allowedPresences: option(
    list(presence, 0, 6),
    'Presences that are assigned (PR-03); voice available (preset dynamics also busy), others available and busy.',
  ),
  rules: option(
    list(rule, 0, 1000),
    'Rules in order: the first whose queue does not overflow takes the contact (RT-02).',
  ),
  fallback: option(name, 'The queue when no rule matches; its overflow settings are ignored (RT-05).'),
}).meta({ required: ['fallback'] });
export const workstreams = named(workstream);

// ---------------------------------------------------------------- capacity, hours, lines

export const capacityProfiles = named(
  map({
    limit: option(whole(1, 1000, 'E-CAP-LIMIT'), 'Contacts an agent may have at once, or a day (CP-01).', 1),
    reset: option(
      choice(['immediate', 'endOfDay']),
      'A place returns when the contact leaves, or only at the end of the shift (CP-03, CP-04).',
      'immediate',
    ),
    blocking: option(flag, 'A full profile stops contacts of any kind (CP-05); true for voice.'),
  }),
);

const openRange = z.union([
  text(20).transform((range, context): { from: number; to: number } => {
    const parts = range.split(/\s*[-–]\s*/);
    const [from, to] = parts.map((part) => clock().safeParse(part).data);
    if (parts.length === 2 && from !== undefined && to !== undefined) return { from, to };
    finding(context, 'E-FORMAT', { expected: 'range', value: range });
    return z.NEVER;
  }),
  map({ from: clock(), to: clock() }),
]);
const openings = z.union([
  z.literal('closed').transform(() => [] as { from: number; to: number }[]),
  openRange.transform((range) => [range]),
  list(openRange, 0, 50),
]);
const openDays = (description: string) => option(openings, description);

export const hoursRecords = named(
  map({
    zone: option(text(60), 'IANA time zone; the zone of `days` when left out.'),
    week: option(
      map({
        everyDay: openDays('For each day that is not named below: 08:00-18:00, a list of such, or closed.'),
        weekdays: openDays('Monday to Friday.'),
        weekend: openDays('Saturday and Sunday.'),
        monday: openDays('Monday.'),
        tuesday: openDays('Tuesday.'),
        wednesday: openDays('Wednesday.'),
        thursday: openDays('Thursday.'),
        friday: openDays('Friday.'),
        saturday: openDays('Saturday.'),
        sunday: openDays('Sunday.'),
      }),
      'Opening hours by day; a day that no key names is closed. An end before the start means the next day.',
    ),
    holidays: option(list(date, 0, 10_000), 'Dates (2026-12-25) on which it is closed (OH-03).'),
  }).meta({ required: ['week'] }),
);

export const numbers = z.record(
  z.string(),
  map({ mayCall: option(flag, 'Whether calls can be made from it (CB-45).', true) }),
  { error: '@map' },
);

export const lines = map({
  maxCalls: option(wholeOrUnlimited(1, 10_000_000), 'Lines in all (LM-01).', 'unlimited'),
  maxOutbound: option(
    wholeOrUnlimited(1, 10_000_000),
    'Lines that outbound legs may take of them.',
    'unlimited',
  ),
});
export const sites = named(lines);

export const routing = map({
  overflowBatch: option(
    whole(1, 1000),
    'waitExceeds actions in each minute (OV-23).',
    routingDefaults.overflowBatch,
  ),
  maxQueueHops: option(
    whole(1, 20),
    'Moves by overflow for one contact (OV-25).',
    routingDefaults.maxQueueHops,
  ),
  depthSampleInterval: option(
    length({ max: 60 * second }),
    'workItemLimit sees a count of this age (OV-07); preset dynamics 10s.',
    written(routingDefaults.depthSampleInterval),
  ),
  propagationDelay: option(
    length({ max: 3600 * second }),
    'A change of settings takes effect so much later (GEN-10); preset dynamics 20m.',
    written(routingDefaults.propagationDelay),
  ),
});
