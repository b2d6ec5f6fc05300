/**
 * Waits by interval of entry, for the quantiles through the day: in coarse bins, packed into the record of a day, unpacked and
 * summed over the days. Of very many queues only all together are kept (`tellsIntervals`). What is outside the grid has a row
 * too, so that the sums can be checked; nobody asks for it.
 *
 * In the record each row is the number of its entries, then those: bin and count in one number, count x 128 + bin, which is half
 * the length of two.
 */
import type { RatioSums } from './confidence.ts';
import { COARSE_BINS, coarseBinOf } from './bins.ts';
import type { Layout } from './layout.ts';
import { CumulatedSums } from './samples.ts';
import { STAY_ENDS, type Stays } from './stays.ts';

const PACK = 128;

/** The part of a day's record that is waits by interval. */
export class PackedWaits {
  /** How many waits each row holds. */
  readonly totals: Int32Array;
  #packed = new Int32Array(8192);
  #length = 0;
  readonly #counts = new Int32Array(COARSE_BINS);

  constructor(layout: Layout) {
    this.totals = new Int32Array(layout.waitRows);
  }

  /** @param order of the stays by row */
  pack({ waits, ends, rows }: Stays, order: Int32Array): void {
    const { totals } = this;
    if (this.#packed.length < totals.length + order.length)
      this.#packed = new Int32Array(2 * (totals.length + order.length));
    this.#length = 0;
    for (let row = 0, next = 0; row < totals.length; row++) {
      const from = next;
      let total = 0;
      for (; next < order.length && rows[order[next]!]! === row; next++) {
        const at = order[next]!;
        if (ends[at] === STAY_ENDS.optedIn) continue;
        this.#counts[coarseBinOf(waits[at]!)]! += 1;
        total += 1;
      }
      totals[row] = total;
      this.#packRow(total === 0 ? from : next, from, waits, order);
    }
  }

  /** The bins of these stays, each once. */
  #packRow(to: number, from: number, waits: Int32Array, order: Int32Array): void {
    const countAt = this.#length++;
    for (let each = from; each < to; each++) {
      const bin = coarseBinOf(waits[order[each]!]!);
      const count = this.#counts[bin]!;
      if (count === 0) continue;
      this.#packed[this.#length++] = count * PACK + bin;
      this.#counts[bin] = 0;
    }
    this.#packed[countAt] = this.#length - countAt - 1;
  }

  get packed(): Int32Array {
    return this.#packed.subarray(0, this.#length);
  }
}

/** Counts of a day, or of a block of days, unpacked. */
export class IntervalCounts {
  readonly layout: Layout;
  /** [row][bin] */
  readonly counts: Int32Array;
  /** The highest filled bin of each row, -1 when empty. */
  readonly highest: Int16Array;
  /** How many each row holds. */
  readonly totals: Int32Array;
  constructor(layout: Layout) {
    this.layout = layout;
    this.counts = new Int32Array(layout.waitRows * COARSE_BINS);
    this.highest = new Int16Array(layout.waitRows).fill(-1);
    this.totals = new Int32Array(layout.waitRows);
  }

  clear(): void {
    for (let row = 0; row < this.highest.length; row++) {
      const base = row * COARSE_BINS;
      this.counts.fill(0, base, base + this.highest[row]! + 1);
    }
    this.highest.fill(-1);
    this.totals.fill(0);
  }

  /** Adds what is packed in a record from there on. */
  add(record: Float64Array, from: number): void {
    let next = from;
    for (let row = 0; row < this.highest.length; row++) {
      const filled = record[next++]!;
      for (let each = 0; each < filled; each++) {
        const packed = record[next++]!;
        const bin = packed & (PACK - 1);
        const count = (packed - bin) / PACK;
        this.counts[row * COARSE_BINS + bin]! += count;
        this.totals[row]! += count;
        if (bin > this.highest[row]!) this.highest[row] = bin;
      }
    }
  }
}

/** The sums over replicates, of each queue that is told by interval and of all together. */
export class IntervalWaits {
  readonly #layout: Layout;
  /** [queue or, last, all together][interval]; made when the first one waits there. */
  readonly #sums: (CumulatedSums | undefined)[];
  readonly #together = new Float64Array(COARSE_BINS);

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#sums = Array.from({ length: (this.#queues + 1) * layout.intervals });
  }

  get #queues(): number {
    const { queues, slices, waitRows } = this.#layout;
    return waitRows === queues * slices ? queues : 0;
  }

  add(waits: IntervalCounts): void {
    const { intervals, slices } = this.#layout;
    const queues = this.#queues;
    for (let interval = 0; interval < intervals; interval++) {
      let highest = -1;
      let total = 0;
      // Without single queues there is one row of each interval, all together already.
      for (let queue = 0; queue < Math.max(1, queues); queue++) {
        const row = queue * slices + interval;
        const last = waits.highest[row]!;
        if (last < 0) continue;
        const base = row * COARSE_BINS;
        for (let bin = 0; bin <= last; bin++) this.#together[bin]! += waits.counts[base + bin]!;
        total += waits.totals[row]!;
        if (queues > 1) this.#at(queue, interval).add(waits.counts, base, last, waits.totals[row]!);
        if (last > highest) highest = last;
      }
      if (highest < 0) continue;
      this.#at(queues, interval).add(this.#together, 0, highest, total);
      this.#together.fill(0, 0, highest + 1);
    }
  }

  #at(row: number, interval: number): CumulatedSums {
    const at = row * this.#layout.intervals + interval;
    return (this.#sums[at] ??= new CumulatedSums(COARSE_BINS));
  }

  /** The sums of every bin, for a ratio C / N; of `queue` null all together. Empty when nobody waited there or it is not told. */
  of(queue: number | null, interval: number, n: number): RatioSums[] {
    const queues = this.#queues;
    if (queue !== null && queue >= queues) return [];
    // The only queue is all together.
    const row = queue === null || queues === 1 ? queues : queue;
    return this.#sums[row * this.#layout.intervals + interval]?.ratios(n) ?? [];
  }
}
