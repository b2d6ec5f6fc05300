/**
 * What moved, in words: the name of a measure, and the one sentence a planner pastes into a mail: what was changed, what service level and
 * abandonment did, what it costs. It reads numbers from the frame and computes none.
 */
import { msg, str } from '@lit/localize';
import { MEASURES } from '../../reports/measures.ts';
import type { Frame, MovedMeasure } from '../../workers/workbench/api.ts';
import { language, locale } from '../i18n/language.ts';
import { writerOf } from './measure-text.ts';
import type { Writer } from './measure-text.ts';

export function movedName({ id, stat, queue, group }: MovedMeasure): string {
  const name = id === 'cost' ? msg('Staffing cost') : nameOf(id, stat);
  return [name, queue, group].filter((part) => part !== null).join(', ');
}

function nameOf(id: string, stat: string): string {
  const isHeadline = /^K-01[a-f]?$/.test(id);
  const measure = MEASURES.find(
    (each) => (isHeadline ? each.id === 'K-01' : each.id === id) && each.stat === stat,
  );
  return measure?.name[language()] ?? `${id} ${stat}`;
}

/** A threshold as a sentence tells it. */
export interface ToldChange {
  readonly label: string;
  readonly now: string;
  readonly was: string;
}

/** More than this many changes are counted, not listed. */
const LISTED = 3;

/** null: neither service level nor abandonment nor cost moved, or too few days to say so. */
export function mailSentence(frame: Frame, changes: readonly ToldChange[]): string | null {
  const writer = writerOf(locale(), frame.now.currency);
  const clauses = [serviceClause(frame, writer), abandonClause(frame, writer)].filter(
    (each) => each !== null,
  );
  const cost = costClause(frame, writer);
  if (clauses.length === 0) return null;
  const effect = listed([...clauses, ...(cost === null ? [] : [cost])]);
  const cause = causeOf(changes);
  return cause === null ? `${capital(effect)}.` : msg(str`With ${cause}, ${effect}.`);
}

function causeOf(changes: readonly ToldChange[]): string | null {
  if (changes.length === 0) return null;
  if (changes.length > LISTED) return msg(str`${changes.length} changes`);
  return listed(changes.map(({ label, now, was }) => msg(str`“${label}” at ${now} instead of ${was}`)));
}

function serviceClause({ moved, now }: Frame, writer: Writer): string | null {
  const row = moved.find(
    ({ id, queue, group }) => id.startsWith('K-01') && queue === now.queue && group === null,
  );
  if (row === undefined || row.isWithinChance || row.difference.mean === null) return null;
  const [by, to] = [points(row, writer), writer.value('share', row.now.mean)];
  return row.difference.mean > 0
    ? msg(str`the service level rises by ${by} points to ${to}`)
    : msg(str`the service level falls by ${by} points to ${to}`);
}

function abandonClause({ moved, now }: Frame, writer: Writer): string | null {
  const row = moved.find(
    ({ id, stat, queue, group }) =>
      id === 'K-05' && stat === 'share' && queue === now.queue && group === null,
  );
  if (row === undefined || row.isWithinChance || row.difference.mean === null) return null;
  const [by, to] = [points(row, writer), writer.value('share', row.now.mean)];
  return row.difference.mean > 0
    ? msg(str`abandonment rises by ${by} points to ${to}`)
    : msg(str`abandonment falls by ${by} points to ${to}`);
}

function costClause({ moved, now }: Frame, writer: Writer): string | null {
  const mean = moved.find(({ id }) => id === 'cost')?.difference.mean ?? null;
  if (mean === null || mean === 0) return now.currency === null ? null : msg('the staffing cost stays');
  const size = writer.value('money', Math.abs(mean));
  return mean > 0
    ? msg(str`the staff costs ${size} more a day`)
    : msg(str`the staff costs ${size} less a day`);
}

function points({ difference }: MovedMeasure, writer: Writer): string {
  return writer.numbers.plain(Math.abs(100 * (difference.mean ?? 0)), 1);
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(parts);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}
