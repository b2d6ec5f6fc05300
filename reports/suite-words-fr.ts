/** The words of a check in French; see suite-words.ts. */
import type { SuiteWords } from './suite-words.ts';

const plural = (count: number, one: string, more: string): string => `${count} ${count < 2 ? one : more}`;

export const frenchSuite: SuiteWords = {
  locale: 'fr-FR',
  kind: 'Suite',
  title: 'Ce qui était attendu, et ce qui est',
  skip: 'Aller au résultat',
  contents: 'Sommaire',
  summary: 'Résultat',
  counted: (expectations, suites) =>
    `${plural(expectations, 'attente', 'attentes')} dans ${plural(suites, 'suite', 'suites')}`,
  suites: (count) => plural(count, 'suite', 'suites'),
  shard: (index, of) => `part ${index} sur ${of}`,
  passed: 'réussi',
  failed: 'échoué',
  seed: 'graine',
  days: (written, count) => (count < 2 ? `${written} jour` : `${written} jours`),
  headings: {
    suite: 'suite',
    expectation: 'indicateur',
    value: 'valeur',
    expected: 'attendu',
    days: 'jours',
    verdict: 'verdict',
  },
  verdict: { pass: 'tenu', fail: 'NON TENU', undecided: 'INDÉCIS' },
  why: {
    tooClose: (days, most) =>
      `encore trop près d’une borne après ${days} jours (la limite est de ${most}) : élargir les bornes ou relever --days-at-most`,
    noValue: (days) => `rien à mesurer en ${days} jours`,
    noInterval: (days) => `trop peu des ${days} jours avaient quelque chose à mesurer`,
    stopped: (days) => `interrompu après ${days} jours`,
  },
  between: (low, high) => `de ${low} à ${high}`,
  exactly: (value) => `exactement ${value}`,
  inTotal: 'au total',
  tally: {
    pass: (count) => plural(count, 'tenue', 'tenues'),
    fail: (count) => plural(count, 'non tenue', 'non tenues'),
    undecided: (count) => plural(count, 'indécise', 'indécises'),
  },
  recorded: (baselines) => plural(baselines, 'référence enregistrée', 'références enregistrées'),
  unchecked: (expectations) => plural(expectations, 'attente non contrôlée', 'attentes non contrôlées'),
  whyUnchecked: 'Un enregistrement ne décide rien : contrôler ensuite sans --record.',
  falseAlarm: (chance, expectations) =>
    expectations < 2
      ? `Le risque d’une fausse alerte est d’au plus ${chance}, tous les contrôles compris.`
      : `Le risque d’une fausse alerte est d’au plus ${chance}, pour les ${expectations} attentes ensemble et tous leurs contrôles.`,
  intervals:
    'Un verdict demande tout l’intervalle à l’intérieur, ou tout à l’extérieur, des bornes. ± est la moitié de cet intervalle : plus large que celui à 95 %, pour que le risque vaille pour toute la suite.',
  nothing: 'Aucune attente ici.',
  behaviour: 'référence',
  baseline: {
    same: 'même comportement',
    changed: 'comportement changé, chiffres dans le hasard',
    moved: 'chiffres changés',
    missing: 'aucune référence enregistrée',
    recorded: 'enregistré',
    stopped: 'interrompu',
  },
  baselinesFailed: (failed, of) =>
    `${failed} sur ${plural(of, 'référence', 'références')} ${failed < 2 ? 'n’est pas' : 'ne sont pas'} comme enregistré`,
  commands: (written, days) => `${written} commandes en ${days}`,
  otherVersion: (version) => `enregistré par tandem ${version}`,
  otherLuck: 'la suite demande maintenant une autre graine : comparé avec celle de l’enregistrement',
  scenarioChanged: 'le scénario n’est pas celui de l’enregistrement',
  noBaseline: 'l’enregistrer avec --record',
  differing: (differing, days) => `${differing} sur ${days} ${differing < 2 ? 'diffère' : 'diffèrent'}`,
  firstDiffers: (day) => `la première décision qui diffère est au jour ${day} :`,
  before: 'avant',
  was: 'était',
  is: 'est',
  nothingMore: 'plus rien ce jour-là',
  notKept: 'l’ancienne décision n’a pas été gardée : l’enregistrement ne tient que les premiers jours',
  notSeen: 'par leurs noms, toutes les décisions sont les mêmes : agents ou groupes sont numérotés autrement',
  replayed: 'l’ancienne décision est du scénario enregistré, rejoué par cette version',
  moved: 'changé',
  movedHeadings: { what: 'chiffre', was: 'était', is: 'est', difference: 'différence' },
  recordAgain:
    'Si c’est voulu, enregistrer à nouveau avec --record ; --allow-behaviour laisse passer un changement qui ne change aucun chiffre.',
};
