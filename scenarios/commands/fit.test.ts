import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Folder, root, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());

const bank = join(root, 'scenarios/data/bank-1999.csv');

describe('tandem fit', () => {
  it('prints a scenario that tandem run takes at once', async () => {
    const { code, out, err } = await tandem(['fit', bank]);
    expect(code).toBe(0);
    expect(err).toContain('weekday: 122 days');
    expect(await tandem(['run', '-', '--days', '2', '--workers', '0'], { input: out })).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('writes scenario, page and figures where it is told to', async () => {
    const paths = ['out', 'html', 'json'].map((name) => join(folder.path, `bank.${name}`));
    const [scenario = '', page = '', figures = ''] = paths;
    const done = await tandem([
      'fit',
      bank,
      '--out',
      scenario,
      '--html',
      page,
      '--json',
      figures,
      '--lang',
      'fr',
    ]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('122 jours');
    expect(readFileSync(scenario, 'utf8')).toContain('dayFactor');
    expect(readFileSync(page, 'utf8')).toContain('<html lang="fr">');
    expect(JSON.parse(readFileSync(figures, 'utf8'))).toMatchObject({ format: 'tandem-fit' });
  });

  it('reads the standard input, and what Excel saves in France', async () => {
    const text =
      'Date;Heure;File d\u2019attente;Appels\r\n13/03/2024;08:00;Après-vente;5\r\n13/03/2024;08:30;Après-vente;7\r\n';
    const bytes = Uint8Array.from(text, (letter) => (letter === '\u2019' ? 0x92 : letter.charCodeAt(0)));
    const { code, out } = await tandem(['fit', '-'], { input: bytes });
    expect(code).toBe(0);
    expect(out).toContain('"Après-vente"');
  });

  it('names the first wrong lines and how many there are, writes nothing and ends with 2', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `2024-03-01,08:00,x${at}`);
    const file = folder.write('wrong.csv', ['date,time,calls', ...rows].join('\n'));
    const scenario = join(folder.path, 'wrong.yaml');
    const { code, out, err } = await tandem(['fit', file, '--out', scenario]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${file}:2: "x0" in column "calls" is no number of calls.`);
    expect(err).toContain('30 problems, of which the first 20 are shown; nothing was fitted.');
    expect(existsSync(scenario)).toBe(false);
  });

  it('says all that is wrong with the options, each with the nearest name', async () => {
    const { code, err } = await tandem(
      'fit a.csv --columns cals=x --law lognorml --hours 9 --lang de --intervall 5m'.split(' '),
    );
    expect(code).toBe(2);
    for (const said of ['"calls"?', '"lognormal"?', '08:00-18:00', 'en and fr', '--interval?']) {
      expect(err).toContain(said);
    }
  });

  it('lists what is known where no name is near, and takes 12 for no share', async () => {
    const { code, err } = await tandem('fit a.csv --columns foo=x --law normal --alike 12'.split(' '));
    expect(code).toBe(2);
    for (const said of [
      '--columns knows no "foo". It knows arrival, date, time,',
      '--law knows no "normal". It knows exponential, lognormal,',
      '--alike asks for a share like 12%, not "12".',
    ]) {
      expect(err).toContain(said);
    }
  });

  it('refuses a zone that is none, without a stack', async () => {
    expect(await tandem(['fit', bank, '--zone', 'Mars/X'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^tandem: --zone knows no "Mars\/X"\. [^\n]*\n[^\n]*\n$/) as string,
    });
  });

  it('says that there is no such file, and which columns there are', async () => {
    expect(await tandem(['fit', 'nowhere.csv'])).toMatchObject({
      code: 2,
      err: 'tandem: There is no file "nowhere.csv".\n',
    });
    const file = folder.write('strange.csv', 'a,b\n1,2\n');
    expect((await tandem(['fit', file])).err).toContain('The columns are: a, b.');
  });
});
