/** The hours of agents that a scenario plans for a day: what staff costs, whatever is simulated. It knows no report. */
import { plannedHours } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';

export function agentHoursOf(setup: Setup): number {
  return plannedHours(setup).reduce((sum, hours) => sum + hours, 0);
}
