/**
 * Plays a case for as long as the mode asks and says of each expected number how far off it was. A number beyond the
 * allowed z is measured once more with fresh luck and four times the length; the second z decides, both are shown.
 */
import type { Case } from './cases.ts';
import { Experiment } from './measure.suite.ts';
import type { Measured, Quantity } from './measure.suite.ts';
import { MAIN, modelOf } from './models.ts';
import { checksOf, watchOptionsOf } from './quantities.suite.ts';
import type { Check } from './quantities.suite.ts';

export interface Verdict extends Measured {
  readonly check: Check;
  readonly z: number;
  /** The z before it was measured once more. */
  readonly firstZ: number | null;
  readonly isNarrow: boolean;
}

/** Short: so many calls, whatever the width. Long: until every half-width is within its limit. */
export type Length = { readonly calls: number } | 'long';

export const isLong = process.env['TANDEM_LONG'] !== undefined;

export interface Played {
  readonly verdicts: readonly Verdict[];
  readonly calls: number;
}

const SEED = 20_260_105;
/** Fewer replicates have a z of their own, Student's. */
const LEAST = 24;
const LEAST_TO_STOP = 100;
/** Long runs that would be longer are cut here and fail by their width. */
const MOST_CALLS = 400_000_000;

export async function play(each: Case, length: Length, seed = SEED): Promise<Played> {
  const checks = checksOf(each);
  const verdicts: Verdict[] = [];
  let calls = 0;
  for (const scenario of new Set(checks.map((check) => check.scenario))) {
    const mine = checks.filter((check) => check.scenario === scenario);
    const experiment = experimentOf(each, scenario, mine);
    const replicates =
      length === 'long'
        ? await untilNarrow(each, experiment, mine, seed)
        : await some(experiment, length.calls, seed);
    const first = mine.map((check) => verdictOf(each, check, experiment));
    calls += experiment.calls;
    const failed = mine.filter((_, at) => !isNear(each, first[at]!));
    if (failed.length === 0) {
      verdicts.push(...first);
      continue;
    }
    const again = experimentOf(each, scenario, failed);
    await again.play(seed + 1, 4 * replicates);
    calls += again.calls;
    for (const verdict of first) {
      if (isNear(each, verdict)) verdicts.push(verdict);
      else verdicts.push({ ...verdictOf(each, verdict.check, again), firstZ: verdict.z });
    }
  }
  return { verdicts, calls };
}

/** Calls that the shortest play of a case takes: the largest centres are left to the longer mode. */
export function leastCalls(each: Case): number {
  return LEAST * experimentOf(each, MAIN, []).callsPerReplicate;
}

export const isNear = (each: Case, { z }: Verdict): boolean => Math.abs(z) <= each.simulation.z;

function experimentOf(each: Case, scenario: string, checks: readonly Check[]): Experiment {
  const model = modelOf(each);
  if (model === null) throw new Error(`${each.id} cannot be played`);
  const quantities = new Map<string, Quantity>();
  for (const { name, by } of checks) if ('quantity' in by) quantities.set(name, by.quantity);
  return new Experiment(model.scenarios[scenario]!, quantities, watchOptionsOf(each), model.blockDays);
}

async function some(experiment: Experiment, calls: number, seed: number): Promise<number> {
  const replicates = Math.max(LEAST, Math.ceil(calls / Math.max(1, experiment.callsPerReplicate)));
  await experiment.play(seed, replicates);
  return replicates;
}

/** Looked at after 100, 150, 225 ... replicates only; each stretch has luck of its own. */
async function untilNarrow(
  each: Case,
  experiment: Experiment,
  checks: readonly Check[],
  seed: number,
): Promise<number> {
  let next = Math.max(LEAST_TO_STOP, Math.ceil(100_000 / Math.max(1, experiment.callsPerReplicate)));
  for (let stretch = 0; ; stretch++) {
    await experiment.play(seed + 1000 * (stretch + 1), next);
    const isDone = checks.every((check) => verdictOf(each, check, experiment).isNarrow);
    if (isDone || experiment.calls > MOST_CALLS) return experiment.replicates;
    next = Math.ceil(experiment.replicates / 2);
  }
}

function verdictOf(each: Case, check: Check, experiment: Experiment): Verdict {
  const measured =
    'quantity' in check.by ? experiment.measured(check.name) : experiment.report(check.by.report);
  if (measured === null) throw new Error(`${each.id} ${check.name}: the report gives no interval`);
  const { expected } = check;
  const off = measured.estimate - expected;
  // A number that cannot vary must be right to the last digit but rounding.
  const isExact = Math.abs(off) <= 1e-9 * Math.max(1, Math.abs(expected));
  const z = isExact ? 0 : off / Math.max(measured.standardError, leastError(check, experiment.calls));
  const widest = Math.abs(expected) < 0.01 ? 0.0005 : each.simulation.maxRelHalfWidth * Math.abs(expected);
  return { ...measured, check, z, firstZ: null, isNarrow: measured.half <= widest };
}

/**
 * What happens to fewer than one in a hundred may have happened to nobody yet, and then days do not tell how it varies: its
 * standard error is at least that of so many independent callers, if the expected share is right (score interval).
 */
function leastError({ expected, isShare }: Check, calls: number): number {
  return isShare && expected > 0 && expected < 0.01 ? Math.sqrt((expected * (1 - expected)) / calls) : 0;
}

/** "pWait 0.1739 for 0.1741, z -0.42, half-width 0.8 %". */
export function sentenceOf({ check, estimate, half, z, firstZ, n }: Verdict): string {
  const { name, expected } = check;
  const width = expected === 0 ? `${digits(half)}` : `${((100 * half) / Math.abs(expected)).toFixed(1)} %`;
  const again = firstZ === null ? '' : ` (first z ${firstZ.toFixed(2)})`;
  return `${name}: ${digits(estimate)} for ${digits(expected)}, z ${z.toFixed(2)}${again}, half-width ${width}, n ${n}`;
}

const digits = (value: number): string => Number(value.toPrecision(5)).toString();
