/**
 * What each expected number of a case means in a simulation, family by family, and which of them no simulation gives. It plays
 * nothing and compares nothing.
 */
import type { Case } from './case.ts';
import { arrivalsMtQuantity, dayQuantity, gammaQuantity, PERIOD } from './quantities/days.ts';
import { oneQueue } from './quantities/one-queue.ts';
import type { Found, Quantity } from './quantities/quantity.ts';
import {
  byClass,
  overflowLossQuantity,
  overflowQuantity,
  poolingQuantity,
  skillsQuantity,
  speedQuantity,
} from './quantities/several-queues.ts';
import type { Count, Share, Sums, Where, WatchOptions } from './watch-cells.ts';

/** How a number is found in a simulation of its case, or null where it is not known. */
export function quantityOf(each: Case, name: string, expected: number): Found | null {
  switch (each.family) {
    case 'priority':
    case 'priority-abandon':
      return byClass(each, name);
    case 'overflow':
      return overflowQuantity(each, name);
    case 'overflow-loss':
      return overflowLossQuantity(each, name);
    case 'skills-n':
      return skillsQuantity(each, name);
    case 'skills-speed':
      return speedQuantity(each, name) ?? oneQueue(each, name, expected);
    case 'pooling':
      return poolingQuantity(name);
    case 'arrivals-gamma':
      return gammaQuantity(each, name, expected);
    case 'arrivals-mt':
      return arrivalsMtQuantity(name);
    case 'day':
      return dayQuantity(name);
    default:
      return oneQueue(each, name, expected);
  }
}

/** Numbers that no simulation gives, each with the reason: the calculator alone decides them. */
const CALCULATED: readonly (readonly [RegExp, string])[] = [
  [/^pTotalZeroLog$/, 'a chance of 1e-30 is never seen'],
  [/^hayward/i, 'an approximation, not the truth'],
  [/^(?:approx|.*Approx$)/, 'an approximation, not the truth'],
  [/^expectedHalfWidth95_/, 'follows from the asymptotic variance'],
  [/^runLengthSec/, 'follows from the asymptotic variance'],
  [/^checkClosedForm/, 'the same number by another formula'],
];

export function whyCalculated(name: string): string | null {
  return CALCULATED.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

const SHARES_OF_CALLERS = /^p[A-Z]|^serviceLevel|^share|^abandonRatio|^blocking|^blockGroup|^totalBlocking/;

/** A share of callers: its standard error has a floor (verdict.ts). */
export const isShareOfCallers = (name: string): boolean =>
  SHARES_OF_CALLERS.test(name.replace(/^.*[.\]]/, ''));

/** What must be listened for so that these quantities can be told: they are asked, and what they ask for is noted. */
export function watchOptionsOf(quantities: readonly Quantity[], tailSeconds = 0): WatchOptions {
  const needs = new Needs();
  for (const { terms } of quantities) terms(needs);
  const { thresholds, sampleAt, hasPeriods, hasOffered, hasOrbit } = needs;
  return {
    thresholds: [...thresholds].toSorted((a, b) => a - b),
    ...(sampleAt.size > 0 ? { sampleAt: [...sampleAt].toSorted((a, b) => a - b) } : {}),
    ...(hasPeriods ? { period: PERIOD } : {}),
    ...(tailSeconds > 0 ? { tail: Math.round(1000 * tailSeconds) } : {}),
    ...(hasOffered ? { offeredWaits: true } : {}),
    ...(hasOrbit ? { orbit: true } : {}),
  };
}

/** Sums of nothing that remember what they were asked. */
class Needs implements Sums {
  readonly thresholds = new Set<number>();
  readonly sampleAt = new Set<number>();
  hasPeriods = false;
  hasOffered = false;
  hasOrbit = false;

  of(what: Count): number {
    if (what === 'offeredWait') this.hasOffered = true;
    return 1;
  }

  share(what: Share, threshold: number, _where?: Where): number {
    if (what === 'offeredWaitExceeds') this.hasOffered = true;
    this.thresholds.add(threshold);
    return 1;
  }

  busyAt(instant: number): number {
    this.sampleAt.add(instant);
    return 1;
  }

  arrivalsIn(): number {
    this.hasPeriods = true;
    return 1;
  }

  get orbitArea(): number {
    this.hasOrbit = true;
    return 1;
  }

  readonly window = 1;
  acceptedAt = (): number => 1;
  servedBy = (): number => 1;
  servedAtOnceBy = (): number => 1;
  queueArea = (): number => 1;
  busyArea = (): number => 1;
  busySquaresArea = (): number => 1;
  busyTotal = (): number => 1;
}
