/** Node: worker threads, and V8's switches. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { widenInlining } from '../optimiser.ts';
import type { FromWorker, ToWorker } from '../simulation-api.ts';
import type { PlatformThread, ThreadListener } from '../thread.ts';
import type { Platform } from './platform.ts';

export const platform: Platform = {
  threadsUsual: () => availableParallelism(),
  newThread: () => new NodeThread(),
  // Not a microtask: messages are delivered between two of them.
  later: (next) => void setImmediate(next),
  after: (millis, then) => {
    const timer = setTimeout(then, millis);
    timer.unref();
    return () => clearTimeout(timer);
  },
  tuneCompiler: widenInlining,
};

export class NodeThread implements PlatformThread {
  readonly #worker: Worker;
  #listener: ThreadListener | null = null;
  #hasEnded = false;
  #error: Error | undefined;

  constructor() {
    this.#worker = new Worker(bundle(), { execArgv: nodeOptions() });
    this.#worker.on('message', (message: FromWorker) => this.#listener?.heard(message));
    this.#worker.on('error', (error) => {
      this.#error = error instanceof Error ? error : new Error(String(error));
    });
    this.#worker.on('exit', (code) => {
      const isSurprise = !this.#hasEnded;
      this.#hasEnded = true;
      if (isSurprise) this.#listener?.died(this.#error ?? new Error(`The worker ended with code ${code}.`));
    });
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

  keepAlive(isKept: boolean): void {
    if (isKept) this.#worker.ref();
    else this.#worker.unref();
  }

  end(): void {
    this.#hasEnded = true;
    void this.#worker.terminate();
  }
}

/** Those of the process (its memory, a profiler), unless they are about a program given as text. */
function nodeOptions(): string[] {
  const ofText = /^(?:-e|-p|-pe|--eval|--print|--input-type)(?:=|$)/;
  return process.execArgv.some((option) => ofText.test(option)) ? [] : process.execArgv;
}

/** Beside the package's own bundle or its chunks; from the sources, where the build puts it. */
function bundle(): URL {
  const places = ['./node-worker.js', '../node-worker.js', '../../dist/node-worker.js'];
  const urls = places.map((place) => new URL(place, import.meta.url));
  const found = urls.find((url) => existsSync(fileURLToPath(url)));
  if (!found) throw new Error('The worker is missing: run "npm run build".');
  return found;
}
