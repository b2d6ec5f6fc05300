/**
 * A callback after the opt-in, agent-first: CB-05, CB-06, CB-10 .. CB-23, CB-45, CB-46, section 20.3. Nothing is
 * dialled before an agent has accepted; a promise ends in exactly one reason (INV-P1).
 */
import { NO_TICKET } from '../../kernel/calendar.ts';
import type { Agent } from '../agent.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { makeInactive, recalculate, refresh, reportActivity } from '../presence.ts';
import { NOBODY, type CallerNumber, type Cause, type CloseReason, type DialOutcome } from '../protocol.ts';
import { resumeExceed } from './exceed.ts';
import { explainDue, explainRetry } from '../reasons.ts';
import { endRingAccepted, withdrawRing } from './ring.ts';
import { close, freeLines, hangUp, isFree } from './wait.ts';
import { beginAloneWrapUp, beginWrapUp, releaseAgent } from './wrap-up.ts';

/** CB-44: another number to call back on, given while the callback is confirmed. */
export function numberGiven(centre: Centre, contact: Contact, caller: CallerNumber): boolean {
  if (contact.state !== State.confirming || !contact.profile!.alternateNumber || caller === NOBODY)
    return false;
  forgetNumber(centre, contact);
  contact.caller = caller;
  rememberNumber(centre, contact);
  return true;
}

function rememberNumber(centre: Centre, contact: Contact): void {
  const open = centre.pending.get(contact.caller);
  if (open === undefined) centre.pending.set(contact.caller, [contact]);
  else open.push(contact);
}

function forgetNumber(centre: Centre, contact: Contact): void {
  const open = centre.pending.get(contact.caller)!;
  open.splice(open.indexOf(contact), 1);
  if (open.length === 0) centre.pending.delete(contact.caller);
}

/** From the opt-in on: a promise, known by its number. */
export function becomeCallback(centre: Centre, contact: Contact): void {
  contact.queue!.callbacks += 1;
  rememberNumber(centre, contact);
}

/** The promise is over: forget the number, free what waited behind it. */
export function dropCallback(centre: Centre, contact: Contact): void {
  contact.queue!.callbacks -= 1;
  forgetNumber(centre, contact);
  if (contact.waitsForLine) centre.held.splice(centre.held.indexOf(contact), 1);
  contact.waitsForLine = false;
  forgetDial(centre, contact);
}

/** CB-05, CB-17: the confirmation is over or the customer has hung up; the item becomes due after the gap. */
export function confirmed(centre: Centre, contact: Contact, byUs: boolean): void {
  centre.move(contact, Happens.confirmed);
  if (byUs) hangUp(centre, contact, 'optedIn');
  else {
    contact.playing = '';
    freeLines(centre, contact);
  }
  const { minRedialGap, expiry } = contact.profile!;
  contact.expiryTicket = centre.after(expiry, Timer.expiry, contact.slot);
  if (minRedialGap === 0) redialGapOver(centre, contact);
  else contact.stepTicket = centre.after(minRedialGap, Timer.redialGap, contact.slot);
  resumeExceed(centre, contact);
}

export function redialGapOver(centre: Centre, contact: Contact): void {
  contact.stepTicket = NO_TICKET;
  offerIfFree(centre, contact);
  if (centre.reasons !== null && contact.isDue) explainDue(centre, contact, 'CB-17', null);
}

/** The item waits again: to be assigned, unless its number is busy with us (CB-X11) or something else holds it. */
export function offerIfFree(centre: Centre, contact: Contact): void {
  if (centre.dialled.has(contact.caller)) hold(centre, contact);
  else if (isFree(contact)) centre.setDue(contact);
}

/** Not to be assigned before a line or the number is free (LM-01, CB-X11); it blocks nobody meanwhile. */
function hold(centre: Centre, contact: Contact): void {
  centre.unsetDue(contact);
  if (contact.waitsForLine) return;
  contact.waitsForLine = true;
  centre.held.push(contact);
  if (centre.reasons !== null)
    explainDue(centre, contact, '', centre.dialled.has(contact.caller) ? 'CB-X11' : 'LM-01');
}

/** A line or a number has become free: everyone who waited for one is looked at again, in rank order by the pass. */
export function releaseHeld(centre: Centre): void {
  const waiting = centre.held.splice(0);
  for (const contact of waiting) {
    contact.waitsForLine = false;
    if (contact.state !== State.callbackWaiting || !contact.isLinked) continue;
    if (centre.dialled.has(contact.caller) || !centre.lines.hasRoom(contact.site, true))
      hold(centre, contact);
    else if (isFree(contact)) {
      centre.setDue(contact);
      if (centre.reasons !== null) explainDue(centre, contact, 'AS-01', null);
    }
  }
}

/** CB-12: the agent has accepted; dial the customer for him, if a line is free. */
export function callbackAccepted(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  const queue = contact.queue!;
  endRingAccepted(centre, contact);
  if (!contact.isFirstAcceptDone) {
    contact.isFirstAcceptDone = true;
    queue.estimate.connected(centre.now, centre.now - contact.enteredAt); // EW-12
    queue.served += 1;
  }
  centre.move(contact, Happens.accepted);
  agent.dialling += 1;
  recalculate(centre, agent);
  const isNumberBusy = centre.dialled.has(contact.caller);
  if (isNumberBusy || !centre.lines.take(contact.site, true)) {
    centre.outbox.notify(agent.index, 'line-ceiling', contact.id);
    centre.facts.refused(centre.now, agent.index, contact.id, 'line-ceiling');
    backToLine(centre, contact);
    return;
  }
  contact.holdsOutboundLine = true;
  contact.attempts += 1;
  contact.dialledAt = centre.now;
  contact.answeredAt = NOBODY;
  if (contact.firstDialAt === NOBODY) contact.firstDialAt = centre.now;
  centre.dialled.set(contact.caller, contact.id);
  for (const other of centre.pending.get(contact.caller) ?? []) {
    if (other !== contact && other.isDue) hold(centre, other);
  }
  const profile = contact.profile!;
  contact.leg = centre.outbox.originate(
    contact.id,
    agent.index,
    profile.ringLimit,
    callerIdOf(centre, contact),
  );
  contact.stepTicket = centre.after(profile.ringLimit, Timer.dial, contact.slot);
  refresh(centre, agent);
  centre.ringEnded();
  centre.facts.dialled(centre.now, contact, agent.index);
}

/** CB-45. */
export function callerIdOf(centre: Centre, contact: Contact): string {
  const profile = contact.profile!;
  if (profile.fixedNumber !== null) return profile.fixedNumber;
  const entry = centre.setup.entries[contact.entry]!;
  return (entry.mayCall ? entry.number : null) ?? profile.fallbackNumber ?? '';
}

/** Line ceiling, or the number is busy with us: the agent is free again, the item waits at its rank; no attempt was used. */
function backToLine(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  agent.dialling -= 1;
  centre.move(contact, Happens.lineCeiling);
  contact.agent = null;
  contact.agentIndex = NOBODY;
  releaseAgent(centre, agent, contact, true);
  if (contact.hasExpired) {
    expireCallback(centre, contact);
    return;
  }
  centre.link(contact);
  hold(centre, contact);
  resumeExceed(centre, contact);
}

/** The customer picks up: join the two (CB-12). */
export function customerAnswered(centre: Centre, contact: Contact): void {
  if (contact.answeredAt !== NOBODY) return;
  centre.cancel(contact.stepTicket);
  contact.stepTicket = NO_TICKET;
  contact.answeredAt = centre.now;
  contact.connectId = centre.outbox.connect(contact.id, contact.agentIndex);
}

/** CB-13: talk time starts at the join. */
export function callbackJoined(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  centre.move(contact, Happens.joined);
  contact.joinedAt = centre.now;
  contact.connectId = NOBODY;
  agent.dialling -= 1;
  agent.talking += 1;
  centre.facts.dialEnded(centre.now, contact, agent.index, 'joined');
  centre.facts.joined(centre.now, contact, agent.index);
  reportActivity(centre, agent);
}

/** The join failed though both were there: a failed attempt (CB-14), and the agent's device is at fault as with a live call. */
export function callbackConnectFailed(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  centre.outbox.hangup(contact.id, 'attemptFailed');
  attemptFailed(centre, contact, 'failed');
  agent.pendingPresence = '';
  makeInactive(centre, agent);
  refresh(centre, agent);
  centre.requestPass();
}

const OUTCOME: Readonly<Record<Cause, DialOutcome>> = {
  normal: 'failed',
  busy: 'busy',
  noAnswer: 'noAnswer',
  failed: 'failed',
  invalidNumber: 'invalidNumber',
  machine: 'machine',
};

/** The dialled leg ended before the join. CB-X7: answered and lost counts as an attempt that failed. */
export function dialLegEnded(centre: Centre, contact: Contact, cause: Cause): void {
  attemptFailed(centre, contact, contact.answeredAt === NOBODY ? OUTCOME[cause] : 'answeredThenLost');
}

/** The ring limit has passed: our own cancel counts as no answer (CB-14). */
export function dialTimedOut(centre: Centre, contact: Contact): void {
  contact.stepTicket = NO_TICKET;
  centre.outbox.cancelOriginate(contact.id, contact.leg);
  attemptFailed(centre, contact, 'noAnswer');
}

/** CB-14, CB-20 .. CB-23: the agent is free at once; the item pauses, or its promise ends. */
export function attemptFailed(centre: Centre, contact: Contact, outcome: DialOutcome): void {
  const agent = contact.agent!;
  const profile = contact.profile!;
  centre.cancel(contact.stepTicket);
  contact.stepTicket = NO_TICKET;
  if (contact.state === State.callbackConnected) agent.talking -= 1;
  else agent.dialling -= 1;
  contact.leg = NOBODY;
  contact.connectId = NOBODY;
  freeLines(centre, contact);
  centre.facts.dialEnded(centre.now, contact, agent.index, outcome);
  // A machine was joined, the customer was not: nothing of this attempt counts as the conversation.
  contact.joinedAt = NOBODY;
  forgetDial(centre, contact);
  const last = lastWord(contact, outcome);
  if (last === null) centre.move(contact, Happens.attemptFailed);
  else centre.move(contact, Happens.gaveUp);
  contact.agent = null;
  contact.agentIndex = NOBODY;
  if (profile.wrapUpOnNoAnswer) beginAloneWrapUp(centre, agent, contact);
  else releaseAgent(centre, agent, contact, false);
  if (last !== null) {
    if (centre.reasons !== null) explainRetry(centre, contact, last, centre.now);
    close(centre, contact, last);
    return;
  }
  const due = centre.now + profile.retryWait;
  const when = profile.allowOutsideHours ? due : centre.nextOpening(contact.queue!.setup.hours, due);
  if (centre.reasons !== null) explainRetry(centre, contact, null, when);
  contact.stepTicket = centre.at(when, Timer.retry, contact.slot);
}

/** The reason to close after a failed attempt, or null to try again. */
function lastWord(contact: Contact, outcome: DialOutcome): CloseReason | null {
  const profile = contact.profile!;
  if (outcome === 'invalidNumber') return 'invalid-number';
  const isRetried =
    outcome === 'noAnswer' || outcome === 'busy'
      ? profile.retryNoAnswer
      : outcome === 'machine'
        ? profile.retryMachine
        : profile.retryFailed;
  if (!isRetried || contact.attempts >= profile.maxAttempts) return 'exhausted';
  return contact.hasExpired ? 'expired' : null; // CB-18: it would have to wait again
}

/** CB-20: back in the ranking at its old rank. */
export function retryDue(centre: Centre, contact: Contact): void {
  contact.stepTicket = NO_TICKET;
  centre.move(contact, Happens.retryDue);
  centre.link(contact);
  offerIfFree(centre, contact);
  if (centre.reasons !== null && contact.isDue) explainDue(centre, contact, 'CB-20', null);
  resumeExceed(centre, contact);
}

/** The number is free again (CB-X11). */
export function forgetDial(centre: Centre, contact: Contact): void {
  if (centre.dialled.get(contact.caller) !== contact.id) return;
  centre.dialled.delete(contact.caller);
  if (centre.held.length > 0) releaseHeld(centre);
}

/** CB-15: the agent gives up before the customer answers. */
export function cancelledByAgent(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  centre.cancel(contact.stepTicket);
  contact.stepTicket = NO_TICKET;
  centre.outbox.cancelOriginate(contact.id, contact.leg);
  contact.leg = NOBODY;
  freeLines(centre, contact);
  centre.facts.dialEnded(centre.now, contact, agent.index, 'cancelled');
  forgetDial(centre, contact);
  centre.move(contact, Happens.cancelled);
  agent.dialling -= 1;
  contact.endsAs = 'cancelled-by-agent';
  beginWrapUp(centre, agent, contact);
}

/** CB-18: wherever it waits; a ring or an attempt in progress may finish. */
export function expiryDue(centre: Centre, contact: Contact): void {
  contact.expiryTicket = NO_TICKET;
  if (contact.state === State.callbackWaiting || contact.state === State.retryWait)
    expireCallback(centre, contact);
  else contact.hasExpired = true;
}

export function expireCallback(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.closedAside);
  close(centre, contact, 'expired');
}

/** CB-46: the customer has called again and talks to an agent of the same queue: no callback is owed any more. */
export function servedInbound(centre: Centre, live: Contact): void {
  const open = live.withheld ? undefined : centre.pending.get(live.caller);
  if (open === undefined) return;
  for (const contact of [...open]) {
    if (contact.queue !== live.queue || contact.state === State.callbackConnected) continue;
    if (contact.state === State.callbackWrapUp) continue;
    if (contact.state === State.callbackOffered) {
      withdrawRing(centre, contact, 'servedInbound');
      contact.agent = null;
    } else if (contact.state === State.dialling) dropDial(centre, contact);
    centre.move(contact, Happens.closedAside);
    if (contact.holdsLine) hangUp(centre, contact, 'served-inbound');
    close(centre, contact, 'served-inbound');
  }
}

function dropDial(centre: Centre, contact: Contact): void {
  const agent: Agent = contact.agent!;
  if (contact.answeredAt === NOBODY) centre.outbox.cancelOriginate(contact.id, contact.leg);
  else centre.outbox.hangup(contact.id, 'served-inbound');
  freeLines(centre, contact);
  centre.facts.dialEnded(centre.now, contact, agent.index, 'cancelled');
  agent.dialling -= 1;
  contact.agent = null;
  contact.agentIndex = NOBODY;
  releaseAgent(centre, agent, contact, false);
}
