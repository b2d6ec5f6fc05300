/**
 * How busy agents are: groups by interval as cells of one hue in seven steps, away from the ground is more; the number in each where
 * it fits, a vermilion corner above 90 %. Groups beyond the cap are counted and left to the table.
 */
import { msg, str } from '@lit/localize';
import { widthOf, wrapped } from '../../reports/charts/text-width.ts';
import type { FrameSide, OccupancyMap } from '../../reports/frame.ts';
import { cursorOf, dayPlaces, hourPlaces, type DayPlaces } from './day-places.ts';
import { axisLabels, isNarrow, type CursorPlaces, type Look, type Plan } from './plan.ts';
import { AXIS, LABEL, type Paint, type Surface } from './surface.ts';

const GROUPS_MOST = 24;
const CELL = 36;
const CELL_MANY = 26;
/** From here on rows are lower. */
const MANY = 6;
const HOURS = 22;
const RAMP = 32;
const GAP = 1;

/** From each of these on. Most of the steps lie where occupancy is decided. */
export const STEPS = [0, 0.4, 0.55, 0.65, 0.75, 0.82, 0.9] as const;
export const ALARM_FROM = 0.9;
/** From this step on the ramp is past its middle, and text takes the other ink. */
const DARK_FROM = 4;

export interface OccupancyParts {
  readonly now: FrameSide;
  /** Of the row that has the keyboard. */
  readonly row: number;
  readonly isFocused: boolean;
}

export interface OccupancyPlan extends Plan {
  readonly cursor: CursorPlaces;
  /** The row at a height. */
  rowAt(y: number): number | null;
}

/** null: there is no group. */
export function occupancyPlan(
  { now, row: focused, isFocused }: OccupancyParts,
  look: Look,
): OccupancyPlan | null {
  const { occupancy: map, intervalSeconds } = now;
  const rows = shownGroups(map);
  if (rows.length === 0 || map.starts.length === 0) return null;
  const cell = rows.length > MANY ? CELL_MANY : CELL;
  const names = Math.min(Math.max(...rows.map((row) => widthOf(row, LABEL))), isNarrow(look) ? 72 : 150);
  const day = dayPlaces(map.starts.length, Math.ceil(names) + 10, look.width);
  const bottom = rows.length * cell;
  const rest = map.groups.length - rows.length;
  const rampTop = bottom + HOURS + (rest > 0 ? 16 : 0);
  return {
    width: look.width,
    height: rampTop + RAMP + (isNarrow(look) ? 16 : 0),
    cursor: cursorOf(day, 0, bottom),
    rowAt: (y) => (y < 0 || y >= bottom ? null : Math.floor(y / cell)),
    paint(surface) {
      for (const [row, name] of rows.entries()) {
        const middle = (row + 0.5) * cell;
        const lines = wrapped(name, names + 4, LABEL, 2);
        for (const [at, line] of lines.entries())
          surface.text(0, middle + 4 + (at - (lines.length - 1) / 2) * 13, line, {
            fill: look.palette.ink2,
            size: LABEL,
          });
        for (let at = 0; at < day.count; at++)
          drawCell(surface, look, map.values[row * day.count + at] ?? Number.NaN, day, at, row * cell, cell);
      }
      if (isFocused && focused < rows.length)
        surface.rect(day.left - 1, focused * cell - 0.5, day.right - day.left + 1, cell + 0.5, {
          stroke: look.palette.ink,
          width: 1,
          radius: 3,
        });
      axisLabels(surface, look, hourPlaces(map.starts, intervalSeconds, day), day, bottom + 15);
      if (rest > 0)
        surface.text(0, bottom + HOURS + 10, msg(str`${rest} more groups in the table`), {
          fill: look.palette.ink3,
        });
      ramp(surface, look, isNarrow(look) ? 0 : day.left, rampTop);
    },
  };
}

export function shownGroups({ groups }: OccupancyMap): readonly string[] {
  return groups.slice(0, GROUPS_MOST);
}

export function stepOf(share: number): number {
  return Math.max(
    0,
    STEPS.findLastIndex((from) => share >= from),
  );
}

/** In forced colours a fill says nothing: the ground, a frame and the number. */
function cellPaint({ palette }: Look, step: number): Paint {
  return palette.isForced
    ? { fill: palette.surface, stroke: palette.line, radius: 2 }
    : { fill: palette.ramp[step], radius: 2 };
}

export function rampInk({ palette }: Look, step: number): string {
  return step >= DARK_FROM && !palette.isForced ? palette.onNow : palette.ink;
}

function drawCell(
  surface: Surface,
  look: Look,
  share: number,
  day: DayPlaces,
  at: number,
  top: number,
  height: number,
): void {
  const gap = day.edge(1) - day.edge(0) > 8 ? GAP : 0.3;
  const from = day.edge(at) + gap;
  const width = day.edge(at + 1) - gap - from;
  if (Number.isNaN(share)) {
    const middle = top + height / 2;
    surface.line(from + width / 2 - 2, middle, from + width / 2 + 2, middle, { stroke: look.palette.ink3 });
    return;
  }
  const step = stepOf(share);
  surface.rect(from, top + GAP, width, height - 2 * GAP, cellPaint(look, step));
  // The sign of percent is said once, in the ramp.
  const text = look.numbers.plain(100 * share, 0);
  if (widthOf(text, AXIS) - 2 <= width)
    surface.text(from + width / 2, top + height / 2 + 4, text, {
      fill: rampInk(look, step),
      anchor: 'middle',
    });
  if (share > ALARM_FROM) corner(surface, look, from + width, top + GAP, Math.min(8, width));
}

/** With an edge of the ground: vermilion on the darkest step is one grey on paper. */
function corner(surface: Surface, { palette }: Look, x: number, y: number, size: number): void {
  const d = `M${x - size},${y}H${x}V${y + size}Z`;
  surface.path(d, { fill: palette.alarm, stroke: palette.surface, width: 1 });
}

function ramp(surface: Surface, look: Look, left: number, top: number): void {
  const { palette, numbers } = look;
  const step = 28;
  const texts = STEPS.map((from) => numbers.plain(100 * from, 0));
  for (const [at, text] of texts.entries()) {
    surface.rect(left + at * step, top, step - 1, 10, cellPaint(look, at));
    surface.text(left + at * step, top + 22, text, { fill: palette.ink3 });
  }
  const end = left + step * STEPS.length;
  surface.text(end - 4, top + 22, numbers.percent(1, 0), { fill: palette.ink3 });
  const name = msg(str`above ${numbers.percent(ALARM_FROM, 0)}`);
  const isBeside = end + 44 + widthOf(name, AXIS) <= look.width;
  const [x, y] = isBeside ? [end + 40, top] : [left + 9, top + 30];
  corner(surface, look, x, y, 9);
  surface.text(x + 6, y + 9, name, { fill: palette.ink2 });
}
