import { describe, expect, it } from 'vitest';
import { readScenario } from '../config/read.ts';
import { Simulation } from '../world/run.ts';
import { halfWidth } from './confidence.ts';
import { Accumulator } from './summary.ts';
import { Day, deskSetup, SECOND } from './testing/day.ts';

const HOUR = 3600;

describe('Quantiles of waits by interval', () => {
  it('K-03: of a queue that is always the same are those of M/M/c, in each interval', () => {
    // Three agents, 40 calls an hour of 3 minutes: two erlangs.
    const [c, perHour, talk, days] = [3, 40, 180, 240];
    const result = readScenario(`
name: M/M/3
days: { from: 00:00, to: 24:00, zone: UTC, interval: 6h, continuous: true, warmUp: 4h, count: ${days} }
queues:
  desk: { serviceLevel: { share: 80%, within: 20s } }
agents:
  team: { count: ${c}, queues: desk, accept: 0s }
demand:
  desk:
    arrivals: { perHour: ${perHour} }
    talk: { exponential: { mean: ${talk}s } }
`);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const results = new Accumulator(result.setup);
    let day = 0;
    for (const record of new Simulation(result.setup).days(11, days)) results.add(day++, record);
    results.close();

    // P(W > t) = C exp(-(c mu - lambda) t), with Erlang's C (Cooper 1981, section 3.4).
    const [lambda, mu] = [perHour / 3600, 1 / talk];
    const load = lambda / mu;
    let term = 1;
    let sum = 0;
    for (let k = 0; k < c; k++) {
      sum += term;
      term *= load / (k + 1);
    }
    const last = (term * c) / (c - load);
    const delayed = last / (sum + last);
    let checked = 0;
    for (const [stat, p] of [
      ['P50', 0.5],
      ['P80', 0.8],
      ['P95', 0.95],
    ] as const) {
      const exact = (SECOND * Math.max(0, Math.log(delayed / (1 - p)))) / (c * mu - lambda);
      for (let interval = 0; interval < 4; interval++) {
        const estimate = results.estimate(results.kpi(`K-03.${stat}`)!, { interval });
        if (exact === 0) {
          expect(estimate.mean).toBe(0);
          continue;
        }
        // Half an interval of 95 % is about two standard errors.
        const z = (estimate.mean! - exact) / (halfWidth(estimate)! / 2);
        expect(Math.abs(z)).toBeLessThan(3.5);
        // Known to a few percent, or the test would say nothing.
        expect(halfWidth(estimate)!).toBeLessThan(exact / 8);
        checked += 1;
      }
    }
    expect(checked).toBe(8);
  });

  it('K-03: do not mind a kind of day on which nobody waits there, but count its days', () => {
    const kinds = [
      { name: 'weekday', from: 8 * HOUR * SECOND, to: 10 * HOUR * SECOND },
      { name: 'saturday', from: 9 * HOUR * SECOND, to: 10 * HOUR * SECOND },
    ];
    const setup = deskSetup({ kinds, calendar: [0, 1] });
    const results = new Accumulator(setup);
    for (let number = 0; number < 8; number++) {
      const day = new Day(setup, number % 2);
      if (number % 2 === 0) for (const wait of [4, 5, 6, 7, 8]) day.serve(day.call(10), 10 + wait);
      else day.serve(day.call(10), 20);
      results.add(number, day.end(2 * HOUR));
    }
    const p50 = results.kpi('K-03.P50')!;
    expect(results.estimate(p50, { interval: 0 })).toMatchObject({ mean: 5.5 * SECOND, n: 8 });
    expect(results.estimate(p50, { interval: 2 })).toMatchObject({ mean: 10 * SECOND, n: 8 });
    expect(results.estimate(p50, { interval: 2, kind: 1 })).toMatchObject({ mean: 10 * SECOND, n: 4 });
    expect(results.estimate(p50, { interval: 2, kind: 0 }).mean).toBeNull();
    expect(results.estimate(p50, { interval: 3 }).mean).toBeNull();
    // Others are of the whole day only.
    expect(results.estimate(results.kpi('K-02.P50')!, { interval: 0 }).mean).toBeNull();
  });

  it('K-03: of hundreds of queues are told of all together only, and hold their sums', () => {
    const setup = deskSetup({ queues: 1001 });
    const day = new Day(setup);
    for (const [queue, wait] of [
      [0, 2],
      [500, 4],
      [1000, 6],
    ] as const)
      day.serve(day.call(2000, queue), 2000 + wait);
    const results = new Accumulator(setup);
    results.add(0, day.end(2 * HOUR));
    const p50 = results.kpi('K-03.P50')!;
    // The second of three waits, alone among empty bins: taken for an atom, at the end of its bin.
    expect(results.estimate(p50, { interval: 1 }).mean).toBe(4 * SECOND);
    expect(results.estimate(p50, { interval: 1, place: 500 }).mean).toBeNull();
    expect(results.estimate(p50, { place: 500 }).mean).toBe(4 * SECOND);
  });
});
