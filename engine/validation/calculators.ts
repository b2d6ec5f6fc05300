/**
 * The calculators of engine/planning by the families of the pack. A family that is not here has none; what a calculator does with the
 * parameters of a case is told in its own file.
 */
import type { Calculator } from './calculator.ts';
import { arrivalsGamma } from './calculators/arrivals-gamma.ts';
import { callbackOffers, tuneCallback } from './calculators/callback-offers.ts';
import { erlangBLines } from './calculators/erlang-b.ts';
import { erlangCWaits, poolingOfAlike } from './calculators/erlang-c.ts';
import { finiteQueue } from './calculators/finite-queue.ts';
import { fit } from './calculators/fit.ts';
import { mG1 } from './calculators/m-g-1.ts';
import { mGc } from './calculators/m-g-c.ts';
import { outputAnalysisStatistics } from './calculators/output-analysis-statistics.ts';
import { overflowLoss } from './calculators/overflow-loss.ts';
import { patienceGeneral } from './calculators/patience-general.ts';
import { priority } from './calculators/priority.ts';
import { erlangAStaffing, erlangCStaffing } from './calculators/staffing.ts';

export const CALCULATORS: Readonly<Record<string, Calculator>> = {
  'erlang-b': erlangBLines,
  'erlang-c': erlangCWaits,
  'erlang-c-staffing': erlangCStaffing,
  'erlang-a': patienceGeneral,
  'erlang-a-staffing': erlangAStaffing,
  'patience-general': patienceGeneral,
  'finite-queue': finiteQueue,
  'm-g-1': mG1,
  'm-g-c': mGc,
  priority,
  'overflow-loss': overflowLoss,
  pooling: poolingOfAlike,
  'callback-offers': callbackOffers,
  'tune-callback': tuneCallback,
  'arrivals-gamma': arrivalsGamma,
  'output-analysis': outputAnalysisStatistics,
  fit,
};
