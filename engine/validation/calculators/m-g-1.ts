/** Family m-g-1: one agent, any handle time. */
import { singleAgent, singleAgentWaitTail } from '../../planning/single-agent.ts';
import { numbersAsked } from '../calculator.ts';
import type { Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import { handleOf, perSecond } from './handle-law.ts';

export const mG1: Calculator = (params, asked) => {
  if (params.has('agents') && params.number('agents') !== 1) throw new ParamsError('m-g-1 has one agent');
  const rate = perSecond(params.number('arrivalsPerHour'));
  const handle = handleOf(params);
  const tails = numbersAsked(asked, 'pWaitExceeds').map((t) => [
    `pWaitExceeds_${t}`,
    singleAgentWaitTail(rate, handle, t),
  ]);
  return { ...singleAgent(rate, handle), ...Object.fromEntries(tails) };
};
