/** Families erlang-c-staffing and erlang-a-staffing: the fewest agents that meet targets. */
import { fewestAgents, queueOf } from '../../planning/staffing.ts';
import type { Targets } from '../../planning/staffing.ts';
import { loadOf } from '../../planning/traffic.ts';
import type { Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import type { Params } from '../params.ts';
import { patienceIn, trafficOf } from './patience-law.ts';

export const erlangCStaffing: Calculator = (params) => {
  const { agents, queue, oneFewer } = staffed(params, {
    serviceLevel: serviceLevel(params, 'targetServiceLevel'),
    occupancy: params.optional('maxOccupancy') ?? undefined,
    asaSec: params.optional('maxAsaSec') ?? undefined,
  });
  const within = params.optional('withinSec') ?? 0;
  return {
    agents,
    serviceLevel: queue.pServedWithin(within),
    serviceLevelOneFewer: oneFewer?.pServedWithin(within) ?? 0,
    occupancy: queue.occupancy,
    asa: queue.asa,
    pWait: queue.pWait,
  };
};

export const erlangAStaffing: Calculator = (params) => {
  const { agents, queue, oneFewer } = staffed(params, {
    serviceLevel: serviceLevel(params, 'targetServedWithin'),
    abandonRate: params.optional('maxAbandon') ?? undefined,
    occupancy: params.optional('maxOccupancy') ?? undefined,
    asaSec: params.optional('maxAsaSec') ?? undefined,
  });
  const within = params.optional('withinSec') ?? 0;
  return {
    agents,
    pServedWithin: queue.pServedWithin(within),
    pServedWithinOneFewer: oneFewer?.pServedWithin(within) ?? 0,
    pAbandon: queue.pAbandon,
    pAbandonOneFewer: oneFewer?.pAbandon ?? 1,
    occupancy: queue.occupancy,
    meanWaitServed: queue.asa,
    pWait: queue.pWait,
  };
};

// Over all callers, strictly: the pack's `pServedWithin` and `pAbandon` leave nobody out.
function serviceLevel(params: Params, target: string): Targets['serviceLevel'] {
  if (!params.has(target)) return undefined;
  return { share: params.number(target), withinSec: params.number('withinSec'), formula: 'b' };
}

function staffed(params: Params, targets: Targets) {
  const traffic = trafficOf(params);
  const patience = patienceIn(params);
  const agents = fewestAgents((count) => queueOf(traffic, count, patience), targets, loadOf(traffic));
  const queue = queueOf(traffic, agents, patience);
  if (queue === null) throw new ParamsError('the queue grows without end');
  return { agents, queue, oneFewer: agents > 1 ? queueOf(traffic, agents - 1, patience) : null };
}
