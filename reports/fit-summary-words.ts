/** The words of a fit's lines on the terminal, by language; how days differ and the names of laws are the page's own. */
import type { Language } from './words.ts';

export interface SummaryWords {
  /** Rows of the file: the number as written, and the number itself for its form. */
  readonly calls: (text: string, count: number) => string;
  readonly counts: (text: string, count: number) => string;
  readonly days: (text: string, count: number) => string;
  readonly callsADay: (text: string, calls: number) => string;
  readonly head: (file: string, found: string, first: string, last: string) => string;
  readonly kind: (name: string, days: string, from: string, to: string) => string;
  readonly closed: (weekdays: string) => string;
  readonly far: (count: number, dates: string) => string;
  readonly more: (count: number) => string;
  readonly queue: (name: string, talk: string, patience: string) => string;
  readonly talk: string;
  readonly patience: string;
  readonly average: (mean: string) => string;
  readonly withMean: (law: string, mean: string) => string;
  readonly absent: string;
  readonly redials: (share: string) => string;
}

const english: SummaryWords = {
  calls: (text, count) => `${text} ${count === 1 ? 'call' : 'calls'}`,
  counts: (text, count) => `${text} ${count === 1 ? 'count' : 'counts'}`,
  days: (text, count) => `${text} ${count === 1 ? 'day' : 'days'}`,
  callsADay: (text, calls) => `${text} ${calls === 1 ? 'call' : 'calls'} a day`,
  head: (file, found, first, last) => `${file}: ${found}, ${first} to ${last}`,
  kind: (name, days, from, to) => `${name}: ${days}, ${from} to ${to}`,
  closed: (weekdays) => `closed: ${weekdays}`,
  far: (count, dates) => `${count} ${count === 1 ? 'day' : 'days'} far from the usual: ${dates}`,
  more: (count) => `and ${count} more`,
  queue: (name, talk, patience) => `${name}: ${talk}, ${patience}`,
  talk: 'talk',
  patience: 'patience',
  average: (mean) => `handle time with mean ${mean} (averages, no law)`,
  withMean: (law, mean) => `${law} with mean ${mean}`,
  absent: 'not in the data',
  redials: (share) => `${share} of those who hung up called again`,
};

/** French has the singular below two. */
const french: SummaryWords = {
  calls: (text, count) => `${text} ${count < 2 ? 'appel' : 'appels'}`,
  counts: (text, count) => `${text} ${count < 2 ? 'comptage' : 'comptages'}`,
  days: (text, count) => `${text} ${count < 2 ? 'jour' : 'jours'}`,
  callsADay: (text, calls) => `${text} ${calls < 2 ? 'appel' : 'appels'} par jour`,
  head: (file, found, first, last) => `${file} : ${found}, du ${first} au ${last}`,
  kind: (name, days, from, to) => `${name} : ${days}, de ${from} à ${to}`,
  closed: (weekdays) => `fermé : ${weekdays}`,
  far: (count, dates) => `${count} ${count < 2 ? 'jour' : 'jours'} loin de l’habitude : ${dates}`,
  more: (count) => `et ${count} de plus`,
  queue: (name, talk, patience) => `${name} : ${talk}, ${patience}`,
  talk: 'conversation',
  patience: 'patience',
  average: (mean) => `durée de traitement de ${mean} en moyenne (moyennes, sans loi)`,
  withMean: (law, mean) => `${law} de moyenne ${mean}`,
  absent: 'absente des données',
  redials: (share) => `${share} de ceux qui ont raccroché ont rappelé`,
};

export const SUMMARY_WORDS: Readonly<Record<Language, SummaryWords>> = { en: english, fr: french };
