/**
 * What common luck, control variates and mirrored days gain: by what factor the variance falls for the same number of simulated days.
 * 2 means that half the days do. Measured on many days of one run.
 */
import type { Setup } from '../../config/setup.ts';
import { halfWidth } from '../../metrics/confidence.ts';
import { invariant } from '../../kernel/invariant.ts';
import { PairAccumulator } from '../../metrics/pairs.ts';
import type { RatioKpi } from '../../metrics/kpis.ts';
import { Accumulator } from '../../metrics/summary.ts';
import { Controls, CONTROLS } from '../../world/controls.ts';
import { Simulation } from '../../world/run.ts';
import { setupOf } from './coverage.ts';

export interface Gain {
  readonly desk: string;
  readonly name: string;
  /** One agent more: two independent runs over the same days paired. */
  readonly paired: number;
  readonly controls: number;
  readonly antithetic: number;
}

/** Desks of several sizes, none of them at its ease. */
const DESKS = [
  { title: '7 agents, 90 calls an hour, patience of 3 minutes', agents: 7, perHour: 90, patience: 3 },
  { title: '14 agents, 200 calls an hour, patience of 20 minutes', agents: 14, perHour: 200, patience: 20 },
  { title: '20 agents, 300 calls an hour, patience of 3 minutes', agents: 20, perHour: 300, patience: 3 },
] as const;

const NUMBERS = [
  { kpi: 'K-03', name: 'average wait of all' },
  { kpi: 'K-01', name: 'service level' },
  { kpi: 'K-05raw', name: 'abandon rate' },
] as const;

export function gainsOf(days: number): Gain[] {
  return DESKS.flatMap((desk) => {
    const text = (agents: number): string => `
name: Desk
days: { from: 08:00, to: 10:00, interval: 2h }
queues: { calls: { shortAbandonThreshold: 0s, serviceLevel: { share: 80%, within: 20s } } }
agents: { team: { count: ${agents}, queues: calls } }
demand:
  calls:
    arrivals: { perHour: ${desk.perHour} }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: ${desk.patience}m } }
prompts: 0s
`;
    return gainsOfDesk(desk.title, setupOf(text(desk.agents)), setupOf(text(desk.agents + 1)), days);
  });
}

function gainsOfDesk(title: string, setup: Setup, oneMore: Setup, days: number): Gain[] {
  const [simulation, other] = [new Simulation(setup), new Simulation(oneMore)];
  const controls = new Controls(setup);
  const pairs = new PairAccumulator(setup, oneMore);
  const controlled = new Accumulator(setup, { controls: CONTROLS.length });
  const mirrored = new Accumulator(setup, { antithetic: true });
  for (let day = 0; day < days; day++) {
    const record = simulation.day(SEED, day);
    pairs.add(day, record, other.day(SEED, day));
    controlled.add(day, record, controls.day(SEED, day));
    // Half of its days are those above.
    mirrored.add(day, simulation.day(SEED, day >> 1, day % 2 === 1));
  }
  const plain = pairs.baseline;
  const widthOf = (results: Accumulator, id: string): number =>
    halfWidth(results.estimate(results.kpi(id)!)) ?? Number.NaN;
  return NUMBERS.map(({ kpi: id, name }) => {
    const pair = pairs.pairs.find(
      ({ baseline, name: place }) => baseline === plain.kpi(id) && place === null,
    );
    invariant(pair !== undefined, `${id} is compared`);
    return {
      desk: title,
      name,
      paired: pairs.difference(pair).varianceRatio ?? Number.NaN,
      controls: controlled.controlGain(controlled.kpi(id) as RatioKpi) ?? Number.NaN,
      antithetic: (widthOf(plain, id) / widthOf(mirrored, id)) ** 2,
    };
  });
}
const SEED = 1;
