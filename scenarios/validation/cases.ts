/**
 * The cases of the validation pack: models whose answers are known. It reads their fields and knows neither how a
 * case is simulated (models.ts) nor how a number is measured.
 */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** A simulation passes within z standard errors, once its half-width is narrow enough. */
  readonly simulation: { readonly z: number; readonly maxRelHalfWidth: number };
}

interface PackFile {
  readonly cases: readonly (Omit<Case, 'simulation'> & {
    readonly tolerance: { readonly simulation?: { readonly z?: number; readonly maxRelHalfWidth?: number } };
  })[];
}

export const USUAL_TOLERANCE = { z: 3.5, maxRelHalfWidth: 0.02 } as const;

export function readCases(url: URL = new URL('public.json', import.meta.url)): Case[] {
  const { cases } = JSON.parse(readFileSync(url, 'utf8')) as PackFile;
  return cases.map(({ id, family, title, kind, params, expected, tolerance }) => ({
    id,
    family,
    title,
    kind,
    params,
    expected,
    simulation: { ...USUAL_TOLERANCE, ...tolerance.simulation },
  }));
}

/** The expected values that are plain numbers. */
export function expectedNumbers({ expected }: Case): [string, number][] {
  return Object.entries(expected).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}

/** Parameters of a case by name; one that is missing or of another kind is a fault of the pack. */
export class Params {
  readonly #of: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(of: string, values: Readonly<Record<string, unknown>>) {
    this.#of = of;
    this.#values = values;
  }

  number(key: string): number {
    const value = this.#values[key];
    if (typeof value !== 'number') throw new Error(`${this.#of}: ${key} is no number`);
    return value;
  }

  /** null where the model has none, endless patience for instance. */
  optional(key: string): number | null {
    const value = this.#values[key];
    return value === null || value === undefined ? null : this.number(key);
  }

  text(key: string): string {
    const value = this.#values[key];
    if (typeof value !== 'string') throw new Error(`${this.#of}: ${key} is no text`);
    return value;
  }

  /** A list, or the same number so many times. */
  numbers(key: string, length = 0): number[] {
    const value = this.#values[key];
    if (typeof value === 'number') return Array.from({ length }, () => value);
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'number'))
      throw new Error(`${this.#of}: ${key} is no list of numbers`);
    return value;
  }

  part(key: string): Params {
    const value = this.#values[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Error(`${this.#of}: ${key} is no map`);
    return new Params(`${this.#of} ${key}`, value as Record<string, unknown>);
  }

  parts(key: string): Params[] {
    const value = this.#values[key];
    if (!Array.isArray(value)) throw new Error(`${this.#of}: ${key} is no list`);
    return value.map((each) => new Params(`${this.#of} ${key}`, each as Record<string, unknown>));
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }
}

export function paramsOf(each: Pick<Case, 'id' | 'params'>): Params {
  return new Params(each.id, each.params);
}
