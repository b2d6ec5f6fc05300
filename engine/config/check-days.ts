/** Days, kinds of day, calendar and opening hours (codes E-HOURS, E-REF, E-COUNT ...). */
import type { CheckContext } from './check-context.ts';
import { closedKind, dayKinds, onlyKind, weekdayNames } from './day-kinds.ts';
import { clockText, dateText, parseDate } from './lengths.ts';
import { nearestName } from './nearest.ts';
import { isZone } from './hours.ts';
import type { ProblemPath } from './problems.ts';

const day = 86_400_000;

export function checkDays(context: CheckContext): void {
  const { days = {}, kinds = {}, calendar } = context.scenario;
  checkZone(context, days.zone, ['days', 'zone']);
  checkSpan(context, days.from, ['days', 'from']);
  for (const [name, kind] of Object.entries(kinds)) {
    const path: ProblemPath = ['kinds', name];
    checkSpan(context, kind.from, [...path, 'from']);
    for (const demand of Object.keys(kind.demand ?? {})) {
      context.refer('demand', demand, [...path, 'demand', demand]);
    }
    for (const group of Object.keys(kind.agents ?? {})) {
      context.refer('agents', group, [...path, 'agents', group]);
    }
  }
  for (const kind of dayKinds(context.scenario)) {
    if (kind.to - kind.from <= day) continue;
    const own = kinds[kind.name]?.to !== undefined;
    const path = own ? ['kinds', kind.name, 'to'] : ['days', 'to'];
    context.add('E-RANGE', path, {
      value: clockText(kind.to),
      min: clockText(kind.from),
      max: clockText(kind.from + day),
      unit: 'clock',
    });
  }
  if (calendar) checkCalendar(context, calendar);
  else if (Object.keys(kinds).length > 0) context.missing(['calendar']);
}

/** A day begins on its date. */
function checkSpan(context: CheckContext, from: number | undefined, path: ProblemPath): void {
  if (from === undefined || from < day) return;
  context.add('E-RANGE', path, { value: clockText(from), min: '00:00', max: '23:59', unit: 'clock' });
}

function checkZone(context: CheckContext, zone: string | undefined, path: ProblemPath): void {
  if (zone !== undefined && !isZone(zone)) context.add('E-HOURS', path, { why: 'zone', zone });
}

function checkCalendar(
  context: CheckContext,
  calendar: NonNullable<CheckContext['scenario']['calendar']>,
): void {
  const known = new Set(context.names('kinds'));
  if (known.size === 0) known.add(onlyKind);
  known.add(closedKind);
  let isOpen = false;
  const refer = (kind: string, path: ProblemPath) => {
    if (kind !== closedKind || context.names('kinds').has(closedKind)) isOpen = true;
    if (known.has(kind)) return;
    const nearest = nearestName(kind, known);
    const params = { what: 'kinds', name: kind, known: [...known].slice(0, 20) };
    context.add('E-REF', path, nearest === undefined ? params : { ...params, nearest });
  };
  if (Array.isArray(calendar)) {
    for (const [index, kind] of calendar.entries()) refer(kind, ['calendar', index]);
  } else {
    const { dates, ...week } = calendar;
    for (const [key, kind] of Object.entries(week)) if (kind !== undefined) refer(kind, ['calendar', key]);
    for (const [date, kind] of Object.entries(dates ?? {})) {
      const path = ['calendar', 'dates', date];
      if (parseDate(date) === undefined)
        context.add('E-FORMAT', path, { expected: 'date', value: date }, 'key');
      refer(kind, path);
    }
  }
  if (!isOpen && !context.wasRefused(['calendar']))
    context.add('E-MISSING', ['calendar'], { key: 'an open day' });
}

/** E-HOURS: zones, empty or overlapping intervals. */
export function checkHours(context: CheckContext): void {
  for (const [name, record] of Object.entries(context.scenario.hours ?? {})) {
    const path: ProblemPath = ['hours', name];
    checkZone(context, record.zone, [...path, 'zone']);
    if (!record.week) context.missing([...path, 'week']);
    for (const key of [...weekdayNames, 'everyDay', 'weekdays', 'weekend'] as const) {
      const ranges = record.week?.[key];
      if (ranges) checkRanges(context, ranges, [...path, 'week', key]);
    }
    const holidays = record.holidays ?? [];
    for (const [index, holiday] of holidays.entries()) {
      if (holidays.indexOf(holiday) === index) continue;
      context.add('E-NAME-DUP', [...path, 'holidays', index], { name: dateText(holiday) });
    }
  }
}

function checkRanges(
  context: CheckContext,
  ranges: readonly { from: number; to: number }[],
  path: ProblemPath,
): void {
  for (const [index, range] of ranges.entries()) {
    // A single range may stand without its list.
    const here = ranges.length > 1 ? [...path, index] : path;
    const text = `${clockText(range.from)}-${clockText(range.to)}`;
    if (range.from === range.to) context.add('E-HOURS', here, { why: 'empty', range: text });
    else if (range.from >= day) context.add('E-HOURS', here, { why: 'late', range: text });
    const other = ranges.slice(0, index).find((before) => overlap(before, range));
    if (other) {
      const otherText = `${clockText(other.from)}-${clockText(other.to)}`;
      context.add('E-HOURS', here, { why: 'overlap', range: text, other: otherText });
    }
  }
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const end = (range: { from: number; to: number }) => (range.to <= range.from ? range.to + day : range.to);
  return a.from < end(b) && b.from < end(a);
}
