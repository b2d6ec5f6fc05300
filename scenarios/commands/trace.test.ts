import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace } from '../../workers/tandem.ts';
import type { Entry } from '../../workers/tandem.ts';
import { desk, Folder, tandem } from '../testing/tandem.ts';

let folder: Folder;
let file: string;
beforeAll(() => {
  folder = new Folder();
  file = folder.write('desk.yaml', desk);
});
afterAll(() => folder.remove());

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');
const all: readonly Entry[] = [...trace(desk)];

describe('lines', () => {
  test('as text: the day, then a line for each thing that happens, with the rule behind it', async () => {
    const { code, out, err } = await tandem(['trace', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [title, ...lines] = linesOf(out);
    expect(title).toMatch(/^Small desk, day 0 \(.+ \d{4}\), seed 7$/);
    const shape = /^(?:\d\d:\d\d:\d\d .+|           .+: .+)$/;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
    expect(out).toMatch(/^08:\d\d:\d\d ring seniors \d for call 1 \(until 08:\d\d:\d\d\) \[AS-06\]$/m);
    expect(out).not.toContain('\u001b');
  });

  test('as JSON: what trace() gives, a line for each entry', async () => {
    const { code, out } = await tandem(['trace', file, '--json']);
    expect(code).toBe(0);
    expect(linesOf(out).map((line) => JSON.parse(line) as Entry)).toEqual(all);
  });

  test('--all shows what is left out otherwise', async () => {
    const [some, every] = await Promise.all([
      tandem(['trace', file, '--to', '08:30']),
      tandem(['trace', file, '--to', '08:30', '--all']),
    ]);
    expect(every.out).toContain('music on for call 1');
    expect(some.out).not.toContain('music on');
    const longer = new Set(linesOf(every.out));
    expect(linesOf(some.out).filter((line) => !longer.has(line))).toEqual([]);
  });

  test('of one agent, of some minutes, of another day and seed', async () => {
    const parts = [
      '--json',
      '--day',
      '2',
      '--seed',
      '9',
      '--agent',
      'seniors 3',
      '--from',
      '09:00',
      '--to',
      '10:00:30',
    ];
    const { out } = await tandem(['trace', file, ...parts]);
    const expected = trace(desk, { day: 2, seed: 9, agent: 'seniors 3', from: '09:00', to: '10:00:30' });
    expect(linesOf(out).map((line) => JSON.parse(line) as Entry)).toEqual([...expected]);
  });

  test('of one contact, as JSON and as text', async () => {
    const [json, text] = await Promise.all([
      tandem(['trace', file, '--json', '--contact', '5']),
      tandem(['trace', file, '--all', '--contact', '5']),
    ]);
    const entries = linesOf(json.out).map((line) => JSON.parse(line) as Entry);
    expect(entries).toEqual([...trace(desk, { contact: 5 })]);
    expect(linesOf(text.out).filter((line) => line.includes('call 5'))).toHaveLength(entries.length);
  });

  test('that nothing happens is said', async () => {
    const { code, err } = await tandem(['trace', file, '--from', '06:00', '--to', '07:00']);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Nothing happens from 06:00 on before 07:00 on this day.\n',
    });
  });

  test('a part of a call is lines, and that it is no story is said; so is what was not found', async () => {
    const [some, none, json] = await Promise.all([
      tandem(['trace', file, '--contact', '5', '--from', '08:00']),
      tandem(['trace', file, '--contact', '5', '--agent', 'seniors 1', '--to', '08:00']),
      tandem(['trace', file, '--contact', '5', '--from', '08:00', '--json']),
    ]);
    expect(some.out).toMatch(/^\d\d:\d\d:\d\d call 5 arrives/m);
    expect(some.err).toBe('These are lines of call 5; without --from its story is told.\n');
    expect(none.err).toBe(
      'Nothing happens with call 5 by or to agent "seniors 1" before 08:00 on this day.\n',
    );
    expect(json.err).toBe('');
  });

  test('a reader who has had enough is no fault', async () => {
    const { code, err } = await tandem(['trace', file, '--json'], { reads: 'first piece' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('Ctrl-C ends it', async () => {
    const { code, signal } = await tandem(
      [
        'trace',
        file,
        '--json',
        '--set',
        'demand.support.arrivals.perInterval=[9000, 9000, 9000, 9000, 9000, 9000, 9000, 9000]',
      ],
      {
        interruptAfter: 1500,
      },
    );
    expect(code === null ? signal : code).toBe('SIGINT');
  });

  test('changes of the scenario are those of tandem run', async () => {
    const set = ['demand.support.talk=1m'];
    const { out } = await tandem(['trace', file, '--json', '--set', set[0]!]);
    expect(linesOf(out).map((line) => JSON.parse(line) as Entry)).toEqual([...trace(desk, { set })]);
  });
});

describe('stories', () => {
  test('one call, in English and in French', async () => {
    const [en, fr] = await Promise.all([
      tandem(['trace', file, '--contact', '1']),
      tandem(['trace', file, '--contact', '1', '--lang', 'fr']),
    ]);
    expect(en.out).toMatch(/^Small desk, day 0 \(.+\), seed 7\n\nThe story of call 1\n\nAt 08:/);
    expect(en.out).toContain('In short: ');
    expect(fr.out).toMatch(/^Small desk, jour 0 \(.+\), graine 7\n\nL’histoire de l’appel 1\n\nÀ 08:/);
    expect(fr.out).toContain('En bref : ');
    expect(linesOf(en.out).every((line) => line.length <= 100)).toBe(true);
  });

  test('the longest wait is told, and it is the longest', async () => {
    const { out } = await tandem(['trace', file, '--longest-wait', '--day', '1']);
    const [, contact] = /^The longest wait of the day was that of call (\d+): .+ on the line\.$/m.exec(out)!;
    expect(out).toContain(`The story of call ${contact}`);
    expect(out).toContain(`Another day: tandem trace ${file} --longest-wait --day 2`);
    const { out: json } = await tandem(['trace', file, '--longest-wait', '--day', '1', '--json']);
    const { contact: number, wait } = JSON.parse(json) as { contact: number; wait: number };
    expect(number).toBe(Number(contact));
    const entered = new Map<number, number>();
    let longest = 0;
    for (const { t, name, contact: who = 0 } of trace(desk, { day: 1 })) {
      if (name === 'queued' && !entered.has(who)) entered.set(who, t);
      if (name === 'left') longest = Math.max(longest, t - entered.get(who)!);
    }
    expect(wait).toBe(longest);
  });

  test('of a long run the hint names a day that it has: after the last, the one before', async () => {
    const days = 'days: { from: 00:00, to: 24:00, continuous: true, count: 2';
    const text = desk
      .replace('days: { from: 08:00, to: 12:00', days)
      .replace(', count: 6', '')
      .replace(/perInterval: \[.*?\]/, 'perHour: 6');
    expect(text).toContain(days);
    const run = folder.write('run.yaml', text);
    const [first, last, only] = await Promise.all([
      tandem(['trace', run, '--rona', '--day', '0']),
      tandem(['trace', run, '--rona', '--day', '1']),
      tandem(['trace', run, '--rona', '--set', 'days.count=1']),
    ]);
    expect([first, last, only].map(({ code, err }) => ({ code, err }))).toEqual(
      Array.from({ length: 3 }, () => ({ code: 0, err: '' })),
    );
    expect(first.out).toContain(`Another day: tandem trace ${run} --rona --day 1\n`);
    expect(last.out).toContain(`Another day: tandem trace ${run} --rona --day 0\n`);
    expect(only.out).not.toContain('Another day');
  });

  test.each([
    ['--rona', 'No ring was missed on this day.'],
    ['--lost-callbacks', 'No callback was lost on this day.'],
  ])('%s finds none where there is none, and says so', async (option, sentence) => {
    const { code, out } = await tandem([
      'trace',
      file,
      option,
      '--set',
      'demand.support.callback.accepts=0%',
    ]);
    expect(code).toBe(0);
    expect(out).toContain(sentence);
  });

  test('many are listed, with how to read one', async () => {
    const missed = ['--set', 'agents.seniors.missed=30%', '--set', 'agents.seniors.ronaReturn=30s'];
    const { out } = await tandem(['trace', file, '--rona', ...missed]);
    expect(out).toMatch(/^\d+ calls rang at agents who did not answer \(RONA\)\.$/m);
    expect(out).toMatch(/^ {2}\d\d:\d\d:\d\d {2} *\d+ +support {2}\d rings? missed$/m);
    expect(out).toContain(`To read one: tandem trace ${file} --contact N --set agents.seniors.missed=30%`);
  });
});

describe('what is wrong is said, with exit code 2', () => {
  test.each([
    [['--agent', 'senior 3'], 'There is no agent "senior 3". Did you mean "seniors 3"?'],
    [['--contact', '99999'], 'There is no contact 99999 on day 0: it has '],
    [['--contact', '0'], '--contact asks for a whole number from 1 to 999999999, not "0".'],
    [['--from', '9'], '--from is a local time such as 09:00 or 09:00:30, not "9".'],
    [['--from', '10:00', '--to', '09:00'], '--from 10:00 to 09:00 is no time at all'],
    [['--rona', '--longest-wait'], 'One at a time: --longest-wait or --rona, not both.'],
    [['--rona', '--contact', '3'], '--rona looks through the whole day: --contact makes no sense with it.'],
    [['--lang', 'de'], '--lang knows en and fr, not "de".'],
    [['--lang', 'fr'], '--lang fr is for stories and lists of calls'],
    [['--lang', 'fr', '--contact', '1', '--all'], '--lang fr is for stories and lists of calls'],
    [['--lang', 'fr', '--rona', '--json'], '--lang fr is for stories and lists of calls'],
    [['--json', '--all'], '--json leaves nothing out: --all makes no sense with it.'],
    [['--jsn'], 'There is no option --jsn. Did you mean --json?'],
  ])('%o', async (options, sentence) => {
    const { code, out, err } = await tandem(['trace', file, ...options]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`tandem: ${sentence}`);
    expect(err).toContain('"tandem trace --help" lists what there is.');
  });

  test('all of it at once, whether the words or the scenario show it', async () => {
    const problems = async (...options: string[]): Promise<readonly string[]> => {
      const { err } = await tandem(['trace', file, ...options]);
      return linesOf(err).filter((line) => line.startsWith('tandem: '));
    };
    const [words, all, two] = await Promise.all([
      problems('--from', '25:00', '--day', 'x'),
      problems(
        ...[
          '--contakt',
          '3',
          '--day',
          'x',
          '--from',
          '25:00',
          '--to',
          '9',
          '--agent',
          'nobody',
          '--lang',
          'de',
        ],
      ),
      problems('--agent', 'senior 3', '--contact', '99999', '--from', '10:00', '--to', '09:00'),
    ]);
    expect(words).toEqual([
      expect.stringContaining('--day asks for a whole number'),
      expect.stringContaining('--from is a local time'),
    ]);
    expect(all).toEqual(
      ['--contakt', '--lang', '--day', '"nobody"', '--from', '--to'].map((word): unknown =>
        expect.stringContaining(word),
      ),
    );
    expect(two).toEqual([
      expect.stringContaining('There is no agent "senior 3".'),
      expect.stringContaining('--from 10:00 to 09:00 is no time at all'),
    ]);
    const wrong = folder.write('both.yaml', desk.replace('queues: [support]', 'queues: [suport]'));
    const { code, err } = await tandem(['trace', wrong, '--day', 'x']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "support"?');
    expect(err).toContain('--day asks for a whole number');
  });

  test('a scenario with errors, a file that is not there, no file at all', async () => {
    const wrong = folder.write('wrong.yaml', desk.replace('queues: [support]', 'queues: [suport]'));
    const ended = await Promise.all(
      [['trace', wrong], ['trace', 'nowhere.yaml'], ['trace']].map((args) => tandem(args)),
    );
    expect(ended.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(ended.map(({ err }) => err)).toEqual([
      expect.stringContaining('Did you mean "support"?'),
      expect.stringContaining('There is no file "nowhere.yaml".'),
      expect.stringContaining('Name a scenario file: tandem trace FILE.'),
    ]);
  });
});

test('the help names every option and the numbering of days', async () => {
  const { code, out } = await tandem(['trace', '--help']);
  expect(code).toBe(0);
  for (const option of [
    'contact',
    'longest-wait',
    'lost-callbacks',
    'rona',
    'abandoned-after-offer',
    'day',
    'agent',
    'from',
    'to',
    'json',
    'all',
    'lang',
    'set',
  ])
    expect(out).toContain(`--${option}`);
  expect(out).toContain('from 0');
  // Where t begins, and what the longest wait is of: other places count otherwise.
  expect(out).toContain('days.from');
  expect(out).toContain('over all its queues');
});
