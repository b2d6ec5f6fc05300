/**
 * Which reporting intervals of a day reached the target of the service level: of each queue that has one, and of all queues taken
 * as one where they share it. An interval counts when its formula has a denominator, so one without a counted call says nothing.
 *
 * It reads the cells of a day that is over, by the formula of the report. In a long run the cut at midnight is such an end: who
 * still waits then is in the denominator of his interval already and not answered in time, which is wrong only for those
 * answered within the threshold after the cut; their answers are booked in the same interval of the next day.
 */
import type { Setup } from '../config/setup.ts';
import { kpiById, kpisOf, termsOf } from './kpis.ts';
import {
  C,
  CENTRE_CELLS,
  Q,
  QD,
  QUEUE_CELLS,
  QUEUE_DAY_CELLS,
  type Layout,
  type QueueCell,
} from './layout.ts';

interface Sum {
  readonly cells: Int32Array;
  readonly signs: Float64Array;
}

export class IntervalTargets {
  readonly #layout: Layout;
  /** NaN: no target. */
  readonly #targets: Float64Array;
  readonly #shared: number;
  readonly #numerator: Sum;
  readonly #denominator: Sum;
  /** Of all queues together, by interval. */
  readonly #inTime: Float64Array;
  readonly #due: Float64Array;

  constructor(setup: Setup, layout: Layout) {
    const { report } = setup;
    const kpi = kpiById(kpisOf(report), 'K-01', report.serviceLevel);
    const [inTime, due] = kpi?.form === 'ratio' ? [kpi.numerator, kpi.denominator] : ['', ''];
    this.#layout = layout;
    this.#targets = Float64Array.from({ length: layout.queues }, (_, queue) => report.targets[queue] ?? NaN);
    this.#shared = sharedTarget(report.targets) ?? NaN;
    this.#numerator = sumOf(inTime);
    this.#denominator = sumOf(due);
    this.#inTime = new Float64Array(layout.intervals);
    this.#due = new Float64Array(layout.intervals);
  }

  /** Fills the day's cells `intervalsMet`, `intervalsCounted` and, by slice, `togetherMet`, `togetherCounted`. */
  judge(cells: Float64Array): void {
    const { queues, slices, intervals, queueAt, queueDayAt, centreAt } = this.#layout;
    this.#inTime.fill(0);
    this.#due.fill(0);
    for (let queue = 0; queue < queues; queue++) {
      const target = this.#targets[queue]!;
      if (Number.isNaN(target)) continue;
      let met = 0;
      let counted = 0;
      for (let interval = 0; interval < intervals; interval++) {
        const base = queueAt + (queue * slices + interval) * QUEUE_CELLS.length;
        const due = valueOf(this.#denominator, cells, base);
        const inTime = valueOf(this.#numerator, cells, base);
        this.#due[interval]! += due;
        this.#inTime[interval]! += inTime;
        if (due <= 0) continue;
        counted += 1;
        if (inTime / due >= target) met += 1;
      }
      const day = queueDayAt + queue * QUEUE_DAY_CELLS.length;
      cells[day + QD.intervalsMet] = met;
      cells[day + QD.intervalsCounted] = counted;
    }
    if (Number.isNaN(this.#shared)) return;
    for (let interval = 0; interval < intervals; interval++) {
      const due = this.#due[interval]!;
      if (due <= 0) continue;
      const base = centreAt + interval * CENTRE_CELLS.length;
      cells[base + C.togetherCounted] = 1;
      cells[base + C.togetherMet] = this.#inTime[interval]! / due >= this.#shared ? 1 : 0;
    }
  }
}

/** The one target of all queues, which is then that of all together; null when they differ or one has none. */
export function sharedTarget(targets: readonly (number | null)[]): number | null {
  const [first = null] = targets;
  return targets.every((each) => each === first) ? first : null;
}

function sumOf(formula: string): Sum {
  const terms = termsOf(formula);
  return {
    cells: Int32Array.from(terms, ({ cell }) => Q[cell as QueueCell]),
    signs: Float64Array.from(terms, ({ sign }) => sign),
  };
}

function valueOf({ cells: of, signs }: Sum, cells: Float64Array, base: number): number {
  let sum = 0;
  for (let at = 0; at < of.length; at++) sum += signs[at]! * cells[base + of[at]!]!;
  return sum;
}
