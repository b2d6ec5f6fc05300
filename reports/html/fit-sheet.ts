/** What every section of a fit's page needs: the fit, the words and numbers of the language, names and dates. Made once for a page. */
import { clockText, dateText } from '../../engine/index.ts';
import type { Fit, KindDemand } from '../../engine/index.ts';
import { CHART_TEXT } from '../charts/text.ts';
import type { ChartText } from '../charts/text.ts';
import type { FitReport } from '../fit-model.ts';
import { formatNumber, formatSeconds, formatShare, numbersOf } from '../format.ts';
import { WORDS } from '../languages.ts';
import type { Language } from '../words.ts';
import { FIT_WORDS } from './fit-words.ts';
import type { FitWords } from './fit-words.ts';

export class FitSheet {
  readonly report: FitReport;
  readonly fit: Fit;
  readonly language: Language;
  readonly texts: FitWords;
  /** As `figure` asks for it. */
  readonly words: { readonly table: string };
  readonly chartText: ChartText;
  readonly #numbers;
  readonly #weekday;

  constructor(report: FitReport, language: Language) {
    this.report = report;
    this.fit = report.fit;
    this.language = language;
    this.texts = FIT_WORDS[language];
    this.words = { table: this.texts.table };
    this.chartText = CHART_TEXT[language];
    const { locale } = WORDS[language];
    this.#numbers = numbersOf(locale);
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  }

  number(value: number): string {
    return formatNumber(this.#numbers, Number.isFinite(value) ? value : null);
  }

  whole(value: number): string {
    return this.#numbers.plain(value, 0);
  }

  /** Of statistics: three decimals. */
  fine(value: number): string {
    return this.#numbers.plain(value, 3);
  }

  share(value: number): string {
    return formatShare(this.#numbers, value);
  }

  seconds(value: number): string {
    return formatSeconds(this.#numbers, value);
  }

  clock(second: number): string {
    return clockText(second * 1000);
  }

  /** 0 is Monday. 1970-01-05 was one. */
  weekday(weekday: number): string {
    return this.#weekday.format((4 + weekday) * 86_400_000);
  }

  date(day: number): string {
    return `${dateText(day)}, ${this.#weekday.format(day * 86_400_000)}`;
  }

  /** As a planner reads it: the factor's standard deviation, 1 / sqrt(shape), before the shape. */
  daysDiffer(factor: KindDemand['factor'], isVaried: boolean): string {
    const { varied, chance, oneDay } = this.texts.daysDiffer;
    if (factor.days < 2) return oneDay;
    return isVaried
      ? varied.replace('{spread}', this.spread(factor)).replace('{shape}', this.number(factor.shapeMoments))
      : chance;
  }

  /** `±17%`, `±3.8%`. */
  spread({ shapeMoments }: KindDemand['factor']): string {
    const deviation = 1 / Math.sqrt(shapeMoments);
    return `±${this.#numbers.percent(deviation, deviation < 0.0995 ? 1 : 0)}`;
  }

  interval([low, high]: readonly [number, number]): string {
    return this.texts.kinds.interval.replace('{low}', this.number(low)).replace('{high}', this.number(high));
  }
}
