/** Rows of counts by interval into records. The interval is what all clocks of the file have in common; a missing row is no call. */
import { numberOf, secondsOf } from './moments.ts';
import { LONGEST, longTimesOf, momentAt, numberOfName, queueOf } from './read-calls.ts';
import type { CountRecords } from './records.ts';
import type { Sheet } from './read-data.ts';

const DAY = 86_400;

export function readCounts(sheet: Sheet, isLenient: boolean): CountRecords | undefined {
  const { rows, notes } = sheet;
  const calls = sheet.column('calls');
  const queueColumn = sheet.column('queue');
  const handle = sheet.column('handle');
  const usual = handle === undefined ? null : longTimesOf(sheet, handle);
  const queues = new Map<string, number>();
  const kept: { day: number; second: number; queue: number; calls: number; handle: number }[] = [];
  const seen = new Set<string>();
  let doubled = 0;
  let halves = 0;
  for (let row = 0; row < rows.length; row++) {
    const moment = momentAt(sheet, row);
    const cells = rows[row] ?? [];
    const written = calls === undefined ? '' : (cells[calls.at] ?? '');
    // An empty cell of a spreadsheet is no call.
    const count = written === '' || written === '-' ? 0 : numberOf(written);
    if (count === undefined || count < 0) {
      const code = count === undefined ? 'count' : 'negative';
      sheet.problem(row, code, { column: calls?.heading ?? '', value: written });
      continue;
    }
    if (moment === undefined) continue;
    if (!Number.isInteger(count)) halves += 1;
    const queue = numberOfName(
      queues,
      queueOf(queueColumn === undefined ? '' : (cells[queueColumn.at] ?? '')),
    );
    const key = `${moment.day} ${moment.second} ${queue}`;
    if (seen.has(key)) doubled += 1;
    seen.add(key);
    const length = handle === undefined ? undefined : secondsOf(cells[handle.at] ?? '', handle.unit);
    if (handle !== undefined && length !== undefined && length > LONGEST) {
      const unit = usual === null ? {} : { unit: 'ms' };
      sheet.problem(row, 'tooLong', { column: handle.heading, value: cells[handle.at] ?? '', ...unit });
      continue;
    }
    kept.push({ ...moment, queue, calls: count, handle: length ?? Number.NaN });
  }
  if (isLenient && kept.length < rows.length) {
    notes.push({ code: 'skipped', params: { lines: rows.length - kept.length, rows: rows.length } });
  }
  if (kept.length === 0) {
    if (sheet.problems.length === 0) sheet.problem(-1, 'empty', {});
    return undefined;
  }
  if (halves > 0) notes.push({ code: 'halves', params: { counts: halves } });
  if (doubled > 0) notes.push({ code: 'doubled', params: { rows: doubled } });
  if (handle !== undefined) notes.push({ code: 'averageHandle', params: { column: handle.heading } });
  if (handle !== undefined && usual !== null) {
    notes.push({ code: 'longTimes', params: { column: handle.heading, value: usual } });
  }
  return {
    shape: 'counts',
    rows: kept.length,
    columns: sheet.columns,
    notes,
    queues: queueColumn === undefined ? ['calls'] : [...queues.keys()],
    interval: commonStep(kept.map(({ second }) => Math.round(second))),
    day: Int32Array.from(kept, ({ day }) => day),
    second: Float64Array.from(kept, ({ second }) => second),
    queue: Int32Array.from(kept, ({ queue }) => queue),
    calls: Float64Array.from(kept, (row) => row.calls),
    handle: Float64Array.from(kept, (row) => row.handle),
  };
}

/** The greatest length of which all clocks are multiples. */
function commonStep(seconds: readonly number[]): number {
  let step = DAY;
  for (const second of seconds) {
    let [a, b] = [step, second];
    while (b > 0) [a, b] = [b, a % b];
    step = a;
  }
  return step;
}
