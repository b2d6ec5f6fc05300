/**
 * The boundary of the engine: inputs (facts from outside, past tense), commands (orders to outside,
 * imperative) and facts (what the engine did, for those who measure or tell). Types only.
 *
 * The contract. Give the engine one input with its time; drain the outbox; look at `nextDeadline`; repeat.
 * Time never goes back. Things of one instant are served by the ranks of GEN-03, the assignment pass last.
 * An input at time t first serves what is due before it in (time, rank); `advanceTo(due)` serves all that is
 * due up to that time and rank. `advanceTo` is on the tape like an input, so that a replay is exact.
 *
 * A listener implements some of the three interfaces and never speaks. It may read the `ContactView` it is
 * given during the call and must not keep it: contacts are pooled.
 */
import type { Due, Instant, Millis } from '../kernel/time.ts';
import type { Channel, Presence } from '../config/setup.ts';

/** Whole number made of pool slot (low 20 bits) and generation: slots are reused, ids never (INV-C2). */
export type ContactId = number;
/** Indices into the setup. */
export type AgentId = number;
export type QueueId = number;
export type EntryId = number;
/** Who calls: a whole number >= 0 that stands for one telephone number; the engine knows no digits (INV-S2). */
export type CallerNumber = number;
/** GEN-05: sequence of the input x 4096 + index in its step. 0 names the leg a contact arrived on. */
export type CommandId = number;

export const SLOT_BITS = 20;
export const slotOf = (id: ContactId): number => id & ((1 << SLOT_BITS) - 1);
export const NOBODY = -1;

export type Party = 'customer' | 'agent' | 'network' | 'external';
/** Why a leg ended or could not be made (OB-12, CM-32 in the port's words). */
export type Cause = 'normal' | 'busy' | 'noAnswer' | 'failed' | 'invalidNumber' | 'machine';
export type DeviceFault = 'busy' | 'unreachable' | 'invalidNumber';
export type RingKind = 'inbound' | 'callback';
export type WithdrawReason =
  | 'noAnswer'
  | 'declined'
  | 'hungUp'
  | 'optedIn'
  | 'duplicateCallback'
  | 'servedInbound'
  | 'expired'
  | 'signedOut'
  | 'deviceError';
export type Prompt =
  | 'greeting'
  | 'callbackOffer'
  | 'callbackConfirmation'
  | 'overflowEnd'
  | 'position'
  | 'wait'
  | 'apology'
  | 'voicemail'
  | 'duplicate';
/** GEN-07. */
export type Refusal =
  | 'stale-offer'
  | 'already-assigned'
  | 'already-closed'
  | 'version-conflict'
  | 'not-allowed-in-state'
  | 'unknown-reason'
  | 'line-ceiling'
  | 'not-enabled'
  | 'not-editable'
  | 'queue-not-empty';

export type CloseReason =
  | 'handled'
  | 'abandoned'
  | 'abandoned-before-queue'
  | 'capacity-exceeded'
  | 'queue-full'
  | 'queue-without-agents'
  | 'overflow-end'
  | 'abandoned-in-message'
  | 'external-ended'
  | 'voicemail'
  | 'voicemail-failed'
  | 'duplicate-callback'
  | 'lost-at-connect'
  | 'completed'
  | 'exhausted'
  | 'expired'
  | 'invalid-number'
  | 'cancelled-by-agent'
  | 'served-inbound';

/** What the host does with a change of configuration while the engine runs (GEN-10). */
export type ConfigurationChange =
  /** CP-08: a custom limit of one agent; null restores the profile's. */
  | {
      readonly change: 'profileLimit';
      readonly agent: AgentId;
      readonly profile: number;
      readonly limit: number | null;
    }
  /** CP-12: refused, always. */
  | { readonly change: 'profileReset'; readonly profile: number; readonly reset: 'immediate' | 'endOfDay' }
  | { readonly change: 'joinQueue' | 'leaveQueue'; readonly agent: AgentId; readonly queue: QueueId }
  /** RT-X3: refused while the queue is not empty; afterwards it has no member. */
  | { readonly change: 'removeQueue'; readonly queue: QueueId }
  /** A number of the queue's settings; it counts from the next decision on. */
  | {
      readonly change: 'queueSetting';
      readonly queue: QueueId;
      readonly setting:
        'priority' | 'maxActiveContacts' | 'ringTimeout' | 'blockSize' | 'workItemLimit' | 'averageWait';
      readonly value: number;
    };

/** Facts from outside. Methods are grouped by rank (GEN-03). */
export interface Inputs {
  // 0
  /** A leg is gone. `command` names the one that made it: 0 the contact arrived on it, else `originate` or `transferOut`. */
  legEnded(now: Instant, contact: ContactId, by: Party, cause: Cause, command: CommandId): void;
  agentDeviceFailed(
    now: Instant,
    contact: ContactId,
    agent: AgentId,
    fault: DeviceFault,
    ring: CommandId,
  ): void;
  // 1
  agentAccepted(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void;
  agentDeclined(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void;
  /** The port's own no-answer; if earlier it counts as the deadline (NT-01). */
  agentNoAnswer(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void;
  legAnswered(now: Instant, contact: ContactId, command: CommandId): void;
  legsJoined(now: Instant, contact: ContactId, command: CommandId): void;
  commandFailed(now: Instant, contact: ContactId, command: CommandId): void;
  dtmf(now: Instant, contact: ContactId, digit: string): void;
  /** CB-44: the customer gave another number; the host has validated its digits. */
  numberGiven(now: Instant, contact: ContactId, caller: CallerNumber): void;
  promptDone(now: Instant, contact: ContactId, command: CommandId): void;
  messageRecorded(now: Instant, contact: ContactId, length: Millis): void;
  // 2
  agentSignedIn(now: Instant, agent: AgentId): void;
  signOutRequested(now: Instant, agent: AgentId): void;
  presenceChosen(now: Instant, agent: AgentId, presence: Presence): void;
  /** PR-08: Available or Idle on one channel, while the agent-wide presence allows any work at all. */
  channelChosen(now: Instant, agent: AgentId, channel: Channel, isAvailable: boolean): void;
  shiftEnded(now: Instant, agent: AgentId): void;
  endRequested(now: Instant, contact: ContactId, agent: AgentId): void;
  /** The agent gives up a callback before the customer answers (CB-15). */
  cancelRequested(now: Instant, contact: ContactId, agent: AgentId): void;
  /** The agent hears an answering machine (CB-X8). */
  machineReported(now: Instant, contact: ContactId, agent: AgentId): void;
  wrapUpSubmitted(now: Instant, contact: ContactId, agent: AgentId, reason: string): void;
  wrapUpExtended(now: Instant, contact: ContactId, agent: AgentId): void;
  // 3
  presenceResetRequested(now: Instant, agent: AgentId): void;
  wrapUpEndRequested(now: Instant, agent: AgentId): void;
  // 4
  configurationChanged(now: Instant, change: ConfigurationChange): void;
  // 6
  /** A call reaches an entry. The engine names it; every later word about it uses that id. */
  contactArrived(now: Instant, entry: EntryId, caller: CallerNumber, withheld: boolean): ContactId;
  // 5 and 7
  advanceTo(due: Due): void;
}

/** Orders to outside. The last argument is the command's id (GEN-05). */
export interface Commands {
  answer(contact: ContactId, id: CommandId): void;
  reject(contact: ContactId, reason: CloseReason, id: CommandId): void;
  /** `value`: what a position or wait prompt says (contacts ahead, minutes), else 0. Answered by `promptDone`. */
  play(contact: ContactId, prompt: Prompt, value: number, id: CommandId): void;
  stopPlay(contact: ContactId, id: CommandId): void;
  music(contact: ContactId, on: boolean, id: CommandId): void;
  /** Answered by accepted, declined, noAnswer or deviceFailed; `until` is the engine's own deadline. */
  ring(contact: ContactId, agent: AgentId, kind: RingKind, until: Instant, id: CommandId): void;
  withdrawRing(contact: ContactId, agent: AgentId, why: WithdrawReason, id: CommandId): void;
  /** Dial the customer for an agent who waits (CB-12). Answered by `legAnswered` or `legEnded`. */
  originate(contact: ContactId, agent: AgentId, ringLimit: Millis, callerId: string, id: CommandId): void;
  cancelOriginate(contact: ContactId, leg: CommandId, id: CommandId): void;
  /** Join customer and agent. Answered by `legsJoined` or `commandFailed`. */
  connect(contact: ContactId, agent: AgentId, id: CommandId): void;
  transferOut(contact: ContactId, number: string, id: CommandId): void;
  recordMessage(contact: ContactId, id: CommandId): void;
  hangup(contact: ContactId, reason: CloseReason | 'optedIn' | 'attemptFailed', id: CommandId): void;
  /** What the agent's desktop must say. */
  notify(
    agent: AgentId,
    key: Refusal | 'callback-failed' | 'wrapUp-closed',
    contact: ContactId,
    id: CommandId,
  ): void;
}

export type QueueEntry = 'routed' | 'overflow' | 'returned';
/** How a live contact's stay in a queue ended; the terms of the identity at the end of section 22. */
export type SegmentOutcome =
  | 'answered'
  | 'abandoned'
  | 'optedIn'
  | 'movedQueue'
  | 'movedExternal'
  | 'voicemail'
  | 'overflowEnd'
  | 'duplicate'
  | 'forceClosed';
export type RingOutcome = 'accepted' | 'declined' | 'missed' | 'withdrawn' | 'deviceError';
export type DialOutcome =
  'joined' | 'noAnswer' | 'busy' | 'failed' | 'machine' | 'invalidNumber' | 'cancelled' | 'answeredThenLost';
/** What an agent is doing, for K-09 and K-10; one at a time (INV-A1). */
export type Activity =
  'signedOut' | 'available' | 'unavailable' | 'inactive' | 'ringing' | 'dialling' | 'talking' | 'wrapUp';

/** What a listener may read of a contact. Instants are NOBODY (-1) until they happen. */
export interface ContactView {
  readonly id: ContactId;
  readonly entry: EntryId;
  readonly caller: CallerNumber;
  readonly withheld: boolean;
  readonly arrivedAt: Instant;
  /** Index of the present (or last) queue. */
  readonly queueIndex: QueueId;
  /** When it entered that queue; the interval of every queue KPI. */
  readonly enteredAt: Instant;
  /** First entry into any queue. */
  readonly firstEnteredAt: Instant;
  readonly segments: number;
  readonly hops: number;
  readonly isCallback: boolean;
  readonly agentIndex: AgentId;
  /** Callback offer prompts heard in this stay in the queue. */
  readonly offers: number;
  readonly optedInAt: Instant;
  /** Callback dials so far. */
  readonly attempts: number;
  readonly firstDialAt: Instant;
  readonly acceptedAt: Instant;
  readonly dialledAt: Instant;
  readonly answeredAt: Instant;
  readonly joinedAt: Instant;
  readonly talkEndedAt: Instant;
  /** Estimate told to the customer in milliseconds (EW-07), and the one used or told at entry; -1 none. */
  readonly estimateTold: Millis;
  readonly estimateUsed: Millis;
  /** First announced number of contacts ahead; -1 none (K-22), and the contacts served before it since. */
  readonly announcedAhead: number;
  readonly servedSinceAnnounced: number;
}

/** What the engine did, as it did it. Waits and handle times follow from the instants in the view. */
export interface Facts {
  arrived(now: Instant, contact: ContactView): void;
  queued(now: Instant, contact: ContactView, how: QueueEntry): void;
  /** A live contact's segment is over. */
  left(now: Instant, contact: ContactView, outcome: SegmentOutcome): void;
  overflowed(
    now: Instant,
    contact: ContactView,
    from: QueueId,
    when: string,
    action: string,
    to: QueueId,
  ): void;
  rang(now: Instant, contact: ContactView, agent: AgentId): void;
  ringEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: RingOutcome): void;
  offerPlayed(now: Instant, contact: ContactView): void;
  /** A callback offer that was due and not played, with the rule that kept it back. */
  offerSkipped(now: Instant, contact: ContactView, rule: string): void;
  optedIn(now: Instant, contact: ContactView): void;
  dialled(now: Instant, contact: ContactView, agent: AgentId): void;
  dialEnded(now: Instant, contact: ContactView, agent: AgentId, outcome: DialOutcome): void;
  joined(now: Instant, contact: ContactView, agent: AgentId): void;
  /** Wrap-up is over: the handle time is complete. */
  handled(now: Instant, contact: ContactView, agent: AgentId): void;
  closed(now: Instant, contact: ContactView, reason: CloseReason): void;
  /** `isApproximate`: somebody before him asks something else of an agent, so that their order may turn (EW-10). */
  announced(
    now: Instant,
    contact: ContactView,
    what: 'position' | 'wait',
    value: number,
    isApproximate: boolean,
  ): void;
  activity(now: Instant, agent: AgentId, activity: Activity): void;
  refused(now: Instant, agent: AgentId, contact: ContactId, refusal: Refusal): void;
}

/** GEN-09: why a decision fell as it did. Made only while somebody listens. */
export interface ReasonRecord {
  readonly at: Instant;
  readonly contact: ContactId;
  readonly rule: string;
  readonly decision: string;
  readonly candidates: readonly { readonly name: string; readonly refusedBy: string | null }[];
  /** The command or fact that carries it out, in this same step; null: nothing does. */
  readonly by: keyof Commands | keyof Facts | null;
  /** The moment it speaks of: when a callback is tried again. */
  readonly until?: Instant;
}
export interface ReasonListener {
  (record: ReasonRecord): void;
  /**
   * Asked, where it is there, before a record is made of an item that stays in its queue: in a flood every pass leaves
   * hundreds where they are.
   */
  readonly wantsStay?: (contact: ContactId) => boolean;
}
