/**
 * The CSV files a scenario names, read once each through the function the host gave. The engine opens no file
 * itself. What is missing or cannot be read is a finding with the row it is about.
 */
import { parseCsv } from './csv.ts';
import type { Table } from './csv.ts';
import { parseClock, parseLength } from './lengths.ts';
import { nearestName } from './nearest.ts';
import type { Findings, ProblemPath } from './problems.ts';

export type ReadFile = (name: string) => string | undefined;
type Reading = (text: string) => number | undefined;

/** 64 MB: a year of a large centre's calls. */
const maxFileCharacters = 64_000_000;
const maxRows = 2_000_000;

/** Of an empty cell; no length is so large. */
const NOT_RECORDED = Infinity;

export class ScenarioFiles {
  readonly #read: ReadFile;
  readonly #tables = new Map<string, Table | 'missing' | 'large'>();

  constructor(read: ReadFile | undefined) {
    this.#read = read ?? (() => undefined);
  }

  /** Plain numbers of a column, or undefined with a finding at the path. */
  numbers(file: string, column: string, path: ProblemPath, findings: Findings): number[] | undefined {
    return this.#column(file, column, path, findings, plainNumber);
  }

  /** Lengths in milliseconds: seconds, or text like 4m10s. */
  lengths(file: string, column: string, path: ProblemPath, findings: Findings): number[] | undefined {
    return this.#column(file, column, path, findings, (text) => parseLength(text.replace(',', '.')));
  }

  /** Lengths that may be missing: an empty cell says that nothing was recorded. */
  recorded(
    file: string,
    column: string,
    path: ProblemPath,
    findings: Findings,
  ): (number | null)[] | undefined {
    const read: Reading = (text) => (text === '' ? NOT_RECORDED : parseLength(text.replace(',', '.')));
    return this.#column(file, column, path, findings, read)?.map((each) =>
      each === NOT_RECORDED ? null : each,
    );
  }

  /** Times of day in milliseconds after midnight, or seconds after `dayStart`, all as milliseconds after `dayStart`. */
  times(
    file: string,
    column: string,
    dayStart: number,
    path: ProblemPath,
    findings: Findings,
  ): number[] | undefined {
    return this.#column(file, column, path, findings, (text) => timeAfter(text, dayStart));
  }

  #column(
    file: string,
    column: string,
    path: ProblemPath,
    findings: Findings,
    read: Reading,
  ): number[] | undefined {
    const table = this.#table(file);
    if (table === 'missing' || table === 'large') {
      findings.add('E-FILE', path, { file, why: table });
      return undefined;
    }
    const index = table.header.indexOf(column);
    if (index < 0) {
      const nearest = nearestName(column, table.header);
      const params = { file, why: 'column', column, columns: table.header.slice(0, 20) };
      findings.add('E-FILE', path, nearest === undefined ? params : { ...params, nearest });
      return undefined;
    }
    if (table.rows.length === 0) {
      findings.add('E-FILE', path, { file, why: 'empty' });
      return undefined;
    }
    const values: number[] = [];
    for (const [row, fields] of table.rows.entries()) {
      const text = fields[index] ?? '';
      const value = read(text);
      if (value === undefined || value < 0) {
        const line = table.lines[row] ?? 0;
        findings.add('E-FILE', path, { file, why: 'value', column, row: line, value: text.slice(0, 40) });
        return undefined;
      }
      values.push(value);
    }
    return values;
  }

  /** The line of the file that the n-th row stands on. */
  lineOf(file: string, row: number): number {
    const table = this.#table(file);
    return typeof table === 'string' ? 0 : (table.lines[row] ?? 0);
  }

  #table(file: string): Table | 'missing' | 'large' {
    const known = this.#tables.get(file);
    if (known) return known;
    const text = this.#read(file);
    let table: Table | 'missing' | 'large';
    if (text === undefined) table = 'missing';
    else if (text.length > maxFileCharacters) table = 'large';
    else {
      const parsed = parseCsv(text);
      table = parsed.rows.length > maxRows ? 'large' : parsed;
    }
    this.#tables.set(file, table);
    return table;
  }
}

/** A time of day, or a plain number of seconds after the day begins. */
export function timeAfter(written: string | number, dayStart: number): number | undefined {
  if (typeof written === 'number') return written < 0 ? undefined : Math.round(written * 1000);
  const seconds = plainNumber(written);
  if (seconds !== undefined) return seconds < 0 ? undefined : Math.round(seconds * 1000);
  const clock = parseClock(written);
  if (clock === undefined) return undefined;
  // Past midnight in a day that began the evening before.
  return clock < dayStart ? clock + 86_400_000 - dayStart : clock - dayStart;
}

function plainNumber(text: string): number | undefined {
  const decimal = text.trim().replace(',', '.');
  return /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(decimal) ? Number(decimal) : undefined;
}
