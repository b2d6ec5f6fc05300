/**
 * Invariants of callback offers: O2, O3, O5 (O1 and O4 are checked where the facts and commands come in). What
 * the customer has promised himself by the digit is in promises.ts.
 */
import type { Centre } from '../centre.ts';
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY } from '../protocol.ts';
import type { CommandRecord, InputRecord } from '../tape.ts';
import { fail, firstOrNextOffer, type Memory } from './memory.ts';

/** @param isOneStep whether the input served nothing else before itself, so that the last check saw the state it met */
export function checkOffers(
  memory: Memory,
  input: InputRecord,
  centre: Centre,
  commands: readonly CommandRecord[],
  isOneStep: boolean,
): void {
  for (const contact of centre.contacts.slots)
    if (contact.id !== NOBODY) checkNoneMissing(memory, centre, contact);
  if (isOneStep) {
    for (const [, command, id, prompt] of commands)
      if (command === 'play' && prompt === 'callbackOffer') checkHearer(centre, id as number);
  }
  checkDigit(memory, input, isOneStep);
}

/** O2: each offer that fell due was played or named the rule that kept it back. */
function checkNoneMissing(memory: Memory, centre: Centre, contact: Contact): void {
  const known = memory.of(contact.id);
  const mayHear = contact.state === State.queued || contact.state === State.offered;
  if (!mayHear) {
    if (centre.calendar.isPending(contact.offerTicket))
      fail('O3', `contact ${contact.id} does not wait any more and its next offer is set`);
    return;
  }
  if (!contact.isOfferable) return;
  const expected = firstOrNextOffer(contact, known);
  if (expected < centre.now) fail('O2', `contact ${contact.id} missed the offer of ${expected}`);
}

/** O3: none after the connection, the hang-up or the opt-in. */
function checkHearer(centre: Centre, id: number): void {
  const contact = centre.find(id);
  if (contact === null || (contact.state !== State.queued && contact.state !== State.offered))
    fail('O3', `a callback offer is played to contact ${id}, who does not wait`);
}

/** O5: digit 1 counts once, from the first offer's start until an agent accepts; nothing else opts in. */
function checkDigit(memory: Memory, input: InputRecord, isOneStep: boolean): void {
  const [name, , id, digit] = input;
  for (const { fact, contact } of memory.told) {
    if (fact !== 'optedIn') continue;
    if (name !== 'dtmf' || id !== contact || digit !== '1')
      fail('O5', `contact ${contact} opted in without pressing 1`);
    const known = memory.contacts.get(contact);
    if (known === undefined) continue;
    if (known.offersHeard === 0) fail('O5', `contact ${contact} opted in before any offer`);
    if (known.isOptedIn) fail('O5', `contact ${contact} opted in twice`);
    if (known.isAnswered) fail('O5', `contact ${contact} opted in after an agent accepted`);
  }
  if (!isOneStep || name !== 'dtmf' || digit !== '1') return;
  const known = memory.contacts.get(id as number);
  if (known === undefined || known.offersHeard === 0) return;
  if (known.state !== State.queued && known.state !== State.offered) return;
  if (!memory.told.some(({ fact }) => fact === 'optedIn'))
    fail('O5', `contact ${String(id)} pressed 1 after an offer and is not opted in`);
}
