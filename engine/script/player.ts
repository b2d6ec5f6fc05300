/**
 * A script played: its inputs given to an engine, and what crossed the boundary meanwhile, step by step. It keeps time as the
 * contract of protocol.ts has it: what the host holds for one instant is given in rank order (GEN-03), then all that is due in
 * that instant is served, the assignment pass last. It knows the inputs and no words, and compares nothing.
 */
import { frameOf } from '../config/hours.ts';
import { DAY, dueAt, Rank, timeOf, type Instant, type Millis } from '../kernel/time.ts';
import { Engine } from '../routing/engine.ts';
import { NOBODY, type CommandId, type Commands, type ContactId, type Facts } from '../routing/protocol.ts';
import { silentFacts } from '../routing/silent-facts.ts';
import { dueOfInput, Recorder, tell } from '../routing/tape.ts';
import type { InputName, InputRecord, TapeLine } from '../routing/tape.ts';
import { Transcript, type Entry } from '../routing/transcript.ts';
import { Host } from './host.ts';
import { Mistakes, type Mistake } from './mistakes.ts';
import type { Happening, Moment, Move, Script, Show, Time, Waiting } from './script.ts';
import { shownOf } from './shown.ts';
import { exactClock } from './times.ts';

export type PlayResult =
  | {
      readonly ok: true;
      /** By step: what its output shows. */
      readonly steps: readonly (readonly Entry[])[];
      /** Every input as it was given: replayed, it gives the same commands. */
      readonly tape: readonly TapeLine[];
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** A wait for the next thing that shows does not look further ahead. */
const furthest = 31 * DAY;
/** Numbers that no script writes, because they have more figures: callers that name none are strangers to each other. */
const strangers = 10 ** 15;

export function playScript(script: Script): PlayResult {
  const player = new Player(script);
  const steps = script.steps.map(({ moments }) => {
    for (const moment of moments) player.moment(moment);
    return player.take();
  });
  const mistakes = player.mistakes.all;
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, steps, tape: player.tape };
}

/** An input that the host holds until its turn in the instant comes. */
interface Held {
  readonly name: InputName;
  readonly record: () => InputRecord;
}

class Player {
  readonly mistakes = new Mistakes();
  readonly #show: Show;
  readonly #startOfDay: Millis;
  readonly #engine: Engine;
  readonly #recorder: Recorder;
  readonly #transcript: Transcript;
  readonly #host: Host;
  readonly #commands: Commands;
  /** By the script's number of the call, from 1. */
  readonly #contacts: ContactId[] = [NOBODY];
  readonly #signedIn = new Set<number>();
  #entries: Entry[] = [];
  #now: Instant = 0;

  constructor({ setup, options, startOfDay }: Script) {
    const { routing } = setup;
    this.#show = options.show;
    this.#startOfDay = startOfDay;
    this.#host = new Host(setup.world.prompts, options.connectAfter);
    this.#transcript = new Transcript(routing);
    const activity: Facts['activity'] = (_now, agent, what) => {
      if (what === 'signedOut') this.#signedIn.delete(agent);
      else this.#signedIn.add(agent);
    };
    this.#engine = new Engine(routing, this.#transcript.factsTo({ ...silentFacts, activity }));
    this.#engine.begin(frameOf(setup, 0, setup.seed));
    this.#transcript.begin(this.#engine);
    this.#recorder = new Recorder(this.#transcript.inputsTo(this.#engine));
    this.#commands = this.#transcript.commandsTo(this.#host);
  }

  get tape(): readonly TapeLine[] {
    return this.#recorder.lines;
  }

  /** What has shown since the last call. */
  take(): readonly Entry[] {
    const taken = this.#entries;
    this.#entries = [];
    return taken;
  }

  moment(moment: Moment): void {
    if (moment.kind === 'wait') this.#wait(moment);
    else this.#happen(moment);
  }

  // ------------------------------------------------------------------ time

  #instantOf(time: Time | undefined): Instant {
    if (time === undefined) return this.#now;
    return 'after' in time ? this.#now + time.after : time.instant;
  }

  /** All that is due before this instant, then what the host holds for it, then the rest of it. */
  #happen({ at, moves, line, column }: Happening & Moment): void {
    const instant = this.#instantOf(at);
    if (instant < this.#now) {
      this.mistakes.add('E-FLOW-BACKWARDS', line, column, { now: this.#clock() });
      return;
    }
    while (this.#next() < instant) this.#serve(this.#next(), []);
    this.#serve(instant, moves);
  }

  #wait({ until, line, column }: Waiting & Moment): void {
    if (until !== undefined) {
      const instant = this.#instantOf(until);
      if (instant < this.#now) this.mistakes.add('E-FLOW-BACKWARDS', line, column, { now: this.#clock() });
      else {
        while (this.#next() <= instant) this.#serve(this.#next(), []);
        this.#serve(instant, []);
      }
      return;
    }
    const before = this.#entries.length;
    const latest = this.#now + furthest;
    while (this.#entries.length === before && this.#next() <= latest) this.#serve(this.#next(), []);
    if (this.#entries.length === before) this.mistakes.add('E-FLOW-NOTHING', line, column);
  }

  #clock(): string {
    return exactClock(this.#now, this.#startOfDay);
  }

  /** When something is due by itself: in the engine or at the host. */
  #next(): Instant {
    return Math.min(timeOf(this.#engine.nextDeadline), this.#host.next);
  }

  /** One instant to its end. What an input causes in its own instant is answered in it, before the pass. */
  #serve(now: Instant, moves: readonly Move[]): void {
    this.#now = this.#host.now = now;
    const held: Held[] = [
      ...this.#host.take(now).map((record) => ({ name: record[0], record: () => record })),
      ...moves.flatMap((move) => this.#heldOf(now, move)),
    ];
    // Sorting keeps the order of equal ranks. Which command is answered is asked when its turn comes.
    const ordered = held.toSorted((a, b) => dueOfInput([a.name, now]) - dueOfInput([b.name, now]));
    for (const { record } of ordered) this.#tell(record());
    do {
      for (const answer of this.#host.take(now)) this.#tell(answer);
      this.#tell(['advanceTo', dueAt(now, Rank.pass)]);
    } while (this.#host.next <= now);
    this.#entries.push(...shownOf(this.#transcript.take(), this.#show));
  }

  #tell(record: InputRecord): void {
    const result = tell(this.#recorder, record);
    if (record[0] === 'contactArrived') this.#contacts.push(result as ContactId);
    this.#engine.outbox.drainTo(this.#commands);
  }

  // ------------------------------------------------------------------ inputs

  #heldOf(now: Instant, move: Move): Held[] {
    const held: Held = { name: move.input, record: () => this.#recordOf(now, move) };
    if (move.input !== 'agentSignedIn' && move.input !== 'presenceChosen') return [held];
    const isSignedIn = this.#signedIn.has(move.agent);
    // Known before the engine says so: the same line may say more of him.
    this.#signedIn.add(move.agent);
    if (isSignedIn || move.input === 'agentSignedIn') return [held];
    return [{ name: 'agentSignedIn', record: () => ['agentSignedIn', now, move.agent] }, held];
  }

  /** The input, with the ids that the engine gave: of the contact, and of the command it answers. */
  #recordOf(now: Instant, move: Move): InputRecord {
    switch (move.input) {
      case 'contactArrived':
        return [move.input, now, move.entry, move.caller ?? strangers + move.call, move.withheld];
      case 'presenceChosen':
        return [move.input, now, move.agent, move.presence];
      case 'channelChosen':
        return [move.input, now, move.agent, move.channel, move.isAvailable];
      case 'agentSignedIn':
      case 'signOutRequested':
      case 'shiftEnded':
      case 'presenceResetRequested':
      case 'wrapUpEndRequested':
        return [move.input, now, move.agent];
      case 'configurationChanged':
        return [move.input, now, move.change];
      default:
        return this.#aboutCall(now, move, this.#contacts[move.call] ?? NOBODY);
    }
  }

  #aboutCall(now: Instant, move: CallMove, contact: ContactId): InputRecord {
    const host = this.#host;
    switch (move.input) {
      case 'agentAccepted':
      case 'agentDeclined':
      case 'agentNoAnswer':
        return [move.input, now, contact, move.agent, host.ringAt(move.agent, contact)];
      case 'agentDeviceFailed':
        return [move.input, now, contact, move.agent, move.fault, host.ringAt(move.agent, contact)];
      case 'legEnded':
        // Nobody is there to hear the rest of it.
        if (move.leg === 'caller') host.forget('promptDone', contact);
        return [move.input, now, contact, move.by, move.cause, this.#legOf(move.leg, contact)];
      case 'legAnswered':
        return [move.input, now, contact, host.newest('dial', contact)];
      case 'commandFailed':
        if (move.command === 'connect') host.forget('legsJoined', contact);
        return [move.input, now, contact, host.newest(move.command, contact)];
      case 'dtmf':
        return [move.input, now, contact, move.digit];
      case 'numberGiven':
        return [move.input, now, contact, move.caller];
      case 'messageRecorded':
        return [move.input, now, contact, move.length];
      case 'wrapUpSubmitted':
        return [move.input, now, contact, move.agent, move.reason];
      case 'endRequested':
      case 'cancelRequested':
      case 'machineReported':
      case 'wrapUpExtended':
        return [move.input, now, contact, move.agent];
    }
  }

  /** A callback's customer is on the leg we dialled; whoever called is on his own, which is number 0. */
  #legOf(leg: 'caller' | 'dialled', contact: ContactId): CommandId {
    const isCalledBack = (this.#engine.view(contact)?.attempts ?? 0) > 0;
    return leg === 'dialled' || isCalledBack ? this.#host.newest('dial', contact) : 0;
  }
}

type CallMove = Exclude<
  Move,
  {
    readonly input:
      | 'contactArrived'
      | 'presenceChosen'
      | 'channelChosen'
      | 'agentSignedIn'
      | 'signOutRequested'
      | 'shiftEnded'
      | 'presenceResetRequested'
      | 'wrapUpEndRequested'
      | 'configurationChanged';
  }
>;
