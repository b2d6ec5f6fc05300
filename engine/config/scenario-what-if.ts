/**
 * The part of the scenario schema that asks "what if": four factors over the whole scenario, for calls, handle time,
 * patience and callbacks accepted. They are applied where the setup is compiled, so whoever reads a setup (the run,
 * the formulas beside it, the planner) reads the changed one. A factor of 1 changes not a byte.
 */
import { map, option, real } from './scalars.ts';

/** A time of 0 is no law: whoever asks for no patience at all has `balk` and `atZero`. */
const ofTimes = real({ min: 0.1, max: 5 });
const ofNumbers = real({ min: 0, max: 5 });

export const whatIf = map({
  volume: option(
    ofNumbers,
    'Multiplies the calls of every demand: expected numbers as they are, fixed numbers rounded to whole calls, a trace thinned or filled up along its own day. The day factor keeps its mean of 1.',
    1,
  ),
  handleTime: option(
    ofTimes,
    "Multiplies every talk time and every wrap-up time of callers, drawn or recorded, so that the laws keep their shape. Agents' own times and their efficiency stay.",
    1,
  ),
  patience: option(
    ofTimes,
    'Multiplies how long callers wait before they hang up. Endless stays endless, and the shares of `balk` and `atZero` stay.',
    1,
  ),
  acceptance: option(
    ofNumbers,
    'Multiplies the share that accepts a callback offer, each in the list of `accepts`; never above 100%.',
    1,
  ),
});

/** All four; 1 where nothing is said. */
export interface Factors {
  readonly volume: number;
  readonly handleTime: number;
  readonly patience: number;
  readonly acceptance: number;
}

export function factorsOf({ whatIf: said = {} }: { whatIf?: Partial<Written> | undefined }): Factors {
  const { volume = 1, handleTime = 1, patience = 1, acceptance = 1 } = said;
  return { volume, handleTime, patience, acceptance };
}
type Written = { [K in keyof Factors]: number | undefined };
