/** The page in French, and from a telephone's width to a wall's: no sentence stays English, nothing runs out at the side, cause and effect stay together. */
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { browserPath, closeAll, runNumber, waitForEnd, waitForRunAfter } from './harness.ts';
import { englishOn } from './left-over.ts';
import { FIRST_OFFER, focused, speak, threshold, tiles, waitForView, words } from './screen.ts';
import { NAME, openTuned, walk } from './walk.ts';

afterAll(closeAll);

const WIDTHS = [390, 768, 1181, 2560] as const;

/** What is wider than the window, from the outside to the inside; empty: the page does not scroll sideways. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // Laid out, painted, and laid out again by those who measure themselves.
    for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const found: string[] = [`${scrollWidth} pixels in a window of ${innerWidth}`];
    const walk = (root: Document | ShadowRoot): void => {
      for (const each of root.querySelectorAll('*')) {
        const { right, width } = each.getBoundingClientRect();
        if (right > innerWidth + 1 && width > 0) found.push(`${each.localName}.${each.className.toString()}`);
        if (each.shadowRoot !== null) walk(each.shadowRoot);
      }
    };
    walk(document);
    return found.slice(0, 12);
  });
}

describe.skipIf(browserPath === null)('On every screen', () => {
  it('all is said in French, and nothing runs out at the side, from 390 to 2560 pixels', async () => {
    const { page, close } = await openTuned({ language: 'fr' });
    const wide: string[] = [];
    const english = new Set<string>();
    await walk(page, async ({ name }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const found = await tooWide(page);
        if (found.length > 0) wide.push(`${name} at ${width}: ${found.join(', ')}`);
        for (const sentence of await englishOn(page, [NAME])) english.add(`${name}: ${sentence}`);
      }
    });
    expect([...english]).toEqual([]);
    expect(wide).toEqual([]);
    await close();
  });

  it('a change of language changes every word at once, and no number', async () => {
    const { page, close } = await openTuned();
    const before = await tiles(page);
    await speak(page, 'fr');
    await expect.poll(() => englishOn(page, [NAME]), { timeout: 10_000 }).toEqual([]);
    expect(await tiles(page)).toEqual(before);
    await page.reload();
    await waitForEnd(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(await englishOn(page, [NAME])).toEqual([]);
    await close();
  });

  it('a telephone has the threshold that is being turned below its effect, and all others in a sheet', async () => {
    const { page, close } = await openTuned({ width: 390, height: 844, language: 'fr' });
    const dock = page.locator('tandem-dock');
    const sheet = dock.locator('dialog');
    await dock.locator('button.open').click();
    await sheet.locator('tandem-rail').waitFor();
    const row = threshold(page, FIRST_OFFER).filter({ visible: true }).last();
    await row.locator('input.value').fill('40');
    const run = await runNumber(page);
    await page.keyboard.press('Enter');
    await waitForRunAfter(page, run);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect((await focused(page)).place).toContain('tandem-dock');
    // It is the one that was touched last, at the lower edge, with the headline in view.
    const docked = dock.locator('.dock tandem-threshold');
    expect(await docked.getAttribute('data-path')).toBe(FIRST_OFFER);
    const box = await dock.locator('.dock').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, -1);
    expect(await page.locator('tandem-tiles[tile-part=heroes]').isVisible()).toBe(true);
    const before = await runNumber(page);
    await docked.locator('input[type=range]').focus();
    await page.keyboard.press('ArrowLeft');
    await waitForRunAfter(page, before);
    await waitForEnd(page);
    // "/" finds a threshold here too.
    await page.keyboard.press('/');
    await sheet.locator('input[type=search]').waitFor();
    await page.keyboard.type('patience');
    await expect.poll(() => sheet.locator('tandem-threshold').count()).toBe(1);
    expect(await words(sheet)).toContain('Patience');
    await close();
  });

  it('a telephone shows of the views the one that one is in', async () => {
    const { page, close } = await openTuned({ width: 390, height: 844, language: 'fr' });
    for (const [key, name] of [
      ['6', 'report'],
      ['1', 'tune'],
    ] as const) {
      await page.keyboard.press(key);
      await waitForView(page, name);
      const link = page.locator('nav a[aria-current]');
      await expect
        .poll(() =>
          link.evaluate((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left >= 0 && right <= innerWidth;
          }),
        )
        .toBe(true);
    }
    await close();
  });
});
