/**
 * Ample staff: so many heads that more would bring no target nearer. It tells the load, whether the targets can be met at all, and the
 * most heads the search may give a group. It refuses to know how a day is simulated and how a plan is found.
 */
import { exactClock } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';
import { OptionError } from '../stopping.ts';
import { groupServes, intervalsOf, kindOf } from './heads.ts';
import type { Trial } from './search.ts';
import { cellsOf } from './targets.ts';
import type { Cell, Target } from './targets.ts';

export interface AmpleParts {
  /** Of one kind of day. */
  readonly setup: Setup;
  readonly targets: readonly Target[];
  /** What the scenario itself has at work, by group and interval. */
  readonly planned: readonly (readonly number[])[];
  readonly isPlanned: readonly boolean[];
  /** So many heads of each group in every interval; null: stopped. */
  readonly tryOut: (sizes: readonly number[], round: number) => Promise<Trial | null>;
}

export interface Ample {
  readonly sizes: readonly number[];
  readonly trial: Trial;
}

/** Agents are ample when no interval keeps them busy for half of the time, or for half of what a target allows. */
const AMPLE_BUSY = 0.5;
/** Heads beyond load / o, as chance moves the load from round to round. */
const SPARE = 1.1;
/** A target is out of reach of more heads when twice as many leave more than this of what it lacks to perfection. */
const HOPELESS = 0.8;
const ROUNDS_MAX = 14;
/** Of a group, together with what the scenario itself allows: more is a slip. */
const HEADS_MAX = 20_000;
/** That a value is missed, or met: ample staff is judged on few days. */
const CERTAIN = 0.999;

/**
 * More and more heads until agents have time to spare and every target is met, or more heads do not bring it nearer. A target of the
 * agents' own time (occupancy o) takes load / o heads, which one round tells; the others double.
 *
 * @returns null: stopped
 * @throws {OptionError} when no number of heads is enough
 */
export async function ampleStaff(parts: AmpleParts): Promise<Ample | null> {
  const { setup, planned, isPlanned, targets } = parts;
  let sizes = setup.world.groups.map(({ size }, group) =>
    isPlanned[group] === true ? Math.ceil(2 * Math.max(...planned[group]!, 1)) + 10 : size,
  );
  let before: Ample | null = null;
  let lacked = new Map<Target, number>();
  const hopeless = new Set<Target>();
  for (let round = 1; ; round++) {
    const trial = await parts.tryOut(sizes, round);
    if (trial === null) return null;
    const growth: number[] = sizes.map((_, group) => (isBusy(parts, trial, group) ? 2 : 1));
    const isLoadKnown = !growth.includes(2);
    const open = isLoadKnown ? wanting(parts, trial) : [];
    const lacks = new Map(open.map(({ target, mean }) => [target, lackOf(target, mean)]));
    for (const [target, lack] of lacks)
      if (lack > HOPELESS * (lacked.get(target) ?? Infinity)) hopeless.add(target);
    const chased = open.filter(({ target }) => !hopeless.has(target));
    if (isLoadKnown && chased.length === 0) {
      // What only made sure that more heads do not help is not kept: the search would climb there in vain.
      const isInVain = [...lacked.keys()].every((target) => hopeless.has(target));
      return before !== null && lacked.size > 0 && isInVain ? before : { sizes, trial };
    }
    for (const { target, mean } of chased)
      for (const group of groupsOf(parts, target))
        growth[group] = Math.max(
          growth[group]!,
          isOfAgents(target) ? (SPARE * mean) / (AMPLE_BUSY * target.value) : 2,
        );
    const grown = sizes.map((size, group) => Math.ceil(size * growth[group]!));
    if (round === ROUNDS_MAX || grown.some((size) => size > HEADS_MAX)) {
      const texts = targets.filter((each) => isOfAgents(each) && lacks.has(each)).map(({ text }) => text);
      if (texts.length > 0)
        throw new OptionError([`${texts.join(' and ')} would take more than ${HEADS_MAX} heads in a group.`]);
      if (isLoadKnown) return { sizes, trial };
      throw new OptionError(`Not even ${HEADS_MAX} heads in a group would keep up with these calls.`);
    }
    if (isLoadKnown) before = { sizes, trial };
    lacked = new Map([...lacks].filter(([target]) => !hopeless.has(target)));
    sizes = grown;
  }
}

function isBusy({ setup, isPlanned }: AmpleParts, { accumulator }: Trial, group: number): boolean {
  const busy = accumulator.kpi('K-10', 'group')!;
  return (
    isPlanned[group] === true &&
    Array.from({ length: intervalsOf(setup) }, (_, interval) => interval).some(
      (interval) => (accumulator.estimate(busy, { place: group, interval }).mean ?? 0) > AMPLE_BUSY,
    )
  );
}

/** The worst value of each target that more heads might bring nearer, or that is not met by far. */
function wanting({ setup, targets }: AmpleParts, { accumulator }: Trial): Cell[] {
  const cells = cellsOf(accumulator, targets, intervalsOf(setup), CERTAIN);
  return targets.flatMap((target) => {
    const [worst] = cells.filter((cell) => cell.target === target && !isEasy(cell)).toSorted(byLack);
    return worst ?? [];
  });
}

function isEasy({ target, mean, verdict }: Cell): boolean {
  return isOfAgents(target) ? mean <= AMPLE_BUSY * target.value : verdict === 'met';
}

/** Occupancy and utilisation: they go on falling as heads are added, as waits and losses do not. */
function isOfAgents({ kpi }: Target): boolean {
  return kpi.scope === 'group';
}

/** What a value lacks to perfection: everybody in time, nobody lost, no wait. */
function lackOf({ isAtLeast }: Target, mean: number): number {
  return isAtLeast ? 1 - mean : mean;
}

function byLack(a: Cell, b: Cell): number {
  return lackOf(b.target, b.mean) - lackOf(a.target, a.mean);
}

/** Those whose heads count for a target. */
function groupsOf({ setup, isPlanned }: AmpleParts, target: Target): number[] {
  const { place } = target;
  return isPlanned.flatMap((isOne, group) => {
    const isAbout =
      place === null || (isOfAgents(target) ? place === group : groupServes(setup, group, place));
    return isOne && isAbout ? [group] : [];
  });
}

/**
 * What ample staff misses for certain, no plan reaches.
 *
 * @param kind name of the kind of day, null where there is one only
 */
export function checkReach({ setup, targets }: AmpleParts, { trial }: Ample, kind: string | null): void {
  const missed = cellsOf(trial.accumulator, targets, intervalsOf(setup), CERTAIN).filter(
    ({ verdict }) => verdict === 'missed',
  );
  const problems = targets.flatMap((target) => {
    const [worst] = missed.filter((cell) => cell.target === target).toSorted(byLack);
    if (worst === undefined) return [];
    const value =
      target.kpi.unit === 'share'
        ? `${(worst.mean * 100).toFixed(1)}%`
        : `${(worst.mean / 1000).toFixed(1)} s`;
    const start = worst.interval === null ? null : worst.interval * setup.world.interval;
    const when =
      start === null ? 'over the day' : `in the interval from ${exactClock(start, kindOf(setup).from)}`;
    const on = kind === null ? '' : ` on days "${kind}"`;
    return [
      `No number of heads meets ${target.text}${on}: with time to spare for all agents it is ${value} ${when}. Look at rings missed, prompts, opening hours and callers who do not wait at all.`,
    ];
  });
  if (problems.length > 0) throw new OptionError(problems);
}
