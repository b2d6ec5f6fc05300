/**
 * A scenario over the values of one or two of its settings. Every point is simulated on the same days with the same luck, so that
 * neighbours can be told apart by far fewer days than their own intervals would take, and an interruption leaves all of them with
 * the same number of days. It refuses to know what a setting means.
 */
import { Accumulator, PairAccumulator, pathText, rangeOf, readScenario, version } from '../engine/index.ts';
import type { Estimate, ReadResult, Setup } from '../engine/index.ts';
import { problemText } from '../reports/problem-text.ts';
import { settingsDiff } from '../reports/settings-diff.ts';
import { buildSweep } from '../reports/sweep.ts';
import type { Sweep } from '../reports/sweep.ts';
import { agentHoursOf } from './agent-hours.ts';
import { isSameSetup } from './same-setup.ts';
import { inReport, KpiFinder, valueOf } from './asked-kpi.ts';
import type { AskedKpi } from './asked-kpi.ts';
import type { Outcome } from './course.ts';
import { simulateDays } from './pool.ts';
import { follower, planOf, ScenarioError, scenarioWarnings, unknownOptions } from './run.ts';
import type { Plan, ReadyScenario, RunOptions, ScenarioSource } from './run.ts';
import { OptionError } from './stopping.ts';
import { mostPoints, variedOf } from './varied.ts';
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
}

const sweepOptions = {
  vary: true,
  targets: true,
  kpis: true,
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
  const { vary, targets, kpis, ...asRun } = options;
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
  const outcome = await measured.simulate(options);
  return sweepOf({ plan, base, varied, asked, points, measured, options, outcome });
}

type Read = (settings: readonly string[]) => ReadResult;

/** Files that a scenario names are read once, not once for each point. */
function readerOf(text: string, { files, set = [] }: SweepOptions): Read {
  const known = new Map<string, string | undefined>();
  const remembered = (name: string): string | undefined => {
    if (!known.has(name)) known.set(name, files?.(name));
    return known.get(name);
  };
  return (settings) => readScenario(text, { files: remembered, set: [...set, ...settings] });
}

function variedAll(vary: readonly string[], problems: string[]): Varied[] {
  if (vary.length === 0 || vary.length > 2)
    problems.push(`A sweep varies one or two settings, not ${vary.length}.`);
  const varied = vary.flatMap((written) => variedOf(written, problems) ?? []);
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  if (count > mostPoints)
    problems.push(`${count} points are too many; ${mostPoints} are the most. Take larger steps.`);
  const [one, other] = varied;
  if (one && one.path === other?.path) problems.push(`${one.path} is varied twice.`);
  return varied;
}

// ---------------------------------------------------------------- points

interface Point {
  readonly at: readonly number[];
  readonly ready: ReadyScenario;
}

/** All combinations, the first setting slowest. */
function pointsOf(varied: readonly Varied[], read: Read, problems: string[]): Point[] {
  const grid = varied.reduce<readonly (readonly number[])[]>(
    (before, { values }) => before.flatMap((at) => values.map((_, index) => [...at, index])),
    [[]],
  );
  const wrong = new Map<string, Set<string>>();
  const points = grid.flatMap((at): Point[] => {
    const settings = varied.map(({ path, values }, which) => `${path}=${values[at[which]!]!.text}`);
    const result = read(settings);
    if (result.ok) return [{ at, ready: result }];
    for (const problem of result.problems) {
      const path = problem.path.length > 0 ? ` ${pathText(problem.path)}` : '';
      const line = `${problem.code}${path}: ${problemText(problem)}`;
      // Of two settings the one that is wrong is named, else the point.
      const place = problem.set ?? settings.join(', ');
      wrong.set(line, (wrong.get(line) ?? new Set()).add(place));
    }
    return [];
  });
  const lines = [...wrong].map(([line, places]) => pointProblem(line, [...places]));
  problems.push(...lines.slice(0, PROBLEMS_SHOWN));
  if (lines.length > PROBLEMS_SHOWN) problems.push(`And ${lines.length - PROBLEMS_SHOWN} more of the kind.`);
  return points;
}

const PROBLEMS_SHOWN = 20;

/** Of one point with its value; what is the same for all values is about the path, which the line names. */
function pointProblem(line: string, places: readonly string[]): string {
  return places.length === 1 ? `${places[0]}: ${line}` : line;
}

// ---------------------------------------------------------------- what is measured

interface Asked {
  readonly kpis: readonly AskedKpi[];
  readonly targets: Sweep['targets'];
  /** Left out where they are nothing at every point; those asked for never. */
  readonly optional: ReadonlySet<AskedKpi>;
}

const USUAL = ['serviceLevel', 'abandonRate', 'asa', 'occupancy'];
const WHERE_THERE = ['offerRate', 'acceptance', 'callbackDelay', 'overflowShare'];

function askedOf(
  setup: Setup,
  { targets, kpis }: { readonly targets: readonly string[]; readonly kpis: readonly string[] | null },
  problems: string[],
): Asked {
  const finder = new KpiFinder(setup);
  const found: AskedKpi[] = [];
  const placeOf = (asked: AskedKpi): number => {
    const at = found.findIndex(
      ({ kpi, queue, group }) => kpi === asked.kpi && queue === asked.queue && group === asked.group,
    );
    return at < 0 ? found.push(asked) - 1 : at;
  };
  const told = targets.flatMap((text): Sweep['targets'] => {
    const [, kpi = '', sign = '', written = ''] = /^(.+?)\s*(>=|<=|≥|≤)\s*(.+)$/.exec(text.trim()) ?? [];
    if (kpi === '') {
      problems.push(`A target is written like serviceLevel@support>=80% or abandonRate<=5%, not "${text}".`);
      return [];
    }
    const asked = finder.find(kpi, problems);
    const bound = asked && valueOf(asked, written, problems);
    if (!asked || bound === undefined) return [];
    const isLeast = sign === '>=' || sign === '≥';
    const limit = inReport(asked, bound);
    const target = { text: text.trim(), kpi: placeOf(asked) };
    return [{ ...target, atLeast: isLeast ? limit : null, atMost: isLeast ? null : limit }];
  });
  for (const name of kpis ?? USUAL) {
    const asked = finder.find(name, problems);
    if (asked) placeOf(asked);
  }
  const optional = new Set<AskedKpi>();
  for (const name of kpis === null ? WHERE_THERE : []) {
    const asked = finder.find(name, []);
    const isNew = asked && !found.some(({ kpi, queue }) => kpi === asked.kpi && queue === asked.queue);
    if (asked && isNew) {
      placeOf(asked);
      optional.add(asked);
    }
  }
  return { kpis: found, targets: told, optional };
}

/** The base alone, and each point paired with it; the base is simulated once. */
class Measured {
  readonly #plan: Plan;
  readonly #setups: readonly Setup[];
  readonly #base: Accumulator;
  readonly #pairs: readonly PairAccumulator[];

  constructor(plan: Plan, points: readonly Point[]) {
    this.#plan = plan;
    const { seed, setup } = plan;
    const { days } = setup.world;
    this.#setups = points.map(({ ready }) => ({
      ...ready.setup,
      seed,
      world: { ...ready.setup.world, days },
    }));
    const mixed = this.#setups.some(({ world }) => world.continuous !== setup.world.continuous);
    if (mixed) throw new OptionError('Separate days cannot be compared with a long run (days: continuous).');
    this.#base = new Accumulator(setup);
    this.#pairs = this.#setups.map((each) => new PairAccumulator(setup, each));
  }

  async simulate({ workers, signal, ...options }: SweepOptions): Promise<Outcome> {
    const { setup, seed, days } = this.#plan;
    const follow = follower([this.#base], options, days, () => days);
    const outcome = await simulateDays({
      setups: [setup, ...this.#setups],
      seed,
      days,
      workers,
      signal,
      onDay: (day, [base, ...others]) => {
        if (!base) return false;
        this.#base.add(day, base.record);
        this.#pairs.forEach((pair, at) => pair.add(day, base.record, others[at]!.record));
        follow(others.reduce((sum, { events }) => sum + events, base.events));
        return true;
      },
    });
    this.#base.close();
    for (const pair of this.#pairs) pair.close();
    return outcome;
  }

  get days(): number {
    return this.#base.days;
  }

  base(asked: AskedKpi): Estimate {
    const { queue, group } = asked;
    const names = (queue === null ? this.#plan.setup.world.groups : this.#plan.setup.routing.queues).map(
      ({ name }) => name,
    );
    const name = queue ?? group;
    const kpi = this.#base.kpis.find(
      ({ id, stat, scope }) => id === asked.kpi.id && stat === asked.kpi.stat && scope === asked.kpi.scope,
    );
    if (kpi === undefined) return this.#nothing();
    return told(asked, this.#base.estimate(kpi, { place: name === null ? null : names.indexOf(name) }));
  }

  /** Of a point: its own estimate, and how it differs from the base. */
  point(at: number, asked: AskedKpi): { readonly estimate: Estimate; readonly difference: Estimate } {
    const pairs = this.#pairs[at]!;
    const pair = pairs.pairs.find(
      ({ candidate: { id, stat, scope }, name }) =>
        id === asked.kpi.id &&
        stat === asked.kpi.stat &&
        scope === asked.kpi.scope &&
        name === (asked.queue ?? asked.group),
    );
    if (pair === undefined) return { estimate: this.#nothing(), difference: this.#nothing() };
    const { candidate, difference } = pairs.difference(pair);
    return { estimate: told(asked, candidate), difference: told(asked, difference) };
  }

  #nothing(): Estimate {
    return { mean: null, low: null, high: null, n: this.#base.replicates };
  }
}

/** In the units of reports. */
function told(asked: AskedKpi, { mean, low, high, n }: Estimate): Estimate {
  const scaled = (value: number | null): number | null => (value === null ? null : inReport(asked, value));
  return { mean: scaled(mean), low: scaled(low), high: scaled(high), n };
}

// ---------------------------------------------------------------- the sweep

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
    targets: asked.targets,
    ranges: shown.map(({ kpi }) => rangeOf(kpi.kpi)),
    base: { agentHours: agentHoursOf(plan.setup), estimates: shown.map((each) => each.base) },
    points: points.map(({ at, ready }, index) => ({
      at,
      isBase: isBase[index] === true,
      agentHours: agentHoursOf({ ...ready.setup, world: { ...ready.setup.world, days } }),
      estimates: shown.map((each) => each.points[index]!.estimate),
      differences: shown.map((each) => each.points[index]!.difference),
    })),
    warnings: [...scenarioWarnings(plan.ready), ...daysWarnings(measured.days, days, outcome)],
  });
}

/** What the scenario itself says of a setting. Its path as it was read is what differs between two points that differ in it alone. */
function homeOf(
  base: ReadyScenario,
  points: readonly Point[],
  which: number,
  written: string,
): { readonly base: string | null; readonly standard: string | null } {
  const [first] = points;
  const other = points.find(({ at }) =>
    at.every((index, setting) => (setting === which) === (index !== first?.at[setting])),
  );
  if (first === undefined) return { base: null, standard: null };
  const [own] = other ? settingsDiff(first.ready.scenario, other.ready.scenario) : [];
  const path = own?.path ?? written;
  const home = [first, ...(other ? [other] : [])]
    .flatMap(({ ready }) => settingsDiff(base.scenario, ready.scenario))
    .find((change) => change.path === path);
  return { base: home?.baseline ?? null, standard: home?.standard ?? null };
}

function daysWarnings(simulated: number, asked: number, { ended }: Outcome): Sweep['warnings'] {
  const warnings: Sweep['warnings'][number][] = [];
  if (ended === 'stopped')
    warnings.push({
      code: 'interrupted',
      text: `Interrupted after ${simulated} of ${asked} days; the numbers are of those days.`,
      parameters: { simulated, asked },
    });
  if (simulated === 1)
    warnings.push({
      code: 'one-day',
      text: 'One day alone tells nothing about chance: there are no intervals. Simulate more days.',
      parameters: { blockDays: 1 },
    });
  return warnings;
}
