/**
 * A run that streams: days come in order, frames show the first n of them, and at last one shows all. When it is enough is decided
 * after fixed counts of days, as the command line does it. It refuses to know what a frame shows.
 */
import type { Outcome, ThreadSource } from '../course.ts';
import { daysAtLeast, Precision } from '../stopping.ts';
import type { Frame, RunEnd, RunRequest, RunState } from './api.ts';
import type { DayStore } from './day-store.ts';
import { FramePacer } from './frame-pacer.ts';
import type { Reader } from './reader.ts';
import { RunSoFar } from './run-so-far.ts';
import type { About } from './run-so-far.ts';

export interface LiveRunOptions {
  readonly id: number;
  readonly reader: Reader;
  readonly store: DayStore;
  readonly signal: AbortSignal;
  readonly onFrame: (frame: Frame) => unknown;
  readonly workers?: number | undefined;
  readonly threads?: ThreadSource | undefined;
  readonly size: number;
  /** Workers that were replaced since the page was opened; added to. */
  readonly restarts: Tally;
  readonly clock?: (() => number) | undefined;
}

export interface Tally {
  count: number;
}

/** What a signal's reason is when nobody waits for the rest any more. */
export const ABANDONED = 'abandoned';

export class LiveRun {
  readonly request: RunRequest;
  /** Changes when the page looks at another queue or in another language. */
  about: About;
  readonly #options: LiveRunOptions;
  readonly #soFar: RunSoFar;
  readonly #precision: Precision | null;
  readonly #clock: () => number;
  readonly #pacer: FramePacer<Frame>;
  #state: RunState = 'refining';
  /** When the first day was simulated, not merely known, and what came since. */
  #began: number | null = null;
  #simulated = 0;
  #events = 0;
  #secondsRun = 0;

  private constructor(request: RunRequest, about: About, options: LiveRunOptions, soFar: RunSoFar) {
    this.request = request;
    this.about = about;
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#pacer = new FramePacer(options.onFrame, this.#clock);
    this.#soFar = soFar;
    this.#precision =
      request.halfWidth === null
        ? null
        : new Precision(this.#soFar.now, { kpi: 'serviceLevel', halfwidth: request.halfWidth });
  }

  /**
   * Throws when one of the scenarios cannot be run.
   * @param before a run of the same scenarios and seed, whose days need not come again
   */
  static async of(
    request: RunRequest,
    about: About,
    options: LiveRunOptions,
    before: LiveRun | null,
  ): Promise<LiveRun> {
    const goesOn = before?.goesOnAs(request) === true;
    const soFar = goesOn ? before.#soFar.goOn(request.days) : await RunSoFar.of(request, options.reader);
    return new LiveRun(request, about, options, soFar);
  }

  get soFar(): RunSoFar {
    return this.#soFar;
  }

  /** Whether that run is this one with more days, so that it may go on where this one is. */
  goesOnAs({ now, baseline, seed, days, halfWidth }: RunRequest): boolean {
    const own = this.request;
    const isSame =
      JSON.stringify([own.now, own.baseline, own.seed]) === JSON.stringify([now, baseline, seed]);
    const isLong = this.#soFar.plan.setup.world.continuous;
    // A long run must know its last day, and its blocks, from the beginning.
    if (isLong || !isSame || days < this.#soFar.days) return false;
    // What is enough is seen at fixed counts of days: one that was passed cannot be looked at again.
    return halfWidth === null || halfWidth === own.halfWidth || this.#soFar.days < daysAtLeast;
  }

  async play(): Promise<RunEnd> {
    const { store, signal, workers, threads, restarts } = this.#options;
    const { seed, days } = this.request;
    const soFar = this.#soFar;
    const outcome = await store.simulate({
      setups: soFar.setups,
      seed,
      days,
      first: soFar.days,
      workers,
      threads,
      signal,
      onReplaced: () => void (restarts.count += 1),
      onDay: (day, results) => {
        soFar.add(day, results);
        this.#measure(results.reduce((sum, { events }) => sum + events, 0));
        const isEnough = this.#precision?.isEnough(day + 1) === true;
        // The last frame comes when all is settled.
        if (!isEnough && day + 1 < days) this.#pacer.offer(soFar.daysTold, days, () => this.frame());
        return !isEnough;
      },
    });
    return this.#end(outcome);
  }

  /** Of what there is, however little. */
  frame(): Frame {
    const { id, size, restarts } = this.#options;
    return {
      run: id,
      state: this.#state,
      asked: this.request.days,
      secondsLeft: this.#secondsLeft(),
      eventsPerSecond: this.#eventsPerSecond(),
      restarts: restarts.count,
      workers: size,
      ...this.#soFar.shown(this.about),
    };
  }

  #end({ ended, days }: Outcome): RunEnd {
    const soFar = this.#soFar;
    this.#state = ended;
    this.#secondsRun = this.#secondsSince();
    soFar.ended = ended;
    soFar.warnings = this.#precision?.warnings(ended) ?? [];
    if (soFar.days > 0 && this.#options.signal.reason !== ABANDONED) {
      soFar.close();
      this.#options.onFrame(this.frame());
    }
    return { state: ended, days };
  }

  #measure(events: number): void {
    if (events === 0) return;
    this.#began ??= this.#clock();
    this.#simulated += 1;
    this.#events += events;
  }

  #secondsSince(): number {
    return this.#began === null ? 0 : (this.#clock() - this.#began) / 1000;
  }

  #eventsPerSecond(): number {
    const seconds = this.#state === 'refining' ? this.#secondsSince() : this.#secondsRun;
    return seconds > 0 ? this.#events / seconds : 0;
  }

  /** By the pace so far, and by what the last look at the precision makes of it. */
  #secondsLeft(): number | null {
    if (this.#state !== 'refining' || this.#simulated < 2) return null;
    const expected = Math.min(this.request.days, this.#precision?.daysExpected ?? Infinity);
    const left = Math.max(0, expected - this.#soFar.days);
    return (left * this.#secondsSince()) / this.#simulated;
  }
}
