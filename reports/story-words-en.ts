/** The words of a call's story in English. */
import { listOf } from './story-words.ts';
import type { StoryWords } from './story-words.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const numberOf = (count: number): string => NUMBERS[count] ?? String(count);
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (count: number): string =>
  ORDINALS[count] ?? `${count}${ENDINGS[rules.select(count)] ?? 'th'}`;
const before = (count: number): string =>
  count === 0
    ? 'nobody was before it'
    : count === 1
      ? 'one was before it'
      : `${numberOf(count)} were before it`;

const ACTIVITIES: Readonly<Record<string, string>> = {
  inactive: 'was made inactive and gets no call until choosing to be available again',
  signedOut: 'was signed out',
  unavailable: 'was set to do not disturb',
};

const REACHED: Readonly<Record<string, string>> = {
  busy: 'The line was busy',
  failed: 'The call could not be put through',
  machine: 'An answering machine took the call',
  invalidNumber: 'The number was not valid',
  cancelled: 'The dial was dropped',
  answeredThenLost: 'The customer answered and was gone before the two were joined',
};

const CLOSED: Readonly<Record<string, string>> = {
  'abandoned-before-queue': 'the caller hung up before reaching a queue',
  'capacity-exceeded': 'it was turned away',
  'queue-full': 'the queue was full, and the call was ended',
  'queue-without-agents': 'the queue had no agents at all, and the call was ended',
  'overflow-end': 'the message was over, and the call was ended',
  'abandoned-in-message': 'the caller hung up during the message',
  'external-ended': 'the call outside was over',
  voicemail: 'the caller had left a message',
  'voicemail-failed': 'the caller had left no message',
  'duplicate-callback': 'a callback to this number was open already, and the call was ended',
  'lost-at-connect': 'the caller was gone at the very moment of being connected',
  exhausted: 'no further attempt was left: the callback was lost',
  expired: 'the callback had expired: it was lost',
  'invalid-number': 'the number was not valid: the callback was lost',
  'cancelled-by-agent': 'the agent had cancelled the callback',
  'served-inbound': 'the customer had called again and was being served: no callback was owed any more',
};

export const englishStory: StoryWords = {
  locale: 'en-GB',
  title: (contact) => `The story of call ${contact}`,
  opening: (at) => `At ${at}`,
  length: (seconds) => {
    if (seconds < 1) return 'less than a second';
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const parts = [
      [hours, 'hour'],
      [minutes, 'minute'],
      // Of hours the seconds are not said.
      [hours > 0 ? 0 : seconds % 60, 'second'],
    ] as const;
    const said = parts.filter(([count]) => count > 0);
    return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ');
  },
  cite: (rules) => (rules.length === 0 ? '' : ` (${rules.join(', ')})`),
  clockOfDay: (clock, days) => {
    if (days === 0) return `${clock} on the first day`;
    if (days > 1) return `${clock}, ${numberOf(days)} days later`;
    return `${clock} the next ${Number.parseInt(clock, 10) < 12 ? 'morning' : 'day'}`;
  },
  carriedOver: (state, agent, isCallback) => {
    const said = 'This call was still open from an earlier day when the day began';
    if (state === 'talking') return `${said}: ${agent} was talking with its caller`;
    if (state === 'wrap-up') return `${said}: ${agent} was writing it up`;
    if (state === 'with an agent') return `${said}: it had just been given to ${agent}`;
    return isCallback ? `${said}: the callback was still owed` : said;
  },
  arrived: (at, entry, isWithheld) =>
    `At ${at} a call reached ${entry}${isWithheld ? '; the caller withheld the number' : ''}`,
  rejected: 'All lines were busy, so it was turned away at once',
  condition: (condition, queue, limit) => {
    if (condition === 'outOfHours') return `The queue ${queue} was out of hours`;
    if (condition === 'averageWait') return `The expected wait in the queue ${queue} was more than ${limit}`;
    if (limit === '0') return `Nobody was free in the queue ${queue}`;
    return limit === '1'
      ? `The queue ${queue} held at least one open item, waiting, ringing or promised`
      : `The queue ${queue} held ${limit} open items or more, waiting, ringing or promised`;
  },
  action: (action, to) =>
    ({
      directCallback: 'so the caller was to be offered a callback',
      assignAnyway: 'and the call was queued all the same',
      endCall: 'so a message was played to end the call',
      transferQueue: `so the call went on to ${to}`,
      transferExternal: 'so the call was passed to a number outside',
      voicemail: 'so the caller was asked to leave a message',
    })[action] ?? action,
  exceeded: (at, queue, limit) => `At ${at} it had waited ${limit} in ${queue}, the most it should`,
  exceededAction: (action, to) =>
    ({
      directCallback: 'so a callback was offered at once',
      endCall: 'so a message was played to end the call',
      transferQueue: `so it moved on to ${to}`,
      transferExternal: 'so it was passed to a number outside',
      voicemail: 'so the caller was asked to leave a message',
      stays: 'but it could not move on and stayed',
    })[action] ?? action,
  waitsOn: (at) => `At ${at} it should have moved on, but a rule kept it where it was`,
  queued: (queue, count) => `It joined the queue ${queue}, where ${before(count)}`,
  queuedAgain: (queue, count) => `It now stood in ${queue}, where ${before(count)}`,
  nobody: (counts, at) => {
    const parts = counts.map(([why, count]) => {
      const agents = count === 1 ? 'one agent' : `${numberOf(count)} agents`;
      return {
        busy: `${agents} had a call in hand`,
        ringing: `${count === 1 ? 'one was' : `${numberOf(count)} were`} being rung for others`,
        usedUp: `${agents} had used up ${count === 1 ? 'all calls' : 'their calls'} for the day`,
        declined: `${agents} had declined it too often`,
        away: `${count === 1 ? 'one was' : `${numberOf(count)} were`} away`,
        signedOut: `${count === 1 ? 'one was' : `${numberOf(count)} were`} not signed in`,
        inactive: `${count === 1 ? 'one was' : `${numberOf(count)} were`} inactive after a missed ring`,
        other: `${count === 1 ? 'one could' : `${numberOf(count)} could`} not be given it`,
      }[why];
    });
    return `${at === null ? 'Nobody' : `At ${at} nobody`} could take it: ${listOf(parts, 'and')}`;
  },
  behind: 'It had to wait until its turn came',
  told: (times, first, last) =>
    times === 1
      ? `The caller was told ${first}`
      : `The caller was told the place ${numberOf(times)} times, first ${first}, at last ${last}`,
  place: (ahead) =>
    ahead === 0 ? 'to be next in line' : `that ${numberOf(ahead)} ${ahead === 1 ? 'was' : 'were'} ahead`,
  toldWait: (minutes) =>
    `The caller was told to expect ${minutes === 1 ? 'one minute' : `${numberOf(minutes)} minutes`}`,
  offer: (at, count, waited) =>
    `At ${at}, after ${waited} in the queue, the caller heard the ${ordinal(count)} callback offer`,
  moreOffers: (count, apart, last) =>
    `${numberOf(count)} more followed${apart === null ? '' : `, ${apart} apart`}, the last at ${last}`,
  offerKept: (at, times, why) =>
    times === 1
      ? `At ${at} a callback offer was due and was not played: ${why}`
      : `From ${at} on ${numberOf(times)} callback offers were due and not played: ${why}`,
  kept: {
    'CB-03': 'the one before was still playing',
    'CB-08': 'there was no number to call back',
    'CB-41': 'callbacks are not offered at that hour',
    'CB-42': 'the queue had as many callbacks as it may promise',
    'CB-43': 'a callback to this number was open already',
    'MS-03': 'another prompt was playing',
  },
  optedIn: (at, after) =>
    `At ${at}, ${after} after the offer had begun, the caller pressed 1 and had a callback`,
  pressedInVain: (at, digit) => `At ${at} the caller pressed ${digit}, which changed nothing`,
  ringTakenBack: (agent) =>
    `The telephone of ${agent} was ringing for this very call and was taken back, at no fault of the agent`,
  keepsPlace: (at) => `The call ended at ${at}; its place in the queue was kept`,
  hungUpConfirming: (at) =>
    `The caller hung up at ${at} during the confirmation; the callback stood, and its place in the queue was kept`,
  mayBeAssigned: (at) => `From ${at} on it could be given to an agent`,
  backForRetry: (at) => `At ${at} it was back at its old place in the queue`,
  heldBack: (at, rule) =>
    rule === 'LM-01'
      ? `From ${at} on it had to wait for a free line`
      : `From ${at} on it had to wait, because we were on the telephone with this number already`,
  leftToSupervisor: 'So many agents had declined it that only a supervisor could give it to one',
  rang: (at, agent, why, isCallback) =>
    `At ${at} the telephone of ${agent} rang${isCallback ? ' with the callback' : ''}${why === '' ? '' : `, ${why},`}`,
  chosen: {
    'AS-04': 'as the one with the most room',
    'AS-05': 'as the next in turn',
    'AS-06': 'as the one whose last call was longest ago',
    'AS-10': 'as the next by the order of this queue',
    only: 'as the only one who was free',
    onlyWilling: 'as the only one free who had not declined it',
    'NT-06': 'once more, as everybody else who could had declined too',
  },
  accepted: (after) => `and was answered after ${after}`,
  missed: (after) => `for ${after} and was not answered`,
  declined: (after) => `and the call was declined after ${after}`,
  deviceError: 'but the device failed',
  becomes: (agent, activity) => `The agent ${agent} ${ACTIVITIES[activity] ?? activity}`,
  back: (queue, count) => `the call was back in ${queue}, where ${before(count)}`,
  joined: (waited) => `The wait${waited === null ? '' : ` of ${waited}`} was over, and the two were talking`,
  connectFailed: (at) => `At ${at} the two could not be connected`,
  dialled: (agent, attempt) =>
    attempt === 1
      ? `The customer was dialled for ${agent}`
      : `The customer was dialled for ${agent}, the ${ordinal(attempt)} attempt`,
  answered: (after) => `and answered after ${after}`,
  notReached: (outcome, after) =>
    outcome === 'noAnswer' ? `Nobody answered within ${after}` : `${REACHED[outcome] ?? outcome}`,
  retry: (at) => `The next attempt was set for ${at}`,
  talked: (length, endedBy) =>
    `They talked for ${length}; ${endedBy === 'agent' ? 'the agent ended the call' : 'then the caller hung up'}`,
  wroteUp: (agent, length) => `The wrap-up of ${agent} took ${length}, and the case was closed`,
  closedBy: (agent) => `${agent} was done with it, and the case was closed`,
  abandoned: (at, waited) =>
    `At ${at}${waited === null ? '' : `, after ${waited} in the queue,`} the caller gave up and hung up`,
  closed: (at, reason) => `At ${at} ${CLOSED[reason] ?? `it was closed: ${reason}`}`,
  stillOpen: 'When the day was over, this was not: it was still open.',
  steps: {
    arrives: 'Call comes in',
    carriedOver: 'Open from an earlier day',
    turnedAway: 'Turned away',
    overflows: 'Overflow',
    enters: (queue) => `Enters the queue ${queue}`,
    nobody: 'Nobody is free',
    hearsPlace: 'Hears the place in line',
    hearsWait: 'Hears the expected wait',
    hearsOffer: (count) => `Hears offer ${count}`,
    offerKept: 'Offer due, not played',
    presses: (digit) => `Presses ${digit}`,
    keepsPlace: 'Line released, place kept',
    mayBeAssigned: 'May be called back',
    back: 'Back in the queue',
    heldBack: 'Held back',
    leftToSupervisor: 'Left to a supervisor',
    waitsOn: 'Overflow due, stays',
    waitsForRetry: 'Waits for the next attempt',
    rings: (agent) => `Rings at ${agent}`,
    answers: (agent) => `${agent} accepts`,
    noAnswer: (agent) => `${agent} does not answer`,
    declines: (agent) => `${agent} declines`,
    deviceFails: (agent) => `Device of ${agent} fails`,
    connectFailed: 'Not connected',
    talking: (agent) => `Talks with ${agent}`,
    dials: (agent, attempt) => `Customer dialled for ${agent}, attempt ${attempt}`,
    reached: (agent) => `Customer answers, talks with ${agent}`,
    notReached: 'Customer not reached',
    callEnds: 'Call ends',
    caseClosed: 'Case closed',
    givesUp: 'Gives up',
    lost: 'Callback lost',
    over: 'Over',
    stillOpen: 'Still open',
  },
  sum: {
    inShort: 'In short:',
    waited: (wait) => `waited ${wait} on the line`,
    offers: (count) =>
      count === 1 ? 'one callback offer heard' : `${numberOf(count)} callback offers heard`,
    missed: (count) => (count === 1 ? 'one ring missed' : `${numberOf(count)} rings missed`),
    moved: (count) =>
      `moved ${count === 1 ? 'once' : count === 2 ? 'twice' : `${numberOf(count)} times`} to another queue`,
    served: (agent, wait) => `served by ${agent}${wait === null ? '' : ` after ${wait}`}`,
    calledBack: (agent, delay, attempts) =>
      `called back by ${agent}${delay === null ? '' : `, ${delay} after the promise`}${attempts > 1 ? `, at the ${ordinal(attempts)} attempt` : ''}`,
    lost: (attempts) =>
      attempts === 0
        ? 'callback lost without an attempt'
        : `callback lost after ${attempts === 1 ? 'one attempt' : `${numberOf(attempts)} attempts`}`,
    abandoned: (wait) => `gave up${wait === null ? '' : ` after ${wait}`}`,
    otherwise: (reason) => CLOSED[reason] ?? reason,
    open: 'still open',
    owed: (attempts) =>
      attempts === 0
        ? 'the callback was still owed, without an attempt'
        : `the callback was still owed, after ${attempts === 1 ? 'one attempt' : `${numberOf(attempts)} attempts`}`,
  },
  lists: {
    day: (name, day, date, seed) => `${name}, day ${day} (${date}), seed ${seed}`,
    longestWait: (contact, wait, hasMoved) =>
      `The longest wait of the day was that of call ${contact}: ${wait} on the line${hasMoved ? ', over all its queues' : ''}.`,
    noWait: 'Nobody waited in a queue on this day.',
    lostCallbacks: (count) =>
      count === 1 ? 'One callback was lost on this day.' : `${count} callbacks were lost on this day.`,
    noLostCallbacks: 'No callback was lost on this day.',
    rona: (count) =>
      count === 1
        ? 'One call rang at an agent who did not answer (RONA).'
        : `${count} calls rang at agents who did not answer (RONA).`,
    noRona: 'No ring was missed on this day.',
    abandonedAfterOffer: (count) =>
      count === 1
        ? 'One caller heard a callback offer, did not take it, and gave up.'
        : `${count} callers heard a callback offer, did not take it, and gave up.`,
    noAbandonedAfterOffer: 'Nobody gave up after a callback offer on this day.',
    heads: {
      lostCallbacks: ['Lost at', 'Call', 'Queue', 'Why'],
      rona: ['Missed at', 'Call', 'Queue', 'How often'],
      abandonedAfterOffer: ['Gave up at', 'Call', 'Queue', 'After'],
    },
    why: (reason) =>
      ({ exhausted: 'attempts exhausted', expired: 'expired', 'invalid-number': 'invalid number' })[reason] ??
      reason,
    rings: (count) => (count === 1 ? '1 ring missed' : `${count} rings missed`),
    readOn: (command) => `To read one: ${command}`,
    otherDay: (command) => `Another day: ${command}`,
  },
};
