/** Writes the list of the site's files into the service worker, with a version made of their content. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { builtFiles } from './built-files.ts';
import type { BuiltFiles } from './built-files.ts';

/** The name that the list takes the place of, in sw.ts. */
const LIST = '__TANDEM_FILES__';
export const SERVICE_WORKER = 'sw.js';

export interface FileList {
  readonly version: string;
  readonly paths: readonly string[];
}

export function offline(): Plugin {
  return {
    name: 'tandem-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type !== 'chunk' || !worker.code.includes(LIST) || !bundle['index.html']) {
          this.error(`There is no ${SERVICE_WORKER} that asks for ${LIST}, or no page.`);
        }
        worker.code = worker.code.replaceAll(LIST, JSON.stringify(fileList(builtFiles(bundle))));
      },
    },
  };
}

/** All but the service worker itself; in the order of the alphabet, so that equal builds have equal lists. */
export function fileList(files: BuiltFiles): FileList {
  const kept = [...files].filter(([path]) => path !== SERVICE_WORKER).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const [path, content] of kept) hash.update(path).update('\0').update(content).update('\0');
  return { version: hash.digest('hex').slice(0, 16), paths: kept.map(([path]) => path) };
}
