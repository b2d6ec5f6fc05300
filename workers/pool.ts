/**
 * Days over workers. Days are handed out in small batches and joined in day order, so that what comes out does not
 * depend on how many workers there are or which was faster; only so many days are in flight, so that memory does
 * not grow with their number. A worker that dies is replaced and its days are done again. Pool refuses to know what a
 * record means: when it is enough is decided by the caller, day by day.
 */
import { availableParallelism } from 'node:os';
import { SimulationHost } from './host.ts';
import { Join } from './join.ts';
import { widenInlining } from './optimiser.ts';
import type { DayResult, FromWorker, Job, Task } from './simulation-api.ts';
import { returnThread, takeThread } from './thread.ts';
import type { Thread } from './thread.ts';

/** Days 0 to `days` - 1, unless `onDay` or `signal` ends it earlier. */
export interface Work extends Job {
  /** Worker threads; 0: in this thread, day by day. Left out: one per core. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called in day order, with one result for each setup. False: enough. */
  readonly onDay: (day: number, results: readonly DayResult[]) => boolean;
  /** Where threads come from and go to; tests bring their own. */
  readonly threads?: ThreadSource | undefined;
}

export interface ThreadSource {
  take(): Thread;
  giveBack(thread: Thread, job: number): void;
}

export interface Outcome {
  /** Days joined: always the first ones, without a gap. */
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

/** Days a worker holds at most, the one in work included: enough not to wait for the next message, few enough to stop soon. */
const batch = 4;
/** Days that may be finished or in work beyond the next one to join, per worker. */
// A record of 500 queues by half hours is 8 MB.
const ahead = 8;
/** A day that ends so many workers is not tried again. */
const deathsPerDay = 3;
/** More threads than this are a slip of the keyboard. */
export const mostWorkers = 1024;

export function simulateDays(work: Work): Promise<Outcome> {
  // The days of a long run hang together, so one worker does them all.
  const most = work.setups.some((setup) => setup.world.continuous) ? 1 : mostWorkers;
  const size = Math.min(work.workers ?? availableParallelism(), most, work.days * work.setups.length);
  // Process-wide, and before a thread compiles anything.
  widenInlining();
  return new Promise((resolve, reject) => {
    const settle = { resolve, reject };
    if (work.workers === 0 || size === 0) new Alone(work, settle).start();
    else new Crew(work, size, settle).start();
  });
}

interface Settle {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** What both ways of working share: the order of the days, and how it ends. */
class Progress {
  readonly work: Work;
  readonly #join = new Join<DayResult>();
  readonly #settle: Settle;
  readonly #close: () => void;
  readonly #stop = () => this.end('stopped');
  #results: DayResult[] = [];
  #days = 0;
  isOver = false;

  constructor(work: Work, settle: Settle, close: () => void) {
    this.work = work;
    this.#settle = settle;
    this.#close = close;
  }

  /** Number of the next task to join, and of all tasks. */
  get next(): number {
    return this.#join.next;
  }

  get tasks(): number {
    return this.work.days * this.work.setups.length;
  }

  taskOf(number: number): Task {
    const { length } = this.work.setups;
    return { day: Math.floor(number / length), of: number % length };
  }

  numberOf(task: Task): number {
    return task.day * this.work.setups.length + task.of;
  }

  begin(): void {
    const { signal, days } = this.work;
    if (signal?.aborted) return this.end('stopped');
    signal?.addEventListener('abort', this.#stop, { once: true });
    if (days === 0) this.end('allDays');
  }

  done(task: Task, result: DayResult): void {
    this.#join.put(this.numberOf(task), result);
    for (let next = this.#join.take(); next && !this.isOver; next = this.#join.take()) this.#joined(next);
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

/** In this thread: the same host, fed with a day at a time. The signal is heard between two days. */
class Alone {
  readonly #progress: Progress;
  readonly #host: SimulationHost;
  #next = 0;

  constructor(work: Work, settle: Settle) {
    this.#progress = new Progress(work, settle, () => undefined);
    this.#host = new SimulationHost(
      (message) => this.#heard(message),
      (next) => setImmediate(next),
    );
  }

  start(): void {
    const { seed, setups, days } = this.#progress.work;
    this.#progress.begin();
    if (this.#progress.isOver) return;
    this.#host.receive({ say: 'begin', job: 1, seed, setups, days });
    this.#handOut();
  }

  #handOut(): void {
    if (this.#progress.isOver) return;
    const tasks = [this.#progress.taskOf(this.#next++)];
    this.#host.receive({ say: 'simulate', job: 1, tasks });
  }

  #heard(message: FromWorker): void {
    if (message.say === 'day') {
      this.#progress.done(message.task, message);
      this.#handOut();
    } else if (message.say === 'failed') {
      this.#progress.fail(failure(message, this.#progress.work.seed));
    }
  }
}

let jobs = 0;

/** On threads. */
class Crew {
  readonly #progress: Progress;
  readonly #job = ++jobs;
  readonly #size: number;
  readonly #source: ThreadSource;
  readonly #hands = new Map<Thread, number[]>();
  /** Tasks whose worker died, in order. */
  #again: number[] = [];
  #next = 0;
  readonly #deaths = new Map<number, number>();

  constructor(work: Work, size: number, settle: Settle) {
    this.#progress = new Progress(work, settle, () => this.#disband());
    this.#size = size;
    this.#source = work.threads ?? { take: takeThread, giveBack: returnThread };
  }

  start(): void {
    this.#progress.begin();
    try {
      for (let worker = 0; worker < this.#size && !this.#progress.isOver; worker++) this.#hire();
    } catch (error) {
      this.#progress.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #hire(): void {
    const { seed, setups, days } = this.#progress.work;
    const thread = this.#source.take();
    this.#hands.set(thread, []);
    thread.listen({
      heard: (message) => this.#heard(thread, message),
      died: (error) => this.#died(thread, error),
    });
    thread.post({ say: 'begin', job: this.#job, seed, setups, days });
    this.#fill(thread);
  }

  #fill(thread: Thread): void {
    const inHand = this.#hands.get(thread);
    // Half empty, so that a message brings more than one day.
    if (!inHand || inHand.length > batch / 2) return;
    const tasks: Task[] = [];
    while (inHand.length < batch) {
      const number = this.#nextTask();
      if (number === undefined) break;
      inHand.push(number);
      tasks.push(this.#progress.taskOf(number));
    }
    if (tasks.length > 0) thread.post({ say: 'simulate', job: this.#job, tasks });
  }

  #nextTask(): number | undefined {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    const limit = Math.min(this.#progress.tasks, this.#progress.next + ahead * this.#size);
    return this.#next < limit ? this.#next++ : undefined;
  }

  #heard(thread: Thread, message: FromWorker): void {
    if (message.job !== this.#job || this.#progress.isOver) return;
    if (message.say === 'failed') {
      return this.#progress.fail(failure(message, this.#progress.work.seed));
    }
    if (message.say !== 'day') return;
    const inHand = this.#hands.get(thread);
    const place = inHand?.indexOf(this.#progress.numberOf(message.task)) ?? -1;
    if (place >= 0) inHand?.splice(place, 1);
    this.#progress.done(message.task, message);
    if (this.#progress.isOver) return;
    // The day that was waited for lets everyone go on.
    for (const other of this.#hands.keys()) this.#fill(other);
  }

  #died(thread: Thread, error: Error): void {
    if (this.#progress.isOver) return;
    const inHand = this.#hands.get(thread) ?? [];
    this.#hands.delete(thread);
    const suspect = inHand[0] ?? this.#progress.next;
    const deaths = (this.#deaths.get(suspect) ?? 0) + 1;
    this.#deaths.set(suspect, deaths);
    if (deaths >= deathsPerDay) {
      const why = `${deaths} workers died: ${error.message}`;
      const { day } = this.#progress.taskOf(suspect);
      return this.#progress.fail(new SimulationError(why, this.#progress.work.seed, day, null, error));
    }
    this.#again = [...this.#again, ...inHand].toSorted((a, b) => a - b);
    try {
      this.#hire();
    } catch (cause) {
      this.#progress.fail(cause instanceof Error ? cause : new Error(String(cause)));
    }
  }

  #disband(): void {
    for (const thread of this.#hands.keys()) this.#source.giveBack(thread, this.#job);
    this.#hands.clear();
  }
}

function failure(message: FromWorker & { readonly say: 'failed' }, seed: number): SimulationError {
  return new SimulationError(message.why, seed, message.task.day, message.instant);
}
