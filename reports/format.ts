/**
 * Numbers the way a planner writes them: "83.6 % ± 0.7", "1 min 05 s ± 3 s", "1,042 ± 21". As many decimals as say something, the
 * half-width with as many as its number. It knows the language of numbers, not that of sentences.
 */

export interface Numbers {
  /** An en dash where there is no value. */
  readonly absent: string;
  plain(value: number, decimals: number): string;
}

export function numbersOf(locale: string): Numbers {
  const formats = new Map<number, Intl.NumberFormat>();
  return {
    absent: '–',
    plain(value, decimals) {
      let format = formats.get(decimals);
      if (format === undefined) {
        format = new Intl.NumberFormat(locale, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        formats.set(decimals, format);
      }
      // No "-0.0".
      return format.format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value);
    },
  };
}

export interface Measured {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export type ReportUnit = 'share' | 's' | 'number';

/** Value and half-width apart, so that a table can dim the second. */
export interface Formatted {
  readonly value: string;
  /** Without the ±; null: no interval. */
  readonly half: string | null;
}

export function formatMeasured(numbers: Numbers, unit: ReportUnit, measured: Measured): Formatted {
  const { mean, low, high } = measured;
  if (mean === null) return { value: numbers.absent, half: null };
  const half = low === null || high === null ? null : (high - low) / 2;
  switch (unit) {
    case 'share': {
      const decimals = shareDecimals(mean);
      return {
        value: formatShare(numbers, mean),
        half: half === null ? null : atLeast(numbers, 100 * half, decimals),
      };
    }
    case 's':
      return measuredSeconds(numbers, mean, half);
    case 'number': {
      const decimals = numberDecimals(mean);
      return {
        value: numbers.plain(mean, decimals),
        half: half === null ? null : atLeast(numbers, half, decimals),
      };
    }
  }
}

export function formatShare(numbers: Numbers, share: number | null): string {
  return share === null ? numbers.absent : `${numbers.plain(100 * share, shareDecimals(share))} %`;
}

export function formatNumber(numbers: Numbers, value: number | null): string {
  return value === null ? numbers.absent : numbers.plain(value, numberDecimals(value));
}

const shareDecimals = (share: number): number => (share !== 0 && Math.abs(share) < 0.00995 ? 2 : 1);

function numberDecimals(value: number): number {
  const size = Math.abs(value);
  if (size === 0) return 0;
  return size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
}

/** "4.2 s", "42 s", "1 min 05 s", "2 h 05 min". */
export function formatSeconds(numbers: Numbers, seconds: number | null): string {
  if (seconds === null) return numbers.absent;
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  if (size < 9.95) return `${sign}${numbers.plain(size, 1)} s`;
  if (size < 59.5) return `${sign}${numbers.plain(size, 0)} s`;
  const whole = Math.round(size);
  if (whole < HOUR) return `${sign}${Math.floor(whole / 60)} min ${twoFigures(whole % 60)} s`;
  const minutes = Math.round(size / 60);
  return `${sign}${numbers.plain(Math.floor(minutes / 60), 0)} h ${twoFigures(minutes % 60)} min`;
}

const HOUR = 3600;
/** From here on a half-width of half a minute or more makes the seconds meaningless. */
const MINUTES_FROM = 600;
const ROUGH = 30;

/** The half-width in the smallest unit that its mean shows. */
function measuredSeconds(numbers: Numbers, mean: number, half: number | null): Formatted {
  if (half === null) return { value: formatSeconds(numbers, mean), half: null };
  const size = Math.abs(mean);
  if (size < 9.95) return { value: formatSeconds(numbers, mean), half: atLeast(numbers, half, 1) };
  if (size < 59.5) return { value: formatSeconds(numbers, mean), half: atLeast(numbers, half, 0) };
  if (Math.round(size) >= HOUR) {
    const value = formatSeconds(numbers, mean);
    return {
      value,
      half: half < HOUR ? `${atLeast(numbers, half / 60, 0)} min` : formatSeconds(numbers, half),
    };
  }
  if (size < MINUTES_FROM || half < ROUGH)
    return {
      value: formatSeconds(numbers, mean),
      half: half < 99.5 ? `${atLeast(numbers, half, 0)} s` : formatSeconds(numbers, half),
    };
  const sign = mean < 0 ? '−' : '';
  return { value: `${sign}${numbers.plain(size / 60, 0)} min`, half: numbers.plain(half / 60, 0) };
}

/** What would be rounded to nothing is "<0.1": an interval is never 0 unless nothing varied. */
function atLeast(numbers: Numbers, value: number, decimals: number): string {
  const least = 10 ** -decimals;
  return value > 0 && value < least / 2
    ? `<${numbers.plain(least, decimals)}`
    : numbers.plain(value, decimals);
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0');
}
