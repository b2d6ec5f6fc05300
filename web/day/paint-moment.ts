/**
 * Paints what changes over the lanes while a day is played or a contact is chosen: the moment, what comes after it, the contact with its
 * drop lines, the keyboard's cursor. The lanes below stay as they were painted.
 */
import type { Palette } from '../charts/palette.ts';
import type { Surface } from '../charts/surface.ts';
import { waitY, xOf } from './lanes-layout.ts';
import { span, type LanesPicture, type LanesWords } from './paint-lanes.ts';

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
