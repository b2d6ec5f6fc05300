/**
 * Two scenarios on the same luck, day by day. What both share (how many called, who was patient) cancels in the difference of a
 * pair of days, so the interval of a difference is narrower than those of its two sides. Ratios are ratios of sums on each
 * side; the difference has the variance of the paired residuals
 *     e = (Nc - rc Dc) / sum Dc - (Nb - rb Db) / sum Db
 * (delta method, as in confidence.ts). Besides each side's own sums that takes four products per KPI and place, so memory is
 * flat in the days here too. Places are paired by name; what only one side has is not compared.
 *
 * Quantiles are not paired: their difference has the interval of two independent runs, which is on the wide side.
 */
import type { Setup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';
import {
  around,
  halfWidth,
  residualSpread,
  spreadOf,
  thinned,
  type Estimate,
  type RatioSums,
  type ResidualSums,
  type Spread,
} from './confidence.ts';
import { Evaluator } from './evaluate.ts';
import type { Kpi, RatioKpi, Scope } from './kpis.ts';
import { HEADER } from './layout.ts';
import { Replicate } from './replicate.ts';
import { Accumulator, type AccumulatorOptions } from './summary.ts';

/** One KPI at one place that both sides have. Places are indices into their own setup, null: all together. */
export interface Pair {
  readonly baseline: Kpi;
  readonly candidate: Kpi;
  /** Name of the queue or group, null: all together. */
  readonly name: string | null;
  readonly baselinePlace: number | null;
  readonly candidatePlace: number | null;
}

export interface Difference {
  readonly baseline: Estimate;
  readonly candidate: Estimate;
  /** Candidate minus baseline. */
  readonly difference: Estimate;
  /**
   * What the common luck gains: the variance that the difference would have with independent runs, divided by that of the paired
   * days. 5 means that independent runs would need five times the days. null: not paired (a quantile), too few days to tell, or
   * the two sides never differ by chance.
   */
  readonly varianceRatio: number | null;
}

const PRODUCTS = 4;

interface Side {
  readonly evaluator: Evaluator;
  readonly replicate: Replicate;
  /** By pair: the evaluator's cell, -1 for what is no ratio. */
  readonly cells: Int32Array;
}

export class PairAccumulator {
  readonly baseline: Accumulator;
  readonly candidate: Accumulator;
  readonly pairs: readonly Pair[];
  readonly #sides: readonly [Side, Side];
  /** [stratum][pair][Nb Nc, Nb Dc, Db Nc, Db Dc] */
  readonly #products: readonly Float64Array[];
  readonly #isLong: boolean;
  readonly #early = new Map<number, readonly [Float64Array, Float64Array]>();
  #days = 0;

  constructor(baseline: Setup, candidate: Setup, options: AccumulatorOptions = {}) {
    invariant(
      baseline.world.continuous === candidate.world.continuous,
      'both scenarios are separate days, or both are one long run',
    );
    this.baseline = new Accumulator(baseline, options);
    // The blocks of both sides must be the same days.
    this.candidate = new Accumulator(candidate, { blockDays: this.baseline.blockDays });
    this.pairs = pairsOf(this.baseline, this.candidate);
    this.#isLong = baseline.world.continuous;
    this.#sides = [sideOf(baseline, this.pairs, 'baseline'), sideOf(candidate, this.pairs, 'candidate')];
    // Kinds of day are strata when both sides have the same ones on the same days.
    const strata = !this.#isLong && hasSameDays(baseline, candidate) ? baseline.world.kinds.length : 1;
    this.#products = Array.from({ length: strata }, () => new Float64Array(PRODUCTS * this.pairs.length));
  }

  get days(): number {
    return this.#days;
  }

  /** The records of the day of that number, of both sides. */
  add(day: number, baseline: Float64Array, candidate: Float64Array): void {
    invariant(day >= this.#days && !this.#early.has(day), `day ${day} is added once`);
    this.#early.set(day, [baseline, candidate]);
    for (let next = this.#early.get(this.#days); next !== undefined; next = this.#early.get(this.#days)) {
      this.#early.delete(this.#days);
      this.#join(this.#days++, next);
    }
  }

  #join(day: number, records: readonly [Float64Array, Float64Array]): void {
    this.baseline.add(day, records[0]);
    this.candidate.add(day, records[1]);
    this.#sides.forEach(({ replicate }, at) => replicate.add(records[at]!));
    const stratum = this.#products.length > 1 ? records[0][HEADER.kind]! : 0;
    if (!this.#isLong || this.#sides[0].replicate.days === this.baseline.blockDays) this.#multiply(stratum);
  }

  /** The run is over: days that fill no whole block are a smaller one. */
  close(): void {
    if (this.#sides[0].replicate.days > 0) this.#multiply(0);
    this.baseline.close();
    this.candidate.close();
  }

  #multiply(stratum: number): void {
    const [b, c] = this.#sides;
    for (const { evaluator, replicate } of this.#sides) {
      evaluator.read(replicate);
      replicate.clear();
    }
    const products = this.#products[stratum]!;
    for (let pair = 0, at = 0; pair < this.pairs.length; pair++, at += PRODUCTS) {
      const ofB = b.cells[pair]!;
      if (ofB < 0) continue;
      const ofC = c.cells[pair]!;
      const Nb = b.evaluator.numerators[ofB]!;
      const Db = b.evaluator.denominators[ofB]!;
      const Nc = c.evaluator.numerators[ofC]!;
      const Dc = c.evaluator.denominators[ofC]!;
      products[at]! += Nb * Nc;
      products[at + 1]! += Nb * Dc;
      products[at + 2]! += Db * Nc;
      products[at + 3]! += Db * Dc;
    }
  }

  difference(pair: Pair): Difference {
    const baseline = this.baseline.estimate(pair.baseline, { place: pair.baselinePlace });
    const candidate = this.candidate.estimate(pair.candidate, { place: pair.candidatePlace });
    const n = Math.min(baseline.n, candidate.n);
    if (baseline.mean === null || candidate.mean === null)
      return {
        baseline,
        candidate,
        difference: { mean: null, low: null, high: null, n },
        varianceRatio: null,
      };
    const mean = candidate.mean - baseline.mean;
    if (pair.baseline.form !== 'ratio' || pair.candidate.form !== 'ratio')
      return {
        baseline,
        candidate,
        difference: unpaired(mean, n, baseline, candidate),
        varianceRatio: null,
      };
    return { baseline, candidate, ...this.#paired(pair, pair.baseline, pair.candidate, mean) };
  }

  #paired(
    pair: Pair,
    baselineKpi: RatioKpi,
    candidateKpi: RatioKpi,
    mean: number,
  ): Pick<Difference, 'difference' | 'varianceRatio'> {
    const b = this.baseline.sums(baselineKpi, { place: pair.baselinePlace });
    const c = this.candidate.sums(candidateKpi, { place: pair.candidatePlace });
    const [allB, allC] = [together(b), together(c)];
    const [rb, rc] = [allB.N / allB.D, allC.N / allC.D];
    const isStratified = this.#products.length > 1;
    const at = PRODUCTS * this.pairs.indexOf(pair);
    const strata = this.#products.map((products, stratum): ResidualSums => {
      const ofB = isStratified ? b[stratum]! : allB;
      const ofC = isStratified ? c[stratum]! : allC;
      const cross =
        products[at]! - rc * products[at + 1]! - rb * products[at + 2]! + rb * rc * products[at + 3]!;
      return {
        n: ofB.n,
        sum: (ofC.N - rc * ofC.D) / allC.D - (ofB.N - rb * ofB.D) / allB.D,
        squares:
          squaresOf(ofC, rc) / allC.D ** 2 +
          squaresOf(ofB, rb) / allB.D ** 2 -
          (2 * cross) / (allB.D * allC.D),
      };
    });
    const spread = spreadOf(strata, 1);
    return {
      difference: around(mean, allB.n, thinned(thinned(spread, [allB]), [allC])),
      varianceRatio: gain(residualSpread(b, rb), residualSpread(c, rc), spread),
    };
  }
}

/** Variance of two independent runs over that of the pair. */
function gain(baseline: Spread | null, candidate: Spread | null, paired: Spread | null): number | null {
  if (baseline === null || candidate === null || paired === null) return null;
  const independent = baseline.standardError ** 2 + candidate.standardError ** 2;
  const variance = paired.standardError ** 2;
  // Both sides the same: what is left is rounding, and a gain without bounds is no number.
  return variance > ROUNDING * independent ? independent / variance : null;
}
const ROUNDING = 1e-12;

function squaresOf({ NN, ND, DD }: RatioSums, r: number): number {
  return NN - 2 * r * ND + r * r * DD;
}

function together(strata: readonly RatioSums[]): RatioSums {
  const sum = (of: keyof RatioSums): number => strata.reduce((total, each) => total + each[of], 0);
  return { n: sum('n'), N: sum('N'), D: sum('D'), NN: sum('NN'), ND: sum('ND'), DD: sum('DD') };
}

function unpaired(mean: number, n: number, baseline: Estimate, candidate: Estimate): Estimate {
  const [b, c] = [halfWidth(baseline), halfWidth(candidate)];
  if (b === null || c === null) return { mean, low: null, high: null, n };
  const half = Math.hypot(b, c);
  return { mean, low: mean - half, high: mean + half, n };
}

function hasSameDays(a: Setup, b: Setup): boolean {
  const kinds = (setup: Setup): string => setup.world.kinds.map(({ name }) => name).join('\n');
  return kinds(a) === kinds(b) && a.world.calendar.join() === b.world.calendar.join();
}

function namesOf(setup: Setup, scope: Scope): readonly string[] {
  if (scope === 'centre') return [];
  return (scope === 'queue' ? setup.routing.queues : setup.world.groups).map(({ name }) => name);
}

function pairsOf(baseline: Accumulator, candidate: Accumulator): Pair[] {
  return baseline.kpis.flatMap((kpi): Pair[] => {
    const other = candidate.kpis.find(
      ({ id, stat, scope }) => id === kpi.id && stat === kpi.stat && scope === kpi.scope,
    );
    if (other === undefined) return [];
    const theirs = namesOf(candidate.setup, kpi.scope);
    const shared = namesOf(baseline.setup, kpi.scope).flatMap((name, place) => {
      const theirPlace = theirs.indexOf(name);
      return theirPlace < 0 ? [] : [{ name, baselinePlace: place, candidatePlace: theirPlace }];
    });
    const all = { name: null, baselinePlace: null, candidatePlace: null };
    return [all, ...shared].map((places) => ({ baseline: kpi, candidate: other, ...places }));
  });
}

function sideOf(setup: Setup, pairs: readonly Pair[], which: 'baseline' | 'candidate'): Side {
  const evaluator = new Evaluator(setup);
  const cells = Int32Array.from(pairs, (pair) => {
    // The accumulator's KPIs are other objects than this evaluator's; they are the same list.
    const wanted = pair[which];
    if (wanted.form !== 'ratio') return -1;
    const own = evaluator.kpis.find(
      ({ id, stat, scope, form }) =>
        id === wanted.id && stat === wanted.stat && scope === wanted.scope && form === 'ratio',
    ) as RatioKpi;
    return evaluator.indexOf(own, which === 'baseline' ? pair.baselinePlace : pair.candidatePlace, null);
  });
  return { evaluator, replicate: new Replicate(evaluator.layout), cells };
}
