/**
 * `npm run soak -- --minutes 10 --seed 1`: somebody who plays for a long time. Random edits, undo, views, languages and themes; it fails when
 * the page reports an error, no longer comes to a result, or keeps memory: page heap and elements after a collection, and what the
 * renderer (its workers are threads of it) takes of the machine.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright';
import { VIEWS } from '../state/route.ts';
import { closeAll, openWorkbench, theBrowser, told, waitForEnd } from './harness.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const SAMPLES = 10;

/** After the first tenth, when all views have been open once. */
const BOUNDS = { heap: 15, elements: 1.5, resident: 200 };

interface Sample {
  /** Megabytes of the page's heap, after a collection. */
  readonly heap: number;
  readonly elements: number;
  /** Megabytes of the renderer; null: not to be had on this system. */
  readonly resident: number | null;
}

// Park and Miller's minimal standard: what was done can be done again by the seed.
let state = Number(values.seed) % 2147483647 || 1;
function below(limit: number): number {
  state = (state * 48271) % 2147483647;
  return state % limit;
}
function oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
  return items[below(items.length)] ?? items[0];
}

type Action = (page: Page) => Promise<void>;

const turnSlider: Action = async (page) => {
  const sliders = page.locator('tandem-threshold input[type=range]:visible');
  const count = await sliders.count();
  if (count === 0) return;
  await sliders.nth(below(count)).focus();
  const key = oneOf(['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']);
  for (let times = below(6); times >= 0; times--) await page.keyboard.press(key);
};

const typeValue: Action = async (page) => {
  const fields = page.locator('tandem-threshold input.value:visible');
  const count = await fields.count();
  if (count === 0) return;
  const field = fields.nth(below(count));
  // What makes no sense must be refused, not break anything.
  await field.fill(oneOf(['1', '12', '45', '90%', '2 min', '-3', '1e9', 'abc', '']));
  await field.press('Enter');
};

const press =
  (key: string): Action =>
  async (page) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
  };

const showView: Action = async (page) => {
  const view = VIEWS[below(VIEWS.length)] ?? 'tune';
  await page.evaluate((name) => {
    location.hash = `#${name}`;
  }, view);
};

const pressButton =
  (selector: string): Action =>
  async (page) => {
    const button = page.locator(`${selector}:visible`).first();
    if ((await button.count()) > 0) await button.click({ timeout: 5000 }).catch(() => undefined);
  };

const actions: readonly [Action, ...Action[]] = [
  turnSlider,
  turnSlider,
  turnSlider,
  typeValue,
  press('Control+z'),
  press('Control+z'),
  press('Control+Shift+z'),
  press('b'),
  press('Escape'),
  showView,
  showView,
  pressButton('[data-action=reset]'),
  pressButton('[data-action=theme]'),
  pressButton('[data-action=language]'),
  pressButton('[data-action=sweep]'),
];

async function sample(session: CDPSession): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / 2 ** 20, elements: nodes, resident: await residentOf() };
}

/** Of the renderers of this browser: there is one page. */
async function residentOf(): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await (await theBrowser()).newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
  return Math.max(...sizes.map((size) => Number(size ?? 0))) / 1024;
}

/** Back on the tune view, with a scenario that can be read, and a result. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#tune';
  });
  await pressButton('[data-action=reset]')(page);
  const resume = page.locator('[data-action=resume]:visible').first();
  if ((await page.locator('tandem-app').getAttribute('data-state')) === 'stopped') await resume.click();
  await waitForEnd(page);
}

function grown(first: Sample, last: Sample): readonly string[] {
  const grown: string[] = [];
  if (last.heap > first.heap + BOUNDS.heap)
    grown.push(`The page's heap has grown by more than ${BOUNDS.heap} MB.`);
  if (last.elements > first.elements * BOUNDS.elements) grown.push('Elements are kept that nobody sees.');
  if ((last.resident ?? 0) > (first.resident ?? 0) + BOUNDS.resident)
    grown.push(`The renderer has grown by more than ${BOUNDS.resident} MB.`);
  return grown;
}

const bench = await openWorkbench();
const { page } = bench;
const session = await bench.context.newCDPSession(page);
await waitForEnd(page);
const samples: Sample[] = [];
let count = 0;
for (let part = 0; part < SAMPLES; part++) {
  const end = Date.now() + (minutes * 60_000) / SAMPLES;
  while (Date.now() < end && bench.problems.length === 0) {
    await oneOf(actions)(page);
    count += 1;
    await page.waitForTimeout(below(400));
  }
  if (bench.problems.length > 0) break;
  await settle(page);
  const taken = await sample(session);
  samples.push(taken);
  const resident = taken.resident === null ? '' : `, renderer ${taken.resident.toFixed(0)} MB`;
  process.stdout.write(
    `${count} actions: heap ${taken.heap.toFixed(1)} MB, ${taken.elements} nodes${resident}\n`,
  );
}
const [first, last] = [samples[0], samples.at(-1)];
const wrong = [...bench.problems, ...(first && last ? grown(first, last) : [])];
await bench.close().catch(() => undefined);
await closeAll();
if (wrong.length > 0) {
  process.stderr.write(`Seed ${values.seed}:\n${told(wrong)}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${count} actions in ${minutes} minutes, no error.\n`);
