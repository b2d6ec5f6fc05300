/** What a script can say of callers, and of what the telephone system does with their calls. */
import type { Cause } from '../routing/protocol.ts';
import type { Phrase } from './phrase.ts';
import type { Answered } from './script.ts';

/** How a dial can end, as it is said of the call. */
const dialEnds: Readonly<Record<string, Cause>> = {
  'is busy': 'busy',
  'is not answered': 'noAnswer',
  'is answered by a machine': 'machine',
  'has an invalid number': 'invalidNumber',
  'cannot be reached': 'failed',
};

const failures: readonly Answered[] = ['connect', 'ring', 'dial', 'prompt', 'recording'];

export const callPhrases: readonly Phrase[] = [
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
