/**
 * The transcript: what crossed the boundary, in order, as plain data that can be read aloud: inputs, commands, facts, each with
 * the rule that decided where one did. Contacts are numbered from 1 in the order of arrival; agents and queues have their names.
 *
 * It stands between a host and an engine and hands everything on: it decides nothing, and an engine that nobody listens to does
 * not know that it exists. Three facts are its own: `decided`, a decision that no command carries out; `backInQueue`, after a ring
 * that was not accepted; `carriedOver`, of whoever is in hand when it begins. Sentences are made at the edge
 * (reports/transcript-text.ts).
 */
import type { RoutingSetup } from '../config/setup.ts';
import { dueAt, rankOf, timeOf, type Due, type Instant } from '../kernel/time.ts';
import type { Engine } from './engine.ts';
import type {
  Commands,
  ContactId,
  ContactView,
  Facts,
  Inputs,
  ReasonListener,
  ReasonRecord,
} from './protocol.ts';
import { dueOfInput, type InputName, type InputRecord } from './tape.ts';
import { Drafts, isRule } from './transcript-drafts.ts';
import type { Draft, Entry, Known } from './transcript-entry.ts';
import { COMMAND_FIELDS, FACT_FIELDS, INPUT_FIELDS, type Field } from './transcript-fields.ts';
import { TranscriptOrder } from './transcript-order.ts';

export type { Entry, Reason } from './transcript-entry.ts';

export interface TranscriptOptions {
  /**
   * Of which contacts every change is told of why nobody could be rung. Of the others it is told once for each wait: in a flood
   * hundreds stay at every pass, each for as many reasons as there are agents.
   */
  readonly isFocus?: (contact: number) => boolean;
}

type TimedInput = Exclude<InputName, 'advanceTo'>;
type Anything = (...args: readonly unknown[]) => unknown;

/** What has been heard since `begin`. */
interface Hearing {
  readonly engine: Engine;
  readonly drafts: Drafts;
  readonly order: TranscriptOrder;
}

export class Transcript {
  readonly #setup: RoutingSetup;
  readonly #isFocus: (contact: number) => boolean;
  /** Null: everything is handed on unheard. */
  #hearing: Hearing | null = null;
  #rest: readonly Entry[] = [];
  #contacts = 0;

  constructor(setup: RoutingSetup, { isFocus }: TranscriptOptions = {}) {
    this.#setup = setup;
    this.#isFocus = isFocus ?? (() => false);
  }

  /** Begin to listen: whoever is in hand already is numbered first, in the order of arrival. */
  begin(engine: Engine, origin: Instant = engine.now): void {
    const drafts = new Drafts(this.#setup, origin);
    const order = new TranscriptOrder(engine, drafts);
    this.#hearing = { engine, drafts, order };
    engine.reasons = this.#reasonsTo(drafts, order);
    for (const view of engine.openContacts()) {
      order.place(drafts.carriedOver(view));
    }
  }

  /** Stop listening; what was heard can still be taken. */
  end(): void {
    if (this.#hearing === null) return;
    const { engine, drafts, order } = this.#hearing;
    this.#rest = [...this.#rest, ...order.take()];
    this.#contacts = drafts.contacts;
    this.#hearing = null;
    engine.reasons = null;
  }

  /** How many contacts have been met. */
  get contacts(): number {
    return this.#hearing?.drafts.contacts ?? this.#contacts;
  }

  /** What has become known since the last call. Commands that the host has not fetched yet come with the next one. */
  take(): readonly Entry[] {
    const rest = this.#rest;
    this.#rest = [];
    const heard = this.#hearing?.order.take() ?? [];
    return rest.length === 0 ? heard : [...rest, ...heard];
  }

  // ------------------------------------------------------------------ between host and engine

  /** Inputs are heard, then handed to the engine. What is due before one is served step by step, so that each command has its time. */
  inputsTo(engine: Engine): Inputs {
    const advance = engine.advanceTo.bind(engine);
    // The engine would serve it all at once; asked one by one it does the same.
    const serveBefore = (limit: Due, { order }: Hearing): void => {
      while (engine.nextDeadline < limit) {
        order.beginStep('advanceTo');
        advance(engine.nextDeadline);
        order.endStep();
      }
    };
    const advanceTo = (due: Due): void => {
      if (this.#hearing !== null) {
        serveBefore(due + 1, this.#hearing);
        if (timeOf(due) <= engine.now) return;
      }
      advance(due);
    };
    const hear = (name: TimedInput): Anything => {
      const give = (engine[name] as Anything).bind(engine);
      return (...args) => {
        const hearing = this.#hearing;
        if (hearing === null) return give(...args);
        const due = dueOfInput([name, ...args] as InputRecord);
        serveBefore(Math.max(due, dueAt(engine.now, rankOf(due))), hearing);
        hearing.order.beginStep(name);
        hearInput(hearing, name, args);
        const answer = give(...args);
        hearing.order.endStep();
        return answer;
      };
    };
    const names = Object.keys(INPUT_FIELDS) as TimedInput[];
    const inputs = Object.fromEntries(names.map((name) => [name, hear(name)]));
    return { ...inputs, advanceTo } as unknown as Inputs;
  }

  /** Commands are heard as the outbox is drained, then handed to the receiver. */
  commandsTo(receiver: Commands): Commands {
    return forwarder(COMMAND_FIELDS, (name, args) => {
      if (this.#hearing !== null) hearCommand(this.#hearing, name, args);
      (receiver[name] as Anything)(...args);
    }) as unknown as Commands;
  }

  /** Facts are heard, then handed on to whoever counts them. */
  factsTo(listener: Facts): Facts {
    return forwarder(FACT_FIELDS, (name, args) => {
      if (this.#hearing !== null) hearFact(this.#hearing, name, args);
      (listener[name] as Anything)(...args);
    }) as unknown as Facts;
  }

  #reasonsTo(drafts: Drafts, order: TranscriptOrder): ReasonListener {
    const hear = (record: ReasonRecord): void => {
      const known = drafts.find(record.contact);
      if (known === undefined || (record.by === null && !isNews(known, record))) return;
      const { at, rule, decision, candidates, until } = record;
      const draft = drafts.draft(at, 'fact', 'decided', known);
      if (isRule(rule)) draft.rule = rule;
      if (until !== undefined) draft['until'] = until - drafts.origin;
      draft.reason = { decision, candidates };
      order.place(draft, record);
    };
    const wantsStay = (contact: ContactId): boolean => {
      const known = drafts.find(contact);
      return known !== undefined && (known.stay === '' || this.#isFocus(known.number));
    };
    return Object.assign(hear, { wantsStay });
  }
}

// -------------------------------------------------------------------- hearing

function hearInput({ engine, drafts, order }: Hearing, name: TimedInput, args: readonly unknown[]): void {
  const [now, ...rest] = args as readonly [Instant, ...unknown[]];
  const draft = drafts.draft(Math.max(now, engine.now), 'input', name);
  // Nobody else can arrive before it.
  if (name === 'contactArrived') draft.contact = drafts.contacts + 1;
  drafts.fill(draft, INPUT_FIELDS[name], rest);
  order.place(draft);
}

function hearCommand({ drafts, order }: Hearing, name: keyof Commands, args: readonly unknown[]): void {
  order.command(args.at(-1) as number, (now) => {
    const draft = drafts.draft(now, 'command', name);
    drafts.fill(draft, COMMAND_FIELDS[name], args);
    return draft;
  });
}

function hearFact({ drafts, order }: Hearing, name: keyof Facts, args: readonly unknown[]): void {
  const [now, ...rest] = args as readonly [Instant, ...unknown[]];
  const fields: readonly Field[] = FACT_FIELDS[name];
  if (fields[0] !== 'contact') {
    const draft = drafts.draft(now, 'fact', name);
    drafts.fill(draft, fields, rest);
    order.place(draft);
    return;
  }
  const view = rest[0] as ContactView;
  const known = name === 'arrived' ? drafts.meet(view) : drafts.of(view);
  const draft = drafts.draft(now, 'fact', name, known);
  drafts.fill(draft, fields, rest);
  addFromView(draft, name, view, now);
  if (name === 'queued') order.askRank(draft, view.id);
  order.place(draft);
  if (NEWS.has(name)) known.stay = known.decided = '';
  // A ring that was withdrawn ended with the call, or with a callback that keeps its place.
  const outcome = draft['outcome'];
  if (name === 'ringEnded' && outcome !== 'accepted' && outcome !== 'withdrawn')
    order.placeReturn(drafts.draft(now, 'fact', 'backInQueue', known), view.id);
}

/** What a listener may read of a contact and a reader will ask. */
function addFromView(draft: Draft, name: keyof Facts, view: ContactView, now: Instant): void {
  if (view.isCallback) draft['isCallback'] = true;
  switch (name) {
    case 'queued':
      if (view.estimateUsed >= 0) draft['estimate'] = view.estimateUsed;
      return;
    case 'left':
      draft['waited'] = now - view.enteredAt;
      return;
    case 'optedIn':
      draft['offers'] = view.offers;
      return;
    case 'dialled':
    case 'dialEnded':
      draft['attempt'] = view.attempts;
      return;
    default:
  }
}

/** Facts after which it is news again that nobody can be rung. */
const NEWS: ReadonlySet<string> = new Set<keyof Facts>(['queued', 'rang', 'optedIn', 'dialEnded']);

/** Told once until it changes. */
function isNews(known: Known, { rule, decision, candidates }: ReasonRecord): boolean {
  const names = candidates.map(({ name, refusedBy }) => `${name}: ${refusedBy}`);
  const told = [rule, decision, ...names].join('\n');
  const kind = decision === 'stays' ? 'stay' : 'decided';
  if (known[kind] === told) return false;
  known[kind] = told;
  return true;
}

function forwarder<Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  hear: (name: Name, args: readonly unknown[]) => void,
): Readonly<Record<string, Anything>> {
  const all = Object.keys(names) as Name[];
  return Object.fromEntries(all.map((name) => [name, (...args: readonly unknown[]) => hear(name, args)]));
}
