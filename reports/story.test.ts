import { describe, expect, test } from 'vitest';
import type { CallbackProfileSetup } from '../engine/config/setup.ts';
import { minutes, hours, seconds } from '../engine/kernel/time.ts';
import { offering, offeringQueue, optIn } from '../engine/routing/testing/callback-desk.ts';
import { agent, Desk, entry, queue, routing } from '../engine/routing/testing/desk.ts';
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
      'At 10:00:20 the telephone of bob rang, as the one whose last call was longest ago (AS-06), and was answered ' +
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
      'At 10:00:01 the telephone of ana rang, as the one whose last call was longest ago (AS-06), for 18 seconds and was ' +
        'not answered (RONA, NT-03). The agent ana was made inactive and gets no call until choosing to be available ' +
        'again (NT-04). The call was back in sales, where nobody was before it (RT-09). Nobody could take it: one was ' +
        'inactive after a missed ring (AS-03).',
    );
    expect(story).toContain('was still open');
    expect(story).toContain('In short: one ring missed, still open.');
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
      '  10:00:00  call 1  sales  invalid number',
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
