/** Paints the strip of the whole day: most that waited in every few minutes, on the line below and callbacks on top, and its hours. */
import type { Palette } from '../charts/palette.ts';
import type { Surface } from '../charts/surface.ts';
import type { DayIndex } from './day-index.ts';
import { tickStep } from './time-window.ts';

const BASE = 46;
/** A bar of less is hard to see. */
const BAR = 5;
/** So that a quiet day does not look like a busy one. */
const LEAST_TOP = 4;

export function paintStrip(
  surface: Surface,
  index: DayIndex,
  width: number,
  colors: Palette,
  clock: (t: number) => string,
): void {
  const { end, from } = index.view;
  const bins = Math.max(12, Math.floor(width / BAR));
  const { live, all } = index.depths(bins, 0, end);
  const top = all.reduce((most, depth) => Math.max(most, depth), LEAST_TOP);
  const bar = width / bins;
  const tall = (depth: number): number => (depth / top) * (BASE - 6);
  for (let bin = 0; bin < bins; bin++) {
    const [low, high] = [tall(live[bin]!), tall(all[bin]!)];
    const x = bin * bar;
    if (high > low) surface.rect(x, BASE - high, bar, high - low, { fill: colors.callback, alpha: 0.35 });
    if (low > 0) surface.rect(x, BASE - low, bar, low, { fill: colors.lineStrong, alpha: 0.75 });
  }
  surface.line(0, BASE, width, BASE, { stroke: colors.lineStrong });
  const step = Math.max(3_600_000, tickStep(end, width));
  for (let t = Math.ceil(from / step) * step - from; t <= end; t += step) {
    const x = (t / end) * width;
    surface.text(x, BASE + 13, clock(t), {
      fill: colors.ink2,
      anchor: x < 16 ? 'start' : x > width - 16 ? 'end' : 'middle',
    });
  }
}
