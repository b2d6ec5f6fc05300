/**
 * The text of an export into records: which columns it has, how its moments and lengths are written, every wrong line with its number.
 * Nothing is corrected in silence: what was assumed is a note, and what cannot be read is a problem. It fits nothing.
 */
import { parseCsv } from '../../config/csv.ts';
import { unwanted } from '../../config/text-size.ts';
import { columnsOf } from './columns.ts';
import type { Column, ColumnsFound, Role, StatedColumns } from './columns.ts';
import { momentFormats, statedFormat } from './moments.ts';
import type { MomentFormat } from './moments.ts';
import { readCalls } from './read-calls.ts';
import { readCounts } from './read-counts.ts';
import type { DataProblem, ReadNote, Records } from './records.ts';

export interface ReadDataOptions {
  /** Headings of the columns, by what they are; the others are guessed. */
  readonly columns?: StatedColumns | undefined;
  /** Of dates and moments, in letters: `DD.MM.YYYY HH:mm`. */
  readonly timeFormat?: string | undefined;
  /** Leaves out lines that cannot be read, instead of refusing the file. */
  readonly skipsBadLines?: boolean | undefined;
}

export type ReadDataResult =
  | { readonly ok: true; readonly records: Records }
  | { readonly ok: false; readonly problems: readonly DataProblem[] };

/** What the readers of the two shapes work on. */
export class Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly format: MomentFormat;
  readonly problems: DataProblem[] = [];
  readonly notes: ReadNote[];
  readonly date: Column | undefined;
  readonly arrival: Column | undefined;
  readonly time: Column | undefined;
  readonly #columns: ReadonlyMap<Role, Column>;

  constructor(
    rows: readonly (readonly string[])[],
    lines: readonly number[],
    columns: readonly Column[],
    format: MomentFormat,
    notes: readonly ReadNote[],
  ) {
    this.rows = rows;
    this.lines = lines;
    this.format = format;
    this.notes = [...notes];
    this.#columns = new Map(columns.map((column) => [column.role, column]));
    this.date = this.column('date');
    this.arrival = this.column('arrival');
    this.time = this.column('time');
  }

  column(role: Role): Column | undefined {
    return this.#columns.get(role);
  }

  get columns(): readonly Column[] {
    return [...this.#columns.values()];
  }

  problem(row: number, code: DataProblem['code'], params: DataProblem['params']): void {
    this.problems.push({ line: this.lines[row] ?? 0, code, params });
  }
}

export function readData(written: string, options: ReadDataOptions = {}): ReadDataResult {
  const notes: ReadNote[] = [];
  const text = written.replaceAll(UNSEEN, '');
  const separator = separatorOf(text.slice(0, 20_000));
  const table = parseCsv(text, separator);
  const all = [table.header, ...table.rows];
  const stated = options.columns ?? {};
  const { at: headerAt, found: guessed } = headerOf(all, stated);
  const found = withArrival(guessed, all[headerAt + 1] ?? []);
  const refuse = (...problems: DataProblem[]): ReadDataResult => ({ ok: false, problems });
  if (all.length < headerAt + 2) return refuse({ line: 0, code: 'empty', params: {} });
  const has = (role: Role): boolean => found.columns.some((column) => column.role === role);
  const headings = (all[headerAt] ?? []).join(', ');
  const missing = found.missing.map(({ role, heading }) => ({
    line: 0,
    code: 'noColumn' as const,
    params: { role, heading, headings },
  }));
  if (missing.length > 0) return refuse(...missing);
  if (!has('arrival') && !has('date')) {
    return refuse({ line: 0, code: 'missingColumn', params: { role: 'arrival', headings } });
  }
  if (headerAt > 0) notes.push({ code: 'header', params: { line: headerAt + 1 } });
  const rows = all.slice(headerAt + 1);
  const lines = table.lines.slice(headerAt);
  // A row of a call has no number of calls, but a row of counts may have mean waits and talk times.
  const isCounts = has('calls') && !has('caller') && !(has('wait') && has('outcome'));
  if (isCounts && !has('arrival') && !has('time')) {
    return refuse({ line: 0, code: 'missingColumn', params: { role: 'time', headings } });
  }
  const moment = momentColumn(found);
  const stating = options.timeFormat === undefined ? undefined : statedFormat(options.timeFormat);
  const format = stating ?? guessedFormat(rows, moment.at, notes);
  const sheet = new Sheet(rows, lines, found.columns, format, notes);
  const read = isCounts ? readCounts : readCalls;
  const records = read(sheet, options.skipsBadLines === true);
  if (records === undefined || (sheet.problems.length > 0 && options.skipsBadLines !== true)) {
    return refuse(...sheet.problems.toSorted((a, b) => a.line - b.line));
  }
  const queues = records.queues.length;
  if (queues > QUEUES_MOST) {
    const heading = sheet.column('queue')?.heading ?? '';
    return refuse({
      line: 0,
      code: 'queues',
      params: { heading, queues: String(queues), most: String(QUEUES_MOST) },
    });
  }
  return { ok: true, records };
}

/** What a scenario may not have in a name, all over the text; and halves of letters. */
const UNSEEN = new RegExp(`${unwanted.source}|\\p{Surrogate}`, 'gu');
/** More names than that are no queues. */
const QUEUES_MOST = 200;

/** A column called "interval" may have dates in it: then it is the moment of arrival. */
function withArrival({ columns, missing }: ColumnsFound, row: readonly string[]): ColumnsFound {
  const isDated = columns.some(({ role }) => role === 'arrival' || role === 'date');
  const time = columns.find(({ role }) => role === 'time');
  const isMoment =
    time !== undefined &&
    momentFormats.some((format) => format.read(row[time.at] ?? '')?.second !== undefined);
  if (isDated || !isMoment) return { columns, missing };
  return {
    columns: columns.map((column) => (column === time ? { ...column, role: 'arrival' as const } : column)),
    missing,
  };
}

function momentColumn({ columns }: ColumnsFound): Column {
  const of = (role: Role) => columns.find((column) => column.role === role);
  return of('date') ?? of('arrival') ?? columns[0]!;
}

const HEADER_WITHIN = 15;

/** Exports begin with a title now and then: the header is the line with the most headings that are known. */
function headerOf(
  rows: readonly (readonly string[])[],
  stated: StatedColumns,
): { readonly at: number; readonly found: ColumnsFound } {
  const tried = rows.slice(0, HEADER_WITHIN).map((row, at) => ({ at, found: columnsOf(row, stated) }));
  const best = tried.toSorted((a, b) => b.found.columns.length - a.found.columns.length || a.at - b.at)[0];
  return best ?? { at: 0, found: columnsOf([], stated) };
}

/** The separator that cuts the most lines of the beginning into as many pieces, and the more of them the better. */
function separatorOf(start: string): string {
  const lines = start
    .split('\n')
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const score = (separator: string): number => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual === 0 ? 0 : counts.filter((count) => count === usual).length + Math.min(usual, 30) / 100;
  };
  // A comma may be the decimal sign of a file with semicolons, never the other way round.
  const [best = ','] = [';', '\t', '|', ','].toSorted((a, b) => score(b) - score(a));
  return score(best) === 0 ? ',' : best;
}

const LOOKED_AT = 4000;

/** The format that reads the most of the moments, looked at all through the file. */
function guessedFormat(rows: readonly (readonly string[])[], at: number, notes: ReadNote[]): MomentFormat {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const texts: string[] = [];
  for (let row = 0; row < rows.length; row += step) texts.push(rows[row]?.[at] ?? '');
  const scored = momentFormats.map((format) => ({
    format,
    read: texts.filter((text) => format.read(text) !== undefined).length,
  }));
  const [first, second] = scored.toSorted((a, b) => b.read - a.read);
  const best = first ?? scored[0]!;
  if (best.format.name === 'DD/MM/YYYY' || best.format.name === 'MM/DD/YYYY') {
    const isOpen = second?.read === best.read && second.format.name === 'MM/DD/YYYY';
    notes.push({ code: isOpen ? 'ambiguousOrder' : 'order', params: { format: best.format.name } });
  }
  return best.format;
}
