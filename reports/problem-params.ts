/** The parameters of a problem as its sentences take them, in any language. What is missing is an empty text or no number, never an error. */
import type { Problem } from '../engine/index.ts';

export type Params = Problem['params'];
export type Sentence = (params: Params, path: string) => string;

/** A list is joined by commas. */
export function text(params: Params, key: string): string {
  const value = params[key];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

export function number(params: Params, key: string): number {
  const value = params[key];
  return typeof value === 'number' ? value : Number.NaN;
}

/** `a, b or c`, with the word of the language between the last two. */
export function choicesWith(params: Params, key: string, or: string): string {
  const value = params[key];
  const words = Array.isArray(value) ? value.map(String) : [];
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
}

/** `10,000`, with the separator of the language. */
export function groupedWith(value: number, separator: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}
