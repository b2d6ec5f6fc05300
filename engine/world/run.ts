/**
 * Replications: a day alone, or a long run of days, from an empty centre to its end. It collects metrics and knows no workers: which days are run,
 * and where, is decided above.
 */
import { frameOf, kindOfDay, startOfDayUtc } from '../config/hours.ts';
import type { RunFrame, Setup } from '../config/setup.ts';
import { dueAt, hours, minutes, Rank, type Due, type Instant } from '../kernel/time.ts';
import { DayCollector } from '../metrics/collect.ts';
import { EMPTY_FRAME } from '../routing/centre.ts';
import type { CommandDigest } from '../routing/digest.ts';
import { Engine } from '../routing/engine.ts';
import type { Commands, Inputs } from '../routing/protocol.ts';
import type { Transcript } from '../routing/transcript.ts';
import { World, type EngineDoor } from './world.ts';

/** A day that cannot be emptied (callers without patience whom nobody serves) ends this long after closing; they count as open. */
const RUN_OUT_AT_MOST = hours(24);

/** A traced day comes in slices of so much simulated time, so that whoever reads it need not hold it all. */
const SLICE = minutes(5);

export class Simulation {
  readonly setup: Setup;
  readonly engine: Engine;
  readonly world: World;
  readonly collector: DayCollector;
  /** The engine and the world, or transcript and digest in front of them: put there only for who listens, so that nobody else pays. */
  readonly #inputs: Inputs;
  readonly #commands: Commands;
  #frame: RunFrame = EMPTY_FRAME;
  /** Moments of the world and steps of the engine so far, for "events per second". */
  events = 0;

  constructor(setup: Setup, transcript: Transcript | null = null, digest: CommandDigest | null = null) {
    this.setup = setup;
    this.collector = new DayCollector(setup);
    this.engine = new Engine(setup.routing, transcript?.factsTo(this.collector) ?? this.collector);
    const door = transcript === null ? this.engine : doorOf(transcript, this.engine);
    this.world = new World(setup, door);
    this.#inputs = door;
    const receiver = transcript?.commandsTo(this.world) ?? this.world;
    this.#commands = digest?.commandsTo(receiver, this.engine) ?? receiver;
  }

  /**
   * One replication: the day of that number, alone, from empty to its end.
   * @param isMirrored with 1 - u for every u of that day's luck: the other one of an antithetic pair
   */
  day(seed: number, day: number, isMirrored = false): Float64Array {
    this.#runOut(this.#openAlone(seed, day, undefined, isMirrored).last);
    return this.#close(this.#now);
  }

  /**
   * A long run of so many days: queue, callbacks and estimate go on over the night, the staff goes home when a
   * closed day is empty. Yields a record a day, cut where the next day begins.
   */
  *days(seed: number, count: number): Generator<Float64Array> {
    this.#beginRun(seed, count);
    for (let day = 0; day < count; day++) {
      const { last, next } = this.#openNext(seed, day, count);
      if (next === Infinity) this.#runOut(last);
      else this.#runUntil(next);
      yield this.#close(next === Infinity ? this.#now : next);
    }
  }

  /**
   * A day with the transcript listening: alone, or as a day of a long run, which is cut where it ends. What has been heard can be
   * taken whenever this yields, and at the end. Returns the day's record, which is the same as without a listener.
   * @param count days of the long run; 0: the day alone
   */
  *trace(transcript: Transcript, seed: number, day: number, count = 0): Generator<void, Float64Array> {
    if (count > 0) {
      this.#beginRun(seed, count);
      for (let before = 0; before < day; before++) {
        const { next } = this.#openNext(seed, before, count);
        this.#runUntil(next);
        this.#close(next);
      }
    }
    const listen = (start: Instant): void => transcript.begin(this.engine, start);
    const { start, last, next } =
      count > 0 ? this.#openNext(seed, day, count, listen) : this.#openAlone(seed, day, listen);
    const [limit, isDone] = next === Infinity ? this.#toTheEnd(last) : this.#toTheNext(next);
    for (let until = start; ;) {
      until += SLICE;
      const isOver = this.#advance(Math.min(limit, dueAt(until, Rank.pass)), isDone);
      yield;
      if (isOver || dueAt(until, Rank.pass) >= limit) break;
    }
    transcript.end();
    return this.#close(next === Infinity ? this.#now : next);
  }

  // ------------------------------------------------------------------ the beginning and the end of days

  #openAlone(seed: number, day: number, listen?: (start: Instant) => void, isMirrored = false): OpenDay {
    const { setup, engine, world, collector } = this;
    const kind = kindOfDay(setup.world, day);
    const { from, to } = setup.world.kinds[kind]!;
    engine.begin(frameOf(setup, day, seed));
    world.clear(seed, day, isMirrored);
    collector.begin(kind, 0);
    listen?.(0);
    world.openDay(seed, day, 0, kind, 0, false);
    return { start: 0, last: to - from + RUN_OUT_AT_MOST, next: Infinity };
  }

  #beginRun(seed: number, count: number): void {
    this.#frame = frameOf(this.setup, 0, seed, count);
    this.engine.begin(this.#frame);
    this.world.clear(seed, 0);
  }

  #openNext(seed: number, day: number, count: number, listen?: (start: Instant) => void): OpenDay {
    const { setup, world, collector } = this;
    const { originUtc } = this.#frame;
    const kind = kindOfDay(setup.world, day);
    const { from, to } = setup.world.kinds[kind]!;
    const start = startOfDayUtc(setup.world, day) - originUtc;
    const isLast = day === count - 1;
    const next = isLast ? Infinity : startOfDayUtc(setup.world, day + 1) - originUtc;
    collector.begin(kind, start, day > 0);
    listen?.(start);
    world.openDay(seed, day, day, kind, start, next <= start + (to - from));
    return { start, last: start + (to - from) + RUN_OUT_AT_MOST, next };
  }

  #close(end: Instant): Float64Array {
    this.events += this.world.events + this.engine.steps;
    this.world.events = 0;
    return this.collector.end(end);
  }

  /** The end of a day is the world's, also when the engine heard nothing for hours. */
  get #now(): Instant {
    return Math.max(this.engine.now, this.world.now);
  }

  #runOut(limit: Instant): void {
    this.#advance(...this.#toTheEnd(limit));
  }

  #runUntil(instant: Instant): void {
    this.#advance(...this.#toTheNext(instant));
  }

  /** To the end of the last day: until nobody is left to serve, or nobody is there to serve them. */
  #toTheEnd(limit: Instant): readonly [Due, () => boolean] {
    return [dueAt(limit, Rank.pass), () => this.#isOver()];
  }

  #isOver(): boolean {
    const isServing = this.setup.world.endOfDay === 'serve';
    return isServing ? this.engine.inHand === 0 : this.world.staff.onDuty === 0;
  }

  /** Up to and without an instant; whoever stayed for the last callers goes home when there are none. */
  #toTheNext(instant: Instant): readonly [Due, () => boolean] {
    let isStaffed = true;
    const isDone = (): boolean => {
      if (isStaffed && this.#isOver()) {
        isStaffed = false;
        this.world.staff.sendHome();
        this.engine.outbox.drainTo(this.#commands);
      }
      return false;
    };
    return [dueAt(instant, Rank.legEnded) - 1, isDone];
  }

  /**
   * What comes next, a deadline of the engine or a moment of the world, and then its commands; up to `limit`, or
   * until a closed day is over: then true. These lines are all that differs between simulated and real time.
   */
  #advance(limit: Due, isDone: () => boolean): boolean {
    const { engine, world } = this;
    const { outbox } = engine;
    const inputs = this.#inputs;
    const commands = this.#commands;
    for (;;) {
      const mine = world.nextDue;
      const theirs = engine.nextDeadline;
      if (theirs <= mine) {
        if (theirs > limit) return false;
        inputs.advanceTo(theirs);
        // What the engine orders now, the world answers from now on: its own last moment may be a minute old.
        world.now = engine.now;
      } else {
        if (mine > limit) return false;
        world.happen();
      }
      if (outbox.size > 0) outbox.drainTo(commands);
      if (world.isClosed && isDone()) return true;
    }
  }
}

/** A day that is open: when it began, when it ends at the latest, and when the next one begins (Infinity: none does). */
interface OpenDay {
  readonly start: Instant;
  readonly last: Instant;
  readonly next: Instant;
}

/** The transcript in front of the engine. */
function doorOf(transcript: Transcript, engine: Engine): EngineDoor {
  return {
    ...transcript.inputsTo(engine),
    view: (id) => engine.view(id),
    isWrappingUp: (agent) => engine.isWrappingUp(agent),
  };
}
