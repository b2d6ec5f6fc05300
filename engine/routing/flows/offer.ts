/**
 * Callback offers to a waiting customer and his opt-in: CB-02 .. CB-08, CB-41 .. CB-44, OV-26. What happens to
 * the item afterwards is in callback.ts.
 */
import type { CallbackProfileSetup } from '../../config/setup.ts';
import { Timer, type Centre } from '../centre.ts';
import { Happens, State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import { NOBODY } from '../protocol.ts';
import { explainOffer } from '../reasons.ts';
import { becomeCallback } from './callback.ts';
import { movesCallbacks } from './exceed.ts';
import { play } from './prompts.ts';
import { withdrawRing } from './ring.ts';
import { close, endSegment, hangUp, leaveQueue, stopExceed, stopHolding } from './wait.ts';

/** OV-13: the contact has just entered its queue; the first offer comes `offerFirst` later (CB-02). */
export function startOffers(centre: Centre, contact: Contact, profile: CallbackProfileSetup): void {
  begin(centre, contact, profile, centre.now + profile.offerFirst);
}

/** OV-26: the first offer at once. */
export function startOffersNow(centre: Centre, contact: Contact, profile: CallbackProfileSetup): void {
  begin(centre, contact, profile, centre.now);
}

function begin(centre: Centre, contact: Contact, profile: CallbackProfileSetup, first: number): void {
  contact.isOfferable = true;
  contact.profile = profile;
  // CB-08: nobody can be called back who gives no number.
  if (contact.withheld || contact.caller === NOBODY) {
    skipOffer(centre, contact, 'CB-08');
    return;
  }
  if (first === centre.now && contact.enteredAt < centre.now) offerDue(centre, contact);
  else contact.offerTicket = centre.at(first, Timer.offer, contact.slot);
}

/** An offer falls due: start to start on its own clock (CB-03), whether it can be played or not. */
export function offerDue(centre: Centre, contact: Contact): void {
  const profile = contact.profile!;
  contact.offerTicket = centre.at(centre.now + profile.offerRepeat, Timer.offer, contact.slot);
  const rule = holdsBack(centre, contact, profile);
  if (rule === null) {
    if (play(centre, contact, 'callbackOffer', 0)) {
      contact.offers += 1;
      if (centre.reasons !== null) explainOffer(centre, contact, null);
      centre.facts.offerPlayed(centre.now, contact);
      return;
    }
    skipOffer(centre, contact, 'MS-03');
    return;
  }
  skipOffer(centre, contact, rule);
  if (rule === 'CB-43') duplicateFound(centre, contact, profile);
}

function skipOffer(centre: Centre, contact: Contact, rule: string): void {
  if (centre.reasons !== null) explainOffer(centre, contact, rule);
  centre.facts.offerSkipped(centre.now, contact, rule);
}

/** The rule that keeps this offer from being played, or null. */
function holdsBack(centre: Centre, contact: Contact, profile: CallbackProfileSetup): string | null {
  if (contact.playing === 'callbackOffer') return 'CB-03';
  if (!centre.isOpen(profile.offeringWindow, centre.now)) return 'CB-41';
  if (contact.queue!.callbacks >= profile.maxActive) return 'CB-42';
  return hasDuplicate(centre, contact, profile) ? 'CB-43' : null;
}

function hasDuplicate(centre: Centre, contact: Contact, profile: CallbackProfileSetup): boolean {
  if (centre.pending.size === 0) return false;
  const open = centre.pending.get(contact.caller);
  if (open === undefined) return false;
  return profile.duplicateScope === 'all' || open.some((other) => other.queue === contact.queue);
}

function duplicateFound(centre: Centre, contact: Contact, profile: CallbackProfileSetup): void {
  if (profile.duplicateAction === 'stay') {
    play(centre, contact, 'duplicate', 0);
    return;
  }
  if (contact.state === State.offered) withdrawRing(centre, contact, 'duplicateCallback');
  leaveQueue(centre, contact, 'duplicate');
  centre.outbox.play(contact.id, 'duplicate', 0);
  centre.move(contact, Happens.closedAside);
  hangUp(centre, contact, 'duplicate-callback');
  close(centre, contact, 'duplicate-callback');
}

/**
 * CB-04, CB-05: the digit counts from the start of the first offer until an agent accepts. A ring in progress is
 * withdrawn without penalty (CB-X1).
 */
export function digitPressed(centre: Centre, contact: Contact, digit: string): void {
  if (digit !== '1' || contact.offers === 0 || !centre.can(contact, Happens.optedIn)) return;
  const wasRinging = contact.state === State.offered;
  if (wasRinging) withdrawRing(centre, contact, 'optedIn');
  stopHolding(centre, contact);
  if (!movesCallbacks(contact.queue!)) stopExceed(centre, contact); // OV-24
  endSegment(centre, contact, 'optedIn');
  centre.move(contact, Happens.optedIn);
  contact.optedInAt = centre.now;
  if (contact.isLinked) centre.unlink(contact);
  contact.isCallback = true;
  // CB-06: the item stays in its queue at its rank, though nobody can take it before the leg has ended (CB-17).
  centre.link(contact);
  centre.outbox.music(contact.id, false);
  play(centre, contact, 'callbackConfirmation', 0);
  becomeCallback(centre, contact);
  centre.facts.optedIn(centre.now, contact);
}
