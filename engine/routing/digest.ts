/**
 * The digest of a day: every command with its time, in order, as it crosses the boundary, in 64 bits. Two days with the same digest
 * behaved the same; a change of behaviour is told from a change of luck by it, and one machine's run from another's.
 *
 * It says what an outsider sees. Contacts are named by the order in which they are first spoken of, and the ids of commands are left
 * out: how the engine pools and numbers is its own affair. It hands everything on and decides nothing; who does not ask for it
 * does not pay.
 */
import { Hash64 } from '../kernel/hash.ts';
import type { Instant } from '../kernel/time.ts';
import type { Commands, ContactId } from './protocol.ts';

export interface DayDigest {
  /** 16 hexadecimal figures. */
  readonly digest: string;
  readonly commands: number;
}

/** In this order for good: a digest that was recorded is compared with those of later versions. */
const KINDS = [
  'answer',
  'reject',
  'play',
  'stopPlay',
  'music',
  'ring',
  'withdrawRing',
  'originate',
  'cancelOriginate',
  'connect',
  'transferOut',
  'recordMessage',
  'hangup',
  'notify',
] as const satisfies readonly (keyof Commands)[];
const KIND = Object.fromEntries(KINDS.map((name, at) => [name, at + 1])) as Readonly<
  Record<keyof Commands, number>
>;
/** Of a command that is about nobody in particular. */
const NONE = -1;

export class CommandDigest {
  readonly #hash = new Hash64();
  readonly #numbers = new Map<ContactId, number>();
  #commands = 0;

  /** In front of whoever carries the commands out. `clock.now`: the instant at which the engine gave them. */
  commandsTo(to: Commands, clock: { readonly now: Instant }): Commands {
    const hear = (
      kind: keyof Commands,
      contact: ContactId,
      agent: number,
      value: number,
      text: string,
    ): void => this.#add(KIND[kind], clock.now, contact, agent, value, text);
    return {
      answer: (contact, id) => {
        hear('answer', contact, NONE, 0, '');
        to.answer(contact, id);
      },
      reject: (contact, reason, id) => {
        hear('reject', contact, NONE, 0, reason);
        to.reject(contact, reason, id);
      },
      play: (contact, prompt, value, id) => {
        hear('play', contact, NONE, value, prompt);
        to.play(contact, prompt, value, id);
      },
      stopPlay: (contact, id) => {
        hear('stopPlay', contact, NONE, 0, '');
        to.stopPlay(contact, id);
      },
      music: (contact, isOn, id) => {
        hear('music', contact, NONE, isOn ? 1 : 0, '');
        to.music(contact, isOn, id);
      },
      ring: (contact, agent, kind, until, id) => {
        hear('ring', contact, agent, until, kind);
        to.ring(contact, agent, kind, until, id);
      },
      withdrawRing: (contact, agent, why, id) => {
        hear('withdrawRing', contact, agent, 0, why);
        to.withdrawRing(contact, agent, why, id);
      },
      originate: (contact, agent, ringLimit, callerId, id) => {
        hear('originate', contact, agent, ringLimit, callerId);
        to.originate(contact, agent, ringLimit, callerId, id);
      },
      cancelOriginate: (contact, leg, id) => {
        hear('cancelOriginate', contact, NONE, 0, '');
        to.cancelOriginate(contact, leg, id);
      },
      connect: (contact, agent, id) => {
        hear('connect', contact, agent, 0, '');
        to.connect(contact, agent, id);
      },
      transferOut: (contact, number, id) => {
        hear('transferOut', contact, NONE, 0, number);
        to.transferOut(contact, number, id);
      },
      recordMessage: (contact, id) => {
        hear('recordMessage', contact, NONE, 0, '');
        to.recordMessage(contact, id);
      },
      hangup: (contact, reason, id) => {
        hear('hangup', contact, NONE, 0, reason);
        to.hangup(contact, reason, id);
      },
      notify: (agent, key, contact, id) => {
        hear('notify', contact, agent, 0, key);
        to.notify(agent, key, contact, id);
      },
    };
  }

  /** What the day came to; the next one begins. */
  take(): DayDigest {
    const day = { digest: this.#hash.hex, commands: this.#commands };
    this.#hash.clear();
    this.#numbers.clear();
    this.#commands = 0;
    return day;
  }

  #add(kind: number, now: Instant, contact: ContactId, agent: number, value: number, text: string): void {
    const hash = this.#hash;
    hash.word(kind);
    hash.number(now);
    hash.word(this.#numberOf(contact));
    hash.word(agent);
    hash.number(value);
    hash.text(text);
    this.#commands += 1;
  }

  #numberOf(contact: ContactId): number {
    const known = this.#numbers.get(contact);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(contact, number);
    return number;
  }
}

/** One digest for all days, in order. */
export function totalDigest(days: readonly string[]): string {
  const hash = new Hash64();
  for (const day of days) hash.text(day);
  return hash.hex;
}
