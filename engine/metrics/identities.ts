/**
 * The sums at the end of section 22, per queue: every segment that entered has one end or still waits, every promise of a
 * callback is kept, lost, cancelled or open; and those of the same facts counted twice, in cells and in bins. What is still open is counted from the contacts themselves, not as the rest,
 * so a fact that was missed or told twice shows here. A broken sum is a fault of ours and throws with its numbers.
 */
import { invariant } from '../kernel/invariant.ts';
import type { IntervalCounts } from './interval-waits.ts';
import {
  CONDITIONS,
  H,
  HEARD_CELLS,
  histogramAt,
  HISTOGRAMS,
  OFFER_CELLS,
  Q,
  QD,
  QUEUE_CELLS,
  QUEUE_DAY_CELLS,
  type HistogramName,
  type Layout,
  type QueueCell,
  type QueueDayCell,
} from './layout.ts';

const ENDS: readonly QueueCell[] = [
  'answered',
  'abandoned',
  'optedIn',
  'movedQueue',
  'movedExternal',
  'voicemail',
  'overflowEnd',
  'duplicate',
  'forceClosed',
];
const CALLBACK_ENDS: readonly QueueDayCell[] = [
  'exhausted',
  'expired',
  'invalidNumber',
  'cancelledByAgent',
  'servedInbound',
];

/** What a collector holds at the end of a day; `bins` and `highest` as in `histogramAt`. */
export interface DaySums {
  readonly cells: Float64Array;
  readonly bins: Float64Array;
  readonly highest: Int32Array;
  readonly waits: IntervalCounts;
}

/** Of one queue: its cells added up over the day. */
interface QueueSums {
  readonly name: string;
  readonly total: (cell: QueueCell) => number;
  readonly ofDay: (cell: QueueDayCell) => number;
  readonly counted: (histogram: HistogramName) => number;
}

export function assertSums(day: DaySums, layout: Layout, nameOf: (queue: number) => string): void {
  const isByQueue = layout.waitRows === layout.queues * layout.slices;
  let ended = 0;
  for (let queue = 0; queue < layout.queues; queue++) {
    const sums: QueueSums = {
      name: nameOf(queue),
      total: (cell) => sumOf(day.cells, layout, queue, Q[cell]),
      ofDay: (cell) => day.cells[layout.queueDayAt + queue * QUEUE_DAY_CELLS.length + QD[cell]]!,
      counted: (histogram) => countedIn(day, queue * HISTOGRAMS.length + H[histogram]),
    };
    assertSegments(sums);
    assertPromises(sums);
    assertBins(sums);
    assertOffers(sums);
    assertMoves(sums, day.cells, layout, queue);
    const waited = sums.total('answered') + sums.total('abandoned');
    ended += waited;
    if (isByQueue)
      same(`waits by interval of ${sums.name}`, waited, [
        ['counted', day.waits.total(queue * layout.slices, (queue + 1) * layout.slices)],
      ]);
  }
  if (!isByQueue) same('waits by interval', ended, [['counted', day.waits.total(0, layout.slices)]]);
}

function assertSegments({ name, total, ofDay }: QueueSums): void {
  const entered = ofDay('carriedIn') + total('offered');
  let ended = ofDay('stillWaiting');
  for (const end of ENDS) ended += total(end);
  if (entered !== ended)
    broken(name, [
      ['carried in', ofDay('carriedIn')],
      ['offered', total('offered')],
      ...ENDS.map((end) => [end, total(end)] as const),
      ['still waiting', ofDay('stillWaiting')],
    ]);
}

function assertPromises({ name, total, ofDay }: QueueSums): void {
  const promised = ofDay('callbacksCarriedIn') + total('optedIn');
  let settled = total('connected') + ofDay('callbacksOpen');
  for (const end of CALLBACK_ENDS) settled += ofDay(end);
  if (promised !== settled)
    broken(`callbacks of ${name}`, [
      ['carried in', ofDay('callbacksCarriedIn')],
      ['opted in', total('optedIn')],
      ['connected', total('connected')],
      ...CALLBACK_ENDS.map((end) => [end, ofDay(end)] as const),
      ['still open', ofDay('callbacksOpen')],
    ]);
}

/** Every end of a segment, and every join, is counted in bins as well. */
const BINNED: readonly (readonly [QueueCell, readonly HistogramName[]])[] = [
  ['answered', ['waitsAnswered', 'stayAnswered']],
  ['abandoned', ['waitsAbandoned', 'stayAbandoned']],
  ['optedIn', ['stayOptedIn']],
  ['connected', ['delays', 'delaySteps']],
];

function assertBins({ name, total, counted }: QueueSums): void {
  for (const [cell, histograms] of BINNED)
    for (const histogram of histograms)
      same(`${cell} of ${name}`, total(cell), [[histogram, counted(histogram)]]);
}

/** Offers beyond the last cell are in the prompts alone. A digit counts from the first offer on (CB-04). */
function assertOffers({ name, total, ofDay }: QueueSums): void {
  same(`first offers of ${name}`, total('offeredCallback'), [['heard', ofDay('heardOffer/1')]]);
  let heard = 0;
  for (const cell of HEARD_CELLS) heard += ofDay(cell);
  let accepted = 0;
  for (const cell of OFFER_CELLS) accepted += ofDay(cell);
  const isPossible = heard <= total('offerPrompts') && accepted <= total('optedIn');
  if (!isPossible || ofDay('intervalsMet') > ofDay('intervalsCounted'))
    broken(`offers and intervals of ${name}`, [
      ['heard', heard],
      ['prompts', total('offerPrompts')],
      ['accepted', accepted],
      ['opted in', total('optedIn')],
      ['intervals met', ofDay('intervalsMet')],
      ['intervals counted', ofDay('intervalsCounted')],
    ]);
}

/** K-31 by the queue it went to is K-31. */
function assertMoves({ name, ofDay }: QueueSums, cells: Float64Array, layout: Layout, queue: number): void {
  for (const when of CONDITIONS) {
    let moved = 0;
    for (let edge = 0; edge < layout.edges.length; edge++) {
      const each = layout.edges[edge]!;
      if (each.queue === queue && each.when === when) moved += cells[layout.edgeAt + edge]!;
    }
    same(`${when} of ${name}`, ofDay(`overflow/${when}/transferQueue`), [['by queue it went to', moved]]);
  }
}

function countedIn({ bins, highest }: DaySums, at: number): number {
  const base = histogramAt(at);
  let sum = 0;
  for (let bin = 0; bin <= highest[at]!; bin++) sum += bins[base + bin]!;
  return sum;
}

function same(what: string, wanted: number, others: readonly (readonly [string, number])[]): void {
  if (others.some(([, count]) => count !== wanted)) broken(what, [['cells', wanted], ...others]);
}

function sumOf(record: Float64Array, layout: Layout, queue: number, cell: number): number {
  const first = layout.queueAt + queue * layout.slices * QUEUE_CELLS.length + cell;
  let sum = 0;
  for (let slice = 0; slice < layout.slices; slice++) sum += record[first + slice * QUEUE_CELLS.length]!;
  return sum;
}

function broken(what: string, numbers: readonly (readonly [string, number])[]): void {
  const listed = numbers.map(([name, count]) => `${name} ${count}`).join(', ');
  invariant(false, `the sums of section 22 add up for ${what}: ${listed}`);
}
