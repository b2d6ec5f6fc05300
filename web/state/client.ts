/**
 * The workbench worker as the page calls it. A worker that dies is replaced and everybody who watches is told, so that what it was doing
 * can be asked for again. It knows nothing of what is asked.
 */
import { proxy, wrap } from 'comlink';
import type { Remote } from 'comlink';
import type { WorkbenchApi } from '../../workers/workbench/api.ts';
import { Store } from './store.ts';

/** A worker that dies so often without having answered once in between is not started again. */
const DEATHS_MOST = 3;

export interface Client {
  readonly api: Remote<WorkbenchApi>;
  /** Counts the workers there have been; changes when one was replaced. */
  readonly generation: number;
}

export class WorkbenchClient extends Store<Client | null> {
  #worker: Worker | null = null;
  #deaths = 0;
  #generation = 0;
  /** Calls that wait for an answer of this worker, each as the way to fail it. */
  #waiting = new Set<Fail>();

  constructor() {
    super(null);
    this.#start();
  }

  get api(): Remote<WorkbenchApi> {
    if (this.value === null) throw new Error('The workbench worker could not be started.');
    return this.value.api;
  }

  /** It answered: what comes is a new illness, not the old one. */
  heard(): void {
    this.#deaths = 0;
  }

  #start(): void {
    const worker = new Worker(new URL('../../workers/workbench/workbench.worker.ts', import.meta.url), {
      type: 'module',
      name: 'tandem',
    });
    worker.addEventListener('error', () => this.#died(worker));
    worker.addEventListener('messageerror', () => this.#died(worker));
    this.#worker = worker;
    this.#waiting = new Set();
    this.set({ api: untilDeath(wrap<WorkbenchApi>(worker), this.#waiting), generation: ++this.#generation });
  }

  #died(worker: Worker): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    for (const fail of this.#waiting) fail(new Error('The worker had to be started anew.'));
    this.#worker = null;
    this.#deaths += 1;
    if (this.#deaths < DEATHS_MOST) this.#start();
    else this.set(null);
  }
}

type Fail = (why: Error) => void;

/**
 * The same calls, each of which fails when the worker dies: what a dead worker was asked is never answered. A race against one promise of its
 * death would do it in a line, and that promise would keep every answer there has been.
 */
function untilDeath(remote: Remote<WorkbenchApi>, waiting: Set<Fail>): Remote<WorkbenchApi> {
  const call = (name: keyof WorkbenchApi, given: readonly unknown[]): Promise<unknown> => {
    const method = remote[name] as (...all: readonly unknown[]) => Promise<unknown>;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      method(...given)
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  };
  return new Proxy(remote, {
    get: (_, name) => {
      // A promise or a template that looks at it must not take it for one of theirs.
      if (typeof name === 'symbol' || name === 'then' || name.startsWith('_')) return undefined;
      return (...given: readonly unknown[]) => call(name as keyof WorkbenchApi, given);
    },
  });
}

/** A function the worker may call. */
export function callable<Arguments extends readonly unknown[]>(
  listener: (...given: Arguments) => void,
): (...given: Arguments) => void {
  return proxy(listener);
}
