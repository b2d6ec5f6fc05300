/** Marks on an axis of waits: callback offers as numbered flags at their seconds, the threshold as a line. They know no bins. */
import { AXIS, CALLBACK, INK, label, line, rect, SURFACE, type Frame } from './frame.ts';
import type { Scale } from './scale.ts';
import { all, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

/** Height of a flag. */
export const FLAG = 16;

export interface Flag {
  readonly number: number;
  readonly after: number;
  readonly accepted: number | null;
}

/** The number in a flag, beside it what fits: when and how many, or when, or nothing. A flag without room gives way to the one before. */
export function flags(
  { text }: Frame,
  offers: readonly Flag[],
  x: Scale,
  [top, bottom]: readonly [number, number],
  { right }: { readonly right: number },
): Svg {
  const drawn: Svg[] = [];
  let left = -Infinity;
  for (const [at, { number, after, accepted }] of offers.entries()) {
    const pole = x(after);
    const box = widthOf(String(number), AXIS) + 12;
    if (pole < left) continue;
    const next = offers[at + 1];
    const end = Math.min(right, next === undefined ? right : x(next.after) - 6);
    const when = text.mark(after);
    const share = accepted === null ? null : text.share(accepted);
    const words =
      share === null ? [when] : [`${when} · ${text.words.press1(share)}`, `${when} · ${share}`, when];
    const fits = words.find((each) => pole + box + 6 + widthOf(each, AXIS) <= end);
    // At the edge of the plot the flag flies to the left.
    const flip = pole + box > right;
    const from = flip ? pole - box : pole;
    if (from < left) continue;
    drawn.push(
      line(pole, top + FLAG, pole, bottom, { stroke: CALLBACK, 'stroke-dasharray': '2 2' }),
      rect(from, top, box, FLAG, { fill: CALLBACK }),
      label(from + box / 2, top + 12, String(number), { anchor: 'middle', fill: SURFACE, isStrong: true }),
      fits === undefined
        ? all([])
        : label(pole + box + 6, top + 12, fits, { fill: CALLBACK, isStrong: true }),
    );
    left = fits === undefined ? from + box + 2 : pole + box + 6 + widthOf(fits, AXIS);
  }
  return all(drawn);
}

export function threshold(
  { text }: Frame,
  within: number | null,
  x: Scale,
  [top, bottom]: readonly [number, number],
  { left, right }: { readonly left: number; readonly right: number },
): Svg | null {
  const [from, to] = x.domain;
  if (within === null || within < from || within > to) return null;
  const at = Math.min(Math.max(x(within), left), right);
  const name = text.words.answeredWithin(text.mark(within));
  const isLate = at + 6 + widthOf(name, AXIS) > right;
  return all([
    line(at, top, at, bottom, { stroke: INK, 'stroke-width': 1.5 }),
    label(at + (isLate ? -6 : 6), top + 9, name, {
      anchor: isLate ? 'end' : 'start',
      fill: INK,
      isStrong: true,
      hasHalo: true,
    }),
  ]);
}
