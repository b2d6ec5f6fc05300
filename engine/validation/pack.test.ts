import { describe, expect, test } from 'vitest';
import { readPack } from './pack.ts';

const right = {
  id: 'erlang-b-01',
  family: 'erlang-b',
  params: { offeredErlang: 2, lines: 3 },
  expected: { pBlock: 0.2105263158 },
};

const problemsOf = (plain: unknown): string[] => {
  const read = readPack(JSON.stringify(plain));
  return read.ok ? [] : read.problems.map(({ place, text }) => `${place}: ${text}`);
};

describe('a validation pack', () => {
  test('is read with the usual tolerance where it says none', () => {
    const read = readPack(JSON.stringify({ pack: 'mine', set: 'small', version: 1, cases: [right] }));
    expect(read).toEqual({
      ok: true,
      name: 'mine, small',
      cases: [
        {
          ...right,
          title: 'erlang-b-01',
          kind: 'exact',
          tolerance: { calculator: {}, simulation: { z: 3.5, maxRelHalfWidth: 0.02 } },
        },
      ],
    });
  });

  test('tells a simulation that is not wanted from one of which nothing is said', () => {
    const tolerances = [
      { simulation: null, calculator: { abs: 0 } },
      { simulation: { note: 'see elsewhere' } },
      { calculator: { agents: 'equal', cost: { rel: 1e-7 } }, simulation: { z: 4, maxRelHalfWidth: 0.05 } },
    ];
    const cases = tolerances.map((tolerance, at) => ({ ...right, id: `case-${at}`, tolerance }));
    const read = readPack(JSON.stringify({ cases }));
    expect(read.ok && read.cases.map((each) => each.tolerance)).toEqual([
      { calculator: { abs: 0 }, simulation: null },
      { calculator: {}, simulation: { z: 3.5, maxRelHalfWidth: 0.02 } },
      { calculator: { agents: 'equal', cost: { rel: 1e-7 } }, simulation: { z: 4, maxRelHalfWidth: 0.05 } },
    ]);
  });

  test('has all its problems said at once, each with its place', () => {
    const { params: _, ...noParams } = right;
    const cases = [
      { ...noParams, id: 'a' },
      'no case',
      { ...right, id: 'b', expected: {} },
      { ...right, id: 'c', tolerance: { simulation: { z: -1 } } },
      { ...right, id: 'd' },
      { ...right, id: 'd' },
      { ...right, id: 'e', tolerance: { calculator: { rel: 'much' } } },
    ];
    expect(problemsOf({ cases })).toEqual([
      'cases[0] (a) params: is missing',
      'cases[1]: is to be of type object, not string',
      'cases[2] (b) expected: expects nothing',
      'cases[3] (c) tolerance.simulation.z: too small: expected number to be >0',
      'cases[5] (d): has the same id as cases[4]',
      'cases[6] (e) tolerance.calculator.rel: is to be a number of 0 or more, "equal", or a map of these',
    ]);
  });

  test('without cases, of another version or of another shape is refused', () => {
    expect(problemsOf({ cases: [] })).toEqual(['cases: has no case']);
    expect(problemsOf({})).toEqual(['cases: is missing']);
    expect(problemsOf([])).toEqual(['the pack: is to be of type object, not array']);
    expect(problemsOf({ version: 2, cases: [right] })).toEqual([
      'version: is a version that this program does not know; it reads version 1',
    ]);
  });

  test('that is no JSON is told with line and column', () => {
    const read = readPack('{\n  "cases": [1 2]\n}');
    expect(read).toMatchObject({ ok: false, problems: [{ place: 'line 2, column 15' }] });
    // Of some mistakes V8 shows the place and no position.
    expect(readPack('{ "cases": [,] }')).toMatchObject({ ok: false, problems: [{ place: 'the file' }] });
  });
});
