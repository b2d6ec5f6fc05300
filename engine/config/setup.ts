/**
 * The setup: a scenario after reading, with every default filled in, every name turned into an index and
 * every length into milliseconds. The engine and the simulated world are built from it. It is plain data
 * (a worker can receive it) and knows no text, no file, no zone: hours are instants by now.
 *
 * Lengths are milliseconds, shares are fractions of 1, `Infinity` means "no limit" or "never".
 * Rule IDs in the comments are those of the rule book (engine/rules.ts).
 */
import type { Law } from '../kernel/distributions.ts';
import type { Instant, Millis } from '../kernel/time.ts';

export type Channel = 'voice' | 'messaging' | 'records';
export type Preset = 'tandem' | 'dynamics' | 'webex' | 'goto';
/** Base presences an agent may choose (PR-01); `inactive` is set by the system only. */
export type Presence = 'available' | 'busy' | 'doNotDisturb' | 'away' | 'offline' | 'inactive';
/** AS-04 .. AS-06, AS-10. `custom` belongs to a later issue. */
export type Method = 'leastActive' | 'roundRobin' | 'highestCapacity' | 'longestAvailable' | 'linear';

// ---------------------------------------------------------------- routing

export interface RoutingSetup {
  readonly queues: readonly QueueSetup[];
  readonly agents: readonly AgentSetup[];
  readonly entries: readonly EntrySetup[];
  readonly classes: readonly WorkClassSetup[];
  readonly profiles: readonly CapacityProfileSetup[];
  readonly callbackProfiles: readonly CallbackProfileSetup[];
  readonly hours: readonly HoursSetup[];
  readonly sites: readonly SiteSetup[];
  /** LM-01, LM-02: the ceiling of the shared service. */
  readonly maxCalls: number;
  readonly maxOutbound: number;
  readonly overflowBatch: number;
  readonly maxQueueHops: number;
  readonly depthSampleInterval: Millis;
  readonly propagationDelay: Millis;
  /** AS-02 as preset dynamics has it: so many live items over all queues together; null: each queue its own block. */
  readonly sharedBlock: number | null;
}

export interface SiteSetup {
  readonly name: string;
  readonly maxCalls: number;
  readonly maxOutbound: number;
}

export interface QueueSetup {
  readonly name: string;
  readonly channel: Channel;
  /** RT-11: 1 is the most urgent. */
  readonly priority: number;
  readonly method: Method;
  readonly blockSize: number;
  readonly maxActiveContacts: number;
  readonly serviceLevelThreshold: Millis;
  readonly shortAbandonThreshold: Millis;
  readonly ringTimeout: Millis;
  readonly declineLimit: number;
  readonly itemDeclineCap: number;
  readonly onMissed: 'rona' | 'inactive' | 'none' | 'logout';
  readonly onReject: 'none' | 'doNotDisturb';
  /** Index into `hours`, or -1: always open (OH-01). */
  readonly hours: number;
  /** Pre-queue conditions in configured order (OV-03 .. OV-10). */
  readonly overflow: readonly OverflowSetup[];
  /** The in-queue condition (OV-20), if any. */
  readonly waitExceeds: OverflowSetup | null;
  readonly moveCallbacks: boolean;
  readonly estimate: EstimateSetup;
  readonly announceWait: boolean;
  readonly announcePosition: boolean;
  /** Index into `callbackProfiles`: the profile of a `directCallback` that names none. */
  readonly callback: number;
  readonly wrapUp: WrapUpSetup;
}

export type OverflowCondition = 'outOfHours' | 'workItemLimit' | 'averageWait' | 'waitExceeds';

export interface OverflowSetup {
  readonly when: OverflowCondition;
  /** `workItemLimit`: items; `averageWait`, `waitExceeds`: milliseconds; `outOfHours`: 0. */
  readonly limit: number;
  readonly action: OverflowAction;
}

export type OverflowAction =
  | { readonly do: 'assignAnyway' }
  | { readonly do: 'directCallback'; readonly profile: number }
  | { readonly do: 'endCall' }
  | { readonly do: 'transferQueue'; readonly queue: number }
  | { readonly do: 'transferExternal'; readonly number: string }
  | { readonly do: 'voicemail' };

export interface EstimateSetup {
  readonly model: 'ema' | 'minuteSamples' | 'positional';
  readonly alpha: number;
  readonly refresh: Millis;
  readonly minSamples: number;
  readonly resetAfter: Millis;
  /** History from before the run (EW-03), or null. */
  readonly initial: Millis | null;
  readonly lookback: Millis;
  readonly maxCV: number;
  readonly minValidShare: number;
}

export interface CallbackProfileSetup {
  readonly name: string;
  readonly offerFirst: Millis;
  /** Start to start (CB-03); Infinity: one offer only. */
  readonly offerRepeat: Millis;
  readonly maxAttempts: number;
  readonly retryWait: Millis;
  /** CB-22. Busy counts as no answer. */
  readonly retryNoAnswer: boolean;
  readonly retryFailed: boolean;
  readonly retryMachine: boolean;
  readonly minRedialGap: Millis;
  readonly expiry: Millis;
  readonly ringLimit: Millis;
  readonly allowCancel: boolean;
  readonly wrapUpOnNoAnswer: boolean;
  /** CB-23, CB-40. */
  readonly allowOutsideHours: boolean;
  /** CB-41: index into `hours` of the moments at which offers may be played, or -1: any time. */
  readonly offeringWindow: number;
  /** CB-42. */
  readonly maxActive: number;
  /** CB-43. */
  readonly duplicateScope: 'queue' | 'all';
  readonly duplicateAction: 'end' | 'stay';
  /** CB-44: whether the customer may give another number. */
  readonly alternateNumber: boolean;
  /** CB-45: one fixed caller id, or null: the number the customer dialled, else `fallbackNumber`. */
  readonly fixedNumber: string | null;
  readonly fallbackNumber: string | null;
}

export interface WrapUpSetup {
  /** WU-02: capacity stays taken until closed (Infinity: `always`), is freed at once (0: `none`) or after so long. */
  readonly block: Millis;
  /** WU-03; Infinity: off. */
  readonly autoAfter: Millis;
  readonly mayExtend: boolean;
  /** WU-07: at least one; the first is the default. */
  readonly reasons: readonly string[];
}

/** What the work of an entry asks of an agent: the capacity and presence settings of a workstream. */
export interface WorkClassSetup {
  readonly channel: Channel;
  readonly units: number;
  /** Indices into `profiles` (CP-02: all of them). */
  readonly profiles: readonly number[];
  readonly allowedPresences: readonly Presence[];
}

export interface CapacityProfileSetup {
  readonly name: string;
  readonly limit: number;
  readonly reset: 'immediate' | 'endOfDay';
  readonly blocking: boolean;
}

export interface AgentSetup {
  readonly name: string;
  /** Index of the group, for reports. */
  readonly group: number;
  /** Indices into `queues`, in joining order. */
  readonly queues: readonly number[];
  readonly units: number;
  readonly profiles: readonly { readonly profile: number; readonly limit: number | null }[];
  /** Overrides the queue's ring timeout when given. */
  readonly ringTimeout: Millis | null;
  readonly defaultPresence: Exclude<Presence, 'inactive'>;
  /** CP-04: quotas end with the shift, or at midnight for agents without one. */
  readonly quotaEnds: 'shift' | 'midnight';
}

/** An entry point (a dialled number) with its workstream's rules (RT-02 .. RT-06). */
export interface EntrySetup {
  readonly name: string;
  readonly workClass: number;
  readonly site: number;
  /** The number the customer dials; shown to agents and used as caller id (CB-11, CB-45), or null. */
  readonly number: string | null;
  /** Whether that number may make calls (CB-45). */
  readonly mayCall: boolean;
  readonly greeting: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly rules: readonly RuleSetup[];
  readonly fallback: number;
}

export interface RuleSetup {
  readonly when: readonly MatchSetup[];
  /** One target, or 2 to 5 with percentages that sum to 100 (RT-06). */
  readonly targets: readonly { readonly queue: number; readonly percent: number }[];
  /** OV-10: replaces the pre-queue list of the queue; null keeps it. */
  readonly overflow: readonly OverflowSetup[] | null;
}

/** A condition on an attribute: `is` one of these texts, or a number above or below. A number asked of a text fails the rule (RT-05). */
export interface MatchSetup {
  readonly attribute: string;
  readonly is?: readonly string[];
  readonly above?: number;
  readonly below?: number;
}

/** Weekly pattern with holidays; config/hours.ts turns it into openings of one run. */
export interface HoursSetup {
  readonly name: string;
  readonly zone: string;
  /** Monday first: openings of that weekday in minutes after local midnight; an end before the start means the next day. */
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  readonly holidays: readonly string[];
}

/** The opening moments of one hours record in one run: [open, close) pairs in rising order. */
export type Openings = readonly Instant[];

/** What the engine needs to know of the run that begins: nothing of it is in the scenario itself. */
export interface RunFrame {
  readonly seed: number;
  /** Which replication this is; part of every stream's name. */
  readonly day: number;
  /** UTC of instant 0, in milliseconds since 1970 (GEN-01). */
  readonly originUtc: number;
  /** One per hours record. */
  readonly openings: readonly Openings[];
  /** Local midnights within the run, for quotas without a shift (CP-04). */
  readonly midnights: readonly Instant[];
}

// ---------------------------------------------------------------- world

/** A law of a length or a number, as written in the scenario; kernel/distributions.ts gives it life. Times in milliseconds. */
export type LawSetup = Law;

export interface WorldSetup {
  /** The queue's own law of behaviour, by queue index. */
  readonly behaviour: readonly BehaviourSetup[];
  readonly groups: readonly GroupSetup[];
  readonly kinds: readonly DayKindSetup[];
  /** Kind of each day of the calendar; indices into `kinds`. From `calendarRepeatsFrom` on they repeat for ever. */
  readonly calendar: readonly number[];
  /** Days after `firstDate` of each entry of the calendar: separate runs leave closed days out. */
  readonly calendarOffsets: readonly number[];
  /** Index of the first entry that repeats: single dates come before it, the plain week after it. */
  readonly calendarRepeatsFrom: number;
  /** What repeats begins again after so many days. */
  readonly calendarSpan: number;
  /** ISO date of the first day of the calendar. */
  readonly firstDate: string;
  readonly zone: string;
  /** Length of the reporting interval. */
  readonly interval: Millis;
  /** Separate days start empty; a long run carries queue and estimate over the night. */
  readonly continuous: boolean;
  /** Left out of the measures at the start of each run. */
  readonly warmUp: Millis;
  readonly endOfDay: 'serve' | 'leave';
  readonly prompts: Readonly<Record<PromptName, Millis>>;
  /** Default number of days. */
  readonly days: number;
}

export type PromptName =
  | 'greeting'
  | 'callbackOffer'
  | 'callbackConfirmation'
  | 'overflowEnd'
  | 'position'
  | 'wait'
  | 'apology'
  | 'voicemail'
  | 'duplicate';

/** What a caller does in a queue: his luck is his own, the law is that of the queue that got him. */
export interface BehaviourSetup {
  /** null: endless. */
  readonly patience: LawSetup | null;
  readonly balk: number;
  readonly talk: LawSetup;
  /** null: no wrap-up. */
  readonly wrapUp: LawSetup | null;
  /** Share that accepts the k-th offer (the last one goes on for ever). */
  readonly accepts: readonly number[];
  /** From the start of the prompt to the digit. */
  readonly reaction: LawSetup;
  /** Outcome shares of a callback dial; the rest rings until the ring limit (no answer). */
  readonly answers: number;
  readonly busy: number;
  readonly machine: number;
  readonly invalid: number;
  readonly failed: number;
  /** From dialling to the answer (or to busy, failed). */
  readonly answerAfter: LawSetup;
}

export interface GroupSetup {
  readonly name: string;
  /** Agents of the group are consecutive: [firstAgent, firstAgent + size). */
  readonly firstAgent: number;
  readonly size: number;
  readonly accept: LawSetup;
  readonly missed: number;
  readonly declined: number;
  /** From becoming Inactive to choosing Available again. */
  readonly ronaReturn: LawSetup;
  /** Divides talk and wrap-up: 1.25 handles a call in four fifths of the time. */
  readonly efficiency: number;
  readonly shrinkage: number;
}

export interface DayKindSetup {
  readonly name: string;
  /** Local clock of the day's start and end, milliseconds after midnight; `to` may pass 24 h. */
  readonly from: Millis;
  readonly to: Millis;
  readonly demand: readonly DemandSetup[];
  /** By group. */
  readonly staffing: readonly StaffingSetup[];
}

export interface DemandSetup {
  readonly name: string;
  readonly entry: number;
  /** The queue whose behaviour holds for callers who reach none (redial after a block). */
  readonly queue: number;
  readonly arrivals: ArrivalsSetup;
  readonly withheld: number;
  readonly redial: RedialSetup;
}

export type ArrivalsSetup =
  | {
      readonly kind: 'rates';
      /** Calls expected in each step; the steps follow each other from the day's start. */
      readonly expected: readonly number[];
      readonly step: Millis;
      /** Law of the day factor with mean 1, or null. */
      readonly dayFactor: LawSetup | null;
    }
  | {
      readonly kind: 'fixed';
      readonly count: number;
      readonly weights: readonly number[];
      readonly step: Millis;
    }
  | {
      readonly kind: 'trace';
      readonly times: readonly Millis[];
      /** null in a list: of this call it was not recorded, and the law is drawn. */
      readonly talk: readonly (Millis | null)[] | null;
      readonly wrapUp: readonly (Millis | null)[] | null;
    };

export interface RedialSetup {
  readonly afterAbandon: number;
  readonly afterBlocked: number;
  readonly delay: LawSetup;
  /** Draw patience and handle time afresh at each attempt instead of keeping them. */
  readonly fresh: boolean;
  readonly maxRedials: number;
}

export type StaffingSetup =
  /** Agents on duty by step from the day's start; the last step serves who is inside. */
  | { readonly kind: 'numbers'; readonly step: Millis; readonly count: readonly number[] }
  /** One shift an agent, in the group's order; null: not working that day. Times after the day's start, may be negative or pass its end. */
  | { readonly kind: 'shifts'; readonly shifts: readonly (ShiftSetup | null)[] };

export interface ShiftSetup {
  readonly from: Millis;
  readonly to: Millis;
  readonly breaks: readonly { readonly from: Millis; readonly to: Millis }[];
}

// ---------------------------------------------------------------- report

export interface ReportSetup {
  /** K-01a .. K-01f: the formula in the headline. */
  readonly serviceLevel: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  readonly callbackInSL: 'exclude' | 'atOptIn' | 'atConnect';
  /** Target share by queue, or null. */
  readonly targets: readonly (number | null)[];
  readonly expectations: readonly ExpectationSetup[];
  /** What an hour at work costs, by group, or null: it is not said. Nothing in a run depends on it. */
  readonly costs: readonly (number | null)[];
  /** ISO 4217. */
  readonly currency: string;
}

export interface ExpectationSetup {
  readonly kpi: string;
  readonly queue: number | null;
  readonly between: readonly [number, number];
}

export interface Setup {
  readonly name: string;
  readonly seed: number;
  readonly preset: Preset;
  readonly routing: RoutingSetup;
  readonly world: WorldSetup;
  readonly report: ReportSetup;
}
