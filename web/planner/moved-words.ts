/**
 * What moved, in words: the name of a measure, and the text a planner pastes into a mail: what was changed in the run that is shown, what
 * service level and abandonment did, what it costs. It reads numbers from the frame and computes none.
 */
import { msg, str } from '@lit/localize';
import type { Threshold } from '../../engine/index.ts';
import { MEASURES } from '../../reports/measures.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import type { Frame, MovedMeasure } from '../../workers/workbench/api.ts';
import { isSamePath, readValue } from '../../workers/workbench/settings-list.ts';
import { language, locale } from '../i18n/language.ts';
import { writerOf } from './measure-text.ts';
import type { Writer } from './measure-text.ts';
import { daysWords, isOne } from './run-words.ts';
import { toldValue } from './threshold-told.ts';
import { placedLabel } from './threshold-words.ts';
import { headlineName, HEADLINES, MEASURED } from './tile-measures.ts';

/** What a tile tells is called as there. */
export function movedName({ id, stat, queue, group }: MovedMeasure): string {
  const kpi = id.replace(/^(K-01)[a-f]$/, '$1');
  const headline = HEADLINES.find((each) => MEASURED[each].kpi === kpi && MEASURED[each].stat === stat);
  const measure = MEASURES.find((each) => each.id === kpi && each.stat === stat);
  const name =
    headline === undefined ? (measure?.name[language()] ?? `${id} ${stat}`) : headlineName(headline);
  return [name, queue, group].filter((part) => part !== null).join(', ');
}

/** A threshold as a sentence tells it. */
export interface ToldChange {
  readonly label: string;
  readonly now: string;
  readonly was: string;
}

export interface ToldChanges {
  /** Of thresholds, as the rail calls them. */
  readonly told: readonly ToldChange[];
  /** How many other settings differ: the rail has no name for them. */
  readonly others: number;
}

export const NO_CHANGES: ToldChanges = { told: [], others: 0 };

/** What differs from the baseline in what was simulated; a change that was refused, or is not computed yet, is not in it. */
export function toldChanges(
  settings: readonly SettingChange[],
  thresholds: readonly Threshold[],
): ToldChanges {
  const told = settings.flatMap((change) => {
    const threshold = thresholds.find(({ path }) => isSamePath(path, change.path));
    return threshold === undefined ? [] : [toldChange(change, threshold, thresholds)];
  });
  return { told, others: settings.length - told.length };
}

function toldChange(
  { baseline, candidate, standard }: SettingChange,
  threshold: Threshold,
  all: readonly Threshold[],
): ToldChange {
  const valueOf = (side: string | null): string => {
    const written = side ?? standard;
    const value = written === null ? threshold.standard : readValue(written, threshold.kind);
    return value === undefined ? String(written) : toldValue(threshold, value);
  };
  return { label: placedLabel(threshold, all), now: valueOf(candidate), was: valueOf(baseline) };
}

/** More than this many changes are counted, not listed. */
const LISTED = 3;

/** null: what was simulated is the baseline, or too few days were to say anything. */
export function mailSentence(frame: Frame, changes: ToldChanges): string | null {
  const writer = writerOf(locale(), frame.now.currency);
  const moves = [serviceClause(frame, writer), abandonClause(frame, writer)].filter((each) => each !== null);
  const cost = costClause(frame, writer);
  const clauses = moves.length > 0 ? moves : isUnmoved(frame) ? [unmovedClause()] : [];
  if (clauses.length === 0) return null;
  const effect = listed([...clauses, ...(cost === null ? [] : [cost])]);
  const cause = causeOf(changes);
  return cause === null ? `${capital(effect)}.` : msg(str`With ${cause}, ${effect}.`);
}

/** Sentence, what was changed, over how many days, and every measure that moved, as lines. */
export function mailText(frame: Frame, changes: ToldChanges): string {
  const { scenario, currency } = frame.now;
  const days = daysWords(frame.days);
  const cost = frame.moved.find(({ isExact }) => isExact);
  const writer = writerOf(locale(), currency);
  const settings = [
    ...changes.told.map(({ label, now, was }) => msg(str`${label}: ${now}, was ${was}`)),
    ...(changes.others > 0 ? [othersWords(changes.others)] : []),
  ];
  const lines = [
    msg(str`${scenario}: ${days} on each side, with the same simulated callers.`),
    ...frame.movedText.split('\n'),
    ...(cost === undefined
      ? []
      : [
          `- ${msg(str`Staffing cost of a day: ${writer.difference('money', cost.difference.mean)} (exact)`)}`,
        ]),
  ];
  const parts = [mailSentence(frame, changes) ?? '', settings.join('\n'), lines.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function causeOf({ told, others }: ToldChanges): string | null {
  const count = told.length + others;
  if (count === 0) return null;
  if (count > LISTED) return msg(str`${count} changes`);
  return listed([
    ...told.map(({ label, now, was }) => msg(str`“${label}” at ${now} instead of ${was}`)),
    ...(others > 0 ? [othersWords(others)] : []),
  ]);
}

function othersWords(count: number): string {
  return isOne(count)
    ? msg('one change in the scenario’s text')
    : msg(str`${count} changes in the scenario’s text`);
}

/** Enough days for intervals; what moved is asked before. */
function isUnmoved({ moved, halfWidth }: Frame): boolean {
  return moved.length > 0 && halfWidth !== null;
}

function unmovedClause(): string {
  return msg('neither the service level nor abandonment moves beyond chance');
}

function serviceClause({ moved, now }: Frame, writer: Writer): string | null {
  const row = moved.find(
    ({ id, queue, group }) => id.startsWith('K-01') && queue === now.queue && group === null,
  );
  if (row === undefined || row.isWithinChance || row.difference.mean === null) return null;
  const [by, to] = [pointsOf(row, writer), writer.value('share', row.now.mean)];
  return row.difference.mean > 0
    ? msg(str`the service level rises by ${by} to ${to}`)
    : msg(str`the service level falls by ${by} to ${to}`);
}

function abandonClause({ moved, now }: Frame, writer: Writer): string | null {
  const row = moved.find(
    ({ id, stat, queue, group }) =>
      id === 'K-05' && stat === 'share' && queue === now.queue && group === null,
  );
  if (row === undefined || row.isWithinChance || row.difference.mean === null) return null;
  const [by, to] = [pointsOf(row, writer), writer.value('share', row.now.mean)];
  return row.difference.mean > 0
    ? msg(str`abandonment rises by ${by} to ${to}`)
    : msg(str`abandonment falls by ${by} to ${to}`);
}

function costClause({ moved, now }: Frame, writer: Writer): string | null {
  const mean = moved.find(({ id }) => id === 'cost')?.difference.mean ?? null;
  if (mean === null || mean === 0) return now.currency === null ? null : msg('the staffing cost stays');
  const size = writer.value('money', Math.abs(mean));
  return mean > 0
    ? msg(str`the staff costs ${size} more a day`)
    : msg(str`the staff costs ${size} less a day`);
}

function pointsOf({ difference }: MovedMeasure, { numbers }: Writer): string {
  const size = Number(Math.abs(100 * (difference.mean ?? 0)).toFixed(1));
  const text = numbers.plain(size, 1);
  return isOne(size) ? msg(str`${text} point`) : msg(str`${text} points`);
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(parts);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}
