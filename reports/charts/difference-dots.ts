/**
 * Differences between two scenarios against zero: a dot for each measure, a bar for its 95 % interval, the line of no difference
 * through all of them. Measures of one unit and about one size share an axis, since seconds and points cannot, nor a second and an
 * hour. What stands among all looks is a full dot, what is clear only by itself a ring, what chance explains a grey ring; whether
 * it is better is said in words beside it, never in a colour.
 */
import { nice } from 'd3-array';
import { axisLabels } from './axis.ts';
import {
  AXIS,
  chart,
  frameOf,
  GHOST,
  INK,
  INK_2,
  INK_3,
  INTERVAL,
  LABEL,
  label,
  line,
  LINE,
  LINE_STRONG,
  nameLabel,
  NOW,
  rect,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key } from './key.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, type Svg } from './svg.ts';
import { fitted, widthOf } from './text-width.ts';

export interface DifferenceRow {
  readonly name: string;
  /** Shares in percentage points, lengths in seconds. */
  readonly unit: 'share' | 's' | 'number';
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** "−1.4 ± 0.3 points, better". */
  readonly value: string;
  readonly sureness: 'stands' | 'alone' | 'unclear';
}

/** Of an axis: long lengths are read in minutes or hours. */
export type AxisUnit = DifferenceRow['unit'] | 'min' | 'h';

export interface DifferenceParts {
  readonly rows: readonly DifferenceRow[];
  readonly words: {
    readonly units: Readonly<Record<AxisUnit, string>>;
    readonly sureness: Readonly<Record<DifferenceRow['sureness'], string>>;
  };
}

const ROW = 26;
const ROW_NARROW = 42;
const PANEL_HEAD = 22;
const PANEL_FOOT = 26;
const LEGEND = 22;
/** A measure that would be so much shorter than the longest of its panel has a panel of its own. */
const SHRUNK = 12;

/** null: there is nothing to draw. */
export function differenceDots({ rows, words }: DifferenceParts, options: ChartOptions): string | null {
  if (rows.length === 0) return null;
  const frame = frameOf(options);
  const told = new Set(rows.map(({ sureness }) => sureness));
  const legend = key(
    (['stands', 'alone', 'unclear'] as const)
      .filter((each) => told.has(each))
      .map((each) => ({ name: words.sureness[each], swatch: (x: number, y: number) => dot(each, x, y) })),
    { left: 0, right: frame.width, top: 0 },
  );
  const room = roomOf(frame, rows);
  let top = Math.max(LEGEND, legend.height + 4);
  const drawn: Svg[] = [];
  for (const panel of panelsOf(rows)) {
    drawn.push(panelAt(frame, panel, words.units, room, top));
    top += PANEL_HEAD + panel.length * rowHeight(frame) + PANEL_FOOT;
  }
  return chart(options, top, [legend.svg, ...drawn]);
}

interface Room {
  readonly left: number;
  readonly right: number;
}

/** Where the plot is: names left of it and values right, on a telephone above it. */
function roomOf({ width, isNarrow }: Frame, rows: readonly DifferenceRow[]): Room {
  if (isNarrow) return { left: 8, right: width - 8 };
  const names = Math.max(...rows.map(({ name }) => widthOf(name, LABEL)));
  const values = Math.max(...rows.map(({ value }) => widthOf(value, AXIS)));
  return { left: Math.min(names, 220) + 20, right: width - values - 20 };
}

function rowHeight({ isNarrow }: Frame): number {
  return isNarrow ? ROW_NARROW : ROW;
}

/** By unit, and within it by size; the order of the rows is kept within a panel. */
function panelsOf(rows: readonly DifferenceRow[]): DifferenceRow[][] {
  return (['share', 's', 'number'] as const).flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit).toSorted((a, b) => extentOf(b) - extentOf(a));
    const panels: DifferenceRow[][] = [];
    for (const row of own) {
      const longest = panels.at(-1)?.[0];
      if (longest === undefined || extentOf(row) * SHRUNK < extentOf(longest)) panels.push([row]);
      else panels.at(-1)!.push(row);
    }
    return panels.map((panel) => panel.toSorted((a, b) => rows.indexOf(a) - rows.indexOf(b)));
  });
}

function extentOf({ mean, low, high }: DifferenceRow): number {
  return Math.max(Math.abs(mean), Math.abs(low ?? mean), Math.abs(high ?? mean));
}

function panelAt(
  frame: Frame,
  rows: readonly DifferenceRow[],
  units: DifferenceParts['words']['units'],
  { left, right }: Room,
  top: number,
): Svg {
  const { text } = frame;
  const [unit, size] = axisUnitOf(rows);
  const x = scaleOf(rows, size, left, right);
  const first = top + PANEL_HEAD;
  const bottom = first + rows.length * rowHeight(frame);
  const ticks = x.ticks(frame.isNarrow ? 4 : 7);
  return all([
    label(frame.isNarrow ? 0 : left, top + 12, units[unit], { fill: INK_3 }),
    ...ticks.map((tick) =>
      line(
        x(tick),
        first,
        x(tick),
        bottom,
        tick === 0 ? { stroke: INK, 'stroke-width': 1.5 } : { stroke: LINE },
      ),
    ),
    line(left, bottom, right, bottom, { stroke: LINE_STRONG }),
    axisLabels(
      ticks.map((tick) => ({ at: x(tick), text: signed(tick, text.number) })),
      frame.isNarrow ? { left: 0, right: frame.width } : { left: left - 10, right: right + 10 },
      bottom + 14,
    ),
    ...rows.map((row, at) =>
      rowAt(frame, row, (value) => x(value / size), { left, right }, first + at * rowHeight(frame)),
    ),
  ]);
}

function axisUnitOf(rows: readonly DifferenceRow[]): readonly [unit: AxisUnit, size: number] {
  const unit = rows[0]!.unit;
  const longest = Math.max(...rows.map(extentOf));
  if (unit !== 's' || longest < 300) return [unit, 1];
  return longest < 7200 ? ['min', 60] : ['h', 3600];
}

/** Zero is always there, and the ends are round. */
function scaleOf(rows: readonly DifferenceRow[], size: number, left: number, right: number): Scale {
  const ends = rows.flatMap(({ mean, low, high }) =>
    [mean, low ?? mean, high ?? mean].map((value) => value / size),
  );
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const domain = least === most ? ([-1, 1] as const) : ([least, most] as const);
  return linear(nice(...domain, 7), [left + 6, right - 6]);
}

function signed(value: number, write: (value: number) => string): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${write(Math.abs(value))}`;
}

function rowAt(
  frame: Frame,
  row: DifferenceRow,
  x: (value: number) => number,
  { left, right }: Room,
  top: number,
): Svg {
  const height = rowHeight(frame);
  const middle = frame.isNarrow ? top + 30 : top + height / 2;
  const { mean, low, high, sureness } = row;
  const bar =
    low === null || high === null
      ? null
      : rect(x(low), middle - 4, Math.max(1, x(high) - x(low)), 8, {
          rx: 2,
          fill: sureness === 'unclear' ? LINE : INTERVAL,
          stroke: sureness === 'unclear' ? LINE_STRONG : undefined,
        });
  const texts = frame.isNarrow
    ? [
        label(left, top + 16, fitted(row.name, right - left - widthOf(row.value, AXIS) - 12, AXIS), {
          fill: INK,
          hasHalo: true,
        }),
        label(right, top + 16, row.value, { anchor: 'end', fill: INK_2, hasHalo: true }),
      ]
    : [
        nameLabel(0, middle, row.name, { width: left - 16, linesMost: 1 }, { size: LABEL, fill: INK }),
        label(right + 14, middle + 4, row.value, { fill: INK_2 }),
      ];
  return el(
    'g',
    {},
    el('title', {}, `${row.name}: ${row.value}`),
    bar,
    dot(sureness, x(mean), middle),
    ...texts,
  );
}

function dot(sureness: DifferenceRow['sureness'], x: number, y: number): Svg {
  if (sureness === 'stands') return el('circle', { cx: x, cy: y, r: 4.5, fill: NOW });
  const stroke = sureness === 'alone' ? NOW : GHOST;
  return el('circle', { cx: x, cy: y, r: 4, fill: SURFACE, stroke, 'stroke-width': 1.8 });
}
