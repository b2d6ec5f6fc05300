/**
 * A transcript in words: a line for each entry, as `tandem trace` prints it and as scripts (`.flow`) expect it. It says what
 * happened, the rule in brackets where one decided, and below it, on lines of their own, who else was looked at and why not. It
 * knows nothing of files and terminals, and leaves nothing out: which entries are worth a line is asked of `isEssential`.
 */
import type { Entry } from '../engine/index.ts';
import { clockWithSeconds } from './clock.ts';

export interface LineOptions {
  /** The local time at which the day begins, in milliseconds after midnight. */
  readonly startOfDay: number;
  /** The rule that decided, in brackets at the end. */
  readonly rules?: boolean;
}

/** `08:00:18 withdraw call 1 from ana: no answer; ana inactive (RONA)` */
export function lineOf(entry: Entry, { startOfDay, rules = false }: LineOptions): string {
  const what = phraseOf(entry, (t) => clockWithSeconds(startOfDay + t));
  const rule = rules && entry.rule !== undefined ? ` [${entry.rule}]` : '';
  return `${clockWithSeconds(startOfDay + entry.t)} ${what}${rule}`;
}

/** Whom the decision was about and why each was refused, those with the same reason together: `bob, seniors 2 to 8: busy [CP-11]`. */
export function reasonLines({ reason, rule }: Entry): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { name, refusedBy } of reason?.candidates ?? []) {
    // What only says the rule once more says nothing.
    if (refusedBy === null || refusedBy === rule) continue;
    const names = groups.get(refusedBy);
    if (names === undefined) groups.set(refusedBy, [name]);
    else names.push(name);
  }
  return [...groups].map(([why, names]) => `${inShort(names).join(', ')}: ${refusal(why)}`);
}

/** `CP-11 no units` as `busy [CP-11]`. */
function refusal(why: string): string {
  const [, rule, words = ''] = /^([A-Z]{2,3}-X?\d+) ?(.*)$/.exec(why) ?? [];
  if (rule === undefined) return why;
  return words === '' ? `[${rule}]` : `${said(UNABLE, words)} [${rule}]`;
}

const UNABLE: Readonly<Record<string, string>> = {
  'no units': 'busy',
  presence: 'not available',
  'rings already': 'being rung',
  'another goes first': 'able, another goes first',
};

/** Names of one group that follow each other: `seniors 2 to 8`. */
function inShort(names: readonly string[]): readonly string[] {
  const runs: { readonly name: string; readonly first: string; last: number; length: number }[] = [];
  for (const name of names) {
    const [, first = name, number] = /^(.* )(\d+)$/.exec(name) ?? [];
    const run = runs.at(-1);
    if (number !== undefined && run !== undefined && run.first === first && run.last + 1 === Number(number)) {
      run.last += 1;
      run.length += 1;
    } else runs.push({ name, first, last: Number(number ?? Number.NaN), length: 1 });
  }
  return runs.flatMap(({ name, first, last, length }) => {
    if (length === 1) return [name];
    return length === 2 ? [name, `${first}${last}`] : [`${name} to ${last}`];
  });
}

/**
 * Whether an entry says something that no other one says better: of a ring the command, not the fact that follows it; of a call
 * that comes the input. The rest is for those who debug.
 */
export function isEssential(entry: Entry): boolean {
  if (entry.name === 'decided')
    return (
      (entry.reason?.candidates ?? []).some(({ refusedBy }) => refusedBy !== null) || entry.rule !== 'RT-03'
    );
  if (entry.name === 'activity') return false;
  return !REPEATED.has(entry.name);
}

const REPEATED: ReadonlySet<string> = new Set([
  'arrived',
  'answer',
  'music',
  'stopPlay',
  'promptDone',
  'rang',
  'ringEnded',
  'left',
  'offerPlayed',
  'announced',
  'dialled',
  'connect',
  'legsJoined',
  'handled',
  'refused',
]);

type Clock = (t: number) => string;
type Phrase = (entry: Entry, clock: Clock) => string;

function phraseOf(entry: Entry, clock: Clock): string {
  const phrase = PHRASES[entry.name];
  return phrase === undefined ? entry.name : phrase(entry, clock);
}

const call = ({ contact }: Entry): string => `call ${contact ?? '?'}`;
const agent = (entry: Entry): string => entry.agent ?? 'nobody';
function text(entry: Entry, detail: string): string {
  const value = entry[detail];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
const number = (entry: Entry, detail: string): number => Number(entry[detail] ?? 0);
const said = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

const ENDS: Readonly<Record<string, string>> = {
  busy: 'is busy',
  noAnswer: 'is not answered',
  machine: 'is answered by a machine',
  invalidNumber: 'has an invalid number',
  failed: 'cannot be reached',
};

const FAULTS: Readonly<Record<string, string>> = {
  busy: 'is busy',
  unreachable: 'is unreachable',
  invalidNumber: 'has an invalid number',
};

const PRESENCES: Readonly<Record<string, string>> = { doNotDisturb: 'dnd' };

const PROMPTS: Readonly<Record<string, string>> = {
  greeting: 'the greeting',
  callbackOffer: 'the callback offer',
  callbackConfirmation: 'the callback confirmation',
  overflowEnd: 'the overflow message',
  apology: 'an apology',
  voicemail: 'the voicemail prompt',
  duplicate: 'that a callback is open already',
};

const WITHDRAWN: Readonly<Record<string, string>> = {
  noAnswer: 'no answer',
  declined: 'declined',
  hungUp: 'the caller hung up',
  optedIn: 'the caller took the callback',
  duplicateCallback: 'a callback is open already',
  servedInbound: 'the customer is being served',
  expired: 'expired',
  signedOut: 'signed out',
  deviceError: 'the telephone failed',
};

const MADE: Readonly<Record<string, string>> = {
  inactive: 'inactive',
  signedOut: 'signed out',
  // Idle, Away or dnd: what he chose himself while it rang (NT-X4), or what onReject makes of him.
  unavailable: 'unavailable',
};

const REASONS: Readonly<Record<string, string>> = {
  handled: 'handled',
  abandoned: 'abandoned',
  'abandoned-before-queue': 'abandoned before a queue',
  'capacity-exceeded': 'all lines are busy',
  'queue-full': 'the queue is full',
  'queue-without-agents': 'the queue has no agents',
  'overflow-end': 'ended by overflow',
  'abandoned-in-message': 'abandoned in the overflow message',
  'external-ended': 'the call outside has ended',
  voicemail: 'a message was left',
  'voicemail-failed': 'no message was left',
  'duplicate-callback': 'a callback is open already',
  'lost-at-connect': 'lost at the connect',
  completed: 'callback completed',
  exhausted: 'callback lost, attempts exhausted',
  expired: 'callback lost, expired',
  'invalid-number': 'callback lost, invalid number',
  'cancelled-by-agent': 'callback cancelled by the agent',
  'served-inbound': 'served on another call',
  optedIn: 'goodbye until the callback',
  attemptFailed: 'this attempt has failed',
};

const LEFT: Readonly<Record<string, string>> = {
  answered: 'answered',
  abandoned: 'abandoned',
  optedIn: 'callback taken',
  movedQueue: 'moved to another queue',
  movedExternal: 'moved outside',
  voicemail: 'to the voicemail',
  overflowEnd: 'ended by overflow',
  duplicate: 'a callback is open already',
};

const RINGS: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  declined: 'declined',
  missed: 'no answer',
  withdrawn: 'withdrawn',
  deviceError: 'the telephone failed',
};

const DIALS: Readonly<Record<string, string>> = {
  joined: 'answered',
  noAnswer: 'no answer',
  busy: 'busy',
  failed: 'failed',
  machine: 'an answering machine',
  invalidNumber: 'invalid number',
  cancelled: 'cancelled',
  answeredThenLost: 'answered, then lost',
};

const REFUSED: Readonly<Record<string, string>> = {
  'stale-offer': 'that offer is over',
  'already-assigned': 'somebody else has it',
  'already-closed': 'that contact is closed',
  'version-conflict': 'it has changed meanwhile',
  'not-allowed-in-state': 'not allowed now',
  'unknown-reason': 'no such wrap-up reason',
  'line-ceiling': 'no line is free',
  'not-enabled': 'not enabled',
  'not-editable': 'not editable',
  'queue-not-empty': 'the queue is not empty',
  'callback-failed': 'the callback failed',
  'wrapUp-closed': 'your wrap-up was closed',
};

const CONDITIONS: Readonly<Record<string, string>> = {
  outOfHours: 'out of hours',
  workItemLimit: 'item limit',
  averageWait: 'average wait',
  waitExceeds: 'waited too long',
};

const ACTIONS: Readonly<Record<string, string>> = {
  assignAnyway: 'queued anyway',
  directCallback: 'callback allowed',
  endCall: 'call ended',
  transferExternal: 'to a number outside',
  voicemail: 'to the voicemail',
  stays: 'has to stay',
};

const ACTIVITIES: Readonly<Record<string, string>> = {
  signedOut: 'signed out',
  wrapUp: 'in wrap-up',
};

const KEPT: Readonly<Record<string, string>> = {
  'CB-03': 'the last one is still playing',
  'CB-08': 'no number to call back',
  'CB-41': 'outside the offering window',
  'CB-42': 'as many callbacks as the queue may have',
  'CB-43': 'a callback is open already',
  'MS-03': 'another prompt is playing',
};

/** In whole seconds below two minutes; else minutes and seconds. */
function lengthOf(millis: number): string {
  const seconds = Math.round(millis / 1000);
  if (seconds < 120) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

function legEnded(entry: Entry): string {
  const by = text(entry, 'by');
  if (by === 'external') return `the external party of ${call(entry)} hangs up`;
  if (by === 'agent') return `the agent's telephone leaves ${call(entry)}`;
  if (by === 'customer') return `${call(entry)} hangs up`;
  return `${call(entry)} ${said(ENDS, text(entry, 'cause')).replace('normal', 'ends')}`;
}

function played(entry: Entry): string {
  const prompt = text(entry, 'prompt');
  const value = number(entry, 'value');
  if (prompt === 'position') return `tell ${call(entry)}: ${value === 0 ? 'next in line' : `${value} ahead`}`;
  if (prompt === 'wait') return `tell ${call(entry)}: the wait is ${value} min`;
  return `play ${said(PROMPTS, prompt)} to ${call(entry)}`;
}

function withdrawn(entry: Entry): string {
  const made = entry['activity'];
  const then = typeof made === 'string' ? `; ${agent(entry)} ${said(MADE, made)}` : '';
  const why = text(entry, 'why');
  const rona = why === 'noAnswer' && made === 'inactive' ? ' (RONA)' : '';
  return `withdraw ${call(entry)} from ${agent(entry)}: ${said(WITHDRAWN, why)}${then}${rona}`;
}

const atRank = ({ rank }: Entry): string => (typeof rank === 'number' ? ` at rank ${rank}` : '');

function queued(entry: Entry): string {
  const how = text(entry, 'how');
  if (how === 'returned') return `${call(entry)} back in ${entry.queue ?? '?'}${atRank(entry)}`;
  const by = how === 'overflow' ? ', by overflow' : '';
  return `${call(entry)} in ${entry.queue ?? '?'}${atRank(entry)}${by}`;
}

function overflowed(entry: Entry): string {
  const from = text(entry, 'from');
  const action = text(entry, 'action');
  const to = action === 'transferQueue' ? `to ${text(entry, 'to')}` : said(ACTIONS, action);
  return `${from} overflows for ${call(entry)}, ${said(CONDITIONS, text(entry, 'condition'))}: ${to}`;
}

function decided(entry: Entry, clock: Clock): string {
  const decision = entry.reason?.decision ?? '';
  switch (decision) {
    case 'stays':
      return `nobody can take ${call(entry)}`;
    case 'retry':
      return `${call(entry)} will be tried again at ${clock(number(entry, 'until'))}`;
    case 'no retry':
      return `${call(entry)} will not be tried again`;
    case 'may be assigned':
      return `${call(entry)} may be given to an agent`;
    case 'held back':
      return `${call(entry)} is held back`;
    case 'left to a supervisor':
      return `${call(entry)} is left to a supervisor`;
    case 'next minute':
      return `overflow of ${call(entry)} has to wait for the next minute`;
    case 'waits on':
      return `${call(entry)} waits on in ${entry.queue ?? '?'}`;
    default:
      return `${call(entry)}: ${decision}`;
  }
}

function changed(entry: Entry): string {
  const who = agent(entry);
  const queue = entry.queue ?? '?';
  switch (entry['change']) {
    case 'joinQueue':
      return `${who} joins ${queue}`;
    case 'leaveQueue':
      return `${who} leaves ${queue}`;
    case 'removeQueue':
      return `${queue} is removed`;
    case 'profileLimit':
      return `the limit of ${who} in ${text(entry, 'profile')} becomes ${entry['limit'] === null ? "the profile's" : text(entry, 'limit')}`;
    case 'profileReset':
      return `the reset of ${text(entry, 'profile')} becomes ${text(entry, 'reset')}`;
    default:
      return `${text(entry, 'setting')} of ${queue} becomes ${text(entry, 'value')}`;
  }
}

const PHRASES: Readonly<Record<string, Phrase>> = {
  // Inputs, in the words of the script language.
  contactArrived: (entry) =>
    `${call(entry)} arrives at ${text(entry, 'entry')}${entry['withheld'] === true ? ' with its number withheld' : ''}`,
  legEnded,
  agentDeviceFailed: (entry) =>
    `${agent(entry)}'s phone ${said(FAULTS, text(entry, 'fault'))} for ${call(entry)}`,
  agentAccepted: (entry) => `${agent(entry)} accepts ${call(entry)}`,
  agentDeclined: (entry) => `${agent(entry)} declines ${call(entry)}`,
  agentNoAnswer: (entry) => `${agent(entry)} misses ${call(entry)}`,
  legAnswered: (entry) => `${call(entry)} is answered`,
  legsJoined: (entry) => `${call(entry)} is joined`,
  commandFailed: (entry) => `a command for ${call(entry)} fails`,
  dtmf: (entry) => `${call(entry)} presses ${text(entry, 'digit')}`,
  numberGiven: (entry) => `${call(entry)} gives number ${text(entry, 'caller')}`,
  promptDone: (entry) => `the prompt of ${call(entry)} is over`,
  messageRecorded: (entry) => `${call(entry)} leaves a message of ${lengthOf(number(entry, 'length'))}`,
  agentSignedIn: (entry) => `${agent(entry)} signs in`,
  signOutRequested: (entry) => `${agent(entry)} signs out`,
  presenceChosen: (entry) => `${agent(entry)} ${said(PRESENCES, text(entry, 'presence'))}`,
  channelChosen: (entry) =>
    `${agent(entry)} ${entry['isAvailable'] === true ? 'available' : 'idle'} for ${text(entry, 'channel')}`,
  shiftEnded: (entry) => `${agent(entry)}'s shift ends`,
  endRequested: (entry) => `${agent(entry)} ends ${call(entry)}`,
  cancelRequested: (entry) => `${agent(entry)} cancels ${call(entry)}`,
  machineReported: (entry) => `${agent(entry)} hears a machine on ${call(entry)}`,
  wrapUpSubmitted: (entry) => {
    const reason = text(entry, 'wrapUpReason');
    return `${agent(entry)} wraps up ${call(entry)}${reason === '' ? '' : ` as ${reason}`}`;
  },
  wrapUpExtended: (entry) => `${agent(entry)} extends the wrap-up of ${call(entry)}`,
  presenceResetRequested: (entry) => `the supervisor resets ${agent(entry)}`,
  wrapUpEndRequested: (entry) => `the supervisor ends the wrap-up of ${agent(entry)}`,
  configurationChanged: changed,

  // Commands, imperative.
  answer: (entry) => `answer ${call(entry)}`,
  reject: (entry) => `reject ${call(entry)}: ${said(REASONS, text(entry, 'closeReason'))}`,
  play: played,
  stopPlay: (entry) => `stop the prompt of ${call(entry)}`,
  music: (entry) => `music ${entry['isOn'] === true ? 'on' : 'off'} for ${call(entry)}`,
  ring: (entry, clock) => {
    const as = entry['ringKind'] === 'callback' ? ' as a callback' : '';
    return `ring ${agent(entry)} for ${call(entry)}${as} (until ${clock(number(entry, 'until'))})`;
  },
  withdrawRing: withdrawn,
  originate: (entry) =>
    `dial ${call(entry)} for ${agent(entry)} (for ${lengthOf(number(entry, 'ringLimit'))})`,
  cancelOriginate: (entry) => `stop dialling ${call(entry)}`,
  connect: (entry) => `connect ${call(entry)} with ${agent(entry)}`,
  transferOut: (entry) => `transfer ${call(entry)} to ${text(entry, 'number')}`,
  recordMessage: (entry) => `record a message of ${call(entry)}`,
  hangup: (entry) => `hang up ${call(entry)}: ${said(REASONS, text(entry, 'closeReason'))}`,
  notify: (entry) =>
    `tell ${agent(entry)}: ${said(REFUSED, text(entry, 'key'))}${entry.contact === undefined ? '' : ` (${call(entry)})`}`,

  // Facts.
  arrived: (entry) => `${call(entry)} has arrived`,
  queued,
  left: (entry) =>
    `${call(entry)} leaves ${entry.queue ?? '?'} after ${lengthOf(number(entry, 'waited'))}: ${said(LEFT, text(entry, 'outcome'))}`,
  overflowed,
  rang: (entry) => `${agent(entry)}'s phone rings for ${call(entry)}`,
  ringEnded: (entry) =>
    `the ring of ${call(entry)} at ${agent(entry)} ends: ${said(RINGS, text(entry, 'outcome'))}`,
  offerPlayed: (entry) => `${call(entry)} hears the callback offer`,
  offerSkipped: (entry) => `no callback offer to ${call(entry)}${kept(entry)}`,
  optedIn: (entry) => `${call(entry)} takes the callback`,
  dialled: (entry) => `${call(entry)} is dialled for ${agent(entry)}, attempt ${text(entry, 'attempt')}`,
  dialEnded: (entry) =>
    `attempt ${text(entry, 'attempt')} to reach ${call(entry)}: ${said(DIALS, text(entry, 'outcome'))}`,
  joined: (entry) => `${call(entry)} talks with ${agent(entry)}`,
  handled: (entry) => `${agent(entry)} is done with ${call(entry)}`,
  closed: (entry) => `${call(entry)} closed: ${said(REASONS, text(entry, 'closeReason'))}`,
  announced: (entry) => `${call(entry)} hears its ${text(entry, 'what')}`,
  activity: (entry) => `${agent(entry)} is ${said(ACTIVITIES, text(entry, 'activity'))}`,
  refused: (entry) => `refused: ${said(REFUSED, text(entry, 'refusal'))}`,
  backInQueue: (entry) => `${call(entry)} back in ${entry.queue ?? '?'}${atRank(entry)}`,
  carriedOver: (entry) => `${call(entry)} is still open from an earlier day`,
  decided,
};

function kept({ rule }: Entry): string {
  const why = rule === undefined ? undefined : KEPT[rule];
  return why === undefined ? '' : `: ${why}`;
}
