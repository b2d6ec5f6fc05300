/**
 * Invariants of contacts: C1 .. C8, and what goes with them: lines (LM-03), timers, rings and prompts. Contacts
 * in their queues are in queues.ts, callback offers in offers.ts, promises in promises.ts.
 */
import type { PendingState, Ticket } from '../../kernel/calendar.ts';
import { timeOf, type Instant } from '../../kernel/time.ts';
import { Timer, type Centre } from '../centre.ts';
import { contactMachine, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NO_MOVE } from '../machine.ts';
import { NOBODY, type CloseReason, type SegmentOutcome } from '../protocol.ts';
import type { CommandRecord, InputRecord } from '../tape.ts';
import { fail, type ContactMemory, type Memory } from './memory.ts';

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

const STATES_OF = {
  waiting: [State.queued, State.callbackWaiting],
  linked: [State.queued, State.callbackWaiting, State.confirming],
  ringing: [State.offered, State.callbackOffered],
  owned: [
    State.offered,
    State.connecting,
    State.connected,
    State.wrapUp,
    State.callbackOffered,
    State.dialling,
    State.callbackConnected,
    State.callbackWrapUp,
  ],
} as const;

const isAmong = (group: readonly (number | undefined)[]): ((state: number) => boolean) => {
  const among = states.map((_, state) => group.includes(state));
  return (state) => among[state] ?? false;
};
export const isWaitingState = isAmong(STATES_OF.waiting);
export const isLinkedState = isAmong(STATES_OF.linked);
export const isRingingState = isAmong(STATES_OF.ringing);
export const isOwnedState = isAmong(STATES_OF.owned);

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
  if (contact.isCallback) known.isOptedIn = true;
  if (contact.state === State.connecting || contact.state === State.connected) known.isAnswered = true;
  else if (contact.state === State.queued) known.isAnswered = false;
}

const FIELD_OF: Readonly<Record<number, (contact: Contact) => Ticket>> = {
  [Timer.offer]: (contact) => contact.offerTicket,
  [Timer.waitExceeds]: (contact) => contact.exceedTicket,
  [Timer.announce]: (contact) => contact.announceTicket,
  [Timer.ring]: (contact) => contact.stepTicket,
  [Timer.dial]: (contact) => contact.stepTicket,
  [Timer.redialGap]: (contact) => contact.stepTicket,
  [Timer.retry]: (contact) => contact.stepTicket,
  [Timer.expiry]: (contact) => contact.expiryTicket,
  [Timer.autoWrap]: (contact) => contact.autoWrapTicket,
  [Timer.wrapBlock]: (contact) => contact.wrapBlockTicket,
};

const STEP_OF: Readonly<Record<number, readonly number[]>> = {
  [Timer.ring]: [State.offered, State.callbackOffered],
  [Timer.dial]: [State.dialling],
  [Timer.redialGap]: [State.callbackWaiting],
  [Timer.retry]: [State.retryWait],
};

/** C6: every timer belongs to an open contact (or agent) that knows it, and every ticket held has its timer. */
export function checkTimers(centre: Centre): void {
  let ofContacts = 0;
  for (const pending of centre.calendar.save().pending) {
    if (timeOf(pending.due) < centre.now)
      fail('D4', `a timer was due at ${timeOf(pending.due)}, now is ${centre.now}`);
    if (FIELD_OF[pending.kind] !== undefined) {
      ofContacts += 1;
      checkContactTimer(centre, pending);
    } else if (pending.kind === Timer.aloneAutoWrap || pending.kind === Timer.aloneWrapBlock) {
      const agent = centre.agents[pending.subject]!;
      const held = pending.kind === Timer.aloneAutoWrap ? agent.aloneTicket : agent.aloneBlockTicket;
      if (agent.alone === null || held !== pending.ticket)
        fail('C6', `a wrap-up clock of agent ${agent.index} runs on after the wrap-up`);
    } else if (pending.kind === Timer.overflowBatch && centre.exceedTicket !== pending.ticket)
      fail('C6', 'a second clock for the next overflow batch runs');
  }
  let held = 0;
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY) continue;
    for (const ticket of [
      contact.offerTicket,
      contact.exceedTicket,
      contact.announceTicket,
      contact.stepTicket,
      contact.expiryTicket,
      contact.autoWrapTicket,
      contact.wrapBlockTicket,
    ])
      if (ticket !== 0) held += 1;
  }
  if (held !== ofContacts) fail('C6', `contacts hold ${held} tickets, ${ofContacts} timers run`);
}

function checkContactTimer(centre: Centre, { kind, subject, ticket }: PendingState): void {
  const contact = centre.contacts.slots[subject];
  if (contact === undefined || contact.id === NOBODY)
    fail('C6', `a timer of kind ${kind} runs for the closed contact of slot ${subject}`);
  if (FIELD_OF[kind]!(contact) !== ticket)
    fail('C6', `a timer of kind ${kind} runs for contact ${contact.id}, which has forgotten it`);
  const during = STEP_OF[kind];
  if (during !== undefined && !during.includes(contact.state))
    fail('C6', `a timer of kind ${kind} runs for contact ${contact.id}, which is ${states[contact.state]}`);
}
