/** Times of a script: `08:00:18`, `08:00:18.250`, `08:00:18+1` for the next day, `+5s`. They become moments of the run; no clock is read. */
import { kindOfDay } from '../config/hours.ts';
import { parseLength } from '../config/lengths.ts';
import type { Setup } from '../config/setup.ts';
import { DAY, formatClock, HOUR, MINUTE, SECOND, type Instant, type Millis } from '../kernel/time.ts';
import type { Time } from './script.ts';

const clockPattern = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(?:\+(\d{1,2}))?$/;
/** A month is longer than anything a script shows. */
const longest = 31 * DAY;

/** Whether the first word of a line is meant as a time. */
export const looksLikeTime = (word: string): boolean => /^(\+|\d+[:.])/.test(word);

/** The moment a word names; undefined if it names none after the day begins. */
export function timeOf(word: string, startOfDay: Millis): Time | undefined {
  if (word.startsWith('+')) {
    const after = waitOf(word.slice(1));
    return after === undefined ? undefined : { after };
  }
  const parts = clockPattern.exec(word);
  if (!parts) return undefined;
  const [, hours = '', minutes = '', seconds = '0', fraction = '0', days = '0'] = parts;
  const ofDay =
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Number(seconds) * SECOND +
    Number(fraction.padEnd(3, '0'));
  const instant = ofDay + Number(days) * DAY - startOfDay;
  return instant >= 0 && instant <= longest ? { instant } : undefined;
}

/** A length to wait: `30s`, `2m`, `7d`. A bare number is none: it says no unit. */
function waitOf(text: string): Millis | undefined {
  const length = /^\d+$/.test(text) ? undefined : parseLength(text);
  return length !== undefined && length <= longest ? length : undefined;
}

/** The time of day, after midnight, at which the script begins. */
export function startOfDay({ world }: Setup): Millis {
  return world.kinds[kindOfDay(world, 0)]?.from ?? 0;
}

/** The inverse of `timeOf`: `08:00:18`, with milliseconds and the day only where there are any. */
export function exactClock(instant: Instant, startOfDay: Millis): string {
  const days = Math.floor((instant + startOfDay) / DAY);
  const millis = (instant + startOfDay) % SECOND;
  const fraction = millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`;
  return `${formatClock(instant, startOfDay)}${fraction}${days === 0 ? '' : `+${days}`}`;
}
