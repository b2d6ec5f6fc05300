/**
 * Plays days of a scenario with both listeners, the collector of the report and the tests' own, and estimates
 * numbers from the replicates with their standard errors (delta method). It knows no case and no theory.
 */
import { Accumulator, readScenario, Simulation } from '../../engine/index.ts';
import type { Estimate, Part, Setup } from '../../engine/index.ts';
import { studentFactor } from '../../engine/metrics/confidence.ts';
import { both, Watch } from './watch.suite.ts';
import type { Sums, WatchOptions } from './watch.suite.ts';

/** A number that is a smooth function of means over replicates; a ratio of sums is one of two means. */
export interface Quantity {
  readonly terms: (sums: Sums) => readonly number[];
  readonly value: (means: readonly number[]) => number;
}

/** The same number as the report gives it: KPI, whose, in which unit, and how it follows from the KPI. */
export interface ReportNumber {
  readonly id: string;
  readonly scope?: 'queue' | 'group' | 'centre';
  readonly part?: Part;
  /** Milliseconds per second, for instance. */
  readonly per?: number;
}

export interface Measured {
  readonly estimate: number;
  readonly standardError: number;
  /** Half-width of the 95 % interval. */
  readonly half: number;
  readonly n: number;
}

export function setupOf(text: string): Setup {
  const read = readScenario(text);
  if (!read.ok)
    throw new Error(
      `${read.problems.map(({ code, path }) => `${code} ${path.join('.')}`).join(', ')}\n${text}`,
    );
  return read.setup;
}

const STEP = 1e-6;

/** Sums of the terms of one quantity over replicates, and of their products. */
class Moments {
  n = 0;
  readonly #quantity: Quantity;
  readonly #sums: number[] = [];
  readonly #products: number[][] = [];

  constructor(quantity: Quantity) {
    this.#quantity = quantity;
  }

  add(sums: Sums): void {
    const terms = this.#quantity.terms(sums);
    this.n += 1;
    terms.forEach((x, i) => {
      this.#sums[i] = (this.#sums[i] ?? 0) + x;
      const row = (this.#products[i] ??= []);
      terms.forEach((y, j) => (row[j] = (row[j] ?? 0) + x * y));
    });
  }

  measured(): Measured {
    const { n } = this;
    const { value } = this.#quantity;
    const means = this.#sums.map((sum) => sum / n);
    const estimate = value(means);
    const gradient = means.map((mean, i) => {
      const step = STEP * Math.max(Math.abs(mean), 1e-9);
      const moved = (by: number): number => value(means.map((each, j) => (j === i ? each + by : each)));
      return (moved(step) - moved(-step)) / (2 * step);
    });
    let variance = 0;
    means.forEach((x, i) =>
      means.forEach((y, j) => {
        const covariance = (this.#products[i]![j]! - n * x * y) / (n - 1);
        variance += gradient[i]! * gradient[j]! * covariance;
      }),
    );
    const standardError = Math.sqrt(Math.max(0, variance) / n);
    return { estimate, standardError, half: studentFactor(n - 1) * standardError, n };
  }
}

/** One scenario, played for more and more days. */
export class Experiment {
  readonly #setup: Setup;
  readonly #watch: Watch;
  readonly #blockDays: number;
  readonly #moments: ReadonlyMap<string, Moments>;
  readonly #accumulator: Accumulator;
  #breathAt = 0;
  replicates = 0;
  calls = 0;

  constructor(text: string, quantities: ReadonlyMap<string, Quantity>, options: WatchOptions, blockDays = 1) {
    this.#setup = setupOf(text);
    this.#watch = new Watch(this.#setup, options);
    this.#blockDays = blockDays;
    this.#moments = new Map([...quantities].map(([name, quantity]) => [name, new Moments(quantity)]));
    this.#accumulator = new Accumulator(this.#setup, { blockDays });
  }

  /** Calls expected in a replicate, for lengths of runs. */
  get callsPerReplicate(): number {
    const kind = this.#setup.world.kinds[0]!;
    let calls = 0;
    for (const { arrivals } of kind.demand)
      if (arrivals.kind === 'rates') calls += arrivals.expected.reduce((sum, each) => sum + each, 0);
    return calls * this.#blockDays;
  }

  /** So many replicates with the luck of a seed: separate days, or blocks of one long run. */
  async play(seed: number, replicates: number): Promise<void> {
    const simulation = new Simulation(this.#setup);
    simulation.engine.centre.facts = both(simulation.collector, this.#watch);
    if (this.#setup.world.continuous) await this.#playRun(simulation, seed, replicates);
    else await this.#playDays(simulation, seed, replicates);
  }

  /** Now and then a turn for others: the test runner gives up a thread that is silent for a minute. */
  async #breathe(): Promise<void> {
    if (this.calls < this.#breathAt) return;
    this.#breathAt = this.calls + 200_000;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  async #playDays(simulation: Simulation, seed: number, count: number): Promise<void> {
    const { from, to } = this.#setup.world.kinds[0]!;
    for (let day = 0; day < count; day++) {
      this.#watch.begin(0, to - from, false);
      const record = simulation.day(seed, day);
      const sums = this.#watch.end(simulation.engine.now);
      this.#accumulator.add(this.#accumulator.days, record);
      this.#join(sums);
      await this.#breathe();
    }
  }

  /** The blocks of the warm-up are played too and measure nothing. */
  async #playRun(simulation: Simulation, seed: number, count: number): Promise<void> {
    const day = 24 * 3_600_000;
    const warmUpBlocks = Math.ceil(this.#setup.world.warmUp / (day * this.#blockDays));
    const days = (count + warmUpBlocks) * this.#blockDays;
    let block: Sums | null = null;
    this.#watch.begin(0, day, false);
    let at = 0;
    for (const record of simulation.days(seed, days)) {
      at += 1;
      const isLast = at === days;
      const sums = this.#watch.end(isLast ? simulation.engine.now : at * day);
      this.#accumulator.add(this.#accumulator.days, record);
      if (block === null) block = sums;
      else block.add(sums);
      if (at % this.#blockDays === 0) {
        if (block.window > 0) this.#join(block);
        block = null;
      }
      if (!isLast) this.#watch.begin(at * day, (at + 1) * day, true);
      await this.#breathe();
    }
  }

  #join(sums: Sums): void {
    this.replicates += 1;
    this.calls += sums.of('calls');
    for (const moments of this.#moments.values()) moments.add(sums);
  }

  measured(name: string): Measured {
    return this.#moments.get(name)!.measured();
  }

  report({ id, scope, part = {}, per = 1 }: ReportNumber): Measured | null {
    const kpi = this.#accumulator.kpi(id, scope ?? null);
    if (kpi === undefined) throw new Error(`no KPI ${id}`);
    const { mean, low, high, n }: Estimate = this.#accumulator.estimate(kpi, part);
    if (mean === null || low === null || high === null) return null;
    const half = (high - low) / 2 / per;
    return { estimate: mean / per, standardError: half / studentFactor(n - 1), half, n };
  }
}
