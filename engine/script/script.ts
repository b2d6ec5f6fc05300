/**
 * A script as read: the centre it sets up and its steps, with every name turned into an index. Types only. Calls keep the
 * numbers the script gives them; which contact and which ring, leg or prompt is meant is known when the script is played.
 */
import type { Channel, Presence, Setup } from '../config/setup.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import type {
  AgentId,
  CallerNumber,
  Cause,
  ConfigurationChange,
  DeviceFault,
  EntryId,
  Party,
} from '../routing/protocol.ts';

export interface Script {
  readonly setup: Setup;
  readonly options: ScriptOptions;
  /** The time of day, after midnight, of instant 0. */
  readonly startOfDay: Millis;
  readonly steps: readonly Step[];
}

/** What only a script's header says. */
export interface ScriptOptions {
  readonly show: Show;
  /** From the engine's `connect` to the moment the two are joined. */
  readonly connectAfter: Millis;
}

/** What the output shows: what matters, the rules and reasons with it, or every command and fact. */
export const shows = ['essentials', 'reasons', 'everything'] as const;
export type Show = (typeof shows)[number];

/** Input lines, and the output they should bring. */
export interface Step {
  readonly moments: readonly Moment[];
  readonly expected: readonly string[];
  /** The line of the file, from 1, where the expected output begins or would begin. */
  readonly line: number;
}

/** A line of input. */
export type Moment = Place & (Happening | Waiting);

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What the host holds for one instant: given to the engine by rank, and within a rank as written (GEN-03). */
export interface Happening {
  readonly kind: 'moves';
  /** Left out: the present instant. */
  readonly at?: Time;
  readonly moves: readonly Move[];
}

export interface Waiting {
  readonly kind: 'wait';
  /** Left out: until the next thing that the output shows. */
  readonly until?: Time;
}

/** A moment of the run, or a length from the present. */
export type Time = { readonly instant: Instant } | { readonly after: Millis };

/** One input, with the script's own number for a call. */
export type Move =
  | {
      readonly input: 'contactArrived';
      readonly call: number;
      readonly entry: EntryId;
      /** null: a number that nobody else has. */
      readonly caller: CallerNumber | null;
      readonly withheld: boolean;
    }
  | {
      readonly input: 'agentAccepted' | 'agentDeclined' | 'agentNoAnswer';
      readonly call: number;
      readonly agent: AgentId;
    }
  | {
      readonly input: 'agentDeviceFailed';
      readonly call: number;
      readonly agent: AgentId;
      readonly fault: DeviceFault;
    }
  | {
      readonly input: 'legEnded';
      readonly call: number;
      readonly by: Party;
      readonly cause: Cause;
      /** The leg the caller has now; or the one we dialled last. */
      readonly leg: 'caller' | 'dialled';
    }
  | { readonly input: 'legAnswered'; readonly call: number }
  | { readonly input: 'commandFailed'; readonly call: number; readonly command: Answered }
  | { readonly input: 'dtmf'; readonly call: number; readonly digit: string }
  | { readonly input: 'numberGiven'; readonly call: number; readonly caller: CallerNumber }
  | { readonly input: 'messageRecorded'; readonly call: number; readonly length: Millis }
  | {
      readonly input:
        'agentSignedIn' | 'signOutRequested' | 'shiftEnded' | 'presenceResetRequested' | 'wrapUpEndRequested';
      readonly agent: AgentId;
    }
  /** Signs in first who is not. */
  | { readonly input: 'presenceChosen'; readonly agent: AgentId; readonly presence: Presence }
  | {
      readonly input: 'channelChosen';
      readonly agent: AgentId;
      readonly channel: Channel;
      readonly isAvailable: boolean;
    }
  | {
      readonly input: 'endRequested' | 'cancelRequested' | 'machineReported' | 'wrapUpExtended';
      readonly call: number;
      readonly agent: AgentId;
    }
  | {
      readonly input: 'wrapUpSubmitted';
      readonly call: number;
      readonly agent: AgentId;
      readonly reason: string;
    }
  | { readonly input: 'configurationChanged'; readonly change: ConfigurationChange };

/** Commands that wait for an answer. */
export type Answered = 'ring' | 'connect' | 'dial' | 'prompt' | 'recording';
