/**
 * Baseline against candidate as plain data: what each KPI was, is, and differs by, with the interval of the paired difference and
 * what that means. Like a report it depends on nothing but the two scenarios, the seed, the days and the version.
 */
import { chanceOf, distanceFrom } from '../engine/index.ts';
import type { Difference, Estimate, Pair, PairAccumulator, Unit } from '../engine/index.ts';
import type { Comparison, ComparisonRow } from './compare-schema.ts';
import { REPORT_VERSION } from './report-version.ts';
import type { ReportWarning } from './schema.ts';
import type { SettingChange } from './settings-diff.ts';
import { interruptedWarning } from './warnings.ts';

export { comparisonJsonSchema, comparisonSchema } from './compare-schema.ts';
export type { Comparison, ComparisonRow } from './compare-schema.ts';

/** As it is written to a file: the same bytes for the same comparison. */
export function comparisonJson(comparison: Comparison): string {
  return `${JSON.stringify(comparison, null, 1)}\n`;
}

export interface CompareInfo {
  readonly version: string;
  readonly seed: number;
  readonly days: number;
  readonly ended: 'allDays' | 'enough' | 'stopped';
  readonly command: string;
  /** What the two are called; left out: the scenarios' own names. */
  readonly names?: readonly [baseline: string, candidate: string];
  readonly warnings?: readonly ReportWarning[];
  readonly settings?: readonly SettingChange[];
  readonly identical?: boolean;
  readonly toSee?: Comparison['toSee'];
}

export function buildComparison(pairs: PairAccumulator, info: CompareInfo): Comparison {
  const [baseline, candidate] = info.names ?? [pairs.baseline.setup.name, pairs.candidate.setup.name];
  const told = pairs.pairs.map((pair) => comparisonOf(pair, differenceOf(pairs, pair, info)));
  return {
    reportVersion: REPORT_VERSION,
    tandem: info.version,
    baseline,
    candidate,
    seed: info.seed,
    days: { simulated: pairs.days, asked: info.days, ended: info.ended },
    command: info.command,
    serviceLevel: pairs.baseline.kpi('K-01')?.id ?? 'K-01a',
    settings: info.settings ?? [],
    identical: info.identical ?? false,
    toSee: info.toSee ?? [],
    rows: told.filter(({ baseline: b, candidate: c }) => (b.mean ?? 0) !== 0 || (c.mean ?? 0) !== 0),
    warnings: [...(info.warnings ?? []), ...warningsOf(pairs, info)],
  };
}

const REPORT_UNIT = { share: 'share', time: 's', number: 'number' } as const satisfies Record<Unit, string>;
const SECOND = 1000;

/** Quantiles are not paired, so of one and the same scenario they would have the interval of two independent runs. */
function differenceOf(pairs: PairAccumulator, pair: Pair, { identical = false }: CompareInfo): Difference {
  const found = pairs.difference(pair);
  const { mean, n } = found.difference;
  return identical && mean !== null ? { ...found, difference: { mean: 0, low: 0, high: 0, n } } : found;
}

function comparisonOf(
  pair: Pair,
  { baseline, candidate, difference, varianceRatio }: Difference,
): ComparisonRow {
  const kpi = pair.candidate;
  const scale = kpi.unit === 'time' ? SECOND : 1;
  const told = ({ mean, low, high, n }: Estimate): Estimate => ({
    mean: mean === null ? null : mean / scale,
    low: low === null ? null : low / scale,
    high: high === null ? null : high / scale,
    n,
  });
  return {
    id: kpi.id,
    stat: kpi.stat,
    title: kpi.title,
    unit: REPORT_UNIT[kpi.unit],
    queue: kpi.scope === 'queue' ? pair.name : null,
    group: kpi.scope === 'group' ? pair.name : null,
    baseline: told(baseline),
    candidate: told(candidate),
    difference: told(difference),
    z: finite(distanceFrom(difference)),
    chance: chanceOf(difference),
    varianceRatio,
    verdict: isNone(kpi.unit, difference) ? 'same' : verdictOf(kpi.id, kpi.stat, difference),
  };
}

/** JSON knows no infinity. */
function finite(z: number | null): number | null {
  return z !== null && Number.isFinite(z) ? z : null;
}

/** More is better, or worse; of the others the report says only that they changed. */
const UP = new Set(['K-01', 'K-01a', 'K-01b', 'K-01c', 'K-01d', 'K-01e', 'K-01f', 'K-12', 'K-13', 'K-14']);
const DOWN = new Set(['Ab', 'K-02', 'K-03', 'K-04', 'K-05', 'K-15', 'K-17', 'K-18', 'K-20', 'K-24', 'K-34']);

/** Waits are told to a tenth of a second: a quantile whose difference is "0 s ± 0.0 s" is the same on both sides. */
const UNSEEN = 50;

function isNone(unit: Unit, { mean, low, high }: Estimate): boolean {
  if (mean !== 0 || low === null || high === null) return false;
  const most = Math.max(Math.abs(low), Math.abs(high));
  return unit === 'time' ? most < UNSEEN : most === 0;
}

function verdictOf(id: string, stat: string, { mean, low, high }: Estimate): ComparisonRow['verdict'] {
  if (mean === null || low === null || high === null || (low <= 0 && high >= 0)) return 'unclear';
  const isUp = mean > 0;
  if (stat === 'perDay' && id !== 'Ab') return isUp ? 'higher' : 'lower';
  if (UP.has(id)) return isUp ? 'better' : 'worse';
  if (DOWN.has(id)) return isUp ? 'worse' : 'better';
  return isUp ? 'higher' : 'lower';
}

function warningsOf(pairs: PairAccumulator, info: CompareInfo): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  if (info.ended === 'stopped')
    warnings.push(interruptedWarning({ simulated: pairs.days, asked: info.days }));
  if (pairs.days === 1) {
    const text = 'One day alone tells nothing about chance: there are no intervals. Simulate more days.';
    warnings.push({ code: 'one-day', text, parameters: { blockDays: 1 } });
  }
  const queues = (side: PairAccumulator['baseline']): Set<string> =>
    new Set(side.setup.routing.queues.map(({ name }) => name));
  const [b, c] = [queues(pairs.baseline), queues(pairs.candidate)];
  const alone = [...b].filter((name) => !c.has(name)).concat([...c].filter((name) => !b.has(name)));
  if (alone.length > 0)
    warnings.push({
      code: 'not-compared',
      text: `Only one of the two has ${alone.join(', ')}; not compared.`,
      parameters: { names: alone.join(', ') },
    });
  return warnings;
}
