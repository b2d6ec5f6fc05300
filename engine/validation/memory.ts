/**
 * What the validation's listener remembers of a contact while it is there, by its slot in the engine's pool, and of a caller between
 * two attempts. It counts nothing.
 */
import { NOBODY, slotOf, type ContactView } from '../routing/protocol.ts';

export class Memory {
  readonly #order: number[] = [];
  readonly #isNew: boolean[] = [];
  readonly #acceptedAt: number[] = [];
  #orders = 0;
  /** By entry the highest number of a caller so far: whoever calls again has a lower one. */
  readonly #newest: number[];
  /** Since when a caller who was lost or left is away. */
  readonly #away = new Map<number, number>();

  constructor(entries: number) {
    this.#newest = Array.from({ length: entries }, () => NOBODY);
  }

  clear(): void {
    this.#orders = 0;
    this.#away.clear();
    this.#newest.fill(NOBODY);
  }

  /** Since when he was away, if he calls again; null else. */
  arrived({ id, caller, entry }: ContactView): number | null {
    const slot = slotOf(id);
    this.#order[slot] = this.#orders++;
    const isNew = caller > this.#newest[entry]!;
    this.#isNew[slot] = isNew;
    if (isNew) {
      this.#newest[entry] = caller;
      return null;
    }
    const since = this.#away.get(caller) ?? null;
    this.#away.delete(caller);
    return since;
  }

  accepted({ id }: ContactView, now: number): void {
    this.#acceptedAt[slotOf(id)] = now;
  }

  left({ caller }: ContactView, now: number): void {
    this.#away.set(caller, now);
  }

  /** How many arrived before it. */
  order({ id }: ContactView): number {
    return this.#order[slotOf(id)]!;
  }

  isNew({ id }: ContactView): boolean {
    return this.#isNew[slotOf(id)] === true;
  }

  acceptedAt({ id }: ContactView): number {
    return this.#acceptedAt[slotOf(id)]!;
  }
}
