/**
 * Callers who have left before their turn: when would it have come? In one queue, first come, first served, as soon as somebody who
 * called after them is taken, or an agent stands idle. So the wait that a caller with endless patience would have had (the offered
 * wait) is known of everybody. It knows nothing of shares and means.
 */
interface Ghost {
  readonly order: number;
  readonly arrivedAt: number;
  readonly stream: number;
}

export class Ghosts {
  #waiting: Ghost[] = [];

  clear(): void {
    this.#waiting.length = 0;
  }

  add(order: number, arrivedAt: number, stream: number): void {
    this.#waiting.push({ order, arrivedAt, stream });
  }

  /** Their turn would have come now: of all who called before the one taken (Infinity: of all). */
  release(taken: number, now: number, book: (stream: number, wait: number) => void): void {
    if (this.#waiting.length === 0) return;
    const kept: Ghost[] = [];
    for (const ghost of this.#waiting) {
      if (ghost.order < taken) book(ghost.stream, Math.max(0, now - ghost.arrivedAt));
      else kept.push(ghost);
    }
    this.#waiting = kept;
  }
}
