/**
 * One kind of day: a run with ample staff, the search, the confirmations. It refuses to know the calendar and what is done with the
 * answer.
 */
import { Accumulator, exactClock, studentFactor } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';
import { simulateDays } from '../pool.ts';
import { OptionError } from '../stopping.ts';
import { erlangBeside } from './erlang-beside.ts';
import type { Beside } from './erlang-beside.ts';
import { groupServes, intervalsOf, kindOf, plannedNow, staffed } from './heads.ts';
import { Search } from './search.ts';
import type { Trial } from './search.ts';
import { cellsOf, isAbout } from './targets.ts';
import type { Cell, Target } from './targets.ts';

/** How far the search is. */
export interface StaffProgress {
  readonly phase: 'load' | 'search' | 'confirmation';
  /** Name of the kind of day; null where there is one only. */
  readonly kind: string | null;
  /** Which plan of the phase, from 1. */
  readonly plan: number;
  readonly days: number;
  readonly daysAsked: number;
}

export const DAYS_LEAST = 50;
/** A trial of the search has this part of a confirmation's days. */
const SEARCH_PART = 4;
export const CONFIRMATIONS_MAX = 4;
const AMPLE_DAYS = 50;
/** Standard errors of a confirmation beyond what it asks for: a value that just would pass is passed by five of six. */
const HEADROOM = 1;
/** Agents are ample when no interval keeps them busy for half of the time. */
const AMPLE_BUSY = 0.5;
const AMPLE_ROUNDS = 14;
/** Of a group, together with what the scenario itself allows: more is a slip. */
const HEADS_MAX = 20_000;

/**
 * Twice as many for the second plan and those after it: the intervals that had enough, but hardly, then pass again, and only those that
 * got a head are new.
 */
const confirmationDays = (days: number, round: number): number => (round === 1 ? days : 2 * days);
export const searchDays = (days: number): number => Math.max(DAYS_LEAST, Math.ceil(days / SEARCH_PART));

export interface KindParts {
  /** Of one kind of day. */
  readonly setup: Setup;
  readonly targets: readonly Target[];
  readonly seed: number;
  /** Of the first confirmation. */
  readonly days: number;
  readonly confidence: number;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: StaffProgress) => void) | undefined;
}

export interface Found {
  /** By group and interval. */
  readonly heads: readonly (readonly number[])[];
  readonly beside: Beside;
  /** What the scenario itself has at work. */
  readonly planned: readonly (readonly number[])[];
  readonly isPlanned: readonly boolean[];
  /** The last one; null: it did not come to any. */
  readonly confirmation: {
    readonly cells: readonly Cell[];
    readonly seed: number;
    readonly days: number;
  } | null;
  readonly confirmations: number;
  readonly verdict: 'confirmed' | 'notConfirmed' | 'stopped';
  /** Plans tried in the search. */
  readonly trials: number;
}

export class KindOfDay {
  readonly #parts: KindParts;
  readonly #name: string | null;
  readonly #intervals: number;
  readonly #planned: readonly (readonly number[])[];
  readonly #isPlanned: readonly boolean[];
  #sizes: readonly number[] = [];
  #trials = 0;

  constructor(parts: KindParts, isOneOfSeveral: boolean) {
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
  async staff(): Promise<Found | null> {
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
        margin: (studentFactor(days, 2 * level - 1) + HEADROOM) * Math.sqrt(trialDays / days),
        tryOut: (heads) => {
          this.#trials++;
          return this.#simulate('search', this.#trials, heads, trialDays, seed, confidence);
        },
      },
      beside.erlangA ?? beside.erlangC ?? beside.byLoad,
    );
    if (!(await search.run())) return this.#found(search, beside, null, 0, 'stopped');
    let last: Trial | null = null;
    for (let round = 1; round <= CONFIRMATIONS_MAX; round++) {
      // Another seed is other luck: no day of the search, and none of an earlier confirmation, comes again.
      const trial = await this.#simulate(
        'confirmation',
        round,
        search.heads,
        confirmationDays(days, round),
        fresh(seed, round),
        level,
      );
      if (trial === null) return this.#found(search, beside, last, round - 1, 'stopped');
      last = trial;
      const isMet = trial.cells.every(({ verdict }) => verdict === 'met');
      if (isMet) return this.#found(search, beside, trial, round, 'confirmed');
      if (round === CONFIRMATIONS_MAX) break;
      const isRaised = search.raise(trial, ({ verdict }) => verdict !== 'met');
      if (!isRaised) return this.#found(search, beside, trial, round, 'notConfirmed');
    }
    return this.#found(search, beside, last, CONFIRMATIONS_MAX, 'notConfirmed');
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
    const { setup } = this.#parts;
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
      const start = worst!.interval === null ? null : worst!.interval * setup.world.interval;
      const when =
        start === null ? 'over the day' : `in the interval from ${exactClock(start, kindOf(setup).from)}`;
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
    const { setup, targets, workers, signal, onProgress } = this.#parts;
    const planned = heads.map((each, group) => (this.#isPlanned[group] === true ? [...each] : null));
    const own = staffed(setup, planned, this.#sizes);
    const accumulator = new Accumulator(own);
    const outcome = await simulateDays({
      setups: [own],
      seed,
      days,
      workers,
      signal,
      onDay: (day, [result]) => {
        if (result) accumulator.add(day, result.record);
        onProgress?.({ phase, kind: this.#name, plan, days: day + 1, daysAsked: days });
        return true;
      },
    });
    if (outcome.ended === 'stopped') return null;
    accumulator.close();
    return { accumulator, cells: cellsOf(accumulator, targets, this.#intervals, confidence) };
  }

  #found(
    { heads }: Search,
    beside: Beside,
    trial: Trial | null,
    confirmations: number,
    verdict: Found['verdict'],
  ): Found {
    const { seed, days } = this.#parts;
    return {
      heads,
      beside,
      planned: this.#planned,
      isPlanned: this.#isPlanned,
      confirmation:
        trial === null
          ? null
          : {
              cells: trial.cells,
              seed: fresh(seed, confirmations),
              days: confirmationDays(days, confirmations),
            },
      confirmations,
      verdict,
      trials: this.#trials,
    };
  }
}

/** The seed of a confirmation: the next ones after that of the search, and after the last the first. */
function fresh(seed: number, round: number): number {
  return (seed + round) % 2 ** 32;
}
