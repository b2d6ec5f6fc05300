/** Telephone numbers of the centre: the same if their figures are, and what may be done with them. */
import type { Scenario } from './scenario.ts';

/** Telephone numbers are the same if their figures are. */
export function figuresOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** Whether a number of the centre may make calls; one that is not listed may. */
export function mayCall(scenario: Scenario, number: string): boolean {
  const entry = Object.entries(scenario.numbers ?? {}).find(([key]) => figuresOf(key) === figuresOf(number));
  return entry?.[1].mayCall ?? true;
}
