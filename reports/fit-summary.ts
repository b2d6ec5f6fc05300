/** A fit in a few lines for the terminal: kinds of day, what was found, what is missing. The same words as the page of the fit. */
import { dateText } from '../engine/index.ts';
import type { QueueFit } from '../engine/index.ts';
import type { FitReport } from './fit-model.ts';
import { readNoteText } from './fit-note-words.ts';
import { SUMMARY_WORDS } from './fit-summary-words.ts';
import { FitSheet } from './html/fit-sheet.ts';
import type { Language } from './words.ts';

export interface FitSummaryOptions {
  /** Default "en". */
  readonly language?: Language;
}

export function fitSummary(report: FitReport, { language = 'en' }: FitSummaryOptions = {}): string {
  const sheet = new FitSheet(report, language);
  const words = SUMMARY_WORDS[language];
  const { source, kinds, closed, days, queues, redials } = report.fit;
  const far = days.filter(({ outlier }) => outlier !== null).map(({ day }) => dateText(day));
  const found = words[source.shape](sheet.whole(source.rows), source.rows);
  const lines = [
    words.head(
      report.file === '-' ? 'stdin' : report.file,
      found,
      dateText(source.firstDay),
      dateText(source.lastDay),
    ),
    ...source.notes.map((note) => readNoteText(note, language)),
    ...kinds.map(({ name, days: number, totals, factor, from, to }) =>
      [
        words.kind(name, words.days(sheet.whole(number), number), sheet.clock(from), sheet.clock(to)),
        words.callsADay(amount(sheet, totals.mean), totals.mean),
        sheet.daysDiffer(factor, factor.isBeyondChance),
      ].join(', '),
    ),
    ...(closed.length > 0 ? [words.closed(closed.map((weekday) => sheet.weekday(weekday)).join(', '))] : []),
    ...(far.length > 0 ? [words.far(far.length, shortList(far, words.more))] : []),
    ...queues.map((queue) => queueLine(sheet, queue)),
    ...(redials?.isMore === true ? [words.redials(sheet.share(redials.afterAbandon.share))] : []),
  ];
  return `${lines.join('\n  ')}\n`;
}

/** "4 calls a day" and not "4.00", when it is no more than a count. */
function amount(sheet: FitSheet, calls: number): string {
  return Number.isInteger(calls) ? sheet.whole(calls) : sheet.number(calls);
}

function queueLine(sheet: FitSheet, { queue, talk, patience, handle }: QueueFit): string {
  const words = SUMMARY_WORDS[sheet.language];
  const seconds = (mean: number): string => `${sheet.number(mean)} s`;
  const law = (best: Parameters<typeof lawWords>[0]) => lawWords(best, sheet);
  // Averages by interval have a mean without a law.
  const talked =
    talk === null && handle.isMeasured
      ? words.average(seconds(handle.mean))
      : `${words.talk} ${law(talk?.laws[0])}`;
  return words.queue(queue, talked, `${words.patience} ${law(patience?.laws[0])}`);
}

type Judged = NonNullable<QueueFit['talk'] | QueueFit['patience']>['laws'][number];

function lawWords(best: Judged | undefined, sheet: FitSheet): string {
  const words = SUMMARY_WORDS[sheet.language];
  if (best === undefined) return words.absent;
  return words.withMean(sheet.texts.laws[best.law.law], `${sheet.number(best.mean)} s`);
}

const LISTED = 8;

function shortList(dates: readonly string[], more: (count: number) => string): string {
  if (dates.length <= LISTED) return dates.join(', ');
  return `${dates.slice(0, LISTED).join(', ')} ${more(dates.length - LISTED)}`;
}
