import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { build } from 'vite';
import { version } from '../engine/index.ts';
import { digest } from './digest.ts';
import { chromium, pageAfter } from './testing/chromium.ts';

vi.setConfig({ testTimeout: 300_000 });

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const browser = chromium();

const library = (name: string): string =>
  readFileSync(join(root, 'scenarios/library', `${name}.yaml`), 'utf8');
const DAYS = 2;
/** Callbacks; a night over the change of clocks; overflow; and a long run. */
const scenarios: Readonly<Record<string, string>> = {
  helpdesk: library('helpdesk'),
  'night-shift': library('night-shift'),
  'overflow-ping-pong': library('overflow-ping-pong'),
  'callback-retries': library('callback-retries'),
};

/** What a page does with the engine: the same days, and their digests into its only element. */
const program = (engine: string): string => `
import { CommandDigest, readScenario, Simulation } from ${JSON.stringify(engine)};
const digests = {};
for (const [name, text] of Object.entries(globalThis.scenarios)) {
  const read = readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const digest = new CommandDigest();
  const simulation = new Simulation(read.setup, null, digest);
  digests[name] = [];
  const take = () => digests[name].push(digest.take().digest);
  if (read.setup.world.continuous) for (const _ of simulation.days(read.setup.seed, ${DAYS})) take();
  else for (let day = 0; day < ${DAYS}; day++) { simulation.day(read.setup.seed, day); take(); }
}
document.body.textContent = JSON.stringify({ browser: navigator.userAgent, digests });
`;

async function digestsInBrowser(path: string): Promise<{
  readonly browser: string;
  readonly digests: Readonly<Record<string, readonly string[]>>;
}> {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, program(join(root, 'engine/index.ts')));
  const out = join(folder, 'out');
  mkdirSync(out);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { __TANDEM_VERSION__: JSON.stringify(version) },
    build: {
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'tandem', fileName: () => 'engine.js' },
    },
  });
  // Nothing in a text or in the program can end the script.
  const inline = (text: string): string => text.replaceAll('</script', '<\\/script');
  const given = `globalThis.scenarios = ${inline(JSON.stringify(scenarios))};`;
  const page = `<!doctype html><meta charset="utf-8"><title>Digests</title><body>nothing
<script>${given}</script><script>${inline(readFileSync(join(out, 'engine.js'), 'utf8'))}</script>`;
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const text = /<body>(\{.*\})<\/body>/s.exec(await pageAfter(path, file))?.[1];
  if (text === undefined) throw new Error('The page has no digests: its script failed.');
  return JSON.parse(text.replaceAll('&amp;', '&')) as Awaited<ReturnType<typeof digestsInBrowser>>;
}

describe.skipIf(browser === null)('The digest of commands', () => {
  it('is the same in Chromium and in Node, for the same scenario and seed', async () => {
    const there = await digestsInBrowser(browser ?? '');
    expect(there.browser).toContain('Chrome/');
    for (const [name, text] of Object.entries(scenarios)) {
      const here = await digest(text, { days: DAYS, workers: 0 });
      expect(here.commands.every((count) => count > 100)).toBe(true);
      expect(there.digests[name], name).toEqual(here.days);
    }
  });
});
