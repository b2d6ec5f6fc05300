/**
 * The sentence of a warning in the reader's language. The report has it in English; in French it is made of its code and parameters.
 * A code that is not here yet is said in English: better that than not at all.
 */
import { formatSeconds, numbersOf } from './format.ts';
import type { ReportWarning } from './schema.ts';
import { french } from './words-fr.ts';
import type { Language } from './words.ts';

export function warningText({ code, text, parameters }: ReportWarning, language: Language): string {
  if (language === 'en') return text;
  return FRENCH[code]?.(new Parameters(parameters)) ?? text;
}

/** Parameters as French writes them. */
class Parameters {
  readonly #of: ReportWarning['parameters'];
  readonly #numbers = numbersOf(french.locale);

  constructor(parameters: ReportWarning['parameters']) {
    this.#of = parameters;
  }

  has(name: string): boolean {
    return this.#of[name] !== undefined;
  }

  text(name: string): string {
    return String(this.#of[name] ?? '');
  }

  number(name: string): number {
    return Number(this.#of[name] ?? Number.NaN);
  }

  whole(name: string): string {
    return this.#numbers.plain(this.number(name), 0);
  }

  /** "0,33" a day, and "536". */
  perDay(name: string): string {
    const value = this.number(name);
    return this.#numbers.plain(value, value >= 10 ? 0 : value >= 1 ? 1 : 2);
  }

  decimal(name: string): string {
    return this.#numbers.plain(this.number(name), 2);
  }

  percent(name: string): string {
    return `${this.#numbers.plain(100 * this.number(name), 1)} %`;
  }

  /** A half-width in the unit of its KPI. */
  width(name: string): string {
    const value = this.number(name);
    switch (this.text('unit')) {
      case 'share':
        return `±${this.#numbers.plain(100 * value, 2)} points`;
      case 'time':
        return `±${formatSeconds(this.#numbers, value)}`;
      default:
        return `±${this.#numbers.plain(value, 2)}`;
    }
  }
}

const THINGS: Readonly<Record<string, string>> = {
  queues: 'à la file',
  agents: 'au groupe d’agents',
  workstreams: 'au flux',
  demand: 'à la demande',
  shifts: 'à l’horaire',
  kinds: 'au type de jour',
  hours: 'aux heures d’ouverture',
  sites: 'au site',
  capacityProfiles: 'au profil de capacité',
  callbackProfiles: 'au profil de rappel',
  numbers: 'au numéro',
};

/** Nothing refers "to" it: the preposition takes the gender of what follows. */
const toThe = (p: Parameters): string => `${THINGS[p.text('what')] ?? 'à'} « ${p.text('name')} »`;

const FRENCH: Readonly<Record<string, (p: Parameters) => string>> = {
  interrupted: (p) =>
    `Interrompu après ${p.whole('simulated')} jours sur ${p.whole('asked')} ; les chiffres portent sur ces jours.`,
  'no-days': () => 'Aucun jour n’a été simulé.',
  'one-day': (p) =>
    `${p.has('pairs') ? 'Une seule paire de jours' : p.number('blockDays') > 1 ? 'Un seul bloc de jours' : 'Un seul jour'} ne dit rien du hasard : il n’y a pas d’intervalles. Simulez plus de jours.`,
  'few-days': (p) =>
    `${p.whole('n')} ${p.has('pairs') ? 'paires de jours' : p.number('blockDays') > 1 ? 'blocs de jours' : 'jours'} ne donnent que des intervalles grossiers ; mieux vaut ${p.whole('enough')} ou plus.`,
  'kind-once': (p) =>
    `Le type de jour « ${p.text('kind')} » n’est venu qu’une fois : ses chiffres n’ont pas d’intervalle.`,
  'no-intervals': () => 'Trop de files et d’intervalles : seul l’ensemble est donné par intervalle.',
  'waiting-at-end': (p) =>
    `${p.perDay('perDay')} appelants par jour attendaient encore quand le jour a fini.`,
  'callbacks-open': (p) => `${p.perDay('perDay')} rappels par jour étaient encore dus quand le jour a fini.`,
  'queue-without-agents': (p) =>
    `${p.perDay('perDay')} appels par jour ont été clos aussitôt dans « ${p.text('queue')} », car aucun agent ne sert cette file ; ils ne comptent pas parmi les présentés.`,
  precision: (p) =>
    `${p.text('kpi')} ${p.has('reached') ? `n’est connu qu’à ${p.width('reached')} près` : 'n’a pas d’intervalle'} après tous les jours ; ${p.width('asked')} étaient demandés. Plus de jours resserreraient l’intervalle.`,
  'blocks-correlated': (p) =>
    `Les blocs de jours tiennent encore l’un à l’autre (corrélation des voisins : ${p.decimal('correlation')}) : les intervalles sont trop étroits. Simulez plus de jours, les blocs s’allongeront.`,
  'warm-up-unclear': () =>
    'Le jour est trop court pour dire quand finit la mise en route ; celle du scénario vaut. Allongez les jours.',
  'precision-relative': (p) =>
    `${p.text('kpi')} ${p.has('reached') ? `n’est connu qu’à ±${p.percent('reached')} de sa valeur près` : 'n’a pas d’intervalle'} après tous les jours ; ±${p.percent('asked')} étaient demandés. Plus de jours resserreraient l’intervalle.`,

  'W-CB-EWT': (p) =>
    `« ${p.text('queue')} » n’a pas d’attente estimée avant ${p.text('samples')} contacts servis, et d’ici là averageWait ne vaut jamais. Donnez-lui ewtInitial pour l’attente du début.`,
  'W-CAP-MIX': (p) =>
    `« ${p.text('units')} » compte en unités, « ${p.text('profiles')} » en profils : les agents sont limités par les deux, chacun pour ses contacts.`,
  'W-EOD-VOICE': (p) =>
    `« ${p.text('profile')} » ne rend rien avant la fin de l’horaire : passé sa limite, un agent ne reçoit plus d’appels de « ${p.text('workstream')} » ce jour-là. Mettez reset: immediate si ce n’est pas voulu.`,
  'W-HOPS': (p) =>
    `Des contacts en attente peuvent tourner en rond : ${p.text('queues')}. Chacun change de file autant de fois que le permet \`maxQueueHops\`, puis reste.`,
  'W-OV-HOURS': (p) =>
    `« ${p.text('queue')} » n’a pas d’heures d’ouverture, elle n’est donc jamais hors horaires. Donnez-lui hours, ou retirez la condition.`,
  'W-PRES-AWAY': (p) =>
    `Away est servi ici, mais une sonnerie manquée dans « ${p.text('queue')} » rend l’agent inactif (onMissed: ${p.text('onMissed')}), ce qui n’est jamais servi.`,
  'W-TRACE': (p) =>
    `${p.whole('count')} appels sur ${p.whole('of')} tombent hors du jour ${p.text('day')} de « ${p.text('kind')} » et sont écartés (le premier : ${p.has('file') ? `ligne ${p.text('row')} de « ${p.text('file')} »` : `entrée ${p.text('entry')}`}). Retirez-les, ou changez from et to.`,
  'W-UNITS': (p) =>
    p.text('why') === 'above'
      ? `Un contact de « ${p.text('workstream')} » prend ${p.text('cost')} unités, mais aucun agent de ses files n’en a plus de ${p.text('units')} : personne ne pourrait le prendre.`
      : `${p.text('units')} unités ne sont pas un multiple des ${p.text('cost')} que prend un contact de « ${p.text('workstream')} » : le reste ne sert pas.`,
  'W-UNUSED': (p) => `Rien ne renvoie ${toThe(p)}.`,
};
