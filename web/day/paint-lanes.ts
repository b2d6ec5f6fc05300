/**
 * Paints the lanes: waiting contacts, and agents by what they do. It paints what is seen of the drawing and of the day, however long
 * both are, on whatever surface it is given; what changes with the moment is painted over it (paint-moment.ts).
 */
import type { Palette } from '../charts/palette.ts';
import { AXIS, type Surface } from '../charts/surface.ts';
import type { DayIndex } from './day-index.ts';
import { waitY, xOf, type LanesLayout } from './lanes-layout.ts';
import { paintStretch, type Box } from './paint-stretch.ts';
import { tickStep } from './time-window.ts';

/** The words and numbers a painter cannot make itself. */
export interface LanesWords {
  readonly clock: (t: number) => string;
  readonly clockWithSeconds: (t: number) => string;
  readonly waiting: string;
  /** "271 contacts" */
  readonly waitingCount: string;
  /** "24 signed in" */
  readonly signedIn: (count: number) => string;
  readonly pressedOne: string;
}

export interface LanesPicture {
  readonly index: DayIndex;
  readonly layout: LanesLayout;
  /** The part of the drawing that is on the screen. */
  readonly top: number;
  readonly bottom: number;
  readonly chosen: number | null;
  /** The stretch or wait under the keyboard's cursor, as a rectangle. */
  readonly focus: Box | null;
  /** The moment that is looked at; null: none. */
  readonly cursor: number | null;
  /** What comes after the moment is not known yet: it is dimmed. */
  readonly isPlaying: boolean;
  readonly isNarrow: boolean;
}

/** What stays while a day is played: the window, its waits and its lanes. */
export function paintLanes(
  surface: Surface,
  picture: LanesPicture,
  colors: Palette,
  words: LanesWords,
): void {
  paintGrid(surface, picture, colors, words);
  paintBand(surface, picture, colors, words);
  paintNames(surface, picture, colors);
  for (const { agent, y } of picture.layout.lanes)
    if (y + picture.layout.laneHeight >= picture.top && y <= picture.bottom)
      paintLane(surface, picture, colors, agent, y);
}

function paintGrid(
  surface: Surface,
  { index, layout }: LanesPicture,
  colors: Palette,
  words: LanesWords,
): void {
  const { window, left, right, height, axisY } = layout;
  const step = tickStep(window.to - window.from, right - left);
  // Ticks at round clock times, also where the day does not begin at one.
  const start = index.view.from;
  for (let t = Math.ceil((start + window.from) / step) * step - start; t <= window.to; t += step) {
    const x = xOf(layout, t);
    surface.line(x, axisY + 6, x, height - 8, { stroke: colors.line });
    const anchor = x < left + 16 ? 'start' : x > right - 16 ? 'end' : 'middle';
    surface.text(x, axisY, words.clock(t), { fill: colors.ink2, anchor, size: AXIS });
  }
}

function paintBand(surface: Surface, picture: LanesPicture, colors: Palette, words: LanesWords): void {
  const { index, layout, top, isNarrow } = picture;
  const { band, window, left } = layout;
  if (band.y + band.height < top) return;
  surface.text(0, band.y + 12, words.waiting, { fill: colors.ink, isStrong: true, size: 12 });
  if (!isNarrow) surface.text(0, band.y + 27, words.waitingCount, { fill: colors.ink2 });
  const { waiting } = index.view;
  const width = Math.max(1, Math.min(band.row > 3 ? band.row - 2 : 2, band.row));
  for (let at = 0; at < waiting.from.length; at++) {
    if (waiting.from[at]! >= window.to) break;
    if (waiting.to[at]! <= window.from) continue;
    const [x1, x2] = span(layout, waiting.from[at]!, waiting.to[at]!);
    const y = waitY(layout, waiting.row[at]!);
    if (waiting.isCallback[at] === 1)
      surface.line(x1, y, x2, y, { stroke: colors.callback, width: Math.min(1, width), dash: [2, 2] });
    else surface.rect(x1, y - width / 2, Math.max(1, x2 - x1), width, { fill: colors.now });
    if (isGivenUp(index, at) && waiting.to[at]! < window.to)
      surface.rect(x2 - 0.5, y - 2, 1.5, 4, { fill: colors.ink });
  }
  surface.line(0, band.y + band.height + 4, left > 0 ? layout.right : 0, band.y + band.height + 4, {
    stroke: colors.line,
  });
}

function isGivenUp(index: DayIndex, wait: number): boolean {
  const { waiting, contacts } = index.view;
  const contact = contacts[index.placeOf(waiting.contact[wait]!)];
  return contact?.closed === 'abandoned' && contact.closedAt === waiting.to[wait];
}

function paintNames(surface: Surface, { layout, top, bottom }: LanesPicture, colors: Palette): void {
  layout.groups.forEach(({ name, y }, at) => {
    if (y + 22 < top || y > bottom) return;
    if (at > 0) surface.line(0, y - 3, layout.right, y - 3, { stroke: colors.line });
    surface.text(0, y + 14, name, { fill: colors.ink, isStrong: true, size: 12 });
  });
  for (const { name, y } of layout.lanes)
    if (y + layout.laneHeight >= top && y <= bottom)
      surface.text(layout.left - 8, y + layout.laneHeight / 2 + 4, name, {
        fill: colors.ink2,
        anchor: 'end',
        size: 11,
      });
}

function paintLane(surface: Surface, picture: LanesPicture, colors: Palette, agent: number, y: number): void {
  const { index, layout, chosen } = picture;
  const { lanes } = index.view;
  const { window } = layout;
  const end = index.rangeOf(agent)[1];
  for (let at = index.firstAfter(agent, window.from); at < end && lanes.from[at]! < window.to; at++) {
    const [x1, x2] = span(layout, lanes.from[at]!, lanes.to[at]!);
    const isChosen = chosen !== null && lanes.contact[at] === chosen;
    paintStretch(
      surface,
      colors,
      index.stateOf(at),
      { x: x1, y, width: x2 - x1, height: layout.laneHeight },
      isChosen,
    );
  }
}

/** Cut at the window's edges. */
export function span(layout: LanesLayout, from: number, to: number): readonly [number, number] {
  return [Math.max(layout.left, xOf(layout, from)), Math.min(layout.right, xOf(layout, to))];
}
