/**
 * The words of the page in French, in the terms of web/i18n/glossary.md. Written with plain spaces; the no-break spaces that French
 * wants before % : ; are put in once, below.
 */
import type { PageWords } from './page-words.ts';

const written: PageWords = {
  lang: 'fr',
  report: 'Rapport',
  skip: 'Aller au résultat',
  contents: 'Sommaire',
  titled: '{title} : {name}',
  days: { one: '{days} jour simulé', other: '{days} jours simulés' },
  blocks: {
    one: 'une longue simulation par blocs d’un jour',
    other: 'une longue simulation par blocs de {days} jours',
  },
  interrupted: 'interrompu, {days} demandés',
  seed: 'graine {seed}',
  version: 'Tandem {version}',
  all: 'Ensemble',
  allQueues: 'toutes les files',
  queue: 'File',
  group: 'Groupe',
  nothing: 'Un tiret signifie qu’il n’y avait rien à mesurer.',
  intervalNote:
    '± est la moitié d’un intervalle de confiance à 95 % sur les jours simulés ; −1 +3 sont ses deux côtés s’ils diffèrent.',
  halfNote: 'La barre est l’intervalle à 95 %, le point la moyenne, le trait l’objectif.',
  table: 'Les chiffres en tableau',

  verdict: {
    met: 'Atteint',
    missed: 'Manqué',
    unsure: 'Incertain',
    noInterval: 'Pas de verdict',
    noValue: 'Rien à mesurer',
  },
  // Of files and valeurs, both feminine.
  verdicts: {
    met: { one: '{count} atteinte', other: '{count} atteintes' },
    missed: { one: '{count} manquée', other: '{count} manquées' },
    unsure: { one: '{count} incertaine', other: '{count} incertaines' },
    noInterval: { one: '{count} sans verdict', other: '{count} sans verdict' },
    noValue: { one: '{count} sans rien à mesurer', other: '{count} sans rien à mesurer' },
  },
  within: 'en {time}',
  inTime: 'à temps, chaque file selon son seuil',
  resultTitle: 'Niveau de service',
  say: {
    met: '{mean} des appels ont une réponse {within} : l’objectif de {target} est atteint.',
    missed: '{mean} des appels ont une réponse {within} : l’objectif de {target} est manqué.',
    unsure:
      'Entre {low} et {high} des appels ont une réponse {within} : trop près de {target} pour trancher.',
    unsureOne: '{mean} des appels ont une réponse {within}, sur un seul jour : cela ne juge pas {target}.',
    noValue: 'Aucun appel ne compte pour le niveau de service : rien à juger.',
    noTarget: '{mean} des appels ont une réponse {within}. Pas d’objectif commun à toutes les files.',
  },
  counts: {
    calls: 'sur {count} appels par jour',
    entries: 'sur {count} entrées en file par jour',
    without: ', sans {left}',
    callbacks: 'les rappels ({count})',
    short: 'les abandons très courts ({count})',
    and: ' ni ',
    ended: ' répondus ou abandonnés',
    answered: ' répondus',
    late: ', sans ceux abandonnés à temps',
    everybody: 'De tous ceux qui ont appelé, {share} ont eu une réponse à temps.',
    everybodyMoved:
      'De tous ceux qui ont appelé, {share} ont eu une réponse à temps dans leur dernière file.',
  },
  lookOutLine: {
    one: 'Un point à savoir avant d’y croire',
    other: '{count} points à savoir avant d’y croire',
  },

  tile: {
    serviceLevel: 'Niveau de service',
    goal: 'objectif {target} {within}',
    intervalsMet: 'Intervalles à l’objectif',
    intervalsMetSub: 'de {length} chacun',
    abandonRate: 'Taux d’abandon',
    abandoned: 'sans les très courts ; {raw} avec, {count} par jour',
    abandonedMoved: 'des entrées en file, sans les très courts ; {contact} des appelants, {count} par jour',
    asa: 'Attente avant réponse',
    asaSub: 'parmi les répondus, 8 sur 10 en {time}',
    offered: 'Appels reçus par jour',
    answered: '{count} répondus',
    answeredOffered: '{offered} entrées en file, {count} répondus',
    occupancy: 'Taux d’occupation',
    signedIn: '{time} de temps connecté par jour',
    callbacks: 'Rappels par jour',
    callbackDelay: 'la moitié en {time}',
  },

  queues: {
    title: 'Chaque file face à son objectif',
    say: {
      met: 'Les {count} files atteignent leur objectif.',
      some: 'Sur {count} files : {verdicts}.',
      none: 'Aucune file n’a d’objectif.',
    },
    verdict: 'Verdict',
    target: 'Objectif',
    intervalsMet: 'Intervalles qui l’atteignent',
    intervalsMetNote:
      'Intervalles qui l’atteignent : part des intervalles de {length} avec au moins un appel présenté dont le niveau de service atteint l’objectif.',
    offeredNote:
      'Un appel qui change de file est présenté de nouveau dans la suivante, et compte comme sans réponse dans celle qu’il quitte.',
    offered: 'Présentés',
    abandoned: 'Taux d’abandon',
    asa: 'Attente avant réponse',
  },

  measures: {
    title: 'Indicateurs',
    say: 'Ce qu’un planificateur demande d’abord.',
    atEnd: 'Tous les indicateurs sont à la fin, avec leur formule.',
    onScreen:
      'Tous les indicateurs avec leur formule et les tableaux de chaque file sont dans le fichier HTML.',
    measure: 'Indicateur',
    rest: 'Files {from} à {to}',
    groups: 'Groupes d’agents',
    value: 'Valeur',
    low: 'de',
    high: 'à',
    replicates: 'jours',
    blocks: 'blocs',
  },

  day: {
    title: 'Au fil du jour',
    none: 'Rien n’a été simulé : rien à montrer au fil du jour.',
    one: 'Il n’y a qu’un intervalle : rien à montrer au fil du jour.',
    capped:
      'Graphiques : l’ensemble et les {count} files les plus chargées. Chaque file a son tableau plus bas.',
    cappedTables:
      'Les tableaux des autres files seraient trop nombreux pour une page ; ils sont dans les sorties CSV et JSON.',
    onlyAll: 'Trop de files et d’intervalles : seul l’ensemble est donné par intervalle.',
    wait: 'L’attente au fil du jour',
    waitSay: 'L’attente est la plus longue à {time} : 8 sur 10 attendent moins de {wait}.',
    waitNote: 'Sans ceux qui ont pris un rappel.',
    waitNone: 'Personne n’attend : aucun chiffre à montrer.',
    level: 'Niveau de service par intervalle',
    levelNumbers: 'Les chiffres sont dans le tableau des attentes ci-dessus',
    levelSay: {
      all: 'Chaque intervalle atteint {target} ; le plus bas est {share} à {time}.',
      some: {
        one: '{missed} intervalle sur {count} manque à coup sûr {target} ; le plus bas : {share} à {time}.',
        other:
          '{missed} intervalles sur {count} manquent à coup sûr {target} ; le plus bas : {share} à {time}.',
      },
      unsure: 'Aucun intervalle ne manque {target} avec certitude ; le plus bas : {share} à {time}.',
      noTarget: 'Le plus bas est {share} à {time}.',
      none: 'Aucun intervalle n’a de niveau de service.',
    },
    tables: '{count} files sans graphiques',
    from: 'De',
    offered: 'Présentés',
    staff: 'Agents présents',
    serviceLevel: 'Niveau de service',
    asa: 'Attente avant réponse',
    half: 'La moitié attend moins',
    most: '8 sur 10',
    long: '95 sur 100',
    abandoned: 'Taux d’abandon',
    occupancy: 'Taux d’occupation',
  },

  waits: {
    title: 'Durée d’attente',
    short: 'Attente',
    say: '{atOnce} répondus sans attente ; {abandoned} raccrochent, très courts compris.',
    sayCallbacks:
      '{atOnce} répondus sans attente, {optedIn} choisissent un rappel, {abandoned} raccrochent (très courts compris).',
    from: 'Attente de',
    to: 'à',
    noEnd: 'plus',
    atOnce: 'sans attente',
    answered: 'Répondus par jour',
    optedIn: 'Rappel choisi',
    abandoned: 'Abandons',
    none: 'Personne n’a appelé, personne n’a attendu.',
    curve: 'Part qui n’a pas attendu plus',
    wait: 'Attente',
    ofAll: '{name}, tous',
    ofAnswered: '{name}, répondus',
    marks: 'Seuil : {within}. Le rappel est proposé après {offers}.',
    marksNoOffers: 'Seuil : {within}.',
    andThen: ', puis ',
    atOnceNote: 'Sans attente : un agent était libre ; seule la sonnerie a fait attendre.',
    ownThresholds: 'propre à chaque file',
  },

  callbacks: {
    title: 'Rappels',
    none: 'Aucun rappel n’a été proposé.',
    funnel: 'De la proposition au rappel',
    funnelSay: '{accepted} de ceux qui l’entendent acceptent ; {reached} des rappels composés aboutissent.',
    step: 'Étape',
    perDay: 'Par jour',
    share: 'Part',
    ofWhat: 'parmi',
    callers: 'Appelants',
    of: {
      heardOffer: 'les appelants',
      optedIn: 'ceux qui l’ont entendue',
      initiated: 'ceux qui ont tapé 1',
      connected: 'les rappels composés',
      lost: 'ceux qui ont tapé 1',
      otherwise: 'ceux qui ont tapé 1',
      open: 'ceux qui ont tapé 1',
    },
    uptake: 'Acceptation par proposition',
    uptakeSay: 'La première proposition convainc {first} de ceux qui l’entendent.',
    uptakeSayMore: 'La première proposition convainc {first} de ceux qui l’entendent, la deuxième {second}.',
    offer: 'Proposition',
    after: 'due après',
    heard: 'Entendue, par jour',
    accepted: 'Acceptée',
    delay: 'Délai du rappel',
    delaySay: 'La moitié sont rappelés en {half}, 9 sur 10 en {most}.',
    delayNone: 'Aucun rappel n’a abouti.',
    delayFrom: 'Délai de',
    delayTo: 'à',
    delayCount: 'Rappels par jour',
    mean: 'Délai moyen',
  },

  agents: {
    title: 'Temps des agents',
    short: 'Agents',
    say: 'Les agents présents traitent des appels {occupancy} du temps.',
    sayAway: 'Les agents présents traitent des appels {occupancy} du temps ; {away} ils sont absents.',
    none: 'Aucun agent ne s’est connecté.',
    spent: 'À quoi passe le temps',
    cost: 'Le personnel prévu coûte {cost} par jour.',
    busy: 'Occupation au fil du jour',
    busiest: 'Groupe le plus occupé : {group}, à {time} ({share} du temps de présence).',
    busiestAll: 'Les agents sont les plus occupés à {time} : {share} du temps de présence.',
    signedIn: 'Connectés, par jour',
    occupancy: 'Taux d’occupation',
    utilisation: 'Taux d’utilisation',
  },

  overflow: {
    numbers: 'Les chiffres sont dans le tableau ci-dessous',
    title: 'Débordement',
    none: 'Aucune règle de débordement n’a joué.',
    flows: 'Où vont les appels',
    moved: '{count} fois par jour un appel change de file, et y est compté de nouveau.',
    stayed: 'Aucun appel ne change de file ; les conditions ci-dessous ont pourtant joué.',
    rules: 'Ce qu’a fait le débordement',
    when: 'Quand',
    action: 'Action',
    to: 'Vers',
    perDay: 'Par jour',
    share: 'Part des arrivées',
    callbackNote:
      'Rappel permis : l’appelant entendra peut-être la proposition plus tard. Ce qu’il en a entendu est sous Rappels.',
  },

  kinds: {
    title: 'Types de jour',
    say: '{count} types de jour, chacun avec ses chiffres.',
    rest: 'Chaque file pour chaque type de jour est dans les sorties CSV et JSON.',
    kind: 'Type',
    days: 'Jours',
    from: 'De',
    to: 'À',
  },

  expectations: {
    title: 'Attendu',
    say: 'Sur {count} valeurs attendues : {verdicts}.',
    kpi: 'Indicateur',
    between: 'Attendu entre',
    and: 'et',
    value: 'Mesuré',
  },

  warnings: { title: 'À savoir', none: 'Rien à signaler.' },

  every: {
    title: 'Tous les indicateurs',
    say: 'Sur le jour entier, avec les bornes de l’intervalle à 95 %.',
    of: 'Tous les indicateurs : {name}',
    queue: '{name} (file)',
    group: '{name} (groupe)',
    ofQueues: 'Tous les indicateurs de chacune des {count} files',
    ofGroups: 'Tous les indicateurs de chacun des {count} groupes',
    id: 'Code',
    stat: 'Partie',
    queuesLeftOut:
      'Les files sont trop nombreuses pour figurer ici une à une ; toutes sont dans les sorties CSV et JSON.',
    formulas: 'Ce qu’est chaque indicateur',
    formulasSay:
      'Formules sur les comptes et les sommes de tous les jours ; les codes sont ceux du livre des règles.',
    formula: 'Formule',
    termsSay: 'Ce que compte chaque terme, en anglais comme dans le livre des règles.',
    term: 'Terme',
    meaning: 'Ce qui compte',
  },

  again: {
    title: 'Rejouer ce rapport',
    short: 'Rejouer',
    say: 'Même scénario, même graine, même version : même rapport.',
    command: 'Commande',
    changes: 'Modifié par --set',
    source: 'Le scénario tel qu’il a été donné',
    sourceNone: 'Le texte du scénario n’a pas été remis à cette page.',
    seed: 'Graine',
    version: 'Version',
    days: 'Jours',
    daysOf: '{simulated} sur {asked} demandés',
    interval: 'Intervalle',
    warmUp: 'Mise en route écartée',
    luck: 'Hasard',
    mirrored: 'paires de jours, le second avec le hasard du premier en miroir',
    controls: 'Ajusté par',
    controlled:
      'les arrivées et la charge offerte ; la variance de l’attente de tous est {gain} fois plus petite',
    controlledOnly: 'les arrivées et la charge offerte',
  },
};

export const pageFrench: PageWords = typeset(written);

/** A narrow no-break space before % ; ! ?, a wide one before a colon. */
function typeset<T>(texts: T): T {
  if (typeof texts === 'string')
    return texts.replaceAll(/ ([%;!?])/g, '\u202f$1').replaceAll(' :', '\u00a0:') as T;
  const entries = Object.entries(texts as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, text]) => [key, typeset(text)])) as T;
}
