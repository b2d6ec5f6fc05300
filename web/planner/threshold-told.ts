/** A threshold's value in words of the page's language, with its unit: "16 waiting", "4 min", "80%", "unlimited". */
import type { Threshold } from '../../engine/index.ts';
import { numbersOf } from '../../reports/format.ts';
import { locale } from '../i18n/language.ts';
import { fieldText, fieldUnit, isBare, readField } from './threshold-text.ts';
import type { ThresholdValue } from './threshold-text.ts';
import { choiceWord, choiceWords, unitWord } from './threshold-words.ts';

/** As it stands in the field; a value that is not said is its word (`unlimited`), or nothing. */
export function shownText(threshold: Threshold, value: ThresholdValue): string {
  if (typeof value === 'string') return choiceWord(value);
  if (value === null) return threshold.choices.map(choiceWord)[0] ?? '';
  return fieldText(threshold, value, numbersOf(locale()));
}

export function toldValue(threshold: Threshold, value: ThresholdValue): string {
  const text = shownText(threshold, value);
  if (text === '') return '–';
  const unit = fieldUnit(threshold);
  if (!isBare(text)) return text;
  if (unit === '×') return `×\u202f${text}`;
  if (unit === '%') return numbersOf(locale()).percent(Number(value), decimalsIn(text));
  const word = unitWord(threshold);
  return word === '' ? text : `${text}\u00a0${word}`;
}

/** `offerFirst=10s` as "10 s". */
export function toldFix(threshold: Threshold, fix: string): string {
  const text = fix.slice(fix.lastIndexOf('=') + 1);
  const { value } = readField(threshold, text, choiceWords());
  return value === null ? text : toldValue(threshold, value);
}

function decimalsIn(text: string): number {
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
}
