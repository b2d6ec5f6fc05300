/** A fit in a few lines for the terminal: kinds of day, what was found, what is missing. English, like the scenario's comments. */
import { clockText, dateText, weekdayNames } from '../engine/index.ts';
import { figures } from './fit-law-text.ts';
import type { FitReport } from './fit-model.ts';
import { readNoteText } from './fit-notes.ts';
import { LAW_WORDS } from './fit-yaml-people.ts';
import { count, percent } from './fit-yaml-text.ts';

export function fitSummary({ fit, file }: FitReport): string {
  const { source, kinds, closed, days, queues } = fit;
  const outliers = days.filter(({ outlier }) => outlier !== null);
  const what = source.shape === 'calls' ? 'calls' : 'counts';
  const lines = [
    `${file === '-' ? 'stdin' : file}: ${count(source.rows)} ${what}, ${dateText(source.firstDay)} to ${dateText(source.lastDay)}`,
    ...source.notes.map((note) => `  ${readNoteText(note)}`),
    ...kinds.map(({ name, days: number, totals, from, to, queues: demands }) => {
      const shapes = demands
        .filter(({ factor }) => factor.mean > 0)
        .map(({ factor }) => (Number.isFinite(factor.shapeMoments) ? figures(factor.shapeMoments) : 'none'));
      return `  ${name}: ${number === 1 ? '1 day' : `${number} days`}, ${clockText(from * 1000)} to ${clockText(to * 1000)}, ${figures(totals.mean)} calls a day, shape of the day factor ${shapes.join(', ')}`;
    }),
    ...(closed.length > 0 ? [`  closed: ${closed.map((weekday) => weekdayNames[weekday]).join(', ')}`] : []),
    ...(outliers.length > 0
      ? [
          `  ${outliers.length === 1 ? '1 day' : `${outliers.length} days`} far from the usual: ${shortList(outliers.map(({ day }) => dateText(day)))}`,
        ]
      : []),
    ...queues.map(({ queue, talk, patience }) => {
      const best = patience?.laws[0];
      return `  ${queue}: talk ${lawWords(talk?.laws[0])}, patience ${best === undefined ? 'not in the data' : `${LAW_WORDS[best.law.law]} with mean ${figures(best.mean)} s`}`;
    }),
    ...(fit.redials?.isMore !== true
      ? []
      : [`  ${percent(fit.redials.afterAbandon.share)} of those who hung up called again`]),
  ];
  return `${lines.join('\n')}\n`;
}

function lawWords(
  best: { readonly law: { readonly law: keyof typeof LAW_WORDS }; readonly mean: number } | undefined,
): string {
  return best === undefined
    ? 'not in the data'
    : `${LAW_WORDS[best.law.law]} with mean ${figures(best.mean)} s`;
}

function shortList(dates: readonly string[]): string {
  return dates.length <= 8
    ? dates.join(', ')
    : `${dates.slice(0, 8).join(', ')} and ${dates.length - 8} more`;
}
