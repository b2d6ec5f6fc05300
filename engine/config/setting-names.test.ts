import { expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { readScenario } from './read.ts';

const text = centre({
  queues: 'support: { behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m } }',
  agents: 'team: { count: 5, queues: [support, b] }',
  demand: 'support: { arrivals: { perHour: 10 } }',
});

test.each([
  ['queues.suport.callback.offerFirst=15s', 'queues', 'suport', 'support'],
  ['agents.taem.count=7', 'agents', 'taem', 'team'],
  ['demand.supprt.withheld=1%', 'demand', 'supprt', 'support'],
])('%s gives no new name but says the nearest (E-REF)', (set, what, name, nearest) => {
  const result = readScenario(text, { set: [set] });
  expect(result).toMatchObject({
    ok: false,
    problems: [{ code: 'E-REF', path: [what, name], set, params: { what, name, nearest } }],
  });
});

test('a name that is there is changed, a map that is not there has no names', () => {
  expect(readScenario(text, { set: ['queues.support.ringTimeout=15s'] }).ok).toBe(true);
  expect(readScenario(text, { set: ['shifts.late.from=12:00'] })).toMatchObject({
    ok: false,
    problems: [{ code: 'E-REF', params: { what: 'shifts', name: 'late', known: [] } }],
  });
});
