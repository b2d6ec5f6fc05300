/** C6, D4: every timer belongs to an open contact (or agent) that knows it, and every ticket held has its timer. */
import type { PendingState, Ticket } from '../../kernel/calendar.ts';
import { timeOf } from '../../kernel/time.ts';
import { Timer, type Centre } from '../centre.ts';
import { contactMachine, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY } from '../protocol.ts';
import { fail } from './memory.ts';

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
    fail(
      'C6',
      `a timer of kind ${kind} runs for contact ${contact.id}, which is ${contactMachine.states[contact.state]}`,
    );
}
