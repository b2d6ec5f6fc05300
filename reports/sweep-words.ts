/**
 * The words of a sweep in English and French, and its sentences: which points meet the targets, which is the first and the
 * cheapest, and how sure that is. Numbers are written by format.ts; what meets what is judged in sweep.ts.
 */
import { numbersOf } from './format.ts';
import { MEASURES } from './measures.ts';
import type { Sweep, SweepPoint } from './sweep.ts';
import type { Language } from './words.ts';

export interface SweepWords {
  readonly locale: string;
  readonly points: (count: string, isOne: boolean) => string;
  readonly base: string;
  readonly isBase: string;
  readonly baseSays: (path: string, value: string) => string;
  readonly agentHours: string;
  readonly target: string;
  readonly targets: (asked: string) => string;
  readonly all: string;
  readonly verdict: Readonly<Record<'met' | 'missed' | 'unsure' | 'noValue', string>>;
  readonly sure: (share: string) => string;
  readonly odds: (share: string) => string;
  /** Of a column, by ID and stat. */
  readonly headings: Readonly<Record<string, string>>;
  readonly noneMet: string;
  readonly noneMetButUnsure: (points: string) => string;
  readonly allMet: string;
  readonly first: (point: string, sure: string) => string;
  readonly cheapestCost: (point: string, cost: string) => string;
  readonly cheapestHours: (point: string, hours: string) => string;
  readonly cheapestNear: (point: string) => string;
  readonly sameAsFirst: string;
  readonly verify: (count: string) => string;
  readonly differences: string;
  readonly ofEach: (days: string) => string;
  readonly intervals: string;
  readonly oneDay: string;
  readonly grid: (down: string, across: string, hasTargets: boolean) => string;
  readonly elsewhere: string;
}

const english: SweepWords = {
  locale: 'en-GB',
  points: (count, isOne) => `${count} ${isOne ? 'point' : 'points'}`,
  base: 'as it is',
  isBase: 'as it is',
  baseSays: (path, value) => `${path} is ${value} in the scenario.`,
  agentHours: 'Agent-hours',
  target: 'Target',
  targets: (asked) => `Targets: ${asked}`,
  all: 'all',
  verdict: { met: 'met', missed: 'missed', unsure: 'unsure', noValue: 'nothing' },
  sure: (share) => `${share} sure`,
  odds: (share) => `${share} for it`,
  headings: {
    'K-01 share': 'Service level',
    'K-05 share': 'Abandoned',
    'K-02 mean': 'ASA',
    'K-09 share': 'Occupancy',
    'K-11 share': 'CB offered',
    'K-11 acceptance': 'CB accepted',
    'K-15 mean': 'CB delay',
    'K-31 share': 'Overflow',
  },
  noneMet: 'No point meets the targets: all of them surely miss.',
  noneMetButUnsure: (points) =>
    `No point surely meets the targets; too close to call: ${points}. More days would tell.`,
  allMet: 'Every point meets the targets.',
  first: (point, sure) => `The first that surely meets the targets: ${point} (${sure}).`,
  cheapestCost: (point, cost) => `The cheapest of them, by what its staff costs: ${point}, ${cost} a day.`,
  cheapestHours: (point, hours) =>
    `The cheapest of them, by fewest planned agent-hours: ${point}, ${hours} h a day.`,
  cheapestNear: (point) => `The cheapest of them, nearest to the scenario as it is: ${point}.`,
  sameAsFirst: 'It is also the cheapest.',
  verify: (count) =>
    `Chosen among ${count}, a best one looks a little better than it is: run it once more with another --seed.`,
  differences: 'Against the scenario as it is, paired by day',
  ofEach: (days) => `${days} of each, on the same luck`,
  intervals:
    '± is half a 95% interval; shares differ by % points. Met and missed: the whole interval on that side.',
  grid: (down, across, hasTargets) =>
    `down: ${down}, across: ${across}${hasTargets ? '; + meets all targets, ? too close to call' : ''}`,
  elsewhere: 'Every point with its intervals and paired differences: --html, --csv or --json.',
  oneDay: 'One day alone has no intervals, so no target can be judged.',
};

const french: SweepWords = {
  locale: 'fr-FR',
  points: (count, isOne) => `${count} ${isOne ? 'point' : 'points'}`,
  base: 'tel quel',
  isBase: 'tel quel',
  baseSays: (path, value) => `${path} vaut ${value} dans le scénario.`,
  agentHours: 'Heures d’agent',
  target: 'Objectif',
  targets: (asked) => `Objectifs : ${asked}`,
  all: 'tous',
  verdict: { met: 'atteint', missed: 'manqué', unsure: 'incertain', noValue: 'rien' },
  sure: (share) => `sûr à ${share}`,
  odds: (share) => `${share} pour`,
  headings: {
    'K-01 share': 'Niv. service',
    'K-05 share': 'Abandons',
    'K-02 mean': 'ASA',
    'K-09 share': 'Occupation',
    'K-11 share': 'Rappel prop.',
    'K-11 acceptance': 'Rappel acc.',
    'K-15 mean': 'Délai rappel',
    'K-31 share': 'Débordement',
  },
  noneMet: 'Aucun point n’atteint les objectifs : tous les manquent à coup sûr.',
  noneMetButUnsure: (points) =>
    `Aucun point n’atteint sûrement les objectifs ; incertains : ${points}. Plus de jours le diraient.`,
  allMet: 'Tous les points atteignent les objectifs.',
  first: (point, sure) => `Le premier qui atteint sûrement les objectifs : ${point} (${sure}).`,
  cheapestCost: (point, cost) =>
    `Le moins cher, par ce que coûte son personnel : ${point}, ${cost} par jour.`,
  cheapestHours: (point, hours) =>
    `Le moins cher, par le moins d’heures d’agent prévues : ${point}, ${hours} h par jour.`,
  cheapestNear: (point) => `Le moins cher, le plus proche du scénario tel quel : ${point}.`,
  sameAsFirst: 'C’est aussi le moins cher.',
  verify: (count) =>
    `Choisi parmi ${count}, le meilleur paraît un peu meilleur qu’il n’est : rejouez-le avec une autre --seed.`,
  differences: 'Par rapport au scénario tel quel, par paires de jours',
  ofEach: (days) => `${days} de chaque, sur les mêmes hasards`,
  intervals:
    '± est la moitié d’un intervalle à 95 % ; les parts diffèrent en points de %. Atteint, manqué : tout l’intervalle de ce côté.',
  grid: (down, across, hasTargets) =>
    `en lignes : ${down}, en colonnes : ${across}${hasTargets ? ' ; + atteint tous les objectifs, ? incertain' : ''}`,
  elsewhere: 'Chaque point avec ses intervalles et ses différences appariées : --html, --csv ou --json.',
  oneDay: 'Un seul jour n’a pas d’intervalles : aucun objectif ne peut être jugé.',
};

export const SWEEP_WORDS: Readonly<Record<Language, SweepWords>> = { en: english, fr: french };

/** What a KPI of a sweep is called in a table: short, and of whom. */
export function kpiName({ kpis }: Sweep, at: number, language: Language): string {
  const { id, stat, title, queue, group } = kpis[at]!;
  const name = MEASURES.find((each) => each.id === id && each.stat === stat)?.name[language] ?? title;
  const place = queue ?? group;
  return place === null ? name : `${name}, ${place}`;
}

/** Shorter, for the columns of a terminal. */
export function kpiHeading(sweep: Sweep, at: number, language: Language): string {
  const { id, stat, queue, group } = sweep.kpis[at]!;
  const heading = SWEEP_WORDS[language].headings[`${id} ${stat}`];
  const place = queue ?? group;
  if (heading === undefined) return kpiName(sweep, at, language);
  return place === null ? heading : `${heading}, ${place}`;
}

/** "offerFirst 30s", and of two settings both: the last step of a path is enough to tell them apart, or all of it is said. */
export function pointName({ settings }: Sweep, { at }: Pick<SweepPoint, 'at'>): string {
  return settings
    .map(({ values }, which) => `${shortPaths(settings)[which]!} ${values[at[which]!]!.text}`)
    .join(', ');
}

export function shortPaths(settings: Sweep['settings']): string[] {
  const lasts = settings.map(({ path }) => {
    const [last = path, inBrackets, inQuotes] = /(?:\["([^"]*)"\]|"([^"]*)"|[^."[\]]+)$/.exec(path) ?? [];
    return inBrackets ?? inQuotes ?? last;
  });
  return new Set(lasts).size === lasts.length ? lasts : settings.map(({ path }) => path);
}

/**
 * How sure the verdict is: "99% sure" of a target met or missed, "66% for it" of one too close to call; never 100%. Of several
 * targets: met together with at least so much (Bonferroni), missed, or too close to call, as the worst of them. null: no interval.
 */
export function surenessText(
  { targets, verdict }: Pick<SweepPoint, 'targets' | 'verdict'>,
  language: Language,
): string | null {
  const sures = targets.flatMap(({ sure }) => sure ?? []);
  if (sures.length === 0 || sures.length < targets.length) return null;
  const met = Math.max(0, 1 - sures.reduce((doubt, sure) => doubt + 1 - sure, 0));
  const words = SWEEP_WORDS[language];
  const numbers = numbersOf(words.locale);
  const least = Math.min(...sures);
  const share = verdict === 'missed' ? 1 - least : verdict === 'unsure' ? least : met;
  const text =
    share > MOST_SURE
      ? `>${numbers.percent(MOST_SURE, 1)}`
      : share < 1 - MOST_SURE
        ? `<${numbers.percent(1 - MOST_SURE, 1)}`
        : numbers.percent(share, share >= 0.985 || share < 0.015 ? 1 : 0);
  return verdict === 'unsure' ? words.odds(text) : words.sure(text);
}
const MOST_SURE = 0.999;

/** What the sweep says of its targets, a sentence each; empty where there are none. */
export function targetSentences(sweep: Sweep, language: Language): string[] {
  const { best, points, days } = sweep;
  if (best === null) return [];
  const words = SWEEP_WORDS[language];
  const numbers = numbersOf(words.locale);
  if (days.simulated < 2) return [words.oneDay];
  const named = (at: number): string => pointName(sweep, points[at]!);
  if (best.first === null || best.cheapest === null) {
    const close = points.flatMap((point) => (point.verdict === 'unsure' ? [pointName(sweep, point)] : []));
    const shown = close.length > CLOSE_SHOWN ? [...close.slice(0, CLOSE_SHOWN), '…'] : close;
    return [close.length === 0 ? words.noneMet : words.noneMetButUnsure(shown.join('; '))];
  }
  const cheapest = points[best.cheapest]!;
  return [
    ...(points.every(({ verdict }) => verdict === 'met') ? [words.allMet] : []),
    words.first(named(best.first), surenessText(points[best.first]!, language) ?? numbers.absent),
    cheapestText(sweep, cheapest, named(best.cheapest), language),
    ...(points.length > 1 ? [words.verify(numbers.plain(points.length, 0))] : []),
  ];
}
const CLOSE_SHOWN = 6;

function cheapestText(
  { best, currency }: Sweep,
  { cost, agentHours }: SweepPoint,
  name: string,
  language: Language,
): string {
  const words = SWEEP_WORDS[language];
  const numbers = numbersOf(words.locale);
  if (best?.by === 'cost' && cost !== null && currency !== null)
    return words.cheapestCost(name, numbers.money(cost, currency));
  if (best?.by === 'agentHours')
    return words.cheapestHours(name, numbers.plain(agentHours, agentHours < 99.95 ? 1 : 0));
  return words.cheapestNear(name);
}
