import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Progress } from './pace.ts';
import { OptionError, readScenario, reportJson, run, ScenarioError } from './tandem.ts';
import type { RunOptions, ScenarioFile } from './tandem.ts';
import { deskText } from './testing/desk.ts';
import { clearShelf } from './shelf.ts';

// Threads start slowly where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

// Threads run the built bundle: `npm test` builds it first.
afterAll(clearShelf);

/** In this thread, and few days. */
const short: RunOptions = { workers: 0, days: 4 };

describe('run', () => {
  it('takes a text, plain data, or a scenario that was read', async () => {
    const fromText = await run(deskText, short);
    expect(fromText).toMatchObject({
      scenario: 'Small desk',
      seed: 7,
      days: { simulated: 4, ended: 'allDays' },
    });
    const ready = readScenario(deskText);
    if (!ready.ok) throw new Error('the desk is right');
    expect(await run(ready, short)).toEqual(fromText);

    const data: ScenarioFile = {
      name: 'Plain',
      queues: { support: { serviceLevel: { share: '80%', within: '20s' } } },
      agents: { team: { count: 12, queues: ['support'] } },
      demand: { support: { arrivals: { perHour: 60 }, talk: '4m' } },
    };
    expect((await run(data, short)).scenario).toBe('Plain');
  });

  it('takes seed and changes', async () => {
    const report = await run(deskText, { ...short, seed: 8, set: ['name=Other'] });
    expect(report).toMatchObject({
      scenario: 'Other',
      seed: 8,
      command: 'run(scenario, { seed: 8, days: 4 })',
    });
    expect(report.headline).not.toEqual((await run(deskText, short)).headline);
  });

  it('gives the same bytes for any number of workers', async () => {
    const helpdesk = readFileSync('scenarios/library/helpdesk.yaml', 'utf8');
    for (const text of [helpdesk, deskText.replace('interval: 30m', 'interval: 30m, continuous: true')]) {
      const one = reportJson(await run(text, { days: 8, workers: 1 }));
      expect(reportJson(await run(text, { days: 8, workers: 3 }))).toBe(one);
    }
  });

  it('says all that is wrong with the scenario', async () => {
    const wrong = deskText.replace('share: 80%', 'share: 180%').replace('talk:', 'tlak:');
    const error = await run(wrong, short).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ScenarioError);
    const { problems, message } = error as ScenarioError;
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['E-RANGE', 'E-KEY']));
    expect(message).toMatch(/^scenario:6:28 E-RANGE queues\.support\.serviceLevel\.share: /);
  });

  it.each<[RunOptions, string]>([
    [{ days: 0 }, 'days is a whole number from 1 to 1000000, not 0.'],
    [{ days: 1.5 }, 'days is'],
    [{ seed: -1 }, 'seed is'],
    [{ workers: -1 }, 'workers is'],
    [{ workers: Number.NaN }, 'workers is'],
    [
      { days: 50, untilHalfwidth: { kpi: 'asa', halfwidth: '1s' } },
      'untilHalfwidth first looks after 100 days',
    ],
    [{ dayz: 3 } as RunOptions, 'There is no option "dayz". Did you mean "days"?'],
    [{ untilHalfwidth: { kpi: 'assa', halfwidth: '1s' } }, 'Did you mean "asa"?'],
  ])('refuses %o', async (options, message) => {
    const error = await run(deskText, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OptionError);
    expect((error as Error).message).toContain(message);
  });

  it('says all that is wrong with the options at once', async () => {
    const untilHalfwidth = { kpi: 'assa', queue: 'suport', halfwidth: 'narrow' };
    const error = await run(deskText, { days: 40, seed: -1, untilHalfwidth }).catch((why: unknown) => why);
    expect((error as OptionError).problems).toHaveLength(5);
  });

  it.each([undefined, null, 7])('refuses %s as a scenario in a sentence', async (source) => {
    const ran = run(source as unknown as string);
    await expect(ran).rejects.toThrow(OptionError);
    await expect(ran).rejects.toThrow(`The scenario is ${source}. Give its text`);
  });

  it('tells how far it is', async () => {
    const seen: Progress[] = [];
    await run(deskText, { ...short, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ days }) => days)).toEqual([1, 2, 3, 4]);
    expect(seen.every(({ daysExpected }) => daysExpected === 4)).toBe(true);
    const last = seen.at(-1);
    expect(last?.millisLeft).toBe(0);
    expect(last?.callsPerSecond).toBeGreaterThan(0);
    // An arrival alone is a moment; a call that is answered and ends is several.
    expect(last?.eventsPerSecond).toBeGreaterThan(2 * (last?.callsPerSecond ?? Infinity));
  });

  it('reports the days so far when it is stopped, and how to see them again', async () => {
    const controller = new AbortController();
    const onProgress = ({ days }: Progress) => {
      if (days === 5) controller.abort();
    };
    const report = await run(deskText, { workers: 0, days: 1000, signal: controller.signal, onProgress });
    expect(report.days).toMatchObject({ simulated: 5, asked: 1000, ended: 'stopped' });
    expect(report.command).toBe('run(scenario, { seed: 7, days: 5 })');
    expect(report.warnings.map(({ code }) => code)).toContain('interrupted');
    expect(report.kpis).toEqual((await run(deskText, { workers: 0, days: 5 })).kpis);
  });
});

describe('sequential stopping', () => {
  const until: RunOptions = { untilHalfwidth: { kpi: 'asa', queue: 'support', halfwidth: '5m' } };

  it('stops at the same count of days for any number of workers', async () => {
    const reports = [];
    for (const workers of [0, 1, 3]) reports.push(await run(deskText, { ...until, workers }));
    expect(reports[0]?.days).toMatchObject({ simulated: 100, asked: 10_000, ended: 'enough' });
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });

  it('goes to a later look for a narrower interval, and the interval is as narrow as asked', async () => {
    const at100 = await run(deskText, { workers: 0, days: 100 });
    const { low, high } = at100.headline[0] ?? {};
    const half = ((high ?? 0) - (low ?? 0)) / 2;
    const untilHalfwidth = { kpi: 'serviceLevel', queue: 'support', halfwidth: half * 0.9 };
    const report = await run(deskText, { workers: 0, untilHalfwidth });
    expect([150, 200, 300]).toContain(report.days.simulated);
    const [first] = report.headline;
    expect(((first?.high ?? 1) - (first?.low ?? 0)) / 2).toBeLessThanOrEqual(half * 0.9);
  });

  it('says so when all days were not enough', async () => {
    const untilHalfwidth = { kpi: 'asa', halfwidth: '1ms' };
    const report = await run(deskText, { workers: 0, days: 100, untilHalfwidth });
    expect(report.days).toMatchObject({ simulated: 100, ended: 'allDays' });
    const [warning] = report.warnings.filter(({ code }) => code === 'precision');
    expect(warning?.text).toMatch(
      /^asa is known to ±[\d.]+ s only after all days, ±0\.001 s were asked for\./,
    );
  });

  it('works on a long run too, by blocks of days', async () => {
    const long = deskText.replace('interval: 30m', 'interval: 30m, continuous: true');
    const report = await run(long, { ...until, workers: 0, days: 400 });
    expect(report.days).toMatchObject({ simulated: 100, ended: 'enough', blockDays: 10 });
    expect(report.headline[0]?.n).toBe(10);
  });
});
