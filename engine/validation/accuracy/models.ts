/**
 * Small centres whose numbers are known exactly: what the measured coverage of intervals is measured on. Each is short, so that
 * thousands of runs of it are affordable, and has few agents, so that days differ much. The start is left out until it is
 * forgotten, or is part of the exact number (days from empty to empty).
 */
import { dayServedWithin } from '../../planning/day-served-within.ts';
import { dayTotals, type Day } from '../../planning/day.ts';
import { ErlangCQueue } from '../../planning/erlang-c-queue.ts';
import { FiniteQueue } from '../../planning/finite-queue.ts';
import { patienceOf } from '../../planning/patience.ts';
import { PatienceQueue } from '../../planning/patience-queue.ts';
import { singleAgent } from '../../planning/single-agent.ts';

/** How an interval is made: from days, from pairs of mirrored days, adjusted by controls, by the jackknife. */
export type Method = 'days' | 'antithetic' | 'controls' | 'jackknife' | 'blocks';

/** A number that is known, in the unit of its KPI (fraction of 1, milliseconds). */
export interface Truth {
  /** As `kpiById` takes it. */
  readonly kpi: string;
  readonly name: string;
  readonly value: number;
  /** So rare and so skewed that days as few as these make it too short an interval: told apart, and not held to 93 to 97 %. */
  readonly isScarce?: boolean;
}

export interface AccuracyModel {
  readonly id: string;
  readonly title: string;
  /** Of the exact numbers. */
  readonly source: string;
  /** The scenario as a planner would write it. */
  readonly text: string;
  /** Of a run. */
  readonly days: number;
  /** Of the whole measurement, where it is not as many as the others have. */
  readonly runs?: number;
  readonly methods: readonly Method[];
  readonly truths: readonly Truth[];
}

const SECOND = 1000;
const SERVICE_LEVEL = 20;

interface Parts {
  readonly days: string;
  readonly agents: string;
  readonly demand: string;
  readonly lines?: number;
}

function scenario(name: string, { days, agents, demand, lines }: Parts): string {
  return [
    `name: ${name}`,
    `days: { ${days} }`,
    ...(lines === undefined ? [] : [`lines: { maxCalls: ${lines} }`]),
    `queues: { calls: { shortAbandonThreshold: 0s, serviceLevel: { share: 80%, within: ${SERVICE_LEVEL}s } } }`,
    `agents: { team: { ${agents}, queues: calls } }`,
    `demand: { calls: { ${demand} } }`,
    'prompts: 0s',
    'report: { serviceLevel: b }',
    '',
  ].join('\n');
}

const exponential = (seconds: number): string => `{ exponential: { mean: ${seconds}s } }`;

function erlangA(): AccuracyModel {
  const traffic = { arrivalsPerHour: 60, meanHandleSec: 240 };
  const patience = 180;
  const agents = 5;
  const exact = new PatienceQueue(
    traffic,
    agents,
    patienceOf({ law: { law: 'exponential', mean: patience } }),
  );
  return {
    id: 'erlang-a',
    title: 'Erlang A: 60 calls an hour of 4 minutes, 5 agents, patience of 3 minutes',
    source: 'Palm 1957; Baccelli and Hebuterne 1981',
    text: scenario('Erlang A', {
      days: 'from: 08:00, to: 10:24, interval: 2h24, warmUp: 24m',
      agents: `count: ${agents}`,
      demand: `arrivals: { perHour: 60 }, talk: ${exponential(240)}, patience: ${exponential(patience)}`,
    }),
    days: 40,
    methods: ['days', 'controls'],
    truths: [
      { kpi: 'K-01', name: 'service level', value: exact.pServedWithin(SERVICE_LEVEL) },
      { kpi: 'K-05raw', name: 'abandon rate', value: exact.pAbandon },
      { kpi: 'K-09', name: 'occupancy', value: exact.occupancy },
    ],
  };
}

function erlangC(): Omit<AccuracyModel, 'id' | 'days'> {
  const exact = new ErlangCQueue({ arrivalsPerHour: 60, meanHandleSec: 144 }, 4);
  return {
    title: 'Erlang C: 60 calls an hour of 144 s, 4 agents, endless patience',
    source: 'Erlang 1917',
    text: scenario('Erlang C', {
      days: 'from: 08:00, to: 11:00, interval: 3h, warmUp: 1h',
      agents: 'count: 4',
      demand: `arrivals: { perHour: 60 }, talk: ${exponential(144)}`,
    }),
    methods: ['days'],
    truths: [
      { kpi: 'K-01', name: 'service level', value: exact.pServedWithin(SERVICE_LEVEL) },
      { kpi: 'K-02.P90', name: 'wait that 90 % do not exceed', value: exact.waitQuantile(0.9) * SECOND },
      { kpi: 'K-02', name: 'average speed of answer', value: exact.asa * SECOND, isScarce: true },
      {
        kpi: 'K-02.P95',
        name: 'wait that 95 % do not exceed',
        value: exact.waitQuantile(0.95) * SECOND,
        isScarce: true,
      },
    ],
  };
}

function oneAgent(): AccuracyModel {
  const exact = singleAgent(12 / 3600, { law: 'lognormal', mean: 120, cv: 0.5 });
  return {
    id: 'm-g-1',
    title:
      'One agent, M/G/1: 12 calls an hour of 2 minutes, lognormal with a coefficient of variation of 0.5',
    source: 'Pollaczek 1930; Khinchine 1932',
    text: scenario('One agent', {
      days: 'from: 08:00, to: 18:00, interval: 10h, warmUp: 1h',
      agents: 'count: 1',
      demand: 'arrivals: { perHour: 12 }, talk: { lognormal: { mean: 2m, cv: 0.5 } }',
    }),
    days: 40,
    methods: ['days'],
    truths: [
      { kpi: 'K-03', name: 'average wait', value: exact.meanWait * SECOND },
      { kpi: 'K-09', name: 'occupancy', value: exact.occupancy },
    ],
  };
}

/** As above, with handle times that differ more and shorter days: fewer callers wait, and much longer. */
function oneAgentSkewed(): AccuracyModel {
  const exact = singleAgent(20 / 3600, { law: 'lognormal', mean: 90, cv: 1 });
  return {
    id: 'm-g-1-skewed',
    title:
      'One agent, M/G/1: 20 calls an hour of 90 seconds, lognormal with a coefficient of variation of 1, days of 5 hours',
    source: 'Pollaczek 1930; Khinchine 1932',
    text: scenario('One agent, skewed', {
      days: 'from: 08:00, to: 13:00, interval: 5h, warmUp: 1h',
      agents: 'count: 1',
      demand: 'arrivals: { perHour: 20 }, talk: { lognormal: { mean: 90s, cv: 1 } }',
    }),
    days: 40,
    methods: ['days'],
    truths: [
      { kpi: 'K-03', name: 'average wait', value: exact.meanWait * SECOND, isScarce: true },
      { kpi: 'K-09', name: 'occupancy', value: exact.occupancy },
    ],
  };
}

function finite(): AccuracyModel {
  const [agents, places] = [4, 3];
  const exact = new FiniteQueue(
    { arrivalsPerHour: 60, meanHandleSec: 240 },
    { agents, maxWaiting: places, meanPatienceSec: null },
  );
  return {
    id: 'finite-queue',
    title: 'Finite queue: 60 calls an hour of 4 minutes, 4 agents, 3 places to wait',
    source: 'Erlang 1917; M/M/c/K',
    text: scenario('Finite queue', {
      days: 'from: 08:00, to: 10:45, interval: 2h45, warmUp: 45m',
      agents: `count: ${agents}`,
      demand: `arrivals: { perHour: 60 }, talk: ${exponential(240)}`,
      lines: agents + places,
    }),
    days: 40,
    methods: ['days'],
    truths: [
      { kpi: 'K-34', name: 'refused calls', value: exact.pBlock },
      { kpi: 'K-03', name: 'average wait', value: exact.meanWait * SECOND },
      { kpi: 'K-09', name: 'occupancy', value: exact.occupancy },
    ],
  };
}

/** From empty to empty: an hour of 100 calls for 7 agents, then one of 60 for 5. */
const DAY: Day = {
  periods: [
    { durationSec: 3600, arrivalsPerHour: 100, agents: 7 },
    { durationSec: 3600, arrivalsPerHour: 60, agents: 5 },
  ],
  meanHandleSec: 240,
  meanPatienceSec: 240,
  balkProbability: 0,
};

function wholeDay(): Omit<AccuracyModel, 'id' | 'days' | 'methods'> {
  const exact = dayTotals(DAY);
  const served = dayServedWithin(DAY, SERVICE_LEVEL);
  return {
    title: 'A day from empty to empty: an hour of 100 calls for 7 agents, then one of 60 for 5',
    source: 'forward equations of the chain; Grassmann 1977',
    text: scenario('A day', {
      days: 'from: 08:00, to: 10:00, interval: 1h',
      agents: 'staff: [7, 5]',
      demand: `arrivals: { perInterval: [100, 60] }, talk: ${exponential(240)}, patience: ${exponential(240)}`,
    }),
    truths: [
      { kpi: 'K-01', name: 'service level', value: served / exact.arrivals },
      { kpi: 'K-03', name: 'average wait of all', value: (exact.queueTimeSec / exact.arrivals) * SECOND },
      { kpi: 'K-05raw', name: 'abandon rate', value: exact.abandons / exact.arrivals },
    ],
  };
}

function longRun(): AccuracyModel {
  const exact = new ErlangCQueue({ arrivalsPerHour: 8, meanHandleSec: 180 }, 1);
  return {
    id: 'long-run',
    title: 'One long run of 30 days: 8 calls an hour of 3 minutes for one agent, day and night',
    source: 'Erlang 1917',
    text: scenario('Long run', {
      days: 'from: 00:00, to: 24:00, interval: 24h, warmUp: 6h, continuous: true',
      agents: 'count: 1',
      demand: `arrivals: { perHour: 8 }, talk: ${exponential(180)}`,
    }),
    days: 30,
    methods: ['blocks'],
    truths: [
      { kpi: 'K-03', name: 'average wait', value: exact.asa * SECOND },
      { kpi: 'K-09', name: 'occupancy', value: exact.occupancy },
    ],
  };
}

export function accuracyModels(): readonly AccuracyModel[] {
  return [
    erlangA(),
    { id: 'erlang-c', days: 40, ...erlangC() },
    oneAgent(),
    oneAgentSkewed(),
    finite(),
    { id: 'day', days: 40, methods: ['days', 'controls', 'antithetic'], ...wholeDay() },
    { id: 'day-of-ten', days: 10, methods: ['days', 'jackknife'], ...wholeDay() },
    longRun(),
    { id: 'erlang-c-of-160', days: 160, runs: 300, ...erlangC() },
  ];
}
