/**
 * Scenarios as the page holds them, and what reading them gave: the last ones are kept, because the page asks for the problems of a
 * text first and for its run next. The reader itself is loaded when a scenario has to be read; a reading that was prepared when the
 * page was built is as good. It reads nothing itself.
 */
import type { Setup } from '../../engine/index.ts';
import type { ReportWarning } from '../../reports/schema.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import type { ComparedSide } from '../comparison-of.ts';
import { courseProblems, setupFor } from '../plan.ts';
import { OptionError } from '../stopping.ts';
import type { Language } from '../../reports/words.ts';
import type { OpenedScenario, PlacedProblem, ScenarioState } from './api.ts';

/** A problem in both languages: a reading is kept, and the page may change its language. */
export interface ReadProblem extends Omit<PlacedProblem, 'sentence'> {
  readonly sentences: Readonly<Record<Language, string>>;
}

/** What reading a scenario gave: plain data. */
export interface Reading {
  readonly opened: Omit<OpenedScenario, 'problems'> & { readonly problems: readonly ReadProblem[] };
  /** null: it has errors, which `message` says. */
  readonly right: { readonly setup: Setup; readonly warnings: readonly ReportWarning[] } | null;
  readonly message: string | null;
}

/** A side of a run: the setup with seed and days, and what was said of it. */
export type Side = ComparedSide;

/** Now, the baseline, four variants, and what they were before. */
const keptMost = 12;

export class Reader {
  readonly #kept = new Map<string, Reading>();

  async read(state: ScenarioState): Promise<Reading> {
    const key = keyOf(state);
    const known = this.#kept.get(key);
    const reading = known ?? (await import('./reading.ts')).readingOf(state);
    this.#keep(key, reading);
    return reading;
  }

  /** A reading made before. */
  know(state: ScenarioState, reading: Reading): void {
    this.#keep(keyOf(state), reading);
  }

  /** Errors of the scenario, or of seed and days, are thrown: all of them, a line each. */
  async side(
    state: ScenarioState,
    { seed, days }: { readonly seed: number; readonly days: number },
  ): Promise<Side> {
    const { right, message } = await this.read(state);
    if (right === null) throw new Error(message ?? 'The scenario has errors.');
    const problems = courseProblems(seed, days);
    if (problems.length > 0) throw new OptionError(problems);
    return { setup: setupFor(right.setup, seed, days), seed, days, warnings: right.warnings };
  }

  /** What differs in the settings of two scenarios. */
  async differences(one: ScenarioState, other: ScenarioState): Promise<readonly SettingChange[]> {
    if (keyOf(one) === keyOf(other)) return [];
    return (await import('./reading.ts')).differencesOf(one, other);
  }

  #keep(key: string, reading: Reading): void {
    this.#kept.delete(key);
    this.#kept.set(key, reading);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptMost) break;
      this.#kept.delete(oldest);
    }
  }
}

/** As the page is told, in its language. */
export function openedIn({ opened }: Reading, language: Language): OpenedScenario {
  const problems = opened.problems.map(({ sentences, ...problem }) => ({
    ...problem,
    sentence: sentences[language],
  }));
  return { ...opened, problems };
}

function keyOf({ text, set }: ScenarioState): string {
  return JSON.stringify([text, set]);
}
