/**
 * The result of a validation as data: per case what calculator and simulator said of each number, and over the pack how many numbers
 * are as far off as luck allows. Lengths of time are seconds, as in the pack. It makes no sentence; validation-text.ts does.
 */
import { z } from 'zod';

const number = z.number();
const orNull = number.nullable();

const validationNumberSchema = z.strictObject({
  name: z.string().describe('As in the pack; lists and parts by their path: curve[2].pAbandon.'),
  expected: number,
  calculator: z
    .strictObject({
      value: orNull.describe('null: the calculator does not give this number, or there is none.'),
      isUnbounded: z.boolean().describe('There is none: without a steady state a wait has no mean.'),
      error: orNull,
      allowed: number,
      isWithin: z.boolean(),
    })
    .nullable()
    .describe('null: no calculator is asked for this number.'),
  simulation: z
    .strictObject({
      estimate: orNull.describe('null: nothing was seen of it.'),
      halfWidth: orNull.describe('Of the 95 % interval.'),
      halfWidthAsked: orNull.describe('null: the pack asks for none.'),
      standardError: orNull,
      replicates: number,
      z: orNull.describe('Distance in standard errors; null where a range or an order decides.'),
      firstZ: orNull.describe('Before it was measured once more, with fresh luck and four times the length.'),
      firstEstimate: orNull,
      range: z.tuple([number, number]).nullable().describe('Where the estimate must be, where that decides.'),
      margin: orNull.describe('Standard errors by which the best one is ahead, where that decides.'),
      isNear: z.boolean(),
      isNarrow: z.boolean(),
    })
    .nullable(),
  note: z.string().nullable().describe('Why it is not simulated.'),
  verdict: z.enum(['pass', 'fail', 'unfinished']),
});

const validationCaseSchema = z.strictObject({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  verdict: z.enum(['pass', 'fail', 'unsupported', 'unfinished']),
  reason: z.string().nullable().describe('Why it is unsupported, unfinished or failed as a whole.'),
  calls: number.describe('Simulated calls.'),
  numbers: z.array(validationNumberSchema),
});

export const validationSchema = z.strictObject({
  tandem: z.string().describe('Version of Tandem.'),
  pack: z.string(),
  seed: number,
  mode: z.enum(['full', 'quick', 'calculators']),
  ended: z.enum(['done', 'stopped']),
  cases: z.array(validationCaseSchema),
  summary: z.strictObject({
    cases: z.strictObject({ pass: number, fail: number, unsupported: number, unfinished: number }),
    calculated: z.strictObject({ numbers: number, within: number }),
    simulated: z.strictObject({
      numbers: number.describe('With a z of their own.'),
      beyond26: number.describe('Beyond 2.6 standard errors when first measured.'),
      share26: orNull,
      beyond35: number.describe('Beyond 3.5 when first measured; each was measured again.'),
      remeasured: number,
      isWithinLuck: z.boolean().describe('No more than 3 % beyond 2.6; decided over 100 numbers or more.'),
    }),
    calls: number,
    unsupportedFamilies: z.array(z.string()),
  }),
  passed: z.boolean(),
});

export type Validation = z.infer<typeof validationSchema>;
export type ValidationCase = z.infer<typeof validationCaseSchema>;
export type ValidationNumber = z.infer<typeof validationNumberSchema>;

/** JSON Schema of the result, for programs that read it. */
export function validationJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(validationSchema, { target: 'draft-2020-12' });
}

export function validationJson(result: Validation): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
