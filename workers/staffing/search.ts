/**
 * The fewest heads that the scenario itself is content with, on the same days with the same luck for every plan: from a first guess
 * heads are added where a target is missed, then taken away one by one where they are not missed. It refuses to know what a day is
 * and when a result may be believed: the plan it finds has been chosen by the days it was tried on.
 */
import type { Setup } from '../../engine/index.ts';
import type { Accumulator } from '../../engine/index.ts';
import { groupServes } from './heads.ts';
import { kpiIn } from './targets.ts';
import type { Cell, Target } from './targets.ts';

/** A plan tried out. */
export interface Trial {
  readonly accumulator: Accumulator;
  readonly cells: readonly Cell[];
}

export interface SearchParts {
  readonly setup: Setup;
  readonly targets: readonly Target[];
  readonly isPlanned: readonly boolean[];
  /** Agents of each group at most. */
  readonly sizes: readonly number[];
  /** First interval that is measured. */
  readonly firstInterval: number;
  /** How far beyond the target a value must be, in its own standard errors of a trial, to be expected to stand a confirmation. */
  readonly margin: number;
  /** null: stopped. */
  readonly tryOut: (heads: readonly (readonly number[])[]) => Promise<Trial | null>;
}

/** A climb from Erlang A takes a handful. */
const CLIMBS_MAX = 40;
const TRIMS_MAX = 80;

export class Search {
  readonly #parts: SearchParts;
  readonly heads: number[][];

  /** @param start heads by group and interval; those of groups that are not planned are left alone */
  constructor(parts: SearchParts, start: readonly (readonly number[])[]) {
    this.#parts = parts;
    this.heads = start.map((each, group) => each.map((heads) => Math.min(heads, parts.sizes[group]!)));
  }

  /** False: it was stopped, and the heads are those of the last complete step. */
  async run(): Promise<boolean> {
    for (let round = 0; round < CLIMBS_MAX; round++) {
      const trial = await this.#parts.tryOut(this.heads);
      if (trial === null) return false;
      if (!this.raise(trial, (cell) => !this.#isSafe(cell))) break;
    }
    return this.#trim();
  }

  /** A head more, or some where much is missing, wherever a cell is wanting. False: nothing was, or nothing could be added. */
  raise(trial: Trial, isWanting: (cell: Cell) => boolean): boolean {
    const wanting = trial.cells.filter(isWanting);
    let hasChanged = false;
    for (const [interval, cells] of byInterval(wanting)) {
      const worst = cells.reduce((a, b) => (gapOf(b) > gapOf(a) ? b : a));
      const group = this.#groupFor(worst, cells, trial.accumulator);
      if (group === null) continue;
      const row = this.heads[group]!;
      const step = Math.max(1, Math.round(row[interval]! * Math.min(LARGEST_STEP, gapOf(worst) / 2)));
      const next = Math.min(this.#parts.sizes[group]!, row[interval]! + step);
      hasChanged ||= next !== row[interval];
      row[interval] = next;
    }
    // A day can miss what each of its intervals reaches: a longest wait. Then where it is tightest.
    if (wanting.length > 0 && wanting.every(({ interval }) => interval === null)) {
      const tightest = trial.cells
        .filter(({ interval, target }) => interval !== null && wanting.some((day) => day.target === target))
        .toSorted((a, b) => gapOf(b) - gapOf(a))[0];
      const group = tightest && this.#groupFor(tightest, [tightest], trial.accumulator);
      if (
        tightest &&
        group !== null &&
        group !== undefined &&
        this.heads[group]![tightest.interval!]! < this.#parts.sizes[group]!
      ) {
        this.heads[group]![tightest.interval!]!++;
        hasChanged = true;
      }
    }
    return hasChanged;
  }

  /** Whether something is wanting in an interval where no group has a head left to add. */
  isOutOfHeads(trial: Trial, isWanting: (cell: Cell) => boolean): boolean {
    return trial.cells
      .filter((cell) => cell.interval !== null && isWanting(cell))
      .some((cell) => this.#groupFor(cell, [cell], trial.accumulator) === null);
  }

  /**
   * A head less in every second interval of one group at a time: what is missed in an interval is then the doing of that interval
   * or the one before, whose callers it inherits. Where it is missed the head comes back, and stays.
   */
  async #trim(): Promise<boolean> {
    const { isPlanned, firstInterval, tryOut } = this.#parts;
    const tight = this.heads.map(() => new Set<number>());
    const groups = this.#trimOrder().filter((group) => isPlanned[group]);
    for (let round = 0, idle = 0; round < TRIMS_MAX && idle < 2 * groups.length; round++) {
      const group = groups[Math.floor(round / 2) % groups.length]!;
      const row = this.heads[group]!;
      const tried = row.flatMap((heads, interval) =>
        interval % 2 === round % 2 && interval >= firstInterval && heads > 0 && !tight[group]!.has(interval)
          ? [interval]
          : [],
      );
      if (tried.length === 0) {
        idle++;
        continue;
      }
      idle = 0;
      for (const interval of tried) row[interval]!--;
      const trial = await tryOut(this.heads);
      if (trial === null) {
        for (const interval of tried) row[interval]!++;
        return false;
      }
      const missed = trial.cells.filter((cell) => !this.#isSafe(cell));
      const dayOnly = missed.length > 0 && missed.every(({ interval }) => interval === null);
      for (const interval of tried) {
        const isHere = missed.some((cell) => cell.interval === interval || cell.interval === interval + 1);
        if (!isHere && !dayOnly) continue;
        row[interval]!++;
        tight[group]!.add(interval);
      }
    }
    return true;
  }

  #isSafe({ mean, standardError, target: { value, isAtLeast } }: Cell): boolean {
    const margin = this.#parts.margin * standardError;
    return isAtLeast ? mean - margin >= value : mean + margin <= value;
  }

  /**
   * Heads cost the same in every group, so the head goes where it serves most: to the group that serves the queue furthest from the
   * target and most of the other queues wanting in that interval; among equals the largest, then the first.
   */
  #groupFor(worst: Cell, cells: readonly Cell[], accumulator: Accumulator): number | null {
    const { setup, isPlanned, sizes } = this.#parts;
    const interval = worst.interval!;
    const wanting = new Set(cells.flatMap((cell) => this.#queueOf(cell, accumulator) ?? []));
    const own = this.#queueOf(worst, accumulator);
    const candidates = setup.world.groups.flatMap((_, group) => {
      const isOwn =
        worst.target.kpi.scope === 'group' && worst.target.place !== null
          ? worst.target.place === group
          : own === null || groupServes(setup, group, own);
      if (!isPlanned[group] || !isOwn || this.heads[group]![interval]! >= sizes[group]!) return [];
      const serves = [...wanting].filter((queue) => groupServes(setup, group, queue)).length;
      return [{ group, serves, heads: this.heads[group]![interval]! }];
    });
    candidates.sort((a, b) => b.serves - a.serves || b.heads - a.heads || a.group - b.group);
    return candidates[0]?.group ?? null;
  }

  /** The queue a cell is about; of all together the one that lacks most calls to the target. */
  #queueOf({ target, interval }: Cell, accumulator: Accumulator): number | null {
    const { place, value, isAtLeast } = target;
    const kpi = kpiIn(accumulator, target);
    if (kpi.scope !== 'queue') return null;
    if (place !== null) return place;
    let most = 0;
    let found: number | null = null;
    for (let queue = 0; queue < this.#parts.setup.routing.queues.length; queue++) {
      const lacks = accumulator
        .sums(kpi, { place: queue, interval })
        .reduce((sum, { N, D }) => sum + (isAtLeast ? value * D - N : N - value * D), 0);
      if (lacks <= most) continue;
      most = lacks;
      found = queue;
    }
    return found;
  }

  /** Specialists first: a head of theirs helps fewest. */
  #trimOrder(): number[] {
    const { setup } = this.#parts;
    const breadth = setup.world.groups.map(
      (_, group) => setup.routing.queues.filter((__, queue) => groupServes(setup, group, queue)).length,
    );
    return breadth.map((_, group) => group).sort((a, b) => breadth[a]! - breadth[b]! || a - b);
  }
}

/** At most so much of the heads at once. */
const LARGEST_STEP = 0.25;

/** How far a value is from its target, as a part of it; below 0 where it is reached. */
export function gapOf({ mean, target: { value, isAtLeast } }: Cell): number {
  return (isAtLeast ? value - mean : mean - value) / value;
}

function byInterval(cells: readonly Cell[]): Map<number, Cell[]> {
  const found = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (cell.interval === null) continue;
    found.set(cell.interval, [...(found.get(cell.interval) ?? []), cell]);
  }
  return found;
}
