/**
 * Plays a case briefly, or as `tandem validate` does until every half-width is within its limit, and says of each number how far off it
 * was: those of the validation's own listener, and the same as the report gives them. A number beyond the allowed z is measured once
 * more with fresh luck and four times the length; the second z decides, both are shown.
 */
import { Accumulator, readScenario, Simulation } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';
import { studentFactor } from '../../engine/metrics/confidence.ts';
import { USUAL_TOLERANCE, type Case } from '../../engine/validation/case.ts';
import type { Measured } from '../../engine/validation/measure.ts';
import { MAIN } from '../../engine/validation/models/model.ts';
import { modelOf } from '../../engine/validation/models.ts';
import { planOf } from '../../engine/validation/plan-of.ts';
import type { Play } from '../../engine/validation/plan.ts';
import { callsPerReplicate, Player } from '../../engine/validation/play.ts';
import { isShareOfCallers } from '../../engine/validation/quantities.ts';
import { Trial } from '../../engine/validation/trial.ts';
import { verdictOf, type Verdict } from '../../engine/validation/verdict.ts';
import { reportsOf, type ReportCheck } from './report-numbers.suite.ts';

export const isLong = process.env['TANDEM_LONG'] !== undefined;

/** Short: so many calls, whatever the width. Long: until every half-width is within its limit. */
export type Length = { readonly calls: number } | 'long';

/** Fewer replicates have a z of their own, Student's. */
const LEAST = 24;
const MOST_CALLS = 400_000_000;
const SEED = 20_260_105;

export interface Played {
  readonly verdicts: readonly Verdict[];
  readonly calls: number;
}

export function setupOf(text: string): Setup {
  const read = readScenario(text);
  if (read.ok) return read.setup;
  throw new Error(
    `${read.problems.map(({ code, path }) => `${code} ${path.join('.')}`).join(', ')}\n${text}`,
  );
}

const toleranceOf = ({ tolerance }: Case) => tolerance.simulation ?? USUAL_TOLERANCE;

/** Calls that the shortest play of a case takes: the largest centres are left to the longer mode. */
export function leastCalls(each: Case): number {
  const calls = (planOf(each)?.plays ?? []).map(
    ({ scenarios, blockDays, runs, least }) =>
      Math.max(LEAST, least) *
      (runs?.count ?? 1) *
      scenarios.reduce((sum, text) => sum + callsPerReplicate(setupOf(text), blockDays), 0),
  );
  return Math.max(0, ...calls);
}

export async function play(each: Case, length: Length): Promise<Played> {
  const verdicts: Verdict[] = [];
  let calls = 0;
  for (const part of planOf(each)?.plays ?? []) {
    const first = await trialOf(each, part, length, 'first');
    calls += first.calls;
    const failed = first.verdicts().filter(({ isNear }) => !isNear);
    let again = new Map<string, Verdict>();
    if (failed.length > 0) {
      const second = await trialOf(each, part, { replicates: 4 * first.replicates }, 'again');
      calls += second.calls;
      again = new Map(second.verdicts().map((verdict) => [verdict.name, verdict]));
    }
    for (const verdict of first.verdicts()) {
      const other = verdict.isNear ? undefined : again.get(verdict.name);
      verdicts.push(other === undefined ? verdict : { ...other, firstZ: verdict.z });
    }
  }
  const reported = await reports(each, length === 'long' ? 1_000_000 : length.calls);
  return { verdicts: [...verdicts, ...reported], calls };
}

async function trialOf(
  each: Case,
  part: Play,
  length: Length | { readonly replicates: number },
  luck: string,
): Promise<Trial> {
  const setups = part.scenarios.map(setupOf);
  const perReplicate = setups.reduce((sum, setup) => sum + callsPerReplicate(setup, part.blockDays), 0);
  const replicates =
    length === 'long'
      ? undefined
      : 'calls' in length
        ? Math.max(LEAST, part.least, Math.ceil(length.calls / perReplicate))
        : length.replicates;
  const trial = new Trial(part, setups, {
    tolerance: toleranceOf(each),
    luck: `${SEED}/${each.id}/${part.name}/${luck}`,
    replicates,
    mostCalls: MOST_CALLS,
  });
  const players = setups.map((setup) => new Player(setup, part.watch, part.blockDays));
  for (let next = trial.next(); next.length > 0; next = trial.next()) {
    for (const stretch of next) {
      trial.add(
        stretch,
        players.map((player) => player.play(stretch)),
      );
      // Now and then a turn for others: the test runner gives up a thread that is silent for a minute.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  return trial;
}

// ---------------------------------------------------------------- the report

/** The KPIs of the report that say the same as the case. */
async function reports(each: Case, calls: number): Promise<Verdict[]> {
  const checks = reportsOf(each);
  const model = checks.length === 0 ? null : modelOf(each);
  if (model === null) return [];
  const verdicts: Verdict[] = [];
  for (const [name, text] of Object.entries(model.scenarios)) {
    const mine = checks.filter(({ scenario = MAIN }) => scenario === name);
    if (mine.length === 0) continue;
    const results = await reported(text, model.blockDays ?? 1, calls, SEED);
    let again: Accumulator | null = null;
    for (const check of mine) {
      const first = verdictOfReport(each, check, results);
      if (first === null || first.isNear) {
        if (first !== null) verdicts.push(first);
        continue;
      }
      again ??= await reported(text, model.blockDays ?? 1, 4 * calls, SEED + 1);
      const second = verdictOfReport(each, check, again);
      if (second !== null) verdicts.push({ ...second, firstZ: first.z });
    }
  }
  return verdicts;
}

async function reported(text: string, blockDays: number, calls: number, seed: number): Promise<Accumulator> {
  const setup = setupOf(text);
  const simulation = new Simulation(setup);
  const results = new Accumulator(setup, { blockDays });
  const count = Math.max(LEAST, Math.ceil(calls / callsPerReplicate(setup, blockDays)));
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  if (setup.world.continuous) {
    const days = (count + Math.ceil(setup.world.warmUp / (86_400_000 * blockDays))) * blockDays;
    for (const record of simulation.days(seed, days)) {
      results.add(results.days, record);
      if (results.days % 20 === 0) await pause();
    }
    return results;
  }
  for (let day = 0; day < count; day++) {
    results.add(day, simulation.day(seed, day));
    if (day % 20 === 0) await pause();
  }
  return results;
}

function verdictOfReport(each: Case, check: ReportCheck, results: Accumulator): Verdict | null {
  const { name, id, scope, part = {}, per = 1, expected } = check;
  const kpi = results.kpi(id, scope ?? null);
  if (kpi === undefined) throw new Error(`no KPI ${id}`);
  const { mean, low, high, n } = results.estimate(kpi, part);
  if (mean === null || low === null || high === null) return null;
  const half = (high - low) / 2 / per;
  const measured: Measured = {
    estimate: mean / per,
    standardError: half / studentFactor(n - 1),
    half,
    n,
  };
  const calls = n * callsPerReplicate(results.setup, results.blockDays);
  const judged = { name, expected, isShare: isShareOfCallers(name), reference: null };
  // How narrow the report is is not asked here.
  return { ...verdictOf(judged, measured, calls, toleranceOf(each)), isNarrow: true };
}

/** "pWait 0.1739 for 0.1741, z -0.42, half-width 0.8 %". */
export function sentenceOf({ name, expected, estimate, half, z, firstZ, n }: Verdict): string {
  const width = expected === 0 ? `${digits(half)}` : `${((100 * half) / Math.abs(expected)).toFixed(1)} %`;
  const again = firstZ === null ? '' : ` (first z ${firstZ.toFixed(2)})`;
  const distance = z === null ? '' : `, z ${z.toFixed(2)}${again}`;
  return `${name}: ${digits(estimate)} for ${digits(expected)}${distance}, half-width ${width}, n ${n}`;
}

const digits = (value: number): string => Number(value.toPrecision(5)).toString();
