/**
 * The build fails when the workbench says a sentence that has no French, when the French has a sentence that nobody says, or when its places
 * are not those of the source. How good the French is, it cannot know.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { sentencesOf, translationsOf } from './said.ts';
import type { Sentence, Translation } from './said.ts';

/** What is not the workbench, and what says nothing to its user. */
const SILENT = /^(?:build|e2e|guide|i18n)\/|\.test\.ts$|^[^/]*\.config\.ts$/;
const DICTIONARY = /^i18n\/fr\/[^/]+\.ts$/;

/** @param isDraft Only says what is missing: for whoever looks at a page that is being written. */
export function french(folder: string, isDraft: boolean): Plugin {
  return {
    name: 'tandem-french',
    apply: 'build',
    buildStart() {
      const problems = frenchProblems(folder);
      if (problems.length === 0) return;
      const told = `${problems.length} problem(s) with the French of the workbench:\n${problems.join('\n')}`;
      if (isDraft) this.warn(told);
      else this.error(told);
    },
  };
}

/** As sentences, one for each; none: English and French say the same. */
export function frenchProblems(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const programs = paths.filter((path) => path.endsWith('.ts') && !SILENT.test(path));
  const said = programs.map((path) => sentencesOf(path, read(path)));
  const known = paths.filter((path) => DICTIONARY.test(path)).map((path) => translationsOf(path, read(path)));
  return [
    ...[...said, ...known].flatMap(({ problems }) => problems),
    ...differences(
      said.flatMap(({ found }) => found),
      known.flatMap(({ found }) => found),
    ),
  ];
}

export function differences(said: readonly Sentence[], known: readonly Translation[]): readonly string[] {
  const sources = new Map(said.map((sentence) => [sentence.source, sentence]));
  const translations = new Map(known.map((translation) => [translation.source, translation]));
  const missing = [...sources.values()].filter(({ source }) => !translations.has(source));
  const unused = known.filter(({ source }) => !sources.has(source));
  const displaced = known.filter(({ source, target }) => placesOf(source) !== placesOf(target));
  // Two areas may need the same sentence; the dictionary that is merged last would decide.
  const twofold = known.filter((entry) => translations.get(entry.source)?.target !== entry.target);
  return [
    ...missing.map(({ place, source }) => `${place}: no French for ${JSON.stringify(source)}`),
    ...unused.map(({ place, source }) => `${place}: nobody says ${JSON.stringify(source)}`),
    ...displaced.map(({ place, source }) => `${place}: not the places of ${JSON.stringify(source)}`),
    ...twofold.map(({ place, source }) => `${place}: other French elsewhere for ${JSON.stringify(source)}`),
  ];
}

/** Each at least once, in any order. */
function placesOf(text: string): string {
  return [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');
}
