/** Invariants of callback promises: P1 .. P6, and the calls that wait for a line or a number (LM-01, CB-X11). */
import type { Centre } from '../centre.ts';
import { contactMachine, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY, type CallerNumber } from '../protocol.ts';
import type { CommandRecord } from '../tape.ts';
import { fail, type ContactMemory, type Memory } from './memory.ts';

export function checkPromises(
  memory: Memory,
  centre: Centre,
  commands: readonly CommandRecord[],
  isOneStep: boolean,
): void {
  let promises = 0;
  const dialled = new Set<CallerNumber>();
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY || !contact.isCallback) continue;
    promises += 1;
    const known = memory.of(contact.id);
    checkKnown(centre, contact);
    checkGap(centre, contact, known);
    if (isOneStep) checkHours(centre, contact, known);
    checkExpiry(centre, contact, known);
    const isDialled = contact.state === State.dialling || contact.state === State.callbackConnected;
    if (isDialled) {
      if (dialled.has(contact.caller)) fail('P5', `two callbacks dial the number of ${contact.id}`);
      dialled.add(contact.caller);
      if (centre.dialled.get(contact.caller) !== contact.id)
        fail('P5', `the number of callback ${contact.id} is dialled for another call`);
    }
  }
  if (dialled.size !== centre.dialled.size)
    fail('P5', `${centre.dialled.size} numbers are marked as dialled, ${dialled.size} are`);
  checkPendingMap(centre, promises);
  checkHeld(centre, dialled);
  checkConfirmations(memory, commands);
  if (isOneStep) checkServedInbound(memory, centre);
}

/** P1: a promise is known by its number, and is in exactly one state; C1 holds the states. */
function checkKnown(centre: Centre, contact: Contact): void {
  const open = centre.pending.get(contact.caller);
  if (open === undefined || open.filter((each) => each === contact).length !== 1)
    fail('P1', `promise ${contact.id} is not known by its number`);
  if (contact.attempts > contact.profile!.maxAttempts)
    fail('P4', `callback ${contact.id} had ${contact.attempts} attempts`);
}

function checkPendingMap(centre: Centre, promises: number): void {
  let listed = 0;
  for (const open of centre.pending.values()) listed += open.length;
  if (listed !== promises) fail('P1', `${listed} promises are listed by number, ${promises} are open`);
  const byQueue = centre.queues.map(() => 0);
  for (const contact of centre.contacts.slots)
    if (contact.id !== NOBODY && contact.isCallback) byQueue[contact.queueIndex]! += 1;
  centre.queues.forEach((queue, index) => {
    if (queue.callbacks !== byQueue[index])
      fail('P1', `queue ${index} counts ${queue.callbacks} promises and has ${byQueue[index]}`);
  });
}

/** CB-18: nothing waits past its expiry. */
function checkExpiry(centre: Centre, contact: Contact, known: ContactMemory): void {
  if (contact.state !== State.callbackWaiting && contact.state !== State.retryWait) return;
  if (known.expiresAt < centre.now || contact.hasExpired)
    fail('P1', `promise ${contact.id} has expired and still is ${contactMachine.states[contact.state]}`);
}

/** P4: not before the redial gap (CB-17) nor before the retry wait (CB-20) is over. */
function checkGap(centre: Centre, contact: Contact, known: ContactMemory): void {
  const { state } = contact;
  const before = known.state;
  if (before === State.confirming && state !== State.confirming) {
    known.notBefore = centre.now + contact.profile!.minRedialGap;
    known.expiresAt = centre.now + contact.profile!.expiry;
  } else if (state === State.retryWait && before !== State.retryWait)
    known.notBefore = known.dialEndedAt + contact.profile!.retryWait;
  if (state === State.callbackOffered && before !== State.callbackOffered && centre.now < known.notBefore)
    fail('P4', `callback ${contact.id} is offered before ${known.notBefore}`);
  if (state === State.callbackWaiting && contact.isDue && centre.now < known.notBefore)
    fail('P4', `callback ${contact.id} may be offered before ${known.notBefore}`);
}

/** P4: a retry comes back in the queue's hours (CB-23). */
function checkHours(centre: Centre, contact: Contact, known: ContactMemory): void {
  if (known.state !== State.retryWait || contact.state === State.retryWait) return;
  // It may have overflowed into another queue in the same step.
  const { hours } = centre.queues[known.queue]!.setup;
  if (!contact.profile!.allowOutsideHours && !centre.isOpen(hours, centre.now))
    fail('P4', `callback ${contact.id} is back outside the hours of its queue`);
}

/** LM-01, CB-X11: who is held back waits for a line or a number that is really taken. */
function checkHeld(centre: Centre, dialled: ReadonlySet<CallerNumber>): void {
  const held = new Set(centre.held);
  if (held.size !== centre.held.length) fail('C7', 'a callback is held twice');
  for (const contact of centre.contacts.slots) {
    if (contact.id === NOBODY) continue;
    if (contact.state === State.callbackWaiting && contact.isDue && dialled.has(contact.caller))
      fail('P5', `callback ${contact.id} may be offered while its number is dialled (CB-X11)`);
    if (contact.waitsForLine === held.has(contact)) continue;
    fail('C7', `callback ${contact.id} waits for a line and is not among those who do, or the reverse`);
  }
  for (const contact of held) {
    if (contact.id === NOBODY || contact.state !== State.callbackWaiting)
      fail('C7', `a call that waits for no line is held: ${contact.id}`);
    if (!dialled.has(contact.caller) && centre.lines.hasRoom(contact.site, true))
      fail('C7', `callback ${contact.id} waits for a line that is free`);
  }
}

/** P2: the confirmation begins after the opt-in stands. */
function checkConfirmations(memory: Memory, commands: readonly CommandRecord[]): void {
  for (const [, command, id, prompt] of commands) {
    if (command !== 'play' || prompt !== 'callbackConfirmation') continue;
    if (!memory.told.some(({ fact, contact }) => fact === 'optedIn' && contact === id))
      fail('P2', `contact ${String(id)} hears a confirmation and has not opted in`);
  }
}

/** P6: who has called in and talks to an agent of the queue is owed no callback there (CB-46). */
function checkServedInbound(memory: Memory, centre: Centre): void {
  for (const { fact, contact: id } of memory.told) {
    const live = fact === 'joined' ? centre.find(id) : null;
    if (live === null || live.isCallback || live.withheld) continue;
    for (const other of centre.pending.get(live.caller) ?? []) {
      if (other.queue !== live.queue) continue;
      if (other.state !== State.callbackConnected && other.state !== State.callbackWrapUp)
        fail('P6', `contact ${id} is served and callback ${other.id} to the same customer stays open`);
    }
  }
}
