/** How far a simulation is, in a line: a bar, the days, the speed, the time left. */
import type { Progress } from '../../workers/tandem.ts';

// The whole line, with thousands of days and hours left, fits 80 columns.
const barLength = 10;

/** `[###.......] 31 of 120 days, 1.2 M events/s, 104 k calls/s, 0:12 left`. */
export function progressLine(progress: Progress): string {
  const { days, daysExpected, eventsPerSecond, callsPerSecond, millisLeft } = progress;
  const filled = Math.round((barLength * days) / Math.max(1, daysExpected));
  const bar = '#'.repeat(filled).padEnd(barLength, '.');
  const left = millisLeft === null ? '' : `, ${clock(millisLeft)} left`;
  const speed = `${short(eventsPerSecond)} events/s, ${short(callsPerSecond)} calls/s`;
  return `[${bar}] ${days} of ${daysExpected} days, ${speed}${left}`;
}

function short(number: number): string {
  if (number >= 1e6) return `${(number / 1e6).toFixed(1)} M`;
  if (number >= 1e4) return `${Math.round(number / 1e3)} k`;
  return String(Math.round(number));
}

function clock(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  const minutes = Math.floor(seconds / 60);
  const twoFigures = (value: number) => String(value).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${twoFigures(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${twoFigures(minutes % 60)}:${twoFigures(seconds % 60)}`;
}
