/** Through the day: waits, calls, agents on duty and the service level by interval, as charts and as tables. */
import { serviceLevel } from '../charts/service-level.ts';
import { waitRibbon } from '../charts/wait-ribbon.ts';
import type { Headline, KpiRow } from '../schema.ts';
import { figure, folded, foldedTogether } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { counted, nameOf, titledOf } from './sheet.ts';
import type { Interval, Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

/** Cells of tables by interval on one page; a browser still opens it at once. */
const CELLS_MOST = 30_000;
const COLUMNS = 10;

export function daySection(sheet: Sheet): Markup {
  const { words, intervals } = sheet;
  const texts = words.day;
  const opening = (say: Content): Markup =>
    html`<div class="opening">
      <h2 id="day-title">${texts.title}</h2>
      ${say !== '' && html`<p class="say">${say}</p>`}
    </div>`;
  if (intervals.length < 2)
    return html`<section id="day" aria-labelledby="day-title">
      ${opening(intervals.length === 0 ? texts.none : texts.one)}
    </section> `;
  const told = sheet.queues.filter((queue) => isTold(sheet, queue));
  const charted = sheet.charted.filter((queue) => told.includes(queue));
  return html`<section id="day" aria-labelledby="day-title">
    ${opening(remark(sheet, told, charted))}
    <div class="charts">
      ${[null, ...charted].map((queue, at) => chartsOf(sheet, queue, at, at === charted.length))}
    </div>
    ${queueTables(sheet, told, charted)}
  </section> `;
}

function isTold({ kpis, intervals }: Sheet, queue: string): boolean {
  return intervals.some(({ index }) => kpis.find('Off', 'perDay', { queue, interval: index }) !== undefined);
}

function remark({ words, queues }: Sheet, told: readonly string[], charted: readonly string[]): Content {
  if (queues.length > 0 && told.length === 0) return words.day.onlyAll;
  if (charted.length < told.length) return fill(words.day.capped, { count: charted.length });
  return '';
}

function chartsOf(sheet: Sheet, queue: string | null, at: number, isLast: boolean): Markup {
  const { report, words, kpis } = sheet;
  const texts = words.day;
  const numbers = sheet.intervals.map(({ index }) => index);
  const rows = (id: string, stat: string): KpiRow[] => kpis.through(id, stat, numbers, queue);
  const headline = headlineOf(sheet, queue);
  const levels = numbers.flatMap((interval) => kpis.serviceLevel({ queue, interval })?.row ?? []);
  const intervalSeconds = report.days.interval;
  const titled = (title: string): Markup =>
    queue === null && sheet.queues.length === 0 ? html`${title}` : titledOf(sheet, title, queue);
  return html`${figure(sheet, {
    id: `wait-${at}`,
    title: titled(texts.wait),
    say: longestWait(sheet, queue),
    span: 'c12',
    draw: (options) =>
      waitRibbon(
        {
          intervalSeconds,
          p50: rows('K-03', 'P50'),
          p80: rows('K-03', 'P80'),
          p95: rows('K-03', 'P95'),
          calls: rows('Off', 'perDay'),
          staff: queue === null ? rows('Staff', 'perDay') : [],
          within: headline?.within ?? null,
        },
        options,
      ),
    note: (kpis.find('CbAcc', 'perDay', { queue })?.row.mean ?? 0) > 0 ? html`${texts.waitNote}` : undefined,
    table: intervalTable(sheet, queue, titled(texts.title)),
    isTableFolded: queue !== null,
  })}${figure(sheet, {
    id: `level-${at}`,
    title: titled(texts.level),
    say: levelSay(sheet, queue, headline, levels),
    span: 'c12',
    isLast,
    draw: (options) =>
      serviceLevel({ intervalSeconds, rows: levels, target: headline?.target ?? null }, options),
    ...(queue === null && sheet.queues.length > 0
      ? { table: levelTable(sheet) }
      : { note: html`<a class="screen" href="#wait-${at}-table">${texts.levelNumbers}</a>` }),
  })}`;
}

function headlineOf({ report }: Sheet, queue: string | null): Headline | undefined {
  return report.headline.length === 1
    ? report.headline[0]
    : report.headline.find((each) => each.queue === queue);
}

/** "The longest waits are at 16:00: 8 in 10 wait less than 1 min 51 s." */
function longestWait({ words, kpis, intervals, values }: Sheet, queue: string | null): Markup {
  const told = intervals.flatMap(({ index, start }) => {
    const found = kpis.find('K-03', 'P80', { queue, interval: index });
    return found === undefined || found.row.mean === null ? [] : [{ found, start, wait: found.row.mean }];
  });
  const longest = told.toSorted((a, b) => b.wait - a.wait)[0];
  if (longest === undefined || longest.wait === 0) return html`${words.day.waitNone}`;
  const { path, row } = longest.found;
  return fill(words.day.waitSay, { time: longest.start, wait: values.mean(path, row.unit, row) });
}

function levelSay(
  sheet: Sheet,
  queue: string | null,
  headline: Headline | undefined,
  levels: readonly KpiRow[],
): Markup {
  const { words, kpis, values } = sheet;
  const texts = words.day.levelSay;
  const told = levels.filter(({ mean }) => mean !== null);
  const lowest = told.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0))[0];
  const found = kpis.serviceLevel({ queue, interval: lowest?.interval?.index ?? null });
  if (lowest === undefined || found === undefined) return html`${texts.none}`;
  const target = headline?.target ?? null;
  const missed = told.filter(({ high }) => target !== null && high !== null && high < target).length;
  const isAll = told.every(({ low }) => target !== null && low !== null && low >= target);
  const places = {
    share: values.mean(found.path, 'share', found.row),
    time: lowest.interval?.start ?? '',
    target: target === null ? '' : values.numbers.percent(target, 0),
    missed,
    count: told.length,
  };
  if (target === null) return fill(texts.noTarget, places);
  if (isAll) return fill(texts.all, places);
  return missed === 0 ? fill(texts.unsure, places) : counted(sheet, texts.some, missed, places);
}

// ---------------------------------------------------------------- tables

type Column = readonly [heading: string, id: string, stat: string];

function columnsOf({ words }: Sheet): readonly Column[] {
  const texts = words.day;
  return [
    [texts.offered, 'Off', 'perDay'],
    [texts.staff, 'Staff', 'perDay'],
    [texts.serviceLevel, 'K-01', 'share'],
    [texts.half, 'K-03', 'P50'],
    [texts.most, 'K-03', 'P80'],
    [texts.long, 'K-03', 'P95'],
    [texts.asa, 'K-02', 'mean'],
    [texts.abandoned, 'K-05', 'share'],
    [texts.occupancy, 'K-09', 'share'],
  ];
}

function intervalTable(sheet: Sheet, queue: string | null, caption: Markup): Markup {
  const { words, intervals } = sheet;
  const filled = columnsOf(sheet).filter(([, id, stat]) =>
    intervals.some((interval) => cell(sheet, id, stat, queue, interval) !== nothing),
  );
  return table({
    caption,
    isCaptionHidden: true,
    headings: [textHeading(words.day.from), ...filled.map(([heading]) => numberHeading(heading))],
    rows: intervals.map((interval) => [
      interval.start,
      ...filled.map(([, id, stat]) => cell(sheet, id, stat, queue, interval)),
    ]),
  });
}

function cell(sheet: Sheet, id: string, stat: string, queue: string | null, { index }: Interval): Markup {
  const { kpis, values, report } = sheet;
  const place = { queue, interval: index };
  const found = id === 'K-01' ? kpis.serviceLevel(place) : kpis.find(id, stat, place);
  if (found === undefined) return nothing;
  if (id !== 'Staff') return values.measured(found.path, found.row.unit, found.row);
  // Signed-in seconds of an interval over its length: agents on duty.
  return values.quotient(`${found.path}.mean`, found.row.mean, 'days.interval', report.days.interval);
}

/** The service level of every queue by interval: what the table of all together does not have. */
function levelTable(sheet: Sheet): Markup {
  const { words, intervals, charted, kpis, values } = sheet;
  const places = [null, ...charted];
  return table({
    caption: html`${words.day.level}`,
    isCaptionHidden: true,
    headings: [textHeading(words.day.from), ...places.map((queue) => numberHeading(nameOf(sheet, queue)))],
    rows: intervals.map(({ index, start }) => [
      start,
      ...places.map((queue) => {
        const found = kpis.serviceLevel({ queue, interval: index });
        return found === undefined ? nothing : values.measured(found.path, 'share', found.row);
      }),
    ]),
  });
}

/** Of the queues without charts; those with charts have theirs there. */
function queueTables(sheet: Sheet, told: readonly string[], charted: readonly string[]): Markup {
  const { words, intervals } = sheet;
  const others = told.filter((queue) => !charted.includes(queue));
  if (others.length === 0) return nothing;
  const most = Math.floor(CELLS_MOST / (COLUMNS * intervals.length));
  const shown = others.slice(0, most);
  return html`<div class="tables">
    ${foldedTogether(
      fill(words.day.tables, { count: shown.length }),
      shown.map((queue) =>
        folded(
          titledOf(sheet, words.day.title, queue),
          intervalTable(sheet, queue, titledOf(sheet, words.day.title, queue)),
        ),
      ),
    )}${shown.length < others.length && html`<p class="legend">${words.day.cappedTables}</p>`}
  </div>`;
}
