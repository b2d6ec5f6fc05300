/**
 * How long the start from empty is felt, by MSER-5 (White 1997, Simulation 69; White, Cobb and Spratt 2000): of a series in means of
 * five, leave out as many at the front as make the standard error of the mean of the rest least. What is left out costs
 * observations, what is left in and does not belong costs spread; the least is the bargain. A cut in the second half means that
 * the series is too short to tell.
 *
 * The series is how many are in the centre, waiting or with an agent, averaged over the same minutes of many days: it starts at
 * 0 and rises to its level. It knows no scenario and leaves nothing out itself.
 */
import { G, GROUP_CELLS, Q, QUEUE_CELLS, type Layout } from './layout.ts';

const BATCH = 5;

export interface WarmUp {
  /** Observations to leave out, a multiple of five. null: the series is too short to tell. */
  readonly length: number | null;
  /** How many there were. */
  readonly of: number;
}

export function mser5(series: readonly number[]): WarmUp {
  const batches = Array.from({ length: Math.floor(series.length / BATCH) }, (_, at) => {
    const five = series.slice(at * BATCH, (at + 1) * BATCH);
    return five.reduce((sum, each) => sum + each, 0) / BATCH;
  });
  const half = Math.floor(batches.length / 2);
  let least = Infinity;
  let cut = half;
  // From the end, so that sums grow: those of the last ones, then of one more each time.
  let [count, mean, squares] = [0, 0, 0];
  for (let at = batches.length - 1; at >= 0; at--) {
    const value = batches[at]!;
    count += 1;
    const step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    // Of equal ones the earliest: it leaves out less.
    if (at <= half && squares / count ** 2 <= least) {
      least = squares / count ** 2;
      cut = at;
    }
  }
  return { length: cut < half ? cut * BATCH : null, of: series.length };
}

/** How many were in the centre in each interval of these days, on average, added to what `levels` has. */
export class Levels {
  readonly #layout: Layout;
  readonly #sums: Float64Array;
  #days = 0;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#sums = new Float64Array(layout.intervals);
  }

  add(record: Float64Array): void {
    const { queues, groups, slices, intervals, queueAt, groupAt } = this.#layout;
    this.#days += 1;
    for (let interval = 0; interval < intervals; interval++) {
      let area = 0;
      for (let queue = 0; queue < queues; queue++)
        area += record[queueAt + (queue * slices + interval) * QUEUE_CELLS.length + Q.waitingArea]!;
      for (let group = 0; group < groups; group++) {
        const at = groupAt + (group * slices + interval) * GROUP_CELLS.length;
        area += record[at + G.talking]! + record[at + G.wrappingUp]! + record[at + G.dialling]!;
      }
      this.#sums[interval]! += area;
    }
  }

  get means(): number[] {
    return Array.from(this.#sums, (sum) => sum / this.#layout.interval / Math.max(1, this.#days));
  }
}
