/**
 * The pages that people write show what Tandem does: each snippet is played, and what it prints must be what the page
 * shows. `npm run docs` runs this with `--update`, which writes the outputs into the pages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { version } from '../../engine/index.ts';
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

describe('playing snippets', () => {
  const fence = '```';
  const desk = readFileSync(join(here, 'how-to/desk.yaml'), 'utf8');
  const block = (words: string, body: string) => `${fence}${words}\n${body}\n${fence}\n`;

  async function folderAfter(text: string): Promise<Folder> {
    const folder = new Folder();
    folders.push(folder);
    folder.write('desk.yaml', desk);
    await played(text, folder.path, warm);
    return folder;
  }

  it('joins an indented part to what is there, and lets one in braces take its place', async () => {
    const { path } = await folderAfter(
      block(
        'yaml into=desk.yaml',
        'queues:\n  sales:\n    priority: 2\ndemand:\n  sales:\n    arrivals: { perDay: 300 }',
      ),
    );
    const scenario: unknown = parse(readFileSync(join(path, 'desk.yaml'), 'utf8'));
    expect(scenario).toMatchObject({
      queues: { sales: { priority: 2, serviceLevel: { within: '20s' } }, support: {} },
    });
    expect(scenario).toHaveProperty('demand.sales.arrivals', { perDay: 300 });
  });

  it('refuses a scenario that Tandem has something against, and a block that nothing tests', async () => {
    await expect(folderAfter(block('yaml into=desk.yaml', 'queue: {}'))).rejects.toThrow('E-KEY queue');
    await expect(folderAfter(block('yaml', 'queues: {}'))).rejects.toThrow('nothing tests it');
  });

  it('refuses a command that ends otherwise than the page says', async () => {
    await expect(folderAfter(block('console', '$ tandem run gone.yaml'))).rejects.toThrow(
      'ended with 2, not 0',
    );
    await expect(folderAfter(block('console', '$ rm desk.yaml'))).rejects.toThrow('not rm');
    const spoken = block('console says="Service level"', '$ tandem --help');
    await expect(folderAfter(spoken)).rejects.toThrow('The page speaks of "Service level"');
  });

  it('puts what a command prints below it, whatever stood there', async () => {
    const folder = new Folder();
    folders.push(folder);
    const text = `before\n${block('console', '$ tandem --version\nstale')}after\n`;
    expect(await played(text, folder.path, warm)).toBe(
      `before\n${block('console', `$ tandem --version\n${version}`)}after\n`,
    );
  });

  it('shows the paragraphs asked for, and a sign for what is left out', async () => {
    const folder = new Folder();
    folders.push(folder);
    const text = block('console only="Usage|Options" rows=2', '$ tandem --help');
    const [shown] = snippetsOf(await played(text, folder.path, warm));
    expect(shown?.body).toMatch(/^\$ tandem --help\n…\n\nUsage: .*\n\n…\n\nOptions:\n .*\n…\n$/);
  });
});
