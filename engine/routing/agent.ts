/**
 * What the engine knows of one agent: presence, capacity, clocks, and his places in the lists of able agents.
 * The rules of presence (PR) are in presence.ts, those of capacity (CP) in capacity.ts.
 */
import type { AgentSetup, Channel, Presence } from '../config/setup.ts';
import { NO_TICKET, type Ticket } from '../kernel/calendar.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import { At, Line } from './agent-states.ts';
import type { Contact } from './contact.ts';
import { NOBODY, type Activity, type AgentId, type ContactId } from './protocol.ts';
import type { Queue } from './queue.ts';

/** An agent's membership of one queue, and his link in its list of able agents. */
export class Membership {
  readonly agent: Agent;
  readonly queue: Queue;
  /** AS-05, AS-11: order of joining the queue. */
  readonly joined: number;
  /** AS-05: sequence of the last assignment in this queue, NOBODY if never. */
  lastAssigned = NOBODY;
  isListed = false;
  before: Membership | null = null;
  after: Membership | null = null;

  constructor(agent: Agent, queue: Queue, joined: number) {
    this.agent = agent;
    this.queue = queue;
    this.joined = joined;
  }
}

/** Channels by number, for masks and short arrays. */
export const CHANNEL: Readonly<Record<Channel, number>> = { voice: 0, messaging: 1, records: 2 };
const CHANNELS = 3;

/** Wrap-up of an agent whose contact has gone on without him (GEN-11, CB-14 with `wrapUpOnNoAnswer`). */
export interface AloneWrapUp {
  readonly contact: ContactId;
  readonly workClass: number;
  readonly queue: number;
  readonly quotaDay: number;
  /** False once the wrap-up block has let go of the capacity (WU-02). */
  readonly holdsCapacity: boolean;
}

export class Agent {
  readonly index: AgentId;
  readonly setup: AgentSetup;
  memberships: Membership[] = [];

  presence = At.signedOut;
  /** By channel: whether something rings there (AS-12). */
  readonly lines = new Uint8Array(CHANNELS).fill(Line.quiet);
  /** PR-08: channels on which he has chosen to be Idle, as bits. */
  idleChannels = 0;
  /** PR-05: chosen Offline, Away and DND last until changed; a chosen Available or Busy until the next accept or close. */
  isChosen = false;
  /** PR-06: chosen during a call or ring, takes effect afterwards. */
  pendingPresence: Presence | '' = '';

  // Work in hand.
  /** By channel: the one offer that rings there (AS-12, NT-X7), and how many do. */
  readonly rings: (Contact | null)[] = [null, null, null];
  ringing = 0;
  dialling = 0;
  talking = 0;
  wrappingUp = 0;
  alone: AloneWrapUp | null = null;
  aloneTicket: Ticket = NO_TICKET;
  aloneBlockTicket: Ticket = NO_TICKET;
  activity: Activity = 'signedOut';

  // Capacity (CP): by capacity profile; limit NOBODY where he holds none.
  usedUnits = 0;
  readonly profileLimit: Int32Array;
  readonly profileUsed: Int32Array;
  /** Units of end-of-day quotas taken by work that is still open: these make him Busy, used-up quotas of closed work do not. */
  quotaInHand = 0;
  /** Which day of quotas this is: work from before the last reset is not counted any more (CP-X1). */
  quotaDay = 0;
  /** CP-09 kind of excess is recorded by who causes it; here only what is free. */
  get freeUnits(): number {
    // Units may be fractions: 1 - 0.9 must leave room for 0.1.
    return Math.round((this.setup.units - this.usedUnits) * 1e6) / 1e6;
  }

  /** Bit by work class: which work he could be offered right now (AS-03). */
  ableFor = 0;
  /** AS-06, by channel: when a contact of that kind last released capacity; NOBODY since sign-in. */
  releasedVoice: Instant = NOBODY;
  releasedMessaging: Instant = NOBODY;
  /** AS-10. */
  availableSince: Instant = NOBODY;

  constructor(index: AgentId, setup: AgentSetup, profiles: number) {
    this.index = index;
    this.setup = setup;
    this.profileLimit = new Int32Array(profiles).fill(NOBODY);
    this.profileUsed = new Int32Array(profiles);
  }

  get isSignedIn(): boolean {
    return this.presence !== At.signedOut;
  }

  get isBusy(): boolean {
    return this.ringing + this.dialling + this.talking + this.wrappingUp > 0 || this.alone !== null;
  }

  ringTimeout(queue: Queue): Millis {
    return this.setup.ringTimeout ?? queue.ringTimeout;
  }
}
