/** Bounds of expected results, in the unit of their KPI: shares as fractions, times in milliseconds. */
import type { KpiUnit } from './kpis.ts';
import { parseLength, parseShare } from './lengths.ts';

export function boundOf(written: string | number, unit: KpiUnit): number | undefined {
  switch (unit) {
    case 'share':
      return parseShare(written);
    case 'time': {
      // A promise error or a bias may be negative.
      const isNegative = typeof written === 'number' ? written < 0 : written.trim().startsWith('-');
      const size = typeof written === 'number' ? Math.abs(written) : written.trim().replace(/^-\s*/, '');
      const length = parseLength(size);
      return length === undefined ? undefined : isNegative ? -length : length;
    }
    case 'number':
      return typeof written === 'number' ? written : parseShare(written);
  }
}

/** 80 written for 80%: no share is above 100 %, so a bound there would always hold, or never. */
export function isBeyondShare(bound: number | undefined, unit: KpiUnit): boolean {
  return unit === 'share' && bound !== undefined && bound > 1;
}

/** How it was probably meant, to be put into a sentence: "5% or 0.05". */
export function shareAsMeant(written: string | number): string {
  const value = parseShare(written) ?? 0;
  return value > 1 && value <= 100 ? `${value}% or ${Number((value / 100).toPrecision(12))}` : '80% or 0.8';
}
