/**
 * All points of a sweep simulated day by day, each paired with the scenario as it is, and what is measured of them. It refuses to know
 * how the points came about.
 */
import { Accumulator, PairAccumulator } from '../engine/index.ts';
import type { Estimate, Setup } from '../engine/index.ts';
import { inReport, isSameKpi, pairOf } from './asked-kpi.ts';
import type { AskedKpi } from './asked-kpi.ts';
import type { Outcome } from './course.ts';
import { simulateDays } from './pool.ts';
import { follower } from './run.ts';
import type { Plan, RunOptions } from './run.ts';
import { OptionError } from './stopping.ts';
import type { Point } from './sweep-points.ts';

/** The base alone, and each point paired with it; the base is simulated once. */
export class Measured {
  readonly #plan: Plan;
  readonly #setups: readonly Setup[];
  readonly #base: Accumulator;
  readonly #pairs: readonly PairAccumulator[];

  constructor(plan: Plan, points: readonly Point[]) {
    this.#plan = plan;
    const { seed, setup } = plan;
    const { days } = setup.world;
    this.#setups = points.map(({ ready }) => ({
      ...ready.setup,
      seed,
      world: { ...ready.setup.world, days },
    }));
    const mixed = this.#setups.some(({ world }) => world.continuous !== setup.world.continuous);
    if (mixed) throw new OptionError('Separate days cannot be compared with a long run (days: continuous).');
    this.#base = new Accumulator(setup);
    this.#pairs = this.#setups.map((each) => new PairAccumulator(setup, each));
  }

  /** @param onDay told after each day how many there are, the last one excepted */
  async simulate(
    { workers, signal, ...options }: Pick<RunOptions, 'workers' | 'signal' | 'onProgress'>,
    onDay?: (days: number) => void,
  ): Promise<Outcome> {
    const { setup, seed, days } = this.#plan;
    const follow = follower([this.#base], options, days, () => days);
    const outcome = await simulateDays({
      setups: [setup, ...this.#setups],
      seed,
      days,
      workers,
      signal,
      onDay: (day, [base, ...others]) => {
        if (!base) return false;
        this.#base.add(day, base.record);
        this.#pairs.forEach((pair, at) => pair.add(day, base.record, others[at]!.record));
        follow(others.reduce((sum, { events }) => sum + events, base.events));
        if (day + 1 < days) onDay?.(day + 1);
        return true;
      },
    });
    this.#base.close();
    for (const pair of this.#pairs) pair.close();
    return outcome;
  }

  get days(): number {
    return this.#base.days;
  }

  base(asked: AskedKpi): Estimate {
    const { queue, group } = asked;
    const names = (queue === null ? this.#plan.setup.world.groups : this.#plan.setup.routing.queues).map(
      ({ name }) => name,
    );
    const name = queue ?? group;
    const kpi = this.#base.kpis.find((each) => isSameKpi(each, asked.kpi));
    if (kpi === undefined) return this.#nothing();
    return told(asked, this.#base.estimate(kpi, { place: name === null ? null : names.indexOf(name) }));
  }

  /** Of a point: its own estimate, and how it differs from the base. */
  point(at: number, asked: AskedKpi): { readonly estimate: Estimate; readonly difference: Estimate } {
    const pairs = this.#pairs[at]!;
    const pair = pairOf(pairs, asked);
    if (pair === undefined) return { estimate: this.#nothing(), difference: this.#nothing() };
    const { candidate, difference } = pairs.difference(pair);
    return { estimate: told(asked, candidate), difference: told(asked, difference) };
  }

  #nothing(): Estimate {
    return { mean: null, low: null, high: null, n: this.#base.replicates };
  }
}

/** In the units of reports. */
function told(asked: AskedKpi, { mean, low, high, n }: Estimate): Estimate {
  const scaled = (value: number | null): number | null => (value === null ? null : inReport(asked, value));
  return { mean: scaled(mean), low: scaled(low), high: scaled(high), n };
}
