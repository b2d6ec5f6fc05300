/**
 * The words and numbers on charts, by language: another language is another `ChartWords`. Titles and findings are the page's;
 * the names a scenario gives stay as they are. It knows no geometry.
 */

export interface ChartText {
  /** Calls, agents: one decimal below 10 where it says something, two below 0.1. */
  readonly number: (value: number) => string;
  readonly share: (value: number) => string;
  /** "42 s", "3 min 05 s": a read-out. */
  readonly duration: (seconds: number) => string;
  /** "30 s", "4 min": a round step on an axis or a mark. */
  readonly step: (seconds: number) => string;
  /** "60 s", "150 s", "5 min": a threshold or an offer, as it is set. */
  readonly mark: (seconds: number) => string;
  /** Minutes after midnight, past it on the next day. */
  readonly clock: (minutes: number) => string;
  readonly words: ChartWords;
}

export interface ChartWords {
  readonly halfWaitLess: string;
  readonly eightInTenWaitLess: string;
  readonly ninetyFiveInHundred: string;
  readonly agentsOnDuty: string;
  readonly callsPer: (interval: string) => string;
  readonly answeredWithin: (threshold: string) => string;
  readonly target: (value: string) => string;
  readonly met: string;
  readonly missed: string;
  readonly unsure: string;
  readonly interval95: string;
  readonly atOnce: string;
  readonly answered: string;
  readonly choseCallback: string;
  readonly abandoned: string;
  readonly shareOfCalls: (bin: string) => string;
  readonly later: (share: string, wait: string) => string;
  readonly press1: (share: string) => string;
  readonly moreOffers: (count: string) => string;
  readonly funnel: Readonly<Record<'heardOffer' | 'optedIn' | 'initiated' | 'connected', string>>;
  readonly outcome: Readonly<Record<'lost' | 'otherwise' | 'open', string>>;
  /** After a share: what it is a share of. */
  readonly of: Readonly<Record<'callers' | 'heardOffer' | 'optedIn' | 'initiated', string>>;
  readonly offerNumber: (number: number) => string;
  readonly aDay: (count: string) => string;
  readonly callbacksADay: string;
  readonly half: (delay: string) => string;
  readonly nineInTen: (delay: string) => string;
  readonly activity: Readonly<
    Record<
      'available' | 'ringing' | 'dialling' | 'talking' | 'wrappingUp' | 'inactive' | 'unavailable',
      string
    >
  >;
  readonly occupancy: string;
  readonly allGroups: string;
  readonly arrive: string;
  readonly enter: string;
  readonly servedIn: string;
  readonly endAs: string;
  readonly moved: (count: string) => string;
  readonly movedTo: (queue: string) => string;
  readonly ends: Readonly<
    Record<
      'answered' | 'callback' | 'abandoned' | 'outside' | 'voicemail' | 'ended' | 'refused' | 'otherwise',
      string
    >
  >;
  readonly otherQueues: (count: string) => string;
  readonly moreRows: (count: string) => string;
  readonly above: (share: string) => string;
}

export function chartText(locale: string, words: ChartWords): ChartText {
  const shares = [0, 1].map((digits) => new Intl.NumberFormat(locale, percent(digits)));
  const counts = [0, 1, 2].map((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }));
  const digitsOf = (size: number): number => (size < 0.095 ? 2 : size < 9.95 ? 1 : 0);
  const number = (value: number): string => counts[digitsOf(Math.abs(value))]!.format(value);
  return {
    number,
    // One more decimal keeps what is nearly nothing from being "0%", and what is nearly all from being "100%".
    share: (value) =>
      ((value > 0 && value < 0.00995) || (value >= 0.995 && value < 1) ? shares[1]! : shares[0]!).format(
        value,
      ),
    duration: (seconds) => duration(seconds, number),
    step: (seconds) => step(seconds, counts[1]!),
    // A planner says 60 seconds, not a minute.
    mark: (seconds) => (seconds < 120 ? `${counts[1]!.format(seconds)} s` : step(seconds, counts[1]!)),
    clock,
    words,
  };
}

function percent(maximumFractionDigits: number): Intl.NumberFormatOptions {
  return { style: 'percent', maximumFractionDigits };
}

/** Below 90 s in seconds: "73 s" is read faster than "1 min 13 s". */
function duration(seconds: number, number: (value: number) => string): string {
  const whole = Math.round(seconds);
  if (whole < 90) return `${number(seconds < 9.95 ? seconds : whole)} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${twoFigures(whole % 60)} s`;
  const minutes = Math.round(whole / 60);
  return `${number(Math.floor(minutes / 60))} h ${twoFigures(minutes % 60)} min`;
}

function step(seconds: number, format: Intl.NumberFormat): string {
  if (seconds === 0) return '0';
  if (seconds >= 3600 && seconds % 1800 === 0) return `${format.format(seconds / 3600)} h`;
  if (seconds >= 60 && seconds % 60 === 0) return `${format.format(seconds / 60)} min`;
  return `${format.format(seconds)} s`;
}

function clock(minutes: number): string {
  const within = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${twoFigures(Math.floor(within / 60))}:${twoFigures(within % 60)}`;
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0');
}

const englishWords: ChartWords = {
  halfWaitLess: 'half wait less',
  eightInTenWaitLess: '8 in 10 wait less',
  ninetyFiveInHundred: '95 in 100',
  agentsOnDuty: 'agents on duty',
  callsPer: (interval) => `calls per ${interval}`,
  answeredWithin: (threshold) => `threshold ${threshold}`,
  target: (value) => `target ${value}`,
  met: 'met',
  missed: 'missed',
  unsure: 'too close to call',
  interval95: '95% interval',
  atOnce: 'at once',
  answered: 'answered',
  choseCallback: 'chose a callback',
  abandoned: 'abandoned',
  shareOfCalls: (bin) => `share of all calls, per ${bin}`,
  later: (share, wait) => `${share} later than ${wait}`,
  press1: (share) => `${share} press 1`,
  moreOffers: (count) => `and ${count} more offers`,
  funnel: {
    heardOffer: 'Heard an offer',
    optedIn: 'Pressed 1',
    initiated: 'Dialled',
    connected: 'Reached',
  },
  outcome: { lost: 'Lost', otherwise: 'Ended otherwise', open: 'Still open' },
  of: {
    callers: 'of the callers',
    heardOffer: 'of those who heard it',
    optedIn: 'of those who pressed 1',
    initiated: 'of those dialled',
  },
  offerNumber: (number) => `${number}${ordinal(number)} offer`,
  aDay: (count) => `${count} a day`,
  callbacksADay: 'callbacks a day, by delay',
  half: (delay) => `half within ${delay}`,
  nineInTen: (delay) => `9 in 10 within ${delay}`,
  activity: {
    available: 'available',
    ringing: 'ringing',
    dialling: 'dialling',
    talking: 'talking',
    wrappingUp: 'wrap-up',
    inactive: 'RONA',
    unavailable: 'away',
  },
  occupancy: 'occupancy',
  allGroups: 'All groups',
  arrive: 'arrive',
  enter: 'enter',
  servedIn: 'served in',
  endAs: 'end as',
  moved: (count) => `${count} moved`,
  movedTo: (queue) => `moved to ${queue}`,
  ends: {
    answered: 'Answered',
    callback: 'Chose a callback',
    abandoned: 'Abandoned',
    outside: 'To a number outside',
    voicemail: 'Voicemail',
    ended: 'Ended by a message',
    refused: 'Refused, queue full',
    otherwise: 'Otherwise',
  },
  otherQueues: (count) => `${count} other queues`,
  moreRows: (count) => `and ${count} more: see the table`,
  above: (share) => `above ${share}`,
};

function ordinal(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

const frenchWords: ChartWords = {
  halfWaitLess: 'la moitié attend moins',
  eightInTenWaitLess: '8 sur 10 attendent moins',
  ninetyFiveInHundred: '95 sur 100',
  agentsOnDuty: 'agents présents',
  callsPer: (interval) => `appels par ${interval}`,
  answeredWithin: (threshold) => `seuil ${threshold}`,
  target: (value) => `objectif ${value}`,
  met: 'atteint',
  missed: 'manqué',
  unsure: 'incertain',
  interval95: 'intervalle à 95\u00a0%',
  atOnce: 'sans attente',
  answered: 'répondus',
  choseCallback: 'rappel choisi',
  abandoned: 'abandonnés',
  shareOfCalls: (bin) => `part des appels, par ${bin}`,
  later: (share, wait) => `${share} au-delà de ${wait}`,
  press1: (share) => `${share} oui`,
  moreOffers: (count) => `et ${count} autres offres`,
  funnel: {
    heardOffer: 'Ont entendu une offre',
    optedIn: 'Ont tapé 1',
    initiated: 'Rappelés',
    connected: 'Joints',
  },
  outcome: { lost: 'Perdus', otherwise: 'Autre fin', open: 'Encore en attente' },
  of: {
    callers: 'des appelants',
    heardOffer: 'de ceux qui l’ont entendue',
    optedIn: 'de ceux qui ont tapé 1',
    initiated: 'des rappels composés',
  },
  offerNumber: (number) => `${number === 1 ? '1re' : `${number}e`} offre`,
  aDay: (count) => `${count} par jour`,
  callbacksADay: 'rappels par jour, selon le délai',
  half: (delay) => `la moitié en ${delay}`,
  nineInTen: (delay) => `9 sur 10 en ${delay}`,
  activity: {
    available: 'disponible',
    ringing: 'sonnerie',
    dialling: 'numérotation',
    talking: 'conversation',
    wrappingUp: 'post-appel',
    inactive: 'RONA',
    unavailable: 'absent',
  },
  occupancy: 'occupation',
  allGroups: 'Tous les groupes',
  arrive: 'arrivent',
  enter: 'entrent',
  servedIn: 'traités par',
  endAs: 'finissent',
  moved: (count) => `${count} déplacés`,
  movedTo: (queue) => `vers ${queue}`,
  ends: {
    answered: 'Répondus',
    callback: 'Rappel choisi',
    abandoned: 'Abandonnés',
    outside: 'Vers l’extérieur',
    voicemail: 'Messagerie',
    ended: 'Clos par un message',
    refused: 'Refusés, file pleine',
    otherwise: 'Autrement',
  },
  otherQueues: (count) => `${count} autres files`,
  moreRows: (count) => `et ${count} de plus : voir le tableau`,
  above: (share) => `au-dessus de ${share}`,
};

export const CHART_TEXT: Readonly<Record<'en' | 'fr', ChartText>> = {
  en: chartText('en-GB', englishWords),
  fr: chartText('fr-FR', frenchWords),
};
