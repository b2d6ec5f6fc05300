/**
 * Measured values as the fits read them: distinct values in order, each with how often it came. Call records are in whole seconds,
 * so half a million calls are a few thousand values, and a likelihood costs as little. It knows no law and no unit.
 */

export interface Sample {
  /** Rising. */
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** How many values there are, with their repetitions. */
  readonly n: number;
}

export function sampleOf(measured: Iterable<number>): Sample {
  const sorted = Float64Array.from(measured).sort();
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    const last = values.length - 1;
    if (values[last] === value) counts[last] = (counts[last] ?? 0) + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values: Float64Array.from(values), counts: Float64Array.from(counts), n: sorted.length };
}

/** The sum of `term` over all values. */
export function sumOver({ values, counts }: Sample, term: (value: number) => number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += counts[at]! * term(values[at]!);
  return sum;
}

export function meanOf(sample: Sample): number {
  return sumOver(sample, (value) => value) / sample.n;
}

/** With n - 1 below the line; 0 of a single value. */
export function varianceOf(sample: Sample): number {
  const mean = meanOf(sample);
  return sample.n < 2 ? 0 : sumOver(sample, (value) => (value - mean) ** 2) / (sample.n - 1);
}

/** The value below or at which a share `p` lies: the inverse of the distribution function, without interpolation. */
export function quantileOf({ values, counts, n }: Sample, p: number): number {
  // The dust of a product must not cost a step: 0.1 x 30 is 3.0000000000000004.
  const rank = p * n - 1e-9 * n;
  let below = 0;
  for (let at = 0; at < values.length; at++) {
    below += counts[at]!;
    if (below >= rank) return values[at]!;
  }
  return values.at(-1) ?? Number.NaN;
}
