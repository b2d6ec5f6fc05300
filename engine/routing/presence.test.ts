import { describe, expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { CapacityProfileSetup, Presence, RoutingSetup, WorkClassSetup } from '../config/setup.ts';
import { At } from './agent-states.ts';
import { agent, Desk, entry, queue, routing, voiceWork } from './testing/desk.ts';
import { offering, optIn } from './testing/callback-desk.ts';

const ana = (desk: Desk) => desk.engine.centre.agents[0]!;
const presenceOf = (desk: Desk): string =>
  Object.entries(At).find(([, code]) => code === ana(desk).presence)![0];
const rang = (desk: Desk): string[] => desk.factsOf('rang');

const choose = (desk: Desk, at: number, presence: Presence): void =>
  desk.tell(at, 'presenceChosen', 0, presence);

const allowing = (...allowedPresences: Presence[]): Partial<RoutingSetup> => ({
  classes: [{ ...voiceWork, allowedPresences }],
});

/** Ana with two units, Available since 0 s; work may be given to a Busy agent. */
function twoUnits(): Desk {
  const desk = new Desk(routing({ agents: [agent('ana', { units: 2 })], ...allowing('available', 'busy') }));
  desk.available(0, 0);
  return desk;
}

function talking(desk: Desk, at: number): number {
  const call = desk.call(at);
  desk.answer(at, call);
  return call;
}

describe('what an agent may choose, and what may be assigned', () => {
  const choosable = ['available', 'busy', 'doNotDisturb', 'away', 'offline'] as const;

  test.each(choosable.flatMap((one) => choosable.map((other) => [one, other] as const)))(
    'PR-01, PR-03: a workstream that lists %s, an agent who is %s',
    (listed, is) => {
      const desk = new Desk(routing(allowing(listed)));
      desk.tell(0, 'agentSignedIn', 0);
      choose(desk, 1, is);
      desk.call(10);
      expect(rang(desk)).toHaveLength(listed === is ? 1 : 0);
    },
  );

  test('PR-01: Inactive is set by the system only', () => {
    const desk = new Desk();
    desk.available(0, 0);
    choose(desk, 1, 'inactive');
    expect(presenceOf(desk)).toBe('available');
    expect(desk.factsOf('refused')).toEqual(['1 refused 0 -1 not-allowed-in-state']);
  });

  test('PR-01: an Inactive agent is never assigned, whatever the list says', () => {
    const desk = new Desk(routing(allowing('available', 'inactive', 'away')));
    desk.available(0, 0);
    desk.call(10);
    desk.advance(28);
    expect(presenceOf(desk)).toBe('inactive');
    desk.call(30);
    desk.advance(500);
    expect(rang(desk)).toHaveLength(1);
  });

  test('PR-03: the list belongs to the work: the same Busy agent gets a chat and no call', () => {
    const desk = new Desk(mixed());
    desk.tell(0, 'agentSignedIn', 0);
    choose(desk, 1, 'busy');
    desk.call(10, { entry: 0 });
    const chat = desk.call(11, { entry: 1 });
    expect(rang(desk)).toEqual([`11 rang ${chat} 0`]);
  });
});

describe('sign-in', () => {
  test.each([
    ['away', 'away'],
    ['offline', 'offline'],
    ['available', 'available'],
    ['busy', 'available'],
    ['doNotDisturb', 'available'],
  ] as const)('PR-07: with default %s and nothing in hand he is %s', (defaultPresence, expected) => {
    const desk = new Desk(routing({ agents: [agent('ana', { defaultPresence })] }));
    desk.tell(0, 'agentSignedIn', 0);
    expect(presenceOf(desk)).toBe(expected);
  });

  test('PR-07: no default set: Away for an agent of a voice queue, else Available', () => {
    const read = readScenario(`
days: { from: 08:00, to: 09:00 }
queues:
  calls: { behaviour: { talk: 1m } }
  chats: { channel: messaging, behaviour: { talk: 1m } }
agents:
  callers: { queues: [calls, chats] }
  writers: { queues: [chats] }
  idle: { queues: [chats], defaultPresence: away }
demand:
  calls: { arrivals: { perHour: 1 } }
  chats: { arrivals: { perHour: 1 } }
`);
    expect(read.ok && read.setup.routing.agents.map((each) => each.defaultPresence)).toEqual([
      'away',
      'available',
      'away',
    ]);
  });

  test('PR-07, PR-04: with a used-up quota of the day a default of Available is DND', () => {
    const desk = new Desk(
      withProfiles([{ name: 'quota', limit: 1, reset: 'endOfDay', blocking: false }], [[0]], {
        defaultPresence: 'available',
      }),
    );
    desk.tell(0, 'agentSignedIn', 0);
    desk.finish(20, talking(desk, 10), 0);
    desk.tell(30, 'signOutRequested', 0);
    desk.tell(40, 'agentSignedIn', 0);
    expect(presenceOf(desk)).toBe('doNotDisturb');
  });

  test('PR-02: Idle is the state at sign-in, and gets nothing before Available is chosen', () => {
    const desk = new Desk();
    const call = desk.call(0);
    desk.tell(1, 'agentSignedIn', 0);
    expect(desk.factsOf('activity')).toEqual(['1 activity 0 unavailable']);
    expect(rang(desk)).toEqual([]);
    choose(desk, 5, 'available');
    expect(rang(desk)).toEqual([`5 rang ${call} 0`]);
  });

  test('PR-02: Engaged and wrap-up follow from the contacts', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = talking(desk, 10);
    desk.hangUp(60, call);
    desk.tell(70, 'wrapUpSubmitted', call, 0, '');
    expect(desk.factsOf('activity').map((line) => line.split(' ')[3])).toEqual([
      'unavailable',
      'available',
      'ringing',
      'talking',
      'wrapUp',
      'available',
    ]);
  });
});

const withProfiles = (
  profiles: readonly CapacityProfileSetup[],
  classes: readonly (readonly number[])[],
  partial: Parameters<typeof agent>[1] = {},
  units = 0,
): RoutingSetup =>
  routing({
    profiles,
    classes: classes.map((each): WorkClassSetup => ({
      channel: 'voice',
      units,
      profiles: each,
      allowedPresences: ['available', 'busy', 'doNotDisturb'],
    })),
    entries: classes.map((_, index) => entry(`kind ${index}`, { workClass: index })),
    agents: [
      agent('ana', {
        profiles: [...profiles.keys()].map((each) => ({ profile: each, limit: null })),
        ...partial,
      }),
    ],
  });

describe('automatic presence', () => {
  const open = (name: string, limit: number, blocking = false): CapacityProfileSetup => ({
    name,
    limit,
    reset: 'immediate',
    blocking,
  });
  const run = (setup: RoutingSetup, kinds: readonly number[]): string => {
    const desk = new Desk(setup);
    desk.available(0, 0);
    kinds.forEach((kind, turn) => {
      const call = desk.call(10 + turn, { entry: kind });
      desk.answer(10 + turn, call);
    });
    return presenceOf(desk);
  };

  test.each([
    [0, 'available'],
    [1, 'busy'],
    [2, 'busy'],
    [3, 'doNotDisturb'],
  ])('PR-04: %i of 3 units used: %s', (used, expected) => {
    const setup = routing({ agents: [agent('ana', { units: 3 })], ...allowing('available', 'busy') });
    expect(run(setup, new Array<number>(used).fill(0))).toBe(expected);
  });

  test.each<[string, CapacityProfileSetup[], number[], string]>([
    ['one of two places of the only profile', [open('a', 2)], [0], 'busy'],
    ['all places of the only profile', [open('a', 2)], [0, 0], 'doNotDisturb'],
    ['one of two non-blocking profiles full', [open('a', 1), open('b', 1)], [0], 'busy'],
    ['all non-blocking profiles full', [open('a', 1), open('b', 1)], [0, 1], 'doNotDisturb'],
    ['any blocking profile full', [open('a', 1, true), open('b', 5)], [0], 'doNotDisturb'],
    ['a blocking profile with room, the other full', [open('a', 2, true), open('b', 1)], [1], 'busy'],
  ])('PR-04: %s', (_, profiles, kinds, expected) => {
    expect(
      run(
        withProfiles(
          profiles,
          [...profiles.keys()].map((each) => [each]),
        ),
        kinds,
      ),
    ).toBe(expected);
  });

  test('PR-04: with units and profiles both, both must be exhausted', () => {
    const setup = (units: number): RoutingSetup => ({
      ...withProfiles([open('a', 1)], [[0], []], { units }),
      classes: [
        { ...voiceWork, units: 0, profiles: [0], allowedPresences: ['available', 'busy'] },
        { ...voiceWork, units: 1, profiles: [], allowedPresences: ['available', 'busy'] },
      ],
    });
    expect(run(setup(2), [0])).toBe('busy');
    expect(run(setup(2), [0, 1])).toBe('busy');
    expect(run(setup(2), [0, 1, 1])).toBe('doNotDisturb');
    expect(run(setup(1), [1])).toBe('busy');
  });

  test('PR-04: negative: DND', () => {
    const desk = new Desk(withProfiles([open('a', 5), open('b', 5)], [[0]]));
    desk.available(0, 0);
    const calls = [10, 20, 30].map((at) => talking(desk, at));
    desk.tell(40, 'configurationChanged', { change: 'profileLimit', agent: 0, profile: 0, limit: 1 });
    desk.finish(50, calls[0]!, 0);
    expect(presenceOf(desk)).toBe('doNotDisturb');
  });

  test('PR-04: after each release as well', () => {
    const desk = twoUnits();
    const [first, second] = [talking(desk, 10), talking(desk, 20)];
    expect(presenceOf(desk)).toBe('doNotDisturb');
    desk.finish(30, first, 0);
    expect(presenceOf(desk)).toBe('busy');
    desk.finish(40, second, 0);
    expect(presenceOf(desk)).toBe('available');
  });

  test.each(['available', 'busy'] as const)('PR-05: a chosen %s lasts until the next accept', (chosen) => {
    const desk = new Desk(routing(allowing('available', 'busy')));
    desk.available(0, 0);
    choose(desk, 5, chosen);
    const call = desk.call(10);
    expect(presenceOf(desk)).toBe(chosen);
    desk.accept(11, call);
    expect(presenceOf(desk)).toBe('doNotDisturb');
  });

  test.each(['available', 'busy'] as const)('PR-05: or until the next close', (chosen) => {
    const desk = twoUnits();
    const first = talking(desk, 10);
    talking(desk, 20);
    choose(desk, 30, chosen);
    expect(presenceOf(desk)).toBe(chosen);
    desk.finish(40, first, 0);
    expect(presenceOf(desk)).toBe('busy');
  });

  test.each(['offline', 'doNotDisturb'] as const)(
    'PR-05: a chosen %s outlives the close of a call',
    (chosen) => {
      const desk = twoUnits();
      const call = talking(desk, 10);
      choose(desk, 20, chosen);
      expect(presenceOf(desk)).toBe(chosen);
      desk.finish(40, call, 0);
      desk.advance(5000);
      expect(presenceOf(desk)).toBe(chosen);
      choose(desk, 5001, 'available');
      expect(presenceOf(desk)).toBe('available');
    },
  );

  test('PR-05: a chosen Away lasts until it is changed', () => {
    const desk = twoUnits();
    choose(desk, 1, 'away');
    desk.call(10);
    desk.advance(5000);
    expect([presenceOf(desk), rang(desk).length]).toEqual(['away', 0]);
  });

  test('PR-04: a DND that capacity made ends with it', () => {
    const desk = new Desk(routing());
    desk.available(0, 0);
    const call = talking(desk, 10);
    expect(presenceOf(desk)).toBe('doNotDisturb');
    desk.finish(20, call, 0);
    expect(presenceOf(desk)).toBe('available');
  });

  test('PR-04, CP-04: a quota that begins anew ends the DND it made', () => {
    const desk = new Desk(
      withProfiles([{ name: 'quota', limit: 1, reset: 'endOfDay', blocking: true }], [[0]]),
    );
    desk.available(0, 0);
    desk.finish(20, talking(desk, 10), 0);
    expect(presenceOf(desk)).toBe('doNotDisturb');
    desk.tell(30, 'shiftEnded', 0);
    expect(presenceOf(desk)).toBe('available');
  });
});

describe('pending Idle', () => {
  test('PR-06: chosen during a call it takes effect when the wrap-up ends, with no new offer in between', () => {
    const desk = twoUnits();
    const call = talking(desk, 10);
    choose(desk, 20, 'away');
    expect(presenceOf(desk)).toBe('busy');
    desk.call(30);
    desk.hangUp(40, call);
    desk.advance(49);
    expect(rang(desk)).toHaveLength(1);
    expect(presenceOf(desk)).toBe('busy');
    desk.tell(50, 'wrapUpSubmitted', call, 0, '');
    expect(presenceOf(desk)).toBe('away');
    expect(rang(desk)).toHaveLength(1);
  });

  test('PR-06: who changes his mind before gets calls again', () => {
    const desk = twoUnits();
    talking(desk, 10);
    choose(desk, 20, 'away');
    const next = desk.call(30);
    choose(desk, 40, 'available');
    expect(rang(desk).at(-1)).toBe(`40 rang ${next} 0`);
  });
});

/** A voice queue and a messaging queue, both served by ana with three units. */
const mixed = (): RoutingSetup =>
  routing({
    queues: [queue('calls'), queue('chats', { channel: 'messaging', method: 'highestCapacity' })],
    agents: [agent('ana', { queues: [0, 1], units: 3 })],
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

describe('per-channel availability', () => {
  test('PR-08: Idle on one channel, Available on the other', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    desk.tell(1, 'channelChosen', 0, 'voice', false);
    const call = desk.call(10, { entry: 0 });
    const chat = desk.call(11, { entry: 1 });
    expect(rang(desk)).toEqual([`11 rang ${chat} 0`]);
    desk.tell(20, 'channelChosen', 0, 'voice', true);
    expect(rang(desk).at(-1)).toBe(`20 rang ${call} 0`);
  });

  test('PR-08: an agent-wide state goes over it: Away is Away on every channel', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    desk.tell(1, 'channelChosen', 0, 'messaging', true);
    choose(desk, 2, 'away');
    desk.tell(3, 'channelChosen', 0, 'messaging', true);
    desk.call(10, { entry: 1 });
    expect(rang(desk)).toEqual([]);
  });

  test('PR-08: and Available chosen agent-wide is Available on every channel', () => {
    const desk = new Desk(mixed());
    desk.available(0, 0);
    desk.tell(1, 'channelChosen', 0, 'voice', false);
    const call = desk.call(10, { entry: 0 });
    choose(desk, 20, 'available');
    expect(rang(desk)).toEqual([`20 rang ${call} 0`]);
  });

  test('PR-08: signed out there is no channel to choose', () => {
    const desk = new Desk(mixed());
    desk.tell(1, 'channelChosen', 0, 'voice', false);
    expect(desk.factsOf('refused')).toEqual(['1 refused 0 -1 not-allowed-in-state']);
  });
});

describe('sign-out and the supervisor', () => {
  test.each<[string, (desk: Desk) => void]>([
    ['an offer is showing', (desk) => void desk.call(10)],
    ['a call is being joined', (desk) => desk.accept(10, desk.call(10))],
    ['a call is up', (desk) => void talking(desk, 10)],
    ['wrap-up is open', (desk) => desk.hangUp(20, talking(desk, 10))],
  ])('PR-09: sign-out is refused while %s', (_, happens) => {
    const desk = new Desk();
    desk.available(0, 0);
    happens(desk);
    desk.tell(25, 'signOutRequested', 0);
    expect(desk.factsOf('refused')).toEqual(['25 refused 0 -1 not-allowed-in-state']);
    expect(ana(desk).isSignedIn).toBe(true);
  });

  test('CB-X9, PR-09: and while he waits for the customer of a callback, or writes up one that failed', () => {
    const desk = new Desk(offering({ wrapUpOnNoAnswer: true }));
    const call = optIn(desk, 0);
    desk.available(60, 0);
    desk.accept(61, call);
    desk.tell(62, 'signOutRequested', 0);
    desk.dialFails(63, call, 'busy');
    desk.tell(64, 'signOutRequested', 0);
    expect(desk.factsOf('refused').map((line) => line.split(' ')[0])).toEqual(['62', '64']);
    desk.tell(65, 'wrapUpSubmitted', call, 0, '');
    desk.tell(66, 'signOutRequested', 0);
    expect(presenceOf(desk)).toBe('signedOut');
  });

  test('PR-09: with nothing in hand he may go, whatever his presence', () => {
    for (const presence of ['available', 'away', 'doNotDisturb', 'offline', 'busy'] as const) {
      const desk = new Desk();
      desk.available(0, 0);
      choose(desk, 5, presence);
      desk.tell(10, 'signOutRequested', 0);
      expect(presenceOf(desk)).toBe('signedOut');
    }
  });

  test.each(['away', 'offline', 'doNotDisturb'] as const)(
    'PR-14: a supervisor resets a chosen %s',
    (chosen) => {
      const desk = new Desk();
      desk.available(0, 0);
      choose(desk, 5, chosen);
      const call = desk.call(10);
      desk.tell(20, 'presenceResetRequested', 0);
      expect(rang(desk)).toEqual([`20 rang ${call} 0`]);
    },
  );

  test('PR-14, NT-04: and RONA', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(10);
    desk.advance(28);
    desk.tell(40, 'presenceResetRequested', 0);
    expect(rang(desk).at(-1)).toBe(`40 rang ${call} 0`);
  });

  test('PR-14, PR-04: what he has in hand still counts', () => {
    const desk = twoUnits();
    talking(desk, 10);
    choose(desk, 20, 'doNotDisturb');
    desk.tell(30, 'presenceResetRequested', 0);
    expect(presenceOf(desk)).toBe('busy');
  });
});
