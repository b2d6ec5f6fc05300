/** The planner's journey, from the first visit to the link in a colleague's hands, with what the screen says on the way. */
import { afterAll, describe, expect, it } from 'vitest';
import {
  browserPath,
  closeAll,
  openWorkbench,
  runNumber,
  waitForDays,
  waitForEnd,
  waitForRunAfter,
} from './harness.ts';
import { clipboard, FIRST_OFFER, Hand, threshold, tile, tiles, view, waitForView, words } from './screen.ts';

afterAll(closeAll);

/** Counted once the page is open. */
const ACTIONS_MOST = 10;

describe.skipIf(browserPath === null)('The planner', () => {
  it('finds the callback threshold that keeps abandonment under 5 %, and sends it, in at most ten actions', async () => {
    const bench = await openWorkbench();
    const { page, context } = bench;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const hand = new Hand();

    // A first visit opens the help desk, and the page says by itself what is wrong with it.
    await waitForEnd(page);
    await expect.poll(() => words(page.locator('tandem-app-bar .scenario'))).toContain('Help desk');
    const abandonment = tile(page, 'abandonRate');
    await expect.poll(() => words(abandonment)).toMatch(/Abandonment\s+Missed[^]*under 5%/);

    // The threshold is the first thing of its section, with its value and its baseline beside it.
    const offer = threshold(page, FIRST_OFFER);
    expect(await words(offer)).toContain('First offer after');
    const slider = offer.locator('input[type=range]');
    const { low, high } = await slider.evaluate((element) => {
      const { min, max } = element as HTMLInputElement;
      return { low: Number(min), high: Number(max) };
    });
    const run = await runNumber(page);
    await hand.drag(page, slider, (15 - low) / (high - low));
    await waitForRunAfter(page, run);
    expect(Number(await slider.inputValue())).toBeLessThanOrEqual(20);
    expect(await words(offer)).toMatch(/was 90\ss/);
    await expect.poll(() => words(abandonment), { timeout: 60_000 }).toMatch(/Abandonment\s+Met/);
    await waitForEnd(page);

    // What moved, in words that can be pasted into a mail.
    const moved = page.locator('tandem-moved');
    const row = moved.locator('tr', { hasText: 'Abandonment' }).first();
    await expect.poll(() => words(row)).toMatch(/−\d\.\d pt −\d\.\d to −\d\.\d/);
    expect(await words(moved)).toMatch(
      /With “First offer after” at \d+ s instead of 90 s, .*abandonment falls by \d\.\d points to \d\.\d%/,
    );

    await hand.click(page.locator('tandem-run-line [data-action=pin]'));
    await expect
      .poll(() => page.locator('tandem-run-line [data-action=pin]').getAttribute('aria-disabled'))
      .toBe('true');

    // Now that few hang up, how few people are enough? The form proposes the offer against the agents; the agents alone are asked for.
    const costBefore = Number(await tile(page, 'cost').getAttribute('data-mean'));
    await hand.click(view(page, 'sweep'));
    await waitForView(page, 'sweep');
    const sweep = page.locator('tandem-sweep-view');
    await hand.choose(sweep.locator('select[name="axis-1"]'), 'nothing else');
    await hand.choose(sweep.locator('select[name="axis-0"]'), 'seniors: early one');
    await hand.click(sweep.locator('[data-action=sweep]'));
    await sweep.locator('.line', { hasText: /\d+ settings, \d+ days each/ }).waitFor();
    expect(await words(sweep.locator('h2').first())).toMatch(
      /^The cheapest setting that meets the targets: seniors: early one \d agents?, at €\d,\d{3} a day\.$/,
    );
    expect(await words(sweep.locator('tandem-sweep-result'))).toMatch(
      /^Cheapest setting that meets the targets .* How sure: at least \d+(\.\d)?% that the targets hold/,
    );
    await hand.click(sweep.locator('[data-action=load]'));
    await waitForView(page, 'tune');
    await waitForEnd(page);
    expect(await words(abandonment)).toContain('Met');
    await expect
      .poll(async () => Number(await tile(page, 'cost').getAttribute('data-mean')))
      .toBeLessThan(costBefore);
    const seen = await tiles(page);
    const days = await page.locator('tandem-app').getAttribute('data-days');
    const picked = await slider.inputValue();

    await hand.click(page.locator('[data-action=link]'));
    await expect.poll(() => words(page.locator('tandem-app [role=status].said'))).toContain('Link copied');
    expect(hand.actions).toBeLessThanOrEqual(ACTIONS_MOST);

    const link = await clipboard(context, page);
    const other = await openWorkbench({ address: link });
    await waitForEnd(other.page);
    expect(await tiles(other.page)).toEqual(seen);
    expect(await other.page.locator('tandem-app').getAttribute('data-days')).toBe(days);
    expect(await threshold(other.page, FIRST_OFFER).locator('input[type=range]').inputValue()).toBe(picked);
    await other.close();

    await page.reload();
    await waitForEnd(page);
    expect(await tiles(page)).toEqual(seen);
    await bench.close();
  });

  it('sees the first days of a new setting at once, and more of them while looking', async () => {
    const { page, close } = await openWorkbench();
    const first = await waitForDays(page, 3);
    expect(await words(page.locator('tandem-run-line'))).toMatch(/Refining: [\d,]+ of [\d,]+ days|simulated/);
    await waitForDays(page, first + 1);
    await waitForEnd(page);
    expect(await words(page.locator('tandem-run-line'))).toMatch(
      /days simulated, precise enough\s+service level ±\d\.\d points/,
    );
    await close();
  });
});
