import { expect, it } from 'vitest';
import { readScenario } from '../engine/index.ts';
import type { Scenario } from '../engine/index.ts';
import { settingsDiff } from './settings-diff.ts';

const text = `name: Desk
days: { from: 08:00, to: 18:00, count: 5 }
queues:
  support: { callback: { offerFirst: 90s } }
agents:
  team: { count: 9, queues: [support], accept: 3s }
demand:
  support:
    arrivals: { perHour: 60 }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
`;

function read(source: string, ...set: string[]): Scenario {
  const result = readScenario(source, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

function diff(...set: string[]): string[] {
  return settingsDiff(read(text), read(text, ...set)).map(
    ({ path, baseline, candidate, standard }) =>
      `${path}: ${baseline ?? `(${standard})`} -> ${candidate ?? `(${standard})`}`,
  );
}

it('tells each setting as one would write it: lengths, shares, times of day, counts', () => {
  expect(diff('queues.support.callback.offerFirst=15s', 'agents.team.count=10', 'days.to=18:30')).toEqual([
    'days.to: 18:00 -> 18:30',
    'queues.support.callback.offerFirst: 1m30s -> 15s',
    'agents.team.count: 9 -> 10',
  ]);
  expect(diff('demand.support.callback={ accepts: 40% }')).toEqual([
    expect.stringMatching(/^demand\.support\.callback\.accepts: .* -> \[?40%/),
  ]);
});

it('tells the first day as a date', () => {
  expect(diff('days.start=2026-04-06')).toEqual(['days.start: (2026-01-05) -> 2026-04-06']);
});

it('says what holds where one of the two says nothing', () => {
  expect(diff('queues.support.ringTimeout=10s', 'queues.support.priority=2')).toEqual([
    'queues.support.priority: (1) -> 2',
    'queues.support.ringTimeout: (null) -> 10s',
  ]);
});

it('names factors, costs and the currency', () => {
  expect(diff('whatIf.volume=1.1', 'agents.team.costPerHour=42.5', 'report.currency=CHF')).toEqual([
    'agents.team.costPerHour: (null) -> 42.5',
    'whatIf.volume: (1) -> 1.1',
    'report.currency: (EUR) -> CHF',
  ]);
});

it('tells a law of chance as a whole', () => {
  expect(
    diff(
      'demand.support.patience={ exponential: { mean: 2m } }',
      'demand.support.talk={ lognormal: { mean: 5m, cv: 1.2 } }',
    ),
  ).toEqual([
    'demand.support.talk: exponential { mean: 4m } -> lognormal { mean: 5m, cv: 1.2 }',
    'demand.support.patience: exponential { mean: 3m } -> exponential { mean: 2m }',
  ]);
});

it('finds no difference in how something is written, nor in name, seed and number of days', () => {
  expect(diff('queues.support.callback.offerFirst=1m30s')).toEqual([]);
  expect(diff('name=Other', 'seed=9', 'days.count=77')).toEqual([]);
});

it('tells a part that only one has setting by setting, and a long list shortened', () => {
  const other = read(text.replace('agents:', 'agents:\n  late: { count: 2, queues: [support] }'));
  expect(settingsDiff(other, read(text)).map(({ path, candidate }) => [path, candidate])).toEqual([
    ['agents.late.count', null],
    ['agents.late.queues', null],
  ]);
  const [change] = settingsDiff(
    read(text),
    read(
      text,
      `demand.support.arrivals={ perInterval: [${Array.from({ length: 20 }, () => 30).join(', ')}] }`,
    ),
  ).filter(({ path }) => path.endsWith('perInterval'));
  expect(change?.candidate).toMatch(/^\[30, .*, … 20 in all\]$/);
});
