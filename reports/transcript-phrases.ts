/**
 * What an entry of a transcript says, as a phrase: inputs in the words of the script language, commands as orders, facts as what
 * happened. It knows no rules and no reasons.
 */
import type { Entry } from '../engine/index.ts';
import {
  ACTIONS,
  ACTIVITIES,
  CONDITIONS,
  DIALS,
  ENDS,
  FAULTS,
  KEPT,
  LEFT,
  MADE,
  PRESENCES,
  PROMPTS,
  REASONS,
  REFUSED,
  RINGS,
  said,
  WITHDRAWN,
} from './transcript-words.ts';

export type Clock = (t: number) => string;
type Phrase = (entry: Entry, clock: Clock) => string;

export function phraseOf(entry: Entry, clock: Clock): string {
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
