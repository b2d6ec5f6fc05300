/**
 * SVG as text, without a DOM: elements, escaped text, rounded coordinates, patterns. A plain string among the children is text
 * and is escaped, so a queue named `<b>` cannot break a page. It knows no chart.
 */

/** Finished markup: only this file makes it. */
export interface Svg {
  readonly markup: string;
}

export type Child = Svg | string | null;
/** A number is a coordinate; undefined leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Svg {
  let markup = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    markup += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeMarkup(value)}"`;
  }
  const inner = children.map(markupOf).join('');
  return { markup: inner === '' ? `${markup}/>` : `${markup}>${inner}</${name}>` };
}

/** Many elements as one child. */
export function all(children: readonly Child[]): Svg {
  return { markup: children.map(markupOf).join('') };
}

function markupOf(child: Child): string {
  if (child === null) return '';
  return typeof child === 'string' ? escapeMarkup(child) : child.markup;
}

/** One decimal is finer than any screen at the size of a chart, and keeps the bytes the same everywhere. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no coordinate.`);
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeMarkup(text: string): string {
  return text.replaceAll(FORBIDDEN, '\ufffd').replaceAll(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** What XML 1.0 cannot say, not even escaped. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Points as a path: "M0,1L2,3". */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${coordinate(x)},${coordinate(y)}`).join('');
}
