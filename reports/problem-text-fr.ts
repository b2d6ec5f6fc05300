/**
 * The sentences of problems in French: what is wrong and how to mend it, one for each code, as problem-text-en.ts has them in English.
 */
import type { ProblemCode } from '../engine/index.ts';
import {
  choices,
  count,
  didYouMean,
  expectedWords,
  fallback,
  foundWords,
  grouped,
  hours,
  law,
  limitWords,
  namedFile,
  oneOf,
  overflowAction,
  overflowKind,
  presences,
  range,
  split,
  syntax,
  thingWords,
  wrapUp,
} from './problem-cases-fr.ts';
import { number, text } from './problem-params.ts';
import type { Sentence } from './problem-params.ts';

/** Spaces that no line break may part: before the double marks of French, and inside its quotation marks. */
export function typeset(sentence: string): string {
  return sentence.replaceAll(/ (?=[;!?»]|:\s)/g, '\u202f').replaceAll('« ', '«\u202f');
}

export const frenchSentences: Readonly<Record<ProblemCode, Sentence>> = {
  'E-SIZE': (p) =>
    `Le texte est trop grand : ${grouped(number(p, 'value'))} ${text(p, 'what') === 'parts' ? 'lignes, virgules et deux-points' : 'signes'}, au plus ${grouped(number(p, 'limit'))}. Mettez les longues listes dans un fichier CSV et nommez-le ({ file: calls.csv, column: calls }).`,
  'E-SYNTAX': syntax,
  'E-DEPTH': (p) =>
    `Le texte a plus de ${text(p, 'limit')} niveaux imbriqués. Un scénario en a moins de dix.`,
  'E-ALIAS': (p) =>
    p['limit'] === undefined
      ? `L’alias *${text(p, 'name')} ne mène nulle part ou se contient lui-même. Écrivez les valeurs elles-mêmes.`
      : `Les alias se déplient en plus de ${grouped(number(p, 'limit'))} valeurs. Écrivez les valeurs elles-mêmes.`,
  'E-CONTROL': (p) =>
    `Il y a ici un caractère de contrôle invisible${p['found'] === undefined ? '' : ` (${text(p, 'found')})`}. Supprimez-le et retapez le texte.`,
  'E-PROTO': (p) => `« ${text(p, 'key')} » ne peut pas servir de nom. Choisissez-en un autre.`,
  'E-LIMIT': (p) =>
    `${grouped(Math.round(number(p, 'value')))} ${limitWords[text(p, 'what')] ?? text(p, 'what')}, c’est plus que ce qu’une simulation traite : ${grouped(number(p, 'limit'))}. Une unité est-elle fausse ?`,
  'E-SET': (p) =>
    p['quoted'] === undefined
      ? `« ${text(p, 'setting')} » ne peut pas s’appliquer. Écrivez chemin=valeur, par exemple queues.support.ringTimeout=20s, avec un chemin qui mène à un réglage.`
      : `Un nom qui a une espace se met entre guillemets : écrivez '${text(p, 'quoted')}'.`,
  'E-FILE': namedFile,
  'E-KEY': (p) => {
    const hint = didYouMean(p);
    return `« ${text(p, 'key')} » n’est pas connu ici.${hint === '' ? ` Clés connues : ${text(p, 'known')}.` : hint}`;
  },
  'E-KEY-DUP': (p) => `« ${text(p, 'name')} » est écrit ici deux fois. N’en gardez qu’un.`,
  'E-MISSING': (p) =>
    p['key'] === 'talk'
      ? '« talk » manque : des appels peuvent arriver ici, et nul ne sait combien de temps ils durent. Écrivez-le ici, ou sous la demande de cette file.'
      : `« ${text(p, 'key')} » manque. Ajoutez-le.`,
  'E-TYPE': (p) =>
    `Il faut ici ${expectedWords[text(p, 'expected')] ?? text(p, 'expected')}, et non ${foundWords[text(p, 'found')] ?? text(p, 'found')}.`,
  'E-FORMAT': (p) =>
    `« ${text(p, 'value')} » est illisible. Écrivez ${expectedWords[text(p, 'expected')] ?? text(p, 'expected')}.`,
  'E-CHOICE': (p) =>
    `« ${text(p, 'value')} » n’est pas possible ici. Prenez ${choices(p, 'options')}${p['keys'] === undefined ? '' : `, ou { ${text(p, 'keys')} }`}.${didYouMean(p)}`,
  'E-ONE-OF': oneOf,
  'E-COUNT': count,
  'E-PLACE': (p) => `« ${text(p, 'key')} » est ici sans effet. Sa place est avec ${choices(p, 'needs')}.`,
  'E-LAW': law,
  'E-REF': (p) => {
    const none = thingWords[text(p, 'what')]?.none ?? `de ${text(p, 'what')}`;
    const known = text(p, 'known');
    const list = known === '' ? ' Le scénario n’en contient pas.' : ` Noms connus : ${known}.`;
    return `Il n’y a pas ${none} « ${text(p, 'name')} ».${didYouMean(p) || list}`;
  },
  'E-RANGE': range,
  'E-NAME-DUP': (p) => `Le nom « ${text(p, 'name')} » est donné deux fois. Chaque nom est unique.`,
  'E-OV-ACTION': overflowAction,
  'E-OV-HOURS': (p) =>
    `Un rappel ne se propose hors horaires que si son profil le dit (CB-40). Mettez allowOutsideHours: true dans les réglages de rappel de « ${text(p, 'profile') || text(p, 'queue')} », ou choisissez une autre action.`,
  'E-OV-SELF': (p) => `« ${text(p, 'queue')} » déborderait sur elle-même. Nommez une autre file.`,
  'E-OV-KIND': overflowKind,
  'E-OV-DUP': (p) => `${text(p, 'condition')} figure deux fois dans cette liste. N’en gardez qu’une.`,
  'E-OV-EXT': (p) =>
    `Un transfert externe demande un numéro qui peut appeler, or ${text(p, 'number')} du flux « ${text(p, 'workstream')} » ne le peut pas. Mettez-lui mayCall: true sous numbers, ou choisissez une autre action.`,
  'E-SPLIT': split,
  'E-FALLBACK': fallback,
  'E-CB-MODE': (p) =>
    text(p, 'why') === 'customer-first'
      ? 'Les rappels où le client est appelé d’abord ne sont pas encore simulés. Prenez agentFirst, ou retirez mode.'
      : `Aucun agent ne sert « ${text(p, 'queue')} » : personne ne pourrait faire ses rappels (CB-09). Donnez-lui des agents.`,
  'E-CB-DIGIT': (p) =>
    `La touche pour choisir le rappel est toujours 1 (CB-04), et non ${text(p, 'digit')}. Retirez-la.`,
  'E-CB-RETRY': (p) =>
    text(p, 'unit') === 'length'
      ? `retryWait doit se trouver entre ${text(p, 'min')} et ${text(p, 'max')} (CB-20), et non valoir ${text(p, 'value')}.`
      : `maxAttempts est un nombre entier de ${text(p, 'min')} à ${text(p, 'max')}, et non ${text(p, 'value')}.`,
  'E-CB-NUMBER': (p) =>
    `${text(p, 'number')} ne peut pas appeler, donc pas s’afficher lors des rappels (CB-45). Mettez-lui mayCall: true, ou prenez-en un autre.`,
  'E-CAP-LIMIT': (p) =>
    text(p, 'unit') === 'above'
      ? `Les unités sont un nombre au-dessus de ${text(p, 'min')} et d’au plus ${text(p, 'max')}, et non ${text(p, 'value')}.`
      : `Une limite est un nombre entier de ${text(p, 'min')} à ${text(p, 'max')}, et non ${text(p, 'value')}.`,
  'E-CAP-MIX': (p) => `« ${text(p, 'workstream')} » demande des unités et des profils. N’en gardez qu’un.`,
  'E-PRES': presences,
  'E-RING': (p) =>
    `Un contact ${text(p, 'channel')} sonne entre ${text(p, 'min')} et ${text(p, 'max')}, et non ${text(p, 'value')}.`,
  'E-WRAP': wrapUp,
  'E-LEAST': (p) =>
    `leastActive regarde les appels et les conversations ; « ${text(p, 'queue')} » est une file records. Prenez highestCapacity ou roundRobin.`,
  'E-NUM-SHARED': (p) =>
    `${text(p, 'number')} est déjà le numéro du flux « ${text(p, 'workstream')} ». Chacun a le sien.`,
  'E-DIAL': (p) =>
    `« ${text(p, 'value')} » n’est pas un numéro de téléphone de 3 à 18 chiffres. Écrivez-le comme "+33123456789".`,
  'E-HOURS': hours,
  'W-CB-EWT': (p) =>
    `« ${text(p, 'queue')} » n’a pas d’attente estimée avant que ${text(p, 'samples')} contacts soient servis, et jusque-là averageWait n’est jamais vrai. Donnez ewtInitial pour l’attente du début.`,
  'W-CAP-MIX': (p) =>
    `« ${text(p, 'units')} » compte en unités, « ${text(p, 'profiles')} » en profils : les agents sont limités par les deux, chacun pour ses contacts.`,
  'W-EOD-VOICE': (p) =>
    `« ${text(p, 'profile')} » ne rend rien avant la fin de l’horaire : passé sa limite, un agent ne reçoit plus d’appel de « ${text(p, 'workstream')} » ce jour-là. Mettez reset: immediate si ce n’est pas voulu.`,
  'W-HOPS': (p) =>
    `Des contacts en attente peuvent tourner en rond : ${text(p, 'queues')}. Chacun est déplacé maxQueueHops fois, puis reste.`,
  'W-OV-HOURS': (p) =>
    `« ${text(p, 'queue')} » n’a pas d’heures d’ouverture, donc elle n’est jamais hors horaires. Donnez-lui \`hours\`, ou retirez la condition.`,
  'W-PRES-AWAY': (p) =>
    `away peut recevoir ici, mais une sonnerie manquée sur « ${text(p, 'queue')} » rend l’agent inactive (onMissed: ${text(p, 'onMissed')}), qui ne reçoit jamais rien.`,
  'W-TRACE': (p) => {
    const first =
      p['file'] === undefined
        ? `le premier est l’élément ${text(p, 'entry')}`
        : `le premier est à la ligne ${text(p, 'row')} de « ${text(p, 'file')} »`;
    return `${grouped(number(p, 'count'))} appels sur ${grouped(number(p, 'of'))} tombent hors de la journée ${text(p, 'day')} de « ${text(p, 'kind')} » et sont laissés de côté (${first}). Retirez-les, ou changez from et to.`;
  },
  'W-UNITS': (p) =>
    text(p, 'why') === 'above'
      ? `Un contact de « ${text(p, 'workstream')} » prend ${text(p, 'cost')} unités, mais aucun agent de ses files n’en a plus de ${text(p, 'units')} : personne ne pourrait le prendre.`
      : `${text(p, 'units')} unités ne sont pas un multiple des ${text(p, 'cost')} que prend un contact de « ${text(p, 'workstream')} » : le reste ne sert pas.`,
  'W-UNUSED': (p) =>
    `Rien ne renvoie ${thingWords[text(p, 'what')]?.to ?? `à ${text(p, 'what')}`} « ${text(p, 'name')} ».`,
};
