/**
 * Objects that are made once and used again, under ids that are never used again.
 *
 * The objects carry their slot and the generation of their present use; an id is made of both, so an id kept too long finds
 * nothing instead of the next tenant. The pool never looks into an object: whoever takes one sets all its other fields.
 */
export interface Pooled {
  slot: number;
  generation: number;
}

/** Never the id of anything: generations begin at 1. */
export const NO_ID = 0;

// An id is generation × 2^20 + slot: whole numbers below 2^53 for a million objects at a time, 2^33 times over.
const SLOTS_MAX = 2 ** 20;
const SLOT_MASK = SLOTS_MAX - 1;

export class Pool<T extends Pooled> {
  readonly #make: () => T;
  readonly #items: T[] = [];
  readonly #ids: number[] = []; // by slot; NO_ID while free
  readonly #free: number[] = [];

  constructor(make: () => T) {
    this.#make = make;
  }

  /** Objects in use. */
  get size(): number {
    return this.#items.length - this.#free.length;
  }

  /** Objects ever made: the most that were in use at one time. */
  get capacity(): number {
    return this.#items.length;
  }

  take(): T {
    const slot = this.#free.pop() ?? this.#makeOne();
    const item = this.#items[slot]!;
    this.#ids[slot] = item.generation * SLOTS_MAX + slot;
    return item;
  }

  /** The id of an object in use. */
  idOf(item: T): number {
    return this.#ids[item.slot]!;
  }

  /** The object of this id, while it is in use under it. */
  find(id: number): T | undefined {
    const slot = id & SLOT_MASK;
    return this.#ids[slot] === id && id !== NO_ID ? this.#items[slot] : undefined;
  }

  release(item: T): void {
    const slot = item.slot;
    if (this.#ids[slot] === NO_ID)
      throw new RangeError(`The object in slot ${slot} of the pool was released twice.`);
    this.#ids[slot] = NO_ID;
    item.generation++;
    this.#free.push(slot);
  }

  /** Releases all that is in use; the order in which slots are used again does not depend on what went before. */
  clear(): void {
    this.#free.length = 0;
    for (let slot = this.#items.length - 1; slot >= 0; slot--) {
      if (this.#ids[slot] !== NO_ID) this.#items[slot]!.generation++;
      this.#ids[slot] = NO_ID;
      this.#free.push(slot);
    }
  }

  /** As new, objects kept: ids begin again, so that a run does not depend on those before it. Older ids must be forgotten. */
  reset(): void {
    this.clear();
    for (const item of this.#items) item.generation = 1;
  }

  /** Those in use, by slot. */
  *[Symbol.iterator](): IterableIterator<T> {
    for (const item of this.#items) if (this.#ids[item.slot] !== NO_ID) yield item;
  }

  #makeOne(): number {
    const slot = this.#items.length;
    if (slot === SLOTS_MAX) throw new RangeError(`A pool holds at most ${SLOTS_MAX} objects.`);
    const item = this.#make();
    item.slot = slot;
    item.generation = 1;
    this.#items.push(item);
    this.#ids.push(NO_ID);
    return slot;
  }
}
