/**
 * Agents that a scenario plans: how many are at work in an interval, and how many hours a day that makes. Breaks are taken off;
 * shrinkage is not, for who is planned and not there is paid as well. What is worked after the end of a shift or of the day is not in
 * it: it is not planned. It knows no call and no chance.
 */
import type { DayKindSetup, Setup, StaffingSetup } from '../config/setup.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Agents at work between two times after the day's start, on average, by group. */
export function plannedBetween(kind: DayKindSetup, from: number, to: number): number[] {
  return kind.staffing.map((staffing) => workedBetween(staffing, from, to) / (to - from));
}

function workedBetween(staffing: StaffingSetup, from: number, to: number): number {
  const overlap = (start: number, end: number): number =>
    Math.max(0, Math.min(end, to) - Math.max(start, from));
  if (staffing.kind === 'numbers') {
    const { step, count } = staffing;
    return count.reduce((sum, heads, at) => sum + heads * overlap(at * step, (at + 1) * step), 0);
  }
  return staffing.shifts.reduce((sum, shift) => {
    if (shift === null) return sum;
    const breaks = shift.breaks.reduce((off, pause) => off + overlap(pause.from, pause.to), 0);
    return sum + overlap(shift.from, shift.to) - breaks;
  }, 0);
}

/** Hours planned a day by group, on average over the days of the calendar, as many of them as are simulated. */
export function plannedHours({ world }: Setup): number[] {
  const hours = world.kinds.map((kind) =>
    kind.staffing.map((staffing) => lengthOf(staffing, kind.to - kind.from)),
  );
  const days = daysCounted(world);
  return world.groups.map(
    (_, group) =>
      days.reduce((sum, kind) => sum + (hours[kind]?.[group] ?? 0), 0) / Math.max(1, days.length) / HOUR,
  );
}

/** The kind of each day that a mean over days is taken of; a calendar that repeats is taken once. */
export function daysCounted({ calendar, days }: Setup['world']): readonly number[] {
  return calendar.slice(0, Math.max(1, Math.min(calendar.length, days)));
}

function lengthOf(staffing: StaffingSetup, span: number): number {
  if (staffing.kind === 'numbers') return workedBetween(staffing, 0, span);
  return staffing.shifts.reduce((sum, shift) => {
    // A night shift reaches into two days and is listed in each of them twice, as it ends and as it begins: it is paid once.
    if (shift === null || shift.from + DAY < span) return sum;
    return sum + shift.breaks.reduce((left, pause) => left - (pause.to - pause.from), shift.to - shift.from);
  }, 0);
}
