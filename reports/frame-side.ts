/**
 * One side of a frame out of a report: what it shows is what the report says, row by row, and nothing else. It knows neither where the
 * report comes from nor what is drawn of it.
 */
import type { Estimate } from '../engine/index.ts';
import { flowPartsOf } from './flow-parts.ts';
import { SERVICE_LEVELS } from './frame.ts';
import type { Flows, FrameSide, IntervalSeries, OccupancyMap, ServiceLevelFormula } from './frame.ts';
import { KpiIndex } from './html/kpi-index.ts';
import type { Headline, KpiRow, Report } from './schema.ts';

export interface FrameAbout {
  /** null: all queues together. */
  readonly queue: string | null;
  /** The groups whose agents serve that queue, which no report tells; left out: all. */
  readonly groups?: readonly string[];
}

export function frameSide(report: Report, { queue, groups }: FrameAbout): FrameSide {
  const kpis = new KpiIndex(report);
  const estimate = (id: string, stat: string, place = queue): Estimate | null =>
    told(kpis.find(id, stat, { queue: place })?.row);
  const headline = headlineOf(report, queue);
  return {
    scenario: report.scenario,
    queue,
    days: report.days.simulated,
    serviceLevels: Object.fromEntries(
      SERVICE_LEVELS.map((formula) => [formula, estimate(`K-01${formula}`, 'share') ?? nothing(headline)]),
    ) as FrameSide['serviceLevels'],
    formula: formulaOf(headline.kpi),
    target: headline.target,
    within: headline.within,
    verdict: headline.verdict,
    measures: {
      abandonRate: estimate('K-05', 'share'),
      asa: estimate('K-02', 'mean'),
      uptake: estimate('K-11', 'acceptance'),
      // Agents are of groups, whatever queues they serve.
      occupancy: estimate('K-09', 'share', null),
      cost: report.cost === null ? null : exactly(report.cost.perDay, report.days.simulated),
      intervalsMet: headline.intervalsMet,
    },
    currency: report.cost?.currency ?? null,
    callsPerDay:
      (queue === null ? estimate('Arrived', 'perDay') : estimate('Off', 'perDay'))?.mean ?? Number.NaN,
    intervalSeconds: report.days.interval,
    warmUp: report.days.continuous ? 0 : report.days.warmUp,
    series: seriesOf(report, kpis, queue, groups ?? null),
    waits: ofQueue(report.waitBins, queue),
    callbacks: ofQueue(report.callbacks, queue),
    occupancy: occupancyOf(report, kpis),
    flows: flowsOf(report, kpis),
  };
}

/** Of a single queue the report has one row, by its name, which is all together too. */
function ofQueue<T extends { readonly queue: string | null }>(
  rows: readonly T[],
  queue: string | null,
): T | null {
  const own = rows.find((row) => row.queue === queue);
  return own ?? (queue === null && rows.length === 1 ? rows[0]! : null);
}

function headlineOf(report: Report, queue: string | null): Headline {
  const headline = ofQueue(report.headline, queue);
  if (headline === null) throw new RangeError(`The report has no queue ${queue}.`);
  return headline;
}

function formulaOf(id: string): ServiceLevelFormula {
  const letter = id.at(-1);
  return SERVICE_LEVELS.find((each) => each === letter) ?? 'a';
}

function told(row: KpiRow | undefined): Estimate | null {
  return row === undefined ? null : { mean: row.mean, low: row.low, high: row.high, n: row.n };
}

function nothing({ n }: Headline): Estimate {
  return { mean: null, low: null, high: null, n };
}

/** What the scenario alone says has no luck in it. */
function exactly(value: number, n: number): Estimate {
  return { mean: value, low: value, high: value, n };
}

type Intervals = readonly NonNullable<KpiRow['interval']>[];

/** Those of the grid: how many calls came is told of each, of none too. */
function intervalsOf(report: Report): Intervals {
  return report.kpis.flatMap(({ id, kind, interval }) =>
    id === 'Arrived' && kind === null && interval !== null ? [interval] : [],
  );
}

function seriesOf(
  report: Report,
  kpis: KpiIndex,
  queue: string | null,
  groups: readonly string[] | null,
): IntervalSeries {
  const intervals = intervalsOf(report);
  const through = (id: string, stat: string, end: 'mean' | 'low' | 'high' = 'mean'): Float64Array =>
    Float64Array.from(
      intervals,
      ({ index }) => kpis.find(id, stat, { queue, interval: index })?.row[end] ?? Number.NaN,
    );
  const serviceLevel = headlineOf(report, queue).kpi;
  return {
    starts: intervals.map(({ start }) => start),
    offered: through('Off', 'perDay'),
    planned: summed(
      intervals,
      report.staffing.filter(({ group }) => groups === null || groups.includes(group)),
      ({ planned }) => planned,
    ),
    required: summed(
      intervals,
      report.required.filter((row) => queue === null || row.queue === queue),
      ({ required }) => required ?? Number.NaN,
    ),
    p50: through('K-03', 'P50'),
    p80: through('K-03', 'P80'),
    p80Low: through('K-03', 'P80', 'low'),
    p80High: through('K-03', 'P80', 'high'),
    p95: through('K-03', 'P95'),
    serviceLevel: through(serviceLevel, 'share'),
    serviceLevelLow: through(serviceLevel, 'share', 'low'),
    serviceLevelHigh: through(serviceLevel, 'share', 'high'),
    live: through('K-32', 'live'),
    callbacks: through('K-32', 'callbacks'),
  };
}

/** Over the groups or queues, of all kinds of day as they occur; where one of them has no value, the sum has none. */
function summed<Row extends { readonly interval: Intervals[number]; readonly kind: string | null }>(
  intervals: Intervals,
  rows: readonly Row[],
  of: (row: Row) => number,
): Float64Array {
  const sums = new Map<number, number>();
  for (const row of rows)
    if (row.kind === null) sums.set(row.interval.index, (sums.get(row.interval.index) ?? 0) + of(row));
  return Float64Array.from(intervals, ({ index }) => sums.get(index) ?? Number.NaN);
}

function occupancyOf(report: Report, kpis: KpiIndex): OccupancyMap {
  const intervals = intervalsOf(report);
  const groups = report.agents.flatMap(({ group }) => group ?? []);
  return {
    groups,
    starts: intervals.map(({ start }) => start),
    values: Float64Array.from(
      groups.flatMap((group) =>
        intervals.map(
          ({ index }) => kpis.find('K-09', 'share', { group, interval: index })?.row.mean ?? Number.NaN,
        ),
      ),
    ),
  };
}

function flowsOf(report: Report, kpis: KpiIndex): Flows {
  const { queues, moves } = flowPartsOf(report, kpis);
  return {
    queues: queues.map(({ name, ends }) => ({ name, ends: ends as Flows['queues'][number]['ends'] })),
    moves,
  };
}
