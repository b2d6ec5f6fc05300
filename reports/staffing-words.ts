/** The words of a staffing, by language; names of queues, groups and kinds of day stay as they are. */
import type { Language } from './words.ts';

export interface StaffingWords {
  readonly kind: string;
  readonly skip: string;
  readonly contents: string;
  readonly verdict: string;
  readonly heads: string;
  readonly result: string;
  readonly paste: string;
  readonly notes: string;
  readonly again: string;
  readonly table: string;
  readonly from: string;
  readonly atWorkNow: string;
  readonly erlangC: string;
  readonly erlangA: string;
  readonly needed: string;
  readonly plannedNow: string;
  readonly rostered: string;
  readonly hours: string;
  readonly total: string;
  readonly day: string;
  readonly seed: (seed: string) => string;
  readonly facts: (search: string, confirmation: string) => string;
  readonly group: (name: string, queues: string) => string;
  readonly ofKind: (kind: string) => string;
  readonly left: (group: string) => string;
  readonly confirmed: (confidence: string, days: string, seed: string, plan: string, most: string) => string;
  readonly notConfirmed: (open: string, cells: string, plans: number) => string;
  readonly outOfHeads: (open: string, cells: string, most: string) => string;
  readonly stopped: string;
  /** @param until when the warm-up ends */
  readonly untested: (until: string) => string;
  readonly nothing: string;
  /** Agents at work: net beside net. */
  readonly atWork: (needed: string, now: string) => string;
  /** Agents planned: gross beside gross. */
  readonly toRoster: (rostered: string, now: string) => string;
  /** With another shrinkage than the scenario's. */
  readonly rosteredOtherwise: (rostered: string, now: string) => string;
  readonly verdicts: Readonly<Record<'met' | 'missed' | 'unsure', string>>;
  readonly bounds: (confidence: string) => string;
  readonly chartSay: (group: string, needed: string, now: string) => string;
  readonly noteLines: (shrinkage: string | null) => readonly string[];
  readonly withoutTarget: (queues: string) => string;
  readonly pasteSay: string;
  /** @param own null: it differs between groups */
  readonly pasteShrinkage: (own: string | null, asked: string) => string;
}

const en: StaffingWords = {
  kind: 'Staffing',
  skip: 'Skip to the result',
  contents: 'Contents',
  verdict: 'Result',
  heads: 'Heads',
  result: 'What they give',
  paste: 'To paste into the scenario',
  notes: 'What the numbers are',
  again: 'The same again',
  table: 'Numbers',
  from: 'From',
  atWorkNow: 'At work now',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  needed: 'Needed',
  plannedNow: 'Planned now',
  rostered: 'Rostered',
  hours: 'Agent-hours',
  total: 'All groups',
  day: 'Whole day',
  seed: (seed) => `seed ${seed}`,
  facts: (search, confirmation) => `search on ${search} days, confirmation on ${confirmation} others or more`,
  group: (name, queues) => `${name} (${queues})`,
  ofKind: (kind) => `Days "${kind}"`,
  left: (group) => `${group} serves no queue with a target and is left as the scenario has it.`,
  confirmed: (confidence, days, seed, plan, most) =>
    `Confirmed: this plan meets every target in every interval and over the day, with ${confidence} confidence (${days} fresh days with seed ${seed}; plan ${plan} of at most ${most}).`,
  notConfirmed: (open, cells, plans) =>
    `Not confirmed: after ${plans} ${plans === 1 ? 'plan' : 'plans'}, not every value (target by interval and day) is shown to be good enough: ${open} of ${cells} open. More days (--days) tell more.`,
  outOfHeads: (open, cells, most) =>
    `Not confirmed: the search ran out of heads, with ${open} of ${cells} values (targets by interval and day) open. It tries so many at work at most: ${most}; agents then have time to spare, and more of them would hardly help. An easier target would; see what more heads cannot mend: rings missed, prompts, callers who do not wait at all.`,
  untested: (until) =>
    `Until ${until} the scenario warms up and nothing is measured: the heads of those intervals are not tested.`,
  stopped:
    'Stopped before a plan was confirmed. This is what the search had so far; it looks better on its own days than it is.',
  nothing: 'Stopped before anything was known.',
  atWork: (needed, now) => `At work: ${needed} agent-hours needed a day, ${now} now.`,
  toRoster: (rostered, now) => `With shrinkage: ${rostered} agent-hours to roster a day, ${now} planned now.`,
  rosteredOtherwise: (rostered, now) =>
    `With the shrinkage asked for: ${rostered} agent-hours to roster a day; ${now} planned now, with the scenario’s own shrinkage.`,
  verdicts: { met: 'met', missed: 'missed', unsure: 'not shown' },
  bounds: (confidence) => `± reaches to the bound of one test, one-sided at ${confidence}.`,
  chartSay: (group, needed, now) =>
    `${group} needs ${needed} agent-hours at work a day; the scenario has ${now} at work now.`,
  noteLines: (shrinkage) => [
    'Needed: agents at work, found by simulating the scenario with all its rules. The plan was chosen on the days of the search and looks better there than it is; only the fresh days of the confirmation count.',
    'Erlang C and A: the formulas for each queue and interval by itself, with the load that is carried over, added up for the groups that serve it. They know no shared agents, prompts, overflow or callbacks.',
    `Rostered: needed, divided by the share of rostered time at work${shrinkage === null ? '' : ` (shrinkage ${shrinkage})`}, rounded up. Who is away is taken as an average, not drawn: a run draws it anew each day, so the same heads give a little less there. At work now and planned now: what the scenario itself plans, its own shrinkage taken off or still in it.`,
    'Heads are wanted by interval: shifts that cover them are yours to find. A head costs the same in every group; one more goes to the group that serves the most queues in want, one less is tried first where a group serves the fewest.',
  ],
  withoutTarget: (queues) => `No target is about ${queues}: what agents have left goes there.`,
  pasteSay: 'In place of count, shifts or members of these groups:',
  pasteShrinkage: (own, asked) =>
    `These heads are for the scenario’s own shrinkage${own === null ? '' : ` (${own})`}, which a run takes off again; Rostered is for ${asked}.`,
};

const fr: StaffingWords = {
  kind: 'Effectifs',
  skip: 'Aller au résultat',
  contents: 'Sommaire',
  verdict: 'Résultat',
  heads: 'Effectifs',
  result: 'Ce qu’ils donnent',
  paste: 'À coller dans le scénario',
  notes: 'Ce que sont ces chiffres',
  again: 'Refaire le calcul',
  table: 'Chiffres',
  from: 'De',
  atWorkNow: 'Au travail',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  needed: 'Requis',
  plannedNow: 'Planifiés',
  rostered: 'À planifier',
  hours: 'Heures-agent',
  total: 'Tous les groupes',
  day: 'Journée entière',
  seed: (seed) => `graine ${seed}`,
  facts: (search, confirmation) =>
    `recherche sur ${search} jours, confirmation sur ${confirmation} autres ou plus`,
  group: (name, queues) => `${name} (${queues})`,
  ofKind: (kind) => `Jours « ${kind} »`,
  left: (group) => `${group} ne sert aucune file ayant un objectif et reste tel que le scénario le prévoit.`,
  confirmed: (confidence, days, seed, plan, most) =>
    `Confirmé : ce plan atteint tous les objectifs dans chaque intervalle et sur la journée, avec une confiance de ${confidence} (${days} jours nouveaux, graine ${seed} ; plan ${plan} sur ${most} au plus).`,
  notConfirmed: (open, cells, plans) =>
    `Non confirmé : après ${plans} ${plans === 1 ? 'plan' : 'plans'}, valeurs (objectifs par intervalle et par jour) non démontrées suffisantes : ${open} sur ${cells}. Plus de jours (--days) en disent plus.`,
  outOfHeads: (open, cells, most) =>
    `Non confirmé : la recherche est à court d’effectifs ; valeurs (objectifs par intervalle et par jour) non démontrées suffisantes : ${open} sur ${cells}. Au plus sont essayés au travail : ${most} ; les agents ont alors du temps libre, et davantage n’aiderait guère. Un objectif plus facile, si ; voyez ce que les effectifs ne changent pas : sonneries manquées, messages, appelants qui n’attendent pas du tout.`,
  untested: (until) =>
    `Jusqu’à ${until}, le scénario se met en régime et rien n’est mesuré : les effectifs de ces intervalles ne sont pas éprouvés.`,
  stopped:
    'Arrêté avant qu’un plan soit confirmé. Voici où en était la recherche ; sur ses propres jours il paraît meilleur qu’il n’est.',
  nothing: 'Arrêté avant de rien savoir.',
  atWork: (needed, now) => `Au travail : ${needed} heures-agent requises par jour, ${now} à présent.`,
  toRoster: (rostered, now) =>
    `Absences comprises : ${rostered} heures-agent à planifier par jour, ${now} planifiées à présent.`,
  rosteredOtherwise: (rostered, now) =>
    `Avec le shrinkage demandé : ${rostered} heures-agent à planifier par jour ; ${now} planifiées à présent, avec celui du scénario.`,
  verdicts: { met: 'atteint', missed: 'manqué', unsure: 'non démontré' },
  bounds: (confidence) => `± va jusqu’à la borne d’un test, unilatérale à ${confidence}.`,
  chartSay: (group, needed, now) =>
    `${group} requiert ${needed} heures-agent au travail par jour ; le scénario en a ${now} au travail à présent.`,
  noteLines: (shrinkage) => [
    'Requis : agents au travail, trouvés en simulant le scénario avec toutes ses règles. Le plan a été choisi sur les jours de la recherche et y paraît meilleur qu’il n’est ; seuls comptent les jours nouveaux de la confirmation.',
    'Erlang C et A : les formules pour chaque file et intervalle pris seuls, avec la charge reportée, additionnées pour les groupes qui les servent. Elles ignorent agents partagés, messages, débordements et rappels.',
    `À planifier : requis, divisés par la part du temps planifié passée au travail${shrinkage === null ? '' : ` (shrinkage ${shrinkage})`}, arrondis vers le haut. Les absences sont prises en moyenne, non tirées au sort : une simulation les tire chaque jour, et les mêmes effectifs y donnent un peu moins. Au travail, planifiés : ce que le scénario lui-même prévoit, son propre shrinkage déduit ou non.`,
    'Les effectifs sont requis par intervalle : les horaires qui les couvrent restent à trouver. Une personne coûte autant dans chaque groupe ; une de plus va au groupe qui sert le plus de files en défaut, une de moins est essayée d’abord là où un groupe en sert le moins.',
  ],
  withoutTarget: (queues) => `Aucun objectif ne concerne ${queues} : le temps qui reste aux agents y va.`,
  pasteSay: 'À la place de count, shifts ou members de ces groupes :',
  pasteShrinkage: (own, asked) =>
    `Ces effectifs valent pour le shrinkage du scénario${own === null ? '' : ` (${own})`}, qu’une simulation déduit à nouveau ; « À planifier » vaut pour ${asked}.`,
};

export const STAFFING_WORDS: Readonly<Record<Language, StaffingWords>> = { en, fr };
