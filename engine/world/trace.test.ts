/** A day that is listened to is the same day, and what is heard of it adds up to what is measured of it. */
import { describe, expect, test, vi } from 'vitest';
import type { Setup } from '../config/setup.ts';
import { readScenario } from '../config/read.ts';
import { Accumulator } from '../metrics/summary.ts';
import { Engine } from '../routing/engine.ts';
import type { Commands } from '../routing/protocol.ts';
import { Outbox } from '../routing/outbox.ts';
import { CommandList, INPUT_NAMES, perform, spell, type CommandRecord } from '../routing/tape.ts';
import { ruleOf } from '../rules.ts';
import { Transcript, type Entry } from '../routing/transcript.ts';
import { Simulation } from './run.ts';

/** Callbacks with retries, overflow before and in the queue, missed and declined rings, redials, two queues for one group. */
const busy = `
name: A busy morning
days: { from: 08:00, to: 10:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    overflow:
      - when: { workItemLimit: 2 }
        do: directCallback
      - when: { waitExceeds: 3m }
        do: { transferQueue: generalists }
    callback: { offerFirst: 10s, offerRepeat: 60s, maxAttempts: 2, retryWait: 5m }
    announcePosition: true
  billing:
    priority: 2
    overflow:
      - when: { waitExceeds: 2m }
        do: voicemail
    maxActiveContacts: 6
  generalists: { wrapBlock: 30s }
agents:
  seniors: { count: 5, queues: [support, billing, generalists], accept: 2s, missed: 5%, declined: 5%, ronaReturn: 60s }
  juniors: { count: 3, queues: [support], accept: 4s, missed: 5%, ronaReturn: 60s }
demand:
  support:
    arrivals: { perInterval: [50, 90, 60, 30] }
    talk: { lognormal: { mean: 3m, cv: 1 } }
    wrapUp: { exponential: { mean: 30s } }
    patience: { exponential: { mean: 3m }, balk: 2% }
    withheld: 10%
    callback: { accepts: 60%, reaction: 4s, answers: 60%, busy: 10%, machine: 10%, answerAfter: 8s }
    redial: { afterAbandon: 30%, delay: 5m }
  billing:
    arrivals: { perInterval: [10, 30, 20, 5] }
    talk: { exponential: { mean: 2m } }
    patience: { exponential: { mean: 4m } }
  generalists:
    arrivals: { perInterval: [2, 2, 2, 2] }
    talk: 2m
    patience: { exponential: { mean: 4m } }
`;

/** Prompts that end the call, a number outside, hours, and a queue that takes few. */
const leaving = `
name: Ways out
days: { from: 08:00, to: 10:00, zone: Europe/Paris, interval: 30m }
queues:
  sales:
    overflow:
      - when: { workItemLimit: 3 }
        do: { transferExternal: "+33123456789" }
  claims:
    overflow:
      - when: { workItemLimit: 2 }
        do: endCall
agents:
  team: { count: 4, queues: [sales, claims], accept: 3s }
demand:
  sales:
    arrivals: { perInterval: [40, 40, 40, 40] }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 2m } }
  claims:
    arrivals: { perInterval: [15, 15, 15, 15] }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 2m } }
`;

/** Nights that hang together: callbacks are carried over. */
const nights = `
name: Nights
days: { from: 22:00, to: 22:00, zone: Europe/Paris, interval: 60m, continuous: true, count: 3 }
queues:
  emergency:
    overflow:
      - when: { workItemLimit: 1 }
        do: directCallback
    callback: { offerFirst: 10s, offerRepeat: 60s, minRedialGap: 30m }
agents:
  team: { count: 2, queues: [emergency], accept: 2s }
demand:
  emergency:
    arrivals: { perHour: 25 }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 5m } }
    callback: { accepts: 70%, answers: 80% }
`;

const setupOf = (text: string): Setup => {
  const read = readScenario(text);
  if (!read.ok) expect.fail(JSON.stringify(read.problems, null, 1));
  return read.setup;
};

/** Reads a day to its end: what was heard, and its record. */
function traced(
  setup: Setup,
  seed: number,
  day: number,
  count = 0,
): readonly [readonly Entry[], Float64Array] {
  const transcript = new Transcript(setup.routing);
  const simulation = new Simulation(setup, transcript);
  const entries: Entry[] = [];
  const slices = simulation.trace(transcript, seed, day, count);
  for (;;) {
    const slice = slices.next();
    entries.push(...transcript.take());
    if (slice.done === true) return [entries, slice.value];
  }
}

/** Every input and command of a day, as they crossed the engine's own boundary. */
function tapeOf(simulate: () => void): { readonly inputs: readonly string[]; readonly commands: string } {
  const inputs: string[] = [];
  const records: CommandRecord[] = [];
  const spies = INPUT_NAMES.map((name) => {
    const give = Engine.prototype[name] as (...args: readonly unknown[]) => unknown;
    return vi.spyOn(Engine.prototype, name as 'dtmf').mockImplementation(function (this: Engine, ...args) {
      inputs.push(JSON.stringify([name, ...args]));
      return give.apply(this, args) as undefined;
    });
  });
  const drain = Reflect.get(Outbox.prototype, 'drainTo') as (to: Commands) => void;
  const outbox = vi.spyOn(Outbox.prototype, 'drainTo').mockImplementation(function (this: Outbox, to) {
    const list = new CommandList();
    drain.call(this, list);
    const fetched = list.take();
    records.push(...fetched);
    for (const record of fetched) perform(to, record);
  });
  simulate();
  for (const spy of [...spies, outbox]) spy.mockRestore();
  return { inputs, commands: spell(records) };
}

/** The caller's own doing, and a full queue: no rule orders them. */
const NOBODYS: ReadonlySet<unknown> = new Set(['abandoned', 'queue-full', 'lost-at-connect']);

const scenarios = { busy, leaving, nights };

describe('listening changes no decision', () => {
  test.each([
    ['busy', 1, 0],
    ['busy', 2, 5],
    ['busy', 77, 1],
    ['leaving', 1, 0],
    ['leaving', 9, 3],
  ] as const)('GEN-09: %s, seed %i, day %i: the same record, inputs and commands', (name, seed, day) => {
    const setup = setupOf(scenarios[name]);
    let alone: Float64Array | null = null;
    let heard: Float64Array | null = null;
    const plain = tapeOf(() => (alone = new Simulation(setup).day(seed, day)));
    const listened = tapeOf(() => ([, heard] = traced(setup, seed, day)));
    expect(heard).toEqual(alone);
    expect(listened.inputs.length).toBeGreaterThan(1000);
    expect(listened.inputs).toEqual(plain.inputs);
    expect(listened.commands).toBe(plain.commands);
  });

  test.each([0, 1, 2])('GEN-09: a day of a long run (%i of 0 to 2) is the day it would be', (day) => {
    const setup = setupOf(nights);
    const records = [...new Simulation(setup).days(4, 3)];
    const [entries, record] = traced(setup, 4, day, 3);
    expect(record).toEqual(records[day]);
    expect(entries.some(({ name }) => name === 'carriedOver')).toBe(day > 0);
    // Told on the day's own clock.
    for (const { t, name } of entries)
      if (name === 'contactArrived') expect(t < 24 * 3_600_000 && t >= 0).toBe(true);
  });

  test('a simulation whose transcript does not listen is as another', () => {
    const setup = setupOf(busy);
    const transcript = new Transcript(setup.routing);
    expect(new Simulation(setup, transcript).day(1, 0)).toEqual(new Simulation(setup).day(1, 0));
    expect(transcript.take()).toEqual([]);
  });
});

describe('what is heard of a day adds up to what is measured of it', () => {
  const measure = (setup: Setup, record: Float64Array): ((id: string, stat: string) => number) => {
    const results = new Accumulator(setup);
    results.add(0, record);
    results.close();
    return (id, stat) => {
      const kpi = results.kpis.find((each) => each.id === id && each.stat === stat && each.scope !== 'group');
      if (kpi?.form !== 'ratio') expect.fail(`no KPI ${id} ${stat}`);
      return results.sums(kpi).reduce((sum, { N }) => sum + N, 0);
    };
  };

  test.each([
    ['busy', 1, 0],
    ['busy', 5, 2],
    ['leaving', 3, 1],
  ] as const)('%s, seed %i, day %i', (name, seed, day) => {
    const setup = setupOf(scenarios[name]);
    const [entries, record] = traced(setup, seed, day);
    const value = measure(setup, record);
    const count = (
      kind: Entry['kind'],
      what: string,
      details: Readonly<Record<string, unknown>> = {},
    ): number =>
      entries.filter(
        (entry) =>
          entry.kind === kind &&
          entry.name === what &&
          Object.entries(details).every(([key, each]) => entry[key] === each),
      ).length;
    expect(count('input', 'contactArrived')).toBe(value('Arrived', 'perDay'));
    expect(count('fact', 'queued')).toBe(value('Off', 'perDay'));
    expect(count('fact', 'queued', { how: 'overflow' })).toBe(value('K-31', 'in'));
    expect(count('command', 'play', { prompt: 'callbackOffer' })).toBe(value('K-11', 'offers'));
    expect(count('fact', 'optedIn')).toBe(value('CbAcc', 'perDay'));
    expect(count('command', 'withdrawRing', { why: 'noAnswer' })).toBe(value('K-24', 'share'));
    expect(count('fact', 'left', { outcome: 'answered' })).toBe(value('Ans', 'perDay'));
    const lost = ['exhausted', 'expired', 'invalid-number'].map((closeReason) =>
      count('fact', 'closed', { closeReason }),
    );
    expect(lost.reduce((sum, each) => sum + each)).toBe(value('K-18', 'perDay'));
  });

  test('every rule exists, every order of a rule has one, and times never go back', () => {
    const free = new Set(['activity', 'music', 'carriedOver']);
    for (const text of [busy, leaving]) {
      let last = -Infinity;
      for (const { t, kind, name, rule, ...rest } of traced(setupOf(text), 1, 0)[0]) {
        expect(t).toBeGreaterThanOrEqual(last);
        last = t;
        if (rule !== undefined) expect(ruleOf(rule), rule).toBeDefined();
        const why = rest['closeReason'] ?? rest['outcome'];
        const isNobodys = free.has(name) || NOBODYS.has(why);
        if (kind !== 'input' && !isNobodys) expect(rule, `${name} ${JSON.stringify(rest)}`).toBeDefined();
      }
    }
  });
});
