/**
 * What several commands ask for in the same words: one file, the language, days and seed and workers. Every slip of theirs is said
 * alike. It refuses to know what a command does with them.
 */
import { languages } from '../../workers/tandem.ts';
import type { Language } from '../../workers/tandem.ts';
import type { Arguments } from './arguments.ts';

/**
 * The one file of a command that takes one; empty when there is none, which is a slip.
 *
 * @param missing what to say then: "Name a scenario file: tandem run FILE."
 * @param what it is: "scenario", for a second one
 */
export function onlyFile(given: Arguments, missing: string, what: string): string {
  const [file, ...more] = given.words;
  if (file === undefined) given.slips.push(missing);
  // Behind an unknown option it may be that option's value.
  for (const word of given.hasUnknown ? [] : more)
    given.slips.push(`One ${what} at a time: "${word}" is one too many.`);
  return file ?? '';
}

/** English unless asked for another. */
export function languageOf(given: Arguments): Language {
  const asked = given.text('lang') ?? 'en';
  const found = languages.find((language) => language === asked);
  if (found === undefined) given.slips.push(`--lang knows ${languages.join(' and ')}, not "${asked}".`);
  return found ?? 'en';
}

/** How long and with which luck is simulated; what is left out, the scenario says. */
export interface Course {
  readonly days: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | undefined;
}

export function courseOf(given: Arguments, fewestDays = 1): Course {
  return {
    days: given.whole('days', fewestDays, 1_000_000),
    seed: seedOf(given),
    workers: workersOf(given),
  };
}

export function seedOf(given: Arguments): number | undefined {
  return given.whole('seed', 0, 4_294_967_295);
}

export function workersOf(given: Arguments): number | undefined {
  return given.whole('workers', 0, 1024);
}
