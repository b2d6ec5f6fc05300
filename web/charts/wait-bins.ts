/** The bins of a wait distribution, counted in a few ways. They know no chart. */
import type { WaitBins } from '../../reports/schema.ts';

export type Bin = WaitBins['bins'][number];
export interface ClosedBin extends Bin {
  readonly to: number;
}

export function callersOf({ answered, optedIn, abandoned }: Bin): number {
  return answered + optedIn + abandoned;
}

/** All callers, those answered at once with them. */
export function totalOf({ atOnce, bins }: WaitBins): number {
  return bins.reduce((sum, bin) => sum + callersOf(bin), atOnce);
}

/** Shares are of the calls that were answered, called back or lost here: without those sent elsewhere or refused, all but a hundredth came. */
export function isOfAllCalls(waits: WaitBins, callsPerDay: number): boolean {
  return totalOf(waits) >= 0.99 * callsPerDay;
}

/** Those that have an end; the last one usually has none. */
export function closedBins({ bins }: WaitBins): ClosedBin[] {
  return bins.filter((bin): bin is ClosedBin => bin.to !== null && bin.to > bin.from);
}

export function openBins({ bins }: WaitBins): Bin[] {
  return bins.filter(({ to }) => to === null);
}
