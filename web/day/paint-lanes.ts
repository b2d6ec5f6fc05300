/**
 * Paints the lanes: waiting contacts, agents by what they do, the chosen contact with its drop lines, the moment that is looked at. It
 * paints what is seen of the drawing and of the day, however long both are, on whatever surface it is given.
 */
import type { Palette } from '../charts/palette.ts';
import { AXIS, type Surface } from '../charts/surface.ts';
import type { LaneState } from '../../workers/workbench/api.ts';
import type { DayIndex } from './day-index.ts';
import { waitY, xOf, type LanesLayout } from './lanes-layout.ts';
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

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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

/** What changes with the moment and with the choice, over it. */
export function paintMoment(
  surface: Surface,
  picture: LanesPicture,
  colors: Palette,
  words: LanesWords,
): void {
  if (picture.isPlaying && picture.cursor !== null) paintFuture(surface, picture, colors, picture.cursor);
  paintSignedIn(surface, picture, colors, words);
  if (picture.chosen !== null) paintChosen(surface, picture, colors, words, picture.chosen);
  if (picture.cursor !== null) paintCursor(surface, picture, colors, words, picture.cursor);
  if (picture.focus !== null) {
    const { x, y, width, height } = picture.focus;
    surface.rect(x - 3, y - 3, width + 6, height + 6, {
      stroke: colors.ink,
      width: 2,
      dash: [3, 2],
      radius: 3,
    });
  }
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
  const width = Math.max(1, Math.min(2, band.row));
  for (let at = 0; at < waiting.from.length; at++) {
    if (waiting.from[at]! >= window.to) break;
    if (waiting.to[at]! <= window.from) continue;
    const [x1, x2] = span(layout, waiting.from[at]!, waiting.to[at]!);
    const y = waitY(layout, waiting.row[at]!);
    if (waiting.isCallback[at] === 1)
      surface.line(x1, y, x2, y, { stroke: colors.callback, width: Math.min(1, width), dash: [2, 2] });
    else surface.rect(x1, y - width / 2, Math.max(1, x2 - x1), width, { fill: colors.now, alpha: 0.75 });
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
      surface.text(layout.left - 8, y + 11, name, { fill: colors.ink2, anchor: 'end', size: 11 });
}

/** At the moment that is looked at, else in the middle of the window. */
function paintSignedIn(surface: Surface, picture: LanesPicture, colors: Palette, words: LanesWords): void {
  const { index, layout, top, bottom, cursor } = picture;
  const { window } = layout;
  const t = cursor ?? (window.from + window.to) / 2;
  for (const { y, first, count } of layout.groups) {
    if (y + 22 < top || y > bottom) continue;
    let signedIn = 0;
    for (let agent = first; agent < first + count; agent++) if (index.stretchAt(agent, t) >= 0) signedIn += 1;
    surface.text(layout.right, y + 14, words.signedIn(signedIn), {
      fill: colors.ink2,
      anchor: 'end',
      halo: colors.surface,
    });
  }
}

function paintLane(surface: Surface, picture: LanesPicture, colors: Palette, agent: number, y: number): void {
  const { index, layout, chosen } = picture;
  const { lanes } = index.view;
  const { window } = layout;
  const end = index.rangeOf(agent)[1];
  for (let at = index.firstAfter(agent, window.from); at < end && lanes.from[at]! < window.to; at++) {
    const [x1, x2] = span(layout, lanes.from[at]!, lanes.to[at]!);
    const isChosen = chosen !== null && lanes.contact[at] === chosen;
    paintStretch(surface, colors, index.stateOf(at), { x: x1, y, width: x2 - x1, height: LANE }, isChosen);
  }
}

const LANE = 14;

/** One stretch by the chart grammar; a legend shows the same. */
export function paintStretch(
  surface: Surface,
  colors: Palette,
  state: LaneState,
  { x, y, width: wide, height }: Box,
  isStrong = false,
): void {
  const [top, tall] = [y + 2, height - 4];
  const width = Math.max(0.75, wide);
  const solid = isStrong ? 1 : 0.82;
  switch (state) {
    case 'idle':
      surface.line(x, y + height / 2, x + width, y + height / 2, { stroke: colors.lineStrong });
      return;
    case 'ringing':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        fill: colors.surface,
        stroke: colors.now,
      });
      return;
    case 'talking':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, { fill: colors.now, alpha: solid, radius: 1 });
      return;
    case 'wrapUp':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, { fill: colors.band80, alpha: 0.8, radius: 1 });
      return;
    case 'dialling':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        fill: colors.callbackWash,
        stroke: colors.callback,
      });
      return;
    case 'callbackTalk':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, {
        fill: colors.callback,
        alpha: solid,
        radius: 1,
      });
      // A line below tells it from a call in grey print.
      if (width > 3)
        surface.line(x + 1, top + tall / 2, x + width - 1.6, top + tall / 2, { stroke: colors.surface });
      return;
    case 'rona':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        hatch: colors.alarm,
        stroke: colors.alarm,
      });
      return;
    case 'break':
      surface.rect(x, top, width, tall, { hatch: colors.ghost });
      return;
  }
}

function paintFuture(
  surface: Surface,
  { layout, top, bottom }: LanesPicture,
  colors: Palette,
  cursor: number,
): void {
  const x = Math.max(layout.left, xOf(layout, cursor));
  const from = Math.max(top, layout.band.y);
  if (x < layout.right)
    surface.rect(x, from, layout.right - x + 2, bottom - from, { fill: colors.surface, alpha: 0.72 });
}

/** Its waits drawn strong, a circle where it came, and dotted lines down to whom it was given. */
function paintChosen(
  surface: Surface,
  { index, layout, cursor }: LanesPicture,
  colors: Palette,
  words: LanesWords,
  contact: number,
): void {
  const { lanes, waiting } = index.view;
  const { window, left, right } = layout;
  const waits = index.waitsOf(contact);
  const y = waits.length === 0 ? layout.band.y + 6 : waitY(layout, waiting.row[waits[0]!]!);
  for (const at of index.lanesOf(contact)) {
    const state = index.stateOf(at);
    if (lanes.to[at]! <= window.from || lanes.from[at]! >= window.to) continue;
    const row = layout.lanes.find(({ agent }) => agent === lanes.agent[at]);
    if (row === undefined) continue;
    const [x1, x2] = span(layout, lanes.from[at]!, lanes.to[at]!);
    if (state === 'ringing' || state === 'dialling' || state === 'rona')
      surface.path(`M${x1},${y}V${row.y + 1}`, { stroke: colors.ink, width: 1, dash: [2, 2] });
    surface.rect(x1 - 1.5, row.y + 0.5, Math.max(3, x2 - x1) + 3, layout.laneHeight - 1, {
      stroke: colors.ink,
      width: 1.6,
      radius: 2,
    });
  }
  for (const at of waits) {
    if (waiting.to[at]! <= window.from || waiting.from[at]! >= window.to) continue;
    const [x1, x2] = span(layout, waiting.from[at]!, waiting.to[at]!);
    const isCallback = waiting.isCallback[at] === 1;
    surface.rect(x1, y - 2.5, Math.max(2, x2 - x1), 5, { fill: colors.surface });
    surface.line(x1, y, Math.max(x1 + 2, x2), y, {
      stroke: isCallback ? colors.callback : colors.now,
      width: isCallback ? 2 : 3,
    });
    if (waiting.from[at]! < window.from) continue;
    if (isCallback) {
      surface.circle(x1, y, 3.5, { fill: colors.callback });
      const isRoom = x1 < right - 70;
      surface.text(isRoom ? x1 + 7 : x1 - 7, y - 5, words.pressedOne, {
        fill: colors.callback,
        anchor: isRoom ? 'start' : 'end',
        halo: colors.surface,
      });
    } else if (at === waits[0]) {
      surface.circle(x1, y, 4, { fill: colors.surface, stroke: colors.ink, width: 1.8 });
      // Where the moment is looked at that says its clock already.
      if (cursor !== null && Math.abs(cursor - waiting.from[at]!) < 1000) continue;
      const isRoom = x1 > left + 64;
      surface.text(isRoom ? x1 - 8 : x1, isRoom ? y + 4 : y - 7, words.clockWithSeconds(waiting.from[at]!), {
        fill: colors.ink,
        isStrong: true,
        anchor: isRoom ? 'end' : 'start',
        halo: colors.surface,
      });
    }
  }
}

/** A clock with seconds, and the neighbour it would cut in half. */
const CLOCK = 92;

function paintCursor(
  surface: Surface,
  { layout }: LanesPicture,
  colors: Palette,
  words: LanesWords,
  cursor: number,
): void {
  const x = xOf(layout, cursor);
  if (x < layout.left - 0.5 || x > layout.right + 0.5) return;
  surface.line(x, layout.axisY + 2, x, layout.height - 8, { stroke: colors.ink });
  const anchor = x < layout.left + 28 ? 'start' : x > layout.right - 28 ? 'end' : 'middle';
  // The ticks beside it would be half hidden.
  const from = anchor === 'start' ? x - 4 : anchor === 'end' ? x - CLOCK + 4 : x - CLOCK / 2;
  surface.rect(from, layout.axisY - 12, CLOCK, 16, { fill: colors.surface });
  surface.text(x, layout.axisY, words.clockWithSeconds(cursor), {
    fill: colors.ink,
    isStrong: true,
    anchor,
    halo: colors.surface,
  });
}

/** Cut at the window's edges. */
function span(layout: LanesLayout, from: number, to: number): readonly [number, number] {
  return [Math.max(layout.left, xOf(layout, from)), Math.min(layout.right, xOf(layout, to))];
}
