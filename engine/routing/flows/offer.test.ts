import { describe, expect, test } from 'vitest';
import { seconds } from '../../kernel/time.ts';
import { NOBODY } from '../protocol.ts';
import { agent, callbackProfile, Desk, entry, estimateOf, queue, routing } from '../testing/desk.ts';
import { offering, offeringQueue, offersTo, offerToAll, optIn, optInOf } from '../testing/callback-desk.ts';

const closedAs = (desk: Desk): string[] => desk.factsOf('closed').map((line) => line.split(' ')[3]!);

describe('who is offered a callback', () => {
  test('CB-01: a directCallback on workItemLimit offers to whom it overflows, and to nobody else', () => {
    const desk = new Desk(
      routing({ queues: [queue('sales', { overflow: [{ ...offerToAll(), limit: 1 }] })] }),
    );
    const first = desk.call(0);
    const second = desk.call(0);
    desk.advance(60);
    expect(offersTo(desk, first)).toEqual([]);
    expect(offersTo(desk, second)).toEqual([30]);
  });

  test.each([
    [61, [30]],
    [60, []],
  ])('CB-01: a directCallback on averageWait 60 s with an estimate of %i s', (initial, offers) => {
    const overflow = [
      {
        when: 'averageWait',
        limit: seconds(60),
        action: { do: 'directCallback', profile: 0 },
      } as const,
    ];
    const estimate = estimateOf({ initial: seconds(initial) });
    const desk = new Desk(routing({ queues: [queue('sales', { overflow, estimate })] }));
    const call = desk.call(0);
    desk.advance(60);
    expect(offersTo(desk, call)).toEqual(offers);
  });

  test('CB-01: a rule may bring its own directCallback to a queue that has none', () => {
    const target = { when: [], targets: [{ queue: 0, percent: 100 }] };
    const desk = new Desk(
      routing({
        entries: [
          entry('main', { rules: [{ ...target, overflow: [offerToAll()] }] }),
          entry('other', { rules: [{ ...target, overflow: null }] }),
        ],
      }),
    );
    const offered = desk.call(0, { entry: 0 });
    const plain = desk.call(0, { entry: 1 });
    desk.advance(60);
    expect(offersTo(desk, offered)).toEqual([30]);
    expect(offersTo(desk, plain)).toEqual([]);
  });

  test.each([
    ['withheld', { withheld: true }],
    ['not diallable', { caller: NOBODY }],
  ])('CB-08: a caller whose number is %s hears no offer, and the digit is nothing to him', (_, options) => {
    const desk = new Desk(offering());
    const call = desk.call(0, options);
    desk.advance(300);
    desk.press(301, call);
    expect(desk.commands.filter((line) => line.includes('play'))).toEqual([]);
    expect(desk.factsOf('optedIn')).toEqual([]);
    desk.available(302, 0);
    expect(desk.take().at(-1)).toBe(`302 ring ${call} ana inbound 320`);
  });

  test('CB-09: a queue without a human member takes no callback; the call ends instead', () => {
    const desk = new Desk(offering({}, { agents: [agent('ana', { queues: [] })] }));
    desk.call(0);
    desk.advance(60);
    expect(closedAs(desk)).toEqual(['queue-without-agents']);
    expect(desk.factsOf('offerPlayed')).toEqual([]);
  });
});

describe('the clock of the offers', () => {
  test('CB-02: the clock goes on while an agent rings', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.available(140, 0);
    expect(desk.take().at(-1)).toBe(`140 ring ${call} ana inbound 158`);
    desk.advance(155);
    expect(offersTo(desk, call)).toEqual([30, 150]);
  });

  test.each([
    ['opts in', (desk: Desk, call: number) => desk.press(152, call)],
    ['hangs up', (desk: Desk, call: number) => desk.hangUp(152, call)],
    [
      'is answered',
      (desk: Desk, call: number) => {
        desk.available(151, 0);
        desk.accept(152, call);
      },
    ],
  ])('CB-02: the offers stop when the customer %s', (_, happens) => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.advance(150);
    happens(desk, call);
    desk.advance(1000);
    expect(offersTo(desk, call)).toEqual([30, 150]);
  });

  test('CB-02, EW-11: an accept stops the offer that plays', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.available(25, 0);
    desk.advance(30);
    desk.take();
    desk.accept(32, call);
    expect(desk.take()).toEqual([`32 stopPlay ${call}`, `32 connect ${call} ana`]);
  });

  test('CB-02, CB-04: leaving the queue ends the offers, and the digit with them', () => {
    const moves = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: 1 },
    } as const;
    const desk = new Desk(
      offering({}, { queues: [offeringQueue('sales', { waitExceeds: moves }), queue('backup')] }),
    );
    desk.engine.configurationChanged(0, { change: 'joinQueue', agent: 0, queue: 1 });
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.advance(60);
    expect(desk.view(call).queueIndex).toBe(1);
    desk.press(70, call);
    desk.advance(400);
    expect(offersTo(desk, call)).toEqual([30]);
    expect(desk.factsOf('optedIn')).toEqual([]);
  });

  test('CB-02, CB-04: a caller who comes back from a transfer that failed is not asked any more', () => {
    const moves = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferExternal', number: '+331' },
    } as const;
    const desk = new Desk(offering({}, { queues: [offeringQueue('sales', { waitExceeds: moves })] }));
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.advance(60);
    desk.dialFails(65, call, 'busy');
    desk.press(70, call);
    desk.advance(400);
    expect(offersTo(desk, call)).toEqual([30]);
    expect(desk.factsOf('optedIn')).toEqual([]);
  });

  test('CB-03: an offer that falls due while one still plays is skipped, the next keeps its time', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(199);
    desk.promptDone(200, call);
    desk.advance(300);
    expect(offersTo(desk, call)).toEqual([30, 270]);
    expect(desk.factsOf('offerSkipped')).toEqual([`150 offerSkipped ${call} CB-03`]);
  });

  test('CB-03: intervals run from start to start, however long the prompt', () => {
    const desk = new Desk(offering({ offerFirst: seconds(10), offerRepeat: seconds(40) }));
    const call = desk.call(5);
    for (const at of [15, 55, 95]) {
      desk.advance(at);
      desk.promptDone(at + 25, call);
    }
    desk.advance(134);
    expect(offersTo(desk, call)).toEqual([15, 55, 95]);
  });
});

describe('the digit', () => {
  test.each(['0', '2', '9', '*', '#', 'A'])('CB-04: the digit %s means nothing', (digit) => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call, digit);
    desk.promptDone(38, call);
    desk.advance(150);
    expect(desk.factsOf('optedIn')).toEqual([]);
    expect(offersTo(desk, call)).toEqual([30, 150]);
  });

  test('CB-04: 1 counts from the very start of the first offer, not before it', () => {
    const desk = new Desk(offering());
    const early = desk.call(0);
    desk.press(29.999, early);
    expect(desk.factsOf('optedIn')).toEqual([]);
    desk.advance(30);
    desk.press(30, early);
    expect(desk.factsOf('optedIn')).toEqual([`30 optedIn ${early}`]);
  });

  test('CB-04: 1 counts between two offers as well', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.press(100, call);
    expect(desk.factsOf('optedIn')).toEqual([`100 optedIn ${call}`]);
  });

  test('CB-04: where no offer was configured 1 means nothing', () => {
    const desk = new Desk();
    const call = desk.call(0);
    desk.press(100, call);
    expect(desk.factsOf('optedIn')).toEqual([]);
  });

  test('CB-05, CB-07: the opt-in stops the music, plays the confirmation and hangs up when it is over', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    expect(desk.take().at(-1)).toBe(`30 play ${call} callbackOffer 0`);
    desk.promptDone(38, call);
    desk.press(40, call);
    expect(desk.take()).toEqual([`40 music ${call} false`, `40 play ${call} callbackConfirmation 0`]);
    desk.promptDone(48, call);
    expect(desk.take()).toEqual([`48 hangup ${call} optedIn`]);
  });

  test('CB-05: the opt-in stands though the customer hangs up during the confirmation', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call);
    desk.hangUp(35, call);
    desk.available(36, 0);
    desk.advance(45);
    expect(desk.factsOf('closed')).toEqual([]);
    // The leg ended at 35 s, the gap of 10 s follows.
    expect(desk.take().at(-1)).toBe(`45 ring ${call} ana callback 63`);
  });

  test('CB-06: the item keeps its queue, its arrival time and its place before those who came later', () => {
    const desk = new Desk(offering());
    const first = optIn(desk, 0);
    const second = desk.call(60);
    const before = desk.view(first);
    expect([before.queueIndex, before.arrivedAt, before.isCallback]).toEqual([0, 0, true]);
    desk.take();
    desk.available(100, 0);
    expect(desk.take().at(-1)).toBe(`100 ring ${first} ana callback 118`);
    expect(desk.view(second).agentIndex).toBe(NOBODY);
  });

  test('CB-06: who waited longer is still served before the callback', () => {
    const desk = new Desk(offering());
    const first = desk.call(0);
    const second = desk.call(1);
    optInOf(desk, second, 1);
    desk.take();
    desk.available(100, 0);
    expect(desk.take().at(-1)).toBe(`100 ring ${first} ana inbound 118`);
  });
});

describe('races of the digit', () => {
  /** A caller who has heard the offer at 30 s and for whom ana's telephone rings since 40 s. */
  function ringing(): { desk: Desk; call: number } {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.promptDone(38, call);
    desk.available(40, 0);
    desk.take();
    return { desk, call };
  }

  test('CB-X1, NT-13: 1 during the ring withdraws it, without penalty to the agent, and another contact rings him', () => {
    const { desk, call } = ringing();
    const next = desk.call(41);
    desk.take();
    desk.press(45, call);
    const commands = desk.take();
    expect(commands).toContain(`45 withdrawRing ${call} ana optedIn`);
    expect(commands.at(-1)).toBe(`45 ring ${next} ana inbound 63`);
    expect(desk.factsOf('ringEnded')).toEqual([`45 ringEnded ${call} 0 withdrawn`]);
    desk.promptDone(53, call);
    desk.answer(55, next);
    desk.finish(58, next, 0);
    desk.advance(63);
    expect(desk.take().at(-1)).toBe(`63 ring ${call} ana callback 81`);
  });

  test('CB-X2: an accept before the digit of the same instant makes a conversation, no callback', () => {
    const { desk, call } = ringing();
    desk.hold = true;
    desk.accept(45, call);
    desk.press(45, call);
    desk.settle();
    expect(desk.factsOf('optedIn')).toEqual([]);
    expect(desk.take().at(-1)).toBe(`45 connect ${call} ana`);
  });

  test('EX-19, CB-X2, GEN-03, NT-13: a digit before the accept of the same instant makes a callback; the agent is back as before', () => {
    const { desk, call } = ringing();
    desk.hold = true;
    const ring = desk.rings.get(call)!;
    desk.press(45, call);
    desk.tell(45, 'agentAccepted', call, 0, ring.id);
    desk.settle();
    expect(desk.factsOf('optedIn')).toEqual([`45 optedIn ${call}`]);
    expect(desk.take().at(-1)).toBe(`45 notify ana stale-offer ${call}`);
    expect(desk.factsOf('activity').at(-1)).toBe('45 activity 0 available');
    desk.hold = false;
    const next = desk.call(46);
    expect(desk.take().at(-1)).toBe(`46 ring ${next} ana inbound 64`);
  });

  test('CB-X3: a hang-up in the instant of the digit is an abandon', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.hold = true;
    desk.hangUp(45, call);
    desk.press(45, call);
    desk.settle();
    expect(closedAs(desk)).toEqual(['abandoned']);
    expect(desk.factsOf('optedIn')).toEqual([]);
  });

  test('CB-X3: a digit strictly earlier than the hang-up is an opt-in', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(44.999, call);
    desk.hangUp(45, call);
    expect(desk.factsOf('optedIn')).toEqual([`44.999 optedIn ${call}`]);
    expect(closedAs(desk)).toEqual([]);
  });

  test('CB-X4: the second 1 means nothing', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call);
    desk.take();
    desk.press(33, call);
    expect(desk.take()).toEqual([]);
    desk.promptDone(40, call);
    desk.press(41, call);
    expect(desk.factsOf('optedIn')).toEqual([`32 optedIn ${call}`]);
  });

  test('CB-X5, CB-17: first in line with an agent free, the item still waits for the confirmation and the gap', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call);
    desk.available(33, 0);
    desk.promptDone(40, call);
    desk.advance(49.999);
    expect(desk.factsOf('rang')).toEqual([]);
    desk.advance(50);
    expect(desk.factsOf('rang')).toEqual([`50 rang ${call} 0`]);
  });
});

describe('profile rules of the offer', () => {
  test('CB-40: each condition of a queue has its own profile', () => {
    const queues = [
      queue('sales', {
        overflow: [
          { when: 'averageWait', limit: seconds(600), action: { do: 'directCallback', profile: 1 } },
          { when: 'workItemLimit', limit: 1, action: { do: 'directCallback', profile: 0 } },
        ],
        estimate: estimateOf({ initial: seconds(300) }),
      }),
    ];
    const callbackProfiles = [
      callbackProfile({ offerFirst: seconds(10) }),
      callbackProfile({ offerFirst: seconds(50) }),
    ];
    const desk = new Desk(routing({ queues, callbackProfiles }));
    desk.call(0);
    const byLimit = desk.call(1);
    desk.tell(2, 'configurationChanged', {
      change: 'queueSetting',
      queue: 0,
      setting: 'averageWait',
      value: seconds(200),
    });
    const byWait = desk.call(3);
    desk.advance(100);
    expect(offersTo(desk, byLimit)).toEqual([11]);
    expect(offersTo(desk, byWait)).toEqual([53]);
  });

  test('CB-40: a directCallback bound to outOfHours is run when the queue is closed', () => {
    const overflow = [
      { when: 'outOfHours', limit: 0, action: { do: 'directCallback', profile: 0 } } as const,
    ];
    const desk = new Desk(
      offering({ allowOutsideHours: true }, { queues: [queue('sales', { hours: 0, overflow })] }),
      { openings: [[seconds(1000), seconds(2000)]] },
    );
    const closed = desk.call(0);
    const open = desk.call(1000);
    desk.advance(1100);
    expect(offersTo(desk, closed)[0]).toBe(30);
    expect(offersTo(desk, open)).toEqual([]);
  });

  test('CB-41, OH-02: offers are played only inside the offering window; outside the customer just waits', () => {
    const desk = new Desk(offering({ offeringWindow: 0 }), { openings: [[seconds(150), seconds(390)]] });
    const call = desk.call(0);
    for (const at of [30, 150, 270, 390, 510]) {
      desk.advance(at);
      if (offersTo(desk, call).includes(at)) desk.promptDone(at + 8, call);
    }
    // Closed at its end, open at its start.
    expect(offersTo(desk, call)).toEqual([150, 270]);
    expect(desk.factsOf('offerSkipped').map((line) => line.split(' ')[3])).toEqual([
      'CB-41',
      'CB-41',
      'CB-41',
    ]);
    expect(closedAs(desk)).toEqual([]);
  });

  test('CB-42: with maxActive callbacks pending nobody is offered one until one leaves', () => {
    const desk = new Desk(offering({ maxActive: 1 }));
    const first = optIn(desk, 0);
    const second = desk.call(100);
    desk.advance(140);
    expect(offersTo(desk, second)).toEqual([]);
    desk.available(145, 0);
    desk.accept(150, first);
    desk.customerAnswers(155, first);
    desk.join(155, first);
    desk.finish(200, first, 0);
    desk.decline(201, second);
    desk.decline(202, second);
    desk.decline(203, second);
    desk.advance(250);
    expect(offersTo(desk, second)).toEqual([250]);
    expect(desk.factsOf('offerSkipped')).toEqual([`130 offerSkipped ${second} CB-42`]);
  });

  const duplicate = (scope: 'queue' | 'all', action: 'end' | 'stay', other: number) => {
    const desk = new Desk(
      offering(
        { duplicateScope: scope, duplicateAction: action },
        {
          queues: [offeringQueue('sales'), offeringQueue('service')],
          agents: [agent('ana', { queues: [0, 1] })],
          entries: [
            entry('main'),
            entry('service', {
              rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }],
            }),
          ],
        },
      ),
    );
    optIn(desk, 0, 7);
    const again = desk.call(100, { caller: 7, entry: other });
    desk.take();
    desk.advance(130);
    return { desk, again };
  };

  test.each([
    ['queue', 0],
    ['all', 0],
    ['all', 1],
  ] as const)(
    'CB-43: with scope %s a second call of the number in queue %i is told and ended when its offer would start',
    (scope, other) => {
      const { desk, again } = duplicate(scope, 'end', other);
      expect(desk.take()).toEqual([
        `130 play ${again} duplicate 0`,
        `130 hangup ${again} duplicate-callback`,
      ]);
      expect(desk.factsOf('closed')).toEqual([`130 closed ${again} duplicate-callback`]);
      expect(offersTo(desk, again)).toEqual([]);
    },
  );

  test('CB-43: with scope queue a callback in another queue is no duplicate', () => {
    const { desk, again } = duplicate('queue', 'end', 1);
    expect(offersTo(desk, again)).toEqual([130]);
  });

  test.each([0, 1])('CB-43: with action stay the customer is told and keeps waiting, queue %i', (other) => {
    const { desk, again } = duplicate('all', 'stay', other);
    expect(desk.take()).toEqual([`130 play ${again} duplicate 0`]);
    desk.press(135, again);
    expect(offersTo(desk, again)).toEqual([]);
    expect(desk.factsOf('optedIn')).toHaveLength(1);
    expect(closedAs(desk)).toEqual([]);
  });

  test('CB-43, NT-13: a duplicate ends though an agent rings for it; the ring is withdrawn', () => {
    const desk = new Desk(offering({ duplicateAction: 'end', minRedialGap: seconds(500) }));
    optIn(desk, 0, 7);
    const again = desk.call(100, { caller: 7 });
    desk.available(125, 0);
    desk.take();
    desk.advance(130);
    expect(desk.take()).toContain(`130 withdrawRing ${again} ana duplicateCallback`);
    expect(closedAs(desk)).toEqual(['duplicate-callback']);
    expect(desk.factsOf('activity').at(-1)).toBe('130 activity 0 available');
  });

  test('CB-44: another number given while the callback is confirmed takes the place of the first', () => {
    const desk = new Desk(offering({ alternateNumber: true, duplicateAction: 'end' }));
    const call = desk.call(0, { caller: 7 });
    desk.advance(30);
    desk.press(32, call);
    desk.tell(35, 'numberGiven', call, 8);
    desk.promptDone(40, call);
    expect(desk.view(call).caller).toBe(8);
    // The number is that of the callback from now on: 8 is a duplicate, 7 is not.
    const seven = desk.call(100, { caller: 7 });
    const eight = desk.call(100, { caller: 8 });
    desk.advance(130);
    expect(offersTo(desk, seven)).toEqual([130]);
    expect(offersTo(desk, eight)).toEqual([]);
  });

  test('CB-44: it is optional: without the setting, or after the confirmation, no number is taken', () => {
    const desk = new Desk(offering({ alternateNumber: false }));
    const call = desk.call(0, { caller: 7 });
    desk.advance(30);
    desk.press(32, call);
    desk.tell(35, 'numberGiven', call, 8);
    expect(desk.view(call).caller).toBe(7);

    const other = new Desk(offering({ alternateNumber: true }));
    const late = optIn(other, 0, 7);
    other.tell(60, 'numberGiven', late, 8);
    expect(other.view(late).caller).toBe(7);
    expect(other.factsOf('refused')).toEqual([`60 refused ${NOBODY} ${late} not-allowed-in-state`]);
  });
});
