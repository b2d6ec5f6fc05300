/** How cases with several kinds of calls give their patience: one for all, a list, null for endless, in the list as well. */
import type { Params } from '../params.ts';
import { MalformedError } from '../params.ts';

/** @throws {ParamsError} for a list of another length, or of anything but means and nulls */
export function patienceByKind(params: Params, kinds: number): (number | null)[] {
  if (!params.has('meanPatienceSec')) return Array.from({ length: kinds }, () => null);
  const given = params.numbersOrNulls('meanPatienceSec', kinds);
  if (given.length !== kinds)
    throw new MalformedError(`meanPatienceSec: ${given.length} values for ${kinds} kinds of calls`);
  return given;
}
