/**
 * What all charts share: the outer element with its title and finding, the colours of the design (each a token with its light
 * value behind it, so that a chart follows the page's theme and also stands alone), text, patterns. It draws no data.
 */
import { all, el, type Attributes, type Child, type Svg } from './svg.ts';
import { CHART_TEXT, type ChartText } from './text.ts';
import { wrapped } from './text-width.ts';

export interface ChartOptions {
  /** Before every id of the chart: another one for every chart of a page, letters, digits and dashes. */
  readonly id: string;
  /** What it is and what it says, for those who hear the page. */
  readonly title: string;
  readonly finding: string;
  /** Pixels it is drawn for: 340 on a phone. Text is 11 to 12 of these, so show it no smaller than drawn. */
  readonly width?: number;
  readonly text?: ChartText;
}

export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly isNarrow: boolean;
  readonly text: ChartText;
}

const WIDTH = 1040;
/** Narrower than any chart is laid out for; only a strip has so little to say. */
const WIDTH_LEAST = 60;
/** Below it direct labels leave no room for the plot. */
const NARROW = 560;

export function frameOf({ id, width = WIDTH, text = CHART_TEXT.en }: ChartOptions): Frame {
  const whole = Math.max(WIDTH_LEAST, Math.round(width));
  return { id, width: whole, isNarrow: whole < NARROW, text };
}

/** A count a day below it is rounding: less than one call in a million days. */
export const NOTHING = 1e-6;

export const AXIS = 11;
export const LABEL = 12;

export const INK = 'var(--ink, #15191e)';
export const INK_2 = 'var(--ink-2, #434b55)';
export const INK_3 = 'var(--ink-3, #5f6873)';
export const SURFACE = 'var(--surface, #ffffff)';
export const SUNKEN = 'var(--sunken, #eceef1)';
export const LINE = 'var(--line, #e2e5e9)';
export const LINE_STRONG = 'var(--line-strong, #7c8692)';
export const NOW = 'var(--now, #1b5fae)';
export const NOW_INK = 'var(--now-ink, #174f92)';
export const ON_NOW = 'var(--on-now, #ffffff)';
export const BAND_80 = 'var(--band-80, #a4bfdf)';
export const BAND_95 = 'var(--band-95, #d8e4f1)';
export const INTERVAL = 'var(--interval, #82a7d2)';
export const GHOST = 'var(--ghost, #6d7782)';
export const CALLBACK = 'var(--callback, #7c3a94)';
export const CALLBACK_WASH = 'var(--callback-wash, #f3e8f7)';
export const ALARM = 'var(--alarm, #b3310f)';
export const ALARM_WASH = 'var(--alarm-wash, #fdece6)';
const FONT = "var(--font, 'Inter Variable', system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif)";

/** The whole chart. Its children draw in pixels of `frame.width` x `height`. */
export function chart(
  options: ChartOptions,
  height: number,
  children: readonly Child[],
  patterns: readonly Svg[] = [],
): string {
  const { id, width } = frameOf(options);
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width: String(width),
      height: String(Math.ceil(height)),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONT,
      'font-size': AXIS,
      fill: INK_2,
    },
    el('title', { id: `${id}-title` }, options.title),
    el('desc', { id: `${id}-desc` }, options.finding),
    patterns.length === 0 ? null : el('defs', {}, ...patterns),
    ...children,
  ).markup;
}

export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isStrong?: boolean;
  /** Four pixels of the ground around it, over marks. */
  readonly hasHalo?: boolean;
}

export function label(x: number, y: number, content: string, style: TextStyle = {}): Svg {
  const halo: Attributes = style.hasHalo
    ? { stroke: SURFACE, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
    : {};
  return el(
    'text',
    {
      x,
      y,
      'font-size': style.size === AXIS ? undefined : style.size,
      fill: style.fill,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-weight': style.isStrong ? '620' : undefined,
      'font-variant-numeric': 'tabular-nums',
      ...halo,
    },
    content,
  );
}

/** A name a scenario gave: as many lines as `linesMost`, centred on `y`; where it is cut, the whole of it on hovering. */
export function nameLabel(
  x: number,
  y: number,
  name: string,
  room: { readonly width: number; readonly linesMost: number },
  style: TextStyle = {},
): Svg {
  const size = style.size ?? AXIS;
  const lines = wrapped(name, room.width, size, room.linesMost);
  const height = size + 2;
  const first = y + size * 0.36 - ((lines.length - 1) * height) / 2;
  const drawn = lines.map((line, at) => label(x, first + at * height, line, style));
  return lines.join(' ') === name ? all(drawn) : el('g', {}, el('title', {}, name), ...drawn);
}

/** 45 degrees, so that it cannot be taken for a gridline; `slope` -1 leans the other way. */
export function hatch(
  id: string,
  colours: { readonly line: string; readonly ground: string },
  slope: 1 | -1 = 1,
): Svg {
  return el(
    'pattern',
    {
      id,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(${45 * slope})`,
    },
    el('rect', { width: 5, height: 5, fill: colours.ground }),
    el('line', { x1: 0, y1: 0, x2: 0, y2: 5, stroke: colours.line, 'stroke-width': 3 }),
  );
}

/** Holes in a ground: apart from any plain fill and from the hatch where a printer has no colours. */
export function dots(id: string, colours: { readonly dot: string; readonly ground: string }): Svg {
  return el(
    'pattern',
    { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: 4, height: 4, fill: colours.ground }),
    el('circle', { cx: 2, cy: 2, r: 0.8, fill: colours.dot }),
  );
}

export function filledBy(id: string): string {
  return `url(#${id})`;
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): Svg {
  return el('line', { x1, y1, x2, y2, ...attributes });
}

/** `readOut`: what a pointer over it reads. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: Attributes,
  readOut?: string,
): Svg {
  return el(
    'rect',
    { x, y, width: Math.max(0, width), height: Math.max(0, height), ...attributes },
    readOut === undefined ? null : el('title', {}, readOut),
  );
}
