import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { sweep } from '../../workers/tandem.ts';
import type { Sweep } from '../../workers/tandem.ts';
import { desk, Folder, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());
const file = folder.write('desk.yaml', desk);
const COUNT = ['--vary', 'agents.seniors.count=6,8,12'];

describe('tandem sweep', () => {
  it('shows every point with its verdict, the first and the cheapest that meet the targets', async () => {
    const target = ['--target', 'serviceLevel@support>=90%'];
    const { code, out, err } = await tandem([
      'sweep',
      file,
      ...COUNT,
      ...target,
      '--days',
      '12',
      '--workers',
      '0',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('3 points · 12 days of each, on the same luck · seed 7');
    expect(out).toContain('agents.seniors.count is 8 in the scenario.');
    expect(out).toMatch(/^ +6 .* missed, /m);
    expect(out).toMatch(/^ +12 .* met, /m);
    expect(out).toMatch(/by fewest planned agent-hours: count \d+, \d+\.\d h a day/);
    expect(out).toContain('as it is');
    expect(out).not.toContain('\u001b');
  });

  it('writes what the package says as JSON, CSV and page', async () => {
    const [json, csv, html] = ['s.json', 's.csv', 's.html'].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    const files = ['--json', json, '--csv', csv, '--html', html, '--lang', 'fr'];
    const { code } = await tandem([
      'sweep',
      file,
      ...COUNT,
      '--kpi',
      'asa',
      '--days',
      '4',
      '--workers',
      '0',
      ...files,
    ]);
    expect(code).toBe(0);
    const written = JSON.parse(readFileSync(json, 'utf8')) as Sweep;
    const { points } = await sweep(desk, { vary: [COUNT[1]!], kpis: ['asa'], days: 4, workers: 0 });
    expect(written.points).toEqual(JSON.parse(JSON.stringify(points)));
    expect(written.command).toBe(`tandem sweep ${file} --vary ${COUNT[1]} --kpi asa --seed 7 --days 4`);
    // A French Excel reads semicolons; three points and the scenario as it is, of one measure.
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines.every((line) => line.split(';').length === lines[0]!.split(';').length)).toBe(true);
    expect(readFileSync(html, 'utf8')).toContain('<html lang="fr">');
  });

  it('crosses two settings in grids', async () => {
    const vary = [...COUNT, '--vary', 'queues.support.callback.offerFirst=20s..40s/20s'];
    const { code, out } = await tandem([
      'sweep',
      file,
      ...vary,
      '--days',
      '3',
      '--workers',
      '0',
      '--target',
      'asa<=30s',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Speed of answer \(ASA\)\n +20s +40s\n +6 /m);
    expect(out).toContain('down: count, across: offerFirst');
  });

  it('finds every slip and every point that is no scenario, and ends with 2', async () => {
    const slips = await tandem(['sweep', '--tarket=x']);
    expect(slips.code).toBe(2);
    expect(slips.err).toContain('There is no option --tarket. Did you mean --target?');
    expect(slips.err).toContain('Name a scenario file');
    expect(slips.err).toContain('Say what to vary');
    const points = await tandem(['sweep', file, '--vary', 'queues.support.callback.maxAttempts=9..12']);
    expect(points.code).toBe(2);
    expect(points.out).toBe('');
    expect(points.err).toMatch(/maxAttempts=11: E-CB-RETRY .*\n.*maxAttempts=12: E-CB-RETRY/);
    const path = await tandem(['sweep', file, '--vary', 'agents.seniors.cuont=1..3']);
    expect(path.err).toContain('Did you mean "count"?');
  });

  it('shows the days done so far, the same for every point, after Ctrl-C', async () => {
    const { code, out, err } = await tandem(
      ['sweep', file, ...COUNT, '--days', '1000000', '--workers', '1'],
      {
        interruptAfter: 6000,
        within: 100_000,
      },
    );
    expect(code).toBe(0);
    expect(err).toMatch(/^Stopped after \d+ of 1000000 days of each point\./m);
    expect(out).toContain('Interrupted after');
    expect(out).toMatch(/--days \d+$/m);
  });

  it('has a help that stands in a terminal', async () => {
    const { code, out } = await tandem(['sweep', '--help']);
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  });
});
