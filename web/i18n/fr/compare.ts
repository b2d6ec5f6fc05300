/** French of the Compare view. */
export const compare = {
  'Open a scenario first: its variants are what is compared.':
    'Ouvrez d’abord un scénario : ce sont ses variantes que l’on compare.',
  'What is compared': 'Ce qui est comparé',
  'Side by side, at most four': 'Côte à côte, au plus quatre',
  '{0} days each': '{0} jours chacun',
  Baseline: 'Référence',
  'As tuned now': 'Réglage actuel',
  'These cannot be compared. {0}': 'Impossible de les comparer. {0}',
  'Comparing: {0} of {1} days': 'Comparaison : {0} jours sur {1}',
  'Stopped at {0} days': 'Arrêté à {0} jours',
  '{0} days each, the same simulated callers in all': '{0} jours chacun, les mêmes appelants simulés partout',
  'The choice has changed since: compare anew.': 'Le choix a changé depuis : relancez la comparaison.',
  'It takes two to compare. Move a threshold in the Tune view, or save what is tuned as a variant below and change it again.':
    'Il en faut deux pour comparer. Déplacez un seuil dans la vue Réglage, ou enregistrez ci-dessous le réglage actuel comme variante et changez-le encore.',
  'Run the comparison': 'Lancer la comparaison',
  'None of them surely meets the targets.': 'Aucune n’atteint sûrement les objectifs.',
  '{0} meets the targets.': '{0} atteint les objectifs.',
  '{0} meets the targets, for {1} a day less.': '{0} atteint les objectifs, pour {1} de moins par jour.',
  '{0} meets the targets, for {1} a day more.': '{0} atteint les objectifs, pour {1} de plus par jour.',
  'A target is missed by: {0}.': 'Manquent un objectif : {0}.',
  Variants: 'Variantes',
  'Measures of the variants side by side, with their half-widths':
    'Mesures des variantes côte à côte, avec leurs demi-largeurs',
  'the others are compared with it': 'les autres lui sont comparées',
  'another text': 'un autre texte',
  'the same settings': 'les mêmes réglages',
  '{0} and {1} more': '{0} et {1} autres',
  '{0} against {1}': '{0} face à {1}',
  'Nothing moved beyond chance.': 'Rien n’a bougé au-delà du hasard.',
  exact: 'exact',
  '{0} to {1}': '{0} à {1}',
} as const;
