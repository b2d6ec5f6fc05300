/** Every case that can be played has a scenario that reads without a word of warning; the others are known. */
import { describe, expect, test } from 'vitest';
import { CALCULATOR_ONLY, planOf, UNSUPPORTED } from '../../engine/validation/plan-of.ts';
import { readScenario } from '../../workers/tandem.ts';
import { ownCases } from './own-cases.suite.ts';
import { readCases } from './pack.suite.ts';

/** Cases that the pack itself asks no simulation of, or that are statistics of given numbers. */
const NOT_PLAYED = /^(erlang-b-0[45]|output-analysis-0[3-6])$/;

const cases = readCases();

describe('scenarios of the validation cases', () => {
  test('a case is played or known not to be', () => {
    const unknown = cases.filter(
      (each) =>
        planOf(each) === null &&
        !(each.family in CALCULATOR_ONLY) &&
        !(each.family in UNSUPPORTED) &&
        !NOT_PLAYED.test(each.id),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  test.each([...cases, ...ownCases].filter((each) => planOf(each) !== null))(
    '$id reads without a warning',
    (each) => {
      for (const { scenarios } of planOf(each)?.plays ?? []) {
        for (const text of scenarios) {
          const read = readScenario(text);
          expect(read.ok ? read.warnings : read.problems, text).toEqual([]);
        }
      }
    },
  );

  test('the plays of a case have names of their own', () => {
    for (const each of cases) {
      const names = (planOf(each)?.plays ?? []).map(({ name }) => name);
      expect(new Set(names).size, each.id).toBe(names.length);
    }
  });

  test('every expected number of a played case is measured, or is not for a reason', () => {
    expect(cases.flatMap((each) => planOf(each)?.unknown ?? [])).toEqual([]);
  });
});
