/**
 * A sweep as a page: what the targets say, each measure as a curve over one setting or a map over two, every point in tables. One
 * file without script or network, as every page of reports/html; a pure function of the sweep. Sections are in html/sweep-*.ts.
 */
import { daysText } from './compare-words.ts';
import { fill, html, nothing, plainText } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { section } from './html/section.ts';
import { pageOf } from './html/shell.ts';
import { named } from './html/sheet.ts';
import { curvesSection } from './html/sweep-figures.ts';
import { sweepSheet } from './html/sweep-sheet.ts';
import type { SweepSheet } from './html/sweep-sheet.ts';
import { pointsSection } from './html/sweep-tables.ts';
import { warningList } from './html/warning-list.ts';
import { WORDS } from './languages.ts';
import { targetSentences } from './sweep-words.ts';
import type { Sweep } from './sweep.ts';
import type { Language } from './words.ts';

export interface SweepHtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
}

export function renderSweepHtml(sweep: Sweep, { language = 'en' }: SweepHtmlOptions = {}): string {
  const sheet = sweepSheet(sweep, language);
  const { page } = sheet;
  return pageOf({
    language,
    version: sweep.tandem,
    title: sweep.scenario,
    kind: page.kind,
    links: [
      ['result', page.result],
      ['curves', page.curves],
      ['points', page.points],
      ...(sweep.warnings.length > 0 ? [['warnings', page.warnings] as const] : []),
      ['again', page.again],
    ],
    skip: page.skip,
    contents: page.contents,
    head: head(sheet),
    sections: [
      resultSection(sheet),
      curvesSection(sheet),
      pointsSection(sheet),
      warningsSection(sheet),
      againSection(sheet),
    ],
    foot: plainText(fill(page.seed, { seed: String(sweep.seed) })),
  });
}

function head({ sweep, language, page, texts, numbers }: SweepSheet): Markup {
  const { scenario, settings, points, days, seed, tandem } = sweep;
  return html`<div class="head">
    <h1>
      ${named(scenario)}: ${settings.map(({ path }, at) => [at > 0 && ' × ', html`<bdi>${path}</bdi>`])}
    </h1>
    <p class="meta">
      <span>${texts.points(numbers.plain(points.length, 0), points.length === 1)}</span>
      <span
        >${texts.ofEach(daysText(days.simulated, language))}${
          days.ended === 'stopped' && ` (${WORDS[language].interrupted(numbers.plain(days.asked, 0))})`
        }</span
      >
      <span>${fill(page.seed, { seed: String(seed) })}</span>
      <span>${fill(page.version, { version: tandem })}</span>
    </p>
  </div> `;
}

function resultSection({ sweep, language, page, texts }: SweepSheet): Markup {
  const { targets, settings } = sweep;
  const sentences = targetSentences(sweep, language);
  const title =
    targets.length === 0 ? page.result : texts.targets(targets.map(({ text }) => text).join(', '));
  const homes = settings.flatMap(({ path, base, standard }) => {
    const home = base ?? standard;
    return home === null ? [] : [texts.baseSays(path, home)];
  });
  return section(
    'result',
    title,
    '',
    html`${(sentences.length > 0 ? sentences : [page.resultNone]).map((each) => html`<p class="note">${each}</p> `)}
    ${homes.map((each) => html`<p class="note">${each}</p> `)}`,
  );
}

function warningsSection({ sweep, page, language }: SweepSheet): Markup {
  if (sweep.warnings.length === 0) return nothing;
  return section('warnings', page.warnings, '', warningList(sweep.warnings, language));
}

function againSection({ sweep, page }: SweepSheet): Markup {
  return section(
    'again',
    page.againTitle,
    page.againSay,
    html`<div class="again">
      <dl>
        <dt>${page.command}</dt>
        <dd><code>${sweep.command}</code></dd>
        ${
          sweep.set.length > 0 &&
          html`<dt>${page.set}</dt>
            <dd>${sweep.set.map((change) => html`<code>${change}</code> `)}</dd>`
        }
      </dl>
    </div>`,
  );
}
