/**
 * Busy agents at each moment of the day where there are always enough of them: the load that the day offers,
 * M(t)/M/infinity from an empty start (Eick, Massey and Whitt 1993, "The physics of the Mt/G/infinity queue",
 * Operations Research 41). The number is Poisson with this mean. Queues are in day.ts.
 */

export interface LoadPeriod {
  readonly durationSec: number;
  readonly arrivalsPerHour: number;
}

/**
 * Mean number of busy agents `atSec` after the start; arrivals follow the periods and end with the last. Within a period
 * m' = arrivals - m / handle time.
 * @throws {RangeError} for a time before the start
 */
export function meanBusyAt(periods: readonly LoadPeriod[], meanHandleSec: number, atSec: number): number {
  if (!(atSec >= 0)) throw new RangeError(`There is no load at ${atSec} s: the day begins at 0.`);
  let mean = 0;
  let left = atSec;
  for (const { durationSec, arrivalsPerHour } of periods) {
    const length = Math.min(left, durationSec);
    const level = (arrivalsPerHour * meanHandleSec) / 3600;
    // level + (mean - level) e^-x, without the loss of digits of 1 - e^-x where x is small.
    mean -= (level - mean) * Math.expm1(-length / meanHandleSec);
    left -= length;
  }
  return mean * Math.exp(-left / meanHandleSec);
}
