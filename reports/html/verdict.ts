/** A verdict: a word with a mark, never a colour alone. */
import type { Verdict } from '../schema.ts';
import { fill, html, nothing, trusted } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** Drawn in a square of 16. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  met: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  missed: '<path d="M8 1.8l6.2 6.2L8 14.2 1.8 8z"/><path d="M8 5v3.6M8 10.8v.2"/>',
  unsure: '<path d="M2 6.2c2-2 4-2 6 0s4 2 6 0M2 10.8c2-2 4-2 6 0s4 2 6 0"/>',
  noValue: '<path d="M4 8h8"/>',
};

export function verdictOf({ words }: Sheet, verdict: Verdict | null): Markup {
  if (verdict === null) return nothing;
  return html`<span class="verdict ${verdict}">${icon(SHAPES[verdict])}${words.verdict[verdict]}</span>`;
}

/** "1 met, 2 missed": how many of each, where there are any. */
export function tally({ words }: Sheet, verdicts: readonly Verdict[]): Markup {
  const told = (['met', 'missed', 'unsure', 'noValue'] as const).flatMap((verdict) => {
    const count = verdicts.filter((each) => each === verdict).length;
    return count === 0 ? [] : [fill(words.verdicts[verdict], { count })];
  });
  return html`${told.map((each, at) => [at > 0 && ', ', each])}`;
}

/** A word stands beside it, so that it says nothing itself. */
export function icon(shape: string): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${trusted(shape)}</svg>`;
}

export const LOOK_OUT = '<circle cx="8" cy="8" r="6.2"/><path d="M8 4.8v3.8M8 11v.2"/>';
