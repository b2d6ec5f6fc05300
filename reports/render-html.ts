/**
 * The report as a page: one file that needs no network and no script, for a screen of any width, light or dark, and for paper. A
 * pure function of the report: the same report gives the same bytes. Each section is a file of html/; words are in page-words.ts.
 */
import { againSection } from './html/again.ts';
import { agentsSection } from './html/agents.ts';
import { callbacksSection } from './html/callbacks.ts';
import { daySection } from './html/day.ts';
import { everySection } from './html/every.ts';
import { fill, html, plainText } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { measuresSection } from './html/measures.ts';
import { expectationsSection, kindsSection, warningsSection } from './html/notes.ts';
import { overflowSection } from './html/overflow.ts';
import { resultSection } from './html/result.ts';
import { pageOf } from './html/shell.ts';
import type { PageParts } from './html/shell.ts';
import { counted, named, sheetOf } from './html/sheet.ts';
import type { Sheet } from './html/sheet.ts';
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
  return pageOf({
    language,
    version: report.tandem,
    title: report.scenario,
    kind: sheet.words.report,
    links: linksOf(sheet),
    skip: sheet.words.skip,
    contents: sheet.words.contents,
    head: head(sheet),
    sections,
    foot: plainText(fill(sheet.words.seed, { seed: String(report.seed) })),
  });
}

function linksOf({ words, report }: Sheet): PageParts['links'] {
  return [
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
