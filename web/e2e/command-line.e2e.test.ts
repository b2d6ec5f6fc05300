/**
 * The page's numbers are the command line's: the same scenario, settings, seed and number of days give the same mean and the same ends of
 * the interval in every tile, to the last digit. The command is the one that the page itself shows, run as it says.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../reports/schema.ts';
import { browserPath, closeAll, openWorkbench, runNumber, waitForEnd, waitForRunAfter } from './harness.ts';
import { libraryText, linkTo } from './link-to.ts';
import { FIRST_OFFER, tiles, view, waitForView } from './screen.ts';
import type { TileNumbers } from './screen.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let folder = '';

beforeAll(() => {
  if (!existsSync(program)) throw new Error('The command line has not been built yet: run "npm run build".');
  folder = mkdtempSync(join(tmpdir(), 'tandem-command-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeAll();
});

/** What is in each tile, by the rule book's names. */
const TILES: Readonly<Record<string, readonly [id: string, stat: string]>> = {
  serviceLevel: ['K-01a', 'share'],
  abandonRate: ['K-05', 'share'],
  asa: ['K-02', 'mean'],
  uptake: ['K-11', 'acceptance'],
  occupancy: ['K-09', 'share'],
  intervalsMet: ['K-01', 'intervals'],
};

/** The report of a command as the page shows it, run where the scenario lies as scenario.yaml. */
function reportOf(command: string, text: string): Report {
  writeFileSync(join(folder, 'scenario.yaml'), text);
  expect(command).toMatch(/^tandem run scenario\.yaml /);
  // The shell reads the quotes, as it does for whoever pastes the line.
  const line = command.replace(/^tandem /, `"${process.execPath}" "${program}" `);
  const out = execFileSync('/bin/sh', ['-c', `${line} --json -`], { cwd: folder, maxBuffer: 2 ** 28 });
  return JSON.parse(out.toString('utf8')) as Report;
}

function tilesOf({ kpis, cost }: Report): Readonly<Record<string, TileNumbers>> {
  const text = (value: number | null): string | null => (value === null ? null : String(value));
  const told = Object.entries(TILES).map(([measure, [id, stat]]) => {
    const row = kpis.find(
      (each) =>
        each.id === id &&
        each.stat === stat &&
        each.queue === null &&
        each.group === null &&
        each.interval === null &&
        each.kind === null,
    );
    return [
      measure,
      { mean: text(row?.mean ?? null), low: text(row?.low ?? null), high: text(row?.high ?? null) },
    ];
  });
  const perDay = text(cost?.perDay ?? null);
  return { ...Object.fromEntries(told), cost: { mean: perDay, low: perDay, high: perDay } };
}

async function commandOf(page: Page): Promise<string> {
  await view(page, 'report').click();
  await waitForView(page, 'report');
  await page.locator('tandem-report-view summary').click();
  return page.locator('tandem-report-view .command code').innerText();
}

interface Asked {
  readonly scenario: string;
  readonly set: readonly string[];
  readonly days: number;
  readonly halfWidth: number | null;
}

/** Opens a link, waits until the run is over, and compares; returns how many days that were. */
async function compare({ scenario, set, days, halfWidth }: Asked): Promise<number> {
  const text = libraryText(scenario);
  const hash = await linkTo({ text, set, aim: { days, halfWidth } });
  const { page, close } = await openWorkbench({ hash });
  await waitForEnd(page);
  const seen = await tiles(page);
  const shown = Number(await page.locator('tandem-app').getAttribute('data-days'));
  const command = await commandOf(page);
  const report = reportOf(command, text);
  expect(seen).toEqual(tilesOf(report));
  expect(report.set).toEqual(set);
  expect(report.days.simulated).toBe(shown);
  // The tiles are not all empty.
  expect(Number(seen['serviceLevel']?.low)).toBeLessThan(Number(seen['serviceLevel']?.high));
  await close();
  return shown;
}

describe.skipIf(browserPath === null)('The numbers of the page and of the command line', () => {
  it('are the same for the help desk with two thresholds moved, when it is precise enough', async () => {
    const set = [`${FIRST_OFFER}=20s`, 'queues.support.overflow[0].when.workItemLimit=3'];
    const days = await compare({ scenario: 'helpdesk', set, days: 1000, halfWidth: 0.02 });
    // It stopped because it was precise enough, not because the days were over.
    expect(days).toBeLessThan(1000);
  });

  it('are the same for a day with a tenth more calls', async () => {
    const set = ['whatIf.volume=1.1'];
    expect(await compare({ scenario: 'helpdesk', set, days: 20, halfWidth: null })).toBe(20);
  });

  it('are the same for a scenario that never closes, whose days hang together', async () => {
    const set = ['days.continuous=true'];
    expect(await compare({ scenario: 'single-queue', set, days: 20, halfWidth: null })).toBe(20);
  });

  it('are the same over midnight, with nights of two kinds', async () => {
    expect(await compare({ scenario: 'night-shift', set: [], days: 14, halfWidth: null })).toBe(14);
  });

  it('are the same for calls that go to and fro between queues, of another seed', async () => {
    const text = libraryText('overflow-ping-pong');
    const { page, close } = await openWorkbench({
      hash: await linkTo({ text, aim: { days: 10, halfWidth: null } }),
    });
    await waitForEnd(page);
    const run = await runNumber(page);
    await page.locator('tandem-run-line tandem-popover.aim button').first().click();
    await page.locator('tandem-aim-sheet #seed').fill('77');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await waitForRunAfter(page, run);
    await waitForEnd(page);
    const seen = await tiles(page);
    const command = await commandOf(page);
    expect(command).toContain('--seed 77');
    expect(seen).toEqual(tilesOf(reportOf(command, text)));
    await close();
  });
});
