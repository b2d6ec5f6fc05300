/**
 * What there is in a transcript, as a table to print: every name, its kind, and the details that stand in its entries, each in a
 * sentence. The names are those of the engine's own tables, so that none can be missing.
 */
import { COMMAND_FIELDS, FACT_FIELDS, INPUT_FIELDS } from '../engine/index.ts';
import type { Entry, TranscriptField } from '../engine/index.ts';

export interface TranscriptRow {
  readonly kind: Entry['kind'];
  readonly name: string;
  /** Details beside `t`, `kind`, `name`, `rule` and `reason`. */
  readonly fields: readonly string[];
}

/** What the transcript adds to some facts, and the facts that are its own. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  contactArrived: ['contact'],
  queued: ['queue', 'rank', 'estimate'],
  left: ['queue', 'waited'],
  optedIn: ['queue', 'offers'],
  dialled: ['attempt'],
  dialEnded: ['attempt'],
  withdrawRing: ['activity'],
};
const OWN: Readonly<Record<string, readonly string[]>> = {
  decided: ['contact', 'queue', 'until'],
  backInQueue: ['contact', 'queue', 'rank'],
  carriedOver: [
    'contact',
    'agent',
    'queue',
    'state',
    'since',
    'queuedAt',
    'optedInAt',
    'dialledAt',
    'joinedAt',
    'talkEndedAt',
    'attempt',
    'isCallback',
  ],
};

/** In the order of the protocol. */
export const transcriptRows: readonly TranscriptRow[] = [
  ...rowsOf('input', INPUT_FIELDS),
  ...rowsOf('command', COMMAND_FIELDS),
  ...rowsOf('fact', FACT_FIELDS),
  ...rowsOf('fact', OWN),
];

function rowsOf(
  kind: Entry['kind'],
  table: Readonly<Record<string, readonly string[]>>,
): readonly TranscriptRow[] {
  return Object.entries(table).map(([name, fields]) => ({
    kind,
    name,
    fields: [...fields.filter((field) => field !== 'rule'), ...(ADDED[name] ?? [])],
  }));
}

type Added =
  | 'rank'
  | 'estimate'
  | 'waited'
  | 'offers'
  | 'attempt'
  | 'since'
  | 'state'
  | 'queuedAt'
  | 'optedInAt'
  | 'dialledAt'
  | 'joinedAt'
  | 'talkEndedAt'
  | 'isCallback'
  | 't'
  | 'kind'
  | 'name'
  | 'reason';

/** What each detail means. */
export const transcriptFieldWords: Readonly<Record<TranscriptField | Added, string>> = {
  t: 'Milliseconds since the start of the day.',
  kind: '`input` (what the engine is told), `command` (what it orders) or `fact` (what it did).',
  name: 'Which one.',
  contact: 'The call, numbered from 1 in the order of arrival.',
  agent: "The agent's name.",
  queue: "The queue's name; of a command the queue the call stands in.",
  rule: 'The rule that decided or ordered it: `tandem explain` says what it is about.',
  reason:
    'Of a decision: `decision`, and the `candidates` with their `name` and what each was `refusedBy` (`null`: it was taken).',
  entry: 'The entry the call came in by.',
  from: 'The queue that overflows.',
  to: 'The queue it goes to.',
  until: 'Milliseconds since the start of the day: the end of a ring, the time of the next attempt.',
  by: 'Whose leg has ended: `customer`, `agent`, `network` or `external`.',
  cause: 'Why a leg has ended.',
  command: 'The `id` of the command that this answers; 0 is the leg the call arrived on.',
  fault: "What is wrong with an agent's device.",
  digit: 'The key that was pressed.',
  caller: 'Who calls: a whole number that stands for a telephone number.',
  length: 'Of a message, in milliseconds.',
  presence: 'The presence that was chosen.',
  channel: '`voice`, `messaging` or `records`.',
  isAvailable: 'Whether on that channel.',
  wrapUpReason: 'The wrap-up reason; an empty text is the default one.',
  change: 'Which change of the configuration; its details stand beside it.',
  withheld: 'Whether the caller gives no number.',
  id: 'Of the command.',
  closeReason: 'Why it is over.',
  prompt: 'What is played.',
  value: 'What a prompt says: contacts ahead, minutes of wait.',
  isOn: 'Whether music is to play.',
  ringKind: '`inbound` or `callback`.',
  why: 'Why a ring is taken back.',
  ringLimit: 'How long the customer is rung at most, in milliseconds.',
  callerId: 'The number that the customer sees.',
  number: 'The number outside.',
  key: 'What the desktop of the agent says.',
  how: '`routed`, `overflow` or `returned`.',
  outcome: 'How a stay in a queue, a ring or a dial ended.',
  condition: 'The overflow condition that acted.',
  action: 'What it did; `stays`: nothing was possible.',
  what: '`position` or `wait`.',
  isApproximate: 'Whether the order may still turn (EW-10).',
  activity: 'What the agent is doing from now on; of a ring that is taken back, what it made of the agent.',
  refusal: 'Why something was refused (GEN-07).',
  rank: 'Its place in the queue, from 1; left out when it stands in no line.',
  estimate: 'The expected wait that was used or told, in milliseconds.',
  waited: 'Milliseconds since it entered this queue.',
  offers: 'Callback offers heard in this stay.',
  attempt: 'Which dial of the callback, from 1.',
  since: 'When it arrived: milliseconds before the start of the day, as a negative number.',
  state:
    'Where it stands when the day begins: `waiting`, `with an agent` (ringing or dialling), `talking` or `wrap-up`.',
  queuedAt: 'When it entered its first queue, on the same clock as `since`; left out if it has not.',
  optedInAt: 'When its caller chose a callback, on the same clock.',
  dialledAt: 'When the customer was last dialled, on the same clock.',
  joinedAt: 'When the two began to talk, on the same clock.',
  talkEndedAt: 'When they had talked, on the same clock.',
  isCallback: 'There, and true, once the caller has opted in.',
};
