/**
 * Two scenarios over the same days with the same luck: how much they differ, with intervals of the difference. Of a ratio KPI
 * the difference of two ratios of sums has the variance of the difference of their residuals (delta method, as in confidence.ts):
 * what a busy day does to both cancels out. Replicates are days, by kind of day of the first scenario; of long runs blocks of
 * days. Only whole days are compared, of the centre and of each queue or group that both scenarios have by name.
 *
 * It computes no estimate of one scenario alone: that is summary.ts.
 */
import type { Setup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';
import { around, spreadOf, type Estimate } from './confidence.ts';
import { Evaluator } from './evaluate.ts';
import type { RatioKpi, Scope } from './kpis.ts';
import { HEADER } from './layout.ts';
import { Replicate } from './replicate.ts';
import { blockDaysFor } from './summary.ts';

/** A KPI at a place that both scenarios have. */
export interface PairedKpi {
  readonly kpi: RatioKpi;
  /** Name of the queue or group; null: all together. */
  readonly place: string | null;
}

interface Cell extends PairedKpi {
  readonly first: number;
  readonly second: number;
}

/** Of one kind of day: sums over replicates, [cell][SUMS]. */
interface Stratum {
  n: number;
  readonly sums: Float64Array;
}

/** N and D of the first scenario, then of the second, then the products of each two of the four. */
const SUMS = 14;

export class PairedAccumulator {
  readonly pairs: readonly PairedKpi[];
  readonly #cells: readonly Cell[];
  readonly #evaluators: readonly [Evaluator, Evaluator];
  readonly #blocks: readonly [Replicate, Replicate];
  readonly #blockDays: number;
  readonly #strata: readonly Stratum[];
  /** By cell: 1 if the two were ever different. Sums of products would say so only up to rounding. */
  readonly #differs: Uint8Array;

  constructor(first: Setup, second: Setup) {
    const isLong = first.world.continuous;
    invariant(isLong === second.world.continuous, 'separate days are compared with separate days');
    this.#evaluators = [new Evaluator(first), new Evaluator(second)];
    this.#blocks = [new Replicate(this.#evaluators[0].layout), new Replicate(this.#evaluators[1].layout)];
    this.#blockDays = isLong ? blockDaysFor(first, first.world.days) : 1;
    this.#cells = cellsOf(first, second, this.#evaluators);
    this.pairs = this.#cells;
    this.#differs = new Uint8Array(this.#cells.length);
    const strata = isLong ? 1 : first.world.kinds.length;
    this.#strata = Array.from({ length: strata }, () => ({
      n: 0,
      sums: new Float64Array(this.#cells.length * SUMS),
    }));
  }

  /** The records of one day, in day order. */
  add(first: Float64Array, second: Float64Array): void {
    this.#blocks[0].add(first);
    this.#blocks[1].add(second);
    if (this.#blocks[0].days === this.#blockDays) this.#closeBlock(first[HEADER.kind]!);
  }

  /** The run is over: days that fill no whole block are a smaller one. */
  close(): void {
    if (this.#blocks[0].days > 0) this.#closeBlock(0);
  }

  #closeBlock(kind: number): void {
    this.#evaluators.forEach((evaluator, at) => evaluator.read(this.#blocks[at]!));
    const stratum = this.#strata[this.#strata.length === 1 ? 0 : kind]!;
    stratum.n += 1;
    const [a, b] = this.#evaluators;
    const { sums } = stratum;
    this.#cells.forEach(({ first, second }, at) => {
      const values = [
        a.numerators[first]!,
        a.denominators[first]!,
        b.numerators[second]!,
        b.denominators[second]!,
      ];
      if (values[0] !== values[2] || values[1] !== values[3]) this.#differs[at] = 1;
      let to = at * SUMS;
      for (const value of values) sums[to++]! += value;
      for (let one = 0; one < 4; one++)
        for (let other = one; other < 4; other++) sums[to++]! += values[one]! * values[other]!;
    });
    for (const block of this.#blocks) block.clear();
  }

  /** Second minus first. */
  difference(pair: PairedKpi): Estimate {
    const index = this.#cells.indexOf(pair as Cell);
    invariant(index >= 0, 'the pair is one of this comparison');
    const at = index * SUMS;
    const totals = [0, 0, 0, 0];
    let n = 0;
    for (const stratum of this.#strata) {
      n += stratum.n;
      for (let each = 0; each < 4; each++) totals[each]! += stratum.sums[at + each]!;
    }
    const [firstN = 0, firstD = 0, secondN = 0, secondD = 0] = totals;
    if (firstD === 0 || secondD === 0) return { mean: null, low: null, high: null, n };
    if (this.#differs[index] === 0) return { mean: 0, low: 0, high: 0, n };
    const firstRatio = firstN / firstD;
    const secondRatio = secondN / secondD;
    // The residual of a replicate is linear in its four numbers, with these weights.
    const weights = [-1 / firstD, firstRatio / firstD, 1 / secondD, -secondRatio / secondD];
    const residuals = this.#strata.map((stratum) => {
      let sum = 0;
      let squares = 0;
      let from = at;
      for (const weight of weights) sum += weight * stratum.sums[from++]!;
      for (let one = 0; one < 4; one++)
        for (let other = one; other < 4; other++) {
          const both = weights[one]! * weights[other]! * stratum.sums[from++]!;
          squares += one === other ? both : 2 * both;
        }
      // Rounding may leave a little less than the least there can be.
      const least = stratum.n === 0 ? 0 : (sum * sum) / stratum.n;
      return { n: stratum.n, sum, squares: Math.max(squares, least) };
    });
    return around(secondRatio - firstRatio, n, spreadOf(residuals, 1));
  }
}

function cellsOf(first: Setup, second: Setup, [a, b]: readonly [Evaluator, Evaluator]): Cell[] {
  const cells: Cell[] = [];
  for (const kpi of a.kpis) {
    if (kpi.form !== 'ratio') continue;
    const same = b.kpis.find(
      (each) => each.id === kpi.id && each.stat === kpi.stat && each.scope === kpi.scope,
    );
    if (same?.form !== 'ratio') continue;
    const add = (place: string | null, one: number | null, other: number | null) =>
      cells.push({ kpi, place, first: a.indexOf(kpi, one, null), second: b.indexOf(same, other, null) });
    add(null, null, null);
    const others = placesOf(second, kpi.scope);
    placesOf(first, kpi.scope).forEach((name, at) => {
      const other = others.indexOf(name);
      if (other >= 0) add(name, at, other);
    });
  }
  return cells;
}

function placesOf(setup: Setup, scope: Scope): string[] {
  if (scope === 'centre') return [];
  return (scope === 'queue' ? setup.routing.queues : setup.world.groups).map(({ name }) => name);
}
