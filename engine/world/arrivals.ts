/**
 * When callers call, one day of one demand at a time: a non-homogeneous Poisson process by steps (with a day
 * factor), a fixed number spread by a profile, or an exact list. The next time is worked out when asked, so a
 * day of a million calls takes no room. It knows callers only as numbers.
 */
import type { ArrivalsSetup } from '../config/setup.ts';
import { distributionOf, type Distribution } from '../kernel/distributions.ts';
import type { Stream } from '../kernel/streams.ts';
import type { Millis } from '../kernel/time.ts';

export class Arrivals {
  readonly #setup: ArrivalsSetup;
  readonly #dayFactor: Distribution | null;
  #stream: Stream | null = null;
  #factor = 1;
  #step = 0;
  /** Position in the day, in milliseconds and not yet rounded. */
  #at = 0;
  #times: readonly number[] = [];
  #next = 0;

  constructor(setup: ArrivalsSetup) {
    this.#setup = setup;
    const law = setup.kind === 'rates' ? setup.dayFactor : null;
    this.#dayFactor = law === null ? null : distributionOf(law);
  }

  /** Begin a day. `luck` is the uniform number of its day factor. */
  begin(stream: Stream, luck: number): void {
    this.#stream = stream;
    this.#factor = this.#dayFactor === null ? 1 : this.#dayFactor.at(luck);
    this.#step = 0;
    this.#at = 0;
    this.#next = 0;
    if (this.#setup.kind === 'trace') this.#times = this.#setup.times;
    else if (this.#setup.kind === 'fixed')
      this.#times = spread(this.#setup.count, this.#setup.weights, this.#setup.step, stream);
  }

  /** The next arrival in whole milliseconds after the day's start; Infinity when the day has no more. */
  next(): Millis {
    if (this.#setup.kind !== 'rates') return this.#times[this.#next++] ?? Infinity;
    const { expected, step } = this.#setup;
    // Inversion of the cumulated rate (Cinlar 1975): an exponential amount of expected calls further on.
    let amount = -Math.log(1 - this.#stream!.next());
    while (this.#step < expected.length) {
      const rate = (expected[this.#step]! * this.#factor) / step;
      const left = (this.#step + 1) * step - this.#at;
      if (rate * left > amount) {
        this.#at += amount / rate;
        return Math.floor(this.#at);
      }
      amount -= rate * left;
      this.#step += 1;
      this.#at = this.#step * step;
    }
    return Infinity;
  }

  /** Recorded handle times of a trace: of the n-th arrival, or null. */
  recorded(n: number): { readonly talk: Millis | null; readonly wrapUp: Millis | null } {
    if (this.#setup.kind !== 'trace') return NOT_RECORDED;
    return { talk: this.#setup.talk?.[n] ?? null, wrapUp: this.#setup.wrapUp?.[n] ?? null };
  }
}

const NOT_RECORDED = { talk: null, wrapUp: null } as const;

/** Exactly `count` times, independent and distributed by the profile. */
function spread(count: number, weights: readonly number[], step: Millis, stream: Stream): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    let left = stream.next() * total;
    let at = 0;
    while (at < weights.length - 1 && left >= weights[at]!) left -= weights[at++]!;
    const share = weights[at]! > 0 ? Math.min(left / weights[at]!, 1) : 0;
    times.push(Math.floor((at + share) * step));
  }
  return times.sort((a, b) => a - b);
}
