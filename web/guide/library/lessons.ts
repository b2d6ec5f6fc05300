/**
 * What the page of each library scenario shows: how many days, which figures, which chart. The words of the page are in the header
 * of the scenario, the numbers come from the runs; neither is here.
 */
import { delays, funnels, levels, ribbons, times, waits } from './pictures.ts';
import type { Draw } from './pictures.ts';

export interface Figure {
  readonly id: string;
  readonly stat: string;
  /** What a planner calls it. */
  readonly name: string;
  /** Left out: all queues together. */
  readonly queue?: string;
  /** Only the interval that begins at this time of day. */
  readonly at?: string;
}

export interface Lesson {
  /** File name of the scenario, and of its page. */
  readonly name: string;
  /** Few, for the pages are made by a test: enough that what is said is certain. */
  readonly days: number;
  readonly figures: readonly Figure[];
  readonly picture: Picture;
  /** The calls worth reading, by the option of `tandem trace` that finds them. */
  readonly read: '--longest-wait' | '--lost-callbacks' | '--rona' | '--abandoned-after-offer';
}

export interface Picture {
  readonly draw: Draw;
  /** Which variants: 0 is the scenario as shipped, then its changes. */
  readonly of: readonly number[];
  readonly caption: string;
}

const figure = (
  id: string,
  stat: string,
  name: string,
  place: Pick<Figure, 'queue' | 'at'> = {},
): Figure => ({
  id,
  stat,
  name,
  ...place,
});

const offered = figure('Off', 'perDay', 'Calls offered a day');
const answered = figure('Ans', 'perDay', 'Answered a day');
const abandoned = figure('Ab', 'perDay', 'Abandoned a day');
const inTime = figure('K-01a', 'share', 'Service level');
const asa = figure('K-02', 'mean', 'Speed of answer (ASA)');
const abandonRate = figure('K-05', 'share', 'Abandon rate');
const occupancy = figure('K-09', 'share', 'Occupancy');
const promisesLost = figure('K-18', 'share', 'Callbacks lost');
const callbackDelay = figure('K-15', 'mean', 'Callback delay');

/** In the order of the library's first page: from the formulas to what goes wrong. */
export const LESSONS: readonly Lesson[] = [
  {
    name: 'single-queue',
    read: '--longest-wait',
    days: 12,
    figures: [abandonRate, figure('K-03', 'mean', 'Average wait of all'), inTime, occupancy],
    picture: {
      draw: waits,
      of: [0, 1],
      caption: 'How long callers wait. Those answered at once stand apart at the left.',
    },
  },
  {
    name: 'bank-1999',
    read: '--longest-wait',
    days: 60,
    figures: [offered, inTime, asa, abandonRate, occupancy],
    picture: {
      draw: ribbons,
      of: [0],
      caption: 'The wait through the day; below it calls by half hour, and agents.',
    },
  },
  {
    name: 'helpdesk',
    read: '--abandoned-after-offer',
    days: 12,
    figures: [
      abandonRate,
      inTime,
      figure('K-13', 'perDay', 'Callbacks connected a day'),
      callbackDelay,
      figure('K-10', 'dialling', "Agents' time spent dialling"),
    ],
    picture: {
      draw: waits,
      of: [0, 1],
      caption: 'How long callers wait, and when they hear the offer of a callback.',
    },
  },
  {
    name: 'callback-flood',
    read: '--lost-callbacks',
    days: 10,
    figures: [
      abandonRate,
      inTime,
      figure('CbAcc', 'perDay', 'Took a callback a day'),
      callbackDelay,
      figure('K-15', 'P90', 'Callback delay, 90% within'),
      figure('K-04', 'mean', 'Longest wait of a day'),
    ],
    picture: {
      draw: delays,
      of: [0, 1],
      caption: 'From pressing 1 to talking to an agent: callbacks a day by their delay.',
    },
  },
  {
    name: 'callback-retries',
    read: '--lost-callbacks',
    days: 40,
    figures: [
      promisesLost,
      figure('K-17', 'mean', 'Dials per customer reached'),
      figure('K-13', 'perDay', 'Customers reached a day'),
      abandonRate,
      callbackDelay,
      figure('K-20', 'share', "Agents' time lost in failed dials"),
    ],
    picture: {
      draw: funnels,
      of: [0, 1, 2],
      caption: 'What becomes of the promises of a day.',
    },
  },
  {
    name: 'average-wait-or-item-limit',
    read: '--longest-wait',
    days: 12,
    figures: [
      figure('K-31', 'out', 'Sent outside a day'),
      answered,
      abandoned,
      abandonRate,
      figure('K-05', 'share', 'Abandon rate, 10:00', { at: '10:00' }),
      occupancy,
    ],
    picture: {
      draw: ribbons,
      of: [0, 1],
      caption:
        'The wait through the day, and below it the calls that came into the queue: after the rush nearly none do.',
    },
  },
  {
    name: 'overflow-ping-pong',
    read: '--longest-wait',
    days: 14,
    figures: [
      figure('K-31', 'out', 'Moved a day'),
      asa,
      figure('K-04', 'mean', 'Longest wait of a day'),
      abandonRate,
      abandoned,
      figure('Ab', 'perDay', 'of these in service', { queue: 'service' }),
    ],
    picture: {
      draw: waits,
      of: [0, 1],
      caption:
        'How long callers wait, as a report by queue counts it: nobody longer than a minute, because then he is moved.',
    },
  },
  {
    name: 'redial-storm',
    read: '--longest-wait',
    days: 10,
    figures: [
      offered,
      figure('Off', 'perDay', 'Calls offered, 10:00', { at: '10:00' }),
      answered,
      abandonRate,
      inTime,
      asa,
    ],
    picture: {
      draw: ribbons,
      of: [0, 1],
      caption:
        'The wait through the day, much the same in both; below it the calls by half hour, which are not.',
    },
  },
  {
    name: 'cost-of-rona',
    read: '--rona',
    days: 12,
    figures: [
      inTime,
      asa,
      abandonRate,
      figure('K-24', 'share', 'Rings missed'),
      figure('K-10', 'inactive', "Agents' time inactive (RONA)"),
      figure('K-10', 'available', "Agents' time waiting for calls"),
    ],
    picture: {
      draw: times,
      of: [0, 1, 2, 3],
      caption: "What became of the agents' time.",
    },
  },
  {
    name: 'end-of-day-capacity',
    read: '--longest-wait',
    days: 40,
    figures: [
      abandonRate,
      figure('K-05', 'share', 'Abandon rate, 9:30', { at: '09:30' }),
      figure('K-05', 'share', 'Abandon rate, 17:30', { at: '17:30' }),
      figure('K-10', 'available', "Agents' time waiting for calls"),
      figure('K-10', 'unavailable', "Agents' time with the quota used up"),
    ],
    picture: {
      draw: levels,
      of: [0, 1],
      caption: 'Service level by half hour, with its interval; a diamond missed the target for certain.',
    },
  },
  {
    name: 'night-shift',
    read: '--longest-wait',
    days: 30,
    figures: [abandonRate, inTime, asa, occupancy],
    picture: {
      draw: levels,
      of: [0, 2],
      caption: 'Service level through the night, with its interval.',
    },
  },
];
