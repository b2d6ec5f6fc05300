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

  it('says that the heads of the warm-up are not tested', async () => {
    const staffing = await found();
    const page = renderStaffingHtml(staffing, { language: 'fr' });
    expect(renderStaffing(staffing).replaceAll('\n', ' ')).toContain('Until 09:00 the scenario warms up');
    expect(page).toContain('Jusqu’à 09:00, le scénario se met en régime');
  });

  it('adds shrinkage on top: needed / (1 - shrinkage), rounded up (K-30)', async () => {
    const [team] = (await found()).kinds[0]!.groups;
    expect(team!.rostered).toEqual(team!.needed.map((heads) => Math.ceil(heads / 0.7)));
    expect((await found()).command).toBe('staff(scenario, {"seed":3,"days":120,"shrinkage":0.3})');
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

  it('finds the heads of a low occupancy: load / occupancy', async () => {
    const even = plain
      .replace(', patience: { exponential: { mean: 3m } }', '')
      .replace('to: 12:00', 'to: 10:00');
    const targets = ['occupancy<=8%', 'utilisation=15%'];
    const [kind] = (await staff(even, { workers: 0, days: 50, targets })).kinds;
    expect(kind).toMatchObject({ verdict: 'confirmed', isOutOfHeads: false });
    // 60 calls of 4 minutes an hour are 4 erlangs: 50 heads at 8%, and the margin of the few days.
    for (const heads of kind!.groups[0]!.needed.slice(1)) {
      expect(heads).toBeGreaterThanOrEqual(48);
      expect(heads).toBeLessThanOrEqual(60);
    }
    await expect(staff(even, { ...quick, targets: ['occupancy=0.01%'] })).rejects.toThrow(
      'occupancy=0.01% would take more than 20000 heads in a group.',
    );
  });

  it('meets a service level close to 100% that twice the heads of a thin scenario miss', async () => {
    // 5.7 erlangs: twelve heads, twice the one planned and ten, are busy for less than half of the time and miss 0.9% (Erlang C).
    const thin = plain
      .replace('perHour: 60', 'perHour: 85')
      .replace('count: 3', 'count: 1')
      .replace(', patience: { exponential: { mean: 3m } }', '')
      .replace('to: 12:00', 'to: 10:00');
    const [kind] = (await staff(thin, { workers: 0, days: 50, targets: ['serviceLevel=99.7%'] })).kinds;
    expect(kind!.verdict).toBe('confirmed');
    expect(kind!.groups[0]!.needed[1]).toBeGreaterThan(12);
  });

  it('says that it ran out of heads where they are not what is missing', async () => {
    // One ring in five goes unanswered for longer than 20 s: 80% is what many heads come to, and nothing shows it is reached.
    const missing = plain
      .replace('agents: { team: {', 'agents: { team: { missed: 20%, ringTimeout: 25s,')
      .replace('to: 12:00', 'to: 10:00')
      .replace(', patience: { exponential: { mean: 3m } }', '');
    const staffing = await staff(missing, { workers: 0, days: 50 });
    const [kind] = staffing.kinds;
    expect(kind).toMatchObject({ verdict: 'notConfirmed', isOutOfHeads: true });
    const text = renderStaffing(staffing).replaceAll(/\s+/g, ' ');
    expect(text).toContain('the search ran out of heads');
    expect(text).toContain(`at most: team ${kind!.groups[0]!.headsAtMost};`);
    expect(text).not.toContain('More days');
  });

  it('compares heads at work with heads at work, and planned ones with planned ones', async () => {
    const away = plain.replace('count: 3,', 'count: 10, shrinkage: 25%,');
    const staffing = await staff(away, { workers: 0, days: 50 });
    const [team] = staffing.kinds[0]!.groups;
    expect(team).toMatchObject({ plannedNow: [10, 10, 10, 10], atWorkNow: [7.5, 7.5, 7.5, 7.5] });
    const hours = (heads: readonly number[]): string => heads.reduce((sum, each) => sum + each, 0).toFixed(1);
    const text = renderStaffing(staffing).replaceAll(/\s+/g, ' ');
    expect(text).toContain(`At work: ${hours(team!.needed)} agent-hours needed a day, 30.0 now.`);
    expect(text).toContain(
      `With shrinkage: ${hours(team!.rostered)} agent-hours to roster a day, 40.0 planned now.`,
    );
    const page = renderStaffingHtml(staffing);
    expect(page).toContain(
      `team needs ${hours(team!.needed)} agent-hours at work a day; the scenario has 30.0 at work now.`,
    );
    expect(page).toContain(': Needed');
    expect(page).toContain(', At work now 7.5');
    expect(page).toContain('a run draws it anew each day');
    // The same shrinkage as in the scenario: nothing to tell apart.
    expect(text).not.toContain('own shrinkage (');
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
      'A target is written like serviceLevel>=80%, abandonRate@support<=5% or asa=20s, not "asa"',
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
    expect(text).toMatch(/From +At work now +Erlang C +Erlang A +Needed +Planned now +Rostered/);
    expect(renderStaffing(staffing, { language: 'fr' })).toMatch(
      /De +Au travail +Erlang C +Erlang A +Requis +Planifiés +À planifier/,
    );
    for (const line of text.split('\n').slice(3))
      if (!line.includes('staff')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says that the heads to paste keep the shrinkage of the scenario where another was asked for', async () => {
    const staffing = await found();
    const says =
      'These heads are for the scenario’s own shrinkage (0%), which a run takes off again; Rostered is for 30%.';
    expect(renderStaffing(staffing).replaceAll(/\s+/g, ' ')).toContain(says);
    expect(renderStaffingHtml(staffing)).toContain(says);
    expect(renderStaffing(staffing).replaceAll(/\s+/g, ' ')).toContain(
      '12.0 planned now, with the scenario’s own shrinkage.',
    );
  });

  it.each([
    ['en', 1, 'after 1 plan, '],
    ['en', 4, 'after 4 plans, '],
    ['fr', 1, 'après 1 plan, '],
    ['fr', 4, 'après 4 plans, '],
  ] as const)('counts plans in %s: %i', async (language, confirmations, says) => {
    const staffing = await found();
    const kinds = staffing.kinds.map((kind) => ({
      ...kind,
      verdict: 'notConfirmed' as const,
      confirmations,
    }));
    const text = renderStaffing({ ...staffing, kinds }, { language });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(says);
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
