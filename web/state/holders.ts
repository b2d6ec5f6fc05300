/**
 * Who else computes, and whether something waits for them. It knows nothing of what waits.
 */
export class Holders {
  readonly #holders = new Set<object>();
  readonly #goOn: () => void;
  /** Something waits. */
  isAwaited = false;

  /** @param goOn called when the last holder is done and something waits */
  constructor(goOn: () => void) {
    this.#goOn = goOn;
  }

  get isHeld(): boolean {
    return this.#holders.size > 0;
  }

  /** @returns to be called when it is over, once or more */
  hold(): () => void {
    const holder = {};
    this.#holders.add(holder);
    return () => {
      if (!this.#holders.delete(holder) || this.isHeld || !this.isAwaited) return;
      this.isAwaited = false;
      this.#goOn();
    };
  }

  /** Nobody is waited for any more. */
  clear(): void {
    this.#holders.clear();
  }
}
