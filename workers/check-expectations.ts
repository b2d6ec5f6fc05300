/**
 * What a suite expects, watched day by day: the replicates of each expectation are kept, and at fixed counts of days its interval
 * is looked at, until it is decided. A decision stands: later days are not asked again. It refuses to know how days are simulated.
 */
import { judge, kpiNamed, rangeOf, RatioSeries, riskPerLook } from '../engine/index.ts';
import type { Accumulator, Bounds, Judgement, RatioKpi, Setup } from '../engine/index.ts';
import type { ExpectationVerdict } from '../reports/suite.ts';
import { nextLook } from './stopping.ts';

type Expectation = Setup['report']['expectations'][number];

/** Where nothing else is said: nine looks, the last at intervals a quarter as wide as at the first. */
export const checkDaysAtMost = 1600;

/** After how many days an interval is looked at: 100, 150, 200, 300, 400, 600 ... and at the last day. */
export function looksUpTo(days: number): number[] {
  const looks: number[] = [];
  for (let look = nextLook(1); look < days; look = nextLook(look + 1)) looks.push(look);
  return [...looks, days];
}

/** Sentences about expectations that cannot be decided at all. */
export function expectationProblems(accumulator: Accumulator): string[] {
  return accumulator.setup.report.expectations.flatMap(({ kpi: name, queue }) => {
    const kpi = kpiOf(accumulator, name, queue);
    if (kpi === undefined) return [`${name} has no confidence interval, so it cannot be expected.`];
    if (queue !== null && kpi.scope !== 'queue') {
      const queueName = accumulator.setup.routing.queues[queue]?.name ?? '';
      return [`${name} is not told by queue. Leave out "queue: ${queueName}".`];
    }
    return [];
  });
}

function kpiOf(accumulator: Accumulator, name: string, queue: number | null): RatioKpi | undefined {
  const kpi = accumulator.kpi(kpiNamed(name)?.id ?? name, queue === null ? null : 'queue');
  return kpi?.form === 'ratio' ? kpi : undefined;
}

export class ExpectationWatch {
  readonly #each: readonly Watched[];
  readonly #looks: readonly number[];

  /** @param expectations of the whole suite, other files and shards included */
  constructor(accumulator: Accumulator, daysAtMost: number, expectations: number) {
    this.#looks = looksUpTo(daysAtMost);
    const risk = riskPerLook(expectations, this.#looks.length);
    this.#each = accumulator.setup.report.expectations.flatMap((expectation) => {
      const kpi = kpiOf(accumulator, expectation.kpi, expectation.queue);
      return kpi === undefined ? [] : [new Watched(accumulator, expectation, kpi, risk)];
    });
  }

  get looks(): number {
    return this.#looks.length;
  }

  /** To be called after each day. True: everything is decided. */
  day(days: number): boolean {
    for (const each of this.#each) if (!each.isDecided) each.keep();
    if (!this.#looks.includes(days)) return false;
    for (const each of this.#each) if (!each.isDecided) each.look(days);
    return this.#each.every(({ isDecided }) => isDecided);
  }

  /** @param isStopped interrupted: what is open stays so for that reason */
  verdicts(days: number, isStopped: boolean): ExpectationVerdict[] {
    return this.#each.map((each) => each.verdict(days, isStopped));
  }
}

const SECOND = 1000;
const REPORT_UNIT = { share: 'share', time: 's', number: 'number' } as const;

class Watched {
  readonly #accumulator: Accumulator;
  readonly #expectation: Expectation;
  readonly #kpi: RatioKpi;
  readonly #risk: number;
  readonly #series = new RatioSeries();
  /** Of each kind of day: replicates, numerator and denominator so far. */
  #before: readonly { readonly n: number; readonly N: number; readonly D: number }[] = [];
  #judgement: Judgement = 'open';
  #bounds: Bounds | null = null;
  #days = 0;

  constructor(accumulator: Accumulator, expectation: Expectation, kpi: RatioKpi, risk: number) {
    this.#accumulator = accumulator;
    this.#expectation = expectation;
    this.#kpi = kpi;
    this.#risk = risk;
  }

  get isDecided(): boolean {
    return this.#judgement !== 'open';
  }

  /** The replicate that the last day brought, if it brought one: sums are of whole numbers, so their differences are exact. */
  keep(): void {
    const sums = this.#accumulator.sums(this.#kpi, { place: this.#place });
    sums.forEach(({ n, N, D }, stratum) => {
      const before = this.#before[stratum] ?? { n: 0, N: 0, D: 0 };
      if (n > before.n) this.#series.add(stratum, N - before.N, D - before.D);
    });
    this.#before = sums;
  }

  look(days: number): void {
    this.#days = days;
    this.#bounds = this.#now();
    this.#judgement = judge(this.#bounds, this.#expectation.between);
  }

  #now(): Bounds {
    const possible = { ...rangeOf(this.#kpi), isShare: this.#kpi.unit === 'share' };
    return this.#series.bounds(this.#risk, possible);
  }

  verdict(days: number, isStopped: boolean): ExpectationVerdict {
    const { kpi, queue, between } = this.#expectation;
    // Shown, not judged: a look that was not planned would take a chance of its own.
    const bounds = this.isDecided ? this.#bounds : null;
    const { mean, low, high, n } = bounds ?? this.#now();
    const scale = this.#kpi.unit === 'time' ? SECOND : 1;
    const told = (value: number | null): number | null => (value === null ? null : value / scale);
    return {
      kpi,
      id: this.#kpi.id,
      unit: REPORT_UNIT[this.#kpi.unit],
      queue: queue === null ? null : (this.#accumulator.setup.routing.queues[queue]?.name ?? null),
      between: [between[0] / scale, between[1] / scale],
      mean: told(mean),
      low: told(low),
      high: told(high),
      n,
      days: this.isDecided ? this.#days : days,
      verdict: this.#judgement === 'open' ? 'undecided' : this.#judgement,
      why: this.#judgement === 'open' ? whyOpen(mean, low, isStopped) : null,
    };
  }

  get #place(): number | null {
    return this.#kpi.scope === 'queue' ? this.#expectation.queue : null;
  }
}

function whyOpen(mean: number | null, low: number | null, isStopped: boolean): ExpectationVerdict['why'] {
  if (isStopped) return 'stopped';
  if (mean === null) return 'noValue';
  return low === null ? 'noInterval' : 'tooClose';
}
