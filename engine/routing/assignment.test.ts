import { describe, expect, test } from 'vitest';
import type { AgentSetup, Method, QueueSetup, RoutingSetup } from '../config/setup.ts';
import { agent, Desk, entry, queue, routing, voiceWork } from './testing/desk.ts';
import { offering, optIn } from './testing/callback-desk.ts';

const rang = (desk: Desk): string[] => desk.factsOf('rang');
const lastRang = (desk: Desk): string | undefined => rang(desk).at(-1);
/** The agents in the order in which their telephones rang. */
const chosen = (desk: Desk): number[] => rang(desk).map((line) => Number(line.split(' ')[3]));

const to = (target: number) => ({ when: [], targets: [{ queue: target, percent: 100 }], overflow: null });

/** One entry for each queue. */
const centre = (
  queues: readonly QueueSetup[],
  agents: readonly AgentSetup[],
  partial: Partial<RoutingSetup> = {},
): RoutingSetup =>
  routing({
    queues,
    agents,
    entries: queues.map((each, index) => entry(each.name, { rules: [to(index)], fallback: index })),
    ...partial,
  });

const names = ['ana', 'ben', 'cat', 'dan'];
const staffed = (count: number, method: Method, partial: Partial<AgentSetup> = {}): RoutingSetup =>
  centre(
    [queue('sales', { method })],
    names.slice(0, count).map((name) => agent(name, partial)),
  );

/** A call that the chosen agent answers at once and ends at that time. */
function talk(desk: Desk, from: number, until: number): void {
  const call = desk.call(from);
  const who = desk.view(call).agentIndex;
  desk.answer(from, call);
  desk.finish(until, call, who);
}

describe('what starts a pass', () => {
  test('AS-01: an arrival', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(10);
    expect(rang(desk)).toEqual([`10 rang ${call} 0`]);
  });

  test('AS-01: a change of presence, and the end of a ring', () => {
    const desk = new Desk(staffed(2, 'leastActive'));
    const first = desk.call(10);
    desk.available(20, 0);
    expect(lastRang(desk)).toBe(`20 rang ${first} 0`);
    const second = desk.call(21);
    desk.hangUp(25, first);
    expect(lastRang(desk)).toBe(`25 rang ${second} 0`);
  });

  test('AS-01: capacity that is released', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const first = desk.call(10);
    desk.answer(11, first);
    const second = desk.call(12);
    desk.hangUp(60, first);
    expect(rang(desk)).toHaveLength(1);
    desk.tell(70, 'wrapUpSubmitted', first, 0, '');
    expect(lastRang(desk)).toBe(`70 rang ${second} 0`);
  });

  test('AS-01: an agent added to a queue', () => {
    const desk = new Desk(
      centre([queue('sales'), queue('service')], [agent('ana'), agent('ben', { queues: [1] })]),
    );
    desk.available(0, 0);
    const call = desk.call(10, { entry: 1 });
    expect(rang(desk)).toEqual([]);
    desk.tell(20, 'configurationChanged', { change: 'joinQueue', agent: 0, queue: 1 });
    expect(rang(desk)).toEqual([`20 rang ${call} 0`]);
  });

  test('AS-01: a callback that is due', () => {
    const desk = new Desk(offering());
    const call = optIn(desk, 0);
    desk.available(41, 0);
    desk.advance(50);
    expect(rang(desk)).toEqual([`50 rang ${call} 0`]);
  });

  test('AS-01, LM-01: a line freed for a dial that waits', () => {
    const desk = new Desk(offering({}, { maxOutbound: 1, agents: [agent('ana'), agent('ben')] }));
    const first = optIn(desk, 0);
    const second = optIn(desk, 41);
    desk.available(100, 0, 1);
    desk.accept(101, first);
    desk.accept(102, second);
    desk.advance(115);
    expect(rang(desk)).toHaveLength(2);
    desk.customerAnswers(116, first);
    desk.join(116, first);
    desk.tell(120, 'legEnded', first, 'customer', 'normal', desk.legs.get(first)!);
    expect(lastRang(desk)).toBe(`120 rang ${second} 1`);
  });

  test('AS-01, CP-08: a manual edit of an agent’s limit does not; the next pass sees it', () => {
    const desk = new Desk(
      centre(
        [queue('sales'), queue('service')],
        [agent('ana', { profiles: [{ profile: 0, limit: null }] })],
        {
          profiles: [{ name: 'calls', limit: 1, reset: 'endOfDay', blocking: false }],
          classes: [
            { channel: 'voice', units: 0, profiles: [0], allowedPresences: ['available', 'doNotDisturb'] },
          ],
        },
      ),
    );
    desk.available(0, 0);
    talk(desk, 10, 20);
    const waiting = desk.call(30);
    desk.tell(40, 'configurationChanged', { change: 'profileLimit', agent: 0, profile: 0, limit: 3 });
    desk.advance(100);
    expect(rang(desk)).toHaveLength(1);
    desk.call(101);
    expect(lastRang(desk)).toBe(`101 rang ${waiting} 0`);
  });
});

describe('the block', () => {
  test('AS-02: only the top blockSize items of a queue are tried in a pass, the ones below when they have moved up', () => {
    const desk = new Desk(
      centre(
        [queue('sales', { blockSize: 2, declineLimit: 1 })],
        [agent('ana'), agent('ben', { queues: [] })],
      ),
    );
    desk.available(0, 0);
    const first = desk.call(10);
    desk.decline(11, first);
    const second = desk.call(12);
    desk.decline(13, second);
    // Both stay for ever: she declined them. The third is below the block.
    const third = desk.call(14);
    desk.advance(20);
    expect(rang(desk)).toHaveLength(2);
    desk.hangUp(30, first);
    // A hang-up of one who waits starts no pass (AS-01), the next arrival does.
    expect(rang(desk)).toHaveLength(2);
    desk.call(31);
    expect(lastRang(desk)).toBe(`31 rang ${third} 0`);
  });

  test('AS-02: what has moved up is tried in the next pass, whatever asked for it', () => {
    const desk = new Desk(
      centre(
        [queue('sales', { blockSize: 1 }), queue('other')],
        [agent('ana'), agent('ben'), agent('cat', { queues: [1] })],
      ),
    );
    const [first, second] = [desk.call(1), desk.call(2)];
    desk.hold = true;
    desk.available(10, 0, 1);
    desk.settle();
    expect(rang(desk)).toEqual([`10 rang ${first} 0`]);
    desk.hold = false;
    desk.call(11, { entry: 1 });
    expect(lastRang(desk)).toBe(`11 rang ${second} 1`);
  });

  test('AS-02: the block is each queue’s own: one that nobody can serve starves no other', () => {
    const desk = new Desk(
      centre(
        [queue('dead', { blockSize: 1, priority: 1 }), queue('alive', { blockSize: 1, priority: 2 })],
        [agent('ana', { queues: [1] }), agent('ben', { queues: [0] })],
      ),
    );
    desk.call(1, { entry: 0 });
    desk.call(2, { entry: 0 });
    const call = desk.call(3, { entry: 1 });
    desk.available(10, 0);
    expect(rang(desk)).toEqual([`10 rang ${call} 0`]);
  });

  test('AS-02: preset dynamics has one block over all queues: a queue that nobody can serve starves the rest', () => {
    const setup = centre(
      [queue('dead', { priority: 1 }), queue('alive', { priority: 2 })],
      [agent('ana', { queues: [1] }), agent('ben', { queues: [0] })],
      { sharedBlock: 2 },
    );
    const desk = new Desk(setup);
    const dead = [desk.call(1, { entry: 0 }), desk.call(2, { entry: 0 })];
    const call = desk.call(3, { entry: 1 });
    desk.available(10, 0);
    expect(rang(desk)).toEqual([]);
    desk.hangUp(20, dead[0]!);
    // The next pass finds room for it in the block.
    desk.call(21, { entry: 1 });
    expect(rang(desk)).toEqual([`21 rang ${call} 0`]);
  });

  test('AS-X3: a head item that nobody can take blocks nobody behind it', () => {
    const desk = new Desk(centre([queue('sales', { declineLimit: 1 })], [agent('ana')]));
    desk.available(0, 0);
    const head = desk.call(10);
    desk.decline(11, head);
    const next = desk.call(12);
    expect(lastRang(desk)).toBe(`12 rang ${next} 0`);
  });

  test('AS-X2, RT-11: two queues want the same agent: the lower number goes first, then the older contact', () => {
    const desk = new Desk(
      centre(
        [queue('low', { priority: 5 }), queue('high', { priority: 2 }), queue('alike', { priority: 2 })],
        [agent('ana', { queues: [0, 1, 2] })],
      ),
    );
    const oldest = desk.call(1, { entry: 0 });
    const alike = desk.call(2, { entry: 2 });
    const high = desk.call(3, { entry: 1 });
    desk.available(10, 0);
    desk.answer(11, alike);
    desk.finish(20, alike, 0);
    desk.answer(21, high);
    desk.finish(30, high, 0);
    expect(rang(desk)).toEqual([`10 rang ${alike} 0`, `20 rang ${high} 0`, `30 rang ${oldest} 0`]);
  });

  test('AS-X2: one agent gets one of them in a pass, the other item stays', () => {
    const desk = new Desk(centre([queue('a'), queue('b')], [agent('ana', { queues: [0, 1] })]));
    const first = desk.call(1, { entry: 1 });
    desk.call(2, { entry: 0 });
    desk.available(10, 0);
    expect(rang(desk)).toEqual([`10 rang ${first} 0`]);
  });
});

describe('who is able', () => {
  /** Ana could take the call that arrives at 100 s; what is done before keeps her from it. */
  test.each<[string, (desk: Desk) => void, string[]]>([
    ['nothing keeps her', () => undefined, ['100']],
    [
      'she is not a member',
      (desk) => desk.tell(50, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 }),
      [],
    ],
    ['she is signed out', (desk) => desk.tell(50, 'signOutRequested', 0), []],
    ['her presence is not allowed', (desk) => desk.tell(50, 'presenceChosen', 0, 'busy'), []],
    ['she has missed a ring', (desk) => (desk.call(50), desk.advance(70)), ['50']],
    ['she is in a call', (desk) => desk.answer(51, desk.call(50)), ['50']],
    [
      'she wants to be Idle',
      (desk) => (desk.answer(51, desk.call(50)), desk.tell(52, 'presenceChosen', 0, 'away')),
      ['50'],
    ],
    ['her device failed', (desk) => failDevice(desk), ['50']],
    ['her telephone is set Idle', (desk) => desk.tell(50, 'channelChosen', 0, 'voice', false), []],
  ])('AS-03: %s', (_, happens, expected) => {
    const desk = new Desk(centre([queue('sales')], [agent('ana'), agent('ben')]));
    desk.available(0, 0);
    happens(desk);
    desk.call(100);
    expect(rang(desk).map((line) => line.split(' ')[0])).toEqual(expected);
  });

  function failDevice(desk: Desk): void {
    const call = desk.call(50);
    desk.tell(51, 'agentDeviceFailed', call, 0, 'unreachable', desk.rings.get(call)!.id);
    desk.hangUp(52, call);
  }

  test('AS-03, NT-06: who has reached the decline limit of an item is not able for it', () => {
    const desk = new Desk(centre([queue('sales', { declineLimit: 1 })], [agent('ana')]));
    desk.available(0, 0);
    const call = desk.call(10);
    desk.decline(11, call);
    desk.tell(12, 'presenceChosen', 0, 'available');
    expect(rang(desk)).toHaveLength(1);
  });

  test('AS-12: one new offer at a time on a channel, though he has room for more', () => {
    const desk = new Desk(
      centre([queue('sales')], [agent('ana', { units: 5 })], {
        classes: [{ ...voiceWork, allowedPresences: ['available', 'busy'] }],
      }),
    );
    desk.available(0, 0);
    const first = desk.call(10);
    const second = desk.call(11);
    desk.advance(12);
    expect(rang(desk)).toEqual([`10 rang ${first} 0`]);
    desk.accept(13, first);
    expect(lastRang(desk)).toBe(`13 rang ${second} 0`);
  });

  test('AS-13: capacity is taken at the offer, not at the accept, and comes back if it is declined', () => {
    const desk = new Desk(centre([queue('sales')], [agent('ana', { units: 3 })]));
    desk.available(0, 0);
    const ana = desk.engine.centre.agents[0]!;
    const call = desk.call(10);
    expect(ana.freeUnits).toBe(2);
    desk.hold = true;
    desk.decline(11, call);
    expect(ana.freeUnits).toBe(3);
    desk.settle();
    desk.accept(12, call);
    expect(ana.freeUnits).toBe(2);
  });
});

describe('which of the able', () => {
  test('AS-04: highestCapacity: the most available capacity first, then in turn', () => {
    const desk = new Desk(
      centre(
        [queue('sales', { method: 'highestCapacity' })],
        [agent('ana', { units: 2 }), agent('ben', { units: 4 }), agent('cat', { units: 4 })],
        { classes: [{ ...voiceWork, allowedPresences: ['available', 'busy'] }] },
      ),
    );
    desk.available(0, 0, 1, 2);
    // Free units 2 4 4: ben; 2 3 4: cat; 2 3 3: ben (assigned longer ago); 2 2 3: cat; 2 2 2: ana (never).
    for (let at = 10; at < 15; at++) desk.answer(at, desk.call(at));
    expect(chosen(desk)).toEqual([1, 2, 1, 2, 0]);
  });

  test('AS-05: roundRobin: by joining order first, then by oldest last assignment in that queue', () => {
    const desk = new Desk(staffed(3, 'roundRobin'));
    desk.available(0, 2, 0, 1);
    for (let at = 10; at < 20; at += 2) talk(desk, at, at + 1);
    expect(chosen(desk)).toEqual([0, 1, 2, 0, 1]);
  });

  test('AS-05: an assignment in another queue does not count in this one', () => {
    const both = { queues: [0, 1] };
    const desk = new Desk(
      centre(
        [queue('sales', { method: 'roundRobin' }), queue('service', { method: 'roundRobin' })],
        [agent('ana', both), agent('ben', both)],
      ),
    );
    desk.available(0, 0, 1);
    talk(desk, 10, 11);
    const other = desk.call(20, { entry: 1 });
    desk.answer(20, other);
    desk.finish(21, other, 0);
    talk(desk, 30, 31);
    expect(rang(desk).map((line) => line.split(' ')[3])).toEqual(['0', '0', '1']);
  });

  test('EX-10, AS-05: equal room, last assigned 10:30, 10:35, 10:37: the first, then the second', () => {
    const desk = new Desk(staffed(3, 'highestCapacity'));
    const clock = (minute: number): number => (10 * 60 + minute) * 60;
    desk.available(0, 0, 1, 2);
    talk(desk, clock(30), clock(31));
    talk(desk, clock(35), clock(36));
    talk(desk, clock(37), clock(38));
    desk.answer(clock(40), desk.call(clock(40)));
    desk.call(clock(40));
    expect(chosen(desk)).toEqual([0, 1, 2, 0, 1]);
  });

  test('EX-09, AS-06: A released capacity 13:15, B 13:10, both able, call at 13:20: B', () => {
    const desk = new Desk(staffed(2, 'leastActive'));
    const clock = (minute: number): number => (13 * 60 + minute) * 60;
    desk.available(0, 0, 1);
    const [a, b] = [desk.call(clock(0)), desk.call(clock(0))];
    desk.answer(clock(0), a);
    desk.answer(clock(0), b);
    desk.finish(clock(10), b, 1);
    desk.finish(clock(15), a, 0);
    desk.call(clock(20));
    expect(chosen(desk)).toEqual([0, 1, 1]);
  });

  test('AS-06: who has released nothing since sign-in counts as longest', () => {
    const desk = new Desk(staffed(2, 'leastActive'));
    desk.available(0, 0);
    talk(desk, 10, 20);
    desk.available(1000, 1);
    desk.hangUp(1002, desk.call(1001));
    expect(chosen(desk)).toEqual([0, 1]);
    // Signed in anew, ana has released nothing either: the tie goes round robin, and ben was assigned last.
    desk.tell(1003, 'signOutRequested', 0);
    desk.available(1004, 0);
    desk.call(1005);
    expect(chosen(desk)).toEqual([0, 1, 0]);
  });

  test('AS-06: the clock runs over all queues of the kind', () => {
    const desk = new Desk(
      centre(
        [queue('sales'), queue('service')],
        [agent('ana', { queues: [0, 1] }), agent('ben', { queues: [0, 1] })],
      ),
    );
    desk.available(0, 0, 1);
    talk(desk, 10, 20); // ana
    talk(desk, 30, 40); // ben
    const other = desk.call(50, { entry: 1 });
    desk.answer(50, other); // ana, released at 60
    desk.finish(60, other, 0);
    desk.call(70);
    expect(chosen(desk)).toEqual([0, 1, 0, 1]);
  });

  test.each<[string, (desk: Desk, call: number) => void]>([
    ['a declined ring', (desk, call) => (desk.decline(105, call), desk.hangUp(106, call))],
    ['a withdrawn ring', (desk, call) => desk.hangUp(105, call)],
    [
      'a missed ring',
      (desk, call) => {
        desk.advance(118);
        desk.hangUp(119, call);
        desk.tell(119, 'presenceChosen', 0, 'available');
      },
    ],
    [
      'time Away',
      (desk, call) => {
        desk.hangUp(105, call);
        desk.tell(106, 'presenceChosen', 0, 'away');
        desk.tell(150, 'presenceChosen', 0, 'available');
      },
    ],
  ])('AS-06: %s does not move the clock', (_, happens) => {
    const desk = new Desk(staffed(2, 'leastActive'));
    desk.available(0, 0, 1);
    const [a, b] = [desk.call(1), desk.call(1)];
    desk.answer(1, a);
    desk.answer(1, b);
    desk.finish(10, a, 0);
    desk.finish(20, b, 1);
    const call = desk.call(100);
    expect(lastRang(desk)).toBe(`100 rang ${call} 0`);
    happens(desk, call);
    const next = desk.call(200);
    expect(lastRang(desk)).toBe(`200 rang ${next} 0`);
  });

  test('AS-06: a tie goes round robin', () => {
    const desk = new Desk(staffed(3, 'leastActive'));
    desk.available(0, 0, 1, 2);
    const first = desk.call(1);
    desk.hangUp(2, first);
    const second = desk.call(3);
    desk.hangUp(4, second);
    desk.call(5);
    expect(chosen(desk)).toEqual([0, 1, 2]);
  });

  test('AS-10: longestAvailable looks at the time since last Available', () => {
    const run = (method: Method): number[] => {
      const desk = new Desk(staffed(2, method));
      desk.available(0, 0, 1);
      talk(desk, 1, 10); // ana, the first of the list
      talk(desk, 11, 20); // ben
      desk.tell(30, 'presenceChosen', 0, 'away');
      desk.tell(40, 'presenceChosen', 0, 'available');
      desk.call(50);
      return chosen(desk);
    };
    // Ana released at 10 s and is Available since 40 s; ben released at 20 s and is Available since then.
    expect(run('longestAvailable')).toEqual([0, 1, 1]);
    expect(run('leastActive')).toEqual([0, 1, 0]);
  });

  test('AS-10: linear: always from the top of the list', () => {
    const desk = new Desk(staffed(3, 'linear'));
    desk.available(0, 2, 1, 0);
    talk(desk, 10, 20);
    talk(desk, 30, 40);
    desk.answer(50, desk.call(50));
    desk.call(51);
    expect(chosen(desk)).toEqual([0, 0, 0, 1]);
  });

  test.each(['leastActive', 'roundRobin', 'highestCapacity', 'longestAvailable', 'linear'] as const)(
    'AS-11: the last tie-break of %s is the order of joining the queue, which a return puts at the end',
    (method) => {
      const desk = new Desk(staffed(3, method));
      desk.tell(0, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
      desk.tell(0, 'configurationChanged', { change: 'joinQueue', agent: 0, queue: 0 });
      desk.available(1, 0, 2, 1);
      for (const at of [10, 11, 12]) desk.call(at);
      expect(chosen(desk)).toEqual([1, 2, 0]);
    },
  );

  test('AS-X4: voice queues look at voice releases, messaging queues at messaging releases', () => {
    const both = { queues: [0, 1] };
    const desk = new Desk(
      centre(
        [queue('calls'), queue('chats', { channel: 'messaging', method: 'leastActive' })],
        [agent('ana', both), agent('ben', both)],
        {
          entries: [
            entry('calls', { rules: [to(0)] }),
            entry('chats', { workClass: 1, rules: [to(1)], fallback: 1 }),
          ],
          classes: [voiceWork, { ...voiceWork, channel: 'messaging' }],
        },
      ),
    );
    desk.available(0, 0, 1);
    const [voiceA, voiceB] = [desk.call(1), desk.call(1)];
    desk.answer(1, voiceA);
    desk.answer(1, voiceB);
    desk.finish(10, voiceA, 0);
    desk.finish(20, voiceB, 1);
    // A chat of ana's later on changes nothing for calls: ana's last voice release is still the older one.
    const chat = desk.call(30, { entry: 1 });
    expect(lastRang(desk)).toBe(`30 rang ${chat} 0`);
    desk.answer(30, chat);
    desk.finish(40, chat, 0);
    const call = desk.call(50);
    expect(lastRang(desk)).toBe(`50 rang ${call} 0`);
    desk.hangUp(51, call);
    // And for chats it is ben, who has released none.
    const next = desk.call(52, { entry: 1 });
    expect(lastRang(desk)).toBe(`52 rang ${next} 1`);
  });
});
