/**
 * Where everything of the lanes lies: the axis, the band of waiting contacts, a row for each agent under the name of its group; and what lies
 * under a point. Pixels from the top left of the whole drawing, of which a screen sees a part. It paints nothing.
 */
import type { DayIndex } from './day-index.ts';
import type { TimeWindow } from './time-window.ts';

export interface LaneRow {
  readonly agent: number;
  readonly name: string;
  readonly y: number;
}

export interface GroupRow {
  readonly name: string;
  readonly y: number;
  readonly first: number;
  readonly count: number;
}

export interface LanesLayout {
  readonly width: number;
  readonly height: number;
  /** Where time begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly window: TimeWindow;
  readonly laneHeight: number;
  readonly axisY: number;
  readonly band: { readonly y: number; readonly height: number; readonly row: number };
  readonly groups: readonly GroupRow[];
  readonly lanes: readonly LaneRow[];
}

export const LANE = 14;
/** On a tall screen or a projector; taller ones would look empty. */
const LANE_MOST = 22;
const GAP = 10;
const AXIS = 20;
const HEADING = 22;
const ROW = 3;
const ROW_MOST = 6;
/** A flood of a thousand callbacks is drawn closer, not taller. */
const BAND_MOST = 132;
const BAND_LEAST = 44;

/** @param room the height there is: lanes and waits grow into it, and never shrink */
export function layLanes(
  index: DayIndex,
  window: TimeWindow,
  width: number,
  labels: number,
  room = 0,
): LanesLayout {
  const { view, rows } = index;
  const row = Math.min(room > 0 ? ROW_MOST : ROW, (BAND_MOST - 8) / Math.max(1, rows));
  const band = { y: AXIS + 4, height: Math.max(BAND_LEAST, rows * row + 8), row };
  const lanes: LaneRow[] = [];
  const groups: GroupRow[] = [];
  let y = band.y + band.height + 8;
  const laneHeight = laneHeightIn(index, room - y);
  let agent = 0;
  for (const { name, agents } of view.groups) {
    const first = agent;
    const laid = agents.map((each) => ({ name: each, agent: agent++ }));
    const there = laid.filter((each) => isThere(index, each.agent));
    if (there.length === 0) continue;
    groups.push({ name, y, first, count: agents.length });
    y += HEADING;
    for (const each of there) {
      lanes.push({ ...each, y });
      y += laneHeight;
    }
    y += GAP;
  }
  return {
    width,
    height: y,
    left: labels,
    right: Math.max(labels + 40, width - 2),
    window,
    laneHeight,
    axisY: AXIS - 6,
    band,
    groups,
    lanes,
  };
}

function laneHeightIn(index: DayIndex, room: number): number {
  let agent = 0;
  const counts = index.view.groups.map(({ agents }) => agents.filter(() => isThere(index, agent++)).length);
  const lanes = counts.reduce((sum, count) => sum + count, 0);
  const heads = counts.filter((count) => count > 0).length * (HEADING + GAP);
  return Math.max(LANE, Math.min(LANE_MOST, Math.floor((room - heads) / Math.max(1, lanes))));
}

/** Whoever was not there on this day has no lane. */
function isThere(index: DayIndex, agent: number): boolean {
  const [from, to] = index.rangeOf(agent);
  return to > from;
}

export function xOf({ left, right, window }: LanesLayout, t: number): number {
  return left + ((t - window.from) / (window.to - window.from)) * (right - left);
}

export function timeAt({ left, right, window }: LanesLayout, x: number): number {
  return window.from + ((x - left) / (right - left)) * (window.to - window.from);
}

/** What lies under a point: a stretch of a lane, or a wait; null: nothing that belongs to a contact. */
export type Hit =
  { readonly kind: 'lane'; readonly stretch: number } | { readonly kind: 'wait'; readonly wait: number };

/** So far beside a mark a pointer still means it. */
const NEAR = 3;

export function hitAt(index: DayIndex, layout: LanesLayout, x: number, y: number): Hit | null {
  if (x < layout.left || x > layout.right) return null;
  const [from, to] = [timeAt(layout, x - NEAR), timeAt(layout, x + NEAR)];
  if (y >= layout.band.y && y < layout.band.y + layout.band.height)
    return waitUnder(index, layout, y, from, to);
  const lane = layout.lanes.find((each) => y >= each.y && y < each.y + layout.laneHeight);
  if (lane === undefined) return null;
  const { lanes } = index.view;
  const middle = (from + to) / 2;
  const last = index.rangeOf(lane.agent)[1];
  let best: number | null = null;
  for (let at = index.firstAfter(lane.agent, from); at < last && lanes.from[at]! <= to; at++) {
    const isOver = lanes.from[at]! <= middle && lanes.to[at]! > middle;
    if (lanes.contact[at]! > 0 && (best === null || isOver)) best = at;
  }
  return best === null ? null : { kind: 'lane', stretch: best };
}

/** Rows may be thinner than a pointer is sharp: the nearest one with a wait there. */
function waitUnder(index: DayIndex, layout: LanesLayout, y: number, from: number, to: number): Hit | null {
  const { waiting } = index.view;
  const row = (y - layout.band.y - 4) / layout.band.row;
  const reach = Math.max(1.5, 4 / layout.band.row);
  let best: number | null = null;
  let nearest = reach;
  for (let at = 0; at < waiting.row.length; at++) {
    if (waiting.from[at]! > to) break;
    const away = Math.abs(waiting.row[at]! + 0.5 - row);
    if (waiting.to[at]! < from || away >= nearest) continue;
    best = at;
    nearest = away;
  }
  return best === null ? null : { kind: 'wait', wait: best };
}

/** The y of a wait's line. */
export function waitY({ band }: LanesLayout, row: number): number {
  return band.y + 4 + row * band.row + Math.min(1, band.row / 2);
}
