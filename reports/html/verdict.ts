/** A verdict: a word with a mark, never a colour alone. */
import type { Headline, Verdict } from '../schema.ts';
import { html, nothing, trusted } from './markup.ts';
import type { Markup } from './markup.ts';
import { counted } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** Of one day alone, which has no interval, no verdict is possible; `unsure` would sound as if it were close. */
type Shown = Verdict | 'noInterval';
type Judged = Pick<Headline, 'verdict' | 'low'>;

/** Drawn in a square of 16. */
export const SHAPES: Readonly<Record<Shown, string>> = {
  met: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  missed: '<path d="M8 1.8l6.2 6.2L8 14.2 1.8 8z"/><path d="M8 5v3.6M8 10.8v.2"/>',
  unsure: '<path d="M2 6.2c2-2 4-2 6 0s4 2 6 0M2 10.8c2-2 4-2 6 0s4 2 6 0"/>',
  noInterval: '<path d="M4 8h8"/>',
  noValue: '<path d="M4 8h8"/>',
};

export function verdictOf({ words }: Sheet, judged: Judged): Markup {
  const shown = shownOf(judged);
  if (shown === null) return nothing;
  return html`<span class="verdict ${judged.verdict}">${icon(SHAPES[shown])}${words.verdict[shown]}</span>`;
}

function shownOf({ verdict, low }: Judged): Shown | null {
  return verdict === 'unsure' && low === null ? 'noInterval' : verdict;
}

/** "1 met, 2 missed": how many of each, where there are any. */
export function tally(sheet: Sheet, judged: readonly Judged[]): Markup {
  const verdicts = judged.map(shownOf);
  const told = (['met', 'missed', 'unsure', 'noInterval', 'noValue'] as const).flatMap((verdict) => {
    const count = verdicts.filter((each) => each === verdict).length;
    return count === 0 ? [] : [counted(sheet, sheet.words.verdicts[verdict], count, { count })];
  });
  return html`${told.map((each, at) => [at > 0 && ', ', each])}`;
}

/** A word stands beside it, so that it says nothing itself. */
export function icon(shape: string): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${trusted(shape)}</svg>`;
}

export const LOOK_OUT = '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.8v3.8M8 11v.2"/>';
