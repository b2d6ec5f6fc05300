import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, linkSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { desk, Folder, root, tandem } from '../testing/tandem.ts';
import { overwriting } from './output-files.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());
const here = { cwd: folder.path };
const json = (file: string) => ({ format: 'json', file });

describe('a file that is written', () => {
  const file = folder.write('read.txt', 'mine');

  it('is none that is read, under any of its names', () => {
    const [link, hard] = ['link.txt', 'hard.txt'].map((name) => join(folder.path, name)) as [string, string];
    symlinkSync(file, link);
    linkSync(file, hard);
    for (const name of [file, join(folder.path, 'nowhere/../read.txt'), link, hard])
      expect(overwriting([json(name)], [file])).toEqual([
        `--json would overwrite "${name}", which is read. Name another file.`,
      ]);
    expect(overwriting([json(file)], [link])).toHaveLength(1);
  });

  it('may be a new one, another one, the standard output and a device', () => {
    const other = folder.write('other.txt', 'yours');
    const free = [join(folder.path, 'new.txt'), other, '-', '/dev/null'];
    expect(overwriting(free.map(json), [file, '/dev/null', 'gone.txt'])).toEqual([]);
  });
});

describe('a command keeps what it reads', () => {
  const counts = 'date,from,calls\n2026-03-02,08:00,30\n2026-03-02,08:30,20\n';
  folder.write('counts.csv', counts);
  folder.write('desk.yaml', desk);
  folder.write('more.yaml', desk.replace('count: 8', 'count: 11'));
  folder.write(
    'kept.yaml',
    `name: Kept
days: { from: 08:00, to: 09:00, start: 2026-03-02 }
queues: { calls: {} }
agents: { team: { count: 10, queues: [calls] } }
demand: { calls: { arrivals: { perInterval: { file: counts.csv, column: calls } }, talk: 1m } }
expect: [{ kpi: serviceLevel, between: [10%, 100%] }]
`,
  );
  folder.write('kept.suite.yaml', 'scenario: kept.yaml\nexpect: [{ kpi: asa, between: [0s, 9m] }]\n');
  folder.write(
    'pack.json',
    JSON.stringify({
      pack: 'small',
      cases: [{ id: 'a', family: 'erlang-b', params: {}, expected: { pBlock: 0.1 } }],
    }),
  );
  folder.write('twin.suite.json', JSON.stringify({ scenario: 'twin.json', days: 4 }));
  const twin = {
    name: 'Twin',
    days: { from: '08:00', to: '09:00' },
    queues: { calls: {} },
    agents: { team: { count: 10, queues: ['calls'] } },
    demand: { calls: { arrivals: { perHour: 10 }, talk: '1m' } },
  };
  folder.write('twin.json', JSON.stringify(twin));

  it.each([
    ['run desk.yaml --csv ./desk.yaml', 'csv', './desk.yaml'],
    ['run kept.yaml --json counts.csv', 'json', 'counts.csv'],
    ['compare desk.yaml more.yaml --html more.yaml', 'html', 'more.yaml'],
    ['compare desk.yaml kept.yaml --markdown counts.csv', 'markdown', 'counts.csv'],
    ['sweep kept.yaml --vary agents.team.count=9..10 --csv counts.csv', 'csv', 'counts.csv'],
    ['staff kept.yaml --target asa=20s --write kept.yaml', 'write', 'kept.yaml'],
    ['staff kept.yaml --target asa=20s --json counts.csv', 'json', 'counts.csv'],
    ['fit counts.csv --out counts.csv', 'out', 'counts.csv'],
    ['validate pack.json --json pack.json', 'json', 'pack.json'],
    ['check kept.suite.yaml --junit kept.suite.yaml', 'junit', 'kept.suite.yaml'],
    ['check kept.suite.yaml --html kept.yaml', 'html', 'kept.yaml'],
    ['check kept.suite.yaml --json counts.csv', 'json', 'counts.csv'],
    ['check kept.yaml --markdown=kept.yaml', 'markdown', 'kept.yaml'],
    ['check twin.suite.json --record=.', 'record', 'twin.json'],
  ])('%s', async (line, option, file) => {
    const before = readFileSync(join(folder.path, file), 'utf8');
    const { code, out, err } = await tandem(line.split(' '), here);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(
      `tandem: --${option} would overwrite "${file}", which is read. Name another file.\n`,
    );
    expect(readFileSync(join(folder.path, file), 'utf8')).toBe(before);
  });
});

describe.skipIf(!existsSync('/dev/full'))('an output that cannot be written', () => {
  it.each([['--help'], ['schema']])('is one line and exit code 2, after %s', (word) => {
    const full = openSync('/dev/full', 'w');
    const ended = spawnSync(process.execPath, [join(root, 'dist/cli.js'), word], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/^tandem: the output cannot be written: ENOSPC.*\n$/);
  });
});
