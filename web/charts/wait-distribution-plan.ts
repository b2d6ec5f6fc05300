/**
 * How long callers wait. Those answered at once stand apart in a column with a scale of its own, so that the tail can be read; the
 * rest in bins stacked answered, chose a callback, abandoned. The threshold is an ink line, callback offers are numbered flags at
 * their seconds with the share that presses 1, the baseline an outline of steps.
 */
import { msg } from '@lit/localize';
import { countTicks, durationTicks } from '../../reports/charts/axis.ts';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import type { FrameSide } from '../../reports/frame.ts';
import type { WaitBins } from '../../reports/schema.ts';
import { callersOf, closedBins, totalOf, type ClosedBin } from './wait-bins.ts';
import { atOnceColumn, drawOffers, footnotes, FLAG_ROOM, thresholdLine } from './wait-distribution-marks.ts';
import {
  axisLabels,
  drawKey,
  gridlines,
  isNarrow,
  keyPlaces,
  percentText,
  stepText,
  type KeyItem,
  type Look,
  type Plan,
} from './plan.ts';
import type { Paint, Surface } from './surface.ts';

export interface DistributionParts {
  readonly now: FrameSide;
  readonly ghost: FrameSide | null;
}

/** With flags and labels the plot is 296 px high. */
const PLOT = 226;
const PLOT_NARROW = 200;
const AXIS_ROOM = 34;
export const COLUMN = 44;
const COLUMN_NARROW = 36;
/** One bin that towers over all others would press them flat: then it is cut, with its height written on. */
const TOWERS = 4;

export function waitDistributionPlan({ now, ghost }: DistributionParts, look: Look): Plan | null {
  const { waits } = now;
  if (waits === null || !(totalOf(waits) > 0)) return null;
  const narrow = isNarrow(look);
  const total = totalOf(waits);
  const bins = closedBins(waits);
  const unit = bins[0] === undefined ? 1 : bins[0].to - bins[0].from;
  const ghostWaits = ghost?.waits ?? null;
  const column = narrow ? COLUMN_NARROW : COLUMN;
  const span = { left: column + (narrow ? 38 : 56), right: look.width - 8 };
  const top = (waits.offers.length > 0 ? FLAG_ROOM : 0) + 16;
  const bottom = top + (narrow ? PLOT_NARROW : PLOT);
  const heightOf = (bin: ClosedBin, of: number): number => (callersOf(bin) * unit) / (bin.to - bin.from) / of;
  const heights = bins.map((bin) => heightOf(bin, total));
  const ghostBins = ghostWaits === null ? [] : closedBins(ghostWaits);
  const ghostTotal = ghostWaits === null ? 1 : totalOf(ghostWaits);
  const ghostHeights = ghostBins.map((bin) => heightOf(bin, ghostTotal));
  const ticks = countTicks(look.top('share', reachOf([...heights, ...ghostHeights], heights)), 4);
  const step = ticks.values[1] ?? 1;
  const x = linear([bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1], [span.left, span.right]);
  const y = linear([0, ticks.top], [bottom, top], true);
  const items = keyItems(look, waits, ghostWaits !== null);
  // The key stands in the empty quarter at the upper right.
  const keyWidth = 136;
  const keyLeft = Math.max(span.left, span.right - keyWidth);
  const height = bottom + AXIS_ROOM + (narrow ? 14 : 0);
  return {
    width: look.width,
    height,
    cursor: {
      count: bins.length,
      boxAt: (index) => {
        const { from = 0, to = 0 } = bins[index] ?? {};
        return { left: x((from + to) / 2), top, width: 0, height: bottom - top };
      },
      indexAt: (at) => {
        const seconds = x.invert(at);
        const index = bins.findIndex((bin) => seconds >= bin.from && seconds < bin.to);
        return index < 0 ? null : index;
      },
    },
    paint(surface) {
      atOnceColumn(surface, look, { now: waits, ghost: ghostWaits }, { width: column, top, bottom });
      gridlines(surface, look, ticks.values, y, span, (value) => percentText(look.numbers, value, step));
      for (const [at, bin] of bins.entries()) stackedBar(surface, look, bin, heights[at]!, x, y);
      if (ghostWaits !== null) outline(surface, look, ghostBins, ghostHeights, x, y);
      for (const [at, bin] of bins.entries())
        if (heights[at]! > ticks.top) cutMark(surface, look, bin, heights[at]!, x, top);
      surface.line(span.left, bottom, span.right, bottom, { stroke: look.palette.lineStrong });
      drawOffers(surface, look, now, x, { top: 0, bottom, ...span });
      thresholdLine(surface, look, waits.within, x, { top: top - 12, bottom, ...span });
      for (const [at, item] of items.entries()) {
        const place = { left: keyLeft, right: look.width + keyWidth, top: top + 18 + 17 * at };
        if (keyPlaces([item], place).height > 0) drawKey(surface, look, [item], place);
      }
      const seconds = durationTicks(x.domain[1], Math.max(2, Math.floor((span.right - span.left) / 60)));
      const labels = seconds.values
        .filter((value) => value <= x.domain[1])
        .map((value) => ({ at: x(value), text: stepText(look.numbers, value) }));
      axisLabels(surface, look, labels, span, bottom + 15);
      footnotes(surface, look, { waits, callsPerDay: now.callsPerDay }, unit, span, bottom + 29);
    },
  };
}

/** The axis reaches to the highest of both sides, unless one bin of today towers over all. */
function reachOf(all: readonly number[], now: readonly number[]): number {
  const [first = 0, second = 0] = now.toSorted((a, b) => b - a);
  const most = Math.max(0, ...all);
  return (second > 0 && first > TOWERS * second ? Math.min(most, 1.5 * second) : most) || 0.01;
}

export const distributionNames = {
  answered: () => msg('answered'),
  optedIn: () => msg('chose a callback'),
  abandoned: () => msg('abandoned'),
  ghost: () => msg('baseline, all three'),
};

function partPaints({ palette }: Look): Readonly<Record<'answered' | 'optedIn' | 'abandoned', Paint>> {
  return {
    answered: { fill: palette.now, alpha: 0.8 },
    optedIn: { fill: palette.callback },
    // Half a pixel of rim, so that a thin slice is still seen.
    abandoned: { fill: palette.surface, hatch: palette.ghost, stroke: palette.ghost, width: 0.5 },
  };
}

/** What no caller did and none was asked to do needs no key. */
function keyItems(look: Look, { bins, offers }: WaitBins, hasGhost: boolean): KeyItem[] {
  const hasOffers = offers.length > 0 || bins.some((bin) => bin.optedIn > 0);
  const { answered, optedIn, abandoned } = partPaints(look);
  const dashed = { stroke: look.palette.ghost, width: 1.5, dash: [4, 3] };
  return [
    { name: distributionNames.answered(), paint: answered },
    ...(hasOffers ? [{ name: distributionNames.optedIn(), paint: optedIn }] : []),
    { name: distributionNames.abandoned(), paint: abandoned },
    ...(hasGhost ? [{ name: distributionNames.ghost(), paint: dashed }] : []),
  ];
}

function stackedBar(surface: Surface, look: Look, bin: ClosedBin, height: number, x: Scale, y: Scale): void {
  const [from, to] = [x(bin.from), x(bin.to)];
  const gap = to - from > 4 ? 0.5 : 0;
  const callers = callersOf(bin);
  const paints = partPaints(look);
  let below = 0;
  for (const part of ['answered', 'optedIn', 'abandoned'] as const) {
    if (!(bin[part] > 0)) continue;
    const low = y(below);
    below += (height * bin[part]) / callers;
    const high = y(below);
    if (low > high) surface.rect(from + gap, high, to - from - 2 * gap, low - high, paints[part]);
  }
}

/** Steps along the upper edges. */
function outline(
  surface: Surface,
  { palette }: Look,
  bins: readonly ClosedBin[],
  heights: readonly number[],
  x: Scale,
  y: Scale,
): void {
  const [from, to] = x.domain;
  const d = bins.flatMap((bin, at) => {
    if (bin.from >= to || bin.to <= from) return [];
    return [`${at === 0 ? `M${x(bin.from)},${y(0)}V` : 'V'}${y(heights[at]!)}H${x(Math.min(bin.to, to))}`];
  });
  if (d.length > 0) surface.path(d.join(''), { stroke: palette.ghost, width: 1.5, dash: [4, 3] });
}

/** Two slanted strokes through a bar that goes on, and how far it goes. */
function cutMark(
  surface: Surface,
  { palette, numbers }: Look,
  bin: ClosedBin,
  height: number,
  x: Scale,
  top: number,
): void {
  const [from, to] = [x(bin.from), x(bin.to)];
  for (const y of [top + 22, top + 30])
    surface.path(`M${from - 3},${y + 4}L${to + 3},${y - 4}`, { stroke: palette.surface, width: 3 });
  surface.text(to + 4, top + 10, percentText(numbers, height), {
    fill: palette.ink,
    isStrong: true,
    halo: palette.surface,
  });
}
