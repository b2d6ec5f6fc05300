/**
 * How long a simulation of one queue must be: mean and asymptotic variance of the numbers waiting, busy and present in M/M/c and
 * M/M/c+M, by Poisson's equation on the exact chain (Whitt 1989; see chain-variance.ts).
 */
import { ChainError } from './chain.ts';
import { steadyStateOf } from './chain-truncation.ts';
import type { LongRun } from './chain-variance.ts';
import { longRun } from './chain-variance.ts';
import type { TeamWithCalls } from './team.ts';
import { checkTeamWithCalls, leavingRate } from './team.ts';

export interface TeamLongRun {
  readonly waiting: LongRun;
  readonly busy: LongRun;
  readonly present: LongRun;
}

/**
 * State: calls present. Variances in seconds.
 * @throws {RangeError} naming the argument
 * @throws {ChainError} where callers never leave and are too many
 */
export function teamLongRun(team: TeamWithCalls): TeamLongRun {
  checkTeamWithCalls(team);
  const { arrivalsPerHour, meanHandleSec, agents, meanPatienceSec } = team;
  const arrivals = arrivalsPerHour / 3600;
  if (meanPatienceSec === null && arrivals * meanHandleSec >= agents)
    throw new ChainError('Callers never leave and are too many for the team: there is no steady state.');
  const leave = leavingRate(meanPatienceSec);
  const { chain } = steadyStateOf({
    start: [0],
    moves: ([present], to) => {
      to([present! + 1], arrivals);
      to([present! - 1], Math.min(present!, agents) / meanHandleSec + Math.max(0, present! - agents) * leave);
    },
    unlimited: [0],
  });
  return {
    waiting: longRun(chain, ([present]) => Math.max(0, present! - agents)),
    busy: longRun(chain, ([present]) => Math.min(present!, agents)),
    present: longRun(chain, ([present]) => present!),
  };
}

/** Half-width of the interval of an average over so many seconds: z sqrt(asymptotic variance / time). */
export function halfWidthAfter({ asymptoticVariance }: LongRun, seconds: number, z: number): number {
  return z * Math.sqrt(asymptoticVariance / seconds);
}

/** Seconds after which the half-width is so small a share of the mean (Whitt 1989). */
export function runLengthFor(
  { mean, asymptoticVariance }: LongRun,
  relativeHalfWidth: number,
  z: number,
): number {
  return ((z / relativeHalfWidth) ** 2 * asymptoticVariance) / mean ** 2;
}
