/**
 * How fast a run is and how long it will take, for a progress display. It looks at the clock, which nothing that
 * ends up in a report may do.
 */

/** How far a run is. */
export interface Progress {
  /** Days done. */
  readonly days: number;
  /** Days asked for, at most. */
  readonly daysAsked: number;
  /** Days that will be done; with sequential stopping what the last look made of it. */
  readonly daysExpected: number;
  /** Moments served per second of wall clock: arrivals, prompts, rings, answers, timers. */
  readonly eventsPerSecond: number;
  /** Calls that arrived per second of wall clock. */
  readonly callsPerSecond: number;
  /** Milliseconds since the run began. */
  readonly millisElapsed: number;
  /** Milliseconds it will probably take from now, or null before anything is known. */
  readonly millisLeft: number | null;
}

export class Pace {
  readonly #clock: () => number;
  readonly #daysAsked: number;
  readonly #began: number;
  #days = 0;
  #events = 0;
  #calls = 0;

  constructor(daysAsked: number, clock: () => number) {
    this.#clock = clock;
    this.#daysAsked = daysAsked;
    this.#began = clock();
  }

  /** One more day: its events, and the calls of all days so far. */
  day(events: number, callsSoFar: number): void {
    this.#days++;
    this.#events += events;
    this.#calls = callsSoFar;
  }

  progress(daysExpected: number): Progress {
    const elapsed = this.#clock() - this.#began;
    const perSecond = (count: number) => (elapsed > 0 ? (count * 1000) / elapsed : 0);
    const left = Math.max(0, Math.min(daysExpected, this.#daysAsked) - this.#days);
    return {
      days: this.#days,
      daysAsked: this.#daysAsked,
      daysExpected: Math.max(Math.min(daysExpected, this.#daysAsked), this.#days),
      eventsPerSecond: perSecond(this.#events),
      callsPerSecond: perSecond(this.#calls),
      millisElapsed: elapsed,
      millisLeft: this.#days === 0 ? null : (left * elapsed) / this.#days,
    };
  }
}
