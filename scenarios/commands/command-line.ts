/** What to type to see the same again, with words as a shell takes them. It refuses to know the options of a single command. */
import type { Outcome, ReadyScenario } from '../../workers/tandem.ts';
import type { Course } from './common-options.ts';

/** In quotes where a word must be. */
export function commandLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}

/** Seed and days, those that were done if it was stopped. */
export function courseAgain({ days, seed }: Course, ready: ReadyScenario, outcome: Outcome): string[] {
  const { setup } = ready;
  const again = isCut(ready, outcome) ? outcome.days : (days ?? setup.world.days);
  return ['--seed', String(seed ?? setup.seed), '--days', String(again)];
}

/** Stopped, and fewer days give the same: the first of separate ones are the same however many follow; those of a long run hang together. */
export function isCut({ setup }: ReadyScenario, { ended }: Outcome): boolean {
  return ended === 'stopped' && !setup.world.continuous;
}
