/**
 * The other side of the boundary, as far as the fuzz needs it: what the commands have asked for and nobody has
 * answered yet, and which command ids a contact has ever had, so that answers can be right, late or wrong.
 */
import type { AgentId, CommandId, Commands, ContactId } from '../protocol.ts';

export interface Line {
  ring: CommandId;
  ringAgent: AgentId;
  leg: CommandId;
  play: CommandId;
  connect: CommandId;
  isRecording: boolean;
  isOutside: boolean;
  readonly old: CommandId[];
}

const ABSENT: Line = {
  ring: 0,
  ringAgent: -1,
  leg: 0,
  play: 0,
  connect: 0,
  isRecording: false,
  isOutside: false,
  old: [],
};

export class Host implements Commands {
  readonly #lines = new Map<ContactId, Line>();

  /** What is known of a contact's lines; of a contact never heard of: nothing. */
  of(contact: ContactId): Line {
    return this.#lines.get(contact) ?? ABSENT;
  }

  #line(contact: ContactId): Line {
    let line = this.#lines.get(contact);
    if (line === undefined) this.#lines.set(contact, (line = { ...ABSENT, old: [] }));
    return line;
  }

  answer: Commands['answer'] = () => undefined;
  reject: Commands['reject'] = () => undefined;
  play: Commands['play'] = (contact, _prompt, _value, id) => {
    const line = this.#line(contact);
    line.play = id;
    line.old.push(id);
  };
  stopPlay: Commands['stopPlay'] = () => undefined;
  music: Commands['music'] = () => undefined;
  ring: Commands['ring'] = (contact, agent, _kind, _until, id) => {
    const line = this.#line(contact);
    line.ring = id;
    line.ringAgent = agent;
    line.old.push(id);
  };
  withdrawRing: Commands['withdrawRing'] = (contact) => {
    this.#line(contact).ring = 0;
  };
  originate: Commands['originate'] = (contact, _agent, _limit, _caller, id) => {
    const line = this.#line(contact);
    line.leg = id;
    line.isOutside = false;
    line.old.push(id);
  };
  cancelOriginate: Commands['cancelOriginate'] = () => undefined;
  connect: Commands['connect'] = (contact, _agent, id) => {
    const line = this.#line(contact);
    line.connect = id;
    line.old.push(id);
  };
  transferOut: Commands['transferOut'] = (contact, _number, id) => {
    const line = this.#line(contact);
    line.leg = id;
    line.isOutside = true;
    line.old.push(id);
  };
  recordMessage: Commands['recordMessage'] = (contact) => {
    this.#line(contact).isRecording = true;
  };
  hangup: Commands['hangup'] = () => undefined;
  notify: Commands['notify'] = () => undefined;
}
