/**
 * A worker thread as a run sees it, and the shelf where threads wait between runs: a warm one simulates its first
 * days nearly twice as fast as a fresh one. Threads on the shelf do not keep the process alive. It refuses to know
 * what is simulated.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './simulation-api.ts';

export interface ThreadListener {
  heard(message: FromWorker): void;
  /** The thread ended without having been asked to. */
  died(error: Error): void;
}

/** What a run needs of a thread; a test may give another one. */
export interface Thread {
  post(message: ToWorker): void;
  listen(listener: ThreadListener | null): void;
  /** Whether the process must stay for it. */
  keepAlive(isKept: boolean): void;
  end(): void;
}

export class NodeThread implements Thread {
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

/** How long a thread may take to finish the day in hand when its job is over. A longer day is cut. */
const patienceMillis = 100;

const shelf: NodeThread[] = [];

/** A thread that waits, or a new one. */
export function takeThread(): Thread {
  while (shelf.length > 0) {
    const thread = shelf.pop();
    if (!thread || thread.hasEnded) continue;
    thread.keepAlive(true);
    return thread;
  }
  return new NodeThread();
}

/** Puts a thread back whose job is over. */
export function returnThread(thread: Thread, job: number): void {
  if (!(thread instanceof NodeThread) || thread.hasEnded) return;
  thread.keepAlive(false);
  const timer = setTimeout(() => {
    thread.listen(null);
    thread.end();
  }, patienceMillis);
  timer.unref();
  thread.listen({
    heard: (message) => {
      if (message.say !== 'forgotten' || message.job !== job) return;
      clearTimeout(timer);
      thread.listen(null);
      if (shelf.length < availableParallelism()) shelf.push(thread);
      else thread.end();
    },
    died: () => clearTimeout(timer),
  });
  thread.post({ say: 'forget', job });
}

/** Ends the threads that wait. A program that is done need not: they do not keep it alive. */
export function clearShelf(): void {
  for (const thread of shelf.splice(0)) thread.end();
}

/** Those of the process (its memory, a profiler), unless they are about a program given as text. */
function nodeOptions(): string[] {
  const ofText = /^(?:-e|-p|-pe|--eval|--print|--input-type)(?:=|$)/;
  return process.execArgv.some((option) => ofText.test(option)) ? [] : process.execArgv;
}

/** Beside the package's own bundle or its chunks; from the sources, where the build puts it. */
function bundle(): URL {
  const places = ['./node-worker.js', '../node-worker.js', '../dist/node-worker.js'];
  const urls = places.map((place) => new URL(place, import.meta.url));
  const found = urls.find((url) => existsSync(fileURLToPath(url)));
  if (!found) throw new Error('The worker is missing: run "npm run build".');
  return found;
}
