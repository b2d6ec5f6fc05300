/**
 * The interval strip, the mark this design is known by: an axis, a tick for the target with a hook to its good side, a bar for
 * the 95 % interval, a dot for the value. Without an interval there is no bar; a missed target is vermilion. The number and the
 * verdict in words stand beside it, never only in it.
 */
import type { Verdict } from '../schema.ts';
import { linear } from './axis.ts';
import { ALARM, ALARM_WASH, chart, frameOf, INK, INTERVAL, line, LINE_STRONG, NOW, rect } from './frame.ts';
import type { ChartOptions } from './frame.ts';
import { el, pathOf, type Svg } from './svg.ts';

export interface StripParts {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly target?: number | null;
  /** Which side of the target is good. */
  readonly better?: 'higher' | 'lower';
  readonly verdict?: Verdict | null;
  /** What the axis spans: the same for strips that are compared. Otherwise it fits what it shows. */
  readonly domain?: readonly [number, number];
}

const WIDTH = 180;
const HEIGHT = 24;
const EDGE = 8;

/** null: no value. */
export function intervalStrip(parts: StripParts, options: ChartOptions): string | null {
  const { mean, low, high } = parts;
  if (mean === null) return null;
  const target = parts.target ?? null;
  const drawn = { ...options, width: options.width ?? WIDTH };
  const { width } = frameOf(drawn);
  const x = linear(parts.domain ?? domainOf(parts, mean), [EDGE, width - EDGE]).clamp(true);
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
  return chart(drawn, HEIGHT, marks);
}

/** All it shows, and a quarter more on either side. */
function domainOf({ low, high, target }: StripParts, mean: number): [number, number] {
  const shown = [mean, low ?? mean, high ?? mean, target ?? mean];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const room = most > least ? (most - least) / 4 : Math.max(Math.abs(mean) / 10, 0.01);
  return [least - room, most + room];
}
