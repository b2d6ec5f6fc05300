/**
 * The wait through the day: half of the callers below the lowest line, eight in ten below the strong one, 95 in 100 below the band.
 * Bands are the spread between callers; the whiskers on the strong line are our ignorance, its 95 % interval. The baseline's strong
 * line lies behind, dashed. Below, on the same hours, the strip of volume and staff. An interval without a call is a gap.
 */
import { msg, str } from '@lit/localize';
import { area, curveMonotoneX, line as lineOf } from 'd3-shape';
import { durationTicks } from '../../reports/charts/axis.ts';
import { linePlace, type Box } from '../../reports/charts/line-label.ts';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { widthOf } from '../../reports/charts/text-width.ts';
import { formatLength } from '../../reports/format.ts';
import type { FrameSide, IntervalSeries } from '../../reports/frame.ts';
import {
  cursorOf,
  dayPlaces,
  hourPlaces,
  lastIndexOf,
  placesOf,
  stretchesOf,
  type DayPlaces,
} from './day-places.ts';
import { volumeNames, volumeStrip } from './day-volume-plan.ts';
import {
  axisLabels,
  axisRoom,
  drawKey,
  gridlines,
  isNarrow,
  keyPlaces,
  spread,
  stepText,
  type KeyItem,
  type Look,
  type Plan,
} from './plan.ts';
import { AXIS, type Surface } from './surface.ts';

export interface RibbonParts {
  readonly now: FrameSide;
  readonly ghost: FrameSide | null;
}

/** The name of a threshold may stand above the plot. */
const TOP = 12;
/** With the strip and the hours the plot is 272 px high. */
const PLOT = 184;
const BETWEEN = 24;
const LOWER = 44;
const HOURS = 20;
/** Whiskers nearer than this are a fence. */
const WHISKERS_APART = 24;
const HALF_HOUR = 1800;
export const GHOST_DASH = [4, 3];

export function waitRibbonPlan(parts: RibbonParts, look: Look): Plan {
  const { series, intervalSeconds, within } = parts.now;
  const legend = isNarrow(look) ? narrowKey(parts, look) : [];
  const width = look.width;
  const top = TOP + keyPlaces(legend, { left: 0, right: width }).height;
  const bottom = top + PLOT;
  const ticks = durationTicks(look.top('wait', longestWait(parts)), 6);
  const text = (value: number): string => stepText(look.numbers, value);
  const left = axisRoom(ticks.values.map(text));
  const right = isNarrow(look) ? width - 4 : width - 12 - labelRoom(parts);
  const day = dayPlaces(series.starts.length, left, right);
  const y = linear([0, ticks.top], [bottom, top]);
  const stripTop = bottom + BETWEEN;
  const stripBottom = stripTop + LOWER;
  return {
    width,
    height: stripBottom + HOURS,
    cursor: cursorOf(day, top, stripBottom),
    paint(surface) {
      drawKey(surface, look, legend, { left: 0, right: width, top: 0 });
      gridlines(surface, look, ticks.values, y, day, text);
      bands(surface, look, series, day, y);
      if (parts.ghost !== null) ghostLine(surface, look, parts.ghost.series, day, y);
      lines(surface, look, series, day, y);
      whiskers(surface, look, series, intervalSeconds, day, y);
      warmUpNote(surface, look, parts.now, day, top);
      if (within !== null) threshold(surface, look, series, within, day, y);
      if (!isNarrow(look)) directLabels(surface, look, parts, day, y);
      volumeStrip(surface, look, parts, day, [stripTop, stripBottom]);
      axisLabels(surface, look, hourPlaces(series.starts, intervalSeconds, day), day, stripBottom + 15);
    },
  };
}

/** Every line, whisker and the threshold must fit; 95 in 100 of the baseline is not drawn. */
export function longestWait({ now, ghost }: RibbonParts): number {
  let longest = Math.max(1, now.within ?? 0);
  const reach = (values: Float64Array): void => {
    for (const value of values) if (value > longest) longest = value;
  };
  for (const values of [now.series.p50, now.series.p80, now.series.p80High, now.series.p95]) reach(values);
  if (ghost !== null) reach(ghost.series.p80);
  return longest;
}

export const ribbonNames = {
  half: () => msg('Half wait less'),
  eight: () => msg('8 in 10 wait less'),
  most: () => msg('95 in 100'),
  ghost: () => msg('Baseline, 8 in 10'),
};

/** Why the beginning of the day is empty, where there is room to say it. */
function warmUpNote(
  surface: Surface,
  { palette }: Look,
  { warmUp, intervalSeconds }: FrameSide,
  day: DayPlaces,
  top: number,
): void {
  const words = msg('warm-up, not counted');
  const end = day.edge(Math.min(day.count, warmUp / intervalSeconds));
  if (end - day.left < widthOf(words, AXIS) + 8) return;
  surface.text(day.left + 4, top + 14, words, { fill: palette.ink3, halo: palette.surface });
}

function labelRoom({ now }: RibbonParts): number {
  const { eight, half, most, ghost } = ribbonNames;
  const names = [half(), most(), ghost(), ...Object.values(volumeNames(now))];
  // Semi-bold is wider than what text-width.ts takes for the widest, in a fallback font.
  return Math.max(1.08 * widthOf(eight(), AXIS), ...names.map((each) => widthOf(each, AXIS)));
}

function narrowKey({ now, ghost }: RibbonParts, { palette }: Look): KeyItem[] {
  const { agents, required } = volumeNames(now);
  const items: KeyItem[] = [
    { name: ribbonNames.half(), paint: { stroke: palette.now } },
    { name: ribbonNames.eight(), paint: { stroke: palette.now, width: 2.2 } },
    { name: ribbonNames.most(), paint: { fill: palette.band95, stroke: palette.interval } },
  ];
  const dashed = { stroke: palette.ghost, width: 1.5, dash: GHOST_DASH };
  if (ghost !== null) items.push({ name: ribbonNames.ghost(), paint: dashed });
  items.push({ name: agents, paint: { stroke: palette.ink, width: 1.6 } });
  if (required !== undefined) items.push({ name: required, paint: { stroke: palette.ink3 } });
  return items;
}

function bands(surface: Surface, { palette }: Look, series: IntervalSeries, day: DayPlaces, y: Scale): void {
  const { p50, p80, p95 } = series;
  for (const [low, high, fill] of [
    [p80, p95, palette.band95],
    [p50, p80, palette.band80],
  ] as const)
    for (const run of stretchesOf(low, high)) {
      const draw = area<{ readonly index: number; readonly x: number }>()
        .x(({ x }) => x)
        .y0(({ index }) => y(low[index]!))
        .y1(({ index }) => y(high[index]!))
        .curve(curveMonotoneX)
        .digits(1);
      surface.path(draw(placesOf(run, day)) ?? '', { fill });
    }
}

/** Of one series, in stretches without a gap. */
export function seriesPaths(values: Float64Array, day: DayPlaces, y: Scale): string[] {
  return stretchesOf(values).map((run) => {
    const draw = lineOf<{ readonly index: number; readonly x: number }>()
      .x(({ x }) => x)
      .y(({ index }) => y(values[index]!))
      .curve(curveMonotoneX)
      .digits(1);
    return draw(placesOf(run, day)) ?? '';
  });
}

function ghostLine(
  surface: Surface,
  { palette }: Look,
  { p80 }: IntervalSeries,
  day: DayPlaces,
  y: Scale,
): void {
  for (const d of seriesPaths(p80, day, y))
    surface.path(d, { stroke: palette.ghost, width: 1.5, dash: GHOST_DASH });
}

function lines(surface: Surface, { palette }: Look, series: IntervalSeries, day: DayPlaces, y: Scale): void {
  for (const [values, stroke, width] of [
    // In a dark theme the band alone is hardly darker than the ground.
    [series.p95, palette.band80, 1],
    [series.p50, palette.now, 1],
    [series.p80, palette.now, 2.2],
  ] as const)
    for (const d of seriesPaths(values, day, y)) surface.path(d, { stroke, width });
}

/** Each half hour, or as near as they may stand: a cap, the line, a cap. */
function whiskers(
  surface: Surface,
  { palette }: Look,
  { p80, p80Low, p80High }: IntervalSeries,
  intervalSeconds: number,
  day: DayPlaces,
  y: Scale,
): void {
  const step = Math.max(1, Math.round(HALF_HOUR / intervalSeconds));
  let before = -Infinity;
  for (const run of stretchesOf(p80, p80Low, p80High))
    for (const index of run) {
      const x = day.middle(index);
      if (index % step !== 0 || x - before < WHISKERS_APART) continue;
      before = x;
      const [low, high] = [y(Math.max(0, p80Low[index]!)), y(p80High[index]!)];
      surface.path(`M${x - 3},${high}h6M${x},${high}V${low}M${x - 3},${low}h6`, {
        stroke: palette.nowInk,
        width: 1.2,
      });
    }
}

/** The name of the line must not cover the strong line, and better no band. */
function threshold(
  surface: Surface,
  { palette, numbers }: Look,
  series: IntervalSeries,
  within: number,
  day: DayPlaces,
  y: Scale,
): void {
  const name = msg(str`Target: answered within ${formatLength(numbers, within)}`);
  const [bottom, top] = y.range;
  const obstacles: Box[] = [];
  for (const index of stretchesOf(series.p50, series.p80, series.p95).flat()) {
    const [left, right] = [day.edge(index), day.edge(index + 1)];
    const strong = y(series.p80[index]!);
    obstacles.push(
      { left, right, top: strong - 8, bottom: strong + 8 },
      { left, right, top: y(series.p95[index]!), bottom: y(series.p50[index]!) },
    );
  }
  const within4 = { left: day.left + 4, right: day.right - 4, top: top - 12, bottom };
  const place = linePlace(y(within), widthOf(name, AXIS), within4, obstacles);
  surface.line(day.left, y(within), day.right, y(within), { stroke: palette.ink, width: 1.2 });
  surface.text(place.right, place.baseline, name, {
    fill: palette.ink,
    anchor: 'end',
    isStrong: true,
    halo: palette.surface,
  });
}

function directLabels(
  surface: Surface,
  { palette }: Look,
  { now, ghost }: RibbonParts,
  { right }: DayPlaces,
  y: Scale,
): void {
  const { p50, p80, p95 } = now.series;
  const named = [
    { values: p95, name: ribbonNames.most(), fill: palette.ink2, isStrong: false },
    { values: p80, name: ribbonNames.eight(), fill: palette.nowInk, isStrong: true },
    { values: p50, name: ribbonNames.half(), fill: palette.ink2, isStrong: false },
    ...(ghost === null
      ? []
      : [{ values: ghost.series.p80, name: ribbonNames.ghost(), fill: palette.ink3, isStrong: false }]),
  ].flatMap((each) => {
    const last = lastIndexOf(each.values);
    return last < 0 ? [] : [{ ...each, at: y(each.values[last]!) + 4 }];
  });
  const [bottom, top] = y.range;
  const places = spread(
    named.map(({ at }) => at),
    14,
    top + 4,
    bottom + 4,
  );
  for (const [at, { name, fill, isStrong }] of named.entries())
    surface.text(right + 8, places[at]!, name, { fill, isStrong });
}
