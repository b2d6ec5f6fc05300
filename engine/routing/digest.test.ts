import { describe, expect, it } from 'vitest';
import { CommandDigest, totalDigest } from './digest.ts';
import { Outbox } from './outbox.ts';
import type { Commands } from './protocol.ts';

/** A receiver that writes down what it got. */
function listing(): { readonly heard: unknown[][]; readonly commands: Commands } {
  const heard: unknown[][] = [];
  const commands = new Proxy({} as Commands, {
    get:
      (_, name) =>
      (...args: readonly unknown[]) =>
        void heard.push([name, ...args]),
  });
  return { heard, commands };
}

/** The digest of what an outbox is told to write, all at one instant. */
function digestOf(write: (outbox: Outbox) => void, now = 1000): string {
  const digest = new CommandDigest();
  const outbox = new Outbox();
  write(outbox);
  outbox.drainTo(digest.commandsTo(listing().commands, { now }));
  return digest.take().digest;
}

describe('The digest of commands', () => {
  const all = (outbox: Outbox): void => {
    outbox.answer(7);
    outbox.reject(8, 'queue-full');
    outbox.play(7, 'position', 3);
    outbox.stopPlay(7);
    outbox.music(7, true);
    outbox.ring(7, 2, 'inbound', 19_000);
    outbox.withdrawRing(7, 2, 'noAnswer');
    outbox.originate(7, 2, 30_000, '+33');
    outbox.cancelOriginate(7, 4096);
    outbox.connect(7, 2);
    outbox.transferOut(7, '+44');
    outbox.recordMessage(7);
    outbox.hangup(7, 'handled');
    outbox.notify(2, 'stale-offer', 7);
  };

  it('hands every command on, with everything it says', () => {
    const [direct, through] = [listing(), listing()];
    const digest = new CommandDigest();
    const [one, other] = [new Outbox(), new Outbox()];
    all(one);
    all(other);
    one.drainTo(direct.commands);
    other.drainTo(digest.commandsTo(through.commands, { now: 0 }));
    expect(direct.heard).toHaveLength(14);
    expect(through.heard).toEqual(direct.heard);
    expect(digest.take().commands).toBe(14);
  });

  it('differs with anything that an outsider sees: what, when, to whom, in which order', () => {
    const days = [
      digestOf(all),
      digestOf(all, 1001),
      digestOf((outbox) => outbox.ring(7, 2, 'inbound', 19_000)),
      digestOf((outbox) => outbox.ring(7, 3, 'inbound', 19_000)),
      digestOf((outbox) => outbox.ring(7, 2, 'callback', 19_000)),
      digestOf((outbox) => outbox.ring(7, 2, 'inbound', 19_001)),
      digestOf((outbox) => outbox.connect(7, 2)),
      digestOf((outbox) => {
        outbox.answer(7);
        outbox.answer(8);
        outbox.stopPlay(7);
      }),
      digestOf((outbox) => {
        outbox.answer(7);
        outbox.answer(8);
        outbox.stopPlay(8);
      }),
      digestOf(() => undefined),
    ];
    expect(new Set(days).size).toBe(days.length);
  });

  it('does not depend on how the engine pools contacts and numbers commands', () => {
    const late = digestOf((outbox) => {
      outbox.beginStep(900);
      outbox.answer(1_048_583);
      outbox.ring(1_048_583, 2, 'inbound', 19_000);
    });
    const early = digestOf((outbox) => {
      outbox.answer(7);
      outbox.ring(7, 2, 'inbound', 19_000);
    });
    expect(late).toBe(early);
  });

  it('begins anew with each day, and the total holds all of them in order', () => {
    const digest = new CommandDigest();
    const commands = digest.commandsTo(listing().commands, { now: 5 });
    commands.answer(1, 1);
    const first = digest.take();
    commands.answer(2, 2);
    expect(digest.take()).toEqual(first);
    expect(totalDigest(['a', 'b'])).not.toBe(totalDigest(['b', 'a']));
  });
});
