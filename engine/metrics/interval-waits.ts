/**
 * Waits by interval of entry, for the quantiles through the day: in coarse bins, counted in a day, packed into its record,
 * unpacked and summed over the days. Of very many queues only all together are kept (`tellsIntervals`). What is outside the
 * grid has a row too, so that the sums can be checked; nobody asks for it.
 *
 * An entry of the record is bin and count in one number, count x 128 + bin: half the length of two.
 */
import type { RatioSums } from './confidence.ts';
import { COARSE_BINS } from './bins.ts';
import type { Layout } from './layout.ts';
import { CumulatedSums } from './samples.ts';

const PACK = 128;

/** Counts of a day, or of a block of days. */
export class IntervalCounts {
  readonly layout: Layout;
  /** [row][bin] */
  readonly counts: Int32Array;
  /** The highest filled bin of each row, -1 when empty. */
  readonly highest: Int16Array;
  /** Bins that are not 0. */
  #filled = 0;

  constructor(layout: Layout) {
    this.layout = layout;
    this.counts = new Int32Array(layout.waitRows * COARSE_BINS);
    this.highest = new Int16Array(layout.waitRows).fill(-1);
  }

  /** How long its part of a record is. */
  get length(): number {
    return this.highest.length + this.#filled;
  }

  /** @param place queue and slice, `queue * slices + slice` */
  count(place: number, bin: number, times = 1): void {
    const { waitRows, slices } = this.layout;
    const row = place < waitRows ? place : place % slices;
    const at = row * COARSE_BINS + bin;
    if (this.counts[at] === 0) this.#filled += 1;
    this.counts[at]! += times;
    if (bin > this.highest[row]!) this.highest[row] = bin;
  }

  clear(): void {
    for (let row = 0; row < this.highest.length; row++) {
      const base = row * COARSE_BINS;
      this.counts.fill(0, base, base + this.highest[row]! + 1);
    }
    this.highest.fill(-1);
    this.#filled = 0;
  }

  /** Of each row how many bins are filled, then those. */
  write(record: Float64Array, from: number): void {
    let to = from;
    for (let row = 0; row < this.highest.length; row++) {
      const base = row * COARSE_BINS;
      const last = this.highest[row]!;
      const countAt = to++;
      for (let bin = 0; bin <= last; bin++) {
        const count = this.counts[base + bin]!;
        if (count !== 0) record[to++] = count * PACK + bin;
      }
      record[countAt] = to - countAt - 1;
    }
  }

  /** Adds what `write` has written. */
  add(record: Float64Array, from: number): void {
    let at = from;
    for (let row = 0; row < this.highest.length; row++) {
      const filled = record[at++]!;
      for (let each = 0; each < filled; each++) {
        const packed = record[at++]!;
        this.count(row, packed % PACK, Math.floor(packed / PACK));
      }
    }
  }

  /** How many were counted in the rows [from, to). */
  total(from: number, to: number): number {
    let sum = 0;
    for (let row = from; row < to; row++) {
      const base = row * COARSE_BINS;
      for (let bin = 0; bin <= this.highest[row]!; bin++) sum += this.counts[base + bin]!;
    }
    return sum;
  }
}

/** The sums over replicates, of each queue that is told by interval and of all together. */
export class IntervalWaits {
  readonly #layout: Layout;
  /** [queue or, last, all together][interval]; made when the first one waits there. */
  readonly #sums: (CumulatedSums | undefined)[];
  readonly #together = new Float64Array(COARSE_BINS);
  readonly #single = new Float64Array(COARSE_BINS);

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
      // Without single queues there is one row of each interval, all together already.
      for (let queue = 0; queue < Math.max(1, queues); queue++) {
        const row = queue * slices + interval;
        const last = waits.highest[row]!;
        if (last < 0) continue;
        for (let bin = 0; bin <= last; bin++) {
          const count = waits.counts[row * COARSE_BINS + bin]!;
          this.#single[bin] = count;
          this.#together[bin]! += count;
        }
        if (queues > 1) this.#at(queue, interval).add(this.#single, last);
        if (last > highest) highest = last;
      }
      if (highest < 0) continue;
      this.#at(queues, interval).add(this.#together, highest);
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
