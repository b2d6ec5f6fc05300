/**
 * The exact chains where they must agree with a formula, or with what every system obeys: what comes in goes out. Other
 * numbers of theirs are those of the validation pack (engine/validation/calculators/chains.test.ts).
 */
import { describe, expect, test } from 'vitest';
import { callbackSeparate } from './callback-separate.ts';
import { callbackThreshold } from './callback-threshold.ts';
import { ChainError } from './chain.ts';
import type { Day } from './day.ts';
import { dayTotals } from './day.ts';
import { dayServedWithin } from './day-served-within.ts';
import { ErlangCQueue } from './erlang-c-queue.ts';
import { FiniteQueue } from './finite-queue.ts';
import { overflowOfTwo } from './overflow-of-two.ts';
import { exponentialPatience } from './patience.ts';
import { PatienceQueue } from './patience-queue.ts';
import { PriorityAgents, priorityMeanWaits } from './priority.ts';
import { priorityWithPatience } from './priority-abandon.ts';
import { redial } from './redial.ts';
import { nDesign } from './skills-n.ts';
import { groupsBySpeed } from './skills-speed.ts';
import { teamLongRun } from './team-variance.ts';
import { meanBusyAt } from './time-dependent-load.ts';

const CALLS = { arrivalsPerHour: 300, meanHandleSec: 80 };
const TEAM = { ...CALLS, agents: 7, meanPatienceSec: 120 };
const ERLANG_A = new PatienceQueue(CALLS, 7, exponentialPatience(120));
const FINITE = new FiniteQueue(CALLS, { agents: 7, maxWaiting: 6, meanPatienceSec: 120 });

/** The same to so many digits, whatever the size. */
function expectSame(found: number, right: number, digits = 9): void {
  expect(found / right, `${found} for ${right}`).toBeCloseTo(1, digits);
}

describe('priorities with patience', () => {
  test('of one patience are together Erlang A.', () => {
    const calls = { arrivalsPerHour: 100, meanHandleSec: 60 };
    const classes = [0.2, 0.3, 0.5].map((part) => ({
      ...calls,
      arrivalsPerHour: 100 * part,
      meanPatienceSec: 40,
    }));
    const { pWait, occupancy, classes: found } = priorityWithPatience(3, classes);
    const erlangA = new PatienceQueue(calls, 3, exponentialPatience(40));
    expectSame(pWait, erlangA.pWait);
    expectSame(occupancy, erlangA.occupancy);
    expectSame(
      found.reduce((sum, each) => sum + each.meanQueue, 0),
      erlangA.meanQueue,
    );
    expect(found[0]!.meanWaitAllSec).toBeLessThan(found[1]!.meanWaitAllSec);
    expect(found[1]!.meanWaitAllSec).toBeLessThan(found[2]!.meanWaitAllSec);
  });

  test('without patience have the waits of Cobham (1954).', () => {
    const rates = [90, 150];
    const { classes } = priorityWithPatience(
      7,
      rates.map((arrivalsPerHour) => ({ arrivalsPerHour, meanHandleSec: 80, meanPatienceSec: null })),
    );
    const { meanWaits } = new PriorityAgents(
      rates.map((rate) => rate / 3600),
      80,
      7,
    );
    for (const [at, { meanWaitAllSec }] of classes.entries()) expectSame(meanWaitAllSec, meanWaits[at]!);
  });

  test('with handle times of their own and one agent have the waits of Cobham (1954).', () => {
    const classes = [
      { arrivalsPerHour: 10, meanHandleSec: 60, meanPatienceSec: null },
      { arrivalsPerHour: 8, meanHandleSec: 180, meanPatienceSec: null },
    ];
    const waits = priorityMeanWaits(
      classes.map((each) => ({
        arrivalRate: each.arrivalsPerHour / 3600,
        handle: { law: 'exponential', mean: each.meanHandleSec },
      })),
    );
    const found = priorityWithPatience(1, classes).classes;
    for (const [at, { meanWaitAllSec }] of found.entries()) expectSame(meanWaitAllSec, waits[at]!);
  });

  test('with handle times of their own keep all work: what is not abandoned is done.', () => {
    const classes = [
      { arrivalsPerHour: 40, meanHandleSec: 40, meanPatienceSec: 60 },
      { arrivalsPerHour: 30, meanHandleSec: 100, meanPatienceSec: null },
    ];
    const { occupancy, classes: found } = priorityWithPatience(2, classes);
    const work = classes.reduce(
      (sum, { arrivalsPerHour, meanHandleSec }, at) =>
        sum + (arrivalsPerHour * (1 - found[at]!.pAbandon) * meanHandleSec) / 3600,
      0,
    );
    expectSame(2 * occupancy, work);
  });

  test('are refused where the patient alone are too many.', () => {
    const classes = [{ ...CALLS, meanPatienceSec: null }];
    expect(() => priorityWithPatience(6, classes)).toThrow(ChainError);
  });
});

describe('overflow of A to B', () => {
  test('that nobody reaches leaves both queues Erlang A.', () => {
    const result = overflowOfTwo(TEAM, TEAM, 200);
    expect(result.pOverflow).toBeLessThan(1e-30);
    expectSame(result.meanQueueA, ERLANG_A.meanQueue);
    expectSame(result.pAbandonA, ERLANG_A.pAbandon);
    expectSame(result.direct.pWait, ERLANG_A.pWait);
    expectSame(result.direct.meanWaitSec, ERLANG_A.meanWaitAll);
    expectSame(result.direct.pAbandon, ERLANG_A.pAbandon);
    for (const seconds of [0, 20, 90])
      expectSame(result.direct.servedWithin(seconds), ERLANG_A.pServedWithin(seconds));
  });

  test('takes from A what a line of as many places would refuse.', () => {
    expectSame(overflowOfTwo(TEAM, TEAM, 6).pOverflow, FINITE.pBlock);
  });

  test('keeps all work, with handle times and patience of their own.', () => {
    const b = { arrivalsPerHour: 100, meanHandleSec: 140, agents: 5, meanPatienceSec: 200 };
    const { pOverflow, occupancyA, occupancyB, pAbandonA, direct, overflowed } = overflowOfTwo(TEAM, b, 1);
    expectSame(7 * occupancyA, ((300 * (1 - pOverflow) - 300 * pAbandonA) * 80) / 3600);
    const servedB = 100 * (1 - direct.pAbandon) + 300 * pOverflow * (1 - overflowed.pAbandon);
    expectSame(5 * occupancyB, (servedB * 140) / 3600);
    expectSame(direct.servedWithin(1e5), 1 - direct.pAbandon);
    expectSame(overflowed.servedWithin(1e5), 1 - overflowed.pAbandon);
  });

  test('is refused where B never ends its work.', () => {
    const b = { arrivalsPerHour: 150, meanHandleSec: 60, agents: 3, meanPatienceSec: null };
    expect(() => overflowOfTwo(TEAM, b, 0)).toThrow('there is no steady state');
    expect(() => overflowOfTwo(TEAM, b, 1.5)).toThrow(RangeError);
  });
});

describe('skills', () => {
  test('of the N design keep all work, with handle times and patience of their own.', () => {
    const types = [
      { arrivalsPerHour: 200, meanHandleSec: 60, meanPatienceSec: 90 },
      { arrivalsPerHour: 80, meanHandleSec: 110, meanPatienceSec: 150 },
    ] as const;
    const { types: found, occupancy } = nDesign({ types, pools: [3, 3] });
    const work = types.reduce(
      (sum, { arrivalsPerHour, meanHandleSec }, at) =>
        sum + (arrivalsPerHour * (1 - found[at]!.pAbandon) * meanHandleSec) / 3600,
      0,
    );
    expectSame(3 * occupancy[0] + 3 * occupancy[1], work);
  });

  test('of the N design with nearly no calls of type 2 are one team, with nearly none of type 1 another.', () => {
    const few = { arrivalsPerHour: 1e-7, meanHandleSec: 80, meanPatienceSec: 120 };
    const onlyOne = nDesign({ types: [{ ...CALLS, meanPatienceSec: 120 }, few], pools: [4, 3] });
    expectSame(onlyOne.types[0].pWait, ERLANG_A.pWait, 7);
    expectSame(onlyOne.types[0].meanWaitAllSec, ERLANG_A.meanWaitAll, 7);
    const onlyTwo = nDesign({ types: [few, { ...CALLS, meanPatienceSec: 120 }], pools: [4, 7] });
    expectSame(onlyTwo.types[1].meanWaitAllSec, ERLANG_A.meanWaitAll, 7);
  });

  test('of groups of one speed are one team; unequal ones keep all calls.', () => {
    const alike = groupsBySpeed(
      300,
      [3, 4].map((agents) => ({ agents, meanHandleSec: 80 })),
      null,
    );
    const team = new ErlangCQueue(CALLS, 7);
    expectSame(alike.pWait, team.pWait);
    expectSame(alike.meanWaitSec, team.asa);
    const groups = [50, 80, 120].map((meanHandleSec, at) => ({ agents: at + 1, meanHandleSec }));
    const unequal = groupsBySpeed(250, groups, 60);
    const done = groups.reduce(
      (sum, each, at) => sum + (each.agents * unequal.occupancy[at]! * 3600) / each.meanHandleSec,
      0,
    );
    expectSame(done, 250 * (1 - unequal.pAbandon));
    expect(() => groupsBySpeed(300, [{ agents: 2, meanHandleSec: 60 }], null)).toThrow(ChainError);
  });
});

describe('callbacks on arrival', () => {
  test('that nobody accepts are a finite line.', () => {
    const found = callbackThreshold({ ...TEAM, offerWhenWaiting: 2, acceptProbability: 0, maxWaiting: 6 });
    expectSame(found.pBlock, FINITE.pBlock);
    expectSame(found.meanQueueLive, FINITE.meanQueue);
    expectSame(found.occupancy, FINITE.occupancy);
    expect(found.meanQueueCallback).toBe(0);
  });

  test('that everybody accepts are a line without patience.', () => {
    const found = callbackThreshold({ ...TEAM, offerWhenWaiting: 0, acceptProbability: 1, maxWaiting: 6 });
    const line = new FiniteQueue(CALLS, { agents: 7, maxWaiting: 6, meanPatienceSec: null });
    expectSame(found.meanQueueCallback, line.meanQueue);
    expectSame(found.pBlock, line.pBlock);
    expect(found.pAbandon).toBe(0);
  });

  test('in a queue of their own that nobody accepts are Erlang A; accepted ones are all done.', () => {
    const rule = { ...TEAM, offerWhenLiveWaiting: 1, agentsReservedForInbound: 2 };
    const none = callbackSeparate({ ...rule, acceptProbability: 0 });
    expectSame(none.pAllBusy, ERLANG_A.pWait);
    expectSame(none.pAbandon, ERLANG_A.pAbandon);
    const some = callbackSeparate({ ...rule, arrivalsPerHour: 260, acceptProbability: 0.3 });
    expectSame(7 * some.occupancy, ((260 * (1 - some.pAbandon)) / 3600) * 80);
  });

  test('in a queue of their own are refused where they find no agents.', () => {
    const rule = { ...TEAM, offerWhenLiveWaiting: 0, acceptProbability: 1 };
    expect(() => callbackSeparate({ ...rule, agentsReservedForInbound: 7 })).toThrow('callbacks never start');
    expect(() => callbackSeparate({ ...rule, agentsReservedForInbound: 4 })).toThrow(
      'there is no steady state',
    );
  });
});

describe('redials', () => {
  const rule = {
    ...TEAM,
    maxWaiting: 6,
    meanRedialDelaySec: 100,
    redialAfterBlock: 0,
    redialAfterAbandon: 0,
  };

  test('of nobody leave the finite line.', () => {
    const found = redial(rule);
    expect(found.attemptsPerNewCall).toBe(1);
    expectSame(found.pBlockNewCall, FINITE.pBlock);
    expectSame(found.meanQueue, FINITE.meanQueue);
  });

  test('that take very long are calls like new ones.', () => {
    // Half of those who abandon come again: an Erlang A queue whose arrivals include them (Falin and Templeton 1997).
    const found = redial({ ...rule, maxWaiting: null, redialAfterAbandon: 0.5, meanRedialDelaySec: 5e3 });
    const rate = 300 * found.attemptsPerNewCall;
    const queue = new PatienceQueue({ ...CALLS, arrivalsPerHour: rate }, 7, exponentialPatience(120));
    expect(found.meanQueue / queue.meanQueue).toBeCloseTo(1, 2);
    expectSame(found.pNeverServed, found.abandonsPerNewCall * 0.5);
  });

  test('without end of too many calls are refused.', () => {
    const endless = { ...rule, arrivalsPerHour: 400, meanPatienceSec: null, redialAfterBlock: 1 };
    expect(() => redial(endless)).toThrow(ChainError);
  });
});

describe('a day', () => {
  const day: Day = {
    periods: [
      { durationSec: 1200, arrivalsPerHour: 200, agents: 6 },
      { durationSec: 900, arrivalsPerHour: 260, agents: 3 },
      { durationSec: 600, arrivalsPerHour: 100, agents: 5 },
    ],
    meanHandleSec: 90,
    meanPatienceSec: 150,
    balkProbability: 0.1,
  };

  test('keeps all work: what is not abandoned is done, after closing if need be.', () => {
    const totals = dayTotals(day);
    expectSame(totals.arrivals, (200 * 1200 + 260 * 900 + 100 * 600) / 3600);
    expectSame(totals.agentBusySec, (totals.arrivals - totals.abandons) * 90);
  });

  test('serves, in the end, all who do not abandon, whoever staffs it when their turn comes.', () => {
    const short: Day = {
      ...day,
      meanPatienceSec: 50,
      periods: day.periods.map((each) => ({ ...each, durationSec: each.durationSec / 6 })),
    };
    const { arrivals, abandons } = dayTotals(short);
    expectSame(dayServedWithin(short, 1500), arrivals - abandons, 8);
  });

  test('serves those who come before the first agents when these come.', () => {
    const opening: Day = {
      periods: [
        { durationSec: 600, arrivalsPerHour: 60, agents: 0 },
        { durationSec: 600, arrivalsPerHour: 60, agents: 60 },
      ],
      meanHandleSec: 120,
      meanPatienceSec: 200,
      balkProbability: 0,
    };
    // Of those who come in the last 30 s, and stay: rate x patience x (1 - e^(-30 / patience)); and all who come later.
    const right = (60 / 3600) * 200 * -Math.expm1(-30 / 200) + 10;
    expectSame(dayServedWithin(opening, 30), right, 8);
  });

  test('is not changed by a cut in a period.', () => {
    const [first, ...others] = day.periods;
    const cut: Day = {
      ...day,
      periods: [{ ...first!, durationSec: 500 }, { ...first!, durationSec: 700 }, ...others],
    };
    const [one, other] = [dayTotals(day), dayTotals(cut)];
    expectSame(other.queueTimeSec, one.queueTimeSec);
    expectSame(dayServedWithin(cut, 20), dayServedWithin(day, 20), 8);
  });

  test('that is long is as in the steady state.', () => {
    const long: Day = { periods: [{ durationSec: 2e6, ...TEAM }], ...TEAM, balkProbability: 0 };
    const totals = dayTotals(long);
    // The start from empty is one part in some thousands.
    expect(totals.queueTimeSec / totals.arrivals / ERLANG_A.meanWaitAll).toBeCloseTo(1, 3);
    expect(dayServedWithin(long, 20) / totals.arrivals / ERLANG_A.pServedWithin(20)).toBeCloseTo(1, 3);
  });

  test('is refused without periods, and where calls are left that nobody will answer.', () => {
    expect(() => dayTotals({ ...day, periods: [] })).toThrow('A day needs a period.');
    const left: Day = {
      ...day,
      meanPatienceSec: null,
      periods: [{ durationSec: 60, arrivalsPerHour: 60, agents: 0 }],
    };
    expect(() => dayTotals(left)).toThrow('Calls wait after closing');
  });
});

describe('the load of a day', () => {
  const periods = [
    { durationSec: 600, arrivalsPerHour: 120 },
    { durationSec: 300, arrivalsPerHour: 0 },
  ];

  test('rises to arrivals x handle time and falls by half in 0.693 handle times.', () => {
    expectSame(meanBusyAt(periods, 60, 600), 2 * -Math.expm1(-10), 12);
    expectSame(meanBusyAt(periods, 60, 600 + 60 * Math.LN2), -Math.expm1(-10), 12);
    expectSame(meanBusyAt(periods, 60, 1200), 2 * -Math.expm1(-10) * Math.exp(-10), 12);
    expect(() => meanBusyAt(periods, 60, -1)).toThrow(RangeError);
  });
});

describe('variances of a long run', () => {
  test('of the busy agents of M/M/c are 2 load handle times, whatever the queue.', () => {
    // Calls served are calls come, less a number that is bounded; the rest is the spread of the handle times.
    const { busy } = teamLongRun({ ...TEAM, meanPatienceSec: null });
    expectSame(busy.asymptoticVariance, 2 * (300 / 3600) * 80 * 80, 8);
    expect(() => teamLongRun({ ...TEAM, agents: 6, meanPatienceSec: null })).toThrow(ChainError);
  });
});
