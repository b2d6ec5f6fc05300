import { describe, expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { readScenario } from './read.ts';
import type { Setup } from './setup.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function setupOf(sections: Readonly<Record<string, string>> = {}): Setup {
  const result = readScenario(centre(sections));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.setup;
}

/** The parameter tables of the rule book, section by section. */
describe('what a scenario does not say', () => {
  const { routing, world, report, seed, preset } = setupOf({
    queues:
      'v: { behaviour: { talk: 1m } }\nm: { channel: messaging, behaviour: { talk: 1m } }\nr: { channel: records, behaviour: { talk: 1m } }',
    agents: 'team: { queues: [v, m, r] }',
    demand: 'v: { arrivals: { perHour: 1 } }',
  });
  const [voice, messaging, records] = routing.queues;

  test('GEN: seed 1, preset tandem, no lag', () => {
    expect({ seed, preset, propagationDelay: routing.propagationDelay }).toEqual({
      seed: 1,
      preset: 'tandem',
      propagationDelay: 0,
    });
  });

  test('RT: priority 1, threshold 20 s, short abandons 5 s, no ceiling', () => {
    expect(voice).toMatchObject({
      priority: 1,
      serviceLevelThreshold: 20 * second,
      shortAbandonThreshold: 5 * second,
      maxActiveContacts: Infinity,
    });
  });

  test('OV: exact counts, 20 moves a minute, 5 hops', () => {
    expect(routing).toMatchObject({ depthSampleInterval: 0, overflowBatch: 20, maxQueueHops: 5 });
    expect(voice).toMatchObject({ overflow: [], waitExceeds: null, moveCallbacks: false });
  });

  test('EW: the running average', () => {
    expect(voice?.estimate).toEqual({
      model: 'ema',
      alpha: 0.3,
      refresh: 600 * second,
      minSamples: 20,
      resetAfter: 7 * day,
      initial: null,
      lookback: 15 * minute,
      maxCV: 0.4,
      minValidShare: 0.4,
    });
    expect(voice).toMatchObject({ announceWait: false, announcePosition: false });
  });

  test('CB: the callback profile', () => {
    expect(routing.callbackProfiles).toEqual([
      {
        name: 'default',
        offerFirst: 30 * second,
        offerRepeat: 120 * second,
        maxAttempts: 3,
        retryWait: 900 * second,
        retryNoAnswer: true,
        retryFailed: true,
        retryMachine: true,
        minRedialGap: 10 * second,
        expiry: 7 * day,
        ringLimit: 30 * second,
        allowCancel: false,
        wrapUpOnNoAnswer: false,
        allowOutsideHours: false,
        offeringWindow: -1,
        maxActive: Infinity,
        duplicateScope: 'queue',
        duplicateAction: 'stay',
        alternateNumber: false,
        fixedNumber: null,
        fallbackNumber: null,
      },
    ]);
  });

  test('AS: leastActive for voice, highestCapacity for the others; blocks of 100, records 2000', () => {
    expect([voice, messaging, records].map((queue) => [queue?.method, queue?.blockSize])).toEqual([
      ['leastActive', 100],
      ['highestCapacity', 100],
      ['highestCapacity', 2000],
    ]);
  });

  test('PR and CP: voice assigns Available, one unit each', () => {
    expect(routing.classes).toEqual([
      { channel: 'voice', units: 1, profiles: [], allowedPresences: ['available'] },
    ]);
    expect(routing.agents[0]).toMatchObject({
      units: 1,
      profiles: [],
      defaultPresence: 'away',
      ringTimeout: null,
    });
  });

  test('NT: 18 s for voice, 60 s for the others; 3 declines, 100 in all; RONA', () => {
    expect([voice, messaging, records].map((queue) => queue?.ringTimeout)).toEqual([
      18 * second,
      60 * second,
      60 * second,
    ]);
    expect(voice).toMatchObject({ declineLimit: 3, itemDeclineCap: 100, onMissed: 'rona', onReject: 'none' });
  });

  test('WU: blocked until closed, no end by itself, one reason', () => {
    expect(voice?.wrapUp).toEqual({
      block: Infinity,
      autoAfter: Infinity,
      mayExtend: false,
      reasons: ['done'],
    });
  });

  test('LM: lines without end at one site', () => {
    expect(routing).toMatchObject({ maxCalls: Infinity, maxOutbound: Infinity });
    expect(routing.sites).toEqual([{ name: 'main', maxCalls: Infinity, maxOutbound: Infinity }]);
  });

  test('K-01: formula a, callbacks left out', () => {
    expect(report).toMatchObject({ serviceLevel: 'a', callbackInSL: 'exclude' });
  });

  test('people do nothing that is not said: they wait, answer at once, never miss, take no callback', () => {
    expect(world.behaviour[0]).toMatchObject({
      patience: null,
      balk: 0,
      wrapUp: null,
      accepts: [0],
      answers: 1,
      failed: 0,
    });
    expect(world.groups[0]).toMatchObject({
      accept: { law: 'constant', value: 0 },
      missed: 0,
      declined: 0,
      efficiency: 1,
      shrinkage: 0,
    });
    expect(world.kinds[0]?.demand[0]).toMatchObject({
      withheld: 0,
      redial: { afterAbandon: 0, afterBlocked: 0 },
    });
  });

  test('days are 24 hours of UTC, separate, and serve who is inside; prompts play 8 s', () => {
    expect(world).toMatchObject({
      zone: 'UTC',
      interval: 30 * minute,
      continuous: false,
      warmUp: 0,
      endOfDay: 'serve',
      days: 100,
    });
    expect(world.kinds[0]).toMatchObject({ from: 0, to: day });
    expect(new Set(Object.values(world.prompts))).toEqual(new Set([8 * second]));
  });
});

describe('presets take the values a vendor names, single settings still override', () => {
  const queues =
    'a: { behaviour: { talk: 1m } }\nb: { ringTimeout: 25s, ewtModel: positional, callback: { ringLimit: 20s }, behaviour: { talk: 1m } }';

  test('dynamics: count samples of 10 s, countdown of 120 s, Available and Busy, "service level met"', () => {
    const { routing, report } = setupOf({ preset: '=dynamics', queues });
    expect(routing).toMatchObject({ depthSampleInterval: 10 * second, propagationDelay: 1200 * second });
    expect(routing.queues.map(({ ringTimeout }) => ringTimeout)).toEqual([120 * second, 25 * second]);
    expect(routing.classes[0]?.allowedPresences).toEqual(['available', 'busy']);
    expect(report.serviceLevel).toBe('c');
  });

  test('webex: the wait of recent minutes, a ring limit of 32 s', () => {
    const { routing } = setupOf({ preset: '=webex', queues });
    expect(routing.queues.map(({ estimate }) => estimate.model)).toEqual(['minuteSamples', 'positional']);
    expect(routing.queues.map(({ callback }) => routing.callbackProfiles[callback]?.ringLimit)).toEqual([
      32 * second,
      20 * second,
    ]);
  });

  test('goto names nothing that inbound calls use', () => {
    expect({ ...setupOf({ preset: '=goto' }), preset: 'tandem' }).toEqual(setupOf());
  });
});

describe('routing', () => {
  test('OV-09: a queue with hours has the condition outOfHours, which assigns anyway', () => {
    const { routing } = setupOf({
      hours: 'h: { week: { weekdays: 08:00-18:00, saturday: [09:00-12:00, 13:00-15:00] } }',
      queues:
        'a: { hours: h, behaviour: { talk: 1m } }\nb: { hours: h, overflow: [{ when: outOfHours, do: endCall }], behaviour: { talk: 1m } }',
    });
    expect(routing.queues.map(({ overflow }) => overflow)).toEqual([
      [{ when: 'outOfHours', limit: 0, action: { do: 'assignAnyway' } }],
      [{ when: 'outOfHours', limit: 0, action: { do: 'endCall' } }],
    ]);
    expect(routing.hours[0]?.week).toEqual([
      ...Array.from({ length: 5 }, () => [{ from: 480, to: 1080 }]),
      [
        { from: 540, to: 720 },
        { from: 780, to: 900 },
      ],
      [],
    ]);
  });

  test('OV-20: waitExceeds is kept apart from the conditions before the queue', () => {
    const { routing } = setupOf({
      queues:
        'a: { overflow: [{ when: { waitExceeds: 5m }, do: { transferQueue: b } }, { when: { workItemLimit: 3 }, do: voicemail }], behaviour: { talk: 1m } }\nb: { behaviour: { talk: 1m } }',
    });
    expect(routing.queues[0]).toMatchObject({
      overflow: [{ when: 'workItemLimit', limit: 3, action: { do: 'voicemail' } }],
      waitExceeds: { when: 'waitExceeds', limit: 5 * minute, action: { do: 'transferQueue', queue: 1 } },
    });
  });

  test('CB-40: one profile an action; callback profiles are shared', () => {
    const { routing } = setupOf({
      callbackProfiles: 'gentle: { offerFirst: 60s }\nsecond: { offerFirst: 90s }',
      queues: `a: { callback: gentle, overflow: [{ when: { workItemLimit: 3 }, do: directCallback }, { when: { averageWait: 5m }, do: { directCallback: second } }], ewtInitial: 30s, behaviour: { talk: 1m } }
b: { callback: gentle, behaviour: { talk: 1m } }`,
    });
    const shown = routing.queues[0]?.overflow.map(({ action }) =>
      action.do === 'directCallback' ? routing.callbackProfiles[action.profile]?.name : '',
    );
    expect(shown).toEqual(['gentle', 'second']);
    expect(routing.queues[0]?.callback).toBe(routing.queues[1]?.callback);
  });

  test("CB-41: an offering window is an hours record in the zone of the queue's hours", () => {
    const { routing } = setupOf({
      hours: 'h: { zone: Europe/Paris, week: { everyDay: 08:00-18:00 } }',
      callbackProfiles: 'p: { offeringWindow: { from: 09:00, to: 17:00 } }',
      queues:
        'a: { hours: h, callback: p, behaviour: { talk: 1m } }\nb: { callback: p, behaviour: { talk: 1m } }',
    });
    const windows = routing.queues.map(
      ({ callback }) => routing.hours[routing.callbackProfiles[callback]?.offeringWindow ?? -1],
    );
    expect(windows.map((window) => [window?.zone, window?.week[6]])).toEqual([
      ['Europe/Paris', [{ from: 540, to: 1020 }]],
      ['UTC', [{ from: 540, to: 1020 }]],
    ]);
  });

  test('RT-02, RT-06, OV-10: rules, splits and overrides', () => {
    const { routing } = setupOf({
      workstreams: `w:
  rules:
    - { when: { tier: gold, balance: { above: 1000 } }, to: a, overflow: [] }
    - { when: { language: [fr, be] }, split: [{ queue: a, percent: 60% }, { queue: b, percent: 40 }] }
    - { to: b }
  fallback: b
  greeting: true`,
      demand: 'vip: { workstream: w, attributes: { tier: gold, balance: 2000 }, arrivals: { perHour: 1 } }',
    });
    expect(routing.entries).toEqual([
      {
        name: 'vip',
        workClass: 0,
        site: 0,
        number: null,
        mayCall: true,
        greeting: true,
        attributes: { tier: 'gold', balance: '2000' },
        rules: [
          {
            when: [
              { attribute: 'tier', is: ['gold'] },
              { attribute: 'balance', above: 1000 },
            ],
            targets: [{ queue: 0, percent: 100 }],
            overflow: [],
          },
          {
            when: [{ attribute: 'language', is: ['fr', 'be'] }],
            targets: [
              { queue: 0, percent: 60 },
              { queue: 1, percent: 40 },
            ],
            overflow: null,
          },
          { when: [], targets: [{ queue: 1, percent: 100 }], overflow: null },
        ],
        fallback: 1,
      },
    ]);
  });

  test('CP: profiles take the place of units; blocking is the default for voice', () => {
    const { routing } = setupOf({
      capacityProfiles: 'calls: { limit: 2 }\nchats: {}',
      workstreams: 'w: { profiles: [calls], fallback: a }',
      demand: 'x: { workstream: w, arrivals: { perHour: 1 } }',
      agents: 'team: { count: 2, queues: [a, b], profiles: [calls, { profile: chats, limit: 5 }] }',
    });
    expect(routing.classes[0]).toMatchObject({ units: 0, profiles: [0] });
    expect(routing.profiles[0]).toEqual({ name: 'calls', limit: 2, reset: 'immediate', blocking: true });
    expect(routing.agents[0]?.profiles).toEqual([
      { profile: 0, limit: null },
      { profile: 1, limit: 5 },
    ]);
  });

  test('LM-01: lines by site and in all', () => {
    const { routing } = setupOf({
      lines: '={ maxCalls: 100 }',
      sites: 'paris: { maxCalls: 60, maxOutbound: 10 }\nlyon: { maxCalls: unlimited }',
      workstreams: 'w: { site: lyon, fallback: a }',
      demand: 'x: { workstream: w, arrivals: { perHour: 1 } }',
    });
    expect(routing.entries[0]?.site).toBe(1);
    expect(routing).toMatchObject({ maxCalls: 100, maxOutbound: Infinity });
    expect(routing.sites[0]).toEqual({ name: 'paris', maxCalls: 60, maxOutbound: 10 });
  });

  test('WU-02, WU-07: the default reason comes first', () => {
    const { routing } = setupOf({
      queues:
        'a: { wrapBlock: 45s, autoWrapAfter: 2m, reasons: [sold, lost], defaultReason: lost, behaviour: { talk: 1m } }\nb: { wrapBlock: none, behaviour: { talk: 1m } }',
    });
    expect(routing.queues.map(({ wrapUp }) => wrapUp)).toMatchObject([
      { block: 45 * second, autoAfter: 2 * minute, reasons: ['lost', 'sold'] },
      { block: 0, autoAfter: Infinity },
    ]);
  });
});

describe('callers', () => {
  const arrivalsOf = (arrivals: string, days = '={ from: 08:00, to: 10:00 }') =>
    setupOf({ days, demand: `a: { arrivals: ${arrivals} }` }).world.kinds[0]?.demand[0]?.arrivals;

  test('a constant rate', () => {
    expect(arrivalsOf('{ perHour: 30 }')).toEqual({
      kind: 'rates',
      expected: [60],
      step: 2 * hour,
      dayFactor: null,
    });
  });

  test('intervals of another length than those of the report', () => {
    expect(arrivalsOf('{ perInterval: [1, 2, 3, 4, 5, 6, 7, 8], every: 15m }')).toMatchObject({
      step: 15 * minute,
    });
    expect(arrivalsOf('{ perInterval: [1, 2, 3], every: 40m }')).toMatchObject({ expected: [1, 2, 3] });
  });

  test('a fixed number by profile', () => {
    expect(arrivalsOf('{ perDay: 500, profile: [1, 2, 3, 2] }')).toEqual({
      kind: 'fixed',
      count: 500,
      weights: [1, 2, 3, 2],
      step: 30 * minute,
    });
    expect(arrivalsOf('{ perDay: 500 }')).toEqual({
      kind: 'fixed',
      count: 500,
      weights: [1],
      step: 2 * hour,
    });
  });

  test('an exact list', () => {
    expect(arrivalsOf('{ trace: [{ at: 08:01, talk: 2m }, { at: 90, talk: 1m, wrapUp: 10s }] }')).toEqual({
      kind: 'trace',
      times: [minute, 90 * second],
      talk: [2 * minute, minute],
      wrapUp: [null, 10 * second],
    });
  });

  test('after midnight of a day that began in the evening', () => {
    expect(
      arrivalsOf('{ trace: [{ at: 23:00 }, { at: 01:00 }] }', '={ from: 22:00, to: 04:00 }'),
    ).toMatchObject({
      times: [hour, 3 * hour],
    });
  });

  test('patience with an atom at zero and a share that balks', () => {
    const { world } = setupOf({
      demand:
        'a: { arrivals: { perHour: 1 }, patience: { exponential: { mean: 3m }, atZero: 5%, balk: 2% } }',
    });
    expect(world.behaviour[0]).toMatchObject({
      balk: 0.02,
      patience: { law: 'atom', share: 0.05, value: 0, otherwise: { law: 'exponential', mean: 3 * minute } },
    });
  });

  test('behaviour may be said in several places, each key once', () => {
    const { world } = setupOf({
      queues: 'a: { behaviour: { talk: 1m } }\nb: { behaviour: { talk: 1m } }',
      demand:
        'x: { queue: a, arrivals: { perHour: 1 }, wrapUp: 10s }\ny: { queue: a, arrivals: { perHour: 1 }, patience: 2m }',
    });
    expect(world.behaviour[0]).toMatchObject({
      talk: { law: 'constant', value: minute },
      wrapUp: { law: 'constant', value: 10 * second },
      patience: { law: 'constant', value: 2 * minute },
    });
  });

  test('redial, withheld numbers, callbacks', () => {
    const { world } = setupOf({
      queues: 'a: {}\nb: { behaviour: { talk: 1m } }',
      demand: `a:
  arrivals: { perHour: 1 }
  talk: 1m
  withheld: 3%
  redial: { afterAbandon: 40%, afterBlocked: 80%, delay: { exponential: { mean: 2m } }, fresh: true, maxRedials: 4 }
  callback: { accepts: [40%, 20%], busy: 5%, machine: 4%, invalid: 1%, failed: 2%, reaction: 2s, answerAfter: 6s }`,
    });
    expect(world.kinds[0]?.demand[0]).toMatchObject({
      withheld: 0.03,
      redial: { afterAbandon: 0.4, afterBlocked: 0.8, fresh: true, maxRedials: 4 },
    });
    const behaviour = world.behaviour[0];
    expect(behaviour).toMatchObject({
      accepts: [0.4, 0.2],
      busy: 0.05,
      machine: 0.04,
      invalid: 0.01,
      failed: 0.02,
    });
    // What is not said of the outcomes is answered.
    expect(behaviour?.answers).toBeCloseTo(0.88, 12);
  });

  test('every law of the kernel can be written', () => {
    const laws: Readonly<Record<string, unknown>> = {
      '5s': { law: 'constant', value: 5000 },
      '{ constant: 5s }': { law: 'constant', value: 5000 },
      '{ uniform: { from: 1s, to: 2s } }': { law: 'uniform', from: 1000, to: 2000 },
      '{ triangular: { from: 1s, mode: 2s, to: 4s } }': {
        law: 'triangular',
        from: 1000,
        mode: 2000,
        to: 4000,
      },
      '{ exponential: { mean: 3m } }': { law: 'exponential', mean: 180_000 },
      '{ erlang: { shape: 3, mean: 3m } }': { law: 'erlang', shape: 3, mean: 180_000 },
      '{ gamma: { shape: 0.5, mean: 3m } }': { law: 'gamma', shape: 0.5, mean: 180_000 },
      '{ lognormal: { mean: 3m, cv: 1.2 } }': { law: 'lognormal', mean: 180_000, cv: 1.2 },
      '{ lognormal: { median: 2m, p90: 5m } }': { law: 'lognormal', median: 120_000, p90: 300_000 },
      '{ weibull: { shape: 0.8, mean: 3m } }': { law: 'weibull', shape: 0.8, mean: 180_000 },
      '{ weibull: { shape: 0.8, scale: 3m } }': { law: 'weibull', shape: 0.8, scale: 180_000 },
      '{ hyperexponential: [{ weight: 1, mean: 1m }, { weight: 3, mean: 2m }] }': {
        law: 'hyperexponential',
        branches: [
          { weight: 1, mean: 60_000 },
          { weight: 3, mean: 120_000 },
        ],
      },
      '{ mixture: [{ weight: 1, of: 10s }, { weight: 2, of: { exponential: { mean: 1m } } }] }': {
        law: 'mixture',
        branches: [
          { weight: 1, of: { law: 'constant', value: 10_000 } },
          { weight: 2, of: { law: 'exponential', mean: 60_000 } },
        ],
      },
      '{ empirical: [1s, 2s, 4] }': { law: 'empirical', values: [1000, 2000, 4000] },
      '{ empirical: { values: [1s, 2s], weights: [3, 1] } }': {
        law: 'empirical',
        values: [1000, 2000],
        weights: [3, 1],
      },
    };
    for (const [written, law] of Object.entries(laws)) {
      const { world } = setupOf({
        queues: `a: { behaviour: { talk: ${written} } }\nb: { behaviour: { talk: 1m } }`,
      });
      expect(world.behaviour[0]?.talk, written).toEqual(law);
    }
  });

  test('prompts: one length for all, or single ones', () => {
    expect(setupOf({ prompts: '=0s' }).world.prompts).toMatchObject({ greeting: 0, callbackOffer: 0 });
    expect(setupOf({ prompts: '={ callbackOffer: 12s }' }).world.prompts).toMatchObject({
      greeting: 8000,
      callbackOffer: 12_000,
    });
  });
});
