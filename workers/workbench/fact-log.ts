/**
 * The facts of a day as entries, and nothing else: what a drawing needs. A full transcript also orders inputs and commands and asks for the
 * reason of each decision, which costs a day of 10,000 calls ten times its own simulation; stories need that, lanes do not. It stands where
 * a transcript stands, lets inputs and commands pass unheard, and numbers contacts as a transcript does.
 */
import { FACT_FIELDS, INPUT_FIELDS, Transcript } from '../../engine/index.ts';
import type { Entry, Setup } from '../../engine/index.ts';

type Facts = ReturnType<Transcript['factsTo']>;
type FactName = keyof Facts;
type Contact = Parameters<Facts['arrived']>[1];
type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };
type Told = (now: number, ...rest: readonly unknown[]) => void;

/** Instants that have not happened. */
const NEVER = -1;

export class FactLog extends Transcript {
  readonly #routing: Setup['routing'];
  readonly #numbers = new Map<number, number>();
  readonly #activities: string[] = [];
  #entries: Entry[] = [];
  #isListening = false;
  /** What each agent did when the day began: of a day of a long run no fact tells it. */
  activitiesAtStart: readonly string[] = [];
  /** Instant 0 of the day. */
  origin = 0;

  constructor(routing: Setup['routing']) {
    super(routing);
    this.#routing = routing;
  }

  override begin(...[engine, origin = engine.now]: Parameters<Transcript['begin']>): void {
    this.activitiesAtStart = [...this.#activities];
    this.origin = origin;
    this.#isListening = true;
    for (const contact of engine.openContacts()) this.#carriedOver(contact);
  }

  override end(): void {
    this.#isListening = false;
  }

  override get contacts(): number {
    return this.#numbers.size;
  }

  override take(): readonly Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  override inputsTo(engine: Parameters<Transcript['inputsTo']>[0]): ReturnType<Transcript['inputsTo']> {
    const names = [...Object.keys(INPUT_FIELDS), 'advanceTo'] as (keyof typeof engine)[];
    const inputs = names.map((name) => [name, (engine[name] as Told).bind(engine)]);
    return Object.fromEntries(inputs) as ReturnType<Transcript['inputsTo']>;
  }

  override commandsTo(
    receiver: Parameters<Transcript['commandsTo']>[0],
  ): ReturnType<Transcript['commandsTo']> {
    return receiver;
  }

  override factsTo(listener: Facts): Facts {
    const names = Object.keys(FACT_FIELDS) as FactName[];
    const forwarders = names.map((name) => {
      const give = (listener[name] as Told).bind(listener);
      const hear: Told = (now, ...rest) => {
        this.#hear(name, now, rest);
        give(now, ...rest);
      };
      return [name, hear];
    });
    return Object.fromEntries(forwarders) as unknown as Facts;
  }

  #hear(name: FactName, now: number, values: readonly unknown[]): void {
    if (name === 'activity') this.#activities[values[0] as number] = String(values[1]);
    if (!this.#isListening || name === 'refused') return;
    const draft: Draft = { t: now - this.origin, kind: 'fact', name };
    FACT_FIELDS[name].forEach((field, at) => {
      const value = values[at];
      if (field === 'contact') this.#about(draft, name, value as Contact);
      else if (field === 'agent') draft.agent = this.#routing.agents[value as number]!.name;
      else Object.assign(draft, { [field]: value });
    });
    this.#entries.push(draft);
  }

  #about(draft: Draft, name: FactName, contact: Contact): void {
    draft.contact = this.#numberOf(contact);
    const queue = this.#routing.queues[contact.queueIndex]?.name;
    if (queue !== undefined) draft.queue = queue;
    if (contact.isCallback) draft['isCallback'] = true;
    if (name === 'dialled' || name === 'dialEnded') draft['attempt'] = contact.attempts;
  }

  /** From 1, in the order of arrival. */
  #numberOf({ id }: Contact): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const next = this.#numbers.size + 1;
    this.#numbers.set(id, next);
    return next;
  }

  /** Of a contact that was open when the day began, as a transcript tells it. */
  #carriedOver(contact: Contact): void {
    const { arrivedAt, firstEnteredAt, agentIndex, joinedAt, talkEndedAt } = contact;
    const draft: Draft = { t: 0, kind: 'fact', name: 'carriedOver' };
    this.#about(draft, 'arrived', contact);
    const agent = this.#routing.agents[agentIndex]?.name;
    if (agent !== undefined) draft.agent = agent;
    const isWaiting = talkEndedAt === NEVER && joinedAt === NEVER && agentIndex === NEVER;
    draft['state'] = isWaiting
      ? 'waiting'
      : talkEndedAt !== NEVER
        ? 'wrap-up'
        : joinedAt !== NEVER
          ? 'talking'
          : 'with an agent';
    draft['since'] = arrivedAt - this.origin;
    if (firstEnteredAt !== NEVER) draft['queuedAt'] = firstEnteredAt - this.origin;
    this.#entries.push(draft);
  }
}
