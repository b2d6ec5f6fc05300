/**
 * How the calculators of engine/planning answer a case of a validation pack: each family has one function from the parameters to
 * the numbers, under the pack's names and units (seconds, rates per hour, fractions of 1). Types only.
 */
import type { Params } from './params.ts';

/** Numbers by name, lists and parts, in the shape of the case's `expected`. */
export type Answer = number | readonly Answer[] | Answers;
export interface Answers {
  readonly [name: string]: Answer;
}

/**
 * @param params of the case
 * @param asked the `expected` of the case: which names are wanted (`pServedWithin_20`), and the settings that the rows of a curve
 *   are of (`threshold`, `offerFirstSec`). A calculator never reads an answer from it.
 * @throws {MalformedError} when a parameter is missing or of another type
 * @throws {ParamsError} when it says something that the family does not know
 */
export type Calculator = (params: Params, asked: Readonly<Record<string, unknown>>) => Answers;

/** `pServedWithin_20` and the like: the names asked for that begin so, with the number at their end. */
export function numbersAsked(asked: Readonly<Record<string, unknown>>, name: string): number[] {
  return Object.keys(asked).flatMap((key) => {
    if (!key.startsWith(`${name}_`)) return [];
    const number = Number(key.slice(name.length + 1));
    return Number.isNaN(number) ? [] : [number];
  });
}
