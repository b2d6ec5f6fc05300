/**
 * The wait of 8 in 10 through the day of two to four variants on one axis: told apart by hue, symbol and dash, named at the right edge in
 * the order they end. Whiskers would be a thicket here: intervals are in the table and the strips.
 */
import { msg, str } from '@lit/localize';
import { durationTicks } from '../../reports/charts/axis.ts';
import { linePlace } from '../../reports/charts/line-label.ts';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import { formatLength } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import {
  cursorOf,
  dayPlaces,
  hourPlaces,
  lastIndexOf,
  peakOf,
  stretchesOf,
  type DayPlaces,
} from './day-places.ts';
import { axisLabels, axisRoom, gridlines, isNarrow, spread, stepText, type Look, type Plan } from './plan.ts';
import { AXIS, type Surface } from './surface.ts';
import { DASHES, symbolAt } from './variant-marks.ts';
import { seriesPaths } from './wait-ribbon-plan.ts';

export interface Variant {
  readonly name: string;
  readonly side: FrameSide;
}

const TOP = 14;
const PLOT = 220;
const HOURS = 20;
const NAME_MOST = 150;
const KEY_ROW = 18;

/** null: no variant has an interval. */
export function lineComparePlan(variants: readonly Variant[], look: Look): Plan | null {
  const first = variants[0]?.side;
  if (first === undefined || first.series.starts.length === 0) return null;
  const narrow = isNarrow(look);
  const top = TOP + (narrow ? KEY_ROW * variants.length : 0);
  const bottom = top + PLOT;
  const longest = Math.max(
    1,
    first.within ?? 0,
    ...variants.map(({ side }) => peakOf(side.series.p80)?.value ?? 0),
  );
  const ticks = durationTicks(look.top('wait', longest), 5);
  const text = (value: number): string => stepText(look.numbers, value);
  const names = variants.map(({ name }) => fitted(name, narrow ? look.width - 30 : NAME_MOST, AXIS));
  const room = narrow ? 4 : 30 + Math.max(...names.map((name) => widthOf(name, AXIS)));
  const left = axisRoom(ticks.values.map(text));
  const day = dayPlaces(first.series.starts.length, left, look.width - room);
  const y = linear([0, ticks.top], [bottom, top]);
  return {
    width: look.width,
    height: bottom + HOURS,
    cursor: cursorOf(day, top, bottom),
    paint(surface) {
      const { palette } = look;
      gridlines(surface, look, ticks.values, y, day, text);
      if (first.within !== null) target(surface, look, first.within, variants, day, y);
      for (const [at, { side }] of variants.entries())
        for (const d of seriesPaths(side.series.p80, day, y))
          surface.path(d, { stroke: palette.variants[at], width: 1.8, dash: DASHES[at] });
      // On top of all lines, so that none runs through a symbol.
      for (const [at, { side }] of variants.entries()) peakSymbol(surface, look, side, at, day, y);
      if (narrow) narrowNames(surface, look, names);
      else rightNames(surface, look, variants, names, day, y);
      axisLabels(
        surface,
        look,
        hourPlaces(first.series.starts, first.intervalSeconds, day),
        day,
        bottom + 15,
      );
    },
  };
}

function mark(surface: Surface, { palette }: Look, at: number, x: number, y: number): void {
  surface.path(symbolAt(at, x, y), { fill: palette.variants[at], stroke: palette.surface, width: 1 });
}

function peakSymbol(
  surface: Surface,
  look: Look,
  side: FrameSide,
  at: number,
  day: DayPlaces,
  y: Scale,
): void {
  const peak = peakOf(side.series.p80);
  if (peak !== null) mark(surface, look, at, day.middle(peak.index), y(peak.value));
}

function narrowNames(surface: Surface, look: Look, names: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    const y = KEY_ROW * (at + 0.5);
    const stroke = look.palette.variants[at] ?? look.palette.ink;
    surface.line(0, y, 18, y, { stroke, width: 1.8, dash: DASHES[at] });
    mark(surface, look, at, 9, y);
    surface.text(26, y + 4, name, { fill: look.palette.ink2 });
  }
}

function rightNames(
  surface: Surface,
  look: Look,
  variants: readonly Variant[],
  names: readonly string[],
  day: DayPlaces,
  y: Scale,
): void {
  const [bottom, top] = y.range;
  const wanted = variants.map(({ side }) => {
    const { p80 } = side.series;
    return y(p80[lastIndexOf(p80)] ?? 0);
  });
  const places = spread(wanted, 16, top, bottom);
  for (const [at, name] of names.entries()) {
    mark(surface, look, at, day.right + 14, places[at]!);
    surface.text(day.right + 24, places[at]! + 4, name, { fill: look.palette.ink, isStrong: true });
  }
}

function target(
  surface: Surface,
  { palette, numbers }: Look,
  within: number,
  variants: readonly Variant[],
  day: DayPlaces,
  y: Scale,
): void {
  const name = msg(str`Target: answered within ${formatLength(numbers, within)}`);
  const [bottom, top] = y.range;
  const obstacles = variants.flatMap(({ side: { series } }) =>
    stretchesOf(series.p80)
      .flat()
      .map((index) => {
        const at = y(series.p80[index]!);
        return { left: day.edge(index), right: day.edge(index + 1), top: at - 7, bottom: at + 7 };
      }),
  );
  const box = { left: day.left + 4, right: day.right - 4, top: top - 12, bottom };
  const place = linePlace(y(within), widthOf(name, AXIS), box, obstacles);
  surface.line(day.left, y(within), day.right, y(within), { stroke: palette.ink, width: 1.2 });
  surface.text(place.right, place.baseline, name, {
    fill: palette.ink,
    anchor: 'end',
    isStrong: true,
    halo: palette.surface,
  });
}
