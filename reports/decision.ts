/** A command of a transcript as a decision that can be kept and compared: when to the millisecond, what, by which rule, and who else was looked at. */
import type { Entry } from '../engine/index.ts';
import { clockWithSeconds } from './clock.ts';
import { phraseOf } from './transcript-phrases.ts';
import { reasonLines } from './transcript-text.ts';
import type { Decision } from './suite.ts';

/** @param startOfDay the local time at which the day begins, in milliseconds after midnight */
export function decisionOf(entry: Entry, startOfDay: number): Decision {
  const exact = (t: number): string => {
    const clock = clockWithSeconds(startOfDay + t);
    const rest = (((startOfDay + t) % SECOND) + SECOND) % SECOND;
    return rest === 0
      ? clock
      : clock.replace(/^[\d:]+/, (time) => `${time}.${String(rest).padStart(3, '0')}`);
  };
  return {
    at: exact(entry.t),
    text: phraseOf(entry, exact),
    rule: entry.rule ?? null,
    why: reasonLines(entry),
  };
}

const SECOND = 1000;

/** What an outsider sees of it: the reasons of the same command may well be others. */
export function isSameDecision(one: Decision, other: Decision): boolean {
  return one.at === other.at && one.text === other.text;
}

/** `08:00:18.250 ring ana for call 1 (until 08:00:36.250)` */
export function decisionLine({ at, text }: Decision): string {
  return `${at} ${text}`;
}
