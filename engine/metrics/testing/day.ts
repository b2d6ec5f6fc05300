/**
 * A day told by hand: facts as the engine would tell them, of contacts that are plain objects. Times are texts or seconds after
 * the day's start. For the tests of metrics only; it knows no rule, so it can also tell what never happens.
 */
import type { Setup } from '../../config/setup.ts';
import { DayCollector } from '../collect.ts';
import type {
  Activity,
  CloseReason,
  ContactView,
  DialOutcome,
  QueueEntry,
  RingOutcome,
  SegmentOutcome,
} from '../../routing/protocol.ts';

export const SECOND = 1000;
const HOUR = 3_600_000;

export interface DeskOptions {
  readonly queues?: number;
  readonly warmUp?: number;
  readonly continuous?: boolean;
  readonly callbackInSL?: 'exclude' | 'atOptIn' | 'atConnect';
  readonly serviceLevel?: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  /** By queue; left out: 80 % of the first. */
  readonly targets?: readonly (number | null)[];
  readonly announce?: boolean;
  /** Overflow from queue 0 to queue 1, before the queue and in it. */
  readonly moves?: boolean;
  readonly kinds?: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  readonly calendar?: readonly number[];
  readonly days?: number;
}

/** A centre open from 08:00 to 10:00 in half hours; threshold 20 s, short 5 s; agents 0 and 1 in group one, 2 in group two. */
export function deskSetup(options: DeskOptions = {}): Setup {
  const { queues = 2, warmUp = 0, continuous = false, callbackInSL = 'exclude', announce = false } = options;
  const move = (when: string): object[] =>
    options.moves === true ? [{ when, limit: 0, action: { do: 'transferQueue', queue: 1 } }] : [];
  const kinds = options.kinds ?? [{ name: 'day', from: 8 * HOUR, to: 10 * HOUR }];
  return {
    name: 'Desk',
    seed: 1,
    routing: {
      queues: Array.from({ length: queues }, (_, at) => ({
        name: `queue ${at}`,
        serviceLevelThreshold: 20 * SECOND,
        shortAbandonThreshold: 5 * SECOND,
        announceWait: announce,
        overflow: at === 0 ? move('averageWait') : [],
        waitExceeds: at === 0 ? (move('waitExceeds')[0] ?? null) : null,
      })),
      entries: [],
      agents: [{ group: 0 }, { group: 0 }, { group: 1 }],
    },
    world: {
      kinds,
      calendar: options.calendar ?? [0],
      calendarRepeatsFrom: 0,
      groups: [{ name: 'one' }, { name: 'two' }],
      interval: HOUR / 2,
      warmUp,
      continuous,
      days: options.days ?? 1,
    },
    report: {
      serviceLevel: options.serviceLevel ?? 'a',
      callbackInSL,
      targets: options.targets ?? [0.8, null],
      expectations: [],
    },
  } as unknown as Setup;
}

/** All fields of a view, to be changed as things happen. */
export type Contact = { -readonly [K in keyof ContactView]: ContactView[K] };

/** Whole milliseconds, as the engine's. */
const ms = (seconds: number): number => Math.round(seconds * SECOND);

export class Day {
  readonly collector: DayCollector;
  readonly contacts: Contact[] = [];

  constructor(setup: Setup, kind = 0, collector = new DayCollector(setup)) {
    this.collector = collector;
    collector.begin(kind, 0);
  }

  arrive(at: number): Contact {
    const contact: Contact = {
      id: this.contacts.length,
      entry: 0,
      caller: this.contacts.length,
      withheld: false,
      arrivedAt: ms(at),
      queueIndex: -1,
      enteredAt: -1,
      firstEnteredAt: -1,
      segments: 0,
      hops: 0,
      isCallback: false,
      agentIndex: -1,
      offers: 0,
      optedInAt: -1,
      attempts: 0,
      firstDialAt: -1,
      acceptedAt: -1,
      dialledAt: -1,
      answeredAt: -1,
      joinedAt: -1,
      talkEndedAt: -1,
      estimateTold: -1,
      estimateUsed: -1,
      announcedAhead: -1,
      servedSinceAnnounced: 0,
    };
    this.contacts.push(contact);
    this.collector.arrived(ms(at), contact);
    return contact;
  }

  enter(contact: Contact, at: number, queue = 0, how: QueueEntry = 'routed'): void {
    contact.queueIndex = queue;
    contact.enteredAt = ms(at);
    if (contact.firstEnteredAt < 0) contact.firstEnteredAt = ms(at);
    contact.segments += 1;
    this.collector.queued(ms(at), contact, how);
  }

  /** Arrives and enters a queue. */
  call(at: number, queue = 0): Contact {
    const contact = this.arrive(at);
    this.enter(contact, at, queue);
    return contact;
  }

  leave(contact: Contact, at: number, outcome: SegmentOutcome): void {
    if (outcome === 'answered') contact.acceptedAt = ms(at);
    this.collector.left(ms(at), contact, outcome);
    if (outcome === 'abandoned') this.close(contact, at, 'abandoned');
  }

  close(contact: Contact, at: number, reason: CloseReason): void {
    this.collector.closed(ms(at), contact, reason);
  }

  /** Answered after so long, joined at once, then talk and wrap-up. */
  serve(contact: Contact, at: number, talk = 0, wrapUp = 0, agent = 0): void {
    this.leave(contact, at, 'answered');
    contact.joinedAt = ms(at);
    this.collector.joined(ms(at), contact, agent);
    contact.talkEndedAt = ms(at + talk);
    this.collector.handled(ms(at + talk + wrapUp), contact, agent);
    this.close(contact, at + talk + wrapUp, 'handled');
  }

  offer(contact: Contact, at: number): void {
    contact.offers += 1;
    this.collector.offerPlayed(ms(at), contact);
  }

  optIn(contact: Contact, at: number): void {
    this.leave(contact, at, 'optedIn');
    contact.optedInAt = ms(at);
    contact.isCallback = true;
    this.collector.optedIn(ms(at), contact);
  }

  dial(contact: Contact, at: number, agent = 0): void {
    contact.attempts += 1;
    contact.dialledAt = ms(at);
    contact.answeredAt = -1;
    if (contact.firstDialAt < 0) contact.firstDialAt = ms(at);
    this.collector.dialled(ms(at), contact, agent);
  }

  fail(contact: Contact, at: number, outcome: DialOutcome = 'noAnswer', agent = 0): void {
    this.collector.dialEnded(ms(at), contact, agent, outcome);
  }

  join(contact: Contact, answered: number, joined: number, agent = 0): void {
    contact.answeredAt = ms(answered);
    contact.joinedAt = ms(joined);
    this.collector.dialEnded(ms(joined), contact, agent, 'joined');
    this.collector.joined(ms(joined), contact, agent);
  }

  ring(contact: Contact, at: number, end: number, outcome: RingOutcome, agent = 0): void {
    this.collector.rang(ms(at), contact, agent);
    this.collector.ringEnded(ms(end), contact, agent, outcome);
  }

  does(agent: number, at: number, activity: Activity): void {
    this.collector.activity(ms(at), agent, activity);
  }

  end(at: number): Float64Array {
    return this.collector.end(ms(at));
  }
}
