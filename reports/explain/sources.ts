/** The codes of the rule book in words: where something comes from and how sure it is. It knows no rule. */
import { SOURCES, SURENESS } from '../../engine/index.ts';
import type { Fact } from './article.ts';

const CODES = Object.keys(SOURCES).toSorted((a, b) => b.length - a.length);
const CODE = new RegExp(String.raw`(?<![\w/])(?:${CODES.join('|')})(?!\w)`, 'g');

/** As it is cited, then each code with its full name. */
export function sourceFact(source: string): Fact {
  const codes = codesIn(source);
  const names = codes.map((code) => `${code}: ${SOURCES[code]}`);
  return { label: 'Source', says: codes[0] === source ? names : [source, ...names] };
}

/** `V (tie: C)`: as it is graded, then each grade in words. */
export function surenessFact(sureness: string): Fact {
  const grades = [...new Set(sureness.match(/\b[SVIC]\b/g))] as (keyof typeof SURENESS)[];
  const words = grades.map((grade) => `${grade}: ${SURENESS[grade]}`);
  const sources = codesIn(sureness).map((code) => `${code}: ${SOURCES[code]}`);
  return {
    label: 'How sure',
    says: [...(grades[0] === sureness ? words : [sureness, ...words]), ...sources],
  };
}

function codesIn(text: string): string[] {
  return [...new Set(text.match(CODE))];
}
