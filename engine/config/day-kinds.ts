/**
 * Kinds of day as the scenario means them: the base with what each kind changes, and the calendar of them.
 * Used by the checks and the compiler alike; it reports nothing.
 */
import { daysDefaults } from './defaults.ts';
import { parseDate, weekdayOf } from './lengths.ts';
import type { KindOptions, Scenario } from './scenario.ts';

const day = 86_400_000;

/** The kind there is when a scenario names none. */
export const onlyKind = 'day';
/** In a calendar: nobody works and nobody calls. */
export const closedKind = 'closed';

export interface DayKind {
  readonly name: string;
  readonly from: number;
  /** After `from`; past 24 h when the day goes past midnight. */
  readonly to: number;
  readonly options: KindOptions;
}

export function dayKinds(scenario: Scenario): DayKind[] {
  const base = scenario.days ?? {};
  const kinds = Object.entries(scenario.kinds ?? {});
  const named: [string, KindOptions][] = kinds.length > 0 ? kinds : [[onlyKind, {}]];
  return named.map(([name, options]) => {
    const from = options.from ?? base.from ?? daysDefaults.from;
    const to = options.to ?? base.to ?? daysDefaults.to;
    return { name, from, to: to <= from ? to + day : to, options };
  });
}

/** How many steps of this length cover the day; the last may be cut short. */
export function stepsOf(kind: DayKind, step: number): number {
  return Math.ceil((kind.to - kind.from) / step);
}

export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

interface ByWeekday<T> {
  readonly everyDay?: T | undefined;
  readonly weekdays?: T | undefined;
  readonly weekend?: T | undefined;
}
type Week<T> = ByWeekday<T> & { readonly [Day in (typeof weekdayNames)[number]]?: T | undefined };

/** What a weekly pattern says of a weekday (0 is Monday): the day's own key, else its half of the week, else every day. */
export function ofWeekday<T>(week: Week<T>, weekday: number): T | undefined {
  const own = week[weekdayNames[weekday] ?? 'monday'];
  return own ?? (weekday < 5 ? week.weekdays : week.weekend) ?? week.everyDay;
}

export interface CalendarDay {
  readonly kind: string;
  /** Days after the first date. */
  readonly offset: number;
}

export interface CalendarOfKinds {
  readonly days: readonly CalendarDay[];
  /** After so many days it begins again. */
  readonly span: number;
}

/**
 * The kind of each date from the first one on; what is not said of a weekly calendar is closed. A calendar with
 * single dates is written out to the last of them, in whole weeks.
 */
export function calendarDays(scenario: Scenario, firstDay: number): CalendarOfKinds {
  const calendar = scenario.calendar;
  if (!calendar) {
    const kind = Object.keys(scenario.kinds ?? {})[0] ?? onlyKind;
    return { days: [{ kind, offset: 0 }], span: 1 };
  }
  if (Array.isArray(calendar)) {
    return { days: calendar.map((kind, offset) => ({ kind, offset })), span: calendar.length };
  }
  const dates = Object.entries(calendar.dates ?? {});
  const byDay = new Map(dates.map(([date, kind]) => [parseDate(date) ?? -1, kind]));
  const last = Math.max(firstDay, ...[...byDay.keys()].filter((number) => number < firstDay + 36_525));
  const weeks = dates.length === 0 ? 1 : Math.ceil((last - firstDay + 1) / 7);
  const days = Array.from({ length: weeks * 7 }, (_, offset) => {
    const number = firstDay + offset;
    return { kind: byDay.get(number) ?? ofWeekday(calendar, weekdayOf(number)) ?? closedKind, offset };
  });
  return { days, span: weeks * 7 };
}
