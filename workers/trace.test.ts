import { describe, expect, test } from 'vitest';
import { readScenario } from '../engine/index.ts';
import type { Entry } from '../engine/index.ts';
import { ScenarioError } from './run.ts';
import { OptionError } from './stopping.ts';
import { trace } from './trace.ts';
import type { TraceOptions } from './trace.ts';

const desk = `
name: Small desk
seed: 7
days: { from: 08:00, to: 10:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    overflow:
      - when: { workItemLimit: 1 }
        do: directCallback
    callback: { offerFirst: 10s, offerRepeat: 60s, maxAttempts: 2, retryWait: 5m }
agents:
  seniors: { count: 3, queues: [support], accept: 3s, missed: 5%, ronaReturn: 60s }
demand:
  support:
    arrivals: { perInterval: [20, 30, 25, 15] }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: 50%, answers: 60% }
`;
const night = `
name: Night desk
days: { from: 22:00, to: 06:00, zone: Europe/Paris, interval: 60m }
queues: { emergency: {} }
agents: { team: { count: 2, queues: [emergency] } }
demand: { emergency: { arrivals: { perHour: 6 }, talk: 3m, patience: 5m } }
`;
const long = `
name: Long run
days: { from: 00:00, to: 24:00, zone: Europe/Paris, interval: 60m, continuous: true, count: 3 }
queues: { emergency: {} }
agents: { team: { count: 2, queues: [emergency] } }
demand: { emergency: { arrivals: { perHour: 6 }, talk: 3m, patience: 5m } }
`;

const read = (options: TraceOptions = {}, text = desk): readonly Entry[] => [...trace(text, options)];
const problemsOf = (options: object, text = desk): readonly string[] => {
  try {
    void [...trace(text, options)];
  } catch (error) {
    if (error instanceof OptionError) return error.problems;
    throw error;
  }
  return [];
};

describe('a day to read', () => {
  test('says which day it is', () => {
    const day = trace(desk, { day: 2 });
    expect(day).toMatchObject({ name: 'Small desk', seed: 7, day: 2, daysOfRun: 0, queues: ['support'] });
    expect([day.from, day.to]).toEqual([8 * 3_600_000, 10 * 3_600_000]);
    expect(day.agents).toEqual(['seniors 1', 'seniors 2', 'seniors 3']);
  });

  test('is the same whenever it is read, and another on another day or seed', () => {
    const day = trace(desk);
    const first = [...day];
    expect([...day]).toEqual(first);
    expect(day.contacts).toBe(first.filter(({ name }) => name === 'contactArrived').length);
    expect(read({ seed: 7 })).toEqual(first);
    expect(read({ day: 1 })).not.toEqual(first);
    expect(read({ seed: 8 })).not.toEqual(first);
  });

  test('goes through JSON unchanged', () => {
    for (const entry of read()) {
      expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
      expect(Number.isInteger(entry.t)).toBe(true);
      expect(['input', 'command', 'fact']).toContain(entry.kind);
    }
  });

  test('takes what readScenario made of it, and changes of the scenario', () => {
    const ready = readScenario(desk);
    if (!ready.ok) expect.fail('the desk is right');
    expect([...trace(ready)]).toEqual(read());
    expect(read({ set: ['queues.support.callback.offerFirst=20s'] })).not.toEqual(read());
  });

  test('numbers contacts from 1 without a gap', () => {
    const numbers = read().flatMap(({ name, contact }) => (name === 'contactArrived' ? [contact] : []));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});

describe('a part of it', () => {
  const all = read();

  test('one agent', () => {
    const some = read({ agent: 'seniors 2' });
    expect(some).toEqual(all.filter(({ agent }) => agent === 'seniors 2'));
    expect(some.length).toBeGreaterThan(20);
  });

  test('some minutes, from the first moment to just before the last', () => {
    const half = 30 * 60_000;
    expect(read({ from: '08:30', to: '09:00' })).toEqual(all.filter(({ t }) => t >= half && t < 2 * half));
    expect(read({ from: '08:30:30' })).toEqual(all.filter(({ t }) => t >= half + 30_000));
    expect(read({ to: '8:30' })).toEqual(all.filter(({ t }) => t < half));
  });

  test('one contact, with every change of why nobody could take it', () => {
    const waits = all.find(({ name }) => name === 'decided')!.contact!;
    const own = read({ contact: waits });
    const without = (entries: readonly Entry[]): readonly Entry[] =>
      entries.filter(({ name, contact }) => contact === waits && name !== 'decided');
    expect(own.every(({ contact }) => contact === waits)).toBe(true);
    expect(without(own)).toEqual(without(all));
    const stays = (entries: readonly Entry[]): number =>
      entries.filter(({ contact, reason }) => contact === waits && reason?.decision === 'stays').length;
    expect(stays(own)).toBeGreaterThanOrEqual(stays(all));
  });

  test('several contacts', () => {
    const numbers = new Set(read({ contact: [2, 5] }).map(({ contact }) => contact));
    expect(numbers).toEqual(new Set([2, 5]));
  });

  test('a clock of the night, which belongs to the next day', () => {
    const night1 = read({ from: '01:00', to: '02:00' }, night);
    expect(night1.length).toBeGreaterThan(0);
    for (const { t } of night1) expect(t >= 3 * 3_600_000 && t < 4 * 3_600_000).toBe(true);
    expect(read({ from: '01:00+1', to: '02:00+1' }, night)).toEqual(night1);
  });

  test('a day of a long run', () => {
    const day = trace(long, { day: 2 });
    expect([day.daysOfRun, day.days]).toEqual([3, 3]);
    const times = [...day].filter(({ name }) => name === 'contactArrived').map(({ t }) => t);
    expect(times.length).toBeGreaterThan(50);
    expect(times.every((t) => t >= 0 && t < 24 * 3_600_000)).toBe(true);
  });
});

describe('what is wrong', () => {
  test.each([
    [{ seed: -1 }, /^seed is a whole number from 0/],
    [{ day: 1.5 }, /^day is a whole number from 0 to 999999/],
    [{ contact: 0 }, /^contact is a whole number from 1/],
    [{ agent: 'senior 2' }, /^There is no agent "senior 2"\. Did you mean "seniors 2"\?$/],
    [{ agent: 'zoe' }, /There are 3: seniors 1, seniors 2, seniors 3\.$/],
    [{ from: '25 past' }, /^from is a local time such as 09:00/],
    [{ from: '09:30', to: '09:00' }, /to is the end and comes later/],
    [{ dya: 3 }, /^There is no option "dya"\. Did you mean "day"\?$/],
    [{ contact: 9999 }, /^There is no contact 9999 on day 0: it has \d+, numbered from 1/],
  ])('%o', (options, sentence) => {
    const problems = problemsOf(options);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  test('all of it is said at once', () => {
    expect(problemsOf({ seed: -1, day: -1, agent: 'zoe' })).toHaveLength(3);
    expect(problemsOf({ agent: 'zoe', from: '10:00', to: '09:00' })).toHaveLength(2);
  });

  test('a day that a long run does not have', () => {
    expect(problemsOf({ day: 3 }, long)).toEqual([
      'day is a whole number from 0 to 2, not 3.',
      'The long run of this scenario has 3 days; days.count says how many.',
    ]);
  });

  test('a scenario with errors', () => {
    expect(() => trace('name: x')).toThrow(ScenarioError);
  });
});
