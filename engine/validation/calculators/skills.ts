/** Families skills-n and skills-speed: two types and two pools, and groups of unequal speed before one queue. */
import { nDesign } from '../../planning/skills-n.ts';
import { groupsBySpeed } from '../../planning/skills-speed.ts';
import type { Calculator } from '../calculator.ts';
import type { Params } from '../params.ts';
import { ParamsError } from '../params.ts';
import { patienceByKind } from './patience-by-kind.ts';

const N_ROUTING =
  'type 1: pool 1 then pool 2; type 2: pool 2 only; freed pool-1 agent: type 1; freed pool-2 agent: type 2 first, else type 1';

export const skillsN: Calculator = (params) => {
  assertRule(params, 'routing', N_ROUTING);
  const [rate1, rate2, ...moreRates] = params.numbers('arrivalsPerHour');
  const [pool1, pool2, ...morePools] = params.numbers('poolSizes');
  if (rate1 === undefined || rate2 === undefined || pool1 === undefined || pool2 === undefined)
    throw new ParamsError('skills-n: two types and two pools');
  if (moreRates.length + morePools.length > 0)
    throw new ParamsError('skills-n: no more than two types and two pools');
  const handles = params.numbers('meanHandleSec', 2);
  const patiences = patienceByKind(params, 2);
  const { types, pType1ImmediatePool2, occupancy } = nDesign({
    types: [
      { arrivalsPerHour: rate1, meanHandleSec: handles[0]!, meanPatienceSec: patiences[0]! },
      { arrivalsPerHour: rate2, meanHandleSec: handles[1]!, meanPatienceSec: patiences[1]! },
    ],
    pools: [pool1, pool2],
  });
  return {
    pWait1: types[0].pWait,
    pWait2: types[1].pWait,
    pType1ImmediatePool2,
    meanWaitAll1: types[0].meanWaitAllSec,
    meanWaitAll2: types[1].meanWaitAllSec,
    pAbandon1: types[0].pAbandon,
    pAbandon2: types[1].pAbandon,
    occupancyPool1: occupancy[0],
    occupancyPool2: occupancy[1],
  };
};

export const skillsSpeed: Calculator = (params) => {
  assertRule(params, 'rule', 'group 1 preferred when both free; FCFS queue');
  const groups = params.parts('groups').map((each) => ({
    agents: each.number('agents'),
    meanHandleSec: each.number('meanHandleSec'),
  }));
  const result = groupsBySpeed(params.number('arrivalsPerHour'), groups, params.optional('meanPatienceSec'));
  return {
    pWait: result.pWait,
    meanQueue: result.meanQueue,
    meanWait: result.meanWaitSec,
    pAbandon: result.pAbandon,
    ...Object.fromEntries(
      groups.flatMap((_, at) => [
        [`occupancy${at + 1}`, result.occupancy[at]!],
        [`shareServedBy${at + 1}`, result.shareServed[at]!],
      ]),
    ),
  };
};

/** The rule of a case is told in words: of another one these would be the wrong numbers. */
function assertRule(params: Params, key: string, known: string): void {
  if (params.has(key) && params.text(key).replaceAll(/\s+/g, ' ').trim() !== known)
    throw new ParamsError(`${key}: only "${known}" is known, not "${params.text(key)}"`);
}
