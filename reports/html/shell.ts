/**
 * What every page of reports/ is: one file that needs no network and no script, for a screen of any width, light or dark, and for
 * paper. It knows the frame around a page (the bar with its contents, the head, the main part) and refuses to know what stands in it.
 */
import type { Language } from '../words.ts';
import { html, trusted } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { pageStyles } from './styles.ts';

export interface PageParts {
  readonly language: Language;
  /** Of Tandem. */
  readonly version: string;
  /** The name of what it is about, for the window and the foot of printed pages. */
  readonly title: string;
  /** What kind of page it is: "Report", "Comparison". */
  readonly kind: string;
  /** The sections, for the contents in the bar: id and short title. */
  readonly links: readonly (readonly [id: string, name: string])[];
  /** "Skip to the result", to the first section; and what the contents are called. */
  readonly skip: string;
  readonly contents: string;
  /** Under the bar: an h1 and a line of facts. */
  readonly head: Markup;
  readonly sections: readonly Content[];
  /** What the foot of a printed page says, after the title. */
  readonly foot?: string | undefined;
}

export function pageOf(parts: PageParts): string {
  const { language, version, title, kind, links, skip, contents, head, sections, foot } = parts;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Tandem ${version}" />
        <title>${title} · ${kind}</title>
        <style>
          ${trusted(pageStyles([title, foot, `Tandem ${version}`].filter(Boolean).join(' · ')))}
        </style>
      </head>
      <body>
        <a class="skip" href="#${links[0]?.[0] ?? ''}">${skip}</a>
        <div class="sheet">
          <header>${bar(kind, links, contents)}${head}</header>
          <main>${sections}</main>
        </div>
      </body>
    </html> `.text;
}

/** Two rings that hold each other. */
const RINGS =
  '<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="7" cy="10" r="5"/><circle cx="13" cy="10" r="5"/></svg>';

function bar(kind: string, links: PageParts['links'], contents: string): Markup {
  return html`<div class="bar">
    <span class="brand">${trusted(RINGS)}Tandem</span><span class="slash" aria-hidden="true">/</span
    ><span>${kind}</span>
    <nav class="contents" aria-label="${contents}">
      <ul>
        ${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
      </ul>
    </nav>
  </div> `;
}
