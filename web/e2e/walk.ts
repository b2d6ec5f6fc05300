/**
 * A walk through every view in the state one works in: with a result, a contact chosen, a problem in the text, the dialogs open. Tests look
 * around at each stop. It knows the way, and nothing of what is looked for.
 */
import type { Locator, Page } from 'playwright';
import { openWorkbench, PATIENCE_MILLIS, waitForDays, waitForEnd } from './harness.ts';
import type { Opening, Workbench } from './harness.ts';
import { libraryText, linkTo } from './link-to.ts';
import { FIRST_OFFER, tile, view, waitForView } from './screen.ts';

/** A few days are enough to fill the screen. */
const DAYS = 12;

/** Of the scenario in which the walk is made. */
export const NAME = 'Help desk with callbacks';

export interface Tuned extends Omit<Opening, 'hash'> {
  /** Default: a few, and waited for. */
  readonly days?: number;
}

/** The help desk with a threshold moved, so that there is a baseline behind everything. */
export async function openTuned({ days, ...opening }: Tuned = {}): Promise<Workbench> {
  const text = libraryText('helpdesk');
  const aim = { days: days ?? DAYS, halfWidth: null };
  const bench = await openWorkbench({
    ...opening,
    hash: await linkTo({ text, set: [`${FIRST_OFFER}=15s`], aim }),
  });
  if (days === undefined) await waitForEnd(bench.page);
  else await waitForDays(bench.page, 3);
  return bench;
}

export interface Stop {
  readonly name: string;
  /** What is new here, where the rest of the page was there at the stop before. */
  readonly part: Locator | undefined;
}

/** Calls `look` at each stop; the window is wide whenever the walk goes on. */
export async function walk(page: Page, look: (stop: Stop) => Promise<void>): Promise<void> {
  const wide = page.viewportSize();
  for (const { name, go, part } of STOPS) {
    if (wide !== null) await page.setViewportSize(wide);
    const leave = await go?.(page);
    await look({ name, part: part === undefined ? undefined : page.locator(part).first() });
    await leave?.();
  }
}

/** Back to the stop before. */
type Leave = () => Promise<unknown>;

interface Way {
  readonly name: string;
  readonly go?: (page: Page) => Promise<Leave | undefined>;
  readonly part?: string;
}

async function to(page: Page, name: string): Promise<void> {
  await view(page, name).click();
  await waitForView(page, name);
}

const STOPS: readonly Way[] = [
  { name: 'Tune' },
  {
    name: 'Tune with a table',
    part: 'tandem-figure:has(tandem-wait-ribbon)',
    go: async (page) => {
      const figure = page.locator('tandem-figure:has(tandem-wait-ribbon)');
      const button = figure.locator('.tools button').first();
      await button.click();
      await figure.locator('table').waitFor();
      return () => button.click();
    },
  },
  {
    name: 'Tune with the formulas open',
    part: 'tandem-tiles',
    go: async (page) => {
      await tile(page, 'serviceLevel').locator('tandem-popover[slot=name] button').first().click();
      return () => page.keyboard.press('Escape');
    },
  },
  {
    name: 'Tune with the aim open',
    part: 'tandem-run-line',
    go: async (page) => {
      await page.locator('tandem-run-line tandem-popover.aim button').first().click();
      return () => page.keyboard.press('Escape');
    },
  },
  {
    name: 'Library',
    part: 'tandem-open-dialog',
    go: async (page) => {
      await page.locator('[data-action=open]').first().click();
      await page.locator('tandem-open-dialog [data-name=helpdesk]').waitFor();
      return () => page.keyboard.press('Escape');
    },
  },
  {
    name: 'Keys',
    part: 'tandem-keys-dialog',
    go: async (page) => {
      await page.keyboard.press('?');
      await page.locator('tandem-keys-dialog dialog[open]').waitFor();
      return () => page.keyboard.press('Escape');
    },
  },
  {
    name: 'Sweep',
    go: async (page) => {
      await to(page, 'sweep');
      const days = page.locator('tandem-sweep-form input[name=days]');
      await days.fill('3');
      await days.press('Enter');
      await page.locator('tandem-sweep-view .dot.allDays').waitFor({ timeout: 2 * PATIENCE_MILLIS });
      await page.locator('tandem-sweep-result').waitFor();
      return undefined;
    },
  },
  {
    name: 'Compare',
    go: async (page) => {
      await to(page, 'compare');
      await page.locator('tandem-compare-view .dot.allDays').waitFor({ timeout: 2 * PATIENCE_MILLIS });
      return undefined;
    },
  },
  {
    name: 'Day',
    go: async (page) => {
      await to(page, 'day');
      await page.locator('tandem-day-lanes canvas').first().waitFor();
      await page.locator('tandem-day-find button.row:not([aria-disabled=true])').first().click();
      await page.locator('tandem-day-story li').first().waitFor();
      return undefined;
    },
  },
  {
    name: 'Scenario',
    go: async (page) => {
      await to(page, 'scenario');
      await page.locator('tandem-yaml-editor .cm-content').waitFor();
      await page.locator('tandem-setting-field').first().waitFor();
      return undefined;
    },
  },
  {
    name: 'Paste',
    part: 'tandem-paste-dialog',
    go: async (page) => {
      await page.locator('tandem-scenario-view tandem-scenario-head [data-action=paste]').click();
      await page.locator('tandem-paste-dialog textarea').fill('08:00\t12\n08:30\tabc');
      return () => page.keyboard.press('Escape');
    },
  },
  {
    name: 'Scenario with a problem',
    go: async (page) => {
      const editor = page.locator('tandem-yaml-editor .cm-content');
      await editor.click();
      await page.keyboard.press('Control+Home');
      // As one edit, which one undo takes back.
      await page.keyboard.insertText('nonsense: 1\n');
      await page.locator('tandem-problem-list li').first().waitFor();
      return async () => {
        await page.keyboard.press('Control+z');
        await page.locator('tandem-problem-list li.error').waitFor({ state: 'detached' });
      };
    },
  },
  {
    name: 'Report',
    go: async (page) => {
      await to(page, 'report');
      await page.locator('tandem-report-view tandem-report-frame').waitFor();
      return undefined;
    },
  },
];
