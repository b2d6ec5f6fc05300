/**
 * Builds the workers together with the page. Vite builds each worker by itself, so that what two of them need is carried twice: the
 * simulation is a third of either. As entries of one build they share it, and the browser's cache. Only in a build: while developing, Vite's
 * own way is right.
 */
import type { Plugin } from 'vite';

/** Where their own files are; what they share with others is with the page's. */
export const WORKERS = 'workers/';

const WORKER = /new Worker\(\s*new URL\((['"])(?<path>[^'"]+)\1,\s*import\.meta\.url\)/g;

/** Vite's helper around `import()` preloads through the page's document and reports a failure to its window; a worker has neither. */
const HELPER = 'vite/preload-helper';

export function sharedWorkers(): Plugin {
  return {
    name: 'tandem-shared-workers',
    apply: 'build',
    // Before Vite's own plugin for workers, which then finds none.
    enforce: 'pre',
    transform: {
      filter: { code: /new Worker\(|window\.dispatchEvent/ },
      async handler(code, id) {
        if (id.includes(HELPER))
          return code
            .replaceAll('window.dispatchEvent', 'globalThis.dispatchEvent')
            .replace('deps.length > 0', "deps.length > 0 && typeof document !== 'undefined'");
        let changed = code;
        for (const { 0: whole, groups } of code.matchAll(WORKER)) {
          const worker = await this.resolve(groups?.['path'] ?? '', id);
          if (worker === null) this.error(`There is no worker ${groups?.['path']}.`);
          const name = worker.id.replace(/^.*\/|\.ts$/g, '');
          const reference = this.emitFile({ type: 'chunk', id: worker.id, name: `${WORKERS}${name}` });
          changed = changed.replace(whole, `new Worker(new URL(import.meta.ROLLUP_FILE_URL_${reference})`);
        }
        return changed === code ? null : { code: changed, map: null };
      },
    },
  };
}
