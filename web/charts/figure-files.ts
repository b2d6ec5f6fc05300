/** A chart as a file: a picture at twice its size with its title, an SVG, or its numbers. It knows no element but the page's download. */
import { CanvasSurface } from './canvas-surface.ts';
import type { Palette } from './palette.ts';
import type { Plan } from './plan.ts';
import type { Surface } from './surface.ts';
import { SvgSurface } from './svg-surface.ts';

export interface Captioned {
  readonly plan: Plan;
  readonly heading: string;
  readonly sentence: string;
  readonly palette: Palette;
}

const MARGIN = 20;
const HEAD = 52;
const RATIO = 2;

export function svgFile(figure: Captioned): string {
  const surface = new SvgSurface();
  const plot = new SvgSurface();
  caption(surface, figure);
  figure.plan.paint(plot);
  surface.group(plot, MARGIN, MARGIN + HEAD);
  return surface.document(sizeOf(figure), `${figure.heading}. ${figure.sentence}`, figure.palette.font);
}

export async function pngFile(figure: Captioned): Promise<Blob> {
  const { width, height } = sizeOf(figure);
  const canvas = new OffscreenCanvas(width * RATIO, height * RATIO);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures off screen.');
  context.scale(RATIO, RATIO);
  const surface = new CanvasSurface(context, RATIO, figure.palette.font);
  caption(surface, figure);
  context.translate(MARGIN, MARGIN + HEAD);
  figure.plan.paint(surface);
  return canvas.convertToBlob({ type: 'image/png' });
}

function sizeOf({ plan }: Captioned): { readonly width: number; readonly height: number } {
  return { width: plan.width + 2 * MARGIN, height: Math.ceil(plan.height) + HEAD + 2 * MARGIN };
}

function caption(surface: Surface, figure: Captioned): void {
  const { palette, heading, sentence } = figure;
  const { width, height } = sizeOf(figure);
  surface.rect(0, 0, width, height, { fill: palette.surface });
  surface.text(MARGIN, MARGIN + 14, heading, { fill: palette.ink, isStrong: true, size: 16 });
  surface.text(MARGIN, MARGIN + 34, sentence, { fill: palette.ink2, size: 13 });
}

/** "wait-over-the-day": of a title, for a file's name. */
export function fileName(heading: string, ending: string): string {
  const plain = heading.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `tandem-${plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}.${ending}`;
}

export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has begun by then; a page that stays open must not keep every picture.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
