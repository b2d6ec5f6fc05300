/**
 * What `check` found, as plain data with a JSON Schema: every expectation with its value, what it is known to lie between, and its
 * verdict; every recorded baseline and whether behaviour and numbers are still its own. Lengths of time are in seconds, shares
 * fractions of 1. It computes nothing but counts.
 */
import { z } from 'zod';

/** Raised when a reader of older results would misunderstand a newer one. */
const SUITE_VERSION = 1;

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const plain = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const value = z.number().nullable();
const unit = z.enum(['share', 's', 'number']);

const expectation = plain({
  kpi: z.string().describe('as the suite names it'),
  id: z.string().describe('of the KPI in the rule book'),
  unit,
  queue: z.string().nullable().describe('null: in total'),
  between: z.tuple([z.number(), z.number()]).readonly(),
  mean: value.describe('null: there was nothing to measure'),
  low: value.describe('the end of the interval that the verdict was taken on; null: none could be told'),
  high: value,
  n: z.int().nonnegative().describe('replicates: days, or blocks of days of a long run'),
  days: z.int().nonnegative().describe('after how many it was decided'),
  verdict: z
    .enum(['pass', 'fail', 'undecided'])
    .describe('`pass` and `fail` need the whole interval within, or outside, the bounds'),
  why: z
    .enum(['tooClose', 'noValue', 'noInterval', 'stopped'])
    .nullable()
    .describe(
      'of what is undecided: the interval holds a bound; nothing to measure; too few days had anything; interrupted',
    ),
});

/** One decision, as a transcript tells it. */
const decision = plain({
  at: z.string().describe('local time, to the millisecond'),
  text: z.string(),
  rule: z.string().nullable(),
  why: list(z.string()).describe('who else was looked at, and why not'),
});

const moved = plain({
  id: z.string(),
  stat: z.string(),
  unit,
  queue: z.string().nullable(),
  group: z.string().nullable(),
  was: value,
  is: value,
  difference: value,
  halfwidth: value.describe(
    'of the paired difference, at the chance of a false alarm; null: none could be told',
  ),
});

const baseline = plain({
  file: z.string(),
  verdict: z
    .enum(['same', 'changed', 'moved', 'missing', 'recorded', 'stopped'])
    .describe(
      '`same`: every command of every day is the same; `changed`: behaviour changed, no number moved beyond chance; `moved`: numbers did',
    ),
  seed: z.number().nullable().describe('of the recorded days, which are played again'),
  days: z.int().nonnegative(),
  recordedBy: z.string().nullable().describe('version of Tandem'),
  digest: plain({ was: z.string().nullable(), is: z.string().nullable() }),
  commands: plain({ was: z.number().nullable(), is: z.number().nullable() }),
  daysDiffering: z.int().nonnegative(),
  scenario: z
    .enum(['same', 'changed'])
    .nullable()
    .describe('whether the scenario with its changes is the recorded one; null: there is no record'),
  luck: z
    .enum(['same', 'other'])
    .nullable()
    .describe(
      '`other`: the suite now asks for another seed; behaviour is compared on the recorded one all the same',
    ),
  first: plain({
    day: z.int().nonnegative().describe('from 0'),
    was: decision.nullable().describe('null: the record had ended'),
    is: decision.nullable(),
    before: list(z.string()).describe('what both did just before'),
    kept: z
      .enum(['record', 'replayed', 'none'])
      .describe(
        'where the old decision is from: the record, the recorded scenario played by this engine, or nowhere',
      ),
  }).nullable(),
  moved: list(moved),
});

const file = plain({
  file: z.string(),
  name: z.string(),
  seed: z.number(),
  set: list(z.string()),
  days: z.int().nonnegative().describe('simulated for the expectations'),
  daysAtMost: z.int().positive(),
  looks: z.int().nonnegative().describe('at most, up to that many days'),
  expectations: list(expectation),
  unchecked: z
    .int()
    .nonnegative()
    .describe('expectations that were not looked at, because the suite was recorded'),
  baseline: baseline.nullable(),
});

export const suiteReportSchema = plain({
  suiteVersion: z.literal(SUITE_VERSION),
  tandem: z.string(),
  verdict: z.enum(['pass', 'fail']).describe('of all that was checked here'),
  falseAlarm: z.number().describe('at most the chance that any verdict of the whole suite is wrong by luck'),
  expectations: z
    .int()
    .nonnegative()
    .describe('of the whole suite, other shards included: the chance is divided among them'),
  shard: plain({ index: z.int().positive(), of: z.int().positive() }).nullable(),
  counts: plain({
    pass: z.int().nonnegative(),
    fail: z.int().nonnegative(),
    undecided: z.int().nonnegative(),
    unchecked: z.int().nonnegative().describe('expectations that nobody looked at: `--record` decides none'),
    baselines: z.int().nonnegative(),
    baselinesFailed: z.int().nonnegative(),
  }),
  files: list(file),
});

export type SuiteReport = z.infer<typeof suiteReportSchema>;
export type SuiteFile = z.infer<typeof file>;
export type ExpectationVerdict = z.infer<typeof expectation>;
export type BaselineVerdict = z.infer<typeof baseline>;
export type Decision = z.infer<typeof decision>;
export type MovedNumber = z.infer<typeof moved>;

export function suiteReportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(suiteReportSchema) as Record<string, unknown>;
}

export interface SuiteInfo {
  readonly version: string;
  readonly falseAlarm: number;
  readonly expectations: number;
  readonly shard: SuiteReport['shard'];
  /** A change of behaviour alone does not fail. */
  readonly allowsBehaviour: boolean;
}

export function buildSuiteReport(files: readonly SuiteFile[], info: SuiteInfo): SuiteReport {
  const all = files.flatMap(({ expectations }) => expectations);
  const count = (verdict: ExpectationVerdict['verdict']): number =>
    all.filter((each) => each.verdict === verdict).length;
  const baselines = files.flatMap((each) => each.baseline ?? []);
  const baselinesFailed = baselines.filter((each) => failsBaseline(each, info.allowsBehaviour)).length;
  const counts = {
    pass: count('pass'),
    fail: count('fail'),
    undecided: count('undecided'),
    unchecked: files.reduce((sum, { unchecked }) => sum + unchecked, 0),
    baselines: baselines.length,
    baselinesFailed,
  };
  return {
    suiteVersion: SUITE_VERSION,
    tandem: info.version,
    verdict: counts.fail + counts.undecided + baselinesFailed === 0 ? 'pass' : 'fail',
    falseAlarm: info.falseAlarm,
    expectations: info.expectations,
    shard: info.shard,
    counts,
    files,
  };
}

export function failsBaseline({ verdict }: BaselineVerdict, allowsBehaviour: boolean): boolean {
  if (verdict === 'changed') return !allowsBehaviour;
  return verdict === 'moved' || verdict === 'missing' || verdict === 'stopped';
}

/** The report as `--json` writes it. */
export function suiteJson(report: SuiteReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
