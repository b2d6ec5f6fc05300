/**
 * What a number is in a simulation: a smooth function of means over replicates, so that its standard error follows by the delta
 * method (measure.ts). It knows no family.
 */
import type { Sums, Where } from '../watch-cells.ts';

/** A number that is a smooth function of means over replicates; a ratio of sums is one of two means. */
export interface Quantity {
  readonly terms: (sums: Sums) => readonly number[];
  readonly value: (means: readonly number[]) => number;
}

/** How an expected number is found in a simulation of a case. */
export interface Found {
  readonly quantity: Quantity;
  /** Which scenario of the model; left out: the main one. */
  readonly scenario?: string;
  /** What is expected of the quantity, where it is not the number itself, and what it is called then. */
  readonly value?: number;
  readonly as?: string;
  /** The expected value is a measurement too. */
  readonly reference?: Reference;
}

/** How sure an expected value is that others measured or printed. */
export interface Reference {
  readonly standardError: number;
  /** Half a unit of the last digit printed. */
  readonly rounding: number;
}

export const SECOND = 1000;
export const inMillis = (seconds: number): number => Math.round(seconds * SECOND);

export function ratio(
  numerator: (sums: Sums) => number,
  denominator: (sums: Sums) => number,
  per = 1,
): Quantity {
  return {
    terms: (sums) => [numerator(sums), denominator(sums)],
    value: ([N, D]) => N! / D! / per,
  };
}

export const mean = (of: (sums: Sums) => number, per = 1): Quantity => ({
  terms: (sums) => [of(sums)],
  value: ([x]) => x! / per,
});

/** Variance or covariance over replicates; they are so many that n - 1 is n. */
export const covariance = (x: (sums: Sums) => number, y: (sums: Sums) => number): Quantity => ({
  terms: (sums) => [x(sums), y(sums), x(sums) * y(sums)],
  value: ([a, b, ab]) => ab! - a! * b!,
});

export const calls = (where?: Where) => (sums: Sums) => sums.of('calls', where);
export const accepted = (sums: Sums): number => sums.of('calls') - sums.of('lost');

export const occupancy = (agents: number, group?: number): Quantity =>
  ratio(
    (s) => s.busyArea(group),
    (s) => agents * s.window,
  );

/** `pServedWithin_20` and the like: name and the number at the end, NaN if there is none. */
export function numbered(name: string): [string, number] {
  const found = /^(.+)_(\d+(?:\.\d+)?)$/.exec(name);
  return found === null ? [name, NaN] : [found[1]!, Number(found[2])];
}

/** The bracket of a quantile: 5 % to either side, where tails are straight on a logarithmic scale. */
const BRACKET = 0.05;
const bracketOf = (millis: number): [number, number] => [
  Math.round(millis * (1 - BRACKET)),
  Math.round(millis * (1 + BRACKET)),
];

/**
 * The time, in seconds, that a share p of all callers waits at most: read off the shares that wait longer than the ends of a bracket
 * around the expected value, between which the tail is taken as exponential (of Erlang C it is). A quantile of 0 is right if
 * enough do not wait at all.
 */
export function waitQuantile(p: number, expectedMillis: number): Quantity {
  if (expectedMillis <= 0)
    return {
      terms: (s) => [s.of('calls'), s.of('waited')],
      value: ([n, waited]) => (waited! / n! <= 1 - p ? 0 : Infinity),
    };
  const [low, high] = bracketOf(expectedMillis);
  return {
    terms: (s) => [s.of('calls'), s.share('waitExceeds', low), s.share('waitExceeds', high)],
    value: ([n, atLow, atHigh]) => {
      const steep = Math.log(atLow! / atHigh!);
      return (low + (Math.log(atLow! / n! / (1 - p)) / steep) * (high - low)) / SECOND;
    },
  };
}
