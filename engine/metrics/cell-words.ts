/**
 * What counts in each term of a KPI's formula, in words: for `tandem explain` and whoever reads a formula in a report. It
 * names the cells of layout.ts that a formula uses; the counting is collect.ts, the formulas are kpis.ts.
 *
 * A sum of times is in the unit of the report, seconds. Everything is counted in the queue (or group) and interval in which
 * the contact entered; times of agents where they passed.
 */
const WORDS: Readonly<Record<string, string>> = {
  days: 'days simulated',
  one: 'replicates: days, or blocks of days of a long run',

  // Calls
  arrived: 'calls that reached the centre, before any refusal',
  reached:
    'contacts that got as far as the queue: entered it, were sent elsewhere before entering, or were refused by it',
  offered: 'live contacts that entered the queue, again after a transfer or a return from an accept',
  answered: 'live contacts accepted by an agent, whatever happens after',
  answeredInTime: 'those answered that waited no longer than the service-level threshold',
  abandoned: 'callers who hung up while they waited in the queue',
  abandonedInTime: 'those abandoned that waited no longer than the service-level threshold',
  abandonedShort: 'those abandoned that waited less than the short-abandon threshold',
  intervalsCounted: 'reporting intervals in which the formula of the report has somebody to count',
  intervalsMet: 'those intervals whose own service level reached the target',
  optedIn: 'callers who left the queue for a callback',
  optedInInTime: 'those opted in within the service-level threshold',
  joinedInTime:
    'callbacks whose agent and customer were joined within the service-level threshold, counted from when the caller entered the queue',
  waitAnswered: 'waits of the answered, added up: from entering this queue to the accept',
  waitAbandoned: 'waits of the abandoned, added up: from entering this queue to hanging up',
  waited: 'those answered that waited at all, and all abandoned',
  longestWait: 'the longest wait in the queue, answered or not',
  waitsAnswered: 'the waits of the answered',
  waitsAll: 'the waits of the answered and of the abandoned',
  forceClosed: 'contacts that a supervisor closed while they waited',
  stillWaiting: 'live contacts still in the queue when the day is over',
  waitingArea: 'live contacts waiting, times how long they do, in the hours of the day',
  callbackArea: 'callbacks promised and not yet joined, times how long they are, in the hours of the day',
  elapsed: 'the hours of the day',
  contacts: 'contacts that entered a queue at all, each once',
  contactsAbandoned: 'contacts that abandoned in a queue',
  abandonedBeforeQueue: 'callers who hung up in the greeting, before any queue',
  capacityExceeded: 'calls refused because all lines were taken',
  refusedFull: 'contacts refused because the queue was full',

  // Ends that are no abandonment
  'closed/abandoned-in-message': 'callers who hung up during the message with which overflow ends the call',
  'closed/queue-without-agents': 'contacts closed because nobody serves the queue',
  'closed/overflow-end': 'calls that an overflow action ended',
  'closed/external-ended': 'calls that an overflow sent to an outside number and that ended there',
  'closed/voicemail': 'callers who left a message',
  'closed/voicemail-failed': 'callers sent to voicemail who left none',
  'closed/duplicate-callback': 'callers closed because a callback for their number was open',
  'closed/lost-at-connect': 'calls lost between the accept and the connection',

  // Overflow
  overflowedIn: 'contacts that came from another queue',
  overflowedOut: 'contacts that went to another queue, outside, to voicemail or were ended by overflow',

  // Agents
  rings: 'rings to an agent for a contact of the queue',
  missed: 'those rings that nobody took in time',
  declined: 'those rings that the agent declined',
  deviceErrors: 'those rings that failed at the device of the agent',
  agentRings: 'rings to an agent of the group',
  agentMissed: 'those rings that he did not take in time',
  agentDeclined: 'those rings that he declined',
  agentDeviceErrors: 'those rings that failed at his device',
  handled: 'contacts whose talk and wrap-up are over, callbacks too',
  talk: 'talk time of the handled, added up',
  wrapUp: 'wrap-up time of the handled, added up',
  agentDial: "the agent's time from the dial to the join, for callbacks handled",
  available: 'time available and waiting for work',
  ringing: 'time being rung',
  dialling: "time in a callback's dial",
  talking: 'time talking',
  wrappingUp: 'time in wrap-up',
  inactive: 'time inactive after a missed ring (RONA)',
  unavailable: 'time signed in but away or busy with something else',
  handlingInHours: 'time ringing, dialling, talking or in wrap-up, in the hours of the day',
  availableInHours: 'time available and waiting for work, in the hours of the day',
  wastedDial: 'time from the dial to the end of attempts that came to nothing',

  // Callbacks
  offeredCallback: 'callers who heard at least one callback offer',
  offerPrompts: 'callback offers played',
  dials: 'attempts dialled',
  initiated: 'callbacks dialled at least once',
  connected: 'callbacks in which customer and agent were joined',
  connectedFirst: 'those connected at the first attempt',
  delay: 'times from the opt-in to the join, added up',
  delays: 'the times from the opt-in to the join',
  toFirstDial: 'times from the opt-in to the first dial, added up, of those connected',
  customerRing: 'times from the dial to the answer of the customer, added up, of those connected',
  answerToJoin: 'times from the answer of the customer to the join, added up, of those connected',
  callbacksCarriedIn: 'callbacks still open from the day before, in a long run',
  callbacksOpen: 'callbacks still open when the day is over',
  exhausted: 'callbacks given up after the last attempt',
  expired: 'callbacks that became too old',
  invalidNumber: 'callbacks whose number cannot be reached at all',
  cancelledByAgent: 'callbacks that an agent cancelled',
  servedInbound: 'callbacks served because the customer called again',
  told: 'callbacks connected whose customer had been told an estimate',
  promiseError: 'the delay less the estimate told, in whole minutes as heard, added up',

  // What callers are told
  positions: 'answered callers who had been told a position',
  positionError: 'callers said to be ahead less those really served before, added up',
  positionErrors: 'the differences between callers said to be ahead and those served before, without sign',
  entries: 'stays in queues that use an estimate of the wait',
  entriesWithEstimate: 'those stays for which there was a valid estimate at the entry',
  estimates: 'answered callers with an estimate at the entry',
  estimateError: 'the estimate at the entry less the wait, added up',
  estimateErrorSize: 'the same without sign',
  estimatesClose: 'those estimates off by at most 60 s or 20 %',
  estimatesCovering: 'those waits that stayed within their estimate',
  estimatesJudged: 'answered callers with an estimate, and abandoned ones who had waited longer than theirs',
};

/** `answeredInTime`, `overflow/averageWait/directCallback`; undefined: no formula uses it. */
export function cellWords(cell: string): string | undefined {
  if (Object.hasOwn(WORDS, cell)) return WORDS[cell];
  const [kind, first = '', action] = cell.split('/');
  if (kind === 'heardOffer') return `callers who heard their callback offer number ${first}`;
  if (kind === 'acceptedAtOffer') return `callers who opted in at their callback offer number ${first}`;
  return kind === 'overflow' ? `contacts for which ${first} led to ${action ?? ''}` : undefined;
}
