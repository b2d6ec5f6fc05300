/** The words of a call's story in French. */
import { listOf } from './story-words.ts';
import type { StoryWords } from './story-words.ts';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const ORDINALS = [
  '',
  'première',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
  'dixième',
];
const numberOf = (count: number): string => NUMBERS[count] ?? String(count);
const ordinal = (count: number): string => ORDINALS[count] ?? `${count}ᵉ`;
const before = (count: number): string =>
  count === 0
    ? 'personne ne le précédait'
    : count === 1
      ? 'un autre le précédait'
      : `${numberOf(count)} autres le précédaient`;

const ACTIVITIES: Readonly<Record<string, string>> = {
  inactive: 'est devenu inactif et ne reçoit plus d’appel avant de se remettre disponible',
  signedOut: 'a été déconnecté',
  unavailable: 'a été mis en « ne pas déranger »',
};

const REACHED: Readonly<Record<string, string>> = {
  busy: 'La ligne était occupée',
  failed: 'L’appel n’a pas abouti',
  machine: 'Un répondeur a pris l’appel',
  invalidNumber: 'Le numéro n’était pas valable',
  cancelled: 'La numérotation a été arrêtée',
  answeredThenLost: 'Le client a répondu, puis raccroché avant la mise en relation',
};

const CLOSED: Readonly<Record<string, string>> = {
  'abandoned-before-queue': 'l’appelant a raccroché avant d’atteindre une file',
  'capacity-exceeded': 'l’appel a été refusé',
  'queue-full': 'la file était pleine, et l’appel a pris fin',
  'queue-without-agents': 'la file n’avait aucun agent, et l’appel a pris fin',
  'overflow-end': 'le message était fini, et l’appel a pris fin',
  'abandoned-in-message': 'l’appelant a raccroché pendant le message',
  'external-ended': 'la communication extérieure était finie',
  voicemail: 'l’appelant avait laissé un message',
  'voicemail-failed': 'l’appelant n’avait pas laissé de message',
  'duplicate-callback': 'un rappel vers ce numéro était déjà prévu, et l’appel a pris fin',
  'lost-at-connect': 'l’appelant était parti au moment même de la mise en relation',
  exhausted: 'il ne restait plus d’essai : le rappel était perdu',
  expired: 'le rappel avait expiré : il était perdu',
  'invalid-number': 'le numéro n’était pas valable : le rappel était perdu',
  'cancelled-by-agent': 'l’agent avait annulé le rappel',
  'served-inbound': 'le client avait rappelé de lui-même et parlait à un agent : le rappel n’était plus dû',
};

export const frenchStory: StoryWords = {
  locale: 'fr-FR',
  title: (contact) => `L’histoire de l’appel ${contact}`,
  opening: (at) => `À ${at}`,
  length: (seconds) => {
    if (seconds < 1) return 'moins d’une seconde';
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const parts = [
      [hours, 'heure'],
      [minutes, 'minute'],
      [hours > 0 ? 0 : seconds % 60, 'seconde'],
    ] as const;
    const said = parts.filter(([count]) => count > 0);
    return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
  },
  cite: (rules) => (rules.length === 0 ? '' : ` (${rules.join(', ')})`),
  clockOfDay: (clock, days) => {
    if (days === 0) return `${clock} le premier jour`;
    return days === 1 ? `${clock} le lendemain` : `${clock}, ${numberOf(days)} jours plus tard`;
  },
  carriedOver: (state, agent, isCallback) => {
    const said = 'Cet appel, venu un jour précédent, était encore ouvert au début de la journée';
    if (state === 'talking') return `${said} : ${agent} parlait avec l’appelant`;
    if (state === 'wrap-up') return `${said} : ${agent} était en post-appel`;
    if (state === 'with an agent') return `${said} : il venait d’être donné à ${agent}`;
    return isCallback ? `${said} : le rappel restait dû` : said;
  },
  arrived: (at, entry, isWithheld) =>
    `À ${at}, un appel est arrivé sur ${entry}${isWithheld ? ' ; le numéro était masqué' : ''}`,
  rejected: 'Toutes les lignes étaient occupées : il a été refusé aussitôt',
  condition: (condition, queue, limit) => {
    if (condition === 'outOfHours') return `La file ${queue} était hors de ses heures`;
    if (condition === 'averageWait') return `L’attente prévue dans la file ${queue} dépassait ${limit}`;
    if (limit === '0') return `Personne n’était libre dans la file ${queue}`;
    return limit === '1'
      ? `La file ${queue} comptait déjà au moins une demande, en attente, en sonnerie ou promise`
      : `La file ${queue} comptait déjà ${limit} demandes ou plus, en attente, en sonnerie ou promises`;
  },
  action: (action, to) =>
    ({
      directCallback: 'un rappel devait donc être proposé',
      assignAnyway: 'et l’appel a tout de même été mis en file',
      endCall: 'un message a donc mis fin à l’appel',
      transferQueue: `l’appel est donc passé à ${to}`,
      transferExternal: 'l’appel est donc passé vers un numéro extérieur',
      voicemail: 'l’appelant a donc été invité à laisser un message',
    })[action] ?? action,
  exceeded: (at, queue, limit) => `À ${at}, il attendait depuis ${limit} dans ${queue}, le maximum prévu`,
  exceededAction: (action, to) =>
    ({
      directCallback: 'un rappel a donc été proposé aussitôt',
      endCall: 'un message a donc mis fin à l’appel',
      transferQueue: `il est donc passé à ${to}`,
      transferExternal: 'il est donc passé vers un numéro extérieur',
      voicemail: 'l’appelant a donc été invité à laisser un message',
      stays: 'mais il ne pouvait pas partir et il est resté',
    })[action] ?? action,
  waitsOn: (at) => `À ${at}, il aurait dû partir, mais une règle l’a retenu`,
  queued: (queue, count) => `Il est entré dans la file ${queue}, où ${before(count)}`,
  queuedAgain: (queue, count) => `Il était désormais dans ${queue}, où ${before(count)}`,
  nobody: (counts, at) => {
    const parts = counts.map(([why, count]) => {
      const n = count === 1 ? 'un' : numberOf(count);
      const one = count === 1;
      return {
        busy: `${n} ${one ? 'agent était occupé' : 'agents étaient occupés'}`,
        ringing: `${one ? 'le poste d’un agent sonnait' : `les postes de ${n} agents sonnaient`} déjà pour ${one ? 'un autre appel' : 'd’autres appels'}`,
        usedUp: `${n} ${one ? 'agent avait pris tous ses appels' : 'agents avaient pris tous leurs appels'} du jour`,
        declined: `${n} ${one ? 'agent l’avait refusé' : 'agents l’avaient refusé'} trop souvent`,
        away: `${n} ${one ? 'était absent' : 'étaient absents'}`,
        signedOut: `${n} ${one ? 'n’était pas connecté' : 'n’étaient pas connectés'}`,
        inactive: `${n} ${one ? 'était inactif' : 'étaient inactifs'} après une sonnerie manquée`,
        other: `${n} ne ${one ? 'pouvait' : 'pouvaient'} pas le prendre`,
      }[why];
    });
    return `${at === null ? 'Personne' : `À ${at}, personne`} ne pouvait le prendre : ${listOf(parts, 'et')}`;
  },
  behind: 'Il a dû attendre son tour',
  told: (times, first, last) =>
    times === 1
      ? `L’appelant a entendu ${first}`
      : `L’appelant a entendu sa place ${numberOf(times)} fois, d’abord ${first}, enfin ${last}`,
  place: (ahead) =>
    ahead === 0
      ? 'qu’il était le prochain'
      : `que ${numberOf(ahead)} ${ahead === 1 ? 'le précédait' : 'le précédaient'}`,
  toldWait: (minutes) =>
    `L’appelant a entendu qu’il attendrait ${minutes === 1 ? 'une minute' : `${numberOf(minutes)} minutes`}`,
  offer: (at, count, waited) =>
    `À ${at}, après ${waited} dans la file, l’appelant a entendu la ${ordinal(count)} proposition de rappel`,
  moreOffers: (count, apart, last) =>
    `${numberOf(count)} autres ont suivi${apart === null ? '' : `, à ${apart} d’intervalle`}, la dernière à ${last}`,
  offerKept: (at, times, why) =>
    times === 1
      ? `À ${at}, une proposition de rappel était due et n’a pas été faite : ${why}`
      : `À partir de ${at}, ${numberOf(times)} propositions de rappel étaient dues et n’ont pas été faites : ${why}`,
  kept: {
    'CB-03': 'la précédente n’était pas finie',
    'CB-08': 'il n’y avait pas de numéro à rappeler',
    'CB-41': 'aucun rappel n’est proposé à cette heure',
    'CB-42': 'la file avait promis autant de rappels qu’elle peut',
    'CB-43': 'un rappel vers ce numéro était déjà prévu',
    'MS-03': 'une autre annonce passait',
  },
  optedIn: (at, after) =>
    `À ${at}, ${after} après le début de la proposition, l’appelant a appuyé sur 1 et a choisi d’être rappelé`,
  pressedInVain: (at, digit) => `À ${at}, l’appelant a appuyé sur ${digit}, ce qui n’a rien changé`,
  ringTakenBack: (agent) =>
    `Le poste de ${agent} sonnait pour cet appel même et s’est tu, sans faute de l’agent`,
  keepsPlace: (at) => `L’appel a pris fin à ${at} ; sa place dans la file a été gardée`,
  hungUpConfirming: (at) =>
    `L’appelant a raccroché à ${at} pendant la confirmation ; le rappel tenait, et sa place dans la file a été gardée`,
  mayBeAssigned: (at) => `À partir de ${at}, il pouvait être donné à un agent`,
  backForRetry: (at) => `À ${at}, il avait repris son ancienne place dans la file`,
  heldBack: (at, rule) =>
    rule === 'LM-01'
      ? `À partir de ${at}, il a dû attendre une ligne libre`
      : `À partir de ${at}, il a dû attendre, car nous étions déjà en ligne avec ce numéro`,
  leftToSupervisor: 'Tant d’agents l’avaient refusé que seul un superviseur pouvait encore le donner',
  rang: (at, agent, why, isCallback) =>
    `À ${at}, le poste de ${agent}${why === '' ? '' : `, ${why},`} a sonné${isCallback ? ' pour le rappel' : ''}`,
  chosen: {
    'AS-04': 'choisi car il avait le plus de place',
    'AS-05': 'dont c’était le tour',
    'AS-06': 'choisi car son dernier appel était le plus ancien',
    'AS-10': 'le suivant dans l’ordre de la file',
    only: 'le seul agent libre',
    onlyWilling: 'le seul agent libre qui ne l’avait pas refusé',
    'NT-06': 'de nouveau, car tous les autres avaient aussi refusé',
  },
  accepted: (after) => `et l’agent a répondu après ${after}`,
  missed: (after) => `pendant ${after} sans réponse`,
  declined: (after) => `et l’agent a refusé après ${after}`,
  deviceError: 'mais l’appareil était en panne',
  becomes: (agent, activity) => `L’agent ${agent} ${ACTIVITIES[activity] ?? activity}`,
  back: (queue, count) => `L’appel était de nouveau dans ${queue}, où ${before(count)}`,
  joined: (waited) =>
    `L’attente${waited === null ? '' : ` de ${waited}`} était finie, et la conversation a commencé`,
  connectFailed: (at) => `À ${at}, la mise en relation a échoué`,
  dialled: (agent, attempt) =>
    attempt === 1
      ? `Le client a été appelé pour ${agent}`
      : `Le client a été appelé pour ${agent}, ${ordinal(attempt)} essai`,
  answered: (after) => `et a répondu après ${after}`,
  notReached: (outcome, after) =>
    outcome === 'noAnswer' ? `Personne n’a répondu en ${after}` : `${REACHED[outcome] ?? outcome}`,
  retry: (at) => `L’essai suivant a été fixé à ${at}`,
  talked: (length, endedBy) =>
    `Ils ont parlé ${length} ; ${endedBy === 'agent' ? 'l’agent a mis fin à l’appel' : 'puis l’appelant a raccroché'}`,
  wroteUp: (agent, length) => `L’agent ${agent} a passé ${length} en post-appel, et le dossier a été clos`,
  closedBy: (agent) => `L’agent ${agent} en avait fini, et le dossier a été clos`,
  abandoned: (at, waited) =>
    `À ${at},${waited === null ? '' : ` après ${waited} dans la file,`} l’appelant a renoncé et raccroché`,
  closed: (at, reason) => `À ${at}, ${CLOSED[reason] ?? `fin : ${reason}`}`,
  stillOpen: 'À la fin de la journée, l’affaire était encore ouverte.',
  steps: {
    arrives: 'L’appel arrive',
    carriedOver: 'Ouvert depuis un jour précédent',
    turnedAway: 'Refusé',
    overflows: 'Débordement',
    enters: (queue) => `Entre dans la file ${queue}`,
    nobody: 'Personne n’est libre',
    hearsPlace: 'Entend sa place dans la file',
    hearsWait: 'Entend l’attente prévue',
    hearsOffer: (count) => `Entend l’offre ${count}`,
    offerKept: 'Offre due, non faite',
    presses: (digit) => `Tape ${digit}`,
    keepsPlace: 'Ligne libérée, place gardée',
    mayBeAssigned: 'Peut être rappelé',
    back: 'De retour dans la file',
    heldBack: 'Retenu',
    leftToSupervisor: 'Laissé à un superviseur',
    waitsOn: 'Débordement dû, reste en place',
    waitsForRetry: 'Attend l’essai suivant',
    rings: (agent) => `Sonne chez ${agent}`,
    answers: (agent) => `${agent} accepte`,
    noAnswer: (agent) => `${agent} ne répond pas`,
    declines: (agent) => `${agent} refuse`,
    deviceFails: (agent) => `Panne de l’appareil de ${agent}`,
    connectFailed: 'Mise en relation échouée',
    talking: (agent) => `Parle avec ${agent}`,
    dials: (agent, attempt) => `Client appelé pour ${agent}, essai ${attempt}`,
    reached: (agent) => `Le client répond, parle avec ${agent}`,
    notReached: 'Client non joint',
    callEnds: 'L’appel prend fin',
    caseClosed: 'Dossier clos',
    givesUp: 'Renonce',
    lost: 'Rappel perdu',
    over: 'Fin',
    stillOpen: 'Encore ouvert',
  },
  sum: {
    inShort: 'En bref :',
    waited: (wait) => `${wait} d’attente en ligne`,
    offers: (count) =>
      count === 1
        ? 'une proposition de rappel entendue'
        : `${numberOf(count)} propositions de rappel entendues`,
    missed: (count) => (count === 1 ? 'une sonnerie manquée' : `${numberOf(count)} sonneries manquées`),
    moved: (count) => `passé ${count === 1 ? 'une fois' : `${numberOf(count)} fois`} à une autre file`,
    served: (agent, wait) => `servi par ${agent}${wait === null ? '' : ` après ${wait}`}`,
    calledBack: (agent, delay, attempts) =>
      `rappelé par ${agent}${delay === null ? '' : `, ${delay} après la promesse`}${attempts > 1 ? `, au ${ordinal(attempts)} essai` : ''}`,
    lost: (attempts) =>
      attempts === 0
        ? 'rappel perdu sans aucun essai'
        : `rappel perdu après ${attempts === 1 ? 'un essai' : `${numberOf(attempts)} essais`}`,
    abandoned: (wait) => `abandon${wait === null ? '' : ` après ${wait}`}`,
    otherwise: (reason) => CLOSED[reason] ?? reason,
    open: 'encore ouvert',
    owed: (attempts) =>
      attempts === 0
        ? 'le rappel restait dû, sans aucun essai'
        : `le rappel restait dû, après ${attempts === 1 ? 'un essai' : `${numberOf(attempts)} essais`}`,
  },
  lists: {
    day: (name, day, date, seed) => `${name}, jour ${day} (${date}), graine ${seed}`,
    longestWait: (contact, wait, hasMoved) =>
      `La plus longue attente du jour est celle de l’appel ${contact} : ${wait} en ligne${hasMoved ? ', toutes files comprises' : ''}.`,
    noWait: 'Personne n’a attendu dans une file ce jour-là.',
    lostCallbacks: (count) =>
      count === 1 ? 'Un rappel a été perdu ce jour-là.' : `${count} rappels ont été perdus ce jour-là.`,
    noLostCallbacks: 'Aucun rappel n’a été perdu ce jour-là.',
    rona: (count) =>
      count === 1
        ? 'Un appel a sonné chez un agent qui n’a pas répondu (RONA).'
        : `${count} appels ont sonné chez des agents qui n’ont pas répondu (RONA).`,
    noRona: 'Aucune sonnerie n’a été manquée ce jour-là.',
    abandonedAfterOffer: (count) =>
      count === 1
        ? 'Un appelant a entendu une proposition de rappel, ne l’a pas prise et a renoncé.'
        : `${count} appelants ont entendu une proposition de rappel, ne l’ont pas prise et ont renoncé.`,
    noAbandonedAfterOffer: 'Personne n’a renoncé après une proposition de rappel ce jour-là.',
    heads: {
      lostCallbacks: ['Perdu à', 'Appel', 'File', 'Motif'],
      rona: ['Manqué à', 'Appel', 'File', 'Combien'],
      abandonedAfterOffer: ['Abandon à', 'Appel', 'File', 'Après'],
    },
    why: (reason) =>
      ({ exhausted: 'essais épuisés', expired: 'expiré', 'invalid-number': 'numéro non valable' })[reason] ??
      reason,
    rings: (count) => (count === 1 ? '1 sonnerie manquée' : `${count} sonneries manquées`),
    readOn: (command) => `Pour en lire un : ${command}`,
    otherDay: (command) => `Un autre jour : ${command}`,
  },
};
