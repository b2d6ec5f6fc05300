/**
 * What the staff is to reach: KPIs with a value, in every interval and over the day, and whether a run shows it. It refuses to know
 * how heads are found.
 */
import { residualSpread, studentFactor } from '../../engine/index.ts';
import type { Accumulator, RatioKpi, Setup } from '../../engine/index.ts';
import { inReport, KpiFinder, valueOf } from '../asked-kpi.ts';
import type { AskedKpi } from '../asked-kpi.ts';
import { groupServes } from './heads.ts';

export interface Target {
  readonly text: string;
  readonly asked: AskedKpi;
  readonly kpi: RatioKpi;
  readonly isAtLeast: boolean;
  /** Fraction of 1, milliseconds or a number. */
  readonly value: number;
  /** Index of the queue or group, null: all together. */
  readonly place: number | null;
}

/** What more heads raise, and what they lower; nothing else can be a target. */
const RAISED = ['K-01', 'K-01a', 'K-01b', 'K-01c', 'K-01d', 'K-01e', 'K-01f'];
const LOWERED = ['K-02', 'K-03', 'K-04', 'K-05', 'K-05raw', 'K-09', 'K-10'];
const NAMES =
  'serviceLevel (and serviceLevelA to F), asa, averageWait, longestWait, abandonRate, abandonRateRaw, occupancy and utilisation';

/** `serviceLevel@support>=80%`, or with `=`; left out, what the scenario's queues have as target of the service level. */
export function targetsOf(
  setup: Setup,
  asked: readonly string[],
  accumulator: Accumulator,
  problems: string[],
): Target[] {
  const finder = new KpiFinder(setup);
  if (asked.length > 0)
    return asked.flatMap((text) => targetOf(setup, text, finder, accumulator, problems) ?? []);
  const own = setup.routing.queues.flatMap(({ name }, queue) => {
    const share = setup.report.targets[queue] ?? null;
    return share === null ? [] : [`serviceLevel@${name}=${Math.round(share * 1e6) / 1e4}%`];
  });
  if (own.length === 0)
    problems.push(
      'No queue has a target (serviceLevel: { share: 80%, within: 20s }), so name one: serviceLevel=80%.',
    );
  return own.flatMap((text) => targetOf(setup, text, finder, accumulator, problems) ?? []);
}

/** `=` for either direction, or the sign that is meant: a sweep's targets may be taken over. */
const WRITTEN = /^(.+?)\s*(>=|<=|=|≥|≤)\s*([^<>=≥≤]+)$/;

function targetOf(
  setup: Setup,
  text: string,
  finder: KpiFinder,
  accumulator: Accumulator,
  problems: string[],
): Target | undefined {
  const [, name = '', sign = '', written = ''] = WRITTEN.exec(text.trim()) ?? [];
  if (name === '') {
    problems.push(
      `A target is written like serviceLevel>=80%, abandonRate@support<=5% or asa=20s, not "${text}".`,
    );
    return undefined;
  }
  const asked = finder.find(name, problems);
  const value = asked && valueOf(asked, written, problems);
  if (asked === undefined || value === undefined) return undefined;
  const { kpi, named } = asked;
  const isAtLeast = RAISED.includes(named.id);
  if (kpi.form !== 'ratio' || !kpi.byInterval || !(isAtLeast || LOWERED.includes(named.id))) {
    problems.push(`Heads cannot be found for ${named.name}: a target is one of ${NAMES}.`);
    return undefined;
  }
  const good = isAtLeast ? '>=' : '<=';
  if (sign !== '=' && sign.replace('≥', '>=').replace('≤', '<=') !== good) {
    const [move, bound] = isAtLeast ? ['raise', 'a lower bound'] : ['lower', 'an upper bound'];
    problems.push(
      `More heads ${move} ${named.name}, so its target is ${bound}: write ${name}${good}${written}, not "${text}".`,
    );
    return undefined;
  }
  if (kpi.unit === 'share' && !(value > 0 && value < 1)) {
    problems.push(`A target of ${named.name} lies between 0% and 100%, not at "${written}".`);
    return undefined;
  }
  if (!(value > 0)) {
    problems.push(`A target of ${named.name} is more than 0, not "${written}".`);
    return undefined;
  }
  const place = placeOf(setup, asked);
  if (place !== null && !accumulator.tellsIntervals(kpi.scope)) {
    problems.push(
      `This centre is too large to judge single ${kpi.scope}s by interval: leave out "@" in "${text}".`,
    );
    return undefined;
  }
  return { text: text.trim(), asked, kpi, isAtLeast, value, place };
}

function placeOf(setup: Setup, { queue, group }: AskedKpi): number | null {
  if (queue !== null) return setup.routing.queues.findIndex(({ name }) => name === queue);
  if (group !== null) return setup.world.groups.findIndex(({ name }) => name === group);
  return null;
}

/** Whether a queue counts in a target. */
export function isAbout(setup: Setup, { kpi, place }: Target, queue: number): boolean {
  if (place === null) return true;
  return kpi.scope === 'queue' ? place === queue : groupServes(setup, place, queue);
}

export type CellVerdict = 'met' | 'missed' | 'unsure';

/** One target in one interval, or over the day. */
export interface Cell {
  readonly target: Target;
  /** null: the day as a whole. */
  readonly interval: number | null;
  readonly mean: number;
  /** One-sided bounds at the confidence asked for; null when too few days tell. */
  readonly low: number | null;
  readonly high: number | null;
  readonly standardError: number;
  readonly verdict: CellVerdict;
}

/**
 * Each target over the day and in each interval where anything counted. `met` needs the bound on the bad side to be good too.
 * @param confidence of each by itself, one-sided
 */
export function cellsOf(
  accumulator: Accumulator,
  targets: readonly Target[],
  intervals: number,
  confidence: number,
): Cell[] {
  const places = [null, ...Array.from({ length: intervals }, (_, at) => at)];
  return targets.flatMap((target) =>
    places.flatMap((interval) => cellOf(accumulator, target, interval, confidence) ?? []),
  );
}

function cellOf(
  accumulator: Accumulator,
  target: Target,
  interval: number | null,
  confidence: number,
): Cell | undefined {
  const { place, value, isAtLeast } = target;
  const sums = accumulator.sums(kpiIn(accumulator, target), { place, interval });
  const [N, D] = [sums.reduce((sum, each) => sum + each.N, 0), sums.reduce((sum, each) => sum + each.D, 0)];
  if (D <= 0) return undefined;
  const mean = N / D;
  const spread = residualSpread(sums, mean);
  if (spread === null)
    return { target, interval, mean, low: null, high: null, standardError: Infinity, verdict: 'unsure' };
  const { standardError, degrees } = spread;
  // Two-sided at 2c - 1 is one-sided at c.
  const reach = studentFactor(degrees, 2 * confidence - 1) * standardError;
  const [low, high] = [mean - reach, mean + reach];
  const isGood = (at: number): boolean => (isAtLeast ? at >= value : at <= value);
  const [worst, best] = isAtLeast ? [low, high] : [high, low];
  const verdict = isGood(worst) ? 'met' : isGood(best) ? 'unsure' : 'missed';
  return { target, interval, mean, low, high, standardError, verdict };
}

/** The accumulator of each run has KPIs of its own. */
export function kpiIn({ kpis }: Accumulator, { kpi }: Target): RatioKpi {
  const { id, stat, scope } = kpi;
  return kpis.find((each) => each.id === id && each.stat === stat && each.scope === scope) as RatioKpi;
}

/** In the report's units: shares as fractions, lengths in seconds. */
export function told({ asked }: Target, value: number | null): number | null {
  return value === null ? null : inReport(asked, value);
}
