/**
 * Whether a number is right: of a calculator by the allowed error, of a simulation by its distance in standard errors and by the width of
 * its interval. It knows no family and not how a number was found.
 */
import type { CalculatorTolerance, SimulationTolerance } from './case.ts';
import type { Measured } from './measure.ts';
import type { Reference } from './quantities/quantity.ts';

// ---------------------------------------------------------------- calculators

export interface Calculated {
  readonly value: number;
  readonly error: number;
  readonly allowed: number;
  readonly isWithin: boolean;
}

/** Where a pack says nothing: printed numbers have 8 figures at least. */
const USUAL_ERROR = 1e-6;
/** The pack prints 12 figures. */
const PRINTED = 1e-12;

export function calculated(
  tolerance: CalculatorTolerance,
  name: string,
  expected: number,
  value: number,
): Calculated {
  const allowed = allowedError(tolerance, name, expected);
  const error = value - expected;
  return { value, error, allowed, isWithin: Math.abs(error) <= allowed };
}

const ERRORS = ['rel', 'abs', 'tailRel', 'tailAbs'];
const TAILS = /Exceeds|Within/;

/** `rel` and `abs` are both enough; a name of its own comes before them, the longest that fits: `cost` is of `costPerHour` too. */
function allowedError(tolerance: CalculatorTolerance, path: string, expected: number): number {
  const name = path.replace(/^.*[.\]](?=[A-Za-z])/, '');
  const own = Object.keys(tolerance)
    .filter((key) => !ERRORS.includes(key) && name.toLowerCase().includes(key.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)[0];
  const said = own === undefined ? undefined : tolerance[own];
  if (said === 'equal') return 0;
  if (typeof said === 'object') return allowedError(said, path, expected);
  const number = (key: string): number | undefined => {
    const value = tolerance[key];
    return typeof value === 'number' ? value : undefined;
  };
  const isTail = TAILS.test(name);
  const rel = (isTail ? number('tailRel') : undefined) ?? number('rel');
  const abs = (isTail ? number('tailAbs') : undefined) ?? number('abs');
  if (rel === undefined && abs === undefined) return USUAL_ERROR * Math.max(Math.abs(expected), USUAL_ERROR);
  return Math.max(abs ?? 0, (rel ?? 0) * Math.abs(expected), PRINTED * Math.abs(expected));
}

// ---------------------------------------------------------------- simulations

export interface Verdict extends Measured {
  readonly name: string;
  readonly expected: number;
  /** Distance in standard errors; null where something else decides. */
  readonly z: number | null;
  /** The z before it was measured once more, and what was found then. */
  readonly firstZ: number | null;
  readonly firstEstimate: number | null;
  /** The half-width asked for; null: none is. */
  readonly widest: number | null;
  readonly isNarrow: boolean;
  /** Where the estimate must be, where that decides. */
  readonly range: readonly [number, number] | null;
  /** By how many standard errors the best one is ahead of the others, where that decides. */
  readonly margin: number | null;
  readonly isNear: boolean;
}

/** Under this an absolute half-width is asked for, since a relative one would take for ever. */
const SMALL = 0.01;
const SMALL_WIDTH = 0.0005;
/** What is left of numbers that cannot vary is rounding. */
const ROUNDING = 1e-9;

export interface Judged {
  readonly name: string;
  readonly expected: number;
  readonly isShare: boolean;
  readonly reference: Reference | null;
}

/** @param calls the callers behind the estimate */
export function verdictOf(
  { name, expected, isShare, reference }: Judged,
  measured: Measured,
  calls: number,
  { z: most, maxRelHalfWidth }: SimulationTolerance,
): Verdict {
  const off = measured.estimate - expected;
  const beyond = Math.sign(off) * Math.max(0, Math.abs(off) - (reference?.rounding ?? 0));
  const own = Math.max(measured.standardError, isShare ? leastError(expected, calls) : 0);
  const standardError = Math.hypot(own, reference?.standardError ?? 0);
  // A number that cannot vary must be right to the last digit but rounding.
  const isExact = Math.abs(beyond) <= ROUNDING * Math.max(1, Math.abs(expected));
  const z = isExact ? 0 : beyond / standardError;
  // What others measured or rounded says itself how sure it is.
  const isSure = reference === null || (reference.standardError === 0 && reference.rounding === 0);
  const widest = !isSure
    ? null
    : Math.abs(expected) < SMALL
      ? SMALL_WIDTH
      : maxRelHalfWidth * Math.abs(expected);
  return {
    ...measured,
    name,
    expected,
    z,
    firstZ: null,
    firstEstimate: null,
    widest,
    isNarrow: widest === null || measured.half <= widest,
    range: null,
    margin: null,
    isNear: Math.abs(z) <= most,
  };
}

/**
 * What happens to fewer than one in a hundred may have happened to nobody yet, and then days do not tell how it varies: its
 * standard error is at least that of so many independent callers, if the expected share is right (score interval).
 */
function leastError(expected: number, calls: number): number {
  return expected > 0 && expected < SMALL ? Math.sqrt((expected * (1 - expected)) / Math.max(1, calls)) : 0;
}

/** Some numbers are right within a range, however wide their interval. */
export function rangeVerdict(
  name: string,
  expected: number,
  measured: Measured,
  range: readonly [number, number],
): Verdict {
  return {
    ...measured,
    name,
    expected,
    z: null,
    firstZ: null,
    firstEstimate: null,
    widest: null,
    isNarrow: true,
    range,
    margin: null,
    isNear: range[0] <= measured.estimate && measured.estimate <= range[1],
  };
}
