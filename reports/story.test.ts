import { describe, expect, test } from 'vitest';
import type { CallbackProfileSetup } from '../engine/config/setup.ts';
import type { Entry } from '../engine/index.ts';
import { minutes, hours, seconds } from '../engine/kernel/time.ts';
import { offering, offeringQueue, optIn } from '../engine/routing/testing/callback-desk.ts';
import { agent, Desk, entry, queue, routing, voiceWork } from '../engine/routing/testing/desk.ts';
import { listenTo } from '../engine/routing/testing/transcribed.ts';
import { callsOf, found, foundLines, FINDINGS } from './calls.ts';
import { STORY_WORDS, storyOf } from './story.ts';
import type { Language } from './words.ts';

const startOfDay = hours(10);

/** The story of a call of a desk that the test drives. */
function storyAfter(
  desk: Desk,
  drive: (desk: Desk) => void,
  { contact = 1, language = 'en' }: { readonly contact?: number; readonly language?: Language } = {},
): string {
  const transcript = listenTo(desk);
  drive(desk);
  return storyOf(contact, transcript.take(), { startOfDay, language }).join('\n');
}

const callback = (
  profile: Partial<CallbackProfileSetup>,
  drive: (desk: Desk, call: number) => void,
): string =>
  storyAfter(new Desk(offering(profile)), (desk) => {
    const call = optIn(desk);
    desk.available(60, 0);
    drive(desk, call);
  });

describe('a call that waits for an agent', () => {
  test('RT-02, AS-03, AS-06, NT-02, WU-01: from the arrival to the end, summed up', () => {
    const story = storyAfter(new Desk(routing({ agents: [agent('ana'), agent('bob')] })), (desk) => {
      const call = desk.call(0);
      desk.available(20, 1);
      desk.answer(23, call);
      desk.hangUp(83, call);
      desk.tell(90, 'wrapUpSubmitted', call, 1, '');
    });
    expect(story.split('\n')).toEqual([
      'The story of call 1',
      'At 10:00:00 a call reached main. It joined the queue sales, where nobody was before it (RT-02). ' +
        'Nobody could take it: two were not signed in (AS-03).',
      'At 10:00:20 the telephone of bob rang, as the only one who was free (AS-03), and was answered ' +
        'after 3 seconds (NT-02). The wait of 23 seconds was over, and the two were talking (NT-02). They talked for ' +
        '1 minute; then the caller hung up. The wrap-up of bob took 7 seconds, and the case was closed (WU-01).',
      'In short: served by bob after 23 seconds.',
    ]);
  });

  test('NT-03, NT-04, RT-09: a ring that nobody answered', () => {
    const story = storyAfter(new Desk(), (desk) => {
      desk.available(0, 0);
      desk.call(1);
      desk.advance(30);
    });
    expect(story).toContain(
      'At 10:00:01 the telephone of ana rang, as the only one who was free (AS-03), for 18 seconds and was ' +
        'not answered (RONA, NT-03). The agent ana was made inactive and gets no call until choosing to be available ' +
        'again (NT-04). The call was back in sales, where nobody was before it (RT-09). Nobody could take it: one was ' +
        'inactive after a missed ring (AS-03).',
    );
    expect(story).toContain('was still open');
    expect(story).toContain('In short: one ring missed, still open.');
  });

  test('AS-06: the method is told where it had a choice to make, in French of the agent who was chosen', () => {
    const drive = (desk: Desk): void => {
      desk.available(0, 0, 1);
      desk.call(1);
    };
    const desk = (): Desk => new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    // The ring is told with how it ended.
    const ended = (each: Desk): void => {
      drive(each);
      each.advance(30);
    };
    expect(storyAfter(desk(), ended)).toContain(
      'the telephone of ana rang, as the one whose last call was longest ago (AS-06), for 18 seconds',
    );
    expect(storyAfter(desk(), ended, { language: 'fr' })).toContain(
      'le poste de ana, choisi car son dernier appel était le plus ancien (AS-06), a sonné',
    );
  });

  test('PR-04, PR-06, CP-02: who talks or writes up has a call in hand; a quota of the day is told as used up', () => {
    const quota = {
      profiles: [{ name: 'calls', limit: 1, reset: 'endOfDay', blocking: true }],
      classes: [{ ...voiceWork, profiles: [0] }],
    } as const;
    const setup = routing({
      agents: ['ana', 'bob', 'cy'].map((name) =>
        agent(name, { units: 9, profiles: [{ profile: 0, limit: null }] }),
      ),
      ...quota,
    });
    const drive = (desk: Desk): void => {
      desk.available(0, 0, 1, 2);
      for (const at of [1, 3, 5]) desk.answer(at + 1, desk.call(at));
      desk.tell(7, 'presenceChosen', 1, 'away');
      desk.finish(8, desk.engine.openContacts()[0]!.id, 0);
      desk.call(10);
    };
    expect(storyAfter(new Desk(setup), drive, { contact: 4 })).toContain(
      'Nobody could take it: two agents had a call in hand and one agent had used up all calls for the day (AS-03).',
    );
    expect(storyAfter(new Desk(setup), drive, { contact: 4, language: 'fr' })).toContain(
      'Personne ne pouvait le prendre : deux agents étaient occupés et un agent avait pris tous ses appels du jour (AS-03).',
    );
  });

  test('NT-06: who has declined it too often', () => {
    const desk = new Desk(routing({ queues: [queue('sales', { declineLimit: 1 })] }));
    const story = storyAfter(desk, () => {
      desk.available(0, 0);
      desk.decline(3, desk.call(1));
    });
    expect(story).toContain('Nobody could take it: one agent had declined it too often (AS-03).');
  });

  test('AS-03: that nobody could take it has its time, and of whoever stands behind others it is said', () => {
    const entries: readonly Entry[] = [
      { t: 0, kind: 'input', name: 'contactArrived', contact: 1, entry: 'main' },
      { t: 0, kind: 'fact', name: 'queued', contact: 1, queue: 'sales', how: 'routed', rank: 118 },
      {
        t: 156_400,
        kind: 'fact',
        name: 'decided',
        contact: 1,
        rule: 'AS-03',
        reason: { decision: 'stays', candidates: [{ name: 'ana', refusedBy: 'CP-11 no units' }] },
      },
    ];
    expect(storyOf(1, entries, { startOfDay }).join('\n')).toContain(
      'where 117 were before it. It had to wait until its turn came. At 10:02:36 nobody could take it: one agent had a call in hand (AS-03).',
    );
  });

  test('a clock of the next day says so once', () => {
    const drive = (desk: Desk): void => {
      const call = desk.call(70);
      desk.hangUp(90, call);
    };
    const told = (language: Language): string => {
      const desk = new Desk();
      const transcript = listenTo(desk);
      drive(desk);
      return storyOf(1, transcript.take(), { startOfDay: hours(24), language }).join('\n');
    };
    expect(told('en')).toContain('At 00:01:10 the next morning a call reached main.');
    expect(told('en')).toContain('At 00:01:30, after 20 seconds in the queue, the caller gave up');
    expect(told('fr')).toContain('À 00:01:10 le lendemain, un appel est arrivé sur main.');
  });

  test('lengths are those of the clocks that are said', () => {
    const story = storyAfter(new Desk(), (desk) => {
      const call = desk.call(2.9);
      desk.hangUp(38.5, call);
    });
    expect(story).toContain('At 10:00:02 a call reached main.');
    expect(story).toContain('At 10:00:38, after 36 seconds in the queue, the caller gave up');
  });

  test('of a call of an earlier day it tells what is known, and nothing else', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    desk.available(0, 0, 1);
    const talking = desk.call(1);
    desk.answer(3, talking);
    const writing = desk.call(4);
    desk.answer(6, writing);
    desk.hangUp(20, writing);
    const transcript = listenTo(desk);
    desk.finish(63, talking, 0);
    desk.tell(80, 'wrapUpSubmitted', writing, 1, '');
    const entries = transcript.take();
    const told = [1, 2].map((contact) => storyOf(contact, entries, { startOfDay }).slice(1).join(' '));
    expect(told).toEqual([
      expect.stringContaining('ana was talking with its caller. They talked for 1 minute;'),
      'This call was still open from an earlier day when the day began: bob was writing it up. ' +
        'The wrap-up of bob took 1 minute, and the case was closed (WU-01). In short: served by bob.',
    ]);
  });

  test('NT-X3: who hangs up while a telephone rings', () => {
    const story = storyAfter(new Desk(), (desk) => {
      desk.available(0, 0);
      const call = desk.call(1);
      desk.hangUp(6, call);
    });
    expect(story).toContain(
      'At 10:00:06, after 5 seconds in the queue, the caller gave up and hung up (NT-X3).',
    );
    expect(story).toContain('In short: gave up after 5 seconds.');
  });

  test('EW-08: announcements are told together', () => {
    const story = storyAfter(
      new Desk(routing({ queues: [queue('sales', { announcePosition: true })] })),
      (desk) => {
        const first = desk.call(0);
        const second = desk.call(1);
        desk.advance(31);
        desk.promptDone(36, second);
        desk.hangUp(45, first);
        desk.advance(70);
      },
      { contact: 2 },
    );
    expect(story).toContain(
      'The caller was told the place two times, first that one was ahead, at last to be next in line (EW-08).',
    );
  });
});

describe('a callback', () => {
  test('OV-04, CB-02, CB-04, CB-05, CB-06, CB-17: the promise', () => {
    const story = callback({}, () => undefined);
    expect(story).toContain(
      'Nobody was free in the queue sales, so the caller was to be offered a callback (OV-04).',
    );
    expect(story).toContain(
      'At 10:00:30, after 30 seconds in the queue, the caller heard the first callback offer (CB-02).',
    );
    expect(story).toContain(
      'At 10:00:32, 2 seconds after the offer had begun, the caller pressed 1 and had a callback (CB-04). ' +
        'The call ended at 10:00:40; its place in the queue was kept (CB-05, CB-06). ' +
        'From 10:00:50 on it could be given to an agent (CB-17).',
    );
  });

  test('CB-12, CB-13: it is kept', () => {
    const story = callback({}, (desk, call) => {
      desk.accept(62, call);
      desk.customerAnswers(70, call);
      desk.join(70, call);
      desk.finish(130, call, 0);
    });
    expect(story).toContain('The customer was dialled for ana and answered after 8 seconds (CB-12, CB-13).');
    expect(story).toContain(
      'In short: waited 32 seconds on the line, one callback offer heard, called back by ana, 30 seconds after the promise.',
    );
  });

  test('CB-14, CB-20, CB-21: it is lost after the last attempt', () => {
    const story = callback({ maxAttempts: 2, retryWait: minutes(5) }, (desk, call) => {
      desk.accept(62, call);
      desk.advance(92);
      desk.advance(392);
      desk.accept(395, call);
      desk.dialFails(400, call, 'busy');
    });
    expect(story).toContain(
      'Nobody answered within 30 seconds (CB-14). The next attempt was set for 10:06:32 (CB-20).',
    );
    expect(story).toContain('At 10:06:32 it was back at its old place in the queue (CB-20).');
    expect(story).toContain(
      'The customer was dialled for ana, the second attempt (CB-12). The line was busy (CB-14).',
    );
    expect(story).toContain('At 10:06:40 no further attempt was left: the callback was lost (CB-21).');
    expect(story).toContain('callback lost after two attempts.');
  });

  test('CB-20: a callback that is still owed when the day is over', () => {
    const story = (language: Language): string =>
      storyAfter(
        new Desk(offering({ maxAttempts: 2, retryWait: minutes(5) })),
        (desk) => {
          const call = optIn(desk);
          desk.available(60, 0);
          desk.accept(62, call);
          desk.advance(92);
        },
        { language },
      );
    expect(story('en')).toContain(
      'one callback offer heard, the callback was still owed, after one attempt.',
    );
    expect(story('fr')).toContain('le rappel restait dû, après un essai.');
  });

  test('CB-X1: pressed while a telephone rings for the call', () => {
    const story = storyAfter(new Desk(offering()), (desk) => {
      const call = desk.call(0);
      desk.advance(30);
      desk.available(31, 0);
      desk.press(33, call);
    });
    expect(story).toContain(
      'The telephone of ana was ringing for this very call and was taken back, at no fault of the agent (CB-X1).',
    );
  });

  test('CB-05: who hangs up during the confirmation keeps the callback', () => {
    const story = storyAfter(new Desk(offering()), (desk) => {
      const call = desk.call(0);
      desk.advance(30);
      desk.press(32, call);
      desk.hangUp(35, call);
    });
    expect(story).toContain('The caller hung up at 10:00:35 during the confirmation; the callback stood');
  });

  test('CB-04: another digit changes nothing', () => {
    const story = storyAfter(new Desk(offering()), (desk) => {
      const call = desk.call(0);
      desk.advance(30);
      desk.press(32, call, '2');
      desk.hangUp(40, call);
    });
    expect(story).toContain('At 10:00:32 the caller pressed 2, which changed nothing (CB-04).');
    expect(story).toContain('In short: one callback offer heard, gave up after 40 seconds.');
  });

  test('CB-43: offers that were kept back are told together', () => {
    const story = storyAfter(
      new Desk(offering({ offerRepeat: seconds(30) })),
      (desk) => {
        optIn(desk, 0, 7);
        const again = desk.call(50, { caller: 7 });
        desk.advance(150);
        desk.hangUp(160, again);
      },
      { contact: 2 },
    );
    expect(story).toContain(
      'From 10:01:20 on three callback offers were due and not played: a callback to this number was open already (CB-43).',
    );
  });
});

describe('what comes often', () => {
  const waiting = (seconds_: number, offerRepeat: number, without: readonly number[] = []): string =>
    storyAfter(new Desk(offering({ offerRepeat: seconds(offerRepeat) })), (desk) => {
      const call = desk.call(0);
      for (let at = 30; at <= seconds_; at += offerRepeat) {
        desk.advance(at);
        if (!without.includes(at)) desk.promptDone(at + 5, call);
      }
      desk.hangUp(seconds_ + 9, call);
    });

  test('CB-02, CB-03: offers after the first are told together', () => {
    expect(waiting(150, 60)).toContain(
      'the caller heard the first callback offer (CB-02). Two more followed, 1 minute apart, the last at 10:02:30 (CB-02). ' +
        'At 10:02:39',
    );
  });

  test('CB-03: offers that were kept back stand where they fell', () => {
    const story = waiting(150, 60, [30]);
    const kept = story.indexOf('At 10:01:30 a callback offer was due and was not played');
    expect(story.indexOf('the first callback offer')).toBeLessThan(kept);
    expect(kept).toBeLessThan(story.indexOf('the second callback offer'));
  });

  test('ordinals of English', () => {
    const tell = STORY_WORDS.en.dialled;
    expect([3, 11, 21, 22, 23, 24, 111].map((count) => tell('ana', count).split(' ').at(-2))).toEqual([
      'third',
      '11th',
      '21st',
      '22nd',
      '23rd',
      '24th',
      '111th',
    ]);
  });

  test('OV-05: one open item is one', () => {
    const { en, fr } = STORY_WORDS;
    expect(en.condition('workItemLimit', 'sales', '1')).toContain('held at least one open item,');
    expect(fr.condition('workItemLimit', 'sales', '1')).toContain('au moins une demande,');
    expect(en.condition('workItemLimit', 'sales', '2')).toContain('held 2 open items or more');
  });
});

describe('overflow', () => {
  test('OV-20, RT-13: after too long a wait into another queue', () => {
    const waitExceeds = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: 1 },
    } as const;
    const desk = new Desk(
      routing({
        queues: [queue('sales', { waitExceeds }), queue('more')],
        agents: [agent('ana', { queues: [1] }), agent('bob')],
        entries: [entry('main')],
      }),
    );
    const story = storyAfter(desk, () => {
      desk.call(0);
      desk.advance(60);
    });
    expect(story).toContain(
      'At 10:01:00 it had waited 1 minute in sales, the most it should, so it moved on to more (OV-20). ' +
        'It now stood in more, where nobody was before it (RT-13).',
    );
    expect(story).toContain('In short: moved once to another queue, still open.');
  });

  test('LM-02: turned away at once', () => {
    const story = storyAfter(new Desk(routing({ maxCalls: 0 })), (desk) => void desk.call(0));
    expect(story).toContain('All lines were busy, so it was turned away at once (LM-02).');
  });
});

describe('languages', () => {
  test('French tells the same with its own words', () => {
    const story = storyAfter(
      new Desk(offering()),
      (desk) => {
        const call = optIn(desk);
        desk.available(60, 0);
        desk.accept(62, call);
        desk.dialFails(70, call, 'invalidNumber');
      },
      { language: 'fr' },
    );
    expect(story).toContain(
      'À 10:00:30, après 30 secondes dans la file, l’appelant a entendu la première proposition de rappel (CB-02).',
    );
    expect(story).toContain('À 10:01:10, le numéro n’était pas valable : le rappel était perdu (CB-22).');
    expect(story).toContain(
      'En bref : 32 secondes d’attente en ligne, une proposition de rappel entendue, rappel perdu après un essai.',
    );
  });

  test('both tables have the same rules and the same lists', () => {
    const { en, fr } = STORY_WORDS;
    expect(Object.keys(fr.kept)).toEqual(Object.keys(en.kept));
    expect(Object.keys(fr.chosen)).toEqual(Object.keys(en.chosen));
  });
});

describe('the calls worth reading', () => {
  const desk = new Desk(offeringDesk());
  const transcript = listenTo(desk);
  const first = optIn(desk);
  desk.available(60, 0);
  desk.advance(80);
  desk.tell(81, 'presenceChosen', 0, 'available');
  desk.accept(82, first);
  desk.dialFails(90, first, 'invalidNumber');
  desk.tell(91, 'presenceChosen', 0, 'away');
  const second = desk.call(100);
  desk.advance(140);
  desk.hangUp(145, second);
  desk.call(150);
  const calls = callsOf(transcript.take());

  test('a summary for each call', () => {
    expect(
      calls.map(({ contact, arrivedAt, wait, offers, hasOptedIn, missedRings, closed }) => [
        contact,
        arrivedAt / 1000,
        wait === null ? null : wait / 1000,
        offers,
        hasOptedIn,
        missedRings,
        closed,
      ]),
    ).toEqual([
      [1, 0, 32, 1, true, 1, 'invalid-number'],
      [2, 100, 45, 1, false, 0, 'abandoned'],
      [3, 150, 0, 0, false, 0, null],
    ]);
  });

  test('each finding finds its own', () => {
    const numbers = FINDINGS.map((finding) => found(finding, calls).map(({ contact }) => contact));
    expect(numbers).toEqual([[2], [1], [1], [2]]);
  });

  test('they are listed with the time, the queue and why; none is said', () => {
    expect(foundLines('lostCallbacks', found('lostCallbacks', calls), { startOfDay })).toEqual([
      'One callback was lost on this day.',
      '  Lost at   Call  Queue  Why',
      '  10:01:30  1     sales  invalid number',
    ]);
    expect(foundLines('rona', found('rona', calls), { startOfDay })).toContainEqual(
      '  10:01:18   1     sales  1 ring missed',
    );
    expect(foundLines('abandonedAfterOffer', found('abandonedAfterOffer', calls), { startOfDay })).toEqual([
      'One caller heard a callback offer, did not take it, and gave up.',
      '  Gave up at  Call  Queue  After',
      '  10:02:25    2     sales  45 s',
    ]);
    expect(foundLines('longestWait', found('longestWait', calls), { startOfDay })).toEqual([
      'The longest wait of the day was that of call 2: 45 s on the line.',
    ]);
    expect(FINDINGS.map((finding) => foundLines(finding, [], { startOfDay })[0])).toEqual([
      'Nobody waited in a queue on this day.',
      'No callback was lost on this day.',
      'No ring was missed on this day.',
      'Nobody gave up after a callback offer on this day.',
    ]);
  });
});

function offeringDesk(): ReturnType<typeof offering> {
  return offering({}, { queues: [offeringQueue('sales')] });
}
