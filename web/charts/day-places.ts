/**
 * The time axis that charts of a day share: intervals by their index, round hours as labels, midnight crossed without a jump. It
 * knows no measure.
 */
import { type Placed } from '../../reports/charts/axis.ts';
import { minutesOf } from '../../reports/charts/day-axis.ts';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { widthOf } from '../../reports/charts/text-width.ts';
import type { CursorPlaces } from './plan.ts';
import { AXIS } from './surface.ts';

export interface DayPlaces {
  readonly left: number;
  readonly right: number;
  readonly count: number;
  /** Interval edges: index to pixels; a half is the middle. */
  readonly x: Scale;
  readonly edge: (index: number) => number;
  readonly middle: (index: number) => number;
}

export function dayPlaces(count: number, left: number, right: number): DayPlaces {
  const x = linear([0, Math.max(1, count)], [left, right]);
  return { left, right, count, x, edge: (index) => x(index), middle: (index) => x(index + 0.5) };
}

export function cursorOf(
  { left, right, count, x, middle }: DayPlaces,
  top: number,
  bottom: number,
): CursorPlaces {
  return {
    count,
    boxAt: (index) => ({ left: middle(index), top, width: 0, height: bottom - top }),
    indexAt: (at) =>
      at < left || at > right || count === 0 ? null : Math.min(count - 1, Math.floor(x.invert(at))),
  };
}

const HOUR_STEPS = [5, 15, 30, 60, 120, 180, 240, 360, 720, 1440];
/** A longer day is told in whole hours. */
const MINUTES_UP_TO = 300;

export function hourPlaces(starts: readonly string[], intervalSeconds: number, day: DayPlaces): Placed[] {
  const each = intervalSeconds / 60;
  const from = minutesOf(starts[0] ?? '00:00');
  const to = from + each * day.count;
  const most = Math.max(1, (day.right - day.left) / (widthOf('00:00', AXIS) + 22));
  const step =
    HOUR_STEPS.find(
      (minutes) => (to - from) / minutes <= most && (minutes >= 60 || to - from <= MINUTES_UP_TO),
    ) ?? 1440;
  const placed: Placed[] = [];
  for (let minutes = Math.ceil(from / step) * step; minutes <= to; minutes += step)
    // Midnight within a night begins a day; at the end of the axis it ends one.
    placed.push({ at: day.edge((minutes - from) / each), text: clock(minutes === to ? to : minutes % 1440) });
  return placed;
}

/** "09:30–10:00". */
export function intervalText(starts: readonly string[], intervalSeconds: number, index: number): string {
  const from = minutesOf(starts[index] ?? '00:00');
  return `${clock(from)}–${clock(from + intervalSeconds / 60)}`;
}

/** Of minutes after midnight, within its day; the end of a day that ends at midnight is 24:00. */
export function clock(minutes: number): string {
  const of = minutes === 1440 ? minutes : ((minutes % 1440) + 1440) % 1440;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(of / 60)}:${two(of % 60)}`;
}

/** Indices whose values are numbers, in stretches without a gap. */
export function stretchesOf(...series: readonly Float64Array[]): number[][] {
  const found: number[][] = [];
  const count = Math.min(...series.map(({ length }) => length));
  let run: number[] | null = null;
  for (let index = 0; index < count; index++) {
    if (series.some((each) => !Number.isFinite(each[index]))) {
      run = null;
      continue;
    }
    if (run === null) found.push((run = []));
    run.push(index);
  }
  return found;
}

export interface Place {
  readonly index: number;
  readonly x: number;
}

/** A value stands in the middle of its interval and holds to the edges of its stretch, so that one interval alone is seen. */
export function placesOf(run: readonly number[], day: DayPlaces): Place[] {
  const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0];
  return [
    { index: first, x: day.edge(first) },
    ...run.map((index) => ({ index, x: day.middle(index) })),
    { index: last, x: day.edge(last + 1) },
  ];
}

/** NaN is left out; null: there is no number. */
export function peakOf(values: Float64Array): { readonly index: number; readonly value: number } | null {
  let peak: { index: number; value: number } | null = null;
  for (const [index, value] of values.entries())
    if (Number.isFinite(value) && (peak === null || value > peak.value)) peak = { index, value };
  return peak;
}

export function lastIndexOf(values: Float64Array): number {
  return values.findLastIndex((each) => Number.isFinite(each));
}
