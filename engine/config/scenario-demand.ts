/**
 * The part of the scenario schema about days and calls: opening times, kinds of day, the calendar, arrivals.
 */
import { z } from 'zod';
import { daysDefaults, promptLength } from './defaults.ts';
import { dayFactor, fileColumn } from './law-text.ts';
import { clockText, lengthText } from './lengths.ts';
import { behaviourShape, groupOfKind, redial } from './scenario-people.ts';
import { attributes } from './scenario-workstreams.ts';
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
  real,
  share,
  text,
  whole,
} from './scalars.ts';

// ---------------------------------------------------------------- days

const clocks = {
  from: option(clock(), 'Time of day at which the day begins.', clockText(daysDefaults.from)),
  to: option(
    clock(),
    'Time of day at which it ends: 24:00 for a whole day, before `from` for the next day.',
    clockText(daysDefaults.to),
  ),
};

export const days = map({
  ...clocks,
  zone: option(text(60), 'IANA time zone of all times of day.', daysDefaults.zone),
  interval: option(
    length({ min: 60_000, max: 86_400_000 }),
    'Interval of the report, and of lists by interval that name no other.',
    lengthText(daysDefaults.interval),
  ),
  count: option(whole(1, 1_000_000), 'How many days are simulated; --days replaces it.', daysDefaults.count),
  start: option(date, 'Date of the first day.', daysDefaults.start),
  warmUp: option(
    length({ max: 366 * 86_400_000 }),
    'Left out of the measures at the start of each run.',
    lengthText(daysDefaults.warmUp),
  ),
  continuous: option(
    flag,
    'One long run that carries queues and estimates over the nights, instead of separate days that start empty.',
    daysDefaults.continuous,
  ),
  endOfDay: option(
    choice(['serve', 'leave']),
    "Whether the last interval's staff serves who is inside at the end, or goes.",
    daysDefaults.endOfDay,
  ),
});

const kindName = name;
const weekDays = (description: string) => option(kindName, description);
export const calendar = z.union(
  [
    list(kindName, 1, 10_000),
    map({
      everyDay: weekDays('Kind of each day that is not named below, or `closed`.'),
      weekdays: weekDays('Monday to Friday.'),
      weekend: weekDays('Saturday and Sunday.'),
      monday: weekDays('Monday.'),
      tuesday: weekDays('Tuesday.'),
      wednesday: weekDays('Wednesday.'),
      thursday: weekDays('Thursday.'),
      friday: weekDays('Friday.'),
      saturday: weekDays('Saturday.'),
      sunday: weekDays('Sunday.'),
      dates: option(
        z.record(z.string(), kindName, { error: '@map' }),
        'Kinds of single dates: { 2026-12-25: holiday }.',
      ),
    }),
  ],
  { error: '@map' },
);

// ---------------------------------------------------------------- arrivals

const calls = real({ min: 0, max: 1e15 });
const numbersOrFile = (description: string) =>
  option(z.union([list(calls, 1, 100_000), fileColumn], { error: '@list' }), description);
const step = option(
  length({ min: 1000, max: 86_400_000 }),
  'Length of the intervals of the list; the interval of `days` when left out.',
);
const tracedCall = map({
  at: option(
    z.union([z.string(), z.number()], { error: '@clock' }),
    'Time of day, or seconds after the day begins.',
  ),
  talk: option(length({ max: 30 * 86_400_000 }), 'Recorded talk time.'),
  wrapUp: option(length({ max: 30 * 86_400_000 }), 'Recorded wrap-up.'),
});
const traceFile = map({
  file: text(500).meta({ description: 'CSV file with a header line, a call a line.' }),
  at: option(name, 'Column with the time of day, or seconds after the day begins.', 'at'),
  talk: option(name, 'Column with the talk time.'),
  wrapUp: option(name, 'Column with the wrap-up time.'),
});

const arrivalForms = ['perInterval', 'perHour', 'perDay', 'trace'] as const;
export const arrivals = z.union(
  [
    z.literal('none').transform(() => ({ none: true }) as { none: true }),
    map({
      perInterval: numbersOrFile('Expected calls of each interval of the day; Poisson within each.'),
      perHour: option(calls, 'Expected calls an hour, all day; Poisson.'),
      perDay: option(
        whole(0, Number.MAX_SAFE_INTEGER),
        'Exactly so many calls a day, spread by the profile.',
      ),
      profile: numbersOrFile('Weights of the intervals for perDay; even when left out.'),
      trace: option(
        z.union([list(tracedCall, 1, 100_000), traceFile], { error: '@list' }),
        'Exact arrivals, with recorded handle times if known: a list of { at, talk, wrapUp } or a CSV file.',
      ),
      every: step,
      dayFactor: option(
        dayFactor,
        "Multiplies a day's expected calls by a factor with mean 1: { gamma: { shape: 40 } }.",
      ),
    }).superRefine((written, context) => {
      const found = arrivalForms.filter((form) => written[form] !== undefined);
      if (found.length !== 1) finding(context, 'E-ONE-OF', { options: arrivalForms, found });
      const misplaced = (key: 'profile' | 'every' | 'dayFactor', needs: readonly string[]) => {
        if (written[key] === undefined || found.length !== 1 || needs.includes(found[0] ?? '')) return;
        finding(context, 'E-PLACE', { key, needs, found: found[0] ?? '' }, [key]);
      };
      misplaced('profile', ['perDay']);
      misplaced('every', ['perInterval', 'perDay']);
      misplaced('dayFactor', ['perInterval', 'perHour']);
    }),
  ],
  { error: '@map' },
);

const demandShape = {
  arrivals: option(
    arrivals,
    'How calls come: perInterval, perHour, perDay, trace, or `none`. Any length of interval.',
  ),
  redial: option(redial, 'Who calls again after hanging up or a busy tone; nobody when left out.'),
  withheld: option(share(), 'Share of callers without a number: they get no callback offer (CB-08).', 0),
};

export const demand = named(
  map({
    ...demandShape,
    queue: option(name, 'The queue they ask for, when the demand has another name.'),
    workstream: option(name, 'The workstream whose rules route them; left out: straight to the queue.'),
    attributes: option(attributes, 'Attributes that the rules of the workstream look at.'),
    ...behaviourShape,
  }).meta({ required: ['arrivals'] }),
);

export const kinds = named(
  map({
    ...clocks,
    demand: option(
      named(
        z.union([z.literal('none').transform(() => ({ none: true }) as { none: true }), map(demandShape)]),
      ),
      'Demand of this kind of day by name; what is not said is as usual. `none`: no calls.',
    ),
    agents: option(named(groupOfKind), 'Staffing of this kind of day by group; `off`: nobody.'),
  }),
);

// ---------------------------------------------------------------- prompts

const promptTime = length({ max: 600_000 });
const promptOption = (description: string) => option(promptTime, description, lengthText(promptLength));
export const prompts = z.union(
  [
    promptTime.transform((all) => ({
      greeting: all,
      callbackOffer: all,
      callbackConfirmation: all,
      overflowEnd: all,
      position: all,
      wait: all,
      apology: all,
      voicemail: all,
      duplicate: all,
    })),
    map({
      greeting: promptOption('The greeting, where a workstream plays one.'),
      callbackOffer: promptOption('The callback offer (CB-02).'),
      callbackConfirmation: promptOption('The confirmation of a callback (CB-05).'),
      overflowEnd: promptOption('Before an overflow ends the call (OV-14).'),
      position: promptOption('The position (EW-08).'),
      wait: promptOption('The estimated wait (EW-07).'),
      apology: promptOption('The apology to who was connected too late (GEN-07).'),
      voicemail: promptOption('Before a voicemail (OV-17).'),
      duplicate: promptOption('You already have a callback (CB-43).'),
    }),
  ],
  { error: '@map' },
);
