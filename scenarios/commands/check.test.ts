import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { suiteReportSchema } from '../../reports/suite.ts';
import { Folder, root, tandem } from '../testing/tandem.ts';

// Each command is a process of its own, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());
const here = { cwd: folder.path, within: 100_000 };

/** Nobody waits: ten agents for ten calls an hour. */
folder.write(
  'desk.yaml',
  `name: Desk
seed: 5
days: { from: 08:00, to: 09:00 }
queues: { calls: { serviceLevel: { share: 80%, within: 20s } } }
agents: { team: { count: 10, queues: [calls] } }
demand: { calls: { arrivals: { perHour: 10 }, talk: 1m } }
`,
);
const suite = (name: string, ...lines: readonly string[]): string =>
  folder.write(`${name}.suite.yaml`, ['scenario: desk.yaml', ...lines, ''].join('\n'));
const expected = (low: string, high: string): string =>
  `expect: [{ kpi: serviceLevel, between: [${low}, ${high}] }]`;
suite('good', expected('90%', '100%'), 'days: 4');
suite('bad', expected('10%', '50%'), 'days: 4');
const quick = ['--workers', '0', '--days-at-most', '100'];

describe('tandem check', () => {
  it('exits with 0 when everything passes, with 1 when something does not', async () => {
    const good = await tandem(['check', 'good.suite.yaml', ...quick], here);
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toContain('1 passed\nThe chance of a false alarm is at most 1%');
    const all = await tandem(['check', '.', ...quick], here);
    expect(all.code).toBe(1);
    expect(all.out).toMatch(/bad\.suite\.yaml Desk[^]*FAIL[^]*good\.suite\.yaml Desk[^]*pass/);
    expect(all.out).toContain('over all 2 expectations');
  });

  it('says every problem of every file at once, each in its own file, and simulates nothing', async () => {
    const wrong = new Folder();
    wrong.write('desk.yaml', readFileSync(join(folder.path, 'desk.yaml')));
    wrong.write(
      'a.suite.yaml',
      'scenario: desk.yaml\nexpect: [{ kpi: serviceLevle, between: [1%, 2%] }]\nseeed: 3\n',
    );
    wrong.write('b.suite.yaml', 'scenario: gone.yaml\n');
    wrong.write('c.suite.yaml', 'scenario: desk.yaml\nset: [agents.teem.count=3]\n');
    const { code, out, err } = await tandem(['check', '.'], { ...here, cwd: wrong.path });
    wrong.remove();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'a.suite.yaml:2:17 E-REF expect[0].kpi: There is no KPI "serviceLevle". Did you mean "serviceLevel"?',
    );
    expect(err).toContain('a.suite.yaml:3:1 E-KEY seeed: "seeed" is not known here. Did you mean "seed"?');
    expect(err).toContain('b.suite.yaml:1:11 E-FILE scenario: There is no file "gone.yaml".');
    expect(err).toContain('c.suite.yaml:2:7 E-REF agents.teem');
    expect(err).toContain('3 of 3 files cannot be used; nothing was simulated.');
  });

  it.each([
    [['check'], 'Name suites, scenarios or a folder'],
    [['check', '.', '--shard', '5/4'], '--shard is written like 1/4'],
    [['check', '.', '--record', '--baseline'], '--record and --baseline at once'],
    [['check', '.', '--allow-behaviour'], '--allow-behaviour is about --baseline'],
    [['check', '.', '--watch', '--record'], '--watch neither records'],
    [['check', '.', '--days-at-mots', '3'], 'Did you mean --days-at-most?'],
    [['check', 'gone.suite.yaml'], 'There is no file "gone.suite.yaml".'],
    [['check', 'desk.yaml'], 'Nothing is expected in "desk.yaml". Write "expect" into'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await tandem(args, here);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('writes JSON, JUnit XML, a page and Markdown', async () => {
    const files = ['--json', 'r.json', '--junit', 'r.xml', '--html', 'r.html', '--markdown'];
    const { code, out } = await tandem(['check', '.', ...quick, ...files], here);
    expect(code).toBe(1);
    expect(out).toMatch(/^### ❌ tandem check: 1 passed, 1 failed/);
    const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
    expect(suiteReportSchema.parse(JSON.parse(read('r.json')))).toMatchObject({
      verdict: 'fail',
      expectations: 2,
    });
    expect(read('r.xml')).toContain('tests="2" failures="1"');
    expect(read('r.html')).toContain('<!doctype html>');
    const { out: table } = await tandem(['check', '.', ...quick, '--markdown=r.md'], here);
    expect(table).toContain('FAIL');
    expect(read('r.md')).toBe(out);
  });

  it('divides files among shards, and reads all of them in each', async () => {
    const shard = (which: string) => tandem(['check', '.', ...quick, '--shard', which], here);
    const [first, second] = [await shard('1/2'), await shard('2/2')];
    expect([first.code, second.code]).toEqual([1, 0]);
    expect(first.out).toContain('bad.suite.yaml');
    expect(first.out).not.toContain('good.suite.yaml');
    expect(second.out).toContain('over all 2 expectations');
    expect(second.out).toContain('shard 2 of 2');
  });

  it('records, knows its record again, and fails when behaviour changes', async () => {
    const recording = await tandem(['check', '.', ...quick, '--record=kept'], here);
    expect(recording.code).toBe(0);
    expect(recording.out).toContain('2 baselines recorded, 2 expectations not checked');
    expect(existsSync(join(folder.path, 'kept/good.json'))).toBe(true);
    expect(existsSync(join(folder.path, 'kept/good.record.gz'))).toBe(true);
    const compare = (...more: readonly string[]) =>
      tandem(['check', 'good.suite.yaml', ...quick, '--baseline=kept', ...more], here);
    const same = await compare();
    expect(same.code).toBe(0);
    expect(same.out).toContain('same behaviour');
    suite('good', expected('90%', '100%'), 'days: 4', 'set: [agents.team.ringTimeout=19s]');
    const changed = await compare();
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('behaviour changed, numbers within chance: 4 of 4 days differ');
    expect(changed.out).toMatch(
      /was +08:\d\d:\S+ ring team 1 for call 1[^]*is +08:\d\d:\S+ ring team 1 for call 1/,
    );
    expect((await compare('--allow-behaviour')).code).toBe(0);
    suite('good', expected('90%', '100%'), 'days: 4');
    const missing = await tandem(['check', 'good.suite.yaml', ...quick, '--baseline=nowhere'], here);
    expect(missing.code).toBe(1);
    expect(missing.out).toContain('no baseline recorded: record it with --record');
  });

  it('never takes the baseline of one suite for that of another with the same file name', async () => {
    const two = new Folder();
    two.write('desk.yaml', readFileSync(join(folder.path, 'desk.yaml')));
    for (const team of ['a', 'b']) {
      mkdirSync(join(two.path, team));
      two.write(`${team}/d.suite.yaml`, `scenario: ../desk.yaml\n${expected('90%', '100%')}\ndays: 1\n`);
    }
    const check = (cwd: string, ...args: readonly string[]) =>
      tandem(['check', 'd.suite.yaml', ...quick, ...args], { ...here, cwd: join(two.path, cwd) });
    expect((await check('a', '--record=../kept')).code).toBe(0);
    for (const option of ['--record=../kept', '--baseline=../kept']) {
      const { code, out, err } = await check('b', option);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(
        'The baseline "d" in "../kept" is of "../a/d.suite.yaml", not of "d.suite.yaml". Rename one',
      );
    }
    // Its own it knows from anywhere, and after it has moved.
    const args = ['check', 'a/d.suite.yaml', ...quick, '--baseline=kept'];
    expect((await tandem(args, { ...here, cwd: two.path })).code).toBe(0);
    renameSync(join(two.path, 'a'), join(two.path, 'c'));
    expect((await check('c', '--baseline=../kept')).code).toBe(0);
    two.remove();
  });

  it('says that a baseline cannot be read, before anything is simulated', async () => {
    const broken = new Folder();
    broken.write('good.json', '{');
    const { code, out, err } = await tandem(['check', 'good.suite.yaml', `--baseline=${broken.path}`], here);
    broken.remove();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('good.json" cannot be used');
  });

  it('checks again what changed when it watches, until Ctrl-C', async () => {
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'check', '.', ...quick, '--watch'], {
      cwd: folder.path,
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    const until = async (isSo: () => boolean): Promise<void> => {
      for (let wait = 0; wait < 900 && !isSo(); wait++) await new Promise((next) => setTimeout(next, 100));
    };
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    try {
      await until(() => err.includes('Watching'));
      expect(out).toContain('1 passed, 1 failed');
      [out, err] = ['', ''];
      writeFileSync(join(folder.path, 'bad.suite.yaml'), `scenario: desk.yaml\n${expected('60%', '100%')}\n`);
      await until(() => err.includes('Watching'));
      expect(out).toContain('bad.suite.yaml');
      expect(out).not.toContain('good.suite.yaml');
      expect(out).toContain('1 passed\n');
    } finally {
      child.kill('SIGINT');
    }
    expect(await ended).toBe(0);
    suite('bad', expected('10%', '50%'), 'days: 4');
  });

  it('has every option that the workflow to copy gives it', async () => {
    const workflow = parse(readFileSync(join(root, 'examples/github-workflow.yml'), 'utf8')) as {
      readonly jobs: { readonly check: { readonly steps: readonly { readonly run?: string }[] } };
    };
    const command = workflow.jobs.check.steps
      .map(({ run = '' }) => run)
      .find((run) => run.includes('tandem check'));
    const words = (command ?? '').replace('${{ matrix.shard }}', '1').split(/\s+/).slice(3);
    expect(words).toContain('1/2');
    // Of the folder alone it complains: there is none here.
    const { code, err } = await tandem(['check', ...words], here);
    expect([code, err.split('\n').length]).toEqual([2, 3]);
    expect(err).toContain('There is no file "queues".');
  });
});
