/** The words of the page of a fit, in both languages. Names of queues and kinds of day stay as they are in the scenario. */
import type { LawName } from '../../engine/index.ts';
import type { Language } from '../words.ts';

export interface FitWords {
  readonly page: string;
  readonly skip: string;
  readonly contents: string;
  readonly table: string;
  readonly calls: { readonly one: string; readonly other: string };
  readonly counts: { readonly one: string; readonly other: string };
  readonly period: string;
  readonly version: string;
  readonly titled: string;
  readonly daysDiffer: { readonly varied: string; readonly chance: string; readonly oneDay: string };
  readonly kinds: {
    readonly title: string;
    readonly say: string;
    readonly kind: string;
    readonly weekdays: string;
    readonly days: string;
    readonly hours: string;
    readonly mean: string;
    readonly variance: string;
    readonly differ: string;
    readonly closed: string;
    readonly all: string;
    readonly interval: string;
    readonly history: string;
    readonly historySay: string;
    readonly historyNone: string;
    readonly regular: string;
    readonly far: string;
    readonly outliers: string;
    readonly date: string;
    readonly why: string;
    readonly reasons: Readonly<Record<'noCalls' | 'few' | 'many', string>>;
    readonly like: string;
  };
  readonly arrivals: {
    readonly title: string;
    readonly say: string;
    readonly mean: string;
    readonly band: string;
    readonly from: string;
    readonly error: string;
    readonly volumes: string;
    readonly volumesSay: string;
    readonly measured: string;
    readonly fitted: string;
    readonly poisson: string;
    readonly callsADay: string;
    readonly shareOfDays: string;
    readonly moments: string;
    readonly likelihood: string;
    readonly dispersion: string;
  };
  readonly times: {
    readonly title: string;
    readonly none: string;
    readonly averages: string;
    readonly talk: string;
    readonly wrapUp: string;
    readonly say: string;
    readonly p: string;
    readonly measured: string;
    readonly law: string;
    readonly mean: string;
    readonly cv: string;
    readonly bic: string;
    readonly aic: string;
    readonly ks: string;
    readonly ksNote: string;
    readonly pooled: string;
  };
  readonly patience: {
    readonly title: string;
    readonly none: string;
    readonly say: string;
    readonly noMedian: string;
    readonly measured: string;
    readonly band: string;
    readonly seconds: string;
    readonly atRisk: string;
    readonly abandoned: string;
    readonly survival: string;
    readonly error: string;
    readonly hazard: string;
  };
  readonly redials: {
    readonly title: string;
    readonly say: string;
    readonly same: string;
    readonly none: string;
  };
  readonly scenario: { readonly title: string; readonly say: string; readonly command: string };
  readonly laws: Readonly<Record<LawName, string>>;
}

const english: FitWords = {
  page: 'Fit',
  skip: 'Skip to the kinds of day',
  contents: 'Contents',
  table: 'Show as a table',
  calls: { one: '{count} call', other: '{count} calls' },
  counts: { one: '{count} count', other: '{count} counts' },
  period: '{first} to {last}',
  version: 'Tandem {version}',
  titled: '{title}: {name}',
  daysDiffer: {
    varied: 'days differ by {spread} beyond chance (shape {shape})',
    chance: 'days differ no more than by chance',
    oneDay: 'one day does not tell how days differ',
  },
  kinds: {
    title: 'Kinds of day',
    say: 'Weekdays that differ in volume or in hours by more than {alike}, and by more than chance, are kinds of their own.',
    kind: 'Kind',
    weekdays: 'Weekdays',
    days: 'Days',
    hours: 'Hours',
    mean: 'Calls a day',
    variance: 'Variance',
    differ: 'Days among themselves',
    closed: 'Closed: {weekdays}.',
    all: 'All days that count',
    interval: '{low} to {high}',
    history: 'Calls by date',
    historySay: '{count} of {days} days are far from their kind: holidays, faults, or something else.',
    historyNone: 'No day is far from its kind.',
    regular: 'as usual',
    far: 'far out',
    outliers: 'Days far from their kind',
    date: 'Date',
    why: 'Why',
    reasons: {
      noCalls: 'no calls on a day that has {usual} as a rule',
      few: 'far fewer than the usual {usual} (z = {z})',
      many: 'far more than the usual {usual} (z = {z})',
    },
    like: 'as many as on a {kind}',
  },
  arrivals: {
    title: 'Arrivals',
    say: '{calls} calls a day; most at {time}, {most} in {interval}.',
    mean: 'mean calls by interval',
    band: '8 of 10 days',
    from: 'From',
    error: 'Standard error',
    volumes: 'Calls a day, measured and fitted',
    volumesSay: 'Variance over mean {dispersion}: {differ}.',
    measured: 'measured',
    fitted: 'fitted: gamma and Poisson',
    poisson: 'fitted: Poisson',
    callsADay: 'Calls a day',
    shareOfDays: 'Share of days up to it',
    moments: 'Shape by moments',
    likelihood: 'by maximum likelihood',
    dispersion: 'Variance over mean',
  },
  times: {
    title: 'Handle times',
    none: 'The data have no handle times: the scenario has a placeholder.',
    averages:
      'The data have averages of handle times: the scenario has their mean; the law is a placeholder.',
    talk: 'Talk',
    wrapUp: 'Wrap-up',
    say: 'Closest by BIC: {law}, at most {ks} from the measured shares.',
    p: ' A sample of that law is as far off in {p} of cases (parametric bootstrap).',
    measured: 'measured share up to so long',
    law: 'Law',
    mean: 'Mean',
    cv: 'CV',
    bic: 'BIC above the lowest',
    aic: 'AIC above the lowest',
    ks: 'Kolmogorov-Smirnov distance',
    ksNote: 'Of thousands of times every law is refused by a test; the distance says how much it matters.',
    pooled: 'Of all queues together, for this one has too few.',
  },
  patience: {
    title: 'Patience',
    none: 'The data have too few abandonments, or no waits, to tell patience: the scenario has a placeholder.',
    say: 'Half of the callers would hang up within {median}; {abandoned} of {waits} did before they were answered.',
    noMedian:
      'Fewer than half of the callers would hang up within the longest wait; {abandoned} of {waits} did before they were answered.',
    measured: 'still waiting, if nobody answered (Kaplan-Meier)',
    band: '95% by Greenwood',
    seconds: 'Wait',
    atRisk: 'At risk',
    abandoned: 'Hung up',
    survival: 'Still waiting',
    error: 'Standard error',
    hazard: 'Hazard (Nelson-Aalen)',
  },
  redials: {
    title: 'Redials',
    say: '{share} of {calls} who hung up called again within {window}, {answered} of those who were answered.',
    same: ' That is no more: nobody is taken for a redialler.',
    none: 'The data do not name callers and their outcomes, so redials are not known.',
  },
  scenario: {
    title: 'The scenario',
    say: 'As written, with where each figure came from. What the data do not tell is marked PLACEHOLDER.',
    command: 'To get it again:',
  },
  laws: {
    exponential: 'exponential',
    lognormal: 'lognormal',
    gamma: 'gamma',
    weibull: 'Weibull',
    hyperexponential: 'hyperexponential',
    lognormalMixture: 'mixture of lognormals',
  },
};

const french: FitWords = {
  page: 'Ajustement',
  skip: 'Aller aux types de jour',
  contents: 'Sommaire',
  table: 'Voir le tableau',
  calls: { one: '{count} appel', other: '{count} appels' },
  counts: { one: '{count} comptage', other: '{count} comptages' },
  period: 'du {first} au {last}',
  version: 'Tandem {version}',
  titled: '{title} : {name}',
  daysDiffer: {
    varied: 'les jours diffèrent de {spread} au-delà du hasard (forme {shape})',
    chance: 'les jours ne diffèrent pas plus que par hasard',
    oneDay: 'un seul jour ne dit pas combien les jours diffèrent',
  },
  kinds: {
    title: 'Types de jour',
    say: 'Les jours de semaine dont le volume ou les heures diffèrent de plus de {alike}, et de plus que le hasard, forment des types distincts.',
    kind: 'Type',
    weekdays: 'Jours',
    days: 'Nombre',
    hours: 'Heures',
    mean: 'Appels par jour',
    variance: 'Variance',
    differ: 'Les jours entre eux',
    closed: 'Fermé : {weekdays}.',
    all: 'Tous les jours comptés',
    interval: '{low} à {high}',
    history: 'Appels par date',
    historySay: '{count} jours sur {days} sont loin de leur type : jours fériés, pannes, ou autre chose.',
    historyNone: 'Aucun jour n’est loin de son type.',
    regular: 'habituels',
    far: 'très éloignés',
    outliers: 'Jours loin de leur type',
    date: 'Date',
    why: 'Raison',
    reasons: {
      noCalls: 'aucun appel un jour qui en a {usual} d’ordinaire',
      few: 'bien moins que les {usual} habituels (z = {z})',
      many: 'bien plus que les {usual} habituels (z = {z})',
    },
    like: 'autant que le type {kind}',
  },
  arrivals: {
    title: 'Arrivées',
    say: '{calls} appels par jour ; le plus à {time}, {most} en {interval}.',
    mean: 'appels moyens par intervalle',
    band: '8 jours sur 10',
    from: 'De',
    error: 'Erreur type',
    volumes: 'Appels par jour, mesurés et ajustés',
    volumesSay: 'Variance sur moyenne {dispersion} : {differ}.',
    measured: 'mesurés',
    fitted: 'ajustés : gamma et Poisson',
    poisson: 'ajustés : Poisson',
    callsADay: 'Appels par jour',
    shareOfDays: 'Part des jours jusque-là',
    moments: 'Forme par les moments',
    likelihood: 'par maximum de vraisemblance',
    dispersion: 'Variance sur moyenne',
  },
  times: {
    title: 'Durées de traitement',
    none: 'Les données n’ont pas de durées de traitement : le scénario a une valeur provisoire.',
    averages:
      'Les données ont des moyennes de durées de traitement : le scénario a leur moyenne ; la loi est provisoire.',
    talk: 'Conversation',
    wrapUp: 'Post-appel',
    say: 'La plus proche selon le BIC : {law}, à {ks} au plus des parts mesurées.',
    p: ' Un échantillon de cette loi est aussi éloigné dans {p} des cas (bootstrap paramétrique).',
    measured: 'part mesurée jusqu’à cette durée',
    law: 'Loi',
    mean: 'Moyenne',
    cv: 'CV',
    bic: 'BIC au-dessus du plus bas',
    aic: 'AIC au-dessus du plus bas',
    ks: 'Distance de Kolmogorov-Smirnov',
    ksNote: 'Avec des milliers de durées, tout test refuse toute loi ; la distance dit combien cela importe.',
    pooled: 'De toutes les files ensemble, car celle-ci en a trop peu.',
  },
  patience: {
    title: 'Patience',
    none: 'Trop peu d’abandons, ou pas d’attentes, pour connaître la patience : le scénario a une valeur provisoire.',
    say: 'La moitié des appelants raccrocherait en {median} ; {abandoned} sur {waits} l’ont fait avant la réponse.',
    noMedian:
      'Moins de la moitié des appelants raccrocherait dans la plus longue attente ; {abandoned} sur {waits} l’ont fait avant la réponse.',
    measured: 'attendraient encore sans réponse (Kaplan-Meier)',
    band: '95 % selon Greenwood',
    seconds: 'Attente',
    atRisk: 'À risque',
    abandoned: 'Ont raccroché',
    survival: 'Attendent encore',
    error: 'Erreur type',
    hazard: 'Risque cumulé (Nelson-Aalen)',
  },
  redials: {
    title: 'Rappels spontanés',
    say: '{share} de {calls} qui ont raccroché ont rappelé en {window}, {answered} de ceux qui ont eu une réponse.',
    same: ' Ce n’est pas plus : personne n’est compté comme rappelant.',
    none: 'Les données ne nomment pas les appelants et leurs issues : les rappels spontanés sont inconnus.',
  },
  scenario: {
    title: 'Le scénario',
    say: 'Tel qu’il est écrit, avec l’origine de chaque chiffre (en anglais). Ce que les données ne disent pas est marqué PLACEHOLDER.',
    command: 'Pour le refaire :',
  },
  laws: {
    exponential: 'exponentielle',
    lognormal: 'lognormale',
    gamma: 'gamma',
    weibull: 'Weibull',
    hyperexponential: 'hyperexponentielle',
    lognormalMixture: 'mélange de lognormales',
  },
};

export const FIT_WORDS: Readonly<Record<Language, FitWords>> = { en: english, fr: french };
