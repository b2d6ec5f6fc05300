import { describe, expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { readScenario } from './read.ts';

const megabyte = 1_000_000;

function refused(text: string): string[] {
  const result = readScenario(text);
  if (result.ok) throw new Error('a hostile file was taken');
  return [...new Set(result.problems.map(({ code }) => code))];
}

/** Each with the first code it must be refused with. The time it takes is shown by the benchmark of the reader, not asserted. */
describe('hostile files are refused with a clear problem', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++) {
    bomb.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  test.each<[string, string, string]>([
    ['an alias bomb', bomb.join('\n'), 'E-ALIAS'],
    ['an alias bomb of maps', bomb.join('\n').replaceAll('[', '{ k: [').replaceAll(']', '] }'), 'E-ALIAS'],
    ['5 MB of keys', 'key: 1\n'.repeat((5 * megabyte) / 7), 'E-SIZE'],
    ['5 MB of one text', `name: ${'x'.repeat(5 * megabyte)}`, 'E-SIZE'],
    ['many small parts', `name: [${'1,'.repeat(100_000)}1]`, 'E-SIZE'],
    ['brackets without end', '['.repeat(50_000), 'E-DEPTH'],
    ['braces without end', '{a: '.repeat(50_000), 'E-DEPTH'],
    ['lists without end', '- '.repeat(450_000), 'E-DEPTH'],
    [
      'blocks without end',
      Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'E-DEPTH',
    ],
    ['quotes without end', '"'.repeat(900_000), 'E-SIZE'],
    ['aliases without end', `b: &b [1]\na: [${'*b,'.repeat(30_000)}1]`, 'E-ALIAS'],
    [
      'unknown keys without end',
      Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'),
      'E-KEY',
    ],
    ['one key without end', 'a: 1\n'.repeat(20_000), 'E-KEY-DUP'],
    ['anchors without end', '&a '.repeat(300_000), 'E-SIZE'],
    ['65 levels', `name: ${'['.repeat(65)}${']'.repeat(65)}`, 'E-DEPTH'],
    ['a null byte', 'name: a\u0000b', 'E-CONTROL'],
    ['a mark that turns the text round', 'name: a\u202eb', 'E-CONTROL'],
    ['an escape sequence of a terminal', 'name: "a\u001b[31mb"', 'E-CONTROL'],
    ['nothing', '', 'E-TYPE'],
    ['a comment only', '# nothing\n', 'E-TYPE'],
    ['two documents', 'name: a\n---\nname: b\n', 'E-SYNTAX'],
    ['YAML 1.1, in which 08:00 is a number', '%YAML 1.1\n---\nname: a\n', 'E-SYNTAX'],
    ['a tag for another language', 'name: !!python/object:os.system x\n', 'E-SYNTAX'],
    ['a list', '- a\n- b\n', 'E-TYPE'],
  ])('%s', (_what, text, code) => {
    expect(refused(text)).toContain(code);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s, wherever it stands', (key) => {
    expect(refused(`${key}: {}\nqueues: {}`)).toContain('E-PROTO');
    expect(refused(`{"queues": {"a": {"${key}": {"polluted": true}}}}`)).toContain('E-PROTO');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each(['.nan', '.inf', '-.inf', '1e999', '-5'])('the number %s', (number) => {
    const text = centre({ demand: `a: { arrivals: { perHour: ${number} } }` });
    expect(refused(text)).toEqual(['E-RANGE']);
  });

  test('10^12 calls, however they are spelt', () => {
    for (const arrivals of [
      'perHour: 1e12',
      'perDay: 1000000000000',
      'perInterval: [1e12, 1]',
      'perHour: 1e300',
    ]) {
      const text = centre({
        days: '={ from: 08:00, to: 09:00 }',
        demand: `a: { arrivals: { ${arrivals} } }`,
      });
      expect(refused(text)).toContain(arrivals.includes('1e300') ? 'E-RANGE' : 'E-LIMIT');
    }
  });

  test('absurd numbers of agents and queues, by name of the bound', () => {
    const shifts = Array.from({ length: 300 }, (_, index) => `s${index}: 100000`).join(', ');
    const names = Array.from({ length: 300 }, (_, index) => `s${index}: { from: 08:00, to: 16:00 }`).join(
      '\n',
    );
    const crowd = readScenario(
      centre({ shifts: names, agents: `team: { shifts: { ${shifts} }, queues: [a, b] }` }),
    );
    expect(crowd).toMatchObject({
      ok: false,
      problems: [
        { code: 'E-LIMIT', params: { what: 'agents', limit: 100_000 } },
        { code: 'E-LIMIT', params: { what: 'memberships' } },
      ],
    });
    const queues = Array.from({ length: 3000 }, (_, index) => `q${index}: { behaviour: { talk: 1m } }`).join(
      '\n',
    );
    expect(refused(centre({ queues }))).toContain('E-LIMIT');
  });

  test('more kinds of work than the engine has places for', () => {
    const workstreams = Array.from(
      { length: 40 },
      (_, index) => `w${index}: { units: ${index + 1}, fallback: a }`,
    );
    const demand = workstreams.map(
      (_, index) => `d${index}: { workstream: w${index}, arrivals: { perHour: 1 } }`,
    );
    const text = centre({
      workstreams: workstreams.join('\n'),
      demand: demand.join('\n'),
      agents: 'team: { units: 100, queues: [a, b] }',
    });
    expect(refused(text)).toContain('E-LIMIT');
  });

  test('a mistake in every line is reported, but not without end', () => {
    const text = `queues:\n${Array.from({ length: 5000 }, (_, index) => `  q${index}: { wrong${index}: 1 }`).join('\n')}`;
    const result = readScenario(text);
    expect(result.ok).toBe(false);
    expect(result.ok ? 0 : result.problems.length).toBeLessThanOrEqual(300);
  });
});
