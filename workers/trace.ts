/**
 * One day of a scenario with the engine's work shown: its transcript, entry by entry, of all the day or of one contact, one agent
 * or some minutes. It checks what was asked and simulates in this thread, no further than is read. It knows no words and no files.
 */
import { dateOfDay, kindOfDay, nearestName, Simulation, Transcript } from '../engine/index.ts';
import type { Entry, ReadOptions, Setup } from '../engine/index.ts';
import { millisOfClock } from '../reports/clock.ts';
import { SimulationError } from './course.ts';
import { mostDays, readyFrom, unknownOptions, whole } from './run.ts';
import type { ScenarioSource } from './run.ts';
import { OptionError } from './stopping.ts';

export interface TraceOptions extends ReadOptions {
  /** Which day, from 0; of a long run (`days.continuous`) one of those it has. Default: 0. */
  readonly day?: number | undefined;
  /** The seed of all chance, 0 to 4,294,967,295. Default: what the scenario says. */
  readonly seed?: number | undefined;
  /**
   * Only of these contacts, numbered from 1 in the order of arrival. Of them it is told at every change why nobody could be rung,
   * else once for each wait.
   */
  readonly contact?: number | readonly number[] | undefined;
  /** Only of this agent. */
  readonly agent?: string | undefined;
  /** From this local time on: `09:00` or `09:00:30`; after midnight `01:30+1`, or `01:30` if the day begins later than that. */
  readonly from?: string | undefined;
  /** Until just before this local time. */
  readonly to?: string | undefined;
}

const traceOptions = {
  day: true,
  seed: true,
  contact: true,
  agent: true,
  from: true,
  to: true,
  files: true,
  set: true,
} as const satisfies Record<keyof TraceOptions, true>;

/** A day to read. It is simulated while it is read, and again each time it is read from the beginning. */
export interface Trace extends Iterable<Entry> {
  readonly name: string;
  readonly seed: number;
  /** From 0. */
  readonly day: number;
  /** Its date, as days since 1970. */
  readonly date: number;
  /** The local times at which it begins and closes, in milliseconds after midnight. `t` of an entry counts from the beginning. */
  readonly from: number;
  readonly to: number;
  /** How many days there are to look at, from day 0 on. */
  readonly days: number;
  /** Where the day is one of a long run: how many days that has. 0: the day is simulated alone. */
  readonly daysOfRun: number;
  readonly queues: readonly string[];
  readonly agents: readonly string[];
  /** Contacts met so far; after reading to the end, those of the day. */
  readonly contacts: number;
}

/**
 * The transcript of one day: every input and command of the engine and what it did, in order, each with the rule that decided.
 *
 * @example
 * ```ts
 * for (const { t, name, contact, rule } of trace(text, { day: 3, from: '09:00', to: '09:05' })) console.log(t, name, contact, rule);
 * ```
 * @param source as for `run`
 * @throws {ScenarioError} when the scenario has errors; all of them
 * @throws {OptionError} when an option makes no sense; of a contact that the day does not have only when it has been read to its end
 * @throws {SimulationError} while reading: a fault of Tandem, with seed and day to see it again
 */
export function trace(source: ScenarioSource, options: TraceOptions = {}): Trace {
  const { setup } = readyFrom(source, options);
  const { world, routing } = setup;
  const { day = 0, seed = setup.seed, agent } = options;
  const problems = unknownOptions(options, Object.keys(traceOptions));
  problems.push(...whole('seed', seed, 0, 4_294_967_295));
  const dayProblems = whole('day', day, 0, daysOf(setup) - 1);
  if (dayProblems.length > 0 && world.continuous)
    dayProblems.push(`The long run of this scenario has ${world.days} days; days.count says how many.`);
  problems.push(...dayProblems);
  const contacts = contactsOf(options.contact);
  for (const contact of contacts ?? []) problems.push(...whole('contact', contact, 1, mostContacts));
  const agents = routing.agents.map(({ name }) => name);
  if (agent !== undefined && !agents.includes(agent)) problems.push(unknownAgent(agent, agents));
  const kind = world.kinds[kindOfDay(world, dayProblems.length > 0 ? 0 : day)]!;
  const from = timeOfDay('from', options.from, kind, -Infinity, problems);
  const to = timeOfDay('to', options.to, kind, Infinity, problems);
  if (from >= to)
    problems.push(`from ${options.from} to ${options.to} is no time at all: to is the end and comes later.`);
  if (problems.length > 0) throw new OptionError(problems);
  const only = {
    contacts: contacts === undefined ? null : new Set(contacts),
    agent: agent ?? null,
    from,
    to,
  };
  return new DayTrace({ ...setup, seed }, day, only);
}

/** A day by itself can be any; a long run has those it has. */
function daysOf({ world }: Setup): number {
  return world.continuous ? world.days : mostDays;
}

/** No day has more (the engine's ids have room for a million at once). */
const mostContacts = 2 ** 40;

function contactsOf(contact: TraceOptions['contact']): readonly number[] | undefined {
  return typeof contact === 'number' ? [contact] : contact;
}

function unknownAgent(agent: string, agents: readonly string[]): string {
  const nearest = nearestName(agent, agents);
  const hint =
    nearest === undefined
      ? `There are ${agents.length}: ${agents.slice(0, 5).join(', ')}${agents.length > 5 ? ' ...' : ''}.`
      : `Did you mean "${nearest}"?`;
  return `There is no agent "${agent}". ${hint}`;
}

/** Milliseconds since the day's start. A clock before a day's start is one of its night, if it has one. */
function timeOfDay(
  name: 'from' | 'to',
  text: string | undefined,
  { from, to }: { readonly from: number; readonly to: number },
  absent: number,
  problems: string[],
): number {
  if (text === undefined) return absent;
  const clock = millisOfClock(text);
  if (clock === undefined) {
    problems.push(`${name} is a local time such as 09:00 or 09:00:30, not "${text}".`);
    return absent;
  }
  const isOfTheNight = clock < from && !text.includes('+') && to > DAY;
  return (isOfTheNight ? clock + DAY : clock) - from;
}

const DAY = 86_400_000;

interface Only {
  readonly contacts: ReadonlySet<number> | null;
  readonly agent: string | null;
  readonly from: number;
  readonly to: number;
}

class DayTrace implements Trace {
  readonly name: string;
  readonly seed: number;
  readonly day: number;
  readonly date: number;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly daysOfRun: number;
  readonly queues: readonly string[];
  readonly agents: readonly string[];
  contacts = 0;
  readonly #setup: Setup;
  readonly #only: Only;

  constructor(setup: Setup, day: number, only: Only) {
    const { world, routing } = setup;
    this.name = setup.name;
    this.seed = setup.seed;
    this.day = day;
    this.date = dateOfDay(world, day);
    const kind = world.kinds[kindOfDay(world, day)]!;
    this.from = kind.from;
    this.to = kind.to;
    this.days = daysOf(setup);
    this.daysOfRun = world.continuous ? world.days : 0;
    this.queues = routing.queues.map(({ name }) => name);
    this.agents = routing.agents.map(({ name }) => name);
    this.#setup = setup;
    this.#only = only;
  }

  *[Symbol.iterator](): Generator<Entry> {
    const { contacts, to } = this.#only;
    const transcript = new Transcript(this.#setup.routing, {
      isFocus: (contact) => contacts?.has(contact) === true,
    });
    const slices = this.#simulate(transcript);
    for (;;) {
      const isOver = slices.next().done === true;
      for (const entry of transcript.take()) {
        // What comes later is not simulated; whom to find by number may still arrive.
        if (entry.t >= to && contacts === null) return;
        if (this.#isWanted(entry)) yield entry;
      }
      this.contacts = transcript.contacts;
      if (isOver) break;
    }
    const most = this.contacts;
    const strange = [...(contacts ?? [])].filter((contact) => contact > most);
    if (strange.length === 0) return;
    const there = most === 0 ? 'it has none' : `it has ${most}, numbered from 1 in the order of arrival`;
    throw new OptionError(`There is no contact ${strange.join(', ')} on day ${this.day}: ${there}.`);
  }

  *#simulate(transcript: Transcript): Generator<void> {
    const simulation = new Simulation(this.#setup, transcript);
    try {
      yield* simulation.trace(transcript, this.seed, this.day, this.daysOfRun);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new SimulationError(why, this.seed, this.day, simulation.engine.now, error);
    }
  }

  #isWanted({ t, contact, agent }: Entry): boolean {
    const only = this.#only;
    if (t < only.from || t >= only.to) return false;
    if (only.agent !== null && agent !== only.agent) return false;
    return only.contacts === null || (contact !== undefined && only.contacts.has(contact));
  }
}
