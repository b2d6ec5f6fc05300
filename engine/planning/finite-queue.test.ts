import { describe, expect, test } from 'vitest';
import { erlangB } from './erlang.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { FiniteQueue } from './finite-queue.ts';
import { exponentialPatience } from './patience.ts';
import { PatienceQueue } from './patience-queue.ts';
import { retrialsSeeTimeAverages } from './retrials-approximation.ts';

const TRAFFIC = { arrivalsPerHour: 200, meanHandleSec: 180 };

describe('M/M/c/K', () => {
  test('without places is Erlang’s loss system', () => {
    const queue = new FiniteQueue(TRAFFIC, { agents: 12, maxWaiting: 0, meanPatienceSec: null });
    expect(queue.pBlock).toBeCloseTo(erlangB(10, 12), 14);
    expect([queue.pWait, queue.asa, queue.pServedWithin(0)]).toEqual([0, 0, 1]);
  });

  test('with places without end is Erlang C, and with patience Erlang A, waits included', () => {
    const endless = new FiniteQueue(TRAFFIC, { agents: 12, maxWaiting: 1000, meanPatienceSec: null });
    const erlangC = new ErlangCQueue(TRAFFIC, 12);
    expect(endless.asa / erlangC.asa).toBeCloseTo(1, 11);
    expect(endless.pServedWithin(20)).toBeCloseTo(erlangC.pServedWithin(20), 12);
    const patient = new FiniteQueue(TRAFFIC, { agents: 9, maxWaiting: 1000, meanPatienceSec: 120 });
    const erlangA = new PatienceQueue(TRAFFIC, 9, exponentialPatience(120));
    expect(patient.pAbandon).toBeCloseTo(erlangA.pAbandon, 12);
    expect(patient.asa / erlangA.asa).toBeCloseTo(1, 10);
    expect(patient.meanWaitAbandoned / erlangA.meanWaitAbandoned).toBeCloseTo(1, 10);
    for (const t of [0, 20, 300]) {
      expect(patient.pServedWithin(t)).toBeCloseTo(erlangA.pServedWithin(t), 11);
      expect(patient.pAbandonWithin(t)).toBeCloseTo(erlangA.pAbandonWithin(t), 11);
      expect(patient.pWaitExceeds(t)).toBeCloseTo(erlangA.pWaitExceeds(t), 11);
    }
  });

  // By hand: one agent, one place, load 1: the states 0, 1, 2 are alike, so a third is turned away, and of those let in a half
  // find the agent taken and wait one handle time.
  test('of one agent and one place at a load of 1 is what one can do by hand', () => {
    const queue = new FiniteQueue(
      { arrivalsPerHour: 60, meanHandleSec: 60 },
      { agents: 1, maxWaiting: 1, meanPatienceSec: null },
    );
    expect(queue.pBlock).toBeCloseTo(1 / 3, 14);
    expect(queue.pWait).toBeCloseTo(1 / 2, 14);
    expect(queue.asa).toBeCloseTo(30, 12);
    expect(queue.pWaitExceeds(60)).toBeCloseTo(Math.exp(-1) / 2, 14);
    // With patience as long as the handle time: 2/5, 2/5, 1/5; of those who wait a half give up, after 30 s like the others.
    const patient = new FiniteQueue(
      { arrivalsPerHour: 60, meanHandleSec: 60 },
      { agents: 1, maxWaiting: 1, meanPatienceSec: 60 },
    );
    expect(patient.pBlock).toBeCloseTo(1 / 5, 14);
    expect(patient.pAbandon).toBeCloseTo(1 / 4, 14);
    expect(patient.meanWaitAbandoned).toBeCloseTo(30, 12);
    expect(patient.pServedWithin(60)).toBeCloseTo(1 / 2 + (1 - Math.exp(-2)) / 4, 14);
  });

  test('of thousands of agents and places overflows nothing', () => {
    const traffic = { arrivalsPerHour: 240_000, meanHandleSec: 180 };
    const queue = new FiniteQueue(traffic, { agents: 10_000, maxWaiting: 20_000, meanPatienceSec: null });
    // Two thousand erlang too many have to go, and the line is as good as full.
    expect(queue.pBlock).toBeCloseTo(1 / 6, 10);
    expect(queue.meanQueue).toBeCloseTo(20_000 - 1 / (12_000 / 10_000 - 1), 4);
    expect(queue.pServedWithin(300)).toBeGreaterThanOrEqual(0);
    const patient = new FiniteQueue(traffic, { agents: 10_000, maxWaiting: 20_000, meanPatienceSec: 600 });
    const erlangA = new PatienceQueue(traffic, 10_000, exponentialPatience(600));
    expect(patient.pAbandon / erlangA.pAbandon).toBeCloseTo(1, 9);
    expect(patient.pServedWithin(100) / erlangA.pServedWithin(100)).toBeCloseTo(1, 7);
  });

  test('names the argument that is no number', () => {
    expect(() => new FiniteQueue(TRAFFIC, { agents: 0, maxWaiting: 1, meanPatienceSec: null })).toThrow(
      /agents/,
    );
    expect(() => new FiniteQueue(TRAFFIC, { agents: 2, maxWaiting: -1, meanPatienceSec: null })).toThrow(
      /maxWaiting/,
    );
    expect(() => new FiniteQueue(TRAFFIC, { agents: 2, maxWaiting: 1, meanPatienceSec: 0 })).toThrow(
      /meanPatienceSec/,
    );
  });
});

describe('Retrials that see time averages', () => {
  const line = { agents: 9, maxWaiting: 2, meanPatienceSec: 150 };
  const traffic = { arrivalsPerHour: 500, meanHandleSec: 65 };

  test('offer first calls and those who call again, no more and no less', () => {
    const { attemptsPerCall, pNeverServed, queue } = retrialsSeeTimeAverages(traffic, line, {
      afterBlock: 0.6,
      afterAbandon: 0.5,
    });
    const again = queue.pBlock * 0.6 + queue.pAbandonOffered * 0.5;
    expect(attemptsPerCall).toBeCloseTo(1 + attemptsPerCall * again, 12);
    expect(pNeverServed).toBeCloseTo(
      attemptsPerCall * (queue.pBlock * 0.4 + queue.pAbandonOffered * 0.5),
      11,
    );
  });

  test('are none if nobody calls again', () => {
    const { attemptsPerCall, queue } = retrialsSeeTimeAverages(traffic, line, {
      afterBlock: 0,
      afterAbandon: 0,
    });
    expect(attemptsPerCall).toBe(1);
    expect(queue.pBlock).toBe(new FiniteQueue(traffic, line).pBlock);
  });

  test('refuse callers who never give up', () => {
    expect(() => retrialsSeeTimeAverages(traffic, line, { afterBlock: 1, afterAbandon: 0 })).toThrow(
      /afterBlock/,
    );
  });
});
