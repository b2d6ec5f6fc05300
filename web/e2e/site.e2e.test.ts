/** The built page as a site: it opens anywhere, asks nobody else for anything, and opens again without a network. */
import { afterAll, describe, expect, it } from 'vitest';
import { browserPath, builtAddress, builtSite, closeAll, openWorkbench, waitForDays } from './harness.ts';
import { plainServer } from './plain-server.ts';

afterAll(closeAll);

describe.skipIf(browserPath === null)('The built workbench', () => {
  it('opens, simulates, and reports no error', async () => {
    const { page, close } = await openWorkbench();
    expect(await waitForDays(page, 3)).toBeGreaterThanOrEqual(3);
    await close();
  });

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
