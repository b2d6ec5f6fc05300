/**
 * The folder of recorded baselines: for each suite a JSON file for people and a compressed record for the program. It reads and writes,
 * and refuses to know what is in them.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { baselineFiles, readBaseline } from '../../workers/tandem.ts';
import type { Baseline } from '../../workers/tandem.ts';

export const baselineFolder = 'reports/baselines';

export class BaselineFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Sentences about suites that would share a baseline, and about a folder that is none. */
  problems(files: readonly string[]): string[] {
    const problems: string[] = [];
    const stat = statSync(this.#folder, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isDirectory()) problems.push(`"${this.#folder}" is not a folder.`);
    const seen = new Map<string, string>();
    for (const file of files) {
      const name = nameOf(file);
      const other = seen.get(name);
      if (other !== undefined)
        problems.push(`"${other}" and "${file}" would share the baseline "${name}". Rename one.`);
      seen.set(name, file);
      problems.push(...this.#problemOfOwner(file));
    }
    return problems;
  }

  /** Two suites of one name in two folders, one of which was recorded before. Of a suite that has moved here the record is its own. */
  #problemOfOwner(file: string): string[] {
    const owner = this.#ownerOf(file);
    if (owner === null || owner === this.#seen(file)) return [];
    const path = join(this.#folder, owner);
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
    return [
      `The baseline "${nameOf(file)}" in "${this.#folder}" is of "${path}", not of "${file}". Rename one, or give it another folder.`,
    ];
  }

  /** The suite that was recorded, as seen from the folder; null: nobody knows. */
  #ownerOf(file: string): string | null {
    try {
      const json = readOr(this.paths(file)[0]);
      return json === null ? null : (readBaseline(json.toString('utf8'), null).data.suite ?? null);
    } catch {
      // Why it cannot be used is said when it is.
      return null;
    }
  }

  /** The same wherever the command is called, and on any machine that has both. */
  #seen(file: string): string {
    return relative(this.#folder, file).split(sep).join('/');
  }

  /** The two files of the suite's baseline. */
  paths(file: string): [string, string] {
    const path = join(this.#folder, nameOf(file));
    return [`${path}.json`, `${path}.record.gz`];
  }

  /** null: nothing was recorded; a text: why it cannot be used. */
  read(file: string): Baseline | null | string {
    const [json, record] = this.paths(file);
    try {
      const text = readOr(json);
      if (text === null) return null;
      return readBaseline(text.toString('utf8'), readOr(record));
    } catch (error) {
      return `"${json}" cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  write(file: string, baseline: Baseline): void {
    const [jsonPath, recordPath] = this.paths(file);
    const owned = file === '-' ? baseline.data : { ...baseline.data, suite: this.#seen(file) };
    const { json, record } = baselineFiles({ ...baseline, data: owned });
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(jsonPath, json);
    writeFileSync(recordPath, record);
  }
}

function readOr(path: string): Buffer | null {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path);
}

/** `helpdesk` of helpdesk.suite.yaml, `helpdesk.scenario` of helpdesk.yaml. */
function nameOf(file: string): string {
  const name = basename(file).replace(/\.(?:ya?ml|json)$/, '');
  return name.endsWith('.suite') ? name.slice(0, -'.suite'.length) : `${name}.scenario`;
}
