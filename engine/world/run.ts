/**
 * Replications: a day alone, or a long run of days, from an empty centre to its end. It collects metrics and knows no workers: which days are run,
 * and where, is decided above.
 */
import { frameOf, kindOfDay, startOfDayUtc } from '../config/hours.ts';
import type { Setup } from '../config/setup.ts';
import { dueAt, hours, Rank, type Due, type Instant } from '../kernel/time.ts';
import { DayCollector } from '../metrics/collect.ts';
import { Engine } from '../routing/engine.ts';
import { World } from './world.ts';

/** A day that cannot be emptied (callers without patience whom nobody serves) ends this long after closing; they count as open. */
const RUN_OUT_AT_MOST = hours(24);

export class Simulation {
  readonly setup: Setup;
  readonly engine: Engine;
  readonly world: World;
  readonly collector: DayCollector;
  /** Moments of the world and steps of the engine so far, for "events per second". */
  events = 0;

  constructor(setup: Setup) {
    this.setup = setup;
    this.collector = new DayCollector(setup);
    this.engine = new Engine(setup.routing, this.collector);
    this.world = new World(setup, this.engine);
  }

  /** One replication: the day of that number, alone, from empty to its end. */
  day(seed: number, day: number): Float64Array {
    const { setup, engine, world, collector } = this;
    const kind = kindOfDay(setup.world, day);
    const { from, to } = setup.world.kinds[kind]!;
    const frame = frameOf(setup, day, seed);
    engine.begin(frame);
    world.clear(seed, day);
    collector.begin(kind, 0);
    world.openDay(seed, day, 0, kind, 0, false);
    this.#runOut(to - from + RUN_OUT_AT_MOST);
    this.#count();
    return collector.end(this.#now);
  }

  /**
   * A long run of so many days: queue, callbacks and estimate go on over the night, the staff goes home when a
   * closed day is empty. Yields a record a day, cut where the next day begins.
   */
  *days(seed: number, count: number): Generator<Float64Array> {
    const { setup, engine, world, collector } = this;
    const frame = frameOf(setup, 0, seed, count);
    engine.begin(frame);
    world.clear(seed, 0);
    for (let day = 0; day < count; day++) {
      const kind = kindOfDay(setup.world, day);
      const { from, to } = setup.world.kinds[kind]!;
      const start = startOfDayUtc(setup.world, day) - frame.originUtc;
      const isLast = day === count - 1;
      const next = isLast ? Infinity : startOfDayUtc(setup.world, day + 1) - frame.originUtc;
      collector.begin(kind, start, day > 0);
      world.openDay(seed, day, day, kind, start, next <= start + (to - from));
      if (isLast) this.#runOut(start + (to - from) + RUN_OUT_AT_MOST);
      else this.#runUntil(next);
      this.#count();
      yield collector.end(isLast ? this.#now : next);
    }
  }

  /** The end of a day is the world's, also when the engine heard nothing for hours. */
  get #now(): Instant {
    return Math.max(this.engine.now, this.world.now);
  }

  #count(): void {
    this.events += this.world.events + this.engine.steps;
    this.world.events = 0;
  }

  /** To the end of the last day: until nobody is left to serve, or nobody is there to serve them. */
  #runOut(limit: Instant): void {
    this.#advance(dueAt(limit, Rank.pass), () => this.#isOver());
  }

  #isOver(): boolean {
    const isServing = this.setup.world.endOfDay === 'serve';
    return isServing ? this.engine.inHand === 0 : this.world.staff.onDuty === 0;
  }

  /** Up to and without an instant; whoever stayed for the last callers goes home when there are none. */
  #runUntil(instant: Instant): void {
    let isStaffed = true;
    this.#advance(dueAt(instant, Rank.legEnded) - 1, () => {
      if (isStaffed && this.#isOver()) {
        isStaffed = false;
        this.world.staff.sendHome();
        this.engine.outbox.drainTo(this.world);
      }
      return false;
    });
  }

  /**
   * What comes next, a deadline of the engine or a moment of the world, and then its commands; up to `limit`, or
   * until a closed day is over. These lines are all that differs between simulated and real time.
   */
  #advance(limit: Due, isDone: () => boolean): void {
    const { engine, world } = this;
    const { outbox } = engine;
    for (;;) {
      const mine = world.nextDue;
      const theirs = engine.nextDeadline;
      if (theirs <= mine) {
        if (theirs > limit) return;
        engine.advanceTo(theirs);
        // What the engine orders now, the world answers from now on: its own last moment may be a minute old.
        world.now = engine.now;
      } else {
        if (mine > limit) return;
        world.happen();
      }
      if (outbox.size > 0) outbox.drainTo(world);
      if (world.isClosed && isDone()) return;
    }
  }
}
