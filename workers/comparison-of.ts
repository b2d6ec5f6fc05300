/**
 * Two scenarios that were simulated on the same days into a comparison, and the differences that one would like to see in it. It reads
 * no scenario and simulates nothing.
 */
import { replicatesToSee, version } from '../engine/index.ts';
import type { PairAccumulator, Setup } from '../engine/index.ts';
import { buildComparison } from '../reports/compare.ts';
import type { Comparison } from '../reports/compare.ts';
import type { ReportWarning } from '../reports/schema.ts';
import type { SettingChange } from '../reports/settings-diff.ts';
import { inReport, KpiFinder, pairOf, valueOf } from './asked-kpi.ts';
import type { AskedKpi } from './asked-kpi.ts';
import type { Outcome } from './course.ts';
import { isSameSetup } from './same-setup.ts';
import { OptionError } from './stopping.ts';

/** One side of a comparison. */
export interface ComparedSide {
  readonly setup: Setup;
  readonly seed: number;
  readonly days: number;
  readonly warnings: readonly ReportWarning[];
}

/** Two scenarios simulated on the same days. */
export interface Compared {
  readonly first: ComparedSide;
  readonly second: ComparedSide;
  readonly pairs: PairAccumulator;
  readonly outcome: Outcome;
  readonly wanted: readonly Wanted[];
  readonly settings: readonly SettingChange[];
}

export interface ComparedOptions {
  readonly names?: readonly [baseline: string, candidate: string] | undefined;
  readonly see?: readonly string[] | undefined;
  readonly command?: ((outcome: Outcome) => string) | undefined;
}

export function comparisonOf(
  { first, second, pairs, outcome, wanted, settings }: Compared,
  { names, see, command }: ComparedOptions = {},
): Comparison {
  const info = {
    version,
    seed: first.seed,
    days: first.days,
    ended: outcome.ended,
    command: command?.(outcome) ?? apiCommand(first, outcome),
    warnings: bothWarnings(first.warnings, second.warnings),
    settings,
    identical: settings.length === 0 && isSameSetup(first.setup, second.setup),
    toSee: wanted.map((each) => toSee(each, pairs, see !== undefined)),
  };
  return buildComparison(pairs, names ? { ...info, names } : info);
}

const SEEN = ['serviceLevel=1%', 'asa=1s'];

/** A difference that somebody wants to see. */
export interface Wanted {
  readonly asked: AskedKpi;
  readonly size: number;
}

/** One point of the service level and a second of the speed of answer, unless told. */
export function wantedOf(see: readonly string[] | undefined, setup: Setup): Wanted[] {
  const problems: string[] = [];
  const finder = new KpiFinder(setup);
  const wanted = (see ?? SEEN).flatMap((text): Wanted[] => {
    const [, kpi = '', written = ''] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
    if (kpi === '') {
      problems.push(`A difference to see is written like abandonRate=0.5%, not "${text}".`);
      return [];
    }
    const asked = finder.find(kpi, problems);
    const size = asked && valueOf(asked, written, problems);
    if (asked === undefined || size === undefined) return [];
    if (size <= 0) problems.push(`A difference to see is more than 0, not "${text}".`);
    else if (asked.named.unit === 'share' && size >= 1)
      problems.push(
        `A difference of ${kpi} to see is below 100 points: write ${kpi}=1% or ${kpi}=0.01, not "${text}".`,
      );
    else return [{ asked, size }];
    return [];
  });
  if (problems.length > 0) throw new OptionError(problems);
  return wanted;
}

function toSee(
  { asked, size }: Wanted,
  pairs: PairAccumulator,
  stated: boolean,
): Comparison['toSee'][number] {
  const { kpi, queue, group, named } = asked;
  const pair = pairOf(pairs, asked);
  const replicates = pair === undefined ? null : replicatesToSee(pairs.difference(pair).difference, size);
  return {
    id: named.id === 'K-01' ? 'K-01' : kpi.id,
    stat: kpi.stat,
    queue: queue ?? group,
    difference: inReport(asked, size),
    days: replicates === null ? null : replicates * pairs.baseline.blockDays,
    stated,
  };
}

/** Of both, what is said of both only once. */
function bothWarnings(
  first: readonly ReportWarning[],
  second: readonly ReportWarning[],
): readonly ReportWarning[] {
  const isNews = ({ text }: ReportWarning) => !first.some((each) => each.text === text);
  return [...first, ...second.filter(isNews)];
}

function apiCommand({ setup, seed, days }: ComparedSide, outcome: Outcome): string {
  const again = setup.world.continuous ? days : outcome.days;
  return `compare(baseline, candidate, { seed: ${seed}, days: ${again} })`;
}
