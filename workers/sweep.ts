/**
 * A scenario over the values of one or two of its settings. Every point is simulated on the same days with the same luck, so that
 * neighbours can be told apart by far fewer days than their own intervals would take, and an interruption leaves all of them with
 * the same number of days. It refuses to know what a setting means.
 */
import { rangeOf, version } from '../engine/index.ts';
import type { Estimate, Setup } from '../engine/index.ts';
import { costOf } from '../reports/staff-plan.ts';
import { buildSweep } from '../reports/sweep.ts';
import { interruptedWarning } from '../reports/warnings.ts';
import type { Sweep } from '../reports/sweep.ts';
import { agentHoursOf } from './agent-hours.ts';
import type { Outcome } from './course.ts';
import { planOf, ScenarioError, scenarioWarnings, unknownOptions } from './run.ts';
import type { Plan, ReadyScenario, RunOptions, ScenarioSource } from './run.ts';
import { isSameSetup } from './same-setup.ts';
import { OptionError } from './stopping.ts';
import { askedOf } from './sweep-asked.ts';
import type { Asked } from './sweep-asked.ts';
import { Measured } from './sweep-measured.ts';
import { homeOf, pointsOf, readerOf, variedAll } from './sweep-points.ts';
import type { Point } from './sweep-points.ts';
import type { Varied } from './varied.ts';

/** How a scenario is swept. */
export interface SweepOptions extends Pick<
  RunOptions,
  'days' | 'seed' | 'workers' | 'signal' | 'onProgress' | 'command' | 'files' | 'set'
> {
  /** One or two settings and their values: `agents.team.count=8..12`, `queues.support.callback.offerFirst=10s..90s/20s`. */
  readonly vary: readonly string[];
  /** `serviceLevel@support>=80%`, `abandonRate<=5%`. A point meets its targets when it meets all of them. */
  readonly targets?: readonly string[] | undefined;
  /** KPIs to tell, by name or ID, in total or `@` a queue or group. Default: those of the headline that say something. */
  readonly kpis?: readonly string[] | undefined;
  /** Told of the days so far, at most twice a second. */
  readonly onPartial?: ((sweep: Sweep) => void) | undefined;
}

const sweepOptions = {
  vary: true,
  targets: true,
  kpis: true,
  onPartial: true,
  days: true,
  seed: true,
  workers: true,
  signal: true,
  onProgress: true,
  command: true,
  files: true,
  set: true,
} as const satisfies Record<keyof SweepOptions, true>;

/**
 * Simulates a scenario at every point of a range, or of two ranges crossed. In the sweep lengths are seconds and shares fractions
 * of 1; differences are point minus base.
 *
 * @param source the text of a scenario, or the same as plain data: every point reads it anew with its settings
 * @throws {ScenarioError} when the scenario as it is has errors
 * @throws {OptionError} when an option makes no sense, or a point is no scenario: every such point, with why
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function sweep(
  source: Exclude<ScenarioSource, ReadyScenario>,
  options: SweepOptions,
): Promise<Sweep> {
  const { vary, targets, kpis, onPartial, ...asRun } = options;
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const read = readerOf(text, options);
  const base = read([]);
  if (!base.ok) throw new ScenarioError(base.problems);
  const problems = unknownOptions(options, Object.keys(sweepOptions));
  const varied = variedAll(vary, problems);
  const asked = askedOf(base.setup, { targets: targets ?? [], kpis: kpis ?? null }, problems);
  const points = problems.length === 0 ? pointsOf(varied, read, problems) : [];
  if (problems.length > 0) throw new OptionError(problems);
  const plan = planOf(base, asRun, Object.keys(sweepOptions));
  const measured = new Measured(plan, points);
  const toldOf = (outcome: Outcome): Sweep =>
    sweepOf({ plan, base, varied, asked, points, measured, options, outcome });
  const onDay = onPartial && nowAndThen((days) => onPartial(toldOf({ days, ended: 'stopped' })));
  return toldOf(await measured.simulate(options, onDay));
}

const PARTIAL_MILLIS = 500;

/** Not of a single day, which has no intervals. */
function nowAndThen(tell: (days: number) => void): (days: number) => void {
  let told = performance.now();
  return (days) => {
    if (days < 2 || performance.now() - told < PARTIAL_MILLIS) return;
    tell(days);
    // What telling takes is not counted: it would be all that is done.
    told = performance.now();
  };
}

interface Swept {
  readonly plan: Plan;
  readonly base: ReadyScenario;
  readonly varied: readonly Varied[];
  readonly asked: Asked;
  readonly points: readonly Point[];
  readonly measured: Measured;
  readonly options: SweepOptions;
  readonly outcome: Outcome;
}

const UNIT = { share: 'share', time: 's', number: 'number' } as const;

function sweepOf({ plan, base, varied, asked, points, measured, options, outcome }: Swept): Sweep {
  const all = asked.kpis.map((kpi) => ({
    kpi,
    base: measured.base(kpi),
    points: points.map((_, at) => measured.point(at, kpi)),
  }));
  const isThere = ({ mean }: Estimate): boolean => mean !== null && mean !== 0;
  // Those of targets come first and are never left out, so that their places stay.
  const shown = all.filter(
    (each) =>
      !asked.optional.has(each.kpi) ||
      isThere(each.base) ||
      each.points.some(({ estimate }) => isThere(estimate)),
  );
  const settings = varied.map((each, which) => ({ ...each, ...homeOf(base, points, which, each.path) }));
  const isBase = points.map(({ ready }) => isSameSetup(base.setup, ready.setup));
  const { seed, days } = plan;
  const costs = points.map(({ ready }) => costOf(overDays(ready.setup, days)));
  return buildSweep({
    tandem: version,
    scenario: plan.setup.name,
    seed,
    days: { simulated: measured.days, asked: days, ended: outcome.ended },
    command: options.command?.(outcome) ?? `sweep(scenario, { seed: ${seed}, days: ${measured.days}, ... })`,
    set: options.set ?? [],
    settings,
    kpis: shown.map(({ kpi: { named, kpi, queue, group } }) => ({
      name: named.name,
      id: named.id === 'K-01' ? 'K-01' : kpi.id,
      stat: kpi.stat,
      title: kpi.title,
      unit: UNIT[kpi.unit],
      queue,
      group,
    })),
    currency: [costOf(plan.setup), ...costs].find((cost) => cost !== null)?.currency ?? null,
    targets: asked.targets,
    ranges: shown.map(({ kpi }) => rangeOf(kpi.kpi)),
    base: {
      agentHours: agentHoursOf(plan.setup),
      cost: costOf(plan.setup)?.perDay ?? null,
      estimates: shown.map((each) => each.base),
    },
    points: points.map(({ at, ready }, index) => ({
      at,
      isBase: isBase[index] === true,
      agentHours: agentHoursOf(overDays(ready.setup, days)),
      cost: costs[index]?.perDay ?? null,
      estimates: shown.map((each) => each.points[index]!.estimate),
      differences: shown.map((each) => each.points[index]!.difference),
    })),
    warnings: [...scenarioWarnings(plan.ready), ...daysWarnings(measured.days, days, outcome)],
  });
}

function daysWarnings(simulated: number, asked: number, { ended }: Outcome): Sweep['warnings'] {
  const warnings: Sweep['warnings'][number][] = [];
  if (ended === 'stopped') warnings.push(interruptedWarning({ simulated, asked }));
  if (simulated === 1)
    warnings.push({
      code: 'one-day',
      text: 'One day alone tells nothing about chance: there are no intervals. Simulate more days.',
      parameters: { blockDays: 1 },
    });
  return warnings;
}

/** So many days of it: the calendar is averaged over as many. */
function overDays(setup: Setup, days: number): Setup {
  return { ...setup, world: { ...setup.world, days } };
}
