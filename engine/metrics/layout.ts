/**
 * What a day's record holds and where: one Float64Array of whole numbers (counts, sums of milliseconds), so that it can be
 * handed from a worker to the master and added up exactly. The cells by name are the vocabulary in which kpis.ts writes its
 * formulas; their order is the order in memory. The layout follows from the setup alone and measures nothing.
 *
 *     header   kind of day, length of the dense part
 *     queues   [queue][slice][QUEUE_CELLS]      slice = interval in which the segment entered its queue
 *     byDay    [queue][QUEUE_DAY_CELLS]
 *     groups   [group][slice][GROUP_CELLS]      slice = interval in which the time passed
 *     centre   [slice][CENTRE_CELLS]            slice = interval of the arrival
 *     sparse   for each queue its histograms: how many bins are filled, then bin and count of each
 *
 * Slices are the reporting intervals on one clock grid for all kinds of day; the last slice is what lies outside the grid:
 * early shifts, and what is served after closing.
 */
import type { OverflowCondition, Setup } from '../config/setup.ts';
import type { Millis } from '../kernel/time.ts';
import type { CloseReason } from '../routing/protocol.ts';
import { BINS, COUNT_BINS } from './bins.ts';

/** By queue and slice. `longestWait` is a maximum; `waitingArea` and `callbackArea` are contacts x milliseconds. */
export const QUEUE_CELLS = [
  'offered',
  'answered',
  'answeredInTime',
  'abandoned',
  'abandonedInTime',
  'abandonedShort',
  'optedIn',
  'optedInInTime',
  'joinedInTime',
  'movedQueue',
  'movedExternal',
  'voicemail',
  'overflowEnd',
  'duplicate',
  'forceClosed',
  'waitAnswered',
  'waitAbandoned',
  'waited',
  'longestWait',
  'waitingArea',
  'callbackArea',
  'reached',
  'overflowedIn',
  'overflowedOut',
  'refusedFull',
  'offeredCallback',
  'offerPrompts',
  'rings',
  'missed',
  'declined',
  'deviceErrors',
  'handled',
  'talk',
  'wrapUp',
  'agentDial',
  'dials',
  'initiated',
  'connected',
  'connectedFirst',
  'delay',
  'toFirstDial',
  'customerRing',
  'answerToJoin',
] as const;

/** K-31: condition x action. `stays`: a move that could not be made (OV-25). */
export const CONDITIONS = [
  'outOfHours',
  'workItemLimit',
  'averageWait',
  'waitExceeds',
] as const satisfies readonly OverflowCondition[];
export const ACTIONS = [
  'assignAnyway',
  'directCallback',
  'endCall',
  'transferQueue',
  'transferExternal',
  'voicemail',
  'stays',
] as const;

/** K-06: ends that are neither an answer nor an abandonment in queue. Opt-ins are a cell of their own, and who hangs up in the
 *  greeting has met no queue. */
export const NOT_ABANDONS = [
  'abandoned-in-message',
  'queue-without-agents',
  'overflow-end',
  'external-ended',
  'voicemail',
  'voicemail-failed',
  'duplicate-callback',
  'lost-at-connect',
] as const satisfies readonly CloseReason[];

/** At which offer a caller opted in; beyond the last of them it counts in `optedIn` alone. */
export const OFFER_CELLS = [
  'acceptedAtOffer/1',
  'acceptedAtOffer/2',
  'acceptedAtOffer/3',
  'acceptedAtOffer/4',
  'acceptedAtOffer/5',
  'acceptedAtOffer/6',
  'acceptedAtOffer/7',
  'acceptedAtOffer/8',
] as const;

export type OverflowCell = `overflow/${(typeof CONDITIONS)[number]}/${(typeof ACTIONS)[number]}`;
const OVERFLOW_CELLS: readonly OverflowCell[] = CONDITIONS.flatMap((when) =>
  ACTIONS.map((action) => `overflow/${when}/${action}` as const),
);

/** By queue, over the whole day. */
export const QUEUE_DAY_CELLS = [
  'carriedIn',
  'stillWaiting',
  'callbacksCarriedIn',
  'callbacksOpen',
  'exhausted',
  'expired',
  'invalidNumber',
  'cancelledByAgent',
  'servedInbound',
  'told',
  'promiseError',
  'positions',
  'positionError',
  'entries',
  'entriesWithEstimate',
  'estimates',
  'estimateError',
  'estimateErrorSize',
  'estimatesClose',
  'estimatesCovering',
  'estimatesJudged',
  ...OFFER_CELLS,
  ...NOT_ABANDONS.map((reason) => `closed/${reason}` as const),
  ...OVERFLOW_CELLS,
] as const;

/** By group and slice: milliseconds by activity, milliseconds in failed dials, rings. */
export const GROUP_CELLS = [
  'available',
  'unavailable',
  'inactive',
  'ringing',
  'dialling',
  'talking',
  'wrappingUp',
  'wastedDial',
  'agentRings',
  'agentMissed',
  'agentDeclined',
  'agentDeviceErrors',
] as const;

/** By slice, for the centre as a whole. `contacts`: those that entered a queue at all. */
export const CENTRE_CELLS = [
  'arrived',
  'capacityExceeded',
  'abandonedBeforeQueue',
  'elapsed',
  'contacts',
  'contactsAbandoned',
] as const;

export type QueueCell = (typeof QUEUE_CELLS)[number];
export type QueueDayCell = (typeof QUEUE_DAY_CELLS)[number];
export type GroupCell = (typeof GROUP_CELLS)[number];
export type CentreCell = (typeof CENTRE_CELLS)[number];

function numbered<const Name extends string>(names: readonly Name[]): { readonly [N in Name]: number } {
  return Object.fromEntries(names.map((name, index) => [name, index])) as { readonly [N in Name]: number };
}

export const Q = numbered(QUEUE_CELLS);
export const QD = numbered(QUEUE_DAY_CELLS);
export const G = numbered(GROUP_CELLS);
export const C = numbered(CENTRE_CELLS);

/** Histograms of each queue, in the order of the record. */
export const HISTOGRAMS = ['waitsAnswered', 'waitsAbandoned', 'delays', 'positionErrors'] as const;
export type HistogramName = (typeof HISTOGRAMS)[number];
export const H = numbered(HISTOGRAMS);
export const HISTOGRAM_BINS: Readonly<Record<HistogramName, number>> = {
  waitsAnswered: BINS,
  waitsAbandoned: BINS,
  delays: BINS,
  positionErrors: COUNT_BINS,
};

/** Where each histogram begins among those of its queue, and their length together. */
export const HISTOGRAM_OFFSET: readonly number[] = HISTOGRAMS.map((_, at) =>
  HISTOGRAMS.slice(0, at).reduce((sum, name) => sum + HISTOGRAM_BINS[name], 0),
);
export const HISTOGRAM_LENGTH = HISTOGRAMS.reduce((sum, name) => sum + HISTOGRAM_BINS[name], 0);

/** Histograms of all queues in one array: the first bin of the `at`-th, counted queue by queue. */
export function histogramAt(at: number): number {
  const queue = Math.floor(at / HISTOGRAMS.length);
  return queue * HISTOGRAM_LENGTH + HISTOGRAM_OFFSET[at - queue * HISTOGRAMS.length]!;
}

export const HEADER = { kind: 0, denseLength: 1, length: 2 } as const;

export interface Layout {
  readonly queues: number;
  readonly groups: number;
  readonly kinds: number;
  /** Reporting intervals of the grid; `slices` is one more. */
  readonly intervals: number;
  readonly slices: number;
  readonly interval: Millis;
  /** Local clock at which the grid begins: the earliest start of any kind of day. */
  readonly gridFrom: Millis;
  readonly queueAt: number;
  readonly queueDayAt: number;
  readonly groupAt: number;
  readonly centreAt: number;
  readonly denseLength: number;
}

export function layoutOf(setup: Setup): Layout {
  const { kinds, interval } = setup.world;
  const gridFrom = Math.min(...kinds.map((kind) => kind.from));
  const gridTo = Math.max(...kinds.map((kind) => kind.to));
  const intervals = Math.max(1, Math.ceil((gridTo - gridFrom) / interval));
  const slices = intervals + 1;
  const queues = setup.routing.queues.length;
  const groups = setup.world.groups.length;
  const queueAt = HEADER.length;
  const queueDayAt = queueAt + queues * slices * QUEUE_CELLS.length;
  const groupAt = queueDayAt + queues * QUEUE_DAY_CELLS.length;
  const centreAt = groupAt + groups * slices * GROUP_CELLS.length;
  const denseLength = centreAt + slices * CENTRE_CELLS.length;
  return {
    queues,
    groups,
    kinds: kinds.length,
    intervals,
    slices,
    interval,
    gridFrom,
    queueAt,
    queueDayAt,
    groupAt,
    centreAt,
    denseLength,
  };
}
