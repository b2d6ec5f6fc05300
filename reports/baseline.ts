/**
 * What a baseline is on disk: a JSON file for people and diffs (digests, estimates and their standard errors), and beside it a
 * compressed record for the program (the scenario, the sums of each day, the decisions of the first days). Schemas only.
 */
import { z } from 'zod';

/** Raised when an older baseline can no longer be compared. */
export const BASELINE_VERSION = 1;

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const plain = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();

const number = plain({
  id: z.string(),
  stat: z.string(),
  unit: z.enum(['share', 's', 'number']),
  queue: z.string().nullable(),
  group: z.string().nullable(),
  mean: z.number().nullable(),
  standardError: z.number().nullable(),
  n: z.int().nonnegative().describe('replicates'),
});

export const baselineSchema = plain({
  baselineVersion: z.literal(BASELINE_VERSION),
  tandem: z.string().describe('the version that recorded it'),
  scenario: z.string(),
  suite: z.string().optional().describe('its file, as seen from the folder of baselines'),
  seed: z.int().nonnegative(),
  days: z.int().positive(),
  digest: z.string().describe('of all commands of all days'),
  commands: z.int().nonnegative(),
  dayDigests: list(z.string()),
  numbers: list(number),
});

/** When (to the millisecond), what, by which rule, and who else was looked at. */
const decision = z.tuple([z.string(), z.string(), z.string().nullable(), list(z.string())]).readonly();

export const recordSchema = plain({
  baselineVersion: z.literal(BASELINE_VERSION),
  text: z.string().describe('of the scenario, as written'),
  set: list(z.string()),
  files: z.record(z.string(), z.string()).readonly(),
  isWhole: z.boolean().describe('false: the files it reads were too large to be kept'),
  sums: list(plain({ N: list(z.number()), D: list(z.number()) })).describe(
    'of each number of the baseline, replicate by replicate',
  ),
  decisions: list(list(decision)).describe('of the first days'),
});

export type BaselineData = z.infer<typeof baselineSchema>;
export type BaselineRecord = z.infer<typeof recordSchema>;
export type BaselineNumber = z.infer<typeof number>;

/** As it is committed: a line for each number and each day, so that a diff says which. */
export function baselineJson({ dayDigests, numbers, ...rest }: BaselineData): string {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  const lines = (rows: readonly unknown[]): string =>
    rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
  return `${head},\n  "dayDigests": ${lines(dayDigests)},\n  "numbers": ${lines(numbers)}\n}\n`;
}
