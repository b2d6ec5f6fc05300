import { describe, expect, it, vi } from 'vitest';
import { comparisonSchema } from '../reports/compare.ts';
import { compare, OptionError, readScenario, run, ScenarioError } from './tandem.ts';
import type { Comparison, ComparisonRow } from './tandem.ts';
import { deskText } from './testing/desk.ts';

// Threads start slowly where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

/** The desk with changes. */
function changed(...set: string[]) {
  const result = readScenario(deskText, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function rowOf(comparison: Comparison, id: string, stat: string, queue: string | null = null): ComparisonRow {
  const row = comparison.rows.find((each) => each.id === id && each.stat === stat && each.queue === queue);
  if (!row) throw new Error(`no row ${id} ${stat}`);
  return row;
}

describe('compare', () => {
  it('finds no difference between a scenario and itself', async () => {
    const comparison = await compare(deskText, deskText, { workers: 0, days: 4 });
    expect(comparison.rows.length).toBeGreaterThan(20);
    for (const { difference, verdict } of comparison.rows) {
      expect([0, null]).toContain(difference.mean);
      expect(['same', 'unclear']).toContain(verdict);
    }
  });

  it('says of each scenario what its own report says, and how they differ', async () => {
    const candidate = changed('agents.seniors.count=9', 'name=One more');
    const comparison = await compare(deskText, candidate, { workers: 0, days: 5 });
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison).toMatchObject({ baseline: 'Small desk', candidate: 'One more', seed: 7 });
    const row = rowOf(comparison, 'K-02', 'mean', 'support');
    const reports = [
      await run(deskText, { workers: 0, days: 5 }),
      await run(candidate, { workers: 0, days: 5 }),
    ];
    const [before, after] = reports.map(({ kpis }) => {
      const alone = kpis.find((each) => {
        return (
          each.id === 'K-02' && each.stat === 'mean' && each.queue === 'support' && each.interval === null
        );
      });
      return { mean: alone?.mean, low: alone?.low, high: alone?.high, n: alone?.n };
    });
    expect(row.baseline).toEqual(before);
    expect(row.candidate).toEqual(after);
    expect(row.difference.mean).toBeCloseTo((after?.mean ?? 0) - (before?.mean ?? 0), 9);
  });

  it('lets the same people call, whatever the staff', async () => {
    const comparison = await compare(deskText, changed('agents.seniors.count=14'), { workers: 0, days: 6 });
    expect(rowOf(comparison, 'Arrived', 'perDay')).toMatchObject({
      verdict: 'same',
      difference: { mean: 0 },
    });
    // Six more people: the wait is shorter beyond doubt, after six days.
    expect(rowOf(comparison, 'K-03', 'mean').verdict).toBe('better');
    expect(rowOf(comparison, 'K-09', 'share').verdict).toBe('lower');
  });

  it('knows a difference better than two runs of their own luck would', async () => {
    const comparison = await compare(deskText, changed('agents.seniors.count=9'), { workers: 0, days: 30 });
    const { baseline, candidate, difference } = rowOf(comparison, 'K-03', 'mean');
    const half = ({ low, high }: typeof difference) => ((high ?? 0) - (low ?? 0)) / 2;
    expect(half(difference)).toBeLessThan(0.8 * Math.hypot(half(baseline), half(candidate)));
  });

  it('is the same for any number of workers', async () => {
    const candidate = changed('agents.seniors.count=9');
    const alone = await compare(deskText, candidate, { workers: 1, days: 6 });
    expect(await compare(deskText, candidate, { workers: 3, days: 6 })).toEqual(alone);
  });

  it('compares queues and groups that both have by name, and the rest in total', async () => {
    const renamed = deskText.replaceAll('seniors', 'experts');
    const { rows } = await compare(deskText, renamed, { workers: 0, days: 3 });
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set([null]));
    expect(new Set(rows.map(({ queue }) => queue))).toEqual(new Set([null, 'support']));
  });

  it('takes seed and days of the first scenario where nothing is said', async () => {
    const comparison = await compare(changed('days.count=3'), changed('seed=99', 'days.count=8'), {
      workers: 0,
    });
    expect(comparison).toMatchObject({ seed: 7, days: { simulated: 3, asked: 3, ended: 'allDays' } });
    expect(comparison.command).toBe('compare(baseline, candidate, { seed: 7, days: 3 })');
  });

  it('says what is wrong with both scenarios, and of which', async () => {
    const wrong = [deskText.replace('talk:', 'tlak:'), deskText.replace('share: 80%', 'share: 180%')];
    const error = await compare(wrong[0] ?? '', wrong[1] ?? '').catch((why: unknown) => why);
    expect(error).toBeInstanceOf(ScenarioError);
    expect((error as Error).message).toMatch(
      /^baseline:\d+:\d+ E-MISSING .*\n(?:.*\n)*candidate:6:28 E-RANGE /,
    );
  });

  it.each([
    [
      'abandonRate=1',
      'A difference of abandonRate to see is below 100 points: write abandonRate=1% or abandonRate=0.01',
    ],
    ['abandonRate=5', 'abandonRate is at most 100%: write 5% or 0.05, not "5".'],
  ])('refuses to see %s, which is a share without its %%', async (see, problem) => {
    await expect(compare(deskText, deskText, { workers: 0, days: 2, see: [see] })).rejects.toThrow(problem);
  });

  it('refuses to compare separate days with a long run', async () => {
    const long = changed('days.continuous=true');
    await expect(compare(deskText, long, { workers: 0 })).rejects.toThrow(OptionError);
    expect((await compare(long, long, { workers: 0, days: 20 })).days.simulated).toBe(20);
  });
});
