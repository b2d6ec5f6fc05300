/**
 * One kind of day: a run with ample staff, the search, the confirmations. It refuses to know the calendar and what is done with the
 * answer.
 */
import { Accumulator, studentFactor } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';
import { simulateDays } from '../pool.ts';
import { ampleStaff, checkReach } from './ample.ts';
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
  /** The most heads the search would give each group. */
  readonly sizes: readonly number[];
  /** A value is not shown to be good enough where no group had a head left to add. */
  readonly isOutOfHeads: boolean;
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
    const parts = {
      setup,
      targets,
      planned: this.#planned,
      isPlanned: this.#isPlanned,
      tryOut: (sizes: readonly number[], round: number): Promise<Trial | null> => {
        this.#sizes = sizes;
        const heads = sizes.map((size) => Array.from({ length: this.#intervals }, () => size));
        return this.#simulate('load', round, heads, AMPLE_DAYS, seed, 0.5);
      },
    };
    const ample = await ampleStaff(parts);
    if (ample === null) return null;
    checkReach(parts, ample, this.#name);
    this.#sizes = ample.sizes;
    const beside = erlangBeside(setup, ample.trial.accumulator, targets, this.#planned, this.#isPlanned);
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
      const isRaised = search.raise(trial, isOpen);
      if (!isRaised) return this.#found(search, beside, trial, round, 'notConfirmed');
    }
    return this.#found(search, beside, last, CONFIRMATIONS_MAX, 'notConfirmed');
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
    search: Search,
    beside: Beside,
    trial: Trial | null,
    confirmations: number,
    verdict: Found['verdict'],
  ): Found {
    const { seed, days } = this.#parts;
    return {
      heads: search.heads,
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
      sizes: this.#sizes,
      isOutOfHeads: verdict === 'notConfirmed' && trial !== null && search.isOutOfHeads(trial, isOpen),
      trials: this.#trials,
    };
  }
}

function isOpen({ verdict }: Cell): boolean {
  return verdict !== 'met';
}

/** The seed of a confirmation: the next ones after that of the search, and after the last the first. */
function fresh(seed: number, round: number): number {
  return (seed + round) % 2 ** 32;
}
