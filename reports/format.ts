/**
 * Numbers the way a planner writes them: "83.6% ± 0.7", "3 min 05 s ± 3 s", "1,042 ± 21", and as the reader's language has it:
 * "83,6 %". As many decimals as say something, the half-width with as many as its number. It knows the language of numbers, not
 * that of sentences.
 */

export interface Numbers {
  /** An en dash where there is no value. */
  readonly absent: string;
  plain(value: number, decimals: number): string;
  /** Of a fraction of 1. */
  percent(share: number, decimals: number): string;
  /** To the cent where it is small; from a hundred on whole units of the currency, an ISO 4217 code, say enough. */
  money(value: number, currency: string): string;
}

/** From here on cents are left out. */
const NO_CENTS = 100;

const made = new Map<string, Numbers>();

/** One for each locale: a page that is drawn ten times a second would spend its time on making them. */
export function numbersOf(locale: string): Numbers {
  let numbers = made.get(locale);
  if (numbers === undefined) made.set(locale, (numbers = makeNumbers(locale)));
  return numbers;
}

function makeNumbers(locale: string): Numbers {
  const plain = formatsOf(locale, {});
  const percent = formatsOf(locale, { style: 'percent' });
  return {
    absent: '–',
    plain: (value, decimals) => signed(plain(decimals), value, 0.5 * 10 ** -decimals),
    percent: (share, decimals) => signed(percent(decimals), share, 0.005 * 10 ** -decimals),
    money: (value, currency) => {
      const decimals = Math.abs(value) < NO_CENTS ? 2 : 0;
      return signed(
        formatsOf(locale, { style: 'currency', currency })(decimals),
        value,
        0.5 * 10 ** -decimals,
      );
    },
  };
}

/** Kept, because making one takes fifty times as long as using it. */
function formatsOf(
  locale: string,
  options: Intl.NumberFormatOptions,
): (decimals: number) => Intl.NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>();
  return (decimals) => {
    let format = formats.get(decimals);
    if (format === undefined) {
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      format = new Intl.NumberFormat(locale, { ...options, ...digits });
      formats.set(decimals, format);
    }
    return format;
  };
}

/** With a true minus sign, narrow spaces throughout (French has a wide one before the % alone), and no "-0.0". */
function signed(format: Intl.NumberFormat, value: number, nothing: number): string {
  const text = format.format(Math.abs(value) < nothing ? 0 : value);
  return text.replace('-', '−').replace('\u00a0', '\u202f');
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
  /** Where a half-width would not be true, of an interval to whose one end it is further than to the other. */
  readonly sides: Sides | null;
}

/** Down to the lower and up to the upper end, without signs. */
export interface Sides {
  readonly below: string;
  readonly above: string;
}

/** From here on a reader would see that the sides differ. */
const UNEVEN = 1.25;

export function formatMeasured(numbers: Numbers, unit: ReportUnit, measured: Measured): Formatted {
  const { mean, low, high } = measured;
  if (mean === null) return { value: numbers.absent, half: null, sides: null };
  if (low === null || high === null) return { value: valueOf(numbers, unit, mean), half: null, sides: null };
  const half = (high - low) / 2;
  const { value, width } = formOf(numbers, unit, mean, half);
  const told = width(half);
  const [below, above] = [mean - low, high - mean];
  const isUneven = Math.min(below, above) >= 0 && Math.max(below, above) > UNEVEN * Math.min(below, above);
  const sides = isUneven && !told.startsWith('<') ? { below: width(below), above: width(above) } : null;
  return { value, half: told, sides: sides !== null && sides.below === sides.above ? null : sides };
}

function valueOf(numbers: Numbers, unit: ReportUnit, mean: number): string {
  if (unit === 'share') return formatShare(numbers, mean);
  return unit === 's' ? formatSeconds(numbers, mean) : formatNumber(numbers, mean);
}

/** A mean as it is written, and what writes widths beside it in the same unit. */
interface Form {
  readonly value: string;
  readonly width: (width: number) => string;
}

function formOf(numbers: Numbers, unit: ReportUnit, mean: number, half: number): Form {
  if (unit === 's') return secondsForm(numbers, mean, half);
  const value = valueOf(numbers, unit, mean);
  return unit === 'share'
    ? { value, width: (width) => atLeast(numbers, 100 * width, shareDecimals(mean)) }
    : { value, width: (width) => atLeast(numbers, width, numberDecimals(mean)) };
}

export function formatShare(numbers: Numbers, share: number | null): string {
  return share === null ? numbers.absent : numbers.percent(share, shareDecimals(share));
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

/** "4.2 s", "65 s", "3 min 05 s", "2 h 05 min": as people say it, seconds up to a minute and a half. */
export function formatSeconds(numbers: Numbers, seconds: number | null): string {
  if (seconds === null) return numbers.absent;
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  if (size < 9.95) return `${sign}${numbers.plain(size, 1)} s`;
  if (size < MINUTES_FROM) return `${sign}${numbers.plain(size, 0)} s`;
  const whole = Math.round(size);
  if (whole < HOUR) return `${sign}${Math.floor(whole / 60)} min ${twoFigures(whole % 60)} s`;
  const minutes = Math.round(size / 60);
  return `${sign}${numbers.plain(Math.floor(minutes / 60), 0)} h ${twoFigures(minutes % 60)} min`;
}

/** A length that was set, not measured: "90 s", "30 min", "1 h 30 min", "2 min 05 s"; without the figures that are 0. */
export function formatLength(numbers: Numbers, seconds: number | null): string {
  if (seconds === null) return numbers.absent;
  const whole = Math.round(seconds);
  const isWhole = Math.abs(seconds - whole) < 1e-9;
  if (whole < TWO_MINUTES) return `${numbers.plain(seconds, isWhole ? 0 : 1)} s`;
  if (!isWhole) return formatSeconds(numbers, seconds);
  const [hours, rest] = [Math.floor(whole / HOUR), whole % HOUR];
  const [minutes, left] = [Math.floor(rest / 60), rest % 60];
  const parts = [
    hours > 0 ? `${numbers.plain(hours, 0)} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    left > 0 ? `${twoFigures(left)} s` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const TWO_MINUTES = 120;
const MINUTES_FROM = 89.5;
const HOUR = 3600;
/** From here on a half-width of half a minute or more makes the seconds meaningless. */
const ROUGH_FROM = 600;
const ROUGH = 30;

/** Widths in the smallest unit that their mean shows. */
function secondsForm(numbers: Numbers, mean: number, half: number): Form {
  const size = Math.abs(mean);
  const value = formatSeconds(numbers, mean);
  if (size < 9.95) return { value, width: (width) => atLeast(numbers, width, 1) };
  if (size < MINUTES_FROM) return { value, width: (width) => atLeast(numbers, width, 0) };
  if (Math.round(size) >= HOUR)
    return {
      value,
      width: (width) =>
        width < HOUR ? `${atLeast(numbers, width / 60, 0)} min` : formatSeconds(numbers, width),
    };
  if (size < ROUGH_FROM || half < ROUGH)
    return {
      value,
      width: (width) => (width < 99.5 ? `${atLeast(numbers, width, 0)} s` : formatSeconds(numbers, width)),
    };
  const sign = mean < 0 ? '−' : '';
  return {
    value: `${sign}${numbers.plain(size / 60, 0)} min`,
    width: (width) => atLeast(numbers, width / 60, 0),
  };
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
