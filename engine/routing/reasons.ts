/**
 * Why a decision fell as it did: the reason records of GEN-09, for the trainer, the explorer and whoever traces a call.
 * Called only while somebody listens, just before the decision takes effect. What a record needs beyond the decision
 * itself is worked out here again from the same state, so that the deciding code keeps no lists. It decides nothing.
 */
import type { Method, OverflowSetup } from '../config/setup.ts';
import type { Instant } from '../kernel/time.ts';
import { At } from './agent-states.ts';
import type { Agent } from './agent.ts';
import { isBlocked } from './capacity.ts';
import type { Centre } from './centre.ts';
import type { Contact } from './contact.ts';
import { NO_ESTIMATE } from './estimate.ts';
import { drawnQueue } from './flows/arrive.ts';
import { overflowOf } from './flows/overflow.ts';
import { estimateNow } from './flows/prompts.ts';
import { isWorking } from './presence.ts';
import { NOBODY, type CloseReason, type ReasonRecord } from './protocol.ts';
import type { Queue } from './queue.ts';
import { verdictOn } from './route.ts';

type Candidate = ReasonRecord['candidates'][number];

function tell(
  centre: Centre,
  contact: Contact,
  rule: string,
  decision: string,
  candidates: readonly Candidate[],
  by: ReasonRecord['by'],
): void {
  centre.reasons?.({ at: centre.now, contact: contact.id, rule, decision, candidates, by });
}

/** RT-02 .. RT-07: every rule of the list, and why its queue did not take the contact. */
export function explainRoute(
  centre: Centre,
  contact: Contact,
  rule: 'RT-02' | 'RT-03' | 'RT-04' | 'RT-05',
  taken: Queue,
): void {
  const entry = centre.setup.entries[contact.entry]!;
  const seen: Queue[] = [];
  let isTaken = false;
  const candidates = entry.rules.map((each, index): Candidate => {
    const verdict = verdictOn(each, entry);
    if (verdict !== 'holds') {
      const name = each.targets.map(({ queue }) => centre.queues[queue]!.setup.name).join(' or ');
      return { name, refusedBy: verdict === 'fails' ? 'RT-05 its condition fails' : 'RT-02 does not match' };
    }
    const queue = drawnQueue(centre, contact, each, index);
    const { name } = queue.setup;
    if (rule === 'RT-05') return { name, refusedBy: 'RT-05 another rule fails, or the kinds differ' };
    if (queue.setup.channel !== centre.classOf(contact).channel) return { name, refusedBy: 'RT-07' };
    if (seen.includes(queue)) return { name, refusedBy: 'RT-X2 seen before' };
    seen.push(queue);
    if (isTaken && rule === 'RT-02') return { name, refusedBy: 'RT-02 taken before' };
    const isThis = !isTaken && queue === taken;
    isTaken ||= isThis;
    if (isThis) return { name, refusedBy: null };
    const overflow = overflowOf(centre, contact, queue, each.overflow);
    return { name, refusedBy: overflow === null ? rule : `${RULE_OF[overflow.when]} ${overflow.when}` };
  });
  if (rule === 'RT-05') candidates.push({ name: taken.setup.name, refusedBy: null });
  const by = rule === 'RT-02' || rule === 'RT-05' ? 'queued' : null;
  tell(centre, contact, rule, `queue ${taken.setup.name}`, candidates, by);
}

const RULE_OF = {
  outOfHours: 'OV-09',
  workItemLimit: 'OV-05',
  averageWait: 'OV-08',
  waitExceeds: 'OV-20',
} as const;

/** OV-04: every condition of the list in force, the one that acts, and why the others do not. */
export function explainOverflow(
  centre: Centre,
  contact: Contact,
  queue: Queue,
  list: readonly OverflowSetup[],
  acting: OverflowSetup,
): void {
  const all = list.includes(acting) ? list : [...list, acting];
  tell(
    centre,
    contact,
    'OV-04',
    acting.action.do,
    all.map((each) => ({
      name: each.when === 'outOfHours' ? each.when : `${each.when} ${each.limit}`,
      refusedBy: each === acting ? null : whyNot(centre, contact, queue, each),
    })),
    'overflowed',
  );
}

function whyNot(centre: Centre, contact: Contact, queue: Queue, condition: OverflowSetup): string {
  if (overflowOf(centre, contact, queue, [condition]) !== null) return 'OV-04 another goes first';
  if (condition.when === 'outOfHours') return 'OV-09 in hours';
  if (condition.when === 'workItemLimit') return 'OV-05 fewer open items';
  return estimateNow(centre, queue) === NO_ESTIMATE ? 'OV-08 no valid estimate' : 'OV-08 not above';
}

/** A contact is not taken in at all: LM-02, RT-08, or a full queue. */
export function explainRefused(centre: Centre, contact: Contact, rule: string, name: string): void {
  tell(centre, contact, rule, 'closed', [{ name, refusedBy: rule }], rule === 'LM-02' ? 'reject' : 'hangup');
}

/** OV-20 .. OV-26: the action that was due while the contact waited. */
export function explainExceed(centre: Centre, contact: Contact, refusedBy: string | null): void {
  const { action } = contact.queue!.setup.waitExceeds!;
  tell(
    centre,
    contact,
    'OV-20',
    refusedBy === null ? action.do : 'waits on',
    [{ name: action.do, refusedBy }],
    'overflowed',
  );
}

/** OV-23: the batch of this minute is full. */
export function explainBatch(centre: Centre, contact: Contact): void {
  const { action } = contact.queue!.setup.waitExceeds!;
  tell(centre, contact, 'OV-23', 'next minute', [{ name: action.do, refusedBy: 'OV-23' }], null);
}

/** CB-02: an offer was due; played, or kept back by a rule. */
export function explainOffer(centre: Centre, contact: Contact, refusedBy: string | null): void {
  const isPlayed = refusedBy === null;
  tell(
    centre,
    contact,
    refusedBy ?? 'CB-02',
    isPlayed ? 'offer played' : 'offer not played',
    [{ name: 'callbackOffer', refusedBy }],
    isPlayed ? 'offerPlayed' : 'offerSkipped',
  );
}

/** CB-18, CB-20 .. CB-22: what becomes of a callback after a failed attempt; `lost` as it will be closed, or null: another attempt. */
export function explainRetry(
  centre: Centre,
  contact: Contact,
  lost: CloseReason | null,
  until: Instant,
): void {
  const refusedBy = lost === null ? null : ruleOfLoss(contact, lost);
  centre.reasons?.({
    at: centre.now,
    contact: contact.id,
    rule: refusedBy ?? 'CB-20',
    decision: lost === null ? 'retry' : 'no retry',
    candidates: [{ name: 'retry', refusedBy }],
    by: lost === null ? null : 'closed',
    ...(lost === null ? { until } : {}),
  });
}

function ruleOfLoss(contact: Contact, lost: CloseReason): string {
  if (lost === 'expired') return 'CB-18';
  return lost === 'exhausted' && contact.attempts >= contact.profile!.maxAttempts ? 'CB-21' : 'CB-22';
}

/** CB-17, CB-20, CB-X11, LM-01: a callback may be given to an agent from now on, or something holds it back. */
export function explainDue(centre: Centre, contact: Contact, rule: string, refusedBy: string | null): void {
  const decision = refusedBy === null ? 'may be assigned' : 'held back';
  tell(centre, contact, refusedBy ?? rule, decision, [{ name: 'assignment', refusedBy }], null);
}

/** NT-07: so many agents have declined it that only a supervisor can give it to one. */
export function explainLeft(centre: Centre, contact: Contact): void {
  tell(centre, contact, 'NT-07', 'left to a supervisor', [{ name: 'assignment', refusedBy: 'NT-07' }], null);
}

const RULE_OF_METHOD: Readonly<Record<Method, string>> = {
  highestCapacity: 'AS-04',
  roundRobin: 'AS-05',
  leastActive: 'AS-06',
  longestAvailable: 'AS-10',
  linear: 'AS-10',
};

/** AS-02 .. AS-06, NT-06: every member of the queue, and why it is not he who rings. */
export function explainChoice(centre: Centre, queue: Queue, item: Contact, chosen: Agent | null): void {
  if (chosen === null && centre.reasons?.wantsStay?.(item.id) === false) return;
  const method = RULE_OF_METHOD[queue.setup.method];
  const isAskedAgain = chosen !== null && item.declinesBy(chosen.index) > 0;
  const rule = chosen === null ? 'AS-03' : isAskedAgain ? 'NT-06' : method;
  tell(
    centre,
    item,
    rule,
    chosen === null ? 'stays' : `ring ${chosen.setup.name}`,
    queue.members.map(({ agent }) => ({
      name: agent.setup.name,
      refusedBy: agent === chosen ? null : (unable(centre, queue, item, agent) ?? later(item, agent, method)),
    })),
    chosen === null ? null : 'ring',
  );
}

const later = (item: Contact, agent: Agent, method: string): string =>
  item.declinesBy(agent.index) > 0 ? 'NT-05 has declined' : `${method} another goes first`;

/**
 * Which rule makes this agent unable to take this item (AS-03); null if none does. Work in hand goes before presence: it is why
 * presence is what it is (PR-04), and why a chosen Idle is still pending (PR-06).
 */
function unable(centre: Centre, queue: Queue, item: Contact, agent: Agent): string | null {
  const { work, channel, presences } = centre.kinds[item.workClass]!;
  if (!agent.isSignedIn) return 'AS-03 signed out';
  if (agent.rings[channel] !== null) return 'AS-12 rings already';
  if (agent.freeUnits < work.units) return 'CP-11 no units';
  if (isBlocked(centre, agent)) return `CP-05 ${blockedBy(centre, agent)}`;
  for (const profile of work.profiles) {
    const { name } = centre.setup.profiles[profile]!;
    if (agent.profileLimit[profile] === NOBODY) return `CP-02 ${name} not held`;
    if (isFull(agent, profile))
      return isUsedUp(centre, agent, profile) ? `CP-02 ${name} used up` : `CP-02 ${name} full`;
  }
  const isAllowed = (presences & (1 << agent.presence)) !== 0;
  const isByCapacity = isWorking(agent.presence) && !agent.isChosen;
  if (!isAllowed && isByCapacity && agent.isBusy) return 'PR-04 at work';
  if (agent.pendingPresence !== '') return 'PR-06 pending Idle';
  if ((agent.idleChannels & (1 << channel)) !== 0) return 'PR-08 Idle on this channel';
  if (agent.presence === At.inactive) return 'PR-01 inactive';
  if (!isAllowed) return 'PR-03 presence';
  if (item.declinesBy(agent.index) >= queue.setup.declineLimit) return 'NT-06 declined too often';
  return null;
}

const isFull = (agent: Agent, profile: number): boolean =>
  agent.profileUsed[profile]! >= agent.profileLimit[profile]!;

/** CP-04: a quota of the day that closed work has used. While the last of it is in hand, the work keeps the agent (PR-02). */
const isUsedUp = (centre: Centre, agent: Agent, profile: number): boolean =>
  centre.setup.profiles[profile]!.reset === 'endOfDay' && !agent.isBusy;

/** CP-05: work in hand that will be over, or the calls of the whole day. */
function blockedBy(centre: Centre, agent: Agent): string {
  const isForTheDay = centre.setup.profiles.some(
    ({ blocking }, profile) =>
      blocking &&
      agent.profileLimit[profile] !== NOBODY &&
      isFull(agent, profile) &&
      isUsedUp(centre, agent, profile),
  );
  return isForTheDay ? 'used up' : 'blocked';
}
