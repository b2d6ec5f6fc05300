/** What a planner asks first, of all together, of each queue and of each group, in tables of a page's width. */
import { isMoved } from './denominator.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { folded } from './figure.ts';
import type { Found } from './kpi-index.ts';
import { hasIntervals, nameOf, named } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';
import { titleOf } from './titles.ts';

type Measure = readonly [id: string, stat: string];

/** `K-01` is the formula of the headline. */
const MEASURES: readonly Measure[] = [
  ['Arrived', 'perDay'],
  ['Off', 'perDay'],
  ['Ans', 'perDay'],
  ['Ab', 'perDay'],
  ['CbAcc', 'perDay'],
  ['K-31', 'out'],
  ['K-01', 'share'],
  ['K-02', 'mean'],
  ['K-02', 'P50'],
  ['K-02', 'P80'],
  ['K-02', 'P95'],
  ['K-03', 'mean'],
  ['K-04', 'mean'],
  ['K-05', 'share'],
  ['K-05', 'raw'],
  ['K-07', 'mean'],
  ['K-08', 'mean'],
  ['K-32', 'live'],
  ['K-24', 'share'],
  ['K-34', 'queue-full'],
  ['K-23', 'bias'],
];
/** Told only where somewhere they are not 0. */
const WHEN_THERE = new Set(['CbAcc perDay', 'K-31 out', 'K-24 share', 'K-34 queue-full', 'K-23 bias']);

const GROUP_MEASURES: readonly Measure[] = [
  ['Staff', 'perDay'],
  ['K-09', 'share'],
  ['K-10', 'share'],
  ['K-24', 'share'],
  ['K-20', 'share'],
];

/** Columns of queues side by side on A4. */
const SIDE_BY_SIDE = 5;

export function measuresSection(sheet: Sheet): Markup {
  const { words, queues } = sheet;
  const texts = words.measures;
  // Side by side as long as neither has more than three columns of numbers.
  const isSlim = queues.length < 3 && sheet.groups.length < 3;
  const [first, ...more] = chunks(queues, SIDE_BY_SIDE);
  const others = more.map((chunk, at) => {
    const from = (at + 1) * SIDE_BY_SIDE;
    const name = fill(texts.rest, { from: from + 1, to: from + chunk.length });
    return folded(name, queueTable(sheet, chunk, name));
  });
  return html`<section id="measures" aria-labelledby="measures-title">
    <div class="opening">
      <h2 id="measures-title">${texts.title}</h2>
      <p class="say">${texts.say} <span class="screen">${texts.atEnd}</span></p>
      <p class="paper">${texts.onScreen}</p>
    </div>
    <div class="charts">
      <div class="chart ${isSlim ? 'c7 last' : 'c12'}">
        ${queueTable(sheet, [null, ...(first ?? [])], html`${texts.title}`)}${others}
        <p class="legend">
          ${hasIntervals(sheet) && words.intervalNote} ${words.nothing}
          ${isMoved(sheet) && words.queues.offeredNote}
        </p>
      </div>
      ${groupTable(sheet, isSlim)}
    </div>
  </section> `;
}

function queueTable(sheet: Sheet, queues: readonly (string | null)[], caption: Markup): Markup {
  // Where nobody is turned away or moved, those who arrived are those offered.
  const [arrived, offered] = ['Arrived', 'Off'].map((id) => sheet.kpis.find(id, 'perDay')?.row.mean);
  const isShown = ([id, stat]: Measure): boolean =>
    (id !== 'Arrived' || arrived !== offered) &&
    (!WHEN_THERE.has(`${id} ${stat}`) ||
      [null, ...sheet.queues].some((queue) => (found(sheet, id, stat, { queue })?.row.mean ?? 0) !== 0));
  return table({
    caption,
    isCaptionHidden: true,
    headings: [
      textHeading(sheet.words.measures.measure),
      ...queues.map((queue) => numberHeading(nameOf(sheet, queue))),
    ],
    rows: MEASURES.filter(isShown).map(([id, stat]) => [
      measureName(sheet, id, stat),
      ...queues.map((queue) => cell(sheet, found(sheet, id, stat, { queue }))),
    ]),
  });
}

/** A column for each group as long as they are few; a row for each where they are many. */
function groupTable(sheet: Sheet, isSlim: boolean): Markup {
  const { groups, words, report } = sheet;
  const names = report.agents.map(({ group }) => group);
  const places: readonly (string | null)[] = names.length > 0 ? names : [null];
  const at = (id: string, stat: string, group: string | null): Content =>
    cell(sheet, found(sheet, id, stat, { group: groups.length === 1 ? null : group }));
  const shown = GROUP_MEASURES.filter(([id, stat]) =>
    [null, ...groups].some((group) => (found(sheet, id, stat, { group })?.row.mean ?? 0) !== 0),
  );
  const title = words.measures.groups;
  const rows = shown.length > 0 ? shown : GROUP_MEASURES;
  const name = (group: string | null): Content => (group === null ? words.all : named(group));
  const parts = isSlim
    ? {
        headings: [textHeading(words.measures.measure), ...places.map((group) => numberHeading(name(group)))],
        rows: rows.map(
          ([id, stat]) =>
            [measureName(sheet, id, stat), ...places.map((group) => at(id, stat, group))] as const,
        ),
      }
    : {
        headings: [
          textHeading(words.group),
          ...rows.map(([id, stat]) => numberHeading(titleOf(sheet, id, stat))),
        ],
        rows: places.map((group) => [name(group), ...rows.map(([id, stat]) => at(id, stat, group))] as const),
      };
  return html`<div class="chart last ${isSlim ? 'c5 right' : 'c12'}">
    <div class="cap"><h3>${title}</h3></div>
    ${table({ caption: html`${title}`, isCaptionHidden: true, ...parts })}
  </div>`;
}

function found(
  { kpis }: Sheet,
  id: string,
  stat: string,
  place: { readonly queue?: string | null; readonly group?: string | null },
): Found | undefined {
  return id === 'K-01' ? kpis.serviceLevel(place) : kpis.find(id, stat, place);
}

function cell({ values }: Sheet, at: Found | undefined): Content {
  return at === undefined ? nothing : values.measured(at.path, at.row.unit, at.row);
}

function measureName(sheet: Sheet, id: string, stat: string): Markup {
  const shown = id === 'K-01' ? (sheet.report.headline[0]?.kpi ?? id) : id;
  return html`<span title="${shown}">${titleOf(sheet, shown, stat)}</span>`;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
