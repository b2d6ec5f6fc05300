/**
 * The work with undo and redo. A drag is one step, however many values it went through: edits with the same `gesture` that follow each
 * other replace one another. It knows nothing of how edits are made or saved.
 */
import { Store } from './store.ts';
import type { Work } from './work.ts';

/** More steps than this are forgotten, the oldest first. */
const STEPS = 200;

export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export class WorkStore extends Store<Work | null> {
  #past: Work[] = [];
  #future: Work[] = [];
  #gesture: string | null = null;
  readonly history = new Store<History>({ canUndo: false, canRedo: false });

  /** Another work altogether; what was before can be undone to. */
  open(work: Work): void {
    this.edit(() => work, null);
  }

  /** A work that was here before the page was left: there is nothing to undo. */
  restore(work: Work | null): void {
    this.#past = [];
    this.#future = [];
    this.#gesture = null;
    this.set(work);
    this.#tell();
  }

  /**
   * @param gesture names what is being dragged; null: a step of its own
   */
  edit(change: (work: Work) => Work, gesture: string | null = null): void {
    const before = this.value;
    const after = before === null ? change(undefined as never) : change(before);
    if (after === before) return;
    const isSameGesture = gesture !== null && gesture === this.#gesture;
    if (before !== null && !isSameGesture) {
      this.#past.push(before);
      if (this.#past.length > STEPS) this.#past.shift();
    }
    this.#future = [];
    this.#gesture = gesture;
    this.set(after);
    this.#tell();
  }

  /** The drag is over: the next edit is a new step. */
  endGesture(): void {
    this.#gesture = null;
  }

  undo(): void {
    this.#step(this.#past, this.#future);
  }

  redo(): void {
    this.#step(this.#future, this.#past);
  }

  #step(from: Work[], to: Work[]): void {
    const next = from.pop();
    if (next === undefined || this.value === null) return;
    to.push(this.value);
    this.#gesture = null;
    this.set(next);
    this.#tell();
  }

  #tell(): void {
    this.history.set({ canUndo: this.#past.length > 0, canRedo: this.#future.length > 0 });
  }
}
