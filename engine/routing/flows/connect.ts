/**
 * A live contact and its agent: accept, join, the end of the call, and the customer who hangs up wherever he is.
 * NT-02, EW-11, and the rows Offered, Connecting, Connected of section 20.1.
 */
import type { Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { makeInactive, recalculate, refresh } from '../presence.ts';
import { NOBODY } from '../protocol.ts';
import { confirmed, dialLegEnded, forgetDial, servedInbound } from './callback.ts';
import { startOffers } from './offer.ts';
import { endRingAccepted, withdrawRing } from './ring.ts';
import { close, endSegment, enterQueue, freeLines, leaveQueue, stopWaiting } from './wait.ts';
import { stopPrompt } from './prompts.ts';
import { beginWrapUp, releaseAgent } from './wrap-up.ts';

/** NT-02: the wait ends here (K-02); prompts stop at once (EW-11). */
export function liveAccepted(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  const queue = contact.queue!;
  endRingAccepted(centre, contact);
  stopWaiting(centre, contact);
  stopPrompt(centre, contact);
  centre.move(contact, Happens.accepted);
  endSegment(centre, contact, 'answered');
  queue.served += 1;
  agent.talking += 1;
  recalculate(centre, agent);
  refresh(centre, agent);
  centre.ringEnded();
  contact.connectId = centre.outbox.connect(contact.id, agent.index);
}

export function liveJoined(centre: Centre, contact: Contact): void {
  centre.move(contact, Happens.joined);
  contact.connectId = NOBODY;
  contact.joinedAt = centre.now;
  const queue = contact.queue!;
  queue.estimate.connected(centre.now, contact.acceptedAt - contact.enteredAt); // EW-01
  centre.facts.joined(centre.now, contact, contact.agentIndex);
  if (queue.callbacks > 0) servedInbound(centre, contact);
}

/** Connecting, connect failed: back in the queue at its rank as a new segment; the agent's device is at fault. */
export function liveConnectFailed(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  const queue = contact.queue!;
  centre.move(contact, Happens.connectFailed);
  contact.connectId = NOBODY;
  contact.agent = null;
  contact.agentIndex = NOBODY;
  agent.talking -= 1;
  releaseAgent(centre, agent, contact, true);
  agent.pendingPresence = '';
  makeInactive(centre, agent);
  refresh(centre, agent);
  const isOfferable = contact.isOfferable;
  enterQueue(centre, contact, queue, 'returned');
  if (isOfferable && contact.profile !== null) startOffers(centre, contact, contact.profile);
}

/** The call is over, by the customer or the agent: wrap-up (WU-01). */
export function callEnded(centre: Centre, contact: Contact, byUs: boolean): void {
  const agent = contact.agent!;
  if (byUs) centre.outbox.hangup(contact.id, 'handled');
  agent.talking -= 1;
  centre.move(contact, Happens.ended);
  freeLines(centre, contact);
  contact.leg = NOBODY;
  if (contact.isCallback) forgetDial(centre, contact);
  beginWrapUp(centre, agent, contact);
}

/** The customer's own leg is gone (rank 0): what that means depends on where the contact stands. */
export function customerHungUp(centre: Centre, contact: Contact): void {
  switch (contact.state) {
    case State.treatment:
      contact.playing = '';
      centre.move(contact, Happens.hungUp);
      freeLines(centre, contact);
      close(centre, contact, 'abandoned-before-queue'); // RT-X1
      return;
    case State.ending:
      contact.playing = '';
      centre.move(contact, Happens.hungUp);
      close(centre, contact, 'abandoned-in-message'); // OV-X6
      return;
    case State.external:
      centre.move(contact, Happens.hungUp);
      centre.outbox.hangup(contact.id, 'external-ended');
      close(centre, contact, 'external-ended');
      return;
    case State.voicemail:
      contact.playing = '';
      centre.move(contact, Happens.hungUp);
      close(centre, contact, 'voicemail-failed');
      return;
    case State.offered:
      withdrawRing(centre, contact, 'hungUp'); // NT-X3
      abandon(centre, contact);
      return;
    case State.queued:
      abandon(centre, contact);
      return;
    case State.connecting:
      lostAtConnect(centre, contact);
      return;
    case State.confirming:
      confirmed(centre, contact, false); // CB-05
      return;
    case State.connected:
    case State.callbackConnected:
      callEnded(centre, contact, false);
      return;
    case State.dialling:
      dialLegEnded(centre, contact, 'normal');
      return;
  }
}

function abandon(centre: Centre, contact: Contact): void {
  contact.playing = '';
  leaveQueue(centre, contact, 'abandoned');
  centre.move(contact, Happens.hungUp);
  close(centre, contact, 'abandoned');
}

/** Connecting, hung up: lost at connect; the agent has no wrap-up. INV-C8: neither handled nor abandoned. */
function lostAtConnect(centre: Centre, contact: Contact): void {
  const agent = contact.agent!;
  centre.move(contact, Happens.hungUp);
  agent.talking -= 1;
  releaseAgent(centre, agent, contact, false);
  close(centre, contact, 'lost-at-connect');
}
