/**
 * Paints on a canvas, sharp at any pixel ratio: straight lines are moved onto whole device pixels, a hatch is a pattern made once
 * for each colour. The context comes scaled to CSS pixels. It knows no chart.
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

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export class CanvasSurface implements Surface {
  readonly #context: Context;
  readonly #ratio: number;
  readonly #font: string;

  constructor(context: Context, ratio: number, font: string) {
    this.#context = context;
    this.#ratio = ratio;
    this.#font = font;
    context.lineJoin = 'round';
  }

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    const context = this.#context;
    context.beginPath();
    if (paint.radius === undefined) context.rect(x, y, width, height);
    else context.roundRect(x, y, width, height, Math.min(paint.radius, width / 2, height / 2));
    this.#draw(paint);
  }

  line(x1: number, y1: number, x2: number, y2: number, { stroke, width = 1, dash }: Stroke): void {
    const context = this.#context;
    const [left, right] = x1 === x2 ? this.#sharp(x1, x2, width) : [x1, x2];
    const [top, bottom] = y1 === y2 ? this.#sharp(y1, y2, width) : [y1, y2];
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(right, bottom);
    this.#draw({ stroke, width, dash });
  }

  path(d: string, paint: Paint): void {
    this.#draw(paint, new Path2D(d));
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#draw(paint);
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const context = this.#context;
    const { fill, anchor = 'start', size = AXIS, isStrong = false, halo } = style;
    const font = `${isStrong ? WEIGHTS.strong : WEIGHTS.regular} ${size}px ${this.#font}`;
    if (context.font !== font) context.font = font;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    if (halo !== undefined) {
      context.strokeStyle = halo;
      context.lineWidth = HALO;
      context.setLineDash([]);
      context.strokeText(text, x, y);
    }
    context.fillStyle = fill;
    context.fillText(text, x, y);
  }

  #draw({ fill, hatch, stroke, width = 1, dash = [], alpha = 1 }: Paint, path?: Path2D): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    const fills = [fill, hatch === undefined ? undefined : hatchOf(context, hatch, this.#ratio)];
    for (const each of fills) {
      if (each === undefined || each === null) continue;
      context.fillStyle = each;
      if (path === undefined) context.fill();
      else context.fill(path);
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash([...dash]);
      if (path === undefined) context.stroke();
      else context.stroke(path);
    }
    context.globalAlpha = 1;
  }

  /** The middle of a line of odd width in device pixels lies between two of them. */
  #sharp(from: number, to: number, width: number): readonly [number, number] {
    const device = Math.max(1, Math.round(width * this.#ratio));
    const shift = device % 2 === 1 ? 0.5 : 0;
    const moved = (at: number): number => (Math.round(at * this.#ratio - shift) + shift) / this.#ratio;
    return [moved(from), moved(to)];
  }
}

const patterns = new Map<string, CanvasPattern | null>();

/** Drawn in device pixels and scaled back; a pattern does not belong to the context it was made with. */
function hatchOf(context: Context, color: string, ratio: number): CanvasPattern | null {
  const name = `${color} ${ratio}`;
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const side = Math.round(HATCH * ratio);
  const tile = new OffscreenCanvas(side, side);
  const drawn = tile.getContext('2d');
  if (drawn === null) return null;
  drawn.strokeStyle = color;
  drawn.lineWidth = 1.1 * ratio;
  // Three strokes, so that the tile's corners are filled as well.
  for (const shift of [-side, 0, side]) {
    drawn.beginPath();
    drawn.moveTo(shift - 1, side + 1);
    drawn.lineTo(shift + side + 1, -1);
    drawn.stroke();
  }
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(HATCH / side));
  patterns.set(name, pattern);
  return pattern;
}
