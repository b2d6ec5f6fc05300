/** A small day made by hand, for tests: two agents, three callers, one callback. Times in seconds after 08:00. */
import {
  LANE_STATES,
  type DayView,
  type LaneState,
  type RuleText,
  type Story,
} from '../../workers/workbench/api.ts';

type Lane = readonly [agent: number, state: LaneState, contact: number, from: number, to: number];
type Wait = readonly [contact: number, isCallback: 0 | 1, row: number, from: number, to: number];

/** Ana: a call, then the callback after a missed ring at Bob. Call 2 gives up; call 3 chooses the callback. */
const LANES: readonly Lane[] = [
  [0, 'idle', 0, 0, 60],
  [0, 'ringing', 1, 60, 63],
  [0, 'talking', 1, 63, 300],
  [0, 'wrapUp', 1, 300, 330],
  [0, 'ringing', 3, 600, 605],
  [0, 'dialling', 3, 605, 620],
  [0, 'callbackTalk', 3, 620, 900],
  [1, 'idle', 0, 0, 100],
  [1, 'ringing', 2, 100, 118],
  [1, 'rona', 2, 118, 700],
];
const WAITS: readonly Wait[] = [
  [1, 0, 0, 60, 63],
  [2, 0, 0, 100, 145],
  [3, 0, 1, 110, 180],
  [3, 1, 1, 180, 620],
];

const HOUR = 3_600_000;
const millis = (seconds: number): number => seconds * 1000;

export const dayByHand: DayView = {
  name: 'By hand',
  day: 0,
  days: 3,
  seed: 1,
  date: '2026-01-05',
  from: 8 * HOUR,
  to: 9 * HOUR,
  end: HOUR,
  groups: [{ name: 'team', agents: ['Ana', 'Bob'] }],
  lanes: {
    agent: Uint16Array.from(LANES, ([agent]) => agent),
    state: Uint8Array.from(LANES, ([, state]) => LANE_STATES.indexOf(state)),
    contact: Uint32Array.from(LANES, ([, , contact]) => contact),
    from: Float64Array.from(LANES, ([, , , from]) => millis(from)),
    to: Float64Array.from(LANES, ([, , , , to]) => millis(to)),
  },
  waiting: {
    contact: Uint32Array.from(WAITS, ([contact]) => contact),
    isCallback: Uint8Array.from(WAITS, ([, isCallback]) => isCallback),
    queue: new Uint16Array(WAITS.length),
    row: Uint16Array.from(WAITS, ([, , row]) => row),
    from: Float64Array.from(WAITS, ([, , , from]) => millis(from)),
    to: Float64Array.from(WAITS, ([, , , , to]) => millis(to)),
  },
  queues: ['support'],
  contacts: [
    contact(1, 60, 3, 'handled', 330, {}),
    contact(2, 100, 45, 'abandoned', 145, { offers: 1, missedRings: 1 }),
    contact(3, 110, 70, 'completed', 900, { offers: 1, hasOptedIn: true, attempts: 1 }),
  ],
  findings: { longestWait: [3], severalTries: [], lostCallbacks: [], abandonedAfterOffer: [2], rona: [2] },
  totals: {
    calls: 3,
    answered: 1,
    abandoned: 1,
    callbacks: 1,
    formula: 'a',
    serviceLevel: 0.5,
    abandonRate: 1 / 3,
  },
};

function contact(
  number: number,
  arrived: number,
  wait: number,
  closed: string,
  closedAt: number,
  more: Partial<DayView['contacts'][number]>,
): DayView['contacts'][number] {
  return {
    contact: number,
    queue: 'support',
    arrivedAt: millis(arrived),
    wait: millis(wait),
    offers: 0,
    hasOptedIn: false,
    attempts: 0,
    missedRings: 0,
    closed,
    closedAt: millis(closedAt),
    ...more,
  };
}

export function storyByHand(number: number): Story {
  return {
    contact: number,
    title: `The story of call ${number}`,
    summary: 'In short: gave up after 45 seconds.',
    reason: 'Nobody could take it: two agents had a call in hand.',
    steps: [
      {
        t: 100_000,
        what: 'Call comes in',
        why: 'A call reached support.',
        rules: [],
        kind: 'plain',
        agent: null,
      },
      {
        t: 118_000,
        what: 'Bob does not answer',
        why: 'It rang.',
        rules: ['NT-03'],
        kind: 'failed',
        agent: 'Bob',
      },
      { t: 145_000, what: 'Gives up', why: 'The caller hung up.', rules: [], kind: 'failed', agent: null },
    ],
  };
}

export const ruleByHand: RuleText = {
  id: 'NT-03',
  place: 'Notification',
  text: 'Ringing, and nobody accepts -> the contact is withdrawn.',
  source: null,
  sureness: "the project's choice",
};
