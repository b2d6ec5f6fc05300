/** `tandem run --html` and `--lang`, as a user has them: the files, the languages, what is refused. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { reportSchema } from '../reports/schema.ts';
import { desk, Folder, tandem } from './testing/tandem.ts';

// Each command is a process of its own, and takes seconds where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
const file = folder.write('desk.yaml', desk);
afterAll(() => folder.remove());

const alone = ['--workers', '0'];

describe('tandem run --html', () => {
  it('writes the page beside the text, of the same numbers as the JSON, with the scenario and its changes', async () => {
    const [html, json] = [join(folder.path, 'report.html'), join(folder.path, 'report.json')];
    const change = 'queues.support.callback.offerFirst=15s';
    const args = ['run', file, '--html', html, '--json', json, '--set', change, ...alone];
    const { code, out, err } = await tandem(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Small desk\n6 days/);
    const page = parse(readFileSync(html, 'utf8'));
    const report = reportSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    const shown = page.querySelector('.tile.hero data[data-path="headline[0].mean"]');
    expect(Number(shown?.getAttribute('value'))).toBe(report.headline[0]?.mean);
    expect(page.querySelector('#again pre')?.text.trimStart()).toBe(desk);
    expect(page.querySelector('#again')?.text).toContain(change);
    // The typeface is in it.
    expect(statSync(html).size).toBeGreaterThan(100_000);
  });

  it('writes the same bytes for the same run, into a file or a pipe', async () => {
    const html = join(folder.path, 'again.html');
    await tandem(['run', file, '--html', html, ...alone]);
    const { out, code } = await tandem(['run', file, '--html', '-', '--workers', '2']);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(html, 'utf8'));
  });

  it('says what is wrong with its file before the run', async () => {
    const { code, out, err } = await tandem(['run', file, '--html', '/no/such/x.html']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--html: there is no folder "/no/such".');
    expect((await tandem(['run', file, '--html', folder.path])).err).toContain('is a folder');
  });
});

describe('tandem run --lang', () => {
  it('speaks French, on the terminal and on the page', async () => {
    const html = join(folder.path, 'rapport.html');
    const { code, out, err } = await tandem(['run', file, '--lang', 'fr', '--html', html, ...alone]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Small desk\n6 jours · graine 7/);
    expect(out).toMatch(/objectif 80\u202f% en 20 s/);
    expect(out).toContain('Au fil du jour');
    // The command to type is the same in every language.
    expect(out.split('Rejouer :')[0]).not.toMatch(/\b(answered|within|Queues|days)\b/);
    expect(parse(readFileSync(html, 'utf8')).querySelector('html')?.getAttribute('lang')).toBe('fr');
  });

  it('writes the table as a French Excel reads it', async () => {
    const { out, code } = await tandem(['run', file, '--lang', 'fr', '--csv', '-', ...alone]);
    expect(code).toBe(0);
    expect(out.split('\r\n', 1)[0]).toContain(';unit;');
    expect(out).toMatch(/;\d+,\d+;/);
    expect(out).not.toMatch(/;\d+\.\d+;/);
  });

  it('refuses a language it does not know', async () => {
    const { code, err } = await tandem(['run', file, '--lang', 'de']);
    expect(code).toBe(2);
    expect(err).toContain('--lang knows en and fr, not "de".');
  });
});
