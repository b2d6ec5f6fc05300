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
 *     moves    [edge]                           overflow from queue to queue, as the setup allows it
 *     sparse   for each queue its histograms: how many bins are filled, then bin and count of each
 *     waits    [queue][slice] or, of very many queues, [slice]: how many bins are filled, then bin and count of each in one number
 *
 * Slices are the reporting intervals on one clock grid for all kinds of day; the last slice is what lies outside the grid:
 * early shifts, and what is served after closing.
 */
import type { OverflowCondition, OverflowSetup, Setup } from '../config/setup.ts';
import type { Millis } from '../kernel/time.ts';
import type { CloseReason } from '../routing/protocol.ts';
import { BINS, COUNT_BINS, STEP_BINS } from './bins.ts';

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

/** Who heard an offer of that number; beyond the last of them it counts in `offerPrompts` alone. */
export const HEARD_CELLS = [
  'heardOffer/1',
  'heardOffer/2',
  'heardOffer/3',
  'heardOffer/4',
  'heardOffer/5',
  'heardOffer/6',
  'heardOffer/7',
  'heardOffer/8',
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
  'intervalsMet',
  'intervalsCounted',
  ...OFFER_CELLS,
  ...HEARD_CELLS,
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

/**
 * By slice, for the centre as a whole. `contacts`: those that entered a queue at all. `together...`: 1 when all queues taken as
 * one have a service level in that interval, and when it reaches the target they share.
 */
export const CENTRE_CELLS = [
  'arrived',
  'capacityExceeded',
  'abandonedBeforeQueue',
  'elapsed',
  'contacts',
  'contactsAbandoned',
  'togetherMet',
  'togetherCounted',
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
export const HISTOGRAMS = [
  'waitsAnswered',
  'waitsAbandoned',
  'delays',
  'positionErrors',
  'stayAnswered',
  'stayAbandoned',
  'stayOptedIn',
  'delaySteps',
] as const;
export type HistogramName = (typeof HISTOGRAMS)[number];
export const H = numbered(HISTOGRAMS);
export const HISTOGRAM_BINS: Readonly<Record<HistogramName, number>> = {
  waitsAnswered: BINS,
  waitsAbandoned: BINS,
  delays: BINS,
  positionErrors: COUNT_BINS,
  stayAnswered: STEP_BINS,
  stayAbandoned: STEP_BINS,
  stayOptedIn: STEP_BINS,
  delaySteps: STEP_BINS,
};

/** Histograms in even steps, for pictures: means per day are all that is asked of them. */
export const TALLIES = [
  'stayAnswered',
  'stayAbandoned',
  'stayOptedIn',
  'delaySteps',
] as const satisfies readonly HistogramName[];
export type TallyName = (typeof TALLIES)[number];

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
  readonly edgeAt: number;
  readonly denseLength: number;
  readonly edges: readonly OverflowEdge[];
  /** Rows of waits by interval: of each queue its slices, or of all together only. */
  readonly waitRows: number;
}

/** An overflow from queue to queue that the setup allows. */
export interface OverflowEdge {
  readonly queue: number;
  readonly when: OverflowCondition;
  readonly to: number;
}

/** Each once: of the queues' own lists, of the lists that rules put in their place (OV-10), and of `waitExceeds`. */
function edgesOf({ routing }: Setup): OverflowEdge[] {
  const { queues, entries } = routing;
  const edges: OverflowEdge[] = [];
  const note = (queue: number, { when, action }: OverflowSetup): void => {
    if (action.do !== 'transferQueue') return;
    const to = action.queue;
    if (!edges.some((edge) => edge.queue === queue && edge.when === when && edge.to === to))
      edges.push({ queue, when, to });
  };
  queues.forEach(({ overflow, waitExceeds }, queue) => {
    for (const each of overflow) note(queue, each);
    if (waitExceeds) note(queue, waitExceeds);
  });
  for (const { targets, overflow } of entries.flatMap(({ rules }) => rules))
    for (const each of overflow ?? []) for (const { queue } of targets) note(queue, each);
  return edges.toSorted((a, b) => a.queue - b.queue);
}

/**
 * Queues (or groups) times intervals up to which single ones are told by interval: 80 queues by half hour. 500 queues would
 * make a report of 75 MB that nobody reads, and cost the master as much as the simulation costs a worker.
 */
const PLACE_INTERVALS_MAX = 4000;

export function tellsIntervals(places: number, intervals: number): boolean {
  return places * intervals <= PLACE_INTERVALS_MAX;
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
  const edges = edgesOf(setup);
  const edgeAt = centreAt + slices * CENTRE_CELLS.length;
  const denseLength = edgeAt + edges.length;
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
    edgeAt,
    denseLength,
    edges,
    waitRows: tellsIntervals(queues, intervals) ? queues * slices : slices,
  };
}
