/**
 * Laws of handle times (and of patience) as a validation pack writes them, in seconds, into laws of the kernel.
 */
import type { Law } from '../../kernel/distributions.ts';
import { MalformedError, ParamsError } from '../params.ts';
import type { Params } from '../params.ts';

/** @throws {ParamsError} for a law that the pack's format does not have */
export function lawOf(of: Params): Law {
  const law = of.text('law');
  switch (law) {
    case 'exponential':
      return { law, mean: of.number('meanSec') };
    case 'deterministic':
    case 'constant':
      return { law: 'constant', value: of.number(of.has('sec') ? 'sec' : 'meanSec') };
    case 'lognormal':
      return { law, mean: of.number('meanSec'), cv: of.number('cv') };
    case 'erlang':
    case 'gamma':
      return { law, shape: shapeOf(of), mean: of.number('meanSec') };
    case 'weibull':
      return of.has('scaleSec')
        ? { law, shape: of.number('shape'), scale: of.number('scaleSec') }
        : { law, shape: of.number('shape'), mean: of.number('meanSec') };
    case 'uniform':
      return { law, from: of.number('fromSec'), to: of.number('toSec') };
    case 'hyperexponential':
    case 'mixture': {
      const weights = of.numbers('weights');
      const means = of.numbers('meansSec');
      if (means.length !== weights.length)
        throw new MalformedError(`${law}: weights and meansSec differ in length`);
      return { law: 'hyperexponential', branches: means.map((mean, at) => ({ weight: weights[at]!, mean })) };
    }
    default:
      throw new ParamsError(`there is no law "${law}"`);
  }
}

/** A gamma law may be given by its shape or by its coefficient of variation. */
function shapeOf(of: Params): number {
  return of.has('shape') ? of.number('shape') : 1 / of.number('cv') ** 2;
}

/** The handle time of a case, under whichever name its family has for it. */
export function handleOf(params: Params): Law {
  return params.has('handle')
    ? lawOf(params.part('handle'))
    : { law: 'exponential', mean: params.number('meanHandleSec') };
}

export const perSecond = (perHour: number): number => perHour / 3600;
