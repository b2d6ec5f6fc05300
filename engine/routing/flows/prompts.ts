/**
 * Prompts to a waiting customer: MS-03 (never two at once, by precedence), EW-07 and EW-08 (announcements),
 * EW-11 (an accept stops them all).
 */
import { dueAt, minutes, Rank, seconds, type Millis } from '../../kernel/time.ts';
import { NO_TICKET } from '../../kernel/calendar.ts';
import { Timer, type Centre } from '../centre.ts';
import type { Contact } from '../contact.ts';
import { NO_ESTIMATE } from '../estimate.ts';
import { NOBODY, type Prompt } from '../protocol.ts';
import type { Queue } from '../queue.ts';
import { offerDue } from './offer.ts';

/** MS-03: higher speaks over lower. */
const PRECEDENCE: Readonly<Record<Prompt, number>> = {
  callbackConfirmation: 6,
  overflowEnd: 5,
  voicemail: 5,
  duplicate: 5,
  apology: 5,
  callbackOffer: 4,
  position: 3,
  wait: 2,
  greeting: 1,
};

const MINUTE = minutes(1);
const ANNOUNCE_EVERY = seconds(30);
const ANNOUNCE_SELDOM = seconds(60);
const NEAR_FRONT = 150;

/** Play a prompt, or skip it (false) because one of the same or a higher precedence is playing. */
export function play(centre: Centre, contact: Contact, prompt: Prompt, value: number): boolean {
  if (contact.playing !== '') {
    if (PRECEDENCE[prompt] <= PRECEDENCE[contact.playing]) return false;
    centre.outbox.stopPlay(contact.id);
  }
  contact.playing = prompt;
  contact.playId = centre.outbox.play(contact.id, prompt, value);
  return true;
}

export function stopPrompt(centre: Centre, contact: Contact): void {
  if (contact.playing === '') return;
  contact.playing = '';
  contact.playId = NOBODY;
  centre.outbox.stopPlay(contact.id);
}

/** EW-07: once per contact, on entry, whole minutes rounded up, only above 60 s. */
export function announceWait(centre: Centre, contact: Contact): void {
  const estimate = contact.estimateUsed;
  if (contact.estimateTold !== NOBODY || estimate === NO_ESTIMATE || estimate <= MINUTE) return;
  const told = Math.ceil(estimate / MINUTE);
  if (!play(centre, contact, 'wait', told)) return;
  contact.estimateTold = estimate;
  centre.facts.announced(centre.now, contact, 'wait', told, false);
}

/** What a contact that enters now would be told (EW-06: it gets the place behind all who may be served). */
export function estimateNow(centre: Centre, queue: Queue): Millis {
  return queue.estimate.at(centre.now, queue.due + 1, queue.working);
}

/** EW-08: the first word comes as late as the others, by the place at entry. */
export function startPositions(centre: Centre, contact: Contact): void {
  contact.announceTicket = centre.after(
    pauseAt(contact.queue!.countAhead(contact)),
    Timer.announce,
    contact.slot,
  );
}

export function stopPositions(centre: Centre, contact: Contact): void {
  centre.cancel(contact.announceTicket);
  contact.announceTicket = NO_TICKET;
}

const pauseAt = (ahead: number): Millis => (ahead + 1 <= NEAR_FRONT ? ANNOUNCE_EVERY : ANNOUNCE_SELDOM);

/** EW-08, EW-X2, EW-X3: say the place, never a larger one than before, and not over an offer. */
export function positionDue(centre: Centre, contact: Contact): void {
  contact.announceTicket = NO_TICKET;
  // MS-03: of two that fall due at once the offer speaks; said first, the place would be cut off unheard.
  if (centre.calendar.dueOf(contact.offerTicket) === dueAt(centre.now, Rank.timer)) {
    centre.cancel(contact.offerTicket);
    offerDue(centre, contact);
    if (contact.id === NOBODY) return; // CB-43 has ended the call
  }
  const queue = contact.queue!;
  const ahead = contact.isLinked ? queue.countAhead(contact) : 0;
  contact.announceTicket = centre.after(pauseAt(ahead), Timer.announce, contact.slot);
  if (!contact.isLinked) return;
  if (contact.lastAnnounced !== NOBODY && ahead > contact.lastAnnounced) return;
  if (!play(centre, contact, 'position', ahead)) return;
  contact.lastAnnounced = ahead;
  if (contact.announcedAhead === NOBODY) {
    contact.announcedAhead = ahead;
    contact.servedAtAnnounce = queue.served;
  }
  centre.facts.announced(centre.now, contact, 'position', ahead, queue.isOtherWorkAhead(contact));
}
