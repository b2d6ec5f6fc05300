/**
 * What each input, command and fact says: the name of each argument, in the order of protocol.ts. A transcript reads it to know
 * what it hears, the guide prints it. It holds names and no behaviour; that it fits protocol.ts is held by its types.
 */
import type { Commands, Facts, Inputs } from './protocol.ts';

/**
 * How an argument stands in an entry: `contact` as a number from 1; `agent`, `queue`, `from`, `to` and `entry` as names; `until`
 * as milliseconds since the day's start; everything else as it is.
 */
export type Field =
  | 'contact'
  | 'agent'
  | 'queue'
  | 'from'
  | 'to'
  | 'entry'
  | 'until'
  | 'by'
  | 'cause'
  | 'command'
  | 'fault'
  | 'digit'
  | 'caller'
  | 'length'
  | 'presence'
  | 'channel'
  | 'isAvailable'
  | 'wrapUpReason'
  | 'change'
  | 'withheld'
  | 'id'
  | 'closeReason'
  | 'prompt'
  | 'value'
  | 'isOn'
  | 'ringKind'
  | 'why'
  | 'ringLimit'
  | 'callerId'
  | 'number'
  | 'key'
  | 'how'
  | 'outcome'
  | 'condition'
  | 'action'
  | 'rule'
  | 'what'
  | 'isApproximate'
  | 'activity'
  | 'refusal';

type Named<Arguments extends readonly unknown[]> = { readonly [At in keyof Arguments]: Field };
type AfterTheFirst<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest]
  ? Rest
  : never;
/** Of a method's arguments each has a name; the first may be the time, which every entry has. */
type FieldsOf<Methods, HasTime extends boolean> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...args: infer Arguments) => unknown
    ? Named<HasTime extends true ? AfterTheFirst<Arguments> : Arguments>
    : never;
};

/** Without `advanceTo`: time that passes is told by what it brings about. */
export const INPUT_FIELDS = {
  legEnded: ['contact', 'by', 'cause', 'command'],
  agentDeviceFailed: ['contact', 'agent', 'fault', 'command'],
  agentAccepted: ['contact', 'agent', 'command'],
  agentDeclined: ['contact', 'agent', 'command'],
  agentNoAnswer: ['contact', 'agent', 'command'],
  legAnswered: ['contact', 'command'],
  legsJoined: ['contact', 'command'],
  commandFailed: ['contact', 'command'],
  dtmf: ['contact', 'digit'],
  numberGiven: ['contact', 'caller'],
  promptDone: ['contact', 'command'],
  messageRecorded: ['contact', 'length'],
  agentSignedIn: ['agent'],
  signOutRequested: ['agent'],
  presenceChosen: ['agent', 'presence'],
  channelChosen: ['agent', 'channel', 'isAvailable'],
  shiftEnded: ['agent'],
  endRequested: ['contact', 'agent'],
  cancelRequested: ['contact', 'agent'],
  machineReported: ['contact', 'agent'],
  wrapUpSubmitted: ['contact', 'agent', 'wrapUpReason'],
  wrapUpExtended: ['contact', 'agent'],
  presenceResetRequested: ['agent'],
  wrapUpEndRequested: ['agent'],
  configurationChanged: ['change'],
  contactArrived: ['entry', 'caller', 'withheld'],
} as const satisfies FieldsOf<Omit<Inputs, 'advanceTo'>, true>;

export const COMMAND_FIELDS = {
  answer: ['contact', 'id'],
  reject: ['contact', 'closeReason', 'id'],
  play: ['contact', 'prompt', 'value', 'id'],
  stopPlay: ['contact', 'id'],
  music: ['contact', 'isOn', 'id'],
  ring: ['contact', 'agent', 'ringKind', 'until', 'id'],
  withdrawRing: ['contact', 'agent', 'why', 'id'],
  originate: ['contact', 'agent', 'ringLimit', 'callerId', 'id'],
  cancelOriginate: ['contact', 'command', 'id'],
  connect: ['contact', 'agent', 'id'],
  transferOut: ['contact', 'number', 'id'],
  recordMessage: ['contact', 'id'],
  hangup: ['contact', 'closeReason', 'id'],
  notify: ['agent', 'key', 'contact', 'id'],
} as const satisfies FieldsOf<Commands, false>;

export const FACT_FIELDS = {
  arrived: ['contact'],
  queued: ['contact', 'how'],
  left: ['contact', 'outcome'],
  overflowed: ['contact', 'from', 'condition', 'action', 'to'],
  rang: ['contact', 'agent'],
  ringEnded: ['contact', 'agent', 'outcome'],
  offerPlayed: ['contact'],
  offerSkipped: ['contact', 'rule'],
  optedIn: ['contact'],
  dialled: ['contact', 'agent'],
  dialEnded: ['contact', 'agent', 'outcome'],
  joined: ['contact', 'agent'],
  handled: ['contact', 'agent'],
  closed: ['contact', 'closeReason'],
  announced: ['contact', 'what', 'value', 'isApproximate'],
  activity: ['agent', 'activity'],
  refused: ['agent', 'contact', 'refusal'],
} as const satisfies FieldsOf<Facts, true>;
