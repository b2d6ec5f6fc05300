/** Family m-g-c: several agents, handle times other than exponential. Only laws with an exact answer are taken. */
import { ConstantHandle } from '../../planning/constant-handle.ts';
import { generalHandle } from '../../planning/general-handle.ts';
import { phaseTypeAgents } from '../../planning/phase-type-agents.ts';
import { phasesInSeries } from '../../planning/phase-type.ts';
import { numbersAsked } from '../calculator.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import { handleOf, perSecond } from './handle-law.ts';

export const mGc: Calculator = (params, asked) => {
  const rate = perSecond(params.number('arrivalsPerHour'));
  const agents = params.number('agents');
  // The agent is busy for both, so talk then wrap-up is one handle time of two phases.
  if (params.has('talkMeanSec'))
    return {
      ...phaseTypeAgents(
        rate,
        phasesInSeries([params.number('talkMeanSec'), params.number('wrapMeanSec')]),
        agents,
      ),
    };
  const handle = handleOf(params);
  const exact = generalHandle(rate, handle, agents);
  if (!exact) throw new ParamsError(`M/G/c with a ${handle.law} handle time has no exact answer`);
  const times = numbersAsked(asked, 'pWaitExceeds');
  if (handle.law !== 'constant' || times.length === 0) return { ...exact };
  const constant = new ConstantHandle(rate, handle.value, agents);
  const tails: Answers = Object.fromEntries(times.map((t) => [`pWaitExceeds_${t}`, constant.waitTail(t)]));
  return { ...exact, ...tails };
};
