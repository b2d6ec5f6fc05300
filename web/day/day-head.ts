/** The head of a day: which one, the way to others, its totals, and what one day can tell. A piece of the day explorer's own template. */
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import '../ui/icon.ts';
import { formatShare } from '../../reports/format.ts';
import { locale } from '../i18n/language.ts';
import type { DayIndex } from './day-index.ts';
import { numbers } from './day-words.ts';

export interface DayHead {
  readonly index: DayIndex | null;
  /** From 0. */
  readonly day: number;
  readonly isFailed: boolean;
  readonly toDay: (day: number) => void;
}

export function dayHead({ index, day, isFailed, toDay }: DayHead): TemplateResult {
  const days = index?.view.days ?? null;
  return html`<div class="head">
    <h1>
      <label for="day">${msg('Day')}</label>
      <span class="field"
        ><input
          id="day"
          type="number"
          min="1"
          max=${days ?? nothing}
          .value=${String(day + 1)}
          @change=${(event: Event) => toDay(Number((event.target as HTMLInputElement).value) - 1)}
      /></span>
      <span class="onPaper">${day + 1}</span>
      ${days === null ? nothing : html`<span>${msg(str`of ${numbers().plain(days, 0)}`)}</span>`}
      <button
        class="button small"
        aria-label=${msg('Previous day')}
        aria-disabled=${day === 0}
        @click=${() => toDay(day - 1)}
      >
        <tandem-icon name="left"></tandem-icon>
      </button>
      <button
        class="button small"
        aria-label=${msg('Next day')}
        aria-disabled=${days !== null && day >= days - 1}
        @click=${() => toDay(day + 1)}
      >
        <tandem-icon name="right"></tandem-icon>
      </button>
    </h1>
    <span class="facts" role="status"
      >${index !== null ? factsOf(index) : !isFailed ? html`<span class="heading"></span>` : nothing}</span
    >
    <span class="end">
      <span class="luck">${msg('One day is one draw of luck: use it to see why, not how much.')}</span>
    </span>
  </div>`;
}

function factsOf({ view }: DayIndex): string {
  const { calls, serviceLevel, abandonRate, callbacks } = view.totals;
  const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' });
  const plain = (count: number): string => numbers().plain(count, 0);
  const share = (value: number | null): string => formatShare(numbers(), value);
  const facts = [
    weekday.format(new Date(view.date)),
    msg(str`${plain(calls)} calls`),
    msg(str`service level ${share(serviceLevel)}`),
    msg(str`abandonment ${share(abandonRate)}`),
    callbacks === 1 ? msg('1 callback') : msg(str`${plain(callbacks)} callbacks`),
  ];
  return facts.join(' · ');
}
