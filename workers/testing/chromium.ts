/**
 * Chromium for tests: found, or installed from Debian where that may be done; and a page of it read without a network. `CHROMIUM` names
 * another one. Where `CI` is set a missing browser is an error: a test that is skipped there would never run anywhere.
 */
import { execFile, execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL_MILLIS = 600_000;
const PAGE_MILLIS = 180_000;

/** The program, or null where there is none and none may be installed. */
export function chromium(): string | null {
  const found = find();
  if (found !== null) return found;
  const why = install();
  const installed = find();
  if (installed !== null) return installed;
  const sentence = `There is no Chromium (${why}). Install Debian's "chromium", or name one by CHROMIUM=/path/to/it.`;
  if ((process.env['CI'] ?? '') !== '') throw new Error(sentence);
  process.stderr.write(`${sentence} Its tests are skipped.\n`);
  return null;
}

function find(): string | null {
  const named = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns why it was not. */
function install(): string {
  if (process.getuid?.() !== 0) return 'only root may install it';
  const apt = (...args: readonly string[]): void => {
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: 'ignore',
      timeout: INSTALL_MILLIS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    return 'it was installed, but cannot be found';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a page on disk has become once its scripts have run. */
export function pageAfter(program: string, path: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'tandem-chromium-'));
  const args = [
    '--headless',
    // Root has no sandbox, and a container little shared memory.
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    '--dump-dom',
    `file://${path}`,
  ];
  const options = { timeout: PAGE_MILLIS, killSignal: 'SIGKILL', maxBuffer: 2 ** 26 } as const;
  return new Promise((resolve, reject) => {
    execFile(program, args, options, (error, out, err) => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      if (error) reject(new Error(`${error.message}\n${err}`, { cause: error }));
      else resolve(out);
    });
  });
}
