/**
 * A line of numbers, first in first out, on a ring that doubles when it is full and never allocates otherwise.
 *
 * Numbers only, in practice ids. Whoever leaves from the middle is not its business: use a linked list for such lines.
 */
export class Fifo {
  #ring = new Float64Array(FIRST_CAPACITY);
  #mask = FIRST_CAPACITY - 1;
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length > this.#mask) this.#grow();
    this.#ring[(this.#head + this.#length++) & this.#mask] = value;
  }

  shift(): number | undefined {
    if (this.#length === 0) return undefined;
    const value = this.#ring[this.#head];
    this.#head = (this.#head + 1) & this.#mask;
    this.#length--;
    return value;
  }

  /** The value `index` places behind the first. */
  at(index: number): number | undefined {
    if (!(index >= 0 && index < this.#length)) return undefined;
    return this.#ring[(this.#head + index) & this.#mask];
  }

  clear(): void {
    this.#head = 0;
    this.#length = 0;
  }

  save(): readonly number[] {
    return Array.from({ length: this.#length }, (_, index) => this.at(index)!);
  }

  restore(values: readonly number[]): void {
    this.clear();
    for (const value of values) this.push(value);
  }

  #grow(): void {
    const longer = new Float64Array(this.#ring.length * 2);
    for (let index = 0; index < this.#length; index++) longer[index] = this.at(index)!;
    this.#ring = longer;
    this.#mask = longer.length - 1;
    this.#head = 0;
  }
}

const FIRST_CAPACITY = 16;
