/**
 * Simulated agents: shifts with breaks or numbers by interval, picking up or missing a ring, coming back from
 * RONA, and going home. Who is in a call finishes it first. What the engine thinks of an agent is its own
 * business; here is only what he himself would know.
 */
import type { QueueSetup, ShiftSetup, StaffingSetup } from '../config/setup.ts';
import { DAY, Rank, type Instant, type Millis } from '../kernel/time.ts';
import type { AgentId, ContactId, WithdrawReason } from '../routing/protocol.ts';
import { GroupBehaviour } from './behaviour.ts';
import { Moment } from './moments.ts';
import type { World } from './world.ts';

class Worker {
  readonly index: AgentId;
  readonly group: number;
  isOnDuty = false;
  /** Goes home as soon as nothing is in hand. */
  isLeaving = false;
  isOnBreak = false;
  isLoggedOut = false;
  /** Telephones that ring for him: one a channel at most (AS-12). */
  ringing = 0;
  busy = 0;
  alone: ContactId = -1;
  misses = 0;

  constructor(index: AgentId, group: number) {
    this.index = index;
    this.group = group;
  }

  get isIdle(): boolean {
    return this.ringing === 0 && this.busy === 0 && this.alone < 0;
  }

  clear(): void {
    this.isOnDuty = this.isLeaving = this.isOnBreak = this.isLoggedOut = false;
    this.alone = -1;
    this.ringing = this.busy = this.misses = 0;
  }
}

interface Group {
  readonly behaviour: GroupBehaviour;
  readonly first: number;
  readonly size: number;
  readonly shrinkage: number;
  /** Staffed by numbers: how many more must go, whoever is free next. */
  owed: number;
  step: number;
}

function dayBefore({ from, to, breaks }: ShiftSetup): ShiftSetup {
  const earlier = breaks.map((pause) => ({ from: pause.from - DAY, to: pause.to - DAY }));
  return { from: from - DAY, to: to - DAY, breaks: earlier };
}

export class Staff {
  readonly agents: readonly Worker[];
  readonly #world: World;
  readonly #groups: readonly Group[];
  #staffing: readonly StaffingSetup[] = [];
  #start: Instant = 0;
  #end: Instant = 0;
  #ordinal = 0;

  constructor(world: World) {
    this.#world = world;
    this.agents = world.setup.routing.agents.map((agent, index) => new Worker(index, agent.group));
    this.#groups = world.setup.world.groups.map((group) => ({
      behaviour: new GroupBehaviour(group),
      first: group.firstAgent,
      size: group.size,
      shrinkage: group.shrinkage,
      owed: 0,
      step: 0,
    }));
  }

  clear(): void {
    for (const worker of this.agents) worker.clear();
    for (const group of this.#groups) group.owed = group.step = 0;
  }

  groupOf(agent: AgentId): GroupBehaviour {
    return this.#groups[this.agents[agent]!.group]!.behaviour;
  }

  get onDuty(): number {
    let count = 0;
    for (const worker of this.agents) if (worker.isOnDuty) count += 1;
    return count;
  }

  // ------------------------------------------------------------------ who works when

  openDay(kind: number, ordinal: number, start: Instant, end: Instant, isFollowed: boolean): void {
    this.#staffing = this.#world.setup.world.kinds[kind]!.staffing;
    this.#start = start;
    // Where another day follows at once, shifts end when they end; before a night the last one stays (`sendHome`).
    this.#end = isFollowed ? Infinity : end;
    this.#ordinal = ordinal;
    this.#groups.forEach((group, index) => {
      group.step = 0;
      const staffing = this.#staffing[index]!;
      if (staffing.kind === 'numbers') {
        if (staffing.count.length > 0) this.#world.schedule(start, Rank.agent, Moment.staffing, index);
        return;
      }
      staffing.shifts.forEach((shift, at) => {
        if (shift === null) return;
        const agent = group.first + at;
        this.#scheduleShift(group, agent, shift);
        // A long run begins with last night's shift on duty.
        if (this.#world.setup.world.continuous && ordinal === 0 && shift.to > DAY)
          this.#scheduleShift(group, agent, dayBefore(shift));
      });
    });
  }

  #scheduleShift(group: Group, agent: AgentId, shift: ShiftSetup): void {
    const world = this.#world;
    const start = this.#start;
    if (shift.to <= 0 || this.#isAbsent(group, agent)) return;
    world.schedule(start + Math.max(0, shift.from), Rank.agent, Moment.shiftStart, agent);
    for (const { from, to } of shift.breaks) {
      if (to <= 0) continue;
      // Of a break that began before the day the rest is left.
      world.schedule(start + Math.max(0, from), Rank.agent, Moment.breakStart, agent);
      world.schedule(start + to, Rank.agent, Moment.breakEnd, agent);
    }
    // Whoever is there in the last interval stays for those inside; `sendHome` ends that.
    if (start + shift.to < this.#end) world.schedule(start + shift.to, Rank.agent, Moment.shiftEnd, agent);
  }

  /** Shrinkage falls on each agent's own luck, anew each day. */
  #isAbsent(group: Group, agent: AgentId): boolean {
    const { shrinkage } = group;
    return shrinkage > 0 && this.#world.lucks.absence.at(agent, this.#ordinal) < shrinkage;
  }

  happen(kind: number, subject: number): void {
    switch (kind) {
      case Moment.staffing:
        this.#staffingStep(subject);
        return;
      case Moment.shiftStart:
        this.#comeIn(this.agents[subject]!);
        return;
      case Moment.shiftEnd:
        this.#endShift(this.agents[subject]!);
        return;
      case Moment.breakStart:
        this.#beginBreak(this.agents[subject]!);
        return;
      case Moment.breakEnd:
        this.#endBreak(this.agents[subject]!);
        return;
      case Moment.ronaReturn:
        this.#comeBack(this.agents[subject]!);
        return;
      case Moment.aloneWrapUpEnd:
        this.#endAloneWrapUp(this.agents[subject]!);
        return;
      case Moment.freed:
        this.#freed(this.agents[subject]!);
        return;
    }
  }

  /** Numbers by interval: idle agents leave first, then whoever is free next. */
  #staffingStep(index: number): void {
    const group = this.#groups[index]!;
    const staffing = this.#staffing[index]!;
    if (staffing.kind !== 'numbers') return;
    const count = staffing.count[group.step]!;
    group.step += 1;
    if (group.step < staffing.count.length)
      this.#world.schedule(this.#start + group.step * staffing.step, Rank.agent, Moment.staffing, index);
    let present = 0;
    for (let at = 0; at < Math.min(count, group.size); at++)
      if (!this.#isAbsent(group, group.first + at)) present += 1;
    this.#staffTo(group, present);
  }

  #staffTo(group: Group, wanted: number): void {
    let present = -group.owed;
    for (let at = 0; at < group.size; at++) if (this.agents[group.first + at]!.isOnDuty) present += 1;
    let more = wanted - present;
    if (more > 0) {
      const stay = Math.min(more, group.owed);
      group.owed -= stay;
      more -= stay;
      for (let at = 0; at < group.size && more > 0; at++) {
        const worker = this.agents[group.first + at]!;
        if (worker.isOnDuty) continue;
        this.#comeIn(worker);
        more -= 1;
      }
      return;
    }
    for (let at = group.size - 1; at >= 0 && more < 0; at--) {
      const worker = this.agents[group.first + at]!;
      if (!worker.isOnDuty || !worker.isIdle) continue;
      this.#goHome(worker);
      more += 1;
    }
    group.owed -= more;
  }

  #comeIn(worker: Worker): void {
    worker.isLeaving = false;
    if (worker.isOnDuty) {
      if (!worker.isOnBreak) this.#choose(worker, 'available');
      return;
    }
    worker.isOnDuty = true;
    worker.isOnBreak = false;
    this.#signIn(worker);
  }

  #signIn(worker: Worker): void {
    worker.isLoggedOut = false;
    const { engine, now, setup } = this.#world;
    engine.agentSignedIn(now, worker.index);
    if (setup.routing.agents[worker.index]!.defaultPresence !== 'available')
      this.#choose(worker, 'available');
  }

  #choose(worker: Worker, presence: 'available' | 'away'): void {
    this.#world.engine.presenceChosen(this.#world.now, worker.index, presence);
  }

  #goHome(worker: Worker): void {
    worker.isOnDuty = false;
    worker.isLeaving = false;
    worker.isOnBreak = false;
    if (!worker.isLoggedOut) this.#world.engine.signOutRequested(this.#world.now, worker.index);
  }

  /** A ring or call in hand is finished: pending Idle, then sign-out. */
  #endShift(worker: Worker): void {
    if (!worker.isOnDuty) return;
    this.#world.engine.shiftEnded(this.#world.now, worker.index);
    if (worker.isIdle) {
      this.#goHome(worker);
      return;
    }
    worker.isLeaving = true;
    this.#choose(worker, 'away');
  }

  #beginBreak(worker: Worker): void {
    if (!worker.isOnDuty || worker.isLeaving) return;
    worker.isOnBreak = true;
    if (!worker.isLoggedOut) this.#choose(worker, 'away');
  }

  #endBreak(worker: Worker): void {
    if (!worker.isOnBreak) return;
    worker.isOnBreak = false;
    if (worker.isLoggedOut) this.#signIn(worker);
    else this.#choose(worker, 'available');
  }

  /** The day is over: with `leave` everybody finishes what is in hand and goes; with `serve` the last shift stays. */
  close(): void {
    if (this.#world.setup.world.endOfDay === 'leave') this.sendHome();
  }

  sendHome(): void {
    for (const worker of this.agents) this.#endShift(worker);
    for (const group of this.#groups) group.owed = 0;
  }

  #freed(worker: Worker): void {
    if (!worker.isIdle || !worker.isOnDuty) return;
    if (worker.isLeaving) {
      this.#goHome(worker);
      return;
    }
    const group = this.#groups[worker.group]!;
    if (group.owed === 0) return;
    group.owed -= 1;
    this.#goHome(worker);
  }

  // ------------------------------------------------------------------ work in hand

  /** His telephone rings; how he takes it is his group's way. */
  rung(agent: AgentId): GroupBehaviour {
    this.agents[agent]!.ringing += 1;
    return this.groupOf(agent);
  }

  ringEnded(agent: AgentId, why: WithdrawReason, queue: QueueSetup | null): void {
    const world = this.#world;
    const worker = this.agents[agent]!;
    worker.ringing -= 1;
    const isOut =
      (why === 'noAnswer' && queue !== null && queue.onMissed !== 'none') ||
      (why === 'declined' && queue !== null && queue.onReject === 'doNotDisturb');
    if (isOut && worker.isOnDuty && !worker.isLeaving) {
      if (why === 'noAnswer' && queue.onMissed === 'logout' && worker.isIdle) worker.isLoggedOut = true;
      const { ronaReturn } = this.groupOf(agent);
      const away = ronaReturn.draw(world.lucks.ronaReturn, agent, worker.misses);
      worker.misses += 1;
      world.schedule(world.now + away, Rank.agent, Moment.ronaReturn, agent);
    }
    // Going home waits for the end of the drain: the engine must not be called while it speaks.
    if (worker.isLeaving || this.#groups[worker.group]!.owed > 0)
      world.schedule(world.now, Rank.agent, Moment.freed, agent);
  }

  #comeBack(worker: Worker): void {
    if (!worker.isOnDuty || worker.isLeaving || worker.isOnBreak) return;
    if (worker.isLoggedOut) this.#signIn(worker);
    else this.#choose(worker, 'available');
  }

  /** The ring became work: a call, or a callback to dial. */
  accepted(agent: AgentId): void {
    const worker = this.agents[agent]!;
    worker.ringing -= 1;
    worker.busy += 1;
  }

  /** Nothing came of the accept (no line was free). */
  acceptedNothing(agent: AgentId): void {
    this.agents[agent]!.ringing -= 1;
    this.#world.schedule(this.#world.now, Rank.agent, Moment.freed, agent);
  }

  released(agent: AgentId): void {
    const worker = this.agents[agent]!;
    worker.busy -= 1;
    this.#freed(worker);
  }

  /** As `released`, but told while the engine speaks. */
  releasedLater(agent: AgentId): void {
    this.agents[agent]!.busy -= 1;
    this.#world.schedule(this.#world.now, Rank.agent, Moment.freed, agent);
  }

  wrapUpAlone(agent: AgentId, contact: ContactId, length: Millis): void {
    const worker = this.agents[agent]!;
    worker.busy -= 1;
    worker.alone = contact;
    this.#world.schedule(this.#world.now + length, Rank.agent, Moment.aloneWrapUpEnd, agent);
  }

  #endAloneWrapUp(worker: Worker): void {
    const { alone } = worker;
    if (alone < 0) return;
    worker.alone = -1;
    this.#world.engine.wrapUpSubmitted(this.#world.now, alone, worker.index, '');
    this.#freed(worker);
  }
}
