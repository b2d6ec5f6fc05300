/**
 * The built workbench in a real Chromium, for end-to-end tests and for the tools that look at it (pictures, measurements, the soak). Whatever
 * the page should not do is collected while it runs, and closing it then fails. It knows the names the page gives to its parts
 * (`data-state`, `data-days`) and no view.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { serve } from '../../workers/serve.ts';
import type { Served } from '../../workers/serve.ts';
import { chromium as findChromium } from '../../workers/testing/chromium.ts';

export interface Opening {
  /** Where the site is; default: what `npm run build` made, served as `tandem serve` does. */
  readonly address?: string;
  /** Behind the #: `tune`. */
  readonly hash?: string;
  readonly language?: 'en' | 'fr';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Default: blocked, so that one test does not fill the next one's cache. */
  readonly serviceWorkers?: 'allow' | 'block';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

export interface Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far, as sentences: errors of the console, failed requests, requests to elsewhere. */
  readonly problems: readonly string[];
  /** Throws when anything went wrong. */
  readonly close: () => Promise<void>;
}

/** The browser; null: there is none, and none may be installed. Where CI is set that throws. */
export const browserPath = findChromium();

/** Root has no sandbox, and a container little shared memory. */
const LAUNCH = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
];
/** A machine that does other things too. */
export const PATIENCE_MILLIS = 60_000;

let browser: Promise<Browser> | null = null;
let served: Promise<Served> | null = null;

/** @param args Further arguments of the browser; only those of the first call count. */
export function theBrowser(args: readonly string[] = []): Promise<Browser> {
  if (browserPath === null) throw new Error('There is no Chromium.');
  browser ??= chromium.launch({ executablePath: browserPath, args: [...LAUNCH, ...args] });
  return browser;
}

/** The folder of the built site; `TANDEM_SITE` names another, such as a build that is about to be published. */
export function builtSite(): string {
  const named = process.env['TANDEM_SITE'] ?? '';
  if (named !== '') return named;
  // From the sources as from a tool's bundle (dist/soak/soak.js) it is two folders up.
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  if (!existsSync(folder)) throw new Error('The workbench has not been built yet: run "npm run build".');
  return folder;
}

export async function builtAddress(): Promise<string> {
  served ??= serve({ port: 0, folder: builtSite() });
  return (await served).address;
}

/** Ends the browser and the server; every test file and every tool calls it last. */
export async function closeAll(): Promise<void> {
  const [openBrowser, openServer] = await Promise.all([browser, served]);
  browser = null;
  served = null;
  await openBrowser?.close();
  await openServer?.close();
}

export async function openWorkbench(opening: Opening = {}): Promise<Workbench> {
  const { hash, language = 'en', theme = 'light', width = 1440, height = 900 } = opening;
  const address = opening.address ?? (await builtAddress());
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    serviceWorkers: opening.serviceWorkers ?? 'block',
    reducedMotion: opening.reducedMotion ?? 'no-preference',
  });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  const page = await context.newPage();
  const problems = listen(page, new URL(address).origin);
  await page.goto(`${address}${hash === undefined ? '' : `#${hash}`}`);
  return {
    page,
    context,
    problems,
    close: async () => {
      await context.close();
      if (problems.length > 0) throw new Error(`The page did what it should not:\n${told(problems)}`);
    },
  };
}

/** Each once; who repeats himself is not louder. */
export function told(problems: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  const lines = [...counts].map(([problem, count]) =>
    count === 1 ? problem : `${problem} (${count} times)`,
  );
  return [
    ...lines.slice(0, MOST_TOLD),
    ...(lines.length > MOST_TOLD ? [`and ${lines.length - MOST_TOLD} others`] : []),
  ].join('\n');
}
const MOST_TOLD = 20;

/** What `serviceWorkers: 'block'` says for itself. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

function listen(page: Page, origin: string): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || message.text() === BLOCKED) return;
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('The page crashed.'));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOwn) problems.push(`request to elsewhere: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left abandons what it was loading, and a worker that is ended what it was reading.
    if (why !== 'net::ERR_ABORTED') problems.push(`request failed: ${request.url()} (${why})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** Resolves when the result on the screen is of the settings on the screen and of at least so many days; returns the days. */
export async function waitForDays(page: Page, days: number): Promise<number> {
  const handle = await page.waitForFunction((least) => {
    const app = document.querySelector<HTMLElement>('tandem-app');
    const shown = Number(app?.dataset['days'] ?? 0);
    const isNew = app !== null && !app.hasAttribute('data-stale') && app.dataset['state'] !== 'loading';
    return isNew && shown >= least ? shown : 0;
  }, days);
  return handle.jsonValue();
}

const DONE = ['enough', 'allDays', 'stopped'];

/** Resolves when the run is over and its result is of the settings on the screen; returns how it ended. Rejects when it failed. */
export async function waitForEnd(page: Page): Promise<string> {
  const handle = await page.waitForFunction(
    (done) => {
      const app = document.querySelector<HTMLElement>('tandem-app');
      const state = app?.dataset['state'] ?? '';
      if (state === 'failed') return state;
      return app !== null && !app.hasAttribute('data-stale') && done.includes(state) ? state : '';
    },
    DONE,
    { timeout: 2 * PATIENCE_MILLIS },
  );
  const state = await handle.jsonValue();
  if (state === 'failed') throw new Error('The run failed.');
  return state;
}

/** A drag or a key begins a new run: its number, to wait for a change. */
export async function runNumber(page: Page): Promise<number> {
  return Number(await page.locator('tandem-app').getAttribute('data-run'));
}

export async function waitForRunAfter(page: Page, run: number): Promise<void> {
  await page.waitForFunction(
    (before) => Number(document.querySelector<HTMLElement>('tandem-app')?.dataset['run']) > before,
    run,
  );
}

/** WCAG 2.2 A and AA, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

export interface AxeOptions {
  /** These alone, by axe's names; default: all of WCAG 2.2 AA. */
  readonly rules?: readonly string[];
  /** Default: the whole page. */
  readonly part?: Locator | undefined;
}

/** What axe finds wrong with the page as it is now, one sentence for each place. */
export async function axe(page: Page, { rules = [], part }: AxeOptions = {}): Promise<readonly string[]> {
  // Through the debugger's door: the page's policy lets no script in by a tag. Once is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const runOnly = rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const { violations } = await (part ?? page.locator('body')).evaluate(async (body, only) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Element | Document, options: object): Promise<AxeResults> };
    };
    const where = body === document.body ? document : body;
    return axe.run(where, { runOnly: only, resultTypes: ['violations'] });
  }, runOnly);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.flat().join(' ')} (${failureSummary})`,
    ),
  );
}
