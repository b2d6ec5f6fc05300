/**
 * Commands in the order they were written, until the host drains them. Columns in plain and typed arrays and
 * no object per command: fresh command objects cost a fifth to a half of the engine's speed (DECISIONS,
 * "Commands in columns"). It knows the shape of commands and nothing of why they are given.
 */
import type { Instant, Millis } from '../kernel/time.ts';
import type {
  AgentId,
  CloseReason,
  CommandId,
  Commands,
  ContactId,
  Prompt,
  Refusal,
  RingKind,
  WithdrawReason,
} from './protocol.ts';

const Kind = {
  answer: 0,
  reject: 1,
  play: 2,
  stopPlay: 3,
  music: 4,
  ring: 5,
  withdrawRing: 6,
  originate: 7,
  cancelOriginate: 8,
  connect: 9,
  transferOut: 10,
  recordMessage: 11,
  hangup: 12,
  notify: 13,
} as const;

/** GEN-05: room for the index inside one step. */
const STEP = 4096;

export class Outbox {
  #count = 0;
  #room = 256;
  #kind = new Uint8Array(this.#room);
  #contact = new Float64Array(this.#room);
  #agent = new Int32Array(this.#room);
  #value = new Float64Array(this.#room);
  #id = new Float64Array(this.#room);
  #text: string[] = new Array<string>(this.#room).fill('');
  #nextId = STEP;

  get size(): number {
    return this.#count;
  }

  /** The id of the next command, for snapshot.ts. */
  get nextId(): CommandId {
    return this.#nextId;
  }
  set nextId(id: CommandId) {
    this.#nextId = id;
  }

  /** Begin the next step: its commands are numbered from step x 4096. */
  beginStep(step: number): void {
    const first = step * STEP;
    if (first > this.#nextId) this.#nextId = first;
  }

  clear(): void {
    this.#count = 0;
    this.#nextId = STEP;
  }

  #put(kind: number, contact: ContactId, agent: number, value: number, text: string): CommandId {
    if (this.#count === this.#room) this.#grow();
    const at = this.#count++;
    const id = this.#nextId++;
    this.#kind[at] = kind;
    this.#contact[at] = contact;
    this.#agent[at] = agent;
    this.#value[at] = value;
    this.#id[at] = id;
    this.#text[at] = text;
    return id;
  }

  #grow(): void {
    this.#room *= 2;
    const wider = <T extends Uint8Array | Int32Array | Float64Array>(fresh: T, old: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#kind = wider(new Uint8Array(this.#room), this.#kind);
    this.#contact = wider(new Float64Array(this.#room), this.#contact);
    this.#agent = wider(new Int32Array(this.#room), this.#agent);
    this.#value = wider(new Float64Array(this.#room), this.#value);
    this.#id = wider(new Float64Array(this.#room), this.#id);
  }

  answer(contact: ContactId): CommandId {
    return this.#put(Kind.answer, contact, -1, 0, '');
  }
  reject(contact: ContactId, reason: CloseReason): CommandId {
    return this.#put(Kind.reject, contact, -1, 0, reason);
  }
  play(contact: ContactId, prompt: Prompt, value: number): CommandId {
    return this.#put(Kind.play, contact, -1, value, prompt);
  }
  stopPlay(contact: ContactId): CommandId {
    return this.#put(Kind.stopPlay, contact, -1, 0, '');
  }
  music(contact: ContactId, on: boolean): CommandId {
    return this.#put(Kind.music, contact, -1, on ? 1 : 0, '');
  }
  ring(contact: ContactId, agent: AgentId, kind: RingKind, until: Instant): CommandId {
    return this.#put(Kind.ring, contact, agent, until, kind);
  }
  withdrawRing(contact: ContactId, agent: AgentId, why: WithdrawReason): CommandId {
    return this.#put(Kind.withdrawRing, contact, agent, 0, why);
  }
  originate(contact: ContactId, agent: AgentId, ringLimit: Millis, callerId: string): CommandId {
    return this.#put(Kind.originate, contact, agent, ringLimit, callerId);
  }
  cancelOriginate(contact: ContactId, leg: CommandId): CommandId {
    return this.#put(Kind.cancelOriginate, contact, -1, leg, '');
  }
  connect(contact: ContactId, agent: AgentId): CommandId {
    return this.#put(Kind.connect, contact, agent, 0, '');
  }
  transferOut(contact: ContactId, number: string): CommandId {
    return this.#put(Kind.transferOut, contact, -1, 0, number);
  }
  recordMessage(contact: ContactId): CommandId {
    return this.#put(Kind.recordMessage, contact, -1, 0, '');
  }
  hangup(contact: ContactId, reason: CloseReason | 'optedIn' | 'attemptFailed'): CommandId {
    return this.#put(Kind.hangup, contact, -1, 0, reason);
  }
  notify(agent: AgentId, key: Refusal | 'callback-failed' | 'wrapUp-closed', contact: ContactId): CommandId {
    return this.#put(Kind.notify, contact, agent, 0, key);
  }

  /** Hand every command to the receiver in order, then forget them. The receiver must not call the engine meanwhile. */
  drainTo(to: Commands): void {
    for (let at = 0; at < this.#count; at++) {
      const contact = this.#contact[at]!;
      const agent = this.#agent[at]!;
      const value = this.#value[at]!;
      const text = this.#text[at]!;
      const id = this.#id[at]!;
      // The texts were written by the typed methods above: the casts give each back its own type.
      switch (this.#kind[at]!) {
        case Kind.answer:
          to.answer(contact, id);
          break;
        case Kind.reject:
          to.reject(contact, text as CloseReason, id);
          break;
        case Kind.play:
          to.play(contact, text as Prompt, value, id);
          break;
        case Kind.stopPlay:
          to.stopPlay(contact, id);
          break;
        case Kind.music:
          to.music(contact, value === 1, id);
          break;
        case Kind.ring:
          to.ring(contact, agent, text as RingKind, value, id);
          break;
        case Kind.withdrawRing:
          to.withdrawRing(contact, agent, text as WithdrawReason, id);
          break;
        case Kind.originate:
          to.originate(contact, agent, value, text, id);
          break;
        case Kind.cancelOriginate:
          to.cancelOriginate(contact, value, id);
          break;
        case Kind.connect:
          to.connect(contact, agent, id);
          break;
        case Kind.transferOut:
          to.transferOut(contact, text, id);
          break;
        case Kind.recordMessage:
          to.recordMessage(contact, id);
          break;
        case Kind.hangup:
          to.hangup(contact, text as CloseReason, id);
          break;
        case Kind.notify:
          to.notify(agent, text as Refusal, contact, id);
          break;
      }
    }
    this.#count = 0;
  }
}
