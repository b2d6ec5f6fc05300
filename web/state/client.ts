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
  #bury: (why: Error) => void = () => undefined;

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
    const death = new Promise<never>((_, reject) => (this.#bury = reject));
    // Nobody may be waiting.
    death.catch(() => undefined);
    this.set({ api: untilDeath(wrap<WorkbenchApi>(worker), death), generation: ++this.#generation });
  }

  #died(worker: Worker): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#bury(new Error('The worker had to be started anew.'));
    this.#worker = null;
    this.#deaths += 1;
    if (this.#deaths < DEATHS_MOST) this.#start();
    else this.set(null);
  }
}

/** The same calls, each of which fails when the worker dies: what a dead worker was asked is never answered. */
function untilDeath(remote: Remote<WorkbenchApi>, death: Promise<never>): Remote<WorkbenchApi> {
  const call = (name: keyof WorkbenchApi, given: readonly unknown[]): Promise<unknown> => {
    const method = remote[name] as (...all: readonly unknown[]) => Promise<unknown>;
    return Promise.race([method(...given), death]);
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
