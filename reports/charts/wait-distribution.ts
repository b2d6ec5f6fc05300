/**
 * How long callers wait. Those answered at once stand apart in a column with a scale of its own, so that the tail can be read;
 * the rest in bins stacked answered, chose a callback, abandoned. The threshold is an ink line, callback offers are numbered
 * flags at their seconds. Bins of other widths keep their area: height is the share per first bin's width.
 */
import { sum } from 'd3-array';
import type { Funnel, WaitBins } from '../schema.ts';
import { axisLabels, countTicks, durationTicks, gridlines } from './axis.ts';
import {
  AXIS,
  CALLBACK,
  chart,
  dots,
  filledBy,
  frameOf,
  GHOST,
  hatch,
  INK,
  INK_3,
  label,
  line,
  LINE_STRONG,
  NOTHING,
  NOW,
  ON_NOW,
  rect,
  SUNKEN,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key, type KeyItem } from './key.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, pathOf, type Attributes, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';
import { FLAG, flags, threshold, type Flag } from './wait-marks.ts';

export interface WaitDistributionParts {
  readonly waits: WaitBins;
  /** Of the queue's funnel, for the share that takes each offer. */
  readonly offers?: Funnel['offers'];
}

type Bin = WaitBins['bins'][number];
interface ClosedBin extends Bin {
  readonly to: number;
}

const PLOT = 210;
const AXIS_ROOM = 48;
const COLUMN = 44;

/** null: nobody waited, and nobody was answered at once. */
export function waitDistribution(parts: WaitDistributionParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const { waits } = parts;
  const total = waits.atOnce + sum(waits.bins, callersOf);
  if (!(total > NOTHING)) return null;
  const bins = waits.bins.filter((bin): bin is ClosedBin => bin.to !== null && bin.to > bin.from);
  const stacks = stacksOf(frame.id);
  const span = { left: COLUMN + 64, right: frame.width - 8 };
  const legend = key(keyItems(frame, stacks, bins), {
    left: frame.isNarrow ? 0 : span.left,
    right: frame.width,
    top: 0,
  });
  const offers = flagsOf(parts, bins.at(-1)?.to ?? 0);
  const top = legend.height + 8 + (offers.length > 0 ? FLAG + 12 : 0) + 14;
  const bottom = top + PLOT;
  const x = linear([bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1], [span.left, span.right]);
  const unit = bins[0] === undefined ? 1 : bins[0].to - bins[0].from;
  const height = (bin: ClosedBin): number => (callersOf(bin) * unit) / (bin.to - bin.from) / total;
  const scale = verticalScale(bins.map(height), [bottom, top]);
  return chart(
    options,
    bottom + AXIS_ROOM,
    [
      legend.svg,
      atOnceColumn(frame, waits.atOnce / total, [top, bottom]),
      gridlines(scale.ticks, scale.y, span, frame.text.share),
      ...bins.map((bin) => stackedBar(frame, bin, height(bin), total, stacks, { x, ...scale })),
      line(span.left, bottom, span.right, bottom, { stroke: LINE_STRONG }),
      flags(frame, offers, x, [legend.height + 4, bottom], span),
      threshold(frame, waits.within, x, [top - 12, bottom], span),
      // Last, so that no line runs through the number.
      ...bins
        .filter((bin) => height(bin) > scale.limit)
        .map((bin) => breakMark(frame.text.share(height(bin)), bin, x, [top, bottom])),
      axisLabels(
        durationTicks(x.domain[1], Math.max(2, Math.floor((span.right - span.left) / 56)))
          .values.filter((value) => value >= x.domain[0] && value <= x.domain[1])
          .map((value) => ({ at: x(value), text: frame.text.step(value) })),
        span,
        bottom + 15,
      ),
      footnotes(frame, waits.bins, total, unit, span, bottom + 29),
    ],
    stacks.flatMap(({ pattern }) => (pattern === null ? [] : [pattern])),
  );
}

function callersOf({ answered, optedIn, abandoned }: Bin): number {
  return answered + optedIn + abandoned;
}

interface Stack {
  readonly part: 'answered' | 'optedIn' | 'abandoned';
  readonly look: Attributes;
  readonly pattern: Svg | null;
}

/** Plain, dotted, hatched: blue and plum are nearly one grey on paper. */
function stacksOf(id: string): Stack[] {
  return [
    { part: 'answered', look: { fill: NOW, 'fill-opacity': '0.8' }, pattern: null },
    {
      part: 'optedIn',
      look: { fill: filledBy(`${id}-chose`) },
      pattern: dots(`${id}-chose`, { dot: SURFACE, ground: CALLBACK }),
    },
    {
      part: 'abandoned',
      look: { fill: filledBy(`${id}-left`), stroke: GHOST, 'stroke-width': '0.5' },
      pattern: hatch(`${id}-left`, { line: GHOST, ground: SURFACE }),
    },
  ];
}

/** What no caller did needs no key. */
function keyItems({ text: { words } }: Frame, stacks: readonly Stack[], bins: readonly Bin[]): KeyItem[] {
  const names = { answered: words.answered, optedIn: words.choseCallback, abandoned: words.abandoned };
  return stacks
    .filter(({ part }) => part === 'answered' || bins.some((bin) => bin[part] > 0))
    .map(({ part, look }) => ({ name: names[part], swatch: look }));
}

interface VerticalScale {
  readonly y: Scale;
  readonly ticks: readonly number[];
  /** Bars above it are broken, with their value written on. */
  readonly limit: number;
}

/** One bin that towers over all others would press them flat: then it is cut. */
const TOWERS = 4;

function verticalScale(heights: readonly number[], range: readonly [number, number]): VerticalScale {
  const [first = 0, second = 0] = heights.toSorted((a, b) => b - a);
  const limit = second > 0 && first > TOWERS * second ? 1.3 * second : Infinity;
  const { values, top } = countTicks(Math.min(first, limit) || 1, 5);
  return { y: linear([0, top], range), ticks: values, limit: limit === Infinity ? Infinity : top };
}

function stackedBar(
  { text }: Frame,
  bin: ClosedBin,
  height: number,
  total: number,
  stacks: readonly Stack[],
  { x, y, limit }: VerticalScale & { readonly x: Scale },
): Svg {
  const [from, to] = [x(bin.from), x(bin.to)];
  const gap = to - from > 4 ? 0.5 : 0;
  const callers = callersOf(bin);
  const name = `${text.step(bin.from)}–${text.step(bin.to)}: ${text.share(callers / total)}`;
  let below = 0;
  const parts = stacks.map(({ part, look }) => {
    const start = below;
    below = Math.min(limit, start + (callers > 0 ? (height * bin[part]) / callers : 0));
    if (bin[part] === 0 || below === start) return null;
    const [low, high] = [y(start), y(below)];
    return rect(from + gap, high, to - from - 2 * gap, low - high, look);
  });
  return el('g', {}, el('title', {}, name), ...parts);
}

/** Two slanted strokes through a bar that goes on, and how far it goes, beside it. */
function breakMark(share: string, bin: ClosedBin, x: Scale, [top, bottom]: readonly [number, number]): Svg {
  const [from, to] = [x(bin.from), x(bin.to)];
  const [, right] = x.range;
  const y = top + Math.min(22, (bottom - top) / 4);
  const stroke = (at: number): Svg =>
    el('path', {
      d: pathOf([
        [from - 3, at + 4],
        [to + 3, at - 4],
      ]),
      stroke: SURFACE,
      'stroke-width': 3,
    });
  const isLate = to + 4 + widthOf(share, AXIS) > right;
  return all([
    stroke(y),
    stroke(y + 8),
    label(isLate ? from - 4 : to + 4, top + 10, share, {
      anchor: isLate ? 'end' : 'start',
      fill: INK,
      isStrong: true,
      hasHalo: true,
    }),
  ]);
}

/** Its own scale: the whole column is all callers. */
function atOnceColumn({ text }: Frame, share: number, [top, bottom]: readonly [number, number]): Svg {
  const y = linear([0, 1], [bottom, top]);
  const name = text.share(share);
  const isRoomy = bottom - y(share) > 20;
  return all([
    rect(0, top, COLUMN, bottom - top, { fill: SUNKEN }),
    rect(0, y(share), COLUMN, bottom - y(share), { fill: NOW, 'fill-opacity': '0.8' }),
    label(COLUMN / 2, isRoomy ? y(share) + 15 : y(share) - 5, name, {
      anchor: 'middle',
      fill: isRoomy ? ON_NOW : INK,
      isStrong: true,
    }),
    ...text.words.atOnce
      .split(' ')
      .map((word, at) => label(COLUMN / 2, bottom + 15 + 13 * at, word, { anchor: 'middle', fill: INK_3 })),
  ]);
}

function flagsOf({ waits, offers = [] }: WaitDistributionParts, last: number): Flag[] {
  return waits.offers
    .map((after, at) => ({
      number: at + 1,
      after,
      accepted: offers.find(({ number }) => number === at + 1)?.accepted.mean ?? null,
    }))
    .filter(({ after }) => after <= last);
}

function footnotes(
  { text }: Frame,
  bins: readonly Bin[],
  total: number,
  unit: number,
  { left, right }: { readonly left: number; readonly right: number },
  y: number,
): Svg {
  const open = bins.filter(({ to }) => to === null);
  const later = sum(open, callersOf) / total;
  const scale = text.words.shareOfCalls(text.step(unit));
  const from = open[0]?.from;
  const rest =
    from === undefined || later === 0 ? null : text.words.later(text.share(later), text.step(from));
  const isBoth = rest === null || widthOf(scale, AXIS) + widthOf(rest, AXIS) + 12 <= right - left;
  return all([
    label(left, y, scale, { fill: INK_3 }),
    rest === null ? null : label(right, isBoth ? y : y + 14, rest, { anchor: 'end', fill: INK_3 }),
  ]);
}
