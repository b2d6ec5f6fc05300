/**
 * The time axis that charts of a day share: intervals by their index, hours as round labels, midnight crossed without a jump.
 * Charts of one page have the same margins, so that nine o'clock is above nine o'clock. It knows no measure.
 */
import type { KpiRow } from '../schema.ts';
import { AXIS, type Frame } from './frame.ts';
import { axisLabels } from './axis.ts';
import { linear, type Scale } from './scale.ts';
import type { Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface DayAxis {
  readonly left: number;
  readonly right: number;
  /** Minutes of the day to pixels. */
  readonly x: Scale;
  readonly intervalMinutes: number;
  /** Minutes after the first day's midnight at which an interval starts. */
  startOf(index: number): number;
  /** Where an interval starts, and the next one. */
  edges(index: number): readonly [number, number];
  middle(index: number): number;
}

/** null: no row belongs to an interval. */
export function dayAxis(frame: Frame, rows: readonly KpiRow[], intervalSeconds: number): DayAxis | null {
  const intervals = rows.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  const anchor = intervals[0];
  if (anchor === undefined || !(intervalSeconds > 0)) return null;
  const intervalMinutes = intervalSeconds / 60;
  const midnight = minutesOf(anchor.start) - anchor.index * intervalMinutes;
  const startOf = (index: number): number => midnight + index * intervalMinutes;
  let first = Infinity;
  let last = -Infinity;
  for (const { index } of intervals) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  const { left, right } = margins(frame);
  const x = linear([startOf(first), startOf(last + 1)], [left, right]);
  return {
    left,
    right,
    x,
    intervalMinutes,
    startOf,
    edges: (index) => [x(startOf(index)), x(startOf(index + 1))],
    middle: (index) => x(startOf(index + 0.5)),
  };
}

/** Room at the right for the longest direct label of any of the charts. */
function margins({ isNarrow, width, text: { words } }: Frame): { left: number; right: number } {
  if (isNarrow) return { left: 50, right: width - 8 };
  const longest = [
    words.halfWaitLess,
    words.eightInTenWaitLess,
    words.ninetyFiveInHundred,
    words.agentsOnDuty,
    words.callsPer('30 min'),
  ].map((each) => widthOf(each, AXIS));
  return { left: 52, right: width - 12 - Math.max(...longest) };
}

/** "01:30+1" is half past one of the next day. */
export function minutesOf(clock: string): number {
  const parts = /^(\d+):(\d+)(?:\+(\d+))?$/.exec(clock);
  if (parts === null) return 0;
  return Number(parts[1]) * 60 + Number(parts[2]) + Number(parts[3] ?? 0) * 1440;
}

const HOUR_STEPS = [5, 15, 30, 60, 120, 180, 240, 360, 720, 1440];
/** A longer day is told in whole hours. */
const MINUTES_UP_TO = 300;

export function hourLabels(frame: Frame, { x, left, right }: DayAxis, y: number): Svg {
  const [from, to] = x.domain;
  const each = widthOf('00:00', AXIS) + 22;
  const most = Math.max(1, (right - left) / each);
  const step =
    HOUR_STEPS.find(
      (minutes) => (to - from) / minutes <= most && (minutes >= 60 || to - from <= MINUTES_UP_TO),
    ) ?? 1440;
  const placed = [];
  for (let minutes = Math.ceil(from / step) * step; minutes <= to; minutes += step) {
    placed.push({ at: x(minutes), text: frame.text.clock(minutes) });
  }
  return axisLabels(placed, { left, right }, y);
}

/** Of one measure, by interval index. */
export type IntervalValues = ReadonlyMap<number, KpiRow & { readonly mean: number }>;

/** Rows without a value are left out, and so are those of the whole day. */
export function byInterval(rows: readonly KpiRow[]): IntervalValues {
  const found = new Map<number, KpiRow & { readonly mean: number }>();
  for (const row of rows) {
    if (row.interval !== null && row.mean !== null) found.set(row.interval.index, { ...row, mean: row.mean });
  }
  return found;
}

/** Indices in stretches without a gap, in order. */
export function stretches(indices: Iterable<number>): number[][] {
  const found: number[][] = [];
  for (const index of [...indices].toSorted((a, b) => a - b)) {
    const current = found.at(-1);
    if (current !== undefined && current.at(-1) === index - 1) current.push(index);
    else found.push([index]);
  }
  return found;
}
