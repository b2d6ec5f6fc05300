/**
 * The telephone system of a script: hears the engine's commands, remembers the newest ring, leg, prompt and connection of each
 * contact, so that an answer can name them, and does by itself what no script wants to say: prompts end after their length,
 * the two are joined when they are to be connected. It never rings out, answers or hangs up by itself.
 */
import type { PromptName } from '../config/setup.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import { NOBODY, type AgentId, type CommandId, type Commands, type ContactId } from '../routing/protocol.ts';
import type { InputRecord } from '../routing/tape.ts';
import type { Answered } from './script.ts';

/** An answer that comes by itself. */
interface Answer {
  readonly at: Instant;
  readonly contact: ContactId;
  readonly input: 'promptDone' | 'legsJoined';
  readonly command: CommandId;
}

export class Host implements Commands {
  now: Instant = 0;
  readonly #prompts: Readonly<Record<PromptName, Millis>>;
  readonly #connectAfter: Millis;
  /** In the order they are due, and among equals in that of the commands. */
  #answers: Answer[] = [];
  readonly #newest = new Map<string, CommandId>();

  constructor(prompts: Readonly<Record<PromptName, Millis>>, connectAfter: Millis) {
    this.#prompts = prompts;
    this.#connectAfter = connectAfter;
  }

  /** When it has something to say by itself; Infinity when not. */
  get next(): Instant {
    return this.#answers[0]?.at ?? Infinity;
  }

  /** What it has to say at this instant, in order. */
  take(now: Instant): InputRecord[] {
    const due = this.#answers.filter(({ at }) => at <= now);
    this.#answers = this.#answers.filter(({ at }) => at > now);
    return due.map(({ at, contact, input, command }) => [input, at, contact, command]);
  }

  /** The newest command of that kind for this contact; NOBODY if there was none, or it needs no answer any more. */
  newest(kind: Answered, contact: ContactId): CommandId {
    return this.#newest.get(`${kind} ${contact}`) ?? NOBODY;
  }

  /** The newest ring of this contact at this agent, also one that was withdrawn: to answer it is to come too late. */
  ringAt(agent: AgentId, contact: ContactId): CommandId {
    return this.#newest.get(`ring ${contact} ${agent}`) ?? NOBODY;
  }

  /** A connection that is made to fail is not joined. */
  forget(input: Answer['input'], contact: ContactId): void {
    this.#answers = this.#answers.filter((each) => each.input !== input || each.contact !== contact);
  }

  #remember(kind: Answered, contact: ContactId, command: CommandId): void {
    this.#newest.set(`${kind} ${contact}`, command);
  }

  #later(wait: Millis, input: Answer['input'], contact: ContactId, command: CommandId): void {
    const at = this.now + wait;
    const place = this.#answers.findLastIndex((each) => each.at <= at) + 1;
    this.#answers.splice(place, 0, { at, contact, input, command });
  }

  play: Commands['play'] = (contact, prompt, _value, id) => {
    this.#remember('prompt', contact, id);
    this.#later(this.#prompts[prompt], 'promptDone', contact, id);
  };
  stopPlay: Commands['stopPlay'] = (contact) => this.forget('promptDone', contact);
  connect: Commands['connect'] = (contact, _agent, id) => {
    this.#remember('connect', contact, id);
    this.#later(this.#connectAfter, 'legsJoined', contact, id);
  };
  ring: Commands['ring'] = (contact, agent, _kind, _until, id) => {
    this.#remember('ring', contact, id);
    this.#newest.set(`ring ${contact} ${agent}`, id);
  };
  originate: Commands['originate'] = (contact, _agent, _ringLimit, _callerId, id) =>
    this.#remember('dial', contact, id);
  transferOut: Commands['transferOut'] = (contact, _number, id) => this.#remember('dial', contact, id);
  recordMessage: Commands['recordMessage'] = (contact, id) => this.#remember('recording', contact, id);
  hangup: Commands['hangup'] = (contact) => this.forget('promptDone', contact);
  answer: Commands['answer'] = () => undefined;
  reject: Commands['reject'] = () => undefined;
  music: Commands['music'] = () => undefined;
  withdrawRing: Commands['withdrawRing'] = () => undefined;
  cancelOriginate: Commands['cancelOriginate'] = () => undefined;
  notify: Commands['notify'] = () => undefined;
}
