/**
 * A share by row and interval as cells of one hue in seven steps, the number in each where it fits; above 90 % a vermilion
 * corner. Made for the occupancy of groups. Rows beyond the cap are counted and left to the table.
 */
import type { KpiRow } from '../schema.ts';
import { byInterval, dayAxis, hourLabels, type DayAxis } from './day-axis.ts';
import {
  ALARM,
  AXIS,
  chart,
  frameOf,
  INK,
  INK_3,
  LABEL,
  label,
  nameLabel,
  ON_NOW,
  rect,
  SUNKEN,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { linear } from './scale.ts';
import { all, el, pathOf, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface HeatParts {
  readonly intervalSeconds: number;
  readonly rows: readonly { readonly name: string; readonly values: readonly KpiRow[] }[];
}

const ROWS_MOST = 24;
const CELL = 30;
const HOURS = 22;
const RAMP_HEIGHT = 30;
const RAMP_HEIGHT_NARROW = 44;

/** From each of these on. Most of the steps lie where occupancy is decided. */
const STEPS = [0, 0.4, 0.55, 0.65, 0.75, 0.82, 0.9];
const FILLS = ['#eef2f7', '#d3e0f0', '#abc6e4', '#7aa5d3', '#3d73b1', '#1f5c9f', '#123f73'].map(
  (light, at) => `var(--q${at}, ${light})`,
);
const ALARM_FROM = 0.9;
/** From this step on the ramp is past the middle, and text takes the other ink. */
const DARK_FROM = 4;

/** null: no row has a value. */
export function heatMap({ rows, intervalSeconds }: HeatParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const filled = rows.filter(({ values }) => byInterval(values).size > 0);
  const shown = filled.slice(0, ROWS_MOST);
  const names = Math.max(0, ...shown.map(({ name }) => widthOf(name, LABEL)));
  const left = Math.ceil(Math.min(names, frame.isNarrow ? 84 : 180)) + 11;
  const day = dayAxis(
    frame,
    shown.flatMap(({ values }) => values),
    intervalSeconds,
  );
  if (day === null) return null;
  const axis = axisFrom(day, left, frame.width);
  const bottom = shown.length * CELL;
  const rest = filled.length - shown.length;
  const rampTop = bottom + HOURS + (rest > 0 ? 16 : 0);
  return chart(options, rampTop + (frame.isNarrow ? RAMP_HEIGHT_NARROW : RAMP_HEIGHT), [
    ...shown.map(({ name, values }, at) =>
      all([
        nameLabel(0, (at + 0.5) * CELL, name, { width: left - 10, linesMost: 2 }, { size: LABEL, fill: INK }),
        cells(frame, values, axis, at * CELL),
      ]),
    ),
    hourLabels(frame, axis, bottom + 16),
    rest > 0
      ? label(0, bottom + HOURS + 10, frame.text.words.moreRows(frame.text.number(rest)), { fill: INK_3 })
      : null,
    ramp(frame, left, rampTop),
  ]);
}

function axisFrom(day: DayAxis, left: number, right: number): DayAxis {
  const [from, to] = day.x.domain;
  const x = linear([from, to], [left, right]);
  return {
    ...day,
    left,
    right,
    x,
    edges: (index) => [x(day.startOf(index)), x(day.startOf(index + 1))],
    middle: (index) => x(day.startOf(index + 0.5)),
  };
}

function cells({ text }: Frame, values: readonly KpiRow[], axis: DayAxis, top: number): Svg {
  return all(
    [...byInterval(values)].map(([index, { mean }]) => {
      const [from, to] = axis.edges(index);
      const width = to - from;
      const gap = width > 8 ? 1 : 0.3;
      const step = stepOf(mean);
      // The sign of percent is said once, in the ramp.
      const written = text.number(Math.round(100 * mean));
      return el(
        'g',
        {},
        el('title', {}, `${text.clock(axis.startOf(index))} ${text.share(mean)}`),
        rect(from + gap, top + 1, width - 2 * gap, CELL - 2, {
          rx: gap === 1 ? 2 : 0,
          fill: FILLS[step] ?? SUNKEN,
        }),
        mean > ALARM_FROM ? corner(to - gap, top + 1, Math.min(8, width - 2 * gap)) : null,
        widthOf(written, AXIS) + 4 <= width
          ? label((from + to) / 2, top + CELL / 2 + 4, written, {
              anchor: 'middle',
              fill: step >= DARK_FROM ? ON_NOW : INK,
            })
          : null,
      );
    }),
  );
}

function stepOf(share: number): number {
  return Math.max(
    0,
    STEPS.findLastIndex((from) => share >= from),
  );
}

function corner(x: number, y: number, size: number): Svg {
  return el('path', {
    d: pathOf([
      [x - size, y],
      [x, y],
      [x, y + size],
    ]),
    fill: ALARM,
    // Vermilion on the darkest step is one grey on paper: an edge keeps them apart.
    stroke: SURFACE,
    'stroke-width': 1,
  });
}

function ramp({ text, width, isNarrow }: Frame, axisLeft: number, top: number): Svg {
  const step = 30;
  const left = isNarrow ? 0 : axisLeft;
  const end = left + step * STEPS.length;
  const name = text.words.above(text.share(ALARM_FROM));
  // Beside the ramp, or on a line of its own.
  const isBeside = end + 42 + widthOf(name, AXIS) <= width;
  const mark = isBeside ? { x: end + 32, y: top } : { x: left + 9, y: top + 30 };
  return all([
    ...STEPS.flatMap((from, at) => [
      rect(left + at * step, top, step - 1, 10, { fill: FILLS[at] }),
      label(left + at * step, top + 22, text.number(Math.round(100 * from)), { fill: INK_3 }),
    ]),
    label(end - 8, top + 22, text.share(1), { fill: INK_3 }),
    corner(mark.x, mark.y, 9),
    label(mark.x + 6, mark.y + 9, name, {}),
  ]);
}
