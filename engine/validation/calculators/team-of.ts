/** A queue and its team, of exponential times, as most families give them. */
import type { TeamWithCalls } from '../../planning/team.ts';
import type { Params } from '../params.ts';

export function teamOf(params: Params): TeamWithCalls {
  return {
    arrivalsPerHour: params.number('arrivalsPerHour'),
    meanHandleSec: params.number('meanHandleSec'),
    agents: params.number('agents'),
    meanPatienceSec: params.optional('meanPatienceSec'),
  };
}
