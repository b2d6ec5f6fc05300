/**
 * The calculators of engine/planning by the families of the pack. A family that is not here has none; what a calculator does with the
 * parameters of a case is told in its own file.
 */
import type { Calculator } from './calculator.ts';
import { arrivalsGamma } from './calculators/arrivals-gamma.ts';
import { callbackOffers, tuneCallback } from './calculators/callback-offers.ts';
import { callbackSeparate, callbackThreshold } from './calculators/callback-rules.ts';
import { arrivalsMt, day } from './calculators/day.ts';
import { erlangBLines } from './calculators/erlang-b.ts';
import { erlangCWaits, poolingOfAlike } from './calculators/erlang-c.ts';
import { finiteQueue } from './calculators/finite-queue.ts';
import { fit } from './calculators/fit.ts';
import { mG1 } from './calculators/m-g-1.ts';
import { mGc } from './calculators/m-g-c.ts';
import { outputAnalysisChain } from './calculators/output-analysis-chain.ts';
import { isStatistics, outputAnalysisStatistics } from './calculators/output-analysis-statistics.ts';
import { overflowLoss } from './calculators/overflow-loss.ts';
import { overflow, tuneOverflow } from './calculators/overflow.ts';
import { patienceGeneral } from './calculators/patience-general.ts';
import { priorityAbandon } from './calculators/priority-abandon.ts';
import { priority } from './calculators/priority.ts';
import { published } from './calculators/published.ts';
import { redial } from './calculators/redial.ts';
import { skillsN, skillsSpeed } from './calculators/skills.ts';
import { erlangAStaffing, erlangCStaffing } from './calculators/staffing.ts';

/** Intervals and ratios of given numbers, or how wide an honest interval of a queue is. */
const outputAnalysis: Calculator = (params, asked) =>
  isStatistics(params) ? outputAnalysisStatistics(params, asked) : outputAnalysisChain(params, asked);

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
  'priority-abandon': priorityAbandon,
  overflow,
  'overflow-loss': overflowLoss,
  'tune-overflow': tuneOverflow,
  'skills-n': skillsN,
  'skills-speed': skillsSpeed,
  pooling: poolingOfAlike,
  'callback-offers': callbackOffers,
  'callback-threshold': callbackThreshold,
  'callback-separate': callbackSeparate,
  'tune-callback': tuneCallback,
  redial,
  'arrivals-gamma': arrivalsGamma,
  'arrivals-mt': arrivalsMt,
  day,
  published,
  'output-analysis': outputAnalysis,
  fit,
};
