import { describe, expect, it } from 'vitest';
import { variedOf } from './varied.ts';

function textsOf(written: string): string[] | undefined {
  const problems: string[] = [];
  const varied = variedOf(written, problems);
  expect(problems).toEqual([]);
  return varied?.values.map(({ text }) => text);
}

function problemOf(written: string): string {
  const problems: string[] = [];
  expect(variedOf(written, problems)).toBeUndefined();
  expect(problems).toHaveLength(1);
  return problems[0] ?? '';
}

describe('a range', () => {
  it('goes in round steps from one end to the other, both of them in it', () => {
    expect(textsOf('a.b=10s..90s')).toEqual(['10s', '20s', '30s', '40s', '50s', '60s', '70s', '80s', '90s']);
    expect(textsOf('a.b=8..12')).toEqual(['8', '9', '10', '11', '12']);
    expect(textsOf('a.b=0.2..0.4')).toEqual([
      '0.2',
      '0.22',
      '0.24',
      '0.26',
      '0.28',
      '0.3',
      '0.32',
      '0.34',
      '0.36',
      '0.38',
      '0.4',
    ]);
    expect(textsOf('a.b=12s..85s')?.at(-1)).toBe('85s');
  });

  it('takes the step it is told, and then the end only if a step leads to it', () => {
    expect(textsOf('a.b=10s..80s/20s')).toEqual(['10s', '30s', '50s', '70s']);
    expect(textsOf('a.b=70%..90%/5%')).toEqual(['70%', '75%', '80%', '85%', '90%']);
    expect(textsOf('a.b=0..0.3/0.1')).toEqual(['0', '0.1', '0.2', '0.3']);
  });

  it('lends its unit to a bare number, and may go down', () => {
    expect(textsOf('a.b=10..30s/10')).toEqual(['10s', '20s', '30s']);
    expect(textsOf('a.b=5..3')).toEqual(['5', '4', '3']);
    expect(textsOf('a.b=1m..4m/1m')).toEqual(['60s', '2m', '3m', '4m']);
  });

  it('says what does not fit', () => {
    expect(problemOf('a.b=10s..90%')).toContain('"90%" does not fit');
    expect(problemOf('a.b=some..more')).toContain('"some" and "more" do not fit');
    expect(problemOf('a.b=1..5/0')).toContain('more than 0');
    expect(problemOf('a.b=1..5000/1')).toContain('5000 values; 400 points are the most');
    expect(problemOf('a.b')).toContain('agents.team.count=8..12');
    expect(problemOf('=1..2')).toContain('agents.team.count=8..12');
  });
});

describe('a list', () => {
  it('holds what a setting takes', () => {
    expect(textsOf('a.b=1,2, 4')).toEqual(['1', '2', '4']);
    expect(textsOf('a.method=leastActive,roundRobin')).toEqual(['leastActive', 'roundRobin']);
    expect(textsOf('a.b={ exponential: { mean: 2m } }, { constant: 3m }')).toEqual([
      '{ exponential: { mean: 2m } }',
      '{ constant: 3m }',
    ]);
  });

  it('has a kind when all are of one', () => {
    const kindOf = (written: string) => variedOf(written, [])?.kind;
    expect(['a=10s,2m', 'a=5%,7%', 'a=1,2', 'a=1,never'].map(kindOf)).toEqual([
      'length',
      'share',
      'number',
      'text',
    ]);
  });
});

it('takes a path with quotes as --set does', () => {
  expect(variedOf('agents.seniors.shifts["early = one"]=4..6', [])?.path).toBe(
    'agents.seniors.shifts["early = one"]',
  );
});
