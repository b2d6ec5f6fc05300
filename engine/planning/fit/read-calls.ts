/** Rows of calls, one each, into records: waits and handle times as written, or as differences of moments where those are given. */
import { reservedKeys } from '../../config/plain.ts';
import type { Column } from './columns.ts';
import { secondOf, secondsOf } from './moments.ts';
import { median } from './robust.ts';
import { outcomeOf } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import type { CallRecords } from './records.ts';
import type { Sheet } from './read-data.ts';

const ABSENT = /^(-|--|n\/?a|null|none|nan)$/i;

function isAbsent(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  // Most cells begin with a figure, and a pattern costs a hundred times as much.
  return (first < 48 || first > 57) && ABSENT.test(text);
}

function cellOf(cells: readonly string[], column: Column | undefined): string {
  return column === undefined ? '' : (cells[column.at] ?? '');
}

function orNothing(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

const DAY = 86_400;

export function readCalls(sheet: Sheet, isLenient: boolean): CallRecords | undefined {
  const { rows, notes } = sheet;
  const reader = new CallReader(sheet);
  const kept: number[] = [];
  const day = new Int32Array(rows.length);
  const second = new Float64Array(rows.length);
  const queue = new Int32Array(rows.length);
  const [wait, talk, wrapUp] = [0, 1, 2].map(() => new Float64Array(rows.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const outcome: Outcome[] = [];
  const caller = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const before = sheet.problems.length;
    const call = reader.call(row);
    if (call === undefined || sheet.problems.length > before) continue;
    const at = kept.length;
    kept.push(row);
    day[at] = call.day;
    second[at] = call.second;
    queue[at] = call.queue;
    wait[at] = call.wait;
    talk[at] = call.talk;
    wrapUp[at] = call.wrapUp;
    outcome.push(call.outcome);
    caller[at] = call.caller;
  }
  if (isLenient && kept.length < rows.length) {
    notes.push({ code: 'skipped', params: { lines: rows.length - kept.length, rows: rows.length } });
  }
  if (kept.length === 0) {
    if (sheet.problems.length === 0) sheet.problem(-1, 'empty', {});
    return undefined;
  }
  for (const [word, times] of reader.unknownOutcomes) {
    notes.push({ code: 'unknownOutcomes', params: { word, rows: times } });
  }
  for (const role of ['wait', 'talk', 'wrapUp', 'handle'] as const) {
    const column = sheet.column(role);
    const usual = column === undefined ? null : longTimesOf(sheet, column);
    if (column !== undefined && usual !== null) {
      notes.push({ code: 'longTimes', params: { column: column.heading, value: usual } });
    }
  }
  const cut = <A extends Int32Array | Float64Array>(array: A): A => array.slice(0, kept.length) as A;
  return {
    shape: 'calls',
    rows: kept.length,
    columns: sheet.columns,
    notes,
    queues: reader.queues,
    day: cut(day),
    second: cut(second),
    queue: cut(queue),
    wait: cut(wait),
    talk: cut(talk),
    wrapUp: cut(wrapUp),
    outcome,
    caller: cut(caller),
  };
}

interface Call {
  readonly day: number;
  readonly second: number;
  readonly queue: number;
  readonly wait: number;
  readonly talk: number;
  readonly wrapUp: number;
  readonly outcome: Outcome;
  readonly caller: number;
}

/** No wait, talk or wrap-up is longer than a day: a moment in the wrong column, or another unit. */
export const LONGEST = DAY;
/** Half of the times above it: they count another unit, or no calls. */
const USUALLY_BELOW = 3600;

/** Half of a column's bare numbers above an hour: milliseconds, most likely. In seconds; null: they are not. */
export function longTimesOf({ rows }: Sheet, column: Column): number | null {
  if (column.unit !== 1) return null;
  const numbers = rows.flatMap((cells) => {
    const value = Number(cells[column.at] ?? '');
    return value > 0 && Number.isFinite(value) ? [value] : [];
  });
  const middle = median(numbers);
  return middle > USUALLY_BELOW ? middle : null;
}

type LengthRole = 'wait' | 'talk' | 'hold' | 'wrapUp' | 'handle';

class CallReader {
  readonly unknownOutcomes = new Map<string, number>();
  readonly #sheet: Sheet;
  /** Looked up once: there are half a million rows. */
  readonly #columns: Readonly<
    Record<LengthRole | 'queue' | 'caller' | 'outcome' | 'answered' | 'ended', Column | undefined>
  >;
  readonly #queues = new Map<string, number>();
  readonly #callers = new Map<string, number>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #long = new Map<Column, boolean>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    const of = (role: Column['role']) => sheet.column(role);
    this.#columns = {
      wait: of('wait'),
      talk: of('talk'),
      hold: of('hold'),
      wrapUp: of('wrapUp'),
      handle: of('handle'),
      queue: of('queue'),
      caller: of('caller'),
      outcome: of('outcome'),
      answered: of('answered'),
      ended: of('ended'),
    };
  }

  get queues(): readonly string[] {
    return this.#queues.size === 0 ? ['calls'] : [...this.#queues.keys()];
  }

  call(row: number): Call | undefined {
    const moment = momentAt(this.#sheet, row);
    if (moment === undefined) return undefined;
    const cells = this.#sheet.rows[row] ?? [];
    const columns = this.#columns;
    const answered = this.#after(row, columns.answered, moment);
    const ended = this.#after(row, columns.ended, moment);
    const talk = this.#length(row, columns.talk);
    const written = this.#length(row, columns.wait);
    const wrapUp = this.#length(row, columns.wrapUp);
    const outcome = this.#outcome(cellOf(cells, columns.outcome), answered, talk);
    const isLost = outcome === 'abandoned' || outcome === 'unknown';
    const wait = firstOf(written, answered, isLost ? ended : Number.NaN);
    const caller = cellOf(cells, columns.caller);
    return {
      day: moment.day,
      second: moment.second,
      queue: numberOfName(this.#queues, queueOf(cellOf(cells, columns.queue))),
      wait,
      talk:
        outcome === 'answered'
          ? this.#spoken(row, talk, wrapUp, ended - firstOf(answered, wait))
          : Number.NaN,
      wrapUp: outcome === 'answered' ? wrapUp : Number.NaN,
      outcome,
      caller: isAbsent(caller) ? -1 : numberOfName(this.#callers, caller),
    };
  }

  /** Talk and hold; else the handle time without the wrap-up; else from the answer to the end. */
  #spoken(row: number, talk: number, wrapUp: number, between: number): number {
    const hold = this.#length(row, this.#columns.hold);
    const handle = this.#length(row, this.#columns.handle);
    return firstOf(talk + orNothing(hold), Math.max(0, handle - orNothing(wrapUp)), between);
  }

  /** Seconds after the arrival of a later moment of the call; an earlier clock is one of the next day. */
  #after(
    row: number,
    column: Column | undefined,
    from: { readonly day: number; readonly second: number },
  ): number {
    if (column === undefined) return Number.NaN;
    const text = this.#sheet.rows[row]?.[column.at] ?? '';
    if (isAbsent(text) || text === '0') return Number.NaN;
    const moment = this.#sheet.format.read(text);
    if (moment?.second !== undefined) {
      const after = (moment.day - from.day) * DAY + moment.second - from.second;
      const code = after < 0 ? 'negative' : after > LONGEST ? 'tooLong' : null;
      if (code !== null) this.#sheet.problem(row, code, { column: column.heading, value: text });
      return after;
    }
    const clock = secondOf(text);
    if (clock === undefined) {
      this.#sheet.problem(row, 'moment', { column: column.heading, value: text });
      return Number.NaN;
    }
    return clock < from.second - 1 ? clock + DAY - from.second : clock - from.second;
  }

  #length(row: number, column: Column | undefined): number {
    if (column === undefined) return Number.NaN;
    const text = this.#sheet.rows[row]?.[column.at] ?? '';
    if (isAbsent(text)) return Number.NaN;
    const seconds = secondsOf(text, column.unit);
    const code =
      seconds === undefined ? 'length' : seconds < 0 ? 'negative' : seconds > LONGEST ? 'tooLong' : null;
    if (code !== null) {
      const isMilliseconds = code === 'tooLong' && this.#isLong(column);
      this.#sheet.problem(row, code, {
        column: column.heading,
        value: text,
        ...(isMilliseconds ? { unit: 'ms' } : {}),
      });
    }
    return seconds ?? Number.NaN;
  }

  /** Looked at when a first time is too long. */
  #isLong(column: Column): boolean {
    const known = this.#long.get(column);
    if (known !== undefined) return known;
    const isLong = longTimesOf(this.#sheet, column) !== null;
    this.#long.set(column, isLong);
    return isLong;
  }

  /** Without a word for it, who was spoken with was answered. */
  #outcome(text: string, answered: number, talk: number): Outcome {
    const column = this.#columns.outcome;
    if (column === undefined) {
      if (this.#columns.answered !== undefined) {
        return Number.isNaN(answered) ? 'abandoned' : 'answered';
      }
      if (this.#columns.talk === undefined) return 'unknown';
      return talk > 0 ? 'answered' : 'abandoned';
    }
    const known = this.#outcomes.get(text);
    const outcome = known ?? outcomeOf(text, /aband/i.test(column.heading));
    if (known === undefined) this.#outcomes.set(text, outcome);
    if (outcome === 'other') this.unknownOutcomes.set(text, (this.unknownOutcomes.get(text) ?? 0) + 1);
    return outcome;
  }
}

/** Of the columns date and time, or of one with both; undefined: a problem was noted. */
export function momentAt(
  sheet: Sheet,
  row: number,
): { readonly day: number; readonly second: number } | undefined {
  const { date, arrival } = sheet;
  const first = date ?? arrival;
  const text = first === undefined ? '' : (sheet.rows[row]?.[first.at] ?? '');
  const moment = sheet.format.read(text);
  if (moment === undefined) {
    const code = text === '' ? 'missing' : 'moment';
    sheet.problem(row, code, { column: first?.heading ?? '', value: text, format: sheet.format.name });
    return undefined;
  }
  const clock = sheet.time ?? (date === undefined ? undefined : arrival);
  if (clock === undefined) {
    if (moment.second !== undefined) return { day: moment.day, second: moment.second };
    sheet.problem(row, 'clock', { column: first?.heading ?? '', value: text });
    return undefined;
  }
  const time = sheet.rows[row]?.[clock.at] ?? '';
  // "08:00 - 08:30" begins at its first clock.
  const second =
    secondOf(time) ?? secondOf(time.split(/\s*[-–]\s*/)[0] ?? '') ?? sheet.format.read(time)?.second;
  if (second !== undefined) return { day: moment.day, second };
  sheet.problem(row, time === '' ? 'missing' : 'clock', { column: clock.heading, value: time });
  return undefined;
}

/** A scenario's names have a hundred letters at most, and the team of a queue has five more. */
const NAME_MOST = 90;

/** The queue as a scenario may call it; without a name it is `calls`. */
export function queueOf(text: string): string {
  const name = text
    .slice(0, NAME_MOST)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
  if (name === '') return 'calls';
  return reservedKeys.has(name) ? `${name} queue` : name;
}

export function numberOfName(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}

function firstOf(first: number, second: number, third = Number.NaN): number {
  if (!Number.isNaN(first)) return first;
  return Number.isNaN(second) ? third : second;
}
