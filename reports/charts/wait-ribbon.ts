/**
 * The wait through the day: half of the callers below the lowest line, eight in ten below the strong one, 95 in 100 below the
 * band. Bands are the spread between callers; the whiskers on the strong line are our ignorance, its 95 % interval. Below, on
 * the same hours, calls as bars and agents on duty as steps. An interval without an answer is a gap, not a zero.
 */
import { max } from 'd3-array';
import { area, curveMonotoneX, line as lineOf } from 'd3-shape';
import type { KpiRow } from '../schema.ts';
import { durationTicks, gridlines, spread } from './axis.ts';
import { dayVolume } from './day-volume.ts';
import { byInterval, dayAxis, hourLabels, stretches, type DayAxis, type IntervalValues } from './day-axis.ts';
import {
  AXIS,
  BAND_80,
  BAND_95,
  chart,
  frameOf,
  INK,
  INK_2,
  INTERVAL,
  label,
  line,
  NOTHING,
  NOW,
  NOW_INK,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key } from './key.ts';
import { linePlace } from './line-label.ts';
import { readOuts, type Reading } from './read-outs.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, pathOf, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface RibbonParts {
  readonly intervalSeconds: number;
  /** By interval, seconds. */
  readonly p50: readonly KpiRow[];
  readonly p80: readonly KpiRow[];
  readonly p95: readonly KpiRow[];
  /** Calls by interval, a day. */
  readonly calls: readonly KpiRow[];
  /** Signed-in seconds of all agents by interval, a day. */
  readonly staff: readonly KpiRow[];
  /** The threshold of the service level, seconds. */
  readonly within: number | null;
  /** The axis reaches up to so many seconds, and the bars to so many calls, at least: the same for charts that are compared. */
  readonly longest?: number;
  readonly mostCalls?: number;
}

/** The name of a threshold may stand above the plot. */
const TOP = 14;
const PLOT = 184;
const PLOT_NARROW = 150;
const BETWEEN = 30;
/** A row more, for the key of the bars and the steps. */
const BETWEEN_NARROW = 52;
const LOWER = 48;
const HOURS = 18;
/** Whiskers nearer than this are a fence. */
const WHISKERS_APART = 26;

/** null: no interval has a wait or a call. */
export function waitRibbon(parts: RibbonParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const { p50, p80, p95, calls, staff } = parts;
  const axis = dayAxis(frame, [p50, p80, p95, calls, staff].flat(), parts.intervalSeconds);
  if (axis === null) return null;
  const quantiles = { p50: byInterval(p50), p80: byInterval(p80), p95: byInterval(p95) };
  const isQuiet = !parts.calls.some(({ mean }) => mean !== null && mean > NOTHING);
  if (isQuiet && Object.values(quantiles).every(({ size }) => size === 0)) return null;
  const legend = frame.isNarrow ? narrowKey(frame) : null;
  const top = TOP + (legend?.height ?? 0);
  const bottom = top + (frame.isNarrow ? PLOT_NARROW : PLOT);
  const longest = Math.max(parts.longest ?? 0, longestWait(quantiles, parts.within));
  const ticks = durationTicks(longest, 6);
  const y = linear([0, ticks.top], [bottom, top]);
  const lowerTop = bottom + (frame.isNarrow ? BETWEEN_NARROW : BETWEEN);
  const lowerBottom = lowerTop + LOWER;
  return chart(options, lowerBottom + HOURS, [
    legend?.svg ?? null,
    gridlines(ticks.values, y, axis, frame.text.step),
    ribbon(quantiles, axis, y),
    parts.within === null ? null : threshold(frame, axis, y, parts.within, quantiles),
    frame.isNarrow ? null : quantileLabels(frame, axis, quantiles, y, [top, bottom]),
    dayVolume(frame, parts, axis, [lowerTop, lowerBottom]),
    hourLabels(frame, axis, lowerBottom + 15),
    readOuts(axis, frame.text, readingsOf(frame, parts, quantiles), [top, lowerBottom]),
  ]);
}

interface Quantiles {
  readonly p50: IntervalValues;
  readonly p80: IntervalValues;
  readonly p95: IntervalValues;
}

/** The top of the axis: every whisker and the threshold must fit. */
function longestWait({ p50, p80, p95 }: Quantiles, within: number | null): number {
  const longest = max([...p50.values(), ...p95.values()], ({ mean }) => mean) ?? 0;
  const whisker = max([...p80.values()], ({ mean, high }) => high ?? mean) ?? 0;
  return Math.max(longest, whisker, within ?? 0, 1);
}

function ribbon({ p50, p80, p95 }: Quantiles, axis: DayAxis, y: Scale): Svg {
  const bands = (
    [
      [p80, p95, BAND_95],
      [p50, p80, BAND_80],
    ] as const
  ).flatMap(([lower, upper, fill]) =>
    stretches([...lower.keys()].filter((index) => upper.has(index))).map((run) => {
      const draw = area<Place>()
        .x(({ x }) => x)
        .y0(({ index }) => y(lower.get(index)!.mean))
        .y1(({ index }) => y(upper.get(index)!.mean))
        .curve(curveMonotoneX)
        .digits(1);
      return el('path', { d: draw(placesOf(run, axis)) ?? '', fill });
    }),
  );
  const lines = (
    [
      // In a dark theme the band alone is hardly darker than the ground.
      [p95, 1, INTERVAL],
      [p50, 1, NOW],
      [p80, 2.2, NOW],
    ] as const
  ).flatMap(([series, width, stroke]) =>
    stretches(series.keys()).map((run) => {
      const draw = lineOf<Place>()
        .x(({ x }) => x)
        .y(({ index }) => y(series.get(index)!.mean))
        .curve(curveMonotoneX)
        .digits(1);
      return el('path', {
        d: draw(placesOf(run, axis)) ?? '',
        fill: 'none',
        stroke,
        'stroke-width': width,
      });
    }),
  );
  return all([...bands, ...lines, whiskers(p80, axis, y)]);
}

interface Place {
  readonly index: number;
  readonly x: number;
}

/** A value stands in the middle of its interval and holds to the edges of its stretch, so that one interval alone is seen. */
function placesOf(run: readonly number[], axis: DayAxis): Place[] {
  const first = run[0]!;
  const last = run.at(-1)!;
  return [
    { index: first, x: axis.edges(first)[0] },
    ...run.map((index) => ({ index, x: axis.middle(index) })),
    { index: last, x: axis.edges(last)[1] },
  ];
}

function whiskers(series: IntervalValues, axis: DayAxis, y: Scale): Svg {
  const drawn: Svg[] = [];
  let before = -Infinity;
  for (const index of [...series.keys()].toSorted((a, b) => a - b)) {
    const { low, high } = series.get(index)!;
    const x = axis.middle(index);
    if (low === null || high === null || x - before < WHISKERS_APART) continue;
    before = x;
    drawn.push(whisker(x, y(Math.max(0, low)), y(high)));
  }
  return all(drawn);
}

/** With caps: a line that our ignorance could move within. */
function whisker(x: number, low: number, high: number): Svg {
  return el('path', {
    d:
      pathOf([
        [x - 3, high],
        [x + 3, high],
      ]) +
      pathOf([
        [x, high],
        [x, low],
      ]) +
      pathOf([
        [x - 3, low],
        [x + 3, low],
      ]),
    fill: 'none',
    stroke: NOW_INK,
    'stroke-width': 1.2,
  });
}

/** The name of the line must not cover the strong line or its whiskers, and better no band. */
function threshold(frame: Frame, axis: DayAxis, y: Scale, within: number, quantiles: Quantiles): Svg {
  const { left, right } = axis;
  const name = frame.text.words.answeredWithin(frame.text.mark(within));
  const [bottom, top] = y.range;
  const obstacles = [...quantiles.p80].flatMap(([index, { mean, low, high }]) => {
    const [from, to] = axis.edges(index);
    const strong = {
      left: from,
      right: to,
      top: y(high ?? mean) - 6,
      bottom: y(Math.max(0, low ?? mean)) + 6,
    };
    const band = quantiles.p95.get(index)?.mean ?? mean;
    return [
      strong,
      { left: from, right: to, top: y(band), bottom: y(quantiles.p50.get(index)?.mean ?? mean) },
    ];
  });
  const place = linePlace(
    y(within),
    widthOf(name, AXIS),
    { left: left + 4, right: right - 4, top: top - 12, bottom },
    obstacles,
  );
  return all([
    line(left, y(within), right, y(within), { stroke: INK }),
    label(place.right, place.baseline, name, { anchor: 'end', fill: INK, isStrong: true, hasHalo: true }),
  ]);
}

function quantileLabels(
  frame: Frame,
  { right }: DayAxis,
  quantiles: Quantiles,
  y: Scale,
  [top, bottom]: readonly [number, number],
): Svg {
  const { words } = frame.text;
  const named = (
    [
      [quantiles.p95, words.ninetyFiveInHundred, false],
      [quantiles.p80, words.eightInTenWaitLess, true],
      [quantiles.p50, words.halfWaitLess, false],
    ] as const
  ).flatMap(([series, name, isMain]) => {
    const last = max(series.keys());
    return last === undefined ? [] : [{ name, isMain, at: y(series.get(last)!.mean) + 4 }];
  });
  const places = spread(
    named.map(({ at }) => at),
    14,
    top + 4,
    bottom + 4,
  );
  return all(
    named.map(({ name, isMain }, at) =>
      label(right + 8, places[at]!, name, { fill: isMain ? NOW_INK : INK_2, isStrong: isMain }),
    ),
  );
}

function narrowKey(frame: Frame): { svg: Svg; height: number } {
  const { words } = frame.text;
  const strong = (x: number, y: number): Svg =>
    line(x - 5, y, x + 5, y, { stroke: NOW, 'stroke-width': 2.2 });
  const thin = (x: number, y: number): Svg => line(x - 5, y, x + 5, y, { stroke: NOW });
  return key(
    [
      { name: words.halfWaitLess, swatch: thin },
      { name: words.eightInTenWaitLess, swatch: strong },
      { name: words.ninetyFiveInHundred, swatch: { fill: BAND_95, stroke: INTERVAL } },
    ],
    { left: 0, right: frame.width, top: 0 },
  );
}

/** All numbers of an interval, for a pointer over it. The page's table says the same. */
function readingsOf(
  { text }: Frame,
  { calls, staff, intervalSeconds }: RibbonParts,
  { p50, p80, p95 }: Quantiles,
): Reading[] {
  const { words } = text;
  return [
    { rows: p50, name: words.halfWaitLess, write: text.duration },
    { rows: p80, name: words.eightInTenWaitLess, write: text.duration },
    { rows: p95, name: words.ninetyFiveInHundred, write: text.duration },
    { rows: byInterval(calls), name: words.callsPer(text.step(intervalSeconds)), write: text.number },
    {
      rows: byInterval(staff),
      name: words.agentsOnDuty,
      write: (seconds) => text.number(seconds / intervalSeconds),
    },
  ];
}
