/**
 * The course of a run over days, whoever simulates them: joins results in day order, hands them on, and knows when
 * it is over and why. It refuses to know how a day is simulated.
 */
import { Join } from './join.ts';
import type { DayResult, Job, Task } from './simulation-api.ts';
import type { Thread } from './thread.ts';

/** Days `first` to `days` - 1, unless `onDay` or `signal` ends it earlier. */
export interface Work extends Job {
  /** Where to begin, the days before being known already. Default: 0. */
  readonly first?: number | undefined;
  /** Worker threads; 0: in this thread, day by day. Left out: one per core. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called in day order, with one result for each setup. False: enough. */
  readonly onDay: (day: number, results: readonly DayResult[]) => boolean;
  /** Where threads come from and go to; tests bring their own. */
  readonly threads?: ThreadSource | undefined;
  /** A worker died and another one does its days again. */
  readonly onReplaced?: (() => void) | undefined;
}

export interface ThreadSource {
  take(): Thread;
  giveBack(thread: Thread, job: number): void;
}

export interface Outcome {
  /** Days joined, those before `first` included: always the first ones, without a gap. */
  readonly days: number;
  readonly ended: 'allDays' | 'enough' | 'stopped';
}

/** The engine, or a worker, failed on a day. Scenario, seed and day are all it takes to see it again. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  readonly seed: number;
  readonly day: number;
  /** Milliseconds from the start of that day (of the first one, in a long run) to the failure; null when a worker died. */
  readonly instant: number | null;

  constructor(why: string, seed: number, day: number, instant: number | null, cause?: unknown) {
    const when = instant === null ? '' : `, ${instant} ms after the start`;
    super(`${why} (seed ${seed}, day ${day}${when})`, cause === undefined ? undefined : { cause });
    this.seed = seed;
    this.day = day;
    this.instant = instant;
  }
}

export interface Settle {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

export class Course {
  readonly work: Work;
  readonly #join = new Join<DayResult | SimulationError>();
  readonly #settle: Settle;
  readonly #close: () => void;
  readonly #stop = () => this.end('stopped');
  readonly #first: number;
  #results: DayResult[] = [];
  #days: number;
  isOver = false;

  constructor(work: Work, settle: Settle, close: () => void) {
    this.work = work;
    this.#settle = settle;
    this.#close = close;
    this.#first = work.first ?? 0;
    this.#days = this.#first;
  }

  /** Number of the next task to join, and of all tasks. */
  get next(): number {
    return this.#join.next;
  }

  get tasks(): number {
    return (this.work.days - this.#first) * this.work.setups.length;
  }

  taskOf(number: number): Task {
    const { length } = this.work.setups;
    return { day: this.#first + Math.floor(number / length), of: number % length };
  }

  numberOf(task: Task): number {
    return (task.day - this.#first) * this.work.setups.length + task.of;
  }

  begin(): void {
    const { signal, days } = this.work;
    if (signal?.aborted) return this.end('stopped');
    signal?.addEventListener('abort', this.#stop, { once: true });
    if (days <= this.#first) this.end('allDays');
  }

  /** A failure has its turn like a result: a day that is not reached in the end does not matter. */
  done(task: Task, result: DayResult | SimulationError): void {
    this.#join.put(this.numberOf(task), result);
    for (let next = this.#join.take(); next && !this.isOver; next = this.#join.take()) {
      if (next instanceof SimulationError) this.fail(next);
      else this.#joined(next);
    }
  }

  #joined(result: DayResult): void {
    this.#results.push(result);
    if (this.#results.length < this.work.setups.length) return;
    const results = this.#results;
    this.#results = [];
    const day = this.#days++;
    let isWanted: boolean;
    try {
      isWanted = this.work.onDay(day, results);
    } catch (error) {
      return this.fail(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.#days === this.work.days) this.end('allDays');
    else if (!isWanted) this.end('enough');
  }

  end(ended: Outcome['ended']): void {
    if (this.#over()) this.#settle.resolve({ days: this.#days, ended });
  }

  fail(error: Error): void {
    if (this.#over()) this.#settle.reject(error);
  }

  #over(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    this.work.signal?.removeEventListener('abort', this.#stop);
    this.#close();
    return true;
  }
}
