/**
 * How often each length occurred, for quantiles: a log-linear histogram of whole numbers from 0 to 2^53.
 *
 * Below 128 every value has its own bucket; above, each doubling is cut into 64 equal buckets, so that a quantile is off by at
 * most 1/128 (0.8 %) of the value. Count, sum, least and greatest are exact. Merging adds counts, so it is exact in any grouping.
 * It has no unit and keeps no order of what it saw.
 */
export class Histogram {
  #counts = new Float64Array(2 * PER_DOUBLING);
  #count = 0;
  #sum = 0;
  #min = Infinity;
  #max = -Infinity;

  static from(state: HistogramState): Histogram {
    const made = new Histogram();
    for (const [bucket, count] of state.buckets) {
      made.#reach(bucket);
      made.#counts[bucket] = count;
    }
    made.#count = state.count;
    made.#sum = state.sum;
    made.#min = state.min ?? Infinity;
    made.#max = state.max ?? -Infinity;
    return made;
  }

  get count(): number {
    return this.#count;
  }

  get sum(): number {
    return this.#sum;
  }

  /** Infinity when empty. */
  get min(): number {
    return this.#min;
  }

  /** -Infinity when empty. */
  get max(): number {
    return this.#max;
  }

  /** NaN when empty. */
  get mean(): number {
    return this.#sum / this.#count;
  }

  record(value: number, count = 1): void {
    const bucket = bucketOf(value);
    if (bucket >= this.#counts.length) this.#reach(bucket);
    this.#counts[bucket] = this.#counts[bucket]! + count;
    this.#count += count;
    this.#sum += value * count;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
  }

  /** The least value that at least the share p of all do not exceed, within 1/128; NaN when empty. */
  quantile(p: number): number {
    if (this.#count === 0) return Number.NaN;
    // A hair less, so that 0.07 of 100 is the seventh, not the eighth.
    const rank = Math.max(1, Math.ceil(p * this.#count * (1 - 2 ** -50)));
    let below = 0;
    let bucket = 0;
    for (; bucket < this.#counts.length; bucket++) {
      below += this.#counts[bucket]!;
      if (below >= rank) break;
    }
    const middle = leastOf(bucket) + Math.floor((widthOf(bucket) - 1) / 2);
    return Math.min(Math.max(middle, this.#min), this.#max);
  }

  /** How many did not exceed the value. The whole bucket of the value is counted, so some up to 1/64 above it may be among them;
   *  a threshold that must be exact, such as a service level's, has to be counted where the value is known. */
  countAtOrBelow(value: number): number {
    if (value < 0) return 0;
    const last = Math.min(
      bucketOf(Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER)),
      this.#counts.length - 1,
    );
    let count = 0;
    for (let bucket = 0; bucket <= last; bucket++) count += this.#counts[bucket]!;
    return count;
  }

  merge(other: Histogram): this {
    const counts = other.#counts;
    this.#reach(counts.length - 1);
    for (let bucket = 0; bucket < counts.length; bucket++)
      this.#counts[bucket] = this.#counts[bucket]! + counts[bucket]!;
    this.#count += other.#count;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
    return this;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#count = 0;
    this.#sum = 0;
    this.#min = Infinity;
    this.#max = -Infinity;
  }

  /** For drawing: each filled bucket as [from, to], both included, and its count, in order. */
  buckets(): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
    return this.#filled().map(([bucket, count]) => ({
      from: leastOf(bucket),
      to: leastOf(bucket) + widthOf(bucket) - 1,
      count,
    }));
  }

  toJSON(): HistogramState {
    const isEmpty = this.#count === 0;
    return {
      count: this.#count,
      sum: this.#sum,
      min: isEmpty ? null : this.#min,
      max: isEmpty ? null : this.#max,
      buckets: this.#filled(),
    };
  }

  #filled(): readonly (readonly [bucket: number, count: number])[] {
    const filled: [number, number][] = [];
    this.#counts.forEach((count, bucket) => {
      if (count > 0) filled.push([bucket, count]);
    });
    return filled;
  }

  // Most lengths are short: 1 kB to start with, 12 kB for a day in milliseconds.
  #reach(bucket: number): void {
    if (bucket < this.#counts.length) return;
    let length = this.#counts.length;
    while (length <= bucket) length *= 2;
    const longer = new Float64Array(length);
    longer.set(this.#counts);
    this.#counts = longer;
  }
}

export interface HistogramState {
  readonly count: number;
  readonly sum: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly buckets: readonly (readonly [bucket: number, count: number])[];
}

const PER_DOUBLING_BITS = 6;
const PER_DOUBLING = 2 ** PER_DOUBLING_BITS;

function bucketOf(value: number): number {
  const low = value >>> 0;
  if (low !== value) return bucketOfLarge(value);
  if (low < PER_DOUBLING) return low;
  const shift = 31 - PER_DOUBLING_BITS - Math.clz32(low);
  return shift * PER_DOUBLING + (low >>> shift);
}

// From 2^32 milliseconds, 50 days, on.
function bucketOfLarge(value: number): number {
  if (!(Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError(`A histogram takes whole numbers from 0 to 2^53, not ${value}.`);
  }
  const shift = 63 - PER_DOUBLING_BITS - Math.clz32(value / 2 ** 32);
  return shift * PER_DOUBLING + Math.floor(value / 2 ** shift);
}

function leastOf(bucket: number): number {
  const shift = Math.max(0, (bucket >>> PER_DOUBLING_BITS) - 1);
  return (bucket - shift * PER_DOUBLING) * 2 ** shift;
}

function widthOf(bucket: number): number {
  return 2 ** Math.max(0, (bucket >>> PER_DOUBLING_BITS) - 1);
}
