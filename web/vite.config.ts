/**
 * How the workbench is built: a static site in dist/web that any file server can serve from any folder. The build fails when the page would
 * grow too heavy, lacks a French sentence, or asks another origin for anything. It knows nothing of Node's bundle: ../vite.config.ts.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { libraryHeading } from './build/library-heading.ts';
import { pagePolicy } from './build/policy.ts';
import { zodWithoutEval } from './build/zod-without-eval.ts';

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

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  define: { __TANDEM_VERSION__: JSON.stringify(manifest.version) },
  plugins: [pagePolicy(), libraryHeading(), zodWithoutEval()],
  worker: {
    format: 'es',
    plugins: () => [zodWithoutEval()],
    rolldownOptions: {
      treeshake,
      output: {
        entryFileNames: 'workers/[name]-[hash].js',
        chunkFileNames: 'workers/chunks/[name]-[hash].js',
      },
    },
  },
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
      input: { index: fileURLToPath(new URL('index.html', import.meta.url)) },
    },
  },
});
