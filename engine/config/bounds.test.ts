import { expect, test } from 'vitest';
import { kpiById, kpisOf, rangeOf } from '../metrics/kpis.ts';
import { boundOf, isBeyondShare, shareAsMeant } from './bounds.ts';
import { kpis } from './kpis.ts';
import { readScenario } from './read.ts';

test('a share above 100 % is beyond what any measured share can be; times and numbers may be any', () => {
  expect(isBeyondShare(boundOf(80, 'share'), 'share')).toBe(true);
  expect(isBeyondShare(boundOf('101%', 'share'), 'share')).toBe(true);
  expect(isBeyondShare(boundOf(1, 'share'), 'share')).toBe(false);
  expect(isBeyondShare(boundOf('100%', 'share'), 'share')).toBe(false);
  expect(isBeyondShare(boundOf(5, 'number'), 'number')).toBe(false);
  const measured = kpisOf({ callbackInSL: 'exclude' });
  for (const { id, unit } of kpis)
    if (unit === 'share') expect(rangeOf(kpiById(measured, id, 'a')!).most).toBe(1);
});

test('what was meant is told with its %', () => {
  expect(shareAsMeant('5')).toBe('5% or 0.05');
  expect(shareAsMeant(80)).toBe('80% or 0.8');
  expect(shareAsMeant('8000')).toBe('80% or 0.8');
});

test('an expected share may be written as a fraction up to 1, and of 5 the place is told', () => {
  const read = (between: string) =>
    readScenario(`queues: { a: {} }
agents: { team: { count: 1, queues: [a] } }
demand: { a: { arrivals: { perHour: 1 }, talk: 1m } }
expect: [{ kpi: serviceLevel, between: ${between} }]
`);
  expect(read('[0.9, 1]').ok).toBe(true);
  const wrong = read('[50, 100]');
  if (wrong.ok) throw new Error('it is refused');
  expect(wrong.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['E-RANGE', 4, 41],
    ['E-RANGE', 4, 45],
  ]);
});
