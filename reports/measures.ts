/**
 * The measures that comparisons and sweeps speak of, in the order in which a planner reads them, each with what it is called in a
 * table and at the beginning of a sentence. A choice among the KPIs of the report: one of each kind, so that one change is not
 * told six times. It knows no numbers.
 */
import type { ReportUnit } from './format.ts';
import type { Language } from './words.ts';

export interface Measure {
  /** `K-01` is the formula of the headline. */
  readonly id: string;
  readonly stat: string;
  readonly unit: ReportUnit;
  /** In a table, at most 24 letters. */
  readonly name: Readonly<Record<Language, string>>;
  /** As the subject of a sentence; French verbs follow it in the singular. */
  readonly subject: Readonly<Record<Language, string>>;
}

function measure(
  id: string,
  stat: string,
  unit: ReportUnit,
  en: readonly [name: string, subject: string],
  fr: readonly [name: string, subject: string],
): Measure {
  return { id, stat, unit, name: { en: en[0], fr: fr[0] }, subject: { en: en[1], fr: fr[1] } };
}

export const MEASURES: readonly Measure[] = [
  measure(
    'K-01',
    'share',
    'share',
    ['Service level', 'The service level'],
    ['Niveau de service', 'Le niveau de service'],
  ),
  measure('K-05', 'share', 'share', ['Abandon rate', 'Abandonment'], ['Taux d’abandon', 'Le taux d’abandon']),
  measure(
    'K-02',
    'mean',
    's',
    ['Speed of answer (ASA)', 'The average speed of answer'],
    ['Attente avant réponse', 'L’attente moyenne avant réponse'],
  ),
  measure(
    'K-02',
    'P80',
    's',
    ['80% answered within', 'The wait that 80% of the answered stay within'],
    ['80 % répondus en', 'L’attente que 80 % des répondus ne dépassent pas'],
  ),
  measure(
    'K-03',
    'mean',
    's',
    ['Average wait of all', 'The average wait of all callers'],
    ['Attente moyenne, tous', 'L’attente moyenne de tous les appelants'],
  ),
  measure(
    'K-04',
    'mean',
    's',
    ['Longest wait of a day', 'The longest wait of a day'],
    ['Attente max. du jour', 'L’attente la plus longue d’un jour'],
  ),
  measure(
    'Off',
    'perDay',
    'number',
    ['Offered a day', 'The number of calls offered a day'],
    ['Présentés par jour', 'Le nombre d’appels présentés par jour'],
  ),
  measure(
    'Ans',
    'perDay',
    'number',
    ['Answered a day', 'The number of calls answered a day'],
    ['Répondus par jour', 'Le nombre d’appels répondus par jour'],
  ),
  measure(
    'K-31',
    'share',
    'share',
    ['Overflowed out', 'Overflow to elsewhere'],
    ['Débordement sortant', 'Le débordement sortant'],
  ),
  measure(
    'K-34',
    'share',
    'share',
    ['Refused', 'The share of calls refused'],
    ['Appels refusés', 'La part des appels refusés'],
  ),
  measure(
    'K-11',
    'share',
    'share',
    ['Callback offered', 'The share of callers who hear a callback offer'],
    ['Rappel proposé', 'La part des appelants à qui un rappel est proposé'],
  ),
  measure(
    'K-11',
    'acceptance',
    'share',
    ['Callback accepted', 'Acceptance of callback offers'],
    ['Rappel accepté', 'L’acceptation des rappels proposés'],
  ),
  measure(
    'CbAcc',
    'perDay',
    'number',
    ['Callbacks taken a day', 'The number of callbacks taken a day'],
    ['Rappels pris par jour', 'Le nombre de rappels pris par jour'],
  ),
  measure(
    'K-13',
    'share',
    'share',
    ['Callback completed', 'Completion of callbacks'],
    ['Rappel abouti', 'La part des rappels aboutis'],
  ),
  measure(
    'K-15',
    'mean',
    's',
    ['Callback delay', 'The average callback delay'],
    ['Délai du rappel', 'Le délai moyen du rappel'],
  ),
  measure(
    'K-18',
    'share',
    'share',
    ['Callbacks lost', 'The share of callbacks lost'],
    ['Rappels perdus', 'La part des rappels perdus'],
  ),
  measure(
    'K-08',
    'mean',
    's',
    ['Handle time', 'The average handle time'],
    ['Durée de traitement', 'La durée moyenne de traitement'],
  ),
  measure(
    'K-09',
    'share',
    'share',
    ['Occupancy', 'Occupancy'],
    ['Taux d’occupation', 'Le taux d’occupation'],
  ),
  measure(
    'K-24',
    'share',
    'share',
    ['Rings missed (RONA)', 'The share of rings missed (RONA)'],
    ['Sonneries manquées', 'La part des sonneries manquées (RONA)'],
  ),
  measure(
    'K-20',
    'share',
    'share',
    ['Agent time wasted', 'Agent time wasted in failed dials'],
    ['Temps d’agent perdu', 'Le temps d’agent perdu en essais sans réponse'],
  ),
  measure(
    'Staff',
    'perDay',
    's',
    ['Signed-in time a day', 'The signed-in time of a day'],
    ['Temps connecté par jour', 'Le temps connecté par jour'],
  ),
];
