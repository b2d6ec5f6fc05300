/** The entry of the workbench's worker: what the page calls by Comlink. Everything it does is in workbench.ts. */
import { expose, releaseProxy } from 'comlink';
import { Workbench } from './workbench.ts';

/**
 * A listener of the page is a port of its own, which stays open until it is said that nobody will call it again; a drag makes sixty a
 * second.
 */
function release(listener: object): void {
  (listener as { readonly [releaseProxy]?: () => void })[releaseProxy]?.();
}

expose(new Workbench({ release }));
