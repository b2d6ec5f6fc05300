import { describe, expect, test } from 'vitest';
import type { Method, OverflowSetup, RoutingSetup, RuleSetup, WorkClassSetup } from '../config/setup.ts';
import { hours, minutes, seconds } from '../kernel/time.ts';
import { Engine } from './engine.ts';
import { FuzzRun } from './fuzz.ts';
import { Dice } from './fuzz/dice.ts';
import { Mover } from './fuzz/moves.ts';
import { makeCentre } from './fuzz/setups.ts';
import type { ReasonRecord } from './protocol.ts';
import { replay } from './tape.ts';
import {
  agent,
  callbackProfile,
  Desk,
  entry,
  estimateOf,
  queue,
  routing,
  voiceWork,
} from './testing/desk.ts';

const to = (index: number, overflow: readonly OverflowSetup[] | null = null): RuleSetup => ({
  when: [],
  targets: [{ queue: index, percent: 100 }],
  overflow,
});
const always: OverflowSetup = { when: 'workItemLimit', limit: 0, action: { do: 'endCall' } };
const offering: OverflowSetup = {
  when: 'workItemLimit',
  limit: 0,
  action: { do: 'directCallback', profile: 0 },
};

const anyPresence: WorkClassSetup = {
  ...voiceWork,
  allowedPresences: ['available', 'busy', 'doNotDisturb'],
};

function listening(setup: RoutingSetup, frame = {}): readonly [Desk, ReasonRecord[]] {
  const desk = new Desk(setup, frame);
  const records: ReasonRecord[] = [];
  desk.engine.reasons = (record) => records.push(record);
  return [desk, records];
}
/** `rule decision`, then each candidate with what refused it. */
const told = ({ rule, decision, candidates }: ReasonRecord): readonly string[] => [
  `${rule}: ${decision}`,
  ...candidates.map(({ name, refusedBy }) => (refusedBy === null ? `${name}!` : `${name}: ${refusedBy}`)),
];
const of = (records: readonly ReasonRecord[], ...rules: readonly string[]): readonly (readonly string[])[] =>
  records.filter(({ rule }) => rules.includes(rule)).map(told);

describe('listening changes no decision', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'GEN-09: the same inputs give the same commands with and without a listener (seed %i)',
    (seed) => {
      const dice = new Dice(`reasons ${seed}`);
      const { setup, frame } = makeCentre(dice);
      const run = new FuzzRun({ setup, frame });
      const mover = new Mover(dice, setup);
      for (let at = 0; at < 80; at++) run.play(mover.next(run.engine, run.host, run.known));
      const told: ReasonRecord[] = [];
      const played = [false, true].map((isHeard) => {
        const engine = new Engine(setup);
        engine.begin(frame);
        if (isHeard) engine.reasons = (record) => told.push(record);
        return replay(run.tape, engine);
      });
      expect(played[1]).toBe(played[0]);
      expect(told.length).toBeGreaterThan(0);
      for (const { rule, decision } of told) {
        expect(rule).toMatch(/^([A-Z]{2}-X?\d+|maxActiveContacts)$/);
        expect(decision).not.toBe('');
      }
    },
  );

  test('GEN-09: nothing is made while nobody listens, nor after', () => {
    const [desk, records] = listening(routing());
    desk.call(0);
    const count = records.length;
    expect(count).toBeGreaterThan(0);
    desk.engine.reasons = null;
    desk.call(1);
    expect(records).toHaveLength(count);
  });
});

describe('routing', () => {
  test('GEN-09, RT-02: each rule, and what kept its queue from taking the contact', () => {
    const [desk, records] = listening(
      routing({
        queues: [
          queue('busy', { overflow: [always] }),
          queue('chat', { channel: 'messaging' }),
          queue('help'),
          queue('last'),
        ],
        agents: [agent('ana', { queues: [0, 1, 2, 3] })],
        entries: [
          entry('main', {
            attributes: { language: 'en' },
            rules: [
              { ...to(3), when: [{ attribute: 'language', is: ['fr'] }] },
              to(0),
              to(1),
              to(0, []),
              to(2),
              to(3),
            ],
          }),
        ],
      }),
    );
    const call = desk.call(5);
    expect(records[0]).toMatchObject({ at: 5000, contact: call });
    expect(told(records[0]!)).toEqual([
      'RT-02: queue help',
      'last: RT-02 does not match',
      'busy: OV-05 workItemLimit',
      'chat: RT-07',
      'busy: RT-X2 seen before',
      'help!',
      'last: RT-02 taken before',
    ]);
  });

  test('GEN-09, RT-03, RT-04: all overflow', () => {
    const setup = routing({
      queues: [
        queue('day', { hours: 0, overflow: [{ ...always, when: 'outOfHours' }] }),
        queue('help', { hours: 1, overflow: [always] }),
      ],
      agents: [agent('ana', { queues: [0, 1] })],
      hours: ['day', 'help'].map((name) => ({ name, zone: 'UTC', week: [], holidays: [] })),
      entries: [entry('main', { rules: [to(0), to(1)] })],
    });
    const [desk, records] = listening(setup, {
      openings: [
        [hours(9), hours(17)],
        [0, hours(6), hours(10), hours(17)],
      ],
    });
    desk.call(0);
    desk.call(hours(8) / 1000);
    expect(of(records, 'RT-03', 'RT-04')).toEqual([
      ['RT-03: queue help', 'day: OV-09 outOfHours', 'help!'],
      ['RT-04: queue day', 'day!', 'help: OV-09 outOfHours'],
    ]);
  });

  test('GEN-09, RT-05: the fallback queue', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales'), queue('fallback')],
        agents: [agent('ana', { queues: [0, 1] })],
        entries: [
          entry('main', {
            fallback: 1,
            attributes: { name: 'Ana' },
            rules: [to(0), { ...to(0), when: [{ attribute: 'name', above: 3 }] }],
          }),
        ],
      }),
    );
    desk.call(0);
    expect(told(records[0]!)).toEqual([
      'RT-05: queue fallback',
      'sales: RT-05 another rule fails, or the kinds differ',
      'sales: RT-05 its condition fails',
      'fallback!',
    ]);
  });

  test('GEN-09: a contact not taken in: LM-02, RT-08 and a full queue', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('full', { maxActiveContacts: 1 }), queue('empty')],
        entries: [entry('full'), entry('empty', { rules: [to(1)] })],
      }),
    );
    desk.call(0);
    desk.call(1);
    desk.call(2, { entry: 1 });
    expect(of(records, 'RT-08', 'maxActiveContacts')).toEqual([
      ['maxActiveContacts: closed', 'full: maxActiveContacts'],
      ['RT-08: closed', 'empty: RT-08'],
    ]);
    const [small, refusals] = listening(routing({ maxCalls: 1 }));
    small.call(0);
    small.call(1);
    expect(told(refusals.at(-1)!)).toEqual(['LM-02: closed', 'line: LM-02']);
  });
});

describe('overflow', () => {
  test('GEN-09, OV-04: every condition, which one acts and why the others do not', () => {
    const list: readonly OverflowSetup[] = [
      { when: 'workItemLimit', limit: 5, action: { do: 'endCall' } },
      { when: 'averageWait', limit: minutes(5), action: { do: 'endCall' } },
      { when: 'workItemLimit', limit: 0, action: { do: 'voicemail' } },
      { when: 'outOfHours', limit: 0, action: { do: 'endCall' } },
    ];
    const with_ = (initial: number | null): ReasonRecord[] => {
      const [desk, records] = listening(
        routing({ queues: [queue('sales', { overflow: list, estimate: estimateOf({ initial }) })] }),
      );
      desk.call(0);
      return records;
    };
    expect(of(with_(null), 'OV-04')).toEqual([
      [
        'OV-04: voicemail',
        'workItemLimit 5: OV-05 fewer open items',
        'averageWait 300000: OV-08 no valid estimate',
        'workItemLimit 0!',
        'outOfHours: OV-09 in hours',
      ],
    ]);
    expect(of(with_(minutes(5)), 'OV-04')[0]![2]).toBe('averageWait 300000: OV-08 not above');
    expect(of(with_(minutes(9)), 'OV-04')).toEqual([
      [
        'OV-04: endCall',
        'workItemLimit 5: OV-05 fewer open items',
        'averageWait 300000!',
        'workItemLimit 0: OV-04 another goes first',
        'outOfHours: OV-09 in hours',
      ],
    ]);
  });

  test('GEN-09, OV-09: the condition nobody wrote', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales', { hours: 0, overflow: [always] })],
        hours: [{ name: 'day', zone: 'UTC', week: [], holidays: [] }],
      }),
      { openings: [[]] },
    );
    desk.call(0);
    expect(of(records, 'OV-04')).toEqual([
      ['OV-04: assignAnyway', 'workItemLimit 0: OV-04 another goes first', 'outOfHours!'],
    ]);
  });

  test('GEN-09, OV-20: what was due while queued, and what kept it back', () => {
    const move = (target: number): OverflowSetup => ({
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: target },
    });
    const [desk, records] = listening(
      routing({
        queues: [
          queue('a', { waitExceeds: move(1) }),
          queue('b', { waitExceeds: { ...move(0), action: { do: 'voicemail' } } }),
          queue('c', { waitExceeds: move(3) }),
          queue('empty'),
        ],
        agents: [agent('ana', { queues: [0, 1, 2] })],
        entries: [entry('a'), entry('c', { rules: [to(2)] })],
      }),
    );
    desk.call(0);
    desk.advance(120);
    desk.call(200, { entry: 1 });
    desk.advance(260);
    expect(of(records, 'OV-20')).toEqual([
      ['OV-20: transferQueue', 'transferQueue!'],
      ['OV-20: waits on', 'voicemail: OV-22'],
      ['OV-20: waits on', 'transferQueue: RT-08'],
    ]);
  });
});

describe('callback offers', () => {
  test('GEN-09, CB-02: played, or kept back by a rule', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales', { overflow: [offering] })],
        callbackProfiles: [callbackProfile({ maxActive: 1 })],
      }),
    );
    const first = desk.call(0);
    const second = desk.call(10);
    desk.call(11, { withheld: true });
    desk.advance(30);
    desk.press(31, first);
    desk.advance(40);
    const offers = of(records, 'CB-02', 'CB-08', 'CB-42');
    expect(offers).toEqual([
      ['CB-08: offer not played', 'callbackOffer: CB-08'],
      ['CB-02: offer played', 'callbackOffer!'],
      ['CB-42: offer not played', 'callbackOffer: CB-42'],
    ]);
    expect(records.find(({ rule }) => rule === 'CB-42')).toMatchObject({ at: 40_000, contact: second });
  });
});

describe('assignment', () => {
  test.each([
    ['leastActive', 'AS-06'],
    ['roundRobin', 'AS-05'],
    ['highestCapacity', 'AS-04'],
    ['longestAvailable', 'AS-10'],
    ['linear', 'AS-10'],
  ] as const)('GEN-09: with %s the rule is %s, and every other member has his reason', (method, rule) => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales', { method: method satisfies Method })],
        agents: ['ana', 'bob', 'cy', 'dee'].map((name) => agent(name)),
      }),
    );
    desk.available(0, 0, 1);
    desk.tell(0, 'agentSignedIn', 2); // Away
    records.length = 0;
    desk.call(1);
    expect(told(records.at(-1)!)).toEqual([
      `${rule}: ring ana`,
      'ana!',
      `bob: ${rule} another goes first`,
      'cy: PR-03 presence',
      'dee: AS-03 signed out',
    ]);
  });

  test('GEN-09, AS-03: an item that stays says why of each member', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales', { onReject: 'none', declineLimit: 1 })],
        agents: [
          agent('ringing'),
          agent('small', { units: 1 }),
          agent('blocked', { units: 9, profiles: [{ profile: 0, limit: null }] }),
          agent('idle'),
        ],
        profiles: [{ name: 'calls', limit: 1, reset: 'immediate', blocking: true }],
        classes: [voiceWork, { ...voiceWork, units: 3 }],
        entries: [entry('main'), entry('large', { workClass: 1 })],
      }),
    );
    desk.available(0, 0);
    const first = desk.call(1);
    desk.available(2, 1);
    desk.tell(3, 'agentSignedIn', 3);
    records.length = 0;
    const large = desk.call(4, { entry: 1 });
    const record = records.findLast(({ contact }) => contact === large)!;
    expect(told(record)).toEqual([
      'AS-03: stays',
      'ringing: AS-12 rings already',
      'small: CP-11 no units',
      'blocked: AS-03 signed out',
      'idle: CP-11 no units',
    ]);
    expect(first).not.toBe(large);
  });

  test('GEN-09, PR-04, PR-06: work in hand goes before presence: who talks or writes up is at work, not away', () => {
    const [desk, records] = listening(
      routing({
        agents: ['ana', 'bob', 'cy'].map((name) =>
          agent(name, { units: 9, profiles: [{ profile: 0, limit: null }] }),
        ),
        profiles: [{ name: 'calls', limit: 50, reset: 'endOfDay', blocking: false }],
        classes: [{ ...voiceWork, profiles: [0] }],
      }),
    );
    desk.available(0, 0, 1);
    for (const at of [1, 2]) desk.answer(at + 0.5, desk.call(at));
    desk.tell(5, 'presenceChosen', 1, 'away'); // Pending: he talks.
    desk.tell(6, 'agentSignedIn', 2); // Away
    desk.call(10);
    expect(told(records.at(-1)!)).toEqual([
      'AS-03: stays',
      'ana: PR-04 at work',
      'bob: PR-04 at work',
      'cy: PR-03 presence',
    ]);
  });

  test('GEN-09, PR-06: a pending Idle is the reason of whoever could take a further call', () => {
    const [desk, records] = listening(
      routing({ agents: [agent('ana', { units: 9 })], classes: [anyPresence] }),
    );
    desk.available(0, 0);
    desk.answer(2, desk.call(1));
    desk.tell(5, 'presenceChosen', 0, 'away');
    desk.call(10);
    expect(told(records.at(-1)!)).toEqual(['AS-03: stays', 'ana: PR-06 pending Idle']);
  });

  test.each([
    [true, ['CP-05 blocked', 'CP-05 used up']],
    [false, ['CP-02 calls full', 'CP-02 calls used up']],
  ] as const)(
    'GEN-09, CP-02, CP-05: the calls of the day are used up when the last is closed, not before (blocking: %s)',
    (blocking, expected) => {
      const [desk, records] = listening(
        routing({
          agents: [agent('ana', { units: 9, profiles: [{ profile: 0, limit: null }] })],
          profiles: [{ name: 'calls', limit: 1, reset: 'endOfDay', blocking }],
          classes: [{ ...anyPresence, profiles: [0] }],
        }),
      );
      desk.available(0, 0);
      const last = desk.call(1);
      desk.answer(2, last);
      const whys: unknown[] = [];
      desk.call(10);
      whys.push(records.at(-1)!.candidates[0]!.refusedBy);
      desk.finish(20, last, 0);
      desk.call(30);
      whys.push(records.at(-1)!.candidates[0]!.refusedBy);
      expect(whys).toEqual(expected);
    },
  );

  test('GEN-09, CP-02: a profile that the agent does not hold', () => {
    const [desk, records] = listening(
      routing({
        profiles: [{ name: 'calls', limit: 1, reset: 'immediate', blocking: false }],
        classes: [{ ...voiceWork, profiles: [0] }],
      }),
    );
    desk.available(0, 0);
    desk.call(1);
    expect(told(records.at(-1)!)).toEqual(['AS-03: stays', 'ana: CP-02 calls not held']);
  });

  test('GEN-09, AS-03: also when nobody at all is able', () => {
    const [desk, records] = listening(routing());
    const call = desk.call(0);
    expect(records.at(-1)).toEqual({
      at: 0,
      contact: call,
      rule: 'AS-03',
      decision: 'stays',
      candidates: [{ name: 'ana', refusedBy: 'AS-03 signed out' }],
      by: null,
    });
  });

  test('GEN-09, NT-05, NT-06: who has declined, who is asked again, and who never', () => {
    const [desk, records] = listening(
      routing({
        queues: [queue('sales', { declineLimit: 2 })],
        agents: [agent('ana'), agent('bob')],
      }),
    );
    desk.available(0, 0, 1);
    const call = desk.call(1);
    const rings = (): readonly string[] => told(records.findLast(({ contact }) => contact === call)!);
    expect(rings()).toEqual(['AS-06: ring ana', 'ana!', 'bob: AS-06 another goes first']);
    desk.decline(2, call);
    expect(rings()).toEqual(['AS-06: ring bob', 'ana: NT-05 has declined', 'bob!']);
    desk.decline(3, call);
    expect(rings()).toEqual(['NT-06: ring ana', 'ana!', 'bob: NT-05 has declined']);
    desk.decline(4, call);
    expect(rings()).toEqual(['NT-06: ring bob', 'ana: NT-06 declined too often', 'bob!']);
    desk.decline(5, call);
    expect(rings()).toEqual([
      'AS-03: stays',
      'ana: NT-06 declined too often',
      'bob: NT-06 declined too often',
    ]);
  });
});
