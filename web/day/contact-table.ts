/** The contacts of a day as rows that can be sorted and written to a file. It knows no element. */
import { msg } from '@lit/localize';
import { numberCell, textCell, type ChartTable } from '../charts/chart-table.ts';
import type { DayContact, DayView } from '../../workers/workbench/api.ts';
import { clockToSecond, numbers, outcome, seconds } from './day-words.ts';

export const COLUMNS = [
  'contact',
  'arrived',
  'queue',
  'wait',
  'offers',
  'attempts',
  'rona',
  'outcome',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly by: Column;
  readonly isDescending: boolean;
}

export function columnName(column: Column): string {
  switch (column) {
    case 'contact':
      return msg('Call');
    case 'arrived':
      return msg('Came at');
    case 'queue':
      return msg('Queue');
    case 'wait':
      return msg('Waited');
    case 'offers':
      return msg('Offers heard');
    case 'attempts':
      return msg('Callback tries');
    case 'rona':
      return msg('Rings missed');
    case 'outcome':
      return msg('Outcome');
  }
}

/** Who has no value comes last, either way. */
export function sorted(
  contacts: readonly DayContact[],
  { by, isDescending }: Sorting,
): readonly DayContact[] {
  const sign = isDescending ? -1 : 1;
  const keys = new Map(contacts.map((contact) => [contact, keyOf(contact, by)]));
  return contacts.toSorted((one, other) => {
    const [a, b] = [keys.get(one) ?? null, keys.get(other) ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (a === b) return one.contact - other.contact;
    return typeof a === 'string' ? sign * a.localeCompare(String(b)) : sign * (a - Number(b));
  });
}

function keyOf(contact: DayContact, by: Column): string | number | null {
  switch (by) {
    case 'contact':
      return contact.contact;
    case 'arrived':
      return contact.arrivedAt;
    case 'queue':
      return contact.queue;
    case 'wait':
      return contact.wait;
    case 'offers':
      return contact.offers;
    case 'attempts':
      return contact.attempts;
    case 'rona':
      return contact.missedRings;
    case 'outcome':
      return outcome(contact);
  }
}

export function tableOf(view: DayView, contacts: readonly DayContact[]): ChartTable {
  const plain = (count: number): string => numbers().plain(count, 0);
  return {
    columns: COLUMNS.map(columnName),
    rows: contacts.map((contact) => [
      { value: contact.contact, text: String(contact.contact) },
      textCell(clockToSecond(view, contact.arrivedAt)),
      textCell(contact.queue ?? '–'),
      // Seconds in a file.
      numberCell(contact.wait === null ? null : contact.wait / 1000, (wait) => seconds(wait * 1000)),
      numberCell(contact.offers, plain),
      numberCell(contact.attempts, plain),
      numberCell(contact.missedRings, plain),
      textCell(outcome(contact)),
    ]),
  };
}
