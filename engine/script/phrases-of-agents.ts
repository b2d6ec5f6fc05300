/** What a script can say of agents. */
import type { Presence } from '../config/setup.ts';
import type { DeviceFault } from '../routing/protocol.ts';
import type { Phrase } from './phrase.ts';

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

export const agentPhrases: readonly Phrase[] = [
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
