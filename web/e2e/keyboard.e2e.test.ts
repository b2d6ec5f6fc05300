/** The workbench without a mouse: every part is reached in the order in which it is read, shows the focus, does its work by keys, and lets go. */
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { browserPath, closeAll, runNumber, waitForEnd, waitForRunAfter } from './harness.ts';
import { FIRST_OFFER, focused, threshold, tile, waitForView, words } from './screen.ts';
import { openTuned } from './walk.ts';

afterAll(closeAll);

/** More stops than the tune view can have: who needs more is in a trap. */
const STOPS_MOST = 400;

const state = (page: Page): Promise<string | null> => page.locator('tandem-app').getAttribute('data-state');

/** What the keys come to, from the beginning of the page to its end. */
async function tabThrough(page: Page): Promise<{ readonly places: string[]; readonly unmarked: string[] }> {
  const places: string[] = [];
  const unmarked: string[] = [];
  for (let stop = 0; stop < STOPS_MOST; stop++) {
    await page.keyboard.press('Tab');
    const { place, name, isMarked } = await focused(page);
    if (place === 'body' || place === '') return { places, unmarked };
    places.push(place);
    if (!isMarked) unmarked.push(`${place}: ${name}`);
  }
  throw new Error(`After ${STOPS_MOST} stops the focus is still at ${places.at(-1) ?? ''}.`);
}

describe.skipIf(browserPath === null)('By keyboard alone', () => {
  it('everything of the tune view is reached as it is read, and shows that it has the focus', async () => {
    const { page, close } = await openTuned();
    const { places, unmarked } = await tabThrough(page);
    expect(unmarked).toEqual([]);
    const order = [
      'tandem-app-bar',
      'tandem-rail',
      'tandem-run-line',
      'tandem-tiles',
      'tandem-wait-ribbon',
      'tandem-wait-distribution',
      'tandem-moved',
      'tandem-callbacks',
      'tandem-queue-depth',
      'tandem-occupancy-map',
      'tandem-flows',
    ];
    const first = order.map((part) => places.findIndex((place) => place.includes(part)));
    expect(first.every((at) => at >= 0)).toBe(true);
    expect(first).toEqual([...first].sort((one, other) => one - other));
    // The very first stop leads past the bar.
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ name: 'To the content', isMarked: true });
    await page.keyboard.press('Enter');
    expect((await focused(page)).place).toMatch(/main$/);
    await close();
  });

  it('a slider goes by one step, by ten, and to its ends, and undo takes each back', async () => {
    const { page, close } = await openTuned();
    const slider = threshold(page, FIRST_OFFER).locator('input[type=range]');
    await slider.focus();
    const value = async (): Promise<number> => Number(await slider.inputValue());
    const { low, high, step } = await slider.evaluate((element) => {
      const { min, max, step } = element as HTMLInputElement;
      return { low: Number(min), high: Number(max), step: Number(step) };
    });
    const run = await runNumber(page);
    for (const [key, expected] of [
      ['ArrowRight', 15 + step],
      ['PageUp', 15 + 11 * step],
      ['PageDown', 15 + step],
      ['ArrowLeft', 15],
      ['End', high],
      ['Home', low],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(value).toBe(expected);
    }
    await waitForRunAfter(page, run);
    await page.keyboard.press('Control+z');
    await expect.poll(value).not.toBe(low);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(value).toBe(low);
    await waitForEnd(page);
    await close();
  });

  it('a value that makes no sense is said under its field, changes nothing, and can be mended there', async () => {
    const { page, close } = await openTuned();
    const row = threshold(page, FIRST_OFFER);
    const field = row.locator('input.value');
    const run = await runNumber(page);
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await words(row.locator('[role=alert]'))).not.toBe('');
    expect(await runNumber(page)).toBe(run);
    // What was typed stays, to be mended.
    expect(await field.inputValue()).toBe('soon');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0:40');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('15');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('false');
    await waitForRunAfter(page, run);
    expect(await row.locator('input[type=range]').inputValue()).toBe('40');
    // A field in which nothing is being typed leaves undo to the scenario.
    await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe('15');
    await waitForEnd(page);
    await close();
  });

  it('the digits show the views, Esc stops and goes on, B pins; and none of them once they are switched off', async () => {
    const { page, close } = await openTuned();
    const app = page.locator('tandem-app');
    for (const [at, name] of ['tune', 'sweep', 'compare', 'day', 'scenario', 'report'].entries()) {
      await page.keyboard.press(String(at + 1));
      await waitForView(page, name);
      expect(await app.getAttribute('data-view')).toBe(name);
    }
    // Leaving the scenario view has written the threshold into the text.
    await page.keyboard.press('1');
    await waitForEnd(page);
    const pin = page.locator('tandem-run-line [data-action=pin]');
    await page.keyboard.press('b');
    await expect.poll(() => pin.getAttribute('aria-disabled')).toBe('true');

    await page.keyboard.press('?');
    const dialog = page.locator('tandem-keys-dialog dialog');
    await dialog.locator('input[type=checkbox]').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const run = await runNumber(page);
    for (const key of ['2', '?', 'b', '/', 'g', 't']) await page.keyboard.press(key);
    expect(await app.getAttribute('data-view')).toBe('tune');
    expect(await dialog.isVisible()).toBe(false);
    expect(await runNumber(page)).toBe(run);
    await close();
  });

  it('Esc stops a run and goes on with it', async () => {
    const { page, close } = await openTuned({ days: 100_000 });
    await expect.poll(() => state(page)).toBe('refining');
    await page.keyboard.press('Escape');
    await expect.poll(() => state(page)).toBe('stopped');
    expect(await words(page.locator('tandem-run-line'))).toMatch(/Stopped at [\d,]+ days/);
    await page.keyboard.press('Escape');
    await expect.poll(() => state(page)).toBe('refining');
    await close();
  });

  it('the cursor of a chart goes by intervals, is spoken, and stands in the other charts too', async () => {
    const { page, close } = await openTuned();
    const ribbon = page.locator('tandem-wait-ribbon');
    await ribbon.locator('.plot').focus();
    const said = ribbon.locator('output');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said.textContent()).toMatch(/08:00/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said.textContent()).toMatch(/08:30/);
    await page.keyboard.press('PageUp');
    await expect.poll(() => said.textContent()).toMatch(/10:30/);
    await page.keyboard.press('End');
    await expect.poll(() => said.textContent()).toMatch(/19:30/);
    await page.locator('tandem-queue-depth .line').waitFor({ state: 'attached' });
    // And the table behind it.
    await page.keyboard.press('t');
    const table = page.locator('tandem-figure:has(tandem-wait-ribbon) table');
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(24);
    await close();
  });

  it('a sweep is asked for, walked through and loaded', async () => {
    const { page, close } = await openTuned();
    await page.keyboard.press('2');
    await waitForView(page, 'sweep');
    await page.locator('tandem-sweep-form input[name=days]').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    // The form is sent from any of its fields.
    await page.keyboard.press('Enter');
    await page.locator('tandem-sweep-view .dot.allDays').waitFor();
    const map = page.locator('tandem-sweep-map');
    await map.locator('.plot').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => map.locator('output').textContent()).not.toBe('');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    const result = page.locator('tandem-sweep-result');
    await expect.poll(() => words(result)).toContain('The setting chosen');
    await result.locator('[data-action=load]').focus();
    await page.keyboard.press('Enter');
    await waitForView(page, 'tune');
    await waitForEnd(page);
    expect(await words(page.locator('tandem-rail .count'))).toBe('2 changed');
    await close();
  });

  it('a day is stepped through and played', async () => {
    const { page, close } = await openTuned();
    await page.keyboard.press('4');
    await waitForView(page, 'day');
    await page.locator('tandem-day-lanes canvas').first().waitFor();
    const board = page.locator('tandem-day-board');
    await page.keyboard.press('.');
    await board.waitFor();
    const first = await words(board);
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect.poll(() => words(board)).not.toBe(first);
    await page.keyboard.press(',');
    await page.keyboard.press(',');
    await expect.poll(() => words(board)).toBe(first);
    await page.keyboard.press('Space');
    await page.locator('tandem-day-player[playing]').waitFor();
    await page.keyboard.press('Space');
    await page.locator('tandem-day-player:not([playing])').waitFor();
    await close();
  });

  it('the text editor takes Tab for itself, and lets go after Esc', async () => {
    const { page, close } = await openTuned();
    await page.keyboard.press('5');
    await waitForView(page, 'scenario');
    const content = page.locator('tandem-yaml-editor .cm-content');
    await content.focus();
    await page.keyboard.press('Tab');
    expect((await focused(page)).place).toContain('tandem-yaml-editor');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect((await focused(page)).place).not.toContain('tandem-yaml-editor');
    await close();
  });

  it('what opens by a button closes by Esc, and the button has the focus again', async () => {
    const { page, close } = await openTuned();
    for (const [button, opened] of [
      ['tandem-app-bar [data-action=open]', 'tandem-open-dialog dialog'],
      ['tandem-run-line tandem-popover.aim button >> nth=0', 'tandem-aim-sheet'],
    ] as const) {
      await page.locator(button).focus();
      const before = await focused(page);
      await page.keyboard.press('Enter');
      await page.locator(opened).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await page.locator(opened).waitFor({ state: 'hidden' });
      expect(await focused(page)).toEqual(before);
    }
    expect(await tile(page, 'serviceLevel').count()).toBe(1);
    await close();
  });
});
