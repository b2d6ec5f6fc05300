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
