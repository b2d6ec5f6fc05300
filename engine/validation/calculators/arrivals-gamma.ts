/** Family arrivals-gamma: days multiplied by a gamma day factor; their counts, or Erlang A averaged over them. */
import { meanOverDays } from '../../planning/day-factor.ts';
import { GammaPoissonCounts } from '../../planning/gamma-days.ts';
import { PatienceQueue } from '../../planning/patience-queue.ts';
import type { Answers, Calculator } from '../calculator.ts';
import type { Params } from '../params.ts';
import { ENDLESS, patienceIn, trafficOf } from './patience-law.ts';

export const arrivalsGamma: Calculator = (params, asked) =>
  params.has('expectedPerPeriod') ? counts(params, asked) : averagedQueue(params, asked);

function counts(params: Params, asked: Readonly<Record<string, unknown>>): Answers {
  const days = new GammaPoissonCounts(dayFactor(params), params.numbers('expectedPerPeriod'));
  const answers: Record<string, number> = {
    meanTotal: days.meanTotal,
    varTotal: days.varTotal,
    pTotalZeroLog: days.logPTotalZero,
  };
  for (const name of Object.keys(asked)) {
    const [, one, other] = (/_(\d+)(?:_(\d+))?$/.exec(name) ?? []).map(Number);
    if (name.startsWith('meanPeriod_')) answers[name] = days.mean(one!);
    else if (name.startsWith('varPeriod_')) answers[name] = days.variance(one!);
    else if (name.startsWith('covPeriods_')) answers[name] = days.covariance(one!, other!);
    else if (name.startsWith('corrPeriods_')) answers[name] = days.correlation(one!, other!);
    const quantile = /^quantile([\d.]+)Total$/.exec(name);
    if (quantile) answers[name] = days.quantileTotal(Number(quantile[1]) / 100);
  }
  return answers;
}

// Each day is a steady state of its own rate. `callWeighted...` is the ratio of expected totals, `dayAverage...` the mean of ratios.
function averagedQueue(params: Params, asked: Readonly<Record<string, unknown>>): Answers {
  const traffic = trafficOf(params);
  const agents = params.number('agents');
  const patience = patienceIn(params) ?? ENDLESS;
  const factor = dayFactor(params);
  const queueAt = (factor: number): PatienceQueue =>
    new PatienceQueue({ ...traffic, arrivalsPerHour: traffic.arrivalsPerHour * factor }, agents, patience);
  const measure = (what: string): ((queue: PatienceQueue) => number) | undefined => {
    const within = /^p?ServedWithin_?([\d.]+)$/i.exec(what);
    if (within) return (queue) => queue.pServedWithin(Number(within[1]));
    return MEASURES[what.toLowerCase()];
  };
  const answers: Record<string, number> = {};
  for (const name of Object.keys(asked)) {
    const [, how, what, ignoring] = /^(callWeighted|dayAverage)?(\w+?)(IgnoringVariation)?$/.exec(name) ?? [];
    const of = what === undefined ? undefined : measure(what);
    if (of === undefined) continue;
    if (ignoring !== undefined) answers[name] = of(queueAt(factor.mean));
    else if (how !== undefined)
      answers[name] = meanOverDays(factor, (x) => of(queueAt(x)), how === 'callWeighted' ? 'call' : 'day');
  }
  return answers;
}

const MEASURES: Readonly<Record<string, (queue: PatienceQueue) => number>> = {
  abandon: (queue) => queue.pAbandon,
  pabandon: (queue) => queue.pAbandon,
  waitall: (queue) => queue.meanWaitAll,
  meanwaitall: (queue) => queue.meanWaitAll,
  meanqueue: (queue) => queue.meanQueue,
  pwait: (queue) => queue.pWait,
  occupancy: (queue) => queue.occupancy,
};

function dayFactor(params: Params) {
  return { shape: params.number('gammaShape'), mean: params.optional('gammaMean') ?? 1 };
}
