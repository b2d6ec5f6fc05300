/** A sweep of the library's scenario for the formulas, against theory: its own intervals hold the exact values. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceFrom } from '../../engine/index.ts';
import { sweep } from '../tandem.ts';
import { exactCurves } from './exact-curves.ts';

const library = (name: string): string =>
  readFileSync(new URL(`../../scenarios/library/${name}.yaml`, import.meta.url), 'utf8');

describe('the exact curves behind a sweep', async () => {
  const text = library('single-queue');
  const swept = await sweep(text, {
    vary: ['agents.team.count=7..10'],
    kpis: ['abandonRate', 'asa', 'occupancy', 'serviceLevel'],
    days: 20,
    seed: 11,
    workers: 0,
  });
  const curves = exactCurves(swept, { text, set: [] });

  it('are those of Erlang A, one for each measure', () => {
    expect(curves.map(({ kpi, model }) => [kpi, model])).toEqual(
      [0, 1, 2, 3].map((kpi) => [kpi, 'Erlang A']),
    );
    // 100 calls an hour of 4 minutes, 8 agents, patience 3 minutes: 8.55 % abandon (see the head of the scenario).
    expect(curves[0]!.values[1]).toBeCloseTo(0.0855, 4);
  });

  it('lie within 3.5 standard errors of the simulated points (16 looks: z beyond 3.5 once in 130 such tests)', () => {
    for (const { kpi, values } of curves)
      for (const [at, value] of values.entries())
        expect(Math.abs(distanceFrom(swept.points[at]!.estimates[kpi]!, value!)!)).toBeLessThan(3.5);
  });

  it('are none where the scenario is no model', async () => {
    const helpdesk = library('helpdesk');
    const other = await sweep(helpdesk, {
      vary: ['queues.support.callback.offerFirst=30s,60s'],
      days: 1,
      workers: 0,
    });
    expect(exactCurves(other, { text: helpdesk, set: [] })).toEqual([]);
  });
});
