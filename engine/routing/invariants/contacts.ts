/**
 * Invariants of contacts as they stand: C1 .. C5, C7, and their lines (LM-03). Legs and rings as the commands left
 * them are in commands.ts, timers in timers.ts, queues in queues.ts, promises in promises.ts.
 */
import type { Ticket } from '../../kernel/calendar.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Centre } from '../centre.ts';
import { contactMachine, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NO_MOVE } from '../machine.ts';
import { NOBODY } from '../protocol.ts';
import { fail, type ContactMemory, type Memory } from './memory.ts';
import { isLinkedState, isOwnedState, isRingingState } from './states.ts';

const { states, events } = contactMachine;

/** States that can follow each other within a step, which may hold several transitions. */
const REACHABLE: readonly ReadonlySet<number>[] = states.map((_, from) => {
  const reached = new Set([from]);
  for (const state of reached)
    for (let event = 0; event < events.length; event++) {
      const next = contactMachine.next(state, event);
      if (next !== NO_MOVE) reached.add(next);
    }
  return reached;
});

/** Every open contact by itself. */
export function checkContacts(memory: Memory, centre: Centre): void {
  let open = 0;
  let lines = 0;
  let outbound = 0;
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY) continue;
    open += 1;
    if (contact.holdsLine) lines += 1;
    if (contact.holdsOutboundLine) outbound += 1;
    const known = memory.contacts.get(contact.id);
    if (known === undefined) fail('C2', `contact ${contact.id} is open and has never arrived`);
    checkState(contact, known);
    checkOwner(centre, contact, known);
    checkLegs(contact, known);
    checkWaitsForSomething(centre, contact);
    checkClock(centre.now, contact);
    remember(centre, contact, known);
  }
  if (open !== memory.contacts.size)
    fail('C2', `${memory.contacts.size} contacts should be open, ${open} are: one has disappeared`);
  if (open !== centre.contacts.open)
    fail('C2', `the pool counts ${centre.contacts.open} contacts of ${open}`);
  if (memory.arrivals !== open + memory.closings)
    fail('C4', `${memory.arrivals} arrived, ${open} are open and ${memory.closings} closed`);
  if (centre.lines.inUse !== lines + outbound || centre.lines.outboundInUse !== outbound)
    fail('C4', `${centre.lines.inUse} lines are in use, legs hold ${lines} and ${outbound} (LM-03)`);
}

function checkState(contact: Contact, known: ContactMemory): void {
  const { state, id } = contact;
  if (state === State.free || state === State.closed || states[state] === undefined)
    fail('C1', `an open contact ${id} is ${String(states[state])}`);
  if (!REACHABLE[known.state]!.has(state))
    fail('C1', `contact ${id} went from ${String(states[known.state])} to ${states[state]}`);
  const isAfterOptIn = state >= State.confirming && state <= State.retryWait;
  if (contact.isCallback !== isAfterOptIn)
    fail('C1', `contact ${id} is ${states[state]}, which says the other thing about an opt-in`);
  if (contact.inSegment !== (known.segment !== NOBODY))
    fail('C4', `contact ${id} and the facts disagree whether it is in a queue`);
  if ((state === State.queued || state === State.offered) !== contact.inSegment)
    fail('C4', `contact ${id} is ${states[state]} and its stay in a queue says otherwise`);
}

/** C3, C6: one agent for the contacts that have one, and the ring that was commanded, no other. */
function checkOwner(centre: Centre, contact: Contact, known: ContactMemory): void {
  const { id, agent, agentIndex } = contact;
  if (isOwnedState(contact.state)) {
    if (agent === null || agent.index !== agentIndex) fail('C3', `contact ${id} has no one agent`);
  } else if (agent !== null || agentIndex !== NOBODY)
    fail('C3', `contact ${id} is ${states[contact.state]} and agent ${agentIndex} has it`);
  if (isRingingState(contact.state)) {
    if (known.ring !== contact.ring || known.ringAgent !== agentIndex)
      fail('C3', `contact ${id} rings agent ${agentIndex} and the command said ${known.ringAgent}`);
    if (!centre.agents[agentIndex]!.rings.includes(contact))
      fail('C3', `contact ${id} rings agent ${agentIndex}, who does not know of it`);
  } else if (known.ring !== NOBODY)
    fail('C6', `agent ${known.ringAgent} still rings for contact ${id}, which is ${states[contact.state]}`);
  const isPlaying = contact.playing !== '';
  if (isPlaying !== (known.play !== NOBODY))
    fail('O4', `contact ${id} ${isPlaying ? 'hears' : 'hears no'} prompt, and the commands said otherwise`);
}

/** C4, C6: each leg that is up is one line (LM-03), and a dialled one is up only where the state has use for it. */
function checkLegs(contact: Contact, known: ContactMemory): void {
  const { id, state } = contact;
  const isDialled = known.leg !== NOBODY;
  const hasUse = state === State.external || state === State.dialling || state === State.callbackConnected;
  if (isDialled && !hasUse) fail('C6', `contact ${id} is ${states[state]} and its dialled leg is still up`);
  if (contact.holdsLine !== known.isOnLine || contact.holdsOutboundLine !== isDialled)
    fail('C4', `contact ${id} holds a line without a leg, or has a leg without a line (LM-03)`);
}

/** C7: a timer, a reply that is on its way, or a place in a queue. */
function checkWaitsForSomething(centre: Centre, contact: Contact): void {
  const { state, id } = contact;
  const isRunning = (ticket: Ticket): boolean => centre.calendar.isPending(ticket);
  let waits: boolean;
  switch (state) {
    case State.treatment:
    case State.ending:
      waits = contact.playing !== '';
      break;
    case State.voicemail:
      waits = contact.holdsLine;
      break;
    case State.external:
      waits = contact.leg > 0;
      break;
    case State.queued:
      waits = contact.isLinked;
      break;
    case State.confirming:
      waits = contact.isLinked && contact.playing === 'callbackConfirmation';
      break;
    case State.callbackWaiting:
      waits = contact.isLinked && isRunning(contact.expiryTicket);
      break;
    case State.retryWait:
      waits = isRunning(contact.stepTicket) || isRunning(contact.expiryTicket);
      break;
    case State.offered:
    case State.callbackOffered:
      waits = isRunning(contact.stepTicket) && contact.ring > 0;
      break;
    case State.connecting:
      waits = contact.connectId > 0;
      break;
    case State.dialling:
      waits = contact.leg > 0 && (isRunning(contact.stepTicket) || contact.connectId > 0);
      break;
    default:
      // Talking and wrap-up end by a person's act.
      waits = true;
  }
  if (!waits) fail('C7', `contact ${id} is ${states[state]} and nothing will ever happen to it`);
  if (contact.isLinked !== isLinkedState(state))
    fail('C7', `contact ${id} is ${states[state]} and its place in the queue says otherwise`);
}

/** C5: the moments of a life are in order. */
function checkClock(now: Instant, contact: Contact): void {
  const { id, arrivedAt, enteredAt, acceptedAt, joinedAt, talkEndedAt } = contact;
  const order: Instant[] = [arrivedAt];
  if (enteredAt !== NOBODY) order.push(enteredAt);
  if (isRingingState(contact.state)) order.push(contact.ringingSince);
  switch (contact.state) {
    case State.connecting:
      order.push(acceptedAt);
      break;
    case State.connected:
    case State.callbackConnected:
      order.push(acceptedAt, joinedAt);
      break;
    case State.wrapUp:
      order.push(acceptedAt, joinedAt, talkEndedAt);
      break;
    case State.dialling:
      order.push(acceptedAt, contact.dialledAt);
      break;
    default:
  }
  order.push(now);
  for (let at = 1; at < order.length; at++)
    if (!(order[at]! >= order[at - 1]!)) fail('C5', `contact ${id} lives backwards: ${order.join(', ')}`);
}

function remember(centre: Centre, contact: Contact, known: ContactMemory): void {
  if (contact.rank !== known.rank) {
    const isFirst = Number.isNaN(known.rank);
    // OV-X5 sends a contact to the head of its queue; nothing else moves it.
    const isToHead = contact.rank < 0 && contact.rank < known.rank && contact.rank >= centre.lowestRank;
    if (!isFirst && !isToHead)
      fail(
        contact.isCallback ? 'P3' : 'A5',
        `contact ${contact.id} moved from rank ${known.rank} to ${contact.rank}`,
      );
    known.rank = contact.rank;
  }
  known.state = contact.state;
  known.queue = contact.queueIndex;
  if (contact.isCallback) known.isOptedIn = true;
  if (contact.state === State.connecting || contact.state === State.connected) known.isAnswered = true;
  else if (contact.state === State.queued) known.isAnswered = false;
}
