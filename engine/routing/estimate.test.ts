import { describe, expect, test } from 'vitest';
import { days, minutes, seconds } from '../kernel/time.ts';
import { Estimate, NO_ESTIMATE } from './estimate.ts';
import { agent, callbackProfile, Desk, entry, estimateOf, queue, routing } from './testing/desk.ts';

/** What a newcomer would be told; place and staff matter to the positional model alone. */
const told = (estimate: Estimate, at: number, position = 1, working = 1): number =>
  estimate.at(seconds(at), position, working);

describe('the moving average (ema)', () => {
  test('EW-02: a batch of waits counts at the next whole multiple of the refresh, weighted with alpha', () => {
    const estimate = new Estimate(estimateOf({ initial: seconds(100) }));
    estimate.connected(seconds(100), seconds(200));
    estimate.connected(seconds(300), seconds(400));
    expect(told(estimate, 599.999)).toBe(100_000);
    // 0.7 x 100 + 0.3 x (200 + 400) / 2
    expect(told(estimate, 600)).toBeCloseTo(160_000, 6);
  });

  test('EW-02: without a new connection it stays, however many refreshes pass', () => {
    const estimate = new Estimate(estimateOf({ initial: seconds(100) }));
    estimate.connected(seconds(100), seconds(300));
    expect(told(estimate, 600)).toBeCloseTo(160_000, 6);
    expect(told(estimate, 6000)).toBeCloseTo(160_000, 6);
    estimate.connected(seconds(6001), seconds(60));
    // 0.7 x 160 + 0.3 x 60
    expect(told(estimate, 6600)).toBeCloseTo(130_000, 6);
  });

  test('EW-02: asked late or often, it is the same', () => {
    const often = new Estimate(estimateOf({ initial: seconds(100) }));
    const late = new Estimate(estimateOf({ initial: seconds(100) }));
    for (const [at, wait] of [
      [50, 30],
      [650, 90],
      [1900, 500],
      [1901, 700],
      [5000, 10],
    ] as const) {
      often.connected(seconds(at), seconds(wait));
      late.connected(seconds(at), seconds(wait));
      for (let probe = at; probe < at + 700; probe += 7) if (probe < 5000) told(often, at);
    }
    // 0.7 (0.7 (0.7 (0.7 x 100 + 0.3 x 30) + 0.3 x 90) + 0.3 x 600) + 0.3 x 10
    const expected = 0.7 * (0.7 * (0.7 * (0.7 * 100 + 0.3 * 30) + 0.3 * 90) + 0.3 * 600) + 0.3 * 10;
    expect(told(late, 5400)).toBeCloseTo(expected * 1000, 6);
    expect(told(often, 5400)).toBeCloseTo(expected * 1000, 6);
  });

  test('EW-01: the running average weighs more than the newest batch', () => {
    const estimate = new Estimate(estimateOf({ initial: 0, alpha: 0.49 }));
    estimate.connected(0, seconds(100));
    expect(told(estimate, 600)).toBeLessThan(50_000);
  });

  test('EX-08, EW-03: no estimate after 19 connected contacts; with the 20th their plain mean, at once', () => {
    const estimate = new Estimate(estimateOf({}));
    for (let nth = 1; nth <= 19; nth++) estimate.connected(seconds(nth), seconds(nth));
    expect(told(estimate, 19)).toBe(NO_ESTIMATE);
    estimate.connected(seconds(20), seconds(20));
    expect(told(estimate, 20)).toBe(10_500); // (1 + 2 + ... + 20) / 20
  });

  test('EW-03: the first twenty may lie before and after a refresh; the next batch is a batch', () => {
    const estimate = new Estimate(estimateOf({}));
    for (let nth = 1; nth <= 20; nth++) estimate.connected(seconds(nth * 60), seconds(nth));
    expect(told(estimate, 1200)).toBe(10_500);
    estimate.connected(seconds(1230), seconds(40.5));
    expect(told(estimate, 1799)).toBe(10_500);
    expect(told(estimate, 1800)).toBeCloseTo(19_500, 6); // 0.7 x 10.5 + 0.3 x 40.5
  });

  test('EW-03: history from before the run is valid at once', () => {
    expect(told(new Estimate(estimateOf({ initial: seconds(90) })), 0)).toBe(90_000);
    expect(told(new Estimate(estimateOf({ initial: 0 })), 0)).toBe(0);
    expect(told(new Estimate(estimateOf({})), 0)).toBe(NO_ESTIMATE);
  });

  test('EX-08, EW-04: after 7 days without a contact it is gone, and 20 new ones are needed', () => {
    const estimate = new Estimate(estimateOf({}));
    for (let nth = 0; nth < 20; nth++) estimate.connected(seconds(100), seconds(30));
    const week = seconds(100) + days(7);
    expect(estimate.at(week - 1, 1, 1)).toBe(30_000);
    expect(estimate.at(week, 1, 1)).toBe(NO_ESTIMATE);
    for (let nth = 0; nth < 19; nth++) estimate.connected(week + 1, seconds(50));
    expect(estimate.at(week + 2, 1, 1)).toBe(NO_ESTIMATE);
    estimate.connected(week + 3, seconds(50));
    expect(estimate.at(week + 3, 1, 1)).toBe(50_000);
  });

  test('EW-04: a contact before the 7 days are over keeps it', () => {
    const estimate = new Estimate(estimateOf({ initial: seconds(30), resetAfter: days(7) }));
    estimate.connected(days(6), seconds(30));
    expect(estimate.at(days(12), 1, 1)).toBeCloseTo(30_000, 6);
    expect(estimate.at(days(13), 1, 1)).toBe(NO_ESTIMATE);
  });
});

describe('minute samples', () => {
  const minuteSamples = (partial = {}): Estimate =>
    new Estimate(estimateOf({ model: 'minuteSamples', ...partial }));
  /** Each list: the waits in seconds of the contacts connected in that minute. */
  const fed = (estimate: Estimate, waits: readonly (readonly number[])[]): Estimate => {
    waits.forEach((list, minute) =>
      list.forEach((wait, nth) => estimate.connected(minutes(minute) + nth, seconds(wait))),
    );
    return estimate;
  };

  test.each([
    ['one minute, one wait', [[30]], 30],
    ['a minute is its mean', [[20, 40]], 30], // cv 10/30 = 0.33
    ['minutes count alike, however many waits they hold', [[10, 10, 10, 10], [40]], 25],
    ['a minute that varies too much is left out', [[10, 10], [10, 30], [50], [20, 40]], 30], // cv of the second 10/20 = 0.5
    ['a minute of no waits at all has no variation', [[0, 0], [60]], 30],
    ['two of five kept are 40 %, not fewer', [[10], [10, 90], [30], [10, 90], [10, 90]], 20],
    ['one of three kept is fewer than 40 %', [[10], [10, 90], [10, 90]], null],
    ['no minute with a connection', [], null],
  ])('EW-05: %s', (_name, waits, expected) => {
    const estimate = fed(minuteSamples(), waits);
    expect(told(estimate, waits.length * 60)).toBe(expected === null ? NO_ESTIMATE : expected * 1000);
  });

  test('EW-05: the variation is that of the population, and exactly maxCV is kept', () => {
    // Mean 10, deviation of the population 4 (of a sample it would be 5.66): cv 0.4.
    expect(told(fed(minuteSamples({ maxCV: 0.4 }), [[6, 14]]), 60)).toBe(10_000);
    expect(told(fed(minuteSamples({ maxCV: 0.39 }), [[6, 14]]), 60)).toBe(NO_ESTIMATE);
  });

  test('EW-05: a minute is a sample once it is over, and as long as it lies in the lookback', () => {
    const estimate = fed(minuteSamples({ lookback: minutes(15) }), [[30]]);
    expect(told(estimate, 59)).toBe(NO_ESTIMATE);
    expect(told(estimate, 60)).toBe(30_000);
    expect(told(estimate, 15 * 60)).toBe(30_000);
    expect(told(estimate, 16 * 60)).toBe(NO_ESTIMATE);
  });
});

describe('positional', () => {
  test('EW-06: handle time x place / agents working, over the contacts ended in the lookback', () => {
    const estimate = new Estimate(estimateOf({ model: 'positional', lookback: minutes(15) }));
    expect(told(estimate, 0, 4, 3)).toBe(NO_ESTIMATE);
    estimate.ended(seconds(10), seconds(120));
    estimate.ended(seconds(70), seconds(240));
    expect(told(estimate, 100, 4, 3)).toBe(240_000); // 180 x 4 / 3
    expect(told(estimate, 100, 1, 2)).toBe(90_000);
    expect(told(estimate, 100, 4, 0)).toBe(NO_ESTIMATE);
    expect(told(estimate, 950, 1, 1)).toBe(240_000); // the first ended more than 15 minutes ago
    expect(told(estimate, 1000, 1, 1)).toBe(NO_ESTIMATE);
  });

  test('EW-06: talk, wrap-up, place and agents working as the engine sees them', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { announceWait: true, estimate: estimateOf({ model: 'positional' }) })],
        agents: [agent('ana'), agent('bob'), agent('cy')],
      }),
    );
    desk.available(0, 0, 1);
    desk.tell(0, 'agentSignedIn', 2); // Away: signed in, not working
    const first = desk.call(1);
    expect(desk.view(first).estimateUsed).toBe(NO_ESTIMATE); // nothing ended yet
    desk.answer(6, first);
    desk.hangUp(106, first);
    desk.tell(126, 'wrapUpSubmitted', first, 0, ''); // 100 s of talk, 20 s of wrap-up
    for (const at of [130, 131]) desk.answer(at, desk.call(at));
    desk.call(140);
    desk.call(141);
    const third = desk.call(142);
    // 120 x 3 / 2: two wait before it, Ana and Bob work.
    expect(desk.view(third).estimateUsed).toBe(180_000);
    desk.tell(150, 'presenceChosen', 2, 'busy');
    expect(desk.view(desk.call(151)).estimateUsed).toBe(160_000); // 120 x 4 / 3
  });
});

describe('what the engine tells the estimate', () => {
  const oneSample = estimateOf({ minSamples: 1 });
  const estimateOfSales = (desk: Desk, at: number): number =>
    told(desk.engine.centre.queues[0]!.estimate, at);

  test('EW-01: only connected contacts count, with the wait until the accept', () => {
    const desk = new Desk(routing({ queues: [queue('sales', { estimate: oneSample })] }));
    const impatient = desk.call(0);
    desk.hangUp(500, impatient);
    expect(estimateOfSales(desk, 500)).toBe(NO_ESTIMATE);
    desk.available(500, 0);
    const call = desk.call(510);
    desk.accept(517, call);
    expect(estimateOfSales(desk, 517)).toBe(NO_ESTIMATE); // accepted, not yet joined
    desk.join(518, call);
    expect(estimateOfSales(desk, 518)).toBe(7_000);
  });

  test('EW-12: a callback counts once, from its entry to the first accept, without dialling and retries', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            estimate: oneSample,
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
          }),
        ],
        callbackProfiles: [callbackProfile({ retryWait: seconds(300) })],
      }),
    );
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call);
    desk.promptDone(40, call);
    desk.available(100, 0);
    desk.accept(105, call);
    expect(estimateOfSales(desk, 105)).toBe(105_000);
    desk.dialFails(120, call, 'noAnswer');
    desk.advance(420);
    desk.accept(425, call);
    desk.customerAnswers(430, call);
    desk.join(430, call);
    desk.finish(500, call, 0);
    expect(estimateOfSales(desk, 10_000)).toBe(105_000);
  });

  test('EW-13: the estimate used stands beside the wait that followed, for the queue that took the contact', () => {
    const long = estimateOf({ initial: seconds(700) });
    const ask = { when: 'averageWait', limit: seconds(600), action: { do: 'endCall' } } as const;
    const desk = new Desk(
      routing({
        queues: [
          queue('first', { estimate: long, overflow: [ask] }),
          queue('second', { estimate: estimateOf({ initial: seconds(90) }), overflow: [ask] }),
          queue('silent', { estimate: long }),
        ],
        agents: [agent('ana', { queues: [0, 1, 2] })],
        entries: [
          entry('main', {
            rules: [0, 1].map((index) => ({
              when: [],
              targets: [{ queue: index, percent: 100 }],
              overflow: null,
            })),
          }),
          entry('direct', { rules: [{ when: [], targets: [{ queue: 2, percent: 100 }], overflow: null }] }),
        ],
      }),
    );
    const call = desk.call(0);
    expect(desk.view(call)).toMatchObject({ queueIndex: 1, estimateUsed: 90_000, estimateTold: -1 });
    expect(desk.view(desk.call(1, { entry: 1 })).estimateUsed).toBe(NO_ESTIMATE); // neither told nor asked
    desk.available(50, 0);
    desk.accept(52, call);
    expect(desk.view(call).acceptedAt - desk.view(call).enteredAt).toBe(52_000);
    expect(desk.view(call).estimateUsed).toBe(90_000);
  });

  test('EW-X1: an estimate that would cross the threshold is not seen before the next refresh', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            estimate: estimateOf({ initial: seconds(100) }),
            overflow: [{ when: 'averageWait', limit: seconds(120), action: { do: 'endCall' } }],
          }),
        ],
      }),
    );
    const slow = desk.call(0);
    desk.available(400, 0);
    desk.answer(400, slow); // a wait of 400 s
    desk.call(599.999);
    expect(desk.factsOf('overflowed')).toEqual([]);
    const late = desk.call(600); // 0.7 x 100 + 0.3 x 400 = 190 s
    expect(desk.factsOf('overflowed')).toEqual([`600 overflowed ${late} 0 averageWait endCall 0`]);
  });
});
