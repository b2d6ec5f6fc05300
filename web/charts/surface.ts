/**
 * What a chart is painted on. Painters know this narrow interface and nothing of a browser: a canvas, an SVG file and a test's
 * record each implement it, so that a picture that is saved is the picture that was seen. It knows no chart.
 */

export interface Stroke {
  readonly stroke: string;
  readonly width?: number | undefined;
  readonly dash?: readonly number[] | undefined;
}

export interface Paint {
  readonly fill?: string | undefined;
  /** Lines at 45 degrees in this colour over the fill: not sure, or a part that must be told apart without colour. */
  readonly hatch?: string | undefined;
  readonly stroke?: string | undefined;
  readonly width?: number | undefined;
  readonly dash?: readonly number[] | undefined;
  readonly alpha?: number | undefined;
  /** Of a rectangle's corners. */
  readonly radius?: number | undefined;
}

export interface TextStyle {
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly size?: number | undefined;
  readonly isStrong?: boolean | undefined;
  /** A rim in this colour, 4 px, for text over marks. */
  readonly halo?: string | undefined;
}

/** Pixels from the top left; a text's `y` is its baseline. */
export interface Surface {
  rect(x: number, y: number, width: number, height: number, paint: Paint): void;
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void;
  /** In the grammar of SVG paths, as d3-shape writes it. */
  path(d: string, paint: Paint): void;
  circle(x: number, y: number, radius: number, paint: Paint): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
}

/** Sizes of text in charts. */
export const AXIS = 11;
export const LABEL = 12;
/** Between the lines of a hatch, across. */
export const HATCH = 5;
export const HALO = 4;
export const WEIGHTS = { regular: 420, strong: 620 } as const;
