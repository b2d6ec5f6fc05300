/**
 * Quantiles over days with their intervals. Of each sample and place the cumulated counts C of every bin are added up over the
 * replicates with their squares and products with the total count N: F(x) = sum C(x) / sum N is then a ratio like any other,
 * with a standard error, and the interval of a quantile is where F, give or take its half-width, crosses p.
 *
 * Memory does not grow with the days.
 */
import { studentFactor, residualSpread, type Estimate, type RatioSums } from './confidence.ts';
import { BINS, COUNT_SCALE, FINE_SCALE, type Scale } from './bins.ts';
import { SAMPLES, type Sample } from './kpis.ts';
import { H, histogramAt, HISTOGRAMS, type HistogramName, type Layout } from './layout.ts';
import type { Replicate } from './replicate.ts';

const SAMPLE_NAMES = Object.keys(SAMPLES) as Sample[];

export const scaleOf = (sample: Sample): Scale => (sample === 'positionErrors' ? COUNT_SCALE : FINE_SCALE);

/**
 * Sums over replicates of one sample at one place: of every bin C, C x C and C x N. Each is kept as what it grows by from the bin
 * below, so that a day touches no bin but those it has filled: a handful of the hundreds.
 */
export class CumulatedSums {
  #total = 0;
  #totalSquares = 0;
  /** The highest bin that was ever filled. */
  #highest = 0;
  /** [bin][C, C x C, C x N] */
  readonly #sums: Float64Array;

  constructor(bins: number) {
    this.#sums = new Float64Array(3 * bins);
  }

  /**
   * @param first where the bins begin among the counts
   * @param total all of them together
   */
  add(counts: Float64Array | Int32Array, first: number, highest: number, total: number): void {
    if (total === 0) return;
    const sums = this.#sums;
    let below = 0;
    for (let bin = 0; bin <= highest; bin++) {
      const count = counts[first + bin]!;
      if (count === 0) continue;
      below += count;
      const at = 3 * bin;
      sums[at]! += count;
      sums[at + 1]! += count * (2 * below - count);
      sums[at + 2]! += count * total;
    }
    if (highest > this.#highest) this.#highest = highest;
    this.#total += total;
    this.#totalSquares += total * total;
  }

  /** The sums of every bin, for a ratio C / N; it ends with the last filled one, for those above it have the same. */
  ratios(n: number): RatioSums[] {
    const sums = this.#sums;
    const [D, DD] = [this.#total, this.#totalSquares];
    let [N, NN, ND] = [0, 0, 0];
    const ratios: RatioSums[] = [];
    for (let at = 0; at <= 3 * this.#highest; at += 3) {
      N += sums[at]!;
      NN += sums[at + 1]!;
      ND += sums[at + 2]!;
      ratios.push({ n, N, D, NN, ND, DD });
    }
    return ratios;
  }
}

/** All samples of one population (a kind of day), at every queue and all together. */
export class SampleSums {
  readonly #layout: Layout;
  readonly #sums: CumulatedSums[];
  readonly #scratch = new Float64Array(BINS);

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#sums = SAMPLE_NAMES.flatMap((sample) =>
      Array.from({ length: layout.queues + 1 }, () => new CumulatedSums(scaleOf(sample).bins)),
    );
  }

  add(replicate: Replicate): void {
    const { queues } = this.#layout;
    SAMPLE_NAMES.forEach((sample, at) => {
      for (let queue = 0; queue < queues; queue++)
        this.#addPlace(replicate, sample, at, queue, queue, queue + 1);
      this.#addPlace(replicate, sample, at, queues, 0, queues);
    });
  }

  /** The sample of the queues [from, to) together. */
  #addPlace(replicate: Replicate, sample: Sample, at: number, place: number, from: number, to: number): void {
    const counts = this.#scratch;
    let highest = -1;
    for (let queue = from; queue < to; queue++)
      for (const name of SAMPLES[sample]) highest = gather(replicate, queue, name, counts, highest);
    let total = 0;
    for (let bin = 0; bin <= highest; bin++) total += counts[bin]!;
    this.#sums[at * (this.#layout.queues + 1) + place]!.add(counts, 0, highest, total);
    counts.fill(0, 0, highest + 1);
  }

  of(sample: Sample, queue: number | null, n: number): RatioSums[] {
    const { queues } = this.#layout;
    return this.#sums[SAMPLE_NAMES.indexOf(sample) * (queues + 1) + (queue ?? queues)]!.ratios(n);
  }
}

function gather(
  replicate: Replicate,
  queue: number,
  name: HistogramName,
  counts: Float64Array,
  highest: number,
): number {
  const at = queue * HISTOGRAMS.length + H[name];
  const base = histogramAt(at);
  const last = replicate.highest[at]!;
  for (let bin = 0; bin <= last; bin++) counts[bin]! += replicate.bins[base + bin]!;
  return last > highest ? last : highest;
}

export interface Point {
  /** The value, and the share of all that do not exceed it. */
  readonly value: number;
  readonly share: number;
}

/** The distribution at the tops of the filled bins. `strata`: of each kind of day the sums of every bin. */
export function distribution(scale: Scale, strata: readonly RatioSums[][]): Point[] {
  const points: Point[] = [];
  let before = -1;
  for (let bin = 0; bin < scale.bins; bin++) {
    const share = shareAt(strata, bin);
    if (share !== null && share > Math.max(0, before)) points.push({ value: scale.topOf(bin), share });
    if (share !== null) before = share;
  }
  return points;
}

function shareAt(strata: readonly RatioSums[][], bin: number): number | null {
  let below = 0;
  let total = 0;
  for (const ratios of strata) {
    const { N, D } = at(ratios, bin);
    below += N;
    total += D;
  }
  return total === 0 ? null : below / total;
}

/** The sums of a bin: above the last filled one they are those of the last. */
function at(ratios: readonly RatioSums[], bin: number): RatioSums {
  return ratios[Math.min(bin, ratios.length - 1)]!;
}

/** The p-quantile and its interval. */
export function quantileEstimate(p: number, scale: Scale, strata: readonly RatioSums[][]): Estimate {
  return quantileOf(p, bandOf(scale, strata));
}

/** The distribution function with its 95 % band, bin by bin: several quantiles are read off the same one. */
export interface Band {
  readonly n: number;
  /** Empty: there is nothing to tell. */
  readonly shares: readonly number[];
  /** null: too few replicates for an interval. */
  readonly lower: readonly number[] | null;
  readonly upper: readonly number[] | null;
  readonly scale: Scale;
}

export function bandOf(scale: Scale, strata: readonly RatioSums[][]): Band {
  const n = strata.reduce((sum, ratios) => sum + ratios[0]!.n, 0);
  const shares: number[] = [];
  const upper: number[] = [];
  const lower: number[] = [];
  let canTell = true;
  for (let bin = 0; bin < scale.bins; bin++) {
    const share = shareAt(strata, bin);
    if (share === null) return { n, shares: [], lower: null, upper: null, scale };
    shares.push(share);
    const spread = residualSpread(
      strata.map((ratios) => at(ratios, bin)),
      share,
    );
    if (spread === null) canTell = false;
    const half = spread === null ? 0 : studentFactor(spread.degrees) * spread.standardError;
    upper.push(share + half);
    lower.push(share - half);
    // The rest is the same: all are below, without a doubt.
    if (share === 1) break;
  }
  return canTell ? { n, shares, lower, upper, scale } : { n, shares, lower: null, upper: null, scale };
}

export function quantileOf(p: number, { n, shares, lower, upper, scale }: Band): Estimate {
  if (shares.length === 0) return { mean: null, low: null, high: null, n };
  const curve = new Curve(scale, shares);
  const mean = curve.valueAt(first(shares, p), shares, p, 'top');
  if (lower === null || upper === null) return { mean, low: null, high: null, n };
  return {
    mean,
    low: Math.min(mean, curve.valueAt(first(upper, p), upper, p, 'bottom')),
    high: Math.max(mean, curve.valueAt(forGood(lower, p), lower, p, 'top')),
    n,
  };
}

// 0.8 of 10 values is the eighth although 8 / 10 may fall a hair short of it.
const HAIR = 1e-12;

/** The bin in which the band first reaches p. */
function first(band: readonly number[], p: number): number {
  const bin = band.findIndex((share) => share >= p - HAIR);
  return bin < 0 ? band.length - 1 : bin;
}

/** The bin from which on it stays there: a lower band is not monotone. */
function forGood(band: readonly number[], p: number): number {
  let bin = band.length;
  while (bin > 0 && band[bin - 1]! >= p - HAIR) bin--;
  return Math.min(bin, band.length - 1);
}

/** A bin so much denser than both neighbours holds an atom: everybody waits the same 3 s that an agent takes to pick up. */
const ATOM = 5;

/** How a share becomes a value within its bin: as if the values lay evenly in it, unless it holds an atom. */
class Curve {
  readonly #scale: Scale;
  readonly #shares: readonly number[];

  constructor(scale: Scale, shares: readonly number[]) {
    this.#scale = scale;
    this.#shares = shares;
  }

  /** @param side the end of the bin that stands for an atom: where in the bin it lies is not known */
  valueAt(bin: number, band: readonly number[], p: number, side: 'top' | 'bottom'): number {
    const top = this.#scale.topOf(bin);
    if (bin === 0 || this.#scale.isWhole) return top;
    const bottom = this.#scale.topOf(bin - 1);
    if (this.#isAtom(bin)) return side === 'top' ? top : bottom;
    const below = band[bin - 1]!;
    const here = band[bin]!;
    const part = here > below ? Math.min(1, Math.max(0, (p - below) / (here - below))) : 1;
    return bottom + part * (top - bottom);
  }

  #isAtom(bin: number): boolean {
    const here = this.#density(bin);
    return here > ATOM * this.#density(bin - 1) && here > ATOM * this.#density(bin + 1);
  }

  #density(bin: number): number {
    if (bin <= 0 || bin >= this.#shares.length) return 0;
    const width = this.#scale.topOf(bin) - this.#scale.topOf(bin - 1);
    return (this.#shares[bin]! - this.#shares[bin - 1]!) / width;
  }
}
