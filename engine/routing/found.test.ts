/** What the fuzz found, each told as a short story, so that it stays mended whatever the seeds become. */
import { describe, expect, test } from 'vitest';
import type { OverflowSetup } from '../config/setup.ts';
import { EMPTY_FRAME } from './centre.ts';
import { Engine } from './engine.ts';
import { NOBODY } from './protocol.ts';
import { CommandList, spell } from './tape.ts';
import { agent, callbackProfile, Desk, entry, queue, routing } from './testing/desk.ts';

const offer: OverflowSetup = {
  when: 'workItemLimit',
  limit: 0,
  action: { do: 'directCallback', profile: 0 },
};
const to = (index: number) =>
  entry(`to ${index}`, {
    rules: [{ when: [], targets: [{ queue: index, percent: 100 }], overflow: null }],
  });

describe('found by random runs', () => {
  test('CB-X11: a callback whose number is dialled for another while it rings is not offered again before that call ends', () => {
    const desk = new Desk(
      routing({
        queues: [queue('sales', { overflow: [offer] }), queue('help', { overflow: [offer] })],
        entries: [to(0), to(1)],
        agents: [agent('ana', { queues: [0] }), agent('ben', { queues: [1] })],
        callbackProfiles: [callbackProfile({ offerFirst: 0, minRedialGap: 0 })],
      }),
    );
    const [first, second] = [0, 1].map((index) => {
      const call = desk.call(index, { entry: index, caller: 7 });
      desk.press(index, call);
      desk.promptDone(index, call);
      return call;
    }) as [number, number];
    desk.hold = true;
    desk.available(100, 0, 1);
    desk.hold = false;
    desk.settle();
    expect(desk.take().filter((line) => line.includes(' ring '))).toHaveLength(2);
    desk.accept(101, first);
    desk.decline(102, second);
    expect(desk.take().filter((line) => line.includes(' ring '))).toEqual([]);
    desk.dialFails(110, first, 'busy');
    expect(desk.take().filter((line) => line.includes(' ring '))).toEqual([
      `110 ring ${second} ben callback 128`,
    ]);
  });

  test('GEN-06: -1, which marks "no command" inside the engine, answers no command', () => {
    const desk = new Desk(routing());
    const call = desk.call(0);
    desk.tell(1, 'agentNoAnswer', call, NOBODY, NOBODY);
    desk.tell(1, 'agentAccepted', call, NOBODY, NOBODY);
    desk.tell(1, 'legAnswered', call, NOBODY);
    desk.tell(1, 'promptDone', call, NOBODY);
    desk.available(2, 0);
    desk.accept(3, call);
    desk.tell(3, 'commandFailed', call, NOBODY);
    desk.join(4, call);
    desk.finish(60, call, 0);
    expect(desk.factsOf('closed')).toEqual([`60 closed ${call} handled`]);
  });

  test('GEN-07: an agent who does not exist is refused, whatever is said of him', () => {
    const desk = new Desk(routing());
    const call = desk.call(0);
    for (const nobody of [-1, 1, 1.5]) {
      desk.tell(1, 'agentSignedIn', nobody);
      desk.tell(1, 'presenceChosen', nobody, 'available');
      desk.tell(1, 'channelChosen', nobody, 'voice', true);
      desk.tell(1, 'shiftEnded', nobody);
      desk.tell(1, 'signOutRequested', nobody);
      desk.tell(1, 'wrapUpSubmitted', call, nobody, '');
      desk.tell(1, 'wrapUpExtended', call, nobody);
      desk.tell(1, 'presenceResetRequested', nobody);
      desk.tell(1, 'wrapUpEndRequested', nobody);
    }
    expect(desk.factsOf('refused')).toHaveLength(27);
    expect(desk.commands.filter((line) => line.includes('notify'))).toEqual([]);
  });

  test('INV-D1: a call left open at the end of a run leaves no timer behind for the next', () => {
    const setup = routing({
      queues: [
        queue('sales', {
          waitExceeds: { when: 'waitExceeds', limit: 90_000, action: { do: 'voicemail' } },
          announcePosition: true,
        }),
      ],
    });
    const day = (engine: Engine): string => {
      const commands = new CommandList();
      engine.begin(EMPTY_FRAME);
      for (const at of [0, 5000, 60_000]) engine.contactArrived(at, 0, at, false);
      engine.legEnded(70_000, 1, 'customer', 'normal', 0);
      engine.advanceTo(100_000 * 8);
      engine.contactArrived(101_000, 0, 9, false);
      engine.outbox.drainTo(commands);
      return spell(commands.take());
    };
    const used = new Engine(setup);
    const first = day(used);
    expect(day(used)).toBe(first);
    expect(day(new Engine(setup))).toBe(first);
  });
});
