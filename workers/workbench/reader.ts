/**
 * Scenarios as the page holds them, read: the last ones are kept, because the page asks for the problems of a text first and for its
 * run next. A browser has no files: what a scenario names in one is missing, and is said to be.
 */
import { readScenario } from '../../engine/index.ts';
import type { ReadResult } from '../../engine/index.ts';
import { planOf, ScenarioError } from '../run.ts';
import type { Plan, ReadyScenario } from '../run.ts';
import type { ScenarioState } from './api.ts';

/** Now, the baseline, four variants, and what they were before. */
const keptMost = 12;

export class Reader {
  readonly #kept = new Map<string, ReadResult>();

  read({ text, set }: ScenarioState): ReadResult {
    const key = JSON.stringify([text, set]);
    const result = this.#kept.get(key) ?? readScenario(text, { set });
    this.#kept.delete(key);
    this.#kept.set(key, result);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptMost) break;
      this.#kept.delete(oldest);
    }
    return result;
  }

  /** @throws {ScenarioError} when it has errors */
  ready(state: ScenarioState): ReadyScenario {
    const result = this.read(state);
    if (!result.ok) throw new ScenarioError(result.problems);
    return result;
  }

  /** @throws {ScenarioError | OptionError} when it has errors, or seed and days make no sense */
  plan(state: ScenarioState, { seed, days }: { readonly seed: number; readonly days: number }): Plan {
    return planOf(this.ready(state), { seed, days });
  }
}
