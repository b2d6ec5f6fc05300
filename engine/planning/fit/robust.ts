/** Centre and spread that a few holidays do not move: median and median absolute deviation. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 1.4826 times the median distance from the median: the standard deviation, if the values are normal. */
export function robustDeviation(values: readonly number[], centre = median(values)): number {
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)));
}

/** Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers: farther out is an outlier. */
export const OUTLIER_FROM = 3.5;
