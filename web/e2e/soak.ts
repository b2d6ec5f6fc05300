/**
 * `npm run soak -- --minutes 10 --seed 1`: somebody who plays for a long time (play.ts). After each tenth the page comes back to where it
 * began, and must then hold what it held: it fails when the page reports an error, no longer comes to a result, or keeps memory.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright';
import { closeAll, openWorkbench, theBrowser, told as problemsTold, waitForEnd } from './harness.ts';
import { Player } from './play.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const SAMPLES = 10;

/**
 * The most that may have come since the first tenth. The page is the same each time, so its elements and listeners are too, but for Lit's
 * templates, which stay from the first time a view is opened (some 600 elements in all), and for what a view that is left keeps: one editor
 * that is not ended is 1,700 elements, so a quarter (1,600) is passed by the first. The page's heap holds two hundred steps of the undo and
 * the code and sentences of what was opened: 15 MB. The renderer, of which the workers are threads, keeps at most 256 MB of simulated days
 * (day-store.ts) and is slow to give pages back: 400 MB.
 */
const BOUNDS = { heap: 15, share: 1.25, resident: 400 };

interface Sample {
  /** Megabytes of the page's heap, after a collection. */
  readonly heap: number;
  readonly elements: number;
  readonly listeners: number;
  /** Megabytes of the renderer; null: not to be had on this system. */
  readonly resident: number | null;
}

async function sample(session: CDPSession): Promise<Sample> {
  // What one collection finds free another one gives back.
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return {
    heap: usedSize / 2 ** 20,
    elements: nodes,
    listeners: jsEventListeners,
    resident: await residentOf(),
  };
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

/** Back where it began: the first scenario on the tune view, in English, with its result. */
async function settle(page: Page, player: Player): Promise<void> {
  await page.locator('tandem-app-bar button[lang=en]').click();
  await player.open(page, 'helpdesk');
  // Made anew, or a table that was opened stays open.
  for (const view of ['report', 'tune']) await page.locator(`tandem-app-bar a[href="#${view}"]`).click();
  await waitForEnd(page);
  // Charts come to rest, sentences go.
  await page.waitForTimeout(REST_MILLIS);
}
const REST_MILLIS = 8000;

function grown(first: Sample, last: Sample): readonly string[] {
  const grown: string[] = [];
  if (last.heap > first.heap + BOUNDS.heap)
    grown.push(`The page's heap has grown by more than ${BOUNDS.heap} MB.`);
  if (last.elements > first.elements * BOUNDS.share) grown.push('Elements are kept that nobody sees.');
  if (last.listeners > first.listeners * BOUNDS.share) grown.push('Listeners are kept that nobody calls.');
  if ((last.resident ?? 0) > (first.resident ?? 0) + BOUNDS.resident)
    grown.push(`The renderer has grown by more than ${BOUNDS.resident} MB.`);
  return grown;
}

const bench = await openWorkbench();
const { page } = bench;
const player = new Player(Number(values.seed));
const session = await bench.context.newCDPSession(page);
await waitForEnd(page);
const samples: Sample[] = [];
let count = 0;
for (let part = 0; part < SAMPLES; part++) {
  const end = Date.now() + (minutes * 60_000) / SAMPLES;
  while (Date.now() < end && bench.problems.length === 0) {
    await player.act(page);
    count += 1;
    await page.waitForTimeout(player.below(400));
  }
  if (bench.problems.length > 0) break;
  await settle(page, player);
  const taken = await sample(session);
  samples.push(taken);
  const resident = taken.resident === null ? '' : `, renderer ${taken.resident.toFixed(0)} MB`;
  process.stdout.write(
    `${count} actions: heap ${taken.heap.toFixed(1)} MB, ${taken.elements} nodes, ${taken.listeners} listeners${resident}\n`,
  );
}
const told = [...player.done]
  .sort(([, one], [, other]) => other.times - one.times)
  .map(([name, { times, refused }]) => `${name} ${times}${refused === 0 ? '' : ` (${refused} in vain)`}`);
process.stdout.write(`${told.join(', ')}\n`);
const [first, last] = [samples[0], samples.at(-1)];
const wrong = [...bench.problems, ...(first && last ? grown(first, last) : [])];
await bench.close().catch(() => undefined);
await closeAll();
if (wrong.length > 0) {
  process.stderr.write(`Seed ${values.seed}:\n${problemsTold(wrong)}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${count} actions in ${minutes} minutes, no error.\n`);
