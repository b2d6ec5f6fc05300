/**
 * The suites that the words of a command line name: suite files, scenarios that expect something, and folders of both. All are read
 * before anything is simulated, and every problem of every file is said at once. It remembers which files each suite was read
 * from, for whoever watches them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { problemLine, problemText, readSuite, suiteOfScenario } from '../../workers/tandem.ts';
import type { CheckItem, Suite, SuiteProblem } from '../../workers/tandem.ts';
import { FileError, FilesBeside, readScenarioText } from './scenario-text.ts';

/** A suite, and every file it was read from. */
export interface SuiteRead extends CheckItem {
  readonly sources: readonly string[];
}

const SUITE = /\.suite\.(?:ya?ml|json)$/;
const SCENARIO = /\.(?:ya?ml|json)$/;
const EXPECTS = /^[ \t{,]*["']?expect["']?\s*:/m;

/** The files themselves, and of folders all suites and all scenarios that expect something, in alphabetical order. */
export function suiteFilesAt(words: readonly string[], slips: string[]): string[] {
  const files = words.flatMap((word) => {
    if (word === '-' || statSync(word, { throwIfNoEntry: false })?.isDirectory() !== true) return [word];
    const found = readdirSync(word, { recursive: true, encoding: 'utf8' })
      .filter((name) => SCENARIO.test(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name))
      .map((name) => join(word, name))
      .filter((path) => SUITE.test(path) || expectsSomething(path))
      .toSorted();
    if (found.length === 0)
      slips.push(`There is no suite and no scenario that expects something in "${word}".`);
    return found;
  });
  const seen = new Set<string>();
  return files.filter((file) => {
    const path = file === '-' ? file : resolve(file);
    return !seen.has(path) && seen.add(path);
  });
}

function expectsSomething(path: string): boolean {
  try {
    return statSync(path).isFile() && EXPECTS.test(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}

/** The suite, or null: then what is wrong with it has been said. */
export function readSuiteFile(file: string, complain: (line: string) => void): SuiteRead | null {
  const reader = new SuiteReader(file);
  try {
    const suite = reader.read(complain);
    const { name, sources, files } = reader;
    return suite === null ? null : { file: name, suite, sources, files };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    complain(`tandem: ${error.message}`);
    return null;
  }
}

class SuiteReader {
  readonly name: string;
  readonly sources: string[] = [];
  /** The files that the scenario names. */
  readonly files: Record<string, string> = {};
  readonly #file: string;
  /** By the name of the scenario, or of a file beside it: why it was not read. */
  readonly #reasons = new Map<string, string>();
  #scenario: string;

  constructor(file: string) {
    this.#file = file;
    this.name = file === '-' ? 'stdin' : file.replaceAll('\\', '/');
    this.#scenario = this.name;
  }

  read(complain: (line: string) => void): Suite | null {
    this.#note(this.#file);
    const text = readScenarioText(this.#file);
    const result = SUITE.test(this.#file)
      ? readSuite(text, (path) => this.#open(path))
      : suiteOfScenario(text, this.#beside(this.#file));
    for (const problem of result.ok ? result.warnings : result.problems) complain(this.#line(problem));
    return result.ok ? result.suite : null;
  }

  #open(
    path: string,
  ): { readonly text: string; readonly files: (name: string) => string | undefined } | undefined {
    const file = join(dirname(this.#file), path);
    this.#scenario = relative('.', file).replaceAll('\\', '/');
    this.#note(file);
    try {
      return { text: readScenarioText(file), files: this.#beside(file) };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#reasons.set(path, error.message);
      return undefined;
    }
  }

  #beside(file: string): (name: string) => string | undefined {
    const files = new FilesBeside(file);
    return (name) => {
      if (file !== '-') this.#note(join(dirname(file), name));
      const text = files.read(name);
      const why = files.reasons.get(name);
      if (why !== undefined) this.#reasons.set(name, why);
      if (text !== undefined) this.files[name] = text;
      return text;
    };
  }

  #note(file: string): void {
    if (file !== '-') this.sources.push(resolve(file));
  }

  #line(problem: SuiteProblem): string {
    const line = problemLine(problem, problem.in === 'suite' ? this.name : this.#scenario);
    // The reader knows only that it got no file; why is known here.
    const why = problem.code === 'E-FILE' ? this.#reasons.get(String(problem.params['file'])) : undefined;
    return why === undefined ? line : `${line.slice(0, -problemText(problem).length)}${why}`;
  }
}
