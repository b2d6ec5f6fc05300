/** What is said of a run: how far it is, what it aims at, how long it takes, how many thresholds were changed. Words only. */
import { msg, str } from '@lit/localize';
import { numbersOf } from '../../reports/format.ts';
import { locale } from '../i18n/language.ts';
import type { RunView } from '../state/run-store.ts';
import type { Aim } from '../state/work.ts';

const rules = new Map<string, Intl.PluralRules>();

/** Whether the page's language has the singular for it: English for 1, French for 0 too. */
export function isOne(count: number): boolean {
  let rule = rules.get(locale());
  if (rule === undefined) rules.set(locale(), (rule = new Intl.PluralRules(locale())));
  return rule.select(count) === 'one';
}

function whole(count: number): string {
  return numbersOf(locale()).plain(count, 0);
}

export function daysWords(days: number): string {
  return isOne(days) ? msg(str`${whole(days)} day`) : msg(str`${whole(days)} days`);
}

export function changedWords(count: number): string {
  if (count === 0) return msg('as the baseline');
  return isOne(count) ? msg('One changed') : msg(str`${whole(count)} changed`);
}

/** What the run does, in the words of the run line. */
export function stateWords({ phase, frame, isStale, errors }: RunView): string {
  const days = frame?.days ?? 0;
  if (phase === 'failed') return msg('The computation broke off');
  if (phase === 'empty')
    return errors.length > 0 ? msg('The scenario cannot be used') : msg('No scenario yet');
  if (frame === null || phase === 'loading') return msg('Simulating the first three days');
  if (isStale) return msg('Out of date, computing again');
  switch (phase) {
    case 'refining':
      return msg(str`Refining: ${whole(days)} of ${daysWords(frame.asked)}`);
    case 'enough':
      return msg(str`${daysWords(days)} simulated, precise enough`);
    case 'allDays':
      return msg(str`${daysWords(days)} simulated`);
    case 'stopped':
      return msg(str`Stopped at ${daysWords(days)}`);
  }
}

/** "±0.9 points"; empty: too few days to tell. */
export function precisionWords(halfWidth: number | null): string {
  if (halfWidth === null) return '';
  return msg(str`service level ±${numbersOf(locale()).plain(100 * halfWidth, 1)} points`);
}

export function aimWords({ halfWidth, days }: Pick<Aim, 'halfWidth' | 'days'>): string {
  if (halfWidth === null) return msg(str`aiming for ${daysWords(days)}`);
  return msg(str`aiming for ±${pointsText(halfWidth)}`);
}

/** 1 or 0.5: without a decimal that says nothing. */
export function pointsText(share: number): string {
  const points = Math.round(1000 * share) / 10;
  return numbersOf(locale()).plain(points, Number.isInteger(points) ? 0 : 1);
}

/** "about 28 s left"; empty: not known. */
export function leftWords(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '';
  if (seconds < 90) return msg(str`about ${whole(Math.max(1, Math.round(seconds)))} s left`);
  return msg(str`about ${whole(Math.round(seconds / 60))} min left`);
}

export function restartWords(restarts: number): string {
  if (restarts === 0) return '';
  return isOne(restarts)
    ? msg('One worker was restarted; the result is not affected.')
    : msg(str`${whole(restarts)} workers were restarted; the result is not affected.`);
}
