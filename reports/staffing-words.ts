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
  readonly now: string;
  readonly erlangC: string;
  readonly erlangA: string;
  readonly needed: string;
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
  readonly notConfirmed: (open: string, cells: string, plans: string) => string;
  readonly stopped: string;
  readonly nothing: string;
  readonly saved: (needed: string, now: string) => string;
  readonly verdicts: Readonly<Record<'met' | 'missed' | 'unsure', string>>;
  readonly bounds: (confidence: string) => string;
  readonly chartSay: (group: string, needed: string, now: string) => string;
  readonly noteLines: (shrinkage: string | null) => readonly string[];
  readonly withoutTarget: (queues: string) => string;
  readonly pasteSay: string;
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
  now: 'Now',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  needed: 'Needed',
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
    `Not confirmed: after ${plans} plans ${open} of ${cells} values (targets by interval and day) not shown to be good enough. More days (--days) tell more.`,
  stopped:
    'Stopped before a plan was confirmed. This is what the search had so far; it looks better on its own days than it is.',
  nothing: 'Stopped before anything was known.',
  saved: (needed, now) => `${needed} agent-hours needed a day; the scenario has ${now} now.`,
  verdicts: { met: 'met', missed: 'missed', unsure: 'not shown' },
  bounds: (confidence) => `± reaches to the bound of one test, one-sided at ${confidence}.`,
  chartSay: (group, needed, now) => `${group} needs ${needed} agent-hours a day; the scenario has ${now}.`,
  noteLines: (shrinkage) => [
    'Needed: agents at work, found by simulating the scenario with all its rules. The plan was chosen on the days of the search and looks better there than it is; only the fresh days of the confirmation count.',
    'Erlang C and A: the formulas for each queue and interval by itself, with the load that is carried over, added up for the groups that serve it. They know no shared agents, prompts, overflow or callbacks.',
    `Rostered: needed, divided by the share of rostered time at work${shrinkage === null ? '' : ` (shrinkage ${shrinkage})`}, rounded up. Who is away is taken as an average, not drawn.`,
    'Heads are wanted by interval: shifts that cover them are yours to find. A head costs the same in every group; one more goes to the group that serves the most queues in want, one less is tried first where a group serves the fewest.',
  ],
  withoutTarget: (queues) => `No target is about ${queues}: what agents have left goes there.`,
  pasteSay: 'In place of count, shifts or members of these groups:',
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
  now: 'Prévus',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  needed: 'Requis',
  rostered: 'Planifiés',
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
    `Non confirmé : après ${plans} plans, valeurs (objectifs par intervalle et par jour) non démontrées suffisantes : ${open} sur ${cells}. Plus de jours (--days) en disent plus.`,
  stopped:
    'Arrêté avant qu’un plan soit confirmé. Voici où en était la recherche ; sur ses propres jours il paraît meilleur qu’il n’est.',
  nothing: 'Arrêté avant de rien savoir.',
  saved: (needed, now) => `${needed} heures-agent requises par jour ; le scénario en prévoit ${now}.`,
  verdicts: { met: 'atteint', missed: 'manqué', unsure: 'non démontré' },
  bounds: (confidence) => `± va jusqu’à la borne d’un test, unilatérale à ${confidence}.`,
  chartSay: (group, needed, now) =>
    `${group} requiert ${needed} heures-agent par jour ; le scénario en prévoit ${now}.`,
  noteLines: (shrinkage) => [
    'Requis : agents au travail, trouvés en simulant le scénario avec toutes ses règles. Le plan a été choisi sur les jours de la recherche et y paraît meilleur qu’il n’est ; seuls comptent les jours nouveaux de la confirmation.',
    'Erlang C et A : les formules pour chaque file et intervalle pris seuls, avec la charge reportée, additionnées pour les groupes qui les servent. Elles ignorent agents partagés, messages, débordements et rappels.',
    `Planifiés : requis, divisés par la part du temps planifié passée au travail${shrinkage === null ? '' : ` (shrinkage ${shrinkage})`}, arrondis vers le haut. Les absences sont prises en moyenne, non tirées au sort.`,
    'Les effectifs sont requis par intervalle : les horaires qui les couvrent restent à trouver. Une personne coûte autant dans chaque groupe ; une de plus va au groupe qui sert le plus de files en défaut, une de moins est essayée d’abord là où un groupe en sert le moins.',
  ],
  withoutTarget: (queues) => `Aucun objectif ne concerne ${queues} : le temps qui reste aux agents y va.`,
  pasteSay: 'À la place de count, shifts ou members de ces groupes :',
};

export const STAFFING_WORDS: Readonly<Record<Language, StaffingWords>> = { en, fr };
