/**
 * One measure over the values of two settings: a cell for each pair in seven steps of one hue, the number in it where it fits. A
 * strong line parts the cells that meet the targets from those that do not: the contour a planner looks for. Cells that are too
 * close to call lie outside it and carry a ring; the scenario as it is has a frame of dashes.
 */
import { axisLabels } from './axis.ts';
import {
  AXIS,
  chart,
  frameOf,
  INK,
  INK_2,
  INK_3,
  label,
  LABEL,
  line,
  nameLabel,
  ON_NOW,
  rect,
  SUNKEN,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key, type KeyItem } from './key.ts';
import { all, el, type Svg } from './svg.ts';
import type { ChartText } from './text.ts';
import { widthOf } from './text-width.ts';

export interface MapCell {
  readonly mean: number | null;
  readonly verdict: 'met' | 'missed' | 'unsure' | 'noValue' | null;
  readonly isBase: boolean;
}

export interface MapParts {
  readonly unit: 'share' | 's' | 'number';
  /** Across and down: what the settings are called, and their values. */
  readonly across: { readonly name: string; readonly values: readonly string[] };
  readonly down: { readonly name: string; readonly values: readonly string[] };
  /** By row, then by column. */
  readonly cells: readonly (readonly MapCell[])[];
  readonly words: { readonly met: string; readonly unsure: string; readonly base: string };
}

const CELL = 34;
const HEAD = 20;
const FOOT = 22;
const RAMP = 34;
const STEPS = 7;
const FILLS = ['#eef2f7', '#d3e0f0', '#abc6e4', '#7aa5d3', '#3d73b1', '#1f5c9f', '#123f73'].map(
  (light, at) => `var(--q${at}, ${light})`,
);
/** From this step on the ramp is past the middle, and text takes the other ink. */
const DARK_FROM = 4;

/** null: no cell has a value. */
export function sweepMap(parts: MapParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const means = parts.cells.flat().flatMap(({ mean }) => mean ?? []);
  if (means.length === 0) return null;
  const legend = key(keyItems(parts), { left: 0, right: frame.width, top: 0 });
  const top = legend.height + HEAD + 4;
  const names = Math.max(...parts.down.values.map((each) => widthOf(each, LABEL)));
  const left = Math.ceil(Math.min(names, frame.isNarrow ? 84 : 160)) + 12;
  const right = frame.width - 2;
  const grid: Grid = {
    left,
    top,
    width: (right - left) / parts.across.values.length,
    least: Math.min(...means),
    most: Math.max(...means),
  };
  const bottom = top + parts.down.values.length * CELL;
  const { name: across } = parts.across;
  return chart(options, bottom + FOOT + 16 + RAMP, [
    legend.svg,
    label(0, top - 8, parts.down.name, { fill: INK_2 }),
    ...parts.down.values.map((value, row) =>
      nameLabel(
        0,
        top + (row + 0.5) * CELL,
        value,
        { width: left - 10, linesMost: 2 },
        { size: LABEL, fill: INK },
      ),
    ),
    ...parts.cells.flatMap((row, at) =>
      row.map((cell, column) => drawn(frame, parts, cell, grid, at, column)),
    ),
    contour(parts, grid),
    axisLabels(
      parts.across.values.map((text, at) => ({ at: left + (at + 0.5) * grid.width, text })),
      { left, right: frame.width },
      bottom + 16,
    ),
    label(right, bottom + FOOT + 10, across, { anchor: 'end', fill: INK_2 }),
    ramp(frame, parts, grid, bottom + FOOT + 18),
  ]);
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly least: number;
  readonly most: number;
}

function keyItems({ cells, words }: MapParts): KeyItem[] {
  const all = cells.flat();
  const has = (verdict: MapCell['verdict']): boolean => all.some((each) => each.verdict === verdict);
  return [
    ...(has('met')
      ? [{ name: words.met, swatch: { fill: 'none', stroke: INK, 'stroke-width': '2.5' } }]
      : []),
    ...(has('unsure') ? [{ name: words.unsure, swatch: (x: number, y: number) => ring(x, y, INK) }] : []),
    ...(all.some(({ isBase }) => isBase)
      ? [{ name: words.base, swatch: { fill: 'none', stroke: INK, 'stroke-dasharray': '2 2' } }]
      : []),
  ];
}

function stepOf(mean: number, { least, most }: Grid): number {
  if (!(most > least)) return 2;
  return Math.min(STEPS - 1, Math.floor((STEPS * (mean - least)) / (most - least)));
}

function drawn(
  { text }: Frame,
  parts: MapParts,
  cell: MapCell,
  grid: Grid,
  row: number,
  column: number,
): Svg {
  const { mean, verdict, isBase } = cell;
  const [x, y] = [grid.left + column * grid.width, grid.top + row * CELL];
  const step = mean === null ? 0 : stepOf(mean, grid);
  const ink = mean !== null && step >= DARK_FROM ? ON_NOW : INK;
  const written = mean === null ? '–' : short(parts.unit, mean, text);
  const told = mean === null ? '–' : long(parts.unit, mean, text);
  const fits = widthOf(written, AXIS) + 6 <= grid.width;
  return el(
    'g',
    {},
    el('title', {}, `${parts.across.values[column] ?? ''}, ${parts.down.values[row] ?? ''}: ${told}`),
    rect(x + 0.5, y + 0.5, grid.width - 1, CELL - 1, { fill: mean === null ? SUNKEN : FILLS[step] }),
    isBase
      ? rect(x + 4, y + 4, grid.width - 8, CELL - 8, { fill: 'none', stroke: ink, 'stroke-dasharray': '2 2' })
      : null,
    verdict === 'unsure' && grid.width >= 24 ? ring(x + grid.width - 8, y + 8, ink) : null,
    fits ? label(x + grid.width / 2, y + CELL / 2 + 4, written, { anchor: 'middle', fill: ink }) : null,
  );
}

function ring(x: number, y: number, stroke: string): Svg {
  return el('circle', { cx: x, cy: y, r: 3, fill: 'none', stroke, 'stroke-width': 1.5 });
}

/** The sign of percent is said once, in the ramp. */
function short(unit: MapParts['unit'], value: number, text: ChartText): string {
  if (unit === 'share') return text.number(100 * value);
  return unit === 's' ? text.duration(value) : text.number(value);
}

function long(unit: MapParts['unit'], value: number, text: ChartText): string {
  return unit === 'share' ? text.share(value) : short(unit, value, text);
}

/** Along every edge between a cell that meets the targets and one that does not, or the end of the map. */
function contour({ cells }: MapParts, { left, top, width }: Grid): Svg {
  const isMet = (row: number, column: number): boolean => cells[row]?.[column]?.verdict === 'met';
  const edges: Svg[] = [];
  const edge = (x1: number, y1: number, x2: number, y2: number): void => {
    const style = { 'stroke-width': 3, 'stroke-linecap': 'square' };
    // A rim of the ground keeps it visible on the darkest step.
    edges.unshift(line(x1, y1, x2, y2, { stroke: SURFACE, ...style, 'stroke-width': 5.5 }));
    edges.push(line(x1, y1, x2, y2, { stroke: INK, ...style }));
  };
  cells.forEach((row, at) =>
    row.forEach((_, column) => {
      if (!isMet(at, column)) return;
      const [x, y] = [left + column * width, top + at * CELL];
      if (!isMet(at - 1, column)) edge(x, y, x + width, y);
      if (!isMet(at + 1, column)) edge(x, y + CELL, x + width, y + CELL);
      if (!isMet(at, column - 1)) edge(x, y, x, y + CELL);
      if (!isMet(at, column + 1)) edge(x + width, y, x + width, y + CELL);
    }),
  );
  return all(edges);
}

/** From the least to the most of the map. */
function ramp({ text }: Frame, { unit }: MapParts, { left, least, most }: Grid, top: number): Svg {
  const step = 26;
  const [from, to] = [long(unit, least, text), long(unit, most, text)];
  const start = Math.max(left, widthOf(from, AXIS) + 8);
  return all([
    label(start - 6, top + 9, from, { anchor: 'end', fill: INK_3 }),
    ...FILLS.map((fill, at) => rect(start + at * step, top, step - 1, 10, { fill })),
    label(start + STEPS * step + 5, top + 9, to, { fill: INK_3 }),
  ]);
}
