/** Patience and single-queue traffic as the pack writes them, for the calculators of engine/planning. It knows no formula. */
import type { Law } from '../../kernel/distributions.ts';
import { exponentialPatience, patienceOf } from '../../planning/patience.ts';
import type { Patience } from '../../planning/patience.ts';
import type { Traffic } from '../../planning/traffic.ts';
import type { Params } from '../params.ts';
import { lawOf } from './handle-law.ts';

export function trafficOf(params: Params): Traffic {
  return {
    arrivalsPerHour: params.number('arrivalsPerHour'),
    meanHandleSec: params.number('meanHandleSec'),
  };
}

/**
 * `meanPatienceSec` or a `patience` map, with the shares that balk, have no patience or never leave; null where callers wait
 * without end.
 *
 * @throws {ParamsError} for a law that the pack's format does not have
 */
export function patienceIn(params: Params): Patience | null {
  if (!params.has('patience')) {
    const mean = params.optional('meanPatienceSec');
    return mean === null ? null : exponentialPatience(mean);
  }
  const part = params.part('patience');
  return patienceOf({
    law: patienceLaw(part),
    balkProbability: part.optional('balkProbability') ?? 0,
    zeroProbability: part.optional('zeroProbability') ?? 0,
    endlessProbability: part.optional('endlessProbability') ?? 0,
  });
}

/** For those models that have patience for everybody: endless is a law too. */
export const ENDLESS: Patience = patienceOf({ law: null });

function patienceLaw(part: Params): Law | null {
  const law = part.text('law');
  switch (law) {
    case 'endless':
    case 'none':
      return null;
    case 'empirical': {
      const values = part.numbers(part.has('valuesSec') ? 'valuesSec' : 'values');
      return part.has('weights') ? { law, values, weights: part.numbers('weights') } : { law, values };
    }
    case 'triangular':
      return { law, from: part.number('fromSec'), mode: part.number('modeSec'), to: part.number('toSec') };
    default:
      return lawOf(part);
  }
}
