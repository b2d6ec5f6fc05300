/**
 * Puts what workers finish back into order: results come in as they are done and go out by number, each once. That
 * is all that stands between a report and the chance of which core was faster.
 */
export class Join<T> {
  readonly #waiting = new Map<number, T>();
  #next = 0;

  /** The number that goes out next; all before it are out. */
  get next(): number {
    return this.#next;
  }

  /** How many came before their turn. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** A result that came twice (its worker died after sending it) is dropped. */
  put(number: number, value: T): void {
    if (number >= this.#next) this.#waiting.set(number, value);
  }

  /** The next in order, or undefined while it is missing. */
  take(): T | undefined {
    const value = this.#waiting.get(this.#next);
    if (value === undefined) return undefined;
    this.#waiting.delete(this.#next);
    this.#next++;
    return value;
  }
}
