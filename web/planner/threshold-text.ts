/**
 * The value of a threshold as the field shows it, and what a planner types back into a value: lengths as people write them (`90`, `90s`,
 * `1m30`, `1 min 30`), shares with or without the sign, a decimal comma, words such as `unlimited`. A bare number counts in the unit
 * that the field shows. It knows no range: what is allowed is said by the engine, with its rule.
 */
import type { Threshold } from '../../engine/index.ts';
import { formatLength } from '../../reports/format.ts';
import type { Numbers } from '../../reports/format.ts';

/** A number, a word in its place (`unlimited`), or null: not said. */
export type ThresholdValue = number | string | null;

export type Misread = 'empty' | 'negative' | 'length' | 'share' | 'whole' | 'number';
export type Reading =
  | { readonly value: number | string; readonly wrong: null }
  | { readonly value: null; readonly wrong: Misread };

/** `s`, `min`, `h` or `d` of a length's field; a share is shown in percent. */
export type FieldUnit = 's' | 'min' | 'h' | 'd' | '%' | '×' | null;

const SECONDS = { s: 1, min: 60, h: 3600, d: 86_400 } as const;

/** By the slider's upper end, so that a bare number means the same while one drags: seconds up to half an hour. */
export function fieldUnit({ kind, high }: Pick<Threshold, 'kind' | 'high'>): FieldUnit {
  if (kind === 'share') return '%';
  if (kind === 'factor') return '×';
  if (kind !== 'length') return null;
  if (high <= 0.5 * SECONDS.h) return 's';
  if (high <= 3 * SECONDS.h) return 'min';
  return high <= 3 * SECONDS.d ? 'h' : 'd';
}

/** What stands in the field; a length that its unit cannot say stands in full: "1 min 30 s". */
export function fieldText(threshold: Threshold, value: ThresholdValue, numbers: Numbers): string {
  if (value === null || typeof value === 'string') return value ?? '';
  const unit = fieldUnit(threshold);
  if (unit === '%') return numbers.plain(100 * value, decimalsOf(100 * value, 2));
  if (unit === '×') return numbers.plain(value, Math.max(2, decimalsOf(value, 3)));
  if (unit === null) return numbers.plain(value, decimalsOf(value, 3)).replaceAll(/[\s,](?=\d{3})/g, '');
  const count = value / SECONDS[unit];
  if (Number.isInteger(count) && count < 1000) return numbers.plain(count, 0);
  return formatLength(numbers, value);
}

function decimalsOf(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals++)
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals;
  return most;
}

/** Whether the text is a bare number, so that the unit belongs beside it. */
export function isBare(text: string): boolean {
  return /^\s*\d+(?:[.,]\d+)?\s*$/.test(text);
}

/**
 * @param words what a reader may call the threshold's own words, by the word: `illimité` for `unlimited`
 */
export function readField(
  threshold: Pick<Threshold, 'kind' | 'high' | 'choices'>,
  text: string,
  words: Readonly<Record<string, string>> = {},
): Reading {
  const written = text.trim().toLowerCase();
  if (written === '') return { value: null, wrong: 'empty' };
  const word = threshold.choices.find(
    (each) => each.toLowerCase() === written || words[each]?.toLowerCase() === written,
  );
  if (word !== undefined) return { value: word, wrong: null };
  const read = readNumber(threshold, written);
  return typeof read === 'string' ? { value: null, wrong: read } : { value: read, wrong: null };
}

function readNumber(threshold: Pick<Threshold, 'kind' | 'high'>, written: string): number | Misread {
  const { kind } = threshold;
  if (kind === 'length') {
    const unit = fieldUnit(threshold);
    const isBelow = /^[-−]/.test(written) && readLength(written.slice(1), unit) !== undefined;
    return readLength(written, unit) ?? (isBelow ? 'negative' : 'length');
  }
  const [, figures = '', sign = ''] =
    /^(-?\d{1,9}(?:[.,]\d{1,9})?)\s*([%×x]?)$/.exec(written.replace(/^[×x]\s*/, '')) ?? [];
  if (figures === '') return kind === 'share' ? 'share' : kind === 'whole' ? 'whole' : 'number';
  const value = Number(figures.replace(',', '.'));
  // Through text, so that 0.1 % is the double nearest to 0.001.
  if (kind === 'share') return sign === '' && figures.startsWith('0.') ? value : Number(`${value}e-2`);
  if (sign === '%') return kind === 'factor' ? Number(`${value}e-2`) : 'number';
  return kind === 'whole' && !Number.isInteger(value) ? 'whole' : value;
}

const NUMBER = String.raw`(\d{1,9}(?:[.,]\d{1,6})?)`;
const BARE = new RegExp(`^${NUMBER}$`);
/** Units from long to short, each at most once; `1h30` and `1m30` end with the next smaller unit, as people write. */
const LENGTH = new RegExp(
  `^(?:${NUMBER}\\s*(?:d|days?|j|jours?))?\\s*(?:${NUMBER}\\s*(?:h|hours?|heures?))?\\s*(?:${NUMBER}\\s*(?:m|min|minutes?|mn|'))?\\s*(?:${NUMBER}\\s*(?:s|sec|seconds?|secondes?|")?)?$`,
);
const SHORT_HOUR = /^(\d{1,4})\s*h\s*([0-5]?\d)$/;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/;

/** Seconds, to the millisecond; undefined: no length. */
export function readLength(written: string, unit: FieldUnit = 's'): number | undefined {
  const text = written.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (text === '' || text.length > 60) return undefined;
  if (BARE.test(text)) return rounded(numberOf(text) * (isTime(unit) ? SECONDS[unit] : 1));
  const short = SHORT_HOUR.exec(text);
  if (short !== null) return numberOf(short[1]) * 3600 + numberOf(short[2]) * 60;
  const clock = CLOCK.exec(text);
  if (clock !== null) return numberOf(clock[1]) * 60 + numberOf(clock[2]);
  const parts = LENGTH.exec(text);
  if (parts === null || parts.slice(1).every((part) => part === undefined)) return undefined;
  const [, days, hours, minutes, seconds] = parts;
  return rounded(
    numberOf(days) * 86_400 + numberOf(hours) * 3600 + numberOf(minutes) * 60 + numberOf(seconds),
  );
}

function isTime(unit: FieldUnit): unit is keyof typeof SECONDS {
  return unit !== null && unit in SECONDS;
}

function numberOf(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'));
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
