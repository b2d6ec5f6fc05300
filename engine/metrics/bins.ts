/**
 * The bins in which waits and delays of a day are counted: 0 has its own (it is an atom: served at once), then 64 bins of
 * 50 ms, then 32 to each doubling up to 77 days. A value is known to 50 ms below 3.2 s and to 1/32 above; quantiles are
 * interpolated inside a bin, so their own error is smaller. Coarser than kernel/histogram.ts on purpose: a record carries
 * three of these for each queue and each day, and 737 bins instead of 1,700 are what 512 queues can afford.
 *
 * Beside them two that are coarser: waits by interval of the day (there are 48 times as many of those), and even steps for
 * pictures, whose edges a reader knows. It counts nothing itself.
 */
import type { Millis } from '../kernel/time.ts';

const LINEAR: Millis = 50;
const LINEAR_BINS = 64;
const PER_DOUBLING = 32;
const DOUBLINGS = 21;

export const BINS = 1 + LINEAR_BINS + DOUBLINGS * PER_DOUBLING;

export function binOf(value: Millis): number {
  if (value <= 0) return 0;
  const unit = ((value - 1) / LINEAR) >>> 0;
  if (unit < LINEAR_BINS) return 1 + unit;
  const shift = 26 - Math.clz32(unit);
  const bin = 1 + shift * PER_DOUBLING + (unit >>> shift);
  return bin < BINS ? bin : BINS - 1;
}

/** The largest value of the bin; the values of bin b are those above `topOf(b - 1)` up to `topOf(b)`. */
export function topOf(bin: number): Millis {
  if (bin <= 0) return 0;
  const unit = bin - 1;
  if (unit < LINEAR_BINS) return (unit + 1) * LINEAR;
  const shift = Math.floor(unit / PER_DOUBLING) - 1;
  return (unit - shift * PER_DOUBLING + 1) * 2 ** shift * LINEAR;
}

/** By interval of the day: 1 s up to 16 s, then 8 bins to each doubling, up to 36 h: 1/8 at worst. 0 is an atom here too. */
const COARSE: Millis = 1000;
const COARSE_LINEAR = 16;
const COARSE_PER_DOUBLING = 8;
const COARSE_DOUBLINGS = 13;

export const COARSE_BINS = 1 + COARSE_LINEAR + COARSE_DOUBLINGS * COARSE_PER_DOUBLING;

export function coarseBinOf(value: Millis): number {
  if (value <= 0) return 0;
  const unit = ((value - 1) / COARSE) >>> 0;
  if (unit < COARSE_LINEAR) return 1 + unit;
  const shift = 28 - Math.clz32(unit);
  const bin = 1 + shift * COARSE_PER_DOUBLING + (unit >>> shift);
  return bin < COARSE_BINS ? bin : COARSE_BINS - 1;
}

function coarseTopOf(bin: number): Millis {
  if (bin <= 0) return 0;
  const unit = bin - 1;
  if (unit < COARSE_LINEAR) return (unit + 1) * COARSE;
  const shift = Math.floor(unit / COARSE_PER_DOUBLING) - 1;
  return (unit - shift * COARSE_PER_DOUBLING + 1) * 2 ** shift * COARSE;
}

/** For pictures: bin b is what lies above b - 1 steps, up to b of them; bin 0 is free for those who stand apart. */
export const STEP_BINS = 362;
export const STAY_STEP: Millis = 10_000;
export const DELAY_STEP: Millis = 60_000;

/** What is longer than 360 steps (an hour in the queue, six hours until the callback) is in the last one. */
export function stepOf(value: Millis, step: Millis): number {
  if (value <= step) return 1;
  return Math.min(Math.ceil(value / step), STEP_BINS - 1);
}

/** Whole numbers, for errors of position: bin b is the number b, the last bin all from there on. */
export const COUNT_BINS = 64;

export function countBinOf(value: number): number {
  return value < COUNT_BINS ? value : COUNT_BINS - 1;
}

/** Bins of which quantiles are taken. */
export interface Scale {
  readonly bins: number;
  /** The largest value of a bin. */
  readonly topOf: (bin: number) => number;
  /** A bin is one number: nothing lies between two of them. */
  readonly isWhole: boolean;
}
export const FINE_SCALE: Scale = { bins: BINS, topOf, isWhole: false };
export const COARSE_SCALE: Scale = { bins: COARSE_BINS, topOf: coarseTopOf, isWhole: false };
export const COUNT_SCALE: Scale = { bins: COUNT_BINS, topOf: (bin) => bin, isWhole: true };
