/**
 * Parameters of a case of a validation pack, by name. It knows how a number, a text, a list and a part look, and no model.
 */

/** What a case asks for is not known here: a law, a rule, a setting more. It cannot be expressed. */
export class ParamsError extends Error {
  override readonly name: string = 'ParamsError';
}

/** What a family needs is missing or of another kind: a mistake of the pack, which says nothing about Tandem. */
export class MalformedError extends ParamsError {
  override readonly name = 'MalformedError';
}

/** Parameters of a case by name. Those that are missing or of another kind throw a `MalformedError`. */
export class Params {
  readonly #of: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(of: string, values: Readonly<Record<string, unknown>>) {
    this.#of = of;
    this.#values = values;
  }

  number(key: string): number {
    const value = this.#values[key];
    if (typeof value === 'number') return value;
    // A law, or a number for each class, where the family has had one number: another model, not a mistake.
    if (typeof value === 'object' && value !== null)
      throw new ParamsError(`${this.#of}: ${key} is more than a number, which is not understood here`);
    throw this.#malformed(key, 'no number');
  }

  /** null where the model has none, endless patience for instance. */
  optional(key: string): number | null {
    const value = this.#values[key];
    return value === null || value === undefined ? null : this.number(key);
  }

  text(key: string): string {
    const value = this.#values[key];
    if (typeof value !== 'string') throw this.#malformed(key, 'no text');
    return value;
  }

  /** A list, or the same number so many times. */
  numbers(key: string, length = 0): number[] {
    const value = this.#values[key];
    if (typeof value === 'number') return Array.from({ length }, () => value);
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'number'))
      throw this.#malformed(key, 'no list of numbers');
    return value;
  }

  /** The same where each may be null: a kind of calls whose patience is endless. */
  numbersOrNulls(key: string, length: number): (number | null)[] {
    const value = this.#values[key];
    if (!Array.isArray(value)) return this.numbers(key, length);
    if (!value.every((each) => each === null || typeof each === 'number'))
      throw this.#malformed(key, 'no list of numbers and nulls');
    return value;
  }

  part(key: string): Params {
    const value = this.#values[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.#malformed(key, 'no map');
    return new Params(`${this.#of} ${key}`, value as Record<string, unknown>);
  }

  parts(key: string): Params[] {
    const value = this.#values[key];
    if (!Array.isArray(value)) throw this.#malformed(key, 'no list');
    return value.map((each: unknown) => {
      if (typeof each !== 'object' || each === null || Array.isArray(each))
        throw this.#malformed(key, 'no list of maps');
      return new Params(`${this.#of} ${key}`, each as Record<string, unknown>);
    });
  }

  flag(key: string): boolean {
    const value = this.#values[key];
    if (typeof value !== 'boolean') throw this.#malformed(key, 'neither true nor false');
    return value;
  }

  /** Refuses a case that says more than is understood: leaving it out could be another model. */
  assertKnown(known: readonly string[]): void {
    const unknown = Object.keys(this.#values).filter((key) => !known.includes(key) && this.has(key));
    if (unknown.length > 0) throw new ParamsError(`${this.#of}: ${unknown.join(', ')} not understood`);
  }

  #malformed(key: string, is: string): MalformedError {
    return new MalformedError(`${this.#of}: ${key} is ${this.has(key) ? is : 'missing'}`);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }
}
