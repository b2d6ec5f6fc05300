/**
 * From opting in to being joined: callbacks by the length of their delay. Bins are columns of one width whatever they span, with
 * their edges written between them, because delays reach from seconds to the next morning; the marks for half and nine in ten
 * stand at their place between the edges.
 */
import { max, sum } from 'd3-array';
import type { Funnel } from '../schema.ts';
import {
  axisRoom,
  axisLabels,
  countTicks,
  durationTicks,
  gridlines,
  linear,
  type Placed,
  type Scale,
} from './axis.ts';
import {
  AXIS,
  CALLBACK,
  chart,
  frameOf,
  INK,
  label,
  line,
  NOTHING,
  rect,
  type ChartOptions,
} from './frame.ts';
import { key } from './key.ts';
import type { Attributes, Svg } from './svg.ts';
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
const BELOW = 24;

/** null: no callback was joined. */
export function delayBars(parts: DelayParts, options: ChartOptions): string | null {
  const { bins } = parts;
  if (!(sum(bins, ({ callbacks }) => callbacks) > NOTHING)) return null;
  const frame = frameOf(options);
  const { text, width } = frame;
  const ticks = countTicks(max(bins, ({ callbacks }) => callbacks) ?? 0, 4);
  const span = { left: axisRoom(ticks.values.map(text.number)), right: width - 8 };
  const column = linear([0, bins.length], [span.left, span.right]);
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
      { fill: CALLBACK, 'fill-opacity': '0.9' },
      `${to === null ? '≥ ' : ''}${text.step(from)}${to === null ? '' : `–${text.step(to)}`}: ${text.words.aDay(text.number(callbacks))}`,
    ),
  );
  return chart(options, bottom + BELOW, [
    legend?.svg ?? null,
    gridlines(ticks.values, y, span, text.number),
    ...bars,
    ...(told === null
      ? marks.map(({ x, look }) => line(x, top, x, bottom, look))
      : told.flatMap((mark) => drawMark(mark, top, bottom))),
    axisLabels(edgeLabels(bins, column, text, (span.right - span.left) / 64), span, bottom + 16),
  ]);
}

/** Of bins of one width the round edges, of others all. The last one says that it has no end. */
function edgeLabels(bins: Funnel['delays'], column: Scale, text: ChartText, most: number): Placed[] {
  const last = bins.at(-1)!;
  const edges = bins.map(({ from }, at) => ({ at: column(at), seconds: from }));
  if (last.to !== null) edges.push({ at: column(bins.length), seconds: last.to });
  const steps = new Set(durationTicks(edges.at(-1)!.seconds, Math.max(2, most)).values);
  const widths = new Set(bins.flatMap(({ from, to }) => (to === null ? [] : [to - from])));
  const shown = widths.size === 1 ? edges.filter(({ seconds }) => steps.has(seconds)) : edges;
  const placed = shown.map(({ at, seconds }) => ({ at, text: text.step(seconds) }));
  if (last.to !== null) return placed;
  const end = { at: column(bins.length), text: `≥ ${text.step(last.from)}` };
  return [...placed.filter(({ at }) => at < column(bins.length - 1)), end];
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
