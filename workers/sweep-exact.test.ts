/**
 * Sweeps against the curves of the validation pack that were solved exactly (families tune-overflow and tune-callback). Seeds are
 * fixed; every point's z is at most 3.5, as the pack asks, and luck puts one value in two thousand beyond.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { distanceFrom } from '../engine/index.ts';
import type { Sweep } from './tandem.ts';
import { sweep } from './tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Case {
  readonly family: string;
  readonly params: unknown;
  readonly expected: { readonly curve: readonly Readonly<Record<string, number>>[] };
}

const pack = JSON.parse(
  readFileSync(new URL('../scenarios/validation/public.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

function caseOf(family: string): Case {
  const found = pack.cases.find((each) => each.family === family);
  if (!found) throw new Error(`no case of ${family}`);
  return found;
}

const Z_MOST = 3.5;
// An hour to forget the empty start, six relaxation times and more, then four to measure.
const DAYS = 'from: 08:00, to: 13:00, interval: 5h, warmUp: 60m, count: 30';
const PURE = 'shortAbandonThreshold: 0s';

/** z of the sweep's own estimates, by KPI and point, against the exact value of that point. */
function distances(
  swept: Sweep,
  exact: (point: Sweep['points'][number], kpi: string) => number | undefined,
): number[] {
  return swept.points.flatMap((point) =>
    swept.kpis.flatMap(({ name, queue, group }, at) => {
      const value = exact(point, `${name}@${queue ?? group ?? ''}`);
      return value === undefined ? [] : [distanceFrom(point.estimates[at]!, value) ?? Infinity];
    }),
  );
}

describe('a sweep over the overflow threshold', async () => {
  interface Team {
    readonly arrivalsPerHour: number;
    readonly meanHandleSec: number;
    readonly agents: number;
    readonly meanPatienceSec: number;
  }
  const { params, expected } = caseOf('tune-overflow');
  const { queueA: a, queueB: b } = params as { readonly queueA: Team; readonly queueB: Team };
  const demand = ({ arrivalsPerHour, meanHandleSec, meanPatienceSec }: Team) =>
    `{ arrivals: { perHour: ${arrivalsPerHour} }, talk: { exponential: { mean: ${meanHandleSec}s } }, patience: { exponential: { mean: ${meanPatienceSec}s } } }`;
  const text = `
days: { ${DAYS} }
queues:
  A: { ${PURE}, overflow: [{ when: { workItemLimit: 4 }, do: { transferQueue: B } }] }
  B: { ${PURE} }
agents:
  team A: { count: ${a.agents}, queues: A }
  team B: { count: ${b.agents}, queues: B }
demand: { A: ${demand(a)}, B: ${demand(b)} }
prompts: 0s
`;
  const thresholds = [1, 3, 4, 5, 9];
  const swept = await sweep(text, {
    vary: [`queues.A.overflow.0.when.workItemLimit=${thresholds.join(',')}`],
    kpis: ['overflowShare@A', 'occupancy@team A', 'occupancy@team B'],
    seed: 20_260_105,
    workers: 0,
  });
  const exact = (threshold: number, name: string) =>
    expected.curve.find((each) => each['threshold'] === threshold)?.[name];

  it('lies on the exact curve: overflow and both occupancies at every threshold', () => {
    const names: Readonly<Record<string, string>> = {
      'overflowShare@A': 'pOverflow',
      'occupancy@team A': 'occupancyA',
      'occupancy@team B': 'occupancyB',
    };
    const z = distances(swept, ({ at }, kpi) => exact(thresholds[at[0]!]!, names[kpi] ?? ''));
    expect(z).toHaveLength(15);
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(Z_MOST);
  });

  it('tells neighbouring thresholds apart by the same luck, in the right order and by the right amount', () => {
    expect(swept.points.map(({ isBase }) => isBase)).toEqual([false, false, true, false, false]);
    const differences = swept.points.map(({ differences: [first] }) => first!);
    expect(differences[1]!.low).toBeGreaterThan(0);
    expect(differences[3]!.high).toBeLessThan(0);
    for (const [at, difference] of differences.entries()) {
      if (at === 2) continue;
      const expectedDifference = exact(thresholds[at]!, 'pOverflow')! - exact(4, 'pOverflow')!;
      expect(Math.abs(distanceFrom(difference, expectedDifference)!)).toBeLessThan(Z_MOST);
    }
    // One step of the threshold is known better than the share of overflow itself.
    const half = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
      (high! - low!) / 2;
    expect(half(differences[1]!)).toBeLessThan(half(swept.points[1]!.estimates[0]!));
  });
});

describe('a sweep over the offer schedule', async () => {
  const { params, expected } = caseOf('tune-callback');
  const { arrivalsPerHour, meanHandleSec, agents, patience, acceptProbability } = params as {
    readonly arrivalsPerHour: number;
    readonly meanHandleSec: number;
    readonly agents: number;
    readonly patience: { readonly meanSec: number };
    readonly acceptProbability: number;
  };
  const text = `
days: { ${DAYS} }
queues:
  calls:
    shortAbandonThreshold: 0s
    overflow: [{ when: { workItemLimit: 0 }, do: directCallback }]
    callback: { offerFirst: 30s, offerRepeat: 120s, minRedialGap: 0s }
agents: { team: { count: ${agents}, queues: calls } }
demand:
  calls:
    arrivals: { perHour: ${arrivalsPerHour} }
    talk: { exponential: { mean: ${meanHandleSec}s } }
    patience: { exponential: { mean: ${patience.meanSec}s } }
    callback: { accepts: ${acceptProbability}, reaction: 0s, answerAfter: 0s }
prompts: 0s
`;
  const swept = await sweep(text, {
    vary: ['queues.calls.callback.offerFirst=10,30,60,90', 'queues.calls.callback.offerRepeat=60s,120s'],
    kpis: ['abandonRateRaw', 'occupancy'],
    seed: 20_260_105,
    workers: 0,
  });
  const valuesOf = ({ at }: Sweep['points'][number]) =>
    swept.settings.map(({ values }, which) => values[at[which]!]!.value);
  const scheduleOf = (point: Sweep['points'][number]) => {
    const [first, every] = valuesOf(point);
    return expected.curve.find((each) => each['offerFirstSec'] === first && each['offerEverySec'] === every);
  };

  it('lies on the exact curve at every schedule that was solved', () => {
    const z = distances(
      swept,
      (point, kpi) => scheduleOf(point)?.[kpi.startsWith('abandon') ? 'pAbandon' : 'occupancy'],
    );
    expect(z.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(Z_MOST);
  });

  it('orders the schedules as the exact curve does: the later the offer, the more abandon', () => {
    const every120 = swept.points.filter((point) => valuesOf(point)[1] === 120);
    const later = every120.filter((point) => valuesOf(point)[0]! > 30);
    for (const {
      differences: [difference],
    } of later)
      expect(difference!.low).toBeGreaterThan(0);
    expect(swept.points.filter(({ isBase }) => isBase)).toHaveLength(1);
  });
});
