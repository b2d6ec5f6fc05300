/**
 * The other side of the boundary, as far as the fuzz needs it: what the commands have asked for and nobody has
 * answered yet, and which command ids a contact has ever had, so that answers can be right, late or wrong.
 */
import type { AgentId, CommandId, ContactId } from '../protocol.ts';
import type { CommandRecord } from '../tape.ts';

export interface Line {
  ring: CommandId;
  ringAgent: AgentId;
  leg: CommandId;
  play: CommandId;
  connect: CommandId;
  isRecording: boolean;
  readonly old: CommandId[];
}

const ABSENT: Line = {
  ring: 0,
  ringAgent: -1,
  leg: 0,
  play: 0,
  connect: 0,
  isRecording: false,
  old: [],
};

export class Host {
  readonly #lines = new Map<ContactId, Line>();

  /** What is known of a contact's lines; of a contact never heard of: nothing. */
  of(contact: ContactId): Line {
    return this.#lines.get(contact) ?? ABSENT;
  }

  hear([id, command, contact, agent]: CommandRecord): void {
    const line = this.#line(contact as ContactId);
    line.old.push(id);
    switch (command) {
      case 'play':
        line.play = id;
        return;
      case 'ring':
        line.ring = id;
        line.ringAgent = agent as AgentId;
        return;
      case 'originate':
      case 'transferOut':
        line.leg = id;
        return;
      case 'connect':
        line.connect = id;
        return;
      case 'recordMessage':
        line.isRecording = true;
        return;
      default:
    }
  }

  #line(contact: ContactId): Line {
    let line = this.#lines.get(contact);
    if (line === undefined) this.#lines.set(contact, (line = { ...ABSENT, old: [] }));
    return line;
  }
}
