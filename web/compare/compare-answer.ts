/** Which of the sides meet the targets, and the cheapest of them. Numbers only; it knows no words. */
import type { FrameSide, ServiceLevelFormula } from '../../reports/frame.ts';
import { verdictOf } from '../planner/verdict.ts';
import type { TargetVerdict } from '../planner/verdict.ts';

/** Met when all its targets are, missed when one is; null: it has none, or too few days. */
export function verdictOfSide(
  side: FrameSide,
  formula: ServiceLevelFormula,
  abandonMost: number,
): TargetVerdict | null {
  const { abandonRate } = side.measures;
  const level = side.target === null ? null : ({ value: side.target, good: 'above' } as const);
  const verdicts = [
    verdictOf(side.serviceLevels[formula], level),
    abandonRate === null ? null : verdictOf(abandonRate, { value: abandonMost, good: 'below' }),
  ].filter((each) => each !== null);
  if (verdicts.length === 0) return null;
  if (verdicts.includes('missed')) return 'missed';
  return verdicts.includes('unsure') ? 'unsure' : 'met';
}

/** The cheapest of those that meet all; where costs are not told or equal, the first. null: none does. */
export function cheapestOf(
  sides: readonly FrameSide[],
  verdicts: readonly (TargetVerdict | null)[],
): number | null {
  let best: number | null = null;
  for (const [at, verdict] of verdicts.entries()) {
    if (verdict !== 'met') continue;
    if (best === null || (costOf(sides[at]!) ?? Infinity) < (costOf(sides[best]!) ?? Infinity)) best = at;
  }
  return best;
}

export function costOf({ measures }: FrameSide): number | null {
  return measures.cost?.mean ?? null;
}
