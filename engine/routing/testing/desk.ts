/**
 * A hand-driven centre for tests: a small setup by partial settings, an engine, and its commands and facts as
 * lines of text. It plays no part of its own: nothing is answered, accepted or joined unless the test says so.
 */
import type {
  AgentSetup,
  CallbackProfileSetup,
  EntrySetup,
  EstimateSetup,
  QueueSetup,
  RoutingSetup,
  RunFrame,
  WorkClassSetup,
} from '../../config/setup.ts';
import { dueAt, minutes, Rank, seconds, days } from '../../kernel/time.ts';
import { Engine } from '../engine.ts';
import type {
  CommandId,
  Commands,
  ContactId,
  ContactView,
  Facts,
  Inputs,
  Prompt,
  RingKind,
} from '../protocol.ts';
import { EMPTY_FRAME } from '../centre.ts';

const estimate: EstimateSetup = {
  model: 'ema',
  alpha: 0.3,
  refresh: seconds(600),
  minSamples: 20,
  resetAfter: days(7),
  initial: null,
  lookback: minutes(15),
  maxCV: 0.4,
  minValidShare: 0.4,
};

export const queue = (name: string, partial: Partial<QueueSetup> = {}): QueueSetup => ({
  name,
  channel: 'voice',
  priority: 1,
  method: 'leastActive',
  blockSize: 100,
  maxActiveContacts: Infinity,
  serviceLevelThreshold: seconds(20),
  shortAbandonThreshold: seconds(5),
  ringTimeout: seconds(18),
  declineLimit: 3,
  itemDeclineCap: 100,
  onMissed: 'rona',
  onReject: 'none',
  hours: -1,
  overflow: [],
  waitExceeds: null,
  moveCallbacks: false,
  estimate,
  announceWait: false,
  announcePosition: false,
  callback: 0,
  wrapUp: { block: Infinity, autoAfter: Infinity, mayExtend: false, reasons: ['done'] },
  ...partial,
});

export const estimateOf = (partial: Partial<EstimateSetup>): EstimateSetup => ({ ...estimate, ...partial });

export const callbackProfile = (partial: Partial<CallbackProfileSetup> = {}): CallbackProfileSetup => ({
  name: 'default',
  offerFirst: seconds(30),
  offerRepeat: seconds(120),
  maxAttempts: 3,
  retryWait: seconds(900),
  retryNoAnswer: true,
  retryFailed: true,
  retryMachine: true,
  minRedialGap: seconds(10),
  expiry: days(7),
  ringLimit: seconds(30),
  allowCancel: false,
  wrapUpOnNoAnswer: false,
  allowOutsideHours: false,
  offeringWindow: -1,
  maxActive: Infinity,
  duplicateScope: 'queue',
  duplicateAction: 'stay',
  alternateNumber: false,
  fixedNumber: null,
  fallbackNumber: null,
  ...partial,
});

export const agent = (name: string, partial: Partial<AgentSetup> = {}): AgentSetup => ({
  name,
  group: 0,
  queues: [0],
  units: 1,
  profiles: [],
  ringTimeout: null,
  defaultPresence: 'away',
  quotaEnds: 'shift',
  ...partial,
});

export const entry = (name: string, partial: Partial<EntrySetup> = {}): EntrySetup => ({
  name,
  workClass: 0,
  site: 0,
  number: null,
  mayCall: false,
  greeting: false,
  attributes: {},
  rules: [{ when: [], targets: [{ queue: 0, percent: 100 }], overflow: null }],
  fallback: 0,
  ...partial,
});

export const voiceWork: WorkClassSetup = {
  channel: 'voice',
  units: 1,
  profiles: [],
  allowedPresences: ['available'],
};

/** One queue `sales`, one entry to it and agent `ana`, unless told otherwise. */
export const routing = (partial: Partial<RoutingSetup> = {}): RoutingSetup => ({
  queues: [queue('sales')],
  agents: [agent('ana')],
  entries: [entry('main')],
  classes: [voiceWork],
  profiles: [],
  callbackProfiles: [callbackProfile()],
  hours: [],
  sites: [],
  maxCalls: Infinity,
  maxOutbound: Infinity,
  overflowBatch: 20,
  maxQueueHops: 5,
  depthSampleInterval: 0,
  propagationDelay: 0,
  sharedBlock: null,
  ...partial,
});

interface Ring {
  readonly contact: ContactId;
  readonly agent: number;
  readonly kind: RingKind;
  readonly until: number;
  readonly id: CommandId;
}

/**
 * Times are seconds since the run began. Every input is followed by all that is due in its own instant, the
 * assignment pass included, unless `hold` is set; then `settle()` does it.
 */
export class Desk {
  readonly engine: Engine;
  /** Commands since the last `take()`, as `seconds command arguments`. */
  readonly commands: string[] = [];
  /** Facts since the beginning, as `seconds fact arguments`. */
  readonly facts: string[] = [];
  /** The newest ring, dial leg, prompt and connect of each contact: what an answer must name. */
  readonly rings = new Map<ContactId, Ring>();
  readonly legs = new Map<ContactId, CommandId>();
  readonly plays = new Map<ContactId, CommandId>();
  readonly connects = new Map<ContactId, CommandId>();
  readonly setup: RoutingSetup;
  hold = false;
  #nextCaller = 100;

  constructor(setup: RoutingSetup = routing(), frame: Partial<RunFrame> = {}) {
    this.setup = setup;
    this.engine = new Engine(setup, this.#listener());
    this.engine.begin({ ...EMPTY_FRAME, ...frame });
  }

  /** Give one input at a time in seconds, then drain. */
  tell<K extends Exclude<keyof Inputs, 'advanceTo' | 'contactArrived'>>(
    at: number,
    input: K,
    ...rest: Parameters<Inputs[K]> extends [number, ...infer R] ? R : never
  ): void {
    (this.engine[input] as (now: number, ...more: readonly unknown[]) => void).call(
      this.engine,
      seconds(at),
      ...rest,
    );
    this.#drain();
    if (!this.hold) this.settle();
  }

  /** A call arrives; its id. Every call has a number of its own unless one is given. */
  call(at: number, options: { entry?: number; caller?: number; withheld?: boolean } = {}): ContactId {
    const id = this.engine.contactArrived(
      seconds(at),
      options.entry ?? 0,
      options.caller ?? this.#nextCaller++,
      options.withheld ?? false,
    );
    this.#drain();
    if (!this.hold) this.settle();
    return id;
  }

  /** Serve everything due up to and with the end of this second's instant. */
  advance(at: number): void {
    this.engine.advanceTo(dueAt(seconds(at), Rank.pass));
    this.#drain();
  }

  /** The rest of the present instant, pass included. */
  settle(): void {
    this.engine.advanceTo(dueAt(this.engine.now, Rank.pass));
    this.#drain();
  }

  // The ordinary moves, so that tests read as stories.

  available(at: number, ...agents: number[]): void {
    for (const each of agents) {
      this.tell(at, 'agentSignedIn', each);
      this.tell(at, 'presenceChosen', each, 'available');
    }
  }
  accept(at: number, contact: ContactId): void {
    const ring = this.rings.get(contact)!;
    this.tell(at, 'agentAccepted', contact, ring.agent, ring.id);
  }
  decline(at: number, contact: ContactId): void {
    const ring = this.rings.get(contact)!;
    this.tell(at, 'agentDeclined', contact, ring.agent, ring.id);
  }
  join(at: number, contact: ContactId): void {
    this.tell(at, 'legsJoined', contact, this.connects.get(contact)!);
  }
  /** Accept and join. */
  answer(at: number, contact: ContactId): void {
    this.accept(at, contact);
    this.join(at, contact);
  }
  hangUp(at: number, contact: ContactId): void {
    this.tell(at, 'legEnded', contact, 'customer', 'normal', 0);
  }
  /** The customer ends the call and the agent submits wrap-up in the same instant. */
  finish(at: number, contact: ContactId, agentIndex: number): void {
    const leg = this.legs.get(contact) ?? 0;
    this.tell(at, 'legEnded', contact, 'customer', 'normal', leg);
    this.tell(at, 'wrapUpSubmitted', contact, agentIndex, '');
  }
  press(at: number, contact: ContactId, digit = '1'): void {
    this.tell(at, 'dtmf', contact, digit);
  }
  promptDone(at: number, contact: ContactId): void {
    this.tell(at, 'promptDone', contact, this.plays.get(contact)!);
  }
  customerAnswers(at: number, contact: ContactId): void {
    this.tell(at, 'legAnswered', contact, this.legs.get(contact)!);
  }
  dialFails(
    at: number,
    contact: ContactId,
    cause: 'busy' | 'noAnswer' | 'failed' | 'invalidNumber' | 'machine',
  ): void {
    this.tell(at, 'legEnded', contact, 'network', cause, this.legs.get(contact)!);
  }

  view(contact: ContactId): ContactView {
    return this.engine.view(contact)!;
  }

  /** The commands since the last call, and forget them. */
  take(): string[] {
    return this.commands.splice(0);
  }

  /** All facts of one name. */
  factsOf(name: string): string[] {
    return this.facts.filter((line) => line.split(' ')[1] === name);
  }

  #drain(): void {
    this.engine.outbox.drainTo(this.#receiver);
  }

  #write(command: string, ...rest: readonly (string | number | boolean)[]): void {
    this.commands.push([this.engine.now / 1000, command, ...rest].join(' '));
  }

  readonly #receiver: Commands = {
    answer: (contact) => this.#write('answer', contact),
    reject: (contact, reason) => this.#write('reject', contact, reason),
    play: (contact, prompt: Prompt, value, id) => {
      this.plays.set(contact, id);
      this.#write('play', contact, prompt, value);
    },
    stopPlay: (contact) => this.#write('stopPlay', contact),
    music: (contact, on) => this.#write('music', contact, on),
    ring: (contact, agentIndex, kind, until, id) => {
      this.rings.set(contact, { contact, agent: agentIndex, kind, until, id });
      this.#write('ring', contact, this.setup.agents[agentIndex]!.name, kind, until / 1000);
    },
    withdrawRing: (contact, agentIndex, why) =>
      this.#write('withdrawRing', contact, this.setup.agents[agentIndex]!.name, why),
    originate: (contact, agentIndex, ringLimit, callerId, id) => {
      this.legs.set(contact, id);
      this.#write('originate', contact, this.setup.agents[agentIndex]!.name, ringLimit / 1000, callerId);
    },
    cancelOriginate: (contact) => this.#write('cancelOriginate', contact),
    connect: (contact, agentIndex, id) => {
      this.connects.set(contact, id);
      this.#write('connect', contact, this.setup.agents[agentIndex]!.name);
    },
    transferOut: (contact, number, id) => {
      this.legs.set(contact, id);
      this.#write('transferOut', contact, number);
    },
    recordMessage: (contact) => this.#write('recordMessage', contact),
    hangup: (contact, reason) => this.#write('hangup', contact, reason),
    notify: (agentIndex, key, contact) =>
      this.#write('notify', this.setup.agents[agentIndex]!.name, key, contact),
  };

  #listener(): Facts {
    const fact =
      (name: string) =>
      (now: number, about: ContactView | number, ...rest: readonly (string | number | boolean)[]): void => {
        const who = typeof about === 'number' ? about : about.id;
        this.facts.push([now / 1000, name, who, ...rest].join(' '));
      };
    return {
      arrived: fact('arrived'),
      queued: fact('queued'),
      left: fact('left'),
      overflowed: fact('overflowed'),
      rang: fact('rang'),
      ringEnded: fact('ringEnded'),
      offerPlayed: fact('offerPlayed'),
      offerSkipped: fact('offerSkipped'),
      optedIn: fact('optedIn'),
      dialled: fact('dialled'),
      dialEnded: fact('dialEnded'),
      joined: fact('joined'),
      handled: fact('handled'),
      closed: fact('closed'),
      announced: fact('announced'),
      activity: fact('activity'),
      refused: fact('refused'),
    };
  }
}
