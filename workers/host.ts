/**
 * The working side of simulation-api.ts: simulates the days it is given, one after the other, in simulations that
 * are made once and reset in place (the first days of a fresh one cost nearly twice as much). Between two days it
 * lets messages in, so that "forget" is heard at once. It refuses to know what kind of port it sits on, and what
 * becomes of the records.
 */
import { CommandDigest, Controls, Simulation } from '../engine/index.ts';
import type { Setup, ValidationAnswer, ValidationTask } from '../engine/index.ts';
import type { DayResult, FromWorker, Job, Task, ToWorker } from './simulation-api.ts';

export class SimulationHost {
  readonly #post: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void;
  /** Runs the next day after the messages that wait. */
  readonly #later: (next: () => void) => void;
  #job = 0;
  #days: Days[] = [];
  #tasks: Task[] = [];
  #isRunning = false;
  readonly #answer: (task: ValidationTask) => ValidationAnswer;
  #pieces: Piece[] = [];

  /** @param answer to pieces of a validation; who never validates need not carry what that takes */
  constructor(
    post: (message: FromWorker, transfer: readonly ArrayBuffer[]) => void,
    later: (next: () => void) => void,
    answer: (task: ValidationTask) => ValidationAnswer = noAnswer,
  ) {
    this.#post = post;
    this.#later = later;
    this.#answer = answer;
  }

  receive(message: ToWorker): void {
    switch (message.say) {
      case 'begin':
        this.#job = message.job;
        this.#tasks = [];
        this.#days = message.setups.map((setup) => daysOf(setup, message));
        return;
      case 'simulate':
        if (message.job !== this.#job) return;
        this.#tasks.push(...message.tasks);
        this.#goOn();
        return;
      case 'validate':
        this.#pieces.push(message);
        this.#goOn();
        return;
      case 'forget':
        this.#pieces = this.#pieces.filter(({ job }) => job !== message.job);
        if (message.job === this.#job) {
          this.#tasks = [];
          this.#days = [];
        }
        this.#post({ say: 'forgotten', job: message.job }, []);
        return;
    }
  }

  #goOn(): void {
    if (this.#isRunning || this.#tasks.length + this.#pieces.length === 0) return;
    this.#isRunning = true;
    this.#later(() => {
      this.#isRunning = false;
      const task = this.#tasks.shift();
      const piece = task === undefined ? this.#pieces.shift() : undefined;
      if (task !== undefined) this.#simulate(task);
      if (piece !== undefined) this.#validate(piece);
      this.#goOn();
    });
  }

  #validate({ job, number, task }: Piece): void {
    try {
      this.#post({ say: 'validated', job, number, answer: this.#answer(task) }, []);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#post({ say: 'notValidated', job, number, why }, []);
    }
  }

  #simulate(task: Task): void {
    const job = this.#job;
    const days = this.#days[task.of];
    if (!days) return;
    try {
      const result = days.simulate(task.day);
      this.#post({ say: 'day', job, task, ...result }, [result.record.buffer as ArrayBuffer]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#post({ say: 'failed', job, task, why, instant: days.simulation.engine.now }, []);
      // Nobody knows in what state it stopped.
      this.#days[task.of] = days.fresh();
    }
  }
}

function noAnswer(): never {
  throw new Error('This worker simulates and does not validate.');
}

type Piece = Extract<ToWorker, { readonly say: 'validate' }>;

function daysOf(setup: Setup, job: Job): Days {
  return setup.world.continuous ? new LongRun(setup, job) : new SeparateDays(setup, job);
}

interface Days {
  readonly simulation: Simulation;
  /** The same from the beginning. */
  fresh(): Days;
  simulate(day: number): DayResult;
}

/** Each day by itself; any order will do. */
class SeparateDays implements Days {
  readonly simulation: Simulation;
  readonly #job: Job;
  readonly #digest: CommandDigest | null;
  readonly #controls: Controls | null;

  constructor(setup: Setup, job: Job) {
    this.#digest = job.digests === true ? new CommandDigest() : null;
    this.simulation = new Simulation(setup, null, this.#digest);
    this.#job = job;
    this.#controls = job.controls === true ? new Controls(setup) : null;
  }

  fresh(): Days {
    return new SeparateDays(this.simulation.setup, this.#job);
  }

  simulate(day: number): DayResult {
    const before = this.simulation.events;
    const { seed, antithetic = false } = this.#job;
    // Of a pair both days are the same one of the calendar.
    const luck = [seed, antithetic ? day >> 1 : day, antithetic && day % 2 === 1] as const;
    const record = this.simulation.day(...luck);
    const controls = this.#controls?.day(...luck);
    return { record, events: this.simulation.events - before, ...digestOf(this.#digest), controls };
  }
}

/** One run over all days. A worker that takes over from a dead one goes through the days before again. */
class LongRun implements Days {
  readonly simulation: Simulation;
  readonly #job: Job;
  #run: Iterator<Float64Array> | undefined;
  #next = 0;
  readonly #digest: CommandDigest | null;

  constructor(setup: Setup, job: Job) {
    this.#digest = job.digests === true ? new CommandDigest() : null;
    this.simulation = new Simulation(setup, null, this.#digest);
    this.#job = job;
  }

  fresh(): Days {
    return new LongRun(this.simulation.setup, this.#job);
  }

  simulate(day: number): DayResult {
    if (!this.#run || day < this.#next) {
      this.#run = this.simulation.days(this.#job.seed, this.#job.days);
      this.#next = 0;
      this.#digest?.take();
    }
    const before = this.simulation.events;
    for (;;) {
      const step = this.#run.next();
      if (step.done) throw new RangeError(`The run has no day ${day}.`);
      const digest = digestOf(this.#digest);
      if (this.#next++ === day)
        return { record: step.value, events: this.simulation.events - before, ...digest };
    }
  }
}

function digestOf(digest: CommandDigest | null): Pick<DayResult, 'digest'> {
  return digest === null ? {} : { digest: digest.take() };
}
