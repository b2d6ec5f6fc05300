/**
 * The sums at the end of section 22, per queue: every segment that entered has one end or still waits, every promise of a
 * callback is kept, lost, cancelled or open. What is still open is counted from the contacts themselves, not as the rest,
 * so a fact that was missed or told twice shows here. Likewise what a day counts twice, in cells and in bins or by where
 * it went, is the same number. A broken sum is a fault of ours and throws with its numbers.
 */
import { invariant } from '../kernel/invariant.ts';
import { termsOf } from './kpis.ts';
import {
  CONDITIONS,
  HEARD_CELLS,
  HISTOGRAMS,
  OFFER_CELLS,
  Q,
  QUEUE_CELLS,
  QUEUE_DAY_CELLS,
  type Layout,
} from './layout.ts';

/** Beside the cells: how many each histogram holds, the waits by interval, and moves by condition wherever they went. */
const NAMES: readonly string[] = [
  ...QUEUE_CELLS,
  ...QUEUE_DAY_CELLS,
  ...HISTOGRAMS.map((name) => `in/${name}`),
  'in/intervals',
  ...CONDITIONS.map((when) => `moved/${when}`),
];
const BINS_AT = NAMES.indexOf(`in/${HISTOGRAMS[0]}`);
const INTERVALS_AT = NAMES.indexOf('in/intervals');
const MOVED_AT = NAMES.indexOf(`moved/${CONDITIONS[0]}`);

interface Identity {
  readonly of: string;
  readonly terms: readonly string[];
  /** Of the left side 1, of the right side -1. */
  readonly cells: Int32Array;
  readonly signs: Float64Array;
  /** The left side may be less. */
  readonly isBound: boolean;
}

function identity(of: string, left: string, relation: '=' | '<=', right: string): Identity {
  const terms = [
    ...termsOf(left),
    ...termsOf(right).map(({ cell, sign }) => ({ cell, sign: -sign as 1 | -1 })),
  ];
  const cells = Int32Array.from(terms, ({ cell }) => NAMES.indexOf(cell));
  invariant(!cells.includes(-1), `"${left}" and "${right}" are made of cells of a queue`);
  return {
    of,
    terms: terms.map(({ cell }) => cell),
    cells,
    signs: Float64Array.from(terms, ({ sign }) => sign),
    isBound: relation === '<=',
  };
}

const ENDS =
  'answered + abandoned + optedIn + movedQueue + movedExternal + voicemail + overflowEnd + duplicate + forceClosed';
const LOSSES = 'exhausted + expired + invalidNumber + cancelledByAgent + servedInbound';

const IDENTITIES: readonly Identity[] = [
  identity('', 'carriedIn + offered', '=', `${ENDS} + stillWaiting`),
  identity('callbacks of ', 'callbacksCarriedIn + optedIn', '=', `connected + ${LOSSES} + callbacksOpen`),
  identity('bins of ', 'answered', '=', 'in/waitsAnswered'),
  identity('bins of ', 'answered', '=', 'in/stayAnswered'),
  identity('bins of ', 'abandoned', '=', 'in/waitsAbandoned'),
  identity('bins of ', 'abandoned', '=', 'in/stayAbandoned'),
  identity('bins of ', 'optedIn', '=', 'in/stayOptedIn'),
  identity('bins of ', 'connected', '=', 'in/delays'),
  identity('bins of ', 'connected', '=', 'in/delaySteps'),
  ...CONDITIONS.map((when) => identity('moves of ', `overflow/${when}/transferQueue`, '=', `moved/${when}`)),
  // Offers beyond the last cell are in the prompts alone.
  identity('offers of ', 'offeredCallback', '=', 'heardOffer/1'),
  identity('offers of ', HEARD_CELLS.join(' + '), '<=', 'offerPrompts'),
  identity('offers of ', OFFER_CELLS.join(' + '), '<=', 'optedIn'),
  identity('intervals of ', 'intervalsMet', '<=', 'intervalsCounted'),
];
const OF_INTERVALS = identity('waits by interval of ', 'answered + abandoned', '=', 'in/intervals');

/** Cells by slice that they name. */
const ASKED = [...new Set([...IDENTITIES, OF_INTERVALS].flatMap(({ cells }) => [...cells]))].filter(
  (cell) => cell < QUEUE_CELLS.length,
);

/** What a day has counted: the cells of its record, and how many there are in its bins. */
export interface DaySums {
  readonly cells: Float64Array;
  /** By queue and histogram. */
  readonly inBins: Float64Array;
  /** By row of waits: all slices of a queue, or of very many queues the slices of all together. */
  readonly waits: Int32Array;
}

export function assertSums(day: DaySums, layout: Layout, nameOf: (queue: number) => string): void {
  const { queues, slices, waitRows, edges, edgeAt } = layout;
  const isByQueue = waitRows === queues * slices;
  const moved = new Float64Array(queues * CONDITIONS.length);
  edges.forEach(({ queue, when }, edge) => {
    moved[queue * CONDITIONS.length + CONDITIONS.indexOf(when)]! += day.cells[edgeAt + edge]!;
  });
  const vector = new Float64Array(NAMES.length);
  let waited = 0;
  for (let queue = 0; queue < queues; queue++) {
    fill(vector, day, layout, queue);
    vector.set(moved.subarray(queue * CONDITIONS.length, (queue + 1) * CONDITIONS.length), MOVED_AT);
    for (const each of IDENTITIES) assert(each, vector, nameOf, queue);
    waited += vector[Q.answered]! + vector[Q.abandoned]!;
    if (!isByQueue) continue;
    vector[INTERVALS_AT] = sumOf(day.waits, queue * slices, slices);
    assert(OF_INTERVALS, vector, nameOf, queue);
  }
  const counted = isByQueue ? waited : sumOf(day.waits, 0, slices);
  invariant(counted === waited, `the waits by interval are those of all: ${counted} of ${waited}`);
}

/** What no identity asks for is left at 0. */
function fill(vector: Float64Array, { cells, inBins }: DaySums, layout: Layout, queue: number): void {
  const stride = QUEUE_CELLS.length;
  const first = layout.queueAt + queue * layout.slices * stride;
  const end = first + layout.slices * stride;
  for (const cell of ASKED) {
    let sum = 0;
    for (let at = first + cell; at < end; at += stride) sum += cells[at]!;
    vector[cell] = sum;
  }
  const day = layout.queueDayAt + queue * QUEUE_DAY_CELLS.length;
  for (let cell = 0; cell < QUEUE_DAY_CELLS.length; cell++) vector[stride + cell] = cells[day + cell]!;
  const bins = queue * HISTOGRAMS.length;
  for (let each = 0; each < HISTOGRAMS.length; each++) vector[BINS_AT + each] = inBins[bins + each]!;
}

function assert(
  { of, terms, cells, signs, isBound }: Identity,
  vector: Float64Array,
  nameOf: (queue: number) => string,
  queue: number,
): void {
  let rest = 0;
  for (let at = 0; at < cells.length; at++) rest += signs[at]! * vector[cells[at]!]!;
  if (rest === 0 || (isBound && rest < 0)) return;
  const listed = terms.map((name, at) => `${name} ${vector[cells[at]!]}`).join(', ');
  invariant(false, `the sums of section 22 add up for ${of}${nameOf(queue)}: ${listed}`);
}

function sumOf(numbers: Int32Array, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += numbers[at]!;
  return sum;
}
