/** What the scenario expected, how its kinds of day differ, and what to know before believing a number. */
import { html, fill, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { named, nameOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';
import { titleOf } from './titles.ts';
import { tally, verdictOf } from './verdict.ts';
import { warningList } from './warning-list.ts';

/** The measures by which kinds of day are told apart. */
const DAY_MEASURES = [
  ['Off', 'perDay'],
  ['K-01', 'share'],
  ['K-02', 'mean'],
  ['K-05', 'share'],
  ['K-09', 'share'],
] as const;

export function kindsSection(sheet: Sheet): Markup {
  const { report, words, values, kpis } = sheet;
  const { kinds } = report.days;
  if (kinds.length < 2) return nothing;
  const texts = words.kinds;
  const headings = [
    words.day.offered,
    words.day.serviceLevel,
    words.day.asa,
    words.day.abandoned,
    words.day.occupancy,
  ];
  return html`<section id="kinds" aria-labelledby="kinds-title">
    <div class="opening">
      <h2 id="kinds-title">${texts.title}</h2>
      <p class="say">${fill(texts.say, { count: kinds.length })}</p>
    </div>
    <div class="tables">
      ${table({
        caption: html`${texts.title}`,
        isCaptionHidden: true,
        note: sheet.queues.length > 0 ? html`${texts.rest}` : undefined,
        headings: [
          textHeading(texts.kind),
          numberHeading(texts.days),
          textHeading(texts.from),
          textHeading(texts.to),
          ...headings.map(numberHeading),
        ],
        rows: kinds.map(({ kind, from, to, simulated }, at) => [
          named(kind),
          values.value(`days.kinds[${at}].simulated`, 'whole', simulated),
          from,
          to,
          ...DAY_MEASURES.map(([id, stat]) => {
            const found = id === 'K-01' ? kpis.serviceLevel({ kind }) : kpis.find(id, stat, { kind });
            return found === undefined ? nothing : values.measured(found.path, found.row.unit, found.row);
          }),
        ]),
      })}
    </div>
  </section> `;
}

export function expectationsSection(sheet: Sheet): Markup {
  const { report, words, values } = sheet;
  const { expectations } = report;
  if (expectations.length === 0) return nothing;
  const texts = words.expectations;
  const places = { count: expectations.length, verdicts: tally(sheet, expectations) };
  return html`<section id="expectations" aria-labelledby="expectations-title">
    <div class="opening">
      <h2 id="expectations-title">${texts.title}</h2>
      <p class="say">${fill(texts.say, places)}</p>
    </div>
    <div class="tables">
      ${table({
        caption: html`${texts.title}`,
        isCaptionHidden: true,
        headings: [
          textHeading(texts.kpi),
          textHeading(words.queue),
          numberHeading(texts.value),
          textHeading(texts.between),
          textHeading(words.queues.verdict),
        ],
        rows: expectations.map((each, at) => {
          const path = `expectations[${at}]`;
          const stat = report.definitions.find(({ id }) => id === each.id)?.stat ?? '';
          return [
            html`<span title="${each.kpi}">${titleOf(sheet, each.id, stat)}</span>`,
            nameOf(sheet, each.queue),
            values.measured(path, each.unit, each),
            html`${values.value(`${path}.between[0]`, each.unit, each.between[0])} ${texts.and}
            ${values.value(`${path}.between[1]`, each.unit, each.between[1])}`,
            verdictOf(sheet, each),
          ];
        }),
      })}
    </div>
  </section> `;
}

export function warningsSection(sheet: Sheet): Markup {
  const { report, words, language } = sheet;
  return html`<section id="warnings" aria-labelledby="warnings-title">
    <div class="opening">
      <h2 id="warnings-title">${words.warnings.title}</h2>
      ${report.warnings.length === 0 && html`<p class="say">${words.warnings.none}</p>`}
    </div>
    ${report.warnings.length > 0 && warningList(report.warnings, language)}
  </section> `;
}
