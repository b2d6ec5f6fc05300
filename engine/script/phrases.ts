/**
 * The phrases of the script language: each with the input it means and a word for the reference page. Words in capitals stand
 * for a name or a number. It knows no file, no time and no names: those are looked up by whoever matches a phrase.
 */
import type { Phrase } from './phrase.ts';
import { agentPhrases } from './phrases-of-agents.ts';
import { callPhrases } from './phrases-of-calls.ts';
import type { Move } from './script.ts';

const counts = ['priority', 'maxActiveContacts', 'blockSize', 'workItemLimit'] as const;
const lengths = ['ringTimeout', 'averageWait'] as const;

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
  { title: 'Callers', phrases: callPhrases },
  { title: 'Agents', phrases: agentPhrases },
  { title: 'Supervisors', phrases: supervisors },
  { title: 'Changes of configuration', phrases: changes },
];
export const phrases: readonly Phrase[] = phraseGroups.flatMap((group) => group.phrases);
