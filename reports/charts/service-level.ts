/**
 * The service level by interval: a point with its 95 % interval, the target as a line. An interval that missed the target for
 * certain is a vermilion diamond, so that it is found without colour too; one that is too close to call is a point whose whisker
 * crosses the line. An interval without offered calls is a gap.
 */
import { line as lineOf } from 'd3-shape';
import type { KpiRow } from '../schema.ts';
import { gridlines } from './axis.ts';
import { byInterval, dayAxis, hourLabels, stretches, type DayAxis, type IntervalValues } from './day-axis.ts';
import {
  ALARM,
  AXIS,
  chart,
  frameOf,
  GHOST,
  INK,
  INTERVAL,
  label,
  line,
  NOW,
  rect,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key, type KeyItem } from './key.ts';
import { linePlace } from './line-label.ts';
import { readOuts } from './read-outs.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, pathOf, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface ServiceLevelParts {
  readonly intervalSeconds: number;
  /** Shares by interval. */
  readonly rows: readonly KpiRow[];
  readonly target: number | null;
}

const TOP = 8;
const PLOT = 168;
const HOURS = 22;
/** One axis for every queue of a page and every report: a low point is a low share. */
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** null: no interval has a service level. */
export function serviceLevel(parts: ServiceLevelParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const points = byInterval(parts.rows);
  const axis = dayAxis(frame, [...points.values()], parts.intervalSeconds);
  if (axis === null) return null;
  const { text } = frame;
  const { target } = parts;
  const verdicts = new Map([...points].map(([index, row]) => [index, verdictOf(row, target)]));
  const told = new Set(verdicts.values());
  const items: KeyItem[] = [
    ...(['met', 'missed', 'unsure'] as const)
      .filter((verdict) => told.has(verdict))
      .map((verdict) => ({
        name: text.words[verdict],
        swatch: (x: number, y: number) => point(verdict, x, y, 4.5),
      })),
    {
      name: text.words.interval95,
      swatch: (x, y) => rect(x - 3, y - 6, 6, 12, { rx: 1, fill: INTERVAL }),
    },
  ];
  const legend =
    target === null ? null : key(items, { left: frame.isNarrow ? 0 : axis.left, right: frame.width, top: 0 });
  const top = TOP + (legend === null ? 0 : legend.height + 4);
  const bottom = top + PLOT;
  const y = linear([0, 1], [bottom, top]);
  const marks = [...points]
    .toSorted(([a], [b]) => a - b)
    .map(([index, row]) => {
      const [from, to] = axis.edges(index);
      const size = Math.min(4.5, Math.max(2, (to - from) / 5));
      return all([
        interval(row, axis.middle(index), y, size),
        point(verdicts.get(index)!, axis.middle(index), y(row.mean), size),
      ]);
    });
  return chart(options, bottom + HOURS, [
    legend?.svg ?? null,
    gridlines(SHARES, y, axis, text.share),
    ...stretches(points.keys()).map((run) =>
      el('path', {
        d:
          lineOf<number>()
            .x((index) => axis.middle(index))
            .y((index) => y(points.get(index)!.mean))
            .digits(1)(run) ?? '',
        fill: 'none',
        stroke: GHOST,
      }),
    ),
    ...marks,
    target === null ? null : targetLine(frame, axis, y, target, points),
    hourLabels(frame, axis, bottom + 16),
    readOuts(axis, text, [{ rows: points, name: options.title, write: text.share }], [top, bottom]),
  ]);
}

function targetLine({ text }: Frame, axis: DayAxis, y: Scale, target: number, points: IntervalValues): Svg {
  const name = text.words.target(text.share(target));
  const [bottom, top] = y.range;
  const obstacles = [...points].map(([index, { mean, low, high }]) => {
    const [left, right] = axis.edges(index);
    return { left, right, top: y(high ?? mean) - 5, bottom: y(low ?? mean) + 5 };
  });
  const place = linePlace(
    y(target),
    widthOf(name, AXIS),
    { left: axis.left + 4, right: axis.right - 4, top: top - 14, bottom },
    obstacles,
  );
  return all([
    line(axis.left, y(target), axis.right, y(target), { stroke: INK, 'stroke-width': 1.5 }),
    label(place.right, place.baseline, name, { anchor: 'end', fill: INK, isStrong: true, hasHalo: true }),
  ]);
}

export type PointVerdict = 'met' | 'missed' | 'unsure';

/** The whole interval on one side, or too close to call. */
function verdictOf({ mean, low, high }: KpiRow, target: number | null): PointVerdict {
  if (target === null || mean === null) return 'met';
  if (low === null || high === null) return 'unsure';
  if (low >= target) return 'met';
  return high < target ? 'missed' : 'unsure';
}

export function point(verdict: PointVerdict, x: number, y: number, size: number): Svg {
  switch (verdict) {
    case 'met':
      return el('circle', { cx: x, cy: y, r: size * 0.85, fill: NOW });
    case 'unsure':
      return el('circle', { cx: x, cy: y, r: size * 0.85, fill: SURFACE, stroke: NOW, 'stroke-width': 1.5 });
    case 'missed': {
      const reach = size * 1.25;
      const corners = [
        [x, y - reach],
        [x + reach, y],
        [x, y + reach],
        [x - reach, y],
      ] as const;
      return el('path', { d: `${pathOf(corners)}Z`, fill: ALARM });
    }
  }
}

function interval({ low, high }: KpiRow, x: number, y: Scale, size: number): Svg | null {
  if (low === null || high === null) return null;
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const [from, to] = [y(clamp(high)), y(clamp(low))];
  const width = Math.min(6, 1.4 * size);
  return rect(x - width / 2, from, width, to - from, { rx: 1, fill: INTERVAL });
}
