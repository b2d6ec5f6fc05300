/**
 * The build fails when the page has grown too heavy: all script that must have come before the first result stands on the screen, gzipped,
 * is at most 200 kB. The page's own script, the workers and what either imports at once count; what an `import()` brings on the way to the
 * first result counts where it can be seen, in e2e/site.e2e.test.ts.
 */
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { builtFiles, resolved, scriptsOf, textAt, withImports } from './built-files.ts';
import type { BuiltFiles } from './built-files.ts';
import { WORKERS } from './shared-workers.ts';

/** Gzipped; kB of 1000 bytes, as networks count. */
export const BUDGET_BYTES = 200_000;

export interface Weight {
  readonly path: string;
  readonly bytes: number;
}

/** Heaviest first. */
export function firstLoad(files: BuiltFiles): readonly Weight[] {
  const page = scriptsOf(textAt(files, 'index.html')).map((source) => resolved(source, 'index.html'));
  const workers = [...files.keys()].filter((path) => path.startsWith(WORKERS));
  return withImports(files, [...page, ...workers])
    .map((path) => ({ path, bytes: gzipSync(textAt(files, path), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** @param isDraft Only says so. */
export function budget(isDraft: boolean): Plugin {
  return {
    name: 'tandem-budget',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const weights = firstLoad(builtFiles(bundle));
        const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
        const lines = weights.map(({ path, bytes }) => `  ${kilobytes(bytes)}  ${path}`);
        const table = [
          `First load, gzipped script:`,
          ...lines,
          `  ${kilobytes(total)}  of ${kilobytes(BUDGET_BYTES).trim()}`,
        ];
        if (total > BUDGET_BYTES && !isDraft)
          this.error(`The page has grown too heavy.\n${table.join('\n')}`);
        process.stdout.write(`${table.join('\n')}\n`);
      },
    },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
