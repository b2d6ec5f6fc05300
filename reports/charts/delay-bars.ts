/**
 * From opting in to being joined: callbacks by the length of their delay. Bins are columns of one width whatever they span, with
 * their edges written between them, because delays reach from seconds to the next morning; the marks for half and nine in ten
 * stand at their place between the edges. The last bin has no end, so it is hatched: where in it a mark stands says nothing.
 */
import { max, sum } from 'd3-array';
import type { Funnel } from '../schema.ts';
import { axisRoom, axisLabels, countTicks, gridlines, type Placed } from './axis.ts';
import {
  AXIS,
  CALLBACK,
  chart,
  filledBy,
  frameOf,
  hatch,
  INK,
  INK_3,
  label,
  line,
  LINE_STRONG,
  NOTHING,
  rect,
  SURFACE,
  type ChartOptions,
} from './frame.ts';
import { key } from './key.ts';
import { linear, type Scale } from './scale.ts';
import { all, type Attributes, type Svg } from './svg.ts';
import type { ChartText } from './text.ts';
import { widthOf } from './text-width.ts';

export interface DelayParts {
  readonly bins: Funnel['delays'];
  /** Seconds; null: no callback was joined. */
  readonly median: number | null;
  readonly p90: number | null;
}

const TOP = 34;
const PLOT = 130;
const BELOW = 38;
/** Left of the first bar, where the axis begins later than at nothing. */
const BREAK = 16;
/** Between the names of two edges. */
const GAP = 10;

/** null: no callback was joined. */
export function delayBars(parts: DelayParts, options: ChartOptions): string | null {
  const { bins } = parts;
  if (!(sum(bins, ({ callbacks }) => callbacks) > NOTHING)) return null;
  const frame = frameOf(options);
  const { text, width } = frame;
  const ticks = countTicks(max(bins, ({ callbacks }) => callbacks) ?? 0, 4);
  const span = { left: axisRoom(ticks.values.map(text.number)), right: width - 8 };
  const isBroken = (bins[0]?.from ?? 0) > 0;
  const column = linear([0, bins.length], [span.left + (isBroken ? BREAK : 0), span.right]);
  const open = `${frame.id}-open`;
  const marks = marksOf(parts, (seconds) => column(placeOf(seconds, bins)), text);
  const told = labelled(marks, width);
  const legend = told === null ? markKey(marks, width) : null;
  const top = legend === null ? TOP : legend.height + 8;
  const bottom = top + PLOT;
  const y = linear([0, ticks.top], [bottom, top]);
  const bars = bins.map(({ from, to, callbacks }, at) =>
    rect(
      column(at) + 1,
      y(callbacks),
      column(1) - column(0) - 2,
      bottom - y(callbacks),
      to === null ? { fill: filledBy(open), stroke: CALLBACK } : { fill: CALLBACK, 'fill-opacity': '0.9' },
      `${to === null ? '≥ ' : ''}${text.step(from)}${to === null ? '' : `–${text.step(to)}`}: ${text.words.aDay(text.number(callbacks))}`,
    ),
  );
  const drawn = [
    legend?.svg ?? null,
    gridlines(ticks.values, y, span, text.number),
    ...bars,
    ...(told === null
      ? marks.map(({ x, look }) => line(x, top, x, bottom, look))
      : told.flatMap((mark) => drawMark(mark, top, bottom))),
    isBroken ? breakMark(span.left + BREAK / 2, bottom) : null,
    axisLabels(edgeLabels(bins, column, text), { ...span, left: column(0) }, bottom + 16),
    label(span.left, bottom + 31, text.words.callbacksADay, { fill: INK_3 }),
  ];
  const patterns = bins.at(-1)?.to === null ? [hatch(open, { line: CALLBACK, ground: SURFACE })] : [];
  return chart(options, bottom + BELOW, drawn, patterns);
}

/** So many bins from label to label. */
const STRIDES = [1, 2, 5, 10, 15, 20, 30];

/** Of bins of one width as many edges as have room, of others all. The last one says that it has no end. */
function edgeLabels(bins: Funnel['delays'], column: Scale, text: ChartText): Placed[] {
  const last = bins.at(-1)!;
  const edges = bins.map(({ from }, at) => ({ at: column(at), text: edge(from, text) }));
  if (last.to !== null) edges.push({ at: column(bins.length), text: edge(last.to, text) });
  const widths = new Set(bins.flatMap(({ from, to }) => (to === null ? [] : [to - from])));
  const room = Math.max(...edges.map((each) => widthOf(each.text, AXIS))) + GAP;
  const needed = room / (column(1) - column(0));
  const stride = widths.size === 1 ? (STRIDES.find((each) => each >= needed) ?? Math.ceil(needed)) : 1;
  const placed = edges.filter((_, at) => at % stride === 0);
  if (last.to !== null) return placed;
  const end = { at: column(bins.length), text: `≥ ${edge(last.from, text)}` };
  return [...placed.filter(({ at }) => at < column(bins.length - 1)), end];
}

/** "3 h 17 min" rather than "197 min". */
function edge(seconds: number, text: ChartText): string {
  return seconds >= 3600 && seconds % 3600 !== 0 ? text.duration(seconds) : text.step(seconds);
}

/** Two slanted strokes through the axis, left of the first bar: it does not begin at nothing. */
function breakMark(x: number, y: number): Svg {
  const stroke = (at: number): Svg => line(at - 2, y + 5, at + 2, y - 5, { stroke: LINE_STRONG });
  return all([
    line(x - 3, y, x + 3, y, { stroke: SURFACE, 'stroke-width': 3 }),
    stroke(x - 3),
    stroke(x + 3),
  ]);
}

/** In columns from the left; what lies beyond all edges is in the middle of the open bin. */
function placeOf(seconds: number, bins: Funnel['delays']): number {
  for (const [at, { from, to }] of bins.entries()) {
    if (to === null) return at + 0.5;
    if (seconds < to) return at + Math.max(0, (seconds - from) / (to - from));
  }
  return bins.length;
}

interface Mark {
  readonly x: number;
  readonly name: string;
  readonly look: Attributes;
}

/** Half is a solid line, nine in ten a dashed one. */
function marksOf({ median, p90 }: DelayParts, place: (seconds: number) => number, text: ChartText): Mark[] {
  const mark = (seconds: number | null, name: (delay: string) => string, look: Attributes): Mark[] =>
    seconds === null ? [] : [{ x: place(seconds), name: name(text.duration(seconds)), look }];
  return [
    ...mark(median, text.words.half, { stroke: INK, 'stroke-width': 1.5 }),
    ...mark(p90, text.words.nineInTen, { stroke: INK, 'stroke-width': 1.5, 'stroke-dasharray': '3 2' }),
  ];
}

interface ToldMark extends Mark {
  readonly isLeft: boolean;
  /** Above the plot: the line of a mark in row 1 passes row 0. */
  readonly row: 0 | 1;
}

/**
 * Half is named left of its line and nine in ten right of its; one without room turns around. A name that would then stand on the
 * other line goes to the upper row, which the other line does not reach. null: both would.
 */
function labelled(marks: readonly Mark[], width: number): ToldMark[] | null {
  const room = (mark: Mark): number => widthOf(mark.name, AXIS) + 6;
  const isOutside = ({ isLeft, ...mark }: ToldMark): boolean =>
    isLeft ? mark.x - room(mark) < 0 : mark.x + room(mark) > width;
  const [half, most] = marks;
  if (half === undefined || most === undefined) {
    const alone = marks.map((mark) => ({ ...mark, isLeft: mark.x + room(mark) > width, row: 0 as const }));
    return alone.some(isOutside) ? null : alone;
  }
  const isHalfLeft = half.x - room(half) >= 0;
  const isMostLeft = most.x + room(most) > width;
  const halfCrosses = !isHalfLeft && half.x + room(half) > most.x;
  const mostCrosses = isMostLeft && most.x - room(most) < half.x;
  if (halfCrosses && mostCrosses) return null;
  const told: ToldMark[] = [
    { ...half, isLeft: isHalfLeft, row: halfCrosses ? 1 : 0 },
    { ...most, isLeft: isMostLeft, row: halfCrosses ? 0 : 1 },
  ];
  return told.some(isOutside) ? null : told;
}

function drawMark({ x, name, look, isLeft, row }: ToldMark, top: number, bottom: number): Svg[] {
  const y = top - 8 - 14 * row;
  return [
    line(x, y - 8, x, bottom, look),
    label(isLeft ? x - 6 : x + 6, y, name, {
      anchor: isLeft ? 'end' : 'start',
      fill: INK,
      isStrong: true,
      hasHalo: true,
    }),
  ];
}

function markKey(marks: readonly Mark[], width: number): { readonly svg: Svg; readonly height: number } {
  const items = marks.map(({ name, look }) => ({
    name,
    swatch: (x: number, y: number) => line(x, y - 6, x, y + 6, look),
  }));
  return key(items, { left: 0, right: width, top: 0 });
}
