/**
 * A fit as a page: kinds of day, arrivals, handle times and patience, each drawn against the data it was fitted to, and the scenario.
 * One file without network and script, a pure function of the fit. Sections are in html/fit-*.ts.
 */
import { dateText } from '../engine/index.ts';
import type { FitReport } from './fit-model.ts';
import { arrivalsOfFit } from './html/fit-arrivals.ts';
import { kindsOfFit } from './html/fit-kinds.ts';
import { patienceOfFit, timesOfFit } from './html/fit-people.ts';
import { FitSheet } from './html/fit-sheet.ts';
import { fill, html } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { pageOf } from './html/shell.ts';
import type { Language } from './words.ts';

export interface FitHtmlOptions {
  /** Of words and numbers; English unless told. The scenario's comments are English. */
  readonly language?: Language | undefined;
}

export function renderFitHtml(report: FitReport, { language = 'en' }: FitHtmlOptions = {}): string {
  const sheet = new FitSheet(report, language);
  const { texts } = sheet;
  return pageOf({
    language,
    version: report.tandem,
    title: report.file,
    kind: texts.page,
    links: [
      ['kinds', texts.kinds.title],
      ['arrivals', texts.arrivals.title],
      ['times', texts.times.title],
      ['patience', texts.patience.title],
      ['scenario', texts.scenario.title],
    ],
    skip: texts.skip,
    contents: texts.contents,
    head: head(sheet),
    sections: [
      kindsOfFit(sheet),
      arrivalsOfFit(sheet),
      timesOfFit(sheet),
      patienceOfFit(sheet),
      scenarioSection(sheet),
    ],
  });
}

function head(sheet: FitSheet): Markup {
  const { report, fit, texts, language } = sheet;
  const { source } = fit;
  const forms = source.shape === 'calls' ? texts.calls : texts.counts;
  const form = new Intl.PluralRules(language).select(source.rows) === 'one' ? forms.one : forms.other;
  const period = { first: dateText(source.firstDay), last: dateText(source.lastDay) };
  return html`<div class="head">
    <h1><bdi>${report.file}</bdi></h1>
    <p class="meta">
      <span>${fill(form, { count: sheet.whole(source.rows) })}</span>
      <span>${fill(texts.period, period)}</span>
      <span>${fill(texts.version, { version: report.tandem })}</span>
    </p>
  </div> `;
}

/** A browser takes the first one after `<pre>` for itself. */
const NEW_LINE = '\n';

function scenarioSection({ report, texts }: FitSheet): Markup {
  const words = texts.scenario;
  return html`<section id="scenario" aria-labelledby="scenario-title">
    <div class="opening">
      <h2 id="scenario-title">${words.title}</h2>
      <p class="say">${words.say}</p>
    </div>
    <div class="again">
      <dl>
        <dt>${words.command}</dt>
        <dd><code>${report.command}</code></dd>
      </dl>
      <pre tabindex="0" translate="no">${NEW_LINE}${report.scenario}</pre>
    </div>
  </section> `;
}
