/** Every whole-day number of the report in tables to look things up, and what each measure is. */
import { cellWords } from '../../engine/index.ts';
import { folded, foldedTogether } from './figure.ts';
import { fill, html } from './markup.ts';
import type { Markup } from './markup.ts';
import { nameOf, named } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';
import { titleOf } from './titles.ts';

/** Rows of single queues on one page; more would make it slow to open. */
const ROWS_MOST = 8_000;

interface Row {
  readonly at: number;
  readonly row: Sheet['report']['kpis'][number];
}

export function everySection(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const texts = words.every;
  const days = [...report.kpis.entries()]
    .map(([at, row]): Row => ({ at, row }))
    .filter(({ row }) => row.interval === null && row.kind === null);
  const all = days.filter(({ row }) => row.queue === null && row.group === null);
  const ofQueues = days.filter(({ row }) => row.queue !== null && sheet.queues.includes(row.queue));
  const areQueuesShown = ofQueues.length <= ROWS_MOST;
  return html`<section id="every" aria-labelledby="every-title">
    <div class="opening">
      <h2 id="every-title">${texts.title}</h2>
      <p class="say">${texts.say}</p>
    </div>
    <div class="tables">
      ${rowsOf(sheet, all, nameOf(sheet, null))}${
        areQueuesShown
          ? foldedTogether(
              fill(texts.ofQueues, { count: sheet.queues.length }),
              sheet.queues.map((queue) =>
                rowsOf(
                  sheet,
                  ofQueues.filter(({ row }) => row.queue === queue),
                  fill(texts.queue, { name: named(queue) }),
                ),
              ),
            )
          : html`<p class="legend">${texts.queuesLeftOut}</p>`
      }${foldedTogether(
        fill(texts.ofGroups, { count: sheet.groups.length }),
        sheet.groups.map((group) =>
          rowsOf(
            sheet,
            days.filter(({ row }) => row.group === group),
            fill(texts.group, { name: named(group) }),
          ),
        ),
      )}
      ${folded(texts.formulas, formulas(sheet))}
    </div>
  </section> `;
}

function rowsOf(sheet: Sheet, rows: readonly Row[], name: Markup): Markup {
  const { words, values, report } = sheet;
  const texts = words.measures;
  const title = fill(words.every.of, { name });
  return folded(
    title,
    table({
      caption: title,
      isCaptionHidden: true,
      headings: [
        textHeading(texts.measure),
        textHeading(words.every.id),
        numberHeading(texts.value),
        numberHeading(texts.low),
        numberHeading(texts.high),
        numberHeading(report.days.blockDays > 1 ? texts.blocks : texts.replicates),
      ],
      rows: rows.map(({ at, row: { id, stat, unit, mean, low, high, n } }) => [
        titleOf(sheet, id, stat),
        html`<span class="code">${id}</span>`,
        values.mean(`kpis[${at}]`, unit, { mean, low, high }),
        low === null ? '' : values.value(`kpis[${at}].low`, unit, low),
        high === null ? '' : values.value(`kpis[${at}].high`, unit, high),
        values.value(`kpis[${at}].n`, 'whole', n),
      ]),
    }),
  );
}

function formulas(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const texts = words.every;
  const said = new Set(report.definitions.flatMap(({ formula }) => formula.split(/ [-+/] |[()]| of /)));
  const terms = [...said].flatMap((term) => {
    const meaning = cellWords(term);
    return meaning === undefined ? [] : [{ term, meaning }];
  });
  return html`${table({
    caption: html`${texts.formulasSay}`,
    headings: [
      textHeading(words.measures.measure),
      textHeading(texts.id),
      textHeading(texts.stat),
      textHeading(texts.formula),
    ],
    rows: report.definitions.map(({ id, stat, formula }) => [
      titleOf(sheet, id, stat),
      html`<span class="code">${id}</span>`,
      html`<span class="code">${stat}</span>`,
      html`<span class="formula" lang="en">${formula}</span>`,
    ]),
  })}${table({
    caption: html`${texts.termsSay}`,
    headings: [textHeading(texts.term), textHeading(texts.meaning)],
    rows: terms.map(({ term, meaning }) => [
      html`<span class="formula" lang="en">${term}</span>`,
      html`<span class="meaning" lang="en">${meaning}</span>`,
    ]),
  })}`;
}
