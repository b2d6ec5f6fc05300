/** Every case that can be played has a scenario that reads without a word of warning; the others are known. */
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../workers/tandem.ts';
import { readCases } from './cases.ts';
import { modelOf } from './models.ts';
import { derivedCases } from './derived-cases.suite.ts';
import { ownCases } from './own-cases.suite.ts';
import { checksOf } from './quantities.suite.ts';

/** Calculators, diallers and what belongs to later commands: fitting, searching. Curves and published days: derived-cases. */
const NOT_PLAYED = [
  'erlang-b',
  'erlang-c-staffing',
  'erlang-a-staffing',
  'callback-separate',
  'dialler',
  'tune-overflow',
  'tune-callback',
  'tune-pacing',
  'output-analysis',
  'fit',
  'optimise',
  'published',
];

/** Expected numbers that no simulation gives: a logarithm of nothing, an approximation. */
const NOT_MEASURED = ['pTotalZeroLog', 'haywardApproxOfThat'];

const cases = readCases();

describe('scenarios of the validation cases', () => {
  test('a family is played or known not to be', () => {
    const unknown = cases.filter((each) => modelOf(each) === null && !NOT_PLAYED.includes(each.family));
    expect(unknown.map(({ id }) => id)).toEqual([]);
    expect(cases.filter((each) => modelOf(each) !== null).length).toBe(41);
  });

  test.each([...cases, ...derivedCases(cases), ...ownCases].filter((each) => modelOf(each) !== null))(
    '$id reads without a warning',
    (each) => {
      for (const text of Object.values(modelOf(each)!.scenarios)) {
        const read = readScenario(text);
        expect(read.ok ? read.warnings : read.problems, text).toEqual([]);
      }
    },
  );

  test('every expected number of a played case is measured', () => {
    const missing = cases
      .filter((each) => modelOf(each) !== null)
      .flatMap((each) => {
        const names = checksOf(each).map(({ name }) => name.replace(/ as a share$/, ''));
        return Object.keys(each.expected)
          .filter((name) => !names.includes(name) && !NOT_MEASURED.includes(name))
          .map((name) => `${each.id} ${name}`);
      });
    expect(missing).toEqual([]);
  });
});
