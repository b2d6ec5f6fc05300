/** The marks beside and above the bins of waits: the column of those answered at once, flags, threshold, footnotes. */
import { msg, str } from '@lit/localize';
import type { Scale } from '../../reports/charts/scale.ts';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import { formatLength } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import type { WaitBins } from '../../reports/schema.ts';
import { NOTHING, percentText, stepText, type Look } from './plan.ts';
import { AXIS, LABEL, type Surface } from './surface.ts';
import { callersOf, isOfAllCalls, openBins, totalOf } from './wait-bins.ts';

const FLAG = 16;
/** With the air below it. */
export const FLAG_ROOM = FLAG + 10;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Its own scale: the whole column is all callers. */
export function atOnceColumn(
  surface: Surface,
  { palette, numbers }: Look,
  sides: { readonly now: WaitBins; readonly ghost: WaitBins | null },
  { width, top, bottom }: { readonly width: number; readonly top: number; readonly bottom: number },
): void {
  const shareOf = (waits: WaitBins): number => waits.atOnce / totalOf(waits);
  const share = shareOf(sides.now);
  const y = bottom - share * (bottom - top);
  const frame = palette.isForced ? { stroke: palette.ink } : {};
  surface.rect(0, top, width, bottom - top, { fill: palette.sunken, ...frame });
  surface.rect(0, y, width, bottom - y, { fill: palette.now, alpha: 0.8 });
  if (sides.ghost !== null) {
    const was = bottom - shareOf(sides.ghost) * (bottom - top);
    surface.line(-4, was, width + 4, was, { stroke: palette.ghost, width: 1.5, dash: [4, 3] });
  }
  const isRoomy = bottom - y > 22;
  surface.text(width / 2, isRoomy ? y + 17 : y - 6, percentText(numbers, share), {
    fill: isRoomy ? palette.onNow : palette.ink,
    anchor: 'middle',
    isStrong: true,
    size: LABEL,
  });
  for (const [at, word] of msg('at once').split(' ').entries())
    surface.text(width / 2, bottom + 15 + 13 * at, fitted(word, width + 16, AXIS), {
      fill: palette.ink3,
      anchor: 'middle',
    });
}

export interface Flag {
  readonly number: number;
  /** Seconds. */
  readonly after: number;
  /** Of those who heard it; null: nobody did. */
  readonly accepted: number | null;
}

export function flagsOf({ waits, callbacks }: FrameSide): Flag[] {
  return (waits?.offers ?? []).map((after, at) => {
    const offer = callbacks?.offers.find(({ number }) => number === at + 1);
    const accepted = offer === undefined || offer.heard <= NOTHING ? null : offer.accepted.mean;
    return { number: at + 1, after, accepted };
  });
}

/** A number in each flag, beside it what fits: when and how many, or when, or nothing. Without room a flag gives way to the one before. */
export function drawOffers(surface: Surface, look: Look, now: FrameSide, x: Scale, box: Box): void {
  const { palette, numbers } = look;
  const [, last] = x.domain;
  const flags = flagsOf(now).filter(({ after }) => after <= last);
  let taken = -Infinity;
  for (const [at, { number, after, accepted }] of flags.entries()) {
    const pole = x(after);
    const width = widthOf(String(number), AXIS) + 14;
    // At the edge of the plot the flag flies to the left.
    const from = pole + width > box.right ? pole - width : pole;
    if (from < taken) continue;
    const next = flags[at + 1];
    const end = next === undefined ? look.width : x(next.after) - 6;
    const when = formatLength(numbers, after);
    const share = accepted === null ? null : percentText(numbers, accepted);
    const words =
      share === null ? [when] : [msg(str`${when} · ${share} press 1`), `${when} · ${share}`, when];
    const told = words.find((each) => pole + width + 6 + widthOf(each, AXIS) <= end);
    surface.line(pole, box.top + FLAG, pole, box.bottom, { stroke: palette.callback, dash: [1.5, 2] });
    surface.rect(from, box.top, width, FLAG, { fill: palette.callback });
    surface.text(from + width / 2, box.top + 12, String(number), {
      fill: palette.surface,
      anchor: 'middle',
      isStrong: true,
    });
    const style = { fill: palette.callback, isStrong: true };
    if (told !== undefined) surface.text(pole + width + 6, box.top + 12, told, style);
    taken = told === undefined ? from + width + 2 : pole + width + 10 + widthOf(told, AXIS);
  }
}

export function thresholdLine(
  surface: Surface,
  { palette, numbers }: Look,
  within: number | null,
  x: Scale,
  box: Box,
): void {
  const [from, to] = x.domain;
  if (within === null || within < from || within > to) return;
  const at = x(within);
  const name = formatLength(numbers, within);
  const isLate = at + 6 + widthOf(name, AXIS) > box.right;
  surface.line(at, box.top, at, box.bottom, { stroke: palette.ink, width: 1.5 });
  surface.text(at + (isLate ? -6 : 6), box.top + 9, name, {
    fill: palette.ink,
    anchor: isLate ? 'end' : 'start',
    isStrong: true,
    halo: palette.surface,
  });
}

export function footnotes(
  surface: Surface,
  { palette, numbers }: Look,
  { waits, callsPerDay }: { readonly waits: WaitBins; readonly callsPerDay: number },
  unit: number,
  { left, right }: { readonly left: number; readonly right: number },
  y: number,
): void {
  const scale = isOfAllCalls(waits, callsPerDay)
    ? msg(str`share of all calls, per ${stepText(numbers, unit)}`)
    : msg(str`share of calls not sent away, per ${stepText(numbers, unit)}`);
  surface.text(left, y, scale, { fill: palette.ink3 });
  const open = openBins(waits);
  const later = open.reduce((sum, bin) => sum + callersOf(bin), 0) / totalOf(waits);
  const from = open[0]?.from;
  if (from === undefined || later <= NOTHING) return;
  const rest = msg(str`${numbers.percent(later, 1)} later than ${formatLength(numbers, from)}`);
  const isBoth = widthOf(scale, AXIS) + widthOf(rest, AXIS) + 12 <= right - left;
  surface.text(right, isBoth ? y : y + 14, rest, { fill: palette.ink3, anchor: 'end' });
}
