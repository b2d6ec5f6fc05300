import { describe, expect, it, vi } from 'vitest';
import { reportSchema } from '../reports/schema.ts';
import { OptionError, readScenario, run } from './tandem.ts';
import type { Report, RunOptions } from './tandem.ts';
import { deskText } from './testing/desk.ts';

// Threads start slowly where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

/** 60 calls an hour of 4 minutes for 6 agents, all day the same. */
const STEADY = `
name: Steady
days: { from: 00:00, to: 05:00 }
queues: { calls: {} }
agents: { team: { count: 6, queues: calls } }
demand: { calls: { arrivals: { perHour: 60 }, talk: { exponential: { mean: 4m } }, patience: { exponential: { mean: 5m } } } }
prompts: 0s
`;

function widthOf({ kpis }: Report, id: string, stat = 'mean'): number {
  const row = kpis.find(
    (each) => each.id === id && each.stat === stat && each.queue === null && each.interval === null,
  )!;
  return row.high! - row.low!;
}

async function problemsOf(source: string, options: RunOptions): Promise<readonly string[]> {
  const error: unknown = await run(source, { workers: 0, ...options }).catch((why: unknown) => why);
  if (!(error instanceof OptionError)) throw new Error('options were taken');
  return error.problems;
}

function long(text: string) {
  const read = readScenario(text, { set: ['days.continuous=true'] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
}

describe('a run with antithetic days and control variates', () => {
  it('is the same for any number of workers, says what it did, and its report is in the schema', async () => {
    const options = { days: 20, antithetic: true, controlVariates: true };
    const alone = await run(STEADY, { ...options, workers: 0 });
    expect(await run(STEADY, { ...options, workers: 3 })).toEqual(alone);
    expect(reportSchema.parse(alone)).toEqual(alone);
    expect(alone.days).toMatchObject({ simulated: 20, asked: 20, blockDays: 2 });
    expect(alone.analysis.antithetic).toBe(true);
    // Ten pairs are too few for two coefficients.
    expect(alone.analysis.controlVariates?.gains[0]?.varianceRatio).toBe(1);
    const plain = await run(STEADY, { days: 20, workers: 0 });
    expect(plain.analysis).toEqual({ antithetic: false, controlVariates: null, warmUp: null, blocks: [] });
  });

  it('has narrower intervals of the same days', async () => {
    const days = 100;
    const plain = await run(STEADY, { days, workers: 0 });
    const mirrored = await run(STEADY, { days, workers: 0, antithetic: true });
    const controlled = await run(STEADY, { days, workers: 0, controlVariates: true });
    // The widths of 100 days are themselves known to 7 %.
    expect(widthOf(mirrored, 'K-03')).toBeLessThan(0.93 * widthOf(plain, 'K-03'));
    expect(widthOf(controlled, 'K-03')).toBeLessThan(0.8 * widthOf(plain, 'K-03'));
    const gain = controlled.analysis.controlVariates?.gains.find(({ id }) => id === 'K-03');
    expect(gain?.varianceRatio).toBeCloseTo((widthOf(plain, 'K-03') / widthOf(controlled, 'K-03')) ** 2, 0);
  });

  it('is of separate days, an even number of them', async () => {
    expect(await problemsOf(deskText, { days: 5, antithetic: true })).toEqual([
      'antithetic makes pairs of days: their number is even, not 5.',
    ]);
    const error = await run(long(STEADY), {
      days: 10,
      antithetic: true,
      controlVariates: true,
      workers: 0,
    }).catch((why: unknown) => why);
    expect((error as OptionError).problems).toHaveLength(2);
  });
});

describe('a warm-up that a pilot chooses', () => {
  it('is left out, and the report says where it comes from', async () => {
    const report = await run(STEADY, { days: 10, workers: 0, warmUp: 'auto' });
    const { warmUp } = report.analysis;
    expect(warmUp).toMatchObject({ method: 'MSER-5', pilotDays: 50, step: 60, observations: 300 });
    // The start is forgotten after a few handle times of 4 minutes: 5 to 60 minutes.
    expect(warmUp!.chosen).toBeGreaterThanOrEqual(5 * 60);
    expect(warmUp!.chosen).toBeLessThanOrEqual(60 * 60);
    expect(report.days.warmUp).toBe(warmUp!.chosen);
    expect(await run(STEADY, { days: 10, workers: 2, warmUp: 'auto' })).toEqual(report);
  });

  it('is for steady demand: a day that rises and falls has no level', async () => {
    const day = STEADY.replace('{ perHour: 60 }', '{ every: 2h30, perInterval: [130, 170] }');
    expect((await problemsOf(day, { warmUp: 'auto' }))[0]).toMatch(
      /the arrivals of calls change through the day/,
    );
    expect((await problemsOf(STEADY, { warmUp: 'aout' as 'auto' }))[0]).toMatch(
      /^warmUp is "auto", not "aout"\. Did you/,
    );
  });

  it('of a day that is too short says so', async () => {
    const short = STEADY.replace('to: 05:00', 'to: 00:10').replace('mean: 4m', 'mean: 4h');
    const report = await run(short, { days: 10, workers: 0, warmUp: 'auto' });
    expect(report.analysis.warmUp?.chosen).toBeNull();
    expect(report.warnings.map(({ code }) => code)).toContain('warm-up-unclear');
  });
});

describe('a long run', () => {
  const text = (handle: string) =>
    STEADY.replace('to: 05:00', 'to: 24:00')
      .replace(', patience: { exponential: { mean: 5m } }', '')
      .replace('perHour: 60', 'perHour: 3')
      .replace('count: 6', 'count: 1')
      .replace('mean: 4m', `mean: ${handle}`);

  it('tells how much its blocks hang together', async () => {
    const { analysis, warnings } = await run(long(text('6m')), { days: 60, workers: 0 });
    expect(analysis.blocks.map(({ id }) => id)).toEqual(['K-01a', 'K-03', 'K-09']);
    for (const { correlation, z } of analysis.blocks) {
      expect(Math.abs(correlation)).toBeLessThan(0.5);
      expect(z).toBeLessThan(2.33);
    }
    expect(warnings.map(({ code }) => code)).not.toContain('blocks-correlated');
  });

  it('warns when they do: at a load of 95 % a queue lasts for days', async () => {
    const { warnings } = await run(long(text('19m')), { days: 120, workers: 0 });
    const warning = warnings.find(({ code }) => code === 'blocks-correlated');
    expect(warning?.text).toMatch(/neighbours correlate by 0\.\d+\), so the intervals are too narrow/);
  });
});
