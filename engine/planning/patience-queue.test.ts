import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Law } from '../kernel/distributions.ts';
import { erlangB } from './erlang.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { exponentialPatience, patienceOf } from './patience.ts';
import type { PatienceRule } from './patience.ts';
import { growsWithoutEnd, PatienceQueue } from './patience-queue.ts';

function relative(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

/** M/M/c+M by its birth-death chain: the mean number waiting and the share that leaves. */
function chainOfErlangA(perHour: number, handle: number, agents: number, patience: number) {
  const lambda = perHour / 3600;
  let term = 1;
  let waiting = 0;
  let total = 1 / erlangB(lambda * handle, agents);
  for (let j = 1; j < 1e6 && term > 1e-18 * total; j++) {
    term *= lambda / (agents / handle + j / patience);
    total += term;
    waiting += j * term;
    if (total > 1e250) [term, total, waiting] = [term / 1e250, total / 1e250, waiting / 1e250];
  }
  return { meanQueue: waiting / total, pAbandon: waiting / total / patience / lambda };
}

describe('Erlang A', () => {
  test.each([
    [200, 180, 14, 300],
    [60, 300, 5, 20],
    [2600, 180, 100, 90],
    [199_800, 180, 10_000, 300],
    [260_000, 180, 10_000, 600],
    [36, 100, 1, 5],
  ])(
    'of %d calls per hour of %d s on %d agents, patience %d s, is what the chain gives',
    (perHour, handle, agents, patience) => {
      const queue = new PatienceQueue(
        { arrivalsPerHour: perHour, meanHandleSec: handle },
        agents,
        exponentialPatience(patience),
      );
      const chain = chainOfErlangA(perHour, handle, agents, patience);
      expect(relative(queue.meanQueue, chain.meanQueue)).toBeLessThan(1e-9);
      expect(relative(queue.pAbandon, chain.pAbandon)).toBeLessThan(1e-9);
      // Palm: who hangs up does so at a constant rate.
      expect(relative(queue.pAbandon * patience, queue.meanWaitAll)).toBeLessThan(1e-11);
    },
  );

  test('becomes Erlang C as patience grows without end', () => {
    const traffic = { arrivalsPerHour: 500, meanHandleSec: 240 };
    const endless = new ErlangCQueue(traffic, 36);
    const patient = new PatienceQueue(traffic, 36, exponentialPatience(1e12));
    expect(relative(patient.pWait, endless.pWait)).toBeLessThan(1e-8);
    expect(relative(patient.meanWaitAll, endless.asa)).toBeLessThan(1e-8);
    expect(relative(patient.pServedWithin(20), endless.pServedWithin(20))).toBeLessThan(1e-8);
  });

  test('keeps its digits where next to nothing happens: tiny loads, far tails', () => {
    const tiny = new PatienceQueue(
      { arrivalsPerHour: 1e-6, meanHandleSec: 180 },
      2,
      exponentialPatience(300),
    );
    const load = (1e-6 * 180) / 3600;
    expect(relative(tiny.pWait, load ** 2 / 2)).toBeLessThan(1e-6);
    expect(relative(tiny.pAbandon * 300, tiny.meanWaitAll)).toBeLessThan(1e-11);
    // Far out the turn comes at c/h, nobody being left behind: the tail of the offered wait falls at that rate.
    const queue = new PatienceQueue(
      { arrivalsPerHour: 200, meanHandleSec: 180 },
      12,
      exponentialPatience(20),
    );
    const [near, far] = [queue.pOfferedWaitExceeds(1000), queue.pOfferedWaitExceeds(1600)];
    expect(far).toBeGreaterThan(0);
    expect(relative(Math.log(near / far) / 600, 12 / 180)).toBeLessThan(1e-9);
  });

  test('without calls has nobody wait, and says how long the one who did would', () => {
    const queue = new PatienceQueue({ arrivalsPerHour: 0, meanHandleSec: 180 }, 3, exponentialPatience(60));
    expect([queue.pWait, queue.pAbandon, queue.occupancy, queue.pServedWithin(0)]).toEqual([0, 0, 0, 1]);
    expect(relative(queue.meanWaitGivenWait, 1 / (3 / 180 + 1 / 60))).toBeLessThan(1e-12);
  });
});

describe('M/M/c+D', () => {
  test.each([
    [200, 180, 10, 90],
    [200, 180, 14, 20],
    [6000, 180, 250, 30],
  ])(
    'of %d calls per hour of %d s on %d agents who wait %d s has the closed form of 1981',
    (perHour, handle, agents, wait) => {
      const lambda = perHour / 3600;
      const turns = agents / handle;
      const spare = turns - lambda;
      const leave = Math.exp(-spare * wait) / turns;
      const within = spare === 0 ? wait : -Math.expm1(-spare * wait) / spare;
      const pWait =
        (lambda * (within + leave)) / (1 / erlangB(lambda * handle, agents - 1) + lambda * (within + leave));
      const queue = new PatienceQueue(
        { arrivalsPerHour: perHour, meanHandleSec: handle },
        agents,
        patienceOf({ law: { law: 'constant', value: wait } }),
      );
      expect(relative(queue.pWait, pWait)).toBeLessThan(1e-12);
      expect(relative(queue.pAbandon, (pWait * leave) / (within + leave))).toBeLessThan(1e-12);
      expect(queue.meanWaitAbandoned).toBeCloseTo(wait, 9);
      // At the moment itself all have left; the double before, none.
      expect(queue.pAbandonWithin(wait)).toBeCloseTo(queue.pAbandon, 15);
      expect(queue.pAbandonWithin(wait * (1 - Number.EPSILON))).toBe(0);
      expect(queue.pWaitExceeds(wait)).toBe(0);
    },
  );
});

// Of each law the offered wait's density integrated by mpmath (tanh-sinh, 20 digits), with mpmath's incomplete gamma and error
// functions for the law: nothing of it is ours.
const MPMATH: readonly (readonly [
  string,
  readonly [number, number, number],
  PatienceRule,
  Readonly<Record<string, number>>,
])[] = [
  [
    'Weibull, many impatient at first',
    [2000, 180, 100],
    { law: { law: 'weibull', shape: 0.5, scale: 100 } },
    {
      pWait: 0.2869045716499701,
      pAbandon: 0.05840276229763863,
      meanWaitAll: 1.5401677703668657,
      meanWaitServed: 1.468636748672531,
      meanOfferedWait: 1.8992925347081784,
      pServedWithin_20: 0.9360983667972537,
      pWaitExceeds_20: 0.005747100540811929,
      pAbandonWithin_20: 0.058154532661934426,
      pServedWithin_60: 0.9415971392286812,
      pWaitExceeds_60: 1.0047898486053164e-7,
      pAbandonWithin_60: 0.05840276029233397,
    },
  ],
  [
    'gamma of shape below 1',
    [300, 180, 15],
    { law: { law: 'gamma', shape: 0.6, mean: 200 } },
    {
      pWait: 0.46891063890247625,
      pAbandon: 0.11683059306820635,
      meanWaitAll: 12.531700431430322,
      meanWaitServed: 11.91663003984076,
      meanOfferedWait: 16.151330751741476,
      pServedWithin_20: 0.6884518296620762,
      pWaitExceeds_20: 0.23066151065458546,
      pAbandonWithin_20: 0.08088665968333836,
      pServedWithin_60: 0.8388965847937712,
      pWaitExceeds_60: 0.049706447791318276,
      pAbandonWithin_60: 0.11139696741491051,
    },
  ],
  [
    'lognormal',
    [300, 180, 14],
    { law: { law: 'lognormal', mean: 120, cv: 1.2 } },
    {
      pWait: 0.6140621814505045,
      pAbandon: 0.14252467786328626,
      meanWaitAll: 20.369302585203382,
      meanWaitServed: 18.004800257819806,
      meanOfferedWait: 24.436519369807797,
      pServedWithin_20: 0.5591169288542215,
      pWaitExceeds_20: 0.4029469137501585,
      pAbandonWithin_20: 0.03793615739562006,
      pServedWithin_60: 0.7925789493709114,
      pWaitExceeds_60: 0.08129961395844673,
      pAbandonWithin_60: 0.12612143667064185,
    },
  ],
  [
    'uniform',
    [200, 180, 9],
    { law: { law: 'uniform', from: 30, to: 90 } },
    {
      pWait: 0.6298975920822367,
      pAbandon: 0.1882022258628022,
      meanWaitAll: 23.077352213421104,
      meanWaitServed: 16.791483226173668,
      meanOfferedWait: 27.74382818327793,
      pServedWithin_20: 0.5172509326789405,
      pWaitExceeds_20: 0.4827490673210595,
      pAbandonWithin_20: 0.0,
      pServedWithin_60: 0.7749920068103474,
      pWaitExceeds_60: 0.08444822106353098,
      pAbandonWithin_60: 0.1405597721261216,
    },
  ],
  [
    'hyperexponential',
    [220, 180, 10],
    {
      law: {
        law: 'hyperexponential',
        branches: [
          { weight: 0.3, mean: 20 },
          { weight: 0.7, mean: 600 },
        ],
      },
    },
    {
      pWait: 0.6125331942947069,
      pAbandon: 0.1791759318084604,
      meanWaitAll: 25.185283159850023,
      meanWaitServed: 26.020916653032195,
      meanOfferedWait: 34.52005162904108,
      pServedWithin_20: 0.5204342232432743,
      pWaitExceeds_20: 0.3631713002056311,
      pAbandonWithin_20: 0.11639447655109468,
      pServedWithin_60: 0.6865868127025484,
      pWaitExceeds_60: 0.14692969390339827,
      pAbandonWithin_60: 0.16648349339405327,
    },
  ],
  [
    'seven observed patiences',
    [260, 150, 10],
    { law: { law: 'empirical', values: [12, 5, 12, 40, 400, 75, 130] } },
    {
      pWait: 0.5020273006865854,
      pAbandon: 0.19368079318881087,
      meanWaitAll: 10.010200544523027,
      meanWaitServed: 8.955312365447597,
      meanOfferedWait: 15.352986570490765,
      pServedWithin_20: 0.6687738088235617,
      pWaitExceeds_20: 0.1630552752613029,
      pAbandonWithin_20: 0.16817091591513536,
      pServedWithin_60: 0.7837248050910895,
      pWaitExceeds_60: 0.027702587157782222,
      pAbandonWithin_60: 0.1885726077511282,
    },
  ],
  [
    '1,300 erlang on 1,000 agents, a tenth balks, Weibull',
    [26_000, 180, 1000],
    { law: { law: 'weibull', shape: 2, scale: 120 }, balkProbability: 0.1 },
    {
      pWait: 0.9999999999999928,
      pAbandon: 0.23076923076923078,
      meanWaitAll: 40.431870392590156,
      meanWaitServed: 47.16795465063783,
      meanOfferedWait: 47.34795465063783,
      pServedWithin_20: 6.570668789764355e-7,
      pWaitExceeds_20: 0.8753433744655947,
      pAbandonWithin_20: 0.12465596846752632,
      pServedWithin_60: 0.7645648764761573,
      pWaitExceeds_60: 0.004730129929566012,
      pAbandonWithin_60: 0.23070499359427668,
    },
  ],
  [
    'triangular',
    [200, 180, 9],
    { law: { law: 'triangular', from: 10, mode: 30, to: 240 } },
    {
      pWait: 0.6624136282607916,
      pAbandon: 0.18045305507702009,
      meanWaitAll: 28.979953129604656,
      meanWaitServed: 24.40879900329989,
      meanOfferedWait: 35.475113290097504,
      pServedWithin_20: 0.4712306507551057,
      pWaitExceeds_20: 0.5167796169188656,
      pAbandonWithin_20: 0.011989732326028629,
      pServedWithin_60: 0.7023225518975389,
      pWaitExceeds_60: 0.16827930314040887,
      pAbandonWithin_60: 0.12939814496205226,
    },
  ],
];

describe('M/M/c+G', () => {
  test.each(MPMATH)('%s', (_, [arrivalsPerHour, meanHandleSec, agents], patience, expected) => {
    const queue = new PatienceQueue({ arrivalsPerHour, meanHandleSec }, agents, patienceOf(patience));
    const answers: Record<string, number> = {
      pWait: queue.pWait,
      pAbandon: queue.pAbandon,
      meanWaitAll: queue.meanWaitAll,
      meanWaitServed: queue.meanWaitServed,
      meanOfferedWait: queue.meanOfferedWait,
    };
    for (const t of [20, 60]) {
      answers[`pServedWithin_${t}`] = queue.pServedWithin(t);
      answers[`pWaitExceeds_${t}`] = queue.pWaitExceeds(t);
      answers[`pAbandonWithin_${t}`] = queue.pAbandonWithin(t);
    }
    for (const [name, value] of Object.entries(expected))
      expect(Math.abs(answers[name]! - value), `${name}: ${answers[name]}, not ${value}`).toBeLessThanOrEqual(
        1e-10 * Math.abs(value),
      );
  });

  const seconds = fc.double({ min: 1, max: 2000, noNaN: true });
  const shape = fc.double({ min: 0.3, max: 8, noNaN: true });
  const law: fc.Arbitrary<Law> = fc.oneof(
    fc.record({ law: fc.constant('exponential' as const), mean: seconds }),
    fc.record({ law: fc.constant('weibull' as const), shape, scale: seconds }),
    fc.record({ law: fc.constant('gamma' as const), shape, mean: seconds }),
    fc.record({
      law: fc.constant('lognormal' as const),
      mean: seconds,
      cv: fc.double({ min: 0.05, max: 3, noNaN: true }),
    }),
    fc.record({
      law: fc.constant('uniform' as const),
      from: fc.double({ min: 0, max: 50, noNaN: true }),
      to: fc.double({ min: 60, max: 900, noNaN: true }),
    }),
    fc.record({
      law: fc.constant('empirical' as const),
      values: fc.array(seconds, { minLength: 1, maxLength: 12 }),
    }),
  );
  const queues = fc.record({
    law,
    agents: fc.integer({ min: 1, max: 300 }),
    busy: fc.double({ min: 0.3, max: 1.6, noNaN: true }),
    balkProbability: fc.constantFrom(0, 0.1),
    zeroProbability: fc.constantFrom(0, 0.05),
  });

  test('has as many agents busy as calls served, its three shares add up, and it keeps Little’s law of those who leave', () => {
    fc.assert(
      fc.property(queues, fc.constantFrom(0, 5, 20, 90), ({ law: of, agents, busy, ...leave }, t) => {
        const load = busy * agents;
        const queue = new PatienceQueue(
          { arrivalsPerHour: (load * 3600) / 180, meanHandleSec: 180 },
          agents,
          patienceOf({ law: of, ...leave }),
        );
        // All agents are busy for who waits; below that it is Erlang's loss system of one agent fewer.
        const agentsBusy = agents * queue.pWait + (1 - queue.pWait) * load * (1 - erlangB(load, agents - 1));
        expect(agentsBusy / (load * (1 - queue.pAbandon))).toBeCloseTo(1, 9);
        expect(queue.pServedWithin(t) + queue.pAbandonWithin(t) + queue.pWaitExceeds(t)).toBeCloseTo(1, 11);
        const parts =
          queue.meanWaitServed * (1 - queue.pAbandon) +
          (queue.pAbandon > 0 ? queue.meanWaitAbandoned * queue.pAbandon : 0);
        expect(parts / queue.meanWaitAll).toBeCloseTo(1, 9);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('with one agent more has more served in time, fewer who leave and less to do each', () => {
    fc.assert(
      fc.property(queues, ({ law: of, agents, busy, ...leave }) => {
        const traffic = { arrivalsPerHour: (busy * agents * 3600) / 180, meanHandleSec: 180 };
        const patience = patienceOf({ law: of, ...leave });
        const queue = new PatienceQueue(traffic, agents, patience);
        const more = new PatienceQueue(traffic, agents + 1, patience);
        const dust = 1e-12;
        expect(more.pServedWithin(20)).toBeGreaterThanOrEqual(queue.pServedWithin(20) - dust);
        expect(more.pAbandon).toBeLessThanOrEqual(queue.pAbandon + dust);
        expect(more.meanWaitServed).toBeLessThanOrEqual(queue.meanWaitServed * (1 + dust) + dust);
        expect(more.occupancy).toBeLessThanOrEqual(queue.occupancy + dust);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  test('counts who balks as abandoned only if no agent is free', () => {
    const traffic = { arrivalsPerHour: 200, meanHandleSec: 180 };
    const balk = new PatienceQueue(traffic, 10, patienceOf({ law: null, balkProbability: 0.3 }));
    expect(relative(balk.pAbandon, 0.3 * balk.pWait)).toBeLessThan(1e-12);
    expect(balk.pAbandonWithin(0)).toBe(balk.pAbandon);
    expect(balk.meanWaitAbandoned).toBeCloseTo(0, 12);
    const noPatience = new PatienceQueue(traffic, 10, patienceOf({ law: null, zeroProbability: 0.3 }));
    expect(noPatience.pAbandon).toBe(balk.pAbandon);
  });

  test('of callers none of whom waits is Erlang’s loss system', () => {
    const queue = new PatienceQueue(
      { arrivalsPerHour: 200, meanHandleSec: 180 },
      12,
      patienceOf({ law: null, balkProbability: 1 }),
    );
    expect(relative(queue.pAbandon, erlangB(10, 12))).toBeLessThan(1e-12);
  });

  test('has no steady state when those who never leave are too many', () => {
    const traffic = { arrivalsPerHour: 240, meanHandleSec: 180 };
    const half = patienceOf({ law: { law: 'exponential', mean: 60 }, endlessProbability: 0.5 });
    expect(growsWithoutEnd(traffic, 6, half)).toBe(true);
    expect(growsWithoutEnd(traffic, 7, half)).toBe(false);
    expect(() => new PatienceQueue(traffic, 6, half)).toThrow(/^agents/);
    expect(new PatienceQueue(traffic, 7, half).pServedWithin(20)).toBeGreaterThan(0);
    expect(growsWithoutEnd(traffic, 12, patienceOf({ law: null }))).toBe(true);
  });

  test('names the argument that is no number', () => {
    const patience = exponentialPatience(60);
    expect(() => new PatienceQueue({ arrivalsPerHour: -1, meanHandleSec: 60 }, 3, patience)).toThrow(
      /arrivalsPerHour/,
    );
    expect(() => new PatienceQueue({ arrivalsPerHour: 1, meanHandleSec: 0 }, 3, patience)).toThrow(
      /meanHandleSec/,
    );
    expect(() => new PatienceQueue({ arrivalsPerHour: 1, meanHandleSec: 60 }, 2.5, patience)).toThrow(
      /agents/,
    );
    expect(() => patienceOf({ law: null, balkProbability: 1.2 })).toThrow(/balkProbability/);
    expect(() => patienceOf({ law: { law: 'uniform', from: -5, to: 5 } })).toThrow(/from/);
  });
});
