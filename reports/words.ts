/**
 * The words of the terminal report, all in one place: another language is another table of this shape. Numbers are not words
 * (format.ts), nor are the names a scenario gives.
 */
import type { ComparisonRow } from './compare.ts';
import type { Verdict } from './schema.ts';

/** The languages there are. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Words {
  /** Of its numbers. */
  readonly locale: string;
  /** The number as it is written, and as it is counted. */
  readonly days: (written: string, count: number) => string;
  readonly seed: string;
  readonly interrupted: (asked: string) => string;
  readonly blocks: (written: string, days: number) => string;
  readonly mirrored: string;
  /** What the controls are, and by how much they cut the variance of the wait of all. */
  readonly controlled: (gain: string | null) => string;
  /** A pilot chose it. */
  readonly warmUp: (length: string) => string;
  readonly serviceLevel: string;
  readonly within: (share: string | null, seconds: string) => string;
  readonly target: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly all: string;
  readonly queues: string;
  readonly moreQueues: (count: string) => string;
  readonly kpi: Readonly<Record<string, string>>;
  readonly kinds: string;
  readonly kind: string;
  readonly callbacks: string;
  readonly funnel: Readonly<
    Record<
      'callers' | 'heardOffer' | 'optedIn' | 'initiated' | 'connected' | 'lost' | 'otherwise' | 'open',
      string
    >
  >;
  readonly of: Readonly<Record<'heardOffer' | 'optedIn' | 'initiated' | 'connected' | 'lost', string>>;
  readonly delay: string;
  readonly halfWithin: string;
  readonly mostWithin: string;
  readonly agents: string;
  readonly activity: Readonly<
    Record<
      'available' | 'ringing' | 'dialling' | 'talking' | 'wrappingUp' | 'inactive' | 'unavailable',
      string
    >
  >;
  readonly hoursPerDay: string;
  /** What the planned staff costs. `groups`: each by name, where there are several. */
  readonly cost: (perDay: string, groups: string) => string;
  readonly occupancy: string;
  readonly dayHeadings: Readonly<Record<string, string>>;
  readonly overflow: string;
  readonly perDay: string;
  readonly ofArrivals: string;
  readonly condition: Readonly<Record<string, string>>;
  readonly action: Readonly<Record<string, string>>;
  readonly throughTheDay: string;
  readonly moreIntervals: (count: string) => string;
  readonly waits: string;
  readonly longest: (wait: string) => string;
  readonly expected: string;
  readonly between: (low: string, high: string) => string;
  readonly lookOut: string;
  readonly again: string;
  readonly speed: (calls: string, seconds: string) => string;
  readonly intervals: string;
  readonly pairedDays: (written: string, count: number) => string;
  readonly baseline: string;
  readonly candidate: string;
  readonly difference: string;
  readonly change: Readonly<Record<ComparisonRow['verdict'], string>>;
  readonly pairedIntervals: string;
}

export const english: Words = {
  locale: 'en-GB',
  days: (written, count) => (count === 1 ? '1 day' : `${written} days`),
  seed: 'seed',
  interrupted: (asked) => `interrupted, ${asked} were asked`,
  blocks: (written, days) => `one long run in blocks of ${days === 1 ? 'a day' : `${written} days`}`,
  mirrored: 'pairs of mirrored days',
  controlled: (gain) =>
    `adjusted by arrivals and offered load${gain === null ? '' : ` (variance of the wait ÷ ${gain})`}`,
  warmUp: (length) => `${length} of warm-up left out (MSER-5)`,
  serviceLevel: 'Service level',
  within: (share, seconds) => (share === null ? `within ${seconds}` : `${share} within ${seconds}`),
  target: 'target',
  verdict: {
    met: 'met',
    missed: 'missed',
    unsure: 'too close to call',
    noValue: 'nothing to measure',
  },
  all: 'all',
  queues: 'Queues',
  moreQueues: (count) => `and ${count} more queues: see --json`,
  kpi: {
    Off: 'Offered a day',
    Ans: 'Answered a day',
    Ab: 'Abandoned a day',
    CbAcc: 'Took a callback a day',
    otherwise: 'Moved or other a day',
    'K-01': 'Service level',
    'K-02': 'Speed of answer (ASA)',
    'K-02.P50': '  half within',
    'K-02.P80': '  80% within',
    'K-02.P95': '  95% within',
    'K-03': 'Average wait of all',
    'K-04': 'Longest wait of a day',
    'K-05': 'Abandon rate',
    'K-05.raw': '  with short ones',
    'K-07': 'Time to abandon',
    'K-08': 'Handle time',
    'K-23.bias': 'Estimate minus wait',
    'K-24': 'Rings missed (RONA)',
    'K-31': 'Overflowed out',
    'K-32': 'Waiting on average',
    'K-34.queue-full': 'Refused, queue full',
    'K-09': 'Occupancy',
    'K-11': 'Callback offered',
    'K-11.acceptance': 'Callback accepted',
    'K-13': 'Callback completed',
    'K-15': 'Callback delay',
    'K-20': 'Agent time wasted',
  },
  kinds: 'Kinds of day',
  kind: 'kind',
  callbacks: 'Callbacks a day',
  funnel: {
    callers: 'Callers',
    heardOffer: 'heard an offer',
    optedIn: 'opted in',
    initiated: 'dialled',
    connected: 'connected',
    lost: 'lost',
    otherwise: 'ended otherwise',
    open: 'still open',
  },
  of: {
    heardOffer: 'of the callers',
    optedIn: 'of those offered',
    initiated: 'of those opted in',
    connected: 'of those settled',
    lost: 'of those opted in',
  },
  delay: 'Delay from opt-in',
  halfWithin: 'half within',
  mostWithin: '90% within',
  agents: "Agents' time, % of signed-in",
  activity: {
    available: 'waits',
    ringing: 'rings',
    dialling: 'dials',
    talking: 'talks',
    wrappingUp: 'wraps',
    inactive: 'RONA',
    unavailable: 'away',
  },
  hoursPerDay: 'h/day',
  cost: (perDay, groups) => `Planned staff costs ${perDay} a day${groups === '' ? '' : `: ${groups}`}.`,
  occupancy: 'occupancy',
  dayHeadings: {
    Off: 'offered',
    'K-01': 'service level',
    'K-02': 'ASA',
    'K-05': 'abandoned',
    'K-09': 'occupancy',
  },
  overflow: 'Overflow',
  perDay: 'a day',
  ofArrivals: 'of arrivals',
  condition: {
    outOfHours: 'out of hours',
    workItemLimit: 'item limit',
    averageWait: 'average wait',
    waitExceeds: 'waited too long',
  },
  action: {
    assignAnyway: 'queued anyway',
    // What was heard of it is in the funnel: callers may leave, or be answered, before the offer.
    directCallback: 'callback allowed',
    endCall: 'call ended',
    transferQueue: 'to another queue',
    transferExternal: 'to a number outside',
    voicemail: 'voicemail',
    stays: 'had to stay',
  },
  throughTheDay: 'Through the day',
  moreIntervals: (count) => `${count} intervals, too many for a page: see --json`,
  waits: 'Waited no longer than',
  longest: (wait) => `longest ${wait}`,
  expected: 'Expected',
  between: (low, high) => `${low} to ${high}`,
  lookOut: 'Look out',
  again: 'Again:',
  speed: (calls, seconds) => `${calls} calls a second, ${seconds}`,
  intervals: '± is half a 95% interval over the days; −1 +3 both sides.',
  pairedDays: (written, count) =>
    count === 1 ? '1 day of each' : `${written} days of each, on the same luck`,
  baseline: 'baseline',
  candidate: 'candidate',
  difference: 'difference',
  change: {
    better: 'better',
    worse: 'worse',
    higher: 'higher',
    lower: 'lower',
    unclear: 'unclear',
    same: 'the same',
  },
  pairedIntervals: '± is half a 95% interval of the difference; shares differ by % points.',
};
