import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallbackOfferQueue, PatienceWithOffers } from './callback-offers.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { exponentialPatience, patienceOf } from './patience.ts';
import { PatienceQueue } from './patience-queue.ts';
import { integral } from './quadrature.ts';

const TRAFFIC = { arrivalsPerHour: 200, meanHandleSec: 180 };
const OFTEN = { firstSec: 30, everySec: 120, acceptProbability: 0.25 };

describe('Patience under callback offers', () => {
  const schedules = fc.record({
    firstSec: fc.constantFrom(0, 10, 30, 33.3),
    everySec: fc.constantFrom(7, 120, 0.1 * 3, Infinity),
    acceptProbability: fc.constantFrom(0, 0.2, 1),
  });
  const laws = fc.constantFrom(
    exponentialPatience(90),
    patienceOf({ law: { law: 'constant', value: 60 }, balkProbability: 0.1 }),
    patienceOf({ law: { law: 'uniform', from: 0, to: 200 } }),
    patienceOf({ law: null }),
  );

  test('is, offer by offer, who waits, who has accepted and who is gone', () => {
    fc.assert(
      fc.property(schedules, laws, fc.double({ min: 0, max: 300, noNaN: true }), (schedule, alone, x) => {
        const offered = new PatienceWithOffers(alone, schedule);
        let waiting = 1;
        let accepted = 0;
        for (let at = schedule.firstSec, k = 1; at <= x; at = schedule.firstSec + k++ * schedule.everySec) {
          accepted += waiting * (1 - alone.gone(at)) * schedule.acceptProbability;
          waiting *= 1 - schedule.acceptProbability;
        }
        const here = waiting * (1 - alone.gone(x)) + accepted;
        expect(1 - offered.gone(x)).toBeCloseTo(here, 10);
        expect(offered.endless(x)).toBeLessThanOrEqual(here + 1e-12);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('stays as long as the integral of the share in line says, whichever moment is asked first', () => {
    const alone = patienceOf({ law: { law: 'weibull', shape: 1.4, scale: 100 }, balkProbability: 0.1 });
    for (const x of [500, 12, 30, 149.9, 150.1]) {
      const offered = new PatienceWithOffers(alone, OFTEN);
      const expected = integral((t) => 1 - offered.gone(t), 0, x, [30, 150, 270, 390]);
      expect(offered.stay(x)).toBeCloseTo(expected, 8);
    }
  });

  test('is cut at each offer and where patience bends', () => {
    const alone = patienceOf({ law: { law: 'uniform', from: 50, to: 150 } });
    expect(new PatienceWithOffers(alone, OFTEN).kinks(20, 300)).toEqual([30, 50, 150, 270]);
  });
});

describe('M/M/c+G with callback offers', () => {
  test('that nobody accepts is the queue without them, though offers are heard', () => {
    const with0 = new CallbackOfferQueue(TRAFFIC, 9, exponentialPatience(300), {
      ...OFTEN,
      acceptProbability: 0,
    });
    const without = new PatienceQueue(TRAFFIC, 9, exponentialPatience(300));
    expect(with0.pAbandon).toBeCloseTo(without.pAbandon, 12);
    expect(with0.pCallback).toBe(0);
    // Offers at 30 s, 150 s ... are heard by those who are still waiting then.
    const heard = Array.from({ length: 40 }, (_, k) => without.pWaitExceeds(30 + 120 * k)).reduce(
      (sum, each) => sum + each,
    );
    expect(with0.offersPerCall).toBeCloseTo(heard, 11);
  });

  test('that all accept at once is Erlang C: nobody leaves', () => {
    const queue = new CallbackOfferQueue(TRAFFIC, 12, exponentialPatience(60), {
      firstSec: 0,
      everySec: 60,
      acceptProbability: 1,
    });
    const endless = new ErlangCQueue(TRAFFIC, 12);
    expect(queue.pWait).toBeCloseTo(endless.pWait, 12);
    expect(queue.pCallback).toBeCloseTo(endless.pWait, 12);
    expect(queue.meanWaitCallback).toBeCloseTo(endless.meanWaitGivenWait, 9);
    expect(queue.pServedLive).toBeCloseTo(1 - endless.pWait, 12);
    expect(queue.pAbandon).toBeCloseTo(0, 13);
  });

  test('adds up: offer by offer, and all callers', () => {
    const queue = new CallbackOfferQueue(
      TRAFFIC,
      9,
      patienceOf({ law: { law: 'gamma', shape: 2, mean: 200 } }),
      OFTEN,
    );
    const byOffer = Array.from({ length: 60 }, (_, k) => queue.pAcceptAtOffer(k + 1)).reduce(
      (sum, each) => sum + each,
    );
    expect(byOffer).toBeCloseTo(queue.pCallback, 12);
    expect(queue.pServedWithin(60) + queue.pAbandonWithin(60) + queue.pWaitExceeds(60)).toBeCloseTo(1, 12);
    const total =
      queue.pServedLive * queue.meanWaitServedLive +
      queue.pCallback * queue.meanWaitCallback +
      queue.pAbandon * queue.meanWaitAbandoned;
    expect(total).toBeCloseTo(queue.meanWaitAll, 9);
  });

  test('loses its steady state when those who accept are more than the agents can serve', () => {
    const schedule = { firstSec: 0, everySec: 10, acceptProbability: 0.9 };
    expect(() => new CallbackOfferQueue(TRAFFIC, 6, exponentialPatience(300), schedule)).toThrow(/^agents/);
    expect(new CallbackOfferQueue(TRAFFIC, 11, exponentialPatience(300), schedule).pWait).toBeLessThan(1);
  });

  test('names the argument that is no number', () => {
    const queue = (schedule: object): CallbackOfferQueue =>
      new CallbackOfferQueue(TRAFFIC, 9, exponentialPatience(300), { ...OFTEN, ...schedule });
    expect(() => queue({ firstSec: -1 })).toThrow(/firstSec/);
    expect(() => queue({ everySec: 0 })).toThrow(/everySec/);
    expect(() => queue({ acceptProbability: 2 })).toThrow(/acceptProbability/);
  });
});
