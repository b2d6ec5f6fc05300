/** French of the library: titles and lines of the scenarios, by name. The English stands in the scenarios themselves. */
export const frenchLibrary: Readonly<Record<string, { readonly title: string; readonly line: string }>> = {
  'average-wait-or-item-limit': {
    title: 'Deux façons d’ouvrir le débordement : par l’attente moyenne ou par le nombre en file',
    line: 'L’attente moyenne regarde en arrière, et peut alors fermer la porte de l’intérieur.',
  },
  'bank-1999': {
    title: 'Un jour ouvré d’une vraie banque, d’après des chiffres publiés',
    line: 'Un jour tel qu’il fut, et ce que l’on perd à planifier sur la moyenne.',
  },
  'callback-flood': {
    title: 'Un afflux de rappels',
    line: 'Un rappel garde sa place dans la file (CB-06) : ce n’est pas moins de travail, seulement du travail plus tard.',
  },
  'callback-retries': {
    title: 'Combien de fois, et quand, rappeler un client',
    line: 'Le nombre d’essais ne coûte rien de plus, leur rapprochement si.',
  },
  'cost-of-rona': {
    title: 'Des sonneries sans réponse',
    line: 'Une sonnerie manquée ne coûte pas les 18 secondes qu’elle dure, mais les dix minutes qui suivent.',
  },
  'end-of-day-capacity': {
    title: 'Un quota d’appels par jour et par agent',
    line: 'Un quota fait pour le jour moyen échoue tous les autres jours.',
  },
  helpdesk: {
    title: 'Un centre d’assistance qui propose le rappel, mais trop tard',
    line: 'Un rappel n’aide que ceux qui sont encore là pour entendre l’offre.',
  },
  'night-shift': {
    title: 'Une nuit à deux lignes, trois agents sur chacune',
    line: 'La nuit, il faut des gens pour être là, non pour être occupés.',
  },
  'overflow-ping-pong': {
    title: 'Deux files qui débordent l’une dans l’autre',
    line: 'Déplacer n’est pas répondre.',
  },
  'redial-storm': {
    title: 'Des appelants qui raccrochent et rappellent',
    line: 'Les appels que l’on compte ne sont pas les gens qui appellent.',
  },
  'single-queue': {
    title: 'Une seule file, comme la voient les formules',
    line: 'Réglé au plus simple, le simulateur est le modèle d’Erlang A (M/M/8+M) : son rapport se compare à des valeurs exactes.',
  },
};
