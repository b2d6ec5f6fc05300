import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { citationsIn } from '../citations.ts';
import { kpiOf, ruleOf } from '../rules.ts';
import { pathText } from './problems.ts';
import type { Problem } from './problems.ts';
import { readScenario } from './read.ts';
import type { Setup } from './setup.ts';
import { thresholdKeys, thresholdsOf } from './thresholds.ts';
import type { Threshold } from './thresholds.ts';

const folder = new URL('../../scenarios/library/', import.meta.url);
const library = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

/** Every option that makes a threshold, in each of the ways it may be written. */
const full = `
days: { from: 08:00, to: 18:00 }
kinds: { weekday: {}, saturday: { agents: { team: { count: 2 }, crew: { shifts: { early: 1 } }, off.duty: off } } }
calendar: { weekdays: weekday, saturday: saturday }
lines: { maxCalls: 60 }
sites: { north: { maxCalls: 20, maxOutbound: 5 } }
numbers: { "+33123456789": {} }
capacityProfiles: { chats: { limit: 3 }, letters: { limit: 20, reset: endOfDay } }
callbackProfiles: { patient: { offerFirst: 1m, offerRepeat: never, maxActive: 40 } }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    maxActiveContacts: 50
    overflow:
      - { when: { averageWait: 5m }, do: directCallback }
      - { when: { workItemLimit: 12 }, do: { directCallback: patient } }
      - { when: { waitExceeds: 10m }, do: { transferQueue: "24.7 = all" } }
    autoWrapAfter: 2m
  "24.7 = all": { serviceLevelThreshold: 30s, callback: patient }
  chat: { channel: messaging, overflow: [{ when: { waitExceeds: 5m }, do: { transferQueue: letters } }], ringTimeout: 90s }
  letters: { channel: messaging }
workstreams:
  main:
    fallback: support
    site: north
    rules: [{ to: support, overflow: [{ when: { workItemLimit: 30 }, do: endCall }] }]
shifts: { early: { from: 08:00, to: 16:00 }, late shift: { from: 10:00, to: 18:00 } }
agents:
  team: { queues: [support, "24.7 = all"], count: 9, ringTimeout: 15s }
  crew: { queues: support, shifts: { early: 2, late shift: 3 } }
  off.duty: { queues: [chat, letters], staff: 4, profiles: [letters, { profile: chats, limit: 5 }] }
  named: { queues: support, members: [ana, ben] }
demand:
  support: { workstream: main, arrivals: { perHour: 30 }, talk: 3m }
  chat: { arrivals: { perHour: 10 }, talk: 4m }
  "24.7 = all": { arrivals: { perHour: 5 }, talk: 3m }
  letters: { arrivals: { perHour: 5 }, talk: 3m }
whatIf: { volume: 1.1 }
`;

function read(text: string, set: readonly string[] = []) {
  const result = readScenario(text, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result;
}

/**
 * The setup with callback profiles in the place of their numbers: a standard value that is written out gives a queue a profile of its
 * own, with the same content.
 */
function meaningOf({ routing, ...rest }: Setup): unknown {
  const { callbackProfiles, queues, entries, ...others } = routing;
  const profile = (index: number) => ({ ...callbackProfiles[index], name: null });
  const inlined: unknown = JSON.parse(
    JSON.stringify([queues, entries], (key, value: unknown) => {
      if (key === 'callback') return profile(value as number);
      const action = value as { do?: string; profile?: number } | null;
      if (action?.do !== 'directCallback' || typeof action.profile !== 'number') return value;
      return { do: action.do, offered: profile(action.profile) };
    }),
  );
  return { ...rest, others, inlined };
}

/** An agent group emptied by its slider is refused where callbacks or an overflow count on it; nothing else may be. */
const isRefusal = ({ severity, params }: Problem): boolean =>
  severity === 'error' && params['why'] !== 'no-members';

function thresholdsIn(text: string): readonly Threshold[] {
  const { scenario, setup } = read(text);
  return thresholdsOf(scenario, setup);
}

/** A number as a scenario takes it: lengths count seconds, shares are of 1. */
const setting = ({ path, choices }: Threshold, value: number | null): string =>
  `${path}=${value === null ? choices[0] : value}`;

const all = [...library, ['one that uses every option', full] as const];

describe.each(all)('the thresholds of %s', (_name, text) => {
  const thresholds = thresholdsIn(text);

  it('each mean what the scenario says: set to their own value they change nothing', () => {
    const { setup } = read(text);
    for (const threshold of thresholds) {
      if (threshold.value === null && threshold.choices.length === 0) continue;
      const set = setting(threshold, threshold.value);
      expect(meaningOf(read(text, [set]).setup), set).toEqual(meaningOf(setup));
    }
  });

  it('are right from end to end of their sliders and one step on', () => {
    for (const threshold of thresholds) {
      const { low, high, step, value } = threshold;
      const next = value === null ? [] : [value + step <= threshold.max ? value + step : value - step];
      for (const tried of [low, high, ...next]) {
        const result = readScenario(text, { set: [setting(threshold, tried)] });
        expect(result.ok ? [] : result.problems.filter(isRefusal), setting(threshold, tried)).toEqual([]);
      }
    }
  });

  it('have sliders within what the schema allows, around their value', () => {
    for (const { path, low, high, min, max, step, value } of thresholds) {
      expect(min, path).toBeLessThanOrEqual(low);
      expect(low, path).toBeLessThan(high);
      expect(high, path).toBeLessThanOrEqual(max);
      expect(step, path).toBeGreaterThan(0);
      if (value === null) continue;
      expect(low, path).toBeLessThanOrEqual(value);
      expect(high, path).toBeGreaterThanOrEqual(value);
    }
  });

  it('have one path each, a help text, and rules that exist', () => {
    expect(new Set(thresholds.map(({ path }) => path)).size).toBe(thresholds.length);
    for (const { path, help, rule } of thresholds) {
      expect(help, path).toMatch(/\w.*\.$/);
      expect(rule, path).toBe(citationsIn(help)[0] ?? null);
      if (rule !== null) expect(ruleOf(rule) ?? kpiOf(rule), `${path} ${rule}`).toBeDefined();
    }
  });
});

it('promises no more than is checked: beyond its least and its most each threshold is refused, at its own place', () => {
  for (const { path, min, max, kind } of thresholdsIn(full)) {
    const step = kind === 'whole' ? 1 : kind === 'length' ? 0.5 : 0.01;
    for (const beyond of [min - step, max + step]) {
      const set = `${path}=${Number(beyond.toPrecision(12))}`;
      const result = readScenario(full, { set: [set] });
      const refusals = result.ok ? [] : result.problems.filter((problem) => problem.severity === 'error');
      expect(
        refusals.map((problem) => pathText(problem.path)),
        set,
      ).toContain(path);
    }
  }
});

it('puts on the rail of a scenario that uses every option each kind of threshold there is', () => {
  const keys = thresholdsIn(full).map(({ key }) => key);
  expect([...new Set(keys)].toSorted()).toEqual([...thresholdKeys].toSorted());
});

describe('the rail', () => {
  const rail = thresholdsIn(full);
  const at = (path: string) => rail.find((threshold) => threshold.path === path);

  it('goes from overflow to what-if', () => {
    expect([...new Set(rail.map(({ section }) => section))]).toEqual([
      ...['overflow', 'callback', 'capacity', 'ringing', 'wrapUp', 'target', 'staffing', 'whatIf'],
    ]);
  });

  it('names what an overflow item does, in a queue and in a rule', () => {
    expect(
      rail
        .filter(({ section }) => section === 'overflow')
        .map(({ path, detail, value }) => [path, detail, value]),
    ).toEqual([
      ['queues.support.overflow[0].when.averageWait', 'directCallback', 300],
      ['queues.support.overflow[1].when.workItemLimit', 'directCallback:patient', 12],
      ['queues.support.overflow[2].when.waitExceeds', 'transferQueue:24.7 = all', 600],
      ['queues.chat.overflow[0].when.waitExceeds', 'transferQueue:letters', 300],
      ['workstreams.main.rules[0].overflow[0].when.workItemLimit', 'endCall', 30],
    ]);
  });

  it('has the settings of a shared callback profile once, and those of a queue that offers under its own', () => {
    const owners = rail.filter(({ key }) => key === 'offerFirst').map(({ path, owner }) => [path, owner]);
    expect(owners).toEqual([
      ['queues.support.callback.offerFirst', 'support'],
      ['callbackProfiles.patient.offerFirst', 'patient'],
    ]);
  });

  it('shows the standard value of what is not written', () => {
    expect(at('queues.support.callback.offerRepeat')).toMatchObject({ value: 120, isStated: false });
    expect(at('callbackProfiles.patient.offerRepeat')).toMatchObject({
      value: null,
      isStated: true,
      choices: ['never'],
    });
    // NT-01: 18 s for voice, 60 s for messaging; and the bounds of each channel.
    expect(at('queues.support.ringTimeout')).toMatchObject({ value: 18, isStated: false, min: 1, max: 120 });
    expect(at('queues.letters.ringTimeout')).toMatchObject({ value: 60, isStated: false, max: 6000 });
    expect(at('queues.support.autoWrapAfter')).toMatchObject({ value: 120, choices: ['off'] });
    expect(at('whatIf.patience')).toMatchObject({ kind: 'factor', value: 1, isStated: false });
  });

  it('knows the standard value of what is written otherwise, and of no value where there is none', () => {
    // NT-01: 18 s for voice, 60 s for messaging, whatever the queue says; offers come every 2 minutes.
    expect(at('queues.chat.ringTimeout')).toMatchObject({ value: 90, standard: 60 });
    expect(at('callbackProfiles.patient.offerRepeat')).toMatchObject({ value: null, standard: 120 });
    expect(at('agents.crew.shifts.early')).toMatchObject({ value: 2, standard: null });
    expect(at('whatIf.volume')).toMatchObject({ value: 1.1, standard: 1 });
  });

  it('says of a shift what its number is, not how shifts are written', () => {
    expect(at('agents.crew.shifts.early')?.help).toBe('Agents of this shift.');
    expect(at('kinds.saturday.agents.crew.shifts.early')?.help).toBe('Agents of this shift on such a day.');
    for (const { path, help } of rail) expect(help, path).not.toMatch(/[{}]/);
  });

  it('takes the values of a preset for the standard ones', () => {
    const webex = thresholdsIn(`${full}\npreset: webex`);
    // CB: ringLimit default 32 s.
    expect(webex.find(({ path }) => path === 'queues.support.callback.ringLimit')).toMatchObject({
      value: 32,
    });
  });

  it('has agents by group, shift and kind of day, and none by name or where no day uses them', () => {
    expect(
      rail
        .filter(({ section }) => section === 'staffing')
        .map(({ path, detail, value }) => [path, detail, value]),
    ).toEqual([
      ['agents.team.count', null, 9],
      ['kinds.saturday.agents.team.count', 'saturday', 2],
      ['agents.crew.shifts.early', 'early', 2],
      ['agents.crew.shifts."late shift"', 'late shift', 3],
      ['kinds.saturday.agents.crew.shifts.early', 'saturday, early', 1],
      ['agents."off.duty".staff', null, 4],
    ]);
  });

  it('changes the way a threshold is written that the scenario uses', () => {
    expect(at('queues."24.7 = all".serviceLevelThreshold')).toMatchObject({
      key: 'serviceLevelWithin',
      value: 30,
    });
    expect(at('queues.support.serviceLevel.within')).toMatchObject({ key: 'serviceLevelWithin', value: 20 });
  });
});
