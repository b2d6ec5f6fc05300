/**
 * The other side of the boundary, simulated: callers who wait, leave, press 1, talk and call again, and agents
 * who come, accept, miss, talk, write up and go. It hears commands and answers with inputs in virtual time; of
 * the engine's inside it knows only what a desktop shows (`view`).
 *
 * Nothing is allocated per event: people and agents are reused objects, moments are entries of one calendar
 * whose subject is a contact id (so that a stale one finds somebody else and is ignored) or an index.
 */
import type { DemandSetup, QueueSetup, Setup } from '../config/setup.ts';
import { Calendar, NO_TICKET, type Ticket } from '../kernel/calendar.ts';
import { Streams } from '../kernel/streams.ts';
import { dueAt, Rank, type Due, type Instant, type Millis, timeOf } from '../kernel/time.ts';
import type { Engine } from '../routing/engine.ts';
import {
  slotOf,
  type AgentId,
  type Commands,
  type CommandId,
  type ContactId,
  type Inputs,
  type Prompt,
  type RingKind,
  type WithdrawReason,
} from '../routing/protocol.ts';
import { Arrivals } from './arrivals.ts';
import { Behaviour, Length } from './behaviour.ts';
import { Moment } from './moments.ts';
import { drawOf, keysOf, Lucks } from './purposes.ts';
import { Soon } from './soon.ts';
import { Staff } from './staff.ts';

/** How long a message on the voicemail is, if the caller leaves one. */
const VOICEMAIL_LENGTH: Millis = 30_000;

/** One caller on one contact. */
class Caller {
  id: ContactId = -1;
  demand: DemandState | null = null;
  /** Number within his demand and run; with the demand's key the subject of all his luck. */
  person = 0;
  /** Number within his demand and day: his line in a trace. */
  line = 0;
  redials = 0;
  draw = 0;
  withheld = false;
  queue = -1;
  offers = 0;
  rings = 0;
  dials = 0;
  /** The ring of this contact at an agent, -1 when none. */
  ringCommand: CommandId = -1;
  ringTicket: Ticket = NO_TICKET;
  isBalking = false;
  hasZeroPatience = false;
  /** Set once he is in no queue for good: connected, opted in or gone. */
  isThrough = false;
  agent = -1;
  leg: CommandId = 0;
  play: CommandId = -1;
  connect: CommandId = -1;
  patienceTicket: Ticket = NO_TICKET;
  promptTicket: Ticket = NO_TICKET;
  reactionTicket: Ticket = NO_TICKET;
  stepTicket: Ticket = NO_TICKET;
}

/** A caller who will call again: kept aside until he does. */
interface Redialler {
  demand: DemandState;
  person: number;
  line: number;
  redials: number;
  withheld: boolean;
}

/** What the world has of the engine: it tells it what happens, and sees what a desktop shows. */
export type EngineDoor = Inputs & Pick<Engine, 'view' | 'isWrappingUp'>;

export class World implements Commands {
  readonly setup: Setup;
  readonly engine: EngineDoor;
  readonly lucks = new Lucks();
  readonly behaviour: readonly Behaviour[];
  readonly staff: Staff;
  calendar = new Calendar();
  now: Instant = 0;
  events = 0;
  isClosed = false;

  readonly #queues: readonly QueueSetup[];
  /** By kind of day; a name keeps its people over the kinds. */
  readonly #demands: readonly (readonly DemandState[])[];
  readonly #people: readonly People[];
  readonly #callers: Caller[] = [];
  #rediallers: Redialler[] = [];
  #freeRediallers: number[] = [];
  readonly #soon = new Soon();
  #kind = 0;
  #dayStart: Instant = 0;
  #isMirrored = false;

  constructor(setup: Setup, engine: EngineDoor) {
    this.setup = setup;
    this.engine = engine;
    this.#queues = setup.routing.queues;
    this.behaviour = setup.world.behaviour.map((each) => new Behaviour(each));
    this.staff = new Staff(this);
    const names = [...new Set(setup.world.kinds.flatMap((kind) => kind.demand.map(({ name }) => name)))];
    const keys = keysOf(names);
    this.#people = names.map((_, index) => ({ key: keys[index]!, index, count: 0 }));
    this.#demands = setup.world.kinds.map((kind) =>
      kind.demand.map((demand) => new DemandState(demand, this.#people[names.indexOf(demand.name)]!)),
    );
  }

  /** An empty world at instant 0 of a new run; its first day names the luck of all who call in it, as it is or mirrored. */
  clear(seed: number, day: number, isMirrored = false): void {
    this.lucks.rekey(seed, day, isMirrored);
    this.#isMirrored = isMirrored;
    for (const people of this.#people) people.count = 0;
    this.calendar = new Calendar();
    this.#soon.clear();
    this.now = 0;
    this.events = 0;
    this.isClosed = false;
    this.#rediallers = [];
    this.#freeRediallers = [];
    for (const caller of this.#callers) caller.id = -1;
    this.staff.clear();
  }

  /**
   * Let a day begin: who calls and who works.
   * @param day names the streams of its arrivals
   * @param ordinal which day of this run it is, from 0
   * @param isFollowed the next day begins where this one ends: nothing closes
   */
  openDay(
    seed: number,
    day: number,
    ordinal: number,
    kindIndex: number,
    start: Instant,
    isFollowed: boolean,
  ): void {
    const kind = this.setup.world.kinds[kindIndex]!;
    const end = start + (kind.to - kind.from);
    this.#kind = kindIndex;
    this.#dayStart = start;
    this.isClosed = false;
    const streams = new Streams(`${seed}/${day}`, this.#isMirrored);
    this.#demands[kindIndex]!.forEach((demand, index) => {
      const luck = this.lucks.dayFactor.at(ordinal, drawOf(demand.people.key, 0));
      demand.today = 0;
      demand.arrivals.begin(streams.of(`arrivals/${demand.setup.name}`), luck);
      this.#scheduleArrival(demand, index);
    });
    this.staff.openDay(kindIndex, ordinal, start, end, isFollowed);
    if (!isFollowed) this.schedule(end, Rank.agent, Moment.close, 0);
  }

  get nextDue(): Due {
    const later = this.calendar.nextDue;
    return this.#soon.due < later ? this.#soon.due : later;
  }

  schedule(at: Instant, rank: Rank, kind: number, subject: number): Ticket {
    return this.calendar.schedule(dueAt(at, rank), kind, subject);
  }

  /** The earliest moment happens: one input at most is given to the engine, or a few of one person in one instant. */
  happen(): void {
    this.events += 1;
    if (this.#soon.due < this.calendar.nextDue) {
      // Of this very instant: `now` stands already.
      const isRing = this.#soon.take();
      if (isRing) this.#acceptAtOnce(this.#soon.subject, this.#soon.ring);
      else this.#join(this.#soon.subject);
      return;
    }
    const { calendar } = this;
    calendar.take();
    const { kind, subject } = calendar;
    this.now = timeOf(calendar.due);
    switch (kind) {
      case Moment.arrival:
        this.#arrive(subject);
        return;
      case Moment.redial:
        this.#redial(subject);
        return;
      case Moment.patience:
        this.#hangUp(subject);
        return;
      case Moment.balk:
        this.#balk(subject);
        return;
      case Moment.promptDone:
        this.#promptDone(subject);
        return;
      case Moment.digit:
        this.#pressOne(subject);
        return;
      case Moment.accept:
        this.#accept(subject);
        return;
      case Moment.decline:
        this.#decline(subject);
        return;
      case Moment.talkEnd:
        this.#endTalk(subject);
        return;
      case Moment.wrapUpEnd:
        this.#endWrapUp(subject);
        return;
      case Moment.dialAnswered:
        this.#dialAnswered(subject);
        return;
      case Moment.dialBusy:
      case Moment.dialMachine:
      case Moment.dialInvalid:
        this.#dialFailed(subject, kind);
        return;
      case Moment.recorded:
        this.#recorded(subject);
        return;
      case Moment.externalAnswered:
        this.#externalAnswered(subject);
        return;
      case Moment.externalEnd:
        this.#externalEnd(subject);
        return;
      case Moment.close:
        this.isClosed = true;
        this.staff.close();
        return;
      default:
        this.staff.happen(kind, subject);
    }
  }

  // ------------------------------------------------------------------ arrivals

  #scheduleArrival(demand: DemandState, index: number): void {
    const next = demand.arrivals.next();
    if (next !== Infinity) this.schedule(this.#dayStart + next, Rank.arrival, Moment.arrival, index);
  }

  #arrive(index: number): void {
    const demand = this.#demands[this.#kind]![index]!;
    this.#scheduleArrival(demand, index);
    const { people } = demand;
    const person = people.count++;
    const { withheld } = demand.setup;
    const isWithheld = withheld > 0 && this.lucks.withheld.at(person, drawOf(people.key, 0)) < withheld;
    this.#call(demand, person, demand.today++, 0, isWithheld);
  }

  #redial(at: number): void {
    const { demand, person, line, redials, withheld } = this.#rediallers[at]!;
    this.#freeRediallers.push(at);
    // Nobody answers after the end of the day: the last call is the one that counts.
    if (!this.isClosed) this.#call(demand, person, line, redials, withheld);
  }

  #call(demand: DemandState, person: number, line: number, redials: number, withheld: boolean): void {
    const { people, setup } = demand;
    const number = person * this.#people.length + people.index;
    const id = this.engine.contactArrived(this.now, setup.entry, number, withheld);
    const caller = this.#callerAt(slotOf(id));
    caller.id = id;
    caller.demand = demand;
    caller.person = person;
    caller.line = line;
    caller.redials = redials;
    caller.withheld = withheld;
    caller.draw = drawOf(people.key, setup.redial.fresh ? redials : 0);
    caller.queue = -1;
    caller.offers = 0;
    caller.rings = 0;
    caller.dials = 0;
    caller.ringCommand = -1;
    caller.ringTicket = NO_TICKET;
    caller.isBalking = false;
    caller.hasZeroPatience = false;
    caller.isThrough = false;
    caller.agent = -1;
    caller.leg = 0;
    caller.play = -1;
    caller.connect = -1;
    caller.patienceTicket = NO_TICKET;
    caller.promptTicket = NO_TICKET;
    caller.reactionTicket = NO_TICKET;
    caller.stepTicket = NO_TICKET;
  }

  #callerAt(slot: number): Caller {
    while (this.#callers.length <= slot) this.#callers.push(new Caller());
    return this.#callers[slot]!;
  }

  /** The caller on this contact, or null if it is somebody else by now. */
  callerOf(id: ContactId): Caller | null {
    const caller = this.#callers[slotOf(id)];
    return caller !== undefined && caller.id === id ? caller : null;
  }

  #cancel(ticket: Ticket): void {
    if (ticket !== NO_TICKET) this.calendar.cancel(ticket);
  }

  // ------------------------------------------------------------------ waiting

  /** He hears music: he waits in a queue. His patience starts with the first one (one clock over all queues). */
  music(id: ContactId, on: boolean): void {
    const caller = this.callerOf(id);
    if (!on || caller === null || caller.queue >= 0) return;
    const view = this.engine.view(id);
    if (view === null) return;
    caller.queue = view.queueIndex;
    const behaviour = this.behaviour[caller.queue]!;
    if (behaviour.balk > 0 && this.lucks.balk.at(caller.person, caller.draw) < behaviour.balk) {
      caller.isBalking = true;
      this.#leaveAfterPass(caller);
    }
    if (behaviour.patience === null) return;
    const patience = behaviour.patience.draw(this.lucks.patience, caller.person, caller.draw);
    if (patience === 0) {
      caller.hasZeroPatience = true;
      if (!caller.isBalking) this.#leaveAfterPass(caller);
    } else caller.patienceTicket = this.schedule(this.now + patience, Rank.legEnded, Moment.patience, id);
  }

  /** After the pass of this instant: the engine serves its own rank 7 before a moment of the same due. */
  #leaveAfterPass(caller: Caller): void {
    this.schedule(this.now, Rank.pass, Moment.balk, caller.id);
  }

  #balk(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller !== null && caller.ringCommand < 0 && !caller.isThrough) this.#leave(caller);
  }

  #hangUp(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller !== null) this.#leave(caller);
  }

  #leave(caller: Caller): void {
    this.#quit(caller);
    this.#endRing(caller);
    this.engine.legEnded(this.now, caller.id, 'customer', 'normal', 0);
    this.#mayRedial(caller, caller.demand!.setup.redial.afterAbandon);
    caller.id = -1;
  }

  /** Nothing more of his waiting will happen. */
  #quit(caller: Caller): void {
    caller.isThrough = true;
    this.#cancel(caller.patienceTicket);
    this.#cancel(caller.promptTicket);
    this.#cancel(caller.reactionTicket);
    caller.patienceTicket = caller.promptTicket = caller.reactionTicket = NO_TICKET;
  }

  #mayRedial(caller: Caller, share: number): void {
    if (share === 0) return;
    const demand = caller.demand!;
    const { maxRedials } = demand.setup.redial;
    const draw = drawOf(demand.people.key, caller.redials);
    if (caller.redials >= maxRedials || this.lucks.redial.at(caller.person, draw) >= share) return;
    const delay = demand.redialDelay.draw(this.lucks.redialDelay, caller.person, draw);
    const again: Redialler = {
      demand,
      person: caller.person,
      line: caller.line,
      redials: caller.redials + 1,
      withheld: caller.withheld,
    };
    const at = this.#freeRediallers.pop() ?? this.#rediallers.length;
    this.#rediallers[at] = again;
    this.schedule(this.now + delay, Rank.arrival, Moment.redial, at);
  }

  // ------------------------------------------------------------------ prompts and offers

  play(id: ContactId, prompt: Prompt, _value: number, command: CommandId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    caller.play = command;
    this.#cancel(caller.promptTicket);
    const length = this.setup.world.prompts[prompt];
    caller.promptTicket = this.schedule(this.now + length, Rank.answered, Moment.promptDone, id);
    if (prompt !== 'callbackOffer') return;
    caller.offers += 1;
    // A new draw for each offer, by its number: the caller's k-th answer is his whatever came before.
    const behaviour = this.behaviour[caller.queue]!;
    const draw = caller.draw + caller.offers - 1;
    if (this.lucks.accepts.at(caller.person, draw) >= behaviour.acceptsAt(caller.offers)) return;
    const reaction = behaviour.reaction.draw(this.lucks.reaction, caller.person, draw);
    this.#cancel(caller.reactionTicket);
    caller.reactionTicket = this.schedule(this.now + reaction, Rank.answered, Moment.digit, id);
  }

  stopPlay(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.#cancel(caller.promptTicket);
    caller.promptTicket = NO_TICKET;
  }

  #promptDone(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    caller.promptTicket = NO_TICKET;
    this.engine.promptDone(this.now, id, caller.play);
  }

  #pressOne(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null || caller.isThrough) return;
    caller.reactionTicket = NO_TICKET;
    this.#quit(caller);
    this.engine.dtmf(this.now, id, '1');
  }

  // ------------------------------------------------------------------ rings

  /** An agent's telephone rings: he picks up, says no, or does not notice. The luck is the caller's, by his n-th ring. */
  ring(id: ContactId, agent: AgentId, _kind: RingKind, _until: Instant, command: CommandId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    const { accept, missed, declined } = this.staff.rung(agent);
    const draw = caller.draw + caller.rings;
    caller.rings += 1;
    caller.agent = agent;
    caller.ringCommand = command;
    let moment: number = Moment.accept;
    if (missed + declined > 0) {
      const luck = this.lucks.ringOutcome.at(caller.person, draw);
      if (luck < missed) return;
      if (luck < missed + declined) moment = Moment.decline;
    }
    const after = accept.draw(this.lucks.ringDelay, caller.person, draw);
    if (after === 0 && moment === Moment.accept) this.#soon.accept(this.now, id, command);
    else caller.ringTicket = this.schedule(this.now + after, Rank.answered, moment, id);
  }

  withdrawRing(id: ContactId, agent: AgentId, why: WithdrawReason): void {
    const caller = this.callerOf(id);
    this.staff.ringEnded(agent, why, caller === null ? null : (this.#queues[caller.queue] ?? null));
    if (caller === null) return;
    this.#endRing(caller);
    // Someone with no patience at all stayed only because a telephone rang for him.
    if (!caller.isThrough && (caller.hasZeroPatience || caller.isBalking)) this.#leaveAfterPass(caller);
  }

  #endRing(caller: Caller): void {
    this.#cancel(caller.ringTicket);
    caller.ringTicket = NO_TICKET;
    caller.ringCommand = -1;
  }

  #accept(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null || caller.ringCommand < 0) return;
    const ring = caller.ringCommand;
    caller.ringTicket = NO_TICKET;
    caller.ringCommand = -1;
    this.engine.agentAccepted(this.now, id, caller.agent, ring);
  }

  #acceptAtOnce(id: ContactId, ring: CommandId): void {
    if (this.callerOf(id)?.ringCommand === ring) this.#accept(id);
  }

  #decline(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    caller.ringTicket = NO_TICKET;
    this.engine.agentDeclined(this.now, id, caller.agent, caller.ringCommand);
  }

  // ------------------------------------------------------------------ talk

  connect(id: ContactId, agent: AgentId, command: CommandId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.#quit(caller);
    caller.connect = command;
    caller.agent = agent;
    // Of a callback he has been busy since the dial.
    if (caller.leg === 0) this.staff.accepted(agent);
    this.#soon.join(this.now, id);
  }

  #join(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.engine.legsJoined(this.now, id, caller.connect);
    // The law is that of the queue that got him, the luck is his own.
    const view = this.engine.view(id);
    if (view !== null) caller.queue = view.queueIndex;
    const recorded = caller.demand!.arrivals.recorded(caller.line);
    const talk =
      recorded.talk ?? this.behaviour[caller.queue]!.talk.draw(this.lucks.talk, caller.person, caller.draw);
    const { efficiency } = this.staff.groupOf(caller.agent);
    const length = efficiency === 1 ? talk : Math.round(talk / efficiency);
    caller.stepTicket = this.schedule(this.now + length, Rank.legEnded, Moment.talkEnd, id);
  }

  #endTalk(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.engine.legEnded(this.now, id, 'customer', 'normal', caller.leg);
    const recorded = caller.demand!.arrivals.recorded(caller.line);
    const { wrapUp } = this.behaviour[caller.queue]!;
    let length =
      recorded.wrapUp ?? (wrapUp === null ? 0 : wrapUp.draw(this.lucks.wrapUp, caller.person, caller.draw));
    const { efficiency } = this.staff.groupOf(caller.agent);
    if (efficiency !== 1) length = Math.round(length / efficiency);
    // WU-03: the clock may end it sooner; then the agent has nothing left to submit.
    length = Math.min(length, this.#queues[caller.queue]!.wrapUp.autoAfter);
    caller.stepTicket = this.schedule(this.now + length, Rank.agent, Moment.wrapUpEnd, id);
  }

  #endWrapUp(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    const { agent } = caller;
    caller.id = -1;
    this.engine.wrapUpSubmitted(this.now, id, agent, '');
    this.staff.released(agent);
  }

  // ------------------------------------------------------------------ callbacks

  originate(id: ContactId, agent: AgentId, ringLimit: Millis, _callerId: string, command: CommandId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    caller.leg = command;
    caller.agent = agent;
    this.staff.accepted(agent);
    const behaviour = this.behaviour[caller.queue]!;
    const draw = caller.draw + caller.dials;
    caller.dials += 1;
    const after = behaviour.answerAfter.draw(this.lucks.dialDelay, caller.person, draw);
    // Whoever would pick up after the limit lets it ring, as far as anybody can tell.
    if (after >= ringLimit) return;
    let luck = this.lucks.dialOutcome.at(caller.person, draw);
    if (luck < behaviour.answers) {
      caller.stepTicket = this.schedule(this.now + after, Rank.answered, Moment.dialAnswered, id);
      return;
    }
    luck -= behaviour.answers;
    let moment: number = Moment.dialBusy;
    if (luck >= behaviour.busy) {
      luck -= behaviour.busy;
      moment = Moment.dialMachine;
      if (luck >= behaviour.machine) {
        luck -= behaviour.machine;
        moment = Moment.dialInvalid;
        if (luck >= behaviour.invalid) return;
      }
    }
    caller.stepTicket = this.schedule(this.now + after, Rank.legEnded, moment, id);
  }

  cancelOriginate(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.#cancel(caller.stepTicket);
    caller.stepTicket = NO_TICKET;
    this.#dialOver(caller, true);
  }

  #dialAnswered(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller !== null) this.engine.legAnswered(this.now, id, caller.leg);
  }

  #dialFailed(id: ContactId, moment: number): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    const cause =
      moment === Moment.dialBusy ? 'busy' : moment === Moment.dialMachine ? 'machine' : 'invalidNumber';
    this.engine.legEnded(this.now, id, 'network', cause, caller.leg);
    this.#dialOver(caller, false);
  }

  /** The attempt is over without a conversation: the agent is free, or writes it up alone (CB-14). */
  #dialOver(caller: Caller, isEngineSpeaking: boolean): void {
    if (this.engine.isWrappingUp(caller.agent)) {
      const { wrapUp } = this.behaviour[caller.queue]!;
      const draw = caller.draw + caller.dials;
      const length = wrapUp === null ? 0 : wrapUp.draw(this.lucks.wrapUp, caller.person, draw);
      this.staff.wrapUpAlone(caller.agent, caller.id, length);
    } else if (isEngineSpeaking) this.staff.releasedLater(caller.agent);
    else this.staff.released(caller.agent);
  }

  // ------------------------------------------------------------------ ways out

  hangup(id: ContactId, reason: string): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    if (reason === 'handled') return;
    this.#quit(caller);
    if (reason === 'optedIn' || reason === 'attemptFailed') return;
    if (reason === 'queue-full') this.#mayRedial(caller, caller.demand!.setup.redial.afterBlocked);
    caller.id = -1;
  }

  reject(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.#mayRedial(caller, caller.demand!.setup.redial.afterBlocked);
    caller.id = -1;
  }

  transferOut(id: ContactId, _number: string, command: CommandId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.#quit(caller);
    caller.leg = command;
    caller.stepTicket = this.schedule(this.now, Rank.answered, Moment.externalAnswered, id);
  }

  #externalAnswered(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.engine.legAnswered(this.now, id, caller.leg);
    const queue = caller.queue >= 0 ? caller.queue : caller.demand!.setup.queue;
    const talk = this.behaviour[queue]!.talk.draw(this.lucks.talk, caller.person, caller.draw);
    caller.stepTicket = this.schedule(this.now + talk, Rank.legEnded, Moment.externalEnd, id);
  }

  #externalEnd(id: ContactId): void {
    const caller = this.callerOf(id);
    if (caller === null) return;
    this.engine.legEnded(this.now, id, 'external', 'normal', caller.leg);
    caller.id = -1;
  }

  recordMessage(id: ContactId): void {
    this.schedule(this.now + VOICEMAIL_LENGTH, Rank.answered, Moment.recorded, id);
  }

  #recorded(id: ContactId): void {
    if (this.callerOf(id) !== null) this.engine.messageRecorded(this.now, id, VOICEMAIL_LENGTH);
  }

  answer(): void {
    // The caller hears that somebody answered; nothing follows from it.
  }

  /** What a desktop says; simulated agents act on rings and on their own clocks, but for a dial that cannot be made. */
  notify(agent: AgentId, key: string): void {
    if (key === 'line-ceiling') this.staff.acceptedNothing(agent);
  }
}

/** The people of one demand, by name, over all kinds of day. */
interface People {
  /** Part of their luck. */
  readonly key: number;
  /** Part of their telephone numbers. */
  readonly index: number;
  count: number;
}

/** One demand of one kind of day. */
class DemandState {
  readonly setup: DemandSetup;
  readonly people: People;
  readonly arrivals: Arrivals;
  readonly redialDelay: Length;
  today = 0;

  constructor(setup: DemandSetup, people: People) {
    this.setup = setup;
    this.people = people;
    this.arrivals = new Arrivals(setup.arrivals);
    this.redialDelay = new Length(setup.redial.delay);
  }
}
