/**
 * The sums at the end of section 22, per queue: every segment that entered has one end or still waits, every promise of a
 * callback is kept, lost, cancelled or open. What is still open is counted from the contacts themselves, not as the rest,
 * so a fact that was missed or told twice shows here. A broken sum is a fault of ours and throws with its numbers.
 */
import { invariant } from '../kernel/invariant.ts';
import {
  Q,
  QD,
  QUEUE_CELLS,
  QUEUE_DAY_CELLS,
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

export function assertSums(record: Float64Array, layout: Layout, nameOf: (queue: number) => string): void {
  for (let queue = 0; queue < layout.queues; queue++) {
    const total = (cell: QueueCell): number => sumOf(record, layout, queue, Q[cell]);
    const ofDay = (cell: QueueDayCell): number =>
      record[layout.queueDayAt + queue * QUEUE_DAY_CELLS.length + QD[cell]]!;
    const entered = ofDay('carriedIn') + total('offered');
    let ended = ofDay('stillWaiting');
    for (const end of ENDS) ended += total(end);
    if (entered !== ended)
      broken(nameOf(queue), [
        ['carried in', ofDay('carriedIn')],
        ['offered', total('offered')],
        ...ENDS.map((end) => [end, total(end)] as const),
        ['still waiting', ofDay('stillWaiting')],
      ]);
    const promised = ofDay('callbacksCarriedIn') + total('optedIn');
    let settled = total('connected') + ofDay('callbacksOpen');
    for (const end of CALLBACK_ENDS) settled += ofDay(end);
    if (promised !== settled)
      broken(`callbacks of ${nameOf(queue)}`, [
        ['carried in', ofDay('callbacksCarriedIn')],
        ['opted in', total('optedIn')],
        ['connected', total('connected')],
        ...CALLBACK_ENDS.map((end) => [end, ofDay(end)] as const),
        ['still open', ofDay('callbacksOpen')],
      ]);
  }
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
