/**
 * Two settings against each other: a cell for each pair, coloured only where all targets are surely met, grey where one is missed, hatched
 * where the interval straddles. Contours follow cell edges, for nothing is claimed between settings: solid for a target at least, dashed
 * for one at most. The scenario as it is has a dashed frame, the chosen cell one of ink.
 */
import { msg } from '@lit/localize';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import type { Sweep, SweepPoint, SweepTarget } from '../../reports/sweep.ts';
import { rampInk } from './occupancy-plan.ts';
import { axisLabels, drawKey, keyPlaces, type KeyItem, type Look, type Plan } from './plan.ts';
import { AXIS, LABEL, type Paint, type Surface } from './surface.ts';
import { cellText, isOnGoodSide, priceText, sweepGrid, targetText, type SweepGrid } from './sweep-cells.ts';

export interface SweepMapParts {
  readonly sweep: Sweep;
  readonly kpi: number;
  /** Value numbers of the two settings; null: none is chosen. */
  readonly chosen: readonly number[] | null;
  /** What the settings are called. */
  readonly names: readonly string[];
  /** What the measures are called. */
  readonly measures: readonly string[];
}

const HEAD = 22;
const CELL = 44;
const CELL_PLAIN = 34;
const FOOT = 40;
const GAP = 1;

interface MapBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** null: the sweep is not of two settings, or has no point. */
export function sweepMapPlan(parts: SweepMapParts, look: Look): Plan | null {
  const { sweep, names } = parts;
  const grid = sweepGrid(sweep);
  if (grid === null || sweep.points.length === 0) return null;
  const [across, up] = sweep.settings;
  const second = secondKpi(parts);
  const height = second === null ? CELL_PLAIN : CELL;
  const texts = up!.values.map(({ text }) => text).toReversed();
  const prices = pricesByRow(grid, sweep, look);
  const pricesRoom = prices === null ? 0 : Math.max(...prices.map((each) => widthOf(each, AXIS))) + 14;
  const valueRoom = Math.max(...texts.map((each) => widthOf(each, LABEL))) + 14;
  const left = Math.ceil(pricesRoom + valueRoom);
  const width = (look.width - left - 2) / grid.columns;
  const boxOf = (column: number, row: number): MapBox => ({
    left: left + column * width,
    top: HEAD + row * height,
    width,
    height,
  });
  const bottom = HEAD + grid.rows * height;
  const items = keyItems(parts, look);
  const span = { left: 0, right: look.width };
  return {
    width: look.width,
    height: bottom + FOOT + 6 + keyPlaces(items, span).height,
    cursor: {
      count: grid.columns * grid.rows,
      boxAt: (index) => boxOf(index % grid.columns, Math.floor(index / grid.columns)),
      indexAt: (x, y) => {
        const column = Math.floor((x - left) / width);
        const row = Math.floor((y - HEAD) / height);
        const isIn = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
        return isIn ? row * grid.columns + column : null;
      },
    },
    paint(surface) {
      const { palette } = look;
      const heading = fitted(names[1] ?? '', look.width, AXIS);
      surface.text(0, 13, heading, { fill: palette.ink, isStrong: true });
      const scale = scaleOf(parts, grid);
      for (let row = 0; row < grid.rows; row++) {
        const middle = HEAD + (row + 0.5) * height + 4;
        surface.text(left - 10, middle, texts[row] ?? '', { fill: palette.ink, anchor: 'end', size: LABEL });
        if (prices !== null)
          surface.text(pricesRoom - 10, middle, prices[row]!, { fill: palette.ink3, anchor: 'end' });
        for (let column = 0; column < grid.columns; column++)
          cell(surface, look, parts, second, grid.at(column, row), scale, boxOf(column, row));
      }
      contours(surface, look, parts, grid, boxOf);
      frames(surface, look, parts, grid, boxOf);
      const labels = across!.values.map(({ text }, at) => ({ at: left + (at + 0.5) * width, text }));
      axisLabels(surface, look, labels, { left, right: look.width }, bottom + 16);
      surface.text(left, bottom + 32, names[0] ?? '', { fill: palette.ink, isStrong: true });
      drawKey(surface, look, items, { ...span, top: bottom + FOOT });
    },
  };
}

/** The measure of another target, told below the first. */
export function secondKpi({ sweep, kpi }: Pick<SweepMapParts, 'sweep' | 'kpi'>): number | null {
  return sweep.targets.find((target) => target.kpi !== kpi)?.kpi ?? null;
}

/** What a day costs, or how many agent-hours it takes, where that follows the second setting alone. */
function pricesByRow(grid: SweepGrid, { currency }: Sweep, { numbers }: Look): string[] | null {
  const all: string[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const prices = new Set<string>();
    for (let column = 0; column < grid.columns; column++) {
      const point = grid.at(column, row);
      if (point !== null) prices.add(priceText(point, currency, numbers));
    }
    const [only] = prices;
    if (prices.size !== 1 || only === undefined) return null;
    all.push(only);
  }
  return new Set(all).size > 1 ? all : null;
}

type StepOf = (value: number) => number;

/** Of met cells, better is stronger; without targets the ramp spans all there is. */
function scaleOf({ sweep, kpi }: SweepMapParts, grid: SweepGrid): StepOf {
  const values: number[] = [];
  for (const { estimates, verdict } of sweep.points) {
    const mean = estimates[kpi]?.mean ?? null;
    if (mean !== null && (verdict === 'met' || verdict === null)) values.push(mean);
  }
  const isLess = sweep.targets.some((target) => target.kpi === kpi && target.atMost !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = sweep.targets.length > 0 ? [2, 5] : [0, 6];
  if (!(most > least) || grid.columns === 0) return () => 3;
  return (value) => {
    const part = (value - least) / (most - least);
    return Math.round(from + (to - from) * (isLess ? 1 - part : part));
  };
}

function fillOf(
  point: SweepPoint,
  mean: number | null,
  { palette }: Look,
  stepOf: StepOf,
): Paint & { step: number } {
  const frame = palette.isForced ? { stroke: palette.line } : {};
  if (mean === null || point.verdict === 'noValue' || point.verdict === 'missed')
    return { fill: palette.isForced ? palette.surface : palette.missed, ...frame, step: 0 };
  if (point.verdict === 'unsure')
    return {
      fill: palette.isForced ? palette.surface : palette.ramp[1],
      hatch: palette.ghost,
      ...frame,
      step: 1,
    };
  const step = stepOf(mean);
  return palette.isForced
    ? { fill: palette.surface, stroke: palette.ink, width: 2, step: 0 }
    : { fill: palette.ramp[step], step };
}

function cell(
  surface: Surface,
  look: Look,
  { sweep, kpi }: SweepMapParts,
  second: number | null,
  point: SweepPoint | null,
  stepOf: StepOf,
  { left, top, width, height }: MapBox,
): void {
  const { palette, numbers } = look;
  const place = [left + GAP, top + GAP, width - 2 * GAP, height - 2 * GAP] as const;
  if (point === null) {
    surface.rect(...place, { fill: palette.sunken, radius: 2 });
    return;
  }
  const mean = point.estimates[kpi]?.mean ?? null;
  const { step, ...paint } = fillOf(point, mean, look, stepOf);
  surface.rect(...place, { ...paint, radius: 2 });
  const isMissed = point.verdict === 'missed' || point.verdict === 'noValue';
  const ink = isMissed ? palette.ink2 : rampInk(look, step);
  // Over a hatch text needs a ground of its own.
  const halo =
    point.verdict === 'unsure' ? (palette.isForced ? palette.surface : palette.ramp[1]) : undefined;
  const x = left + width / 2;
  const middle = top + height / 2;
  const text = cellText(sweep.kpis[kpi]?.unit ?? 'number', mean, numbers);
  if (widthOf(text, LABEL) <= width + 2)
    surface.text(x, second === null ? middle + 4 : middle - 2, text, {
      fill: ink,
      anchor: 'middle',
      isStrong: !isMissed,
      size: LABEL,
      halo,
    });
  if (second === null) return;
  const below = cellText(
    sweep.kpis[second]?.unit ?? 'number',
    point.estimates[second]?.mean ?? null,
    numbers,
  );
  if (widthOf(below, AXIS) <= width + 2)
    surface.text(x, middle + 13, below, { fill: ink, anchor: 'middle', halo });
}

function contourOf({ atLeast }: SweepTarget): readonly number[] {
  return atLeast === null ? [6, 4] : [];
}

/** Along every edge between a cell whose mean is on the good side of the target and one whose mean is not. */
function contours(
  surface: Surface,
  { palette }: Look,
  { sweep }: SweepMapParts,
  grid: SweepGrid,
  boxOf: (column: number, row: number) => MapBox,
): void {
  for (const [index, target] of sweep.targets.entries()) {
    // Two contours on one edge stand side by side.
    const shift = index === 0 ? -1 : 1.5;
    const isGood = (column: number, row: number): boolean | null => {
      const point = grid.at(column, row);
      return point === null ? null : isOnGoodSide(target, point);
    };
    const style = { stroke: palette.ink, width: 1.8, dash: contourOf(target) };
    for (let row = 0; row < grid.rows; row++)
      for (let column = 0; column < grid.columns; column++) {
        const here = isGood(column, row);
        const { left, top, width, height } = boxOf(column, row);
        const [right, bottom] = [left + width, top + height];
        const beside = isGood(column + 1, row);
        const below = isGood(column, row + 1);
        if (here !== null && beside !== null && here !== beside)
          surface.line(right + shift, top + shift, right + shift, bottom + shift, style);
        if (here !== null && below !== null && here !== below)
          surface.line(left + shift, bottom + shift, right + shift, bottom + shift, style);
      }
  }
}

function frames(
  surface: Surface,
  { palette }: Look,
  { chosen }: SweepMapParts,
  grid: SweepGrid,
  boxOf: (column: number, row: number) => MapBox,
): void {
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++) {
      const point = grid.at(column, row);
      if (point === null) continue;
      const { left, top, width, height } = boxOf(column, row);
      if (point.isBase)
        surface.rect(left + 4, top + 4, width - 8, height - 8, {
          stroke: palette.ink,
          width: 1.2,
          dash: [4, 3],
          radius: 2,
        });
      if (chosen !== null && point.at.every((each, at) => each === chosen[at]))
        surface.rect(left, top, width, height, { stroke: palette.ink, width: 2.6, radius: 3 });
    }
}

function keyItems({ sweep, measures }: SweepMapParts, { palette, numbers }: Look): KeyItem[] {
  const has = (verdict: SweepPoint['verdict']): boolean =>
    sweep.points.some((each) => each.verdict === verdict);
  const met = palette.isForced ? { stroke: palette.ink, fill: palette.surface } : { fill: palette.ramp[3] };
  const unsure = { fill: palette.ramp[1], hatch: palette.ghost };
  return [
    ...(has('met') ? [{ name: msg('meets all targets'), paint: met }] : []),
    ...(has('unsure') ? [{ name: msg('not sure yet'), paint: unsure }] : []),
    ...(has('missed')
      ? [{ name: msg('misses one'), paint: { fill: palette.missed, stroke: palette.line } }]
      : []),
    ...sweep.targets.map((target) => ({
      name: targetText(sweep, target, measures, numbers),
      paint: { stroke: palette.ink, width: 1.8, dash: contourOf(target) },
    })),
    ...(sweep.points.some(({ isBase }) => isBase)
      ? [{ name: msg('as it is'), paint: { fill: palette.surface, stroke: palette.ink, dash: [2, 2] } }]
      : []),
  ];
}
