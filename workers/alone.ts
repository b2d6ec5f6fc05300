/**
 * Days without further threads: in this one, with the same host, fed with a day at a time. The signal is heard between two days. A file
 * of its own, so that who always has threads need not carry a simulation too.
 */
import { platform } from '#platform';
import { Course } from './course.ts';
import type { Settle, Work } from './course.ts';
import { SimulationHost } from './host.ts';
import { jobOf, resultOf } from './job.ts';
import type { FromWorker } from './simulation-api.ts';

export class Alone {
  readonly #course: Course;
  readonly #host: SimulationHost;
  #next = 0;

  constructor(work: Work, settle: Settle) {
    this.#course = new Course(work, settle, () => undefined);
    this.#host = new SimulationHost(
      (message) => this.#heard(message),
      (next) => platform.later(next),
    );
  }

  start(): void {
    this.#course.begin();
    if (this.#course.isOver) return;
    this.#host.receive({ say: 'begin', job: 1, ...jobOf(this.#course.work) });
    this.#handOut();
  }

  #handOut(): void {
    if (this.#course.isOver) return;
    const tasks = [this.#course.taskOf(this.#next++)];
    this.#host.receive({ say: 'simulate', job: 1, tasks });
  }

  #heard(message: FromWorker): void {
    if (message.say !== 'day' && message.say !== 'failed') return;
    this.#course.done(message.task, resultOf(message, this.#course.work.seed));
    this.#handOut();
  }
}
