import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportJson } from './model.ts';
import { reportJsonSchema, reportSchema, type KpiRow, type Report } from './schema.ts';
import { deskReport, deskResults, deskSetup } from './small-desk.suite.ts';

const report = deskReport();

function row(of: Report, id: string, stat: string, part: Partial<KpiRow> = {}): KpiRow {
  const wanted = { queue: null, group: null, kind: null, interval: null, ...part };
  const found = of.kpis.find(
    (each) =>
      each.id === id &&
      each.stat === stat &&
      each.queue === wanted.queue &&
      each.group === wanted.group &&
      each.kind === wanted.kind &&
      (each.interval?.index ?? null) === (wanted.interval?.index ?? null),
  );
  if (found === undefined) throw new Error(`no row ${id} ${stat}`);
  return found;
}

const pick = ({ mean, low, high, n }: KpiRow) => ({ mean, low, high, n });

describe('A report', () => {
  it('is what its schema says, from a real run', () => {
    expect(() => reportSchema.parse(JSON.parse(reportJson(report)))).not.toThrow();
    expect(() => reportSchema.parse(deskReport(1))).not.toThrow();
    expect(() => reportSchema.parse(deskReport(0))).not.toThrow();
  });

  it('has a JSON Schema that a reader of the file can use', () => {
    const schema = reportJsonSchema();
    expect(schema['$schema']).toContain('2020-12');
    // Read back by another way than it was made: the schema itself is a schema's source.
    const again = z.fromJSONSchema(schema);
    expect(again.safeParse(JSON.parse(reportJson(report))).success).toBe(true);
    expect(again.safeParse({ ...report, reportVersion: 2 }).success).toBe(false);
    expect(again.safeParse({ ...report, kpis: [{ id: 'K-02' }] }).success).toBe(false);
  });

  it('is the same bytes for the same scenario, seed and days', () => {
    expect(reportJson(deskReport())).toBe(reportJson(report));
    expect(reportJson(deskReport(12, {}, { ...deskSetup(), seed: 2 }))).not.toBe(reportJson(report));
  });

  it('lists every KPI of section 22 that can be measured, each with its definition', () => {
    const ids = new Set(report.kpis.map(({ id }) => id));
    // prettier-ignore
    const wanted = [
      'K-01a', 'K-01b', 'K-01c', 'K-01d', 'K-01e', 'K-01f', 'K-02', 'K-03', 'K-04', 'K-05', 'K-06', 'K-07', 'K-08', 'K-09',
      'K-10', 'K-11', 'K-12', 'K-13', 'K-14', 'K-15', 'K-16', 'K-17', 'K-18', 'K-20', 'K-21', 'K-22', 'K-23', 'K-24', 'K-31',
      'K-32', 'K-34',
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    const defined = new Set(report.definitions.map(({ id, stat }) => `${id} ${stat}`));
    expect(report.kpis.filter(({ id, stat }) => !defined.has(`${id} ${stat}`))).toEqual([]);
  });

  it('has no two rows of the same number', () => {
    const keys = report.kpis.map(
      ({ id, stat, queue, group, kind, interval }) =>
        `${id} ${stat} ${queue} ${group} ${kind} ${interval?.index ?? '-'}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells lengths in seconds, with intervals around their means and n days', () => {
    const results = deskResults(12);
    const kpi = results.kpi('K-02')!;
    const asa = row(report, 'K-02', 'mean');
    expect(asa.unit).toBe('s');
    expect(asa.mean).toBeCloseTo(results.estimate(kpi).mean! / 1000, 12);
    expect(asa.n).toBe(12);
    for (const { mean, low, high } of report.kpis) {
      if (mean === null || low === null || high === null) continue;
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
    }
  });

  it('tells no interval beyond what can be: of three days, shares within 0 and 1, counts and waits not below 0', () => {
    const short = deskReport(3);
    const signed = ['K-16 mean', 'K-22 mean', 'K-23 bias'];
    const isPossible = ({ unit, low, high }: KpiRow): boolean =>
      low === null || high === null || (low >= 0 && (unit !== 'share' || high <= 1));
    const rows = short.kpis.filter(({ id, stat }) => !signed.includes(`${id} ${stat}`));
    expect(rows.filter((each) => !isPossible(each))).toEqual([]);
    // They are cut, not lost: some touch the end.
    expect(rows.some(({ mean, low, high }) => mean! > 0 && low === 0 && high! > mean!)).toBe(true);
    for (const { offers } of short.callbacks)
      for (const { accepted } of offers)
        expect(accepted.low === null || (accepted.low >= 0 && accepted.high! <= 1)).toBe(true);
  });

  it('tells quantiles of waits to the millisecond, without dust behind', () => {
    const quantiles = report.kpis.filter(({ stat, unit }) => /^P\d+$/.test(stat) && unit === 's');
    const values = quantiles
      .flatMap(({ mean, low, high }) => [mean, low, high])
      .filter((each) => each !== null);
    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((each) => !/^-?\d+(\.\d{1,3})?$/.test(String(each)))).toEqual([]);
  });

  it('tells intervals by their local clock', () => {
    const starts = new Set(report.kpis.flatMap(({ interval }) => interval?.start ?? []));
    expect([...starts].toSorted()).toEqual([
      '08:00',
      '08:30',
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
    ]);
  });

  it('adds up: queues to all together, intervals to the day', () => {
    const offered = (part: Partial<KpiRow>): number => row(report, 'Off', 'perDay', part).mean!;
    const all = offered({});
    expect(offered({ queue: 'support' }) + offered({ queue: 'billing' })).toBeCloseTo(all, 9);
    const byInterval = report.kpis.filter(
      ({ id, queue, interval }) => id === 'Off' && queue === null && interval !== null,
    );
    expect(byInterval.reduce((sum, { mean }) => sum + mean!, 0)).toBeCloseTo(all, 9);
  });

  it('judges the headline and what was expected by the whole interval', () => {
    const [all, support] = report.headline;
    expect(all?.kpi).toBe('K-01a');
    expect(all?.target).toBe(0.8);
    expect(support?.within).toBe(20);
    for (const { low, high, target, verdict } of report.headline) {
      if (verdict === 'met') expect(low).toBeGreaterThanOrEqual(target!);
      else if (verdict === 'missed') expect(high).toBeLessThan(target!);
      else expect(low! < target! && high! >= target!).toBe(true);
    }
    expect(report.expectations.map(({ verdict }) => verdict)).toEqual(['met', 'missed', 'met']);
    expect(report.expectations[1]).toMatchObject({ kpi: 'asa', id: 'K-02', unit: 's', between: [0, 1] });
    // Without intervals nothing is certain.
    expect(new Set(deskReport(1).headline.map(({ verdict }) => verdict))).toEqual(new Set(['unsure']));
  });

  it('warns of few days, of one, of none, and of an interruption', () => {
    const codes = (of: Report): string[] => of.warnings.map(({ code }) => code);
    expect(codes(deskReport(5))).toContain('few-days');
    expect(codes(deskReport(1))).toContain('one-day');
    expect(codes(deskReport(0))).toContain('no-days');
    expect(codes(report)).not.toContain('few-days');
    const stopped = deskReport(3, { ended: 'stopped', days: 100 });
    expect(codes(stopped)).toContain('interrupted');
    expect(stopped.warnings.find(({ code }) => code === 'interrupted')?.text).toContain('3 of 100 days');
  });

  it('warns by queue of calls that nobody serves, RT-08, with their number a day (K-06)', () => {
    const setup = deskSetup(['agents.seniors.queues=[support]', 'queues.support.overflow.1.do=endCall']);
    const unserved = deskReport(12, {}, setup).warnings.filter(({ code }) => code === 'queue-without-agents');
    expect(unserved).toHaveLength(1);
    const [, count, queue] =
      /^(\d+) calls a day were closed at once at "(\w+)"/.exec(unserved[0]!.text) ?? [];
    expect(queue).toBe('billing');
    // 15 an hour for 4 hours: 60 a day, and 4 standard errors over 12 days are 4 * sqrt(60 / 12) = 9.
    expect(Math.abs(Number(count) - 60)).toBeLessThan(9);
    expect(report.warnings.map(({ code }) => code)).not.toContain('queue-without-agents');
  });

  it('shows the funnel of callbacks as means per day that agree with the KPIs', () => {
    expect(report.callbacks.map(({ queue }) => queue)).toEqual(['support']);
    const funnel = report.callbacks[0]!;
    expect(funnel.optedIn).toBeCloseTo(row(report, 'CbAcc', 'perDay', { queue: 'support' }).mean!, 12);
    expect(funnel.connected + funnel.lost + funnel.otherwise + funnel.open).toBeCloseTo(funnel.optedIn, 9);
    expect(funnel.optedIn / funnel.heardOffer).toBeCloseTo(
      row(report, 'K-11', 'acceptance', { queue: 'support' }).mean!,
      9,
    );
  });

  it('K-11: tells of each offer when it is due, who heard it and who took it', () => {
    const [funnel] = report.callbacks;
    expect(funnel?.offers.map(({ number, after }) => [number, after]).slice(0, 3)).toEqual([
      [1, 20],
      [2, 80],
      [3, 140],
    ]);
    expect(funnel?.offers[0]?.heard).toBeCloseTo(funnel!.heardOffer, 12);
    const taken = funnel!.offers.reduce((sum, { heard, accepted }) => sum + heard * accepted.mean!, 0);
    expect(taken).toBeCloseTo(funnel!.optedIn, 9);
    const delayed = funnel!.delays.reduce((sum, { callbacks }) => sum + callbacks, 0);
    expect(delayed).toBeCloseTo(funnel!.connected, 9);
    expect(funnel!.delay).toEqual(pick(row(report, 'K-15', 'mean', { queue: 'support' })));
  });

  it('counts every caller in one bin of the length of his stay, by how it ended', () => {
    expect(report.waitBins.map(({ queue }) => queue)).toEqual([null, 'support', 'billing']);
    for (const { queue, atOnce, bins } of report.waitBins) {
      const sum = (of: 'answered' | 'optedIn' | 'abandoned'): number =>
        bins.reduce((total, bin) => total + bin[of], 0);
      expect(atOnce + sum('answered')).toBeCloseTo(row(report, 'Ans', 'perDay', { queue }).mean!, 9);
      expect(sum('optedIn')).toBeCloseTo(row(report, 'CbAcc', 'perDay', { queue }).mean!, 9);
      expect(sum('abandoned')).toBeCloseTo(row(report, 'Ab', 'perDay', { queue }).mean!, 9);
      expect(atOnce).toBeGreaterThan(0);
    }
  });

  it('has bins of one round width without a gap, few enough to be read, the last one without an end', () => {
    for (const { within, offers, bins } of report.waitBins) {
      expect(bins.length).toBeLessThanOrEqual(41);
      const width = bins[0]!.to!;
      expect([10, 20, 30, 60]).toContain(width);
      bins.forEach(({ from, to }, at) => {
        expect(from).toBe(at * width);
        if (at < bins.length - 1) expect(to).toBe(from + width);
      });
      const end = bins.at(-1)!.to ?? bins.at(-1)!.from;
      expect(within).toBe(20);
      expect(end).toBeGreaterThanOrEqual(within!);
      expect(offers.every((due) => due <= end)).toBe(true);
    }
    const [all, support, billing] = report.waitBins;
    expect(support?.offers.slice(0, 2)).toEqual([20, 80]);
    expect(billing?.offers).toEqual([]);
    expect(all?.offers.slice(0, 2)).toEqual([20, 80]);
  });

  it('begins the delays where they begin, if nobody is called back for hours', () => {
    const setup = deskSetup(['queues.support.callback.minRedialGap=1h']);
    const { delays } = deskReport(12, {}, setup).callbacks[0]!;
    expect(delays[0]).toMatchObject({ from: 3600 });
    expect(delays[0]!.callbacks).toBeGreaterThan(0);
    expect(delays.length).toBeLessThanOrEqual(41);
  });

  it('OV-26: marks offers after a wait where it is the wait that brings them', () => {
    const setup = deskSetup([
      'queues.support.overflow=[{when: {waitExceeds: 1m}, do: directCallback}]',
      'queues.support.callback.offerRepeat=30s',
    ]);
    const { waitBins, callbacks } = deskReport(12, {}, setup);
    expect(waitBins[1]?.offers.slice(0, 3)).toEqual([60, 90, 120]);
    expect(callbacks[0]?.offers[1]).toMatchObject({ number: 2, after: 90 });
  });

  it('K-31: tells where overflow to a queue went, and adds up to what overflowed', () => {
    const setup = deskSetup(['queues.support.overflow.1.when={averageWait: 30s}']);
    const moved = deskReport(12, {}, setup);
    const [to] = moved.overflow.filter(({ action }) => action === 'transferQueue');
    expect(to).toMatchObject({ queue: 'support', when: 'averageWait', to: 'billing' });
    expect(to?.perDay).toBe(
      row(moved, 'K-31', 'averageWait/transferQueue/perDay', { queue: 'support' }).mean,
    );
    expect(to?.share).toEqual(pick(row(moved, 'K-31', 'averageWait/transferQueue', { queue: 'support' })));
    expect(moved.overflow.filter((each) => each.to !== null)).toEqual([to]);
  });

  it('tells the share of intervals that reach the target, where there is one', () => {
    const [all, support] = report.headline;
    expect(all?.intervalsMet).toEqual(pick(row(report, 'K-01', 'intervals')));
    expect(support?.intervalsMet).toEqual(pick(row(report, 'K-01', 'intervals', { queue: 'support' })));
    expect(support?.intervalsMet?.low).toBeLessThan(support!.intervalsMet!.mean!);
    const without = deskReport(12, {}, deskSetup(['queues.billing.serviceLevel={within: 20s}']));
    const [together, , billing] = without.headline;
    expect([together?.intervalsMet, billing?.intervalsMet]).toEqual([null, null]);
    expect(row(without, 'K-01', 'intervals', { queue: 'billing' }).mean).toBeNull();
  });

  it('K-03: tells quantiles of waits by interval, with intervals around them', () => {
    for (const stat of ['P50', 'P80', 'P95']) {
      const rows = report.kpis.filter(
        (each) => each.id === 'K-03' && each.stat === stat && each.interval !== null,
      );
      expect(new Set(rows.map(({ queue }) => queue))).toEqual(new Set([null, 'support', 'billing']));
      for (const { low, mean, high, n } of rows) {
        expect(low!).toBeLessThanOrEqual(mean!);
        expect(high!).toBeGreaterThanOrEqual(mean!);
        expect(n).toBe(12);
      }
    }
  });

  it('gives each warning what its sentence is about, for another language', () => {
    const stopped = deskReport(3, { ended: 'stopped', days: 100 });
    const of = (code: string) => stopped.warnings.find((warning) => warning.code === code)?.parameters;
    expect(of('interrupted')).toEqual({ simulated: 3, asked: 100 });
    expect(of('few-days')).toEqual({ n: 3, blockDays: 1, enough: 10 });
  });

  it("divides agents' time without rest", () => {
    for (const { shares } of report.agents) {
      const sum = Object.values(shares).reduce((total: number, share) => total + (share ?? 0), 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it('tells kinds of day apart when there are several', () => {
    const setup = deskSetup();
    const [kind] = setup.world.kinds;
    const world = { ...setup.world, kinds: [kind!, { ...kind!, name: 'saturday' }], calendar: [0, 0, 1] };
    const both = deskReport(9, {}, { ...setup, world });
    const offered = (name: string | null): KpiRow => row(both, 'Off', 'perDay', { kind: name });
    expect(offered('saturday').n).toBe(3);
    expect(offered(kind!.name).n).toBe(6);
    expect(offered(null).mean).toBeCloseTo(
      (offered(kind!.name).mean! * 2 + offered('saturday').mean!) / 3,
      9,
    );
    expect(both.days.kinds.map(({ simulated }) => simulated)).toEqual([6, 3]);
  });
});
