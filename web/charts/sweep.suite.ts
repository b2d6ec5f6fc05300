/** Small sweeps to draw in tests, of round numbers. */
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';

type Verdict = SweepPoint['verdict'];

export function pointAt(at: number[], mean: number, verdict: Verdict, isBase = false): SweepPoint {
  const estimate = { mean, low: mean - 0.02, high: mean + 0.02, n: 10 };
  return {
    at,
    isBase,
    agentHours: 10,
    cost: null,
    estimates: [estimate],
    differences: [],
    targets: [],
    verdict,
  };
}

const kpi = {
  name: 'serviceLevel',
  id: 'K-01',
  stat: 'share',
  title: 'Service level',
  unit: 'share',
} as const;
const values = (texts: string[]) => texts.map((text) => ({ text, value: Number(text) }));
export const setting = (path: string, texts: string[]) =>
  ({ path, kind: 'number', base: null, standard: null, values: values(texts) }) as const;

export function sweepOf(settings: Sweep['settings'], points: readonly SweepPoint[]): Sweep {
  const base = { agentHours: 10, cost: null, estimates: [], targets: [], verdict: null };
  return {
    ...({
      reportVersion: 1,
      tandem: '',
      scenario: '',
      seed: 1,
      command: '',
      set: [],
      warnings: [],
      currency: null,
    } as const),
    days: { simulated: 10, asked: 10, ended: 'allDays' },
    settings,
    kpis: [{ ...kpi, queue: null, group: null }],
    targets: [{ text: 'serviceLevel>=80%', kpi: 0, atLeast: 0.8, atMost: null }],
    base,
    points,
    best: null,
  };
}

/** Two by two: 0.9 and 0.79 above, 0.81 and 0.7 below. */
export const MAP = sweepOf(
  [setting('a', ['1', '2']), setting('b', ['5', '6'])],
  [
    pointAt([0, 0], 0.81, 'unsure'),
    pointAt([1, 0], 0.7, 'missed', true),
    pointAt([0, 1], 0.9, 'met'),
    pointAt([1, 1], 0.79, 'unsure'),
  ],
);
