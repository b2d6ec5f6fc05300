/**
 * The cases of output-analysis that ask how much a time average of a queue varies, and so how long a run must be. Intervals of
 * given numbers are in output-analysis-statistics.ts.
 */
import { normalQuantile } from '../../kernel/quantiles.ts';
import { halfWidthAfter, runLengthFor, teamLongRun } from '../../planning/team-variance.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { teamOf } from './team-of.ts';

/** Of 95 % intervals. */
const Z = normalQuantile(0.975);

export const outputAnalysisChain: Calculator = (params, asked) => {
  const team = teamOf(params);
  const { waiting, busy, present } = teamLongRun(team);
  const horizon = params.number('horizonSec');
  // The names carry the horizon and the precision: `..._T1e6s`, `...HalfWidth1pct_queue`.
  const named: [string, number][] = Object.keys(asked).flatMap((name): [string, number][] => {
    if (/^expectedHalfWidth95_queue_T.*s$/.test(name)) return [[name, halfWidthAfter(waiting, horizon, Z)]];
    const percent = /^runLengthSecForRelHalfWidth(\d+(?:\.\d+)?)pct_queue$/.exec(name)?.[1];
    return percent === undefined ? [] : [[name, runLengthFor(waiting, Number(percent) / 100, Z)]];
  });
  return {
    meanQueue: waiting.mean,
    asymptoticVarianceQueue: waiting.asymptoticVariance,
    meanBusy: busy.mean,
    asymptoticVarianceBusy: busy.asymptoticVariance,
    asymptoticVarianceNumberInSystem: present.asymptoticVariance,
    ...Object.fromEntries(named),
    ...closedForm(
      team.agents,
      team.meanPatienceSec,
      (team.arrivalsPerHour * team.meanHandleSec) / 3600,
      team.meanHandleSec,
    ),
  };
};

/** M/M/1: 2 rho (1 + rho) / (1 - rho)^4 handle times (Whitt 1989), as a check of the chain. */
function closedForm(agents: number, patience: number | null, load: number, handle: number): Answers {
  if (agents !== 1 || patience !== null) return {};
  return { checkClosedFormAvarNumberInSystem: (2 * load * (1 + load) * handle) / (1 - load) ** 4 };
}
