import { describe, expect, test } from 'vitest';
import type {
  OverflowAction,
  OverflowSetup,
  QueueSetup,
  RoutingSetup,
  RunFrame,
} from '../../config/setup.ts';
import { hours, minutes, seconds } from '../../kernel/time.ts';
import {
  agent,
  callbackProfile,
  Desk,
  entry,
  estimateOf,
  queue,
  routing,
  voiceWork,
} from '../testing/desk.ts';

const END: OverflowAction = { do: 'endCall' };
const CALLBACK: OverflowAction = { do: 'directCallback', profile: 0 };
const EXTERNAL: OverflowAction = { do: 'transferExternal', number: '+33199' };
const VOICEMAIL: OverflowAction = { do: 'voicemail' };
const OTHER: OverflowAction = { do: 'transferQueue', queue: 1 };
const ANYWAY: OverflowAction = { do: 'assignAnyway' };

const limit = (items: number, action: OverflowAction = END): OverflowSetup => ({
  when: 'workItemLimit',
  limit: items,
  action,
});
const wait = (length: number, action: OverflowAction = END): OverflowSetup => ({
  when: 'averageWait',
  limit: length,
  action,
});
const outside = (action: OverflowAction): OverflowSetup => ({ when: 'outOfHours', limit: 0, action });

/** A queue `sales` with this overflow, and a queue `other`; Ana works in both. */
function desk(
  overflow: readonly OverflowSetup[],
  sales: Partial<QueueSetup> = {},
  setup: Partial<RoutingSetup> = {},
  frame: Partial<RunFrame> = {},
): Desk {
  return new Desk(
    routing({
      queues: [queue('sales', { overflow, ...sales }), queue('other')],
      agents: [agent('ana', { queues: [0, 1] })],
      hours: [{ name: 'office', zone: 'UTC', week: [], holidays: [] }],
      ...setup,
    }),
    frame,
  );
}
const CLOSED: Partial<RunFrame> = { openings: [[hours(9), hours(17)]] };
const ran = (on: Desk): string[] =>
  on.factsOf('overflowed').map((line) => line.split(' ').slice(3).join(' '));
const overflows = (on: Desk, at: number, caller?: number): boolean => {
  const before = ran(on).length;
  on.call(at, caller === undefined ? {} : { caller });
  return ran(on).length > before;
};

describe('the conditions', () => {
  test.each([
    ['outOfHours', [outside(EXTERNAL)], { hours: 0 }],
    ['workItemLimit', [limit(0, EXTERNAL)], {}],
    ['averageWait', [wait(minutes(1), EXTERNAL)], { estimate: estimateOf({ initial: minutes(2) }) }],
  ])('OV-03: %s', (when, overflow, sales) => {
    const on = desk(overflow as readonly OverflowSetup[], sales, {}, CLOSED);
    on.call(0);
    expect(ran(on)).toEqual([`0 ${when} transferExternal 0`]);
  });

  test('OV-01, OV-X2: it is checked once, before the queue; what becomes true later changes nothing', () => {
    const on = desk([limit(1), outside(EXTERNAL)], { hours: 0 }, {}, { openings: [[0, minutes(1)]] });
    const call = on.call(0);
    on.call(1);
    on.advance(3000); // more items than the limit, and closed
    expect(ran(on)).toEqual(['0 workItemLimit endCall 0']);
    expect(on.view(call).queueIndex).toBe(0);
    // Nor when it comes back from an agent who could not be connected.
    on.available(3000, 0);
    on.accept(3001, call);
    on.tell(3002, 'commandFailed', call, on.connects.get(call)!);
    expect(on.factsOf('queued')).toEqual([`0 queued ${call} routed`, `3002 queued ${call} returned`]);
    expect(ran(on)).toHaveLength(1);
  });

  test('OV-02: what answers first hands over once, and that is when it is checked', () => {
    const on = desk([limit(1)], {}, { entries: [entry('main', { greeting: true })] });
    const first = on.call(0);
    const second = on.call(1);
    on.promptDone(5, second); // nobody waits yet
    on.promptDone(6, second);
    expect(ran(on)).toEqual([]);
    on.promptDone(7, first);
    expect(ran(on)).toEqual(['0 workItemLimit endCall 0']);
  });

  test('OV-04, EX-05: out of hours goes first, whatever its place; one action only', () => {
    const on = desk([limit(0, CALLBACK), outside(EXTERNAL)], { hours: 0 }, {}, CLOSED);
    const call = on.call(0);
    expect(ran(on)).toEqual(['0 outOfHours transferExternal 0']);
    expect(on.take()).toEqual([`0 answer ${call}`, `0 transferOut ${call} +33199`]);
  });

  test('OV-04: else the first that is true in configured order', () => {
    const long = { estimate: estimateOf({ initial: minutes(9) }) };
    const both = desk([wait(minutes(5), VOICEMAIL), limit(0, END)], long);
    both.call(0);
    expect(ran(both)).toEqual(['0 averageWait voicemail 0']);
    const turned = desk([limit(0, END), wait(minutes(5), VOICEMAIL)], long);
    turned.call(0);
    expect(ran(turned)).toEqual(['0 workItemLimit endCall 0']);
    const second = desk([limit(5, END), wait(minutes(5), VOICEMAIL)], long);
    second.call(0);
    expect(ran(second)).toEqual(['0 averageWait voicemail 0']);
  });

  test('OV-05, EX-03: with N = 2 the third overflows; after one has left the fourth does not', () => {
    const on = desk([limit(2)]);
    const first = on.call(0);
    expect(overflows(on, 1)).toBe(false);
    expect(overflows(on, 2)).toBe(true);
    on.hangUp(3, first);
    expect(overflows(on, 4)).toBe(false);
    expect(overflows(on, 5)).toBe(true);
  });

  test('OV-05: with N = 0 whoever finds an able agent free does not overflow, all others do', () => {
    const on = desk([limit(0)]);
    expect(overflows(on, 0)).toBe(true); // nobody signed in
    on.available(1, 0);
    expect(overflows(on, 2)).toBe(false);
    expect(overflows(on, 3)).toBe(true); // Ana's phone rings
  });

  test('OV-05: with N = 0 of two who arrive in one instant for one agent the second would have to wait', () => {
    const on = desk([limit(0)]);
    on.available(0, 0);
    on.hold = true;
    on.call(1);
    const second = on.call(1);
    on.settle();
    expect(on.factsOf('overflowed')).toEqual([`1 overflowed ${second} 0 workItemLimit endCall 0`]);
  });

  test('OV-05: with N = 0 one who waits and whom the free agent may not take keeps nobody out', () => {
    const on = desk([limit(0)], { declineLimit: 1, onMissed: 'none' });
    on.available(0, 0);
    const refused = on.call(1);
    on.decline(2, refused);
    expect(on.view(refused).agentIndex).toBe(-1); // waits, Ana is free
    expect(overflows(on, 3)).toBe(false);
  });

  test('OV-05: with N = 0 an agent without room for this work is not able', () => {
    const on = desk(
      [limit(0)],
      {},
      {
        agents: [agent('ana', { units: 1 })],
        classes: [voiceWork, { ...voiceWork, units: 2 }],
        entries: [entry('large', { workClass: 1 }), entry('small')],
      },
    );
    on.available(0, 0);
    expect(overflows(on, 1)).toBe(true);
    const small = on.call(2, { entry: 1 });
    expect(ran(on)).toHaveLength(1);
    expect(on.rings.get(small)).toBeDefined();
  });

  test('OV-06: open items are waiting callers, rings not yet accepted and waiting callbacks, not those in RetryWait', () => {
    const on = desk(
      [limit(1, END)],
      {},
      {
        queues: [queue('sales', { overflow: [limit(1)] }), queue('other')],
        entries: [
          entry('main'),
          // Offers to all who come through it (OV-10), so that a callback can wait in the same queue.
          entry('offering', {
            rules: [{ when: [], targets: [{ queue: 0, percent: 100 }], overflow: [limit(0, CALLBACK)] }],
          }),
        ],
      },
    );
    expect(overflows(on, 0)).toBe(false);
    expect(overflows(on, 1)).toBe(true); // one waits
    on.hangUp(2, 0);
    expect(on.engine.centre.queues[0]!.openItems).toBe(0);

    const promise = on.call(10, { entry: 1 });
    on.advance(40);
    on.press(41, promise);
    const before = ran(on).length;
    on.call(42); // it is being confirmed
    on.promptDone(49, promise);
    on.call(50); // in its redial gap
    on.advance(60);
    on.call(61); // due
    expect(ran(on).length - before).toBe(3);

    on.available(70, 0);
    on.call(71); // it rings
    expect(ran(on).length - before).toBe(4);
    on.accept(72, promise);
    on.tell(73, 'presenceChosen', 0, 'away');
    const talker = on.call(74); // it is being dialled
    expect(ran(on).length - before).toBe(4);
    on.hangUp(75, talker);
    on.dialFails(76, promise, 'noAnswer');
    expect(overflows(on, 77)).toBe(false); // RetryWait
  });

  test('OV-07, EX-03: with a sample interval arrivals see the count of the last whole multiple', () => {
    const on = desk([limit(2)], {}, { depthSampleInterval: seconds(10) });
    on.call(1);
    on.call(2);
    expect(overflows(on, 3)).toBe(false); // the sample of 0 s still says none
    const third = on.facts.findLast((line) => line.includes(' queued '))!.split(' ')[2];
    expect(overflows(on, 12)).toBe(true);
    on.hangUp(13, Number(third));
    on.hangUp(14, 0);
    expect(overflows(on, 19.999)).toBe(true); // one is left, the sample of 10 s says three
    expect(overflows(on, 20)).toBe(false);
  });

  test('OV-07: the sample is taken before the steps of its instant, and needs no step to be taken', () => {
    const on = desk([limit(2)], {}, { depthSampleInterval: seconds(10) });
    on.call(1);
    on.call(2);
    on.hold = true;
    on.hangUp(10, 0);
    on.hangUp(10, 1);
    expect(overflows(on, 10)).toBe(true); // two waited when 10 s was reached
    on.hold = false;
    on.settle();
    // Nothing happened between 20 s and 50 s: the samples in between are known all the same.
    expect(overflows(on, 55)).toBe(false);
  });

  test.each([
    ['longer', minutes(15), true],
    ['just longer', minutes(10) + 1, true],
    ['exactly as long', minutes(10), false],
    ['shorter', minutes(9), false],
    ['not there', null, false],
  ])('OV-08, EX-04: an estimate that is %s than the threshold of 10 min', (_name, initial, expected) => {
    const on = desk([wait(minutes(10))], { estimate: estimateOf({ initial }) });
    expect(overflows(on, 0)).toBe(expected);
  });

  test('OV-08: the estimate is that of the queue by its own model', () => {
    const on = desk([wait(minutes(2))], { estimate: estimateOf({ model: 'positional' }) });
    on.available(0, 0);
    const first = on.call(1);
    on.answer(2, first);
    on.finish(92, first, 0); // a handle time of 90 s
    on.answer(93, on.call(93));
    expect(overflows(on, 94)).toBe(false); // 90 s x 1 / 1
    expect(overflows(on, 95)).toBe(true); // 90 s x 2 / 1
  });

  test('OV-09, OV-12: a queue with hours has the condition unasked: out of hours the contact is queued as normal', () => {
    const on = desk([], { hours: 0 }, {}, CLOSED);
    const call = on.call(0);
    expect(ran(on)).toEqual(['0 outOfHours assignAnyway 0']);
    expect(on.factsOf('queued')).toEqual([`0 queued ${call} routed`]);
    on.available(1, 0);
    expect(on.take().at(-1)).toContain(` ring ${call} `);
  });

  test('OV-09, RT-02: out of hours with its default action is overflowing: a queue in hours goes before', () => {
    const on = desk(
      [],
      { hours: 0 },
      {
        entries: [
          entry('main', {
            rules: [0, 1].map((index) => ({
              when: [],
              targets: [{ queue: index, percent: 100 }],
              overflow: null,
            })),
          }),
        ],
      },
      CLOSED,
    );
    expect(on.view(on.call(0)).queueIndex).toBe(1);
    expect(ran(on)).toEqual([]);
  });

  test('OV-10: a rule may replace the list of its queue, for the contacts it routes', () => {
    const rule = (overflow: readonly OverflowSetup[] | null) => ({
      when: [],
      targets: [{ queue: 0, percent: 100 }],
      overflow,
    });
    const on = desk(
      [limit(0, END)],
      { hours: 0 },
      {
        entries: [
          entry('main', { rules: [rule(null)] }),
          entry('important', { rules: [rule([])] }),
          entry('patient', { rules: [rule([limit(3, VOICEMAIL)])] }),
        ],
      },
      { openings: [[0, hours(1)]] },
    );
    expect(overflows(on, 0)).toBe(true);
    const count = ran(on).length;
    for (const at of [1, 2, 3]) on.call(at, { entry: 1 }); // an empty list: never overflow
    expect(ran(on)).toHaveLength(count);
    on.call(4, { entry: 2 });
    expect(ran(on).at(-1)).toBe('0 workItemLimit voicemail 0');
    on.call(3601, { entry: 1 }); // nor out of hours
    expect(ran(on)).toHaveLength(count + 1);
  });

  test('OV-11: nothing configured: the contact is queued and waits', () => {
    const on = desk([], { estimate: estimateOf({ initial: hours(1) }) });
    const calls = Array.from({ length: 30 }, (_, at) => on.call(at));
    on.advance(7200);
    expect(ran(on)).toEqual([]);
    expect(calls.every((call) => on.view(call).queueIndex === 0)).toBe(true);
  });
});

describe('the actions', () => {
  test('OV-13, OV-X1: directCallback queues and offers; it goes on though the condition is no longer true', () => {
    const on = desk([limit(1, CALLBACK)]);
    const first = on.call(0);
    const call = on.call(1);
    expect(ran(on)).toEqual(['0 workItemLimit directCallback 0']);
    expect(on.factsOf('queued').at(-1)).toBe(`1 queued ${call} routed`);
    on.hangUp(20, first); // nobody else waits any more
    on.advance(31);
    expect(on.take().at(-1)).toBe(`31 play ${call} callbackOffer 0`);
    on.press(33, call);
    expect(on.factsOf('optedIn')).toEqual([`33 optedIn ${call}`]);
  });

  test('OV-13, CB-40: the profile is that of the condition', () => {
    const on = desk(
      [limit(0, { do: 'directCallback', profile: 1 })],
      {},
      {
        callbackProfiles: [callbackProfile(), callbackProfile({ name: 'soon', offerFirst: seconds(7) })],
      },
    );
    const call = on.call(0);
    on.advance(7);
    expect(on.take().at(-1)).toBe(`7 play ${call} callbackOffer 0`);
  });

  test('OV-14: endCall plays its message, then hangs up', () => {
    const on = desk([limit(0)]);
    const call = on.call(0);
    expect(on.take()).toEqual([`0 answer ${call}`, `0 play ${call} overflowEnd 0`]);
    on.promptDone(6, call);
    expect(on.take()).toEqual([`6 hangup ${call} overflow-end`]);
    expect(on.facts.slice(-1)).toEqual([`6 closed ${call} overflow-end`]);
    expect(on.factsOf('queued')).toEqual([]);
  });

  test('OV-X6: a caller who hangs up during the overflow message has not abandoned in a queue', () => {
    const on = desk([limit(0)]);
    const call = on.call(0);
    on.hangUp(3, call);
    expect(on.facts).toEqual([
      `0 arrived ${call}`,
      `0 overflowed ${call} 0 workItemLimit endCall 0`,
      `3 closed ${call} abandoned-in-message`,
    ]);
  });

  test('OV-15: transferQueue enters the other queue without its check, with the arrival time kept', () => {
    const on = desk(
      [limit(1, OTHER)],
      {},
      {
        queues: [queue('sales', { overflow: [limit(1, OTHER)] }), queue('other', { overflow: [limit(0)] })],
        entries: [
          entry('main'),
          entry('other', {
            rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: [] }],
          }),
        ],
      },
    );
    on.call(0);
    on.hold = true;
    const moved = on.call(5);
    const direct = on.call(5, { entry: 1 });
    on.settle();
    on.hold = false;
    expect(ran(on)).toEqual(['0 workItemLimit transferQueue 1']);
    expect(on.factsOf('queued').slice(1)).toEqual([
      `5 queued ${moved} overflow`,
      `5 queued ${direct} routed`,
    ]);
    expect(on.view(moved)).toMatchObject({ arrivedAt: 5000, queueIndex: 1, hops: 1 });
  });

  test('OV-16: transferExternal bridges the caller to the number; the call ends with that leg', () => {
    const on = desk([limit(0, EXTERNAL)]);
    const call = on.call(0);
    expect(on.take()).toEqual([`0 answer ${call}`, `0 transferOut ${call} +33199`]);
    on.customerAnswers(10, call);
    on.tell(100, 'legEnded', call, 'external', 'normal', on.legs.get(call)!);
    expect(on.take()).toEqual([`100 hangup ${call} external-ended`]);
    expect(on.factsOf('closed')).toEqual([`100 closed ${call} external-ended`]);
  });

  test('OV-16: or with the caller', () => {
    const on = desk([limit(0, EXTERNAL)]);
    const call = on.call(0);
    on.customerAnswers(10, call);
    on.take();
    on.hangUp(50, call);
    expect(on.take()).toEqual([`50 hangup ${call} external-ended`]);
    expect(on.factsOf('closed')).toEqual([`50 closed ${call} external-ended`]);
  });

  test.each(['busy', 'noAnswer', 'failed'] as const)(
    'OV-X5: the transfer fails (%s): back to the head of its queue with its arrival time',
    (cause) => {
      const on = desk([limit(2, EXTERNAL)]);
      const [first] = [on.call(0), on.call(1)];
      const call = on.call(2);
      on.take();
      on.tell(20, 'legEnded', call, 'network', cause, on.legs.get(call)!);
      expect(on.factsOf('queued').at(-1)).toBe(`20 queued ${call} returned`);
      expect(on.view(call)).toMatchObject({ arrivedAt: 2000, enteredAt: 20_000 });
      expect(on.take()).toEqual([`20 music ${call} true`]);
      on.available(30, 0);
      expect(on.take().at(-1)).toContain(` ring ${call} `);
      on.answer(31, call);
      on.hangUp(40, call);
      on.tell(40, 'wrapUpSubmitted', call, 0, '');
      expect(on.take().at(-1)).toContain(` ring ${first} `);
      expect(ran(on)).toHaveLength(1); // the action is spent
    },
  );

  test('OV-X5: a port that cannot do it at all counts as a failure', () => {
    const on = desk([limit(0, EXTERNAL)]);
    const call = on.call(0);
    on.tell(1, 'commandFailed', call, on.legs.get(call)!);
    expect(on.factsOf('queued')).toEqual([`1 queued ${call} returned`]);
  });

  test('OV-X5, LM-03: without a free line it fails at once', () => {
    const on = desk([limit(0, EXTERNAL)], {}, { maxCalls: 1 });
    const call = on.call(0);
    expect(on.take()).toEqual([`0 answer ${call}`, `0 music ${call} true`]);
    expect(on.factsOf('queued')).toEqual([`0 queued ${call} returned`]);
  });

  test('OV-X5, OV-20: what was spent is the action before the queue; the clock of the queue still acts', () => {
    const on = desk([limit(0, EXTERNAL)], {
      waitExceeds: { when: 'waitExceeds', limit: seconds(60), action: OTHER },
    });
    const call = on.call(0);
    on.dialFails(10, call, 'busy');
    on.advance(70);
    expect(on.view(call).queueIndex).toBe(1);
  });

  test('OV-17: voicemail plays its prompt, records, and closes', () => {
    const on = desk([limit(0, VOICEMAIL)]);
    const call = on.call(0);
    on.promptDone(8, call);
    on.tell(38, 'messageRecorded', call, seconds(30));
    expect(on.take()).toEqual([
      `0 answer ${call}`,
      `0 play ${call} voicemail 0`,
      `8 recordMessage ${call}`,
      `38 hangup ${call} voicemail`,
    ]);
    expect(on.factsOf('closed')).toEqual([`38 closed ${call} voicemail`]);
  });

  test('OV-17: a recording that cannot be made ends the call', () => {
    const on = desk([limit(0, VOICEMAIL)]);
    const call = on.call(0);
    on.promptDone(8, call);
    on.tell(9, 'commandFailed', call, on.engine.centre.find(call)!.leg);
    expect(on.factsOf('closed')).toEqual([`9 closed ${call} voicemail-failed`]);
  });

  test('OV-17: without a message it has failed', () => {
    const on = desk([limit(0, VOICEMAIL)]);
    const [empty, gone] = [on.call(0), on.call(1)];
    on.promptDone(8, empty);
    on.tell(9, 'messageRecorded', empty, 0);
    on.hangUp(10, gone);
    expect(on.factsOf('closed')).toEqual([
      `9 closed ${empty} voicemail-failed`,
      `10 closed ${gone} voicemail-failed`,
    ]);
  });

  test.each([
    ['outOfHours', outside(ANYWAY), 'queued'],
    ['outOfHours', outside(OTHER), 'queued'],
    ['outOfHours', outside(END), 'play'],
    ['outOfHours', outside(EXTERNAL), 'transferOut'],
    ['outOfHours', outside(VOICEMAIL), 'play'],
    ['outOfHours', outside(CALLBACK), 'queued'],
    ['workItemLimit', limit(0, CALLBACK), 'queued'],
    ['workItemLimit', limit(0, OTHER), 'queued'],
    ['workItemLimit', limit(0, EXTERNAL), 'transferOut'],
    ['workItemLimit', limit(0, VOICEMAIL), 'play'],
    ['averageWait', wait(minutes(1), CALLBACK), 'queued'],
    ['averageWait', wait(minutes(1), END), 'play'],
    ['averageWait', wait(minutes(1), OTHER), 'queued'],
    ['averageWait', wait(minutes(1), EXTERNAL), 'transferOut'],
    ['averageWait', wait(minutes(1), VOICEMAIL), 'play'],
  ] as const)('OV-18: on %s the action %o runs and leads to %s', (when, rule, sign) => {
    const on = desk(
      [rule],
      { hours: 0, estimate: estimateOf({ initial: minutes(9) }) },
      {},
      when === 'outOfHours' ? CLOSED : { openings: [[0, hours(9)]] },
    );
    on.call(0);
    const to = rule.action.do === 'transferQueue' ? 1 : 0;
    expect(ran(on)).toEqual([`0 ${when} ${rule.action.do} ${to}`]);
    expect([...on.commands, ...on.facts].some((line) => line.split(' ')[1] === sign)).toBe(true);
    expect(on.factsOf('queued')).toHaveLength(sign === 'queued' ? 1 : 0);
  });

  test('OV-X7: when a queue closes, those inside stay and are served', () => {
    const on = desk([outside(END)], { hours: 0 }, {}, { openings: [[0, minutes(10)]] });
    const inside = on.call(590);
    const late = on.call(600);
    expect(on.factsOf('overflowed')).toEqual([`600 overflowed ${late} 0 outOfHours endCall 0`]);
    on.available(700, 0);
    on.answer(701, inside);
    expect(on.factsOf('joined')).toEqual([`701 joined ${inside} 0`]);
  });
});

describe('hours', () => {
  const openings = [[hours(9), hours(12), hours(13), hours(17)]];

  test.each([
    [hours(9) - 1, false],
    [hours(9), true],
    [hours(12) - 1, true],
    [hours(12), false],
    [hours(13) - 1, false],
    [hours(13), true],
    [hours(17) - 1, true],
    [hours(17), false],
    [hours(23), false],
  ])(
    'OH-02: an interval is open from its start and closed from its end: at %s ms open is %s',
    (at, isOpen) => {
      const on = desk([outside(END)], { hours: 0 }, {}, { openings });
      on.call(at / 1000);
      expect(ran(on)).toEqual(isOpen ? [] : ['0 outOfHours endCall 0']);
    },
  );

  test('OH-02: intervals that touch leave no moment closed', () => {
    const on = desk([outside(END)], { hours: 0 }, {}, { openings: [[0, hours(1), hours(1), hours(2)]] });
    on.call(3600);
    expect(ran(on)).toEqual([]);
  });

  test('OH-01: a queue without a record is always open, whatever other records say', () => {
    const on = desk([outside(END)], { hours: -1 }, {}, { openings: [[]] });
    on.call(0);
    expect(ran(on)).toEqual([]);
  });

  test('OH-01, OH-03: a record without an opening in this run, a holiday say, is closed all the time', () => {
    const on = desk([outside(END)], { hours: 0 }, {}, { openings: [[]] });
    on.call(hours(10) / 1000);
    expect(ran(on)).toEqual(['0 outOfHours endCall 0']);
  });
});
