/** French of the report view. */
export const report = {
  Report: 'Rapport',
  Print: 'Imprimer',
  'The same on the command line': 'La même chose en ligne de commande',
  'Save the scenario as scenario.yaml first (view Scenario, Save): the numbers are the same to the last digit.':
    'Enregistrez d’abord le scénario sous scenario.yaml (vue Scénario, Enregistrer) : les chiffres sont les mêmes jusqu’au dernier.',
  Contents: 'Sommaire',
  'Try again': 'Réessayer',
  'Nothing has been simulated yet: open a scenario first.':
    'Rien n’est encore simulé : ouvrez d’abord un scénario.',
  'To the library': 'Vers la bibliothèque',
  'Nothing has been simulated yet.': 'Rien n’est encore simulé.',
  Simulate: 'Simuler',
  'Simulating the first days.': 'Simulation des premiers jours.',
  'The scenario has errors: this is the report of the last good one.':
    'Le scénario a des erreurs : voici le rapport du dernier valable.',
  'Out of date: the settings have changed, computing again.':
    'Dépassé : les réglages ont changé, nouveau calcul.',
  'Made of {0} days; {1} are simulated by now.': 'Fait de {0} jours ; {1} sont simulés à présent.',
  Refresh: 'Actualiser',
  'Download {0}': 'Télécharger {0}',
  'The report could not be made: the worker does not answer.':
    'Le rapport n’a pas pu être fait : le moteur ne répond pas.',
  'Copied.': 'Copié.',
  'The browser does not let this page copy: select the line and copy it.':
    'Le navigateur n’autorise pas la copie : sélectionnez la ligne et copiez-la.',
  'One simulated day': 'Un jour simulé',
  '{0} simulated days': '{0} jours simulés',
  'seed {0}': 'graine {0}',
} as const;
