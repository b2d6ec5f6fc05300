/**
 * From opting in to being joined: callbacks by the length of their delay. Bins are columns of one width whatever they span, with
 * their edges written between them, because delays reach from seconds to the next morning; the marks for half and nine in ten
 * stand at their place between the edges.
 */
import { max, sum } from 'd3-array';
import type { Funnel } from '../schema.ts';
import { axisLabels, countTicks, gridlines, linear } from './axis.ts';
import { AXIS, CALLBACK, chart, frameOf, INK, INK_3, label, line, rect, type ChartOptions } from './frame.ts';
import { all, type Svg } from './svg.ts';
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
  if (!(sum(bins, ({ callbacks }) => callbacks) > 0)) return null;
  const frame = frameOf(options);
  const { text } = frame;
  const span = { left: 44, right: frame.width - 8 };
  const bottom = TOP + PLOT;
  const ticks = countTicks(max(bins, ({ callbacks }) => callbacks) ?? 0, 4);
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
  const edges = bins.map(({ from }, at) => ({ at: column(at), text: text.step(from) }));
  const last = bins.at(-1)?.to ?? null;
  if (last !== null) edges.push({ at: column(bins.length), text: text.step(last) });
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
    axisLabels(edges, span, bottom + 16),
    bins.at(-1)?.to === null ? label(span.right, bottom + 16, '→', { anchor: 'end', fill: INK_3 }) : null,
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
}

/** One above the other, so that they never touch however near they stand. */
function marks(
  drawn: readonly Mark[],
  [top, bottom]: readonly [number, number],
  { right }: { readonly right: number },
): Svg {
  return all(
    drawn.flatMap(({ x, name }, at) => {
      const y = top - 8 - 14 * (drawn.length - 1 - at);
      const isLate = x + 6 + widthOf(name, AXIS) > right;
      return [
        line(x, y - 8, x, bottom, { stroke: INK, 'stroke-width': 1.5 }),
        label(isLate ? x - 6 : x + 6, y, name, {
          anchor: isLate ? 'end' : 'start',
          fill: INK,
          isStrong: true,
          hasHalo: true,
        }),
      ];
    }),
  );
}
