/**
 * Plays a scenario and listens: separate days, or blocks of one long run, each a replicate, a row of what was counted. The simulator
 * is the engine and the world themselves; only the collector of the reports is taken off, since nobody asks it.
 *
 * It is reset in place and used again: the first days of a fresh simulation cost nearly twice as much. It knows no case.
 */
import type { Setup } from '../config/setup.ts';
import { hours } from '../kernel/time.ts';
import { Simulation } from '../world/run.ts';
import { Watch } from './watch.ts';
import type { WatchLayout, WatchOptions } from './watch-cells.ts';

/** What is played in one go: so many days from a number on, or so many blocks of a run of their own, with the luck of a seed. */
export interface Stretch {
  readonly seed: number;
  /** Of separate days; a long run begins at its beginning. */
  readonly first: number;
  readonly count: number;
}

const DAY = hours(24);

export class Player {
  readonly layout: WatchLayout;
  readonly #simulation: Simulation;
  readonly #watch: Watch;
  readonly #blockDays: number;

  /** @param blockDays days in a block of a long run */
  constructor(setup: Setup, options: WatchOptions, blockDays = 1) {
    this.#simulation = new Simulation(setup);
    this.#watch = new Watch(setup, options);
    this.#simulation.engine.centre.facts = this.#watch;
    this.layout = this.#watch.layout;
    this.#blockDays = blockDays;
  }

  /** The rows of all replicates, one after the other. */
  play(stretch: Stretch): Float64Array {
    const { count } = stretch;
    const rows = new Float64Array(count * this.layout.length);
    if (this.#simulation.setup.world.continuous) this.#blocks(stretch, rows);
    else this.#days(stretch, rows);
    return rows;
  }

  #days({ seed, first, count }: Stretch, rows: Float64Array): void {
    const { from, to } = this.#simulation.setup.world.kinds[0]!;
    for (let at = 0; at < count; at++) {
      this.#watch.begin(0, to - from, false, to - from);
      this.#simulation.day(seed, first + at);
      rows.set(this.#watch.end(this.#simulation.engine.now), at * this.layout.length);
    }
  }

  /** The blocks of the warm-up are played too and measure nothing; what a block measures in part counts for its part. */
  #blocks({ seed, count }: Stretch, rows: Float64Array): void {
    const { length } = this.layout;
    const warmUpBlocks = Math.floor(this.#simulation.setup.world.warmUp / (DAY * this.#blockDays));
    const days = (count + warmUpBlocks) * this.#blockDays;
    this.#watch.begin(0, DAY, false, days * DAY);
    let day = 0;
    for (const _record of this.#simulation.days(seed, days)) {
      const block = Math.floor(day / this.#blockDays) - warmUpBlocks;
      day += 1;
      const isLast = day === days;
      const row = this.#watch.end(isLast ? this.#simulation.engine.now : day * DAY);
      if (block >= 0) for (let at = 0; at < length; at++) rows[block * length + at]! += row[at]!;
      if (!isLast) this.#watch.begin(day * DAY, (day + 1) * DAY, true, days * DAY);
    }
  }
}

/** Calls expected in a replicate, for the lengths of stretches. */
export function callsPerReplicate({ world }: Setup, blockDays = 1): number {
  let calls = 0;
  for (const { arrivals } of world.kinds[0]?.demand ?? [])
    if (arrivals.kind === 'rates') calls += arrivals.expected.reduce((sum, each) => sum + each, 0);
  return Math.max(1, calls * blockDays);
}
