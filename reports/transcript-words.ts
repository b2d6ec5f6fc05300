/** The words of a transcript: of each value that a command, an input or a fact can have, what one says. Tables only. */

type Table = Readonly<Record<string, string>>;

export const ENDS: Table = {
  busy: 'is busy',
  noAnswer: 'is not answered',
  machine: 'is answered by a machine',
  invalidNumber: 'has an invalid number',
  failed: 'cannot be reached',
};

export const FAULTS: Table = {
  busy: 'is busy',
  unreachable: 'is unreachable',
  invalidNumber: 'has an invalid number',
};

export const PRESENCES: Table = { doNotDisturb: 'dnd' };

export const PROMPTS: Table = {
  greeting: 'the greeting',
  callbackOffer: 'the callback offer',
  callbackConfirmation: 'the callback confirmation',
  overflowEnd: 'the overflow message',
  apology: 'an apology',
  voicemail: 'the voicemail prompt',
  duplicate: 'that a callback is open already',
};

export const WITHDRAWN: Table = {
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

export const MADE: Table = {
  inactive: 'inactive',
  signedOut: 'signed out',
  // Idle, Away or dnd: what he chose himself while it rang (NT-X4), or what onReject makes of him.
  unavailable: 'unavailable',
};

export const REASONS: Table = {
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

export const LEFT: Table = {
  answered: 'answered',
  abandoned: 'abandoned',
  optedIn: 'callback taken',
  movedQueue: 'moved to another queue',
  movedExternal: 'moved outside',
  voicemail: 'to the voicemail',
  overflowEnd: 'ended by overflow',
  duplicate: 'a callback is open already',
};

export const RINGS: Table = {
  accepted: 'accepted',
  declined: 'declined',
  missed: 'no answer',
  withdrawn: 'withdrawn',
  deviceError: 'the telephone failed',
};

export const DIALS: Table = {
  joined: 'answered',
  noAnswer: 'no answer',
  busy: 'busy',
  failed: 'failed',
  machine: 'an answering machine',
  invalidNumber: 'invalid number',
  cancelled: 'cancelled',
  answeredThenLost: 'answered, then lost',
};

export const REFUSED: Table = {
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

export const CONDITIONS: Table = {
  outOfHours: 'out of hours',
  workItemLimit: 'item limit',
  averageWait: 'average wait',
  waitExceeds: 'waited too long',
};

export const ACTIONS: Table = {
  assignAnyway: 'queued anyway',
  directCallback: 'callback allowed',
  endCall: 'call ended',
  transferExternal: 'to a number outside',
  voicemail: 'to the voicemail',
  stays: 'has to stay',
};

export const ACTIVITIES: Table = {
  signedOut: 'signed out',
  wrapUp: 'in wrap-up',
};

export const KEPT: Table = {
  'CB-03': 'the last one is still playing',
  'CB-08': 'no number to call back',
  'CB-41': 'outside the offering window',
  'CB-42': 'as many callbacks as the queue may have',
  'CB-43': 'a callback is open already',
  'MS-03': 'another prompt is playing',
};

export const UNABLE: Table = {
  'no units': 'busy',
  'at work': 'busy',
  'used up': 'calls of the day used up',
  presence: 'not available',
  'rings already': 'being rung',
  'another goes first': 'able, another goes first',
};

/** The word of a value, or the value itself where there is none. */
export const said = (table: Table, value: string): string => table[value] ?? value;
