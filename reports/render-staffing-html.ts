/** A staffing as a page: the verdict, a chart and a table of heads for each group, what they give, the YAML to paste. */
import { headSteps } from './charts/head-steps.ts';
import { CHART_TEXT } from './charts/text.ts';
import { figure, folded } from './html/figure.ts';
import { html, nothing } from './html/markup.ts';
import type { Content, Markup } from './html/markup.ts';
import { section } from './html/section.ts';
import { pageOf } from './html/shell.ts';
import { named } from './html/sheet.ts';
import { numberHeading, table, textHeading } from './html/table.ts';
import {
  HEAD_COLUMNS,
  headRows,
  hourCells,
  hourSentences,
  noteSentences,
  pasteShrinkage,
  percent,
  resultsOf,
  staffingSheet,
  testLevel,
  together,
  verdictSentence,
} from './staffing-rows.ts';
import type { StaffingSheet } from './staffing-rows.ts';
import { hoursOf, staffingYaml } from './staffing.ts';
import type { Staffing, StaffingGroup, StaffingKind } from './staffing.ts';
import type { Language } from './words.ts';

export interface StaffingHtmlOptions {
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
}

interface Sheet extends StaffingSheet {
  readonly language: Language;
}

export function renderStaffingHtml(staffing: Staffing, options: StaffingHtmlOptions = {}): string {
  const { language = 'en' } = options;
  const sheet: Sheet = { ...staffingSheet(staffing, language), language };
  const { words } = sheet;
  return pageOf({
    language,
    version: staffing.tandem,
    title: staffing.scenario,
    kind: words.kind,
    links: [
      ['verdict', words.verdict],
      ['heads', words.heads],
      ['result', words.result],
      ['paste', words.paste],
      ['notes', words.notes],
    ],
    skip: words.skip,
    contents: words.contents,
    head: head(sheet),
    sections: [
      verdicts(sheet),
      headSection(sheet),
      resultSection(sheet),
      pasteSection(sheet),
      noteSection(sheet),
    ],
    foot: words.seed(String(staffing.seed)),
  });
}

function head({ staffing, words, numbers }: Sheet): Markup {
  const { days, seed, scenario, tandem } = staffing;
  return html`<div class="head">
    <h1>${named(scenario)}</h1>
    <p class="meta">
      <span>${words.facts(numbers.plain(days.search, 0), numbers.plain(days.confirmation, 0))}</span>
      <span>${words.seed(String(seed))}</span>
      <span>Tandem ${tandem}</span>
    </p>
  </div> `;
}

function verdicts(sheet: Sheet): Markup {
  const { staffing, words } = sheet;
  return section(
    'verdict',
    words.verdict,
    staffing.targets.map(({ text }) => text).join(' · '),
    staffing.kinds.length === 0
      ? html`<p class="note">${words.nothing}</p>`
      : staffing.kinds.map((kind) => {
          return html`${kindTitle(sheet, kind)}
            <p class="note">${verdictSentence(sheet, kind)}</p>
            <p class="note">${hourSentences(sheet, kind).join(' ')}</p>`;
        }),
  );
}

function kindTitle({ staffing, words }: Sheet, kind: StaffingKind): Content {
  return staffing.kinds.length > 1 && html`<h3>${words.ofKind(kind.name)}</h3>`;
}

function headSection(sheet: Sheet): Markup {
  const { staffing, words } = sheet;
  return section(
    'heads',
    words.heads,
    '',
    staffing.kinds.map((kind, at) => {
      const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
      const groups = planned.length > 1 ? [together(kind, words.total), ...planned] : planned;
      return html`${kindTitle(sheet, kind)}
        <div class="charts">
          ${groups.map((group, of) => headFigure(sheet, kind, group, `heads-${at}-${of}`))}
        </div>`;
    }),
  );
}

function headFigure(sheet: Sheet, kind: StaffingKind, group: StaffingGroup, id: string): Markup {
  const { words, numbers, language } = sheet;
  const isTotal = group.queues.length === 0;
  const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
  const title = isTotal ? group.name : words.group(group.name, group.queues.join(', '));
  const sum = (heads: readonly number[]): string => numbers.plain(hoursOf(kind, heads), 1);
  const { starts } = kind;
  return figure(
    { chartText: CHART_TEXT[language], words: { table: words.table } },
    {
      id,
      title: html`${title}`,
      say: html`${isTotal ? words.atWork(sum(group.needed), sum(group.atWorkNow)) : words.chartSay(group.name, sum(group.needed), sum(group.atWorkNow))}`,
      span: 'c12',
      draw: (options) =>
        headSteps(
          { starts, needed: group.needed, atWorkNow: group.atWorkNow, erlangA: group.erlangA, words },
          options,
        ),
      table: table({
        caption: html`${title}`,
        isCaptionHidden: true,
        headings: [textHeading(words.from), ...HEAD_COLUMNS.map((column) => numberHeading(words[column]))],
        rows: [
          ...headRows(sheet, kind, group, false).map(({ from, cells }) => [from, ...cells] as const),
          [words.hours, ...hourCells(sheet, kind, isTotal ? planned : [group])] as const,
        ],
      }),
    },
  );
}

function resultSection(sheet: Sheet): Markup {
  const { staffing, words, numbers } = sheet;
  return section(
    'result',
    words.result,
    words.bounds(percent(numbers, testLevel(staffing))),
    staffing.kinds.map((kind) => html`${kindTitle(sheet, kind)}${resultTable(sheet, kind)}`),
  );
}

function resultTable(sheet: Sheet, kind: StaffingKind): Content {
  const { staffing, words, numbers } = sheet;
  if (kind.results.length === 0) return nothing;
  const byTarget = staffing.targets.map((target) => resultsOf(sheet, kind, target));
  const places = [...kind.starts.keys()].filter((at) => byTarget.some((results) => results.has(at)));
  const rows = [null, ...places].map(
    (at) =>
      [
        at === null ? words.day : (kind.starts[at] ?? ''),
        ...byTarget.flatMap((results): Content[] => {
          const found = results.get(at);
          if (!found) return [numbers.absent, ''];
          const half = found.half === null ? '' : ` ± ${found.half}`;
          return [`${found.value}${half}`, words.verdicts[found.verdict]];
        }),
      ] as const,
  );
  return html`<div class="tables">
    ${table({
      caption: html`${words.result}`,
      isCaptionHidden: true,
      headings: [
        textHeading(words.from),
        ...staffing.targets.flatMap(({ text }) => [numberHeading(text), textHeading('')]),
      ],
      rows,
    })}
  </div>`;
}

function pasteSection(sheet: Sheet): Markup {
  const { staffing, words } = sheet;
  const yaml = staffingYaml(staffing);
  return section(
    'paste',
    words.paste,
    pasteShrinkage(sheet) ?? '',
    yaml === ''
      ? nothing
      : html`<div class="tables">
          ${folded(words.pasteSay, html`<pre tabindex="0" translate="no">${yaml}</pre>`)}
        </div>`,
  );
}

function noteSection(sheet: Sheet): Markup {
  const { staffing, words } = sheet;
  return section(
    'notes',
    words.notes,
    '',
    html`${noteSentences(sheet).map((note) => html`<p class="note">${note}</p> `)}
      <p class="note">${words.again}<br /><code>${staffing.command}</code></p>`,
  );
}
