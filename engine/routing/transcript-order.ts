/**
 * The order of a transcript. Facts are told as they happen, commands when the host fetches them; the ids of commands say which
 * came before which (GEN-05). In their order, commands and facts get the reason that was given for them, or the rule behind them.
 * It knows nothing of how an entry is made.
 */
import type { Instant } from '../kernel/time.ts';
import type { Activity, CommandId, ContactId, ReasonRecord, WithdrawReason } from './protocol.ts';
import type { InputName } from './tape.ts';
import type { Drafts } from './transcript-drafts.ts';
import type { Draft, Entry, Known } from './transcript-entry.ts';
import { ruleBehind, ruleBehindActivity } from './transcript-rules.ts';

/** What an order must see of the engine. */
export interface Watched {
  readonly now: Instant;
  readonly outbox: { readonly nextId: CommandId; readonly size: number };
  rankOf(id: ContactId): number;
}

/** A draft and its place among the commands: all with a smaller id were written before it. */
interface Placed {
  readonly mark: CommandId;
  readonly during: InputName;
  readonly draft: Draft;
  readonly reason: ReasonRecord | null;
}

/** A draft in its place; of a reason record, whether something has carried it out. */
interface Ordered {
  readonly draft: Draft;
  readonly reason: ReasonRecord | null;
  isCarriedOut: boolean;
}

/** Up to which command id which instant was, and in the step of which input. */
interface Step {
  readonly mark: CommandId;
  readonly now: Instant;
  readonly during: InputName;
}

export class TranscriptOrder {
  readonly #engine: Watched;
  readonly #drafts: Drafts;
  #during: InputName = 'advanceTo';
  #placed: Placed[] = [];
  #asked: { readonly draft: Draft; readonly id: ContactId; readonly isReturn: boolean }[] = [];
  #steps: Step[] = [];
  #ordered: Ordered[] = [];
  #entries: Entry[] = [];
  /** How each agent's ring was taken back, within the step. */
  readonly #withdrawn = new Map<string, Draft>();

  constructor(engine: Watched, drafts: Drafts) {
    this.#engine = engine;
    this.#drafts = drafts;
  }

  take(): readonly Entry[] {
    this.settle();
    const taken = this.#entries;
    this.#entries = [];
    return taken;
  }

  // ------------------------------------------------------------------ steps

  beginStep(during: InputName): void {
    this.settle();
    this.#during = during;
  }

  endStep(): void {
    const { outbox, now } = this.#engine;
    this.#steps.push({ mark: outbox.nextId, now, during: this.#during });
    if (this.#asked.length === 0) return;
    // Asked now: the next step may move it.
    for (const { draft, id, isReturn } of this.#asked) {
      const rank = this.#engine.rankOf(id);
      if (rank > 0) draft['rank'] = rank;
      // It has not come back if it expired, or moved on, in the same step.
      const isThere = rank > 0 && this.#drafts.find(id)?.queue === draft.queue;
      if (isReturn && isThere) this.place(draft);
    }
    this.#asked = [];
  }

  // ------------------------------------------------------------------ placing

  /** A fact or an input; of a reason record the draft that stands for it if nothing carries it out. */
  place(draft: Draft, reason: ReasonRecord | null = null): void {
    this.#placed.push({ mark: this.#engine.outbox.nextId, during: this.#during, draft, reason });
  }

  /** The contact's place in its queue is added when the step is over. */
  askRank(draft: Draft, id: ContactId): void {
    this.#asked.push({ draft, id, isReturn: false });
  }

  /** Placed when the step is over, if the contact stands in its queue then. */
  placeReturn(draft: Draft, id: ContactId): void {
    this.#asked.push({ draft, id, isReturn: true });
  }

  /** A command of this id, made when everything before it is in place. */
  command(id: CommandId, make: (now: Instant) => Draft): void {
    const step = this.#steps.find(({ mark }) => id < mark);
    this.#order(id);
    this.#put(make(step?.now ?? this.#engine.now), step?.during ?? this.#during);
  }

  /** Everything that was said before the command of this id. */
  #order(id: CommandId): void {
    let at = 0;
    for (; at < this.#placed.length && this.#placed[at]!.mark <= id; at++) {
      const { draft, during, reason } = this.#placed[at]!;
      if (reason === null) this.#put(draft, during);
      else this.#ordered.push({ draft, reason, isCarriedOut: false });
    }
    if (at > 0) this.#placed = this.#placed.slice(at);
  }

  /** When all commands are fetched the steps so far are complete. A reason that nothing carried out is a fact of its own. */
  settle(): void {
    if (this.#engine.outbox.size > 0) return;
    this.#order(Infinity);
    for (const { draft, isCarriedOut } of this.#ordered) if (!isCarriedOut) this.#entries.push(draft);
    if (this.#ordered.length > 0) this.#ordered = [];
    if (this.#steps.length > 0) this.#steps = [];
    this.#withdrawn.clear();
  }

  // ------------------------------------------------------------------ rules

  /** The next in order. */
  #put(draft: Draft, during: InputName): void {
    this.#ordered.push({ draft, reason: null, isCarriedOut: false });
    if (draft.kind === 'input') return;
    const known = this.#drafts.numbered(draft.contact);
    if (known !== undefined) this.#carryOut(draft);
    const rule = draft.rule ?? this.#ruleOf(draft, during, known);
    if (rule !== undefined) draft.rule = rule;
    if (known !== undefined) remember(known, draft);
    if (draft.name === 'withdrawRing' && draft.agent !== undefined) this.#withdrawn.set(draft.agent, draft);
  }

  /** GEN-09: the reason is told with what carries it out. */
  #carryOut(draft: Draft): void {
    const waiting = this.#ordered.findLast(
      ({ reason, isCarriedOut, draft: { contact } }) =>
        reason !== null && !isCarriedOut && reason.by === draft.name && contact === draft.contact,
    );
    if (waiting === undefined) return;
    waiting.isCarriedOut = true;
    const { rule, reason } = waiting.draft;
    if (rule !== undefined) draft.rule = rule;
    if (reason !== undefined) draft.reason = reason;
  }

  #ruleOf(draft: Draft, during: InputName, known: Known | undefined): string | undefined {
    const { isCallback = false, before = '' } = known ?? {};
    if (draft.name !== 'activity') return ruleBehind(draft.name, draft, { during, isCallback, before });
    const activity = draft['activity'] as Activity;
    const ring = this.#withdrawn.get(draft.agent ?? '');
    const why = during === 'commandFailed' ? 'deviceError' : (ring?.['why'] as WithdrawReason | undefined);
    const rule = ruleBehindActivity(activity, why);
    // What the ring did to the agent is told in one line with it.
    if (rule !== undefined && ring !== undefined) ring['activity'] = activity;
    return rule;
  }
}

function remember(known: Known, draft: Draft): void {
  if (draft.name === 'optedIn') known.isCallback = true;
  if (draft.name === 'connect') known.before = 'connect';
  else if (draft.kind === 'fact' && draft.name !== 'decided')
    known.before = [draft.name, textOf(draft['outcome'] ?? draft['action'])].join(' ').trimEnd();
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
