import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { FiniteQueue } from './finite-queue.ts';
import { abandonRateOf, serviceLevelOf } from './measures.ts';
import type { ServiceLevelFormula } from './measures.ts';
import { exponentialPatience, patienceOf } from './patience.ts';
import { PatienceQueue } from './patience-queue.ts';
import { pooling } from './pooling.ts';
import { fewestAgents, headsFor, meets, queueOf, staffInterval, staffIntervals } from './staffing.ts';
import type { Targets } from './staffing.ts';

const TRAFFIC = { arrivalsPerHour: 200, meanHandleSec: 180 };
const FORMULAS: readonly ServiceLevelFormula[] = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('Service level', () => {
  // Patience of exactly 15 s or 40 s, by halves: who leaves does so at these moments, and short abandons are those before 20 s.
  const queue = new PatienceQueue(TRAFFIC, 9, patienceOf({ law: { law: 'empirical', values: [15, 40] } }));
  const inTime = queue.pServedWithin(30);
  const early = queue.pAbandonWithin(30);
  const short = queue.pAbandonWithin(19);
  const answered = 1 - queue.pAbandon;

  test.each([
    ['a', inTime / (1 - short)],
    ['b', inTime],
    ['c', inTime / answered],
    ['d', inTime / (answered + (queue.pAbandon - early))],
    ['e', inTime + early],
    ['f', inTime + short],
  ] as const)('K-01%s is as the rule writes it', (formula, expected) => {
    expect(serviceLevelOf(queue, { withinSec: 30, formula, shortAbandonSec: 20 })).toBeCloseTo(expected, 14);
  });

  test('K-01a is the one if none is named, and all six agree where nobody leaves', () => {
    expect(serviceLevelOf(queue, { withinSec: 30 })).toBe(inTime);
    const patient = new ErlangCQueue(TRAFFIC, 12);
    for (const formula of FORMULAS)
      expect(serviceLevelOf(patient, { withinSec: 20, formula, shortAbandonSec: 5 })).toBe(
        patient.pServedWithin(20),
      );
  });

  test('K-05 leaves out who left before, and not who left at that very moment', () => {
    expect(abandonRateOf(queue, 15)).toBe(queue.pAbandon);
    expect(abandonRateOf(queue, 15.001)).toBeCloseTo((queue.pAbandon - short) / (1 - short), 14);
  });
});

describe('The fewest agents', () => {
  const targets: fc.Arbitrary<Targets> = fc.record(
    {
      serviceLevel: fc.record({
        share: fc.double({ min: 0.2, max: 0.99, noNaN: true }),
        withinSec: fc.constantFrom(0, 10, 20, 60),
        formula: fc.constantFrom(...FORMULAS),
        shortAbandonSec: fc.constantFrom(0, 5, 30),
      }),
      asaSec: fc.double({ min: 0.5, max: 120, noNaN: true }),
      abandonRate: fc.double({ min: 0.002, max: 0.3, noNaN: true }),
      occupancy: fc.double({ min: 0.5, max: 1, noNaN: true }),
    },
    { requiredKeys: ['serviceLevel'] },
  );
  const patience = fc.constantFrom(
    null,
    exponentialPatience(120),
    patienceOf({ law: { law: 'weibull', shape: 1.6, scale: 90 }, balkProbability: 0.05 }),
    patienceOf({ law: { law: 'constant', value: 45 } }),
  );

  test('are those that a walk from one agent upward finds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 800, noNaN: true }),
        patience,
        targets,
        (arrivalsPerHour, who, wanted) => {
          const traffic = { arrivalsPerHour, meanHandleSec: 180 };
          let walked = 1;
          for (; ; walked++) {
            const queue = queueOf(traffic, walked, who);
            if (queue !== null && meets(queue, wanted)) break;
          }
          expect(staffInterval(traffic, { targets: wanted, patience: who }).agents).toBe(walked);
        },
      ),
      { seed: 4, numRuns: 40 },
    );
  });

  test('meet a cap on occupancy that they reach to the last digit', () => {
    const { agents } = staffInterval(
      { arrivalsPerHour: 170, meanHandleSec: 180 },
      { targets: { occupancy: 0.85 }, patience: null },
    );
    expect(agents).toBe(10);
  });

  test('are found for a line that ends too, with a share turned away', () => {
    const of = (agents: number): FiniteQueue =>
      new FiniteQueue(TRAFFIC, { agents, maxWaiting: 5, meanPatienceSec: 120 });
    const agents = fewestAgents(of, { pBlock: 0.001, serviceLevel: { share: 0.8, withinSec: 20 } }, 10);
    expect(of(agents).pBlock).toBeLessThanOrEqual(0.001);
    expect(of(agents - 1).pBlock > 0.001 || of(agents - 1).pServedWithin(20) < 0.8).toBe(true);
  });

  test('of ten thousand are found as well', () => {
    const traffic = { arrivalsPerHour: 199_800, meanHandleSec: 180 };
    const rule = {
      targets: { serviceLevel: { share: 0.8, withinSec: 20 } },
      patience: exponentialPatience(300),
    };
    const { agents } = staffInterval(traffic, rule);
    expect(new PatienceQueue(traffic, agents, rule.patience).pServedWithin(20)).toBeGreaterThanOrEqual(0.8);
    expect(new PatienceQueue(traffic, agents - 1, rule.patience).pServedWithin(20)).toBeLessThan(0.8);
  });

  test('are none for an interval without calls, and each interval stands alone', () => {
    const intervals = [0, 200, 60].map((arrivalsPerHour) => ({ arrivalsPerHour, meanHandleSec: 180 }));
    const rule = { targets: { asaSec: 20 }, patience: null, shrinkage: 0.3 };
    const day = staffIntervals(intervals, rule);
    expect(day.map(({ agents }) => agents)).toEqual([
      0,
      ...intervals.slice(1).map((each) => staffInterval(each, rule).agents),
    ]);
    expect(day[0]!.heads).toBe(0);
    expect(day[1]!.heads).toBe(Math.ceil(day[1]!.agents / 0.7));
  });

  test('refuse targets that nothing can meet, or none at all', () => {
    const staff = (targets: Targets) => staffInterval(TRAFFIC, { targets, patience: null });
    expect(() => staff({})).toThrow(/targets/);
    expect(() => staff({ serviceLevel: { share: 1, withinSec: 20 } })).toThrow(/serviceLevel.share/);
    expect(() => staff({ asaSec: 0 })).toThrow(/asaSec/);
    expect(() => staff({ abandonRate: 0 })).toThrow(/abandonRate/);
    expect(() => staff({ occupancy: 1.1 })).toThrow(/occupancy/);
  });
});

describe('Heads', () => {
  test('are agents over the time that is not lost, rounded as said', () => {
    expect(headsFor(14, 0.3)).toBe(20);
    expect(headsFor(15, 0.3)).toBe(22);
    expect(headsFor(15, 0.3, 'nearest')).toBe(21);
    expect(headsFor(15, 0.3, 'none')).toBeCloseTo(15 / 0.7, 14);
    expect(() => headsFor(15, 1)).toThrow(/shrinkage/);
  });
});

describe('Pooling', () => {
  test('of unlike queues counts each call once, and helps', () => {
    const queues = [
      { arrivalsPerHour: 60, agents: 5 },
      { arrivalsPerHour: 120, agents: 9 },
    ];
    const all = pooling(queues, 240);
    const [small, large] = all.separate;
    expect(all.asaSeparate).toBeCloseTo((60 * small!.asa + 120 * large!.asa) / 180, 12);
    expect(all.pooled.asa).toBeLessThan(all.asaSeparate);
    expect(all.pooled.pServedWithin(20)).toBeGreaterThan(all.serviceLevelSeparate(20));
  });
});
