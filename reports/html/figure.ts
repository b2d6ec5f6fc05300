/**
 * A chart on the page: its title, the sentence that says the finding, the drawing for wide and narrow pages, and the same numbers
 * as a table. It knows no measure.
 */
import type { ChartOptions } from '../charts/frame.ts';
import type { ChartText } from '../charts/text.ts';
import { html, nothing, plainText, trusted } from './markup.ts';
import type { Content, Markup } from './markup.ts';

/** What a figure needs of the page it stands on. */
export interface FigureWords {
  readonly chartText: ChartText;
  /** `table` opens the table behind the chart. */
  readonly words: { readonly table: string };
}

export type Span = 'c12' | 'c7' | 'c6' | 'c5';

export interface FigureParts {
  /** Letters, digits and dashes; of this page only. */
  readonly id: string;
  readonly title: Markup;
  readonly say: Markup;
  readonly span: Span;
  /** null: there is nothing to draw. */
  readonly draw: ((options: ChartOptions) => string | null) | null;
  readonly table?: Markup | undefined;
  /** On paper too the table stays closed: of one queue of several, to be looked up in the file. */
  readonly isTableFolded?: boolean | undefined;
  readonly note?: Markup | undefined;
  /** Right of another. */
  readonly isRight?: boolean | undefined;
  readonly isLast?: boolean | undefined;
}

/** Pixels of the plot, as the sheet's columns leave them at its widest. */
const WIDE: Readonly<Record<Span, number>> = { c12: 1276, c7: 726, c6: 616, c5: 506 };
/** One column of a screen that is no telephone. */
const MID = 700;
/** A telephone of 390. */
const NARROW = 358;

export function figure(sheet: FigureWords, parts: FigureParts): Markup {
  const { id, title, say, span, table, note } = parts;
  const classes = ['chart', span, parts.isRight && 'right', parts.isLast && 'last'].filter(Boolean).join(' ');
  return html`<figure class="${classes}" aria-labelledby="${id}">
    <figcaption>
      <h3 id="${id}">${title}</h3>
      ${say !== nothing && html` <p class="say">${say}</p>`}
    </figcaption>
    ${plot(sheet, parts)}${note !== undefined && html`<p class="legend">${note}</p>`}${table !== undefined && (parts.isTableFolded === true ? folded : opened)(sheet.words.table, html`<div id="${id}-table">${table}</div>`)}
  </figure> `;
}

function plot({ chartText }: FigureWords, { id, title, say, span, draw }: FigureParts): Markup {
  if (draw === null) return nothing;
  const texts = { title: plainText(title), finding: plainText(say), text: chartText };
  const drawn = (name: string, width: number): Markup | null => {
    const svg = draw({ id: `${id}-${name}`, width, ...texts });
    return svg === null ? null : html`<div class="${name}">${trusted(svg)}</div>`;
  };
  const wide = drawn('wide', WIDE[span]);
  if (wide === null) return nothing;
  const isLong = span === 'c12';
  return html`<div class="plot${isLong && ' three'}">
    ${wide}${isLong && drawn('mid', MID)}${drawn('narrow', NARROW)}
  </div> `;
}

/** A table behind its chart; on paper it stands open. */
export function opened(summary: Content, table: Markup): Markup {
  return html`<details class="opened">
    <summary><span>${summary}</span></summary>
    ${table}
  </details>`;
}

/** A table that stays closed on paper too, for it is of reference. */
export function folded(summary: Content, table: Markup): Markup {
  return html`<details>
    <summary><span>${summary}</span></summary>
    ${table}
  </details> `;
}

/** Many of those under one heading more: a list of forty is looked through, not scrolled past. */
export function foldedTogether(summary: Content, tables: readonly Markup[]): Markup {
  return tables.length > LISTED
    ? folded(summary, html`<div class="within">${tables}</div>`)
    : html`${tables}`;
}

const LISTED = 8;
