/**
 * A comparison: two reports of the same days and the same luck, and by how much they differ, as plain data. A difference is
 * called one only when its whole interval is on one side of zero. It knows no terminal and no file.
 */
import { z } from 'zod';
import type { Estimate, PairedAccumulator, PairedKpi } from '../engine/index.ts';
import { reportSchema, type Report } from './schema.ts';

/** Raised when a reader of older comparisons would misunderstand a newer one. */
export const COMPARISON_VERSION = 1;

const value = z.number().nullable();
const estimate = z
  .strictObject({ mean: value, low: value, high: value, n: z.int().nonnegative() })
  .readonly()
  .describe('of 95 % confidence; null: there was nothing to measure, or too few days');

const row = z
  .strictObject({
    id: z.string(),
    stat: z.string(),
    title: z.string(),
    unit: z.enum(['share', 's', 'number']),
    queue: z.string().nullable().describe('null: all together'),
    group: z.string().nullable(),
    baseline: value,
    candidate: value,
    difference: estimate.describe('candidate minus baseline; its interval is of the days in pairs'),
    verdict: z
      .enum(['higher', 'lower', 'unsure', 'same', 'noValue'])
      .describe('`higher`, `lower`: the whole interval is on one side of 0; `same`: equal on every day'),
  })
  .readonly();

export const comparisonSchema = z
  .strictObject({
    comparisonVersion: z.literal(COMPARISON_VERSION),
    baseline: reportSchema,
    candidate: reportSchema,
    rows: z.array(row).readonly(),
  })
  .readonly();

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonRow = z.infer<typeof row>;

export function buildComparison(baseline: Report, candidate: Report, pairs: PairedAccumulator): Comparison {
  const rows = pairs.pairs.flatMap((pair) => rowOf(baseline, candidate, pair, pairs.difference(pair)));
  return { comparisonVersion: COMPARISON_VERSION, baseline, candidate, rows };
}

/** JSON Schema (draft 2020-12) of a comparison. */
export function comparisonJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(comparisonSchema) as Record<string, unknown>;
}

/** A row for what both reports tell. */
function rowOf(
  baseline: Report,
  candidate: Report,
  { kpi, place }: PairedKpi,
  estimated: Estimate,
): ComparisonRow[] {
  const queue = kpi.scope === 'queue' ? place : null;
  const group = kpi.scope === 'group' ? place : null;
  const find = (report: Report) =>
    report.kpis.find(
      (each) =>
        each.id === kpi.id &&
        each.stat === kpi.stat &&
        each.queue === queue &&
        each.group === group &&
        each.interval === null &&
        each.kind === null,
    );
  const [before, after] = [find(baseline), find(candidate)];
  if (!before || !after) return [];
  const difference = kpi.unit === 'time' ? inSeconds(estimated) : estimated;
  return [
    {
      id: kpi.id,
      stat: kpi.stat,
      title: kpi.title,
      unit: before.unit,
      queue,
      group,
      baseline: before.mean,
      candidate: after.mean,
      difference,
      verdict: verdictOf(difference),
    },
  ];
}

function inSeconds({ mean, low, high, n }: Estimate): Estimate {
  const seconds = (millis: number | null) => (millis === null ? null : millis / 1000);
  return { mean: seconds(mean), low: seconds(low), high: seconds(high), n };
}

function verdictOf({ mean, low, high }: Estimate): ComparisonRow['verdict'] {
  if (mean === null) return 'noValue';
  if (low === null || high === null) return 'unsure';
  if (low === 0 && high === 0) return 'same';
  if (low > 0) return 'higher';
  return high < 0 ? 'lower' : 'unsure';
}
