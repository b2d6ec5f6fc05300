/** How a file of data was read, where that could have been otherwise: the notes of `tandem fit` in both languages. It knows no file. */
import type { ReadNote } from '../engine/index.ts';
import type { Language } from './words.ts';

type Sentences = Readonly<Record<ReadNote['code'], (of: (key: string) => string) => string>>;

const english: Sentences = {
  header: (of) => `The headings are in line ${of('line')}; what stands above them is left out.`,
  order: (of) => `Dates are read as ${of('format')}.`,
  ambiguousOrder: (of) =>
    `No date says whether day or month comes first: they are read as ${of('format')}. State it with --time-format if that is wrong.`,
  halves: (of) =>
    of('counts') === '1'
      ? '1 count is no whole number; it is taken as it is.'
      : `${of('counts')} counts are no whole numbers; they are taken as they are.`,
  doubled: (of) =>
    of('rows') === '1'
      ? '1 row has the date, time and queue of another; its calls are added (the hour that comes twice in autumn?).'
      : `${of('rows')} rows have the date, time and queue of another; their calls are added (the hour that comes twice in autumn?).`,
  unknownOutcomes: (of) =>
    `Outcome "${of('word')}" (${of('rows')} ${of('rows') === '1' ? 'row' : 'rows'}) is taken for a call that left the queue neither answered nor abandoned.`,
  skipped: (of) =>
    of('lines') === '1'
      ? `1 of ${of('rows')} lines cannot be read and is left out.`
      : `${of('lines')} of ${of('rows')} lines cannot be read and are left out.`,
  averageHandle: (of) => `Column "${of('column')}" has averages: handle times have their mean, and no law.`,
  longTimes: (of) =>
    `The median of column "${of('column')}" is ${of('value')} s, more than an hour: if it counts milliseconds, write "(ms)" behind the heading.`,
};

const french: Sentences = {
  header: (of) => `Les en-têtes sont à la ligne ${of('line')} ; ce qui est au-dessus est laissé de côté.`,
  order: (of) => `Les dates sont lues comme ${of('format')}.`,
  ambiguousOrder: (of) =>
    `Aucune date ne dit si le jour ou le mois vient d’abord : elles sont lues comme ${of('format')}. Sinon, indiquez-le avec --time-format.`,
  halves: (of) =>
    of('counts') === '1'
      ? '1 comptage n’est pas un nombre entier ; il est pris tel quel.'
      : `${of('counts')} comptages ne sont pas des nombres entiers ; ils sont pris tels quels.`,
  doubled: (of) =>
    of('rows') === '1'
      ? '1 ligne a la date, l’heure et la file d’une autre ; ses appels sont ajoutés (l’heure qui revient deux fois en automne ?).'
      : `${of('rows')} lignes ont la date, l’heure et la file d’une autre ; leurs appels sont ajoutés (l’heure qui revient deux fois en automne ?).`,
  unknownOutcomes: (of) =>
    `L’issue « ${of('word')} » (${of('rows')} ${of('rows') === '1' ? 'ligne' : 'lignes'}) est prise pour un appel sorti de la file sans réponse ni abandon.`,
  skipped: (of) =>
    of('lines') === '1'
      ? `1 ligne sur ${of('rows')} est illisible et laissée de côté.`
      : `${of('lines')} lignes sur ${of('rows')} sont illisibles et laissées de côté.`,
  averageHandle: (of) =>
    `La colonne « ${of('column')} » a des moyennes : les durées de traitement ont leur moyenne, sans loi.`,
  longTimes: (of) =>
    `La médiane de la colonne « ${of('column')} » est de ${of('value')} s, plus d’une heure : si elle compte des millisecondes, ajoutez « (ms) » à l’en-tête.`,
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { en: english, fr: french };

export function readNoteText({ code, params }: ReadNote, language: Language = 'en'): string {
  return SENTENCES[language][code]((key) => String(params[key] ?? ''));
}
