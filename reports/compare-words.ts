/**
 * The words of a comparison in English and French: sentences about what moved, as a planner would put them into a mail, and the
 * headings around them. Numbers are written by format.ts; it computes nothing and orders nothing.
 */
import type { Comparison } from './compare.ts';
import type { Look } from './compare-moves.ts';
import { bareText, sideText, sizeOf } from './difference-text.ts';
import { numbersOf } from './format.ts';
import { WORDS } from './languages.ts';
import { MEASURES } from './measures.ts';
import type { Language } from './words.ts';

export interface CompareWords {
  readonly locale: string;
  /** With the form for one or many: "1 point", "1.4 points". */
  readonly points: (written: string, size: number) => string;
  readonly at: (subject: string, place: string, isGroup: boolean) => string;
  readonly moves: (parts: MoveParts) => string;
  readonly whatMoved: string;
  readonly stands: (looks: string) => string;
  readonly doubtful: (looks: string, byLuck: string) => string;
  readonly inSingle: string;
  readonly more: (count: string) => string;
  readonly nothingMoved: (looks: string, days: string) => string;
  readonly identical: string;
  readonly sameSettings: string;
  readonly oneDay: string;
  readonly toSee: (what: string, size: string, days: string, done: string) => string;
  readonly toSeeNever: (what: string, size: string) => string;
  readonly narrower: (what: string, times: string) => string;
  readonly settings: string;
  readonly setting: string;
  readonly notSaid: (standard: string | null) => string;
  readonly noSettings: string;
  readonly moreSettings: (count: string) => string;
}

export interface MoveParts {
  readonly subject: string;
  readonly isUp: boolean;
  /** "1.4 points", and the ends of its interval as numbers alone where they have the same unit. */
  readonly by: string;
  readonly from: string;
  readonly to: string;
  /** The two sides; written alike ("from 1.7% to 1.7%") they say nothing, and are left out. */
  readonly before: string;
  readonly after: string;
}

const english: CompareWords = {
  locale: 'en-GB',
  points: (written) => `${written} ${written === '1.0' || written === '1' ? 'point' : 'points'}`,
  at: (subject, place, isGroup) => `${subject} ${isGroup ? 'of' : 'at'} ${place}`,
  moves: ({ subject, isUp, by, from, to, before, after }) =>
    `${subject} ${isUp ? 'rises' : 'falls'} by ${by} (${from} to ${to})${before === after ? '' : `, from ${before} to ${after}`}`,
  whatMoved: 'What moved, the surest first',
  stands: (looks) => `These stand even when all ${looks} looks are counted (Holm, 5%).`,
  doubtful: (looks, byLuck) =>
    `Less sure: each is clear by itself, but of ${looks} looks ${byLuck} would seem to move by luck.`,
  inSingle: 'In single queues and groups:',
  more: (count) => `and ${count} more in the table below`,
  nothingMoved: (looks, days) =>
    `Nothing moved beyond chance: in ${days} none of ${looks} differences is clear of 0.`,
  identical: 'The two scenarios are the same, so every number is: there is nothing to compare.',
  sameSettings: 'The settings are the same; what differs is in a file that the scenarios name.',
  oneDay: 'One day alone cannot tell what moved from what is luck: compare more days.',
  toSee: (what, size, days, done) =>
    `To see a true difference of ${size} (${what}), four times of five, takes about ${days}; these are ${done}.`,
  toSeeNever: (what, size) =>
    `How many days show a difference of ${size} (${what}) cannot be told from these.`,
  narrower: (what, times) =>
    `The same luck on both sides: the difference (${what}) is as sharp as ${times} times the days apart would make it.`,
  settings: 'What differs in the settings',
  setting: 'Setting',
  notSaid: (standard) => (standard === null ? 'not said' : `${standard} (not said)`),
  noSettings: 'No setting differs.',
  moreSettings: (count) => `and ${count} more: see --json`,
};

const french: CompareWords = {
  locale: 'fr-FR',
  points: (written, size) => `${written} ${size < 2 ? 'point' : 'points'}`,
  at: (subject, place) => `${subject} (${place})`,
  moves: ({ subject, isUp, by, from, to, before, after }) =>
    `${subject} ${isUp ? 'monte' : 'baisse'} de ${by} (${from} à ${to})${before === after ? '' : `, de ${before} à ${after}`}`,
  whatMoved: 'Ce qui a bougé, le plus sûr d’abord',
  stands: (looks) => `Ces écarts tiennent même en comptant les ${looks} regards (Holm, 5 %).`,
  doubtful: (looks, byLuck) =>
    `Moins sûrs : chacun est net à lui seul, mais sur ${looks} regards ${byLuck} sembleraient bouger par hasard.`,
  inSingle: 'Dans les files et les groupes pris à part :',
  more: (count) => `et ${count} de plus dans le tableau ci-dessous`,
  nothingMoved: (looks, days) =>
    `Rien n’a bougé au-delà du hasard : en ${days}, aucune des ${looks} différences ne se détache de 0.`,
  identical: 'Les deux scénarios sont identiques, donc tous les chiffres aussi : il n’y a rien à comparer.',
  sameSettings: 'Les réglages sont les mêmes ; la différence est dans un fichier que les scénarios nomment.',
  oneDay: 'Un seul jour ne distingue pas ce qui bouge du hasard : comparez plus de jours.',
  toSee: (what, size, days, done) =>
    `Pour voir une vraie différence de ${size} (${what}), quatre fois sur cinq, il faut environ ${days} ; il y en a ${done}.`,
  toSeeNever: (what, size) => `Ces jours ne disent pas combien il en faut pour voir ${size} (${what}).`,
  narrower: (what, times) =>
    `Les mêmes hasards des deux côtés : la différence (${what}) est aussi précise qu’avec ${times} fois plus de jours séparés.`,
  settings: 'Ce qui diffère dans les réglages',
  setting: 'Réglage',
  notSaid: (standard) => (standard === null ? 'non dit' : `${standard} (non dit)`),
  noSettings: 'Aucun réglage ne diffère.',
  moreSettings: (count) => `et ${count} de plus : voir --json`,
};

export const COMPARE_WORDS: Readonly<Record<Language, CompareWords>> = { en: english, fr: french };

/** "Abandonment at support falls by 1.4 points (1.1 to 1.7), from 7.6% to 6.2%"; without a full stop, for lists and mails. */
export function moveSentence({ measure, row }: Look, language: Language): string {
  const words = COMPARE_WORDS[language];
  const numbers = numbersOf(words.locale);
  const { mean, low, high } = row.difference;
  const [size, near, far] = [mean ?? 0, low ?? 0, high ?? 0].map(Math.abs) as [number, number, number];
  const place = row.queue ?? row.group;
  const subject = measure.subject[language];
  const written = bareText(row, size, size, numbers);
  const sentence = words.moves({
    subject: place === null ? subject : words.at(subject, place, row.group !== null),
    isUp: (mean ?? 0) > 0,
    by: row.unit === 'share' ? words.points(written, 100 * size) : written,
    ...ends(
      bareText(row, Math.min(near, far), size, numbers),
      bareText(row, Math.max(near, far), size, numbers),
    ),
    before: sideText(row, 'baseline', numbers),
    after: sideText(row, 'candidate', numbers),
  });
  // A number and its unit stay on one line.
  return sentence.replaceAll(/(?<=\d) (?=(?:s|min|h|points?)(?:[ ,)]|$))/g, '\u00a0');
}

/** "3.3 to 18 s": a unit that both ends have is said once. */
function ends(from: string, to: string): { readonly from: string; readonly to: string } {
  const [unit] = / (?:s|h)$/.exec(to) ?? [];
  const isAlike =
    unit !== undefined && [from, to].every((end) => /^[\d.,\s]+ \w$/.test(end) && end.endsWith(unit));
  return { from: isAlike ? from.slice(0, -unit.length) : from, to };
}

/** What is known of how many days it takes, a sentence for each difference that was asked for. */
export function toSeeSentences(comparison: Comparison, language: Language, statedOnly = false): string[] {
  const words = COMPARE_WORDS[language];
  const numbers = numbersOf(words.locale);
  const days = (count: number): string => daysText(count, language);
  const told = comparison.toSee.filter(({ stated }) => stated || !statedOnly);
  return told.map(({ id, stat, queue, difference, days: needed }) => {
    const measure = MEASURES.find((each) => each.id === id && each.stat === stat);
    const row = comparison.rows.find(
      (each) =>
        each.stat === stat && (each.id === id || (id === 'K-01' && each.id === comparison.serviceLevel)),
    );
    const name = measure?.name[language] ?? row?.title ?? id;
    const what = queue === null ? name : `${name}, ${queue}`;
    const unit = row?.unit ?? measure?.unit ?? 'number';
    const written = sizeOf(unit, difference, difference, numbers);
    const size = unit === 'share' ? words.points(written, 100 * difference) : written;
    return needed === null
      ? words.toSeeNever(what, size)
      : words.toSee(what, size, days(roundedUp(needed)), days(comparison.days.simulated));
  });
}

/** What the common luck gains, of the first measure that has it; null where it gains nothing that is worth a sentence. */
export function narrowerSentence(comparison: Comparison, language: Language): string | null {
  const row = comparison.rows.find(
    ({ id, queue, group }) => id === comparison.serviceLevel && queue === null && group === null,
  );
  const times = row?.varianceRatio ?? null;
  if (times === null || !Number.isFinite(times) || times < WORTH_SAYING) return null;
  const words = COMPARE_WORDS[language];
  const what = MEASURES[0]?.name[language] ?? '';
  return words.narrower(what, numbersOf(words.locale).plain(times, times < 9.95 ? 1 : 0));
}
const WORTH_SAYING = 1.2;

/** Two figures are all such a number is worth. */
function roundedUp(days: number): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(days)) - 1));
  return Math.ceil(days / step) * step;
}

export function daysText(count: number, language: Language): string {
  const written = numbersOf(COMPARE_WORDS[language].locale).plain(count, 0);
  const isOne = language === 'fr' ? count < 2 : count === 1;
  const [one, many] = language === 'fr' ? ['jour', 'jours'] : ['day', 'days'];
  return `${written} ${isOne ? one : many}`;
}

/** "20 days of each, on the same luck (interrupted, 5,000 were asked)". */
export function pairedDaysText({ days }: Comparison, language: Language): string {
  const words = WORDS[language];
  const whole = (count: number): string => numbersOf(words.locale).plain(count, 0);
  const paired = words.pairedDays(whole(days.simulated), days.simulated);
  return days.ended === 'stopped' ? `${paired} (${words.interrupted(whole(days.asked))})` : paired;
}

/** One side of a setting that differs. */
export function settingSide(side: string | null, standard: string | null, words: CompareWords): string {
  return side ?? words.notSaid(standard);
}
