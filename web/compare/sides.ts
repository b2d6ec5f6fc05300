/**
 * Who can stand side by side: the baseline, what is tuned now, and the named variants; at most four, each scenario once. It knows no
 * element and no words but those given.
 */
import type { ScenarioState } from '../../workers/workbench/api.ts';
import { isSameScenario } from '../state/work.ts';
import type { Work } from '../state/work.ts';

export interface Side {
  /** `baseline`, `now`, or the variant's own. */
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly scenario: ScenarioState;
}

export const SIDES_MOST = 4;

/** The one that is tuned is left out where it is the baseline or one of the variants: it would be compared with itself. */
export function sidesOf(
  work: Work,
  words: { readonly baseline: string; readonly now: string },
): readonly Side[] {
  const baseline = { id: 'baseline', name: words.baseline, note: '', scenario: work.baseline };
  const now = { id: 'now', name: words.now, note: '', scenario: work.now };
  const variants = work.variants.map(({ id, name, note, scenario }) => ({
    id: `variant ${id}`,
    name,
    note,
    scenario,
  }));
  const isKnown = [baseline, ...variants].some(({ scenario }) => isSameScenario(scenario, work.now));
  return [baseline, ...(isKnown ? [] : [now]), ...variants];
}

/** Those chosen that are still there; else the first ones. */
export function chosenOf(sides: readonly Side[], chosen: readonly string[] | null): readonly Side[] {
  if (chosen === null) return sides.slice(0, SIDES_MOST);
  return sides.filter(({ id }) => chosen.includes(id)).slice(0, SIDES_MOST);
}

/** What a side has changed of the first: its settings, as one writes them; a text of its own is said by `null`. */
export function changesOf(side: Side, first: Side): readonly string[] | null {
  if (side.scenario.text !== first.scenario.text) return null;
  return side.scenario.set.filter((setting) => !first.scenario.set.includes(setting));
}
