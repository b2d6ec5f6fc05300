/** Rows of calls, one each, into records: waits and handle times as written, or as differences of moments where those are given. */
import type { Column } from './columns.ts';
import { secondOf, secondsOf } from './moments.ts';
import { outcomeOf } from './outcomes.ts';
import type { Outcome } from './outcomes.ts';
import type { CallRecords } from './records.ts';
import type { Sheet } from './read-data.ts';

const ABSENT = /^(|-|--|n\/?a|null|none|nan)$/i;
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

class CallReader {
  readonly unknownOutcomes = new Map<string, number>();
  readonly #sheet: Sheet;
  readonly #queues = new Map<string, number>();
  readonly #callers = new Map<string, number>();
  readonly #outcomes = new Map<string, Outcome>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  get queues(): readonly string[] {
    return this.#queues.size === 0 ? ['calls'] : [...this.#queues.keys()];
  }

  call(row: number): Call | undefined {
    const sheet = this.#sheet;
    const moment = momentAt(sheet, row);
    if (moment === undefined) return undefined;
    const cell = (column: Column | undefined): string =>
      column === undefined ? '' : (sheet.rows[row]?.[column.at] ?? '');
    const written = (role: 'wait' | 'talk' | 'hold' | 'wrapUp' | 'handle') => this.#length(row, role);
    const answered = this.#after(row, 'answered', moment);
    const ended = this.#after(row, 'ended', moment);
    const outcome = this.#outcome(cell(sheet.column('outcome')), answered, written('talk'));
    const wait = firstOf(
      written('wait'),
      answered,
      outcome === 'abandoned' || outcome === 'unknown' ? ended : Number.NaN,
    );
    const wrapUp = written('wrapUp');
    const hold = written('hold');
    const handle = written('handle') - (Number.isNaN(wrapUp) ? 0 : wrapUp);
    const spoken = written('talk') + (Number.isNaN(hold) ? 0 : hold);
    const caller = cell(sheet.column('caller'));
    return {
      ...moment,
      queue: numberOfName(this.#queues, cell(sheet.column('queue'))),
      wait,
      talk: outcome === 'answered' ? firstOf(spoken, handle, ended - firstOf(answered, wait)) : Number.NaN,
      wrapUp: outcome === 'answered' ? wrapUp : Number.NaN,
      outcome,
      caller: ABSENT.test(caller) ? -1 : numberOfName(this.#callers, caller),
    };
  }

  /** Seconds after the arrival of a later moment of the call; an earlier clock is one of the next day. */
  #after(
    row: number,
    role: 'answered' | 'ended',
    from: { readonly day: number; readonly second: number },
  ): number {
    const column = this.#sheet.column(role);
    const text = column === undefined ? '' : (this.#sheet.rows[row]?.[column.at] ?? '');
    if (ABSENT.test(text) || text === '0') return Number.NaN;
    const moment = this.#sheet.format.read(text);
    if (moment?.second !== undefined) {
      const after = (moment.day - from.day) * DAY + moment.second - from.second;
      if (after < 0) this.#sheet.problem(row, 'negative', { column: column?.heading ?? '', value: text });
      return after;
    }
    const clock = secondOf(text);
    if (clock === undefined) {
      this.#sheet.problem(row, 'moment', { column: column?.heading ?? '', value: text });
      return Number.NaN;
    }
    return clock < from.second - 1 ? clock + DAY - from.second : clock - from.second;
  }

  #length(row: number, role: 'wait' | 'talk' | 'hold' | 'wrapUp' | 'handle'): number {
    const column = this.#sheet.column(role);
    if (column === undefined) return Number.NaN;
    const text = this.#sheet.rows[row]?.[column.at] ?? '';
    if (ABSENT.test(text)) return Number.NaN;
    const seconds = secondsOf(text, column.unit);
    const code = seconds === undefined ? 'length' : seconds < 0 ? 'negative' : null;
    if (code !== null) this.#sheet.problem(row, code, { column: column.heading, value: text });
    return seconds ?? Number.NaN;
  }

  /** Without a word for it, who was spoken with was answered. */
  #outcome(text: string, answered: number, talk: number): Outcome {
    const column = this.#sheet.column('outcome');
    if (column === undefined) {
      if (this.#sheet.column('answered') !== undefined) {
        return Number.isNaN(answered) ? 'abandoned' : 'answered';
      }
      if (this.#sheet.column('talk') === undefined) return 'unknown';
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
  const date = sheet.column('date');
  const arrival = sheet.column('arrival');
  const first = date ?? arrival;
  const text = first === undefined ? '' : (sheet.rows[row]?.[first.at] ?? '');
  const moment = sheet.format.read(text);
  if (moment === undefined) {
    const code = text === '' ? 'missing' : 'moment';
    sheet.problem(row, code, { column: first?.heading ?? '', value: text, format: sheet.format.name });
    return undefined;
  }
  const clock = sheet.column('time') ?? (date === undefined ? undefined : arrival);
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

export function numberOfName(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}

function firstOf(...values: readonly number[]): number {
  return values.find((value) => !Number.isNaN(value)) ?? Number.NaN;
}
