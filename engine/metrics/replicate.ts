/**
 * One replicate, unpacked: a day, or a block of days of a long run added up. Cells add, the longest wait is the longest.
 * It reads records; what the cells mean is in layout.ts.
 */
import { invariant } from '../kernel/invariant.ts';
import { IntervalCounts } from './interval-waits.ts';
import { histogramAt, HEADER, HISTOGRAM_LENGTH, HISTOGRAMS, Q, QUEUE_CELLS, type Layout } from './layout.ts';

export class Replicate {
  readonly layout: Layout;
  readonly cells: Float64Array;
  /** Histograms of all queues, see `histogramAt`. */
  readonly bins: Float64Array;
  /** The highest filled bin of each histogram, -1 when empty. */
  readonly highest: Int32Array;
  readonly waits: IntervalCounts;
  days = 0;

  constructor(layout: Layout) {
    this.layout = layout;
    this.cells = new Float64Array(layout.denseLength);
    this.bins = new Float64Array(layout.queues * HISTOGRAM_LENGTH);
    this.highest = new Int32Array(layout.queues * HISTOGRAMS.length).fill(-1);
    this.waits = new IntervalCounts(layout);
  }

  clear(): void {
    this.cells.fill(0);
    for (let at = 0; at < this.highest.length; at++) {
      const base = histogramAt(at);
      this.bins.fill(0, base, base + this.highest[at]! + 1);
    }
    this.highest.fill(-1);
    this.waits.clear();
    this.days = 0;
  }

  add(record: Float64Array): void {
    const { cells, layout } = this;
    invariant(
      record[HEADER.denseLength] === layout.denseLength,
      `a record has the ${layout.denseLength} cells of its setup's layout, not ${record[HEADER.denseLength]}`,
    );
    if (this.days === 0) cells.set(record.subarray(0, layout.denseLength));
    else this.#addCells(record);
    this.waits.add(record, this.#addBins(record));
    this.days += 1;
  }

  #addCells(record: Float64Array): void {
    const { cells, layout } = this;
    const stride = QUEUE_CELLS.length;
    for (let at = HEADER.length; at < layout.denseLength; at++) {
      const isMaximum = at < layout.queueDayAt && (at - layout.queueAt) % stride === Q.longestWait;
      if (!isMaximum) cells[at]! += record[at]!;
      else if (record[at]! > cells[at]!) cells[at] = record[at]!;
    }
  }

  /** Returns where the histograms end. */
  #addBins(record: Float64Array): number {
    let from = this.layout.denseLength;
    for (let at = 0; at < this.highest.length; at++) {
      const base = histogramAt(at);
      const filled = record[from++]!;
      for (let each = 0; each < filled; each++) {
        const bin = record[from++]!;
        this.bins[base + bin]! += record[from++]!;
        if (bin > this.highest[at]!) this.highest[at] = bin;
      }
    }
    return from;
  }
}
