/**
 * Calls and the team that answers them, as the exact chains take them: exponential times, given by their means. It checks them
 * and solves nothing.
 */
import { positive, whole } from './traffic.ts';

/** Who answers one queue, and how long its callers would wait. */
export interface Team {
  /** 1 or more. */
  readonly agents: number;
  readonly meanHandleSec: number;
  /** null: endless. */
  readonly meanPatienceSec: number | null;
}

export interface TeamWithCalls extends Team {
  readonly arrivalsPerHour: number;
}

/** @throws {RangeError} naming the argument */
function checkTeam({ agents, meanHandleSec, meanPatienceSec }: Team): void {
  whole('agents', agents, 1);
  positive('meanHandleSec', meanHandleSec);
  if (meanPatienceSec !== null) positive('meanPatienceSec', meanPatienceSec);
}

/** Calls there must be: waits over nobody are no numbers. @throws {RangeError} naming the argument */
export function checkTeamWithCalls(team: TeamWithCalls): void {
  positive('arrivalsPerHour', team.arrivalsPerHour);
  checkTeam(team);
}

/** Callers who give up, per second and caller; 0 where patience is endless. */
export function leavingRate(meanPatienceSec: number | null): number {
  return meanPatienceSec === null ? 0 : 1 / meanPatienceSec;
}
