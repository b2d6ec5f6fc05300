/**
 * A comparison as a page: what moved in sentences, the differences against zero as a chart, what differs in the settings, every
 * measure in tables. One file without script or network, as every page of reports/html; a pure function of the comparison. Sections
 * are in html/compare-*.ts.
 */
import { daysText, settingSide } from './compare-words.ts';
import type { Comparison } from './compare.ts';
import { measuresSection } from './html/compare-measures.ts';
import { movedSection } from './html/compare-moved.ts';
import { compareSheet } from './html/compare-sheet.ts';
import type { CompareSheet } from './html/compare-sheet.ts';
import { fill, html, nothing, plainText } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { section } from './html/section.ts';
import { pageOf } from './html/shell.ts';
import { named } from './html/sheet.ts';
import { table, textHeading } from './html/table.ts';
import { warningList } from './html/warning-list.ts';
import type { Language } from './words.ts';

export interface ComparisonHtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
}

export function renderComparisonHtml(comparison: Comparison, options: ComparisonHtmlOptions = {}): string {
  const { language = 'en' } = options;
  const sheet = compareSheet(comparison, language);
  const { page } = sheet;
  const { baseline, candidate, tandem, seed } = comparison;
  const hasWarnings = comparison.warnings.length > 0;
  return pageOf({
    language,
    version: tandem,
    title: `${baseline} → ${candidate}`,
    kind: page.kind,
    links: [
      ['moved', page.moved],
      ['settings', page.settings],
      ['measures', page.measures],
      ...(hasWarnings ? [['warnings', page.warnings] as const] : []),
      ['again', page.again],
    ],
    skip: page.skip,
    contents: page.contents,
    head: head(sheet),
    sections: [
      movedSection(sheet),
      settingsSection(sheet),
      measuresSection(sheet),
      warningsSection(sheet),
      againSection(sheet),
    ],
    foot: plainText(fill(page.seed, { seed: String(seed) })),
  });
}

function head({ comparison, page, words, numbers }: CompareSheet): Markup {
  const { days, seed, tandem, baseline, candidate } = comparison;
  return html`<div class="head">
    <h1>${named(baseline)} → ${named(candidate)}</h1>
    <p class="meta">
      <span
        >${words.pairedDays(numbers.plain(days.simulated, 0), days.simulated)}${
          days.ended === 'stopped' && ` (${words.interrupted(numbers.plain(days.asked, 0))})`
        }</span
      >
      <span>${fill(page.seed, { seed: String(seed) })}</span>
      <span>${fill(page.version, { version: tandem })}</span>
    </p>
  </div> `;
}

function settingsSection({ comparison, page, texts }: CompareSheet): Markup {
  const { settings, identical } = comparison;
  const none = identical ? page.identicalNote : texts.noSettings;
  return section(
    'settings',
    texts.settings,
    settings.length === 0 ? none : '',
    settings.length > 0 &&
      html`<div class="tables">
        ${table({
          caption: html`${texts.settings}`,
          isCaptionHidden: true,
          headings: [textHeading(texts.setting), textHeading(page.baseline), textHeading(page.candidate)],
          rows: settings.map(({ path, baseline, candidate, standard }) => [
            html`<code>${path}</code>`,
            settingSide(baseline, standard, texts),
            settingSide(candidate, standard, texts),
          ]),
        })}
      </div>`,
  );
}

function warningsSection({ comparison, page, language }: CompareSheet): Markup {
  if (comparison.warnings.length === 0) return nothing;
  return section('warnings', page.warnings, '', warningList(comparison.warnings, language));
}

function againSection({ comparison, page, language }: CompareSheet): Markup {
  return section(
    'again',
    page.againTitle,
    page.say,
    html`<div class="again">
      <dl>
        <dt>${page.command}</dt>
        <dd><code>${comparison.command}</code></dd>
        <dt>${page.days}</dt>
        <dd>${daysText(comparison.days.simulated, language)}</dd>
      </dl>
    </div>`,
  );
}
