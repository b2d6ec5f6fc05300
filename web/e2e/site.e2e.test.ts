/** The built page as a site: it opens anywhere, asks nobody else for anything, and opens again without a network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { BUDGET_BYTES } from '../build/budget.ts';
import {
  browserPath,
  builtAddress,
  builtSite,
  closeAll,
  openWorkbench,
  theBrowser,
  waitForDays,
} from './harness.ts';
import { plainServer } from './plain-server.ts';

afterAll(closeAll);

describe.skipIf(browserPath === null)('The built workbench', () => {
  it('opens, simulates, and reports no error', async () => {
    const { page, close } = await openWorkbench();
    expect(await waitForDays(page, 3)).toBeGreaterThanOrEqual(3);
    await close();
  });

  // The build counts what is imported; here what is fetched, by whatever import, the first scenario's files included.
  it.each(['en', 'fr'] as const)(
    'fetches no more script than its budget until the first result (%s)',
    async (language) => {
      const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
      const context = await (await theBrowser()).newContext({ locale, serviceWorkers: 'block' });
      const fetched = new Set<string>();
      context.on('request', (request) => fetched.add(new URL(request.url()).pathname));
      const page = await context.newPage();
      await page.goto(await builtAddress());
      await waitForDays(page, 1);
      const scripts = [...fetched].filter((path) => path.endsWith('.js'));
      const bytes = scripts.map(
        (path) => gzipSync(readFileSync(join(builtSite(), path)), { level: 9 }).length,
      );
      expect(scripts.length).toBeGreaterThan(10);
      expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
      await context.close();
    },
  );

  it('is served with its policy, and obeys it', async () => {
    const response = await fetch(await builtAddress());
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const { page, problems, close } = await openWorkbench();
    const outcome = await page.evaluate(async () => {
      const violated = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.head.append(script);
      return { violated: await violated, wasRun: 'wasRun' in globalThis };
    });
    expect(outcome).toEqual({ violated: 'script-src-elem', wasRun: false });
    // Said once by the header and once by the page; nothing else went wrong.
    await expect(close()).rejects.toThrow(/The page did what it should not/);
    expect(problems.filter((problem) => !problem.includes('inline script'))).toEqual([]);
  });

  it('works from a folder of a plain file server, and without it after the first visit', async () => {
    const server = await plainServer(builtSite(), '/a folder/of/mine/'.replace(' ', '%20'));
    const { page, close } = await openWorkbench({ address: server.address, serviceWorkers: 'allow' });
    await waitForDays(page, 3);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await server.close();
    await page.reload();
    expect(await waitForDays(page, 3)).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);
    await close();
  });
});
