/**
 * The interval strip, the mark this design is known by: an axis, a tick for the target with a hook to its good side, a bar for
 * the 95 % interval, a dot for the value. Without an interval there is no bar; a missed target is vermilion. The number and the
 * verdict in words stand beside it, never only in it. An axis of its own has both ends written: else a target missed by half a
 * point and one missed by thirty would be the same picture.
 */
import type { Verdict } from '../schema.ts';
import {
  ALARM,
  ALARM_WASH,
  chart,
  frameOf,
  INK,
  INK_3,
  INTERVAL,
  label,
  line,
  LINE_STRONG,
  NOW,
  rect,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, pathOf, type Svg } from './svg.ts';

/** Shares. */
export interface StripParts {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly target?: number | null;
  /** Which side of the target is good. */
  readonly better?: 'higher' | 'lower';
  readonly verdict?: Verdict | null;
  /** What the axis spans: the same for strips that are compared. Otherwise it fits what it shows, and says so. */
  readonly domain?: readonly [number, number];
}

const WIDTH = 180;
const HEIGHT = 24;
const EDGE = 8;
/** Below, for the ends of the axis. */
const ENDS = 13;

/** null: no value. */
export function intervalStrip(parts: StripParts, options: ChartOptions): string | null {
  const { mean, low, high } = parts;
  if (mean === null) return null;
  const target = parts.target ?? null;
  const drawn = { ...options, width: options.width ?? WIDTH };
  const frame = frameOf(drawn);
  const { width } = frame;
  const domain = parts.domain ?? domainOf(parts, mean);
  const x = linear(domain, [EDGE, width - EDGE], true);
  const middle = HEIGHT / 2;
  const isMissed = parts.verdict === 'missed';
  const marks: (Svg | null)[] = [line(0, middle, width, middle, { stroke: LINE_STRONG })];
  if (low !== null && high !== null) {
    const [from, to] = [x(low), x(high)];
    marks.push(
      rect(from, middle - 5, Math.max(1, to - from), 10, {
        rx: 2,
        fill: isMissed ? ALARM_WASH : INTERVAL,
        stroke: isMissed ? ALARM : undefined,
      }),
    );
  }
  if (target !== null) {
    const hook = parts.better === 'lower' ? -5 : 5;
    marks.push(
      el('path', {
        d: pathOf([
          [x(target) + hook, 3],
          [x(target), 3],
          [x(target), HEIGHT - 3],
        ]),
        fill: 'none',
        stroke: INK,
        'stroke-width': 1.5,
      }),
    );
  }
  marks.push(el('circle', { cx: x(mean), cy: middle, r: 4, fill: isMissed ? ALARM : NOW }));
  if (parts.domain !== undefined) return chart(drawn, HEIGHT, marks);
  return chart(drawn, HEIGHT + ENDS, [...marks, ends(frame, domain, x)]);
}

/** A tick and a number at either end. */
function ends({ text, width }: Frame, [from, to]: readonly [number, number], x: Scale): Svg {
  const tick = (at: number): Svg => line(at, HEIGHT / 2 - 3, at, HEIGHT / 2 + 3, { stroke: LINE_STRONG });
  const y = HEIGHT + ENDS - 3;
  return all([
    tick(x(from)),
    tick(x(to)),
    label(0, y, text.share(from), { fill: INK_3 }),
    label(width, y, text.share(to), { anchor: 'end', fill: INK_3 }),
  ]);
}

/** From the edge of the axis to the nearest mark at least. */
const ROOM = 0.02;

/** All it shows, out to the next tenths: round ends are read faster, and two runs of a scenario have the same axis. */
function domainOf({ low, high, target }: StripParts, mean: number): [number, number] {
  const shown = [mean, low ?? mean, high ?? mean, target ?? mean];
  return [
    Math.max(0, Math.floor(10 * (Math.min(...shown) - ROOM)) / 10),
    Math.min(1, Math.ceil(10 * (Math.max(...shown) + ROOM)) / 10),
  ];
}
