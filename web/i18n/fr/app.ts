/** French of the shell: bar, dialogs, messages. */
export const app = {
  'To the content': 'Aller au contenu',
  'One moment.': 'Un instant.',
  'This view could not be fetched: is the network there?':
    'Cette vue n’a pas pu être chargée : le réseau répond-il ?',
  'Try again': 'Réessayer',
  Tune: 'Réglage',
  Sweep: 'Balayage',
  Compare: 'Comparaison',
  Day: 'Journée',
  Scenario: 'Scénario',
  Report: 'Rapport',
  Views: 'Vues',
  Language: 'Langue',
  'Open a scenario': 'Ouvrir un scénario',
  'Copy link': 'Copier le lien',
  'Theme: as the system. Change to light': 'Thème : celui du système. Passer au clair',
  'Theme: light. Change to dark': 'Thème : clair. Passer au sombre',
  'Theme: dark. Change to that of the system': 'Thème : sombre. Passer à celui du système',
  'The French words could not be fetched: is the network there?':
    'Les textes français n’ont pas pu être chargés : le réseau répond-il ?',
  'Link copied: {0} characters. It holds the whole scenario; nothing is stored elsewhere.':
    'Lien copié : {0} caractères. Il contient tout le scénario ; rien n’est stocké ailleurs.',
  'The link is in the address bar: copy it from there.':
    'Le lien est dans la barre d’adresse : copiez-le de là.',
  'The link is damaged or cut short: it was not opened. This is your own work.':
    'Le lien est abîmé ou tronqué : il n’a pas été ouvert. Ceci est votre propre travail.',
  'The link was made with Tandem {0}; this is {1}, numbers may differ.':
    'Le lien a été fait avec Tandem {0} ; celui-ci est {1}, les chiffres peuvent différer.',
  'The library could not be fetched: is the network there?':
    'La bibliothèque n’a pas pu être chargée : le réseau répond-il ?',
  Close: 'Fermer',
  'The worker had to be started anew: ask again.': 'Le moteur a dû être relancé : redemandez.',
  Keys: 'Clavier',
  'Single letters are commands outside fields': 'Les lettres seules sont des commandes hors des champs',
  'bar, thresholds, run line, charts in reading order':
    'barre, seuils, ligne de calcul, graphiques dans l’ordre de lecture',
  'Arrows, Page, Home, End': 'Flèches, Page, Début, Fin',
  'slider: one step, ten steps, ends; chart: cursor one interval, four, ends':
    'curseur : un pas, dix pas, extrémités ; graphique : repère d’un intervalle, quatre, extrémités',
  'Ctrl Z, Ctrl Shift Z': 'Ctrl Z, Ctrl Maj Z',
  'undo, redo; a drag is one step': 'annuler, rétablir ; un glissement compte pour un pas',
  'pin what runs now as the baseline': 'prendre ce qui tourne comme référence',
  'hold: hide the ghosts of the baseline': 'maintenir : cacher les traces de la référence',
  'stop computing; again: go on': 'arrêter le calcul ; encore : reprendre',
  'the views': 'les vues',
  'find a threshold': 'chercher un seuil',
  'the table behind the chart in focus': 'le tableau derrière le graphique actif',
  'Space, comma, full stop': 'Espace, virgule, point',
  'day: play or pause, one step back, one step forward':
    'journée : lecture ou pause, un pas en arrière, un pas en avant',
  'this list': 'cette liste',
} as const;
