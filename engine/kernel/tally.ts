import type { Instant, Millis } from './time.ts';

export { Histogram, type HistogramState } from './histogram.ts';

/**
 * Tallies that merge exactly: the same numbers come out whichever worker recorded what and in whichever grouping the parts are
 * joined. They take whole numbers only and keep whole numbers only (sums below 2^53, 285,000 years in milliseconds), since
 * floats added as they come in depend on the order. They know no KPI; ratios and intervals are made of them elsewhere.
 */

/** How often each of a fixed list of things happened. */
export class Counts {
  readonly #counts: Float64Array;

  constructor(length: number) {
    this.#counts = new Float64Array(length);
  }

  static from(counts: readonly number[]): Counts {
    const made = new Counts(counts.length);
    made.#counts.set(counts);
    return made;
  }

  get length(): number {
    return this.#counts.length;
  }

  at(index: number): number {
    return this.#counts[index] ?? 0;
  }

  add(index: number, count = 1): void {
    this.#counts[index] = this.#counts[index]! + count;
  }

  total(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  merge(other: Counts): this {
    if (other.length !== this.length)
      throw new RangeError(`Counts of ${this.length} and ${other.length} things do not merge.`);
    for (let i = 0; i < this.length; i++) this.#counts[i] = this.#counts[i]! + other.#counts[i]!;
    return this;
  }

  clear(): void {
    this.#counts.fill(0);
  }

  toJSON(): readonly number[] {
    return [...this.#counts];
  }
}

/** The average over time of something that changes by steps: calls waiting, agents busy. */
export class TimeAverage {
  #since: Instant;
  #value: number;
  #integral = 0;
  #elapsed: Millis = 0;
  #peak: number;

  constructor(start: Instant = 0, value = 0) {
    this.#since = start;
    this.#value = value;
    this.#peak = value;
  }

  static from(state: TimeAverageState): TimeAverage {
    const made = new TimeAverage();
    made.#integral = state.integral;
    made.#elapsed = state.elapsed;
    made.#peak = state.peak;
    return made;
  }

  get value(): number {
    return this.#value;
  }

  /** Value × milliseconds up to the last change or `close`. */
  get integral(): number {
    return this.#integral;
  }

  get elapsed(): Millis {
    return this.#elapsed;
  }

  get peak(): number {
    return this.#peak;
  }

  /** NaN when no time has passed. */
  get average(): number {
    return this.#integral / this.#elapsed;
  }

  set(now: Instant, value: number): void {
    this.close(now);
    this.#value = value;
    if (value > this.#peak) this.#peak = value;
  }

  add(now: Instant, change: number): void {
    this.set(now, this.#value + change);
  }

  /** Accounts for the time up to now; the value goes on. */
  close(now: Instant): void {
    const length = now - this.#since;
    this.#integral += this.#value * length;
    this.#elapsed += length;
    this.#since = now;
  }

  /** Adds what another has accounted for, as when days are joined; the present value stays. */
  merge(other: TimeAverage): this {
    this.#integral += other.#integral;
    this.#elapsed += other.#elapsed;
    this.#peak = Math.max(this.#peak, other.#peak);
    return this;
  }

  restart(start: Instant, value = 0): void {
    this.#since = start;
    this.#value = value;
    this.#integral = 0;
    this.#elapsed = 0;
    this.#peak = value;
  }

  toJSON(): TimeAverageState {
    return { integral: this.#integral, elapsed: this.#elapsed, peak: this.#peak };
  }
}

export interface TimeAverageState {
  readonly integral: number;
  readonly elapsed: Millis;
  readonly peak: number;
}
