/**
 * A report: what a run says, as plain data with no words in it but names and warnings. The same scenario, seed, number of days
 * and version give the same bytes, so nothing in it depends on the machine or the hour: how fast it went is told beside it.
 * It knows no terminal and no file.
 */
import {
  ACTIONS,
  CONDITIONS,
  HEARD_CELLS,
  kpiNamed,
  rangeOf,
  sharedTarget,
  type Accumulator,
  type Estimate,
  type Kpi,
  type Part,
  type Setup,
  type Unit,
} from '../engine/index.ts';
import { analysisOf } from './analysis.ts';
import { clockOf, endClockOf } from './clock.ts';
import type {
  ExpectationRow,
  Funnel,
  GroupTime,
  Headline,
  KpiRow,
  OverflowRow,
  Report,
  ReportWarning,
  Verdict,
  WaitCurve,
} from './schema.ts';
import { delayBins, offerTimes, waitBinsOf } from './bins.ts';
import { REPORT_VERSION } from './report-version.ts';
import { staffPlanOf } from './staff-plan.ts';
import { warningsOf } from './warnings.ts';

export interface RunInfo {
  readonly version: string;
  readonly seed: number;
  /** How many days were asked for, at most. */
  readonly days: number;
  readonly ended: 'allDays' | 'enough' | 'stopped';
  /** What to type to see the same again. */
  readonly command: string;
  /** What was changed in the scenario before it ran. */
  readonly set?: readonly string[];
  /** Of the scenario, as sentences. */
  readonly warnings?: readonly ReportWarning[];
  /** What a pilot found, in milliseconds; null or left out: the warm-up is the scenario's. */
  readonly warmUp?: {
    readonly length: number | null;
    readonly pilotDays: number;
    readonly step: number;
    readonly observations: number;
  } | null;
}

export function buildReport(setup: Setup, results: Accumulator, run: RunInfo): Report {
  const { world } = setup;
  const kpis = kpiRows(setup, results);
  const told = new Set(kpis.map(({ id, stat }) => `${id} ${stat}`));
  const report: Report = {
    reportVersion: REPORT_VERSION,
    tandem: run.version,
    scenario: setup.name,
    set: run.set ?? [],
    seed: run.seed,
    command: run.command,
    days: {
      simulated: results.daysOf(null),
      asked: run.days,
      ended: run.ended,
      kinds: world.kinds.map(({ name, from, to }, kind) => ({
        kind: name,
        from: clockOf(from),
        to: endClockOf(to),
        simulated: results.daysOf(kind),
      })),
      interval: world.interval / SECOND,
      continuous: world.continuous,
      blockDays: results.blockDays,
      warmUp: world.warmUp / SECOND,
    },
    analysis: analysisOf(results, run),
    headline: headlines(setup, results),
    kpis,
    definitions: results.kpis
      .filter((kpi) => told.has(`${kpi.id} ${kpi.stat}`))
      .map((kpi) => ({ id: kpi.id, stat: kpi.stat, title: kpi.title, formula: formulaOf(kpi) })),
    callbacks: funnels(setup, results),
    agents: groupTimes(setup, results),
    ...staffPlanOf(setup, {
      groups: results.tellsIntervals('group'),
      queues: results.tellsIntervals('queue'),
    }),
    overflow: overflowRows(setup, results),
    waits: waitCurves(setup, results),
    waitBins: waitBinsOf(setup, results),
    expectations: expectationRows(setup, results),
    warnings: [],
  };
  return {
    ...report,
    warnings: [...(run.warnings ?? []), ...warningsOf(report, results.tellsIntervals('queue'))],
  };
}

/** The report as it is written to a file: the same bytes for the same run. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 1)}\n`;
}

const SECOND = 1000;

const REPORT_UNIT = { share: 'share', time: 's', number: 'number' } as const satisfies Record<Unit, string>;

export function formulaOf(kpi: Kpi): string {
  const part = (sum: string): string => (sum.includes(' ') ? `(${sum})` : sum);
  if (kpi.form === 'ratio') return `${part(kpi.numerator)} / ${part(kpi.denominator)}`;
  return kpi.form === 'quantile' ? `${kpi.stat} of ${kpi.sample}` : `largest ${kpi.cell}`;
}

/** An estimate in the report's units. */
function told(kpi: Kpi, estimate: Estimate): Estimate {
  const { mean, low, high, n } = possible(kpi, estimate);
  const scale = (each: number | null): number | null => {
    if (each === null || kpi.unit !== 'time') return each;
    return kpi.form === 'quantile' ? toMillisecond(each) : each / SECOND;
  };
  return { mean: scale(mean), low: scale(low), high: scale(high), n };
}

/**
 * The interval without what cannot be: that of a share that few callers carry is symmetric and would reach below 0 or above 1.
 * It holds the true value as often as before, since that lies in the range.
 */
function possible(kpi: Kpi, estimate: Estimate): Estimate {
  const { mean, low, high, n } = estimate;
  if (mean === null || low === null || high === null) return estimate;
  const { least, most } = rangeOf(kpi);
  return { mean, low: Math.min(mean, Math.max(least, low)), high: Math.max(mean, Math.min(most, high)), n };
}

/** Seconds. A quantile is interpolated between whole milliseconds: what is finer is the dust of that. */
function toMillisecond(millis: number): number {
  return Math.round(millis) / SECOND;
}

function must(results: Accumulator, id: string): Kpi {
  const kpi = results.kpi(id);
  if (kpi === undefined) throw new RangeError(`There is no KPI ${id}.`);
  return kpi;
}

function measured(results: Accumulator, id: string, part: Part = {}): Estimate {
  const kpi = must(results, id);
  return told(kpi, results.estimate(kpi, part));
}

function meanOf(results: Accumulator, id: string, part: Part = {}): number {
  return measured(results, id, part).mean ?? 0;
}

// ---------------------------------------------------------------- KPIs

function kpiRows(setup: Setup, results: Accumulator): KpiRow[] {
  const kinds: (number | null)[] =
    setup.world.kinds.length > 1 ? [null, ...setup.world.kinds.keys()] : [null];
  const ofQueues = new Set(
    results.kpis.filter(({ scope }) => scope === 'queue').map(({ id, stat }) => `${id} ${stat}`),
  );
  const rows: KpiRow[] = [];
  for (const kpi of results.kpis) {
    if (isRare(kpi) && !(results.estimate(kpi).mean ?? 0)) continue;
    // K-24 of all groups is K-24 of all queues.
    const isTwice = kpi.scope === 'group' && ofQueues.has(`${kpi.id} ${kpi.stat}`);
    for (const kind of kinds) {
      for (const place of placesOf(setup, kpi)) {
        if (place === null && isTwice) continue;
        rows.push(...rowsOfPlace(setup, results, kpi, place, kind));
      }
    }
  }
  return rows;
}

/** Told only where it happened: there are dozens of them. */
function isRare({ id, stat }: Kpi): boolean {
  return /Offer\d$/.test(stat) || (id === 'K-31' && stat.includes('/'));
}

function placesOf(setup: Setup, { scope }: Kpi): (number | null)[] {
  if (scope === 'centre') return [null];
  const names = scope === 'queue' ? setup.routing.queues : setup.world.groups;
  return [null, ...names.keys()];
}

function rowsOfPlace(
  setup: Setup,
  results: Accumulator,
  kpi: Kpi,
  place: number | null,
  kind: number | null,
): KpiRow[] {
  const name = {
    queue: kpi.scope === 'queue' && place !== null ? setup.routing.queues[place]!.name : null,
    group: kpi.scope === 'group' && place !== null ? setup.world.groups[place]!.name : null,
    kind: kind === null ? null : setup.world.kinds[kind]!.name,
  };
  const row = (interval: number | null): KpiRow => ({
    id: kpi.id,
    stat: kpi.stat,
    unit: REPORT_UNIT[kpi.unit],
    queue: name.queue,
    group: name.group,
    interval: interval === null ? null : { index: interval, start: startOf(results, interval) },
    kind: name.kind,
    ...told(kpi, results.estimate(kpi, { place, kind, interval })),
  });
  const rows = [row(null)];
  if (!kpi.byInterval || (place !== null && !results.tellsIntervals(kpi.scope))) return rows;
  for (let interval = 0; interval < results.layout.intervals; interval++) {
    const each = row(interval);
    if (each.mean !== null) rows.push(each);
  }
  return rows;
}

function startOf({ layout }: Accumulator, interval: number): string {
  return clockOf(layout.gridFrom + interval * layout.interval);
}

// ---------------------------------------------------------------- the headline

function headlines(setup: Setup, results: Accumulator): Headline[] {
  const { queues } = setup.routing;
  const { targets } = setup.report;
  const kpi = must(results, 'K-01');
  const within = new Set(queues.map((queue) => queue.serviceLevelThreshold));
  const places: (number | null)[] = queues.length > 1 ? [null, ...queues.keys()] : [0];
  return places.map((place) => {
    const estimate = told(kpi, results.estimate(kpi, { place }));
    // One target for all queues is the target of all together.
    const target = place === null ? sharedTarget(targets) : (targets[place] ?? null);
    const threshold =
      place === null ? (within.size === 1 ? [...within][0]! : null) : queues[place]!.serviceLevelThreshold;
    return {
      queue: place === null ? null : queues[place]!.name,
      kpi: kpi.id,
      target,
      within: threshold === null ? null : threshold / SECOND,
      ...estimate,
      verdict: target === null ? null : verdictOf(estimate, target, Infinity),
      intervalsMet: target === null ? null : measured(results, 'K-01.intervals', { place }),
    };
  });
}

/** Inside or outside with the whole interval, or unsure. */
function verdictOf({ mean, low, high }: Estimate, from: number, to: number): Verdict {
  if (mean === null) return 'noValue';
  if (low === null || high === null) return 'unsure';
  if (low >= from && high <= to) return 'met';
  return high < from || low > to ? 'missed' : 'unsure';
}

function expectationRows(setup: Setup, results: Accumulator): ExpectationRow[] {
  return setup.report.expectations.flatMap(({ kpi: name, queue, between }) => {
    const id = kpiNamed(name)?.id ?? name;
    const kpi = results.kpi(id, queue === null ? null : 'queue');
    if (kpi === undefined) return [];
    const estimate = possible(kpi, results.estimate(kpi, { place: kpi.scope === 'queue' ? queue : null }));
    const scale = kpi.unit === 'time' ? SECOND : 1;
    return {
      kpi: name,
      id: kpi.id,
      unit: REPORT_UNIT[kpi.unit],
      queue: queue === null ? null : setup.routing.queues[queue]!.name,
      between: [between[0] / scale, between[1] / scale] as const,
      ...told(kpi, estimate),
      verdict: verdictOf(estimate, between[0], between[1]),
    };
  });
}

// ---------------------------------------------------------------- tables

function funnels(setup: Setup, results: Accumulator): Funnel[] {
  const funnel = (place: number | null): Funnel => {
    const perDay = (id: string): number => meanOf(results, id, { place });
    return {
      queue: place === null ? null : setup.routing.queues[place]!.name,
      callers: perDay('Off'),
      heardOffer: perDay('K-11.offered'),
      optedIn: perDay('CbAcc'),
      initiated: perDay('K-12.perDay'),
      connected: perDay('K-13.perDay'),
      lost: perDay('K-18.perDay'),
      otherwise: perDay('K-18.cancelled'),
      open: perDay('K-32.callbacksAtEnd'),
      offers: offersOf(setup, results, place),
      delay: measured(results, 'K-15', { place }),
      delays: delayBins(results, place),
    };
  };
  const offering = setup.routing.queues.flatMap((_, place) => {
    const each = funnel(place);
    return each.heardOffer > 0 || each.optedIn > 0 ? [each] : [];
  });
  return offering.length > 1 ? [funnel(null), ...offering] : offering;
}

/** Those that somebody heard. Of all queues together an offer is due when the first of them plays it. */
function offersOf(setup: Setup, results: Accumulator, place: number | null): Funnel['offers'] {
  const queues = place === null ? [...setup.routing.queues.keys()] : [place];
  return HEARD_CELLS.flatMap((_, at) => {
    const number = at + 1;
    const heard = meanOf(results, `K-11.heardOffer${number}`, { place });
    if (heard === 0) return [];
    const dues = queues.map((queue) => offerTimes(setup, queue, number)[at] ?? Infinity);
    const accepted = measured(results, `K-11.acceptanceOfOffer${number}`, { place });
    return { number, after: Math.min(...dues) / SECOND, heard, accepted };
  });
}

const ACTIVITIES = [
  'available',
  'ringing',
  'dialling',
  'talking',
  'wrappingUp',
  'inactive',
  'unavailable',
] as const;

function groupTimes(setup: Setup, results: Accumulator): GroupTime[] {
  const { groups } = setup.world;
  const places: (number | null)[] = groups.length > 1 ? [null, ...groups.keys()] : [...groups.keys()];
  return places.map((place) => {
    const of = (id: string): Estimate => measured(results, id, { place });
    const share = Object.fromEntries(ACTIVITIES.map((each) => [each, of(`K-10.${each}`).mean]));
    return {
      group: place === null ? null : groups[place]!.name,
      signedIn: of('Staff').mean,
      occupancy: of('K-09'),
      utilisation: of('K-10'),
      shares: share as GroupTime['shares'],
    };
  });
}

function overflowRows(setup: Setup, results: Accumulator): OverflowRow[] {
  return setup.routing.queues.flatMap(({ name }, place) =>
    CONDITIONS.flatMap((when) =>
      ACTIONS.flatMap((action) => {
        if (action === 'transferQueue') return moveRows(setup, results, place, when);
        const perDay = meanOf(results, `K-31.${when}/${action}/perDay`, { place });
        if (perDay === 0) return [];
        const share = measured(results, `K-31.${when}/${action}`, { place });
        return { queue: name, when, action, to: null, perDay, share };
      }),
    ),
  );
}

function moveRows(setup: Setup, results: Accumulator, place: number, when: string): OverflowRow[] {
  const { queues } = setup.routing;
  return results.edges.flatMap((edge, at) => {
    if (edge.queue !== place || edge.when !== when) return [];
    const perDay = results.estimateEdge(at, 'perDay').mean ?? 0;
    if (perDay === 0) return [];
    const share = possible(must(results, 'K-31'), results.estimateEdge(at, 'share'));
    const [queue, to] = [queues[place]!.name, queues[edge.to]!.name];
    return { queue, when, action: 'transferQueue', to, perDay, share };
  });
}

/** At these waits, and at the end; a curve of a thousand bins would be more than anybody reads. */
const WAITS = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 3600];

function waitCurves(setup: Setup, results: Accumulator): WaitCurve[] {
  const { queues } = setup.routing;
  const places: (number | null)[] = queues.length > 1 ? [null, ...queues.keys()] : [0];
  return places.flatMap((place) =>
    (['all', 'answered'] as const).flatMap((of) => {
      const curve = results.distribution(of === 'all' ? 'waitsAll' : 'waitsAnswered', place);
      const last = curve.at(-1);
      if (last === undefined) return [];
      const waits = WAITS.map((wait) => wait * SECOND).filter((wait) => wait < last.value);
      const points = waits.map((wait) => ({ wait: wait / SECOND, share: shareWithin(curve, wait) }));
      points.push({ wait: last.value / SECOND, share: last.share });
      return { queue: place === null ? null : queues[place]!.name, of, points };
    }),
  );
}

function shareWithin(curve: readonly { value: number; share: number }[], wait: number): number {
  let before = { value: 0, share: 0 };
  for (const point of curve) {
    if (point.value > wait) {
      if (before.value === wait) return before.share;
      const part = (wait - before.value) / (point.value - before.value);
      return before.share + part * (point.share - before.share);
    }
    before = point;
  }
  return before.share;
}
