/**
 * Are 95 % intervals of the report 95 % intervals? Many small runs of a queue with known numbers: the exact value is inside
 * in 95 of 100 of them, for service level, abandon rate and occupancy. 2,000 runs in the longer mode (a perfect program fails 200 runs of
 * a criterion of 92 to 98 % nearly one time in ten), fewer in `npm test`; the z says how far off it is.
 */
import { describe, expect, test } from 'vitest';
import { Accumulator, Simulation } from '../../engine/index.ts';
import { isLong, setupOf } from './play.suite.ts';
import { mmcg, survivors } from './theory.suite.ts';

const RUNS = isLong ? 2000 : 40;
const DAYS = 40;

// 90 calls an hour of 4 minutes for 7 agents, patience 3 minutes. The start is forgotten after eight patiences.
const TEXT = `
name: Coverage of the intervals
days: { from: 08:00, to: 10:24, warmUp: 24m }
queues: { calls: { shortAbandonThreshold: 0s, serviceLevel: { share: 80%, within: 20s } } }
agents: { team: { count: 7, queues: calls } }
demand:
  calls:
    arrivals: { perHour: 90 }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
prompts: 0s
report: { serviceLevel: b }
`;

describe('coverage of the intervals of the report', async () => {
  const exact = mmcg(90, 240, 7, survivors.exponential(180), [20]);
  const expected = [
    { id: 'K-01', name: 'service level', value: exact['pServedWithin_20']!, covered: 0, widths: 0 },
    { id: 'K-09', name: 'occupancy', value: exact['occupancy']!, covered: 0, widths: 0 },
    { id: 'K-05raw', name: 'abandon rate', value: exact['pAbandon']!, covered: 0, widths: 0 },
  ];
  const setup = setupOf(TEXT);
  const simulation = new Simulation(setup);
  for (let run = 0; run < RUNS; run++) {
    const accumulator = new Accumulator(setup);
    for (let day = 0; day < DAYS; day++) accumulator.add(day, simulation.day(1000 + run, day));
    for (const each of expected) {
      const { low, high } = accumulator.estimate(accumulator.kpi(each.id)!);
      if (low! <= each.value && each.value <= high!) each.covered += 1;
      each.widths += (high! - low!) / 2 / each.value;
    }
    if (run % 50 === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  for (const { id, name, value, covered, widths } of expected) {
    const z = (covered - 0.95 * RUNS) / Math.sqrt(0.95 * 0.05 * RUNS);
    const share = ((100 * covered) / RUNS).toFixed(1);
    const width = ((100 * widths) / RUNS).toFixed(0);
    test(`${id} ${name}: ${share} % of ${RUNS} intervals (half-width ${width} %) hold ${value.toPrecision(4)}, z ${z.toFixed(2)}`, () => {
      expect(Math.abs(z)).toBeLessThanOrEqual(3.5);
    });
  }
});
