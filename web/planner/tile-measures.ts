/**
 * The measures of the headline: where each stands in a frame, its unit and decimals, whether it has a target, and by which KPI "What
 * moved" tells its change. One list for the tiles; no words of a screen beyond names.
 */
import { msg, str } from '@lit/localize';
import type { Estimate } from '../../engine/index.ts';
import type { FrameSide, ServiceLevelFormula, TileMeasure } from '../../reports/frame.ts';
import type { Frame, MovedMeasure } from '../../workers/workbench/api.ts';
import type { MeasureUnit } from './measure-text.ts';
import type { Target } from './verdict.ts';

export type Headline = 'serviceLevel' | TileMeasure;

/** In the order of the eye; the first two are the heroes. */
export const HEADLINES: readonly Headline[] = [
  'serviceLevel',
  'abandonRate',
  'asa',
  'uptake',
  'occupancy',
  'intervalsMet',
  'cost',
];

interface Measured {
  readonly unit: MeasureUnit;
  /** Of the value; the half-width has one in any case. */
  readonly decimals?: number;
  readonly kpi: string;
  readonly stat: string;
  /** A strip is never narrower than this, so that little does not look like much. */
  readonly span: number;
}

export const MEASURED: Readonly<Record<Headline, Measured>> = {
  serviceLevel: { unit: 'share', decimals: 1, kpi: 'K-01', stat: 'share', span: 0.2 },
  abandonRate: { unit: 'share', decimals: 1, kpi: 'K-05', stat: 'share', span: 0.06 },
  asa: { unit: 's', kpi: 'K-02', stat: 'mean', span: 30 },
  uptake: { unit: 'share', decimals: 0, kpi: 'K-11', stat: 'acceptance', span: 0.2 },
  occupancy: { unit: 'share', decimals: 0, kpi: 'K-09', stat: 'share', span: 0.2 },
  intervalsMet: { unit: 'share', decimals: 0, kpi: 'intervalsMet', stat: 'share', span: 0.3 },
  cost: { unit: 'money', kpi: 'cost', stat: 'perDay', span: 1000 },
};

export function headlineName(headline: Headline): string {
  switch (headline) {
    case 'serviceLevel':
      return msg('Service level');
    case 'abandonRate':
      return msg('Abandonment');
    case 'asa':
      return msg('Average wait');
    case 'uptake':
      return msg('Callback uptake');
    case 'occupancy':
      return msg('Occupancy');
    case 'intervalsMet':
      return msg('Intervals met');
    case 'cost':
      return msg('Staffing cost');
  }
}

/** What exactly is measured, for the button's title and for ears. */
export function headlineNote(headline: Headline): string {
  switch (headline) {
    case 'serviceLevel':
      return msg('Share of callers answered in time, by the formula chosen');
    case 'abandonRate':
      return msg('Share of callers who hung up while waiting (K-05)');
    case 'asa':
      return msg('Of those who were answered (ASA, K-02)');
    case 'uptake':
      return msg('Share of those who heard an offer and pressed 1 (K-11)');
    case 'occupancy':
      return msg('Handling time as a share of handling and available time (K-09)');
    case 'intervalsMet':
      return msg('Share of the day’s intervals whose own service level reached the target');
    case 'cost':
      return msg('A day’s planned hours by their cost per hour; set costPerHour at the agents');
  }
}

/** Why there is no number, where it is the scenario that has none; empty: nothing to say. */
export function absentWords(headline: Headline): string {
  switch (headline) {
    case 'uptake':
      return msg('no offers heard');
    case 'intervalsMet':
      return msg('no target set');
    case 'cost':
      return msg('no cost per hour');
    default:
      return '';
  }
}

export function estimateOf(
  side: FrameSide,
  headline: Headline,
  formula: ServiceLevelFormula,
): Estimate | null {
  return headline === 'serviceLevel' ? side.serviceLevels[formula] : side.measures[headline];
}

/** The paired row of a measure; none: this measure was not told, or another formula is shown than the scenario's. */
export function movedOf(
  { moved, now }: Frame,
  headline: Headline,
  formula: ServiceLevelFormula,
): MovedMeasure | undefined {
  const { kpi, stat } = MEASURED[headline];
  const isService = headline === 'serviceLevel';
  return moved.find((row) => {
    if (row.queue !== now.queue || row.group !== null) return false;
    if (isService) return row.id === `K-01${formula}` || (row.id === 'K-01' && formula === now.formula);
    return row.id === kpi && row.stat === stat;
  });
}

/** "80/20": the share and the seconds; else the share alone. */
export function serviceTargetWords(side: FrameSide, percent: string): string {
  const { within } = side;
  if (within === null) return percent;
  return within < 600 ? `${percent.replace(/[\s\u202f]?%$/, '')}/${within}` : percent;
}

export function targetWords(target: Target, percent: string): string {
  return target.good === 'below' ? msg(str`under ${percent}`) : msg(str`at least ${percent}`);
}

export function formulaName(formula: ServiceLevelFormula): string {
  switch (formula) {
    case 'a':
      return msg('Default: in time, of all but short abandons and callbacks taken');
    case 'b':
      return msg('Strict: in time, of all answered and abandoned');
    case 'c':
      return msg('Answered only: in time, of those answered');
    case 'd':
      return msg('Late abandons: early abandons do not count');
    case 'e':
      return msg('Credit: early abandons count as served');
    case 'f':
      return msg('Short excluded: only short abandons count as served');
  }
}
