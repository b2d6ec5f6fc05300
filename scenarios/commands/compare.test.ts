import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { compare, readScenario } from '../../workers/tandem.ts';
import type { Comparison } from '../../workers/tandem.ts';
import { desk, Folder, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());
const file = folder.write('desk.yaml', desk);
const other = folder.write(
  'more.yaml',
  desk.replace('count: 8', 'count: 11').replace('Small desk', 'More people'),
);

describe('tandem compare', () => {
  it('says what moved first, then what differs in the settings, then the table', async () => {
    const { code, out, err } = await tandem(['compare', file, other, '--days', '20', '--workers', '0']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const places = [
      'Small desk → More people',
      'What moved',
      'agents.seniors.count: 8 → 11',
      '\nall\n',
      'Again:',
    ];
    const found = places.map((text) => out.indexOf(text));
    expect(found.every((at) => at >= 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /• The service level rises by [\d.]+ points \([\d.]+ to [\d.]+\), from/,
    );
    expect(out).not.toContain('\u001b');
  });

  it('says of one and the same scenario that every number is the same', async () => {
    const { code, out } = await tandem(['compare', file, file, '--days', '4', '--workers', '0']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Small desk → Small desk$/m);
    expect(out).toContain('there is nothing to compare');
    // A longest wait has no interval.
    expect(out).toMatch(/Longest wait of a day .* the same$/m);
    expect(out).toMatch(new RegExp(`^Again: tandem compare (\\S+) \\1 `, 'm'));
    expect(out).not.toContain('unclear');
  });

  it('takes one file and what is set in the candidate, and writes what the package says', async () => {
    const [json, html, markdown] = ['c.json', 'c.html', 'c.md'].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    const set = ['--set', 'agents.seniors.count=10'];
    const files = ['--json', json, '--html', html, '--markdown', markdown];
    const { code } = await tandem([
      'compare',
      file,
      ...set,
      '--days',
      '8',
      '--workers',
      '0',
      '--lang',
      'fr',
      ...files,
    ]);
    expect(code).toBe(0);
    const written = JSON.parse(readFileSync(json, 'utf8')) as Comparison;
    const candidate = readScenario(desk, { set: ['agents.seniors.count=10'] });
    if (!candidate.ok) throw new Error('the desk is wrong');
    const { rows, settings } = await compare(desk, candidate, { days: 8, workers: 0 });
    expect(written.rows).toEqual(JSON.parse(JSON.stringify(rows)));
    expect(written.settings).toEqual(settings);
    expect(written.candidate).toBe('agents.seniors.count=10');
    expect(written.command).toBe(`tandem compare ${file} --set agents.seniors.count=10 --seed 7 --days 8`);
    expect(readFileSync(html, 'utf8')).toContain('<html lang="fr">');
    expect(readFileSync(markdown, 'utf8')).toContain('Le niveau de service monte de');
  });

  it('says of a scenario and itself that there is nothing to compare', async () => {
    const { code, out } = await tandem(['compare', file, file, '--days', '3', '--workers', '0']);
    expect(code).toBe(0);
    expect(out).toContain('The two scenarios are the same');
    expect(out).not.toContain('What moved');
  });

  it('says how many days show a difference that was stated', async () => {
    const see = ['--see', 'abandonRate=0.5%', '--see', 'asa@support=1s'];
    const { out } = await tandem(['compare', file, other, '--days', '6', '--workers', '0', ...see]);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /To see a true difference of 0\.50 points \(Abandon rate\), .* takes about [\d,]+ days/,
    );
  });

  it('finds every slip, with the nearest name, and ends with 2', async () => {
    const slips = await tandem(['compare', file, other, 'third.yaml', '--dais', '3', '--lang', 'de']);
    expect(slips.code).toBe(2);
    expect(slips.err).toContain('There is no option --dais. Did you mean --days?');
    expect(slips.err).toContain('--lang knows en and fr, not "de".');
    const alone = await tandem(['compare', file]);
    expect(alone).toMatchObject({ code: 2, out: '' });
    expect(alone.err).toContain('tandem compare FILE --set PATH=VALUE');
    const kpi = await tandem(['compare', file, other, '--see', 'abandonRat=1%', '--see', 'asa=much']);
    expect(kpi.code).toBe(2);
    expect(kpi.err).toContain('There is no KPI "abandonRat". Did you mean "abandonRate"?');
    expect(kpi.err).toContain('A value of asa is written like 2s, not "much".');
    const queue = await tandem(['compare', file, other, '--queue', 'sales']);
    expect(queue.err).toContain('There is no queue or group of agents "sales". Known: support, seniors.');
  });

  it('tells the problems of both files, and those of a single one once', async () => {
    const wrong = folder.write('wrong.yaml', desk.replace('talk:', 'tlak:'));
    const late = folder.write('late.yaml', desk.replace('share: 80%', 'share: 180%'));
    const both = await tandem(['compare', wrong, late]);
    expect(both.code).toBe(2);
    expect(both.err).toContain('wrong.yaml:');
    expect(both.err).toContain('late.yaml:');
    const one = await tandem(['compare', wrong, '--set', 'agents.seniors.count=2']);
    expect(one.err.match(/:\d+ E-MISSING/g)).toHaveLength(1);
  });

  it('compares the days done so far after Ctrl-C', async () => {
    const { code, out, err } = await tandem(['compare', file, other, '--days', '1000000', '--workers', '1'], {
      interruptAfter: 6000,
      within: 100_000,
    });
    expect(code).toBe(0);
    expect(err).toMatch(/^Stopped after \d+ of 1000000 days\./m);
    expect(out).toContain('Interrupted after');
    expect(out).toMatch(/--days \d+$/m);
  });

  it('has a help that stands in a terminal', async () => {
    const { code, out } = await tandem(['compare', '--help']);
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});
