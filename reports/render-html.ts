/**
 * The report as a page: one file that needs no network and no script, for a screen of any width, light or dark, and for paper. A
 * pure function of the report: the same report gives the same bytes. Each section is a file of html/; words are in page-words.ts.
 */
import { againSection } from './html/again.ts';
import { agentsSection } from './html/agents.ts';
import { callbacksSection } from './html/callbacks.ts';
import { daySection } from './html/day.ts';
import { everySection } from './html/every.ts';
import { fill, html, trusted } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { measuresSection } from './html/measures.ts';
import { expectationsSection, kindsSection, warningsSection } from './html/notes.ts';
import { overflowSection } from './html/overflow.ts';
import { resultSection } from './html/result.ts';
import { counted, named, sheetOf } from './html/sheet.ts';
import type { Sheet } from './html/sheet.ts';
import { stylesOf } from './html/styles.ts';
import { waitsSection } from './html/waits.ts';
import type { Report } from './schema.ts';
import type { Language } from './words.ts';

export interface HtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
  /** The text of the scenario, to be printed at the end. */
  readonly source?: string | undefined;
}

export function renderHtml(report: Report, { language = 'en', source }: HtmlOptions = {}): string {
  const sheet = sheetOf(report, language);
  const sections = [
    resultSection(sheet),
    measuresSection(sheet),
    daySection(sheet),
    waitsSection(sheet),
    callbacksSection(sheet),
    agentsSection(sheet),
    overflowSection(sheet),
    kindsSection(sheet),
    expectationsSection(sheet),
    warningsSection(sheet),
    everySection(sheet),
    againSection(sheet, source),
  ];
  return html`<!doctype html>
    <html lang="${sheet.words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Tandem ${report.tandem}" />
        <title>${report.scenario} · ${sheet.words.report}</title>
        <style>
          ${trusted(stylesOf(sheet))}
        </style>
      </head>
      <body>
        <a class="skip" href="#result">${sheet.words.skip}</a>
        <div class="sheet">
          <header>${bar(sheet)}${head(sheet)}</header>
          <main>${sections}</main>
        </div>
      </body>
    </html> `.text;
}

/** Two rings that hold each other. */
const RINGS =
  '<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="7" cy="10" r="5"/><circle cx="13" cy="10" r="5"/></svg>';

function bar(sheet: Sheet): Markup {
  const { words, report } = sheet;
  const links: readonly (readonly [string, string])[] = [
    ['result', words.resultTitle],
    ['measures', words.measures.title],
    ['day', words.day.title],
    ['waits', words.waits.short],
    ['callbacks', words.callbacks.title],
    ['agents', words.agents.short],
    ['overflow', words.overflow.title],
    ...(report.days.kinds.length > 1 ? [['kinds', words.kinds.title] as const] : []),
    ...(report.expectations.length > 0 ? [['expectations', words.expectations.title] as const] : []),
    ['warnings', words.warnings.title],
    ['every', words.every.title],
    ['again', words.again.short],
  ];
  return html`<div class="bar">
    <span class="brand">${trusted(RINGS)}Tandem</span><span class="slash" aria-hidden="true">/</span
    ><span>${words.report}</span>
    <nav class="contents" aria-label="${words.contents}">
      <ul>
        ${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
      </ul>
    </nav>
  </div> `;
}

function head(sheet: Sheet): Markup {
  const { report, words, values } = sheet;
  const { days } = report;
  const whole = (path: string, value: number): Markup => values.value(path, 'whole', value);
  return html`<div class="head">
    <h1>${named(report.scenario)}</h1>
    <p class="meta">
      <span
        >${counted(sheet, words.days, days.simulated, { days: whole('days.simulated', days.simulated) })}${
          days.ended === 'stopped' &&
          html` (${fill(words.interrupted, { days: whole('days.asked', days.asked) })})`
        }</span
      >${
        days.continuous &&
        html` <span
          >${counted(sheet, words.blocks, days.blockDays, { days: whole('days.blockDays', days.blockDays) })}</span
        >`
      } <span>${fill(words.seed, { seed: String(report.seed) })}</span>
      <span>${fill(words.version, { version: report.tandem })}</span>
    </p>
  </div> `;
}
