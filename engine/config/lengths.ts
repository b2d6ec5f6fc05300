/**
 * Text of a scenario into numbers: lengths (`4m10s`), clock times (`08:00`), shares (`80%`), dates; and lengths
 * back into text. Knows nothing of scenarios and never throws: what cannot be read is `undefined`, and the
 * caller knows where it stood. A bare number where a length is asked counts seconds, as in the rule book.
 */
import type { Millis } from '../kernel/time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Units from long to short; a length names them in this order, each at most once. */
const lengthPattern =
  /^(?:(\d+(?:\.\d+)?)\s*d(?:ays?)?)?\s*(?:(\d+(?:\.\d+)?)\s*h(?:ours?)?)?\s*(?:(\d+(?:\.\d+)?)\s*m(?:in(?:utes?)?)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?)?\s*(?:(\d+(?:\.\d+)?)\s*ms)?$/;
/** `8h30` and `4m10`: the last number has the next smaller unit, as people write it. */
const shortHourPattern = /^(?:(\d+)\s*d\s*)?(\d+)\s*h\s*([0-5]?\d)$/;
const shortMinutePattern = /^(?:(\d+)\s*h\s*)?(\d+)\s*m(?:in)?\s*([0-5]?\d)$/;

/** Whole milliseconds of `30s`, `4m10s`, `8h30`, `7d`, `250ms`, `1.5h` or a bare number of seconds; undefined if it is none. */
export function parseLength(written: string | number): Millis | undefined {
  if (typeof written === 'number') return wholeMillis(written * second);
  const text = written.trim().toLowerCase();
  // A hostile text must not keep the pattern busy.
  if (text === '' || text.length > 60) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return wholeMillis(Number(text) * second);
  const hours = shortHourPattern.exec(text);
  if (hours) return wholeMillis(sum(hours, [day, hour, minute]));
  const minutes = shortMinutePattern.exec(text);
  if (minutes) return wholeMillis(sum(minutes, [hour, minute, second]));
  const parts = lengthPattern.exec(text);
  return parts ? wholeMillis(sum(parts, [day, hour, minute, second, 1])) : undefined;
}

function sum(groups: RegExpExecArray, units: readonly Millis[]): number {
  return units.reduce((total, unit, index) => total + Number(groups[index + 1] ?? 0) * unit, 0);
}

function wholeMillis(value: number): Millis | undefined {
  return Number.isFinite(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER
    ? Math.round(value)
    : undefined;
}

/** The shortest text that `parseLength` reads as this length: `30s`, `4m10s`, `8h30m`, `7d`, `never`. */
export function lengthText(length: Millis): string {
  if (length === Infinity) return 'never';
  if (length === 0) return '0s';
  const units: readonly (readonly [string, Millis])[] = [
    ['d', day],
    ['h', hour],
    ['m', minute],
    ['s', second],
    ['ms', 1],
  ];
  let rest = length;
  let text = '';
  for (const [name, unit] of units) {
    const count = Math.floor(rest / unit);
    if (count > 0) text += `${count}${name}`;
    rest -= count * unit;
  }
  return text;
}

const clockPattern = /^(\d{1,2})(?::([0-5]\d)(?::([0-5]\d))?|\s*h\s*([0-5]\d)?)$/;

/** Milliseconds after local midnight of `08:00`, `8:30`, `08:00:30`, `8h30` or `8h`; up to `48:00`, for what ends the next day. */
export function parseClock(written: string): Millis | undefined {
  const parts = clockPattern.exec(written.trim().toLowerCase());
  if (!parts) return undefined;
  const time =
    Number(parts[1]) * hour + Number(parts[2] ?? parts[4] ?? 0) * minute + Number(parts[3] ?? 0) * second;
  return time <= 2 * day ? time : undefined;
}

/** `08:30`, or `08:30:15` where there are seconds; hours go on after 24. */
export function clockText(time: Millis): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(time / second) % 60;
  const text = `${two(Math.floor(time / hour))}:${two(Math.floor(time / minute) % 60)}`;
  return seconds === 0 ? text : `${text}:${two(seconds)}`;
}

/** The fraction that `80%` or `0.8` means; whether it lies between 0 and 1 is the caller's question. */
export function parseShare(written: string | number): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  const parts = /^(-?\d{1,12}(?:\.\d{1,12})?)\s*(%?)$/.exec(written.trim());
  if (!parts) return undefined;
  // Through text, so that 0.1 % is the double nearest to 0.001 and not a neighbour of it.
  return parts[2] === '%' ? Number(`${parts[1]}e-2`) : Number(parts[1]);
}

/** The percentage that `60%` or `60` means. */
export function parsePercent(written: string | number): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  const parts = /^(-?\d{1,12}(?:\.\d{1,12})?)\s*%?$/.exec(written.trim());
  return parts ? Number(parts[1]) : undefined;
}

/** Days since 1970-01-01 of an ISO date that exists, or undefined. Before 1970 there were no contact centres to speak of. */
export function parseDate(written: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written.trim());
  if (!parts) return undefined;
  const dayNumber = daysFromCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return dayNumber >= 0 && dateText(dayNumber) === parts[0] ? dayNumber : undefined;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The ISO date so many days after 1970-01-01; the inverse of `parseDate`. */
export function dateText(dayNumber: number): string {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}
