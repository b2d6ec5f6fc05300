import { describe, expect, test } from 'vitest';
import { days, minutes, seconds } from '../../kernel/time.ts';
import { NOBODY } from '../protocol.ts';
import { agent, callbackProfile, Desk, entry, queue } from '../testing/desk.ts';
import { offering, offeringQueue, offerToAll, optIn, optInOf } from '../testing/callback-desk.ts';

const closings = (desk: Desk): string[] => desk.factsOf('closed');
const outcomes = (desk: Desk): string[] => desk.factsOf('dialEnded').map((line) => line.split(' ')[4]!);

/** An item opted in by 40 s that rings at ana from 50 s, accepted at 55 s: the customer is being dialled. */
function dialling(...settings: Parameters<typeof offering>): { desk: Desk; call: number } {
  const desk = new Desk(offering(...settings));
  const call = optIn(desk, 0);
  desk.available(45, 0);
  desk.advance(50);
  desk.accept(55, call);
  return { desk, call };
}

describe('the turn of the item', () => {
  test('CB-10: nothing is dialled before its turn comes and an agent has accepted', () => {
    const desk = new Desk(offering());
    const ahead = desk.call(0);
    const call = desk.call(1);
    optInOf(desk, call, 1);
    desk.available(100, 0);
    desk.accept(105, ahead);
    desk.join(105, ahead);
    desk.advance(1000);
    expect(desk.factsOf('rang')).toEqual([`100 rang ${ahead} 0`]);
    desk.finish(1000, ahead, 0);
    expect(desk.factsOf('rang').at(-1)).toBe(`1000 rang ${call} 0`);
    expect(desk.commands.filter((line) => line.includes('originate'))).toEqual([]);
    desk.accept(1004, call);
    expect(desk.take().at(-1)).toBe(`1004 originate ${call} ana 30 `);
  });

  test('CB-10: an item whose turn it is goes to the agent who can take it, though others wait for another', () => {
    const desk = new Desk(
      offering(
        {},
        {
          queues: [offeringQueue('sales'), queue('service', { priority: 1 })],
          agents: [agent('ana', { queues: [1] }), agent('ben', { queues: [0] })],
          entries: [
            entry('main'),
            entry('service', {
              rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }],
            }),
          ],
        },
      ),
    );
    desk.call(0, { entry: 1 });
    const call = desk.call(1);
    optInOf(desk, call, 1);
    desk.available(100, 1);
    expect(desk.factsOf('rang')).toEqual([`100 rang ${call} 1`]);
  });

  test('CB-11: the offer is of kind callback and says who, which number was dialled, which queue, since when', () => {
    const desk = new Desk(offering({}, { entries: [entry('main', { number: '+3310' })] }));
    const call = optIn(desk, 0, 7);
    desk.available(60, 0);
    expect(desk.take().at(-1)).toBe(`60 ring ${call} ana callback 78`);
    const { caller, entry: dialled, queueIndex, arrivedAt, optedInAt } = desk.view(call);
    expect({
      caller,
      queueIndex,
      arrivedAt,
      optedInAt,
      dialled: desk.setup.entries[dialled]!.number,
    }).toEqual({
      caller: 7,
      dialled: '+3310',
      queueIndex: 0,
      arrivedAt: 0,
      optedInAt: 32_000,
    });
  });

  test('CB-16, NT-05: a decline counts and leaves the item its rank', () => {
    const desk = new Desk(offering({}, { agents: [agent('ana'), agent('ben')] }));
    const call = optIn(desk, 0);
    desk.call(60);
    desk.available(70, 0);
    desk.decline(75, call);
    // The next in line is somebody else's: ana has declined only the first item, and she is the only one.
    expect(desk.factsOf('rang')).toEqual([`70 rang ${call} 0`, `75 rang ${call} 0`]);
    desk.available(76, 1);
    desk.decline(77, call);
    expect(desk.factsOf('rang').slice(2)).toEqual([`76 rang ${call + 1} 1`, `77 rang ${call} 0`]);
  });

  test('CB-16, NT-03: a callback that rings out leaves the agent in RONA and keeps its rank', () => {
    const desk = new Desk(offering());
    const call = optIn(desk, 0);
    desk.call(60);
    desk.available(70, 0);
    desk.advance(88);
    expect(desk.factsOf('activity').at(-1)).toBe('88 activity 0 inactive');
    desk.tell(100, 'presenceChosen', 0, 'available');
    // Still first in line, and she is the only one (NT-06).
    expect(desk.factsOf('rang').at(-1)).toBe(`100 rang ${call} 0`);
    expect(desk.factsOf('ringEnded')).toEqual([`88 ringEnded ${call} 0 missed`]);
  });

  test('CB-17: before the gap is over the item can be assigned to nobody, and blocks nobody', () => {
    const desk = new Desk(offering({ minRedialGap: seconds(60) }));
    const call = optIn(desk, 0);
    const next = desk.call(41);
    desk.available(42, 0);
    expect(desk.factsOf('rang')).toEqual([`42 rang ${next} 0`]);
    desk.answer(44, next);
    desk.finish(50, next, 0);
    desk.advance(99.999);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.advance(100);
    expect(desk.factsOf('rang').at(-1)).toBe(`100 rang ${call} 0`);
  });

  test('CB-17: an item that is moved to another queue takes its gap with it', () => {
    const moves = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: 1 },
    } as const;
    const desk = new Desk(
      offering(
        { minRedialGap: seconds(100) },
        {
          queues: [offeringQueue('sales', { waitExceeds: moves, moveCallbacks: true }), queue('backup')],
          agents: [agent('ana', { queues: [1] }), agent('ben')],
        },
      ),
    );
    const call = optIn(desk, 0);
    desk.available(50, 0);
    desk.advance(139.999);
    expect(desk.view(call).queueIndex).toBe(1);
    expect(desk.factsOf('rang')).toEqual([]);
    desk.advance(140);
    expect(desk.factsOf('rang')).toEqual([`140 rang ${call} 0`]);
  });
});

describe('expiry', () => {
  const expiry = days(7);
  /** The item is created as the confirmation ends, at 40 s. */
  const dueAt = 40 + expiry / 1000;

  test('CB-18: an item that waits 7 days is closed as expired, not a moment before', () => {
    const desk = new Desk(offering({ expiry }));
    const call = optIn(desk, 0);
    desk.advance(dueAt - 0.001);
    expect(closings(desk)).toEqual([]);
    desk.advance(dueAt);
    expect(closings(desk)).toEqual([`${dueAt} closed ${call} expired`]);
  });

  test('CB-18: wherever it waits: before a retry as well', () => {
    const { desk, call } = dialling({ expiry: seconds(100), retryWait: seconds(900) });
    desk.dialFails(60, call, 'busy');
    desk.advance(140);
    expect(closings(desk)).toEqual([`140 closed ${call} expired`]);
    desk.advance(2000);
    expect(desk.factsOf('rang')).toHaveLength(1);
  });

  test.each([
    ['is declined', (desk: Desk, call: number) => desk.decline(145, call)],
    ['rings out', (desk: Desk) => desk.advance(151)],
  ])(
    'CB-18: a ring in progress may finish; when it %s the item expires and the agent is free for the next',
    (_, ends) => {
      const desk = new Desk(
        offering({ expiry: seconds(100) }, { queues: [offeringQueue('sales', { onMissed: 'none' })] }),
      );
      const call = optIn(desk, 0);
      desk.available(133, 0);
      desk.advance(141);
      expect(closings(desk)).toEqual([]);
      const next = desk.call(142);
      ends(desk, call);
      expect(closings(desk)[0]).toMatch(new RegExp(`closed ${call} expired`));
      expect(desk.factsOf('rang').at(-1)!.split(' ').slice(2)).toEqual([String(next), '0']);
    },
  );

  test('CB-18: a ring in progress may finish: accepted after the expiry it is still dialled and completed', () => {
    const desk = new Desk(offering({ expiry: seconds(100) }));
    const call = optIn(desk, 0);
    desk.available(133, 0);
    desk.accept(145, call);
    desk.customerAnswers(150, call);
    desk.join(150, call);
    desk.finish(200, call, 0);
    expect(closings(desk)).toEqual([`200 closed ${call} completed`]);
  });

  test('CB-18: an attempt in progress may finish; if it fails the item does not wait again', () => {
    const { desk, call } = dialling({ expiry: seconds(25) });
    desk.advance(70);
    expect(closings(desk)).toEqual([]);
    desk.dialFails(75, call, 'busy');
    expect(closings(desk)).toEqual([`75 closed ${call} expired`]);
  });

  test('CB-18, LM-01: an expired item that an agent accepts while no line is free does not wait for one', () => {
    const desk = new Desk(
      offering({ expiry: seconds(100) }, { maxOutbound: 1, agents: [agent('ana'), agent('ben')] }),
    );
    const first = optIn(desk, 0);
    const second = optIn(desk, 41);
    desk.available(130, 0);
    desk.accept(132, first);
    desk.customerAnswers(135, first);
    desk.join(135, first);
    // Created at 81 s, it expires at 181 s, while it rings.
    desk.available(175, 1);
    desk.advance(182);
    desk.accept(185, second);
    expect(closings(desk)).toEqual([`185 closed ${second} expired`]);
    expect(desk.factsOf('activity').at(-1)).toBe('185 activity 1 available');
  });
});

describe('the dial', () => {
  test('CB-12, CB-13: accepted, the customer is dialled, and talk time starts when the two are joined', () => {
    const desk = new Desk(offering());
    const call = optIn(desk, 0);
    desk.available(60, 0);
    desk.take();
    desk.accept(65, call);
    expect(desk.take()).toEqual([`65 originate ${call} ana 30 `]);
    expect(desk.factsOf('activity').at(-1)).toBe('65 activity 0 dialling');
    desk.customerAnswers(77, call);
    expect(desk.take()).toEqual([`77 connect ${call} ana`]);
    expect(desk.factsOf('activity').at(-1)).toBe('65 activity 0 dialling');
    desk.join(78, call);
    expect(desk.factsOf('activity').at(-1)).toBe('78 activity 0 talking');
    const { acceptedAt, dialledAt, answeredAt, joinedAt } = desk.view(call);
    expect({ acceptedAt, dialledAt, answeredAt, joinedAt }).toEqual({
      acceptedAt: 65_000,
      dialledAt: 65_000,
      answeredAt: 77_000,
      joinedAt: 78_000,
    });
  });

  test.each([
    ['the number the customer dialled', { mayCall: true, number: '+3310' }, {}, '+3310'],
    ['the fallback where that may not call', { mayCall: false, number: '+3310' }, {}, '+3399'],
    ['the fallback where there is no such number', { mayCall: true, number: null }, {}, '+3399'],
    ['one fixed number', { mayCall: true, number: '+3310' }, { fixedNumber: '+3355' }, '+3355'],
  ])('CB-45: the callback shows %s', (_, main, profile, shown) => {
    const { desk, call } = dialling(
      { fallbackNumber: '+3399', ...profile },
      { entries: [entry('main', main)] },
    );
    expect(desk.take().at(-1)).toBe(`55 originate ${call} ana 30 ${shown}`);
  });

  test.each([
    ['rings out by our own clock', (desk: Desk) => desk.advance(85), 85, 'noAnswer'],
    [
      'rings out by the network',
      (desk: Desk, call: number) => desk.dialFails(80, call, 'noAnswer'),
      80,
      'noAnswer',
    ],
    ['is busy', (desk: Desk, call: number) => desk.dialFails(60, call, 'busy'), 60, 'busy'],
    ['fails', (desk: Desk, call: number) => desk.dialFails(60, call, 'failed'), 60, 'failed'],
  ])(
    'CB-14: when it %s the attempt fails and the agent is free at once, without wrap-up',
    (_, ends, at, outcome) => {
      const { desk, call } = dialling();
      ends(desk, call);
      expect(outcomes(desk)).toEqual([outcome]);
      expect(desk.factsOf('activity').at(-1)).toBe(`${at} activity 0 available`);
      const next = desk.call(at + 1);
      expect(desk.factsOf('rang').at(-1)).toBe(`${at + 1} rang ${next} 0`);
      expect(closings(desk)).toEqual([]);
    },
  );

  test('CB-14: the ring limit is that of the profile, and our cancel is told to the port', () => {
    const { desk, call } = dialling({ ringLimit: seconds(15) });
    desk.take();
    desk.advance(69.999);
    expect(desk.take()).toEqual([]);
    desk.advance(70);
    expect(desk.take()).toEqual([`70 cancelOriginate ${call}`]);
    // The leg's own end comes late and is no second failure.
    desk.dialFails(70.2, call, 'noAnswer');
    expect(outcomes(desk)).toEqual(['noAnswer']);
  });

  test('CB-14, WU-01, WU-02: with wrapUpOnNoAnswer the agent has a wrap-up of his own while the item goes on', () => {
    const { desk, call } = dialling({ wrapUpOnNoAnswer: true, retryWait: seconds(300) });
    desk.dialFails(60, call, 'busy');
    expect(desk.factsOf('activity').at(-1)).toBe('60 activity 0 wrapUp');
    const next = desk.call(61);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.tell(90, 'wrapUpSubmitted', call, 0, 'done');
    expect(desk.factsOf('rang').at(-1)).toBe(`90 rang ${next} 0`);
    expect(closings(desk)).toEqual([]);
  });

  test('CB-14, WU-02, WU-03, WU-07: the wrap-up alone obeys block, clock, extension and reasons', () => {
    const wrapUp = { block: seconds(30), autoAfter: seconds(100), mayExtend: true, reasons: ['done'] };
    const { desk, call } = dialling(
      { wrapUpOnNoAnswer: true },
      { queues: [offeringQueue('sales', { wrapUp })] },
    );
    desk.dialFails(60, call, 'busy');
    desk.tell(70, 'wrapUpSubmitted', call, 0, 'nonsense');
    expect(desk.factsOf('refused').at(-1)).toBe(`70 refused 0 ${call} unknown-reason`);
    const next = desk.call(71);
    desk.advance(90);
    expect(desk.factsOf('rang').at(-1)).toBe(`90 rang ${next} 0`);
    desk.decline(91, next);
    desk.tell(92, 'wrapUpExtended', call, 0);
    desk.hangUp(93, next);
    desk.advance(200);
    expect(desk.factsOf('activity').at(-1)!.split(' ')[3]).toBe('wrapUp');
    desk.tell(201, 'wrapUpSubmitted', call, 0, '');
    expect(desk.factsOf('activity').at(-1)).toBe('201 activity 0 available');
  });

  test('CB-15: the agent cancels before the answer: leg dropped, wrap-up, closed cancelled-by-agent', () => {
    const { desk, call } = dialling({ allowCancel: true });
    desk.take();
    desk.tell(60, 'cancelRequested', call, 0);
    expect(desk.take()).toEqual([`60 cancelOriginate ${call}`]);
    expect(desk.factsOf('activity').at(-1)).toBe('60 activity 0 wrapUp');
    expect(outcomes(desk)).toEqual(['cancelled']);
    desk.tell(70, 'wrapUpSubmitted', call, 0, 'done');
    expect(closings(desk)).toEqual([`70 closed ${call} cancelled-by-agent`]);
    // Nobody was spoken to: no handle time.
    expect(desk.factsOf('handled')).toEqual([]);
  });

  test('CB-15: not without allowCancel, and not once the customer has answered', () => {
    const forbidden = dialling({ allowCancel: false });
    forbidden.desk.tell(60, 'cancelRequested', forbidden.call, 0);
    expect(forbidden.desk.factsOf('refused')).toEqual([`60 refused 0 ${forbidden.call} not-enabled`]);

    const late = dialling({ allowCancel: true });
    late.desk.customerAnswers(60, late.call);
    late.desk.tell(60, 'cancelRequested', late.call, 0);
    expect(late.desk.factsOf('refused')).toEqual([`60 refused 0 ${late.call} not-allowed-in-state`]);
    late.desk.join(60, late.call);
    expect(outcomes(late.desk)).toEqual(['joined']);
  });

  test('CB-14: a join that fails is a failed attempt; the customer is let go and the agent has a device fault', () => {
    const { desk, call } = dialling({ maxAttempts: 1 });
    desk.customerAnswers(60, call);
    desk.take();
    desk.tell(61, 'commandFailed', call, desk.connects.get(call)!);
    expect(desk.take()).toEqual([`61 hangup ${call} attemptFailed`]);
    expect(desk.factsOf('activity').at(-1)).toBe('61 activity 0 inactive');
    expect(closings(desk)).toEqual([`61 closed ${call} exhausted`]);
  });

  test('CB-X7: answered and lost before the join counts as an attempt and is retried as a failure', () => {
    const retried = dialling({ retryFailed: true, retryNoAnswer: false });
    retried.desk.customerAnswers(60, retried.call);
    retried.desk.tell(
      60.5,
      'legEnded',
      retried.call,
      'customer',
      'normal',
      retried.desk.legs.get(retried.call)!,
    );
    expect(outcomes(retried.desk)).toEqual(['answeredThenLost']);
    expect(retried.desk.view(retried.call).attempts).toBe(1);
    expect(closings(retried.desk)).toEqual([]);
    expect(retried.desk.factsOf('activity').at(-1)).toBe('60.5 activity 0 available');

    const not = dialling({ retryFailed: false });
    not.desk.customerAnswers(60, not.call);
    not.desk.tell(60.5, 'legEnded', not.call, 'customer', 'normal', not.desk.legs.get(not.call)!);
    expect(closings(not.desk)).toEqual([`60.5 closed ${not.call} exhausted`]);
  });

  test('CB-X8: an answering machine: the agent leaves a message and ends, or marks it and it is tried again', () => {
    const message = dialling();
    message.desk.customerAnswers(60, message.call);
    message.desk.join(60, message.call);
    message.desk.tell(80, 'endRequested', message.call, 0);
    message.desk.tell(85, 'wrapUpSubmitted', message.call, 0, '');
    expect(closings(message.desk)).toEqual([`85 closed ${message.call} completed`]);

    const marked = dialling({ retryMachine: true, retryWait: seconds(300), allowCancel: true });
    marked.desk.customerAnswers(60, marked.call);
    marked.desk.join(60, marked.call);
    marked.desk.take();
    marked.desk.tell(65, 'machineReported', marked.call, 0);
    expect(marked.desk.take()).toEqual([`65 hangup ${marked.call} attemptFailed`]);
    expect(marked.desk.factsOf('activity').at(-1)).toBe('65 activity 0 available');
    marked.desk.advance(365);
    expect(marked.desk.factsOf('rang').at(-1)).toBe(`365 rang ${marked.call} 0`);
    // Nothing of the machine counts as a conversation: a cancel of the next attempt has no handle time.
    marked.desk.accept(366, marked.call);
    expect(marked.desk.view(marked.call).joinedAt).toBe(NOBODY);
    marked.desk.tell(367, 'cancelRequested', marked.call, 0);
    marked.desk.tell(368, 'wrapUpSubmitted', marked.call, 0, '');
    expect(marked.desk.factsOf('handled')).toEqual([]);
  });

  test('CB-X8: before the customer is joined nobody can have heard a machine', () => {
    const { desk, call } = dialling();
    desk.tell(60, 'machineReported', call, 0);
    expect(desk.factsOf('refused')).toEqual([`60 refused 0 ${call} not-allowed-in-state`]);
  });
});

describe('retries', () => {
  test('CB-20: after a failure the item waits outside the ranking, then stands at its old rank', () => {
    const { desk, call } = dialling({ retryWait: seconds(300) });
    const later = desk.call(56);
    desk.dialFails(60, call, 'busy');
    // Outside the ranking: the later call is served meanwhile.
    expect(desk.factsOf('rang').at(-1)).toBe(`60 rang ${later} 0`);
    desk.answer(61, later);
    const latest = desk.call(62);
    desk.advance(359.999);
    desk.finish(359.999, later, 0);
    expect(desk.factsOf('rang').at(-1)).toBe(`359.999 rang ${latest} 0`);
    desk.answer(360, latest);
    const afterwards = desk.call(361);
    desk.finish(400, latest, 0);
    expect(desk.factsOf('rang').at(-1)).toBe(`400 rang ${call} 0`);
    expect(desk.view(afterwards).agentIndex).toBe(NOBODY);
  });

  test('CB-20, AS-01: the end of the wait starts a pass by itself', () => {
    const { desk, call } = dialling({ retryWait: seconds(300) });
    desk.dialFails(60, call, 'failed');
    desk.advance(359.999);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.advance(360);
    expect(desk.factsOf('rang').at(-1)).toBe(`360 rang ${call} 0`);
  });

  test('CB-20, CB-21: attempt after attempt until maxAttempts, then exhausted', () => {
    const { desk, call } = dialling({ maxAttempts: 3, retryWait: seconds(300) });
    desk.dialFails(60, call, 'busy');
    for (const at of [360, 670]) {
      desk.advance(at);
      desk.accept(at + 5, call);
      expect(closings(desk)).toEqual([]);
      desk.dialFails(at + 10, call, 'noAnswer');
    }
    expect(closings(desk)).toEqual([`680 closed ${call} exhausted`]);
    expect(desk.factsOf('dialled')).toHaveLength(3);
    expect(desk.factsOf('activity').at(-1)).toBe('680 activity 0 available');
  });

  const every = { retryNoAnswer: true, retryFailed: true, retryMachine: true };
  test.each([
    ['noAnswer', 'retryNoAnswer'],
    ['busy', 'retryNoAnswer'],
    ['failed', 'retryFailed'],
    ['machine', 'retryMachine'],
  ] as const)('CB-22: %s is retried as %s says', (cause, setting) => {
    const off = dialling({ ...every, [setting]: false });
    off.desk.dialFails(60, off.call, cause);
    expect(closings(off.desk)).toEqual([`60 closed ${off.call} exhausted`]);

    const none = { retryNoAnswer: false, retryFailed: false, retryMachine: false };
    const on = dialling({ ...none, [setting]: true, retryWait: seconds(300) });
    on.desk.dialFails(60, on.call, cause);
    on.desk.advance(360);
    expect(on.desk.factsOf('rang')).toHaveLength(2);
  });

  test('CB-22: an invalid number is never retried', () => {
    const { desk, call } = dialling(every);
    desk.dialFails(60, call, 'invalidNumber');
    expect(closings(desk)).toEqual([`60 closed ${call} invalid-number`]);
  });

  const hours = { openings: [[0, seconds(200), seconds(5000), seconds(9000)]] };
  test('CB-23, OH-02: a retry that would fall outside the hours waits for opening', () => {
    const desk = new Desk(
      offering({ retryWait: seconds(300) }, { queues: [offeringQueue('sales', { hours: 0 })] }),
      hours,
    );
    const call = optIn(desk, 0);
    desk.available(60, 0);
    desk.accept(60, call);
    desk.dialFails(65, call, 'busy');
    desk.advance(4999.999);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.advance(5000);
    expect(desk.factsOf('rang').at(-1)).toBe(`5000 rang ${call} 0`);
  });

  test('CB-23: with allowOutsideHours, or inside the hours, the wait is just the wait', () => {
    for (const [allowOutsideHours, openings] of [
      [true, hours.openings],
      [false, [[0, seconds(2000)]]],
    ] as const) {
      const desk = new Desk(
        offering(
          { retryWait: seconds(300), allowOutsideHours },
          { queues: [offeringQueue('sales', { hours: 0 })] },
        ),
        { openings },
      );
      const call = optIn(desk, 0);
      desk.available(60, 0);
      desk.accept(60, call);
      desk.dialFails(65, call, 'busy');
      desk.advance(365);
      expect(desk.factsOf('rang').at(-1)).toBe(`365 rang ${call} 0`);
    }
  });

  test('CB-X10: an item whose turn comes after closing is served while able agents are there', () => {
    const desk = new Desk(offering({}, { queues: [offeringQueue('sales', { hours: 0 })] }), {
      openings: [[0, seconds(100)]],
    });
    const call = optIn(desk, 0);
    desk.available(500, 0);
    expect(desk.factsOf('rang')).toEqual([`500 rang ${call} 0`]);
  });
});

describe('one customer, several calls', () => {
  const twoQueues = {
    queues: [offeringQueue('sales'), offeringQueue('service')],
    agents: [agent('ana', { queues: [0] }), agent('ben', { queues: [1] })],
    entries: [
      entry('main'),
      entry('service', { rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }] }),
    ],
  };

  /** Number 7 has a callback in both queues; ana dials the first from 105 s on. */
  function both(): { desk: Desk; first: number; second: number } {
    const desk = new Desk(offering({}, twoQueues));
    const first = optIn(desk, 0, 7);
    const second = desk.call(41, { caller: 7, entry: 1 });
    optInOf(desk, second, 41);
    desk.available(100, 0);
    desk.accept(105, first);
    return { desk, first, second };
  }

  test('CB-X11: the second callback of a number is held back while the first is dialled', () => {
    const { desk, first, second } = both();
    desk.available(110, 1);
    desk.advance(130);
    expect(desk.factsOf('rang')).toEqual([`100 rang ${first} 0`]);
    desk.dialFails(131, first, 'noAnswer');
    expect(desk.factsOf('rang').at(-1)).toBe(`131 rang ${second} 1`);
  });

  /** Number 7 opts in in both queues at once; the customer's telephone may ring for 80 s. */
  function together(gaps: readonly [number, number]): { desk: Desk; first: number; second: number } {
    const profiles = gaps.map((gap) =>
      callbackProfile({ minRedialGap: seconds(gap), retryWait: seconds(300), ringLimit: seconds(80) }),
    );
    const desk = new Desk({
      ...offering({}, twoQueues),
      queues: [offeringQueue('sales'), offeringQueue('service', { overflow: [offerToAll(1)] })],
      callbackProfiles: profiles,
    });
    const [first, second] = [desk.call(0, { caller: 7 }), desk.call(0, { caller: 7, entry: 1 })];
    desk.advance(30);
    for (const call of [first, second]) desk.press(32, call);
    for (const call of [first, second]) desk.promptDone(40, call);
    return { desk, first, second };
  }

  test('CB-X11: one whose gap ends while the other is dialled is held back too', () => {
    const { desk, first, second } = together([10, 60]);
    desk.available(60, 0, 1);
    desk.accept(61, first);
    desk.advance(140);
    expect(desk.factsOf('rang')).toEqual([`60 rang ${first} 0`]);
    desk.advance(141);
    expect(desk.factsOf('rang').at(-1)).toBe(`141 rang ${second} 1`);
  });

  test('CB-X11: and one whose wait before a retry ends', () => {
    const { desk, first, second } = together([300, 10]);
    desk.available(60, 0, 1);
    desk.accept(61, second);
    desk.dialFails(65, second, 'busy');
    desk.advance(340);
    desk.accept(341, first);
    desk.advance(420);
    expect(desk.factsOf('rang').map((line) => line.split(' ')[2])).toEqual([second, first].map(String));
    desk.advance(421);
    expect(desk.factsOf('rang').at(-1)).toBe(`421 rang ${second} 1`);
  });

  test('CB-X11: and while the two talk, until the leg has ended', () => {
    const { desk, first, second } = both();
    desk.customerAnswers(110, first);
    desk.join(110, first);
    desk.available(112, 1);
    desk.advance(199);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.hangUp(200, first);
    desk.tell(200, 'legEnded', first, 'customer', 'normal', desk.legs.get(first)!);
    expect(desk.factsOf('rang').at(-1)).toBe(`200 rang ${second} 1`);
  });

  test('CB-X11: accepted while the other is dialled, it goes back to its place and uses no attempt', () => {
    const desk = new Desk(offering({}, twoQueues));
    const first = optIn(desk, 0, 7);
    const second = desk.call(41, { caller: 7, entry: 1 });
    optInOf(desk, second, 41);
    desk.available(100, 0, 1);
    desk.accept(105, first);
    desk.accept(106, second);
    expect(desk.view(second).attempts).toBe(0);
    expect(desk.factsOf('dialled')).toEqual([`105 dialled ${first} 0`]);
    expect(desk.factsOf('activity').at(-1)).toBe('106 activity 1 available');
    desk.dialFails(110, first, 'busy');
    expect(desk.factsOf('rang').at(-1)).toBe(`110 rang ${second} 1`);
  });

  test('CB-46: a customer who calls again and is connected in the same queue is owed no callback', () => {
    const desk = new Desk(offering());
    const callback = optIn(desk, 0, 7);
    const live = desk.call(41, { caller: 7 });
    desk.available(42, 0);
    // The item is in its gap until 50 s.
    desk.accept(44, live);
    expect(closings(desk)).toEqual([]);
    desk.join(45, live);
    expect(closings(desk)).toEqual([`45 closed ${callback} served-inbound`]);
  });

  test('CB-46: another queue, or another number, changes nothing', () => {
    const desk = new Desk(offering({}, twoQueues));
    optIn(desk, 0, 7);
    const elsewhere = desk.call(41, { caller: 7, entry: 1 });
    desk.available(42, 1);
    desk.answer(44, elsewhere);
    const stranger = desk.call(45, { caller: 8 });
    desk.available(46, 0);
    desk.answer(47, stranger);
    expect(desk.factsOf('joined')).toHaveLength(2);
    expect(closings(desk)).toEqual([]);
  });

  const twoAgents = { agents: [agent('ana'), agent('ben')] };

  test('CB-46, NT-13: a callback that rings is withdrawn, without penalty to that agent', () => {
    const desk = new Desk(offering({}, twoAgents));
    const callback = optIn(desk, 0, 7);
    const live = desk.call(41, { caller: 7 });
    desk.available(100, 0, 1);
    desk.answer(105, live);
    expect(desk.take()).toContain(`105 withdrawRing ${callback} ana servedInbound`);
    expect(closings(desk)).toEqual([`105 closed ${callback} served-inbound`]);
    expect(desk.factsOf('ringEnded').at(-1)).toBe(`105 ringEnded ${callback} 0 withdrawn`);
    const next = desk.call(106);
    expect(desk.factsOf('rang').at(-1)).toBe(`106 rang ${next} 0`);
  });

  test('CB-46: a callback that is being dialled is dropped and its agent free', () => {
    const desk = new Desk(offering({}, twoAgents));
    const callback = optIn(desk, 0, 7);
    const live = desk.call(41, { caller: 7 });
    desk.available(100, 0, 1);
    desk.accept(102, callback);
    desk.answer(105, live);
    expect(desk.take()).toContain(`105 cancelOriginate ${callback}`);
    expect(closings(desk)).toEqual([`105 closed ${callback} served-inbound`]);
    expect(desk.factsOf('activity').at(-1)).toBe('105 activity 0 available');
  });

  test('CB-46: a callback that waits for its retry is closed too', () => {
    const desk = new Desk(offering({ retryWait: minutes(30) }));
    const callback = optIn(desk, 0, 7);
    desk.available(60, 0);
    desk.accept(61, callback);
    desk.dialFails(65, callback, 'busy');
    const live = desk.call(100, { caller: 7 });
    desk.answer(101, live);
    expect(closings(desk)).toEqual([`101 closed ${callback} served-inbound`]);
    desk.finish(110, live, 0);
    desk.advance(3000);
    expect(desk.factsOf('rang')).toHaveLength(2);
  });
});

describe('lines', () => {
  test('LM-01, CB-12: with no line free the accepted item waits again, with the reason shown, until one is', () => {
    const desk = new Desk(offering({}, { maxOutbound: 1, agents: [agent('ana'), agent('ben')] }));
    const first = optIn(desk, 0);
    const second = optIn(desk, 41);
    desk.available(100, 0, 1);
    desk.accept(105, first);
    desk.take();
    desk.accept(106, second);
    expect(desk.take()).toContain(`106 notify ben line-ceiling ${second}`);
    expect(desk.view(second).attempts).toBe(0);
    desk.advance(120);
    expect(desk.factsOf('rang')).toHaveLength(2);
    desk.dialFails(121, first, 'busy');
    expect(desk.factsOf('rang').at(-1)!.split(' ').slice(0, 3)).toEqual(['121', 'rang', String(second)]);
  });

  test('LM-01, AS-06: an accept that finds no line leaves the idle clock and the quota as they were', () => {
    const desk = new Desk(
      offering({}, { maxOutbound: 1, agents: [agent('ana'), agent('ben'), agent('cat')] }),
    );
    const [first, second] = [optIn(desk, 0), optIn(desk, 41)];
    desk.available(100, 0, 1);
    desk.accept(101, first);
    desk.accept(102, second);
    desk.available(103, 2);
    desk.hangUp(104, desk.call(103));
    // Neither ben nor cat has released anything; ben was assigned before cat.
    const next = desk.call(110);
    expect(desk.factsOf('rang').at(-1)).toBe(`110 rang ${next} 1`);
  });
});
