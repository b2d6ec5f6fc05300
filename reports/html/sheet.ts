/** What every section of the page needs: the report, its words and numbers, and where its KPIs stand. Made once for a page. */
import { CHART_TEXT } from '../charts/text.ts';
import type { ChartText } from '../charts/text.ts';
import { numbersOf } from '../format.ts';
import type { Report } from '../schema.ts';
import { WORDS } from '../languages.ts';
import type { Language } from '../words.ts';
import { KpiIndex } from './kpi-index.ts';
import { fill, html } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { pageFrench } from './page-words-fr.ts';
import { pageEnglish } from './page-words.ts';
import type { PageWords } from './page-words.ts';
import { Values } from './values.ts';

export interface Sheet {
  readonly report: Report;
  readonly language: Language;
  readonly words: PageWords;
  readonly values: Values;
  readonly kpis: KpiIndex;
  readonly chartText: ChartText;
  /** Those that stand beside all together; none where there is one queue, which is all. */
  readonly queues: readonly string[];
  /** Those with charts of their own, by their calls. */
  readonly charted: readonly string[];
  readonly groups: readonly string[];
  /** Intervals of the day, in order. */
  readonly intervals: readonly Interval[];
}

export interface Interval {
  readonly index: number;
  readonly start: string;
}

const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { en: pageEnglish, fr: pageFrench };
/** More would be a page to scroll, not to read. */
const CHARTED = 6;

export function sheetOf(report: Report, language: Language): Sheet {
  const kpis = new KpiIndex(report);
  const queues = report.headline.flatMap(({ queue }) => queue ?? []);
  const beside = report.headline.length > 1 ? queues : [];
  const calls = (queue: string): number => kpis.find('Off', 'perDay', { queue })?.row.mean ?? 0;
  const byCalls = beside.toSorted((a, b) => calls(b) - calls(a)).slice(0, CHARTED);
  const intervals = new Map<number, string>();
  for (const { interval } of report.kpis)
    if (interval !== null) intervals.set(interval.index, interval.start);
  return {
    report,
    language,
    words: PAGE_WORDS[language],
    values: new Values(numbersOf(WORDS[language].locale)),
    kpis,
    chartText: CHART_TEXT[language],
    queues: beside,
    charted: beside.filter((queue) => byCalls.includes(queue)),
    groups: report.agents.flatMap(({ group }) => group ?? []),
    intervals: [...intervals]
      .map(([index, start]) => ({ index, start }))
      .toSorted((a, b) => a.index - b.index),
  };
}

/** One day alone has no interval, so there is no ± to explain. */
export function hasIntervals({ report }: Sheet): boolean {
  return report.headline.some(({ low }) => low !== null) || report.kpis.some(({ low }) => low !== null);
}

/** A name that a scenario gave: whatever its script, it does not turn the line around. */
export function named(name: string): Markup {
  return html`<bdi>${name}</bdi>`;
}

export function nameOf({ words }: Sheet, queue: string | null): Markup {
  return queue === null ? html`${words.all}` : named(queue);
}

/** "Wait over the day: support", and in French with its space before the colon. */
export function titledOf(sheet: Sheet, title: Content, queue: string | null): Markup {
  return fill(sheet.words.titled, { title, name: nameOf(sheet, queue) });
}

/** With the form of the language for one or for many. */
export function counted(
  { language }: Sheet,
  forms: { readonly one: string; readonly other: string },
  count: number,
  places: Readonly<Record<string, Content>>,
): Markup {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, places);
}
