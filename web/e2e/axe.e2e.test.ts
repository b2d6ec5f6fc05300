/**
 * axe finds nothing (WCAG 2.2 AA and what it calls good practice) at any stop of a walk through the views and dialogs: in both languages
 * and themes, wide and narrow. One walk for all of them, for what takes time is the way: at each stop the page is turned to each
 * language, theme and width.
 */
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { axe, browserPath, closeAll } from './harness.ts';
import { speak } from './screen.ts';
import { openTuned, walk } from './walk.ts';

afterAll(closeAll);

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Half a minute where nothing else runs; a hundred looks take their time on a machine that does other things too. */
const BUSY_MILLIS = 600_000;

/** Words are checked once in each language; the theme changes colours alone. */
const LOOKS = [
  { language: 'en', theme: 'light', size: WIDE, rules: [] },
  { language: 'en', theme: 'dark', size: WIDE, rules: ['color-contrast'] },
  { language: 'en', theme: 'dark', size: NARROW, rules: ['color-contrast'] },
  { language: 'en', theme: 'light', size: NARROW, rules: [] },
  { language: 'fr', theme: 'light', size: NARROW, rules: [] },
  { language: 'fr', theme: 'dark', size: NARROW, rules: ['color-contrast'] },
  { language: 'fr', theme: 'dark', size: WIDE, rules: ['color-contrast'] },
  { language: 'fr', theme: 'light', size: WIDE, rules: [] },
] as const;

/** Whether anything on the page still moves by itself. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((each) => {
        const { target } = each.effect as KeyframeEffect;
        const { animationName } = each as Partial<CSSAnimation>;
        return `${target?.localName ?? ''}.${target?.className ?? ''} ${animationName ?? 'transition'}`;
      }),
  );
}

describe.skipIf(browserPath === null)('Every view and dialog', () => {
  it(
    'has nothing that axe objects to, in both languages and themes, wide and narrow',
    async () => {
      const { page, close } = await openTuned();
      const found: string[] = [];
      await walk(page, async ({ name, part }) => {
        for (const { language, theme, size, rules } of LOOKS) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          await speak(page, language);
          const violations = await axe(page, { rules, part });
          found.push(...violations.map((each) => `${name} (${language}, ${theme}, ${size.width}): ${each}`));
        }
        await speak(page, 'en');
      });
      expect(found).toEqual([]);
      await close();
    },
    BUSY_MILLIS,
  );

  it('stands still for those who want no motion, and keeps its colours when the system forces its own', async () => {
    const { page, close } = await openTuned({ reducedMotion: 'reduce' });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const found: string[] = [];
    await walk(page, async ({ name, part }) => {
      found.push(...(await moving(page)).map((each) => `${name}: ${each}`));
      found.push(...(await axe(page, { rules: ['color-contrast'], part })).map((each) => `${name}: ${each}`));
    });
    expect(found).toEqual([]);
    await close();
  });
});
