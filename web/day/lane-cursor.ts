/** Where the keyboard's cursor goes: from contact to contact along a lane, and up and down between lanes at the same time of day. */
import type { DayIndex } from './day-index.ts';
import type { Hit, LanesLayout } from './lanes-layout.ts';

export type Spot = Hit;

/** The first stretch with a contact that ends after `t`, in the first lane that has one. */
export function firstSpot(index: DayIndex, layout: LanesLayout, t: number): Spot | null {
  for (const { agent } of layout.lanes) {
    const spot = nearestIn(index, agent, t);
    if (spot !== null) return spot;
  }
  return null;
}

/** Null: there is nothing that way. */
export function spotAfter(index: DayIndex, layout: LanesLayout, spot: Spot, key: string): Spot | null {
  if (spot.kind === 'wait') return waitAfter(index, layout, spot.wait, key);
  const { lanes } = index.view;
  const agent = lanes.agent[spot.stretch]!;
  const [from, to] = index.rangeOf(agent);
  switch (key) {
    case 'ArrowRight':
      return withContact(index, spot.stretch + 1, to, 1);
    case 'ArrowLeft':
      return withContact(index, spot.stretch - 1, from - 1, -1);
    case 'Home':
      return withContact(index, from, to, 1);
    case 'End':
      return withContact(index, to - 1, from - 1, -1);
    default:
      return inOtherLane(index, layout, agent, lanes.from[spot.stretch]!, key === 'ArrowDown' ? 1 : -1);
  }
}

function withContact(index: DayIndex, from: number, to: number, step: 1 | -1): Spot | null {
  for (let at = from; at !== to; at += step)
    if (index.view.lanes.contact[at]! > 0) return { kind: 'lane', stretch: at };
  return null;
}

/** Above the first lane are the waiting contacts. */
function inOtherLane(
  index: DayIndex,
  layout: LanesLayout,
  agent: number,
  t: number,
  step: 1 | -1,
): Spot | null {
  let row = layout.lanes.findIndex((lane) => lane.agent === agent) + step;
  for (; row >= 0 && row < layout.lanes.length; row += step) {
    const spot = nearestIn(index, layout.lanes[row]!.agent, t);
    if (spot !== null) return spot;
  }
  if (row >= 0) return null;
  const wait = index.view.waiting.to.findIndex((end) => end > t);
  return wait < 0 ? null : { kind: 'wait', wait };
}

/** Waits go by their begin. */
function waitAfter(index: DayIndex, layout: LanesLayout, wait: number, key: string): Spot | null {
  const { from } = index.view.waiting;
  if (key === 'ArrowDown') return firstSpot(index, layout, from[wait]!);
  const next = { ArrowRight: wait + 1, ArrowLeft: wait - 1, Home: 0, End: from.length - 1 }[key];
  return next === undefined || next < 0 || next >= from.length ? null : { kind: 'wait', wait: next };
}

function nearestIn(index: DayIndex, agent: number, t: number): Spot | null {
  const [from, to] = index.rangeOf(agent);
  const at = Math.min(index.firstAfter(agent, t), to - 1);
  return withContact(index, at, to, 1) ?? withContact(index, at, from - 1, -1);
}
