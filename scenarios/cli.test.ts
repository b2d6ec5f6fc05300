import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { reportSchema, type Report } from '../reports/schema.ts';
import { desk, Folder, root, tandem } from './testing/tandem.ts';

// Each command is a process of its own, and takes seconds where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
const file = folder.write('desk.yaml', desk);
afterAll(() => folder.remove());

function reportOf(json: string): Report {
  return reportSchema.parse(JSON.parse(json));
}

/** No threads: cheaper, where they are not what is tested. */
const alone = ['--workers', '0'];

let usualReport: Promise<Report> | undefined;
/** The desk as it is. */
function usual(): Promise<Report> {
  usualReport ??= tandem(['run', file, '--json', '-', ...alone]).then(({ out }) => reportOf(out));
  return usualReport;
}

describe('tandem', () => {
  it('says what there is, and its version', async () => {
    const help = await tandem(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('run FILE');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await tandem(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it('names the nearest command or option', async () => {
    const command = await tandem(['rnu', file]);
    expect(command).toMatchObject({ code: 2, out: '' });
    expect(command.err).toContain('There is no command "rnu". Did you mean "run"?');
  });

  it('prints the JSON Schema of scenarios', async () => {
    const { code, out } = await tandem(['schema']);
    expect(code).toBe(0);
    const schema = JSON.parse(out) as { properties: Record<string, unknown> };
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['queues', 'agents', 'demand']));
  });
});

describe('tandem run', () => {
  it('says all that is wrong with its arguments at once', async () => {
    const { code, err } = await tandem([
      'run',
      'scenarios/library/single-queue.yaml',
      '--dayz',
      '3',
      '--seed',
      '-1',
      '--no-color=1',
      '--json',
      '/no/such/x',
      '--days',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('There is no option --dayz. Did you mean --days?');
    expect(err).toContain('--seed asks for a whole number from 0 to 4294967295, not "-1".');
    expect(err).toContain('--no-color takes no value');
    expect(err).toContain('--json: there is no folder "/no/such".');
    expect(err).toContain('--days needs a value: --days N.');
    expect(err).not.toContain('is one too many');
  });

  it('prints a report, and the same as JSON to a file, and nothing where nobody watches', async () => {
    const json = join(folder.path, 'report.json');
    const { code, out, err } = await tandem(['run', file, '--json', json]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Small desk\n6 days · seed 7/);
    expect(out).toContain(`tandem run ${file} --seed 7 --days 6`);
    expect(out).not.toContain('\u001b');
    expect(reportOf(readFileSync(json, 'utf8'))).toEqual(await usual());
  });

  it('writes the same as CSV: to a file with the mark that Excel needs, to a pipe without', async () => {
    const csv = join(folder.path, 'report.csv');
    const { code, out, err } = await tandem(['run', file, '--csv', csv]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Small desk\n/);
    const { out: piped } = await tandem(['run', file, '--csv', '-']);
    expect(readFileSync(csv, 'utf8')).toBe(`\ufeff${piped}`);
    const { kpis } = await usual();
    expect(piped.split('\r\n').filter((line) => line.startsWith('kpis,'))).toHaveLength(kpis.length);
  });

  it('writes two things into one place for nobody', async () => {
    const same = join(folder.path, 'same');
    const { code, err } = await tandem(['run', file, '--json', same, '--csv', same]);
    expect(code).toBe(2);
    expect(err).toContain(`--json and --csv would both write into "${same}". Name another file.`);
    expect((await tandem(['run', file, '--json', '-', '--csv', '-'])).err).toContain(
      'to the standard output',
    );
  });

  it('writes JSON that its own schema describes', async () => {
    const { out } = await tandem(['schema', '--report']);
    const schema = z.fromJSONSchema(JSON.parse(out) as z.core.JSONSchema.JSONSchema);
    const report = await usual();
    expect(schema.safeParse(report).success).toBe(true);
    // A schema that lets everything pass would pass this too.
    expect(schema.safeParse({ ...report, seed: 'seven' }).success).toBe(false);
  });

  it('gives the same bytes for 1, 2 and 5 workers', async () => {
    const args = ['run', file, '--json', '-', '--seed', '8', '--days', '7', '--workers'];
    const one = await tandem([...args, '1']);
    expect(reportOf(one.out)).toMatchObject({ seed: 8, days: { simulated: 7, asked: 7 } });
    for (const workers of ['2', '5']) expect((await tandem([...args, workers])).out).toBe(one.out);
  });

  it('changes the scenario with --set, as if the file said so', async () => {
    const set = ['--set', 'agents.seniors.count=30', '--set', 'name=More people'];
    const changed = await tandem(['run', file, ...set, '--json', '-', ...alone]);
    const edited = desk.replace('count: 8', 'count: 30').replace('Small desk', 'More people');
    const written = await tandem(['run', folder.write('more.yaml', edited), '--json', '-', ...alone]);
    const same = { command: '', set: [] };
    expect({ ...reportOf(changed.out), ...same }).toEqual({ ...reportOf(written.out), ...same });
    expect(reportOf(changed.out).set).toEqual(['agents.seniors.count=30', 'name=More people']);
    expect(reportOf(changed.out).command).toBe(
      `tandem run ${file} --seed 7 --days 6 --set agents.seniors.count=30 --set 'name=More people'`,
    );
  });

  it('stops when the interval is narrow enough', async () => {
    const { out } = await tandem(['run', file, '--until-halfwidth', 'asa@support=5m', '--json', '-']);
    expect(reportOf(out).days).toMatchObject({ simulated: 100, asked: 10_000, ended: 'enough' });
    expect(reportOf(out).command).toBe(`tandem run ${file} --seed 7 --until-halfwidth asa@support=5m`);
  });

  it('refuses a precision of something unknown', async () => {
    const { code, err } = await tandem(['run', file, '--until-halfwidth', 'servicelvl=1%']);
    expect(code).toBe(2);
    expect(err).toContain('There is no KPI "servicelvl". Did you mean "serviceLevel"?');
  });

  it('is quiet when its reader has had enough', async () => {
    const { code, signal, err } = await tandem(['run', file, '--json', '-'], { reads: 'first piece' });
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: '' });
  });
});

describe('Ctrl-C', () => {
  it('gives the report of the days so far, and says so', async () => {
    const json = join(folder.path, 'stopped.json');
    const args = ['run', file, '--days', '1000000', '--workers', '1', '--json', json];
    // Later where the machine is too busy to have done a day by then.
    let ended = await tandem(args, { interruptAfter: 1500 });
    if (ended.code !== 0) ended = await tandem(args, { interruptAfter: 12_000 });
    expect(ended.code).toBe(0);
    const report = reportOf(readFileSync(json, 'utf8'));
    const { simulated } = report.days;
    expect(report.days).toMatchObject({ asked: 1_000_000, ended: 'stopped' });
    expect(ended.err).toBe(`Stopped after ${simulated} of 1000000 days.\n`);
    expect(ended.out).toContain('Small desk');
    // The days so far are those that a shorter run has.
    const again = reportOf(
      (await tandem(['run', file, '--days', String(simulated), '--json', '-', ...alone])).out,
    );
    expect(report.kpis).toEqual(again.kpis);
    expect(report.command).toBe(again.command);
  });

  it('ends at once in the middle of a long first day', async () => {
    const busy = desk
      .replace('perInterval: [22, 31, 48, 40, 38, 30, 25, 20]', 'perHour: 240000')
      .replace('count: 8', 'count: 20000');
    const ended = await tandem(['run', folder.write('busy.yaml', busy), '--days', '3'], {
      interruptAfter: 2500,
    });
    expect(ended.code ?? ended.signal).toBeOneOf([130, 'SIGINT']);
    expect(ended.out).toBe('');
  });
});

describe('a scenario with mistakes', () => {
  it('is refused with all of them, each with its place and how to mend it', async () => {
    const wrong = desk
      .replace('offerFirst: 30s', 'offerFrist: 30s')
      .replace('queues: [support]', 'queues: [suport]')
      .replace('share: 80%', 'share: 180%')
      .replace('talk:', 'tlak:');
    const path = folder.write('wrong.yaml', wrong);
    const { code, out, err } = await tandem(['run', path]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    /** `file:line:column` of a piece of the text. */
    const at = (piece: string) => {
      const before = wrong.slice(0, wrong.indexOf(piece)).split('\n');
      return `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    };
    expect(err).toContain(`${at('offerFrist')} E-KEY queues.support.callback.offerFrist: `);
    expect(err).toContain('Did you mean "offerFirst"?');
    expect(err).toContain(`${at('[suport]')} E-REF agents.seniors.queues: `);
    expect(err).toContain(`${at('180%')} E-RANGE queues.support.serviceLevel.share: `);
    expect(err).toContain(`${at('tlak')} E-KEY demand.support.tlak: `);
    expect(err).toMatch(
      /\n\d errors; nothing was simulated\. "tandem explain E-\w+" says more about a code\.\n$/,
    );
  });

  it('is run when they are warnings only, and shows them; also from the standard input', async () => {
    const input = desk.replace('    ewtInitial: 45s\n', '');
    const { code, out, err } = await tandem(['run', '-', ...alone], { input });
    expect(code).toBe(0);
    expect(err).toMatch(/^stdin:8:15 W-CB-EWT queues\.support\.overflow\[0\]\.when: /);
    expect(out).toContain('Small desk');
  });

  it('is told which --set is wrong', async () => {
    const { code, err } = await tandem([
      'run',
      file,
      '--set',
      'agents.seniors.count=-3',
      '--set',
      'nonsense',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('--set agents.seniors.count=-3 E-');
    expect(err).toContain('--set nonsense E-SET');
  });
});

describe('files', () => {
  it('that cannot be read are told', async () => {
    const { code, err } = await tandem(['run', folder.path]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `tandem: "${folder.path}" is a folder. Name the file in it.\n`,
    });
  });

  it('that a scenario names are read in its own folder', async () => {
    folder.write('calls.csv', 'interval,calls\n1,22\n2,31\n3,48\n4,40\n5,38\n6,30\n7,25\n8,20\n');
    const csv = desk.replace('[22, 31, 48, 40, 38, 30, 25, 20]', '{ file: calls.csv, column: calls }');
    const read = await tandem(['run', folder.write('csv.yaml', csv), '--json', '-', ...alone]);
    expect(read).toMatchObject({ code: 0, err: '' });
    expect({ ...reportOf(read.out), command: '' }).toEqual({ ...(await usual()), command: '' });
  });

  it('elsewhere are not read, and it is said why', async () => {
    const csv = desk.replace('[22, 31, 48, 40, 38, 30, 25, 20]', '{ file: ../calls.csv, column: calls }');
    const { code, err } = await tandem(['run', folder.write('outside.yaml', csv)]);
    expect(code).toBe(2);
    expect(err).toMatch(/^[^\n]* E-FILE [^\n]*"\.\.\/calls\.csv" is outside/);
    expect(err).not.toContain('There is no file');
    expect(err).toContain('"../calls.csv" is outside the scenario\'s folder and is not read.');
  });
});

describe('a hostile scenario', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let depth = 0; depth < 12; depth++) {
    const [one, next] = [String.fromCharCode(97 + depth), String.fromCharCode(98 + depth)];
    bomb.push(`${next}: &${next} [${`*${one}, `.repeat(9)}]`);
  }
  it.each([
    ['aliases that unfold to billions', `${bomb.join('\n')}\nqueues: *m\n`],
    ['5 MB of small parts', 'a: {b: 1, c: 2}\n'.repeat(330_000)],
    ['deep nesting', `queues: ${'['.repeat(20_000)}`],
    ['10^12 calls', desk.replace('[22,', '[1000000000000,')],
  ])('with %s is refused in good time', async (_, text) => {
    // Within a second on a machine that is not busy; what hangs is killed and has no code.
    const { code, out, err } = await tandem(['run', folder.write('hostile.yaml', text)], { within: 10_000 });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/hostile\.yaml:\d+:\d+ E-/);
  });
});

/** What makes a command of the README brief enough for a test. */
const SHORTER: Readonly<Record<string, (days: string) => readonly string[]>> = {
  run: (days) => ['--days', days],
  compare: (days) => ['--days', days],
  sweep: (days) => ['--days', days],
  staff: () => ['--days', '60'],
  validate: () => ['--quick'],
  // It serves until it is stopped; that it does so is tested in commands/serve.test.ts.
  serve: () => ['--help'],
};

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
    scripts: Record<string, string>;
  };

  it('names commands that work', { timeout: 300_000 }, async () => {
    const commands = [...readme.matchAll(/npx tandem ([^`#\n]+)/g)].map(([, args = '']) =>
      // As a shell would: quotes hold together and are gone.
      (args.trim().match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((arg) => arg.replaceAll(/^["']|["']$/g, '')),
    );
    expect(commands.length).toBeGreaterThan(1);
    for (const args of commands) {
      // Few days, and nothing written into the house.
      const days = args.includes('--until-halfwidth') ? '100' : '2';
      const given = args.map((arg, at) => {
        if (/^(report|fit|bank)\./.test(arg)) return join(folder.path, arg);
        return args[at - 1] === '--days' ? days : arg;
      });
      const short = args.includes('--days') ? [] : (SHORTER[args[0] ?? '']?.(days) ?? []);
      const { code, err } = await tandem([...given, ...short], { within: 100_000 });
      expect({ args, code, err }).toEqual({ args, code: 0, err: '' });
    }
  });

  it('names scripts that exist', () => {
    const scripts = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(scripts).not.toEqual([]);
    for (const name of scripts) expect(manifest.scripts).toHaveProperty([name]);
  });

  it('can say npx tandem, because the package has that program', () => {
    const path = join(root, manifest.bin['tandem'] ?? '');
    expect(readFileSync(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(path).mode & 0o111).not.toBe(0);
  });
});
