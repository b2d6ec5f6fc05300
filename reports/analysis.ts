/**
 * How the intervals of a report were made, where it is not simply day by day: pairs with mirrored luck, control variates and what
 * they gained, a warm-up that a pilot chose, and whether the blocks of a long run hang together.
 */
import { CONTROLS, type Accumulator } from '../engine/index.ts';
import type { RunInfo } from './model.ts';
import type { Analysis } from './schema.ts';

/** What a reader looks at first: service level, waits, abandonment. */
const GAINS = ['K-01', 'K-03', 'K-05'] as const;
const SECOND = 1000;

export function analysisOf(results: Accumulator, { warmUp }: Pick<RunInfo, 'warmUp'>): Analysis {
  return {
    antithetic: results.isAntithetic,
    controlVariates: results.hasControls ? { controls: [...CONTROLS], gains: gainsOf(results) } : null,
    warmUp: warmUp
      ? {
          method: 'MSER-5',
          pilotDays: warmUp.pilotDays,
          step: warmUp.step / SECOND,
          observations: warmUp.observations,
          chosen: warmUp.length === null ? null : warmUp.length / SECOND,
        }
      : null,
    blocks: results.batches().map(({ kpi, ...check }) => ({ id: kpi.id, stat: kpi.stat, ...check })),
  };
}

function gainsOf(results: Accumulator) {
  return GAINS.flatMap((id) => {
    const kpi = results.kpi(id);
    if (kpi?.form !== 'ratio') return [];
    return [{ id: kpi.id, stat: kpi.stat, varianceRatio: results.controlGain(kpi) }];
  });
}
