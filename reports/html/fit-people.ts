/** Handle times, patience and redials of a fit: measured shares against the fitted laws, and how well each fits. */
import { weibullSurvival } from '../../engine/index.ts';
import type { PooledTimes, QueueFit } from '../../engine/index.ts';
import { curvesChart } from '../charts/curves.ts';
import type { Curve, Point } from '../charts/curves.ts';
import { figure } from './figure.ts';
import type { FitSheet } from './fit-sheet.ts';
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { named } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

const LOOKS = ['first', 'second', 'third'] as const;

// ---------------------------------------------------------------- handle times

export function timesOfFit(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const shown = fit.queues.flatMap((queue, at) => [
    { id: `talk-${at}`, queue, title: texts.times.talk, times: queue.talk },
    { id: `wrap-up-${at}`, queue, title: texts.times.wrapUp, times: queue.wrapUp },
  ]);
  const figures = shown.flatMap(({ times, ...rest }) => (times === null ? [] : [{ ...rest, times }]));
  return html`<section id="times" aria-labelledby="times-title">
    <div class="opening">
      <h2 id="times-title">${texts.times.title}</h2>
      ${figures.length === 0 && html`<p class="say">${sheet.fit.queues.some(({ handle }) => handle.isMeasured) ? texts.times.averages : texts.times.none}</p>`}
    </div>
    ${
      figures.length > 0 &&
      html`<div class="charts">
        ${figures.map(({ id, queue, title, times }, at) =>
          lawsFigure(
            sheet,
            id,
            fill(texts.titled, { title, name: named(queue.queue) }),
            times,
            at % 2 === 1,
            at >= figures.length - 2,
          ),
        )}
      </div>`
    }
  </section> `;
}

function lawsFigure(
  sheet: FitSheet,
  id: string,
  title: Markup,
  times: PooledTimes,
  isRight: boolean,
  isLast: boolean,
): Markup {
  const words = sheet.texts.times;
  const [best] = times.laws;
  const { quantiles } = times;
  // The last hundredth would press all others to the left.
  const shownUpTo = Math.ceil(quantiles.length * 0.99);
  const upTo = (value: (at: number) => number): Point[] =>
    quantiles.slice(0, shownUpTo).map((x, at) => [x, value(at)]);
  const say = fill(words.say, {
    law: best === undefined ? '' : sheet.texts.laws[best.law.law],
    ks: sheet.share(best?.ks ?? 0),
  });
  const p = times.ksP === null ? nothing : fill(words.p, { p: sheet.share(times.ksP) });
  const curves: Curve[] = [
    {
      name: words.measured,
      look: 'measured',
      points: upTo((at) => (at + 1) / (quantiles.length + 1)),
    },
    ...drawnLaws(times).map((judged, place): Curve => ({
      name: sheet.texts.laws[judged.law.law],
      look: LOOKS[place] ?? 'third',
      points: upTo((at) => judged.at[at] ?? 0),
    })),
  ];
  return figure(sheet, {
    id,
    title,
    say: html`${say}${p}`,
    span: 'c6',
    isRight,
    isLast,
    draw: (options) => curvesChart({ curves, x: 'seconds', y: 'share' }, options),
    table: table({
      caption: title,
      isCaptionHidden: true,
      headings: [
        textHeading(words.law),
        numberHeading(words.mean),
        numberHeading(words.cv),
        numberHeading(words.bic),
        numberHeading(words.aic),
        numberHeading(words.ks),
      ],
      rows: times.laws.map(
        (judged) =>
          [
            sheet.texts.laws[judged.law.law] +
              (judged.law.law === 'lognormalMixture' ? ` (${judged.law.branches.length})` : ''),
            sheet.seconds(judged.mean),
            sheet.number(judged.cv),
            sheet.number(judged.bic - (best?.bic ?? 0)),
            sheet.number(judged.aic - Math.min(...times.laws.map(({ aic }) => aic))),
            sheet.fine(judged.ks),
          ] as const,
      ),
    }),
    note: html`${times.isPooled && html`${words.pooled} `}${words.ksNote}`,
  });
}

/** The best law and the next ones that look different: mixtures bend to the same curve. */
function drawnLaws({ laws }: PooledTimes): PooledTimes['laws'] {
  return laws.filter(({ law }, place) => place === 0 || !('branches' in law)).slice(0, LOOKS.length);
}

// ---------------------------------------------------------------- patience

export function patienceOfFit(sheet: FitSheet): Markup {
  const { fit, texts } = sheet;
  const shown = fit.queues.flatMap(({ queue, patience }) => (patience === null ? [] : [{ queue, patience }]));
  return html`<section id="patience" aria-labelledby="patience-title">
    <div class="opening">
      <h2 id="patience-title">${texts.patience.title}</h2>
      ${shown.length === 0 && html`<p class="say">${texts.patience.none}</p>`}
    </div>
    ${
      shown.length > 0 &&
      html`<div class="charts">
        ${shown.map(({ queue, patience }, at) => patienceFigure(sheet, queue, patience, at, at >= shown.length - 2))}
      </div>`
    }
    <div class="opening">
      <h3>${texts.redials.title}</h3>
      <p class="say">${redialSay(sheet)}</p>
    </div>
  </section> `;
}

function patienceFigure(
  sheet: FitSheet,
  queue: string,
  patience: NonNullable<QueueFit['patience']>,
  at: number,
  isLast: boolean,
): Markup {
  const words = sheet.texts.patience;
  const title = fill(sheet.texts.titled, { title: words.title, name: named(queue) });
  const { steps, median } = patience;
  const last = steps.at(-1)?.seconds ?? 1;
  const seconds = Array.from({ length: 121 }, (_, step) => (step * last) / 120);
  const curves: Curve[] = [
    {
      name: words.measured,
      look: 'measured',
      points: [[0, 1], ...steps.map((step): Point => [step.seconds, step.survival])],
    },
    ...patience.laws.map(({ law }, place): Curve => ({
      name: sheet.texts.laws[law.law],
      look: LOOKS[place] ?? 'third',
      points: seconds.map((x): Point => [x, weibullSurvival(law, x)]),
    })),
  ];
  const bounded = (value: number): number => Math.min(1, Math.max(0, value));
  const every = Math.max(1, Math.ceil(steps.length / 24));
  return figure(sheet, {
    id: `patience-${at}`,
    title,
    say: fill(median === null ? words.noMedian : words.say, {
      median: sheet.seconds(median ?? 0),
      abandoned: sheet.whole(patience.abandoned),
      waits: sheet.whole(patience.waits),
    }),
    span: 'c6',
    isRight: at % 2 === 1,
    isLast,
    draw: (options) =>
      curvesChart(
        {
          curves,
          band: {
            name: words.band,
            points: steps.map(
              ({ seconds: x, survival, standardError }) =>
                [
                  x,
                  bounded(survival - 1.96 * standardError),
                  bounded(survival + 1.96 * standardError),
                ] as const,
            ),
          },
          x: 'seconds',
          y: 'share',
        },
        options,
      ),
    table: table({
      caption: title,
      isCaptionHidden: true,
      headings: [
        textHeading(words.seconds),
        numberHeading(words.atRisk),
        numberHeading(words.abandoned),
        numberHeading(words.survival),
        numberHeading(words.error),
        numberHeading(words.hazard),
      ],
      rows: steps
        .filter((_, place) => place % every === 0)
        .map(
          (step) =>
            [
              sheet.seconds(step.seconds),
              sheet.whole(step.atRisk),
              sheet.whole(step.abandoned),
              sheet.share(step.survival),
              sheet.share(step.standardError),
              sheet.fine(step.hazard),
            ] as const,
        ),
    }),
    note: patience.isPooled ? html`${sheet.texts.times.pooled}` : undefined,
  });
}

function redialSay(sheet: FitSheet): Markup {
  const { redials } = sheet.fit;
  const words = sheet.texts.redials;
  if (redials === null) return html`${words.none}`;
  const say = fill(words.say, {
    share: sheet.share(redials.afterAbandon.share),
    calls: sheet.whole(redials.afterAbandon.calls),
    window: sheet.chartText.step(redials.window),
    answered: sheet.share(redials.afterAnswer.share),
  });
  return html`${say}${!redials.isMore && words.same}`;
}
