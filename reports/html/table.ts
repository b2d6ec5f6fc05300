/** Tables of the page: a caption, headings that say which way they head, and a frame that scrolls where the page is narrow. */
import { html, plainText } from './markup.ts';
import type { Content, Markup } from './markup.ts';

export interface Heading {
  readonly text: Content;
  /** Over numbers. */
  readonly isNumber?: boolean | undefined;
}

/** The first cell heads its row. */
export type TableRow = readonly [Content, ...(readonly Content[])];

export interface TableParts {
  readonly caption: Markup;
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
  readonly note?: Markup | undefined;
  /** Where the table says nothing new to those who see the title right above it. */
  readonly isCaptionHidden?: boolean | undefined;
}

/** So few columns need no whole page's width, and so many rows run in two columns on paper. */
const SLIM = 5;
const LONG = 16;
/** Columns that a telephone holds; what may have to be scrolled can be reached by keyboard. */
const FITS = 3;
/** Letters that two lines of a column hold. */
const LONG_NAME = 28;

export function table({ caption, headings, rows, note, isCaptionHidden }: TableParts): Markup {
  const [first, ...others] = headings;
  const isSlim = headings.length <= SLIM;
  const classes = isSlim && rows.length >= LONG ? 'scroll slim long' : isSlim ? 'scroll slim' : 'scroll';
  const focus = headings.length > FITS && html` tabindex="0" role="group" aria-label="${plainText(caption)}"`;
  const titled = rows.length >= LONG && html` data-caption="${plainText(caption)}"`;
  return html`<div class="${classes}"${titled}${focus}><table>
<caption${isCaptionHidden === true && html` class="vh"`}>${caption}</caption>
<thead><tr>${first?.text === '' ? html`<td></td>` : html`<th scope="col">${first?.text ?? ''}</th>`}${others.map(
    ({ text, isNumber }) =>
      html`<th scope="col" ${isNumber === true && html` class="n"`}${inFull(text)}>${text}</th>`,
  )}</tr></thead>
<tbody>
${rows.map(([head, ...cells]) => rowOf(head, cells, others))}</tbody>
</table></div>${note !== undefined && html`<p class="legend">${note}</p>`}
`;
}

/** A long name over a column is cut after two lines. */
function inFull(text: Content): Markup | false {
  const plain = plainText(html`${text}`);
  return plain.length > LONG_NAME && html` title="${plain}"`;
}

function rowOf(head: Content, cells: readonly Content[], headings: readonly Heading[]): Markup {
  return html`<tr>
    <th scope="row" class="name">${head}</th>
    ${cells.map((cell, at) => html`<td${headings[at]?.isNumber === true && html` class="n"`}>${cell}</td>`)}
  </tr> `;
}

export function textHeading(text: Content): Heading {
  return { text };
}

export function numberHeading(text: Content): Heading {
  return { text, isNumber: true };
}
