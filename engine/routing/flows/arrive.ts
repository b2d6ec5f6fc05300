/**
 * Arrival and the choice of a queue: RT-01 .. RT-07, LM-02. What follows the choice is overflow.ts.
 */
import type { OverflowSetup, RuleSetup } from '../../config/setup.ts';
import { Happens, State } from '../contact-states.ts';
import type { Centre } from '../centre.ts';
import type { Contact } from '../contact.ts';
import type { CallerNumber, EntryId } from '../protocol.ts';
import type { Queue } from '../queue.ts';
import { explainOverflow, explainRefused, explainRoute } from '../reasons.ts';
import { targetOf } from '../route.ts';
import { admit, overflowOf, runOverflow } from './overflow.ts';
import { play } from './prompts.ts';
import { close } from './wait.ts';

export function arrive(centre: Centre, entry: EntryId, caller: CallerNumber, withheld: boolean): Contact {
  const contact = centre.contacts.take();
  const setup = centre.setup.entries[entry]!;
  contact.entry = entry;
  contact.caller = caller;
  contact.withheld = withheld;
  contact.workClass = setup.workClass;
  contact.site = setup.site;
  contact.arrivedAt = centre.now;
  contact.rank = ++centre.arrivals;
  centre.move(contact, Happens.arrived);
  centre.facts.arrived(centre.now, contact);
  // LM-02, LM-03: the check and the take are one step.
  if (!centre.lines.take(contact.site, false)) {
    if (centre.reasons !== null) explainRefused(centre, contact, 'LM-02', 'line');
    centre.outbox.reject(contact.id, 'capacity-exceeded');
    centre.move(contact, Happens.rejected);
    close(centre, contact, 'capacity-exceeded');
    return contact;
  }
  contact.holdsLine = true;
  centre.outbox.answer(contact.id);
  if (setup.greeting) play(centre, contact, 'greeting', 0);
  else route(centre, contact);
  return contact;
}

/** RT-01: after the greeting, the rules. */
export function greeted(centre: Centre, contact: Contact): void {
  if (contact.state === State.treatment) route(centre, contact);
}

interface Candidate {
  readonly queue: Queue;
  readonly overflow: OverflowSetup;
  /** The conditions in force, of the queue or the rule (OV-10). */
  readonly list: readonly OverflowSetup[];
}

/** Shared, so that a call whose first queue takes it makes no list. */
const NONE_YET: readonly Candidate[] = [];

function route(centre: Centre, contact: Contact): void {
  const entry = centre.setup.entries[contact.entry]!;
  const routes = centre.routes[contact.entry]!;
  let overflowing = NONE_YET;
  let seen = 0;
  for (let at = 0; at < routes.length; at++) {
    const { rule, index } = routes[at]!;
    const queue = drawnQueue(centre, contact, rule, index);
    // RT-07: another kind of channel. RT-X2: a queue is looked at once, at its first place.
    if (queue.setup.channel !== centre.classOf(contact).channel) continue;
    if (isAmong(overflowing, queue)) continue;
    seen += 1;
    const overflow = overflowOf(centre, contact, queue, rule.overflow);
    if (overflow === null) {
      if (centre.reasons !== null) explainRoute(centre, contact, 'RT-02', queue);
      admit(centre, contact, queue);
      return;
    }
    overflowing = [...overflowing, { queue, overflow, list: rule.overflow ?? queue.overflow }];
  }
  if (seen === 0) {
    // RT-05: the fallback queue takes it, and no overflow setting of that queue counts for it.
    contact.ignoresOverflow = true;
    const fallback = centre.queues[entry.fallback]!;
    if (centre.reasons !== null) explainRoute(centre, contact, 'RT-05', fallback);
    admit(centre, contact, fallback);
    return;
  }
  const { queue, overflow, list } = choose(centre, overflowing);
  if (centre.reasons !== null) {
    const isInHours = centre.isOpen(queue.setup.hours, centre.now);
    explainRoute(centre, contact, isInHours ? 'RT-03' : 'RT-04', queue);
    explainOverflow(centre, contact, queue, list, overflow);
  }
  runOverflow(centre, contact, queue, overflow);
}

function isAmong(candidates: readonly Candidate[], queue: Queue): boolean {
  for (let at = 0; at < candidates.length; at++) if (candidates[at]!.queue === queue) return true;
  return false;
}

/** RT-03, RT-04: all overflow: the first that is in hours, else the one that opens earliest. */
function choose(centre: Centre, candidates: readonly Candidate[]): Candidate {
  let best = candidates[0]!;
  let bestOpening = Infinity;
  for (const candidate of candidates) {
    const opening = centre.nextOpening(candidate.queue.setup.hours, centre.now);
    if (opening === centre.now) return candidate;
    if (opening >= bestOpening) continue;
    best = candidate;
    bestOpening = opening;
  }
  return best;
}

/** RT-06: the draw comes first. GEN-08: it is the caller's own where there is one, so that a new rule moves nobody else's luck. */
export function drawnQueue(centre: Centre, contact: Contact, rule: RuleSetup, index: number): Queue {
  const subject = contact.caller >= 0 ? contact.caller : contact.rank;
  const drawn =
    rule.targets.length === 1 ? rule.targets[0]!.queue : targetOf(rule, centre.split.at(subject, index));
  return centre.queues[drawn]!;
}
