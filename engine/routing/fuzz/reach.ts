/** Counts how often a fuzz run reached each rare path: a fuzz that never came there has proved nothing about it. */
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import type { Engine } from '../engine.ts';
import type { Bystander, Step } from '../fuzz.ts';
import { NOBODY } from '../protocol.ts';

export class Reach {
  readonly counts = new Map<string, number>();

  count(path: string): void {
    this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
  }

  bystander(): Bystander {
    return { afterStep: (engine, step) => this.#note(engine, step) };
  }

  #note(engine: Engine, { input, commands, told }: Step): void {
    for (const { fact, detail } of told) this.count(detail === '' ? fact : `${fact} ${detail}`);
    for (const [, command, , second, third] of commands)
      if (command === 'play' || command === 'hangup' || command === 'reject')
        this.count(`${command} ${second}`);
      else if (command === 'withdrawRing' || command === 'notify') this.count(`${command} ${third}`);
      else this.count(command);
    const [name, at] = input;
    if (name !== 'advanceTo' && (at as number) < engine.now) this.count('late input');
    if (name === 'advanceTo' && told.length === 0 && commands.length === 0) this.count('quiet deadline');
    this.#noteState(engine);
  }

  #noteTwins(open: readonly Contact[]): void {
    this.count('two promises to one number');
    const isDialled = open.some(({ state }) => state === State.dialling || state === State.callbackConnected);
    if (isDialled && open.some(({ ring }) => ring > 0))
      this.count('a promise rings while its number is dialled');
  }

  /** Situations that no fact tells. */
  #noteState({ centre }: Engine): void {
    if (centre.held.length > 0) this.count('callback held for a line or number');
    for (const open of centre.pending.values()) if (open.length > 1) this.#noteTwins(open);
    if (centre.exceedBacklog.length > 0) this.count('overflow waits for the next minute');
    if (centre.dirtyCount > 0 && centre.passDue === Infinity) this.count('items left below a block');
    for (const contact of centre.contacts.slots) {
      if (contact.id === NOBODY) continue;
      if (contact.leftToSupervisor) this.count('item left to a supervisor');
      if (contact.rank < 0) this.count('sent to the head of its queue');
      if (contact.hasExpired) this.count('promise expired in a ring or dial');
      if (contact.exceedDeferred) this.count('overflow deferred by a ring');
      if (contact.generation > 0) this.count('slot used again');
      if (contact.agent !== null && contact.ring > 0 && contact.declinesBy(contact.agentIndex) > 0)
        this.count('asked again after a decline');
    }
    for (const agent of centre.agents) {
      if (agent.alone !== null) this.count('wrap-up alone');
      if (agent.pendingPresence !== '') this.count('Idle pending');
      if (agent.idleChannels !== 0) this.count('Idle on one channel');
      if (agent.ringing > 1) this.count('two channels ring at once');
      if (agent.talking > 1) this.count('two calls at once');
      if (
        agent.profileUsed.some(
          (used, profile) => agent.profileLimit[profile]! >= 0 && used > agent.profileLimit[profile]!,
        )
      )
        this.count('limit lowered below what is used');
    }
  }
}

/** Two bystanders as one. */
export const both = (first: Bystander, second: Bystander): Bystander => ({
  beforeInput: (engine, input) => {
    first.beforeInput?.(engine, input);
    second.beforeInput?.(engine, input);
  },
  afterStep: (engine, step) => {
    first.afterStep?.(engine, step);
    second.afterStep?.(engine, step);
  },
});
