/**
 * Heads per interval and group that meet targets, found by simulating the scenario itself, rules and all. Three steps for each kind
 * of day: a run with ample staff tells the load and whether the targets can be met at all; a search from Erlang A finds a plan; the
 * plan is confirmed on fresh days. It refuses to know files, terminals and rosters: heads are by interval, not by shift.
 *
 * Why fresh days: of many plans tried on the same days the one chosen looks better there than it is (the winner's curse). So the days
 * of the search decide nothing. A plan is confirmed when every target holds in every interval and over the day with the confidence asked
 * for; all of them must hold, so each is tested at the full level and none needs a correction for their number (intersection-union test:
 * Berger 1982, Technometrics 24, 295-300). Up to four plans are confirmed, one after the other, each on days of its own; the risk is
 * divided by four, so the promise holds for whichever comes through.
 */
import { Accumulator, version } from '../engine/index.ts';
import type { Staffing, StaffingKind } from '../reports/staffing.ts';
import { planOf } from './run.ts';
import type { OneRunOption, RunOptions, ScenarioSource } from './run.ts';
import { toldKind } from './staff-told.ts';
import { onKind } from './staffing/heads.ts';
import { CONFIRMATIONS_MAX, DAYS_LEAST, KindOfDay, searchDays } from './staffing/kind-of-day.ts';
import type { StaffProgress } from './staffing/kind-of-day.ts';
import { isAbout, targetsOf, told } from './staffing/targets.ts';
import { OptionError } from './stopping.ts';

export type { StaffProgress } from './staffing/kind-of-day.ts';

export interface StaffOptions extends Omit<RunOptions, OneRunOption | 'onProgress' | 'command'> {
  /**
   * `serviceLevel=80%`, `abandonRate@support<=5%`: the sign is `=` or the one that is meant. All must hold. Left out: the queues' own
   * targets of the service level.
   */
  readonly targets?: readonly string[] | undefined;
  /** That the plan meets the targets; 0.5 to 0.999, default 0.95. */
  readonly confidence?: number | undefined;
  /** Share of those rostered who are not at work, for all groups; default: each group's own in the scenario. 0 to 0.95. */
  readonly shrinkage?: number | undefined;
  readonly onProgress?: ((progress: StaffProgress) => void) | undefined;
  /** What the report says one should type to see the same again. */
  readonly command?: string | undefined;
}

const staffOptions = {
  days: true,
  seed: true,
  workers: true,
  signal: true,
  onProgress: true,
  command: true,
  files: true,
  set: true,
  targets: true,
  confidence: true,
  shrinkage: true,
} as const satisfies Record<keyof StaffOptions, true>;

/** Of one confirmation, unless told: in an interval of sixty calls a service level is then known to about a point and a half. */
export const staffDays = 500;
/**
 * @param options `days` are those of one confirmation, default 500; a trial of the search has a quarter of them
 * @throws {ScenarioError} when the scenario has errors
 * @throws {OptionError} when an option or a target makes no sense, or no number of heads meets a target
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function staff(source: ScenarioSource, options: StaffOptions = {}): Promise<Staffing> {
  const { targets: asked = [], confidence = 0.95, shrinkage, command, ...rest } = options;
  const { onProgress, ...runOptions } = rest;
  const days = options.days ?? staffDays;
  const { setup, seed } = planOf(source, { ...runOptions, days }, Object.keys(staffOptions));
  const problems: string[] = [];
  if (setup.world.continuous)
    problems.push('Staff is found for separate days; this scenario is one long run (days: continuous).');
  if (days < DAYS_LEAST)
    problems.push(`${days} days are too few to confirm anything: ${DAYS_LEAST} at least.`);
  if (!(confidence >= 0.5 && confidence <= 0.999))
    problems.push(`A confidence lies between 50% and 99.9%, not at ${confidence * 100}%.`);
  if (shrinkage !== undefined && !(shrinkage >= 0 && shrinkage <= 0.95))
    problems.push(`Shrinkage lies between 0% and 95%, not at ${shrinkage * 100}%.`);
  const targets = targetsOf(setup, asked, new Accumulator(setup), problems);
  if (problems.length > 0) throw new OptionError(problems);
  const { workers, signal, set } = options;
  const parts = { targets, seed, days, confidence, workers, signal, onProgress };
  const again = { seed, days, targets: options.targets, confidence: options.confidence, shrinkage, set };
  const kinds: StaffingKind[] = [];
  for (const kind of setup.world.kinds.keys()) {
    const own = onKind(setup, kind);
    if (own === null) continue;
    const found = await new KindOfDay({ ...parts, setup: own }, setup.world.kinds.length > 1).staff();
    if (found === null) break;
    kinds.push(toldKind(own, found, shrinkage));
    if (found.verdict === 'stopped') break;
  }
  return {
    tandem: version,
    scenario: setup.name,
    seed,
    confidence,
    days: { search: searchDays(days), confirmation: days },
    confirmationsAtMost: CONFIRMATIONS_MAX,
    targets: targets.map((target) => ({
      text: target.text,
      kpi: target.asked.named.name,
      unit: target.kpi.unit === 'time' ? 's' : target.kpi.unit,
      isAtLeast: target.isAtLeast,
      value: told(target, target.value)!,
    })),
    kinds,
    withoutTarget: setup.routing.queues.flatMap(({ name }, queue) =>
      targets.some((target) => isAbout(setup, target, queue)) ? [] : [name],
    ),
    intervalSeconds: setup.world.interval / 1000,
    command: command ?? `staff(scenario, ${JSON.stringify(again)})`,
  };
}
