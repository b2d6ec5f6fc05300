/**
 * Plays a day: a moment that goes on with the clock, faster than it or event by event. It is told the time and asks for nothing, so that a
 * test can play a day without waiting. It knows no screen.
 */
import type { DayIndex } from './day-index.ts';

export const SPEEDS = [1, 10, 60, 300, 600] as const;
/** Faster than that, sentences would interrupt each other. */
export const SPOKEN_SPEED = 10;

export interface Played {
  /** Milliseconds since the day began. */
  readonly t: number;
  readonly isPlaying: boolean;
  readonly speed: number;
}

export const AT_REST: Played = { t: 0, isPlaying: false, speed: 60 };

/** After so many milliseconds of the clock; at the end of the day it stops by itself. */
export function after(played: Played, millis: number, end: number): Played {
  if (!played.isPlaying) return played;
  // A page that slept has not played.
  const t = Math.min(end, played.t + Math.min(millis, 250) * played.speed);
  return { ...played, t, isPlaying: t < end };
}

/** At the end it begins anew. */
export function toggled(played: Played, end: number): Played {
  if (played.isPlaying) return { ...played, isPlaying: false };
  return { ...played, t: played.t >= end ? 0 : played.t, isPlaying: true };
}

/** To the next or the last moment at which something happens; it stops there. */
export function stepped(played: Played, by: 1 | -1, index: DayIndex): Played {
  const t = by === 1 ? index.momentAfter(played.t) : index.momentBefore(played.t);
  return { ...played, t: t ?? played.t, isPlaying: false };
}
