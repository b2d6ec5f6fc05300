/** A browser, on the page or in one of its workers: module workers, which may start further ones. */
import type { FromWorker, ToWorker } from '../simulation-api.ts';
import type { PlatformThread, ThreadListener } from '../thread.ts';
import { later } from './browser-later.ts';
import type { Platform } from './platform.ts';

/** The page keeps a core; a record of each day goes through one thread, which more than these would only crowd. */
const threadsMost = 8;

export const platform: Platform = {
  threadsUsual: () => Math.max(1, Math.min(navigator.hardwareConcurrency - 1, threadsMost)),
  newThread: () => new BrowserThread(),
  later,
  after: (millis, then) => {
    const timer = setTimeout(then, millis);
    return () => clearTimeout(timer);
  },
  // A browser has no such switch.
  tuneCompiler: () => undefined,
};

class BrowserThread implements PlatformThread {
  readonly #worker: Worker;
  #listener: ThreadListener | null = null;
  #hasEnded = false;

  constructor() {
    // Written like this, because the bundler looks for just this.
    this.#worker = new Worker(new URL('./browser-worker.ts', import.meta.url), {
      type: 'module',
      name: 'simulation',
    });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      this.#listener?.heard(data),
    );
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      // A worker that could not be loaded says nothing of why.
      this.#die(event.message === '' ? 'The worker could not be started.' : event.message);
    });
    this.#worker.addEventListener('messageerror', () => this.#die('A message of the worker was unreadable.'));
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  listen(listener: ThreadListener | null): void {
    this.#listener = listener;
  }

  /** A page lives as long as it is open, whatever its workers do. */
  keepAlive(): void {}

  end(): void {
    this.#hasEnded = true;
    this.#worker.terminate();
  }

  #die(why: string): void {
    if (this.#hasEnded) return;
    this.end();
    this.#listener?.died(new Error(why));
  }
}
