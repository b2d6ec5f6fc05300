/**
 * The bins in which waits and delays of a day are counted: 0 has its own (it is an atom: served at once), then 64 bins of
 * 50 ms, then 32 to each doubling up to 77 days. A value is known to 50 ms below 3.2 s and to 1/32 above; quantiles are
 * interpolated inside a bin, so their own error is smaller. Coarser than kernel/histogram.ts on purpose: a record carries
 * three of these for each queue and each day, and 737 bins instead of 1,700 are what 512 queues can afford.
 * It counts nothing itself.
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

/** Whole numbers, for errors of position: bin b is the number b, the last bin all from there on. */
export const COUNT_BINS = 64;

export function countBinOf(value: number): number {
  return value < COUNT_BINS ? value : COUNT_BINS - 1;
}
