/**
 * A value that can be watched, and the way an element of Lit watches it. It knows nothing of what it holds.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Store<Value> {
  #value: Value;
  readonly #watchers = new Set<(value: Value, before: Value) => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  /** Tells the watchers, unless it is the same. */
  set(value: Value): void {
    if (value === this.#value) return;
    const before = this.#value;
    this.#value = value;
    for (const watcher of this.#watchers) watcher(value, before);
  }

  /** Returns how to stop watching. */
  watch(watcher: (value: Value, before: Value) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

/** A store of whatever, to one who only wants to know that it changed. */
export interface Watchable {
  watch(watcher: () => void): () => void;
}

/**
 * Updates an element whenever one of the stores changes, while it is on the page. For `connectedCallback`: an element that is put on the
 * page again is not made to watch twice.
 */
export function watchStores(host: ReactiveControllerHost & object, stores: readonly Watchable[]): void {
  if (watching.has(host)) return;
  watching.add(host);
  host.addController(new Watching(host, stores));
}

const watching = new WeakSet();

class Watching implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stores: readonly Watchable[];
  #stop: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, stores: readonly Watchable[]) {
    this.#host = host;
    this.#stores = stores;
  }

  hostConnected(): void {
    this.#stop = this.#stores.map((store) => store.watch(() => this.#host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }
}
