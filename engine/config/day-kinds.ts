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
  /** Offset of the first day that repeats; what comes before it comes once. */
  readonly repeatsFrom: number;
  /** What repeats begins again after so many days. */
  readonly span: number;
}

/**
 * The kind of each date from the first one on; what is not said of a weekly calendar is closed. Single dates are
 * written out to the last of them; after it the week alone repeats, because a holiday does not come again
 * every week.
 */
export function calendarDays(scenario: Scenario, firstDay: number): CalendarOfKinds {
  const calendar = scenario.calendar;
  if (!calendar) {
    const kind = Object.keys(scenario.kinds ?? {})[0] ?? onlyKind;
    return { days: [{ kind, offset: 0 }], repeatsFrom: 0, span: 1 };
  }
  if (Array.isArray(calendar)) {
    const days = calendar.map((kind, offset) => ({ kind, offset }));
    return { days, repeatsFrom: 0, span: calendar.length };
  }
  const dates = Object.entries(calendar.dates ?? {});
  const byDay = new Map(dates.map(([date, kind]) => [parseDate(date) ?? -1, kind]));
  // A century: a date beyond it is a slip of the pen, and no list is made that long.
  const known = [...byDay.keys()].filter((number) => number >= firstDay && number < firstDay + 36_525);
  const head = Math.max(firstDay - 1, ...known) - firstDay + 1;
  const kindOn = (offset: number) => {
    const number = firstDay + offset;
    return byDay.get(number) ?? ofWeekday(calendar, weekdayOf(number)) ?? closedKind;
  };
  const written = (length: number) =>
    Array.from({ length }, (_, offset) => ({ kind: kindOn(offset), offset }));
  const isWeekClosed = !weekdayNames.some(
    (_, weekday) => (ofWeekday(calendar, weekday) ?? closedKind) !== closedKind,
  );
  // A calendar of nothing but dates has no week to go on with: it begins again as a whole.
  if (isWeekClosed && head > 0 && scenario.kinds?.[closedKind] === undefined) {
    const span = Math.ceil(head / 7) * 7;
    return { days: written(span), repeatsFrom: 0, span };
  }
  return { days: written(head + 7), repeatsFrom: head, span: 7 };
}
