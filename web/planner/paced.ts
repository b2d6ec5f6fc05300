/**
 * Shows a stream of values at most so often, the newest of them always: numbers that change ten times a second cannot be read. What must
 * be seen at once (another state) is shown at once. It knows nothing of what it passes on.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../state/store.ts';

export class Paced<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #millis: number;
  readonly #isUrgent: (now: Value, shown: Value) => boolean;
  #newest: Value;
  #shown: Value;
  #timer = 0;
  #store: Store<Value> | null = null;
  #stop: () => void = () => undefined;
  #shownAt = -Infinity;

  constructor(
    host: ReactiveControllerHost,
    first: Value,
    millis: number,
    isUrgent: (now: Value, shown: Value) => boolean,
  ) {
    this.#host = host;
    this.#newest = first;
    this.#shown = first;
    this.#millis = millis;
    this.#isUrgent = isUrgent;
    host.addController(this);
  }

  get value(): Value {
    return this.#shown;
  }

  /** Gives what the store has, while the host is on the page: a store outlives the views, and would keep them. */
  follow(store: Store<Value>): void {
    this.#store = store;
    this.#stop();
    this.#stop = store.watch((value) => this.give(value));
  }

  give(value: Value): void {
    if (value === this.#newest) return;
    this.#newest = value;
    const wait = this.#shownAt + this.#millis - performance.now();
    if (wait <= 0 || this.#isUrgent(value, this.#shown)) this.#show();
    else if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#show(), wait);
  }

  hostConnected(): void {
    if (this.#store !== null) {
      this.follow(this.#store);
      this.give(this.#store.value);
    }
    if (this.#newest !== this.#shown) this.#show();
  }

  hostDisconnected(): void {
    this.#stop();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#shown = this.#newest;
    this.#shownAt = performance.now();
    this.#host.requestUpdate();
  }
}
