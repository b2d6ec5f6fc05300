/** A small centre, simulated for the tests of reports: two queues, callbacks, overflow, two groups, two kinds of day. */
import { Accumulator, PairAccumulator, readScenario, Simulation, type Setup } from '../engine/index.ts';
import { buildReport, type RunInfo } from './model.ts';
import type { Report } from './schema.ts';

const TEXT = `
name: Small desk
days: { from: 08:00, to: 12:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    overflow:
      - when: { workItemLimit: 3 }
        do: directCallback
      - when: { averageWait: 5m }
        do: { transferQueue: billing }
    callback: { offerFirst: 20s, offerRepeat: 60s, maxAttempts: 2, retryWait: 5m }
  billing:
    serviceLevel: { share: 80%, within: 20s }
agents:
  seniors: { count: 3, queues: [support, billing], accept: 3s, missed: 5% }
  juniors: { count: 2, queues: [support], accept: 3s }
demand:
  support:
    arrivals: { perHour: 60 }
    talk: { exponential: { mean: 4m } }
    wrapUp: { exponential: { mean: 30s } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: 50%, answers: 80% }
  billing:
    arrivals: { perHour: 15 }
    talk: { exponential: { mean: 3m } }
    patience: { exponential: { mean: 4m } }
expect:
  - { kpi: serviceLevel, queue: support, between: [1%, 99%] }
  - { kpi: asa, queue: billing, between: [0s, 1s] }
  - { kpi: occupancy, between: [30%, 90%] }
`;

export function deskSetup(set: readonly string[] = []): Setup {
  const result = readScenario(TEXT, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

export function deskResults(days: number, setup = deskSetup()): Accumulator {
  const simulation = new Simulation(setup);
  const results = new Accumulator(setup);
  for (let day = 0; day < days; day++) results.add(day, simulation.day(setup.seed, day));
  results.close();
  return results;
}

export const DESK_RUN: RunInfo = {
  version: '0.0.0',
  seed: 1,
  days: 12,
  ended: 'allDays',
  command: 'tandem run desk.yaml --days 12 --seed 1',
};

export function deskReport(days = 12, run: Partial<RunInfo> = {}, setup = deskSetup()): Report {
  return buildReport(setup, deskResults(days, setup), { ...DESK_RUN, days, ...run });
}

export function deskPairs(days: number, set: readonly string[]): PairAccumulator {
  const [baseline, candidate] = [deskSetup(), deskSetup(set)];
  const [b, c] = [new Simulation(baseline), new Simulation(candidate)];
  const pairs = new PairAccumulator(baseline, candidate);
  for (let day = 0; day < days; day++) pairs.add(day, b.day(1, day), c.day(1, day));
  pairs.close();
  return pairs;
}
