/** Family finite-queue: a line of so many places, with or without exponential patience. */
import { FiniteQueue } from '../../planning/finite-queue.ts';
import { numbersAsked } from '../calculator.ts';
import type { Calculator } from '../calculator.ts';
import { trafficOf } from './patience-law.ts';

const WITHIN = ['pServedWithin', 'pAbandonWithin', 'pWaitExceeds'] as const;

export const finiteQueue: Calculator = (params, asked) => {
  const queue = new FiniteQueue(trafficOf(params), {
    agents: params.number('agents'),
    maxWaiting: params.number('maxWaiting'),
    meanPatienceSec: params.optional('meanPatienceSec'),
  });
  const { pBlock, meanQueue, occupancy, pAbandonOffered, pServedOffered, meanWaitAbandoned } = queue;
  const letIn = 1 - pBlock;
  const answers: Record<string, number> = {
    ...{ pBlock, meanQueue, occupancy, pAbandonOffered, pServedOffered, meanWaitAbandoned },
    pWaitAccepted: queue.pWait,
    pWaitOffered: letIn * queue.pWait,
    pAbandonAccepted: queue.pAbandon,
    pServedAccepted: 1 - queue.pAbandon,
    meanWaitAccepted: queue.meanWait,
    meanWaitOffered: letIn * queue.meanWait,
    meanWaitServed: queue.asa,
  };
  for (const name of WITHIN)
    for (const [over, factor] of [
      ['Accepted', 1],
      ['Offered', letIn],
    ] as const)
      for (const t of numbersAsked(asked, name + over))
        answers[`${name}${over}_${t}`] = factor * queue[name](t);
  return answers;
};
