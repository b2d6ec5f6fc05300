/** Arrivals of a fit, for each kind of day and queue: calls through the day with their spread, and daily totals against the fitted law. */
import type { KindDemand, QueueDemand } from '../../engine/index.ts';
import { curvesChart } from '../charts/curves.ts';
import type { Point } from '../charts/curves.ts';
import { figure } from './figure.ts';
import type { FitSheet } from './fit-sheet.ts';
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { named } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

/** More would be a page to scroll, not to read; the figures of all are in the scenario. */
const CHARTED = 12;

export function arrivalsOfFit(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const shown = fit.kinds
    .flatMap((kind) => kind.queues.map((queue) => ({ kind, queue })))
    .filter(({ queue }) => queue.factor.mean > 0)
    .toSorted((a, b) => b.queue.factor.mean * b.kind.days - a.queue.factor.mean * a.kind.days)
    .slice(0, CHARTED);
  return html`<section id="arrivals" aria-labelledby="arrivals-title">
    <div class="opening"><h2 id="arrivals-title">${texts.arrivals.title}</h2></div>
    <div class="charts">
      ${shown.map(({ kind, queue }, at) => [
        throughTheDay(sheet, kind, queue, at),
        volumes(sheet, kind, queue, at, at === shown.length - 1),
      ])}
    </div>
  </section> `;
}

function titled(sheet: FitSheet, title: string, kind: KindDemand, { queue }: QueueDemand): Markup {
  const name =
    sheet.fit.queues.length === 1 ? html`${named(kind.name)}` : html`${named(kind.name)}, ${named(queue)}`;
  return fill(sheet.texts.titled, { title, name });
}

function throughTheDay(sheet: FitSheet, kind: KindDemand, demand: QueueDemand, at: number): Markup {
  const { fit, texts } = sheet;
  const words = texts.arrivals;
  const { interval } = fit.options;
  const { intervals, factor } = demand;
  const start = (place: number): number => kind.from + place * interval;
  const middle = (place: number): number => start(place) + interval / 2;
  const most = intervals.reduce((best, { mean }, place) => (mean > intervals[best]!.mean ? place : best), 0);
  return figure(sheet, {
    id: `day-${at}`,
    title: titled(sheet, words.title, kind, demand),
    say: fill(words.say, {
      calls: sheet.number(factor.mean),
      time: sheet.clock(start(most)),
      most: sheet.number(intervals[most]?.mean ?? 0),
      interval: sheet.chartText.step(interval),
    }),
    span: 'c7',
    draw: (options) =>
      curvesChart(
        {
          curves: [
            {
              name: words.mean,
              look: 'first',
              points: intervals.map(({ mean }, place): Point => [middle(place), mean]),
            },
          ],
          band: {
            name: words.band,
            points: intervals.map(({ low, high }, place) => [middle(place), low, high] as const),
          },
          x: 'clock',
          y: 'number',
          from: kind.from,
        },
        options,
      ),
    table: table({
      caption: titled(sheet, words.title, kind, demand),
      isCaptionHidden: true,
      headings: [
        textHeading(words.from),
        numberHeading(words.mean),
        numberHeading(words.error),
        numberHeading(words.band),
      ],
      rows: intervals.map(
        ({ mean, error, low, high }, place) =>
          [
            sheet.clock(start(place)),
            sheet.number(mean),
            sheet.number(error),
            sheet.interval([low, high]),
          ] as const,
      ),
    }),
    isTableFolded: true,
  });
}

function volumes(
  sheet: FitSheet,
  kind: KindDemand,
  demand: QueueDemand,
  at: number,
  isLast: boolean,
): Markup {
  const words = sheet.texts.arrivals;
  const { factor, isVaried, curve } = demand;
  if (curve.length < 2) return nothing;
  const share = (place: number): number => (place + 1) / curve.length;
  const from = curve[0]?.calls ?? 0;
  return figure(sheet, {
    id: `volume-${at}`,
    title: titled(sheet, words.volumes, kind, demand),
    say: fill(words.volumesSay, {
      dispersion: sheet.number(factor.dispersionIndex),
      differ: sheet.daysDiffer(factor, isVaried),
    }),
    span: 'c5',
    isRight: true,
    isLast,
    draw: (options) =>
      curvesChart(
        {
          curves: [
            {
              name: words.measured,
              look: 'measured',
              points: curve.map(({ calls }, place): Point => [calls, share(place)]),
            },
            {
              name: isVaried ? words.fitted : words.poisson,
              look: 'first',
              points: curve.map(({ calls, fitted }): Point => [calls, fitted]),
            },
          ],
          x: 'number',
          y: 'share',
          from: Math.max(0, from - 0.05 * ((curve.at(-1)?.calls ?? 0) - from)),
        },
        options,
      ),
    table: table({
      caption: titled(sheet, words.volumes, kind, demand),
      isCaptionHidden: true,
      headings: [
        textHeading(words.moments),
        numberHeading(words.likelihood),
        numberHeading(words.dispersion),
      ],
      rows: [
        [
          sheet.number(factor.shapeMoments),
          `${sheet.number(factor.shapeLikelihood)} (${sheet.interval(factor.shapeInterval)})`,
          sheet.number(factor.dispersionIndex),
        ],
      ],
    }),
  });
}
