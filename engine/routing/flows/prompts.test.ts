import { describe, expect, test } from 'vitest';
import type { OverflowSetup } from '../../config/setup.ts';
import { minutes, seconds } from '../../kernel/time.ts';
import type { ContactId, Prompt } from '../protocol.ts';
import {
  agent,
  callbackProfile,
  Desk,
  entry,
  estimateOf,
  queue,
  routing,
  voiceWork,
} from '../testing/desk.ts';
import { play } from './prompts.ts';

const telling = (initial: number): Desk =>
  new Desk(routing({ queues: [queue('sales', { announceWait: true, estimate: estimateOf({ initial }) })] }));

const counting = (partial = {}): Desk =>
  new Desk(routing({ queues: [queue('sales', { announcePosition: true, ...partial })] }));

/** Let time pass second by second; every prompt takes `length` seconds. */
function wait(desk: Desk, from: number, to: number, length = 3): void {
  const playing = new Map<ContactId, number>();
  for (let at = from; at <= to; at++) {
    for (const [contact, end] of playing) {
      if (end > at) continue;
      playing.delete(contact);
      if (desk.engine.view(contact) !== null) desk.promptDone(at, contact);
    }
    const before = desk.commands.length;
    desk.advance(at);
    for (const line of desk.commands.slice(before))
      if (line.split(' ')[1] === 'play') playing.set(Number(line.split(' ')[2]), at + length);
  }
}

/** When and what was said to this contact: `seconds number`. */
const said = (desk: Desk, contact: ContactId, what = 'position'): string[] =>
  desk.commands
    .map((line) => line.split(' '))
    .filter(([, command, id, prompt]) => command === 'play' && id === `${contact}` && prompt === what)
    .map(([at, , , , value]) => `${at} ${value}`);

describe('the wait', () => {
  test.each([
    [59, null],
    [60, null],
    [60.001, 2],
    [61, 2],
    [120, 2],
    [120.001, 3],
    [599, 10],
    [3600, 60],
    [5401, 91],
  ])('EW-07: an estimate of %s s is told on entry as %s whole minutes', (estimate, told) => {
    const desk = telling(seconds(estimate));
    const call = desk.call(7);
    expect(said(desk, call, 'wait')).toEqual(told === null ? [] : [`7 ${told}`]);
    expect(desk.view(call).estimateTold).toBe(told === null ? -1 : seconds(estimate));
    expect(desk.factsOf('announced')).toEqual(
      told === null ? [] : [`7 announced ${call} wait ${told} false`],
    );
  });

  test('EW-07: nothing is told without an estimate, or where the queue does not announce it', () => {
    const silent = new Desk(
      routing({ queues: [queue('sales', { estimate: estimateOf({ initial: minutes(5) }) })] }),
    );
    expect(said(silent, silent.call(0), 'wait')).toEqual([]);
    const unsure = new Desk(routing({ queues: [queue('sales', { announceWait: true })] }));
    expect(said(unsure, unsure.call(0), 'wait')).toEqual([]);
  });

  test('EW-07: it is told once per contact, and what was told never changes, whatever queue comes next', () => {
    const move: OverflowSetup = {
      when: 'waitExceeds',
      limit: seconds(60),
      action: { do: 'transferQueue', queue: 1 },
    };
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            announceWait: true,
            estimate: estimateOf({ initial: minutes(3) }),
            waitExceeds: move,
          }),
          queue('help', { announceWait: true, estimate: estimateOf({ initial: minutes(9) }) }),
        ],
        agents: [agent('ana', { queues: [0, 1] })],
      }),
    );
    const call = desk.call(0);
    desk.promptDone(5, call);
    desk.advance(700);
    expect(desk.view(call)).toMatchObject({ queueIndex: 1, estimateTold: minutes(3) });
    expect(said(desk, call, 'wait')).toEqual(['0 3']);
  });
});

describe('the place', () => {
  test('EW-08: it is said every 30 s from entry: how many are ahead, none for the next in line', () => {
    const desk = counting();
    const first = desk.call(0);
    const second = desk.call(10);
    wait(desk, 11, 105);
    expect(said(desk, first)).toEqual(['30 0', '60 0', '90 0']);
    expect(said(desk, second)).toEqual(['40 1', '70 1', '100 1']);
  });

  test('EW-08: nothing is said to one whom an agent takes before', () => {
    const desk = counting();
    desk.available(0, 0);
    const call = desk.call(1);
    desk.answer(15, call);
    wait(desk, 16, 100);
    expect(said(desk, call)).toEqual([]);
  });

  test('EW-08: up to place 150 every 30 s, behind that every 60 s', () => {
    const desk = counting();
    const calls = Array.from({ length: 151 }, () => desk.call(0));
    wait(desk, 1, 130);
    expect(said(desk, calls[149]!)).toEqual(['30 149', '60 149', '90 149', '120 149']);
    expect(said(desk, calls[150]!)).toEqual(['60 150', '120 150']);
  });

  test('EW-08: whoever comes up to place 150 hears it every 30 s from then on', () => {
    const desk = counting();
    const calls = Array.from({ length: 151 }, () => desk.call(0));
    wait(desk, 1, 59);
    desk.hangUp(59.5, calls[0]!);
    wait(desk, 60, 125);
    expect(said(desk, calls[150]!)).toEqual(['60 149', '90 149', '120 149']);
  });

  test('EW-09: due callbacks before it count; those that pause before a retry do not', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            announcePosition: true,
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
          }),
        ],
        callbackProfiles: [callbackProfile({ offerFirst: seconds(5), offerRepeat: Infinity })],
      }),
    );
    const promise = desk.call(0);
    wait(desk, 1, 14);
    desk.press(15, promise);
    const early = desk.call(16, { withheld: true }); // hears no offer (CB-08)
    desk.promptDone(30, promise);
    wait(desk, 31, 49); // the gap ends at 40
    expect(said(desk, early)).toEqual(['46 1']);
    const late = desk.call(50, { withheld: true });

    // Ana takes the callback; the customer does not answer, so it pauses before its retry.
    desk.available(51, 0);
    desk.accept(52, promise);
    desk.tell(53, 'presenceChosen', 0, 'away');
    desk.dialFails(60, promise, 'noAnswer');
    wait(desk, 61, 90);
    expect(said(desk, late)).toEqual(['80 1']); // only the early one
  });

  test('EW-09: a callback in its redial gap is not ahead of anybody', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            announcePosition: true,
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
          }),
        ],
        callbackProfiles: [
          callbackProfile({ offerFirst: seconds(5), offerRepeat: Infinity, minRedialGap: seconds(100) }),
        ],
      }),
    );
    const promise = desk.call(0);
    desk.advance(5);
    desk.press(6, promise);
    desk.promptDone(10, promise); // the gap ends at 110
    const call = desk.call(11, { withheld: true });
    wait(desk, 12, 130);
    expect(said(desk, call)).toEqual(['41 0', '71 0', '101 0']); // then 1 would be more than said (EW-X2)
  });

  test('EW-10: with other work before it, whose order may turn, a place is approximate', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { announcePosition: true })],
        classes: [voiceWork, { ...voiceWork, units: 2 }],
        entries: [entry('main'), entry('large', { workClass: 1 })],
      }),
    );
    const first = desk.call(0);
    const large = desk.call(0, { entry: 1 });
    desk.advance(30);
    expect(desk.factsOf('announced')).toEqual([
      `30 announced ${first} position 0 false`,
      `30 announced ${large} position 1 true`,
    ]);
  });

  test('EW-X2: a place that got worse is not said; the same or a better one is', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', { announcePosition: true }),
          queue('help', {
            waitExceeds: {
              when: 'waitExceeds',
              limit: seconds(60),
              action: { do: 'transferQueue', queue: 0 },
            },
          }),
        ],
        agents: [agent('ana', { queues: [0, 1] })],
        entries: [
          entry('main'),
          entry('help', { rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }] }),
        ],
      }),
    );
    const older = desk.call(0, { entry: 1 });
    const front = desk.call(10);
    const call = desk.call(11);
    wait(desk, 12, 80); // at 60 the older one comes in before both
    expect(said(desk, call)).toEqual(['41 1']);
    expect(said(desk, front)).toEqual(['40 0']);
    desk.hangUp(85, older);
    wait(desk, 86, 110);
    expect(said(desk, call)).toEqual(['41 1', '101 1']);
    expect(said(desk, front)).toEqual(['40 0', '100 0']);
    desk.hangUp(112, front);
    wait(desk, 113, 140);
    expect(said(desk, call)).toEqual(['41 1', '101 1', '131 0']);
  });

  test('K-22: how many were served before him is counted from the first word', () => {
    const desk = counting();
    const calls = [0, 1, 2].map((at) => desk.call(at));
    desk.advance(35);
    desk.available(40, 0);
    for (const [nth, call] of calls.entries()) {
      desk.answer(50 + nth * 20, call);
      if (nth === 2) expect(desk.view(call)).toMatchObject({ announcedAhead: 2, servedSinceAnnounced: 2 });
      desk.finish(60 + nth * 20, call, 0);
    }
  });

  test('K-22: in each queue anew', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('help', {
            announcePosition: true,
            waitExceeds: {
              when: 'waitExceeds',
              limit: seconds(60),
              action: { do: 'transferQueue', queue: 1 },
            },
          }),
          queue('sales', { announcePosition: true }),
        ],
        agents: [agent('ana', { queues: [0, 1] })],
      }),
    );
    const first = desk.call(0);
    const call = desk.call(1);
    wait(desk, 2, 40);
    expect(desk.view(call).announcedAhead).toBe(1);
    desk.hangUp(45, first);
    wait(desk, 46, 89); // moved at 61
    expect(desk.view(call)).toMatchObject({ queueIndex: 1, announcedAhead: -1 });
    wait(desk, 90, 91);
    expect(desk.view(call).announcedAhead).toBe(0);
  });
});

describe('one voice at a time', () => {
  // MS-03: confirmation, overflow, offer, position, wait, comfort.
  const ranking: readonly (readonly Prompt[])[] = [
    ['callbackConfirmation'],
    ['overflowEnd', 'voicemail'],
    ['callbackOffer'],
    ['position'],
    ['wait'],
    ['greeting'],
  ];
  const pairs = ranking.flatMap((group, rank) =>
    group.flatMap((playing) =>
      ranking.flatMap((others, otherRank) => others.map((due) => [due, playing, otherRank < rank] as const)),
    ),
  );

  test.each(pairs)('MS-03: %s falling due while %s plays is heard: %s', (due, playing, isHeard) => {
    const desk = new Desk();
    const call = desk.call(0);
    const { centre, outbox } = desk.engine;
    const contact = centre.find(call)!;
    expect(play(centre, contact, playing, 0)).toBe(true);
    desk.advance(1);
    desk.take();
    expect(play(centre, contact, due, 0)).toBe(isHeard);
    expect(outbox.size).toBe(isHeard ? 2 : 0);
    desk.advance(2);
    expect(desk.take()).toEqual(isHeard ? [`2 stopPlay ${call}`, `2 play ${call} ${due} 0`] : []);
  });

  test('MS-03: a prompt that was skipped is not made up for', () => {
    const desk = counting({ announceWait: true, estimate: estimateOf({ initial: minutes(3) }) });
    const call = desk.call(0);
    desk.advance(30); // the place stops the wait
    desk.promptDone(40, call);
    desk.advance(59);
    expect(desk.commands.filter((line) => line.includes('lay'))).toEqual([
      `0 play ${call} wait 3`,
      `30 stopPlay ${call}`,
      `30 play ${call} position 0`,
    ]);
  });

  const offering: OverflowSetup = {
    when: 'workItemLimit',
    limit: 0,
    action: { do: 'directCallback', profile: 0 },
  };

  test('EW-X3, MS-03: a place due while the offer plays, or in its very instant, is skipped', () => {
    const desk = counting({ overflow: [offering] });
    const call = desk.call(0);
    wait(desk, 1, 125, 40); // offers at 30 and 150, each of 40 s
    expect(said(desk, call, 'callbackOffer')).toEqual(['30 0']);
    expect(said(desk, call)).toEqual(['90 0']); // 30 and 60 skipped, 120 while 90 is still said
    expect(desk.commands.filter((line) => line.includes('stopPlay'))).toEqual([]);
  });

  test('EW-11: when an agent accepts, every prompt to that caller stops, and none begins', () => {
    const desk = counting({ overflow: [offering] });
    const call = desk.call(0);
    desk.advance(30);
    desk.available(31, 0);
    desk.take();
    desk.accept(33, call);
    expect(desk.take()).toEqual([`33 stopPlay ${call}`, `33 connect ${call} ana`]);
    desk.join(33.2, call);
    desk.advance(400);
    expect(desk.take()).toEqual([]);
  });
});
