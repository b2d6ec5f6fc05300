/** How long callers wait: the distribution with the threshold and the offers on it, and the share that waited no longer. */
import { waitDistribution } from '../charts/wait-distribution.ts';
import type { WaitBins } from '../schema.ts';
import { figure, folded, foldedTogether } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { nameOf, titledOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

export function waitsSection(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const texts = words.waits;
  // Of one queue all together would be the same again.
  const shown = [...report.waitBins.entries()].filter(
    ([, { queue }]) => queue === null || sheet.queues.length === 0 || sheet.charted.includes(queue),
  );
  const [first] = shown;
  const isEmpty = first === undefined || totalOf(first[1]) === 0;
  return html`<section id="waits" aria-labelledby="waits-title">
    <div class="opening">
      <h2 id="waits-title">${texts.title}</h2>
      ${isEmpty && html`<p class="say">${texts.none}</p>`}
    </div>
    ${!isEmpty && html`<div class="charts">${shown.map(([at, waits], place) => distribution(sheet, at, waits, place, shown.length))}</div>`}
    ${!isEmpty && html`<div class="tables">${curves(sheet)}${otherQueues(sheet)}</div>`}
  </section> `;
}

function totalOf({ atOnce, bins }: WaitBins): number {
  return atOnce + sum(bins, 'answered') + sum(bins, 'optedIn') + sum(bins, 'abandoned');
}

function sum(bins: WaitBins['bins'], of: 'answered' | 'optedIn' | 'abandoned'): number {
  return bins.reduce((total, bin) => total + bin[of], 0);
}

/** All together over the whole width, the queues two by two. */
function distribution(sheet: Sheet, at: number, waits: WaitBins, place: number, count: number): Markup {
  const { words, report } = sheet;
  const isAlone = place === 0;
  const offers = report.callbacks.find(({ queue }) => queue === waits.queue)?.offers;
  return figure(sheet, {
    id: `waits-${at}`,
    title: sheet.queues.length === 0 ? html`${words.waits.title}` : nameOf(sheet, waits.queue),
    say: sentence(sheet, waits),
    span: isAlone ? 'c12' : 'c6',
    isRight: !isAlone && place % 2 === 0,
    isLast: place >= count - (count % 2 === 0 ? 1 : 2),
    draw: (options) => waitDistribution(offers === undefined ? { waits } : { waits, offers }, options),
    note: marks(sheet, at, waits),
    table: binTable(sheet, at, waits),
    isTableFolded: waits.queue !== null && sheet.queues.length > 0,
  });
}

/** Shares of sums of bins, so no number of the report stands in it as it is. */
function sentence({ words, values }: Sheet, waits: WaitBins): Markup {
  const total = totalOf(waits);
  const share = (count: number): string => values.text('share', total === 0 ? null : count / total);
  const optedIn = sum(waits.bins, 'optedIn');
  return fill(optedIn > 0 ? words.waits.sayCallbacks : words.waits.say, {
    atOnce: share(waits.atOnce),
    abandoned: share(sum(waits.bins, 'abandoned')),
    optedIn: share(optedIn),
  });
}

function marks(
  { words, values, report }: Sheet,
  at: number,
  { queue, within, offers, atOnce }: WaitBins,
): Markup {
  const path = `waitBins[${at}]`;
  const threshold =
    within === null ? words.waits.ownThresholds : values.value(`${path}.within`, 'length', within);
  const list = offers.map((offer, each): Content => [
    each > 0 && ', ',
    values.value(`${path}.offers[${each}]`, 'length', offer),
  ]);
  // The chart ends where nearly all have left; a few hear the offers after that.
  const [funnel] =
    report.callbacks.length === 1
      ? report.callbacks
      : report.callbacks.filter((each) => each.queue === queue);
  const isOfThese = queue === null ? offers.length > 0 : funnel?.queue === queue;
  const funnelAt = funnel === undefined ? -1 : report.callbacks.indexOf(funnel);
  const later = [...(isOfThese ? (funnel?.offers ?? []) : []).entries()]
    .filter(([, { after }]) => after > (offers.at(-1) ?? 0))
    .map(([each, { after }], place): Content => [
      place > 0 ? ', ' : offers.length > 0 && words.waits.andThen,
      values.value(`callbacks[${funnelAt}].offers[${each}].after`, 'length', after),
    ]);
  const all = [...list, ...later];
  const said = fill(all.length > 0 ? words.waits.marks : words.waits.marksNoOffers, {
    within: threshold,
    offers: all,
  });
  return html`${said} ${atOnce > 0 && words.waits.atOnceNote}`;
}

function binTable(sheet: Sheet, at: number, { queue, atOnce, bins }: WaitBins): Markup {
  const { words, values } = sheet;
  const texts = words.waits;
  const path = `waitBins[${at}]`;
  const hasCallbacks = sum(bins, 'optedIn') > 0;
  const count = (place: string, value: number): Markup => values.value(`${path}.${place}`, 'number', value);
  return table({
    caption: titledOf(sheet, texts.title, queue),
    isCaptionHidden: true,
    headings: [
      textHeading(texts.from),
      numberHeading(texts.to),
      numberHeading(texts.answered),
      ...(hasCallbacks ? [numberHeading(texts.optedIn)] : []),
      numberHeading(texts.abandoned),
    ],
    rows: [
      [texts.atOnce, '', count('atOnce', atOnce), ...(hasCallbacks ? [''] : []), ''],
      ...bins.map(
        (bin, each) =>
          [
            values.value(`${path}.bins[${each}].from`, 'length', bin.from),
            bin.to === null ? texts.noEnd : values.value(`${path}.bins[${each}].to`, 'length', bin.to),
            count(`bins[${each}].answered`, bin.answered),
            ...(hasCallbacks ? [count(`bins[${each}].optedIn`, bin.optedIn)] : []),
            count(`bins[${each}].abandoned`, bin.abandoned),
          ] as const,
      ),
    ],
  });
}

/** The same as a curve, of all queues that are charted: at each wait the share that waited no longer. */
function curves(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const shown = [...report.waits.entries()].filter(
    ([, { queue }]) => queue === null || sheet.queues.length === 0 || sheet.charted.includes(queue),
  );
  if (shown.length === 0) return nothing;
  const texts = words.waits;
  const tables = shown.map(([at, { queue, of, points }]) =>
    table({
      caption: fill(of === 'all' ? texts.ofAll : texts.ofAnswered, { name: nameOf(sheet, queue) }),
      headings: [textHeading(texts.wait), numberHeading(words.callbacks.share)],
      rows: points.map(({ wait, share }, each) => [
        sheet.values.value(`waits[${at}].points[${each}].wait`, 'length', wait),
        sheet.values.value(`waits[${at}].points[${each}].share`, 'share', share),
      ]),
    }),
  );
  return folded(texts.curve, html`<div class="side">${tables}</div>`);
}

/** Of the queues without charts. */
function otherQueues(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const others = [...report.waitBins.entries()].filter(
    ([, { queue }]) => queue !== null && sheet.queues.includes(queue) && !sheet.charted.includes(queue),
  );
  return foldedTogether(
    fill(words.day.tables, { count: others.length }),
    others.map(([at, waits]) =>
      folded(titledOf(sheet, words.waits.title, waits.queue), binTable(sheet, at, waits)),
    ),
  );
}
