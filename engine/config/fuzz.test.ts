import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { distributionOf } from '../kernel/distributions.ts';
import { frameOf } from './hours.ts';
import { readScenario } from './read.ts';
import type { Setup } from './setup.ts';

const runs = process.env['TANDEM_LONG'] === '1' ? 20_000 : 200;
const folder = new URL('../../scenarios/library/', import.meta.url);

/** A scenario with nearly every option in it, and those of the library. */
const everything = `
version: 1
preset: webex
days: { from: 06:00, to: 02:00, zone: Europe/Paris, interval: 30m, count: 3, start: 2026-03-28, endOfDay: leave }
kinds:
  weekday: {}
  sunday: { from: 08:00, to: 12:00, demand: { vip: { arrivals: { perHour: 3 } }, walk: none }, agents: { team: off, lists: { count: 2 } } }
calendar: { weekdays: weekday, saturday: weekday, sunday: sunday, dates: { 2026-04-06: sunday } }
hours: { office: { zone: Europe/London, week: { weekdays: [08:00-12:00, 13:00-18:00], saturday: 22:00-04:00 }, holidays: [2026-05-01] } }
numbers: { "+33123456789": {}, "0800": { mayCall: false } }
lines: { maxCalls: 100, maxOutbound: 50 }
sites: { paris: { maxCalls: 60 } }
routing: { overflowBatch: 5, maxQueueHops: 2, depthSampleInterval: 10s }
capacityProfiles: { calls: { limit: 2 }, quota: { limit: 40, reset: endOfDay, blocking: false } }
callbackProfiles: { gentle: { offerFirst: 60s, offerRepeat: never, offeringWindow: { from: 09:00, to: 17:00 }, fixedNumber: "+33123456789" } }
queues:
  a:
    serviceLevel: { share: 80%, within: 20s }
    hours: office
    overflow:
      - { when: outOfHours, do: { transferQueue: b } }
      - { when: { averageWait: 4m }, do: { directCallback: gentle } }
      - { when: { waitExceeds: 5m }, do: { transferExternal: "0123456" } }
    ewtInitial: 30s
    wrapBlock: 45s
    reasons: [sold, lost]
    defaultReason: lost
    behaviour: { talk: { lognormal: { median: 2m, p90: 6m } }, patience: { weibull: { shape: 0.8, mean: 3m }, balk: 1%, atZero: 2% } }
  b: { callback: gentle, behaviour: { talk: { mixture: [{ weight: 1, of: 1m }, { weight: 2, of: { gamma: { shape: 2, mean: 4m } } }] }, wrapUp: 20s } }
  chat: { channel: messaging, method: roundRobin, behaviour: { talk: 5m } }
workstreams:
  main:
    number: "+33123456789"
    site: paris
    greeting: true
    profiles: [calls]
    rules:
      - { when: { tier: [gold, silver], balance: { above: 100 } }, to: a, overflow: [] }
      - { split: [{ queue: a, percent: 50% }, { queue: b, percent: 50% }] }
    fallback: b
shifts: { early: { from: 06:00, to: 14:00, breaks: [{ from: 10:00, to: 10:15 }] }, night: { from: 20:00, to: 04:00 } }
agents:
  team: { shifts: { early: 3, night: 2 }, queues: [a, b], profiles: [calls, { profile: quota, limit: 10 }], accept: 2s, missed: 3% }
  lists: { staff: 4, queues: [b, chat], units: 2, shrinkage: 10% }
  named: { members: { ana: { shift: early }, ben: {} }, queues: a }
demand:
  vip: { workstream: main, attributes: { tier: gold, balance: 200 }, arrivals: { perHour: 20, dayFactor: { gamma: { shape: 20 } } } }
  walk: { queue: a, arrivals: { perDay: 50 }, redial: { afterAbandon: 10%, delay: 1m }, withheld: 5% }
  chat: { arrivals: { trace: [{ at: 08:00, talk: 1m }, { at: 09:00 }] } }
prompts: { greeting: 5s }
expect: [{ kpi: asa, queue: a, between: [0s, 1h] }]
report: { serviceLevel: b, callbackInSL: atOptIn }
`;
const library = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const texts = [everything, ...library.map((name) => readFileSync(new URL(name, folder), 'utf8'))];

/** Whatever a reader lets pass must be something engine and world can be built of. */
function mustWork(setup: Setup): void {
  for (const { patience, talk, wrapUp, reaction, answerAfter } of setup.world.behaviour) {
    for (const law of [patience, talk, wrapUp, reaction, answerAfter]) {
      if (law) expect(distributionOf(law).at(0.5)).toBeGreaterThanOrEqual(0);
    }
  }
  for (const { accept, ronaReturn } of setup.world.groups) {
    for (const law of [accept, ronaReturn]) expect(distributionOf(law).at(0.5)).toBeGreaterThanOrEqual(0);
  }
  const isKnown = (index: number, list: readonly unknown[]) => index >= 0 && index < list.length;
  for (const agent of setup.routing.agents) {
    expect(agent.queues.every((queue) => isKnown(queue, setup.routing.queues))).toBe(true);
  }
  for (const kind of setup.world.calendar) expect(isKnown(kind, setup.world.kinds)).toBe(true);
  for (const kind of setup.world.kinds) {
    for (const staffing of kind.staffing) expect(JSON.stringify(staffing)).not.toContain('null,"to"');
    for (const demand of kind.demand) expect(isKnown(demand.entry, setup.routing.entries)).toBe(true);
  }
  expect(frameOf(setup, 1, 1).originUtc).toBeGreaterThan(0);
}

test('the scenario of everything is right', () => {
  const result = readScenario(everything);
  expect(result.ok ? [] : result.problems).toEqual([]);
});

const oddities = [
  null,
  -1,
  0,
  1e9,
  0.5,
  'x',
  '',
  '5s',
  '-5s',
  '80%',
  '24:00',
  'a',
  'b',
  'closed',
  'never',
  'unlimited',
  [],
  {},
  [1],
  ['a'],
  { a: 1 },
  true,
  false,
];

/** Every place of plain data. */
function places(data: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [path];
  const below = Object.entries(data).flatMap(([key, value]) =>
    places(value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

type Change = 'replace' | 'remove' | 'rename';

function change(data: unknown, path: readonly (string | number)[], how: Change, value: unknown): void {
  let holder = data as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    const next = holder[step];
    if (typeof next !== 'object' || next === null) return;
    holder = next as Record<string | number, unknown>;
  }
  const last = path.at(-1) ?? '';
  if (!(last in holder)) return;
  if (how === 'replace') holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else {
    if (how === 'rename') holder[`${last}x`] = holder[last];
    delete holder[last];
  }
}

test('a scenario with odd values, missing parts and misspelt keys is read or refused, never worse', () => {
  const samples = texts.map((text) => {
    const data: unknown = parse(text);
    return { json: JSON.stringify(data), places: places(data) };
  });
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      how: fc.constantFrom<Change>('replace', 'replace', 'remove', 'rename'),
      value: fc.constantFrom(...oddities),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.nat(samples.length - 1), edits, (index, changes) => {
      const sample = samples[index];
      if (!sample) return;
      const data: unknown = JSON.parse(sample.json);
      for (const { at, how, value } of changes) {
        change(data, sample.places[at % sample.places.length] ?? [], how, value);
      }
      const result = readScenario(JSON.stringify(data));
      if (result.ok) mustWork(result.setup);
      else expect(result.problems.length).toBeGreaterThan(0);
    }),
    { seed: 1, numRuns: runs },
  );
});

test('text with characters changed at random is read or refused, never worse', () => {
  const characters = fc.constantFrom(...'[]{}:,-#&*!|>\'"%@`?~ \n\t0123456789abcxyz.éÿ'.split(''));
  const edits = fc.array(fc.tuple(fc.nat(), characters), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(texts.length - 1), edits, (index, changes) => {
      const text = (texts[index] ?? '').split('');
      for (const [at, character] of changes) text[at % text.length] = character;
      const result = readScenario(text.join(''));
      if (result.ok) mustWork(result.setup);
      else expect(result.problems.length).toBeGreaterThan(0);
    }),
    { seed: 2, numRuns: runs },
  );
});
