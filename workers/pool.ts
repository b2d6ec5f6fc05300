/**
 * Days over workers. Days are handed out in small batches and joined in day order, so that what comes out does not
 * depend on how many workers there are or which was faster; only so many days are in flight, so that memory does
 * not grow with their number. A worker that dies is replaced and its days are done again. Pool refuses to know what a
 * record means: when it is enough is decided by the caller, day by day.
 */
import { platform } from '#platform';
import { Course, SimulationError } from './course.ts';
import type { Outcome, Settle, Work, ThreadSource } from './course.ts';
import { jobOf, resultOf } from './job.ts';
import type { FromWorker, Task } from './simulation-api.ts';
import { returnThread, takeThread } from './shelf.ts';
import type { Thread } from './thread.ts';

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
  const tasks = (work.days - (work.first ?? 0)) * work.setups.length;
  const size = Math.max(0, Math.min(work.workers ?? platform.threadsUsual(), most, tasks));
  // Process-wide, and before a thread compiles anything.
  platform.tuneCompiler();
  if (work.workers === 0 || size === 0) return simulateAlone(work);
  return new Promise((resolve, reject) => new Crew(work, size, { resolve, reject }).start());
}

async function simulateAlone(work: Work): Promise<Outcome> {
  const { Alone } = await import('./alone.ts');
  return new Promise((resolve, reject) => new Alone(work, { resolve, reject }).start());
}

let jobs = 0;

/** On threads. */
class Crew {
  readonly #course: Course;
  readonly #job = ++jobs;
  readonly #size: number;
  readonly #source: ThreadSource;
  readonly #hands = new Map<Thread, number[]>();
  /** Tasks whose worker died, in order. */
  #again: number[] = [];
  #next = 0;
  readonly #deaths = new Map<number, number>();

  constructor(work: Work, size: number, settle: Settle) {
    this.#course = new Course(work, settle, () => this.#disband());
    this.#size = size;
    this.#source = work.threads ?? { take: takeThread, giveBack: returnThread };
  }

  start(): void {
    this.#course.begin();
    try {
      for (let worker = 0; worker < this.#size && !this.#course.isOver; worker++) this.#hire();
    } catch (error) {
      this.#course.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #hire(): void {
    const thread = this.#source.take();
    this.#hands.set(thread, []);
    thread.listen({
      heard: (message) => this.#heard(thread, message),
      died: (error) => this.#died(thread, error),
    });
    thread.post({ say: 'begin', job: this.#job, ...jobOf(this.#course.work) });
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
      tasks.push(this.#course.taskOf(number));
    }
    if (tasks.length > 0) thread.post({ say: 'simulate', job: this.#job, tasks });
  }

  #nextTask(): number | undefined {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    const limit = Math.min(this.#course.tasks, this.#course.next + ahead * this.#size);
    return this.#next < limit ? this.#next++ : undefined;
  }

  #heard(thread: Thread, message: FromWorker): void {
    if (message.say !== 'day' && message.say !== 'failed') return;
    if (message.job !== this.#job || this.#course.isOver) return;
    const inHand = this.#hands.get(thread);
    const place = inHand?.indexOf(this.#course.numberOf(message.task)) ?? -1;
    if (place >= 0) inHand?.splice(place, 1);
    this.#course.done(message.task, resultOf(message, this.#course.work.seed));
    if (this.#course.isOver) return;
    // The day that was waited for lets everyone go on.
    for (const other of this.#hands.keys()) this.#fill(other);
  }

  #died(thread: Thread, error: Error): void {
    if (this.#course.isOver) return;
    const inHand = this.#hands.get(thread) ?? [];
    this.#hands.delete(thread);
    const suspect = inHand[0] ?? this.#course.next;
    const deaths = (this.#deaths.get(suspect) ?? 0) + 1;
    this.#deaths.set(suspect, deaths);
    if (deaths >= deathsPerDay) {
      const why = `${deaths} workers died: ${error.message}`;
      const { day } = this.#course.taskOf(suspect);
      return this.#course.fail(new SimulationError(why, this.#course.work.seed, day, null, error));
    }
    this.#again = [...this.#again, ...inHand].toSorted((a, b) => a - b);
    try {
      this.#hire();
      this.#course.work.onReplaced?.();
    } catch (cause) {
      this.#course.fail(cause instanceof Error ? cause : new Error(String(cause)));
    }
  }

  #disband(): void {
    for (const thread of this.#hands.keys()) this.#source.giveBack(thread, this.#job);
    this.#hands.clear();
  }
}
