import { describe, expect, it, vi } from 'vitest';
import { exponentialPatience } from '../engine/planning/patience.ts';
import { fewestAgents, queueOf } from '../engine/planning/staffing.ts';
import { renderStaffing } from '../reports/render-staffing.ts';
import { renderStaffingHtml } from '../reports/render-staffing-html.ts';
import { staffingSchema, staffingYaml } from '../reports/staffing.ts';
import type { Staffing } from '../reports/staffing.ts';
import { run } from './run.ts';
import { staff } from './staff.ts';
import { OptionError } from './stopping.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Erlang A for four hours: everything exponential, no prompts, answered at once. */
const plain = `name: Plain
seed: 3
days: { from: 08:00, to: 12:00, interval: 1h, warmUp: 1h }
queues: { calls: { serviceLevel: { share: 80%, within: 20s }, shortAbandonThreshold: 0s } }
agents: { team: { count: 3, queues: calls } }
demand:
  calls: { arrivals: { perHour: 60 }, talk: { exponential: { mean: 4m } }, patience: { exponential: { mean: 3m } } }
prompts: 0s
`;

const quick = { workers: 0, days: 120 };
let known: Promise<Staffing> | undefined;
const found = (): Promise<Staffing> => (known ??= staff(plain, { ...quick, shrinkage: 0.3 }));

describe('staff', () => {
  it('is within a head of Erlang A where the scenario is Erlang A', async () => {
    const traffic = { arrivalsPerHour: 60, meanHandleSec: 240 };
    const targets = { serviceLevel: { withinSec: 20, share: 0.8 } };
    const exact = fewestAgents((agents) => queueOf(traffic, agents, exponentialPatience(180)), targets, 4);
    const [kind] = (await found()).kinds;
    const [team] = kind!.groups;
    // The load takes some minutes to come from an empty start; the formula is told so.
    expect(team!.erlangA!.slice(1)).toEqual([exact, exact, exact]);
    for (const heads of team!.needed.slice(1)) expect(Math.abs(heads - exact)).toBeLessThanOrEqual(1);
    expect(kind!.verdict).toBe('confirmed');
  });

  it('confirms on other days than it searched, every value beyond its bound', async () => {
    const { kinds, seed } = await found();
    expect(kinds[0]!.confirmationSeed).toBe(seed + kinds[0]!.confirmations);
    // The day and the three intervals after the warm-up.
    expect(kinds[0]!.results.map(({ interval }) => interval)).toEqual([null, 1, 2, 3]);
    for (const { low } of kinds[0]!.results) expect(low).toBeGreaterThanOrEqual(0.8);
  });

  it('adds shrinkage on top: needed / (1 - shrinkage), rounded up (K-30)', async () => {
    const [team] = (await found()).kinds[0]!.groups;
    expect(team!.rostered).toEqual(team!.needed.map((heads) => Math.ceil(heads / 0.7)));
    // The scenario itself draws nobody away, so it is given those at work.
    expect(team!.inScenario).toEqual(team!.needed);
  });

  it('is plain data of its schema, and its snippet pasted into the scenario meets the target again', async () => {
    const staffing = await found();
    expect(staffingSchema.parse(staffing)).toEqual(staffing);
    const staffLine = /staff: \[.*\]/.exec(staffingYaml(staffing))![0];
    const pasted = plain.replace('count: 3', staffLine);
    const { kpis } = await run(pasted, { workers: 0, days: 100, seed: 99 });
    const level = kpis.find(
      ({ id, queue, interval }) => id === 'K-01a' && queue === 'calls' && interval === null,
    );
    expect(level!.low).toBeGreaterThan(0.8);
  });

  it('says the same whatever the number of workers', async () => {
    const days = 50;
    const alone = await staff(plain, { workers: 0, days });
    expect(await staff(plain, { workers: 2, days })).toEqual(alone);
  });

  it('says at once what no number of heads reaches', async () => {
    const lost = plain
      .replace('mean: 3m } }', 'mean: 3m }, atZero: 0% }')
      .replace('agents: { team: { count: 3,', 'agents: { team: { missed: 60%, count: 3,');
    await expect(staff(lost, { ...quick, targets: ['serviceLevel=99%'] })).rejects.toThrow(
      /^No number of heads meets serviceLevel=99%: with time to spare/,
    );
  });

  it('tells every slip of its options', async () => {
    const targets = ['handleTime=3m', 'serviceLevel@cals=80%', 'asa', 'abandonRate=120%'];
    const failed = staff(plain, { workers: 0, days: 10, confidence: 2, shrinkage: 1, targets });
    await expect(failed).rejects.toThrow(OptionError);
    const { problems } = (await failed.catch((error: unknown) => error)) as OptionError;
    expect(problems.map((text) => text.split(/[:.]/)[0])).toEqual([
      '10 days are too few to confirm anything',
      'A confidence lies between 50% and 99',
      'Shrinkage lies between 0% and 95%, not at 100%',
      'Heads cannot be found for handleTime',
      'There is no queue or group of agents "cals"',
      'A target is written like serviceLevel=80% or abandonRate@support=5%, not "asa"',
      expect.stringContaining('abandonRate'),
    ]);
  });

  it('asks for a target where the scenario has none, and for separate days', async () => {
    const without = plain.replace('serviceLevel: { share: 80%, within: 20s }, ', '');
    await expect(staff(without, quick)).rejects.toThrow(/No queue has a target/);
    const long = plain.replace('interval: 1h, warmUp: 1h', 'interval: 1h, continuous: true');
    await expect(staff(long, quick)).rejects.toThrow(/one long run/);
  });

  it('stopped on the way gives the plan it had, not confirmed', async () => {
    const stop = new AbortController();
    const stopped = await staff(plain, {
      ...quick,
      signal: stop.signal,
      onProgress: ({ phase, plan }) => {
        if (phase === 'search' && plan === 2) stop.abort();
      },
    });
    expect(stopped.kinds[0]).toMatchObject({ verdict: 'stopped', results: [], confirmations: 0 });
    stop.abort();
    expect((await staff(plain, { ...quick, signal: stop.signal })).kinds).toEqual([]);
  });

  it('judges the day and several targets, groups that no target is about left alone', async () => {
    const two = `${plain.replace('queues: { calls:', 'queues: { mail: {}, calls:').replace('agents: {', 'agents: { writers: { count: 2, queues: mail },')}`;
    const staffing = await staff(two, {
      workers: 0,
      days: 60,
      targets: ['abandonRate@calls=5%', 'asa@calls=15s', 'occupancy@team=90%'],
    });
    const [writers, team] = staffing.kinds[0]!.groups;
    expect(writers).toMatchObject({ isPlanned: false, needed: [2, 2, 2, 2] });
    expect(team!.needed.every((heads) => heads >= 3)).toBe(true);
    expect(new Set(staffing.kinds[0]!.results.map(({ target }) => target)).size).toBe(3);
    expect(staffing.withoutTarget).toEqual(['mail']);
  });
});

describe('a staffing on paper', () => {
  it('is told in both languages, verdict first, Erlang beside the heads', async () => {
    const staffing = await found();
    const text = renderStaffing(staffing);
    expect(text).toMatch(/^Plain\n/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Confirmed: this plan meets every target');
    expect(text).toMatch(/From +Now +Erlang C +Erlang A +Needed +Rostered/);
    expect(renderStaffing(staffing, { language: 'fr' })).toMatch(
      /De +Prévus +Erlang C +Erlang A +Requis +Planifiés/,
    );
    for (const line of text.split('\n').slice(3))
      if (!line.includes('staff')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('escapes the names of a scenario on its page', async () => {
    const page = renderStaffingHtml(
      { ...(await found()), scenario: '<script>x</script>' },
      { language: 'fr' },
    );
    expect(page).not.toContain('<script>');
    expect(page).toContain('lang="fr"');
    expect(page).toContain('Heures-agent');
  });
});
