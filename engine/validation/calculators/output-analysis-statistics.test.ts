import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Params } from '../params.ts';
import { isStatistics, outputAnalysisStatistics } from './output-analysis-statistics.ts';

interface Case {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, number>>;
}

const PACK = new URL('../../../scenarios/validation/public.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(PACK, 'utf8')) as { readonly cases: readonly Case[] };
const ours = cases.filter(
  ({ family, id, params }) => family === 'output-analysis' && isStatistics(new Params(id, params)),
);

describe('the statistics of the output-analysis family', () => {
  test('are four of the public pack', () =>
    expect(ours.map(({ id }) => id.slice(-2))).toEqual(['03', '04', '05', '06']));

  test.each(ours)('$id: every number is the one expected, to 1e-9', ({ id, params, expected }) => {
    const answers = outputAnalysisStatistics(new Params(id, params), expected);
    for (const [name, value] of Object.entries(expected))
      expect([name, Math.abs(Number(answers[name]) / value - 1) < 1e-9]).toEqual([name, true]);
  });

  test('another confidence makes another interval: of 8 values at 90 %, t of 7 degrees is 1.894579', () => {
    const params = new Params('x', {
      values: [12.1, 9.8, 11.4, 10.9, 13.0, 10.2, 11.7, 12.4],
      confidence: 0.9,
    });
    // Of the 95 % interval 0.914655904107 with t 2.364624.
    expect(outputAnalysisStatistics(params, {})['halfWidth']).toBeCloseTo(
      (0.914655904107 * 1.894578605) / 2.364624252,
      7,
    );
  });

  test('a quantile that no pair of so few values can hold has an end outside of them', () => {
    const answers = outputAnalysisStatistics(
      new Params('x', { n: 10, quantile: 0.99, confidence: 0.95 }),
      {},
    );
    // 0.99^10 = 0.904: the largest of ten lies below the 99 % quantile more often than not.
    expect(answers['upperIndex1Based']).toBe(11);
  });

  test('a case of a queueing model is refused', () => {
    expect(() => outputAnalysisStatistics(new Params('x', { agents: 1 }), {})).toThrow('neither a quantile');
  });
});
