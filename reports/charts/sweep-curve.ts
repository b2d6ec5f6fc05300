/**
 * One measure over the values of one setting: a line through the means, the band of their 95 % intervals, the target as a line, the
 * scenario as it is as an upright one. A point is drawn by its verdict, as intervals of the service level are: met a dot, missed a
 * vermilion diamond, too close to call a ring. Values that are no numbers stand side by side without a line between them.
 */
import { nice } from 'd3-array';
import { area, line as lineOf } from 'd3-shape';
import { axisLabels, axisRoom } from './axis.ts';
import {
  BAND_95,
  chart,
  frameOf,
  INK,
  INK_3,
  INTERVAL,
  label,
  line,
  LINE,
  LINE_STRONG,
  NOW,
  rect,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key, type KeyItem } from './key.ts';
import { linear, type Scale } from './scale.ts';
import { point, type PointVerdict } from './service-level.ts';
import { all, el, type Svg } from './svg.ts';
import type { ChartText } from './text.ts';

export interface CurvePoint {
  readonly text: string;
  /** Where on the axis; null: it is no number. */
  readonly value: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** null: no target is set for this measure. */
  readonly verdict: PointVerdict | null;
}

export interface CurveParts {
  readonly unit: 'share' | 's' | 'number';
  readonly points: readonly CurvePoint[];
  readonly target: number | null;
  /** The scenario as it is: its value of the setting, if that is a number, and what stands beside the line. */
  readonly base: { readonly value: number; readonly name: string } | null;
  readonly words: { readonly band: string };
}

const TOP = 10;
const PLOT = 190;
const FOOT = 22;

/** null: no point has a value. */
export function sweepCurve(parts: CurveParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const shown = parts.points.filter(({ mean }) => mean !== null);
  if (shown.length === 0) return null;
  const { text } = frame;
  const legend = key(keyItems(parts, shown, text), { left: 0, right: frame.width, top: 0 });
  const top = TOP + legend.height;
  const bottom = top + PLOT;
  const y = linear(nice(...domainOf(parts, shown), 5), [bottom, top + 8]);
  const ticks = y.ticks(5);
  const write = (value: number): string => written(parts.unit, value, text);
  const left = axisRoom(ticks.map(write));
  const right = frame.width - 14;
  const x = placesOf(parts, left + 14, right - 10);
  // At the foot, or at the head where the name of the target stands at the foot.
  const isTargetLow = parts.target !== null && y(parts.target) > bottom - 30;
  const nameAt = isTargetLow ? top + 16 : bottom - 6;
  return chart(options, bottom + FOOT, [
    legend.svg,
    ...ticks.flatMap((tick, at) => [
      line(left, y(tick), right, y(tick), { stroke: at === 0 ? LINE_STRONG : LINE }),
      label(left - 8, y(tick) + 4, write(tick), { anchor: 'end', fill: INK_3 }),
    ]),
    isNumeric(parts) ? curve(shown, x, y) : null,
    parts.base === null || !isNumeric(parts)
      ? null
      : upright(parts.base.name, x.at(parts.base.value), { top, bottom, right }, nameAt),
    parts.target === null
      ? null
      : targetLine(frame, y(parts.target), { left, right, top }, write(parts.target)),
    ...shown.map((each) => mark(each, x.of(each), y, isNumeric(parts), `${each.text}: ${write(each.mean!)}`)),
    axisLabels(
      parts.points.map((each) => ({ at: x.of(each), text: each.text })),
      { left, right: frame.width },
      bottom + 16,
    ),
  ]);
}

function keyItems({ points, words }: CurveParts, shown: readonly CurvePoint[], text: ChartText): KeyItem[] {
  const told = new Set(points.map(({ verdict }) => verdict));
  const verdicts = (['met', 'missed', 'unsure'] as const).filter((each) => told.has(each));
  return [
    ...verdicts.map((each) => ({
      name: text.words[each],
      swatch: (x: number, y: number) => point(each, x, y, 4.5),
    })),
    ...(shown.some(({ low }) => low !== null) ? [{ name: words.band, swatch: { fill: BAND_95 } }] : []),
  ];
}

function isNumeric({ points }: CurveParts): boolean {
  return points.every(({ value }) => value !== null);
}

interface Places {
  readonly of: (each: CurvePoint) => number;
  readonly at: (value: number) => number;
}

function placesOf(parts: CurveParts, left: number, right: number): Places {
  const { points, base } = parts;
  if (isNumeric(parts)) {
    const values = [...points.map(({ value }) => value!), ...(base === null ? [] : [base.value])];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const x = linear(least === most ? [least - 1, most + 1] : [least, most], [left, right]);
    return { of: ({ value }) => x(value!), at: x };
  }
  const step = (right - left) / points.length;
  return { of: (each) => left + (points.indexOf(each) + 0.5) * step, at: () => left };
}

/** A smaller difference would look like a cliff, and its ticks would have the same labels: lengths of minutes have no tenths. */
function leastSpan(unit: CurveParts['unit'], size: number): number {
  if (unit === 'share') return 0.04;
  if (unit === 'number') return 0.2;
  return size >= 3600 ? 900 : size >= 85 ? 10 : 2;
}

function domainOf({ unit, target }: CurveParts, shown: readonly CurvePoint[]): [number, number] {
  const values = shown.flatMap(({ mean, low, high }) => [mean!, low ?? mean!, high ?? mean!]);
  if (target !== null) values.push(target);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spare = Math.max(0, leastSpan(unit, most) - (most - least)) / 2;
  // Shares and waits have an end of their own.
  const floor = least >= 0 ? 0 : -Infinity;
  const roof = unit === 'share' && most <= 1 ? 1 : Infinity;
  return [Math.max(floor, least - spare), Math.min(roof, most + spare)];
}

function written(unit: CurveParts['unit'], value: number, text: ChartText): string {
  return unit === 'share' ? text.share(value) : unit === 's' ? text.duration(value) : text.number(value);
}

function curve(shown: readonly CurvePoint[], x: Places, y: Scale): Svg {
  const sorted = shown.toSorted((a, b) => a.value! - b.value!);
  const banded = sorted.filter(({ low, high }) => low !== null && high !== null);
  const band = area<CurvePoint>()
    .x((each) => x.of(each))
    .y0((each) => y(clamped(each.low!, y)))
    .y1((each) => y(clamped(each.high!, y)))
    .digits(1)(banded);
  const middle = lineOf<CurvePoint>()
    .x((each) => x.of(each))
    .y((each) => y(each.mean!))
    .digits(1)(sorted);
  return all([
    band === null ? null : el('path', { d: band, fill: BAND_95 }),
    middle === null ? null : el('path', { d: middle, fill: 'none', stroke: NOW, 'stroke-width': 1.5 }),
  ]);
}

/** An interval of a share may reach beyond 0 and 1, the plot does not. */
function clamped(value: number, y: Scale): number {
  const [from, to] = y.domain;
  return Math.min(to, Math.max(from, value));
}

function mark(
  { mean, low, high, verdict }: CurvePoint,
  x: number,
  y: Scale,
  isLine: boolean,
  readOut: string,
): Svg {
  const bar =
    low === null || high === null
      ? null
      : rect(x - 2.5, y(clamped(high, y)), 5, y(clamped(low, y)) - y(clamped(high, y)), {
          rx: 1,
          fill: INTERVAL,
          opacity: isLine ? '0.7' : undefined,
        });
  return el('g', {}, el('title', {}, readOut), bar, point(verdict ?? 'met', x, y(mean!), 4.5));
}

function upright(
  name: string,
  x: number,
  { top, bottom, right }: { readonly top: number; readonly bottom: number; readonly right: number },
  baseline: number,
): Svg {
  const isRight = x > right - 120;
  return all([
    line(x, top + 2, x, bottom, { stroke: INK, 'stroke-width': 1, 'stroke-dasharray': '2 3' }),
    label(isRight ? x - 5 : x + 5, baseline, name, {
      fill: INK_3,
      anchor: isRight ? 'end' : 'start',
      hasHalo: true,
    }),
  ]);
}

function targetLine(
  { text }: Frame,
  y: number,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  value: string,
): Svg {
  // Above the line, but not above the plot.
  const baseline = y - 5 < top + 10 ? y + 14 : y - 5;
  return all([
    line(left, y, right, y, { stroke: INK, 'stroke-width': 1.5 }),
    label(right - 2, baseline, text.words.target(value), {
      anchor: 'end',
      fill: INK,
      isStrong: true,
      hasHalo: true,
    }),
  ]);
}
