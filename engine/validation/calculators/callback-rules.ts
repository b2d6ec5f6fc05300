/**
 * Families callback-threshold and callback-separate: a callback offered on arrival, with its place kept or in a queue
 * of its own.
 */
import { callbackSeparate as separate } from '../../planning/callback-separate.ts';
import { callbackThreshold as threshold } from '../../planning/callback-threshold.ts';
import type { Calculator } from '../calculator.ts';
import { teamOf } from './team-of.ts';

export const callbackThreshold: Calculator = (params) => {
  const { meanWaitLiveSec, meanWaitCallbackSec, ...shares } = threshold({
    ...teamOf(params),
    offerWhenWaiting: params.number('offerWhenWaiting'),
    acceptProbability: params.number('acceptProbability'),
    maxWaiting: params.number('maxWaiting'),
  });
  return { ...shares, meanWaitLiveWaiting: meanWaitLiveSec, meanWaitCallback: meanWaitCallbackSec };
};

export const callbackSeparate: Calculator = (params) => {
  const { meanWaitLiveSec, meanWaitCallbackSec, ...shares } = separate({
    ...teamOf(params),
    offerWhenLiveWaiting: params.number('offerWhenLiveWaiting'),
    acceptProbability: params.number('acceptProbability'),
    agentsReservedForInbound: params.number('agentsReservedForInbound'),
  });
  return { ...shares, meanWaitLiveWaiting: meanWaitLiveSec, meanWaitCallback: meanWaitCallbackSec };
};
