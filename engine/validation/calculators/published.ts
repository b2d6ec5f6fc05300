/**
 * Family published: what can be computed exactly of examples that others printed, under `ownExact`. Their printed
 * numbers are for the simulator. Three kinds are known by their parameters: days by period with a day factor, one long
 * day per minute, and M/M/n beside M/M/n+M.
 */
import type { Day } from '../../planning/day.ts';
import { dayTotals } from '../../planning/day.ts';
import { dayServedWithin } from '../../planning/day-served-within.ts';
import { ErlangCQueue } from '../../planning/erlang-c-queue.ts';
import { meansOverSmoothDays } from '../../planning/day-factor.ts';
import { exponentialPatience } from '../../planning/patience.ts';
import { PatienceQueue } from '../../planning/patience-queue.ts';
import type { Answers, Calculator } from '../calculator.ts';
import type { Params } from '../params.ts';
import { ParamsError } from '../params.ts';

/** What is told in words is read, or is how days begin and end and what is counted, which is the same in all. */
const WORDS = ['openingHour', 'start', 'normalisation', 'daysPublished', 'replications'];
const BY_PERIOD = ['periods', 'service', 'patience', 'balkProbability', 'dayFactor', 'alpha0'];
const OF_MINUTES = [
  'dayMinutes',
  'arrivalsPerMin',
  'serviceRatePerMin',
  'agents',
  'meanPatienceMin',
  'within',
];
const STEADY = ['arrivalsPerMin', 'meanHandleMin', 'agents', 'meanPatienceMin'];

export const published: Calculator = (params) => {
  const [known, solve] = kindOf(params);
  params.assertKnown([...known, ...WORDS]);
  return { ownExact: solve(params) };
};

function kindOf(params: Params): [known: readonly string[], solve: (params: Params) => Answers] {
  if (params.has('periods')) return [BY_PERIOD, dayByPeriod];
  if (params.has('dayMinutes')) return [OF_MINUTES, dayOfMinutes];
  if (params.has('meanPatienceMin')) return [STEADY, withAndWithoutPatience];
  throw new ParamsError('published: neither periods, nor dayMinutes, nor meanPatienceMin');
}

/** Waits and losses by the calls expected, whose number the day factor changes. */
function dayByPeriod(params: Params): Answers {
  const periods = params.parts('periods').map((each) => ({
    durationSec: each.number('hours') * 3600,
    arrivalsPerHour: each.number('arrivalsPerHour'),
    agents: each.number('agents'),
  }));
  const service = meanOf(params, 'service');
  const patience = meanOf(params, 'patience');
  const [arrivals, queueTime, lost] = meansOver(params, (factor) => {
    const totals = dayTotals({
      periods: periods.map((each) => ({ ...each, arrivalsPerHour: factor * each.arrivalsPerHour })),
      meanHandleSec: service,
      meanPatienceSec: patience,
      balkProbability: params.optional('balkProbability') ?? 0,
    });
    return [totals.arrivals, totals.queueTimeSec, totals.abandons];
  });
  return { avgWait: queueTime! / arrivals!, pLost: lost! / arrivals! };
}

/** Without a day factor all days are alike. */
function meansOver(params: Params, of: (factor: number) => readonly number[]): readonly number[] {
  if (!params.has('dayFactor') && !params.has('alpha0')) return of(1);
  const known = 'gamma, shape = alpha0, mean 1';
  if (params.text('dayFactor') !== known)
    throw new ParamsError(`dayFactor: "${params.text('dayFactor')}" is not "${known}"`);
  return meansOverSmoothDays({ shape: params.number('alpha0'), mean: 1 }, of);
}

/** "exponential mean 1000 s for the rest": laws in words. */
function meanOf(params: Params, key: string): number {
  const match = /^exponential mean (\d+(?:\.\d+)?) s\b/.exec(params.text(key));
  if (match === null)
    throw new ParamsError(`${key}: "${params.text(key)}" is no exponential mean in seconds`);
  return Number(match[1]);
}

/** Unless a case says otherwise, good calls are those of these examples: served in less than 20 s. */
const WITHIN_SEC = 20;

function withinOf(params: Params): number {
  if (!params.has('within')) return WITHIN_SEC;
  const match = /^wait < (\d+(?:\.\d+)?) s$/.exec(params.text('within'));
  if (match === null) throw new ParamsError(`within: "${params.text('within')}" is no wait in seconds`);
  return Number(match[1]);
}

function dayOfMinutes(params: Params): Answers {
  const meanPatienceMin = params.optional('meanPatienceMin');
  const day: Day = {
    periods: [
      {
        durationSec: params.number('dayMinutes') * 60,
        arrivalsPerHour: params.number('arrivalsPerMin') * 60,
        agents: params.number('agents'),
      },
    ],
    meanHandleSec: 60 / params.number('serviceRatePerMin'),
    meanPatienceSec: meanPatienceMin === null ? null : meanPatienceMin * 60,
    balkProbability: 0,
  };
  const totals = dayTotals(day);
  const good = dayServedWithin(day, withinOf(params));
  const served = totals.arrivals - totals.abandons;
  return {
    good,
    abandoned: totals.abandons,
    serviceLevel: good / served,
    // Of those served only where all are.
    ...(meanPatienceMin === null ? { asaMin: totals.queueTimeSec / served / 60 } : {}),
  };
}

function withAndWithoutPatience(params: Params): Answers {
  const traffic = {
    arrivalsPerHour: params.number('arrivalsPerMin') * 60,
    meanHandleSec: params.number('meanHandleMin') * 60,
  };
  const agents = params.number('agents');
  const c = new ErlangCQueue(traffic, agents);
  const a = new PatienceQueue(traffic, agents, exponentialPatience(params.number('meanPatienceMin') * 60));
  return {
    erlangC: {
      asaSec: c.asa,
      p90WaitSec: c.waitQuantile(0.9),
      meanQueue: c.meanQueue,
      utilisation: c.occupancy,
    },
    erlangA: {
      pAbandon: a.pAbandon,
      asaSec: a.asa,
      meanWaitAllSec: a.meanWaitAll,
      meanQueue: a.meanQueue,
      utilisation: a.occupancy,
    },
  };
}
