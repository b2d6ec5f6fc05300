/** What the page says when not all is well: nothing to show yet, a wrong scenario, a stop, a worker that dies, a damaged link, no network. */
import { afterAll, describe, expect, it } from 'vitest';
import {
  browserPath,
  builtAddress,
  builtSite,
  closeAll,
  openWorkbench,
  theBrowser,
  waitForDays,
  waitForEnd,
} from './harness.ts';
import { libraryText, linkTo } from './link-to.ts';
import { plainServer } from './plain-server.ts';
import { FIRST_OFFER, speak, threshold, tile, tiles, view, waitForView, words } from './screen.ts';
import { openTuned } from './walk.ts';

afterAll(closeAll);

const VIEWS = ['sweep', 'compare', 'day', 'scenario', 'report', 'tune'] as const;

describe.skipIf(browserPath === null)('The page', () => {
  it('says where to begin when there is nothing to tune, and begins there', async () => {
    const hash = await linkTo({ text: 'queues: [' });
    const { page, close } = await openWorkbench({ hash });
    const empty = page.locator('tandem-empty-state');
    await empty.locator('[data-name=helpdesk]').waitFor();
    expect(await words(empty)).toMatch(
      /^No scenario yet Start from the library, drop a file here, or paste a link/,
    );
    expect(await words(page.locator('tandem-problem-banner'))).toContain('The scenario was not used.');
    expect(await words(page.locator('tandem-rail'))).toContain('Thresholds appear with a scenario.');
    for (const name of VIEWS) {
      await view(page, name).click();
      await waitForView(page, name);
    }
    await empty.locator('[data-name=helpdesk]').click();
    await waitForDays(page, 3);
    expect(await words(page.locator('tandem-app-bar'))).toContain('Help desk with callbacks');
    await close();
  });

  it('keeps the places of its numbers free while the first days are simulated', async () => {
    const { page, context, close } = await openWorkbench({ hash: await linkTo({ text: 'queues: [' }) });
    await page.locator('tandem-empty-state [data-name=helpdesk]').waitFor();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await context.route(/browser-worker/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.locator('tandem-empty-state [data-name=helpdesk]').click();
    await page.locator('tandem-app[data-state=loading]').waitFor();
    expect(await words(page.locator('tandem-run-line'))).toContain('Simulating the first three days');
    const waiting = await tile(page, 'abandonRate').boundingBox();
    open();
    await waitForDays(page, 3);
    // Nothing jumps when the numbers come.
    expect((await tile(page, 'abandonRate').boundingBox())?.height).toBeCloseTo(waiting?.height ?? 0, 0);
    await close();
  });

  it('keeps the last good result when a threshold is wrong, says so, and mends it by a button', async () => {
    const { page, close } = await openTuned();
    const before = await tiles(page);
    const row = threshold(page, FIRST_OFFER);
    await row.locator('input.value').fill('700');
    await page.keyboard.press('Enter');
    const banner = page.locator('tandem-problem-banner');
    await banner.locator('[data-action=mend]').waitFor();
    const said = await words(banner);
    expect(said).toContain('The change was not used.');
    expect(said).toContain('“First offer after”');
    expect(said).toContain('You see the last good result.');
    expect(await tiles(page)).toEqual(before);
    await banner.locator('[data-action=mend]').click();
    await banner.waitFor({ state: 'detached' });
    await waitForEnd(page);
    expect(await row.locator('input.value').inputValue()).not.toBe('700');
    expect(await tiles(page)).not.toEqual(before);
    await close();
  });

  it('keeps the last good result while the text is wrong, in every view', async () => {
    const { page, close } = await openTuned();
    const before = await tiles(page);
    await view(page, 'scenario').click();
    await page.locator('tandem-yaml-editor .cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('nonsense: 1\n');
    await page.locator('tandem-problem-list li.error').waitFor();
    for (const name of VIEWS) {
      await view(page, name).click();
      await waitForView(page, name);
    }
    expect(await words(page.locator('tandem-problem-banner'))).toMatch(
      /The scenario was not used\. Line 1:.*You see the last good result/,
    );
    expect(await tiles(page)).toEqual(before);
    await close();
  });

  it('says that it was stopped, and goes on when asked', async () => {
    const { page, close } = await openTuned({ days: 100_000 });
    await page.locator('tandem-run-line [data-action=stop]').click();
    await page.locator('tandem-app[data-state=stopped]').waitFor();
    const days = Number(await page.locator('tandem-app').getAttribute('data-days'));
    expect(await words(page.locator('tandem-run-line'))).toMatch(/Stopped at [\d,]+ days .*Refine further/);
    await page.locator('tandem-run-line [data-action=resume]').click();
    expect(await waitForDays(page, days + 1)).toBeGreaterThan(days);
    await close();
  });

  it('replaces a worker that dies, tells it, and has the same result', async () => {
    const calm = await openTuned();
    const expected = await tiles(calm.page);
    await calm.close();
    const { page, context, problems } = await openTuned({ days: 100_000 });
    // One of the threads that simulate, which are workers of the page's worker.
    const thread = page.workers().find((worker) => worker.url().includes('browser-worker'));
    await thread?.evaluate(() => {
      setTimeout(() => {
        throw new Error('broken for a test');
      });
    });
    await page.locator('tandem-run-line .restarted').waitFor();
    expect(await words(page.locator('tandem-run-line .restarted'))).toBe(
      'One worker was restarted; the result is not affected.',
    );
    // As many days as the calm run had: the same numbers.
    await page.locator('tandem-run-line tandem-popover.aim button').first().click();
    await page.locator('tandem-aim-sheet #days').fill('12');
    await page.keyboard.press('Enter');
    await waitForEnd(page);
    await expect.poll(() => tiles(page)).toEqual(expected);
    expect(problems.filter((problem) => !problem.includes('broken for a test'))).toEqual([]);
    await context.close();
  });

  it('says in both languages what it needs where there is no JavaScript', async () => {
    const context = await (await theBrowser()).newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await builtAddress());
    const text = await page.locator('body').innerText();
    expect(text).toContain('It needs JavaScript for that');
    expect(text).toContain('il lui faut JavaScript');
    expect(await page.locator('p[lang=fr]').isVisible()).toBe(true);
    await context.close();
  });

  it('says that a link is damaged, and opens nothing of it', async () => {
    const hash = await linkTo({ text: libraryText('night-shift') });
    const { page, close } = await openWorkbench({ hash: hash.slice(0, -20) });
    await expect
      .poll(() => words(page.locator('tandem-app [role=status].said')))
      .toContain('The link is damaged or cut short: it was not opened.');
    await waitForDays(page, 3);
    expect(await words(page.locator('tandem-app-bar'))).not.toContain('Night');
    await close();
  });

  it('is as it was after a reload, and two tabs keep what is theirs', async () => {
    const { page, context, close } = await openTuned();
    const other = await context.newPage();
    await other.goto(await builtAddress());
    await waitForEnd(other);
    const value = (tab: typeof page) => threshold(tab, FIRST_OFFER).locator('input.value');
    // A new tab begins with what was done last.
    expect(await value(other).inputValue()).toBe('15');
    await value(other).fill('45');
    await other.keyboard.press('Enter');
    await waitForEnd(other);
    await value(page).fill('25');
    await page.keyboard.press('Enter');
    await waitForEnd(page);
    const seen = [await tiles(page), await tiles(other)];
    await Promise.all([page.reload(), other.reload()]);
    await waitForEnd(page);
    await waitForEnd(other);
    expect(await value(page).inputValue()).toBe('25');
    expect(await value(other).inputValue()).toBe('45');
    expect([await tiles(page), await tiles(other)]).toEqual(seen);
    await close();
  });

  it('works without a network after the first visit, with the views that are loaded later, in both languages', async () => {
    const server = await plainServer(builtSite(), '/');
    const { page, close } = await openWorkbench({ address: server.address, serviceWorkers: 'allow' });
    await waitForDays(page, 3);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await server.close();
    await page.reload();
    await waitForDays(page, 3);
    await speak(page, 'fr');
    for (const name of VIEWS) {
      await view(page, name).click();
      await waitForView(page, name);
    }
    await view(page, 'scenario').click();
    await page.locator('tandem-yaml-editor .cm-content').waitFor();
    await close();
  });

  it('takes a scenario that is dropped anywhere, and refuses what is none', async () => {
    const { page, close } = await openTuned();
    const drop = (name: string, text: string): Promise<void> =>
      page.evaluate(
        ([fileName, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content ?? ''], fileName ?? ''));
          const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(
              new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
            );
        },
        [name, text],
      );
    await drop('holiday.png', 'not a scenario');
    const said = page.locator('tandem-app [role=status].said');
    await expect.poll(() => words(said)).toContain('holiday.png is not a scenario');
    expect(await words(page.locator('tandem-app-bar'))).toContain('Help desk with callbacks');
    await drop('night.yaml', libraryText('night-shift'));
    await expect.poll(() => words(page.locator('tandem-app-bar'))).toContain('Night shift');
    // What was there before is one step back.
    await page.keyboard.press('Control+z');
    await expect.poll(() => words(page.locator('tandem-app-bar'))).toContain('Help desk with callbacks');
    await waitForEnd(page);
    await close();
  });
});
