import { describe, expect, test } from 'vitest';
import type { OverflowSetup, RuleSetup } from '../../config/setup.ts';
import { hours, seconds } from '../../kernel/time.ts';
import { agent, Desk, entry, queue, routing } from '../testing/desk.ts';

const to = (index: number, overflow: readonly OverflowSetup[] | null = null): RuleSetup => ({
  when: [],
  targets: [{ queue: index, percent: 100 }],
  overflow,
});
/** Overflows with whoever has to wait. */
const always: OverflowSetup = { when: 'workItemLimit', limit: 0, action: { do: 'endCall' } };
const outside = (number: string): OverflowSetup => ({
  when: 'outOfHours',
  limit: 0,
  action: { do: 'transferExternal', number },
});
const moveTo = (index: number, limit = 60): OverflowSetup => ({
  when: 'waitExceeds',
  limit: seconds(limit),
  action: { do: 'transferQueue', queue: index },
});
const hoursRecord = { name: 'office', zone: 'UTC', week: [], holidays: [] };
const inAll = agent('ana', { queues: [0, 1, 2] });

const queued = (desk: Desk): string[] => desk.factsOf('queued');
const queueOf = (desk: Desk, call: number): number => desk.view(call).queueIndex;

describe('the order of treatment', () => {
  test('RT-01: answer, greeting, rules, overflow, queue, assignment', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { hours: 0, overflow: [outside('+33')] })],
        hours: [hoursRecord],
        entries: [entry('main', { greeting: true })],
      }),
      { openings: [[0, hours(1)]] },
    );
    desk.available(0, 0);
    desk.take();
    const call = desk.call(10);
    expect(desk.take()).toEqual([`10 answer ${call}`, `10 play ${call} greeting 0`]);
    expect(queued(desk)).toEqual([]);
    desk.promptDone(14, call);
    expect(desk.take()).toEqual([`14 music ${call} true`, `14 ring ${call} ana inbound 32`]);

    // The queue closes while the greeting plays: overflow is looked at after it.
    const late = desk.call(3599);
    desk.take();
    desk.promptDone(3603, late);
    expect(desk.take()).toEqual([`3603 transferOut ${late} +33`]);
  });

  test('RT-01: without a greeting all of it happens in the instant of the arrival', () => {
    const desk = new Desk();
    desk.available(0, 0);
    desk.take();
    const call = desk.call(1);
    expect(desk.take()).toEqual([
      `1 answer ${call}`,
      `1 music ${call} true`,
      `1 ring ${call} ana inbound 19`,
    ]);
  });

  test('RT-X1: a caller who hangs up during the greeting was in no queue', () => {
    const desk = new Desk(routing({ entries: [entry('main', { greeting: true })] }));
    const call = desk.call(0);
    desk.hangUp(3, call);
    expect(desk.facts).toEqual([`0 arrived ${call}`, `3 closed ${call} abandoned-before-queue`]);
  });
});

describe('the rules of an entry', () => {
  const three = (overflows: readonly (readonly OverflowSetup[])[], rules: readonly RuleSetup[]): Desk =>
    new Desk(
      routing({
        queues: overflows.map((overflow, index) => queue(`q${index}`, { overflow })),
        agents: [inAll],
        entries: [entry('main', { rules })],
      }),
    );

  test('RT-02, EX-06: the first candidate that is not overflowing takes the contact, and no action runs', () => {
    const desk = three([[always], [], []], [to(0), to(1), to(2)]);
    const call = desk.call(0);
    expect(queueOf(desk, call)).toBe(1);
    expect(desk.factsOf('overflowed')).toEqual([]);
    expect(desk.take().some((line) => line.includes('overflowEnd'))).toBe(false);
  });

  test('RT-02: rule order decides, not queue order', () => {
    const desk = three([[], [], []], [to(2), to(0)]);
    expect(queueOf(desk, desk.call(0))).toBe(2);
  });

  test.each([
    ['is one of', { attribute: 'language', is: ['fr', 'it'] }, { language: 'fr' }, 1],
    ['is none of', { attribute: 'language', is: ['fr', 'it'] }, { language: 'en' }, 0],
    ['is missing', { attribute: 'language', is: ['fr'] }, {}, 0],
    ['is above', { attribute: 'value', above: 10 }, { value: '10.5' }, 1],
    ['is not above', { attribute: 'value', above: 10 }, { value: '10' }, 0],
    ['is below', { attribute: 'value', below: 10 }, { value: '9' }, 1],
    ['is between', { attribute: 'value', above: 1, below: 10 }, { value: '9' }, 1],
    ['is not between', { attribute: 'value', above: 1, below: 5 }, { value: '9' }, 0],
  ])(
    'RT-02: a rule is a candidate only if its condition holds: %s',
    (_name, condition, attributes, expected) => {
      const desk = new Desk(
        routing({
          queues: [queue('q0'), queue('q1')],
          agents: [agent('ana', { queues: [0, 1] })],
          entries: [
            entry('main', {
              attributes: attributes as Readonly<Record<string, string>>,
              rules: [{ ...to(1), when: [condition] }, to(0)],
            }),
          ],
        }),
      );
      expect(queueOf(desk, desk.call(0))).toBe(expected);
    },
  );

  test('RT-02: all conditions of a rule must hold', () => {
    const when = [
      { attribute: 'language', is: ['fr'] },
      { attribute: 'value', above: 5 },
    ];
    const of = (value: string): Desk =>
      new Desk(
        routing({
          queues: [queue('q0'), queue('q1')],
          agents: [agent('ana', { queues: [0, 1] })],
          entries: [
            entry('main', { attributes: { language: 'fr', value }, rules: [{ ...to(1), when }, to(0)] }),
          ],
        }),
      );
    const [low, high] = [of('5'), of('6')];
    expect(queueOf(low, low.call(0))).toBe(0);
    expect(queueOf(high, high.call(0))).toBe(1);
  });

  test('RT-03: all overflow and several are in hours: the first in rule order takes it, and its action runs', () => {
    const desk = three([[always], [always], [always]], [to(1), to(0), to(2)]);
    const call = desk.call(0);
    expect(desk.factsOf('overflowed')).toEqual([`0 overflowed ${call} 1 workItemLimit endCall 1`]);
  });

  const byHours = (openings: readonly (readonly number[])[], overflow: readonly OverflowSetup[]): Desk =>
    new Desk(
      routing({
        queues: openings.map((_each, index) =>
          queue(`q${index}`, { hours: index, overflow: [...overflow, outside(`+${index}`)] }),
        ),
        agents: [agent('ana', { queues: openings.map((_each, index) => index) })],
        hours: openings.map(() => hoursRecord),
        entries: [entry('main', { rules: openings.map((_each, index) => to(index)) })],
      }),
      { openings: openings.map((each) => each.map(hours)) },
    );

  test('RT-03, EX-07: two overflow and only the second is in hours: the second and its action', () => {
    const desk = byHours(
      [
        [9, 17],
        [0, 17],
      ],
      [always],
    );
    const call = desk.call(8 * 3600);
    expect(desk.factsOf('overflowed')).toEqual([`28800 overflowed ${call} 1 workItemLimit endCall 1`]);
  });

  test.each([
    [
      'the one that opens earliest',
      [
        [10, 17],
        [9, 17],
        [11, 17],
      ],
      1,
    ],
    [
      'with a tie the first rule',
      [
        [10, 17],
        [9, 17],
        [9, 12],
      ],
      1,
    ],
    ['one that opens again goes before one that never does', [[], [0, 5, 20, 21]], 1],
    ['the first, if none ever opens', [[], []], 0],
  ])('RT-04: all overflow and none is in hours: %s', (_name, openings, expected) => {
    const desk = byHours(openings, []);
    const call = desk.call(8 * 3600);
    expect(desk.take()).toEqual([`28800 answer ${call}`, `28800 transferOut ${call} +${expected}`]);
  });

  test.each([
    ['no rule matches', [{ ...to(0), when: [{ attribute: 'language', is: ['it'] }] }]],
    ['a rule fails', [{ ...to(0), when: [{ attribute: 'name', above: 5 }] }, to(0)]],
    ['a later rule fails', [to(0), { ...to(0), when: [{ attribute: 'name', below: 5 }] }]],
    ['there is no rule', []],
  ])('RT-05: %s: the fallback queue takes it and every overflow setting of it is ignored', (_name, rules) => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales'),
          queue('fallback', { hours: 0, overflow: [outside('+1'), always], waitExceeds: moveTo(0) }),
        ],
        agents: [agent('ana', { queues: [0, 1] })],
        hours: [hoursRecord],
        entries: [entry('main', { attributes: { name: 'Ana', language: 'fr' }, rules, fallback: 1 })],
      }),
      { openings: [[]] },
    );
    const call = desk.call(0);
    desk.advance(300);
    expect(queueOf(desk, call)).toBe(1);
    expect(desk.factsOf('overflowed')).toEqual([]);
  });

  test('RT-06: the draw comes first; if the queue drawn overflows, the next matching rule goes on', () => {
    const split: RuleSetup = {
      when: [],
      targets: [
        { queue: 0, percent: 50 },
        { queue: 1, percent: 50 },
      ],
      overflow: null,
    };
    const run = (overflow: readonly OverflowSetup[]): readonly number[] => {
      const desk = three([overflow, [], []], [split, to(2)]);
      return Array.from({ length: 400 }, (_, caller) => queueOf(desk, desk.call(caller, { caller })));
    };
    const drawn = run([]);
    expect(new Set(drawn)).toEqual(new Set([0, 1]));
    // Nobody drawn for the overflowing queue goes to the other one of the split.
    expect(run([always])).toEqual(drawn.map((each) => (each === 0 ? 2 : each)));
  });

  test('RT-07: a voice contact is never put in a queue of another kind', () => {
    const desk = new Desk(
      routing({
        queues: [queue('chat', { channel: 'messaging' }), queue('sales')],
        agents: [agent('ana', { queues: [0, 1] })],
        entries: [
          entry('main', { rules: [to(0), to(1)], fallback: 1 }),
          entry('odd', { rules: [to(0)], fallback: 1 }),
        ],
      }),
    );
    expect(queueOf(desk, desk.call(0))).toBe(1);
    expect(queueOf(desk, desk.call(0, { entry: 1 }))).toBe(1);
  });

  test('RT-X2: a queue named by two rules is looked at once, at its first place', () => {
    // The second rule would never overflow, but its queue has been looked at.
    const desk = three([[always], [always], []], [to(0), to(0, []), to(1)]);
    const call = desk.call(0);
    expect(desk.factsOf('overflowed')).toEqual([`0 overflowed ${call} 0 workItemLimit endCall 0`]);
  });
});

describe('entering a queue', () => {
  test('RT-08: a queue with no member closes the contact at once', () => {
    const desk = new Desk(routing({ agents: [agent('ana', { queues: [] })] }));
    const call = desk.call(0);
    expect(desk.take()).toEqual([`0 answer ${call}`, `0 hangup ${call} queue-without-agents`]);
    expect(desk.facts).toEqual([`0 arrived ${call}`, `0 closed ${call} queue-without-agents`]);
  });

  test('RT-08: members who are merely absent do not count as none', () => {
    const desk = new Desk();
    const call = desk.call(0);
    expect(queued(desk)).toEqual([`0 queued ${call} routed`]);
  });

  test('RT-08: a move before the queue into one with no member ends the call', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', { overflow: [{ ...always, action: { do: 'transferQueue', queue: 1 } }] }),
          queue('empty'),
        ],
      }),
    );
    const call = desk.call(0);
    expect(desk.factsOf('closed')).toEqual([`0 closed ${call} queue-without-agents`]);
  });

  test('RT-08, OV-25: who waits is not moved to a queue with no member; it stays, and the fact is told', () => {
    const desk = new Desk(routing({ queues: [queue('sales', { waitExceeds: moveTo(1) }), queue('empty')] }));
    const call = desk.call(0);
    desk.advance(60);
    expect(queueOf(desk, call)).toBe(0);
    expect(desk.factsOf('overflowed')).toEqual([`60 overflowed ${call} 0 waitExceeds stays 0`]);
  });

  test('maxActiveContacts, RT-01: one more open item is refused as busy, after every overflow condition', () => {
    const limited = (overflow: readonly OverflowSetup[]): Desk => {
      const desk = new Desk(routing({ queues: [queue('sales', { maxActiveContacts: 2, overflow })] }));
      desk.call(0);
      desk.call(1);
      desk.take();
      return desk;
    };
    const refusing = limited([]);
    const third = refusing.call(2);
    expect(refusing.take()).toEqual([`2 answer ${third}`, `2 hangup ${third} queue-full`]);
    expect(refusing.factsOf('closed')).toEqual([`2 closed ${third} queue-full`]);

    const overflowing = limited([{ ...always, limit: 2 }]);
    const fourth = overflowing.call(2);
    expect(overflowing.take()).toEqual([`2 answer ${fourth}`, `2 play ${fourth} overflowEnd 0`]);
  });

  test('maxActiveContacts, OV-06: a ring that nobody has accepted is an open item, a call in progress is none', () => {
    const desk = new Desk(routing({ queues: [queue('sales', { maxActiveContacts: 1 })] }));
    desk.available(0, 0);
    const first = desk.call(1);
    const second = desk.call(2);
    desk.accept(3, first);
    const third = desk.call(3);
    expect(desk.factsOf('closed')).toEqual([`2 closed ${second} queue-full`]);
    expect(queueOf(desk, third)).toBe(0);
  });

  test('RT-09: a contact moved in keeps its first arrival time and goes ahead of shorter-waiting ones', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales'), queue('help', { waitExceeds: moveTo(0) })],
        agents: [agent('ana'), agent('ben', { queues: [1] })],
        entries: [entry('main'), entry('help', { rules: [to(1)] })],
      }),
    );
    const first = desk.call(0);
    const older = desk.call(5, { entry: 1 });
    const younger = desk.call(10);
    desk.advance(65);
    desk.available(70, 0);
    const order: number[] = [];
    for (let at = 71; order.length < 3; at += 10) {
      const ringing = Number(
        desk
          .take()
          .findLast((line) => line.includes(' ring '))!
          .split(' ')[2],
      );
      order.push(ringing);
      desk.answer(at, ringing);
      desk.finish(at + 5, ringing, 0);
    }
    expect(order).toEqual([first, older, younger]);
  });

  test.each([
    ['the lower priority number goes first, though it arrived later', 2, 1, [1, 0]],
    ['with equal numbers the oldest of both goes first', 1, 1, [0, 1]],
    ['the order of the queues does not matter', 1, 2, [0, 1]],
  ])('RT-11: across the queues of an agent %s', (_name, first, second, expected) => {
    const desk = new Desk(
      routing({
        queues: [queue('a', { priority: first }), queue('b', { priority: second })],
        agents: [agent('ana', { queues: [1, 0] })],
        entries: [entry('a', { rules: [to(0)] }), entry('b', { rules: [to(1)] })],
      }),
    );
    const calls = [desk.call(0), desk.call(1, { entry: 1 })];
    desk.available(10, 0);
    const order = expected.map((nth) => calls[nth]!);
    expect(desk.take().at(-1)).toContain(` ring ${order[0]} `);
    desk.answer(12, order[0]!);
    desk.finish(20, order[0]!, 0);
    expect(desk.take().at(-1)).toContain(` ring ${order[1]} `);
  });

  test('RT-13: a move enters without a check of the new queue, whose own clock for waiting runs from then', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', { waitExceeds: moveTo(1) }),
          queue('help', { overflow: [always], waitExceeds: { ...moveTo(2, 100) } }),
          queue('last'),
        ],
        agents: [inAll],
      }),
    );
    const call = desk.call(0);
    desk.advance(159);
    expect(queueOf(desk, call)).toBe(1);
    desk.advance(160);
    expect(queueOf(desk, call)).toBe(2);
    expect(queued(desk)).toEqual([
      `0 queued ${call} routed`,
      `60 queued ${call} overflow`,
      `160 queued ${call} overflow`,
    ]);
  });
});

describe('when a queue changes', () => {
  test('RT-X3: a queue is not removed while somebody waits, rings or was promised a callback there', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { overflow: [{ ...always, action: { do: 'directCallback', profile: 0 } }] })],
      }),
    );
    const remove = (at: number): string | undefined => {
      const before = desk.factsOf('refused').length;
      desk.tell(at, 'configurationChanged', { change: 'removeQueue', queue: 0 });
      return desk.factsOf('refused')[before]?.split(' ').at(-1);
    };
    const call = desk.call(0);
    expect(remove(1)).toBe('queue-not-empty');
    desk.advance(30);
    desk.press(31, call);
    desk.promptDone(39, call);
    expect(remove(45)).toBe('queue-not-empty');
    desk.available(60, 0);
    expect(remove(61)).toBe('queue-not-empty'); // it rings
    desk.accept(62, call);
    desk.dialFails(70, call, 'invalidNumber');
    expect(remove(71)).toBeUndefined();
    expect(desk.factsOf('refused')).toHaveLength(3);
    const late = desk.call(72);
    expect(desk.factsOf('closed').at(-1)).toBe(`72 closed ${late} queue-without-agents`);
  });

  test('RT-X3, RT-X4: members may leave a queue that is not empty; who waits stays, and its overflow clock runs', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { waitExceeds: moveTo(1) }), queue('help')],
        agents: [agent('ana'), agent('ben', { queues: [1] })],
      }),
    );
    const call = desk.call(0);
    desk.tell(10, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    desk.available(11, 0);
    expect(queueOf(desk, call)).toBe(0);
    const late = desk.call(20);
    expect(desk.factsOf('closed')).toEqual([`20 closed ${late} queue-without-agents`]);
    desk.advance(60);
    expect(queueOf(desk, call)).toBe(1);
    expect(desk.commands.some((line) => line.includes(' ring '))).toBe(false);
  });

  test('RT-X4: an agent who joins takes those who stayed', () => {
    const desk = new Desk();
    const call = desk.call(0);
    desk.tell(10, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    desk.available(11, 0);
    desk.take();
    desk.tell(20, 'configurationChanged', { change: 'joinQueue', agent: 0, queue: 0 });
    expect(desk.take()).toEqual([`20 ring ${call} ana inbound 38`]);
  });
});
