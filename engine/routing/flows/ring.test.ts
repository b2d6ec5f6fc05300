import { describe, expect, test } from 'vitest';
import type { QueueSetup, RoutingSetup } from '../../config/setup.ts';
import { seconds } from '../../kernel/time.ts';
import { At } from '../agent-states.ts';
import type { DeviceFault } from '../protocol.ts';
import { agent, Desk, entry, queue, routing, voiceWork } from '../testing/desk.ts';

const rang = (desk: Desk): string[] => desk.factsOf('rang');
const lastRang = (desk: Desk): string | undefined => rang(desk).at(-1);
const activity = (desk: Desk): string | undefined => desk.factsOf('activity').at(-1);

/** Agents ana, ben, cat ... in one queue. */
const staffed = (count: number, partial: Partial<QueueSetup> = {}): RoutingSetup =>
  routing({
    queues: [queue('sales', partial)],
    agents: ['ana', 'ben', 'cat', 'dan'].slice(0, count).map((name) => agent(name)),
  });

/** One agent, signed in, whose telephone rings for a call since 10 s. */
function ringing(partial: Partial<QueueSetup> = {}): { desk: Desk; call: number } {
  const desk = new Desk(staffed(1, partial));
  desk.available(0, 0);
  const call = desk.call(10);
  return { desk, call };
}

describe('the offer', () => {
  test('NT-01: a ring names agent, contact, kind and deadline; the deadline is the engine’s own timer', () => {
    const { desk, call } = ringing({ ringTimeout: seconds(25) });
    expect(desk.take().at(-1)).toBe(`10 ring ${call} ana inbound 35`);
    desk.advance(34.999);
    expect(desk.factsOf('ringEnded')).toEqual([]);
    desk.advance(35);
    expect(desk.factsOf('ringEnded')).toEqual([`35 ringEnded ${call} 0 missed`]);
    expect(desk.take()).toContain(`35 withdrawRing ${call} ana noAnswer`);
  });

  test('NT-01: an agent may have a ring timeout of his own', () => {
    const desk = new Desk(routing({ agents: [agent('ana', { ringTimeout: seconds(7) })] }));
    desk.available(0, 0);
    const call = desk.call(10);
    expect(desk.take().at(-1)).toBe(`10 ring ${call} ana inbound 17`);
  });

  test('NT-01: the port’s own no-answer, if earlier, counts as the deadline', () => {
    const { desk, call } = ringing();
    desk.tell(15, 'agentNoAnswer', call, 0, desk.rings.get(call)!.id);
    expect(desk.factsOf('ringEnded')).toEqual([`15 ringEnded ${call} 0 missed`]);
    expect(activity(desk)).toBe('15 activity 0 inactive');
    desk.advance(28);
    expect(desk.factsOf('ringEnded')).toHaveLength(1);
  });

  test('NT-02: an accept asks to connect; connected, and the timer starts, on the acknowledgement', () => {
    const { desk, call } = ringing();
    desk.take();
    desk.accept(14, call);
    expect(desk.take()).toEqual([`14 connect ${call} ana`]);
    expect(desk.factsOf('joined')).toEqual([]);
    expect(desk.view(call).joinedAt).toBe(-1);
    desk.join(14.3, call);
    expect(desk.factsOf('joined')).toEqual([`14.3 joined ${call} 0`]);
    expect(desk.view(call).joinedAt).toBe(14_300);
  });

  test('NT-02: a call cannot be ended before it is connected', () => {
    const { desk, call } = ringing();
    desk.accept(14, call);
    desk.tell(14, 'endRequested', call, 0);
    expect(desk.factsOf('refused')).toEqual([`14 refused 0 ${call} not-allowed-in-state`]);
  });
});

describe('rings that nobody answers', () => {
  test('NT-03: RONA: the contact is back at its rank, the agent Inactive until he chooses himself', () => {
    const desk = new Desk(staffed(2));
    desk.available(0, 0);
    const call = desk.call(10);
    const later = desk.call(11);
    desk.advance(28);
    expect(activity(desk)).toBe('28 activity 0 inactive');
    desk.available(30, 1);
    expect(lastRang(desk)).toBe(`30 rang ${call} 1`);
    desk.advance(40);
    expect(rang(desk)).toHaveLength(2);
    desk.tell(41, 'presenceChosen', 0, 'available');
    expect(lastRang(desk)).toBe(`41 rang ${later} 0`);
  });

  test('NT-03: RONA is agent-wide: no queue and no channel offers him anything', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    desk.call(10);
    desk.advance(28);
    desk.call(29, { entry: 1 });
    expect(rang(desk)).toHaveLength(1);
    desk.tell(30, 'presenceChosen', 0, 'away');
    expect(activity(desk)).toBe('30 activity 0 unavailable');
    desk.tell(31, 'presenceChosen', 0, 'available');
    expect(rang(desk)).toHaveLength(3);
  });

  test.each([
    ['rona', 'inactive'],
    ['inactive', 'inactive'],
    ['none', 'ringing'], // still able, the only one, and the item is his again (NT-06)
    ['logout', 'signedOut'],
  ] as const)('NT-04: onMissed %s leaves the agent %s', (onMissed, state) => {
    const { desk } = ringing({ onMissed });
    desk.advance(28);
    expect(activity(desk)!.split(' ')[3]).toBe(state);
    expect(rang(desk)).toHaveLength(state === 'ringing' ? 2 : 1);
  });

  test('NT-04: onReject none leaves him as he was; doNotDisturb holds until he or a supervisor resets it', () => {
    const none = ringing();
    none.desk.decline(12, none.call);
    expect(lastRang(none.desk)).toBe(`12 rang ${none.call} 0`);

    const { desk, call } = ringing({ onReject: 'doNotDisturb' });
    desk.decline(12, call);
    expect(activity(desk)).toBe('12 activity 0 unavailable');
    desk.advance(500);
    expect(rang(desk)).toHaveLength(1);
    desk.tell(501, 'presenceResetRequested', 0);
    expect(lastRang(desk)).toBe(`501 rang ${call} 0`);
  });

  test.each(['busy', 'unreachable', 'invalidNumber'] satisfies DeviceFault[])(
    'NT-14: a device that is %s ends the offer at once, counted apart, the agent Inactive, the contact at its rank',
    (fault) => {
      const desk = new Desk(staffed(2));
      desk.available(0, 0);
      const call = desk.call(10);
      desk.call(11);
      desk.tell(12, 'agentDeviceFailed', call, 0, fault, desk.rings.get(call)!.id);
      expect(desk.factsOf('ringEnded')).toEqual([`12 ringEnded ${call} 0 deviceError`]);
      expect(activity(desk)).toBe('12 activity 0 inactive');
      desk.available(13, 1);
      expect(lastRang(desk)).toBe(`13 rang ${call} 1`);
    },
  );

  test('NT-14, NT-05: a device fault is no decline of the item', () => {
    const desk = new Desk(staffed(2, { method: 'linear' }));
    desk.available(0, 0);
    const call = desk.call(10);
    desk.tell(12, 'agentDeviceFailed', call, 0, 'busy', desk.rings.get(call)!.id);
    desk.hold = true;
    desk.tell(20, 'presenceChosen', 0, 'available');
    desk.available(20, 1);
    desk.settle();
    // The first of the list again, who would be the last for it had he declined.
    expect(lastRang(desk)).toBe(`20 rang ${call} 0`);
  });
});

describe('declines', () => {
  test('NT-05: who declined sorts last for that item, and for no other', () => {
    const desk = new Desk(staffed(2));
    desk.available(0, 0, 1);
    const call = desk.call(10);
    desk.decline(11, call);
    const other = desk.call(12);
    expect(rang(desk)).toEqual([`10 rang ${call} 0`, `11 rang ${call} 1`, `12 rang ${other} 0`]);
  });

  test('NT-05: a ring that times out counts as a decline like one he refuses', () => {
    const desk = new Desk(staffed(2, { onMissed: 'none' }));
    desk.available(0, 0, 1);
    const call = desk.call(10);
    desk.advance(28);
    expect(lastRang(desk)).toBe(`28 rang ${call} 1`);
  });

  test('NT-05, NT-06: when all have declined, whose decline is longest ago is asked again, up to the limit', () => {
    const desk = new Desk(staffed(3));
    desk.available(0, 0, 1, 2);
    const call = desk.call(10);
    for (let at = 11; at < 20; at++) desk.decline(at, call);
    expect(rang(desk).map((line) => line.split(' ')[3])).toEqual([
      ...['0', '1', '2'],
      ...['0', '1', '2'],
      ...['0', '1', '2'],
    ]);
    expect(desk.factsOf('closed')).toEqual([]);
  });

  test('NT-06: he is not asked again while another able agent has not declined', () => {
    const desk = new Desk(staffed(2));
    desk.available(0, 0);
    const call = desk.call(10);
    desk.hold = true;
    desk.decline(11, call);
    desk.available(11, 1);
    desk.settle();
    expect(lastRang(desk)).toBe(`11 rang ${call} 1`);
  });

  test('EX-13, NT-06: he declines twice and lets it ring out once, alone: the fourth time he is not asked', () => {
    const { desk, call } = ringing({ onMissed: 'none' });
    desk.decline(11, call);
    desk.decline(12, call);
    expect(rang(desk)).toHaveLength(3);
    desk.advance(30);
    desk.tell(40, 'presenceChosen', 0, 'away');
    desk.tell(41, 'presenceChosen', 0, 'available');
    desk.advance(600);
    expect(rang(desk)).toHaveLength(3);
    // It waits on, and others get it.
    expect(desk.factsOf('closed')).toEqual([]);
    const next = desk.call(601);
    expect(lastRang(desk)).toBe(`601 rang ${next} 0`);
  });

  test.each([1, 2, 5])('NT-06: declineLimit %i is how often one agent is asked', (declineLimit) => {
    const { desk, call } = ringing({ declineLimit });
    for (let at = 11; at < 20; at++) if (desk.rings.get(call) !== undefined) desk.decline(at, call);
    expect(rang(desk)).toHaveLength(declineLimit);
  });

  test('NT-07: declined by as many agents as the cap says, it leaves automatic assignment', () => {
    const desk = new Desk(staffed(4, { itemDeclineCap: 2 }));
    desk.available(0, 0, 1);
    const call = desk.call(10);
    desk.decline(11, call);
    desk.decline(12, call);
    desk.available(20, 2, 3);
    expect(rang(desk)).toHaveLength(2);
    const next = desk.call(21);
    // The next item is given as ever (AS-05: cat was never assigned).
    expect(lastRang(desk)).toBe(`21 rang ${next} 2`);
    expect(desk.factsOf('closed')).toEqual([]);
    desk.hangUp(30, call);
    expect(desk.factsOf('closed')).toEqual([`30 closed ${call} abandoned`]);
  });

  test('NT-07: declines of one agent are one agent', () => {
    const desk = new Desk(staffed(2, { itemDeclineCap: 2 }));
    desk.available(0, 0);
    const call = desk.call(10);
    desk.decline(11, call);
    desk.decline(12, call);
    desk.decline(13, call);
    desk.available(20, 1);
    expect(lastRang(desk)).toBe(`20 rang ${call} 1`);
  });

  test('NT-07: an item left to a supervisor stays so in the queue it is moved to', () => {
    const moves = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: 1 },
    } as const;
    const desk = new Desk(
      routing({
        queues: [queue('sales', { itemDeclineCap: 1, waitExceeds: moves }), queue('backup')],
        agents: [agent('ana'), agent('ben', { queues: [1] })],
      }),
    );
    desk.available(0, 0, 1);
    const call = desk.call(10);
    desk.decline(11, call);
    desk.advance(100);
    expect(desk.view(call).queueIndex).toBe(1);
    expect(rang(desk)).toEqual([`10 rang ${call} 0`]);
  });
});

describe('withdrawn offers', () => {
  test('NT-13, NT-X3: the customer hangs up while it rings: abandoned; no decline, no RONA, the idle clock stands', () => {
    const desk = new Desk(staffed(2));
    desk.available(0, 0, 1);
    const first = desk.call(1);
    const second = desk.call(2);
    desk.answer(3, first);
    desk.answer(4, second);
    desk.finish(10, first, 0);
    desk.finish(20, second, 1);
    const call = desk.call(30);
    expect(lastRang(desk)).toBe(`30 rang ${call} 0`);
    desk.take();
    desk.hangUp(35, call);
    expect(desk.take()).toEqual([`35 withdrawRing ${call} ana hungUp`]);
    expect(desk.factsOf('closed').at(-1)).toBe(`35 closed ${call} abandoned`);
    expect(desk.factsOf('left').at(-1)).toBe(`35 left ${call} abandoned`);
    expect(desk.factsOf('ringEnded').at(-1)).toBe(`35 ringEnded ${call} 0 withdrawn`);
    expect(activity(desk)).toBe('35 activity 0 available');
    // Ana has been idle since 10 s, ben since 20 s: a ring that came to nothing changes neither.
    const next = desk.call(36);
    expect(lastRang(desk)).toBe(`36 rang ${next} 0`);
  });

  test('NT-13: the ring of a call that left is dead: its timer does nothing more', () => {
    const { desk, call } = ringing();
    desk.hangUp(12, call);
    desk.advance(28);
    expect(desk.factsOf('ringEnded')).toHaveLength(1);
    expect(activity(desk)).toBe('12 activity 0 available');
  });
});

/** Ana serves a voice queue and a messaging queue, two units. */
const mixed = (): RoutingSetup =>
  routing({
    queues: [queue('calls'), queue('chats', { channel: 'messaging', method: 'highestCapacity' })],
    agents: [agent('ana', { queues: [0, 1], units: 2 })],
    entries: [
      entry('calls'),
      entry('chats', {
        workClass: 1,
        fallback: 1,
        rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }],
      }),
    ],
    classes: [
      voiceWork,
      { channel: 'messaging', units: 1, profiles: [], allowedPresences: ['available', 'busy'] },
    ],
  });

describe('races and edges of a ring', () => {
  test('NT-X1: accept and deadline in the same instant: the accept wins', () => {
    const { desk, call } = ringing();
    desk.accept(28, call);
    expect(desk.factsOf('ringEnded')).toEqual([`28 ringEnded ${call} 0 accepted`]);
  });

  test('NT-X2: an accept after the deadline is a stale offer, and the agent stays in RONA', () => {
    const { desk, call } = ringing();
    desk.advance(28);
    desk.take();
    desk.accept(28.001, call);
    expect(desk.take()).toEqual([`28.001 notify ana stale-offer ${call}`]);
    expect(desk.factsOf('refused')).toEqual([`28.001 refused 0 ${call} stale-offer`]);
    expect(activity(desk)).toBe('28 activity 0 inactive');
  });

  test('NT-X2: so is one that names an older ring of the same contact', () => {
    const { desk, call } = ringing();
    const old = desk.rings.get(call)!;
    desk.decline(12, call);
    desk.tell(13, 'agentAccepted', call, 0, old.id);
    expect(desk.factsOf('refused')).toEqual([`13 refused 0 ${call} stale-offer`]);
    expect(activity(desk)!.split(' ')[3]).toBe('ringing');
  });

  test('NT-X4: Idle chosen while it rings is pending, the offer stays; declined he is Idle', () => {
    const { desk, call } = ringing();
    desk.take();
    desk.tell(12, 'presenceChosen', 0, 'away');
    expect(desk.take()).toEqual([]);
    expect(activity(desk)).toBe('10 activity 0 ringing');
    desk.decline(14, call);
    expect(activity(desk)).toBe('14 activity 0 unavailable');
    desk.advance(100);
    expect(rang(desk)).toHaveLength(1);
  });

  test('NT-X4: the Idle he chose goes before the DND his queue has for declines', () => {
    const { desk, call } = ringing({ onReject: 'doNotDisturb' });
    desk.tell(12, 'presenceChosen', 0, 'away');
    desk.decline(14, call);
    expect(desk.engine.centre.agents[0]!.presence).toBe(At.away);
  });

  test('NT-X4, NT-03: not declined, he is in RONA like anybody else', () => {
    const { desk } = ringing();
    desk.tell(12, 'presenceChosen', 0, 'away');
    desk.advance(28);
    expect(activity(desk)).toBe('28 activity 0 inactive');
  });

  test('NT-X4: accepted, the Idle waits for the end of the wrap-up', () => {
    const { desk, call } = ringing();
    desk.tell(12, 'presenceChosen', 0, 'away');
    desk.answer(14, call);
    desk.hangUp(60, call);
    expect(activity(desk)).toBe('60 activity 0 wrapUp');
    desk.tell(70, 'wrapUpSubmitted', call, 0, '');
    expect(activity(desk)).toBe('70 activity 0 unavailable');
  });

  test('NT-X6: removed from the queue while it rings: the offer stands, membership counts at the next pass', () => {
    const { desk, call } = ringing();
    desk.take();
    desk.tell(12, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    expect(desk.take()).toEqual([]);
    desk.decline(14, call);
    desk.advance(100);
    expect(rang(desk)).toHaveLength(1);

    const other = ringing();
    other.desk.tell(12, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    other.desk.answer(14, other.call);
    expect(other.desk.factsOf('joined')).toEqual([`14 joined ${other.call} 0`]);
  });

  test('NT-X7, AS-12: two channels may ring at once, separate offers; one channel never twice', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    const voice = desk.call(10);
    const chat = desk.call(11, { entry: 1 });
    desk.call(12, { entry: 1 });
    expect(rang(desk)).toEqual([`10 rang ${voice} 0`, `11 rang ${chat} 0`]);
    expect(desk.engine.centre.agents[0]!.freeUnits).toBe(0);
    // Each ends by itself.
    desk.decline(13, chat);
    expect(desk.factsOf('ringEnded')).toEqual([`13 ringEnded ${chat} 0 declined`]);
    desk.answer(14, voice);
    expect(desk.factsOf('joined')).toEqual([`14 joined ${voice} 0`]);
  });

  test('NT-X7, NT-03: both may be missed', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    desk.call(10);
    desk.call(11, { entry: 1 });
    desk.advance(29);
    expect(desk.factsOf('ringEnded').map((line) => line.split(' ')[4])).toEqual(['missed', 'missed']);
    expect(activity(desk)).toBe('29 activity 0 inactive');
    expect(desk.engine.centre.agents[0]!.freeUnits).toBe(2);
  });
});
