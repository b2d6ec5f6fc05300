/**
 * Whether a measure meets its target: Met and Missed need the whole interval on one side, anything else is Unsure. Also the change
 * against the baseline, with its interval where the two sides were paired by day. Numbers only, no words.
 */
import type { Estimate } from '../../engine/index.ts';
import type { MovedMeasure } from '../../workers/workbench/api.ts';

export interface Target {
  readonly value: number;
  /** Which side is good. */
  readonly good: 'above' | 'below';
}

export type TargetVerdict = 'met' | 'missed' | 'unsure';

/** null: nothing to judge, or too few days to. A value on the target meets it. */
export function verdictOf({ low, high }: Estimate, target: Target | null): TargetVerdict | null {
  if (target === null || low === null || high === null) return null;
  const { value, good } = target;
  if (good === 'above') return low >= value ? 'met' : high < value ? 'missed' : 'unsure';
  return high <= value ? 'met' : low > value ? 'missed' : 'unsure';
}

export function halfWidthOf({ low, high }: Estimate): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}

export interface Change {
  readonly difference: Estimate;
  readonly isWithinChance: boolean;
}

/**
 * @param moved the measure's own row, if one was told: paired by day, so its interval is the narrow one
 */
export function changeOf(
  now: Estimate | null,
  baseline: Estimate | null,
  moved: MovedMeasure | undefined,
): Change | null {
  if (moved !== undefined)
    return { difference: moved.difference, isWithinChance: moved.isWithinChance && !moved.isExact };
  if (now === null || baseline === null || now.mean === null || baseline.mean === null) return null;
  const mean = now.mean - baseline.mean;
  return { difference: { mean, low: null, high: null, n: now.n }, isWithinChance: false };
}
