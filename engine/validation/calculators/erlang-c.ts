/** Families erlang-c and pooling: M/M/c where everybody waits as long as it takes. */
import { ErlangCQueue } from '../../planning/erlang-c-queue.ts';
import { pooling } from '../../planning/pooling.ts';
import { numbersAsked } from '../calculator.ts';
import type { Calculator } from '../calculator.ts';
import { trafficOf } from './patience-law.ts';

export const erlangCWaits: Calculator = (params, asked) => {
  const queue = new ErlangCQueue(trafficOf(params), params.number('agents'));
  const { pWait, asa, meanQueue, occupancy, meanWaitGivenWait } = queue;
  const answers: Record<string, number> = { pWait, asa, meanQueue, occupancy, meanWaitGivenWait };
  for (const t of numbersAsked(asked, 'pWaitExceeds')) answers[`pWaitExceeds_${t}`] = queue.pWaitExceeds(t);
  for (const t of numbersAsked(asked, 'serviceLevel')) answers[`serviceLevel_${t}`] = queue.pServedWithin(t);
  for (const p of numbersAsked(asked, 'waitQuantile')) answers[`waitQuantile_${p}`] = queue.waitQuantile(p);
  return answers;
};

/** Alike queues, each with its own agents, against one. Thresholds stand inside the names: `serviceLevel20Pooled`. */
export const poolingOfAlike: Calculator = (params, asked) => {
  const queue = {
    arrivalsPerHour: params.number('arrivalsPerHourEach'),
    agents: params.number('agentsEach'),
  };
  const queues = Array.from({ length: params.number('queues') }, () => queue);
  const all = pooling(queues, params.number('meanHandleSec'));
  const answers: Record<string, number> = {
    asaSeparate: all.asaSeparate,
    asaPooled: all.pooled.asa,
    pWaitSeparate: all.separate[0]!.pWait,
    pWaitPooled: all.pooled.pWait,
    occupancy: all.pooled.occupancy,
  };
  for (const name of Object.keys(asked)) {
    const threshold = /^serviceLevel_?([\d.]+)_?(Separate|Pooled)$/.exec(name);
    if (!threshold) continue;
    const within = Number(threshold[1]);
    answers[name] =
      threshold[2] === 'Pooled' ? all.pooled.pServedWithin(within) : all.serviceLevelSeparate(within);
  }
  return answers;
};
