/** What every section of a sweep's page needs: the sweep, its words and numbers. Made once for a page. */
import { numbersOf } from '../format.ts';
import type { Numbers } from '../format.ts';
import { WORDS } from '../languages.ts';
import { SWEEP_WORDS } from '../sweep-words.ts';
import type { SweepWords } from '../sweep-words.ts';
import type { Sweep } from '../sweep.ts';
import type { Language } from '../words.ts';
import { SWEEP_PAGE_WORDS } from './sweep-words.ts';
import type { SweepPageWords } from './sweep-words.ts';
import { Values } from './values.ts';

export interface SweepSheet {
  readonly sweep: Sweep;
  readonly language: Language;
  readonly page: SweepPageWords;
  readonly texts: SweepWords;
  readonly numbers: Numbers;
  readonly values: Values;
}

export function sweepSheet(sweep: Sweep, language: Language): SweepSheet {
  const numbers = numbersOf(WORDS[language].locale);
  return {
    sweep,
    language,
    page: SWEEP_PAGE_WORDS[language],
    texts: SWEEP_WORDS[language],
    numbers,
    values: new Values(numbers),
  };
}
