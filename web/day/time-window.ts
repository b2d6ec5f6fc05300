/** The part of the day that is looked at: moved, widened and kept inside the day. Milliseconds since the day began. It draws nothing. */

export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
/** Narrower, a talk of four minutes fills the screen. */
export const NARROWEST = 5 * MINUTE;

export const WIDTHS = { half: 30 * MINUTE, long: 90 * MINUTE } as const;

/** Of that width around a moment, inside the day; a third of it lies before the moment. */
export function windowAround(t: number, width: number, end: number): TimeWindow {
  return inside(t - width / 3, width, end);
}

export function moved(window: TimeWindow, by: number, end: number): TimeWindow {
  return inside(window.from + by, window.to - window.from, end);
}

/** Around its middle, 1.5 times as wide or as narrow. */
export function widened({ from, to }: TimeWindow, factor: number, end: number): TimeWindow {
  const width = Math.min(end, Math.max(NARROWEST, (to - from) * factor));
  return inside((from + to) / 2 - width / 2, width, end);
}

/** One edge goes to `t`. */
export function stretched(window: TimeWindow, edge: 'from' | 'to', t: number, end: number): TimeWindow {
  return edge === 'from'
    ? { from: Math.max(0, Math.min(t, window.to - NARROWEST)), to: window.to }
    : { from: window.from, to: Math.min(end, Math.max(t, window.from + NARROWEST)) };
}

/** So that `t` is seen with some of what comes: the same window if it is already. */
export function following(window: TimeWindow, t: number, end: number): TimeWindow {
  const width = window.to - window.from;
  const isSeen = t >= window.from && (t <= window.from + 0.85 * width || window.to >= end);
  return isSeen ? window : inside(t - 0.25 * width, width, end);
}

/** So that both are seen, at least as wide as now. */
export function showing({ from, to }: TimeWindow, first: number, last: number, end: number): TimeWindow {
  if (first >= from && last <= to) return { from, to };
  const width = Math.min(end, Math.max(to - from, (last - first) * 1.25));
  return inside(first - Math.min(0.1 * width, (width - (last - first)) / 2), width, end);
}

/** Times between ticks, rounded for a clock; so that about 80 px lie between two. */
export function tickStep(width: number, pixels: number): number {
  const least = (width / Math.max(1, pixels)) * 80;
  return (STEPS.find((step) => step * MINUTE >= least) ?? 240) * MINUTE;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180];

function inside(from: number, width: number, end: number): TimeWindow {
  const least = Math.max(0, Math.min(from, end - width));
  return { from: least, to: Math.min(end, least + width) };
}
