/**
 * Which share of those who hear an offer take it, by the number of the offer: a point, its 95 % interval as a whisker, and how many
 * a day heard it. Offers are told in their order; those nobody heard are left out.
 */
import { max } from 'd3-array';
import type { Funnel } from '../schema.ts';
import { axisRoom, countTicks, gridlines } from './axis.ts';
import {
  AXIS,
  CALLBACK,
  chart,
  frameOf,
  INK,
  INK_3,
  LABEL,
  label,
  NOTHING,
  type ChartOptions,
} from './frame.ts';
import { linear } from './scale.ts';
import { all, el, pathOf, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

const TOP = 10;
const PLOT = 150;
const BELOW = 36;

/** null: nobody heard an offer. */
export function offerUptake(offers: Funnel['offers'], options: ChartOptions): string | null {
  const heard = offers.filter(({ heard, accepted }) => heard > NOTHING && accepted.mean !== null);
  if (heard.length === 0) return null;
  const frame = frameOf(options);
  const { text } = frame;
  const names = heard.map(({ number, heard: callers }) => [
    text.words.offerNumber(number),
    text.words.aDay(text.number(callers)),
  ]);
  const left = axisRoom([text.share(1)]);
  const each = Math.max(...names.flat().map((name) => widthOf(name, AXIS)), 64) + 10;
  const most = Math.max(1, Math.floor((frame.width - left) / each));
  const shown = heard.slice(0, most);
  const column = Math.min((frame.width - left) / shown.length, 150);
  const right = left + column * shown.length;
  const bottom = TOP + PLOT;
  const highest = max(shown, ({ accepted }) => accepted.high ?? accepted.mean ?? 0) ?? 0;
  const ticks = countTicks(Math.min(1, Math.max(highest, 0.1)), 5);
  const y = linear([0, ticks.top], [bottom, TOP]);
  const rest = heard.length - shown.length;
  return chart(options, bottom + BELOW + (rest > 0 ? 16 : 0), [
    gridlines(ticks.values, y, { left, right }, text.share),
    ...shown.map(({ accepted }, at) => {
      const x = left + column * (at + 0.5);
      const { low, high } = accepted;
      const mean = accepted.mean ?? 0;
      return all([
        low === null || high === null ? null : whisker(x, y(Math.max(0, low)), y(Math.min(1, high))),
        el('circle', { cx: x, cy: y(mean), r: 4, fill: CALLBACK }),
        label(x + 13, y(mean) + 4, text.share(mean), {
          size: LABEL,
          fill: INK,
          isStrong: true,
          hasHalo: true,
        }),
        label(x, bottom + 16, names[at]![0]!, { anchor: 'middle' }),
        label(x, bottom + 30, names[at]![1]!, { anchor: 'middle', fill: INK_3 }),
      ]);
    }),
    rest > 0
      ? label(right, bottom + BELOW + 10, text.words.moreOffers(text.number(rest)), {
          anchor: 'end',
          fill: INK_3,
        })
      : null,
  ]);
}

/** Caps reach beyond the dot on either side, so that an interval shorter than the dot is still seen. */
const CAP = 8;

function whisker(x: number, low: number, high: number): Svg {
  const cap = (y: number): string =>
    pathOf([
      [x - CAP, y],
      [x + CAP, y],
    ]);
  const stem = pathOf([
    [x, high],
    [x, low],
  ]);
  return el('path', { d: cap(high) + stem + cap(low), fill: 'none', stroke: CALLBACK, 'stroke-width': 1.5 });
}
