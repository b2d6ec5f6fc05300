/** The days of a baseline, simulated: digests, every number with the sums of each replicate, and the decisions of a day. It compares nothing. */
import { Accumulator, CommandDigest, kindOfDay, residualSpread, Simulation } from '../engine/index.ts';
import type { Kpi, RatioKpi } from '../engine/index.ts';
import type { BaselineNumber } from '../reports/baseline.ts';
import { decisionOf } from '../reports/decision.ts';
import type { Decision } from '../reports/suite.ts';
import { simulateDays } from './pool.ts';
import type { ReadyScenario } from './run.ts';
import { trace } from './trace.ts';

export interface PlayedDays {
  readonly isStopped: boolean;
  readonly digests: readonly string[];
  readonly commands: readonly number[];
  readonly numbers: readonly PlayedNumber[];
}

export interface PlayedNumber {
  readonly number: BaselineNumber;
  readonly sums: { readonly N: readonly number[]; readonly D: readonly number[] };
}

export interface PlayOptions {
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onDay?: ((days: number) => void) | undefined;
}

/** The scenario over so many days with that seed; a long run knows its last day. */
export function over(ready: ReadyScenario, seed: number, days: number): ReadyScenario {
  const { setup } = ready;
  return { ...ready, setup: { ...setup, seed, world: { ...setup.world, days } } };
}

export async function playDays({ setup }: ReadyScenario, options: PlayOptions = {}): Promise<PlayedDays> {
  const { days } = setup.world;
  const results = new Accumulator(setup);
  const rows = rowsOf(results);
  const digests: string[] = [];
  const commands: number[] = [];
  const outcome = await simulateDays({
    setups: [setup],
    seed: setup.seed,
    days,
    digests: true,
    workers: options.workers,
    signal: options.signal,
    onDay: (day, [result]) => {
      if (!result) return false;
      results.add(day, result.record);
      digests.push(result.digest?.digest ?? '');
      commands.push(result.digest?.commands ?? 0);
      for (const row of rows) row.keep();
      options.onDay?.(day + 1);
      return true;
    },
  });
  results.close();
  for (const row of rows) row.keep();
  return {
    isStopped: outcome.ended === 'stopped',
    digests,
    commands,
    numbers: rows.map((row) => row.told()),
  };
}

/** Every command of a day, in order, with its reasons. */
export function decisionsOf(ready: ReadyScenario, day: number): Decision[] {
  const { world, seed } = ready.setup;
  const { from } = world.kinds[kindOfDay(world, day)]!;
  const decisions: Decision[] = [];
  for (const entry of trace(ready, { day, seed }))
    if (entry.kind === 'command') decisions.push(decisionOf(entry, from));
  return decisions;
}

/** The digest of one of its days, played alone, or in the long run up to it. */
export function digestOfDay({ setup }: ReadyScenario, day: number): string {
  const digest = new CommandDigest();
  const simulation = new Simulation(setup, null, digest);
  if (setup.world.continuous) {
    const days = simulation.days(setup.seed, setup.world.days);
    for (let at = 0; at < day; at++) {
      days.next();
      digest.take();
    }
    days.next();
  } else simulation.day(setup.seed, day);
  return digest.take().digest;
}

// -------------------------------------------------------------------- numbers

/** Each ratio of each queue, each group, and all together, of the whole day. */
function rowsOf(results: Accumulator): NumberRow[] {
  const { queues } = results.setup.routing;
  const { groups } = results.setup.world;
  return results.kpis.flatMap((kpi) => {
    if (kpi.form !== 'ratio') return [];
    const places = kpi.scope === 'queue' ? queues : kpi.scope === 'group' ? groups : [];
    const rows = places.map(({ name }, place) => new NumberRow(results, kpi, place, name));
    // Of a single queue or group the total says the same.
    return places.length === 1 ? rows : [...rows, new NumberRow(results, kpi, null, null)];
  });
}

const SECOND = 1000;
const REPORT_UNIT = { share: 'share', time: 's', number: 'number' } as const satisfies Record<
  Kpi['unit'],
  string
>;

class NumberRow {
  readonly #results: Accumulator;
  readonly #kpi: RatioKpi;
  readonly #place: number | null;
  readonly #name: string | null;
  readonly #N: number[] = [];
  readonly #D: number[] = [];
  #before = { n: 0, N: 0, D: 0 };

  constructor(results: Accumulator, kpi: RatioKpi, place: number | null, name: string | null) {
    this.#results = results;
    this.#kpi = kpi;
    this.#place = place;
    this.#name = name;
  }

  /** The replicate that has come, if one has: sums are of whole numbers, so that their differences are exact. */
  keep(): void {
    const now = { n: 0, N: 0, D: 0 };
    for (const { n, N, D } of this.#sums) {
      now.n += n;
      now.N += N;
      now.D += D;
    }
    if (now.n === this.#before.n) return;
    this.#N.push(now.N - this.#before.N);
    this.#D.push(now.D - this.#before.D);
    this.#before = now;
  }

  told(): PlayedNumber {
    const { id, stat, unit, scope } = this.#kpi;
    const scale = unit === 'time' ? SECOND : 1;
    const { n, N, D } = this.#before;
    const mean = D === 0 ? null : N / D;
    const spread = mean === null ? null : residualSpread(this.#sums, mean);
    const number: BaselineNumber = {
      id,
      stat,
      unit: REPORT_UNIT[unit],
      queue: scope === 'queue' ? this.#name : null,
      group: scope === 'group' ? this.#name : null,
      mean: mean === null ? null : mean / scale,
      standardError: spread === null ? null : spread.standardError / scale,
      n,
    };
    return { number, sums: { N: this.#N, D: this.#D } };
  }

  get #sums(): ReturnType<Accumulator['sums']> {
    return this.#results.sums(this.#kpi, { place: this.#place });
  }
}
