/**
 * A case of a validation pack: a model of a contact centre whose answers are known. Types and the plain numbers among the answers;
 * it knows neither how a case is read (pack.ts), nor calculated, nor simulated.
 */
import { Params } from './params.ts';

export interface Case {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  /** `exact`, `numeric`, `approximation`, `fit`, `optimum`, `published`. */
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Tolerance;
}

export interface Tolerance {
  readonly calculator: CalculatorTolerance;
  /** null: the pack asks for no simulation of this case. */
  readonly simulation: SimulationTolerance | null;
}

/** `rel`, `abs` and the like for all numbers of a case, or by the names of numbers. Empty: the pack says nothing. */
export interface CalculatorTolerance {
  readonly [name: string]: number | 'equal' | CalculatorTolerance;
}

export interface SimulationTolerance {
  /** A simulation passes within so many standard errors, once its 95 % half-width is narrow enough. */
  readonly z: number;
  readonly maxRelHalfWidth: number;
}

/** Where a pack says nothing else. */
export const USUAL_TOLERANCE: SimulationTolerance = { z: 3.5, maxRelHalfWidth: 0.02 };

export function paramsOf(each: Pick<Case, 'id' | 'params'>): Params {
  return new Params(each.id, each.params);
}

/** The expected values that are plain numbers. */
export function expectedNumbers({ expected }: Pick<Case, 'expected'>): [string, number][] {
  return Object.entries(expected).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}

/** All numbers of an answer by their path, lists and parts included: `curve[2].pAbandon`, `gamma.shape`. */
export function flatNumbers(of: Readonly<Record<string, unknown>>): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') found.set(path, value);
    else if (Array.isArray(value)) value.forEach((each, at) => walk(each, `${path}[${at}]`));
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, path === '' ? key : `${path}.${key}`);
  };
  walk(of, '');
  return found;
}
