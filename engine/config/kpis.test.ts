import { expect, test } from 'vitest';
import { kpiById, kpisOf } from '../metrics/kpis.ts';
import { kpiNamed, kpis } from './kpis.ts';

test('every KPI a scenario may expect something of is measured, in the same unit', () => {
  const measured = kpisOf({ callbackInSL: 'exclude' });
  const wrong = kpis.filter(({ id, unit }) => kpiById(measured, id, 'a')?.unit !== unit);
  expect(wrong).toEqual([]);
});

test('names and IDs are unique, and found whatever the case of their letters', () => {
  const words = kpis.flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()]);
  expect(new Set(words).size).toBe(words.length);
  expect(kpiNamed('servicelevel')?.id).toBe('K-01');
  expect(kpiNamed('k-02')?.name).toBe('asa');
  expect(kpiNamed('nothing')).toBeUndefined();
});
