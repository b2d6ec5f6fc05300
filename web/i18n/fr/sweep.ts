/** French of the Sweep view. */
export const sweep = {
  'Open a scenario first: its thresholds are what is swept.':
    'Ouvrez d’abord un scénario : ce sont ses seuils que l’on balaie.',
  'What is swept': 'Ce qui est balayé',
  'There is no threshold to vary in this scenario.': 'Ce scénario n’a aucun seuil à faire varier.',
  'and a second threshold': 'et un second seuil',
  'Service level, at least': 'Niveau de service, au moins',
  'Abandonment, at most': 'Abandons, au plus',
  'Days each': 'Jours par réglage',
  '1 setting': '1 réglage',
  '{0} settings': '{0} réglages',
  '{0}: {1}': '{0} : {1}',
  'Run the sweep': 'Lancer le balayage',
  'Sweep anew': 'Relancer le balayage',
  Vary: 'Faire varier',
  and: 'et',
  'nothing else': 'rien d’autre',
  from: 'de',
  to: 'à',
  by: 'par',
  'A sweep goes over numbers of 0 and more.': 'Un balayage parcourt des nombres à partir de 0.',
  'A target lies between 0 and 100%; leave it empty for none.':
    'Un objectif est entre 0 et 100 % ; laissez vide s’il n’y en a pas.',
  'Days are a whole number from 2 to 10,000: one day has no interval.':
    'Les jours sont un nombre entier de 2 à 10 000 : un seul jour n’a pas d’intervalle.',
  'Say at least one target.': 'Donnez au moins un objectif.',
  'At most 400 settings: take larger steps.': 'Au plus 400 réglages : prenez des pas plus grands.',
  'the end comes after the beginning.': 'la fin vient après le début.',
  'the step is more than 0.': 'le pas est supérieur à 0.',
  'allowed is {0} to {1}.': 'permis de {0} à {1}.',
  'too many steps: take larger ones.': 'trop de pas : prenez-les plus grands.',
  'Cheapest setting that meets the targets': 'Réglage le moins cher qui atteint les objectifs',
  'Nearest setting that meets the targets': 'Réglage le plus proche qui atteint les objectifs',
  'Nearest to what runs now and meets the targets: {0}.':
    'Le plus proche du réglage actuel qui atteint les objectifs : {0}.',
  'The setting chosen': 'Le réglage choisi',
  'Agent hours planned': 'Heures d’agent planifiées',
  'Staffing cost': 'Coût du personnel',
  'Load this setting': 'Charger ce réglage',
  'Add to compare': 'Ajouter à la comparaison',
  '{0} simulated days per setting. More days would narrow the intervals.':
    '{0} jours simulés par réglage. Plus de jours resserreraient les intervalles.',
  'How sure: at least {0} that the targets hold, from {1} simulated days per setting. Load it and refine to be surer.':
    'Certitude : au moins {0} que les objectifs tiennent, sur {1} jours simulés par réglage. Chargez-le et affinez pour être plus sûr.',
  'One step away': 'À un pas',
  'same cost': 'même coût',
  'Every setting': 'Tous les réglages',
  Met: 'Atteint',
  Missed: 'Manqué',
  Unsure: 'Incertain',
  'Sweeping: {0} of {1} days': 'Balayage : {0} jours sur {1}',
  'Stopped at {0} days of {1} settings': 'Arrêté à {0} jours de {1} réglages',
  '{0} settings, {1} days each': '{0} réglages, {1} jours chacun',
  Stop: 'Arrêter',
  'The scenario has changed since: sweep anew.': 'Le scénario a changé depuis : relancez le balayage.',
  'Days simulated': 'Jours simulés',
  'Choose one or two thresholds. Every setting is simulated with the same callers, so that neighbours can be told apart; the cheapest one that meets the targets stands here, with how sure that is.':
    'Choisissez un ou deux seuils. Chaque réglage est simulé avec les mêmes appelants, pour distinguer des voisins ; le moins cher qui atteint les objectifs s’affiche ici, avec sa certitude.',
  'No setting surely meets the targets yet: more days would tell the close ones apart.':
    'Aucun réglage n’atteint sûrement les objectifs pour l’instant : plus de jours départageraient les plus proches.',
  'The answer stands here when all days are simulated.':
    'La réponse s’affiche ici une fois tous les jours simulés.',
  'No setting of this sweep meets the targets.': 'Aucun réglage de ce balayage n’atteint les objectifs.',
  'The cheapest setting that meets the targets: {0}.':
    'Le réglage le moins cher qui atteint les objectifs : {0}.',
  'The cheapest setting that meets the targets: {0}, at {1} a day.':
    'Le réglage le moins cher qui atteint les objectifs : {0}, à {1} par jour.',
  '{0} settings meet the targets, {1} miss one, {2} are too close to call.':
    '{0} réglages atteignent les objectifs, {1} en manquent un, {2} sont trop proches pour trancher.',
  'The sweep was not made. {0}': 'Le balayage n’a pas été fait. {0}',
  'The setting is loaded.': 'Le réglage est chargé.',
  '"{0}" is now one of the variants.': '« {0} » est maintenant une des variantes.',
} as const;
