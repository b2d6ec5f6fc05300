/**
 * What all painters share: a plan is a chart laid out for a width, ready to be painted on any surface, with the places of its
 * cursor. Also the axes, the key and the formats of numbers on them. It knows no data.
 */
import { axisRoom, spread, type Placed } from '../../reports/charts/axis.ts';
import type { Scale } from '../../reports/charts/scale.ts';
import { widthOf } from '../../reports/charts/text-width.ts';
import type { Numbers } from '../../reports/format.ts';
import type { Palette } from './palette.ts';
import { AXIS, type Paint, type Surface } from './surface.ts';

export { axisRoom, spread };

/** What a painter must know of the page. */
export interface Look {
  readonly width: number;
  readonly palette: Palette;
  readonly numbers: Numbers;
  /** The top of an axis that wants to reach this far: a live chart keeps it still while its data move. */
  readonly top: (axis: string, wanted: number) => number;
}

export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly cursor: CursorPlaces | null;
  paint(surface: Surface): void;
}

/** A place without width is a line. */
export interface CursorBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the cursor can stand: on one of `count` places. */
export interface CursorPlaces {
  readonly count: number;
  boxAt(index: number): CursorBox;
  /** null: there is none. */
  indexAt(x: number, y: number): number | null;
}

export const NARROW = 560;
/** Means of a day below this are the dust of a division. */
export const NOTHING = 1e-9;

export function isNarrow({ width }: Look): boolean {
  return width < NARROW;
}

/** The lines of a vertical axis with their labels at the left; the zero line is stronger. */
export function gridlines(
  surface: Surface,
  { palette }: Look,
  values: readonly number[],
  y: Scale,
  span: { readonly left: number; readonly right: number },
  text: (value: number) => string,
): void {
  for (const value of values) {
    const at = y(value);
    surface.line(span.left, at, span.right, at, { stroke: value === 0 ? palette.lineStrong : palette.line });
    surface.text(span.left - 8, at + 4, text(value), { fill: palette.ink3, anchor: 'end' });
  }
}

const GAP = 8;

/** Labels along a horizontal axis: the first starts and the last ends at the plot's edge; those that would touch are left out. */
export function axisLabels(
  surface: Surface,
  { palette }: Look,
  placed: readonly Placed[],
  span: { readonly left: number; readonly right: number },
  y: number,
): void {
  const boxes = placed.map(({ at, text }) => {
    const width = widthOf(text, AXIS);
    const from = Math.min(Math.max(at - width / 2, span.left), span.right - width);
    return { text, at, from, to: from + width };
  });
  let end = -Infinity;
  for (const [index, box] of boxes.entries()) {
    const last = boxes.at(-1)!;
    const isLast = index === boxes.length - 1;
    if (box.from < end + GAP || (!isLast && box.to + GAP > last.from)) continue;
    end = box.to;
    const isMoved = Math.abs((box.from + box.to) / 2 - box.at) > 0.05;
    const anchor = !isMoved ? 'middle' : box.from <= span.left + 0.05 ? 'start' : 'end';
    const x = anchor === 'middle' ? box.at : anchor === 'start' ? box.from : box.to;
    surface.text(x, y, box.text, { fill: palette.ink3, anchor });
  }
}

export interface KeyItem {
  readonly name: string;
  /** A swatch, or a line when it has only a stroke. */
  readonly paint: Paint;
}

const SWATCH = 10;
/** Long enough to show a dash and the next. */
const LINE_SWATCH = 16;
const ITEM_GAP = 14;

/** From the left in rows of 16 px; ends at `right`. */
export function keyPlaces(
  items: readonly KeyItem[],
  span: { readonly left: number; readonly right: number },
): { readonly height: number; readonly places: readonly { readonly x: number; readonly y: number }[] } {
  let x = span.left;
  let y = 0;
  const places = items.map(({ name, paint }) => {
    const width = swatchOf(paint) + 6 + widthOf(name, AXIS);
    if (x > span.left && x + width > span.right) {
      x = span.left;
      y += 16;
    }
    const place = { x, y };
    x += width + ITEM_GAP;
    return place;
  });
  return { height: items.length === 0 ? 0 : y + 16, places };
}

function swatchOf({ fill, stroke }: Paint): number {
  return fill === undefined && stroke !== undefined ? LINE_SWATCH : SWATCH;
}

export function drawKey(
  surface: Surface,
  { palette }: Look,
  items: readonly KeyItem[],
  span: { readonly left: number; readonly right: number; readonly top: number },
): void {
  const { places } = keyPlaces(items, span);
  for (const [at, { name, paint }] of items.entries()) {
    const { x, y } = places[at]!;
    const top = span.top + y;
    if (paint.fill === undefined && paint.stroke !== undefined)
      surface.line(x, top + 7, x + LINE_SWATCH, top + 7, { ...paint, stroke: paint.stroke });
    else surface.rect(x, top + 2, SWATCH, SWATCH, paint);
    surface.text(x + swatchOf(paint) + 6, top + 11, name, { fill: palette.ink2, halo: palette.surface });
  }
}

/** On an axis of lengths: "0", "30 s", "2 min", "1 h". */
export function stepText(numbers: Numbers, seconds: number): string {
  if (seconds === 0) return '0';
  if (seconds >= 3600 && seconds % 1800 === 0) {
    const hours = seconds / 3600;
    return `${numbers.plain(hours, Number.isInteger(hours) ? 0 : 1)}\u00a0h`;
  }
  if (seconds >= 60 && seconds % 60 === 0) return `${numbers.plain(seconds / 60, 0)}\u00a0min`;
  return `${numbers.plain(seconds, Number.isInteger(seconds) ? 0 : 1)}\u00a0s`;
}

/** On an axis of shares and in labels: no decimals, but where the steps need one. */
export function percentText(numbers: Numbers, share: number, step = 0.01): string {
  return numbers.percent(share, step < 0.00999 ? 1 : 0);
}

/** A count a day: whole numbers from ten on, hundredths of what happens less than every tenth day. */
export function countText(numbers: Numbers, value: number): string {
  if (Number.isNaN(value)) return numbers.absent;
  const size = Math.abs(value);
  if (size < 1e-9 || size >= 9.95 || Number.isInteger(value)) return numbers.plain(value, 0);
  return numbers.plain(value, size < 0.095 ? 2 : 1);
}
