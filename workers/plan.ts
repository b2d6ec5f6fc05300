/** What is asked of a scenario that was read, checked: seed and days. It reads nothing, so that who is given a reading need not carry a reader. */
import { Accumulator } from '../engine/index.ts';
import type { AccumulatorOptions, ReadResult, Setup } from '../engine/index.ts';
import { blockDaysOf } from './stopping.ts';

/** A scenario that was read and found right, as `readScenario` returns it. */
export type ReadyScenario = Extract<ReadResult, { readonly ok: true }>;

export const mostDays = 1_000_000;

/** What is asked, checked. */
export interface Plan {
  readonly ready: ReadyScenario;
  /** With the number of days asked for. */
  readonly setup: Setup;
  readonly seed: number;
  readonly days: number;
}

export function setupFor(setup: Setup, seed: number, days: number): Setup {
  return { ...setup, seed, world: { ...setup.world, days } };
}

/** What is wrong with them: a sentence each. */
export function courseProblems(seed: number, days: number): string[] {
  return [...whole('seed', seed, 0, 4_294_967_295), ...whole('days', days, 1, mostDays)];
}

export function whole(name: string, value: number, min: number, max: number): string[] {
  if (Number.isInteger(value) && value >= min && value <= max) return [];
  return [`${name} is a whole number from ${min} to ${max}, not ${value}.`];
}

export function accumulatorFor(
  setup: Setup,
  isSequential: boolean,
  options: Omit<AccumulatorOptions, 'blockDays'> = {},
): Accumulator {
  return setup.world.continuous && isSequential
    ? new Accumulator(setup, { blockDays: blockDaysOf(setup) })
    : new Accumulator(setup, options);
}
