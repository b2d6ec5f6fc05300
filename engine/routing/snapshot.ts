/**
 * The whole state of an engine as plain data, and back: `save` halfway, send it through JSON, `restore`, and the
 * run goes on as if nothing had happened, command ids included (INV-D2). Between two steps only, with the outbox
 * drained. It does not save the setup, the listeners, or what follows from the rest.
 *
 * Fields of contacts, agents, queues and the Centre are copied by name, whatever they are called, so that a new one
 * cannot be forgotten; only what points at another object has a word of its own here.
 */
import type { OverflowSetup, RoutingSetup, RunFrame } from '../config/setup.ts';
import type { CalendarState } from '../kernel/calendar.ts';
import { invariant } from '../kernel/invariant.ts';
import type { Agent } from './agent.ts';
import type { Centre } from './centre.ts';
import type { Contact } from './contact.ts';
import { Engine } from './engine.ts';
import type { EstimateState } from './estimate.ts';
import {
  NOBODY,
  type AgentId,
  type CallerNumber,
  type ConfigurationChange,
  type ContactId,
  type Facts,
} from './protocol.ts';
import type { Queue } from './queue.ts';
import { silentFacts } from './silent-facts.ts';

type Plain = number | string | boolean | null;
type Fields = Readonly<Record<string, Plain>>;
type Slot = number;

export interface EngineState {
  readonly format: 1;
  readonly frame: RunFrame;
  readonly centre: Fields;
  readonly calendar: CalendarState;
  readonly nextCommand: number;
  readonly lines: { readonly calls: readonly number[]; readonly outbound: readonly number[] };
  readonly pool: { readonly slots: number; readonly free: readonly Slot[] };
  /** By slot: an open contact, or the generation of the next one. */
  readonly contacts: readonly (ContactState | number)[];
  readonly agents: readonly AgentState[];
  readonly queues: readonly QueueState[];
  readonly dirty: readonly number[];
  readonly pending: readonly (readonly [CallerNumber, readonly Slot[]])[];
  readonly dialled: readonly (readonly [CallerNumber, ContactId])[];
  readonly held: readonly Slot[];
  readonly backlog: readonly Slot[];
  readonly changes: readonly ConfigurationChange[];
}

interface ContactState {
  readonly fields: Fields;
  readonly profile: number;
  readonly externalBy: OverflowSetup | null;
  readonly declines: readonly number[] | null;
}

interface AgentState {
  readonly fields: Fields;
  readonly lines: readonly number[];
  readonly rings: readonly Slot[];
  readonly alone: Agent['alone'];
  readonly profileLimit: readonly number[];
  readonly profileUsed: readonly number[];
  /** In his own order: the queue, his place in its joining order, his last assignment there. */
  readonly memberships: readonly (readonly [queue: number, joined: number, lastAssigned: number])[];
}

interface QueueState {
  readonly fields: Fields;
  readonly overflow: readonly OverflowSetup[];
  readonly estimate: EstimateState;
  readonly members: readonly AgentId[];
  readonly line: readonly Slot[];
  readonly able: readonly AgentId[];
}

/** JSON has no Infinity. */
const ENDLESS = 'Infinity';

/** The fields of an object that are plain values, by name. */
function fieldsOf(object: object): Fields {
  const fields: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (value === Infinity) fields[name] = ENDLESS;
    else if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
      fields[name] = value;
  }
  return fields;
}

/** Only fields the object has are set: a snapshot cannot bring new ones. */
function setFields(object: object, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    invariant(Object.hasOwn(object, name), `a snapshot sets the field ${name}, which exists`);
    Object.assign(object, { [name]: value === ENDLESS ? Infinity : value });
  }
}

export function save(engine: Engine): EngineState {
  const { centre } = engine;
  invariant(engine.outbox.size === 0, 'the outbox is drained before a snapshot');
  const slot = (contact: Contact): Slot => contact.slot;
  const pool = centre.contacts.save();
  return {
    format: 1,
    frame: centre.frame,
    centre: fieldsOf(centre),
    calendar: centre.calendar.save(),
    nextCommand: engine.outbox.nextId,
    lines: centre.lines.save(),
    pool,
    contacts: centre.contacts.slots
      .slice(0, pool.slots)
      .map((contact) => (contact.id === NOBODY ? contact.generation : saveContact(centre, contact))),
    agents: centre.agents.map(saveAgent),
    queues: centre.queues.map((queue) => saveQueue(centre, queue)),
    dirty: centre.dirty.slice(0, centre.dirtyCount).map(({ index }) => index),
    pending: [...centre.pending].map(([caller, open]) => [caller, open.map(slot)]),
    dialled: [...centre.dialled],
    held: centre.held.map(slot),
    backlog: centre.exceedBacklog.map(slot),
    changes: [...engine.pendingChanges],
  };
}

function saveContact(centre: Centre, contact: Contact): ContactState {
  const { profile, externalBy, declines } = contact;
  return {
    fields: fieldsOf(contact),
    profile: profile === null ? NOBODY : centre.setup.callbackProfiles.indexOf(profile),
    externalBy,
    declines: declines === null ? null : [...declines],
  };
}

function saveAgent(agent: Agent): AgentState {
  return {
    fields: fieldsOf(agent),
    lines: [...agent.lines],
    rings: agent.rings.map((contact) => contact?.slot ?? NOBODY),
    alone: agent.alone,
    profileLimit: [...agent.profileLimit],
    profileUsed: [...agent.profileUsed],
    memberships: agent.memberships.map(({ queue, joined, lastAssigned }) => [
      queue.index,
      joined,
      lastAssigned,
    ]),
  };
}

function saveQueue(centre: Centre, queue: Queue): QueueState {
  // Brought up to the present first, so that the state does not tell when somebody last asked (OV-07).
  const interval = centre.setup.depthSampleInterval;
  if (interval > 0) queue.sampleBefore(centre.now, interval);
  const line: Slot[] = [];
  for (let at = queue.first; at !== null; at = at.behind) line.push(at.slot);
  const able: AgentId[] = [];
  for (let at = queue.best; at !== null; at = at.after) able.push(at.agent.index);
  return {
    fields: fieldsOf(queue),
    overflow: queue.overflow.map((each) => ({ ...each })),
    estimate: queue.estimate.save(centre.now),
    members: queue.members.map(({ agent }) => agent.index),
    line,
    able,
  };
}

/** An engine of that setup, in that state. The setup must be the one the state was saved under. */
export function restore(setup: RoutingSetup, state: EngineState, facts: Facts = silentFacts): Engine {
  const engine = new Engine(setup, facts);
  engine.begin(state.frame);
  const { centre } = engine;
  invariant(
    state.agents.length === centre.agents.length && state.queues.length === centre.queues.length,
    'a snapshot is restored under its own setup',
  );
  setFields(centre, state.centre);
  centre.calendar.restore(state.calendar);
  engine.outbox.nextId = state.nextCommand;
  centre.lines.restore(state.lines);
  centre.contacts.restore(state.pool);
  const at = (slot: Slot): Contact => centre.contacts.slots[slot]!;
  state.contacts.forEach((saved, slot) => restoreContact(centre, at(slot), saved));
  state.agents.forEach((saved, index) => restoreAgent(centre, centre.agents[index]!, saved));
  state.queues.forEach((saved, index) => restoreQueue(centre, centre.queues[index]!, saved));
  state.dirty.forEach((index, place) => (centre.dirty[place] = centre.queues[index]!));
  for (const [caller, open] of state.pending) centre.pending.set(caller, open.map(at));
  for (const [caller, id] of state.dialled) centre.dialled.set(caller, id);
  centre.held.push(...state.held.map(at));
  centre.exceedBacklog = state.backlog.map(at);
  engine.pendingChanges.push(...state.changes);
  return engine;
}

function restoreContact(centre: Centre, contact: Contact, saved: ContactState | number): void {
  if (typeof saved === 'number') {
    contact.generation = saved;
    contact.id = NOBODY;
    return;
  }
  const { fields, profile, externalBy, declines } = saved;
  setFields(contact, fields);
  contact.queue = contact.queueIndex === NOBODY ? null : centre.queues[contact.queueIndex]!;
  contact.agent = contact.agentIndex === NOBODY ? null : centre.agents[contact.agentIndex]!;
  contact.profile = profile === NOBODY ? null : centre.setup.callbackProfiles[profile]!;
  contact.externalBy = externalBy;
  contact.declines = declines === null ? null : [...declines];
}

function restoreAgent(centre: Centre, agent: Agent, saved: AgentState): void {
  setFields(agent, saved.fields);
  agent.lines.set(saved.lines);
  saved.rings.forEach((slot, channel) => {
    agent.rings[channel] = slot === NOBODY ? null : centre.contacts.slots[slot]!;
  });
  agent.alone = saved.alone;
  agent.profileLimit.set(saved.profileLimit);
  agent.profileUsed.set(saved.profileUsed);
  for (const { queue } of agent.memberships) queue.members.length = 0;
  agent.memberships = [];
  for (const [index, joined, lastAssigned] of saved.memberships) {
    const queue = centre.queues[index]!;
    queue.joinedSoFar = joined;
    centre.join(agent, queue).lastAssigned = lastAssigned;
  }
}

function restoreQueue(centre: Centre, queue: Queue, saved: QueueState): void {
  setFields(queue, saved.fields);
  queue.overflow = saved.overflow;
  queue.estimate.restore(saved.estimate);
  const memberOf = (index: AgentId) =>
    centre.agents[index]!.memberships.find((each) => each.queue === queue)!;
  queue.members.length = 0;
  queue.members.push(...saved.members.map(memberOf));
  let last: Contact | null = null;
  for (const slot of saved.line) {
    const contact: Contact = centre.contacts.slots[slot]!;
    contact.ahead = last;
    contact.behind = null;
    if (last === null) queue.first = contact;
    else last.behind = contact;
    last = contact;
  }
  queue.last = last;
  let before = null;
  for (const index of saved.able) {
    const member = memberOf(index);
    member.isListed = true;
    member.before = before;
    member.after = null;
    if (before === null) queue.best = member;
    else before.after = member;
    before = member;
  }
  queue.worst = before;
}

/** FNV-1a, 32 bits, twice from different beginnings: the fingerprint of a state or of a text of commands. */
export function hashOf(text: string): string {
  return [0x811c9dc5, 0x01234567].map((seed) => fnv1a(text, seed)).join('');
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** INV-D1: the same version, setup, frame and inputs lead to the same fingerprint everywhere. */
export const stateHash = (engine: Engine): string => hashOf(JSON.stringify(save(engine)));
