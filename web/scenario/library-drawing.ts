/**
 * The picture of a scenario: calls as an area, people as a stepped line, queues as rings with arrows where they overflow, plum where a
 * callback is offered. It shows shapes, not numbers, and knows nothing of where they come from.
 */
import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Glance } from './library-picture.ts';

const DAY = { left: 8, right: 172, top: 14, bottom: 74 } as const;
const QUEUES = { x: 204, top: 20, bottom: 68 } as const;
export const PICTURE = { width: 240, height: 82 } as const;

export function drawingOf(glance: Glance): TemplateResult {
  return svg`
    ${area(glance.calls)}
    ${steps(glance.staff)}
    <path class="ground" d="M${DAY.left} ${DAY.bottom}H${DAY.right}" />
    ${glance.missed > 0.03 ? missedRings() : null}
    ${glance.hasQuota ? quota() : null}
    ${queueRings(glance)}
  `;
}

function area(calls: readonly number[]): TemplateResult | null {
  if (calls.length === 0) return null;
  const points = calls.map((value, step) => `${x(step + 0.5, calls.length)} ${y(value * 0.92)}`);
  const line = `M${DAY.left} ${y((calls[0] ?? 0) * 0.92)}L${points.join('L')}L${DAY.right} ${y((calls.at(-1) ?? 0) * 0.92)}`;
  return svg`
    <path class="calls" d="${line}V${DAY.bottom}H${DAY.left}Z" />
    <path class="curve" d=${line} />
  `;
}

function steps(staff: readonly number[]): TemplateResult | null {
  if (staff.length === 0) return null;
  const line = staff.map(
    (value, step) =>
      `${step === 0 ? 'M' : 'L'}${x(step, staff.length)} ${y(value)}H${x(step + 1, staff.length)}`,
  );
  return svg`<path class="staff" d=${line.join('')} />`;
}

function x(step: number, steps: number): string {
  return (DAY.left + ((DAY.right - DAY.left) * step) / steps).toFixed(1);
}

function y(value: number): string {
  return (DAY.bottom - (DAY.bottom - DAY.top) * value).toFixed(1);
}

/** More queues than fit are not told apart at a glance. */
const RINGS_MOST = 4;

function queueRings({ queues, moves, hasCallbacks, hasRedial }: Glance): TemplateResult {
  const count = Math.min(queues.length, RINGS_MOST);
  const radius = count > 2 ? 6 : 9;
  const place = (at: number) =>
    count === 1 ? 44 : QUEUES.top + ((QUEUES.bottom - QUEUES.top) * at) / (count - 1);
  const shown = moves.filter(([from, to]) => from < count && to < count);
  return svg`
    ${shown.map(([from, to], at) => move(place(from), to === -1 ? null : place(to), radius, at))}
    ${Array.from({ length: count }, (_, at) => svg`<circle class="queue" cx=${QUEUES.x} cy=${place(at)} r=${radius} />`)}
    ${hasCallbacks ? callbackMark(place(0), radius) : null}
    ${hasRedial ? redialMark(place(0), radius) : null}
  `;
}

/** Down on the right, up on the left, so that two that answer each other are seen as two. */
function move(from: number, to: number | null, radius: number, at: number): TemplateResult {
  if (to === null) {
    const end = QUEUES.x + 28;
    return svg`<path class="move" d="M${QUEUES.x + radius} ${from}H${end}m-4-3.5 4 3.5-4 3.5" />`;
  }
  const side = to > from ? 1 : -1;
  const out = QUEUES.x + side * (radius + 8 + at);
  const edge = QUEUES.x + side * radius;
  return svg`<path class="move" d="M${edge} ${from}C${out + side * 6} ${from} ${out + side * 6} ${to} ${edge + side * 2} ${to}m${side * 4}-3.5 ${-side * 4} 3.5 ${side * 4} 3.5" />`;
}

/** Out to the caller and back to the head of the queue. */
function callbackMark(at: number, radius: number): TemplateResult {
  const left = QUEUES.x - radius;
  return svg`<path class="callback" d="M${left - 2} ${at - 4}h-12v8h10m-3.5-3.5 3.5 3.5-3.5 3.5" />`;
}

/** Away and back again. */
function redialMark(at: number, radius: number): TemplateResult {
  const top = at - radius;
  return svg`<path class="redial" d="M${QUEUES.x + 4} ${top - 1}c8-14 -18-14 -9-1m-4.5-1.5 4.5 1.5 .5-4.8" />`;
}

/** Rings in the air that nobody takes. */
function missedRings(): TemplateResult {
  return svg`<g class="missed">${[0, 1, 2, 3].map(
    (at) => svg`<path d="M${40 + at * 34} ${DAY.top + 22}l7 7m0-7-7 7" />`,
  )}</g>`;
}

/** One agent after the other has used up his places. */
function quota(): TemplateResult {
  return svg`<g class="quota">${[0, 1, 2, 3, 4, 5, 6].map(
    (at) => svg`<path d="M${112 + at * 8} ${DAY.bottom - 4}v${-(24 - at * 3)}" />`,
  )}</g>`;
}
