/**
 * Heads per interval and group that meet targets, found by simulating the scenario itself, rules and all. Three steps for each kind
 * of day: a run with ample staff tells the load and whether the targets can be met at all; a search from Erlang A finds a plan; the
 * plan is confirmed on fresh days. It refuses to know files, terminals and rosters: heads are by interval, not by shift.
 *
 * Why fresh days: of many plans tried on the same days the one chosen looks better there than it is (the winner's curse). So the days
 * of the search decide nothing. A plan is confirmed when every target holds in every interval and over the day with the confidence asked
 * for; all of them must hold, so each is tested at the full level and none needs a correction for their number (intersection-union test:
 * Berger 1982, Technometrics 24, 295-300). Up to four plans are confirmed, one after the other, each on days of its own; the risk is
 * divided by four, so the promise holds for whichever comes through.
 */
import { Accumulator, headsFor, studentFactor, version } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import { clockOf } from '../reports/clock.ts';
import type { Staffing, StaffingKind } from '../reports/staffing.ts';
import { simulateDays } from './pool.ts';
import { planOf } from './run.ts';
import type { OneRunOption, RunOptions, ScenarioSource } from './run.ts';
import { erlangBeside, groupServes } from './staffing/erlang-beside.ts';
import type { Beside } from './staffing/erlang-beside.ts';
import { intervalsOf, kindOf, onKind, plannedNow, staffed } from './staffing/heads.ts';
import { Search } from './staffing/search.ts';
import type { Trial } from './staffing/search.ts';
import { cellsOf, targetsOf, told } from './staffing/targets.ts';
import type { Target } from './staffing/targets.ts';
import { OptionError } from './stopping.ts';

export interface StaffProgress {
  readonly phase: 'load' | 'search' | 'confirmation';
  /** Name of the kind of day; null where there is one only. */
  readonly kind: string | null;
  /** Which plan of the phase, from 1. */
  readonly plan: number;
  readonly days: number;
  readonly daysAsked: number;
}

export interface StaffOptions extends Omit<RunOptions, OneRunOption | 'onProgress' | 'command'> {
  /** `serviceLevel=80%`, `abandonRate@support=5%`; left out: the queues' own targets of the service level. All must hold. */
  readonly targets?: readonly string[] | undefined;
  /** That the plan meets the targets; 0.5 to 0.999, default 0.95. */
  readonly confidence?: number | undefined;
  /** Share of those rostered who are not at work, for all groups; default: each group's own in the scenario. 0 to 0.95. */
  readonly shrinkage?: number | undefined;
  readonly onProgress?: ((progress: StaffProgress) => void) | undefined;
  /** What the report says one should type to see the same again. */
  readonly command?: string | undefined;
}

const staffOptions = {
  days: true,
  seed: true,
  workers: true,
  signal: true,
  onProgress: true,
  command: true,
  files: true,
  set: true,
  targets: true,
  confidence: true,
  shrinkage: true,
} as const satisfies Record<keyof StaffOptions, true>;

/** Of one confirmation, unless told: half-widths of about a point in an interval of twenty calls. */
export const staffDays = 1000;
const DAYS_LEAST = 50;
/** A trial of the search has this part of a confirmation's days. */
const SEARCH_PART = 4;
const CONFIRMATIONS_MAX = 4;
const AMPLE_DAYS = 50;
/** Agents are ample when no interval keeps them busy for half of the time. */
const AMPLE_BUSY = 0.5;
const AMPLE_ROUNDS = 14;
/** Of a group, together with what the scenario itself allows: more is a slip. */
const HEADS_MAX = 20_000;

/**
 * @param options `days` are those of one confirmation, default 1,000; a trial of the search has a quarter of them
 * @throws {ScenarioError} when the scenario has errors
 * @throws {OptionError} when an option or a target makes no sense, or no number of heads meets a target
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function staff(source: ScenarioSource, options: StaffOptions = {}): Promise<Staffing> {
  const { targets: asked = [], confidence = 0.95, shrinkage, command, ...rest } = options;
  const { onProgress: _, ...runOptions } = rest;
  const days = options.days ?? staffDays;
  const { setup, seed } = planOf(source, { ...runOptions, days }, Object.keys(staffOptions));
  const problems: string[] = [];
  if (setup.world.continuous)
    problems.push('Staff is found for separate days; this scenario is one long run (days: continuous).');
  if (days < DAYS_LEAST)
    problems.push(`${days} days are too few to confirm anything: ${DAYS_LEAST} at least.`);
  if (!(confidence >= 0.5 && confidence <= 0.999))
    problems.push(`A confidence lies between 50% and 99.9%, not at ${confidence * 100}%.`);
  if (shrinkage !== undefined && !(shrinkage >= 0 && shrinkage <= 0.95))
    problems.push(`Shrinkage lies between 0% and 95%, not at ${shrinkage * 100}%.`);
  const targets = targetsOf(setup, asked, new Accumulator(setup), problems);
  if (problems.length > 0) throw new OptionError(problems);
  const parts = { setup, targets, seed, days, confidence, options };
  const kinds: StaffingKind[] = [];
  for (const kind of setup.world.kinds.keys()) {
    const own = onKind(setup, kind);
    if (own === null) continue;
    const found = await new KindOfDay({ ...parts, setup: own }, setup.world.kinds.length > 1).staff();
    if (found === null) break;
    kinds.push(found);
    if (found.verdict === 'stopped') break;
  }
  return {
    tandem: version,
    scenario: setup.name,
    seed,
    confidence,
    days: { search: searchDays(days), confirmation: days },
    confirmationsAtMost: CONFIRMATIONS_MAX,
    targets: targets.map((target) => ({
      text: target.text,
      kpi: target.asked.named.name,
      unit: target.kpi.unit === 'time' ? 's' : target.kpi.unit,
      isAtLeast: target.isAtLeast,
      value: told(target, target.value)!,
    })),
    kinds,
    withoutTarget: setup.routing.queues.flatMap(({ name }, queue) =>
      targets.some((target) => isAbout(setup, target, queue)) ? [] : [name],
    ),
    intervalSeconds: setup.world.interval / 1000,
    command: command ?? `staff(scenario, { seed: ${seed}, days: ${days} })`,
  };
}

const searchDays = (days: number): number => Math.max(DAYS_LEAST, Math.ceil(days / SEARCH_PART));

function isAbout(setup: Setup, { kpi, place }: Target, queue: number): boolean {
  if (place === null) return true;
  return kpi.scope === 'queue' ? place === queue : groupServes(setup, place, queue);
}

interface Parts {
  /** Of one kind of day. */
  readonly setup: Setup;
  readonly targets: readonly Target[];
  readonly seed: number;
  readonly days: number;
  readonly confidence: number;
  readonly options: StaffOptions;
}

class KindOfDay {
  readonly #parts: Parts;
  readonly #name: string | null;
  readonly #intervals: number;
  readonly #planned: readonly (readonly number[])[];
  readonly #isPlanned: readonly boolean[];
  #sizes: readonly number[] = [];
  #trials = 0;

  constructor(parts: Parts, isOneOfSeveral: boolean) {
    const { setup, targets } = parts;
    this.#parts = parts;
    this.#name = isOneOfSeveral ? kindOf(setup).name : null;
    this.#intervals = intervalsOf(setup);
    this.#planned = plannedNow(setup);
    this.#isPlanned = setup.world.groups.map(
      ({ size }, group) =>
        size > 0 &&
        setup.routing.queues.some(
          (_, queue) =>
            groupServes(setup, group, queue) && targets.some((target) => isAbout(setup, target, queue)),
        ),
    );
  }

  /** null: stopped before anything was known. */
  async staff(): Promise<StaffingKind | null> {
    const { setup, targets, seed, days, confidence } = this.#parts;
    const ample = await this.#ample();
    if (ample === null) return null;
    this.#checkReach(ample);
    const beside = erlangBeside(setup, ample, targets, this.#planned, this.#isPlanned);
    const level = 1 - (1 - confidence) / CONFIRMATIONS_MAX;
    const trialDays = searchDays(days);
    const search = new Search(
      {
        setup,
        targets,
        isPlanned: this.#isPlanned,
        sizes: this.#sizes,
        firstInterval: Math.ceil(setup.world.warmUp / setup.world.interval),
        margin: studentFactor(days, 2 * level - 1) * Math.sqrt(trialDays / days),
        tryOut: (heads) => {
          this.#trials++;
          return this.#simulate('search', this.#trials, heads, trialDays, seed, confidence);
        },
      },
      beside.erlangA ?? beside.erlangC ?? beside.byLoad,
    );
    if (!(await search.run())) return this.#told(search, beside, null, 0, 'stopped');
    let last: Trial | null = null;
    for (let round = 1; round <= CONFIRMATIONS_MAX; round++) {
      // Another seed is other luck: no day of the search, and none of an earlier confirmation, comes again.
      const trial = await this.#simulate(
        'confirmation',
        round,
        search.heads,
        days,
        fresh(seed, round),
        level,
      );
      if (trial === null) return this.#told(search, beside, last, round - 1, 'stopped');
      last = trial;
      const isMet = trial.cells.every(({ verdict }) => verdict === 'met');
      if (isMet) return this.#told(search, beside, trial, round, 'confirmed');
      if (round === CONFIRMATIONS_MAX) break;
      const isRaised = search.raise(trial, ({ verdict }) => verdict !== 'met');
      if (!isRaised) return this.#told(search, beside, trial, round, 'notConfirmed');
    }
    return this.#told(search, beside, last, CONFIRMATIONS_MAX, 'notConfirmed');
  }

  /** More and more heads until agents have time to spare; from then on that many are the most a group can have. */
  async #ample(): Promise<Accumulator | null> {
    const { setup, seed } = this.#parts;
    const most = (group: number): number => Math.max(...this.#planned[group]!, 1);
    let sizes = setup.world.groups.map(({ size }, group) =>
      this.#isPlanned[group] ? Math.ceil(2 * most(group)) + 10 : size,
    );
    for (let round = 1; ; round++) {
      this.#sizes = sizes;
      const heads = sizes.map((size) => Array.from({ length: this.#intervals }, () => size));
      const trial = await this.#simulate('load', round, heads, AMPLE_DAYS, seed, 0.5);
      if (trial === null) return null;
      const busy = trial.accumulator.kpi('K-10', 'group')!;
      const isBusy = sizes.map(
        (_, group) =>
          this.#isPlanned[group] === true &&
          Array.from({ length: this.#intervals }, (__, interval) => interval).some(
            (interval) =>
              (trial.accumulator.estimate(busy, { place: group, interval }).mean ?? 0) > AMPLE_BUSY,
          ),
      );
      if (!isBusy.includes(true)) return trial.accumulator;
      sizes = sizes.map((size, group) => (isBusy[group] === true ? 2 * size : size));
      if (round === AMPLE_ROUNDS || sizes.some((size) => size > HEADS_MAX))
        throw new OptionError(`Not even ${HEADS_MAX} heads in a group would keep up with these calls.`);
    }
  }

  /** What ample staff misses for certain, no plan reaches. */
  #checkReach(ample: Accumulator): void {
    const missed = cellsOf(ample, this.#parts.targets, this.#intervals, 0.999).filter(
      ({ verdict }) => verdict === 'missed',
    );
    const problems = this.#parts.targets.flatMap((target) => {
      const own = missed.filter((cell) => cell.target === target);
      if (own.length === 0) return [];
      const [worst] = own.toSorted((a, b) => (target.isAtLeast ? a.mean - b.mean : b.mean - a.mean));
      const value =
        target.kpi.unit === 'share'
          ? `${(worst!.mean * 100).toFixed(1)}%`
          : `${(worst!.mean / 1000).toFixed(1)} s`;
      const when =
        worst!.interval === null ? 'over the day' : `in the interval from ${this.#startOf(worst!.interval)}`;
      const on = this.#name === null ? '' : ` on days "${this.#name}"`;
      return [
        `No number of heads meets ${target.text}${on}: with time to spare for all agents it is ${value} ${when}. Look at rings missed, prompts, opening hours and callers who do not wait at all.`,
      ];
    });
    if (problems.length > 0) throw new OptionError(problems);
  }

  async #simulate(
    phase: StaffProgress['phase'],
    plan: number,
    heads: readonly (readonly number[])[],
    days: number,
    seed: number,
    confidence: number,
  ): Promise<Trial | null> {
    const { setup, targets, options } = this.#parts;
    const planned = heads.map((each, group) => (this.#isPlanned[group] === true ? [...each] : null));
    const own = staffed(setup, planned, this.#sizes);
    const accumulator = new Accumulator(own);
    const outcome = await simulateDays({
      setups: [own],
      seed,
      days,
      workers: options.workers,
      signal: options.signal,
      onDay: (day, [result]) => {
        if (result) accumulator.add(day, result.record);
        options.onProgress?.({ phase, kind: this.#name, plan, days: day + 1, daysAsked: days });
        return true;
      },
    });
    if (outcome.ended === 'stopped') return null;
    accumulator.close();
    return { accumulator, cells: cellsOf(accumulator, targets, this.#intervals, confidence) };
  }

  #startOf(interval: number): string {
    const { setup } = this.#parts;
    return clockOf(kindOf(setup).from + interval * setup.world.interval);
  }

  #told(
    { heads }: Search,
    beside: Beside,
    trial: Trial | null,
    confirmations: number,
    verdict: StaffingKind['verdict'],
  ): StaffingKind {
    const { setup, seed, options } = this.#parts;
    const { from, to, name } = kindOf(setup);
    const { interval, groups, warmUp } = setup.world;
    const at = Array.from({ length: this.#intervals }, (_, index) => index);
    const now = this.#planned;
    return {
      name,
      starts: at.map((index) => this.#startOf(index)),
      isMeasured: at.map((index) => (index + 1) * interval > warmUp),
      hoursPerInterval: at.map(
        (index) => (Math.min(to - from, (index + 1) * interval) - index * interval) / 3_600_000,
      ),
      groups: groups.map((group, index) => {
        const isPlanned = this.#isPlanned[index] === true;
        const shrinkage = options.shrinkage ?? group.shrinkage;
        const needed = isPlanned
          ? [...heads[index]!]
          : now[index]!.map((each) => each * (1 - group.shrinkage));
        return {
          name: group.name,
          queues: setup.routing.queues.flatMap((queue, of) =>
            groupServes(setup, index, of) ? [queue.name] : [],
          ),
          isPlanned,
          shrinkage,
          now: [...now[index]!],
          erlangC: beside.erlangC === null || !isPlanned ? null : [...beside.erlangC[index]!],
          erlangA: beside.erlangA === null || !isPlanned ? null : [...beside.erlangA[index]!],
          needed,
          rostered: isPlanned ? needed.map((each) => headsFor(each, shrinkage)) : [...now[index]!],
          inScenario: isPlanned ? needed.map((each) => headsFor(each, group.shrinkage)) : [...now[index]!],
        };
      }),
      results: (trial?.cells ?? []).map(
        ({ target, interval: of, mean, low, high, verdict: cellVerdict }) => ({
          target: target.text,
          interval: of,
          mean: told(target, mean)!,
          low: told(target, low),
          high: told(target, high),
          verdict: cellVerdict,
        }),
      ),
      verdict,
      confirmations,
      confirmationSeed: trial === null ? null : fresh(seed, confirmations),
      trials: this.#trials,
    };
  }
}

/** The seed of a confirmation: the next ones after that of the search, and after the last the first. */
function fresh(seed: number, round: number): number {
  return (seed + round) % 2 ** 32;
}
