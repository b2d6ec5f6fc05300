/**
 * What a queue believes a new caller will wait: the three models of EW-01 .. EW-06. It is told of waits and
 * handle times as they end and asked at any moment; it sets no timer, because what would happen at a whole
 * multiple of the refresh can be worked out when somebody next asks. It knows no contact.
 */
import type { EstimateSetup } from '../config/setup.ts';
import { minutes, type Instant, type Millis } from '../kernel/time.ts';

export const NO_ESTIMATE = -1;
const MINUTE = minutes(1);

export interface EstimateState {
  readonly average: number;
  readonly samples: number;
  readonly sum: number;
  readonly count: number;
  readonly slot: number;
  readonly lastConnected: number;
  readonly minutes: readonly (readonly number[])[];
  readonly handled: readonly (readonly number[])[];
}

export class Estimate {
  readonly #setup: EstimateSetup;

  // ema
  #average = NO_ESTIMATE;
  #samples = 0;
  #sum = 0;
  #count = 0;
  #slot = 0;
  #lastConnected: Instant = 0;

  // minuteSamples: [minute, count, sum, sum of squares], oldest first; one row a minute with connections.
  #minutes: number[][] = [];
  // positional: [ended at, handle time], oldest first.
  #handled: number[][] = [];
  #handledFrom = 0;
  #handledSum = 0;

  constructor(setup: EstimateSetup) {
    this.#setup = setup;
    this.clear();
  }

  clear(): void {
    this.#average = this.#setup.initial ?? NO_ESTIMATE;
    this.#samples = this.#setup.initial === null ? 0 : this.#setup.minSamples;
    this.#sum = 0;
    this.#count = 0;
    this.#slot = 0;
    this.#lastConnected = 0;
    this.#minutes = [];
    this.#handled = [];
    this.#handledFrom = 0;
    this.#handledSum = 0;
  }

  /** EW-01, EW-12: a contact was connected after this wait. Abandoned ones never count. */
  connected(now: Instant, wait: Millis): void {
    if (this.#setup.model === 'ema') this.#connectedEma(now, wait);
    else if (this.#setup.model === 'minuteSamples') this.#connectedMinute(now, wait);
  }

  #connectedEma(now: Instant, wait: Millis): void {
    this.#rollTo(now);
    this.#lastConnected = now;
    this.#sum += wait;
    this.#count += 1;
    const { minSamples } = this.#setup;
    if (this.#samples >= minSamples) return;
    this.#samples += 1;
    // EW-03: the first valid value is the plain mean of the first samples, from the last of them on.
    if (this.#samples < minSamples) return;
    this.#average = this.#sum / this.#count;
    this.#sum = 0;
    this.#count = 0;
  }

  #connectedMinute(now: Instant, wait: Millis): void {
    const minute = Math.floor(now / MINUTE);
    const rows = this.#minutes;
    let row = rows.at(-1);
    if (row === undefined || row[0] !== minute) {
      row = [minute, 0, 0, 0];
      rows.push(row);
      const oldest = minute - Math.ceil(this.#setup.lookback / MINUTE);
      while (rows[0]![0]! < oldest) rows.shift();
    }
    row[1]! += 1;
    row[2]! += wait;
    row[3]! += wait * wait;
  }

  /** EW-06: talk + hold + wrap-up of a contact that has just ended. */
  ended(now: Instant, handle: Millis): void {
    if (this.#setup.model !== 'positional') return;
    this.#handled.push([now, handle]);
    this.#handledSum += handle;
    this.#forget(now);
  }

  #forget(now: Instant): void {
    const rows = this.#handled;
    const oldest = now - this.#setup.lookback;
    while (this.#handledFrom < rows.length && rows[this.#handledFrom]![0]! <= oldest) {
      this.#handledSum -= rows[this.#handledFrom++]![1]!;
    }
    if (this.#handledFrom > 256 && this.#handledFrom * 2 > rows.length) {
      this.#handled = rows.slice(this.#handledFrom);
      this.#handledFrom = 0;
    }
  }

  /** EW-02, EW-04: do what has fallen due at refreshes since the last call. One batch at most can be pending. */
  #rollTo(now: Instant): void {
    const { refresh, alpha, resetAfter, minSamples } = this.#setup;
    if (this.#samples > 0 && now - this.#lastConnected >= resetAfter) {
      this.#average = NO_ESTIMATE;
      this.#samples = 0;
      this.#sum = 0;
      this.#count = 0;
    }
    const slot = Math.floor(now / refresh);
    if (slot === this.#slot) return;
    this.#slot = slot;
    if (this.#samples < minSamples || this.#count === 0) return;
    this.#average = (1 - alpha) * this.#average + alpha * (this.#sum / this.#count);
    this.#sum = 0;
    this.#count = 0;
  }

  /**
   * The wait a contact entering now would be told, in milliseconds, or NO_ESTIMATE.
   * @param position the place a new contact would get (EW-06), 1 = next
   * @param working members signed in and not away
   */
  at(now: Instant, position: number, working: number): Millis {
    switch (this.#setup.model) {
      case 'ema':
        this.#rollTo(now);
        return this.#samples >= this.#setup.minSamples ? this.#average : NO_ESTIMATE;
      case 'minuteSamples':
        return this.#fromMinutes(now);
      case 'positional': {
        this.#forget(now);
        const ended = this.#handled.length - this.#handledFrom;
        if (ended === 0 || working === 0) return NO_ESTIMATE;
        return ((this.#handledSum / ended) * position) / working;
      }
    }
  }

  /** EW-05: the mean of the minutes' means, without the minutes that vary too much; whole minutes before this one. */
  #fromMinutes(now: Instant): Millis {
    const { lookback, maxCV, minValidShare } = this.#setup;
    const minute = Math.floor(now / MINUTE);
    const oldest = minute - Math.ceil(lookback / MINUTE);
    let all = 0;
    let kept = 0;
    let sum = 0;
    for (const [at, count, waits, squares] of this.#minutes as [number, number, number, number][]) {
      if (at < oldest || at >= minute) continue;
      all += 1;
      const mean = waits / count;
      const variance = Math.max(0, squares / count - mean * mean);
      const cv = count === 1 || mean === 0 ? 0 : Math.sqrt(variance) / mean;
      if (cv > maxCV) continue;
      kept += 1;
      sum += mean;
    }
    return all === 0 || kept === 0 || kept < minValidShare * all ? NO_ESTIMATE : sum / kept;
  }

  /** Brought up to the present first, so that the state does not tell when it was last asked. */
  save(now: Instant): EstimateState {
    if (this.#setup.model === 'ema') this.#rollTo(now);
    else this.#forget(now);
    return {
      average: this.#average,
      samples: this.#samples,
      sum: this.#sum,
      count: this.#count,
      slot: this.#slot,
      lastConnected: this.#lastConnected,
      minutes: this.#minutes.map((row) => [...row]),
      handled: this.#handled.slice(this.#handledFrom).map((row) => [...row]),
    };
  }

  restore(state: EstimateState): void {
    this.#average = state.average;
    this.#samples = state.samples;
    this.#sum = state.sum;
    this.#count = state.count;
    this.#slot = state.slot;
    this.#lastConnected = state.lastConnected;
    this.#minutes = state.minutes.map((row) => [...row]);
    this.#handled = state.handled.map((row) => [...row]);
    this.#handledFrom = 0;
    this.#handledSum = state.handled.reduce((sum, row) => sum + row[1]!, 0);
  }
}
