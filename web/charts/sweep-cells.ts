/** A sweep of two settings as a grid: which point is where, and what its numbers say in words. It knows no pixels. */
import { msg } from '@lit/localize';
import { formatLength, formatMeasured, formatSeconds, type Numbers } from '../../reports/format.ts';
import type { Sweep, SweepPoint, SweepTarget } from '../../reports/sweep.ts';

export interface SweepGrid {
  readonly columns: number;
  readonly rows: number;
  /** Row 0 is at the top and has the last value of the second setting: more is up. */
  at(column: number, row: number): SweepPoint | null;
}

/** null: the sweep is not of two settings. */
export function sweepGrid({ settings, points }: Sweep): SweepGrid | null {
  const [across, up] = settings;
  if (across === undefined || up === undefined) return null;
  const byPlace = new Map(points.map((point) => [point.at.join(' '), point]));
  const rows = up.values.length;
  return {
    columns: across.values.length,
    rows,
    at: (column, row) => byPlace.get(`${column} ${rows - 1 - row}`) ?? null,
  };
}

/** "queues.support.callback.offerFirst" is "offerFirst, support" until the page names it better. */
export function settingName(path: string): string {
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  return parts.length > 2 ? `${last}, ${parts[1]}` : last;
}

/** Without the sign of percent: it is said once. */
export function cellText(
  unit: Sweep['kpis'][number]['unit'],
  value: number | null,
  numbers: Numbers,
): string {
  if (value === null) return numbers.absent;
  if (unit === 'share') return numbers.plain(100 * value, 1);
  if (unit === 's') return formatSeconds(numbers, value);
  return numbers.plain(value, Math.abs(value) < 10 ? 1 : 0);
}

export function estimateText(
  unit: Sweep['kpis'][number]['unit'],
  estimate: SweepPoint['estimates'][number],
  numbers: Numbers,
): string {
  const { value, half } = formatMeasured(numbers, unit, estimate);
  return half === null ? value : `${value} ± ${half}`;
}

/** What a day of a point costs; without costs how many agent-hours are planned. */
export function priceText(
  { cost, agentHours }: SweepPoint,
  currency: string | null,
  numbers: Numbers,
): string {
  return cost === null || currency === null
    ? `${numbers.plain(agentHours, 0)}\u00a0h`
    : numbers.money(cost, currency);
}

export function verdictText(verdict: SweepPoint['verdict']): string {
  const names = {
    met: () => msg('Met'),
    missed: () => msg('Missed'),
    unsure: () => msg('Unsure'),
    noValue: () => msg('No value'),
  };
  return verdict === null ? msg('No target') : names[verdict]();
}

/** "Service level ≥ 80%". */
export function targetText(
  { kpis }: Sweep,
  { kpi, atLeast, atMost, text }: SweepTarget,
  measures: readonly string[],
  numbers: Numbers,
): string {
  const measure = kpis[kpi];
  if (measure === undefined || (atLeast ?? atMost) === null) return text;
  const place = measure.queue ?? measure.group;
  const where = place === null ? '' : ` (${place})`;
  return `${measures[kpi] ?? measure.title}${where} ${boundLabel(measure.unit, { atLeast, atMost }, numbers)}`;
}

/** "≥ 80%". */
export function boundLabel(
  unit: Sweep['kpis'][number]['unit'],
  { atLeast, atMost }: Pick<SweepTarget, 'atLeast' | 'atMost'>,
  numbers: Numbers,
): string {
  return `${atLeast === null ? '≤' : '≥'}\u00a0${boundText(unit, atLeast ?? atMost ?? 0, numbers)}`;
}

/** As it was set: without decimals that say nothing. */
function boundText(unit: Sweep['kpis'][number]['unit'], value: number, numbers: Numbers): string {
  if (unit === 's') return formatLength(numbers, value);
  const shown = unit === 'share' ? 100 * value : value;
  const decimals = Math.abs(shown - Math.round(shown)) < 1e-6 ? 0 : 1;
  return unit === 'share' ? numbers.percent(value, decimals) : numbers.plain(value, decimals);
}

/** Whether the mean is on the good side: where a contour runs. */
export function isOnGoodSide({ kpi, atLeast, atMost }: SweepTarget, { estimates }: SweepPoint): boolean {
  const mean = estimates[kpi]?.mean ?? null;
  if (mean === null) return false;
  return (atLeast === null || mean >= atLeast) && (atMost === null || mean <= atMost);
}

/** The first point to say for itself: the cheapest that meets all targets. */
export function cheapestOf({ best, points }: Sweep): SweepPoint | null {
  return best === null || best.cheapest === null ? null : (points[best.cheapest] ?? null);
}
