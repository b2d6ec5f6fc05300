/**
 * `npm run screenshots`: pictures of every view for the guide, at a desk and on a telephone, light and dark, and of the tune view in French.
 * The scenario is the help desk with the first offer after 15 seconds instead of 90, so that something has moved. It knows of each view only
 * how to make it compute.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { VIEWS } from '../state/route.ts';
import type { View } from '../state/route.ts';
import { builtSite, closeAll, openWorkbench, waitForEnd } from './harness.ts';
import { libraryText, linkTo } from './link-to.ts';
import { smallPng } from './small-png.ts';

interface Picture {
  readonly view: View;
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const THEMES = ['light', 'dark'] as const;
const CHANGE = 'queues.support.callback.offerFirst=15s';

/** What has to be pressed before there is anything to see. */
const BEGIN: Partial<Readonly<Record<View, string>>> = {
  sweep: 'tandem-sweep-view [data-action="sweep"]',
  day: 'tandem-day-view button:has-text("Abandoned after an offer")',
};
/** What is there when it has been computed: on a busy machine a page that has only begun is as quiet as one that is done. */
const DONE: Partial<Readonly<Record<View, string>>> = {
  sweep: 'tandem-sweep-view .line:has-text("days each")',
  compare: 'tandem-compare-view :text("the same simulated callers in all")',
  day: 'tandem-day-view tandem-day-story li',
};
const STILL_MILLIS = 1000;
const LONGEST_MILLIS = 120_000;

const folder = join(builtSite(), '../../web/guide/pictures');

function pictures(): readonly Picture[] {
  const english = VIEWS.flatMap((view) =>
    SIZES.flatMap((size) => THEMES.map((theme) => ({ view, language: 'en' as const, theme, ...size }))),
  );
  const french = SIZES.map((size) => ({
    view: 'tune' as const,
    language: 'fr' as const,
    theme: 'light' as const,
    ...size,
  }));
  return [...english, ...french];
}

async function take({ view, language, theme, width, height }: Picture): Promise<void> {
  // As many days as the page asks for by itself: the picture is of what a first visitor has.
  const hash = await linkTo({ view, text: libraryText('helpdesk'), set: [CHANGE] });
  const bench = await openWorkbench({ hash, language, theme, width, height, reducedMotion: 'reduce' });
  const { page } = bench;
  await waitForEnd(page);
  const begin = BEGIN[view];
  if (begin !== undefined) await page.locator(begin).first().click();
  const done = DONE[view];
  if (done !== undefined) await page.locator(done).first().waitFor({ timeout: LONGEST_MILLIS });
  const bytes = smallPng(await still(page));
  const name = `${view}-${width}-${theme}${language === 'fr' ? '-fr' : ''}.png`;
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`${name}: ${Math.round(bytes.length / 1000)} kB\n`);
  await bench.close();
}

/** The page when it has come to rest: two pictures a second apart are equal. */
async function still(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const end = Date.now() + LONGEST_MILLIS;
  let last = await page.screenshot();
  for (;;) {
    await page.waitForTimeout(STILL_MILLIS);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    if (Date.now() > end) throw new Error(`${page.url().slice(0, 60)} does not come to rest.`);
    last = next;
  }
}

mkdirSync(folder, { recursive: true });
const only = process.argv[2];
const failures: string[] = [];
for (const picture of pictures().filter(({ view }) => only === undefined || view === only)) {
  try {
    await take(picture);
  } catch (error) {
    failures.push(`${JSON.stringify(picture)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await closeAll();
if (failures.length > 0) {
  process.stderr.write(`${failures.join('\n')}\n`);
  process.exitCode = 1;
}
