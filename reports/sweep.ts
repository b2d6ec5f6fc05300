/**
 * A sweep as plain data: one or two settings over their values, at every point the measures with their intervals, the paired
 * difference to the scenario as it is, and whether the point meets the targets. Like a report it depends on nothing but the
 * scenario, the seed, the days and the version. It judges; it simulates nothing and writes no sentence.
 */
import { z } from 'zod';
import { sureAbove } from '../engine/index.ts';
import type { Estimate } from '../engine/index.ts';
import { REPORT_VERSION, warningSchema } from './schema.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const plain = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();
const value = z.number().nullable();

const estimate = plain({ mean: value, low: value, high: value, n: z.int().nonnegative() });
const verdict = z.enum(['met', 'missed', 'unsure', 'noValue']);

const judged = plain({
  verdict: verdict.describe('met or missed: the whole 95% interval lies on that side'),
  sure: value.describe('the confidence, one-sided, that the target is met; null: no interval'),
});

const point = plain({
  at: list(z.int().nonnegative()).describe('of each setting, which of its values'),
  isBase: z.boolean().describe('the scenario as it is'),
  agentHours: z.number().describe('planned a day'),
  cost: value.describe('of those hours a day, in the currency; null: no group has a cost'),
  estimates: list(estimate).describe('of each KPI'),
  differences: list(estimate).describe('point minus base, paired by day'),
  targets: list(judged),
  verdict: verdict.nullable().describe('of all targets together; null: there is none'),
});

export const sweepSchema = plain({
  reportVersion: z.literal(REPORT_VERSION),
  tandem: z.string(),
  scenario: z.string(),
  seed: z.number(),
  days: plain({
    simulated: z.int().nonnegative().describe('of each point, the same days with the same luck'),
    asked: z.int().nonnegative(),
    ended: z.enum(['allDays', 'enough', 'stopped']),
  }),
  command: z.string(),
  set: list(z.string()),
  settings: list(
    plain({
      path: z.string(),
      kind: z.enum(['length', 'share', 'number', 'text']),
      base: z.string().nullable().describe('what the scenario says; null: nothing'),
      standard: z.string().nullable().describe('what holds where it says nothing'),
      values: list(plain({ text: z.string(), value: value.describe('seconds, percent or a number') })),
    }),
  ),
  kpis: list(
    plain({
      name: z.string(),
      id: z.string(),
      stat: z.string(),
      title: z.string(),
      unit: z.enum(['share', 's', 'number']),
      queue: z.string().nullable(),
      group: z.string().nullable(),
    }),
  ),
  currency: z.string().nullable().describe('ISO 4217, of the costs; null: no group has one'),
  targets: list(plain({ text: z.string(), kpi: z.int().nonnegative(), atLeast: value, atMost: value })),
  base: plain({
    agentHours: z.number(),
    cost: value,
    estimates: list(estimate),
    targets: list(judged),
    verdict: verdict.nullable(),
  }),
  points: list(point),
  best: plain({
    first: z.int().nullable().describe('the first point, in the order asked, that surely meets all targets'),
    cheapest: z.int().nullable(),
    by: z
      .enum(['cost', 'agentHours', 'nearest'])
      .describe(
        'what cheapest means: the least cost where the points have one and differ in it, else fewest planned agent-hours, or nearest to the base',
      ),
  }).nullable(),
  warnings: list(warningSchema),
});

export type Sweep = z.infer<typeof sweepSchema>;
export type SweepPoint = Sweep['points'][number];
export type SweepTarget = Sweep['targets'][number];
type Judged = SweepPoint['targets'][number];
type Verdict = Judged['verdict'];

export function sweepJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(sweepSchema) as Record<string, unknown>;
}

/** As it is written to a file: the same bytes for the same sweep. */
export function sweepJson(sweep: Sweep): string {
  return `${JSON.stringify(sweep, null, 1)}\n`;
}

/** Between what the true value of a KPI lies, in the units of reports. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What was simulated, before it is judged and before its intervals are cut at what is possible: half of them is the width. */
export interface SweepParts extends Omit<Sweep, 'reportVersion' | 'base' | 'points' | 'best'> {
  /** Of each KPI. */
  readonly ranges: readonly Range[];
  readonly base: Pick<Sweep['base'], 'agentHours' | 'cost' | 'estimates'>;
  readonly points: readonly Omit<SweepPoint, 'targets' | 'verdict'>[];
}

export function buildSweep({ ranges, ...parts }: SweepParts): Sweep {
  const { targets, settings } = parts;
  const judge = (estimates: readonly Estimate[]) => {
    const told = targets.map((target) => judgedBy(target, estimates[target.kpi]!));
    return {
      estimates: estimates.map((each, at) => cutAt(each, ranges[at]!)),
      targets: told,
      verdict: together(told.map(({ verdict }) => verdict)),
    };
  };
  const points = parts.points.map((each) => ({ ...each, ...judge(each.estimates) }));
  return {
    ...parts,
    reportVersion: REPORT_VERSION,
    base: { ...parts.base, ...judge(parts.base.estimates) },
    points,
    best: targets.length === 0 ? null : bestOf(points, settings),
  };
}

function cutAt(measured: Estimate, { least, most }: Range): Estimate {
  const { mean, low, high, n } = measured;
  if (mean === null || low === null || high === null) return measured;
  return { mean, low: Math.min(mean, Math.max(least, low)), high: Math.max(mean, Math.min(most, high)), n };
}

function judgedBy({ atLeast, atMost }: SweepTarget, measured: Estimate): Judged {
  const { mean, low, high } = measured;
  if (mean === null) return { verdict: 'noValue', sure: null };
  if (low === null || high === null) return { verdict: 'unsure', sure: null };
  if (atLeast !== null)
    return { verdict: verdictOf(low >= atLeast, high < atLeast), sure: sureAbove(measured, atLeast) };
  const bound = atMost ?? Infinity;
  const above = sureAbove(measured, bound);
  return { verdict: verdictOf(high <= bound, low > bound), sure: above === null ? null : 1 - above };
}

function verdictOf(isMet: boolean, isMissed: boolean): Verdict {
  return isMet ? 'met' : isMissed ? 'missed' : 'unsure';
}

/** One missed is missed; all met is met. */
function together(verdicts: readonly Verdict[]): Verdict | null {
  if (verdicts.length === 0) return null;
  return (['missed', 'noValue', 'unsure'] as const).find((each) => verdicts.includes(each)) ?? 'met';
}

function bestOf(points: readonly SweepPoint[], settings: Sweep['settings']): NonNullable<Sweep['best']> {
  const by = cheapestBy(points);
  const priceOf = ({ cost, agentHours }: SweepPoint): number =>
    by === 'cost' ? cost! : by === 'agentHours' ? agentHours : 0;
  const met = points.flatMap((each, at) =>
    each.verdict === 'met' ? [{ at, price: priceOf(each), distance: distanceOf(each, settings) }] : [],
  );
  const [cheapest] = met.toSorted((a, b) => a.price - b.price || a.distance - b.distance || a.at - b.at);
  return { first: met[0]?.at ?? null, cheapest: cheapest?.at ?? null, by };
}

function cheapestBy(points: readonly SweepPoint[]): NonNullable<Sweep['best']>['by'] {
  const differ = (values: readonly number[]): boolean => Math.max(...values) - Math.min(...values) > 1e-6;
  const costs = points.flatMap(({ cost }) => cost ?? []);
  if (costs.length === points.length && differ(costs)) return 'cost';
  return differ(points.map(({ agentHours }) => agentHours)) ? 'agentHours' : 'nearest';
}

/** From the base, as a part of what each setting spans; a value that is no number is near only when it is the same. */
function distanceOf({ at }: SweepPoint, settings: Sweep['settings']): number {
  return settings.reduce((sum, { base, standard, values }, which) => {
    const here = values[at[which]!]!;
    const home = values.find(({ text }) => text === (base ?? standard));
    const numbers = values.flatMap(({ value }) => value ?? []);
    const span = Math.max(...numbers) - Math.min(...numbers);
    const from = home?.value ?? quantityOf(base ?? standard);
    if (here.value === null || from === null || !(span > 0)) return sum + (here === home ? 0 : 1);
    return sum + Math.abs(here.value - from) / span;
  }, 0);
}

/** A setting of the base that is none of the values: `1m30s`, `80%`, `9`; in seconds, percent or as it is. */
function quantityOf(text: string | null): number | null {
  if (text === null) return null;
  const [, number] = /^(-?\d+(?:\.\d+)?)%?$/.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  const units: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|d|h|m|s)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return null;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
}
