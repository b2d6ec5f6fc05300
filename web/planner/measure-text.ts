/**
 * Numbers of tiles and of "What moved" as words: shares with one decimal in heroes and differences, differences of shares in points,
 * half-widths with one decimal that says something, waits in seconds up to 90 s, money by its currency. A true minus, a plus on every
 * difference, an en dash where there is no value. It knows the language of numbers, and of units "points" and "s" only.
 */
import { formatSeconds, numbersOf } from '../../reports/format.ts';
import type { Numbers } from '../../reports/format.ts';

export type MeasureUnit = 'share' | 's' | 'number' | 'money';

export interface Writer {
  readonly numbers: Numbers;
  value(unit: MeasureUnit, value: number | null, decimals?: number): string;
  /** "±0.9", "±1.0 s". */
  halfWidth(unit: MeasureUnit, half: number): string;
  /** "+13.6 pt", "−17 s", "+€756". */
  difference(unit: MeasureUnit, value: number | null, hasUnit?: boolean): string;
  /** "+0.9 to +1.8", "+6 h 51 to +7 h 58": both ends of a difference in one unit, rounded as far as its size allows. */
  interval(unit: MeasureUnit, low: number, high: number): { readonly low: string; readonly high: string };
  /** It prints as no change. */
  isNothing(unit: MeasureUnit, difference: number | null): boolean;
}

const MINUTE = 60;
const HOUR = 3600;
/** From a shift on, a difference is told in hours: "+53.2 h". */
const LONG = 10 * HOUR;
const MINUS = '−';
const NARROW = '\u202f';
/** Before a unit: it stays on the line of its number. */
const FIXED = '\u00a0';

const made = new Map<string, Writer>();

/** Kept: making the formats of a currency takes longer than drawing a tile. */
export function writerOf(locale: string, currency: string | null): Writer {
  const key = `${locale} ${currency ?? ''}`;
  let writer = made.get(key);
  if (writer === undefined) made.set(key, (writer = makeWriter(locale, currency)));
  return writer;
}

function makeWriter(locale: string, currency: string | null): Writer {
  const numbers = numbersOf(locale);
  const money = moneyOf(locale, currency);
  const value: Writer['value'] = (unit, value, decimals) => {
    if (value === null) return numbers.absent;
    if (unit === 'share') return numbers.percent(value, decimals ?? 1);
    if (unit === 's') return glued(formatSeconds(numbers, value));
    if (unit === 'money') return money(value);
    return numbers.plain(value, decimals ?? (Math.abs(value) < 99.95 ? 1 : 0));
  };
  const size = (unit: MeasureUnit, size: number, hasUnit: boolean): string => {
    if (unit === 'share') return `${numbers.plain(100 * size, 1)}${hasUnit ? `${FIXED}pt` : ''}`;
    if (unit === 'money') return money(size);
    if (unit === 's') {
      if (size >= LONG) return `${numbers.plain(size / HOUR, 1)}${hasUnit ? `${FIXED}h` : ''}`;
      if (size >= 89.5) return glued(formatSeconds(numbers, size));
      return `${numbers.plain(size, size < 9.95 ? 1 : 0)}${hasUnit ? `${FIXED}s` : ''}`;
    }
    return numbers.plain(size, size < 99.95 ? 1 : 0);
  };
  const difference: Writer['difference'] = (unit, difference, hasUnit = true) => {
    if (difference === null) return numbers.absent;
    const text = size(unit, Math.abs(difference), hasUnit);
    return `${signOf(text, difference)}${text}`;
  };
  return {
    numbers,
    value,
    difference,
    interval: (unit, low, high) => {
      const ends = unit === 's' ? secondsEnds(numbers, low, high) : null;
      return ends ?? { low: difference(unit, low, false), high: difference(unit, high, false) };
    },
    isNothing: (unit, value) => value !== null && difference(unit, value).startsWith('±'),
    halfWidth: (unit, half) => `±${unit === 'share' ? numbers.plain(100 * half, 1) : size(unit, half, true)}`,
  };
}

/** A difference that prints as 0 has both signs. */
function signOf(text: string, difference: number): string {
  return !/[1-9]/.test(text) ? '±' : difference < 0 ? MINUS : '+';
}

/** Both ends alike, by the longer one: seconds up to ten minutes, minutes up to a hundred, then hours and minutes; null: short ones. */
function secondsEnds(
  numbers: Numbers,
  low: number,
  high: number,
): { readonly low: string; readonly high: string } | null {
  const longest = Math.max(Math.abs(low), Math.abs(high));
  if (longest < 89.5) return null;
  const signed = (write: (size: number) => string, end: number): string => {
    const text = write(Math.abs(end));
    return signOf(text, end) + text;
  };
  const both = (write: (size: number) => string, unit: string) => ({
    low: signed(write, low),
    high: `${signed(write, high)}${FIXED}${unit}`,
  });
  if (longest < 10 * MINUTE) return both((size) => numbers.plain(size, 0), 's');
  // A tenth of a minute where whole ones would hide the width.
  const decimals = high - low < 5 * MINUTE ? 1 : 0;
  if (longest < 100 * MINUTE) return both((size) => numbers.plain(size / MINUTE, decimals), 'min');
  if (longest >= LONG) return both((size) => numbers.plain(size / HOUR, 1), 'h');
  const clock = (size: number): string => {
    const minutes = Math.round(size / MINUTE);
    return `${numbers.plain(Math.floor(minutes / 60), 0)}${FIXED}h${FIXED}${String(minutes % 60).padStart(2, '0')}`;
  };
  return { low: signed(clock, low), high: signed(clock, high) };
}

/** Whole units of money: a day's staff costs thousands. Cents only where there would be nothing else. */
function moneyOf(locale: string, currency: string | null): (value: number) => string {
  const format = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, {
      ...(currency === null ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [whole, fine] = [format(0), format(2)];
  return (value) => {
    const size = Math.abs(value);
    const text = (size > 0 && size < 10 ? fine : whole).format(size).replaceAll('\u00a0', NARROW);
    return value < 0 ? MINUS + text : text;
  };
}

/** "3 min 05 s" stays on one line. */
function glued(text: string): string {
  return text.replaceAll(' ', FIXED);
}
