/**
 * Puts the lanes on a canvas in two layers: what stays while a day is played is painted once and kept (a whole day of 10,000 calls has
 * 40,000 marks), the moment is painted over it with every frame. It knows no element and no pointer.
 */
import { CanvasSurface } from '../charts/canvas-surface.ts';
import type { Palette } from '../charts/palette.ts';
import { paintLanes, type LanesPicture, type LanesWords } from './paint-lanes.ts';
import { paintMoment } from './paint-moment.ts';

export class LanesCanvas {
  #kept: { readonly canvas: OffscreenCanvas; readonly key: readonly unknown[] } | null = null;

  /** Something that no key tells has changed: a font has come. */
  forget(): void {
    this.#kept = null;
  }

  /** The canvas shows the drawing from `top` to `bottom`. */
  paint(canvas: HTMLCanvasElement, picture: LanesPicture, colors: Palette, words: LanesWords): void {
    const context = canvas.getContext('2d');
    if (context === null) return;
    const { layout, top, bottom } = picture;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(layout.width * ratio), Math.round((bottom - top) * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) {
      canvas.height = height;
      canvas.style.height = `${bottom - top}px`;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#still(picture, colors, words, width, height), 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    paintMoment(new CanvasSurface(context, ratio, colors.font), picture, colors, words);
  }

  #still(
    picture: LanesPicture,
    colors: Palette,
    words: LanesWords,
    width: number,
    height: number,
  ): OffscreenCanvas {
    const { layout, top, chosen } = picture;
    const key = [layout, top, chosen, colors, words.waiting, words.waitingCount, width, height];
    const kept = this.#kept;
    if (kept !== null && kept.key.every((each, at) => each === key[at])) return kept.canvas;
    const isFitting = kept !== null && kept.canvas.width === width && kept.canvas.height === height;
    const canvas = isFitting ? kept.canvas : new OffscreenCanvas(width, height);
    this.#kept = { canvas, key };
    const context = canvas.getContext('2d');
    if (context === null) return canvas;
    const ratio = devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    paintLanes(new CanvasSurface(context, ratio, colors.font), picture, colors, words);
    return canvas;
  }
}
