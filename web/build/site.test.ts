/** The checks of the build, on a site of two files that is built with them. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { PAGE_POLICY } from '../../workers/page-policy.ts';
import { budget, BUDGET_BYTES } from './budget.ts';
import { offline } from './offline.ts';
import type { FileList } from './offline.ts';
import { ownOrigin } from './own-origin.ts';
import { pagePolicy } from './policy.ts';
import { sharedWorkers } from './shared-workers.ts';
import { styledAt } from './style-attributes.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const page = '<!doctype html><html><head><script type="module" src="./main.ts"></script></head></html>';

/** Builds it and returns what was built, by path. */
async function site(
  files: Readonly<Record<string, string>>,
  plugins: readonly Plugin[],
): Promise<Map<string, string>> {
  const root = mkdtempSync(join(tmpdir(), 'tandem-site-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ 'index.html': page, 'main.ts': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const worker = 'sw.ts' in files ? { sw: join(root, 'sw.ts') } : {};
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins],
    build: {
      outDir: 'out',
      rolldownOptions: {
        input: { index: join(root, 'index.html'), ...worker },
        output: {
          entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
  const out = join(root, 'out');
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(out.length + 1), readFileSync(path, 'utf8')]));
}

/** So many bytes that gzip cannot make fewer of them. */
function noise(bytes: number): string {
  let state = 1;
  const digits = Array.from({ length: bytes }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 89)).replace(/["'`\\<$]/, '~');
  });
  return `export const noise = '${digits.join('')}';\nconsole.log(noise);\n`;
}

const tooHeavy = noise(BUDGET_BYTES * 1.5);

describe('The budget of the first load', () => {
  it('counts the script of the page', async () => {
    await expect(site({ 'main.ts': tooHeavy }, [budget(false)])).rejects.toThrow(/grown too heavy/);
  });

  it('counts a worker, which is loaded at once too', async () => {
    const main = "new Worker(new URL('./hard.worker.ts', import.meta.url), { type: 'module' });";
    const files = { 'main.ts': main, 'hard.worker.ts': tooHeavy };
    await expect(site(files, [sharedWorkers(), budget(false)])).rejects.toThrow(/workers\/hard\.worker/);
  });

  it('does not count what is imported later', async () => {
    const files = { 'main.ts': "void import('./later.ts');", 'later.ts': tooHeavy };
    const built = await site(files, [budget(false)]);
    expect([...built.keys()].some((path) => path.includes('later'))).toBe(true);
  });
});

describe('Workers', () => {
  it('share with the page what both need', async () => {
    const begin = "new Worker(new URL('./one.worker.ts', import.meta.url), { type: 'module' });";
    const built = await site(
      {
        'main.ts': `import { both } from './both.ts';\nconsole.log(both);\n${begin}`,
        'one.worker.ts': "import { both } from './both.ts';\npostMessage(both);",
        'both.ts': "export const both = 'carried once';",
      },
      [sharedWorkers()],
    );
    const carriers = [...built.values()].filter((text) => text.includes('carried once'));
    expect(carriers).toHaveLength(1);
    expect([...built.keys()].filter((path) => path.startsWith('workers/one.worker-'))).toHaveLength(1);
  });
});

describe('A site that keeps to itself', () => {
  it.each([
    ['an inline script', { 'index.html': `${page}<script>1</script>` }, /inline script/],
    ['an inline style', { 'index.html': `${page}<p style="color:red">` }, /inline style/],
    ['a handler', { 'index.html': `${page}<p onclick="go()">` }, /inline handler/],
    [
      'a picture of another origin',
      { 'index.html': `${page}<img src="//cdn.test/a.png">` },
      /another origin/,
    ],
    [
      'a font of another origin',
      { 'main.ts': "import './a.css';", 'a.css': 'p { src: url(//cdn.test/a) }' },
      /origin/,
    ],
    [
      'a request to another origin',
      { 'main.ts': "void fetch('https://api.test/a');" },
      /https:\/\/api\.test\/a/,
    ],
  ])('refuses %s', async (_what, files, saying) => {
    await expect(site(files, [ownOrigin([])])).rejects.toThrow(saying);
  });

  it('lets through the names of XML and the hosts of what is only read', async () => {
    const main = "document.title = 'http://www.w3.org/2000/svg https://doi.org/10.1287/msom.4.3.208';";
    await expect(site({ 'main.ts': main }, [ownOrigin(['doi.org'])])).resolves.toBeDefined();
  });
});

describe('A style attribute in a template', () => {
  it('is found; the property is none', () => {
    const code =
      'html`<i style="left:1px"></i>`;\nhtml`<i .style=${x} class="style"></i>`;\nhtml`<b\n style=${styleMap(x)}>`';
    expect(styledAt('a.ts', code)).toEqual(['a.ts:1', 'a.ts:4']);
  });
});

describe('The page', () => {
  it('holds the policy, before anything it could load', async () => {
    const built = await site({}, [pagePolicy()]);
    const text = (built.get('index.html') ?? '').replaceAll('&#39;', "'");
    expect(text).toContain(`<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">`);
    expect(text.indexOf('<meta http-equiv')).toBeLessThan(text.indexOf('<script'));
  });
});

describe('The list of the service worker', () => {
  const sw = 'declare const __TANDEM_FILES__: unknown;\nconsole.log(__TANDEM_FILES__);\n';
  const listIn = (built: ReadonlyMap<string, string>): FileList =>
    JSON.parse(/\{"version".*?\]\}/.exec(built.get('sw.js') ?? '')?.[0] ?? 'null') as FileList;

  it('names every file but the service worker', async () => {
    const files = { 'sw.ts': sw, 'main.ts': "void import('./later.ts');", 'later.ts': 'console.log(2);' };
    const built = await site(files, [offline()]);
    const { paths } = listIn(built);
    expect(paths).toEqual([...built.keys()].filter((path) => path !== 'sw.js').sort());
    expect(paths).toContain('index.html');
  });

  it('has the same version for the same content, and another one for another page', async () => {
    const version = async (title: string): Promise<string> =>
      listIn(await site({ 'sw.ts': sw, 'index.html': `${page}<title>${title}</title>` }, [offline()]))
        .version;
    const first = await version('one');
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await version('one')).toBe(first);
    expect(await version('two')).not.toBe(first);
  });
});
