/**
 * Virtual time: instants, lengths, and the order of what falls on one instant.
 *
 * Everything is a whole number of milliseconds since the run began (GEN-01), so equal moments are equal numbers and sums are
 * exact. Nothing here knows what day it is, in which zone, or how a person writes a duration: that belongs to the configuration.
 */

/** Whole milliseconds since the run began. */
export type Instant = number;

/** A length of time in whole milliseconds. */
export type Millis = number;

/** A moment and its rank in one whole number, `time × 8 + rank`: comparing two of them is comparing two numbers. */
export type Due = number;

/** The order of service within one millisecond (GEN-03). */
export const Rank = {
  legEnded: 0,
  answered: 1,
  agent: 2,
  supervisor: 3,
  configuration: 4,
  timer: 5,
  arrival: 6,
  pass: 7,
} as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

const RANKS = 8;

export function dueAt(time: Instant, rank: Rank): Due {
  return time * RANKS + rank;
}

// Not a shift: 32 bits of due are only six days.
export function timeOf(due: Due): Instant {
  return Math.floor(due / RANKS);
}

export function rankOf(due: Due): Rank {
  return (due - timeOf(due) * RANKS) as Rank;
}

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 3_600_000;
export const DAY: Millis = 86_400_000;

export function seconds(count: number): Millis {
  return Math.round(count * SECOND);
}

export function minutes(count: number): Millis {
  return Math.round(count * MINUTE);
}

export function hours(count: number): Millis {
  return Math.round(count * HOUR);
}

export function days(count: number): Millis {
  return Math.round(count * DAY);
}

/** "08:00:18": the time of day when the run began at `startOfDay` after midnight. It starts again at midnight. */
export function formatClock(instant: Instant, startOfDay: Millis = 0): string {
  const whole = Math.floor(instant + startOfDay);
  const ofDay = whole - Math.floor(whole / DAY) * DAY;
  return [HOUR, MINUTE, SECOND]
    .map((unit) => Math.floor(ofDay / unit) % (unit === HOUR ? 24 : 60))
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** "4 min 10 s": the two largest units that matter, below a second in milliseconds. */
export function formatDuration(length: Millis): string {
  if (!Number.isFinite(length)) return String(length);
  if (length < 0) return `-${formatDuration(-length)}`;
  if (length < SECOND) return `${Math.round(length)} ms`;
  if (length < 10 * SECOND) return inUnits([[Math.round(length / 100) / 10, 's']]);
  const inSeconds = Math.round(length / SECOND);
  if (inSeconds < 3_600)
    return inUnits([
      [Math.floor(inSeconds / 60), 'min'],
      [inSeconds % 60, 's'],
    ]);
  const inMinutes = Math.round(length / MINUTE);
  if (inMinutes < 1_440)
    return inUnits([
      [Math.floor(inMinutes / 60), 'h'],
      [inMinutes % 60, 'min'],
    ]);
  const inHours = Math.round(length / HOUR);
  return inUnits([
    [Math.floor(inHours / 24), 'd'],
    [inHours % 24, 'h'],
  ]);
}

function inUnits(parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
