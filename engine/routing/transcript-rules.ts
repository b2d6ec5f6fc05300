/**
 * Which rule orders a command or a fact where no reason record says so: a table over names and what they say. It is asked only
 * while somebody listens. Where the same words may follow from two rules it looks at the input in whose step they fell, and at what
 * was last said of the contact. What a caller or an agent does of himself has no rule.
 */
import type {
  Activity,
  CloseReason,
  DialOutcome,
  Prompt,
  Refusal,
  RingOutcome,
  SegmentOutcome,
  WithdrawReason,
} from './protocol.ts';
import type { InputName } from './tape.ts';

/** What the table looks at. */
export interface Circumstances {
  /** The input in whose step it falls; `advanceTo`: a deadline or the assignment pass. */
  readonly during: InputName;
  readonly isCallback: boolean;
  /** The last fact of this contact, or its last `connect`, with what it says: `ringEnded accepted`, `overflowed assignAnyway`. */
  readonly before: string;
}

type Details = Readonly<Record<string, unknown>>;
type RuleOf = string | undefined | ((details: Details, circumstances: Circumstances) => string | undefined);

const WITHDRAWN: Readonly<Record<WithdrawReason, string>> = {
  noAnswer: 'NT-03',
  declined: 'NT-05',
  hungUp: 'NT-X3',
  optedIn: 'CB-X1',
  duplicateCallback: 'CB-43',
  servedInbound: 'CB-46',
  expired: 'CB-18',
  signedOut: 'NT-X5',
  deviceError: 'NT-14',
};

const PLAYED: Readonly<Record<Prompt, string>> = {
  greeting: 'RT-01',
  callbackOffer: 'CB-02',
  callbackConfirmation: 'CB-05',
  overflowEnd: 'OV-14',
  position: 'EW-08',
  wait: 'EW-07',
  apology: 'GEN-07',
  voicemail: 'OV-17',
  duplicate: 'CB-43',
};

/** A queue that is full refuses by a setting; a caller who hangs up, and a call lost at the connect, by no rule. */
const CLOSED: Readonly<Record<CloseReason, string | undefined>> = {
  handled: 'WU-01',
  abandoned: undefined,
  'abandoned-before-queue': 'RT-X1',
  'capacity-exceeded': 'LM-02',
  'queue-full': undefined,
  'queue-without-agents': 'RT-08',
  'overflow-end': 'OV-14',
  'abandoned-in-message': 'OV-X6',
  'external-ended': 'OV-16',
  voicemail: 'OV-17',
  'voicemail-failed': 'OV-17',
  'duplicate-callback': 'CB-43',
  'lost-at-connect': undefined,
  completed: 'WU-01',
  exhausted: 'CB-21',
  expired: 'CB-18',
  'invalid-number': 'CB-22',
  'cancelled-by-agent': 'CB-15',
  'served-inbound': 'CB-46',
};

const HUNG_UP: Readonly<Record<string, string | undefined>> = {
  ...CLOSED,
  handled: 'CC-29',
  optedIn: 'CB-05',
  attemptFailed: 'CB-14',
};

const TOLD: Readonly<Record<Refusal | 'callback-failed' | 'wrapUp-closed', string>> = {
  'stale-offer': 'GEN-07',
  'already-assigned': 'GEN-07',
  'already-closed': 'GEN-07',
  'version-conflict': 'GEN-07',
  'not-allowed-in-state': 'GEN-07',
  'unknown-reason': 'WU-07',
  'line-ceiling': 'LM-01',
  'not-enabled': 'GEN-07',
  'not-editable': 'CP-12',
  'queue-not-empty': 'RT-X3',
  'callback-failed': 'CB-14',
  'wrapUp-closed': 'PR-14',
};

const LEFT: Readonly<Record<SegmentOutcome, string | undefined>> = {
  answered: 'NT-02',
  abandoned: undefined,
  optedIn: 'CB-06',
  movedQueue: 'RT-13',
  movedExternal: 'OV-16',
  voicemail: 'OV-17',
  overflowEnd: 'OV-14',
  duplicate: 'CB-43',
  forceClosed: undefined,
};

const RING_ENDED: Readonly<Record<RingOutcome, string>> = {
  accepted: 'NT-02',
  declined: 'NT-05',
  missed: 'NT-03',
  withdrawn: 'NT-13',
  deviceError: 'NT-14',
};

const DIAL_ENDED: Readonly<Record<DialOutcome, string>> = {
  joined: 'CB-13',
  noAnswer: 'CB-14',
  busy: 'CB-14',
  failed: 'CB-14',
  machine: 'CB-X8',
  invalidNumber: 'CB-22',
  cancelled: 'CB-15',
  answeredThenLost: 'CB-X7',
};

const look =
  (table: Readonly<Record<string, string | undefined>>, field: string): RuleOf =>
  (details) =>
    table[String(details[field])];

/** Whose leg it is says why it is dropped: the agent's wish, a call that came meanwhile, a late answer, or the ring limit. */
function ofDroppedDial({ during }: Circumstances): string {
  if (during === 'cancelRequested') return 'CB-15';
  if (during === 'legsJoined') return 'CB-46';
  return during === 'legAnswered' ? 'GEN-07' : 'CB-14';
}

const COMMANDS: Readonly<Record<string, RuleOf>> = {
  answer: 'RT-01',
  reject: look(CLOSED, 'closeReason'),
  play: look(PLAYED, 'prompt'),
  stopPlay: (_, { before }) => (before === 'ringEnded accepted' ? 'EW-11' : 'MS-03'),
  music: ({ isOn }) => (isOn === true ? undefined : 'CB-05'),
  withdrawRing: look(WITHDRAWN, 'why'),
  originate: 'CB-12',
  cancelOriginate: (_, circumstances) => ofDroppedDial(circumstances),
  connect: (_, { isCallback }) => (isCallback ? 'CB-12' : 'NT-02'),
  transferOut: 'OV-16',
  recordMessage: 'OV-17',
  hangup: (details, { during }) =>
    during === 'machineReported' ? 'CB-X8' : HUNG_UP[String(details['closeReason'])],
  notify: look(TOLD, 'key'),
};

const FACTS: Readonly<Record<string, RuleOf>> = {
  arrived: 'RT-01',
  queued: ({ how }, { before }) => {
    if (how === 'overflow') return before === 'left movedQueue' ? 'RT-13' : 'OV-15';
    if (how === 'returned') return before === 'connect' ? 'RT-09' : 'OV-X5';
    if (before === 'overflowed directCallback') return 'OV-13';
    return before === 'overflowed assignAnyway' ? 'OV-12' : 'RT-02';
  },
  left: look(LEFT, 'outcome'),
  rang: 'NT-01',
  ringEnded: look(RING_ENDED, 'outcome'),
  offerPlayed: 'CB-02',
  optedIn: 'CB-04',
  dialled: 'CB-12',
  dialEnded: (details, { during }) =>
    details['outcome'] === 'cancelled' && during !== 'cancelRequested'
      ? 'CB-46'
      : DIAL_ENDED[details['outcome'] as DialOutcome],
  joined: (_, { isCallback }) => (isCallback ? 'CB-13' : 'NT-02'),
  handled: 'WU-01',
  closed: look(CLOSED, 'closeReason'),
  announced: ({ what }) => (what === 'wait' ? 'EW-07' : 'EW-08'),
  refused: look(TOLD, 'refusal'),
  backInQueue: 'RT-09',
};

/** Why an agent does what he does: only where the engine made him, after a ring that ended as `why` says. */
export function ruleBehindActivity(activity: Activity, why: WithdrawReason | undefined): string | undefined {
  if (why === 'noAnswer')
    return activity === 'inactive' ? 'NT-03' : activity === 'signedOut' ? 'NT-04' : undefined;
  if (why === 'deviceError') return activity === 'inactive' ? 'NT-14' : undefined;
  return why === 'declined' && activity === 'unavailable' ? 'NT-04' : undefined;
}

/** The rule that orders this command or fact; undefined where none does. */
export function ruleBehind(name: string, details: Details, circumstances: Circumstances): string | undefined {
  const rule = COMMANDS[name] ?? FACTS[name];
  return typeof rule === 'function' ? rule(details, circumstances) : rule;
}

/** Every ID that the table can give, for the test that they exist. */
export const RULES_BEHIND: readonly string[] = [
  ...[WITHDRAWN, PLAYED, CLOSED, HUNG_UP, TOLD, LEFT, RING_ENDED, DIAL_ENDED].flatMap((table) =>
    Object.values<string | undefined>(table),
  ),
  ...[COMMANDS, FACTS].flatMap((table) => Object.values(table)),
  ...['CB-15', 'CB-46', 'GEN-07', 'CB-14', 'EW-11', 'MS-03', 'CB-05', 'CB-12', 'NT-02', 'CB-X8', 'RT-13'],
  ...[
    'OV-12',
    'OV-13',
    'OV-15',
    'RT-09',
    'OV-X5',
    'RT-02',
    'CB-13',
    'EW-07',
    'EW-08',
    'NT-03',
    'NT-04',
    'NT-14',
  ],
].filter((rule) => typeof rule === 'string');
