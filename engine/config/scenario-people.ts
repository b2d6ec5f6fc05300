/**
 * The part of the scenario schema about people: what callers do in a queue, who the agents are, when they work.
 * Simulated people do only what the scenario says: without `missed` nobody misses a ring, without `patience`
 * nobody hangs up, without `accepts` nobody takes a callback.
 */
import { z } from 'zod';
import { peopleDefaults } from './defaults.ts';
import { law, patience } from './law-text.ts';
import { lengthText } from './lengths.ts';
import {
  choice,
  clock,
  finding,
  flag,
  length,
  list,
  map,
  name,
  named,
  option,
  real,
  share,
  whole,
} from './scalars.ts';

const people = peopleDefaults;

// ---------------------------------------------------------------- callers

const sharesOfDial = ['answers', 'busy', 'machine', 'invalid', 'failed'] as const;

const callbackBehaviour = map({
  accepts: option(
    z.union([share().transform((value) => [value]), list(share(), 1, 100)], { error: '@share' }),
    'Share that accepts an offer; a list gives the first, second ... offer, the last goes on.',
    people.accepts,
  ),
  reaction: option(law, 'From the start of the offer prompt to the digit.', lengthText(people.reaction)),
  answers: option(share(), 'Share of callbacks the customer answers.', '100%'),
  busy: option(share(), 'Share that is busy; counts as no answer.', 0),
  machine: option(share(), 'Share that an answering machine takes.', 0),
  invalid: option(share(), 'Share of numbers that do not exist; never tried again.', 0),
  failed: option(share(), 'Share of calls that fail on the way. What is left of 100% rings unanswered.', 0),
  answerAfter: option(
    law,
    'From dialling to the answer, or to busy, machine, invalid, failed; longer than ringLimit: no answer.',
    lengthText(people.answerAfter),
  ),
}).superRefine((written, context) => {
  // A share that is written but not answers leaves the rest to answers.
  const others = sharesOfDial.slice(1).reduce((sum, key) => sum + (written[key] ?? 0), 0);
  const total = others + (written.answers ?? 0);
  if (total > 1 + 1e-9) {
    const value = `${Math.round(total * 1e4) / 100}%`;
    finding(context, 'E-RANGE', { value, min: '0%', max: '100%', unit: 'sum' });
  }
});

/** What a queue's callers do; also part of a demand. */
export const behaviourShape = {
  talk: option(law, 'Talk time, for example { lognormal: { mean: 4m10s, cv: 1.1 } }.'),
  wrapUp: option(law, "The agent's work after the call; none when left out."),
  patience: option(
    patience,
    'How long callers wait before they hang up, a law with `balk` and `atZero`; endless when left out. One clock over all queues.',
  ),
  callback: option(callbackBehaviour, 'How callers take callback offers, and whether they answer.'),
};
export const behaviour = map(behaviourShape);

// ---------------------------------------------------------------- shifts

const pause = map({ from: clock(), to: clock() });
const shift = map({
  from: clock().meta({ description: 'Time of day it begins.' }),
  to: clock().meta({ description: 'Time of day it ends; before `from` it ends the next day.' }),
  breaks: option(list(pause, 0, 20), 'Breaks, each { from: 12:00, to: 12:30 }.'),
});
export const shifts = named(shift);

// ---------------------------------------------------------------- agents

const staffCount = whole(0, 100_000);
const shiftCounts = z.record(z.string(), staffCount, { error: '@map' });

/** How a group is staffed; also what a kind of day may replace. */
export const staffingShape = {
  count: option(staffCount, 'How many agents; without shifts and staff they work the whole day.', 1),
  staff: option(
    z.union([staffCount, list(staffCount, 1, 100_000)], { error: '@list' }),
    'Agents on duty, one number or a list by interval. Idle agents leave first, then whoever is free next.',
  ),
  every: option(
    length({ min: 60_000, max: 86_400_000 }),
    'Length of the intervals of `staff`; the interval of `days` when left out.',
  ),
  shifts: option(
    z.union([name, shiftCounts], { error: '@name' }),
    'The shift all of them work, or how many work each: { early: 6, late: 8 }. `day` is the whole day unless you name a shift so.',
  ),
  shift: option(
    z.union([name, shift], { error: '@name' }),
    'The shift of the agent, by name or written here.',
  ),
};

const presence = choice(['available', 'busy', 'dnd', 'away', 'offline']);
const profileOfAgent = z.union([
  name.transform((profile) => ({ profile }) as { profile: string; limit?: number | undefined }),
  map({
    profile: name,
    limit: option(whole(1, 1000, 'E-CAP-LIMIT'), 'His own limit instead of that of the profile (CP-08).'),
  }),
]);

const queueNames = z.union([name.transform((queue) => [queue]), list(name, 1, 2000)], { error: '@list' });

const member = map({
  shift: option(z.union([name, shift], { error: '@name' }), 'His own shift.'),
  queues: option(queueNames, 'His own queues instead of those of the group.'),
});

export const group = map({
  ...staffingShape,
  members: option(
    z.union([list(name, 1, 10_000), named(member)], { error: '@list' }),
    'Agents by name instead of `count`: [ana, ben], or { ana: { shift: early }, ben: {} }.',
  ),
  queues: option(queueNames, 'The queues they serve, in joining order.'),
  units: option(
    real({ min: 0, max: 1000, above: true, code: 'E-CAP-LIMIT' }),
    'Units of capacity (CP-11).',
    people.units,
  ),
  profiles: option(
    list(profileOfAgent, 0, 50),
    'Capacity profiles they hold: a name, or { profile, limit } with a limit of their own.',
  ),
  ringTimeout: option(length(), "How long it rings at them, instead of the queue's ringTimeout."),
  accept: option(law, 'From the ring to accepting.', lengthText(people.accept)),
  missed: option(share(), 'Share of rings they do not answer.', people.missed),
  declined: option(share(), 'Share of rings they decline.', people.declined),
  ronaReturn: option(
    law,
    'From being made inactive by a missed ring to choosing Available again.',
    lengthText(people.ronaReturn),
  ),
  efficiency: option(
    real({ min: 0.1, max: 10 }),
    'Divides talk and wrap-up: 1.25 handles a call in four fifths of the time.',
    people.efficiency,
  ),
  shrinkage: option(
    share(0, 0.95),
    'Share of those planned who are not there, drawn anew each day.',
    people.shrinkage,
  ),
  costPerHour: option(
    real({ min: 0, max: 1_000_000 }),
    'What an hour of one agent costs, in the currency of `report`. Hours are those planned at work: breaks are not among them, shrinkage is.',
  ),
  defaultPresence: option(presence, 'Presence at sign-in (PR-07).', people.defaultPresence),
})
  .superRefine((written, context) => {
    const total = (written.missed ?? 0) + (written.declined ?? 0);
    if (total > 1 + 1e-9) {
      const value = `${Math.round(total * 1e4) / 100}%`;
      finding(context, 'E-RANGE', { value, min: '0%', max: '100%', unit: 'sum' }, ['missed']);
    }
  })
  .meta({ required: ['queues'] });
export const agents = named(group);

/** What a kind of day says of a group. */
export const groupOfKind = z.union([
  z.literal('off').transform(() => ({ off: true }) as { off: true }),
  map(staffingShape),
]);

// ---------------------------------------------------------------- redial

export const redial = map({
  afterAbandon: option(share(), 'Share that calls again after hanging up in the queue.', 0),
  afterBlocked: option(share(), 'Share that calls again after a busy tone.', 0),
  delay: option(law, 'Until they call again.', lengthText(people.redialDelay)),
  fresh: option(
    flag,
    'Patience and handle time are drawn anew at each attempt; else the same person keeps his.',
    false,
  ),
  maxRedials: option(whole(0, 1000), 'Attempts after the first.', people.maxRedials),
});
