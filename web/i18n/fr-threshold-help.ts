/** French help of the thresholds, by key. The English is the schema's own, so it stands in no dictionary by sentence. */
import type { ThresholdKey } from '../../engine/index.ts';

export const thresholdHelp: Readonly<Record<ThresholdKey, string>> = {
  workItemLimit:
    'La file compte au moins autant de contacts ouverts quand le nouveau arrive ; 0 : aucun agent capable n’est libre.',
  averageWait: 'L’attente estimée est plus longue ; sans estimation valable, elle ne l’est pas.',
  waitExceeds:
    'Le contact attend depuis aussi longtemps dans cette file : de 60 à 3600 s pour la voix, jusqu’à 172800 s pour la messagerie et les dossiers.',
  offerFirst: 'De l’entrée dans la file à la première offre.',
  offerRepeat: 'Du début d’une offre au début de la suivante, ou jamais.',
  maxAttempts: 'Nombre d’essais avant d’abandonner le rappel.',
  retryWait: 'Attente entre un essai manqué et le suivant.',
  minRedialGap: 'Ne jamais composer plus tôt après que l’appelant a choisi le rappel et raccroché.',
  ringLimit: 'Durée de sonnerie chez le client avant que l’essai échoue ; préréglage webex : 32 s.',
  callbackExpiry: 'Un rappel plus ancien est clos comme expiré.',
  maxActive: 'Avec autant de rappels en cours dans la file, plus aucune offre n’est faite.',
  maxActiveContacts: 'Un contact qui serait un contact ouvert de trop est refusé : occupé.',
  maxCalls: 'Autant d’appels à la fois ; celui qui arrive en plus entend « occupé ».',
  maxOutbound: 'Autant d’appels sortants à la fois, rappels compris ; les autres attendent une ligne.',
  capacityLimit: 'Nombre de contacts de cette sorte qu’un agent traite à la fois.',
  ringTimeout:
    'Durée pendant laquelle un contact sonne chez un agent avant de revenir dans la file : voix 1 à 120 s, sinon 1 à 6000 s.',
  autoWrapAfter: 'Le post-appel se termine de lui-même après cette durée.',
  serviceLevelShare: 'L’objectif : cette part des contacts.',
  serviceLevelWithin: 'Répondu dans ce délai.',
  shortAbandonThreshold:
    'Qui raccroche plus tôt ne compte ni dans le niveau de service ni dans le taux d’abandon.',
  count: 'Nombre d’agents ; sans vacations ni effectif, ils travaillent toute la journée.',
  staff: 'Agents présents. Les agents libres partent d’abord, puis le premier qui se libère.',
  shiftCount: 'Combien d’agents du groupe travaillent à cette vacation.',
  volume: 'Multiplie les appels de chaque demande. Le facteur du jour garde sa moyenne de 1.',
  handleTime:
    'Multiplie toutes les durées de conversation et de post-appel des appelants ; les lois gardent leur forme.',
  patience: 'Multiplie la durée que les appelants attendent avant de raccrocher. Sans fin reste sans fin.',
  acceptance: 'Multiplie la part de ceux qui acceptent une offre de rappel ; jamais plus de 100 %.',
};
