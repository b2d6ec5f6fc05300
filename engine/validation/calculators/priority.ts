/** Family priority: classes of calls, the most urgent first, none interrupted. Class 1 of the pack is the most urgent. */
import { priorityMeanWaits, PriorityAgents } from '../../planning/priority.ts';
import { rawMoment } from '../../planning/law-moments.ts';
import { numbersAsked } from '../calculator.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { MalformedError, ParamsError } from '../params.ts';
import type { Params } from '../params.ts';
import { lawOf, perSecond } from './handle-law.ts';

export const priority: Calculator = (params, asked) =>
  params.has('handle') ? ownHandleTimes(params) : sameHandleTime(params, asked);

function sameHandleTime(params: Params, asked: Readonly<Record<string, unknown>>): Answers {
  const rates = params.numbers('arrivalsPerHour').map(perSecond);
  const agents = new PriorityAgents(rates, params.number('meanHandleSec'), params.number('agents'));
  const answers: Record<string, number> = { pWait: agents.pWait, occupancy: agents.occupancy };
  agents.meanWaits.forEach((wait, at) => {
    answers[`meanWait_${at + 1}`] = wait;
    for (const t of numbersAsked(asked, `pWaitExceeds_${at + 1}`))
      answers[`pWaitExceeds_${at + 1}_${t}`] = agents.waitTail(at, t);
  });
  return answers;
}

function ownHandleTimes(params: Params): Answers {
  if (params.number('agents') !== 1)
    throw new ParamsError('handle times by class are known for one agent only');
  const handles = params.parts('handle').map(lawOf);
  const rates = params.numbers('arrivalsPerHour').map(perSecond);
  if (rates.length !== handles.length)
    throw new MalformedError('arrivalsPerHour and handle differ in length');
  const classes = handles.map((handle, at) => ({ handle, arrivalRate: rates[at]! }));
  const occupancy = classes.reduce((sum, each) => sum + each.arrivalRate * rawMoment(each.handle, 1), 0);
  const waits = priorityMeanWaits(classes).map((wait, at) => [`meanWait_${at + 1}`, wait]);
  // One agent: a random arrival waits when the agent is busy.
  return { occupancy, pWait: occupancy, ...Object.fromEntries(waits) };
}
