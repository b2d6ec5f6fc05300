/**
 * What a planner works on: the scenario as it is now, the pinned baseline, the seed, the named variants and a note. All of it is plain
 * data that never changes in place, so undo keeps the values themselves, and a link or a reload carries the whole of it. It knows no
 * screen and no simulation.
 */
import type { ScenarioState } from '../../workers/workbench/api.ts';

export interface Variant {
  /** Unique among the variants of this work. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly scenario: ScenarioState;
}

export interface Work {
  readonly now: ScenarioState;
  readonly baseline: ScenarioState;
  /** null: the one the scenario says. */
  readonly seed: number | null;
  readonly note: string;
  readonly variants: readonly Variant[];
}

/** A scenario just opened: it is its own baseline. */
export function workOn(text: string, set: readonly string[] = []): Work {
  const now = { text, set };
  return { now, baseline: now, seed: null, note: '', variants: [] };
}

export function isSameScenario(one: ScenarioState, other: ScenarioState): boolean {
  return (
    one.text === other.text &&
    one.set.length === other.set.length &&
    one.set.every((each, at) => each === other.set[at])
  );
}

/** What runs now is what everything is compared with from here on. */
export function pinAsBaseline(work: Work): Work {
  return isSameScenario(work.now, work.baseline) ? work : { ...work, baseline: work.now };
}

/** How precise it should be and what is looked at; not undone, but carried by a link. */
export interface Aim {
  /** At most so many days. */
  readonly days: number;
  /** Enough when the service level's half-width is at most this, a share; null: all days. */
  readonly halfWidth: number | null;
  /** The queue the charts are about; null: all together. */
  readonly queue: string | null;
  /** K-01a to f as "a" to "f"; null: the formula of the scenario. */
  readonly formula: string | null;
  /** The planner's own target for abandonment, a share: scenarios have none. */
  readonly abandonMost: number;
}

export const AIM: Aim = { days: 1000, halfWidth: 0.01, queue: null, formula: null, abandonMost: 0.05 };
