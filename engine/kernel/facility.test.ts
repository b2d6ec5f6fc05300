import { describe, expect, it } from 'vitest';
import { distributionOf, type Distribution, type Law } from './distributions.ts';
import { Facility, type FacilityModel, type FacilityTotals } from './facility.ts';

const SERVICE = 180_000; // ms, the mean of every law of service here

const BATCHES = 30;
const BATCH = 8_000;

type Measures = Readonly<
  Record<string, readonly [expected: number, measure: (totals: FacilityTotals) => number]>
>;

/** Thirty batches after a warm-up: each measure's mean must lie within 3.5 of its own standard errors of the expected (z < 3.5;
 *  with 29 degrees of freedom one right measure in 650 would fail at a new seed; ours are fixed). */
function expectMeans(facility: Facility, measures: Measures): void {
  facility.run(BATCH);
  const totals = Array.from({ length: BATCHES }, () => facility.run(BATCH));
  for (const [name, [expected, measure]] of Object.entries(measures)) {
    const values = totals.map(measure);
    const mean = values.reduce((a, b) => a + b) / BATCHES;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (BATCHES - 1);
    const error = Math.sqrt(variance / BATCHES);
    expect(Math.abs(mean - expected) / error, `z of ${name}`).toBeLessThan(3.5);
    // A z is small for anything that varies enough; so the interval must be narrow as well.
    expect(error, `standard error of ${name}`).toBeLessThan(0.06 * expected);
  }
}

function exponential(mean: number): Distribution {
  return distributionOf({ law: 'exponential', mean });
}

function markovian(servers: number, load: number): FacilityModel {
  return { servers, interarrival: exponential(SERVICE / (load * servers)), service: exponential(SERVICE) };
}

const meanWait = (totals: FacilityTotals) => totals.waitMillis / (totals.served + totals.abandoned);
const shareWaiting = (totals: FacilityTotals) => totals.waited / (totals.served + totals.abandoned);
const shareAbandoned = (totals: FacilityTotals) => totals.abandoned / (totals.served + totals.abandoned);
const meanInLine = (totals: FacilityTotals) => totals.waitMillis / totals.elapsedMillis;

/** Erlang C by the recursion of Erlang B: B(0) = 1, 1/B(n) = 1 + n / (a B(n-1)). */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let inverseOfB = 1;
  for (let n = 1; n <= servers; n++) inverseOfB = 1 + (n / offered) * inverseOfB;
  return 1 / (load + (1 - load) * inverseOfB);
}

/** Erlang A from the birth-and-death chain itself: time in mean services, patience of the given mean. */
function erlangA(servers: number, load: number, patience: number) {
  const arrivals = servers * load;
  let weight = 1;
  let total = 0;
  let waiting = 0;
  let inLine = 0;
  for (let n = 0; n < servers + 20 * servers + 400; n++) {
    total += weight;
    if (n >= servers) waiting += weight;
    inLine += weight * Math.max(0, n - servers);
    weight *= arrivals / (Math.min(n + 1, servers) + Math.max(0, n + 1 - servers) / patience);
    if (weight > 1e200) throw new Error('the chain is not scaled for such loads');
  }
  return {
    shareWaiting: waiting / total,
    meanWait: inLine / total / arrivals,
    shareAbandoned: inLine / total / patience / arrivals,
  };
}

describe('M/M/1', () => {
  it("waits with probability ρ, for ρ / (1 - ρ) services, and has ρ² / (1 - ρ) in line by Little's law (z < 3.5)", () => {
    for (const load of [0.3, 0.6, 0.8]) {
      expectMeans(new Facility(markovian(1, load), 'M/M/1'), {
        shareWaiting: [load, shareWaiting],
        meanWait: [(SERVICE * load) / (1 - load), meanWait],
        meanInLine: [load ** 2 / (1 - load), meanInLine],
      });
    }
  });
});

describe('M/M/c', () => {
  it('waits with the probability C of Erlang C, for C / (c (1 - ρ)) services (z < 3.5)', () => {
    for (const [servers, load] of [
      [2, 0.7],
      [10, 0.8],
      [30, 0.85],
    ] as const) {
      // prettier-ignore
      const share = erlangC(servers, load);
      expectMeans(new Facility(markovian(servers, load), 'M/M/c'), {
        shareWaiting: [share, shareWaiting],
        meanWait: [(share * SERVICE) / (servers * (1 - load)), meanWait],
      });
    }
  });
});

describe('M/M/c+M', () => {
  it('waits, abandons and lasts as Erlang A says (z < 3.5)', () => {
    for (const [servers, load, patience] of [
      [1, 1.5, 1],
      [10, 1, 0.5],
      [100, 1.05, 1],
      [30, 1.1, 3],
    ] as const) {
      // prettier-ignore
      const expected = erlangA(servers, load, patience);
      const model = { ...markovian(servers, load), patience: exponential(patience * SERVICE) };
      expectMeans(new Facility(model, 'M/M/c+M'), {
        shareWaiting: [expected.shareWaiting, shareWaiting],
        shareAbandoned: [expected.shareAbandoned, shareAbandoned],
        meanWait: [expected.meanWait * SERVICE, meanWait],
      });
    }
  });
});

describe('M/G/1', () => {
  const laws: readonly Law[] = [
    { law: 'constant', value: SERVICE },
    { law: 'erlang', shape: 4, mean: SERVICE },
    { law: 'gamma', shape: 0.7, mean: SERVICE },
    { law: 'lognormal', mean: SERVICE, cv: 1.3 },
    { law: 'weibull', shape: 1.5, mean: SERVICE },
    { law: 'uniform', from: 0, to: 2 * SERVICE },
    { law: 'triangular', from: 0, mode: 0, to: 3 * SERVICE },
    { law: 'hyperexponential', branches: [{ weight: 9, mean: SERVICE / 2 }, { weight: 1, mean: 5.5 * SERVICE }] }, // prettier-ignore
  ];

  for (const law of laws) {
    it(`waits as Pollaczek and Khinchine say, λ E[S²] / 2 (1 - ρ) (z < 3.5): ${law.law}`, () => {
      const load = 0.5;
      const service = distributionOf(law);
      const wait = ((load / SERVICE) * (service.variance + service.mean ** 2)) / (2 * (1 - load));
      const model = { servers: 1, interarrival: exponential(SERVICE / load), service };
      expectMeans(new Facility(model, 'M/G/1'), { meanWait: [wait, meanWait] });
    });
  }
});

describe('the facility', () => {
  it('lets go of the timer of everybody who is served: the calendar holds the pending and no more', () => {
    const facility = new Facility({ ...markovian(10, 0.95), patience: exponential(1_000 * SERVICE) }, 1);
    let most = 0;
    for (let i = 0; i < 2_000; i++) {
      facility.run(50);
      most = Math.max(most, facility.calendar.size);
    }
    // With all timers kept until their hour there would be nearly a hundred thousand.
    expect(facility.calendar.capacity).toBeLessThan(1_000);
    expect(most).toBeGreaterThan(11);
  });

  it('gives the same totals for the same seed', () => {
    const totals = (seed: number) =>
      new Facility({ ...markovian(5, 1.2), patience: exponential(SERVICE) }, seed).run(5_000);
    expect(totals(1)).toEqual(totals(1));
    expect(totals(1)).not.toEqual(totals(2));
  });
});
