/**
 * A sweep as a page: what the targets say, each measure as a curve over one setting or a map over two, every point in tables. One
 * file without script or network, as every page of reports/html; a pure function of the sweep.
 */
import { sweepCurve } from './charts/sweep-curve.ts';
import { sweepMap } from './charts/sweep-map.ts';
import type { MapCell } from './charts/sweep-map.ts';
import { englishChartText, frenchChartText } from './charts/text.ts';
import { daysText } from './compare-words.ts';
import { sizeOf } from './difference-text.ts';
import { formatMeasured, numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { figure, folded } from './html/figure.ts';
import { fill, html, nothing, plainText } from './html/markup.ts';
import type { Content, Markup } from './html/markup.ts';
import { pageOf } from './html/shell.ts';
import { named } from './html/sheet.ts';
import { SWEEP_PAGE_WORDS } from './html/sweep-words.ts';
import type { SweepPageWords } from './html/sweep-words.ts';
import { numberHeading, table, textHeading } from './html/table.ts';
import { Values } from './html/values.ts';
import { icon, LOOK_OUT } from './html/verdict.ts';
import { WORDS } from './languages.ts';
import type { Sweep, SweepPoint } from './sweep.ts';
import { kpiName, shortPaths, surenessText, SWEEP_WORDS, targetSentences } from './sweep-words.ts';
import type { SweepWords } from './sweep-words.ts';
import { warningText } from './warning-text.ts';
import type { Language } from './words.ts';

export interface SweepHtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
}

interface Sheet {
  readonly sweep: Sweep;
  readonly language: Language;
  readonly page: SweepPageWords;
  readonly texts: SweepWords;
  readonly numbers: Numbers;
  readonly values: Values;
}

export function renderSweepHtml(sweep: Sweep, { language = 'en' }: SweepHtmlOptions = {}): string {
  const numbers = numbersOf(WORDS[language].locale);
  const page = SWEEP_PAGE_WORDS[language];
  const sheet = { sweep, language, page, texts: SWEEP_WORDS[language], numbers, values: new Values(numbers) };
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

function head({ sweep, language, page, texts, numbers }: Sheet): Markup {
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

function section(id: string, title: Content, say: Content, body: Content): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <div class="opening">
      <h2 id="${id}-title">${title}</h2>
      ${say !== '' && html`<p class="say">${say}</p>`}
    </div>
    ${body}
  </section> `;
}

function resultSection({ sweep, language, page, texts }: Sheet): Markup {
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

// ---------------------------------------------------------------- charts

function curvesSection(sheet: Sheet): Markup {
  const { sweep, page } = sheet;
  const figures = sweep.kpis.map((_, at) =>
    sweep.settings.length === 1 ? curve(sheet, at) : map(sheet, at),
  );
  return section('curves', page.curves, page.curvesSay, html`<div class="charts">${figures}</div>`);
}

function figureOf(sheet: Sheet, at: number, draw: Parameters<typeof figure>[1]['draw']): Markup {
  const { sweep, language, page, numbers } = sheet;
  const means = sweep.points.flatMap(({ estimates }) => estimates[at]!.mean ?? []);
  const write = (mean: number): string =>
    formatMeasured(numbers, sweep.kpis[at]!.unit, { mean, low: null, high: null }).value;
  const isMap = sweep.settings.length > 1;
  return figure(
    { chartText: language === 'fr' ? frenchChartText : englishChartText, words: { table: page.table } },
    {
      id: `kpi-${at}`,
      title: html`${kpiName(sweep, at, language)}`,
      say:
        means.length === 0
          ? nothing
          : fill(page.from, { least: write(Math.min(...means)), most: write(Math.max(...means)) }),
      span: isMap ? 'c12' : 'c6',
      isRight: !isMap && at % 2 === 1,
      draw,
      note: html`<a class="screen" href="#points">${page.table}</a>`,
    },
  );
}

function curve(sheet: Sheet, at: number): Markup {
  const { sweep, page } = sheet;
  const [setting] = sweep.settings;
  const target = sweep.targets.findIndex(({ kpi }) => kpi === at);
  const { atLeast = null, atMost = null } = sweep.targets[target] ?? {};
  const points = sweep.points.map((point) => {
    const { mean, low, high } = point.estimates[at]!;
    const { text, value } = setting!.values[point.at[0]!]!;
    const verdict = point.targets[target]?.verdict ?? null;
    return { text, value, mean, low, high, verdict: verdict === 'noValue' ? ('unsure' as const) : verdict };
  });
  const home = setting!.values.find(({ text }) => text === (setting!.base ?? setting!.standard))?.value;
  const isBase = sweep.points.find(({ isBase }) => isBase);
  const base = isBase === undefined ? home : setting!.values[isBase.at[0]!]!.value;
  return figureOf(sheet, at, (options) =>
    sweepCurve(
      {
        unit: sweep.kpis[at]!.unit,
        points,
        target: atLeast ?? atMost,
        base: base === undefined || base === null ? null : { value: base, name: page.base },
        words: { band: page.band },
      },
      options,
    ),
  );
}

/** The first setting down, the second across. */
function map(sheet: Sheet, at: number): Markup {
  const { sweep, page } = sheet;
  const [down, across] = sweep.settings;
  const [downName = '', acrossName = ''] = shortPaths(sweep.settings);
  const target = sweep.targets.findIndex(({ kpi }) => kpi === at);
  const cells = down!.values.map((_, row) =>
    across!.values.map((__, column): MapCell => {
      const point = sweep.points.find((each) => each.at[0] === row && each.at[1] === column)!;
      // The contour of a measure with a target of its own is of that one; of the others that of all targets together.
      const verdict = point.targets[target]?.verdict ?? point.verdict;
      return { mean: point.estimates[at]!.mean, verdict, isBase: point.isBase };
    }),
  );
  return figureOf(sheet, at, (options) =>
    sweepMap(
      {
        unit: sweep.kpis[at]!.unit,
        across: { name: `${acrossName} →`, values: across!.values.map(({ text }) => text) },
        down: { name: `${downName} ↓`, values: down!.values.map(({ text }) => text) },
        cells,
        words: {
          met: target >= 0 ? sweep.targets[target]!.text : page.met,
          unsure: page.unsure,
          base: page.base,
        },
      },
      options,
    ),
  );
}

// ---------------------------------------------------------------- tables

function pointsSection(sheet: Sheet): Markup {
  const { page, texts } = sheet;
  return section(
    'points',
    page.points,
    page.pointsSay,
    html`<div class="tables">${estimates(sheet)}${folded(page.differences, differences(sheet))}</div>
      <p class="note">${texts.intervals}</p>`,
  );
}

function valuesOf({ sweep }: Sheet, { at }: SweepPoint): [Content, ...Content[]] {
  const [first, ...rest] = at.map((value, which) => sweep.settings[which]!.values[value]!.text);
  return [first ?? '', ...rest];
}

function estimates(sheet: Sheet): Markup {
  const { sweep, language, page, texts, numbers, values } = sheet;
  const [first, ...others] = shortPaths(sweep.settings);
  const hasTargets = sweep.targets.length > 0;
  return table({
    caption: html`${page.points}`,
    isCaptionHidden: true,
    headings: [
      textHeading(first ?? ''),
      ...others.map(textHeading),
      numberHeading(texts.agentHours),
      ...sweep.kpis.map((_, at) => numberHeading(kpiName(sweep, at, language))),
      ...(hasTargets ? [textHeading(page.verdict), textHeading(page.sure)] : []),
    ],
    rows: sweep.points.map((point, index) => [
      ...valuesOf(sheet, point),
      numbers.plain(point.agentHours, 1),
      ...sweep.kpis.map(({ unit }, at) =>
        values.measured(`points[${index}].estimates[${at}]`, unit, point.estimates[at]!),
      ),
      ...(hasTargets ? [verdictOf(sheet, point), surenessText(point, language) ?? numbers.absent] : []),
    ]),
  });
}

function verdictOf({ texts }: Sheet, { verdict }: SweepPoint): Content {
  return verdict !== null && html`<span class="verdict ${verdict}">${texts.verdict[verdict]}</span>`;
}

function differences(sheet: Sheet): Markup {
  const { sweep, language, page, texts, numbers } = sheet;
  const [first, ...others] = shortPaths(sweep.settings);
  return table({
    caption: html`${page.differences}`,
    isCaptionHidden: true,
    headings: [
      textHeading(first ?? ''),
      ...others.map(textHeading),
      ...sweep.kpis.map((_, at) => numberHeading(kpiName(sweep, at, language))),
    ],
    rows: sweep.points.map((point) => [
      ...valuesOf(sheet, point),
      ...sweep.kpis.map(({ unit }, at): Content => {
        const { mean, low, high } = point.differences[at]!;
        if (point.isBase) return texts.isBase;
        if (mean === null) return numbers.absent;
        const size = Math.abs(mean);
        const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
        const half =
          low === null || high === null
            ? nothing
            : html` <span class="pm">±${sizeOf(unit, (high - low) / 2, size, numbers)}</span>`;
        return html`${sign}${sizeOf(unit, size, size, numbers)}${half}`;
      }),
    ]),
  });
}

function warningsSection({ sweep, page, language }: Sheet): Markup {
  if (sweep.warnings.length === 0) return nothing;
  return section(
    'warnings',
    page.warnings,
    '',
    html`<ul class="warnings">
      ${sweep.warnings.map((warning) => html`<li>${icon(LOOK_OUT)}<span>${warningText(warning, language)}</span></li> `)}
    </ul>`,
  );
}

function againSection({ sweep, page }: Sheet): Markup {
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
