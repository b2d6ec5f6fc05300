import { describe, expect, it } from 'vitest';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';

const kinds: OptionKinds = {
  days: { value: 'N', help: 'how many days' },
  set: { value: 'PATH=VALUE', help: 'a change', multiple: true },
  json: { value: 'FILE', help: 'where to' },
  help: { short: 'h', help: 'this\ntext' },
};

describe('Arguments', () => {
  it('tells words from options, whatever their order', () => {
    const given = new Arguments(
      ['a.yaml', '--days', '3', '--set', 'x=1', '--set=y=2', '-h', 'b', '--json', '-'],
      kinds,
    );
    expect(given.slips).toEqual([]);
    expect(given.words).toEqual(['a.yaml', 'b']);
    expect(given.whole('days', 1, 10)).toBe(3);
    expect(given.all('set')).toEqual(['x=1', 'y=2']);
    expect(given.text('json')).toBe('-');
    expect(given.has('help')).toBe(true);
    expect(given.has('set')).toBe(true);
  });

  it('takes all that follows -- as words', () => {
    expect(new Arguments(['--', '--days'], kinds).words).toEqual(['--days']);
  });

  it('finds every slip, not only the first', () => {
    const given = new Arguments(['--dais', '3', '--help=yes', '--days', '1', '--days', '2', '--json'], kinds);
    expect(given.slips).toEqual([
      'There is no option --dais. Did you mean --days?',
      '--help takes no value, so "yes" makes no sense.',
      '--days is given twice.',
      '--json needs a value: --json FILE.',
    ]);
  });

  it.each(['0', '11', '-1', '1.5', '1e1', 'many', '0x5'])(
    'takes no %s for a whole number from 1 to 10',
    (text) => {
      const given = new Arguments([`--days=${text}`], kinds);
      expect(given.whole('days', 1, 10)).toBeUndefined();
      expect(given.slips).toEqual([`--days asks for a whole number from 1 to 10, not "${text}".`]);
    },
  );

  it('knows no option that only JavaScript knows', () => {
    expect(new Arguments(['--constructor', '--__proto__'], kinds).slips).toHaveLength(2);
  });
});

it('lists options aligned', () => {
  expect(optionLines(kinds)).toBe(
    [
      '  --days N          how many days',
      '  --set PATH=VALUE  a change',
      '  --json FILE       where to',
      '  -h, --help        this',
      '                    text',
    ].join('\n'),
  );
});
