/**
 * Histograms in even steps added up over the days, by queue: what a picture of a mean day is drawn from. No interval of
 * confidence is asked of a bar, so a sum is all that is kept.
 */
import { STEP_BINS } from './bins.ts';
import { H, histogramAt, HISTOGRAMS, TALLIES, type Layout, type TallyName } from './layout.ts';
import type { Replicate } from './replicate.ts';

export class Tallies {
  readonly #queues: number;
  /** [queue][tally][bin] */
  readonly #sums: Float64Array;
  /** [queue][tally]: the highest filled bin. */
  readonly #highest: Int32Array;

  constructor({ queues }: Layout) {
    this.#queues = queues;
    this.#sums = new Float64Array(queues * TALLIES.length * STEP_BINS);
    this.#highest = new Int32Array(queues * TALLIES.length).fill(-1);
  }

  add({ bins, highest }: Replicate): void {
    for (let queue = 0, to = 0; queue < this.#queues; queue++)
      for (let tally = 0; tally < TALLIES.length; tally++, to++) {
        const at = queue * HISTOGRAMS.length + H[TALLIES[tally]!];
        const from = histogramAt(at);
        const last = highest[at]!;
        for (let bin = 0; bin <= last; bin++) this.#sums[to * STEP_BINS + bin]! += bins[from + bin]!;
        if (last > this.#highest[to]!) this.#highest[to] = last;
      }
  }

  /** Adds the sums of a queue, or of all, bin by bin; the list grows as far as they go. */
  addTo(sums: number[], name: TallyName, queue: number | null): void {
    const tally = TALLIES.indexOf(name);
    for (let each = queue ?? 0; each < (queue === null ? this.#queues : queue + 1); each++) {
      const row = each * TALLIES.length + tally;
      const last = this.#highest[row]!;
      while (sums.length <= last) sums.push(0);
      for (let bin = 0; bin <= last; bin++) sums[bin]! += this.#sums[row * STEP_BINS + bin]!;
    }
  }
}
