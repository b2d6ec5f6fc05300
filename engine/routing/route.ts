/**
 * The rules of an entry, made ready once: which of them match its attributes (RT-02), and whether one fails
 * (RT-05). Attributes belong to the entry, so this is not asked again for every call.
 */
import type { EntrySetup, MatchSetup, RuleSetup } from '../config/setup.ts';

export interface Route {
  /** Place in the rule list; part of the luck of a split. */
  readonly index: number;
  readonly rule: RuleSetup;
}

type Verdict = 'holds' | 'not' | 'fails';

/** RT-02: every rule whose condition holds, in order. A rule that fails leaves none: the fallback queue takes the call (RT-05). */
export function routesOf(entry: EntrySetup): readonly Route[] {
  const routes: Route[] = [];
  for (const [index, rule] of entry.rules.entries()) {
    const verdict = verdictOn(rule, entry);
    if (verdict === 'fails') return [];
    if (verdict === 'holds') routes.push({ index, rule });
  }
  return routes;
}

export const verdictOn = (rule: RuleSetup, entry: EntrySetup): Verdict =>
  matches(rule.when, entry.attributes);

function matches(conditions: readonly MatchSetup[], attributes: Readonly<Record<string, string>>): Verdict {
  for (const { attribute, is, above, below } of conditions) {
    const text = attributes[attribute];
    if (text === undefined) return 'not';
    if (is !== undefined && !is.includes(text)) return 'not';
    if (above === undefined && below === undefined) continue;
    const value = Number(text);
    if (text.trim() === '' || Number.isNaN(value)) return 'fails';
    if (above !== undefined && !(value > above)) return 'not';
    if (below !== undefined && !(value < below)) return 'not';
  }
  return 'holds';
}

/** RT-06: the queue drawn, by a uniform number in [0, 1). */
export function targetOf(rule: RuleSetup, luck: number): number {
  let left = luck * 100;
  for (const { queue, percent } of rule.targets) {
    left -= percent;
    if (left < 0) return queue;
  }
  return rule.targets.at(-1)!.queue;
}
