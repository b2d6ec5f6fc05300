/** Family finite-queue: a line of so many places, with or without exponential patience. */
import { FiniteQueue } from '../../planning/finite-queue.ts';
import { numbersAsked } from '../calculator.ts';
import type { Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import type { Params } from '../params.ts';
import { lawOf } from './handle-law.ts';
import { trafficOf } from './patience-law.ts';

const WITHIN = ['pServedWithin', 'pAbandonWithin', 'pWaitExceeds'] as const;

export const finiteQueue: Calculator = (params, asked) => {
  const queue = new FiniteQueue(trafficOf(params), {
    agents: params.number('agents'),
    maxWaiting: params.number('maxWaiting'),
    meanPatienceSec: meanPatience(params),
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

// A line that ends has a formula for exponential patience only, and none for callers who balk.
function meanPatience(params: Params): number | null {
  if (!params.has('patience')) return params.optional('meanPatienceSec');
  const part = params.part('patience');
  const law = lawOf(part);
  const leavesAtOnce = (part.optional('balkProbability') ?? 0) + (part.optional('zeroProbability') ?? 0);
  if (law.law !== 'exponential' || leavesAtOnce > 0)
    throw new ParamsError('a line that ends is known for exponential patience only');
  return law.mean;
}
