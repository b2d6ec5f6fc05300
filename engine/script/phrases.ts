/**
 * The phrases of the script language: each with the input it means and a word for the reference page. Words in capitals stand
 * for a name or a number. It knows no file, no time and no names: those are looked up by whoever matches a phrase.
 */
import type { Presence } from '../config/setup.ts';
import type { Cause, DeviceFault } from '../routing/protocol.ts';
import type { Answered, Move } from './script.ts';

/** What stands for the words in capitals of a phrase. */
export interface Slots {
  /** Indices. */
  readonly AGENT: number;
  readonly QUEUE: number;
  readonly ENTRY: number;
  readonly PROFILE: number;
  /** The number of a call in this script. */
  readonly N: number;
  /** A telephone number. */
  readonly NUMBER: number;
  readonly COUNT: number;
  /** Milliseconds. */
  readonly LENGTH: number;
  readonly DIGIT: string;
  readonly REASON: string;
}
export type SlotName = keyof Slots;

export interface Phrase {
  readonly words: string;
  /** In a table of the reference, after the phrase. */
  readonly means: string;
  readonly move: (slots: Slots) => Move;
}

const presences: Readonly<Record<string, Presence>> = {
  available: 'available',
  busy: 'busy',
  away: 'away',
  idle: 'away',
  dnd: 'doNotDisturb',
  offline: 'offline',
};

const faults: Readonly<Record<string, DeviceFault>> = {
  'is busy': 'busy',
  'is unreachable': 'unreachable',
  'has an invalid number': 'invalidNumber',
};

/** How a dial can end, as it is said of the call. */
const dialEnds: Readonly<Record<string, Cause>> = {
  'is busy': 'busy',
  'is not answered': 'noAnswer',
  'is answered by a machine': 'machine',
  'has an invalid number': 'invalidNumber',
  'cannot be reached': 'failed',
};

const failures: readonly Answered[] = ['connect', 'ring', 'dial', 'prompt', 'recording'];

const counts = ['priority', 'maxActiveContacts', 'blockSize', 'workItemLimit'] as const;
const lengths = ['ringTimeout', 'averageWait'] as const;

const agents: readonly Phrase[] = [
  {
    words: 'AGENT signs in',
    means: 'Sign-in; the presence is his default one (PR-07).',
    move: ({ AGENT }) => ({ input: 'agentSignedIn', agent: AGENT }),
  },
  {
    words: 'AGENT signs out',
    means: 'Refused while he has work in hand (PR-09).',
    move: ({ AGENT }) => ({ input: 'signOutRequested', agent: AGENT }),
  },
  ...Object.entries(presences).map(([word, presence]): Phrase => ({
    words: `AGENT ${word}`,
    means:
      word === 'idle'
        ? 'The same as away (PR-02).'
        : 'Chooses this presence; who is not signed in signs in first.',
    move: ({ AGENT }) => ({ input: 'presenceChosen', agent: AGENT, presence }),
  })),
  ...(['voice', 'messaging', 'records'] as const).flatMap((channel) =>
    ['available', 'idle'].map((word): Phrase => ({
      words: `AGENT ${word} for ${channel}`,
      means: 'Chooses for one channel (PR-08).',
      move: ({ AGENT }) => ({
        input: 'channelChosen',
        agent: AGENT,
        channel,
        isAvailable: word === 'available',
      }),
    })),
  ),
  {
    words: 'AGENT accepts call N',
    means: 'Answers the ring (NT-02).',
    move: ({ AGENT, N }) => ({ input: 'agentAccepted', agent: AGENT, call: N }),
  },
  {
    words: 'AGENT declines call N',
    means: 'Declines the ring (NT-05).',
    move: ({ AGENT, N }) => ({ input: 'agentDeclined', agent: AGENT, call: N }),
  },
  {
    words: 'AGENT misses call N',
    means: "The telephone system's own no-answer, earlier than the deadline (NT-01).",
    move: ({ AGENT, N }) => ({ input: 'agentNoAnswer', agent: AGENT, call: N }),
  },
  ...Object.entries(faults).map(([words, fault]): Phrase => ({
    words: `AGENT's phone ${words} for call N`,
    means: 'His device fails while it rings (NT-14).',
    move: ({ AGENT, N }) => ({ input: 'agentDeviceFailed', agent: AGENT, call: N, fault }),
  })),
  {
    words: 'AGENT ends call N',
    means: 'Ends the call at his desktop (CC-29).',
    move: ({ AGENT, N }) => ({ input: 'endRequested', agent: AGENT, call: N }),
  },
  {
    words: 'AGENT cancels call N',
    means: 'Gives up a callback before the customer answers (CB-15).',
    move: ({ AGENT, N }) => ({ input: 'cancelRequested', agent: AGENT, call: N }),
  },
  {
    words: 'AGENT hears a machine on call N',
    means: 'Marks a callback as taken by an answering machine (CB-X8).',
    move: ({ AGENT, N }) => ({ input: 'machineReported', agent: AGENT, call: N }),
  },
  {
    words: 'AGENT wraps up call N',
    means: 'Submits wrap-up with the default reason (WU-01).',
    move: ({ AGENT, N }) => ({ input: 'wrapUpSubmitted', agent: AGENT, call: N, reason: '' }),
  },
  {
    words: 'AGENT wraps up call N as REASON',
    means: 'Submits wrap-up with this reason (WU-07).',
    move: ({ AGENT, N, REASON }) => ({ input: 'wrapUpSubmitted', agent: AGENT, call: N, reason: REASON }),
  },
  {
    words: 'AGENT extends the wrap-up of call N',
    means: 'Stops the clock of autoWrapAfter (WU-03).',
    move: ({ AGENT, N }) => ({ input: 'wrapUpExtended', agent: AGENT, call: N }),
  },
  {
    words: "AGENT's shift ends",
    means: 'His quotas of the day go back to 0 (CP-04); he needs a shift in the header.',
    move: ({ AGENT }) => ({ input: 'shiftEnded', agent: AGENT }),
  },
];

const calls: readonly Phrase[] = [
  {
    words: 'call N arrives at ENTRY',
    means: 'A call to a queue or a workstream, from a number that nobody else has.',
    move: ({ N, ENTRY }) => ({
      input: 'contactArrived',
      call: N,
      entry: ENTRY,
      caller: null,
      withheld: false,
    }),
  },
  {
    words: 'call N arrives at ENTRY from NUMBER',
    means: 'A call from this number.',
    move: ({ N, ENTRY, NUMBER }) => ({
      input: 'contactArrived',
      call: N,
      entry: ENTRY,
      caller: NUMBER,
      withheld: false,
    }),
  },
  {
    words: 'call N arrives at ENTRY with its number withheld',
    means: 'A call without a number (CB-08).',
    move: ({ N, ENTRY }) => ({
      input: 'contactArrived',
      call: N,
      entry: ENTRY,
      caller: null,
      withheld: true,
    }),
  },
  {
    words: 'call N hangs up',
    means: 'The customer hangs up.',
    move: ({ N }) => ({ input: 'legEnded', call: N, by: 'customer', cause: 'normal', leg: 'caller' }),
  },
  {
    words: 'call N presses DIGIT',
    means: 'A key of the telephone; 1 opts in to a callback (CB-04).',
    move: ({ N, DIGIT }) => ({ input: 'dtmf', call: N, digit: DIGIT }),
  },
  {
    words: 'call N gives number NUMBER',
    means: 'Another number to call back on, during the confirmation (CB-44).',
    move: ({ N, NUMBER }) => ({ input: 'numberGiven', call: N, caller: NUMBER }),
  },
  {
    words: 'call N is answered',
    means:
      'Somebody answers what we dialled: the customer of a callback, or the number of an external transfer.',
    move: ({ N }) => ({ input: 'legAnswered', call: N }),
  },
  ...Object.entries(dialEnds).map(([words, cause]): Phrase => ({
    words: `call N ${words}`,
    means: 'How what we dialled ends instead (CB-14, CB-22, OV-X5).',
    move: ({ N }) => ({ input: 'legEnded', call: N, by: 'network', cause, leg: 'dialled' }),
  })),
  {
    words: 'the external party of call N hangs up',
    means: 'The far end of an external transfer leaves (OV-16).',
    move: ({ N }) => ({ input: 'legEnded', call: N, by: 'external', cause: 'normal', leg: 'dialled' }),
  },
  {
    words: 'call N leaves a message of LENGTH',
    means: 'A voicemail is recorded; of 0s: it failed (OV-17).',
    move: ({ N, LENGTH }) => ({ input: 'messageRecorded', call: N, length: LENGTH }),
  },
  ...failures.map((command): Phrase => ({
    words: `the ${command} of call N fails`,
    means: 'The telephone system could not do what it was told (GEN-05).',
    move: ({ N }) => ({ input: 'commandFailed', call: N, command }),
  })),
];

const supervisors: readonly Phrase[] = [
  {
    words: 'the supervisor resets AGENT',
    means: "Resets an agent's presence (PR-14).",
    move: ({ AGENT }) => ({ input: 'presenceResetRequested', agent: AGENT }),
  },
  {
    words: 'the supervisor ends the wrap-up of AGENT',
    means: 'Ends his wrap-up early (PR-14).',
    move: ({ AGENT }) => ({ input: 'wrapUpEndRequested', agent: AGENT }),
  },
];

const changes: readonly Phrase[] = [
  {
    words: 'AGENT joins QUEUE',
    means: 'Becomes a member of the queue (AS-01).',
    move: ({ AGENT, QUEUE }) => changed({ change: 'joinQueue', agent: AGENT, queue: QUEUE }),
  },
  {
    words: 'AGENT leaves QUEUE',
    means: 'Is a member no more (NT-X6).',
    move: ({ AGENT, QUEUE }) => changed({ change: 'leaveQueue', agent: AGENT, queue: QUEUE }),
  },
  {
    words: 'QUEUE is removed',
    means: 'Refused while it is not empty (RT-X3).',
    move: ({ QUEUE }) => changed({ change: 'removeQueue', queue: QUEUE }),
  },
  {
    words: 'the limit of AGENT in PROFILE becomes COUNT',
    means: 'A limit of his own in a capacity profile (CP-08).',
    move: ({ AGENT, PROFILE, COUNT }) =>
      changed({ change: 'profileLimit', agent: AGENT, profile: PROFILE, limit: COUNT }),
  },
  {
    words: "the limit of AGENT in PROFILE becomes the profile's",
    means: 'Back to the limit of the profile (CP-08).',
    move: ({ AGENT, PROFILE }) =>
      changed({ change: 'profileLimit', agent: AGENT, profile: PROFILE, limit: null }),
  },
  ...(['immediate', 'endOfDay'] as const).map((reset): Phrase => ({
    words: `the reset of PROFILE becomes ${reset}`,
    means: 'Refused, always (CP-12).',
    move: ({ PROFILE }) => changed({ change: 'profileReset', profile: PROFILE, reset }),
  })),
  ...counts.map((setting): Phrase => ({
    words: `${setting} of QUEUE becomes COUNT`,
    means: 'A setting of a queue; it counts from the next decision on (GEN-10).',
    move: ({ QUEUE, COUNT }) => changed({ change: 'queueSetting', queue: QUEUE, setting, value: COUNT }),
  })),
  ...lengths.map((setting): Phrase => ({
    words: `${setting} of QUEUE becomes LENGTH`,
    means: 'A setting of a queue; it counts from the next decision on (GEN-10).',
    move: ({ QUEUE, LENGTH }) => changed({ change: 'queueSetting', queue: QUEUE, setting, value: LENGTH }),
  })),
];

function changed(change: Extract<Move, { input: 'configurationChanged' }>['change']): Move {
  return { input: 'configurationChanged', change };
}

/** By who or what acts, for the reference page. */
export const phraseGroups: readonly { readonly title: string; readonly phrases: readonly Phrase[] }[] = [
  { title: 'Callers', phrases: calls },
  { title: 'Agents', phrases: agents },
  { title: 'Supervisors', phrases: supervisors },
  { title: 'Changes of configuration', phrases: changes },
];
export const phrases: readonly Phrase[] = phraseGroups.flatMap((group) => group.phrases);
