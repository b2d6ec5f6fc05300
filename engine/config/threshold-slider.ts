/**
 * From where to where a slider goes, and in what steps: round numbers from the size of a value, always the same for the same value, so
 * that a page keeps the range it began with while one drags. It knows no option, only numbers in the unit they are shown in.
 */
import type { Threshold } from './thresholds.ts';

export type Slider = Pick<Threshold, 'low' | 'high' | 'step'>;

export interface Tuned {
  readonly kind: 'length' | 'share' | 'whole' | 'real' | 'factor';
  /** Where the slider stands; null: nowhere, the setting has no number. */
  readonly value: number | null;
  /** A usual size of the value, above 0; the range is made for it. */
  readonly anchor: number;
  readonly min: number;
  readonly max: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Lengths that people say, in seconds: ends of sliders. */
const lengths = [
  ...[10, 30, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute],
  ...[hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour],
  ...[day, 2 * day, 3 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day, 3650 * day],
];

/** Up to this end of a slider, this step at most: some 24 to 120 steps from end to end. */
const lengthSteps: readonly (readonly [high: number, step: number])[] = [
  [30, 1],
  [5 * minute, 5],
  [10 * minute, 10],
  [30 * minute, 30],
  [2 * hour, minute],
  [6 * hour, 5 * minute],
  [12 * hour, 10 * minute],
  [day, 15 * minute],
  [3 * day, 30 * minute],
  [7 * day, hour],
  [30 * day, 12 * hour],
];

/** Steps that are tried, from coarse to fine, until one has the value on its grid. */
const finer = {
  length: [
    ...[day, 12 * hour, hour, 30 * minute, 15 * minute, 10 * minute, 5 * minute, minute],
    ...[30, 10, 5, 1, 0.5, 0.1, 0.05, 0.01, 0.001],
  ],
  whole: [100_000, 50_000, 10_000, 5000, 1000, 500, 100, 50, 10, 5, 1],
  share: [0.01, 0.005, 0.001, 0.0001],
  factor: [0.05, 0.01, 0.001],
  real: [10_000, 1000, 100, 50, 10, 5, 1, 0.5, 0.1, 0.05, 0.01],
} as const;

export function sliderOf(tuned: Tuned): Slider {
  const { kind, value, min, max } = tuned;
  const [from, to] = endsOf(tuned);
  const coarsest = stepFor(kind, to);
  const steps = finer[kind].filter((step) => step <= coarsest);
  const step = steps.find((each) => value === null || isOnGrid(value, each)) ?? steps.at(-1) ?? coarsest;
  const low = tidy(Math.ceil(tidy(Math.max(from, min) / step)) * step);
  const high = tidy(Math.floor(tidy(Math.min(to, max) / step)) * step);
  // A value finer than the finest step, or bounds between two steps.
  const inside = value ?? Math.min(Math.max(low, min), max);
  return { low: Math.min(low, inside), high: Math.max(high, inside), step };
}

/** Where the slider would like to begin and end. */
function endsOf({ kind, value, anchor, min, max }: Tuned): readonly [number, number] {
  // Room to go up: the end is the first round number at least two and a half times the usual value.
  const wanted = 2.5 * anchor;
  switch (kind) {
    case 'share':
      return [min, max];
    case 'factor':
      // From half to double; a value beyond opens the whole range on its side.
      return [value !== null && value < 0.5 ? min : 0.5, value !== null && value > 2 ? max : 2];
    case 'length':
      return [min, lengths.find((length) => length >= wanted) ?? max];
    case 'whole':
    case 'real':
      return [min, roundUp(Math.max(10, wanted))];
  }
}

/** The first of 1, 2, 3, 5, 10, 20, 30, 50 ... that is not below. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const first = [1, 2, 3, 5, 10].find((digit) => digit * power >= value - 1e-9) ?? 10;
  return first * power;
}

function stepFor(kind: Tuned['kind'], high: number): number {
  switch (kind) {
    case 'share':
      return 0.01;
    case 'factor':
      return 0.05;
    case 'length':
      return lengthSteps.find(([end]) => high <= end)?.[1] ?? day;
    case 'whole':
      // One by one up to 100, then some 100 steps.
      return high <= 100 ? 1 : Math.max(5, 10 ** Math.floor(Math.log10(high / 100)));
    case 'real':
      return 10 ** Math.floor(Math.log10(high / 100));
  }
}

const isOnGrid = (value: number, step: number): boolean => {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
};

/** Without the dust of binary fractions: 0.15000000000000002 is 0.15. */
const tidy = (value: number): number => Number(value.toPrecision(12));
