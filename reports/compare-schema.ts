/**
 * What a comparison is, in one place: the types and the JSON Schema come from it. Lengths are in seconds, shares are fractions of 1; a
 * value that does not exist is null. It computes nothing.
 */
import { z } from 'zod';
import { REPORT_VERSION } from './report-version.ts';
import { warningSchema } from './schema.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const plain = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const value = z.number().nullable();

const estimate = plain({ mean: value, low: value, high: value, n: z.int().nonnegative() });

const comparisonRow = plain({
  id: z.string(),
  stat: z.string(),
  title: z.string(),
  unit: z.enum(['share', 's', 'number']),
  queue: z.string().nullable().describe('null: all together'),
  group: z.string().nullable(),
  baseline: estimate,
  candidate: estimate,
  difference: estimate.describe('candidate minus baseline, paired by day'),
  z: value.describe('the difference in its standard errors; null: nothing varied, or no interval'),
  chance: value.describe('of a difference as large where there is none (two-sided p); null: no interval'),
  varianceRatio: value.describe(
    'variance of the difference with independent runs over that of the paired days: what the common luck gains; null: not paired (quantiles), or nothing varies',
  ),
  verdict: z
    .enum(['better', 'worse', 'higher', 'lower', 'unclear', 'same'])
    .describe(
      '`unclear`: the interval of the difference holds 0; `higher`, `lower`: neither is better by itself',
    ),
});

export const comparisonSchema = plain({
  reportVersion: z.literal(REPORT_VERSION),
  tandem: z.string(),
  baseline: z.string().describe('name of the scenario'),
  candidate: z.string(),
  seed: z.number(),
  days: plain({
    simulated: z.int().nonnegative().describe('of each'),
    asked: z.int().nonnegative(),
    ended: z.enum(['allDays', 'enough', 'stopped']),
  }),
  command: z.string(),
  serviceLevel: z.string().describe('ID of the formula in the headline, of the baseline: K-01a'),
  settings: list(
    plain({
      path: z.string(),
      baseline: z.string().nullable().describe('as one would write it; null: not said'),
      candidate: z.string().nullable(),
      standard: z.string().nullable().describe('what holds where it is not said, if it is one value'),
    }),
  ).describe('what differs in the two scenarios'),
  identical: z.boolean().describe('nothing differs, not even in a file they name'),
  toSee: list(
    plain({
      id: z.string(),
      stat: z.string(),
      queue: z.string().nullable(),
      difference: z.number().describe('a true difference of this size'),
      days: z.int().nonnegative().nullable().describe('is found by so many days in four runs of five'),
      stated: z.boolean().describe('somebody asked for it; else it is there to have one'),
    }),
  ),
  rows: list(comparisonRow),
  warnings: list(warningSchema),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonRow = z.infer<typeof comparisonRow>;

export function comparisonJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(comparisonSchema) as Record<string, unknown>;
}
