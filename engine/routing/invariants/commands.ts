/**
 * What the commands of a step, and its facts of contacts closed, say of each contact's legs, rings and prompts:
 * C3, C6, C8, O3, O4, D4. The state they must agree with is looked at in contacts.ts.
 */
import { State } from '../contact-states.ts';
import { NOBODY, type CloseReason, type SegmentOutcome } from '../protocol.ts';
import type { CommandRecord, InputRecord } from '../tape.ts';
import { fail, type ContactMemory, type Memory } from './memory.ts';

/** Commands of the step, in order, against what each contact's lines can take: C6, O3, O4, D4. */
export function checkCommands(
  memory: Memory,
  input: InputRecord,
  commands: readonly CommandRecord[],
  lastStep: number,
): void {
  for (const [id] of commands) {
    if (id <= memory.command) fail('D4', `command ${id} comes after ${memory.command}`);
    memory.command = id;
  }
  let isInputDone = false;
  for (const record of commands) {
    const [id, command, contact, agent] = record;
    if (!isInputDone && id >= lastStep * 4096) {
      isInputDone = true;
      hearInput(memory, input);
    }
    if (command === 'notify' || (isInputDone && isForALostLeg(input, record))) continue;
    const known = memory.contacts.get(contact as number) ?? memory.closedNow.get(contact as number);
    if (known === undefined) fail('C6', `${command} for contact ${String(contact)}, which is closed`);
    hear(known, record, agent);
  }
  if (!isInputDone) hearInput(memory, input);
  for (const { fact, contact, detail } of memory.told) {
    if (fact !== 'ringEnded' || detail !== 'accepted') continue;
    const known = memory.contacts.get(contact) ?? memory.closedNow.get(contact);
    if (known !== undefined) known.ring = NOBODY;
  }
}

/** GEN-07: who answers a leg that nobody wants any more hears a word of apology, whatever became of the contact. */
const isForALostLeg = (input: InputRecord, [, command, contact, prompt]: CommandRecord): boolean =>
  input[0] === 'legAnswered' &&
  input[2] === contact &&
  (command === 'cancelOriginate' || (command === 'play' && prompt === 'apology'));

function hear(known: ContactMemory, [id, command]: CommandRecord, agent: unknown): void {
  switch (command) {
    case 'answer':
      known.isOnLine = true;
      return;
    case 'reject':
    case 'hangup':
      known.isOnLine = false;
      known.play = NOBODY;
      known.leg = NOBODY;
      return;
    case 'originate':
    case 'transferOut':
      if (known.leg !== NOBODY) fail('C3', `contact ${known.id} has two dialled legs`);
      known.leg = id;
      return;
    case 'cancelOriginate':
      known.leg = NOBODY;
      return;
    case 'play':
      if (!known.isOnLine) fail('O3', `a prompt for contact ${known.id}, whose leg has ended`);
      if (known.play !== NOBODY) fail('O4', `contact ${known.id} hears two prompts at once`);
      known.play = id;
      return;
    case 'stopPlay':
      known.play = NOBODY;
      return;
    case 'ring':
      if (known.ring !== NOBODY) fail('C3', `contact ${known.id} rings two agents`);
      known.ring = id;
      known.ringAgent = agent as number;
      return;
    case 'withdrawRing':
      if (known.ring === NOBODY || known.ringAgent !== agent)
        fail('C6', `a ring of contact ${known.id} is withdrawn from agent ${String(agent)}, who has none`);
      known.ring = NOBODY;
      return;
    default:
  }
}

/** What an input itself tells of the lines. */
function hearInput(memory: Memory, input: InputRecord): void {
  const [name, , contact] = input;
  const known = memory.contacts.get(contact as number) ?? memory.closedNow.get(contact as number);
  if (known === undefined) return;
  if ((name === 'promptDone' || name === 'commandFailed') && input[3] === known.play) known.play = NOBODY;
  if ((name === 'legEnded' && input[5] === known.leg) || (name === 'commandFailed' && input[3] === known.leg))
    known.leg = NOBODY;
  if (name === 'legEnded' && input[5] === 0) {
    if (input[3] !== 'agent' || known.state !== State.connected) {
      known.play = NOBODY;
      known.isOnLine = false;
    }
  }
}

/** C8: handled only after the join; abandoned only by the caller's act. */
export function checkClosings(memory: Memory, input: InputRecord): void {
  for (const { fact, contact, detail } of memory.told) {
    if (fact === 'left' && detail === 'abandoned' && !isHangUp(input, contact))
      fail('C8', `contact ${contact} abandoned without hanging up`);
    if (fact !== 'closed') continue;
    const reason = detail as CloseReason;
    const closed = memory.closedNow.get(contact)!;
    if (reason === 'handled' || reason === 'completed') {
      if (!closed.isJoined) fail('C8', `contact ${contact} is ${reason} and was never joined to an agent`);
      if (!closed.isHandled) fail('A6', `contact ${contact} is ${reason} without a handle time`);
      if (closed.isOptedIn !== (reason === 'completed'))
        fail('C4', `contact ${contact} is ${reason}, of the other kind`);
    }
    if (reason.startsWith('abandoned') && !isHangUp(input, contact))
      fail('C8', `contact ${contact} is ${reason} without hanging up`);
    if (reason === 'abandoned' && closed.isAnswered)
      fail('C8', `contact ${contact} is abandoned after an agent answered`);
    if (closed.ring !== NOBODY) fail('C6', `contact ${contact} is closed and still rings an agent`);
    if (closed.isOnLine || closed.leg !== NOBODY)
      fail('C6', `contact ${contact} is closed and one of its legs is still up`);
    if (!LEFT_BEFORE[reason].includes(closed.left))
      fail(
        'C4',
        `contact ${contact} is closed ${reason} and left its last queue as ${closed.left ?? 'never'}`,
      );
  }
}

const ANSWERED = ['answered'] as const;
const OPTED_IN = ['optedIn'] as const;
const BEFORE_QUEUES = [null] as const;

/** C4: how a contact may have left its last queue (null: it was in none) for each reason to close it. */
const LEFT_BEFORE: Readonly<Record<CloseReason, readonly (SegmentOutcome | null)[]>> = {
  handled: ANSWERED,
  'lost-at-connect': ANSWERED,
  abandoned: ['abandoned'],
  'abandoned-before-queue': BEFORE_QUEUES,
  'capacity-exceeded': BEFORE_QUEUES,
  'queue-full': BEFORE_QUEUES,
  'queue-without-agents': [null, 'movedExternal'],
  'overflow-end': [null, 'overflowEnd'],
  'abandoned-in-message': [null, 'overflowEnd'],
  'external-ended': [null, 'movedExternal'],
  voicemail: [null, 'voicemail'],
  'voicemail-failed': [null, 'voicemail'],
  'duplicate-callback': ['duplicate'],
  completed: OPTED_IN,
  exhausted: OPTED_IN,
  expired: OPTED_IN,
  'invalid-number': OPTED_IN,
  'cancelled-by-agent': OPTED_IN,
  'served-inbound': OPTED_IN,
};

const isHangUp = (input: InputRecord, contact: number): boolean =>
  input[0] === 'legEnded' && input[2] === contact && input[5] === 0;
