/**
 * Measured against fitted: steps, dots, lines and a band on two numeric axes, for the page of a fit. Fitted curves differ by their
 * dashes as well as by colour. It knows no law and no calls.
 */
import { axisLabels, axisRoom, countTicks, durationTicks, gridlines } from './axis.ts';
import { BAND_80, chart, frameOf, INK, LINE_STRONG, line, NOW, CALLBACK, GHOST, ALARM } from './frame.ts';
import type { ChartOptions, Frame } from './frame.ts';
import { key } from './key.ts';
import type { KeyItem } from './key.ts';
import { linear, type Scale } from './scale.ts';
import { all, el, pathOf } from './svg.ts';
import type { Attributes, Svg } from './svg.ts';

export type Point = readonly [x: number, y: number];

export interface Curve {
  readonly name: string;
  /** `measured` is ink and steps, `dots` single values, `far` values that were left out; the others are fitted lines in turn. */
  readonly look: 'measured' | 'dots' | 'far' | 'first' | 'second' | 'third';
  readonly points: readonly Point[];
}

export interface CurvesParts {
  readonly curves: readonly Curve[];
  /** Around the curves: x, lower and upper end. */
  readonly band?:
    { readonly name: string; readonly points: readonly (readonly [number, number, number])[] } | undefined;
  readonly x:
    | 'seconds'
    | 'number'
    | 'clock'
    | { readonly labels: readonly { readonly at: number; readonly text: string }[] };
  readonly y: 'share' | 'number';
  /** Where the x axis begins; 0 unless said. */
  readonly from?: number | undefined;
}

const PLOT = 220;
const AXIS_ROOM = 26;
const LABELS_MOST = 40;

const LOOKS: Readonly<Record<Curve['look'], Attributes>> = {
  measured: { fill: 'none', stroke: INK, 'stroke-width': 1.5 },
  dots: { fill: NOW },
  far: { fill: 'none', stroke: ALARM, 'stroke-width': 1.5 },
  first: { fill: 'none', stroke: NOW, 'stroke-width': 2 },
  second: { fill: 'none', stroke: CALLBACK, 'stroke-width': 1.5, 'stroke-dasharray': '6 3' },
  third: { fill: 'none', stroke: GHOST, 'stroke-width': 1.5, 'stroke-dasharray': '2 3' },
};

/** null: there is nothing to draw. */
export function curvesChart(parts: CurvesParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const filled = parts.curves.filter(({ points }) => points.length > 0);
  if (filled.length === 0) return null;
  const xs = filled.flatMap(({ points }) => points.map(([x]) => x));
  const ys = [
    ...filled.flatMap(({ points }) => points.map(([, y]) => y)),
    ...(parts.band?.points.map(([, , high]) => high) ?? []),
  ];
  const greatest = parts.y === 'share' ? 1 : ys.reduce((most, y) => Math.max(most, y), 0);
  const { values, top: most } = countTicks(greatest > 0 ? greatest : 1, 5);
  const text = (value: number): string =>
    parts.y === 'share' ? frame.text.share(value) : frame.text.number(value);
  const span = { left: axisRoom(values.map(text)), right: frame.width - 8 };
  const legend = key(keyItems(filled, parts.band?.name), { left: 0, right: frame.width, top: 0 });
  const top = legend.height + 12;
  const bottom = top + PLOT;
  const from = parts.from ?? 0;
  const to = xs.reduce((last, x) => Math.max(last, x), from);
  const x = linear([from, to > from ? to : from + 1], [span.left, span.right]);
  const y = linear([0, most], [bottom, top]);
  return chart(options, bottom + AXIS_ROOM, [
    legend.svg,
    parts.band === undefined ? null : bandOf(parts.band.points, x, y),
    gridlines(values, y, span, text),
    ...filled.map((curve) => drawn(curve, x, y)),
    line(span.left, bottom, span.right, bottom, { stroke: LINE_STRONG }),
    axisLabels(xLabels(parts.x, x, frame, span), span, bottom + 16),
  ]);
}

function keyItems(curves: readonly Curve[], band: string | undefined): KeyItem[] {
  const items = curves.map(({ name, look }): KeyItem => ({ name, swatch: (x, y) => swatch(look, x, y) }));
  return band === undefined ? items : [...items, { name: band, swatch: { fill: BAND_80 } }];
}

function swatch(look: Curve['look'], x: number, y: number): Svg {
  return look === 'dots' || look === 'far'
    ? el('circle', { cx: x, cy: y, r: 3, ...LOOKS[look] })
    : line(x - 6, y, x + 6, y, LOOKS[look]);
}

function drawn({ look, points }: Curve, x: Scale, y: Scale): Svg {
  const placed = points.map(([px, py]) => [x(px), y(py)] as const);
  if (look === 'dots' || look === 'far') {
    return all(
      placed.map(([cx, cy]) => el('circle', { cx, cy, r: look === 'far' ? 3.5 : 2, ...LOOKS[look] })),
    );
  }
  const path = look === 'measured' ? stepped(placed) : placed;
  return el('path', { d: pathOf(path), ...LOOKS[look] });
}

/** A share up to a value rises at the value, and stays until the next. */
function stepped(points: readonly Point[]): Point[] {
  return points.flatMap(([px, py], at) => {
    const before = points[at - 1];
    return before === undefined ? [[px, py] as const] : [[px, before[1]] as const, [px, py] as const];
  });
}

function bandOf(points: readonly (readonly [number, number, number])[], x: Scale, y: Scale): Svg {
  const upper = points.map(([px, , high]) => [x(px), y(high)] as const);
  const lower = points.toReversed().map(([px, low]) => [x(px), y(low)] as const);
  return el('path', { d: `${pathOf([...upper, ...lower])}Z`, fill: BAND_80, 'fill-opacity': '0.6' });
}

function xLabels(
  kind: CurvesParts['x'],
  x: Scale,
  { text }: Frame,
  { left, right }: { readonly left: number; readonly right: number },
): { readonly at: number; readonly text: string }[] {
  const [from, to] = x.domain;
  const most = Math.max(2, Math.floor((right - left) / 70));
  if (typeof kind === 'object') return kind.labels.map((each) => ({ at: x(each.at), text: each.text }));
  const ticks = (kind === 'number' ? countTicks(to - from, most) : durationTicks(to - from, most)).values;
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  // By number and not by adding up: a step may be lost in a great value.
  const first = Math.ceil(from / step);
  const count = Math.min(LABELS_MOST, Math.floor(to / step + 1e-9) - first + 1);
  const values = Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step);
  const name = { seconds: text.step, number: text.number, clock: (value: number) => text.clock(value / 60) };
  return values.map((value) => ({ at: x(value), text: name[kind](value) }));
}
