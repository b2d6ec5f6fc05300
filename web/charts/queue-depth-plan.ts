/**
 * How many wait: callers on the line as an area, callbacks that keep their place on top of it, the baseline's total dashed, limits
 * as lines in words. Means of all days. It knows no rule: what a limit is about comes in its label.
 */
import { msg } from '@lit/localize';
import { area, curveMonotoneX } from 'd3-shape';
import { countTicks } from '../../reports/charts/axis.ts';
import { linePlace, type Box } from '../../reports/charts/line-label.ts';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import type { FrameSide, IntervalSeries } from '../../reports/frame.ts';
import {
  cursorOf,
  dayPlaces,
  hourPlaces,
  peakOf,
  placesOf,
  stretchesOf,
  type DayPlaces,
} from './day-places.ts';
import {
  axisLabels,
  axisRoom,
  countText,
  drawKey,
  gridlines,
  keyPlaces,
  type KeyItem,
  type Look,
  type Plan,
} from './plan.ts';
import { AXIS, type Surface } from './surface.ts';
import { seriesPaths } from './wait-ribbon-plan.ts';

export interface DepthLimit {
  readonly label: string;
  readonly value: number;
}

export interface DepthParts {
  readonly now: FrameSide;
  readonly ghost: FrameSide | null;
  readonly limits: readonly DepthLimit[];
}

const PLOT = 168;
const HOURS = 20;
const BELOW_KEY = 10;

export function queueDepthPlan(parts: DepthParts, look: Look): Plan {
  const { now, ghost, limits } = parts;
  const { series, intervalSeconds } = now;
  const total = totalOf(series);
  const was = ghost === null ? null : totalOf(ghost.series);
  const items = keyItems(look, was !== null);
  const span = { left: 0, right: look.width };
  const top = keyPlaces(items, span).height + BELOW_KEY;
  const bottom = top + PLOT;
  const peak = Math.max(...[total, was].map((each) => (each === null ? 0 : (peakOf(each)?.value ?? 0))));
  // A limit far above what ever waits would press the day flat: then it is told beside the key, not drawn.
  const drawn = limits.filter(({ value }) => value <= Math.max(4 * peak, 2));
  const most = Math.max(peak, ...drawn.map(({ value }) => value * 1.06), 1);
  const ticks = countTicks(look.top('waiting', most), 5);
  const text = (value: number): string => countText(look.numbers, value);
  const day = dayPlaces(series.starts.length, axisRoom(ticks.values.map(text)) - 8, look.width - 4);
  const y = linear([0, ticks.top], [bottom, top]);
  return {
    width: look.width,
    height: bottom + HOURS,
    cursor: cursorOf(day, top, bottom),
    paint(surface) {
      drawKey(surface, look, items, { ...span, top: 0 });
      gridlines(surface, look, ticks.values, y, day, text);
      areas(surface, look, series, total, day, y);
      if (was !== null)
        for (const d of seriesPaths(was, day, y))
          surface.path(d, { stroke: look.palette.ghost, width: 1.5, dash: [4, 3] });
      for (const limit of drawn) limitLine(surface, look, limit, total, day, y);
      axisLabels(surface, look, hourPlaces(series.starts, intervalSeconds, day), day, bottom + 15);
    },
  };
}

/** Those on the line and those who hold their place by a callback. */
export function totalOf({ live, callbacks }: IntervalSeries): Float64Array {
  return live.map((each, at) => each + (callbacks[at] || 0));
}

export const depthNames = {
  live: () => msg('on the line'),
  callbacks: () => msg('callbacks'),
  ghost: () => msg('baseline, both'),
};

function keyItems({ palette }: Look, hasGhost: boolean): KeyItem[] {
  const dashed = { stroke: palette.ghost, width: 1.5, dash: [4, 3] };
  return [
    { name: depthNames.live(), paint: { fill: palette.band80 } },
    { name: depthNames.callbacks(), paint: { fill: palette.callback } },
    ...(hasGhost ? [{ name: depthNames.ghost(), paint: dashed }] : []),
  ];
}

function areas(
  surface: Surface,
  { palette }: Look,
  { live }: IntervalSeries,
  total: Float64Array,
  day: DayPlaces,
  y: Scale,
): void {
  const between = (run: readonly number[], low: (index: number) => number, high: Float64Array): string =>
    area<{ readonly index: number; readonly x: number }>()
      .x(({ x }) => x)
      .y0(({ index }) => y(low(index)))
      .y1(({ index }) => y(high[index]!))
      .curve(curveMonotoneX)
      .digits(1)(placesOf(run, day)) ?? '';
  for (const run of stretchesOf(live, total)) {
    surface.path(
      between(run, () => 0, live),
      { fill: palette.band80 },
    );
    surface.path(
      between(run, (index) => live[index]!, total),
      { fill: palette.callback },
    );
  }
  for (const d of seriesPaths(live, day, y)) surface.path(d, { stroke: palette.now, width: 1.4 });
}

function limitLine(
  surface: Surface,
  { palette }: Look,
  { label, value }: DepthLimit,
  total: Float64Array,
  day: DayPlaces,
  y: Scale,
): void {
  const [bottom, top] = y.range;
  const obstacles: Box[] = stretchesOf(total)
    .flat()
    .map((index) => ({
      left: day.edge(index),
      right: day.edge(index + 1),
      top: y(total[index]!) - 3,
      bottom,
    }));
  const name = fitted(label, day.right - day.left - 16, AXIS);
  const box = { left: day.left + 6, right: day.right - 6, top: top - 12, bottom };
  const place = linePlace(y(value), widthOf(name, AXIS), box, obstacles);
  surface.line(day.left, y(value), day.right, y(value), { stroke: palette.ink, width: 1.2 });
  surface.text(place.right, place.baseline, name, {
    fill: palette.ink,
    anchor: 'end',
    isStrong: true,
    halo: palette.surface,
  });
}
