/** Every measure of both scenarios with its difference, in a table for all together and one for each queue and group. */
import { changeOf } from '../difference-text.ts';
import { differencesFigure } from './compare-moved.ts';
import { looksAt } from './compare-sheet.ts';
import type { CompareSheet } from './compare-sheet.ts';
import { folded } from './figure.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { section } from './section.ts';
import { named } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

/** More charts would be a page to scroll, not to read. */
const CHARTED = 6;

export function measuresSection(sheet: CompareSheet): Markup {
  const { page } = sheet;
  const [first, ...others] = sheet.places.map((place, at) => {
    const drawn = html`<div id="measures-${at}">${measuresTable(sheet, place)}</div>`;
    // Of a few single ones the chart too; of many the tables are enough to look up.
    const chart =
      place === null || at > CHARTED
        ? nothing
        : html`<div class="charts">${differencesFigure(sheet, place)}</div>`;
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

function measuresTable(sheet: CompareSheet, place: string | null): Markup {
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
