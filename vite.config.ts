/**
 * How Tandem is built and tested. One bundle for Node: the command line, the package's API and the worker's
 * entry; dependencies stay outside. The tests read the same file, so that code under test sees the same
 * constants. It knows nothing of types: tsc writes dist/types.
 */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

interface PackageManifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
) as PackageManifest;

/** What can be built; an entry whose file does not exist yet is left out. */
const programs = {
  cli: 'scenarios/cli.ts',
  index: 'workers/tandem.ts',
  'node-worker': 'workers/node-worker.ts',
};
/** Programs of their own, by mode: `vite build --mode bench` writes dist/bench. */
const tools: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bench: { bench: 'scenarios/bench.ts' },
  accuracy: { accuracy: 'web/guide/accuracy/measure.ts' },
  screenshots: { screenshots: 'web/e2e/screenshots.ts' },
  'bench-web': { bench: 'web/e2e/bench.ts' },
  soak: { soak: 'web/e2e/soak.ts' },
};

function existing(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}

/** npm makes a bin executable when it installs a package, but not in the package's own folder. */
function executable(path: string): Plugin {
  return {
    name: 'tandem-executable',
    apply: 'build',
    closeBundle() {
      if (existsSync(path)) chmodSync(path, 0o755);
    },
  };
}

const sources = [
  'engine/**/*.ts',
  'reports/**/*.ts',
  'workers/**/*.ts',
  'scenarios/**/*.ts',
  'web/guide/**/*.ts',
  'web/build/**/*.ts',
];
const tests = '**/*.{test,suite,bench}.ts';

export default defineConfig(({ mode }) => ({
  define: { __TANDEM_VERSION__: JSON.stringify(manifest.version) },
  plugins: [executable('dist/cli.js')],
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    outDir: mode in tools ? `dist/${mode}` : 'dist',
    // dist/types belongs to tsc, and a colleague's test may be reading the rest; names carry no hash, so
    // nothing piles up.
    emptyOutDir: false,
    rolldownOptions: {
      input: existing(tools[mode] ?? programs),
      // Making a schema or a table while loading is no effect: a worker does not carry zod and yaml (110 ms each).
      treeshake: { moduleSideEffects: false },
      external: [/^node:/, ...Object.keys(manifest.dependencies), 'simjs', 'playwright'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
  test: {
    include: [...sources.map((glob) => glob.replace('*.ts', '*.test.ts')), 'web/**/*.node.test.ts'],
    // `--mode long` is the tests' longer mode: more seeds, more days. Tests read TANDEM_LONG.
    env: mode === 'long' ? { TANDEM_LONG: '1' } : {},
    // Style sheets are read as they are, not as nothing.
    css: true,
    testTimeout: mode === 'long' ? 1_800_000 : 30_000,
    coverage: { provider: 'v8', include: sources, exclude: [tests, '**/*.d.ts'], reporter: ['text', 'html'] },
  },
}));
