/** A surface that keeps what is painted on it, a palette of names instead of colours, and one side of a frame to paint: for tests. */
import { numbersOf } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import type { Palette } from './palette.ts';
import type { Look, Plan } from './plan.ts';
import type { Paint, Stroke, Surface, TextStyle } from './surface.ts';

export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly paint: Paint;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly paint: Stroke;
    }
  | { readonly kind: 'path'; readonly d: string; readonly paint: Paint }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly paint: Paint;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style: TextStyle;
    };

type MarkOf<Kind extends Mark['kind']> = Extract<Mark, { readonly kind: Kind }>;

export class Recording implements Surface {
  readonly marks: Mark[] = [];

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.marks.push({ kind: 'rect', x, y, width, height, paint });
  }
  line(x1: number, y1: number, x2: number, y2: number, paint: Stroke): void {
    this.marks.push({ kind: 'line', x1, y1, x2, y2, paint });
  }
  path(d: string, paint: Paint): void {
    this.marks.push({ kind: 'path', d, paint });
  }
  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.marks.push({ kind: 'circle', x, y, radius, paint });
  }
  text(x: number, y: number, text: string, style: TextStyle): void {
    this.marks.push({ kind: 'text', x, y, text, style });
  }

  of<Kind extends Mark['kind']>(kind: Kind): MarkOf<Kind>[] {
    return this.marks.filter((mark): mark is MarkOf<Kind> => mark.kind === kind);
  }

  texts(): string[] {
    return this.of('text').map(({ text }) => text);
  }
}

/** What a plan paints, for a plan there must be. */
export function painted(plan: Plan | null): Recording {
  if (plan === null) throw new Error('There is no plan.');
  const surface = new Recording();
  plan.paint(surface);
  return surface;
}

const NAMES = [
  ...['surface', 'sunken', 'line', 'lineStrong', 'ink', 'ink2', 'ink3', 'now', 'nowInk', 'onNow', 'ghost'],
  ...['callback', 'callbackWash', 'alarm', 'band80', 'band95', 'interval', 'theory', 'missed'],
];

export const PALETTE = {
  ...Object.fromEntries(NAMES.map((name) => [name, name])),
  ramp: ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6'],
  variants: ['v1', 'v2', 'v3', 'v4'],
  isForced: false,
  font: 'Inter',
} as unknown as Palette;

export function lookAt(width: number): Look {
  return { width, palette: PALETTE, numbers: numbersOf('en-GB'), top: (_, wanted) => wanted };
}

/** The numbers in a path, in their order. */
export function figuresOf(d: string): number[] {
  return [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(([figure]) => Number(figure));
}

const floats = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const none = { mean: null, low: null, high: null, n: 0 };

/** Four half hours from 08:00; who reads a test can work out every place from these round numbers. */
export function sideOf(changes: Partial<FrameSide> = {}): FrameSide {
  return {
    scenario: 'Four half hours',
    queue: null,
    days: 10,
    serviceLevels: { a: none, b: none, c: none, d: none, e: none, f: none },
    formula: 'a',
    target: 0.8,
    within: 60,
    verdict: null,
    measures: { abandonRate: null, asa: null, uptake: null, occupancy: null, cost: null, intervalsMet: null },
    currency: null,
    callsPerDay: 100,
    warmUp: 0,
    intervalSeconds: 1800,
    series: {
      starts: ['08:00', '08:30', '09:00', '09:30'],
      offered: floats(20, 40, 30, 10),
      planned: floats(4, 8, 8, 4),
      required: floats(NaN, NaN, NaN, NaN),
      p50: floats(10, 20, 20, 10),
      p80: floats(60, 120, 90, 30),
      p80Low: floats(50, 100, 80, 20),
      p80High: floats(70, 150, 100, 40),
      p95: floats(120, 300, 200, 60),
      serviceLevel: floats(0.8, 0.6, 0.7, 0.9),
      serviceLevelLow: floats(0.7, 0.5, 0.6, 0.8),
      serviceLevelHigh: floats(0.9, 0.7, 0.8, 1),
      live: floats(1, 4, 2, 0),
      callbacks: floats(0, 2, 1, 0),
    },
    waits: {
      queue: null,
      within: 60,
      offers: [30, 150, 270],
      atOnce: 60,
      bins: [
        { from: 0, to: 100, answered: 12, optedIn: 4, abandoned: 4 },
        { from: 100, to: 200, answered: 6, optedIn: 2, abandoned: 2 },
        { from: 200, to: 300, answered: 5, optedIn: 0, abandoned: 0 },
        { from: 300, to: null, answered: 5, optedIn: 0, abandoned: 0 },
      ],
    },
    callbacks: {
      queue: null,
      callers: 100,
      heardOffer: 20,
      optedIn: 10,
      initiated: 10,
      connected: 9,
      lost: 1,
      otherwise: 0,
      open: 0,
      offers: [
        { number: 1, after: 30, heard: 20, accepted: { mean: 0.4, low: 0.3, high: 0.5, n: 10 } },
        { number: 2, after: 150, heard: 8, accepted: { mean: 0.25, low: 0.1, high: 0.4, n: 10 } },
        { number: 3, after: 270, heard: 0.1, accepted: { mean: 1, low: null, high: null, n: 1 } },
      ],
      delay: { mean: 120, low: 100, high: 140, n: 10 },
      delays: [
        { from: 0, to: 100, callbacks: 4 },
        { from: 100, to: 200, callbacks: 4 },
        { from: 200, to: null, callbacks: 1 },
      ],
    },
    occupancy: {
      groups: ['First line', 'Second line'],
      starts: ['08:00', '08:30', '09:00', '09:30'],
      values: floats(0.5, 0.95, 0.85, 0.3, 0.2, 0.4, NaN, 0.9),
    },
    flows: { queues: [{ name: 'calls', ends: { answered: 80, abandoned: 10, callback: 10 } }], moves: [] },
    ...changes,
  };
}
