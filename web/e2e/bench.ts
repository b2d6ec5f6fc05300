/**
 * `npm run bench:web`: how fast the page answers, on a day of 10,000 calls and on the help desk. The longest task of its main thread while a
 * slider is dragged and days are simulated, from the browser's own trace: by the clock, and by the time its thread had a core, which does not
 * hang on what else the machine does; the time from a change to its first estimate; the time to stop. It prints the figures beside what
 * they should be, and fails nothing: the machine decides too.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { closeAll, openWorkbench, theBrowser, waitForDays } from './harness.ts';
import { libraryText, linkTo } from './link-to.ts';
import { CATEGORIES, mainThreadTasks } from './trace-tasks.ts';
import type { Task } from './trace-tasks.ts';
import { timeFrom } from './watch.ts';

const { values } = parseArgs({ options: { repeats: { type: 'string', default: '15' } } });
const repeats = Number(values.repeats);

/** 1000 calls an hour of four minutes in ten hours: 67 Erlang, and 60 agents, so that people wait, hang up and are called back. */
const SCENARIO = `name: Ten thousand calls
seed: 1
days: { from: 08:00, to: 18:00, zone: Europe/Paris, interval: 30m, count: 1000 }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    overflow:
      - when: { averageWait: 30s }
        do: directCallback
    callback: { offerFirst: 30s, offerRepeat: 120s, maxAttempts: 3, retryWait: 15m }
agents:
  team: { count: 60, queues: [support] }
demand:
  support:
    arrivals: { perHour: 1000 }
    talk: { lognormal: { mean: 4m, cv: 1 } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: 45%, answers: 85% }
`;
/** A threshold that every drag changes, whatever the value before. */
const PATH = 'queues.support.callback.offerFirst';

/** W3C Long Tasks. */
const LONG_MILLIS = 50;
const DRAG_STEPS = 90;
const DRAG_STEP_MILLIS = 33;

const slider = (page: Page) =>
  page.locator(`tandem-threshold[data-path="${PATH}"] input[type=range]`).first();

async function longestTasks(page: Page): Promise<readonly Task[]> {
  const browser = await theBrowser();
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('There is no slider to drag.');
  await browser.startTracing(page, { categories: CATEGORIES });
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  for (let step = 0; step < DRAG_STEPS; step++) {
    // To and fro over most of the track, as somebody who plays.
    const share = 0.5 + 0.45 * Math.sin((step / DRAG_STEPS) * 4 * Math.PI);
    await page.mouse.move(box.x + box.width * share, middle);
    await page.waitForTimeout(DRAG_STEP_MILLIS);
  }
  await page.mouse.up();
  // And the run that it leaves behind.
  await waitForDays(page, 50);
  return mainThreadTasks(await browser.stopTracing());
}

/** Milliseconds, in order. */
async function firstEstimates(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  await slider(page).focus();
  for (let repeat = 0; repeat < repeats; repeat++) {
    await waitForDays(page, 20);
    const time = await timeFrom(page, 'keydown', 'estimate');
    await page.keyboard.press(repeat % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    times.push(await time());
  }
  return times.sort((a, b) => a - b);
}

async function cancels(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    await slider(page).focus();
    await page.keyboard.press(repeat % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await waitForDays(page, 5);
    const time = await timeFrom(page, 'click', 'stopped');
    await page.locator('[data-action=stop]').first().click();
    times.push(await time());
  }
  return times.sort((a, b) => a - b);
}

function say(what: string, times: readonly number[], least: string): void {
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? NaN).toFixed(0);
  process.stdout.write(
    `${what}: median ${at(0.5)} ms, 9 in 10 below ${at(0.9)} ms, longest ${at(1)} ms (${times.length} times; ${least})\n`,
  );
}

function sayTasks(where: string, tasks: readonly Task[]): void {
  const told = (name: string, of: (task: Task) => number): string => {
    const times = tasks.map(of);
    const long = times.filter((millis) => millis > LONG_MILLIS).length;
    return `${name} longest ${Math.max(...times).toFixed(1)} ms, ${long} of ${times.length} over ${LONG_MILLIS} ms`;
  };
  process.stdout.write(
    `Main thread while dragging and simulating, ${where} (asked for: none over ${LONG_MILLIS} ms):\n` +
      `  ${told('by thread time', ({ threadMillis }) => threadMillis)}\n` +
      `  ${told('by the clock', ({ millis }) => millis)}\n`,
  );
  const dearest = tasks.toSorted((one, other) => other.threadMillis - one.threadMillis).slice(0, 3);
  for (const { millis, threadMillis, parts } of dearest) {
    const part = parts.slice(0, 6).join(', ');
    process.stdout.write(`    ${threadMillis.toFixed(0)} ms in ${millis.toFixed(0)} ms: ${part}\n`);
  }
}

process.stdout.write(`${(await theBrowser()).version()}, ${availableParallelism()} cores\n`);
const helpdesk = await openWorkbench({ hash: await linkTo({ text: libraryText('helpdesk') }) });
await waitForDays(helpdesk.page, 20);
sayTasks('help desk', await longestTasks(helpdesk.page));
await helpdesk.close();

const hash = await linkTo({ text: SCENARIO, aim: { days: 1000, halfWidth: null } });
const bench = await openWorkbench({ hash });
const { page } = bench;
await waitForDays(page, 20);
sayTasks('10,000 calls', await longestTasks(page));
say('First estimate after a change', await firstEstimates(page), 'asked for: 200 ms');
say('Stop', await cancels(page), 'asked for: 100 ms');
await bench.close();
await closeAll();
