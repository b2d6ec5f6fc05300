/** Family priority-abandon: classes with patience before one team. Suffix 1 is the most urgent class. */
import { priorityWithPatience } from '../../planning/priority-abandon.ts';
import type { Calculator } from '../calculator.ts';
import { patienceByKind } from './patience-by-kind.ts';

export const priorityAbandon: Calculator = (params) => {
  const rates = params.numbers('arrivalsPerHour');
  const handles = params.numbers('meanHandleSec', rates.length);
  const patiences = patienceByKind(params, rates.length);
  const { pWait, occupancy, classes } = priorityWithPatience(
    params.number('agents'),
    rates.map((arrivalsPerHour, at) => ({
      arrivalsPerHour,
      meanHandleSec: handles[at]!,
      meanPatienceSec: patiences[at]!,
    })),
  );
  return {
    pWait,
    occupancy,
    ...Object.fromEntries(
      classes.flatMap((each, at) => [
        [`meanWaitAll${at + 1}`, each.meanWaitAllSec],
        [`pAbandon${at + 1}`, each.pAbandon],
        [`meanQueue${at + 1}`, each.meanQueue],
      ]),
    ),
  };
};
