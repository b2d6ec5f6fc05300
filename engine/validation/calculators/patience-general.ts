/** Families erlang-a and patience-general: M/M/c+G. */
import { PatienceQueue } from '../../planning/patience-queue.ts';
import { numbersAsked } from '../calculator.ts';
import type { Calculator } from '../calculator.ts';
import { ENDLESS, patienceIn, trafficOf } from './patience-law.ts';

export const patienceGeneral: Calculator = (params, asked) => {
  const queue = new PatienceQueue(trafficOf(params), params.number('agents'), patienceIn(params) ?? ENDLESS);
  return waitsAndAbandons(queue, asked);
};

/** All that is known of M/M/c+G, at the thresholds that are asked. */
export function waitsAndAbandons(
  queue: PatienceQueue,
  asked: Readonly<Record<string, unknown>>,
): Record<string, number> {
  const { pWait, pAbandon, meanWaitAll, meanWaitServed, meanOfferedWait, meanQueue } = queue;
  const { occupancy, meanWaitAbandoned, meanWaitGivenWait } = queue;
  const answers: Record<string, number> = {
    ...{ pWait, pAbandon, meanWaitAll, meanWaitServed, meanOfferedWait, meanQueue },
    ...{ occupancy, meanWaitAbandoned, meanWaitGivenWait },
    pServed: 1 - pAbandon,
  };
  const thresholds = new Set(WITHIN.flatMap((name) => numbersAsked(asked, name)));
  for (const t of thresholds) for (const name of WITHIN) answers[`${name}_${t}`] = queue[name](t);
  return answers;
}

const WITHIN = ['pServedWithin', 'pAbandonWithin', 'pWaitExceeds', 'pOfferedWaitExceeds'] as const;
