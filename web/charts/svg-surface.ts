/**
 * Writes an SVG file: the same marks as on the canvas, as text. Needs no browser. It knows no chart.
 */
import {
  AXIS,
  HALO,
  HATCH,
  WEIGHTS,
  type Paint,
  type Stroke,
  type Surface,
  type TextStyle,
} from './surface.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

export class SvgSurface implements Surface {
  readonly #marks: string[] = [];
  /** Colours of hatches, by the order of their first use. */
  readonly #hatches: string[] = [];

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.#mark('rect', { x, y, width, height, rx: paint.radius }, paint);
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    this.#mark('line', { x1, y1, x2, y2 }, stroke);
  }

  path(d: string, paint: Paint): void {
    this.#mark('path', { d }, paint);
  }

  circle(cx: number, cy: number, r: number, paint: Paint): void {
    this.#mark('circle', { cx, cy, r }, paint);
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const { fill, anchor = 'start', size = AXIS, isStrong = false, halo } = style;
    const rim: Attributes =
      halo === undefined
        ? {}
        : { stroke: halo, 'stroke-width': HALO, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
    const attributes: Attributes = {
      x,
      y,
      fill,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-size': size,
      'font-weight': isStrong ? WEIGHTS.strong : WEIGHTS.regular,
      ...rim,
    };
    this.#marks.push(`<text${written(attributes)}>${escaped(text)}</text>`);
  }

  /** All of another drawing, moved. */
  group(other: SvgSurface, x: number, y: number): void {
    // Hatches are numbered by the drawing that holds their patterns.
    const marks = other.#marks.map((mark) =>
      mark.replaceAll(
        /url\(#hatch-(\d+)\)/g,
        (_, at: string) => `url(#hatch-${this.#hatch(other.#hatches[Number(at)] ?? '')})`,
      ),
    );
    this.#marks.push(`<g transform="translate(${x} ${y})">`, ...marks, '</g>');
  }

  /** `title` is what a reader without eyes is told; `font` a CSS family. */
  document(size: { readonly width: number; readonly height: number }, title: string, font: string): string {
    const { width, height } = size;
    const head = {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': font,
      role: 'img',
      'aria-label': title,
    };
    const patterns = this.#hatches.map((color, at) => {
      const box = { width: HATCH, height: HATCH, patternUnits: 'userSpaceOnUse' };
      const stroke = { d: hatchPath(), stroke: color, 'stroke-width': 1.1 };
      return `<pattern${written({ id: `hatch-${at}`, ...box })}><path${written(stroke)}/></pattern>`;
    });
    const defs = patterns.length === 0 ? '' : `<defs>${patterns.join('')}</defs>`;
    return `<svg${written(head)}>${defs}${this.#marks.join('\n')}</svg>\n`;
  }

  #hatch(color: string): number {
    const known = this.#hatches.indexOf(color);
    return known === -1 ? this.#hatches.push(color) - 1 : known;
  }

  #mark(tag: string, place: Attributes, paint: Paint): void {
    const { fill, hatch, stroke, width, dash, alpha } = paint;
    const look: Attributes = {
      ...place,
      fill: fill ?? 'none',
      stroke,
      'stroke-width': stroke === undefined ? undefined : width,
      'stroke-dasharray': dash === undefined || dash.length === 0 ? undefined : dash.join(' '),
      opacity: alpha,
    };
    this.#marks.push(`<${tag}${written(look)}/>`);
    if (hatch === undefined) return;
    const at = this.#hatch(hatch);
    this.#marks.push(`<${tag}${written({ ...place, fill: `url(#hatch-${at})`, opacity: alpha })}/>`);
  }
}

function hatchPath(): string {
  return [-HATCH, 0, HATCH].map((shift) => `M${shift - 1},${HATCH + 1}L${shift + HATCH + 1},-1`).join('');
}

/** Tenths of a pixel are enough, and keep files small. */
function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const text = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
      return [` ${name}="${escaped(text)}"`];
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
