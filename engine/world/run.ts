/**
 * Replications: a day, or a long run of days, from an empty centre to its end. The six lines in `advance` are
 * all that differs between simulated and real time. It may collect metrics, and knows no workers: which days
 * are run, and where, is decided above.
 */
import { frameOf } from '../config/hours.ts';
import type { Setup } from '../config/setup.ts';
import { hours, timeOf, type Instant } from '../kernel/time.ts';
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
  /** Moments served since `day` was called: what happens in the world and what comes due in the engine. For progress displays. */
  events = 0;

  constructor(setup: Setup) {
    this.setup = setup;
    this.collector = new DayCollector(setup);
    this.engine = new Engine(setup.routing, this.collector);
    this.world = new World(setup, this.engine);
  }

  /** One replication: the day of that number, alone, from empty to its end. Its record is the caller's to keep. */
  day(seed: number, day: number): Float64Array {
    const { setup, engine, world, collector } = this;
    const kind = setup.world.calendar[day % setup.world.calendar.length]!;
    const frame = frameOf(setup, day, seed);
    this.events = 0;
    engine.begin(frame);
    world.clear();
    collector.begin(kind, frame);
    world.openDay(seed, day, kind, 0);
    const { from, to } = setup.world.kinds[kind]!;
    this.#runUntil(to - from + RUN_OUT_AT_MOST);
    return collector.end(engine.now);
  }

  #runUntil(limit: Instant): void {
    const { engine, world } = this;
    const { outbox } = engine;
    const isServing = this.setup.world.endOfDay === 'serve';
    let events = 0;
    for (;;) {
      const mine = world.nextDue;
      const theirs = engine.nextDeadline;
      if (theirs <= mine) {
        if (timeOf(theirs) > limit) break;
        engine.advanceTo(theirs);
      } else {
        if (timeOf(mine) > limit) break;
        world.happen();
      }
      outbox.drainTo(world);
      events++;
      if (!world.isClosed) continue;
      if (isServing ? engine.inHand === 0 : world.staff.onDuty === 0) break;
    }
    this.events += events;
  }
}
