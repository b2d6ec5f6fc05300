/** What a scenario expects of its results: known KPIs, bounds in their unit. */
import type { CheckContext } from './check-context.ts';
import { boundOf, isBeyondShare } from './bounds.ts';
import { kpiNamed, kpis } from './kpis.ts';
import { nearestName } from './nearest.ts';

export function checkExpectations(context: CheckContext): void {
  for (const [index, { kpi, queue, between }] of (context.scenario.expect ?? []).entries()) {
    const path = ['expect', index];
    if (queue !== undefined) context.refer('queues', queue, [...path, 'queue']);
    if (between === undefined) context.missing([...path, 'between']);
    if (kpi === undefined) {
      context.missing([...path, 'kpi']);
      continue;
    }
    const known = kpiNamed(kpi);
    if (!known) {
      const names = kpis.flatMap(({ id, name }) => [name, id]);
      const nearest = nearestName(kpi, names);
      const params = { what: 'kpis', name: kpi, known: kpis.map(({ name }) => name) };
      context.add('E-REF', [...path, 'kpi'], nearest === undefined ? params : { ...params, nearest });
      continue;
    }
    const bounds = (between ?? []).map((bound) => boundOf(bound, known.unit));
    for (const [side, bound] of bounds.entries()) {
      if (isBeyondShare(bound, known.unit)) {
        const range = { value: String(between?.[side]), min: '0%', max: '100%', unit: 'share' };
        context.add('E-RANGE', [...path, 'between', side], range);
      }
      if (bound !== undefined) continue;
      const expected = known.unit === 'time' ? 'length' : known.unit;
      context.add('E-FORMAT', [...path, 'between', side], { expected, value: String(between?.[side]) });
    }
    const [low, high] = bounds;
    if (low !== undefined && high !== undefined && low > high) {
      const params = { value: String(between?.[0]), min: '', max: String(between?.[1]), unit: 'order' };
      context.add('E-RANGE', [...path, 'between'], params);
    }
  }
}
