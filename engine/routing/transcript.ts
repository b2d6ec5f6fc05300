/**
 * The transcript: what crossed the boundary, in order, as plain data that can be read aloud: inputs, commands, facts, each with
 * the rule that decided where one did. Contacts are numbered from 1 in the order of arrival; agents and queues have their names.
 *
 * It stands between a host and an engine and hands everything on: it decides nothing, and an engine that nobody listens to does
 * not know that it exists. Sentences are made at the edge (reports/transcript-text.ts).
 */
import type { RoutingSetup } from '../config/setup.ts';
import type { Due, Instant } from '../kernel/time.ts';
import type { Engine } from './engine.ts';
import {
  type Activity,
  type Commands,
  type ConfigurationChange,
  type ContactId,
  type ContactView,
  type Facts,
  type Inputs,
  type ReasonListener,
  type ReasonRecord,
  type WithdrawReason,
} from './protocol.ts';
import { dueOfInput, type InputName, type InputRecord } from './tape.ts';
import { COMMAND_FIELDS, FACT_FIELDS, INPUT_FIELDS, type Field } from './transcript-fields.ts';
import { ruleBehind, ruleBehindActivity } from './transcript-rules.ts';

/** GEN-09, for a reader: what was decided, among whom, and why each of the others was refused. */
export interface Reason {
  readonly decision: string;
  readonly candidates: readonly { readonly name: string; readonly refusedBy: string | null }[];
}

/** One line of a transcript. What else an input, command or fact says stands under its own name (`prompt`, `until`, `outcome`). */
export interface Entry {
  /** Milliseconds since the day began. */
  readonly t: Instant;
  readonly kind: 'input' | 'command' | 'fact';
  readonly name: string;
  readonly contact?: number;
  readonly agent?: string;
  readonly queue?: string;
  /** The rule that decided. */
  readonly rule?: string;
  readonly reason?: Reason;
  readonly [detail: string]: unknown;
}

export interface TranscriptOptions {
  /**
   * Of which contacts every change is told of why nobody could be rung. Of the others it is told once for each wait: in a flood
   * hundreds stay at every pass, each for as many reasons as there are agents.
   */
  readonly isFocus?: (contact: number) => boolean;
}

type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

/** What is known of a contact between two entries. */
interface Known {
  readonly number: number;
  queue: string | undefined;
  isCallback: boolean;
  before: string;
  /** What was last told of why nobody could be rung, and of another decision that no command carries out; empty after a change. */
  stay: string;
  decided: string;
}

/** A draft and its place among the commands: all with a smaller id were written before it. */
interface Placed {
  readonly mark: number;
  readonly during: InputName;
  readonly draft: Draft;
  readonly reason?: ReasonRecord;
  /** The contact whose rank in its queue is asked for. */
  readonly of?: ContactId | undefined;
}

/** A draft in its place; of a reason record what it waits for, until something has carried it out. */
interface Ordered {
  readonly draft: Draft;
  readonly reason: ReasonRecord | null;
  isCarriedOut: boolean;
}

/** Up to which command id which instant was, and in the step of which input. */
interface Step {
  readonly mark: number;
  readonly now: Instant;
  readonly during: InputName;
}

type Anything = (...args: readonly unknown[]) => unknown;

export class Transcript {
  readonly #setup: RoutingSetup;
  readonly #isFocus: (contact: number) => boolean;
  #engine: Engine | null = null;
  #isOn = false;
  #origin: Instant = 0;
  #count = 0;
  readonly #known = new Map<ContactId, Known>();
  #numbered: Known[] = [];
  #during: InputName = 'advanceTo';
  #placed: Placed[] = [];
  #wantRank = 0;
  #steps: Step[] = [];
  #ordered: Ordered[] = [];
  #entries: Entry[] = [];
  /** Why each agent's last ring was taken back, within the step. */
  readonly #withdrawn = new Map<string, Draft>();

  constructor(setup: RoutingSetup, { isFocus }: TranscriptOptions = {}) {
    this.#setup = setup;
    this.#isFocus = isFocus ?? (() => false);
  }

  /** Begin to listen: whoever is in hand already is numbered first, in the order of arrival. */
  begin(engine: Engine, origin: Instant = engine.now): void {
    this.#engine = engine;
    this.#origin = origin;
    this.#isOn = true;
    this.#count = 0;
    this.#known.clear();
    this.#numbered = [];
    this.#placed = [];
    this.#steps = [];
    this.#ordered = [];
    this.#entries = [];
    this.#withdrawn.clear();
    engine.reasons = this.#reasons();
    for (const view of engine.openContacts()) {
      const known = this.#meet(view);
      known.isCallback = view.isCallback;
      const draft = this.#draft(origin, 'fact', 'carriedOver', known);
      draft['since'] = view.arrivedAt - origin;
      if (view.isCallback) draft['isCallback'] = true;
      this.#entries.push(draft);
    }
  }

  /** Stop listening; what was heard can still be taken. */
  end(): void {
    this.#settle();
    this.#isOn = false;
    if (this.#engine !== null) this.#engine.reasons = null;
  }

  /** How many contacts have been met. */
  get contacts(): number {
    return this.#count;
  }

  /** What has become known since the last call. Commands that the host has not fetched yet come with the next one. */
  take(): readonly Entry[] {
    this.#settle();
    const taken = this.#entries;
    this.#entries = [];
    return taken;
  }

  // ------------------------------------------------------------------ between host and engine

  /** Inputs are heard, then handed to the engine. What is due before one is served step by step, so that each command has its time. */
  inputsTo(engine: Engine): Inputs {
    this.#engine = engine;
    const hear = (name: Exclude<InputName, 'advanceTo'>): Anything => {
      const give = (engine[name] as Anything).bind(engine);
      return (...args) => {
        if (!this.#isOn) return give(...args);
        this.#serveUntil(engine, dueOfInput([name, ...args] as InputRecord));
        this.#settle();
        this.#during = name;
        this.#hearInput(engine, name, args);
        const answer = give(...args);
        this.#stepDone(engine);
        return answer;
      };
    };
    const names = Object.keys(INPUT_FIELDS) as Exclude<InputName, 'advanceTo'>[];
    const advanceTo = (due: Due): void => {
      if (this.#isOn) this.#serveUntil(engine, due + 1);
      engine.advanceTo(due);
    };
    return Object.fromEntries([
      ['advanceTo', advanceTo],
      ...names.map((name) => [name, hear(name)]),
    ]) as unknown as Inputs;
  }

  /** Commands are heard as the outbox is drained, then handed to the receiver. */
  commandsTo(receiver: Commands): Commands {
    return forwarder(COMMAND_FIELDS, (name, args) => {
      if (this.#isOn) this.#hearCommand(name, args);
      (receiver[name] as Anything)(...args);
    }) as unknown as Commands;
  }

  /** Facts are heard, then handed on to whoever counts them. */
  factsTo(listener: Facts): Facts {
    return forwarder(FACT_FIELDS, (name, args) => {
      if (this.#isOn) this.#hearFact(name, args);
      (listener[name] as Anything)(...args);
    }) as unknown as Facts;
  }

  /** The engine would serve it all before the input; asked one by one it does the same, and each step shows its time. */
  #serveUntil(engine: Engine, limit: Due): void {
    while (engine.nextDeadline < limit) {
      this.#settle();
      this.#during = 'advanceTo';
      engine.advanceTo(engine.nextDeadline);
      this.#stepDone(engine);
    }
  }

  #stepDone(engine: Engine): void {
    const { nextId } = engine.outbox;
    this.#steps.push({ mark: nextId, now: engine.now, during: this.#during });
    // Asked now: the next step may move it.
    if (this.#wantRank === 0) return;
    this.#wantRank = 0;
    this.#placed = this.#placed.filter(({ draft, of }) => {
      if (of === undefined || draft['rank'] !== 0) return true;
      const rank = engine.rankOf(of);
      if (rank > 0) draft['rank'] = rank;
      else delete draft['rank'];
      // A callback that has expired meanwhile does not go back.
      return rank > 0 || draft.name !== 'backInQueue';
    });
  }

  // ------------------------------------------------------------------ hearing

  #hearInput(engine: Engine, name: Exclude<InputName, 'advanceTo'>, args: readonly unknown[]): void {
    const [now, ...rest] = args as readonly [Instant, ...unknown[]];
    const draft = this.#draft(Math.max(now, engine.now), 'input', name, null);
    if (name === 'contactArrived') draft.contact = this.#count + 1;
    this.#fill(draft, INPUT_FIELDS[name], rest);
    this.#place(draft);
  }

  #hearFact(name: keyof Facts, args: readonly unknown[]): void {
    const [now, ...rest] = args as readonly [Instant, ...unknown[]];
    const view = rest[0] as ContactView;
    if (name === 'arrived') this.#meet(view);
    const fields: readonly Field[] = FACT_FIELDS[name];
    const known = fields[0] === 'contact' ? this.#of(view) : null;
    const draft = this.#draft(now, 'fact', name, known);
    this.#fill(draft, fields, rest);
    if (known !== null) this.#addFromView(draft, name, view, now);
    this.#place(draft, undefined, name === 'queued' ? view.id : undefined);
    if (NEWS.has(name) && known !== null) known.stay = known.decided = '';
    if (name !== 'ringEnded' || known === null) return;
    // Withdrawn rings end with the call, the callback or the contact; after the other ends it waits on.
    if (draft['outcome'] === 'accepted' || draft['outcome'] === 'withdrawn') return;
    const back = this.#draft(now, 'fact', 'backInQueue', known);
    this.#place(back, undefined, view.id);
  }

  #addFromView(draft: Draft, name: keyof Facts, view: ContactView, now: Instant): void {
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

  #reasons(): ReasonListener {
    const hear = (record: ReasonRecord): void => {
      const known = this.#known.get(record.contact);
      if (!this.#isOn || known === undefined) return;
      const { rule, decision, candidates, until } = record;
      if (record.by === null && !isNews(known, record)) return;
      const draft = this.#draft(record.at, 'fact', 'decided', known);
      if (isRule(rule)) draft.rule = rule;
      if (until !== undefined) draft['until'] = until - this.#origin;
      draft.reason = { decision, candidates };
      this.#place(draft, record);
    };
    const wantsStay = (contact: ContactId): boolean => {
      const known = this.#known.get(contact);
      return known !== undefined && (known.stay === '' || this.#isFocus(known.number));
    };
    return Object.assign(hear, { wantsStay });
  }

  #hearCommand(name: keyof Commands, args: readonly unknown[]): void {
    const id = args.at(-1) as number;
    const step = this.#steps.find(({ mark }) => id < mark);
    this.#order(id);
    const draft = this.#draft(step?.now ?? this.#engine!.now, 'command', name, null);
    this.#fill(draft, COMMAND_FIELDS[name], args);
    this.#put(draft, step?.during ?? this.#during);
  }

  // ------------------------------------------------------------------ drafts

  #draft(now: Instant, kind: Entry['kind'], name: string, known: Known | null): Draft {
    const draft: Draft = { t: now - this.#origin, kind, name };
    if (known === null) return draft;
    draft.contact = known.number;
    if (known.queue !== undefined) draft.queue = known.queue;
    return draft;
  }

  #fill(draft: Draft, fields: readonly Field[], values: readonly unknown[]): void {
    fields.forEach((field, at) => {
      const value = values[at];
      if (field === 'contact') {
        const known = typeof value === 'number' ? this.#known.get(value) : this.#of(value as ContactView);
        if (known === undefined) return;
        draft.contact = known.number;
        if (known.queue !== undefined) draft.queue = known.queue;
      } else if (field === 'change') Object.assign(draft, this.#named(value as ConfigurationChange));
      else {
        const told = this.#told(field, value);
        if (told !== undefined) Object.assign(draft, { [field]: told });
      }
    });
  }

  #told(field: Field, value: unknown): unknown {
    const { agents, queues, entries } = this.#setup;
    switch (field) {
      case 'agent':
        return agents[value as number]?.name;
      case 'from':
      case 'to':
      case 'queue':
        return queues[value as number]?.name;
      case 'entry':
        return entries[value as number]?.name;
      case 'until':
        return (value as Instant) - this.#origin;
      case 'rule':
        return isRule(String(value)) ? value : undefined;
      default:
        return value;
    }
  }

  #named(change: ConfigurationChange): Readonly<Record<string, unknown>> {
    const { agents, queues, profiles } = this.#setup;
    return {
      ...change,
      ...('agent' in change ? { agent: agents[change.agent]?.name } : {}),
      ...('queue' in change ? { queue: queues[change.queue]?.name } : {}),
      ...('profile' in change ? { profile: profiles[change.profile]?.name } : {}),
    };
  }

  #meet(view: ContactView): Known {
    const known: Known = {
      number: ++this.#count,
      queue: this.#setup.queues[view.queueIndex]?.name,
      isCallback: false,
      before: '',
      stay: '',
      decided: '',
    };
    this.#known.set(view.id, known);
    this.#numbered.push(known);
    return known;
  }

  /** What is known of a contact, its queue brought up to date. */
  #of(view: ContactView): Known {
    const known = this.#known.get(view.id) ?? this.#meet(view);
    known.queue = this.#setup.queues[view.queueIndex]?.name;
    return known;
  }

  // ------------------------------------------------------------------ order

  #place(draft: Draft, reason?: ReasonRecord, of?: ContactId): void {
    if (of !== undefined) {
      // Known when the step is over.
      draft['rank'] = 0;
      this.#wantRank += 1;
    }
    const mark = this.#engine!.outbox.nextId;
    this.#placed.push({ mark, during: this.#during, draft, of, ...(reason === undefined ? {} : { reason }) });
  }

  /** Everything that was said before the command of this id. */
  #order(id: number): void {
    let at = 0;
    for (; at < this.#placed.length && this.#placed[at]!.mark <= id; at++) {
      const { draft, during, reason } = this.#placed[at]!;
      if (reason !== undefined) this.#ordered.push({ draft, reason, isCarriedOut: false });
      else this.#put(draft, during);
    }
    if (at > 0) this.#placed = this.#placed.slice(at);
  }

  /** The next in order: it gets its reason if one waits for it, else the rule behind it. */
  #put(draft: Draft, during: InputName): void {
    if (draft.kind !== 'input') {
      const known = draft.contact === undefined ? undefined : this.#numbered[draft.contact - 1];
      if (known !== undefined) this.#carryOut(draft);
      const rule = draft.rule ?? this.#ruleOf(draft, during, known);
      if (rule !== undefined) draft.rule = rule;
      if (known !== undefined) remember(known, draft);
      if (draft.name === 'withdrawRing' && draft.agent !== undefined) this.#withdrawn.set(draft.agent, draft);
    }
    this.#ordered.push({ draft, reason: null, isCarriedOut: true });
  }

  /** GEN-09: the reason is told with what carries it out. */
  #carryOut(draft: Draft): void {
    const waiting = this.#ordered.findLast(
      (each) => !each.isCarriedOut && each.reason?.by === draft.name && each.draft.contact === draft.contact,
    );
    if (waiting === undefined) return;
    waiting.isCarriedOut = true;
    const { rule, reason } = waiting.draft;
    if (rule !== undefined) draft.rule = rule;
    if (reason !== undefined) draft.reason = reason;
  }

  #ruleOf(draft: Draft, during: InputName, known: Known | undefined): string | undefined {
    if (draft.name !== 'activity')
      return ruleBehind(draft.name, draft, {
        during,
        isCallback: known?.isCallback ?? false,
        before: known?.before ?? '',
      });
    const activity = draft['activity'] as Activity;
    const ring = this.#withdrawn.get(draft.agent ?? '');
    const why = during === 'commandFailed' ? 'deviceError' : (ring?.['why'] as WithdrawReason | undefined);
    const rule = ruleBehindActivity(activity, why);
    // What the ring did to him is told in one line.
    if (rule !== undefined && ring !== undefined) ring['activity'] = activity;
    return rule;
  }

  /** When all commands are fetched the steps so far are complete. A reason that nothing carried out is a fact of its own. */
  #settle(): void {
    if (this.#engine !== null && this.#engine.outbox.size > 0) return;
    this.#order(Infinity);
    for (const { draft, reason, isCarriedOut } of this.#ordered)
      if (reason === null || !isCarriedOut) this.#entries.push(draft);
    if (this.#ordered.length > 0) this.#ordered = [];
    if (this.#steps.length > 0) this.#steps = [];
    this.#withdrawn.clear();
  }
}

/** Facts after which it is news again that nobody can be rung. */
const NEWS: ReadonlySet<string> = new Set<keyof Facts>(['queued', 'rang', 'optedIn', 'dialEnded']);

/** Told once until it changes. */
function isNews(known: Known, { rule, decision, candidates }: ReasonRecord): boolean {
  const told = [rule, decision, ...candidates.map(({ name, refusedBy }) => `${name}: ${refusedBy}`)].join(
    '\n',
  );
  const kind = decision === 'stays' ? 'stay' : 'decided';
  if (known[kind] === told) return false;
  known[kind] = told;
  return true;
}

/** The settings that keep somebody out have names, not IDs. */
const isRule = (rule: string): boolean => /^[A-Z]{2,3}-X?\d+$/.test(rule);

function remember(known: Known, draft: Draft): void {
  if (draft.name === 'optedIn') known.isCallback = true;
  if (draft.kind === 'fact' && draft.name !== 'decided')
    known.before = [draft.name, ofText(draft['outcome'] ?? draft['action'])].join(' ').trimEnd();
  else if (draft.name === 'connect') known.before = 'connect';
}

const ofText = (value: unknown): string => (typeof value === 'string' ? value : '');

function forwarder<Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  hear: (name: Name, args: readonly unknown[]) => void,
): Readonly<Record<string, Anything>> {
  const all = Object.keys(names) as Name[];
  return Object.fromEntries(all.map((name) => [name, (...args: readonly unknown[]) => hear(name, args)]));
}
