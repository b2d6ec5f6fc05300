/**
 * How often intervals of 95 % hold the exact number: many runs of a model, each with luck of its own, each asked whether the
 * number lies inside. All methods of a model see the same days, but for pairs of mirrored ones, which are played apart.
 */
import { readScenario } from '../../config/read.ts';
import type { Setup } from '../../config/setup.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Estimate } from '../../metrics/confidence.ts';
import { jackknifeEstimate } from '../../metrics/jackknife.ts';
import type { RatioKpi } from '../../metrics/kpis.ts';
import { Accumulator } from '../../metrics/summary.ts';
import { Controls, CONTROLS } from '../../world/controls.ts';
import { Simulation } from '../../world/run.ts';
import type { AccuracyModel, Method, Truth } from './models.ts';

export interface Coverage {
  readonly model: string;
  readonly method: Method;
  readonly name: string;
  readonly value: number;
  readonly runs: number;
  /** Runs whose interval holds the value. */
  readonly hits: number;
  /** Of the first 20 runs, which a test plays again. */
  readonly firstHits: number;
  /** Half-widths as a part of the value, on average. */
  readonly halfWidth: number;
}

export const FIRST_RUNS = 20;

export function setupOf(text: string): Setup {
  const read = readScenario(text);
  invariant(read.ok, 'a model of the accuracy page is a scenario');
  return read.setup;
}

/**
 * The seed of a run is its number, so the first ones are the same whether or not more follow.
 * @param onRun after each run, so that a program can breathe
 */
export async function coverageOf(
  model: AccuracyModel,
  runs: number,
  onRun: (done: number) => Promise<void> | void = () => undefined,
): Promise<Coverage[]> {
  const player = new Player(setupOf(model.text), model);
  const rows = model.methods.flatMap((method) =>
    model.truths.map((truth) => new Row(model.id, method, truth, player)),
  );
  for (let run = 0; run < runs; run++) {
    player.play(run);
    for (const row of rows) row.look();
    await onRun(run + 1);
  }
  return rows.map((row) => row.coverage);
}

class Row {
  readonly #model: string;
  readonly #method: Method;
  readonly #truth: Truth;
  readonly #player: Player;
  #runs = 0;
  #hits = 0;
  #firstHits = 0;
  #widths = 0;

  constructor(model: string, method: Method, truth: Truth, player: Player) {
    this.#model = model;
    this.#method = method;
    this.#truth = truth;
    this.#player = player;
  }

  /** An interval that does not exist holds nothing. */
  look(): void {
    const { value, kpi } = this.#truth;
    const { low, high } = this.#player.estimate(this.#method, kpi);
    this.#runs += 1;
    if (low === null || high === null) return;
    if (low <= value && value <= high) {
      this.#hits += 1;
      if (this.#runs <= FIRST_RUNS) this.#firstHits += 1;
    }
    this.#widths += (high - low) / 2 / value;
  }

  get coverage(): Coverage {
    return {
      model: this.#model,
      method: this.#method,
      name: this.#truth.name,
      value: this.#truth.value,
      runs: this.#runs,
      hits: this.#hits,
      firstHits: this.#firstHits,
      halfWidth: this.#widths / this.#runs,
    };
  }
}

/** Runs of one model, one after the other, with the accumulators that its methods need. */
class Player {
  readonly #setup: Setup;
  readonly #days: number;
  readonly #simulation: Simulation;
  readonly #controls: Controls;
  readonly #methods: readonly Method[];
  readonly #truths: readonly Truth[];
  #results = new Map<Method, Accumulator>();
  /** Of each KPI numerators and denominators by day, for the jackknife. */
  #byDay = new Map<string, readonly [number[], number[]]>();

  constructor(setup: Setup, { days, methods, truths }: AccuracyModel) {
    this.#setup = { ...setup, world: { ...setup.world, days } };
    this.#days = days;
    this.#methods = methods;
    this.#truths = truths;
    this.#simulation = new Simulation(this.#setup);
    this.#controls = new Controls(this.#setup);
  }

  play(seed: number): void {
    const of = (method: Method): Accumulator =>
      new Accumulator(this.#setup, {
        antithetic: method === 'antithetic',
        controls: method === 'controls' ? CONTROLS.length : 0,
      });
    this.#results = new Map(this.#methods.map((method) => [method, of(method)]));
    this.#byDay = new Map();
    if (this.#setup.world.continuous) this.#playLong(seed);
    else this.#playDays(seed);
  }

  #playLong(seed: number): void {
    const blocks = this.#results.get('blocks')!;
    let day = 0;
    for (const record of this.#simulation.days(seed, this.#days)) blocks.add(day++, record);
    blocks.close();
  }

  #playDays(seed: number): void {
    for (let day = 0; day < this.#days; day++) {
      const record = this.#simulation.day(seed, day);
      this.#results.get('days')?.add(day, record);
      this.#results.get('controls')?.add(day, record, this.#controls.day(seed, day));
      if (this.#results.has('jackknife')) this.#addToJackknife(day, record);
    }
    const pairs = this.#results.get('antithetic');
    for (let day = 0; pairs !== undefined && day < this.#days; day++)
      pairs.add(day, this.#simulation.day(seed, day >> 1, day % 2 === 1));
  }

  /** What a day adds to the sums is its own. */
  #addToJackknife(day: number, record: Float64Array): void {
    const results = this.#results.get('jackknife')!;
    const sums = () => this.#truths.map(({ kpi }) => results.sums(results.kpi(kpi) as RatioKpi)[0]!);
    const before = sums();
    results.add(day, record);
    sums().forEach(({ N, D }, at) => {
      const { kpi } = this.#truths[at]!;
      const [numerators, denominators] = this.#byDay.get(kpi) ?? [[], []];
      numerators.push(N - before[at]!.N);
      denominators.push(D - before[at]!.D);
      this.#byDay.set(kpi, [numerators, denominators]);
    });
  }

  estimate(method: Method, id: string): Estimate {
    if (method === 'jackknife') return jackknifeEstimate(...this.#byDay.get(id)!);
    const results = this.#results.get(method)!;
    const kpi = results.kpi(id);
    invariant(kpi !== undefined, `${id} is a KPI`);
    return results.estimate(kpi);
  }
}
