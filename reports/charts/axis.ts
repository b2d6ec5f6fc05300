/**
 * Axes: round steps for lengths of time, shares and counts, hours on a day's axis, labels that never run into each other.
 * Gridlines are horizontal only. It knows no data.
 */
import { AXIS, INK_3, label, line, LINE, LINE_STRONG } from './frame.ts';
import type { Scale } from './scale.ts';
import { all, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

/** From 0 to a whole number of steps. */
export interface Ticks {
  readonly values: readonly number[];
  readonly top: number;
}

const DURATION_STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 240, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
];
const DAY = 86_400;

/** Seconds: 10 s, 30 s, 1, 2, 4 min and so on, never 100 s; an axis in minutes has no "90 s" on it, one in hours no "75 min". */
export function durationTicks(top: number, most: number): Ticks {
  const whole = top > 3600 ? 1800 : top > 120 ? 60 : 0.1;
  const step =
    DURATION_STEPS.find((each) => each >= whole && top <= each * most) ?? DAY * countStep(top / DAY, most);
  return ticksBy(step, top);
}

export function countTicks(top: number, most: number): Ticks {
  return ticksBy(countStep(top, most), top);
}

/** The least of 1, 2, 5 x 10^n that needs no more than `most` of it. */
function countStep(top: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(top / most));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step * most >= top) ?? 10 * power;
}

function ticksBy(step: number, top: number): Ticks {
  // An axis of nothing still has a step.
  const size = step > 0 && Number.isFinite(step) ? step : 1;
  // The dust of a division must not cost an empty step at the top.
  const count = Math.max(1, Math.ceil(top / size - 1e-9));
  return { values: Array.from({ length: count + 1 }, (_, at) => clean(at * size)), top: clean(count * size) };
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** The lines of a vertical axis from `left` to `right`, labels left of them; the zero line is stronger. */
export function gridlines(
  values: readonly number[],
  y: Scale,
  span: { readonly left: number; readonly right: number },
  text: (value: number) => string,
): Svg {
  return all(
    values.flatMap((value, at) => [
      line(span.left, y(value), span.right, y(value), { stroke: at === 0 ? LINE_STRONG : LINE }),
      label(span.left - 8, y(value) + 4, text(value), { anchor: 'end', fill: INK_3 }),
    ]),
  );
}

/** Left of the plot, for the labels of its gridlines. */
export function axisRoom(labels: readonly string[]): number {
  return Math.ceil(Math.max(36, ...labels.map((each) => widthOf(each, AXIS)))) + 8;
}

export interface Placed {
  readonly at: number;
  readonly text: string;
}

const GAP = 8;

/** Labels along a horizontal axis: the first starts and the last ends at the plot's edge; those that would touch are left out. */
export function axisLabels(
  placed: readonly Placed[],
  span: { readonly left: number; readonly right: number },
  y: number,
): Svg {
  const boxes = placed.map(({ at, text }) => {
    const width = widthOf(text, AXIS);
    const from = Math.min(Math.max(at - width / 2, span.left), span.right - width);
    return { text, at, from, to: from + width };
  });
  let end = -Infinity;
  const shown = boxes.filter((box, index) => {
    const last = boxes.at(-1)!;
    const isLast = index === boxes.length - 1;
    // The last one closes the axis: the one before it gives way.
    if (box.from < end + GAP || (!isLast && box.to + GAP > last.from)) return false;
    end = box.to;
    return true;
  });
  return all(
    shown.map(({ text, at, from, to }) => {
      const width = to - from;
      if (at - width / 2 < span.left - 0.05) return label(from, y, text, { fill: INK_3 });
      if (at + width / 2 > span.right + 0.05) return label(to, y, text, { fill: INK_3, anchor: 'end' });
      return label(at, y, text, { fill: INK_3, anchor: 'middle' });
    }),
  );
}

/** Vertical places for labels that want `wanted`, at least `gap` apart, within the bounds as far as they hold so many. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted
    .map((at, index) => ({ at, index }))
    .toSorted((a, b) => a.at - b.at || a.index - b.index);
  const places: number[] = [];
  for (const { at } of order) {
    const before = places.at(-1);
    places.push(before === undefined ? Math.max(at, low) : Math.max(at, before + gap));
  }
  // Pushed over the lower edge of the plot, they push back.
  let most = high;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, most);
    most = places[index]! - gap;
  }
  const result = wanted.map(() => 0);
  for (const [rank, { index }] of order.entries()) result[index] = places[rank]!;
  return result;
}
