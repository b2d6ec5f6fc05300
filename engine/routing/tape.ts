/**
 * The tape: every input as it crossed the boundary, one line of JSON each, `advanceTo` among them. The same
 * tape given to an engine of the same version and setup writes the same commands, byte for byte (INV-D1). It
 * knows neither the setup nor the state, and reads nothing but lines it could have written.
 */
import { dueAt, Rank, type Due, type Instant, type Millis } from '../kernel/time.ts';
import type { Channel, Presence } from '../config/setup.ts';
import type { Outbox } from './outbox.ts';
import type {
  AgentId,
  CallerNumber,
  Cause,
  CommandId,
  Commands,
  ConfigurationChange,
  ContactId,
  DeviceFault,
  EntryId,
  Inputs,
  Party,
} from './protocol.ts';

export type InputName = keyof Inputs;
export type TapeLine = string;

/** GEN-03: where each input stands in its millisecond; `advanceTo` says it itself. */
const RANK_OF: Readonly<Record<Exclude<InputName, 'advanceTo'>, Rank>> = {
  legEnded: Rank.legEnded,
  agentDeviceFailed: Rank.legEnded,
  agentAccepted: Rank.answered,
  agentDeclined: Rank.answered,
  agentNoAnswer: Rank.answered,
  legAnswered: Rank.answered,
  legsJoined: Rank.answered,
  commandFailed: Rank.answered,
  dtmf: Rank.answered,
  numberGiven: Rank.answered,
  promptDone: Rank.answered,
  messageRecorded: Rank.answered,
  agentSignedIn: Rank.agent,
  signOutRequested: Rank.agent,
  presenceChosen: Rank.agent,
  channelChosen: Rank.agent,
  shiftEnded: Rank.agent,
  endRequested: Rank.agent,
  cancelRequested: Rank.agent,
  machineReported: Rank.agent,
  wrapUpSubmitted: Rank.agent,
  wrapUpExtended: Rank.agent,
  presenceResetRequested: Rank.supervisor,
  wrapUpEndRequested: Rank.supervisor,
  configurationChanged: Rank.configuration,
  contactArrived: Rank.arrival,
};

export const INPUT_NAMES = [...Object.keys(RANK_OF), 'advanceTo'] as readonly InputName[];

/** One input: its name, then its arguments. */
export type InputRecord = readonly [name: InputName, ...rest: readonly unknown[]];

/** The moment of an input; what is due before it is served first. */
export function dueOfInput([name, at]: InputRecord): Due {
  return name === 'advanceTo' ? (at as Due) : dueAt(at as Instant, RANK_OF[name]);
}

export function readLine(line: TapeLine): InputRecord {
  const record: unknown = JSON.parse(line);
  if (!Array.isArray(record) || typeof record[1] !== 'number' || !isInputName(record[0]))
    throw new SyntaxError(`Not a line of a tape: ${line.slice(0, 80)}`);
  return record as unknown as InputRecord;
}

const isInputName = (name: unknown): name is InputName =>
  typeof name === 'string' && (name === 'advanceTo' || Object.hasOwn(RANK_OF, name));

/** Give one input to an engine. */
export function tell(engine: Inputs, [name, ...rest]: InputRecord): unknown {
  return (engine[name] as (...args: readonly unknown[]) => unknown).apply(engine, rest);
}

/** Writes each input down, then hands it on. */
export class Recorder implements Inputs {
  readonly lines: TapeLine[] = [];
  readonly #engine: Inputs;

  constructor(engine: Inputs) {
    this.#engine = engine;
  }

  #write(...record: InputRecord): void {
    this.lines.push(JSON.stringify(record));
  }

  legEnded(now: Instant, contact: ContactId, by: Party, cause: Cause, command: CommandId): void {
    this.#write('legEnded', now, contact, by, cause, command);
    this.#engine.legEnded(now, contact, by, cause, command);
  }
  agentDeviceFailed(
    now: Instant,
    contact: ContactId,
    agent: AgentId,
    fault: DeviceFault,
    ring: CommandId,
  ): void {
    this.#write('agentDeviceFailed', now, contact, agent, fault, ring);
    this.#engine.agentDeviceFailed(now, contact, agent, fault, ring);
  }
  agentAccepted(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void {
    this.#write('agentAccepted', now, contact, agent, ring);
    this.#engine.agentAccepted(now, contact, agent, ring);
  }
  agentDeclined(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void {
    this.#write('agentDeclined', now, contact, agent, ring);
    this.#engine.agentDeclined(now, contact, agent, ring);
  }
  agentNoAnswer(now: Instant, contact: ContactId, agent: AgentId, ring: CommandId): void {
    this.#write('agentNoAnswer', now, contact, agent, ring);
    this.#engine.agentNoAnswer(now, contact, agent, ring);
  }
  legAnswered(now: Instant, contact: ContactId, command: CommandId): void {
    this.#write('legAnswered', now, contact, command);
    this.#engine.legAnswered(now, contact, command);
  }
  legsJoined(now: Instant, contact: ContactId, command: CommandId): void {
    this.#write('legsJoined', now, contact, command);
    this.#engine.legsJoined(now, contact, command);
  }
  commandFailed(now: Instant, contact: ContactId, command: CommandId): void {
    this.#write('commandFailed', now, contact, command);
    this.#engine.commandFailed(now, contact, command);
  }
  dtmf(now: Instant, contact: ContactId, digit: string): void {
    this.#write('dtmf', now, contact, digit);
    this.#engine.dtmf(now, contact, digit);
  }
  numberGiven(now: Instant, contact: ContactId, caller: CallerNumber): void {
    this.#write('numberGiven', now, contact, caller);
    this.#engine.numberGiven(now, contact, caller);
  }
  promptDone(now: Instant, contact: ContactId, command: CommandId): void {
    this.#write('promptDone', now, contact, command);
    this.#engine.promptDone(now, contact, command);
  }
  messageRecorded(now: Instant, contact: ContactId, length: Millis): void {
    this.#write('messageRecorded', now, contact, length);
    this.#engine.messageRecorded(now, contact, length);
  }
  agentSignedIn(now: Instant, agent: AgentId): void {
    this.#write('agentSignedIn', now, agent);
    this.#engine.agentSignedIn(now, agent);
  }
  signOutRequested(now: Instant, agent: AgentId): void {
    this.#write('signOutRequested', now, agent);
    this.#engine.signOutRequested(now, agent);
  }
  presenceChosen(now: Instant, agent: AgentId, presence: Presence): void {
    this.#write('presenceChosen', now, agent, presence);
    this.#engine.presenceChosen(now, agent, presence);
  }
  channelChosen(now: Instant, agent: AgentId, channel: Channel, isAvailable: boolean): void {
    this.#write('channelChosen', now, agent, channel, isAvailable);
    this.#engine.channelChosen(now, agent, channel, isAvailable);
  }
  shiftEnded(now: Instant, agent: AgentId): void {
    this.#write('shiftEnded', now, agent);
    this.#engine.shiftEnded(now, agent);
  }
  endRequested(now: Instant, contact: ContactId, agent: AgentId): void {
    this.#write('endRequested', now, contact, agent);
    this.#engine.endRequested(now, contact, agent);
  }
  cancelRequested(now: Instant, contact: ContactId, agent: AgentId): void {
    this.#write('cancelRequested', now, contact, agent);
    this.#engine.cancelRequested(now, contact, agent);
  }
  machineReported(now: Instant, contact: ContactId, agent: AgentId): void {
    this.#write('machineReported', now, contact, agent);
    this.#engine.machineReported(now, contact, agent);
  }
  wrapUpSubmitted(now: Instant, contact: ContactId, agent: AgentId, reason: string): void {
    this.#write('wrapUpSubmitted', now, contact, agent, reason);
    this.#engine.wrapUpSubmitted(now, contact, agent, reason);
  }
  wrapUpExtended(now: Instant, contact: ContactId, agent: AgentId): void {
    this.#write('wrapUpExtended', now, contact, agent);
    this.#engine.wrapUpExtended(now, contact, agent);
  }
  presenceResetRequested(now: Instant, agent: AgentId): void {
    this.#write('presenceResetRequested', now, agent);
    this.#engine.presenceResetRequested(now, agent);
  }
  wrapUpEndRequested(now: Instant, agent: AgentId): void {
    this.#write('wrapUpEndRequested', now, agent);
    this.#engine.wrapUpEndRequested(now, agent);
  }
  configurationChanged(now: Instant, change: ConfigurationChange): void {
    this.#write('configurationChanged', now, change);
    this.#engine.configurationChanged(now, change);
  }
  contactArrived(now: Instant, entry: EntryId, caller: CallerNumber, withheld: boolean): ContactId {
    this.#write('contactArrived', now, entry, caller, withheld);
    return this.#engine.contactArrived(now, entry, caller, withheld);
  }
  advanceTo(due: Due): void {
    this.#write('advanceTo', due);
    this.#engine.advanceTo(due);
  }
}

/** One command: its id, its name, then its arguments. */
export type CommandRecord = readonly [
  id: CommandId,
  command: keyof Commands,
  ...rest: readonly (string | number | boolean)[],
];

/** Hears commands and keeps them in order. */
export class CommandList implements Commands {
  #records: CommandRecord[] = [];

  /** What has come since the last call. */
  take(): readonly CommandRecord[] {
    const taken = this.#records;
    this.#records = [];
    return taken;
  }

  #put(...record: CommandRecord): void {
    this.#records.push(record);
  }

  answer: Commands['answer'] = (contact, id) => this.#put(id, 'answer', contact);
  reject: Commands['reject'] = (contact, reason, id) => this.#put(id, 'reject', contact, reason);
  play: Commands['play'] = (contact, prompt, value, id) => this.#put(id, 'play', contact, prompt, value);
  stopPlay: Commands['stopPlay'] = (contact, id) => this.#put(id, 'stopPlay', contact);
  music: Commands['music'] = (contact, on, id) => this.#put(id, 'music', contact, on);
  ring: Commands['ring'] = (contact, agent, kind, until, id) =>
    this.#put(id, 'ring', contact, agent, kind, until);
  withdrawRing: Commands['withdrawRing'] = (contact, agent, why, id) =>
    this.#put(id, 'withdrawRing', contact, agent, why);
  originate: Commands['originate'] = (contact, agent, ringLimit, callerId, id) =>
    this.#put(id, 'originate', contact, agent, ringLimit, callerId);
  cancelOriginate: Commands['cancelOriginate'] = (contact, leg, id) =>
    this.#put(id, 'cancelOriginate', contact, leg);
  connect: Commands['connect'] = (contact, agent, id) => this.#put(id, 'connect', contact, agent);
  transferOut: Commands['transferOut'] = (contact, number, id) =>
    this.#put(id, 'transferOut', contact, number);
  recordMessage: Commands['recordMessage'] = (contact, id) => this.#put(id, 'recordMessage', contact);
  hangup: Commands['hangup'] = (contact, reason, id) => this.#put(id, 'hangup', contact, reason);
  notify: Commands['notify'] = (agent, key, contact, id) => this.#put(id, 'notify', contact, agent, key);
}

/** Give one command to a receiver. */
export function perform(to: Commands, [id, command, ...rest]: CommandRecord): void {
  // Of `notify` the record has the contact first, as of all others.
  const args = command === 'notify' ? [rest[1], rest[2], rest[0]] : rest;
  (to[command] as (...all: readonly unknown[]) => void)(...args, id);
}

/** The canonical spelling: a line of JSON for each command. */
export const spell = (records: readonly CommandRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Play a tape to an engine that has just begun (or was restored where the tape begins); the commands it wrote. */
export function replay(tape: readonly TapeLine[], engine: Inputs & { readonly outbox: Outbox }): string {
  const commands = new CommandList();
  for (const line of tape) {
    tell(engine, readLine(line));
    engine.outbox.drainTo(commands);
  }
  return spell(commands.take());
}
