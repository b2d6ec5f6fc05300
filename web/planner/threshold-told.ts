/** A threshold's value in words of the page's language, with its unit: "16 waiting", "4 min", "80%", "unlimited". */
import { msg, str } from '@lit/localize';
import type { Threshold } from '../../engine/index.ts';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
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
  const word = unitWord(threshold, Number(value) / (unit === 'd' ? 86_400 : 1));
  return word === '' ? text : `${text}\u00a0${word}`;
}

/** `offerFirst=10s` as "10 s". */
export function toldFix(threshold: Threshold, fix: string): string {
  const text = fix.slice(fix.lastIndexOf('=') + 1);
  const { value } = readField(threshold, text, choiceWords());
  return value === null ? text : toldValue(threshold, value);
}

/** A value out of range is said shortly, with the rule; anything else as the engine says it. */
export function problemWords(
  threshold: Threshold,
  value: ThresholdValue,
  { sentence }: PlacedProblem,
): string {
  const { min, max } = threshold;
  if (typeof value !== 'number' || (value >= min && value <= max)) return sentence;
  return value < min
    ? leastWords(threshold)
    : withRule(msg(str`at most ${toldValue(threshold, max)}`), threshold);
}

/** "at least 0 s (CB-02)." */
export function leastWords(threshold: Threshold): string {
  return withRule(msg(str`at least ${toldValue(threshold, threshold.min)}`), threshold);
}

function withRule(words: string, { rule }: Threshold): string {
  return rule === null ? `${words}.` : `${words} (${rule}).`;
}

function decimalsIn(text: string): number {
  return /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
}
