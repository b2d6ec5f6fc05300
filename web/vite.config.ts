/**
 * How the workbench is built: a static site in dist/web that any file server can serve from any folder. The build fails when the page would
 * grow too heavy, lacks a French sentence, or asks another origin for anything; `--mode draft` only says the first two. It knows nothing of Node's bundle: ../vite.config.ts.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { budget } from './build/budget.ts';
import { french } from './build/french.ts';
import { libraryGlance } from './build/library-glance.ts';
import { libraryHeading } from './build/library-heading.ts';
import { libraryPrepared } from './build/library-prepared.ts';
import { SERVICE_WORKER, offline } from './build/offline.ts';
import { ownOrigin } from './build/own-origin.ts';
import { pagePolicy } from './build/policy.ts';
import { sharedWorkers, WORKERS } from './build/shared-workers.ts';
import { styleAttributes } from './build/style-attributes.ts';
import { zodWithoutEval } from './build/zod-without-eval.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/**
 * Making a schema or a table while loading is no effect: who does not use it does not carry it. An element, though, is defined by being
 * loaded, and a library may patch the page.
 */
const treeshake = {
  moduleSideEffects: (id: string): boolean =>
    !/\/(?:engine|reports|workers)\/[^?]*\.ts$|\/node_modules\/(?:zod|yaml|temporal-polyfill|seedrandom|d3-[a-z]+)\//.test(
      id.replaceAll('\\', '/'),
    ),
};

/** Where the articles of `tandem explain` and the report point their readers to. */
const READ_ONLY_HOSTS: readonly string[] = [];

function scriptFile(name: string): string {
  return name.startsWith(WORKERS) ? '[name]-[hash].js' : 'assets/[name]-[hash].js';
}

export default defineConfig(({ mode }) => ({
  root: here('.'),
  base: './',
  publicDir: false,
  define: { __TANDEM_VERSION__: JSON.stringify(manifest.version) },
  plugins: [
    pagePolicy(),
    libraryHeading(),
    libraryPrepared(manifest.version),
    libraryGlance(),
    zodWithoutEval(),
    sharedWorkers(),
    french(here('.'), mode === 'draft'),
    styleAttributes(here('.')),
    offline(),
    budget(mode === 'draft'),
    ownOrigin(READ_ONLY_HOSTS),
  ],
  // While developing each worker is bundled by itself, and workers begin others.
  worker: { format: 'es' },
  build: {
    // Module workers, adopted style sheets and `inert`: what all four engines have had since 2023.
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outDir: '../dist/web',
    emptyOutDir: true,
    // Fonts and pictures are files of their own, or the policy would have to let `data:` in for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake,
      input: { index: here('index.html'), sw: here('sw.ts') },
      output: {
        // A service worker's name is its identity, and its folder what it may serve.
        entryFileNames: ({ name }) => (name === 'sw' ? SERVICE_WORKER : scriptFile(name)),
        chunkFileNames: ({ name }) => scriptFile(name),
      },
    },
  },
}));
