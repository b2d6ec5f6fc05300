import { describe, expect, test } from 'vitest';
import type { OverflowAction, OverflowSetup, QueueSetup, RoutingSetup } from '../../config/setup.ts';
import { seconds } from '../../kernel/time.ts';
import type { ContactId } from '../protocol.ts';
import { agent, callbackProfile, Desk, entry, queue, routing } from '../testing/desk.ts';

const CALLBACK: OverflowAction = { do: 'directCallback', profile: 0 };
const EXTERNAL: OverflowAction = { do: 'transferExternal', number: '+33199' };
const VOICEMAIL: OverflowAction = { do: 'voicemail' };
const to = (index: number): OverflowAction => ({ do: 'transferQueue', queue: index });
const after = (length: number, action: OverflowAction): OverflowSetup => ({
  when: 'waitExceeds',
  limit: seconds(length),
  action,
});
const offerToAll: OverflowSetup = { when: 'workItemLimit', limit: 0, action: CALLBACK };

/** Queues in this order, an entry to each, and Ana in all of them, signed out. */
function desk(
  queues: readonly (readonly [string, Partial<QueueSetup>])[],
  setup: Partial<RoutingSetup> = {},
): Desk {
  return new Desk(
    routing({
      queues: queues.map(([name, partial]) => queue(name, partial)),
      agents: [agent('ana', { queues: queues.map((_, index) => index) })],
      entries: queues.map(([name], index) =>
        entry(name, { rules: [{ when: [], targets: [{ queue: index, percent: 100 }], overflow: null }] }),
      ),
      ...setup,
    }),
  );
}
/** `seconds call action` of every action that ran while queued. */
const ran = (on: Desk): string[] =>
  on
    .factsOf('overflowed')
    .filter((line) => line.includes(' waitExceeds '))
    .map((line) => line.split(' '))
    .map(([at, , call, , , action]) => `${at} ${call} ${action}`);
const queueOf = (on: Desk, call: ContactId): number => on.view(call).queueIndex;

describe('the clock', () => {
  test('OV-20: the action runs when the time in this queue reaches T, not before', () => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const call = on.call(5);
    on.advance(64.999);
    expect(queueOf(on, call)).toBe(0);
    on.advance(65);
    expect(queueOf(on, call)).toBe(1);
    expect(on.factsOf('left')).toEqual([`65 left ${call} movedQueue`]);
  });

  test('OV-20: it runs however the contact entered, and begins anew in each queue', () => {
    const on = desk([
      ['a', { waitExceeds: after(60, to(1)) }],
      ['b', { waitExceeds: after(90, to(2)) }],
      ['c', { waitExceeds: after(70, to(0)) }],
    ]);
    const call = on.call(0);
    for (const [at, where] of [
      [60, 1],
      [149, 1],
      [150, 2],
      [219, 2],
      [220, 0],
    ] as const) {
      on.advance(at);
      expect(queueOf(on, call)).toBe(where);
    }
  });

  test('OV-20: a ring that nobody accepts does not set it back', () => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)), onMissed: 'none', onReject: 'none', declineLimit: 1 }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.available(10, 0);
    on.decline(15, call);
    on.advance(60);
    expect(queueOf(on, call)).toBe(1);
  });

  test('OV-20: who has left is left alone', () => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const [gone, served] = [on.call(0), on.call(1)];
    on.hangUp(30, gone);
    on.available(40, 0);
    on.answer(41, served);
    on.advance(500);
    expect(ran(on)).toEqual([]);
    expect(on.engine.nextDeadline).toBe(Infinity);
  });

  test('OV-X3: an agent who accepts in the instant at which it falls due wins', () => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.available(50, 0);
    on.hold = true;
    on.accept(60, call);
    on.settle();
    on.hold = false;
    on.join(60, call);
    on.advance(200);
    expect(ran(on)).toEqual([]);
    expect(on.factsOf('joined')).toEqual([`60 joined ${call} 0`]);
  });

  test.each([
    ['declined', (on: Desk, call: ContactId) => on.decline(63, call), 63],
    ['not answered', (on: Desk) => on.advance(68), 68],
    [
      'broken off by the device',
      (on: Desk, call: ContactId) =>
        on.tell(64, 'agentDeviceFailed', call, 0, 'busy', on.rings.get(call)!.id),
      64,
    ],
  ] as const)('OV-X4: while an offer rings it waits, and runs when the ring is %s', (_name, end, at) => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.available(50, 0); // rings until 68
    on.advance(62);
    expect(ran(on)).toEqual([]);
    end(on, call);
    expect(ran(on)).toEqual([`${at} ${call} transferQueue`]);
    expect(queueOf(on, call)).toBe(1);
  });

  test('OV-X4: and is forgotten when the ring is accepted', () => {
    const on = desk([
      ['sales', { waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.available(50, 0);
    on.advance(62);
    on.answer(65, call);
    on.finish(100, call, 0);
    expect(ran(on)).toEqual([]);
  });
});

describe('the actions', () => {
  test('OV-21: directCallback, transferQueue, transferExternal and voicemail for voice', () => {
    const on = desk([
      ['back', { waitExceeds: after(60, CALLBACK) }],
      ['move', { waitExceeds: after(60, to(0)) }],
      ['out', { waitExceeds: after(60, EXTERNAL) }],
      ['mail', { waitExceeds: after(60, VOICEMAIL) }],
    ]);
    const [back, move, out, mail] = [0, 1, 2, 3].map((each) => on.call(0, { entry: each }));
    on.advance(59.9);
    on.take();
    on.advance(60);
    expect(on.take()).toEqual([
      `60 play ${back} callbackOffer 0`,
      `60 transferOut ${out} +33199`,
      `60 play ${mail} voicemail 0`,
    ]);
    expect(on.factsOf('left')).toEqual([
      `60 left ${move} movedQueue`,
      `60 left ${out} movedExternal`,
      `60 left ${mail} voicemail`,
    ]);
    on.promptDone(65, mail!);
    on.tell(80, 'messageRecorded', mail!, seconds(15));
    on.hangUp(90, out!);
    expect(on.factsOf('closed')).toEqual([`80 closed ${mail} voicemail`, `90 closed ${out} external-ended`]);
  });

  test('OV-21: endConversation for messaging', () => {
    const on = desk([['chat', { channel: 'messaging', waitExceeds: after(60, { do: 'endCall' }) }]], {
      classes: [{ channel: 'messaging', units: 1, profiles: [], allowedPresences: ['available'] }],
    });
    const chat = on.call(0);
    on.advance(60);
    on.promptDone(61, chat);
    expect(on.factsOf('left')).toEqual([`60 left ${chat} overflowEnd`]);
    expect(on.factsOf('closed')).toEqual([`61 closed ${chat} overflow-end`]);
  });

  test.each([
    ['directCallback', CALLBACK, false],
    ['voicemail', VOICEMAIL, false],
    ['transferQueue', to(0), true],
    ['transferExternal', EXTERNAL, true],
  ] as const)('OV-22: for a contact that was moved into this queue %s runs: %#', (_name, action, runs) => {
    const on = desk([
      ['first', { waitExceeds: after(60, to(1)) }],
      ['second', { waitExceeds: after(60, action) }],
      ['full', { overflow: [{ when: 'workItemLimit', limit: 0, action: to(1) }] }],
    ]);
    const moved = on.call(0); // while queued
    on.advance(59);
    const overflowed = on.call(60, { entry: 2 }); // before the queue
    on.advance(119);
    const before = ran(on);
    on.advance(120);
    const own = ran(on).slice(before.length);
    expect(own.sort()).toEqual(
      runs ? [`120 ${moved} ${action.do}`, `120 ${overflowed} ${action.do}`].sort() : [],
    );
    if (!runs) expect([queueOf(on, moved), queueOf(on, overflowed)]).toEqual([1, 1]);
  });

  test('OV-24: a callback does not fire it, for nobody holds', () => {
    const on = desk([
      ['sales', { overflow: [offerToAll], waitExceeds: after(60, to(1)) }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.advance(30);
    on.press(31, call);
    on.promptDone(39, call);
    on.advance(500);
    expect(ran(on)).toEqual([]);
    expect(queueOf(on, call)).toBe(0);
  });

  test('OV-24: unless the queue moves callbacks; then the clock goes on from the entry', () => {
    const on = desk([
      ['sales', { overflow: [offerToAll], waitExceeds: after(60, to(1)), moveCallbacks: true }],
      ['other', {}],
    ]);
    const call = on.call(0);
    on.advance(30);
    on.press(31, call);
    on.promptDone(39, call);
    on.advance(60);
    expect(ran(on)).toEqual([`60 ${call} transferQueue`]);
    expect(queueOf(on, call)).toBe(1);
    on.available(70, 0);
    expect(on.take().at(-1)).toContain(` ring ${call} ana callback`);
  });

  test.each([
    ['other actions', { waitExceeds: after(60, EXTERNAL) }],
    ['a voicemail', { waitExceeds: after(60, VOICEMAIL) }],
  ])('OV-24: moveCallbacks is for transferQueue, not for %s', (_name, partial) => {
    const on = desk([['sales', { overflow: [offerToAll], moveCallbacks: true, ...partial }]]);
    const call = on.call(0);
    on.advance(30);
    on.press(31, call);
    on.promptDone(39, call);
    on.advance(500);
    expect(ran(on)).toEqual([]);
    expect(queueOf(on, call)).toBe(0);
  });

  test('OV-24, OV-X4: due during the confirmation, a ring or a retry, the move waits until the callback waits again', () => {
    const moving = (limit: number): Desk =>
      desk(
        [
          ['sales', { overflow: [offerToAll], waitExceeds: after(limit, to(1)), moveCallbacks: true }],
          ['other', {}],
        ],
        { callbackProfiles: [callbackProfile({ retryWait: seconds(300) })] },
      );
    const confirming = moving(60);
    const first = confirming.call(0);
    confirming.advance(30);
    confirming.press(58, first);
    confirming.promptDone(66, first);
    expect(ran(confirming)).toEqual([`66 ${first} transferQueue`]);
    // CB-17: the redial gap runs on in the new queue.
    confirming.available(67, 0);
    confirming.advance(75.9);
    expect(confirming.rings.size).toBe(0);
    confirming.advance(76);
    expect(confirming.rings.size).toBe(1);

    const dialling = moving(100);
    const second = dialling.call(0);
    dialling.advance(30);
    dialling.press(31, second);
    dialling.promptDone(39, second);
    dialling.available(90, 0);
    dialling.accept(95, second);
    dialling.dialFails(110, second, 'noAnswer');
    dialling.advance(409);
    expect(ran(dialling)).toEqual([]);
    dialling.advance(410);
    expect(ran(dialling)).toEqual([`410 ${second} transferQueue`]);
  });

  test('OV-25: at most maxQueueHops moves by overflow; then it stays, and the fact is told', () => {
    const on = desk(
      [
        ['a', { waitExceeds: after(60, to(1)) }],
        ['b', { waitExceeds: after(60, to(0)) }],
      ],
      { maxQueueHops: 3 },
    );
    const call = on.call(0);
    on.advance(3600);
    expect(ran(on)).toEqual([
      `60 ${call} transferQueue`,
      `120 ${call} transferQueue`,
      `180 ${call} transferQueue`,
      `240 ${call} stays`,
    ]);
    expect(on.view(call)).toMatchObject({ queueIndex: 1, hops: 3, segments: 4 });
  });

  test('OV-25: a move before the queue counts', () => {
    const on = desk(
      [
        ['a', { overflow: [{ when: 'workItemLimit', limit: 0, action: to(1) }] }],
        ['b', { waitExceeds: after(60, to(2)) }],
        ['c', { waitExceeds: after(60, to(0)) }],
      ],
      { maxQueueHops: 2 },
    );
    const call = on.call(0);
    on.advance(3600);
    expect(ran(on)).toEqual([`60 ${call} transferQueue`, `120 ${call} stays`]);
  });

  test('OV-25: where the target is full it stays, and the fact is told', () => {
    const on = desk([
      ['a', { waitExceeds: after(60, to(1)) }],
      ['b', { maxActiveContacts: 1 }],
    ]);
    on.call(0, { entry: 1 });
    const call = on.call(0);
    on.advance(3600);
    expect(ran(on)).toEqual([`60 ${call} stays`]);
    expect(queueOf(on, call)).toBe(0);
  });

  test('OV-26: the first offer is played at once, then every offerRepeat; the digit counts', () => {
    const on = desk([['sales', { waitExceeds: after(70, CALLBACK) }]]);
    const call = on.call(0);
    for (const at of [70, 190, 310]) {
      on.advance(at);
      on.promptDone(at + 8, call);
    }
    expect(on.commands.filter((line) => line.includes('callbackOffer'))).toEqual([
      `70 play ${call} callbackOffer 0`,
      `190 play ${call} callbackOffer 0`,
      `310 play ${call} callbackOffer 0`,
    ]);
    on.press(320, call);
    expect(on.factsOf('optedIn')).toEqual([`320 optedIn ${call}`]);
  });

  test('OV-26: no effect on a contact that is offered callbacks already', () => {
    const on = desk([['sales', { overflow: [offerToAll], waitExceeds: after(70, CALLBACK) }]]);
    const call = on.call(0);
    on.advance(30);
    on.promptDone(38, call);
    on.advance(149);
    expect(ran(on)).toEqual([]);
    expect(on.commands.filter((line) => line.includes('callbackOffer'))).toHaveLength(1);
  });

  test('OV-X5: an external transfer that failed is spent: the contact waits at the head of its queue', () => {
    const on = desk([['sales', { waitExceeds: after(60, EXTERNAL) }]]);
    const front = on.call(0);
    const call = on.call(10);
    on.advance(60);
    on.hangUp(61, front);
    const third = on.call(65);
    on.advance(70);
    on.dialFails(90, call, 'noAnswer');
    expect(on.factsOf('queued').at(-1)).toBe(`90 queued ${call} returned`);
    on.advance(124);
    expect(ran(on)).toEqual([`60 ${front} transferExternal`, `70 ${call} transferExternal`]);
    on.available(124, 0);
    expect(on.take().at(-1)).toContain(` ring ${call} `);
    expect(queueOf(on, third)).toBe(0);
  });
});

describe('the batches', () => {
  const calls = (on: Desk, count: number, at = 0, entryIndex = 0): ContactId[] =>
    Array.from({ length: count }, () => on.call(at, { entry: entryIndex }));
  const pair = (first: number, second: number): readonly (readonly [string, Partial<QueueSetup>])[] => [
    ['beta', { waitExceeds: after(first, to(2)) }],
    ['alpha', { waitExceeds: after(second, to(2)) }],
    ['rest', {}],
  ];

  test('OV-23: at most overflowBatch in a whole minute, as they fall due; the rest with the next minute', () => {
    const on = desk(pair(70, 70), { overflowBatch: 3 });
    const waiting = [0, 10, 20, 30, 40, 60].map((at) => on.call(at)); // due at 70, 80, 90, 100, 110, 130
    on.advance(119.9);
    expect(ran(on)).toEqual([70, 80, 90].map((at, nth) => `${at} ${waiting[nth]} transferQueue`));
    on.advance(300);
    expect(ran(on).slice(3)).toEqual([
      `120 ${waiting[3]} transferQueue`,
      `120 ${waiting[4]} transferQueue`,
      `130 ${waiting[5]} transferQueue`,
    ]);
  });

  test('OV-23: the minutes are whole minutes since the run began', () => {
    const on = desk(pair(70, 70), { overflowBatch: 1 });
    const [first, second] = [on.call(49.9), on.call(50)]; // due at 119.9 and at 120
    on.advance(120);
    expect(ran(on)).toEqual([`119.9 ${first} transferQueue`, `120 ${second} transferQueue`]);
  });

  test('OV-23: the default is twenty over all queues', () => {
    const on = desk(pair(60, 60));
    calls(on, 15);
    calls(on, 15, 0, 1);
    on.advance(119);
    expect(ran(on)).toHaveLength(20);
    on.advance(120);
    expect(ran(on)).toHaveLength(30);
  });

  test('OV-23: the rest goes in the order of the smaller T, whatever the time of arrival', () => {
    const on = desk(pair(110, 61), { overflowBatch: 1 });
    const early = calls(on, 1, 0, 1)[0]!; // alpha, due at 61: takes the minute's only place
    const longer = calls(on, 1, 1, 0)[0]!; // beta, due at 111
    const shorter = calls(on, 1, 55, 1)[0]!; // alpha, due at 116
    on.advance(240);
    expect(ran(on)).toEqual([
      `61 ${early} transferQueue`,
      `120 ${shorter} transferQueue`,
      `180 ${longer} transferQueue`,
    ]);
  });

  test('OV-23: equal T: round robin over the queues by name, in rank order inside one', () => {
    const on = desk(pair(61, 61), { overflowBatch: 5 });
    const beta = calls(on, 5, 0, 0);
    const [b1, b2, b3] = calls(on, 3, 1, 0);
    const [a1, a2] = calls(on, 2, 2, 1);
    on.advance(119);
    expect(ran(on)).toEqual(beta.map((call) => `61 ${call} transferQueue`));
    on.advance(120);
    expect(ran(on).slice(5)).toEqual([a1, b1, a2, b2, b3].map((call) => `120 ${call} transferQueue`));
  });

  test('OV-23, RT-09: rank order is the order of arrival in the centre, also for one that was moved in', () => {
    const on = desk(
      [
        ['sales', { waitExceeds: after(61, to(1)) }],
        ['rest', {}],
        ['before', { waitExceeds: after(60, to(0)) }],
      ],
      { overflowBatch: 1 },
    );
    const older = on.call(0, { entry: 2 }); // in sales from 60 on, due there at 121
    const younger = on.call(59.5); // due at 120.5
    const last = on.call(62); // due at 123
    on.advance(300);
    expect(ran(on)).toEqual([
      `60 ${older} transferQueue`,
      `120.5 ${younger} transferQueue`,
      `180 ${older} transferQueue`,
      `240 ${last} transferQueue`,
    ]);
  });

  test('OV-23: who has left meanwhile takes no place in the batch', () => {
    const on = desk(pair(61, 61), { overflowBatch: 2 });
    const waiting = calls(on, 6);
    on.advance(61);
    on.hangUp(70, waiting[2]!);
    on.advance(120);
    expect(ran(on).slice(2)).toEqual([`120 ${waiting[3]} transferQueue`, `120 ${waiting[4]} transferQueue`]);
  });

  test('OV-23, OV-X4: one that rings when its turn comes takes no place either', () => {
    const on = desk(pair(61, 61), {
      overflowBatch: 2,
      agents: [agent('ana'), agent('ben', { queues: [1, 2] })],
    });
    const waiting = calls(on, 6);
    on.advance(61);
    on.available(110, 0); // rings for the third until 128
    on.advance(120);
    expect(ran(on).slice(2)).toEqual([`120 ${waiting[3]} transferQueue`, `120 ${waiting[4]} transferQueue`]);
    on.advance(128); // missed: falls due again in a minute that is used up
    on.advance(180);
    expect(ran(on).slice(4)).toEqual([`180 ${waiting[2]} transferQueue`, `180 ${waiting[5]} transferQueue`]);
  });

  test('OV-23: an action that cannot run takes no place', () => {
    const on = desk(
      [
        ['sales', { overflow: [offerToAll], waitExceeds: after(61, CALLBACK) }],
        ['other', { waitExceeds: after(62, to(2)) }],
        ['rest', {}],
      ],
      { overflowBatch: 1 },
    );
    on.call(0); // offered callbacks already (OV-26)
    const moved = on.call(0, { entry: 1 });
    on.advance(62);
    expect(ran(on)).toEqual([`62 ${moved} transferQueue`]);
  });

  test('OV-23: what falls due in the instant of a new batch stands in line with the rest', () => {
    const on = desk(pair(60, 60), { overflowBatch: 1 });
    const [first, second] = [on.call(10), on.call(20)]; // due at 70 and 80
    const third = on.call(60); // due at 120
    on.advance(300);
    expect(ran(on)).toEqual([
      `70 ${first} transferQueue`,
      `120 ${second} transferQueue`,
      `180 ${third} transferQueue`,
    ]);
  });
});
