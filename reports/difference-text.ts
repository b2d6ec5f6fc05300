/**
 * A row of a comparison in writing: its two sides, and their difference in percentage points, seconds or counts, all in one unit
 * and with the decimals that the difference has. Lengths of a shift and more are hours: "157.3 h", not "156 h 40 min".
 */
import type { ComparisonRow } from './compare.ts';
import { formatMeasured, formatSeconds } from './format.ts';
import type { Numbers, ReportUnit } from './format.ts';
import type { Cell } from './text-table.ts';

export type Told = Pick<ComparisonRow, 'unit' | 'baseline' | 'candidate'>;

const HOUR = 3600;
const LONG = 10 * HOUR;

function isLong({ unit, baseline, candidate }: Told): boolean {
  return unit === 's' && Math.max(Math.abs(baseline.mean ?? 0), Math.abs(candidate.mean ?? 0)) >= LONG;
}

/** "83.6%", "7.5 s", "157.3 h". */
export function sideText(row: Told, side: 'baseline' | 'candidate', numbers: Numbers): string {
  const { mean } = row[side];
  if (mean !== null && isLong(row)) return `${numbers.plain(mean / HOUR, 1)} h`;
  return formatMeasured(numbers, row.unit, { mean, low: null, high: null }).value;
}

/** With its sign, and half of its interval after it. */
export function changeOf(row: Told, difference: ComparisonRow['difference'], numbers: Numbers): Cell {
  const { mean, low, high } = difference;
  if (mean === null) return { text: numbers.absent };
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  const size = Math.abs(mean);
  const text = (value: number): string => bareText(row, value, size, numbers);
  if (low === null || high === null) return { text: sign + text(size) };
  return { text: sign + text(size), after: ` ± ${text((high - low) / 2)}` };
}

/** Without sign and without "points", with the decimals of the size that it belongs to. */
export function bareText(row: Told, value: number, size: number, numbers: Numbers): string {
  // A few minutes of a hundred hours are told in minutes.
  if (isLong(row) && size >= HOUR / 2) return `${numbers.plain(value / HOUR, 1)} h`;
  return sizeOf(row.unit, value, size, numbers);
}

/** As `bareText`, of a size that belongs to no row. */
export function sizeOf(unit: ReportUnit, value: number, size: number, numbers: Numbers): string {
  if (unit === 's') return formatSeconds(numbers, value);
  const factor = unit === 'share' ? 100 : 1;
  return numbers.plain(factor * value, decimalsOf(unit, factor * size));
}

function decimalsOf(unit: ReportUnit, size: number): number {
  if (size === 0) return 0;
  return size < 0.95 ? 2 : unit === 'share' || size < 100 ? 1 : 0;
}
