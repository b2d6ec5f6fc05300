/**
 * When enough days are simulated: sequential stopping by the half-width of the intervals of one or more KPIs, in their own
 * unit or as a share of the value. It looks only after fixed counts of days, so where it stops depends on the
 * scenario and the seed, not on the workers. It refuses to know how days are simulated.
 */
import {
  boundOf,
  halfWidth,
  kpiNamed,
  kpis,
  nearestName,
  replicatesFor,
  shareAsMeant,
} from '../engine/index.ts';
import type { Accumulator, Estimate, Kpi, KpiName, Setup } from '../engine/index.ts';

/** Stop once the 95 % confidence interval of a KPI is so narrow. */
export interface UntilHalfwidth {
  /** By name or ID: `serviceLevel`, `asa`, `K-05`. */
  readonly kpi: string;
  /** Of this queue; left out: of the whole centre. */
  readonly queue?: string;
  /**
   * Half the width of the interval. A text has a unit: `1%` (percentage points), `2s`; a number is a fraction of 1
   * for shares, seconds for times.
   */
  readonly halfwidth: string | number;
}

/** Stop once half the interval of a KPI is so small a part of its value: `5%` of an ASA of 40 s is 2 s. */
export interface UntilRelative {
  readonly kpi: string;
  readonly queue?: string;
  /** Part of the value, as `5%` or 0.05. */
  readonly part: string | number;
}

export type Until = UntilHalfwidth | UntilRelative;

/** Options that make no sense, or not for this scenario: all of them, a sentence each. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[]) {
    const all = typeof problems === 'string' ? [problems] : problems;
    super(all.join('\n'));
    this.problems = all;
  }
}

/** Fewer days than this make an interval that is itself a matter of luck. */
export const daysAtLeast = 100;
/** Where no maximum is given. */
export const daysAtMost = 10_000;

/**
 * Whether it looks after so many days: 100, 150, 200, 300, 400, 600, 800 and so on. Each look is a chance to
 * stop by luck; with looks that grow so there are 14 up to 10,000 days, and at most half as many days again are
 * simulated as needed.
 */
export function isLook(days: number): boolean {
  if (days < daysAtLeast) return false;
  const doublings = Math.floor(Math.log2(days / daysAtLeast));
  const first = daysAtLeast * 2 ** doublings;
  return days === first || days === first * 1.5;
}

/** The first look at or after so many days. */
export function nextLook(days: number): number {
  for (let first = daysAtLeast; ; first *= 2) {
    if (first >= days) return first;
    if (first * 1.5 >= days) return first * 1.5;
  }
}

/**
 * Days in a block of a long run that is stopped by precision: whole turns of the calendar, about ten days, so that
 * ten blocks or nearly are there at the first look.
 */
export function blockDaysOf(setup: Setup): number {
  const turn = setup.world.calendar.length;
  return turn * Math.max(1, Math.floor(10 / turn));
}

/** A warning of a report; lengths of time in seconds. */
export interface PrecisionWarning {
  readonly code: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** One KPI and how narrow its interval is to be. */
class Goal {
  readonly #accumulator: Accumulator;
  readonly #kpi: Kpi;
  readonly #place: number | null;
  readonly #named: KpiName;
  readonly #isRelative: boolean;
  /** In the KPI's unit (a fraction of 1, milliseconds, a number), or part of the value. */
  readonly #wanted: number;

  constructor(accumulator: Accumulator, until: Until) {
    const named = kpiNamed(until.kpi);
    const kpi = named && accumulator.kpi(named.id);
    const problems: string[] = [];
    const names = kpis.map(({ name }) => name);
    if (!kpi) problems.push(unknown('KPI', until.kpi, names));
    const queues = accumulator.setup.routing.queues.map(({ name }) => name);
    const place = until.queue === undefined ? null : queues.indexOf(until.queue);
    if (place === -1) problems.push(unknown('queue', until.queue ?? '', queues));
    else if (named && place !== null && kpi?.scope !== 'queue')
      problems.push(`${named.name} is not told by queue.`);
    if (named && kpi?.form === 'maximum') problems.push(`${named.name} has no confidence interval.`);
    const wanted = 'part' in until ? partOf(until, named, problems) : widthOf(until, named, problems);
    if (!named || !kpi || problems.length > 0) throw new OptionError(problems);
    this.#accumulator = accumulator;
    this.#kpi = kpi;
    this.#named = named;
    this.#place = place;
    this.#isRelative = 'part' in until;
    this.#wanted = wanted;
  }

  /** Half-width so far over the one wanted; null: no interval yet, or of a value of 0 no part. */
  get progress(): number | null {
    const reached = this.#reached(this.#estimate());
    return reached === null ? null : reached / this.#wanted;
  }

  /** What a reader must know when it is not reached. */
  warning(): PrecisionWarning {
    const { unit, name: kpi } = this.#named;
    const reached = this.#reached(this.#estimate());
    const relative = this.#isRelative;
    const scale = unit === 'time' && !relative ? 1000 : 1;
    const told = (width: number) => (relative ? partText(width) : widthText(width, unit));
    const found = reached === null ? 'has no interval' : `is known to ${told(reached)} only`;
    return {
      ...(relative ? { code: 'precision-relative' } : { code: 'precision' }),
      text: `${kpi} ${found} after all days, ${told(this.#wanted)} were asked for. More days would narrow it.`,
      parameters: {
        kpi,
        unit,
        asked: this.#wanted / scale,
        ...(reached === null ? {} : { reached: reached / scale }),
      },
    };
  }

  #estimate(): Estimate {
    return this.#accumulator.estimate(this.#kpi, { place: this.#place });
  }

  #reached(estimate: Estimate): number | null {
    const half = halfWidth(estimate);
    if (half === null || !this.#isRelative) return half;
    return estimate.mean ? half / Math.abs(estimate.mean) : null;
  }
}

/** A share lies between 0 and 1, so an interval that says anything is no wider than that: 1 is a slip for 1%. */
const WIDEST_SHARE = 0.5;

function widthOf(until: UntilHalfwidth, named: KpiName | undefined, problems: string[]): number {
  // Of an unknown KPI the unit is not known: a width that suits none is wrong all the same.
  const units = named ? [named.unit] : (['share', 'time', 'number'] as const);
  const wanted = units.map((unit) => boundOf(until.halfwidth, unit)).find((bound) => (bound ?? 0) > 0);
  const isShare = named?.unit === 'share';
  if (wanted !== undefined && !(isShare && wanted > WIDEST_SHARE)) return wanted;
  if (wanted !== undefined) {
    const meant = wanted > 1 && wanted <= 50 ? shareAsMeant(until.halfwidth) : '1% or 0.01';
    problems.push(
      `The half-width of ${named?.name} is at most 50 points: write ${meant}, not "${until.halfwidth}".`,
    );
    return Number.NaN;
  }
  const examples = { share: '1%', time: '2s', number: '0.5' };
  const example = units.map((unit) => examples[unit]).join(' or ');
  const whose = named ? `The half-width of ${named.name}` : 'A half-width';
  problems.push(`${whose} is written like ${example}, not "${until.halfwidth}".`);
  return Number.NaN;
}

function partOf(until: UntilRelative, named: KpiName | undefined, problems: string[]): number {
  const wanted = boundOf(until.part, 'share') ?? 0;
  if (wanted > 0 && wanted < 1) return wanted;
  const whose = named ? ` of ${named.name}` : '';
  problems.push(`The relative half-width${whose} is a part of the value, like 5%, not "${until.part}".`);
  return Number.NaN;
}

/** All goals together: it is enough when each is reached. */
export class Precision {
  readonly #goals: readonly Goal[];
  #days: number = daysAtLeast;
  #isReached = false;

  /** @throws {OptionError} with all that is wrong with any of them */
  constructor(accumulator: Accumulator, until: Until | readonly Until[]) {
    const problems: string[] = [];
    this.#goals = (until instanceof Array ? until : [until]).flatMap((each) => {
      try {
        return [new Goal(accumulator, each)];
      } catch (error) {
        if (!(error instanceof OptionError)) throw error;
        problems.push(...error.problems);
        return [];
      }
    });
    if (problems.length > 0) throw new OptionError([...new Set(problems)]);
  }

  get isReached(): boolean {
    return this.#isReached;
  }

  /** How many days it will probably take, by what the last look said. */
  get daysExpected(): number {
    return this.#days;
  }

  /** To be asked after each day. */
  isEnough(days: number): boolean {
    if (!isLook(days)) return false;
    const progress = this.#goals.map((goal) => goal.progress);
    this.#isReached = progress.every((each) => each !== null && each <= 1);
    const needed = progress.map((each) => (each === null ? 0 : replicatesFor(days, each, 1)));
    this.#days = nextLook(Math.max(days + 1, ...needed));
    return this.#isReached;
  }

  /** What a reader must know when all days were not enough. */
  warnings(ended: 'allDays' | 'enough' | 'stopped'): PrecisionWarning[] {
    if (this.#isReached || ended !== 'allDays') return [];
    return this.#goals
      .filter(({ progress }) => !(progress !== null && progress <= 1))
      .map((goal) => goal.warning());
  }
}

function widthText(width: number, unit: KpiName['unit']): string {
  const figures = (value: number) => String(Number(value.toPrecision(3)));
  switch (unit) {
    case 'share':
      return `±${figures(width * 100)} percentage points`;
    case 'time':
      return `±${figures(width / 1000)} s`;
    case 'number':
      return `±${figures(width)}`;
  }
}

function partText(part: number): string {
  return `±${Number((part * 100).toPrecision(3))} % of its value`;
}

function unknown(thing: string, name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
  return `There is no ${thing} "${name}". ${hint}`;
}
