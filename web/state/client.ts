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
    this.set({ api: wrap<WorkbenchApi>(worker), generation: ++this.#generation });
  }

  #died(worker: Worker): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#worker = null;
    this.#deaths += 1;
    if (this.#deaths < DEATHS_MOST) this.#start();
    else this.set(null);
  }
}

/** A function the worker may call. */
export function callable<Arguments extends readonly unknown[]>(
  listener: (...given: Arguments) => void,
): (...given: Arguments) => void {
  return proxy(listener);
}
