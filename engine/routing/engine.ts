/**
 * The engine: one method per input, each a guard and a call into a flow. It keeps time (GEN-01, GEN-03) and
 * nothing else; what the rules say is in flows/, what is so is in the Centre. No clock, no network, no chance.
 *
 * The contract is in protocol.ts: one input, drain the outbox, look at `nextDeadline`, repeat.
 */
import type { Channel, Presence, RoutingSetup, RunFrame } from '../config/setup.ts';
import { dueAt, Rank, timeOf, type Due, type Instant, type Millis } from '../kernel/time.ts';
import { At } from './agent-states.ts';
import type { Agent } from './agent.ts';
import { runPass } from './assignment.ts';
import { Centre, Timer } from './centre.ts';
import { configure } from './configure.ts';
import { Happens, State } from './contact-states.ts';
import type { Contact } from './contact.ts';
import { arrive, greeted } from './flows/arrive.ts';
import {
  attemptFailed,
  callbackAccepted,
  callbackConnectFailed,
  callbackJoined,
  cancelledByAgent,
  confirmed,
  customerAnswered,
  dialLegEnded,
  dialTimedOut,
  expiryDue,
  numberGiven,
  redialGapOver,
  retryDue,
} from './flows/callback.ts';
import { callEnded, customerHungUp, liveAccepted, liveConnectFailed, liveJoined } from './flows/connect.ts';
import { exceedDue, overflowBatchDue } from './flows/exceed.ts';
import { digitPressed, offerDue } from './flows/offer.ts';
import { externalEnded, externalFailed } from './flows/overflow.ts';
import { positionDue } from './flows/prompts.ts';
import { ringDeclined, ringFailed, ringMissed } from './flows/ring.ts';
import { close, hangUp } from './flows/wait.ts';
import {
  aloneWrapBlockDue,
  endAloneWrapUp,
  endWrapUp,
  extendAloneWrapUp,
  extendWrapUp,
  isKnownReason,
  wrapBlockDue,
} from './flows/wrap-up.ts';
import type { Outbox } from './outbox.ts';
import { chooseChannel, choosePresence, endQuotas, resetPresence, signIn, signOut } from './presence.ts';
import {
  NOBODY,
  type AgentId,
  type CallerNumber,
  type Cause,
  type CommandId,
  type ConfigurationChange,
  type ContactId,
  type ContactView,
  type DeviceFault,
  type EntryId,
  type Facts,
  type Inputs,
  type Party,
  type ReasonListener,
  type Refusal,
} from './protocol.ts';
import { silentFacts } from './silent-facts.ts';

export class Engine implements Inputs {
  /** Open to snapshot.ts, invariants.ts and the tests beside them; nobody else reaches in. */
  readonly centre: Centre;
  readonly outbox: Outbox;
  readonly #changes: ConfigurationChange[] = [];

  constructor(setup: RoutingSetup, facts: Facts = silentFacts) {
    this.centre = new Centre(setup, facts);
    this.outbox = this.centre.outbox;
  }

  /** An empty centre at instant 0 of a new run. */
  begin(frame: RunFrame): void {
    this.#changes.length = 0;
    this.centre.clear(frame);
    for (const midnight of frame.midnights) this.centre.at(midnight, Timer.midnight, 0);
  }

  /** Steps so far: inputs, deadlines and passes (GEN-02). */
  get steps(): number {
    return this.centre.step;
  }

  /** Contacts that have arrived since the run began. */
  get arrivals(): number {
    return this.centre.arrivals;
  }

  get now(): Instant {
    return this.centre.now;
  }

  /** The next moment at which something is due; Infinity when nothing is. */
  get nextDeadline(): Due {
    const { nextDue } = this.centre.calendar;
    const { passDue } = this.centre;
    return nextDue < passDue ? nextDue : passDue;
  }

  /** GEN-09: reason records are made while a listener is set; they change no decision. */
  set reasons(listener: ReasonListener | null) {
    this.centre.reasons = listener;
  }

  /** What is known of an open contact (CB-11); null once it is closed. */
  view(id: ContactId): ContactView | null {
    return this.centre.find(id);
  }

  /** Serve all that is due up to that time and rank. */
  advanceTo(due: Due): void {
    this.#serve(due + 1);
    const time = timeOf(due);
    if (time > this.centre.now) this.centre.now = time;
  }

  /** Place in its queue's order, from 1 (EW-09); 0: it stands in no line, as while an agent's telephone rings for it. */
  rankOf(id: ContactId): number {
    const contact = this.centre.find(id);
    return contact === null || !contact.isLinked ? 0 : contact.queue!.countAhead(contact) + 1;
  }

  /** The open contacts, in the order of their arrival. */
  openContacts(): readonly ContactView[] {
    const open = this.centre.contacts.slots.filter(({ id, state }) => id !== NOBODY && state !== State.free);
    return open.toSorted((a, b) => a.arrivedAt - b.arrivedAt || a.rank - b.rank);
  }

  /** What the desktop of an agent shows: whether he is writing up a call (WU-01). */
  isWrappingUp(agent: AgentId): boolean {
    const { wrappingUp, alone } = this.centre.agents[agent]!;
    return wrappingUp > 0 || alone !== null;
  }

  /** Contacts not closed yet, without the callbacks that pause before a retry (CB-20). */
  get inHand(): number {
    return this.centre.contacts.open - this.centre.retrying;
  }

  // ------------------------------------------------------------------ time

  /** GEN-01, GEN-03: what is due before this input comes first; a late input is handled at the present. */
  #step(now: Instant, rank: Rank): void {
    const { centre } = this;
    const at = now > centre.now ? now : centre.now;
    const due = dueAt(at, rank);
    if (this.nextDeadline < due) this.#serve(due);
    centre.now = at;
    this.outbox.beginStep(++centre.step);
  }

  #serve(limit: Due): void {
    const { centre } = this;
    for (;;) {
      const timer = centre.calendar.nextDue;
      const pass = centre.passDue;
      const next = timer < pass ? timer : pass;
      if (next >= limit) return;
      const time = timeOf(next);
      if (time > centre.now) centre.now = time;
      this.outbox.beginStep(++centre.step);
      if (timer < pass) {
        centre.calendar.take();
        this.#timer(centre.calendar.kind, centre.calendar.subject);
      } else {
        centre.passDue = Infinity;
        runPass(centre);
      }
    }
  }

  #timer(kind: number, subject: number): void {
    const { centre } = this;
    switch (kind) {
      case Timer.offer:
        offerDue(centre, centre.bySlot(subject));
        return;
      case Timer.waitExceeds:
        exceedDue(centre, centre.bySlot(subject));
        return;
      case Timer.announce:
        positionDue(centre, centre.bySlot(subject));
        return;
      case Timer.ring:
        ringMissed(centre, centre.bySlot(subject));
        return;
      case Timer.dial:
        dialTimedOut(centre, centre.bySlot(subject));
        return;
      case Timer.redialGap:
        redialGapOver(centre, centre.bySlot(subject));
        return;
      case Timer.retry:
        retryDue(centre, centre.bySlot(subject));
        return;
      case Timer.expiry:
        expiryDue(centre, centre.bySlot(subject));
        return;
      case Timer.autoWrap:
        endWrapUp(centre, centre.bySlot(subject));
        return;
      case Timer.wrapBlock:
        wrapBlockDue(centre, centre.bySlot(subject));
        return;
      case Timer.overflowBatch:
        overflowBatchDue(centre);
        return;
      case Timer.midnight:
        for (const agent of centre.agents) if (agent.setup.quotaEnds === 'midnight') endQuotas(centre, agent);
        return;
      case Timer.configuration:
        this.#configure(this.#changes.shift()!);
        return;
      case Timer.aloneAutoWrap:
        endAloneWrapUp(centre, centre.agents[subject]!);
        return;
      case Timer.aloneWrapBlock:
        aloneWrapBlockDue(centre, centre.agents[subject]!);
        return;
    }
  }

  /** GEN-07: the loser of a race is told, and nothing changes. */
  #refuse(agent: AgentId, contact: ContactId, refusal: Refusal): void {
    if (agent !== NOBODY) this.outbox.notify(agent, refusal, contact);
    this.centre.facts.refused(this.centre.now, agent, contact, refusal);
  }

  /** The agent of that index, or null and a refusal: the host may be wrong, the engine may not. */
  #agent(index: AgentId): Agent | null {
    const agent = this.centre.agents[index];
    if (agent !== undefined) return agent;
    this.#refuse(NOBODY, NOBODY, 'not-allowed-in-state');
    return null;
  }

  /** The open contact that an answer to a command is about; an answer to no command (NOBODY, also what an empty field holds) is about none. */
  #answering(id: ContactId, command: CommandId): Contact | null {
    return command === NOBODY ? null : this.centre.find(id);
  }

  /** The contact whose ring this answer is about (GEN-06), or null: too late, told so. */
  #ringing(id: ContactId, agent: AgentId, ring: CommandId): Contact | null {
    const contact = this.#answering(id, ring);
    if (contact !== null && contact.ring === ring && contact.agentIndex === agent) return contact;
    this.#refuse(agent, id, 'stale-offer');
    return null;
  }

  // ------------------------------------------------------------------ rank 0

  legEnded(now: Instant, id: ContactId, by: Party, cause: Cause, command: CommandId): void {
    this.#step(now, Rank.legEnded);
    const contact = this.centre.find(id);
    if (contact === null) return;
    if (command === 0) {
      if (by === 'agent' && contact.state === State.connected) callEnded(this.centre, contact, true);
      else if (!contact.isCallback || contact.state === State.confirming)
        customerHungUp(this.centre, contact);
      return;
    }
    if (command !== contact.leg) return;
    if (contact.state === State.dialling) dialLegEnded(this.centre, contact, cause);
    else if (contact.state === State.callbackConnected) callEnded(this.centre, contact, by === 'agent');
    else if (contact.state === State.external) {
      if (contact.answeredAt === NOBODY) externalFailed(this.centre, contact);
      else externalEnded(this.centre, contact);
    }
  }

  agentDeviceFailed(now: Instant, id: ContactId, agent: AgentId, _fault: DeviceFault, ring: CommandId): void {
    this.#step(now, Rank.legEnded);
    const contact = this.#ringing(id, agent, ring);
    if (contact !== null) ringFailed(this.centre, contact);
  }

  // ------------------------------------------------------------------ rank 1

  agentAccepted(now: Instant, id: ContactId, agent: AgentId, ring: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#ringing(id, agent, ring);
    if (contact === null) return;
    if (contact.isCallback) callbackAccepted(this.centre, contact);
    else liveAccepted(this.centre, contact);
  }

  agentDeclined(now: Instant, id: ContactId, agent: AgentId, ring: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#ringing(id, agent, ring);
    if (contact !== null) ringDeclined(this.centre, contact);
  }

  agentNoAnswer(now: Instant, id: ContactId, agent: AgentId, ring: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#ringing(id, agent, ring);
    if (contact !== null) ringMissed(this.centre, contact);
  }

  legAnswered(now: Instant, id: ContactId, command: CommandId): void {
    this.#step(now, Rank.answered);
    // The leg a contact arrives on is answered by us.
    if (command <= 0) return;
    const contact = this.centre.find(id);
    if (contact === null || contact.leg !== command) this.#releaseLeg(id, contact, command);
    else if (contact.state === State.dialling) customerAnswered(this.centre, contact);
    else if (contact.state === State.external && contact.answeredAt === NOBODY)
      contact.answeredAt = this.centre.now;
  }

  /** GEN-05, GEN-07: somebody answered a leg that nobody wants any more: a word of apology, and it is let go. */
  #releaseLeg(id: ContactId, contact: Contact | null, leg: CommandId): void {
    if (contact === null || (contact.leg === NOBODY && !contact.holdsLine))
      this.outbox.play(id, 'apology', 0);
    this.outbox.cancelOriginate(id, leg);
  }

  legsJoined(now: Instant, id: ContactId, command: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#answering(id, command);
    if (contact === null || contact.connectId !== command) return;
    if (contact.state === State.connecting) liveJoined(this.centre, contact);
    else if (contact.state === State.dialling) callbackJoined(this.centre, contact);
  }

  commandFailed(now: Instant, id: ContactId, command: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#answering(id, command);
    if (contact === null) return;
    if (contact.connectId === command) {
      if (contact.state === State.connecting) liveConnectFailed(this.centre, contact);
      else if (contact.state === State.dialling) callbackConnectFailed(this.centre, contact);
    } else if (contact.ring === command) ringFailed(this.centre, contact);
    else if (contact.leg === command) {
      if (contact.state === State.dialling) attemptFailed(this.centre, contact, 'failed');
      else if (contact.state === State.external) externalFailed(this.centre, contact);
      else if (contact.state === State.voicemail) this.#recorded(contact, 0);
    } else if (contact.playId === command) this.#promptOver(contact);
  }

  dtmf(now: Instant, id: ContactId, digit: string): void {
    this.#step(now, Rank.answered);
    const contact = this.centre.find(id);
    if (contact !== null) digitPressed(this.centre, contact, digit);
  }

  numberGiven(now: Instant, id: ContactId, caller: CallerNumber): void {
    this.#step(now, Rank.answered);
    const contact = this.centre.find(id);
    if (contact === null || !numberGiven(this.centre, contact, caller))
      this.#refuse(NOBODY, id, 'not-allowed-in-state');
  }

  promptDone(now: Instant, id: ContactId, command: CommandId): void {
    this.#step(now, Rank.answered);
    const contact = this.#answering(id, command);
    if (contact !== null && contact.playId === command) this.#promptOver(contact);
  }

  #promptOver(contact: Contact): void {
    const { centre } = this;
    const prompt = contact.playing;
    contact.playing = '';
    contact.playId = NOBODY;
    if (prompt === 'greeting') greeted(centre, contact);
    else if (contact.state === State.confirming) confirmed(centre, contact, true);
    else if (contact.state === State.ending) {
      centre.move(contact, Happens.promptDone);
      hangUp(centre, contact, 'overflow-end');
      close(centre, contact, 'overflow-end');
    } else if (contact.state === State.voicemail) contact.leg = this.outbox.recordMessage(contact.id);
  }

  messageRecorded(now: Instant, id: ContactId, length: Millis): void {
    this.#step(now, Rank.answered);
    const contact = this.centre.find(id);
    if (contact !== null && contact.state === State.voicemail) this.#recorded(contact, length);
  }

  #recorded(contact: Contact, length: Millis): void {
    const reason = length > 0 ? 'voicemail' : 'voicemail-failed';
    this.centre.move(contact, Happens.recorded);
    hangUp(this.centre, contact, reason);
    close(this.centre, contact, reason);
  }

  // ------------------------------------------------------------------ rank 2

  agentSignedIn(now: Instant, index: AgentId): void {
    this.#step(now, Rank.agent);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.presence === At.signedOut) signIn(this.centre, agent);
    else this.#refuse(index, NOBODY, 'not-allowed-in-state');
  }

  /** PR-09: refused while an offer shows, a call is up, or wrap-up is open. */
  signOutRequested(now: Instant, index: AgentId): void {
    this.#step(now, Rank.agent);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.isSignedIn && !agent.isBusy) signOut(this.centre, agent);
    else this.#refuse(index, NOBODY, 'not-allowed-in-state');
  }

  presenceChosen(now: Instant, index: AgentId, presence: Presence): void {
    this.#step(now, Rank.agent);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.isSignedIn && presence !== 'inactive') choosePresence(this.centre, agent, presence);
    else this.#refuse(index, NOBODY, 'not-allowed-in-state');
  }

  channelChosen(now: Instant, index: AgentId, channel: Channel, isAvailable: boolean): void {
    this.#step(now, Rank.agent);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.isSignedIn) chooseChannel(this.centre, agent, channel, isAvailable);
    else this.#refuse(index, NOBODY, 'not-allowed-in-state');
  }

  /** CP-04: the quotas of the day end with the shift. */
  shiftEnded(now: Instant, index: AgentId): void {
    this.#step(now, Rank.agent);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.setup.quotaEnds === 'shift') endQuotas(this.centre, agent);
  }

  endRequested(now: Instant, id: ContactId, agent: AgentId): void {
    this.#step(now, Rank.agent);
    const contact = this.#own(id, agent);
    if (contact === null) return;
    if (contact.state === State.connected || contact.state === State.callbackConnected)
      callEnded(this.centre, contact, true);
    else this.#refuse(agent, id, 'not-allowed-in-state');
  }

  cancelRequested(now: Instant, id: ContactId, agent: AgentId): void {
    this.#step(now, Rank.agent);
    const contact = this.#own(id, agent);
    if (contact === null) return;
    const isDialling = contact.state === State.dialling && contact.answeredAt === NOBODY;
    if (!isDialling) this.#refuse(agent, id, 'not-allowed-in-state');
    else if (contact.profile!.allowCancel) cancelledByAgent(this.centre, contact);
    else this.#refuse(agent, id, 'not-enabled');
  }

  machineReported(now: Instant, id: ContactId, agent: AgentId): void {
    this.#step(now, Rank.agent);
    const contact = this.#own(id, agent);
    if (contact === null) return;
    if (contact.state !== State.callbackConnected) {
      this.#refuse(agent, id, 'not-allowed-in-state');
      return;
    }
    this.outbox.hangup(id, 'attemptFailed');
    attemptFailed(this.centre, contact, 'machine');
  }

  wrapUpSubmitted(now: Instant, id: ContactId, agent: AgentId, reason: string): void {
    this.#step(now, Rank.agent);
    const { centre } = this;
    const who = this.#agent(agent);
    if (who === null) return;
    if (who.alone?.contact === id) {
      if (isKnownReason(centre.queues[who.alone.queue]!, reason)) endAloneWrapUp(centre, who);
      else this.#refuse(agent, id, 'unknown-reason');
      return;
    }
    const contact = this.#own(id, agent);
    if (contact === null) return;
    if (!centre.can(contact, Happens.wrapUpEnded)) this.#refuse(agent, id, 'not-allowed-in-state');
    else if (!isKnownReason(contact.queue!, reason)) this.#refuse(agent, id, 'unknown-reason');
    else endWrapUp(centre, contact);
  }

  /** WU-03: the agent may extend, if allowed: the clock is cancelled. */
  wrapUpExtended(now: Instant, id: ContactId, agent: AgentId): void {
    this.#step(now, Rank.agent);
    const { centre } = this;
    const who = this.#agent(agent);
    if (who === null) return;
    if (who.alone?.contact === id) {
      if (centre.queues[who.alone.queue]!.setup.wrapUp.mayExtend) extendAloneWrapUp(centre, who);
      else this.#refuse(agent, id, 'not-enabled');
      return;
    }
    const contact = this.#own(id, agent);
    if (contact === null) return;
    if (!centre.can(contact, Happens.wrapUpEnded)) this.#refuse(agent, id, 'not-allowed-in-state');
    else if (!contact.queue!.setup.wrapUp.mayExtend) this.#refuse(agent, id, 'not-enabled');
    else extendWrapUp(centre, contact);
  }

  /** The agent's own contact, or null and a refusal. */
  #own(id: ContactId, agent: AgentId): Contact | null {
    const contact = this.centre.find(id);
    if (contact !== null && contact.agentIndex === agent) return contact;
    this.#refuse(agent, id, contact === null ? 'already-closed' : 'not-allowed-in-state');
    return null;
  }

  // ------------------------------------------------------------------ rank 3

  presenceResetRequested(now: Instant, index: AgentId): void {
    this.#step(now, Rank.supervisor);
    const agent = this.#agent(index);
    if (agent === null) return;
    if (agent.isSignedIn) resetPresence(this.centre, agent);
  }

  wrapUpEndRequested(now: Instant, index: AgentId): void {
    this.#step(now, Rank.supervisor);
    const { centre } = this;
    const agent = this.#agent(index);
    if (agent === null) return;
    endAloneWrapUp(centre, agent);
    if (agent.wrappingUp === 0) return;
    for (const contact of centre.contacts.slots) {
      if (contact.id !== NOBODY && contact.agent === agent && centre.can(contact, Happens.wrapUpEnded)) {
        this.outbox.notify(index, 'wrapUp-closed', contact.id);
        endWrapUp(centre, contact);
      }
    }
  }

  // ------------------------------------------------------------------ rank 4

  /** GEN-10: at the next decision, or after the propagation delay. */
  configurationChanged(now: Instant, change: ConfigurationChange): void {
    this.#step(now, Rank.configuration);
    const { centre } = this;
    const delay = centre.setup.propagationDelay;
    if (delay === 0) {
      this.#configure(change);
      return;
    }
    this.#changes.push(change);
    centre.calendar.schedule(dueAt(centre.now + delay, Rank.configuration), Timer.configuration, 0);
  }

  #configure(change: ConfigurationChange): void {
    const refusal = configure(this.centre, change);
    if (refusal !== null) this.#refuse(NOBODY, NOBODY, refusal);
  }

  /** Changes that wait for their delay, for snapshot.ts. */
  get pendingChanges(): ConfigurationChange[] {
    return this.#changes;
  }

  // ------------------------------------------------------------------ rank 6

  contactArrived(now: Instant, entry: EntryId, caller: CallerNumber, withheld: boolean): ContactId {
    this.#step(now, Rank.arrival);
    // The id outlives the contact: a call refused at once is closed by now.
    const { contacts } = this.centre;
    const id = contacts.nextId;
    arrive(this.centre, entry, caller, withheld);
    return id;
  }
}
