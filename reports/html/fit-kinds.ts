/** The kinds of day of a fit: what they are, their calls through the months, and the days that are far from them. */
import { dateText } from '../../engine/index.ts';
import type { FittedDay } from '../../engine/index.ts';
import { curvesChart } from '../charts/curves.ts';
import type { Point } from '../charts/curves.ts';
import { figure } from './figure.ts';
import type { FitSheet } from './fit-sheet.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { named } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

export function kindsOfFit(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const words = texts.kinds;
  const closed = fit.closed.map((weekday) => sheet.weekday(weekday)).join(', ');
  return html`<section id="kinds" aria-labelledby="kinds-title">
    <div class="opening">
      <h2 id="kinds-title">${words.title}</h2>
      <p class="say">
        ${fill(words.say, { alike: sheet.share(fit.options.alike) })}
        ${fit.closed.length > 0 && fill(words.closed, { weekdays: closed })}
      </p>
    </div>
    <div class="tables">${kindTable(sheet)}</div>
    <div class="charts">${history(sheet)}</div>
    ${outlierTable(sheet)}
  </section> `;
}

function kindTable(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const words = texts.kinds;
  const ranged = (value: number, interval: readonly [number, number]): Content =>
    html`${sheet.number(value)} <span class="pm">(${sheet.interval(interval)})</span>`;
  return table({
    caption: html`${words.title}`,
    isCaptionHidden: true,
    headings: [
      textHeading(words.kind),
      textHeading(words.weekdays),
      numberHeading(words.days),
      textHeading(words.hours),
      numberHeading(words.mean),
      numberHeading(words.variance),
      textHeading(words.differ),
    ],
    rows: [
      ...fit.kinds.map(
        (kind) =>
          [
            named(kind.name),
            kind.weekdays.map((weekday) => sheet.weekday(weekday)).join(', '),
            sheet.whole(kind.days),
            `${sheet.clock(kind.from)}–${sheet.clock(kind.to)}`,
            ranged(kind.totals.mean, kind.totals.meanInterval),
            ranged(kind.totals.variance, kind.totals.varianceInterval),
            sheet.daysDiffer(kind.factor, kind.factor.isBeyondChance),
          ] as const,
      ),
      [
        words.all,
        '',
        sheet.whole(fit.kinds.reduce((sum, { days }) => sum + days, 0)),
        '',
        ranged(fit.overall.mean, fit.overall.meanInterval),
        ranged(fit.overall.variance, fit.overall.varianceInterval),
        '',
      ],
    ],
  });
}

function history(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const words = texts.kinds;
  const far = fit.days.filter(({ outlier }) => outlier !== null);
  const points = (days: readonly FittedDay[]): Point[] => days.map(({ day, calls }) => [day, calls]);
  const [first, last] = [fit.days[0]?.day ?? 0, fit.days.at(-1)?.day ?? 0];
  const counts = { count: sheet.whole(far.length), days: sheet.whole(fit.days.length) };
  return figure(sheet, {
    id: 'history',
    title: html`${words.history}`,
    say: far.length > 0 ? fill(words.historySay, counts) : html`${words.historyNone}`,
    span: 'c12',
    isLast: true,
    draw: (options) =>
      curvesChart(
        {
          curves: [
            {
              name: words.regular,
              look: 'dots',
              points: points(fit.days.filter((day) => day.outlier === null)),
            },
            { name: words.far, look: 'far', points: points(far) },
          ],
          x: { labels: monthLabels(first, last) },
          y: 'number',
          from: first,
        },
        options,
      ),
  });
}

/** The first of each month, or of each quarter of a long time. */
function monthLabels(first: number, last: number): { readonly at: number; readonly text: string }[] {
  const labels: { at: number; text: string }[] = [];
  for (let day = first; day <= last; day++) {
    const text = dateText(day);
    const isQuarter = /-(01|04|07|10)-01$/.test(text);
    if (text.endsWith('-01') && (last - first < 500 || isQuarter))
      labels.push({ at: day, text: text.slice(0, 7) });
  }
  return labels.length > 0
    ? labels
    : [
        { at: first, text: dateText(first) },
        { at: last, text: dateText(last) },
      ];
}

function outlierTable(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const words = texts.kinds;
  const far = fit.days.filter(({ outlier }) => outlier !== null);
  if (far.length === 0) return nothing;
  return html`<div class="tables">
    <h3 class="between">${words.outliers}</h3>
    ${table({
      caption: html`${words.outliers}`,
      isCaptionHidden: true,
      headings: [
        textHeading(words.date),
        textHeading(words.kind),
        numberHeading(words.mean),
        textHeading(words.why),
      ],
      rows: far.map(
        ({ day, kind, calls, outlier }) =>
          [sheet.date(day), named(kind), sheet.whole(calls), reason(sheet, outlier)] as const,
      ),
    })}
  </div>`;
}

function reason(sheet: FitSheet, outlier: FittedDay['outlier']): Content {
  if (outlier === null) return '';
  const words = sheet.texts.kinds;
  const places = { usual: sheet.whole(outlier.usual), z: sheet.number(outlier.z) };
  const like = outlier.like !== null && html`, ${fill(words.like, { kind: outlier.like })}`;
  return html`${fill(words.reasons[outlier.why], places)}${like}`;
}
