/**
 * A comparison as a page: what moved in sentences, the differences against zero as a chart, what differs in the settings, every
 * measure in tables. One file without script or network, as every page of reports/html; a pure function of the comparison.
 */
import { differenceDots } from './charts/difference-dots.ts';
import type { DifferenceRow } from './charts/difference-dots.ts';
import { englishChartText, frenchChartText } from './charts/text.ts';
import {
  COMPARE_WORDS,
  daysText,
  moveSentence,
  narrowerSentence,
  settingSide,
  toSeeSentences,
} from './compare-words.ts';
import type { CompareWords } from './compare-words.ts';
import { movesOf } from './compare-moves.ts';
import type { Look, Moves } from './compare-moves.ts';
import type { Comparison } from './compare.ts';
import { changeOf } from './difference-text.ts';
import { numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { figure, folded } from './html/figure.ts';
import { COMPARE_PAGE_WORDS } from './html/compare-words.ts';
import type { ComparePageWords } from './html/compare-words.ts';
import { fill, html, nothing, plainText } from './html/markup.ts';
import type { Content, Markup } from './html/markup.ts';
import { pageOf } from './html/shell.ts';
import { named } from './html/sheet.ts';
import { numberHeading, table, textHeading } from './html/table.ts';
import { Values } from './html/values.ts';
import { icon, LOOK_OUT } from './html/verdict.ts';
import { WORDS } from './languages.ts';

import { warningText } from './warning-text.ts';
import type { Language, Words } from './words.ts';

export interface ComparisonHtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
}

interface Sheet {
  readonly comparison: Comparison;
  readonly moves: Moves;
  readonly language: Language;
  readonly page: ComparePageWords;
  readonly texts: CompareWords;
  readonly words: Words;
  readonly numbers: Numbers;
  readonly values: Values;
  readonly places: readonly (string | null)[];
}

/** More charts would be a page to scroll, not to read. */
const CHARTED = 6;

export function renderComparisonHtml(comparison: Comparison, options: ComparisonHtmlOptions = {}): string {
  const { language = 'en' } = options;
  const numbers = numbersOf(WORDS[language].locale);
  const moves = movesOf(comparison);
  const sheet: Sheet = {
    comparison,
    moves,
    language,
    page: COMPARE_PAGE_WORDS[language],
    texts: COMPARE_WORDS[language],
    words: WORDS[language],
    numbers,
    values: new Values(numbers),
    places: [...new Set(moves.looks.map(({ row }) => row.queue ?? row.group))],
  };
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

function head({ comparison, page, words, numbers }: Sheet): Markup {
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

function section(id: string, title: Content, say: Content, body: Content): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <div class="opening">
      <h2 id="${id}-title">${title}</h2>
      ${say !== '' && html`<p class="say">${say}</p>`}
    </div>
    ${body}
  </section> `;
}

// ---------------------------------------------------------------- what moved

function movedSection(sheet: Sheet): Markup {
  const { page, texts } = sheet;
  const chart = differences(sheet, null);
  return section(
    'moved',
    texts.whatMoved,
    '',
    html`${sentences(sheet)}
    ${chart === nothing ? html`<p class="note">${page.nothingToDraw}</p>` : html`<div class="charts">${chart}</div>`}`,
  );
}

function sentences(sheet: Sheet): Content {
  const { comparison, moves, texts, language, numbers } = sheet;
  if (comparison.identical) return noted(texts.identical);
  if (!moves.hasIntervals) return noted(texts.oneDay);
  const counted = numbers.plain(moves.counted, 0);
  const byLuck = numbers.plain(Math.max(1, moves.byLuck), 0);
  const isTotal = ({ row }: Look): boolean => row.queue === null && row.group === null;
  const totals = moves.moved.filter(isTotal);
  const sure = totals.filter(({ stands }) => stands);
  const doubtful = totals.filter(({ stands }) => !stands);
  const single = moves.moved.filter((look) => !isTotal(look));
  return [
    sure.length > 0 && [noted(texts.stands(counted)), moveList(sheet, sure)],
    doubtful.length > 0 && [noted(texts.doubtful(counted, byLuck)), moveList(sheet, doubtful)],
    single.length > 0 && html`<div class="tables">${folded(texts.inSingle, moveList(sheet, single))}</div>`,
    moves.moved.length === 0 &&
      noted(texts.nothingMoved(counted, daysText(comparison.days.simulated, language))),
    toSeeSentences(comparison, language, moves.moved.length > 0).map(noted),
    noted(narrowerSentence(comparison, language) ?? ''),
  ];
}

function noted(say: string): Content {
  return say !== '' && html`<p class="note">${say}</p> `;
}

const UP = '<path d="M8 13V3M4.2 6.8L8 3l3.8 3.8"/>';
const DOWN = '<path d="M8 3v10M4.2 9.2L8 13l3.8-3.8"/>';

function moveList({ language }: Sheet, looks: readonly Look[]): Markup {
  const items = looks.map((look) => {
    const mark = (look.row.difference.mean ?? 0) > 0 ? UP : DOWN;
    return html`<li>
      ${icon(mark)}<span>${moveSentence(look, language)}${look.stands ? '' : ' (?)'}</span>
    </li> `;
  });
  return html`<ul class="warnings">
    ${items}
  </ul>`;
}

function differences(sheet: Sheet, place: string | null): Markup {
  const { comparison, page, language, numbers, words } = sheet;
  const looks = looksAt(sheet, place).filter(
    // Of what does not move at all there is nothing to see.
    ({ row }) => row.verdict !== 'same' && (row.difference.mean ?? 0) !== 0,
  );
  if (looks.length === 0) return nothing;
  const rows = looks.map((look): DifferenceRow => {
    const { row, measure } = look;
    const scale = row.unit === 'share' ? 100 : 1;
    const scaled = (value: number | null): number | null => (value === null ? null : scale * value);
    const { text, after = '' } = changeOf(row, row.difference, numbers);
    return {
      name: measure.name[language],
      unit: row.unit,
      mean: scale * row.difference.mean!,
      low: scaled(row.difference.low),
      high: scaled(row.difference.high),
      value: `${text}${after}, ${words.change[row.verdict]}`,
      sureness: look.stands ? 'stands' : look.isMove ? 'alone' : 'unclear',
    };
  });
  const at = sheet.places.indexOf(place);
  return figure(
    { chartText: language === 'fr' ? frenchChartText : englishChartText, words: { table: page.table } },
    {
      id: `differences-${at}`,
      title: place === null ? html`${page.chart}` : fill(page.chartOf, { name: named(place) }),
      say:
        place === null
          ? fill(page.chartSay, {
              candidate: named(comparison.candidate),
              baseline: named(comparison.baseline),
            })
          : nothing,
      span: 'c12',
      draw: (options) =>
        differenceDots(
          {
            rows,
            words: {
              units: page.units,
              sureness: { stands: page.stands, alone: page.alone, unclear: page.unclear },
            },
          },
          options,
        ),
      note: html`<a class="screen" href="#measures-${at}">${page.table}</a>`,
    },
  );
}

function looksAt({ moves }: Sheet, place: string | null): Look[] {
  return moves.looks.filter(({ row }) => (row.queue ?? row.group) === place);
}

// ---------------------------------------------------------------- settings and tables

function settingsSection({ comparison, page, texts }: Sheet): Markup {
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

function measuresSection(sheet: Sheet): Markup {
  const { page } = sheet;
  const [first, ...others] = sheet.places.map((place, at) => {
    const drawn = html`<div id="measures-${at}">${measuresTable(sheet, place)}</div>`;
    // Of a few single ones the chart too; of many the tables are enough to look up.
    const chart =
      place === null || at > CHARTED ? nothing : html`<div class="charts">${differences(sheet, place)}</div>`;
    return place === null ? drawn : folded(named(place), html`${chart}${drawn}`);
  });
  return section(
    'measures',
    page.measures,
    page.measuresSay,
    html`<div class="tables">${first ?? nothing}${others}</div>
      <p class="note">${page.note} ${page.ratioNote}</p>`,
  );
}

function measuresTable(sheet: Sheet, place: string | null): Markup {
  const { page, values, words, language, numbers } = sheet;
  return table({
    caption: place === null ? html`${page.all}` : named(place),
    headings: [
      textHeading(page.measure),
      ...[page.baseline, page.candidate, page.difference, page.low, page.high, page.z, page.ratio].map(
        numberHeading,
      ),
      textHeading(page.verdict),
    ],
    rows: looksAt(sheet, place).map(({ row, at, measure, isMove, stands }) => {
      const path = `rows[${at}]`;
      const ends = (end: number | null): string =>
        end === null
          ? numbers.absent
          : changeOf(row, { ...row.difference, mean: end, low: null, high: null }, numbers).text;
      return [
        measure.name[language],
        values.measured(`${path}.baseline`, row.unit, row.baseline),
        values.measured(`${path}.candidate`, row.unit, row.candidate),
        changeOf(row, { ...row.difference, low: null, high: null }, numbers).text,
        ends(row.difference.low),
        ends(row.difference.high),
        row.z === null ? numbers.absent : numbers.plain(row.z, 1),
        row.varianceRatio === null ? numbers.absent : `× ${numbers.plain(row.varianceRatio, 1)}`,
        `${words.change[row.verdict]}${isMove && !stands ? ' ?' : ''}`,
      ];
    }),
  });
}

function warningsSection({ comparison, page, language }: Sheet): Markup {
  if (comparison.warnings.length === 0) return nothing;
  return section(
    'warnings',
    page.warnings,
    '',
    html`<ul class="warnings">
      ${comparison.warnings.map((warning) => html`<li>${icon(LOOK_OUT)}<span>${warningText(warning, language)}</span></li> `)}
    </ul>`,
  );
}

function againSection({ comparison, page, language }: Sheet): Markup {
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
