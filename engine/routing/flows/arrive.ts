/**
 * Arrival and the choice of a queue: RT-01 .. RT-07, LM-02. What follows the choice is overflow.ts.
 */
import type { OverflowSetup } from '../../config/setup.ts';
import { Happens, State } from '../contact-states.ts';
import type { Centre } from '../centre.ts';
import type { Contact } from '../contact.ts';
import type { CallerNumber, EntryId } from '../protocol.ts';
import type { Queue } from '../queue.ts';
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
    const drawn =
      rule.targets.length === 1
        ? rule.targets[0]!.queue
        : targetOf(rule, centre.split.at(splitSubject(contact), index));
    const queue = centre.queues[drawn]!;
    // RT-07: another kind of channel. RT-X2: a queue is looked at once, at its first place.
    if (queue.setup.channel !== centre.classOf(contact).channel) continue;
    if (isAmong(overflowing, queue)) continue;
    seen += 1;
    const overflow = overflowOf(centre, contact, queue, rule.overflow);
    if (overflow === null) {
      if (centre.reasons !== null) explain(centre, contact, 'RT-02', queue, overflowing);
      admit(centre, contact, queue);
      return;
    }
    overflowing = [...overflowing, { queue, overflow }];
  }
  if (seen === 0) {
    // RT-05: the fallback queue takes it, and no overflow setting of that queue counts for it.
    contact.ignoresOverflow = true;
    const fallback = centre.queues[entry.fallback]!;
    if (centre.reasons !== null) explain(centre, contact, 'RT-05', fallback, NONE_YET);
    admit(centre, contact, fallback);
    return;
  }
  const { queue, overflow } = choose(centre, overflowing);
  if (centre.reasons !== null) explain(centre, contact, 'RT-03', queue, overflowing);
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

/** GEN-08: the draw belongs to the caller where there is one, so that a new rule moves nobody else's luck. */
const splitSubject = (contact: Contact): number => (contact.caller >= 0 ? contact.caller : contact.rank);

function explain(
  centre: Centre,
  contact: Contact,
  rule: string,
  queue: Queue,
  overflowing: readonly Candidate[],
): void {
  centre.explain(contact, rule, `queue ${queue.setup.name}`, () =>
    overflowing.map((each) => ({
      name: each.queue.setup.name,
      refusedBy: each.queue === queue ? null : `overflow ${each.overflow.when}`,
    })),
  );
}
