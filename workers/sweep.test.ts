import { describe, expect, it, vi } from 'vitest';
import { sweepSchema } from '../reports/sweep.ts';
import { compare, OptionError, readScenario, run, ScenarioError, sweep } from './tandem.ts';
import type { Sweep, SweepOptions } from './tandem.ts';
import { deskText } from './testing/desk.ts';

// Threads start slowly where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const COUNT = 'agents.seniors.count=7..9';

function swept(options: Partial<SweepOptions> = {}): Promise<Sweep> {
  return sweep(deskText, { vary: [COUNT], days: 8, workers: 0, ...options });
}

describe('sweep', () => {
  it('says of each point what a run of it says, and of its difference what a comparison says', async () => {
    const result = await swept({ kpis: ['asa', 'serviceLevel@support', 'occupancy@seniors'] });
    expect(sweepSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(JSON.parse(JSON.stringify(result)));
    const set = ['agents.seniors.count=9'];
    const alone = await run(deskText, { set, days: 8, workers: 0 });
    const candidate = readScenario(deskText, { set });
    if (!candidate.ok) throw new Error('nine is no scenario');
    const paired = await compare(deskText, candidate, { days: 8, workers: 0 });
    const asa = { id: 'K-02', stat: 'mean', queue: null, group: null };
    const { mean, low, high, n } = alone.kpis.find((each) =>
      Object.entries({ ...asa, interval: null, kind: null }).every(
        ([key, value]) => each[key as 'id'] === value,
      ),
    )!;
    const nine = result.points[2]!;
    expect(nine.estimates[0]).toEqual({ mean, low, high, n });
    expect(nine.differences[0]).toEqual(
      paired.rows.find((each) => each.id === 'K-02' && each.stat === 'mean' && each.queue === null)
        ?.difference,
    );
    const level = paired.rows.find((each) => each.id === 'K-01a' && each.queue === 'support');
    const occupancy = paired.rows.find((each) => each.id === 'K-09' && each.group === 'seniors');
    expect(nine.estimates.slice(1).map((each) => each.mean)).toEqual([
      level?.candidate.mean,
      occupancy?.candidate.mean,
    ]);
    expect(nine.differences.slice(1)).toEqual([level?.difference, occupancy?.difference]);
  });

  it('knows the scenario as it is among the points, and plans agent-hours', async () => {
    const { points, settings, base } = await swept();
    expect(points.map(({ isBase }) => isBase)).toEqual([false, true, false]);
    expect(points.map(({ agentHours }) => agentHours)).toEqual([28, 32, 36]);
    expect(settings[0]).toMatchObject({ path: 'agents.seniors.count', kind: 'number', base: '8' });
    expect(points[1]!.estimates).toEqual(base.estimates);
    for (const { mean } of points[1]!.differences) expect([0, null]).toContain(mean);
  });

  it('plans what staff costs beside its hours, where that is said', async () => {
    expect((await swept({ days: 2 })).points.map(({ cost }) => cost)).toEqual([null, null, null]);
    const { points, base, currency } = await swept({
      days: 2,
      set: ['agents.seniors.costPerHour=42', 'report.currency=USD'],
    });
    // Four hours of 7, 8 and 9 agents.
    expect(points.map(({ cost }) => cost)).toEqual([1176, 1344, 1512]);
    expect([base.cost, currency]).toEqual([1344, 'USD']);
  });

  it('sweeps a factor over the whole scenario', async () => {
    const { points } = await swept({ days: 3, vary: ['whatIf.volume=1,1.5'], kpis: ['asa'] });
    const written = await swept({
      days: 3,
      vary: [COUNT],
      set: ['demand.support.arrivals.perInterval=[33, 46.5, 72, 60, 57, 45, 37.5, 30]'],
      kpis: ['asa'],
    });
    expect(points.map(({ isBase }) => isBase)).toEqual([true, false]);
    expect(points[1]!.estimates).toEqual(written.base.estimates);
  });

  it('crosses two settings, the first slowest, with what is set beside them', async () => {
    const vary = [COUNT, 'queues.support.callback.offerFirst=20s,40s'];
    const { points, settings, set } = await swept({ vary, days: 3, set: ['agents.seniors.ringTimeout=12s'] });
    expect(points.map(({ at }) => at.join())).toEqual(['0,0', '0,1', '1,0', '1,1', '2,0', '2,1']);
    expect(settings.map(({ base }) => base)).toEqual(['8', '30s']);
    expect(set).toEqual(['agents.seniors.ringTimeout=12s']);
  });

  it('is the same for any number of workers', async () => {
    const alone = await swept({ days: 4, workers: 1 });
    expect(await swept({ days: 4, workers: 3 })).toEqual(alone);
  });

  it('judges targets by their intervals and finds the cheapest that meets them', async () => {
    const vary = ['agents.seniors.count=5,8,10,14,16'];
    const { points, best, kpis } = await swept({
      vary,
      days: 20,
      targets: ['serviceLevel@support>=80%', 'abandonRate<=5%'],
    });
    expect(kpis.slice(0, 2).map(({ name, queue }) => [name, queue])).toEqual([
      ['serviceLevel', 'support'],
      ['abandonRate', null],
    ]);
    expect(points[0]!.verdict).toBe('missed');
    expect(points[4]!.verdict).toBe('met');
    for (const { estimates, targets } of points) {
      const [level] = estimates;
      const expected = level!.low! >= 0.8 ? 'met' : level!.high! < 0.8 ? 'missed' : 'unsure';
      expect(targets[0]!.verdict).toBe(expected);
      expect(targets[0]!.sure! > 0.975).toBe(expected === 'met');
    }
    const met = points.flatMap(({ verdict }, at) => (verdict === 'met' ? [at] : []));
    expect(best).toEqual({ first: met[0], cheapest: met[0], by: 'agentHours' });
  });

  it('leaves all points the same days when it is stopped', async () => {
    const stop = new AbortController();
    const { days, points, warnings } = await swept({
      days: 1000,
      signal: stop.signal,
      onProgress: ({ days: done }) => {
        if (done === 3) stop.abort();
      },
    });
    expect(days).toMatchObject({ asked: 1000, ended: 'stopped' });
    expect(days.simulated).toBeLessThan(10);
    for (const { estimates } of points) for (const { n } of estimates) expect(n).toBe(days.simulated);
    expect(warnings.map(({ code }) => code)).toContain('interrupted');
  });

  it('takes a long run too', async () => {
    const { points } = await swept({
      set: ['days.continuous=true'],
      days: 20,
      vary: ['agents.seniors.count=8,9'],
    });
    expect(points).toHaveLength(2);
  });
});

describe('what is wrong with a sweep', () => {
  async function problemsOf(options: Partial<SweepOptions>): Promise<readonly string[]> {
    const error = await swept(options).catch((why: unknown) => why);
    expect(error).toBeInstanceOf(OptionError);
    return (error as OptionError).problems;
  }

  it('is said of every point by its value, and once where all are wrong alike', async () => {
    expect(await problemsOf({ vary: ['queues.support.callback.offerFirst=9m..12m/1m'] })).toEqual([
      expect.stringMatching(/^queues\.support\.callback\.offerFirst=11m: E-RANGE .*10m/),
      expect.stringMatching(/^queues\.support\.callback\.offerFirst=12m: E-RANGE .*10m/),
    ]);
    expect(await problemsOf({ vary: ['queues.support.callback.offerFrist=10s..30s'] })).toEqual([
      expect.stringMatching(/^E-KEY .*Did you mean "offerFirst"\?$/),
    ]);
    expect(await problemsOf({ vary: ['queues.suport.priority=1,2'] })).toEqual([
      expect.stringContaining('Did you mean "support"?'),
    ]);
  });

  it('is said of settings, targets and KPIs all at once', async () => {
    const problems = await problemsOf({
      vary: ['agents.seniors.count', 'a=1..2'],
      targets: ['serviceLevel>80%', 'serviceLevl>=80%', 'asa@suport<=3s', 'asa<=fast'],
      kpis: ['ocupancy'],
    });
    expect(problems.join('\n')).toMatchInlineSnapshot(`
      "What is varied is written like agents.team.count=8..12, not "agents.seniors.count".
      A target is written like serviceLevel@support>=80% or abandonRate<=5%, not "serviceLevel>80%".
      There is no KPI "serviceLevl". Did you mean "serviceLevel"?
      There is no queue or group of agents "suport". Did you mean "support"?
      A value of asa is written like 2s, not "fast".
      There is no KPI "ocupancy". Did you mean "occupancy"?"
    `);
  });

  it('is said of a share that is written without its %: 5 would be 500%, and always be met', async () => {
    expect(
      await problemsOf({
        vary: [COUNT],
        targets: ['abandonRate<=5', 'serviceLevel@support>=80', 'serviceLevel>=1', 'asa<=5'],
      }),
    ).toEqual([
      'abandonRate is at most 100%: write 5% or 0.05, not "5".',
      'serviceLevel is at most 100%: write 80% or 0.8, not "80".',
    ]);
  });

  it('is said of too much', async () => {
    expect(await problemsOf({ vary: ['a=1..30/1', 'b=1..30/1'] })).toEqual([
      expect.stringContaining('900 points are too many'),
    ]);
    expect(await problemsOf({ vary: [COUNT, COUNT] })).toEqual(['agents.seniors.count is varied twice.']);
    expect(await problemsOf({ vary: [] })).toEqual(['A sweep varies one or two settings, not 0.']);
    expect(await problemsOf({ days: 0 })).toHaveLength(1);
  });

  it('is said of the scenario itself first', async () => {
    const wrong = sweep(deskText.replace('talk:', 'tlak:'), { vary: [COUNT], workers: 0 });
    await expect(wrong).rejects.toThrow(ScenarioError);
  });
});
