/**
 * Parameters of a case of a validation pack, by name. It knows how a number, a text, a list and a part look, and no model.
 */

/** A parameter that a calculator or a model needs is missing or of another kind: the case cannot be expressed. */
export class ParamsError extends Error {
  override readonly name = 'ParamsError';
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
    if (typeof value !== 'number') throw new ParamsError(`${this.#of}: ${key} is no number`);
    return value;
  }

  /** null where the model has none, endless patience for instance. */
  optional(key: string): number | null {
    const value = this.#values[key];
    return value === null || value === undefined ? null : this.number(key);
  }

  text(key: string): string {
    const value = this.#values[key];
    if (typeof value !== 'string') throw new ParamsError(`${this.#of}: ${key} is no text`);
    return value;
  }

  /** A list, or the same number so many times. */
  numbers(key: string, length = 0): number[] {
    const value = this.#values[key];
    if (typeof value === 'number') return Array.from({ length }, () => value);
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'number'))
      throw new ParamsError(`${this.#of}: ${key} is no list of numbers`);
    return value;
  }

  /** The same where each may be null: a kind of calls whose patience is endless. */
  numbersOrNulls(key: string, length: number): (number | null)[] {
    const value = this.#values[key];
    if (!Array.isArray(value)) return this.numbers(key, length);
    if (!value.every((each) => each === null || typeof each === 'number'))
      throw new ParamsError(`${this.#of}: ${key} is no list of numbers and nulls`);
    return value;
  }

  part(key: string): Params {
    const value = this.#values[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ParamsError(`${this.#of}: ${key} is no map`);
    return new Params(`${this.#of} ${key}`, value as Record<string, unknown>);
  }

  parts(key: string): Params[] {
    const value = this.#values[key];
    if (!Array.isArray(value)) throw new ParamsError(`${this.#of}: ${key} is no list`);
    return value.map((each) => new Params(`${this.#of} ${key}`, each as Record<string, unknown>));
  }

  flag(key: string): boolean {
    const value = this.#values[key];
    if (typeof value !== 'boolean') throw new ParamsError(`${this.#of}: ${key} is neither true nor false`);
    return value;
  }

  /** Refuses a case that says more than is understood: leaving it out could be another model. */
  assertKnown(known: readonly string[]): void {
    const unknown = Object.keys(this.#values).filter((key) => !known.includes(key) && this.has(key));
    if (unknown.length > 0) throw new ParamsError(`${this.#of}: ${unknown.join(', ')} not understood`);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }
}
