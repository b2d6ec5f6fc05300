import { describe, expect, it } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { Setup } from '../config/setup.ts';
import { Accumulator } from '../metrics/summary.ts';
import { C, CENTRE_CELLS, G, GROUP_CELLS, layoutOf } from '../metrics/layout.ts';
import { Controls } from './controls.ts';
import { Simulation } from './run.ts';

/** Two demands, patient callers, agents enough: everybody who calls is served, with his own talk and wrap-up. */
const DESK = `
name: Controls
days: { from: 08:00, to: 10:00 }
queues: { sales: {}, support: {} }
agents: { team: { count: 60, queues: [sales, support] } }
demand:
  sales: { arrivals: { perInterval: [30, 50, 40, 20], dayFactor: { gamma: { shape: 20 } } }, talk: { exponential: { mean: 3m } }, wrapUp: 30s }
  support: { arrivals: { perHour: 40 }, talk: { lognormal: { mean: 5m, cv: 1 } } }
prompts: 0s
`;

function setupOf(text: string): Setup {
  const read = readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.setup;
}

/** All that came and all that was worked, of a record. */
function told(setup: Setup, record: Float64Array): readonly [calls: number, work: number] {
  const layout = layoutOf(setup);
  let [calls, work] = [0, 0];
  for (let slice = 0; slice < layout.slices; slice++) {
    calls += record[layout.centreAt + slice * CENTRE_CELLS.length + C.arrived]!;
    const group = layout.groupAt + slice * GROUP_CELLS.length;
    work += record[group + G.talking]! + record[group + G.wrappingUp]!;
  }
  return [calls, work];
}

describe('The controls of a day', () => {
  const setup = setupOf(DESK);
  const simulation = new Simulation(setup);
  const controls = new Controls(setup);
  // 140 of sales at 210 s, 80 of support at 300 s.
  const [calls, load] = [220, (140 * 210 + 80 * 300) * 1000];

  it.each([
    ['as it is', false],
    ['mirrored', true],
  ])('are the calls and the work of the day that is simulated, %s, less their means', (_, isMirrored) => {
    for (let day = 0; day < 5; day++) {
      const [came, worked] = told(setup, simulation.day(3, day, isMirrored));
      const [ofCalls, ofLoad] = controls.day(3, day, isMirrored);
      expect(ofCalls).toBeCloseTo(came - calls, 6);
      expect(ofLoad).toBeCloseTo(worked - load, 3);
    }
  });

  it('are 0 on average: z of 2,000 days within 3.5', () => {
    const days = 2000;
    const sums = [0, 0];
    const squares = [0, 0];
    for (let day = 0; day < days; day++)
      controls.day(11, day).forEach((value, at) => {
        sums[at]! += value;
        squares[at]! += value * value;
      });
    sums.forEach((sum, at) => expect(Math.abs(sum) / Math.sqrt(squares[at]!)).toBeLessThan(3.5));
  });

  it('of a recorded day know the recorded work, and do not vary', () => {
    const recorded = setupOf(
      DESK.replace(
        / {2}sales: \{ arrivals.*/,
        '  sales: { arrivals: { trace: [{ at: 08:10, talk: 2m, wrapUp: 10s }, { at: 09:00, talk: 4m, wrapUp: 0s }] }, talk: 3m }',
      ).replace(/ {2}support: \{ arrivals.*/, '  support: { arrivals: { perDay: 3 }, talk: 1m }'),
    );
    expect([...new Controls(recorded).day(1, 0)]).toEqual([0, 0]);
  });

  it('make the number of calls a day certain, but not by two days alone', () => {
    const results = new Accumulator(setup, { controls: 2 });
    for (let day = 0; day < 40; day++) results.add(day, simulation.day(5, day), controls.day(5, day));
    const { mean, low, high } = results.estimate(results.kpi('Arrived')!);
    expect([mean, low, high].map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([220, 220, 220]);
    const few = new Accumulator(setup, { controls: 2 });
    for (let day = 0; day < 2; day++) few.add(day, simulation.day(5, day), controls.day(5, day));
    expect(few.estimate(few.kpi('Arrived')!).mean).not.toBeCloseTo(220, 3);
  });
});

describe('An antithetic pair', () => {
  const setup = setupOf(DESK);
  const simulation = new Simulation(setup);

  it('is one replicate of two days: few calls on the one, many on the other', () => {
    const plain = new Accumulator(setup);
    const pairs = new Accumulator(setup, { antithetic: true });
    for (let day = 0; day < 40; day++) {
      plain.add(day, simulation.day(5, day));
      pairs.add(day, simulation.day(5, day >> 1, day % 2 === 1));
    }
    const [alone, together] = [plain, pairs].map((each) => each.estimate(each.kpi('Arrived')!));
    expect(together!.n).toBe(20);
    expect(pairs.blockDays).toBe(2);
    expect(pairs.daysOf(null)).toBe(40);
    // The day factor's mirror image cancels nearly all of it.
    expect(together!.high! - together!.low!).toBeLessThan((alone!.high! - alone!.low!) / 2);
  });

  it('has the longest wait of each of its days, not of both, in the mean of the longest waits', () => {
    const busy = setupOf(DESK.replace('count: 60', 'count: 14'));
    const simulated = new Simulation(busy);
    const [one, pairs] = [new Accumulator(busy), new Accumulator(busy, { antithetic: true })];
    for (let at = 0; at < 2; at++) {
      const record = simulated.day(5, 0, at === 1);
      one.add(at, record);
      pairs.add(at, record);
    }
    const longest = (of: Accumulator) => of.estimate(of.kpi('K-04')!).mean!;
    expect(longest(one)).toBeGreaterThan(0);
    expect(longest(pairs)).toBeCloseTo(longest(one), 9);
  });

  it('counts when both of its days are done', () => {
    const pairs = new Accumulator(setup, { antithetic: true });
    for (let day = 0; day < 3; day++) pairs.add(day, simulation.day(5, day >> 1, day % 2 === 1));
    expect([pairs.days, pairs.daysOf(null), pairs.replicates]).toEqual([3, 2, 1]);
  });
});
