/**
 * The ends of a day's stays in queues, noted one after the other and sorted into bins when the day is over. A bin is somewhere in
 * megabytes that the engine has long pushed out of the cache; to look for five of them in the midst of each call cost a tenth
 * of a day in a centre of 80 queues, and next to nothing in one go.
 */
import type { Millis } from '../kernel/time.ts';
import type { Layout } from './layout.ts';

/** `atOnce`: by an agent whose phone rang in the instant he entered, and who took that ring. */
export const STAY_ENDS = { atOnce: 0, answered: 1, abandoned: 2, optedIn: 3 } as const;
export type StayEnd = keyof typeof STAY_ENDS;

/** 24 days: longer than anybody waits, and what an Int32Array holds. */
const LONGEST: Millis = 2 ** 31 - 1;

export class Stays {
  length = 0;
  queues = new Int32Array(4096);
  /** Of waits by interval: queue and slice of the entry, or of very many queues the slice alone. */
  rows = new Int32Array(4096);
  waits = new Int32Array(4096);
  ends = new Uint8Array(4096);

  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** @param place queue and slice of the entry, `queue * slices + slice` */
  add(queue: number, place: number, wait: Millis, end: StayEnd): void {
    const { waitRows, slices } = this.#layout;
    const at = this.length++;
    if (at === this.rows.length) this.#grow();
    this.queues[at] = queue;
    this.rows[at] = place < waitRows ? place : place % slices;
    this.waits[at] = wait < LONGEST ? wait : LONGEST;
    this.ends[at] = STAY_ENDS[end];
  }

  /**
   * The stays by row, as indices: queue by queue, so that the bins of one are done before those of the next. A counting sort; stays
   * of one row keep their order.
   */
  sorted(): Int32Array {
    const { rows, length } = this;
    const next = new Int32Array(this.#layout.waitRows + 1);
    for (let at = 0; at < length; at++) next[rows[at]! + 1]! += 1;
    for (let row = 0; row + 1 < next.length; row++) next[row + 1]! += next[row]!;
    const order = new Int32Array(length);
    for (let at = 0; at < length; at++) {
      const row = rows[at]!;
      order[next[row]!] = at;
      next[row]! += 1;
    }
    return order;
  }

  #grow(): void {
    const length = 2 * this.rows.length;
    const { queues, rows, waits, ends } = this;
    (this.queues = new Int32Array(length)).set(queues);
    (this.rows = new Int32Array(length)).set(rows);
    (this.waits = new Int32Array(length)).set(waits);
    (this.ends = new Uint8Array(length)).set(ends);
  }
}
