/**
 * What every formula here is told of the work: calls per hour and seconds per call. It turns them into a load, and refuses numbers
 * that are none, by name. It knows no model.
 */

const SECONDS_PER_HOUR = 3600;

export interface Traffic {
  /** Calls offered per hour, 0 or more. */
  readonly arrivalsPerHour: number;
  /** Mean handle time in seconds (talk, hold and wrap-up), above 0. */
  readonly meanHandleSec: number;
}

/** Calls per second. */
export function arrivalRateOf({ arrivalsPerHour }: Traffic): number {
  return notNegative('arrivalsPerHour', arrivalsPerHour) / SECONDS_PER_HOUR;
}

/** The offered load in erlang: the mean number of agents busy if nobody ever had to wait. */
export function loadOf({ arrivalsPerHour, meanHandleSec }: Traffic): number {
  return (
    (notNegative('arrivalsPerHour', arrivalsPerHour) * positive('meanHandleSec', meanHandleSec)) /
    SECONDS_PER_HOUR
  );
}

export function positive(argument: string, value: number): number {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`${argument} must be a number above 0, not ${value}.`);
  return value;
}

export function notNegative(argument: string, value: number): number {
  if (!(value >= 0 && value < Infinity))
    throw new RangeError(`${argument} must be a number of 0 or more, not ${value}.`);
  return value;
}

/** A share of 1, both ends let in. */
export function share(argument: string, value: number): number {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${argument} must lie between 0 and 1, not ${value}.`);
  return value;
}

export function whole(argument: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${argument} must be a whole number of ${least} or more, not ${value}.`);
  return value;
}
