import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../workers/run.ts';
import { frameSide } from './frame-side.ts';
import type { FrameSide } from './frame.ts';
import type { KpiRow, Report } from './schema.ts';

/** Two queues, one of which overflows into the other; callbacks, a cost, and a target for one of them only. */
const TEXT = `
name: Two queues
days: { from: 08:00, to: 11:00, interval: 30m }
queues:
  sales:
    serviceLevel: { share: 80%, within: 20s }
    callback: { offerFirst: 30s }
    overflow: [{ when: { workItemLimit: 2 }, do: directCallback }]
  care: { serviceLevel: { within: 30s }, overflow: [{ when: { workItemLimit: 3 }, do: { transferQueue: sales } }] }
agents:
  team: { count: 3, queues: [sales], costPerHour: 30 }
  spare: { count: 2, queues: [care] }
demand:
  sales:
    arrivals: { perHour: 60 }
    talk: { exponential: { mean: 3m } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: 60% }
  care: { arrivals: { perHour: 20 }, talk: { exponential: { mean: 3m } }, patience: { exponential: { mean: 3m } } }
`;

let report: Report;
let all: FrameSide;
let sales: FrameSide;

beforeAll(async () => {
  report = await run(TEXT, { days: 8, seed: 3, workers: 0 });
  all = frameSide(report, { queue: null });
  sales = frameSide(report, { queue: 'sales', groups: ['team'] });
});

interface Where {
  readonly queue?: string | null;
  readonly group?: string | null;
  readonly start?: string | null;
}

function row(
  id: string,
  stat: string,
  { queue = null, group = null, start = null }: Where = {},
): KpiRow | undefined {
  return report.kpis.find(
    (each) =>
      each.id === id &&
      each.stat === stat &&
      each.queue === queue &&
      each.group === group &&
      (each.interval?.start ?? null) === start,
  );
}

function estimateOf(found: KpiRow | undefined) {
  const { mean, low, high, n } = found!;
  return { mean, low, high, n };
}

const STARTS = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30'];

describe('one side of a frame', () => {
  it('has every service level with the interval of the report', () => {
    for (const formula of ['a', 'b', 'c', 'd', 'e', 'f'] as const) {
      expect(all.serviceLevels[formula]).toEqual(estimateOf(row(`K-01${formula}`, 'share')));
      expect(sales.serviceLevels[formula]).toEqual(
        estimateOf(row(`K-01${formula}`, 'share', { queue: 'sales' })),
      );
    }
  });

  it('has the target and threshold of a queue, and none where the queues differ', () => {
    expect(sales).toMatchObject({ formula: 'a', target: 0.8, within: 20 });
    expect(all).toMatchObject({ formula: 'a', target: null, within: null, verdict: null });
    expect(sales.verdict).toBe(report.headline.find(({ queue }) => queue === 'sales')?.verdict);
  });

  it('has the measures of the headline', () => {
    const of = (queue: string | null) => ({
      abandonRate: estimateOf(row('K-05', 'share', { queue })),
      asa: estimateOf(row('K-02', 'mean', { queue })),
      uptake: estimateOf(row('K-11', 'acceptance', { queue })),
      // Agents are of groups: that of all of them.
      occupancy: estimateOf(row('K-09', 'share')),
    });
    expect(all.measures).toMatchObject(of(null));
    expect(sales.measures).toMatchObject(of('sales'));
    expect(sales.measures.intervalsMet).toEqual(estimateOf(row('K-01', 'intervals', { queue: 'sales' })));
    expect(all.callsPerDay).toBe(row('Arrived', 'perDay')?.mean);
    expect(sales.callsPerDay).toBe(row('Off', 'perDay', { queue: 'sales' })?.mean);
  });

  it('has a cost without luck: three agents for three hours at 30', () => {
    expect(all.measures.cost).toEqual({ mean: 270, low: 270, high: 270, n: 8 });
    expect(all.currency).toBe('EUR');
  });

  it('has its series by interval, NaN where there was nothing to measure', () => {
    const column = (id: string, stat: string, end: 'mean' | 'low' | 'high' = 'mean') =>
      Float64Array.from(STARTS, (start) => row(id, stat, { queue: 'sales', start })?.[end] ?? Number.NaN);
    expect(sales.series.starts).toEqual(STARTS);
    expect(sales.series).toMatchObject({
      offered: column('Off', 'perDay'),
      p50: column('K-03', 'P50'),
      p80: column('K-03', 'P80'),
      p80Low: column('K-03', 'P80', 'low'),
      p80High: column('K-03', 'P80', 'high'),
      p95: column('K-03', 'P95'),
      serviceLevel: column('K-01a', 'share'),
      serviceLevelLow: column('K-01a', 'share', 'low'),
      serviceLevelHigh: column('K-01a', 'share', 'high'),
      live: column('K-32', 'live'),
      callbacks: column('K-32', 'callbacks'),
    });
    expect(sales.intervalSeconds).toBe(1800);
  });

  it('has who is planned: all of them, or those who serve the queue', () => {
    expect([...all.series.planned]).toEqual(STARTS.map(() => 5));
    expect([...sales.series.planned]).toEqual(STARTS.map(() => 3));
  });

  it('has who is required for a target, and no number where a queue has none', () => {
    const told = report.required.filter(({ queue }) => queue === 'sales').map(({ required }) => required);
    expect([...sales.series.required]).toEqual(told);
    expect([...all.series.required].every(Number.isNaN)).toBe(true);
  });

  it('has the occupancy of each group through the day', () => {
    expect(all.occupancy.groups).toEqual(['team', 'spare']);
    const told = ['team', 'spare'].flatMap((group) =>
      STARTS.map((start) => row('K-09', 'share', { group, start })?.mean ?? Number.NaN),
    );
    expect([...all.occupancy.values]).toEqual(told);
  });

  it('has the waits and callbacks of the report', () => {
    expect(all.waits).toBe(report.waitBins.find(({ queue }) => queue === null));
    expect(sales.waits).toBe(report.waitBins.find(({ queue }) => queue === 'sales'));
    // Only one queue offers callbacks, and it is all there is.
    expect(sales.callbacks?.queue).toBe('sales');
    expect(all.callbacks).toBe(sales.callbacks);
  });

  it('has flows in which all who reached a queue end, or move on', () => {
    const moved = all.flows.moves.find(({ from, to }) => from === 'care' && to === 'sales');
    expect(moved?.perDay).toBe(report.overflow.find(({ to }) => to === 'sales')?.perDay);
    for (const { name, ends } of all.flows.queues) {
      const ended = Object.values(ends).reduce((sum, each) => sum + each, 0);
      expect(ended).toBeCloseTo(row('Off', 'perDay', { queue: name })!.mean!, 9);
    }
  });

  it('refuses a queue that the report has not', () => {
    expect(() => frameSide(report, { queue: 'nowhere' })).toThrow(/nowhere/);
  });
});
