import { describe, expect, test } from 'vitest';
import { days, minutes, seconds } from '../kernel/time.ts';
import { ruleOf } from '../rules.ts';
import { offering, offeringQueue, optIn } from './testing/callback-desk.ts';
import { agent, callbackProfile, Desk, entry, queue, routing } from './testing/desk.ts';
import { inShort, listenTo } from './testing/transcribed.ts';
import { RULES_BEHIND } from './transcript-rules.ts';
import type { Entry } from './transcript.ts';

const named = (entries: readonly Entry[], name: string): readonly Entry[] =>
  entries.filter((each) => each.name === name);
const rulesOf = (entries: readonly Entry[], name: string): readonly (string | undefined)[] =>
  named(entries, name).map(({ rule }) => rule);

describe('what is told, and in which order', () => {
  test('NT-03, AS-06, RT-02: a missed ring, from the arrival to the next ring', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    const transcript = listenTo(desk);
    desk.available(0, 0);
    desk.call(0);
    desk.advance(18);
    expect(transcript.take().map(inShort)).toEqual([
      '0 input agentSignedIn ana',
      '0 fact activity ana',
      '0 input presenceChosen ana',
      '0 fact activity ana',
      '0 input contactArrived call 1',
      '0 fact arrived call 1 [RT-01]',
      '0 command answer call 1 [RT-01]',
      '0 command music call 1',
      '0 fact queued call 1 [RT-02]',
      '0 command ring call 1 ana [AS-06]',
      '0 fact activity ana',
      '0 fact rang call 1 ana [NT-01]',
      '18 command withdrawRing call 1 ana [NT-03]',
      '18 fact ringEnded call 1 ana [NT-03]',
      '18 fact activity ana [NT-03]',
      '18 fact backInQueue call 1 [RT-09]',
      '18 fact decided call 1 [AS-03]',
    ]);
  });

  test('details stand under their own names, times count from the beginning', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    desk.available(5, 0);
    desk.call(7, { caller: 33, withheld: true });
    const entries = transcript.take();
    expect(named(entries, 'contactArrived')).toMatchObject([
      { t: 7000, kind: 'input', contact: 1, entry: 'main', caller: 33, withheld: true },
    ]);
    expect(named(entries, 'ring')).toMatchObject([
      {
        t: 7000,
        kind: 'command',
        contact: 1,
        agent: 'ana',
        queue: 'sales',
        ringKind: 'inbound',
        until: 25000,
      },
    ]);
    expect(named(entries, 'queued')).toMatchObject([
      { kind: 'fact', queue: 'sales', how: 'routed', rank: 1 },
    ]);
  });

  test('a withdrawn ring says what became of the agent: inactive, signed out, do not disturb, or nothing', () => {
    const activityAfter = (onMissed: 'rona' | 'none' | 'logout'): unknown => {
      const desk = new Desk(routing({ queues: [queue('sales', { onMissed })] }));
      const transcript = listenTo(desk);
      desk.available(0, 0);
      desk.call(0);
      desk.advance(18);
      return named(transcript.take(), 'withdrawRing')[0]!['activity'];
    };
    expect(activityAfter('rona')).toBe('inactive');
    expect(activityAfter('logout')).toBe('signedOut');
    expect(activityAfter('none')).toBeUndefined();

    const desk = new Desk(routing({ queues: [queue('sales', { onReject: 'doNotDisturb' })] }));
    const transcript = listenTo(desk);
    desk.available(0, 0);
    const call = desk.call(0);
    desk.decline(3, call);
    expect(named(transcript.take(), 'withdrawRing')).toMatchObject([
      { why: 'declined', rule: 'NT-05', activity: 'unavailable' },
    ]);
  });

  test('one queued for each entry into a queue, none for the return from a ring', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            waitExceeds: {
              when: 'waitExceeds',
              limit: seconds(60),
              action: { do: 'transferQueue', queue: 1 },
            },
          }),
          queue('more'),
        ],
        agents: [agent('ana'), agent('bob', { queues: [1] })],
      }),
    );
    const transcript = listenTo(desk);
    desk.available(0, 0);
    const call = desk.call(0);
    desk.decline(5, call);
    desk.decline(6, call);
    desk.advance(60);
    const entries = transcript.take();
    expect(named(entries, 'queued').map(({ queue: name, how, rule }) => [name, how, rule])).toEqual([
      ['sales', 'routed', 'RT-02'],
      ['more', 'overflow', 'RT-13'],
    ]);
    // Declined twice, then rung a third time and missed (NT-06).
    expect(named(entries, 'backInQueue')).toHaveLength(3);
    expect(named(entries, 'overflowed')).toMatchObject([
      { rule: 'OV-20', from: 'sales', to: 'more', reason: { decision: 'transferQueue' } },
    ]);
  });

  test('the place in the queue is that of the moment of entry, and of the return', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    for (const at of [0, 1, 2]) desk.call(at);
    desk.available(3, 0);
    desk.advance(21);
    const entries = transcript.take();
    expect(named(entries, 'queued').map(({ contact, rank }) => [contact, rank])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(named(entries, 'backInQueue').map(({ contact, rank }) => [contact, rank])).toEqual([[1, 1]]);
  });

  test('a host that lets much time pass before it fetches commands gets each with its own time', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    const transcript = listenTo(desk);
    desk.available(0, 0, 1);
    desk.call(0);
    desk.advance(60);
    const rings = transcript.take().filter(({ name }) => name === 'ring' || name === 'withdrawRing');
    expect(rings.map(inShort)).toEqual([
      '0 command ring call 1 ana [AS-06]',
      '18 command withdrawRing call 1 ana [NT-03]',
      '18 command ring call 1 bob [AS-06]',
      '36 command withdrawRing call 1 bob [NT-03]',
    ]);
  });

  test('whoever is in hand when it begins is numbered first, in the order of arrival', () => {
    const desk = new Desk(offering());
    const early = desk.call(0);
    desk.call(1);
    desk.hangUp(2, early);
    desk.call(3);
    const transcript = listenTo(desk);
    desk.call(4);
    const entries = transcript.take();
    expect(
      named(entries, 'carriedOver').map(({ contact, since, queue: name }) => [contact, since, name]),
    ).toEqual([
      [1, 1000, 'sales'],
      [2, 3000, 'sales'],
    ]);
    expect(named(entries, 'contactArrived').map(({ contact }) => contact)).toEqual([3]);
    expect(transcript.contacts).toBe(3);
  });

  test('of whoever is in hand it says with whom, since when, and where it stands', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    desk.available(0, 0, 1);
    const talking = desk.call(1);
    desk.answer(3, talking);
    const writing = desk.call(4);
    desk.answer(6, writing);
    desk.hangUp(20, writing);
    desk.call(21);
    const entries = listenTo(desk).take();
    const stands = { kind: 'fact', name: 'carriedOver', t: 0, queue: 'sales' };
    expect(entries).toEqual([
      { ...stands, contact: 1, agent: 'ana', state: 'talking', since: 1000, queuedAt: 1000, joinedAt: 3000 },
      {
        ...stands,
        contact: 2,
        agent: 'bob',
        state: 'wrap-up',
        since: 4000,
        queuedAt: 4000,
        joinedAt: 6000,
        talkEndedAt: 20_000,
      },
      { ...stands, contact: 3, state: 'waiting', since: 21_000, queuedAt: 21_000 },
    ]);
  });

  test('of a callback in hand it says when it was promised, and its attempts', () => {
    const desk = new Desk(offering());
    const call = optIn(desk);
    desk.available(60, 0);
    desk.accept(62, call);
    const entries = listenTo(desk).take();
    expect(entries).toMatchObject([
      {
        agent: 'ana',
        state: 'with an agent',
        isCallback: true,
        optedInAt: 32_000,
        dialledAt: 62_000,
        attempt: 1,
      },
    ]);
  });

  test('changes of configuration are told by name', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    desk.tell(0, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    expect(named(transcript.take(), 'configurationChanged')).toMatchObject([
      { change: 'leaveQueue', agent: 'ana', queue: 'sales' },
    ]);
  });
});

describe('the reason goes with what carries it out', () => {
  test('GEN-09, AS-06: a ring says who the candidates were and why each other was refused', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob'), agent('cy')] }));
    const transcript = listenTo(desk);
    desk.available(0, 0, 1);
    desk.call(1);
    expect(named(transcript.take(), 'ring')[0]!.reason).toEqual({
      decision: 'ring ana',
      candidates: [
        { name: 'ana', refusedBy: null },
        { name: 'bob', refusedBy: 'AS-06 another goes first' },
        { name: 'cy', refusedBy: 'AS-03 signed out' },
      ],
    });
  });

  test('GEN-09, AS-03: that nobody could be rung is a fact of its own, told once for each wait', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    desk.call(0);
    // Signing in is a pass of its own; she is refused for another reason then.
    desk.tell(1, 'agentSignedIn', 0);
    expect(rulesOf(transcript.take(), 'decided')).toEqual(['AS-03']);
    desk.tell(2, 'presenceChosen', 0, 'available');
    desk.advance(20);
    const stays = named(transcript.take(), 'decided');
    expect(stays.map(({ reason }) => reason)).toEqual([
      { decision: 'stays', candidates: [{ name: 'ana', refusedBy: 'PR-01 inactive' }] },
    ]);
  });

  test('GEN-09: of a contact in focus every change is told', () => {
    const desk = new Desk();
    const transcript = listenTo(desk, { isFocus: (contact) => contact === 1 });
    desk.call(0);
    desk.tell(1, 'agentSignedIn', 0);
    // Each arrival is a pass over all who wait.
    desk.call(2);
    desk.call(3);
    const stays = named(transcript.take(), 'decided');
    expect(
      stays.map(({ t, contact, reason }) => [t / 1000, contact, reason!.candidates[0]!.refusedBy]),
    ).toEqual([
      [0, 1, 'AS-03 signed out'],
      [2, 1, 'PR-03 presence'],
      [2, 2, 'PR-03 presence'],
      [3, 3, 'PR-03 presence'],
    ]);
  });

  test('GEN-09, LM-02, RT-08: a call that is not taken in', () => {
    const full = new Desk(routing({ maxCalls: 0 }));
    const refused = listenTo(full);
    full.call(0);
    const [reject] = named(refused.take(), 'reject');
    expect(reject).toMatchObject({
      rule: 'LM-02',
      closeReason: 'capacity-exceeded',
      reason: { decision: 'closed' },
    });

    const empty = new Desk(routing({ agents: [] }));
    const ended = listenTo(empty);
    empty.call(0);
    const entries = ended.take();
    expect(named(entries, 'hangup')).toMatchObject([
      { rule: 'RT-08', reason: { candidates: [{ name: 'sales', refusedBy: 'RT-08' }] } },
    ]);
    expect(rulesOf(entries, 'closed')).toEqual(['RT-08']);
    // The choice of the queue was made, and nothing came of it.
    expect(rulesOf(entries, 'decided')).toEqual(['RT-02']);
  });

  test('a queue that is full refuses by a setting, which is no rule', () => {
    const desk = new Desk(routing({ queues: [queue('sales', { maxActiveContacts: 0 })] }));
    const transcript = listenTo(desk);
    desk.call(0);
    const [hangup] = named(transcript.take(), 'hangup');
    expect(hangup!.rule).toBeUndefined();
    expect(hangup!.reason!.candidates).toEqual([{ name: 'sales', refusedBy: 'maxActiveContacts' }]);
  });

  test('GEN-09, OV-04, OV-13: an overflow before the queue, and the entry that follows', () => {
    const desk = new Desk(offering());
    const transcript = listenTo(desk);
    desk.call(0);
    const entries = transcript.take();
    expect(named(entries, 'overflowed')).toMatchObject([
      { rule: 'OV-04', condition: 'workItemLimit', action: 'directCallback', from: 'sales' },
    ]);
    expect(rulesOf(entries, 'queued')).toEqual(['OV-13']);
  });
});

describe('a callback', () => {
  test('CB-02, CB-04, CB-05, CB-17: one play for each offer, the opt-in, and the gap', () => {
    const desk = new Desk(offering());
    const transcript = listenTo(desk);
    optIn(desk);
    desk.advance(50);
    const entries = transcript.take();
    const plays = named(entries, 'play').map(({ t, prompt, rule }) => [t / 1000, prompt, rule]);
    expect(plays).toEqual([
      [30, 'callbackOffer', 'CB-02'],
      [32, 'callbackConfirmation', 'CB-05'],
    ]);
    expect(named(entries, 'optedIn')).toMatchObject([{ t: 32000, rule: 'CB-04', offers: 1 }]);
    expect(named(entries, 'hangup')).toMatchObject([{ t: 40000, rule: 'CB-05', closeReason: 'optedIn' }]);
    const due = named(entries, 'decided').filter(({ reason }) => reason!.decision === 'may be assigned');
    expect(due).toMatchObject([{ t: 50000, rule: 'CB-17' }]);
  });

  test('CB-14, CB-20, CB-21: a failed attempt, when the next one is, and the last', () => {
    const desk = new Desk(offering({ maxAttempts: 2, retryWait: minutes(15) }));
    const transcript = listenTo(desk);
    const call = optIn(desk);
    desk.available(60, 0);
    desk.accept(61, call);
    desk.dialFails(70, call, 'busy');
    expect(
      transcript
        .take()
        .filter(({ t }) => t === 70_000)
        .map(inShort),
    ).toEqual([
      '70 input legEnded call 1',
      '70 fact dialEnded call 1 ana [CB-14]',
      '70 fact activity ana',
      '70 fact decided call 1 [CB-20]',
    ]);
    desk.advance(970);
    desk.accept(971, call);
    desk.dialFails(980, call, 'busy');
    const entries = transcript.take();
    expect(named(entries, 'decided').at(0)).toMatchObject({ t: 970_000, rule: 'CB-20' });
    expect(named(entries, 'originate').map(({ rule }) => rule)).toEqual(['CB-12']);
    expect(named(entries, 'closed')).toMatchObject([
      { closeReason: 'exhausted', rule: 'CB-21', reason: { decision: 'no retry' }, isCallback: true },
    ]);
  });

  test('CB-20, CB-23: the time of the next attempt, which waits for the opening', () => {
    const profile = callbackProfile({ retryWait: minutes(15) });
    const desk = new Desk(
      routing({
        queues: [offeringQueue('sales', { hours: 0 })],
        callbackProfiles: [profile],
        hours: [{ name: 'open', zone: 'UTC', week: [], holidays: [] }],
      }),
      { openings: [[0, seconds(600), seconds(2000), days(1)]] },
    );
    const transcript = listenTo(desk);
    const call = optIn(desk);
    desk.available(60, 0);
    desk.accept(61, call);
    desk.dialFails(70, call, 'noAnswer');
    const [retry] = named(transcript.take(), 'decided').filter(({ reason }) => reason!.decision === 'retry');
    expect(retry).toMatchObject({ rule: 'CB-20', until: 2_000_000 });
  });

  test('CB-18, CB-22: given up for another reason', () => {
    const lost = (profile: Parameters<typeof offering>[0], cause: 'machine' | 'invalidNumber'): Entry => {
      const desk = new Desk(offering(profile));
      const transcript = listenTo(desk);
      const call = optIn(desk);
      desk.available(60, 0);
      desk.accept(61, call);
      desk.dialFails(70, call, cause);
      return named(transcript.take(), 'closed')[0]!;
    };
    expect(lost({ retryMachine: false }, 'machine')).toMatchObject({
      closeReason: 'exhausted',
      rule: 'CB-22',
    });
    expect(lost({}, 'invalidNumber')).toMatchObject({ closeReason: 'invalid-number', rule: 'CB-22' });
    // It expires at 62 s, while it is dialled.
    expect(lost({ expiry: seconds(22) }, 'machine')).toMatchObject({ closeReason: 'expired', rule: 'CB-18' });
  });

  test('CB-X1: a ring that is withdrawn by the opt-in', () => {
    const desk = new Desk(offering());
    const transcript = listenTo(desk);
    const call = desk.call(0);
    desk.advance(30);
    desk.available(31, 0);
    desk.press(32, call);
    expect(named(transcript.take(), 'withdrawRing')).toMatchObject([{ why: 'optedIn', rule: 'CB-X1' }]);
  });

  test('CB-08, CB-43: an offer that was kept back, with the rule', () => {
    const desk = new Desk(offering());
    const transcript = listenTo(desk);
    desk.call(0, { withheld: true });
    optIn(desk, 1, 77);
    desk.call(50, { caller: 77 });
    desk.advance(80);
    const skipped = named(transcript.take(), 'offerSkipped').map(({ contact, rule, reason }) => [
      contact,
      rule,
      reason!.decision,
    ]);
    expect(skipped).toEqual([
      [1, 'CB-08', 'offer not played'],
      [3, 'CB-43', 'offer not played'],
    ]);
  });

  test('CB-X11: held back while we are on the telephone with the number', () => {
    const desk = new Desk(
      routing({
        queues: [offeringQueue('sales'), offeringQueue('billing')],
        entries: [
          entry('main'),
          entry('bills', { rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }] }),
        ],
        agents: [agent('ana'), agent('bob', { queues: [1] })],
      }),
    );
    const transcript = listenTo(desk);
    const first = optIn(desk, 0, 5);
    const second = desk.call(41, { entry: 1, caller: 5 });
    desk.advance(71);
    desk.press(72, second);
    desk.promptDone(80, second);
    desk.advance(90);
    desk.available(95, 0);
    desk.accept(96, first);
    const held = named(transcript.take(), 'decided').filter(({ reason }) => reason!.decision === 'held back');
    expect(held.map(({ t, contact, rule }) => [t / 1000, contact, rule])).toEqual([[96, 2, 'CB-X11']]);
    // The number is free again.
    desk.dialFails(100, first, 'busy');
    const [free] = named(transcript.take(), 'decided').filter(({ contact }) => contact === 2);
    expect(free).toMatchObject({ t: 100_000, reason: { decision: 'may be assigned' } });
  });
});

describe('rules', () => {
  test('every rule that stands behind a command or a fact exists', () => {
    expect(RULES_BEHIND.filter((rule) => ruleOf(rule) === undefined)).toEqual([]);
    expect(RULES_BEHIND.length).toBeGreaterThan(60);
  });

  test('RT-09: after a connect that failed the call is queued anew', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    desk.available(0, 0);
    const call = desk.call(0);
    desk.accept(2, call);
    desk.tell(3, 'commandFailed', call, desk.connects.get(call)!);
    expect(named(transcript.take(), 'queued').map(({ how, rule }) => [how, rule])).toEqual([
      ['routed', 'RT-02'],
      ['returned', 'RT-09'],
    ]);
  });

  test('EW-11: an accept stops the prompt; MS-03: so does one of higher precedence', () => {
    const desk = new Desk(offering({}, { queues: [offeringQueue('sales', { announcePosition: true })] }));
    const transcript = listenTo(desk);
    const call = desk.call(0);
    desk.advance(30);
    desk.press(32, call);
    const other = desk.call(40);
    desk.advance(70);
    desk.available(71, 0);
    desk.accept(72, other);
    expect(rulesOf(transcript.take(), 'stopPlay')).toEqual(['MS-03', 'EW-11']);
  });
});
