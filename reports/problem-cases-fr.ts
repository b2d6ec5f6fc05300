/**
 * The words of problems in French, in the terms of web/i18n/glossary.md, and the sentences of those that come in several cases. The
 * others stand in problem-text-fr.ts. What one writes into a scenario (keys, units, `80%`) stays as it is written there.
 */
import { choicesWith, groupedWith, number, text } from './problem-params.ts';
import type { Params } from './problem-params.ts';

export const choices = (params: Params, key: string): string => choicesWith(params, key, 'ou');
export const grouped = (value: number): string => groupedWith(value, '\u202f');
export const counted = (value: number, one: string, more = `${one}s`): string =>
  `${grouped(value)} ${value < 2 ? one : more}`;

export function didYouMean(params: Params): string {
  return params['nearest'] === undefined ? '' : ` Vouliez-vous dire « ${text(params, 'nearest')} » ?`;
}

export const expectedWords: Readonly<Record<string, string>> = {
  length: 'une durée comme 30s, 4m10s, 8h30 ou 7d (un nombre seul compte des secondes)',
  clock: 'une heure comme 08:00',
  share: 'une part comme 80% ou 0.8',
  percent: 'un pourcentage comme 60%',
  number: 'un nombre',
  whole: 'un nombre entier',
  text: 'un texte',
  name: 'un nom',
  date: 'une date comme 2026-12-25',
  map: 'un groupe de réglages (clé: valeur)',
  list: 'une liste comme [1, 2, 3]',
  flag: 'true ou false',
  law: 'une durée comme 3m, ou une loi comme { exponential: { mean: 3m } }',
  telephone: 'un numéro de téléphone comme "+33123456789"',
  currency: 'un code de monnaie en trois capitales, comme EUR',
  range: 'des heures d’ouverture comme 08:00-18:00',
};

export const foundWords: Readonly<Record<string, string>> = {
  nothing: 'rien',
  'nothing to read': 'rien à lire',
  list: 'une liste',
  map: 'un groupe de réglages',
  text: 'un texte',
  flag: 'true ou false',
  number: 'un nombre',
};

/** After "il n'y a pas", and after "rien ne renvoie". */
export const thingWords: Readonly<Record<string, { readonly none: string; readonly to: string }>> = {
  queues: { none: 'de file', to: 'à la file' },
  agents: { none: 'de groupe d’agents', to: 'au groupe d’agents' },
  workstreams: { none: 'de flux', to: 'au flux' },
  demand: { none: 'de demande', to: 'à la demande' },
  shifts: { none: 'd’horaire', to: 'à l’horaire' },
  kinds: { none: 'de type de jour', to: 'au type de jour' },
  hours: { none: 'd’heures d’ouverture', to: 'aux heures d’ouverture' },
  sites: { none: 'de site', to: 'au site' },
  capacityProfiles: { none: 'de profil de capacité', to: 'au profil de capacité' },
  callbackProfiles: { none: 'de profil de rappel', to: 'au profil de rappel' },
  numbers: { none: 'de numéro de téléphone', to: 'au numéro de téléphone' },
  kpis: { none: 'd’indicateur', to: 'à l’indicateur' },
};

export const limitWords: Readonly<Record<string, string>> = {
  queues: 'files',
  kinds: 'types de jour',
  demands: 'demandes',
  agents: 'agents',
  memberships: 'appartenances (agents fois leurs files)',
  intervals: 'intervalles par jour',
  calls: 'appels par jour',
  callsInAll: 'appels en tout',
  workClasses: 'sortes de travail différentes (canal, unités ou profils, présences)',
};

/** Ends of a range that the engine counts in words. */
const signs = (end: string): string =>
  end.replace(/characters?/, (word) => (word === 'character' ? 'signe' : 'signes'));

export function range(params: Params): string {
  const [value, min, max] = [text(params, 'value'), text(params, 'min'), text(params, 'max')];
  switch (text(params, 'unit')) {
    case 'whole':
      return `${value} n’est pas un nombre entier de ${min} à ${max}.`;
    case 'above':
      return `${value} doit être plus grand que ${min} et au plus ${max}.`;
    case 'between':
      return `${value} doit se trouver entre ${min} et ${max}, bornes exclues.`;
    case 'sum':
      return `Les parts font ${value} au total ; ensemble elles ne peuvent dépasser 100%.`;
    case 'order':
      return `La borne basse ${value} est au-dessus de la borne haute ${max}. Écrivez la plus basse d’abord.`;
    case 'length':
      return `${value} doit se trouver entre ${min} et ${max}. Écrivez l’unité : 30s, 5m, 2h, 7d.`;
    case 'share':
      return `${value} doit se trouver entre ${min} et ${max}. Écrivez 80% ou 0.8.`;
    case 'text':
      return `« ${signs(value)} » doit avoir de ${signs(min)} à ${signs(max)}.`;
    default:
      return min === '' && max === ''
        ? `${value} n’est pas un nombre utilisable ici.`
        : `${value} doit se trouver entre ${min} et ${max}.`;
  }
}

export function syntax(params: Params): string {
  // The reader of YAML speaks English only.
  const detail = text(params, 'detail').replace(/\.$/, '');
  return `Ceci n’est pas du YAML (ni du JSON) : « ${detail} ». Vérifiez à cet endroit l’indentation, les deux-points et les crochets.`;
}

export function namedFile(params: Params): string {
  const file = `« ${text(params, 'file')} »`;
  switch (text(params, 'why')) {
    case 'column':
      return `${file} n’a pas de colonne « ${text(params, 'column')} ».${didYouMean(params)} Il a : ${text(params, 'columns')}.`;
    case 'empty':
      return `${file} a un en-tête, mais aucune ligne en dessous.`;
    case 'large':
      return `${file} est trop gros. Réduisez-le à ce dont le scénario a besoin.`;
    case 'value':
      return `${file}, ligne ${text(params, 'row')}, colonne « ${text(params, 'column')} » : « ${text(params, 'value')} » est illisible. Corrigez cette ligne ou retirez-la.`;
    case 'calls':
      return `${file} contient ${grouped(number(params, 'value'))} appels attendus par jour ; on en simule au plus ${grouped(number(params, 'limit'))}.`;
    case 'length':
      return `${file} a ${counted(number(params, 'found'), 'ligne')} ; la journée a ${counted(number(params, 'limit'), 'intervalle')}.`;
    default:
      return `Il n’y a pas de fichier ${file} à côté du scénario. Mettez-l’y, ou corrigez le nom.`;
  }
}

export function count(params: Params): string {
  const [found, min, max] = [number(params, 'found'), number(params, 'min'), number(params, 'max')];
  if (text(params, 'what') === 'agents') {
    return `Les horaires comptent ${counted(found, 'agent')}, count en dit ${min}. Retirez count, ou mettez-les d’accord.`;
  }
  if (text(params, 'what') === 'intervals') {
    return `La journée « ${text(params, 'kind')} » a ${counted(min, 'intervalle')} de ${text(params, 'every')}, la liste a ${counted(found, 'nombre')}. Donnez un nombre à chacun, ou réglez \`every\`.`;
  }
  return min === max
    ? `La liste a ${counted(found, 'élément')} ; il en faut ${min}.`
    : `La liste a ${counted(found, 'élément')} ; elle en prend de ${min} à ${grouped(max)}.`;
}

export function oneOf(params: Params): string {
  const found = params['found'];
  // Pairs of keys that go together: "mean and cv".
  const options = choices(params, 'options').replaceAll(' and ', ' et ');
  return Array.isArray(found) && found.length > 1
    ? `${found.join(' et ')} s’excluent. N’en gardez qu’un.`
    : `Dites exactement l’un de ceux-ci : ${options}.`;
}

export function law(params: Params): string {
  switch (text(params, 'why')) {
    case 'p90':
      return `Le 90ᵉ centile doit être au-dessus de la médiane ${text(params, 'median')}.`;
    case 'weights':
      return 'Tous les poids sont à 0. Donnez-en un au-dessus de 0 à l’un d’eux au moins.';
    default:
      return `Les bornes de la loi ${text(params, 'law')} ne sont pas dans l’ordre. Écrivez la plus petite durée d’abord.`;
  }
}

export function overflowAction(params: Params): string {
  const [condition, channel] = [text(params, 'condition'), text(params, 'channel')];
  switch (text(params, 'why')) {
    case 'rule':
      return `${condition} relève de la file, non d’une règle (OV-10). Déplacez la condition dans la liste overflow de la file.`;
    case 'condition':
      return `Une file ${channel} ne connaît pas la condition ${condition} (OV-03). Retirez-la.`;
    default:
      return `${text(params, 'action')} ne peut pas suivre ${condition} sur une file ${channel} (OV-18, OV-21). Prenez ${choices(params, 'options')}.`;
  }
}

export function overflowKind(params: Params): string {
  const queue = `« ${text(params, 'queue')} »`;
  return text(params, 'why') === 'no-members'
    ? `Aucun agent ne sert la file ${queue} : les contacts envoyés là seraient clos (RT-08). Donnez-lui des agents, ou choisissez une autre file.`
    : `${queue} est une file ${text(params, 'found')} ; les contacts ${text(params, 'channel')} ne peuvent y aller (RT-07). Choisissez une file ${text(params, 'channel')}.`;
}

export function split(params: Params): string {
  switch (text(params, 'why')) {
    case 'sum':
      return `Les pourcentages font ${text(params, 'found')} au total, et non 100.`;
    case 'twice':
      return 'La répartition nomme deux fois une file. Additionnez ses pourcentages.';
    default:
      return `Une répartition a deux à cinq files, celle-ci en a ${text(params, 'found')} (RT-06).`;
  }
}

export function fallback(params: Params): string {
  return text(params, 'why') === 'missing'
    ? 'Le flux n’a pas de file de repli. Nommez-en une par `fallback:` pour les contacts qu’aucune règle ne prend (RT-05).'
    : `La file de repli « ${text(params, 'queue')} » est de canal ${text(params, 'found')}, le flux de canal ${text(params, 'channel')}. Choisissez une file ${text(params, 'channel')}.`;
}

export function presences(params: Params): string {
  switch (text(params, 'why')) {
    case 'empty':
      return 'Aucune présence n’est permise : personne ne recevrait jamais rien. Mettez au moins `available`.';
    case 'inactive':
      return 'inactive ne reçoit jamais rien (PR-01). Retirez-le.';
    default:
      return `dnd est permis ici, mais « ${text(params, 'queue')} » met en dnd les agents qui refusent (onReject). Changez l’un des deux.`;
  }
}

export function hours(params: Params): string {
  const hoursText = text(params, 'range');
  switch (text(params, 'why')) {
    case 'zone':
      return `« ${text(params, 'zone')} » n’est pas un fuseau horaire. Prenez un nom IANA comme Europe/Paris, ou UTC.`;
    case 'overlap':
      return `${hoursText} recouvre ${text(params, 'other')} le même jour. Réunissez-les, ou déplacez-en un.`;
    case 'late':
      return `${hoursText} commence le lendemain. Écrivez-le à ce jour-là.`;
    default:
      return `${hoursText === '' ? 'Cela' : hoursText} finit au moment de commencer. Pour un jour entier, écrivez 00:00-24:00 ; une fin avant le début vaut pour le lendemain.`;
  }
}

export function wrapUp(params: Params): string {
  switch (text(params, 'why')) {
    case 'no-reason':
      return 'Le post-appel demande au moins un motif (WU-07). Sans la liste, il y en a un d’office.';
    case 'no-default':
      return `Le motif par défaut « ${text(params, 'reason')} » n’est pas parmi les motifs : ${text(params, 'reasons')}.`;
    default:
      return `wrapBlock vaut always, none, ou une durée de ${text(params, 'min')} à ${text(params, 'max')} ; ${text(params, 'value')} n’est rien de cela.`;
  }
}
