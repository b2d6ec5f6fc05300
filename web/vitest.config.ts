/**
 * The tests that need a browser: components in a page of their own (`web/x.test.ts`), and the built workbench as a whole (`web/e2e`), which
 * Node leads. All else is tested in Node: ../vite.config.ts.
 */
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromium } from '../workers/testing/chromium.ts';
import site from './vite.config.ts';

const executablePath = chromium();
const { define = {}, plugins = [] } = site({ mode: 'test', command: 'serve' });
const root = fileURLToPath(new URL('.', import.meta.url));

const components = {
  root,
  define: { ...define },
  plugins,
  // What is found only on the way would reload the page in the midst of a test.
  optimizeDeps: { entries: ['**/*.test.ts', '!guide/**', '!build/**', '!e2e/**'] },
  test: {
    name: 'components',
    include: ['**/*.test.ts'],
    exclude: ['guide/**', 'build/**', 'e2e/**', '**/*.node.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
        },
      }),
      viewport: { width: 1280, height: 800 },
      instances: [{ browser: 'chromium' as const }],
    },
  },
};

const journeys = {
  root,
  // Vitest empties the object it is given.
  define: { ...define },
  test: {
    name: 'e2e',
    include: ['e2e/**/*.e2e.test.ts'],
    // A browser with its workers fills the machine: one after the other.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  test: { projects: executablePath === null ? [journeys] : [components, journeys] },
});
