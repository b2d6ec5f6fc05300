/**
 * What a sweep is to vary: one or two thresholds, from where to where and by which step, and the targets. It makes of a threshold a range
 * worth looking at, of the choice what the worker is asked, and says how many settings that is. It knows no element.
 */
import type { Threshold } from '../../engine/index.ts';
import type { ScenarioState, SweepRequest } from '../../workers/workbench/api.ts';
import { valueText } from '../../workers/workbench/settings-list.ts';

export interface Axis {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export interface SweepTargets {
  /** At least; null: not a target. */
  readonly serviceLevel: number | null;
  /** At most. */
  readonly abandonment: number | null;
}

export interface Choice {
  readonly first: Axis;
  readonly second: Axis | null;
  readonly targets: SweepTargets;
  /** Of each setting. */
  readonly days: number;
}

/** So many values at most make a picture; more make a wait. */
const VALUES = 11;
/** Steps one would choose oneself, in seconds or minutes and in tens. */
const ROUND_LENGTHS = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400,
];
const ROUND_NUMBERS = [1, 2, 5];
/** The worker takes no more settings than this. */
export const SETTINGS_MOST = 400;
export const DAYS = 30;

/** What is tuned; a target is what is aimed at. */
export function sweepable(thresholds: readonly Threshold[]): readonly Threshold[] {
  return thresholds.filter(({ section }) => section !== 'target');
}

/** About ten round steps around what holds now. */
export function axisOf(threshold: Threshold): Axis {
  const { path, low, high, step, value } = threshold;
  const now = typeof value === 'number' ? value : (low + high) / 2;
  const isCount = threshold.kind === 'whole';
  // A few agents more or fewer are what is asked; a length is looked at over its whole slider.
  const [least, most] = isCount && threshold.section === 'staffing' ? [now - 3, now + 4] : [low, high];
  const from = Math.max(threshold.min, onGrid(Math.max(low, least), step));
  const to = Math.min(threshold.max, Math.max(from + step, onGrid(Math.min(high, most), step)));
  return { path, from, to, step: roundStep(threshold, (to - from) / (VALUES - 1)) };
}

/** The first round one that is long enough. */
function roundStep({ kind, step }: Threshold, least: number): number {
  const enough = Math.max(least, step) - 1e-9;
  const length = kind === 'length' ? ROUND_LENGTHS.find((each) => each >= enough) : undefined;
  if (length !== undefined) return length;
  for (let power = 10 ** Math.floor(Math.log10(enough)); ; power *= 10) {
    const found = ROUND_NUMBERS.map((each) => round(each * power)).find((each) => each >= enough);
    if (found !== undefined) return found;
  }
}

function onGrid(value: number, step: number): number {
  return round(Math.round(value / step) * step);
}

/** Without the dust of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** From the first value in steps up to the last; what is now is one of them too, so that it can be seen. */
export function valuesOf({ from, to, step }: Axis, now: number | null): readonly number[] {
  if (!(step > 0) || !(to >= from)) return [];
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count > SETTINGS_MOST) return [];
  const values = Array.from({ length: count }, (_, at) => round(from + at * step));
  if (now !== null && now > from && now < to && !values.some((value) => Math.abs(value - now) < step / 1000))
    values.push(now);
  return values.sort((a, b) => a - b);
}

/** What is wrong with an axis; null: nothing. */
export type AxisSlip = 'order' | 'step' | 'range' | 'many';

export function slipOf({ from, to, step }: Axis, { min, max }: Threshold): AxisSlip | null {
  if (!(to > from)) return 'order';
  if (!(step > 0)) return 'step';
  if (from < min || to > max) return 'range';
  return (to - from) / step + 1 > SETTINGS_MOST ? 'many' : null;
}

/**
 * What the worker is asked.
 *
 * @param known the thresholds of the scenario by path
 */
export function requestOf(
  { first, second, targets, days }: Choice,
  known: ReadonlyMap<string, Threshold>,
  scenario: ScenarioState,
  seed: number,
): SweepRequest {
  const axes = second === null ? [first] : [second, first];
  return {
    scenario,
    // The first setting of a sweep goes slowest: the rows of the map.
    vary: axes.map((axis) => {
      const threshold = known.get(axis.path);
      const kind = threshold?.kind ?? 'real';
      const now = typeof threshold?.value === 'number' ? threshold.value : null;
      return `${axis.path}=${valuesOf(axis, now)
        .map((value) => valueText(value, kind))
        .join(',')}`;
    }),
    targets: [
      ...(targets.serviceLevel === null ? [] : [`serviceLevel>=${valueText(targets.serviceLevel, 'share')}`]),
      ...(targets.abandonment === null ? [] : [`abandonRate<=${valueText(targets.abandonment, 'share')}`]),
    ],
    seed,
    days,
  };
}
