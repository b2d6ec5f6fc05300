/** The words of a sweep's page that its sentences (sweep-words.ts) do not have: titles, headings, notes. */
import type { Language } from '../words.ts';

const english = {
  kind: 'Sweep',
  skip: 'Skip to the result',
  contents: 'Contents',
  table: 'The numbers as a table',
  result: 'Result',
  resultNone: 'No target was set: --target serviceLevel>=80% says which values meet it.',
  curves: 'Measure by measure',
  curvesSay: 'The same days with the same luck at every point, so neighbours differ by the setting alone.',
  points: 'Every point',
  pointsSay:
    'Each measure with half of its 95% interval; below, the paired difference to the scenario as it is.',
  differences: 'Difference to the scenario as it is',
  again: 'Again',
  againTitle: 'Run it again',
  againSay: 'The same scenario, seed and version give the same numbers.',
  command: 'Command',
  set: 'Changed with --set',
  seed: 'seed {seed}',
  version: 'Tandem {version}',
  band: '95% interval',
  base: 'as it is',
  met: 'meets all targets',
  unsure: 'too close to call',
  verdict: 'Verdict',
  sure: 'how sure',
  warnings: 'Look out',
  from: '{least} to {most}.',
} as const;

type Texts<T> = { readonly [K in keyof T]: string };
export type SweepPageWords = Texts<typeof english>;

const french: SweepPageWords = {
  kind: 'Balayage',
  skip: 'Aller au résultat',
  contents: 'Sommaire',
  table: 'Les chiffres en tableau',
  result: 'Résultat',
  resultNone: 'Aucun objectif n’a été fixé : --target serviceLevel>=80% dit quelles valeurs l’atteignent.',
  curves: 'Mesure par mesure',
  curvesSay:
    'Les mêmes jours aux mêmes hasards en chaque point : les voisins ne diffèrent que par le réglage.',
  points: 'Tous les points',
  pointsSay:
    'Chaque mesure avec la moitié de son intervalle à 95 % ; dessous, la différence appariée au scénario tel quel.',
  differences: 'Différence au scénario tel quel',
  again: 'Rejouer',
  againTitle: 'Rejouer le balayage',
  againSay: 'Même scénario, même graine et même version donnent les mêmes chiffres.',
  command: 'Commande',
  set: 'Changé par --set',
  seed: 'graine {seed}',
  version: 'Tandem {version}',
  band: 'intervalle à 95 %',
  base: 'tel quel',
  met: 'atteint tous les objectifs',
  unsure: 'incertain',
  verdict: 'Verdict',
  sure: 'à quel point',
  warnings: 'À savoir',
  from: 'De {least} à {most}.',
};

export const SWEEP_PAGE_WORDS: Readonly<Record<Language, SweepPageWords>> = { en: english, fr: french };
