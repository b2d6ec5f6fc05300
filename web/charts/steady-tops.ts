/**
 * Tops of axes that do not jump while a planner drags: one grows at once, and shrinks only when the data have settled below half of
 * it. What settled means is the caller's business: it knows no clock.
 */
export class SteadyTops {
  readonly #held = new Map<string, { top: number; wanted: number }>();

  top(axis: string, wanted: number): number {
    const held = this.#held.get(axis);
    if (held === undefined || wanted > held.top) {
      this.#held.set(axis, { top: wanted, wanted });
      return wanted;
    }
    held.wanted = wanted;
    return held.top;
  }

  /** The data have come to rest: says whether an axis has shrunk. */
  settle(): boolean {
    let hasShrunk = false;
    for (const held of this.#held.values()) {
      if (held.wanted >= held.top / 2) continue;
      held.top = held.wanted;
      hasShrunk = true;
    }
    return hasShrunk;
  }

  /** Another scenario, or another queue: nothing to be steady about. */
  forget(): void {
    this.#held.clear();
  }
}
