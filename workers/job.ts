/** What goes between a run and whoever simulates for it: the part of the work that a worker must know, and what a day came to. */
import { SimulationError } from './course.ts';
import type { Work } from './course.ts';
import type { DayResult, FromWorker, Job } from './simulation-api.ts';

/** What a worker must know; the rest of the work is the master's. */
export function jobOf({ seed, setups, days, digests, antithetic, controls }: Work): Job {
  return { seed, setups, days, digests, antithetic, controls };
}

export function resultOf(
  message: Extract<FromWorker, { readonly say: 'day' | 'failed' }>,
  seed: number,
): DayResult | SimulationError {
  if (message.say === 'day') return message;
  return new SimulationError(message.why, seed, message.task.day, message.instant);
}
