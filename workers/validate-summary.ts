/**
 * What the cases of a validation come to together: how many pass, and whether more numbers are far off than luck allows. It knows no
 * case.
 */
import type { Validation, ValidationCase } from '../reports/validation.ts';

/** Luck puts 0.9 % of all numbers beyond 2.6 standard errors; numbers of one case are alike, so three times as many is the limit. */
const FAR = 2.6;
const MOST_FAR = 0.03;
const VERY_FAR = 3.5;
/** Of fewer numbers the share says nothing: one of twenty is 5 %. */
const ENOUGH = 100;

export function summaryOf(
  cases: readonly ValidationCase[],
  strict: boolean,
): Pick<Validation, 'summary' | 'passed'> {
  const count = (verdict: ValidationCase['verdict']): number =>
    cases.filter((each) => each.verdict === verdict).length;
  const numbers = cases.flatMap((each) => each.numbers);
  const calculators = numbers.flatMap(({ calculator }) => (calculator === null ? [] : [calculator]));
  // What was found first counts: the second look is taken of those far off only.
  const zs = numbers.flatMap(({ simulation }) => {
    const z = simulation === null ? null : (simulation.firstZ ?? simulation.z);
    return z === null ? [] : [Math.abs(z)];
  });
  const beyond26 = zs.filter((z) => z > FAR).length;
  const isWithinLuck = zs.length < ENOUGH || beyond26 <= MOST_FAR * zs.length;
  const verdicts = {
    pass: count('pass'),
    fail: count('fail'),
    unsupported: count('unsupported'),
    unfinished: count('unfinished'),
  };
  const unsupported = cases.filter(({ verdict }) => verdict === 'unsupported');
  return {
    summary: {
      cases: verdicts,
      calculated: {
        numbers: calculators.length,
        within: calculators.filter(({ isWithin }) => isWithin).length,
      },
      simulated: {
        numbers: zs.length,
        beyond26,
        share26: zs.length === 0 ? null : beyond26 / zs.length,
        beyond35: zs.filter((z) => z > VERY_FAR).length,
        remeasured: numbers.filter(({ simulation }) => (simulation?.firstZ ?? null) !== null).length,
        isWithinLuck,
      },
      calls: cases.reduce((sum, { calls }) => sum + calls, 0),
      unsupportedFamilies: [...new Set(unsupported.map(({ family }) => family))],
    },
    // Of what is unsupported, nothing was checked.
    passed:
      verdicts.pass > 0 &&
      verdicts.fail === 0 &&
      verdicts.unfinished === 0 &&
      isWithinLuck &&
      (!strict || verdicts.unsupported === 0),
  };
}
