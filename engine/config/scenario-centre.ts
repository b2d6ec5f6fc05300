/**
 * The part of the scenario schema about the centre as a whole: capacity profiles, opening hours, numbers, lines, and the settings
 * of the routing.
 */
import { z } from 'zod';
import { routingDefaults } from './defaults.ts';
import { lengthText } from './lengths.ts';
import {
  choice,
  clock,
  date,
  finding,
  flag,
  length,
  list,
  map,
  named,
  option,
  text,
  whole,
  wholeOrUnlimited,
} from './scalars.ts';

const second = 1000;

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
    'Lines that outbound legs may take of them (LM-01).',
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
    lengthText(routingDefaults.depthSampleInterval),
  ),
  propagationDelay: option(
    length({ max: 3600 * second }),
    'A change of settings takes effect so much later (GEN-10); preset dynamics 20m.',
    lengthText(routingDefaults.propagationDelay),
  ),
});
