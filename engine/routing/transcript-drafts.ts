/**
 * From what crosses the boundary to drafts of entries: ids become numbers and names, instants become times of the day. It knows
 * what is called how, and nothing of order or of rules.
 */
import type { RoutingSetup } from '../config/setup.ts';
import type { Instant } from '../kernel/time.ts';
import { NOBODY, type ConfigurationChange, type ContactId, type ContactView } from './protocol.ts';
import type { Draft, Entry, Known } from './transcript-entry.ts';
import type { Field } from './transcript-fields.ts';

export class Drafts {
  readonly #setup: RoutingSetup;
  /** Instant 0 of the transcript. */
  readonly origin: Instant;
  readonly #known = new Map<ContactId, Known>();
  readonly #numbered: Known[] = [];

  constructor(setup: RoutingSetup, origin: Instant) {
    this.#setup = setup;
    this.origin = origin;
  }

  /** How many contacts have been met. */
  get contacts(): number {
    return this.#numbered.length;
  }

  /** The next number is this contact's. */
  meet(view: ContactView): Known {
    const known: Known = {
      number: this.#numbered.length + 1,
      queue: this.#setup.queues[view.queueIndex]?.name,
      isCallback: view.isCallback,
      before: '',
      stay: '',
      decided: '',
    };
    this.#known.set(view.id, known);
    this.#numbered.push(known);
    return known;
  }

  find(id: ContactId): Known | undefined {
    return this.#known.get(id);
  }

  numbered(number: number | undefined): Known | undefined {
    return number === undefined ? undefined : this.#numbered[number - 1];
  }

  /** What is known of a contact, its queue brought up to date. */
  of(view: ContactView): Known {
    const known = this.#known.get(view.id) ?? this.meet(view);
    known.queue = this.#setup.queues[view.queueIndex]?.name;
    return known;
  }

  draft(now: Instant, kind: Entry['kind'], name: string, known: Known | null = null): Draft {
    const draft: Draft = { t: now - this.origin, kind, name };
    if (known !== null) about(draft, known);
    return draft;
  }

  /** Of a contact that is open when the transcript begins: with whom it is and since when, as far as a later entry builds on it. */
  carriedOver(view: ContactView): Draft {
    const draft = this.draft(this.origin, 'fact', 'carriedOver', this.meet(view));
    const agent = this.#setup.agents[view.agentIndex]?.name;
    if (agent !== undefined) draft.agent = agent;
    draft['state'] = stateOf(view);
    draft['since'] = view.arrivedAt - this.origin;
    const instants = {
      queuedAt: view.firstEnteredAt,
      optedInAt: view.optedInAt,
      dialledAt: view.dialledAt,
      joinedAt: view.joinedAt,
      talkEndedAt: view.talkEndedAt,
    };
    for (const [name, at] of Object.entries(instants)) if (at !== NOBODY) draft[name] = at - this.origin;
    if (view.attempts > 0) draft['attempt'] = view.attempts;
    if (view.isCallback) draft['isCallback'] = true;
    return draft;
  }

  /** Each argument under its name. */
  fill(draft: Draft, fields: readonly Field[], values: readonly unknown[]): void {
    fields.forEach((field, at) => {
      const value = values[at];
      if (field === 'contact') {
        const known = typeof value === 'number' ? this.#known.get(value) : this.of(value as ContactView);
        if (known !== undefined) about(draft, known);
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
        return (value as Instant) - this.origin;
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
}

/** Read from its instants: the states of the engine's own machine are not a reader's. */
function stateOf(view: ContactView): 'waiting' | 'with an agent' | 'talking' | 'wrap-up' {
  if (view.talkEndedAt !== NOBODY) return 'wrap-up';
  if (view.joinedAt !== NOBODY) return 'talking';
  return view.agentIndex === NOBODY ? 'waiting' : 'with an agent';
}

function about(draft: Draft, known: Known): void {
  draft.contact = known.number;
  if (known.queue !== undefined) draft.queue = known.queue;
}

/** A setting that keeps somebody out has a name, not an ID (`maxActiveContacts`). */
export const isRule = (rule: string): boolean => /^[A-Z]{2,3}-X?\d+$/.test(rule);
