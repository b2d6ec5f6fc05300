/**
 * Moments and lengths of time as exports write them: ISO and European dates, American ones where the days say so, clocks with and
 * without AM and PM, month names in English and French, Excel's and Unix's numbers; `h:mm:ss`, seconds, `4m10s`. A moment is a day
 * and the seconds after its midnight, local time as written: zones and daylight saving are not interpreted.
 */
import { parseDate, parseLength } from '../../config/lengths.ts';

export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Seconds after midnight; undefined: the text is a date alone. */
  readonly second: number | undefined;
}

/** undefined: not written so. */
export type MomentReader = (text: string) => Moment | undefined;

export interface MomentFormat {
  /** As `--time-format` would state it. */
  readonly name: string;
  readonly read: MomentReader;
}

const DAY = 86_400;

/** By likelihood: where days and months could be each other, Europe's order is taken, and said. */
export const momentFormats: readonly MomentFormat[] = [
  dated('YYYY-MM-DD', /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]\s*(.+))?$/, 1, 2, 3, 4),
  dated('DD/MM/YYYY', /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]\s*(.+))?$/, 3, 2, 1, 4),
  dated('MM/DD/YYYY', /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]\s*(.+))?$/, 3, 1, 2, 4),
  dated('DD MMM YYYY', /^(\d{1,2})[-/. ](\p{L}{3,9})\.?[-/. ](\d{4}|\d{2})(?:[T ,]\s*(.+))?$/u, 3, 2, 1, 4),
  dated('YYYYMMDD', /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}:?\d{2}(?::?\d{2})?))?$/, 1, 2, 3, 4),
  { name: 'Unix seconds', read: (text) => unix(text, /^\d{9,10}(?:\.\d+)?$/, 1) },
  { name: 'Unix milliseconds', read: (text) => unix(text, /^\d{12,13}$/, 1000) },
  { name: 'Excel serial', read: excel },
];

function dated(
  name: string,
  pattern: RegExp,
  year: number,
  month: number,
  day: number,
  clock: number,
): MomentFormat {
  return {
    name,
    read: (text) => {
      const parts = pattern.exec(text);
      if (!parts) return undefined;
      const date = dayOf(parts[year] ?? '', parts[month] ?? '', parts[day] ?? '');
      if (date === undefined) return undefined;
      const time = parts[clock];
      if (time === undefined) return { day: date, second: undefined };
      const second = secondOf(time);
      return second === undefined ? undefined : { day: date, second };
    },
  };
}

const known = new Map<string, number | undefined>();
const KNOWN_MOST = 20_000;

/** Kept by its parts: half a million calls fall on few dates. */
function dayOf(year: string, month: string, day: string): number | undefined {
  const key = `${year}-${month}-${day}`;
  if (known.has(key)) return known.get(key);
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  const full = year.length === 2 ? `20${year}` : year;
  const two = (part: number | string) => String(part).padStart(2, '0');
  const found = number === undefined ? undefined : parseDate(`${full}-${two(number)}-${two(day)}`);
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(key, found);
  return found;
}

const MONTHS = [
  /^jan/,
  /^f[eé][bv]/,
  /^mar/,
  /^a[pv]r/,
  /^ma[iy]/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^a(ug|o[uû]t)/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^d[eé]c/,
];

function monthNamed(name: string): number | undefined {
  const at = MONTHS.findIndex((month) => month.test(name.toLowerCase()));
  return at < 0 ? undefined : at + 1;
}

/** A zone behind it (Z, +02:00) is not interpreted: the clock is taken as written. */
const CLOCK =
  /^(\d{1,2})(?:[:hH.](\d{2})?(?:[:.mM](\d{2})(?:[.,](\d+))?)?)?\s*([ap])?\.?m?\.?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;
const COMPACT_CLOCK = /^(\d{2})(\d{2})(\d{2})?$/;

/** Seconds after midnight of `8:05`, `08:05:30`, `8h05`, `8:05 PM`, `080530`; undefined: no time of day. 24:00 is allowed. */
export function secondOf(text: string): number | undefined {
  const compact = COMPACT_CLOCK.exec(text);
  const parts = compact ?? CLOCK.exec(text.trim());
  if (!parts) return undefined;
  const half = compact ? undefined : parts[5]?.toLowerCase();
  const hour = Number(parts[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const minute = Number(parts[2] ?? 0);
  const second = Number(parts[3] ?? 0);
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const time = hours * 3600 + minute * 60 + second + (compact ? 0 : Number(`0.${parts[4] ?? 0}`));
  return minute < 60 && second < 60 && time <= DAY ? time : undefined;
}

function unix(text: string, pattern: RegExp, perSecond: number): Moment | undefined {
  if (!pattern.test(text)) return undefined;
  const seconds = Number(text) / perSecond;
  const day = Math.floor(seconds / DAY);
  return { day, second: seconds - day * DAY };
}

/** Days since 1899-12-30, with the time as a fraction. */
function excel(text: string): Moment | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  const day = Math.floor(serial);
  const hasTime = /[.,]/.test(text);
  return { day: day - 25_569, second: hasTime ? Math.round((serial - day) * DAY) : undefined };
}

/** A format stated in letters: YYYY, YY, MM, DD, HH, mm, ss; undefined when it names no date and no hour. */
export function statedFormat(pattern: string): MomentFormat | undefined {
  const tokens: string[] = [];
  const source = pattern.replaceAll(/YYYY|YY|MM|DD|HH|mm|ss|[^A-Za-z]|[A-Za-z]/g, (token) => {
    if (!/^(YYYY|YY|MM|DD|HH|mm|ss)$/.test(token)) return token.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    tokens.push(token);
    return token === 'YYYY' ? '(\\d{4})' : token === 'YY' ? '(\\d{2})' : '(\\d{1,2})';
  });
  const has = (token: string) => tokens.includes(token);
  const hasDate = (has('YYYY') || has('YY')) && has('MM') && has('DD');
  if (new Set(tokens).size < tokens.length || !hasDate) return undefined;
  const expression = new RegExp(`^${source}$`);
  return {
    name: pattern,
    read: (text) => {
      const parts = expression.exec(text);
      if (!parts) return undefined;
      const part = (token: string) => (has(token) ? (parts[tokens.indexOf(token) + 1] ?? '') : '');
      const day = dayOf(has('YYYY') ? part('YYYY') : part('YY'), part('MM'), part('DD'));
      if (day === undefined) return undefined;
      if (!has('HH')) return { day, second: undefined };
      const second = secondOf(
        `${part('HH')}:${(part('mm') || '0').padStart(2, '0')}:${(part('ss') || '0').padStart(2, '0')}`,
      );
      return second === undefined ? undefined : { day, second };
    },
  };
}

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const CLOCKED = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d+))?$/;

/** Seconds of `185`, `3:05`, `0:03:05`, `3m05s`; undefined: no length. `unit` is what a bare number counts, in seconds. */
export function secondsOf(text: string, unit: number): number | undefined {
  const whole = Number(text);
  if (whole >= 0 && Number.isFinite(whole) && !text.includes('e')) return whole * unit;
  if (NUMBER.test(text)) return Number(text.replace(',', '.')) * unit;
  const parts = CLOCKED.exec(text);
  if (parts) {
    const [, hours = 0, minutes = 0, seconds = 0, fraction = 0] = parts;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
  }
  const length = parseLength(text);
  return length === undefined ? undefined : length / 1000;
}

/** A number with a point or a comma, with or without separators of thousands (a space, or `1.234,5`). */
export function numberOf(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f']/g, '');
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return NUMBER.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}
