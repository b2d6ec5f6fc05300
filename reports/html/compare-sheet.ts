/** What every section of a comparison's page needs: the comparison, its moves, words and numbers. Made once for a page. */
import { COMPARE_WORDS } from '../compare-words.ts';
import type { CompareWords } from '../compare-words.ts';
import { movesOf } from '../compare-moves.ts';
import type { Look, Moves } from '../compare-moves.ts';
import type { Comparison } from '../compare.ts';
import { numbersOf } from '../format.ts';
import type { Numbers } from '../format.ts';
import { WORDS } from '../languages.ts';
import type { Language, Words } from '../words.ts';
import { COMPARE_PAGE_WORDS } from './compare-words.ts';
import type { ComparePageWords } from './compare-words.ts';
import { Values } from './values.ts';

export interface CompareSheet {
  readonly comparison: Comparison;
  readonly moves: Moves;
  readonly language: Language;
  readonly page: ComparePageWords;
  readonly texts: CompareWords;
  readonly words: Words;
  readonly numbers: Numbers;
  readonly values: Values;
  /** All together, null, and the single queues and groups that have a measure. */
  readonly places: readonly (string | null)[];
}

export function compareSheet(comparison: Comparison, language: Language): CompareSheet {
  const numbers = numbersOf(WORDS[language].locale);
  const moves = movesOf(comparison);
  return {
    comparison,
    moves,
    language,
    page: COMPARE_PAGE_WORDS[language],
    texts: COMPARE_WORDS[language],
    words: WORDS[language],
    numbers,
    values: new Values(numbers),
    places: [...new Set(moves.looks.map(({ row }) => row.queue ?? row.group))],
  };
}

/** The measures of one queue or group, or of all together. */
export function looksAt({ moves }: CompareSheet, place: string | null): Look[] {
  return moves.looks.filter(({ row }) => (row.queue ?? row.group) === place);
}
