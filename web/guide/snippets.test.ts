/**
 * The pages that people write show what Tandem does: each snippet is played, and what it prints must be what the page
 * shows. `npm run docs` runs this with `--update`, which writes the outputs into the pages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Folder } from '../../scenarios/testing/tandem.ts';
import { copyInto, played, snippetsOf } from './snippets.ts';
import { WarmTandem } from './warm-tandem.ts';

// Each command is a process of its own, and takes seconds where the machine is busy with other things.
vi.setConfig({ testTimeout: 300_000 });

const here = fileURLToPath(new URL('.', import.meta.url));
const pages = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(tutorial|how-to|background)\/.*\.md$/.test(path))
  .sort();

const folders: Folder[] = [];
const warm = new WarmTandem();
afterAll(() => {
  warm.end();
  folders.forEach((folder) => folder.remove());
});

describe('the snippets of the guide', () => {
  it.each(pages)('%s shows what they print (else: npm run docs)', async (page) => {
    const folder = new Folder();
    folders.push(folder);
    const desk = join(here, dirname(page), 'desk.yaml');
    if (existsSync(desk)) copyInto(folder.path, desk);
    const text = await played(readFileSync(join(here, page), 'utf8'), folder.path, warm);
    await expect(text).toMatchFileSnapshot(join(here, page));
  });

  it.each(pages)('%s quotes no number that its snippets do not show', (page) => {
    const text = readFileSync(join(here, page), 'utf8');
    const snippets = snippetsOf(text);
    if (!snippets.some(({ language }) => language === 'console')) return;
    const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
    // With a decimal it is a result; 80% or 20 s may be anything.
    const figures = prose.match(/\d+\.\d+(?:%| (?:s|min|h)\b)/g) ?? [];
    const evidence = snippets.map(({ body }) => body.replaceAll(' ', '')).join('\n');
    expect(figures.filter((figure) => !evidence.includes(figure.replaceAll(' ', '')))).toEqual([]);
  });
});
