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
import { all, type Svg } from './svg.ts';
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
export function delayBars({ bins, median, p90 }: DelayParts, options: ChartOptions): string | null {
  if (!(sum(bins, ({ callbacks }) => callbacks) > NOTHING)) return null;
  const frame = frameOf(options);
  const { text } = frame;
  const bottom = TOP + PLOT;
  const ticks = countTicks(max(bins, ({ callbacks }) => callbacks) ?? 0, 4);
  const span = { left: axisRoom(ticks.values.map(text.number)), right: frame.width - 8 };
  const y = linear([0, ticks.top], [bottom, TOP]);
  const column = linear([0, bins.length], [span.left, span.right]);
  const bars = bins.map(({ from, to, callbacks }, at) =>
    rect(
      column(at) + 1,
      y(callbacks),
      column(1) - column(0) - 2,
      bottom - y(callbacks),
      { fill: CALLBACK, 'fill-opacity': '0.9' },
      `${text.step(from)}–${to === null ? '' : text.step(to)}: ${text.words.aDay(text.number(callbacks))}`,
    ),
  );
  const place = (seconds: number): number => column(placeOf(seconds, bins));
  return chart(options, bottom + BELOW, [
    gridlines(ticks.values, y, span, text.number),
    ...bars,
    marks(
      [
        median === null ? null : { x: place(median), name: text.words.half(text.duration(median)) },
        p90 === null ? null : { x: place(p90), name: text.words.nineInTen(text.duration(p90)) },
      ].filter((mark) => mark !== null),
      [TOP, bottom],
      span,
    ),
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
}

/**
 * Half and nine in ten, in this order from the left: one row each, half to the left of its line, nine in ten to the right of its.
 * Where the edge turns nine in ten around, it takes the upper row and the shorter line of half ends below it.
 */
function marks(
  drawn: readonly Mark[],
  [top, bottom]: readonly [number, number],
  { left, right }: { readonly left: number; readonly right: number },
): Svg {
  const last = drawn.at(-1);
  const isTurned = last !== undefined && last.x + 6 + widthOf(last.name, AXIS) > right;
  return all(
    drawn.flatMap(({ x, name }, at) => {
      const isLast = at === drawn.length - 1;
      const y = top - 8 - (isLast === isTurned ? 14 : 0);
      const isLeft = isLast ? isTurned : x - 6 - widthOf(name, AXIS) >= left;
      return [
        line(x, y - 8, x, bottom, { stroke: INK, 'stroke-width': 1.5 }),
        label(isLeft ? x - 6 : x + 6, y, name, {
          anchor: isLeft ? 'end' : 'start',
          fill: INK,
          isStrong: true,
          hasHalo: true,
        }),
      ];
    }),
  );
}
