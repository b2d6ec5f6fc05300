/**
 * A staffing as plain data: heads by interval and group, what the formulas say beside them, what was confirmed on fresh days.
 * Its shape is the schema below, which is also what `--json` writes. Lengths are seconds, shares fractions of 1.
 */
import { z } from 'zod';

const count = z.number().min(0);
const value = z.number().nullable();

const cell = z.strictObject({
  target: z.string().meta({ description: 'As it was asked for.' }),
  interval: z.int().nullable().meta({ description: 'Index of the interval; null: the day.' }),
  mean: z.number(),
  low: value.meta({ description: 'One-sided bound at the confidence of one confirmation.' }),
  high: value,
  verdict: z.enum(['met', 'missed', 'unsure']),
});

const group = z.strictObject({
  name: z.string(),
  queues: z.array(z.string()),
  isPlanned: z
    .boolean()
    .meta({ description: 'False: it serves no queue with a target and was left as it is.' }),
  shrinkage: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'Share of rostered time not at work, as asked for or as the scenario has it.' }),
  scenarioShrinkage: z.number().min(0).max(1).meta({ description: 'As the scenario has it.' }),
  atWorkNow: z.array(count).meta({
    description:
      'At work (net) as the scenario plans it: plannedNow × (1 − scenarioShrinkage), a mean. Compares with needed.',
  }),
  erlangC: z.array(count).nullable().meta({ description: 'At work (net), by the formula.' }),
  erlangA: z.array(count).nullable().meta({ description: 'At work (net), by the formula.' }),
  needed: z.array(count).meta({ description: 'At work (net), by simulation.' }),
  plannedNow: z.array(count).meta({
    description:
      'Planned by the scenario (gross), shrinkage still in it, breaks taken off; averaged over each interval. Compares with rostered.',
  }),
  rostered: z
    .array(count)
    .meta({ description: 'To be planned (gross): needed / (1 − shrinkage), rounded up.' }),
  inScenario: z.array(count).meta({
    description: 'What to write into the scenario (gross): needed / (1 − scenarioShrinkage), rounded up.',
  }),
  headsAtMost: z
    .int()
    .nullable()
    .meta({ description: 'The most heads at work that were tried in an interval; null: not planned.' }),
});

const kind = z.strictObject({
  name: z.string(),
  starts: z.array(z.string()).meta({ description: 'Local time at which each interval begins.' }),
  isMeasured: z.array(z.boolean()).meta({ description: 'False: in the warm-up.' }),
  hoursPerInterval: z.array(z.number()),
  groups: z.array(group),
  results: z.array(cell).meta({ description: 'Of the last confirmation.' }),
  verdict: z.enum(['confirmed', 'notConfirmed', 'stopped']),
  isOutOfHeads: z.boolean().meta({
    description: 'True: not confirmed, and a value is open where every group had headsAtMost already.',
  }),
  confirmations: z.int(),
  confirmationSeed: z.int().nullable(),
  confirmationDays: z.int().nullable(),
  trials: z.int().meta({ description: 'Plans tried in the search.' }),
});

export const staffingSchema = z.strictObject({
  tandem: z.string(),
  scenario: z.string(),
  seed: z.int(),
  confidence: z.number(),
  days: z.strictObject({ search: z.int(), confirmation: z.int() }),
  confirmationsAtMost: z.int(),
  targets: z.array(
    z.strictObject({
      text: z.string(),
      kpi: z.string(),
      unit: z.enum(['share', 's', 'number']),
      isAtLeast: z.boolean(),
      value: z.number(),
    }),
  ),
  kinds: z.array(kind),
  withoutTarget: z.array(z.string()).meta({ description: 'Queues that no target is about.' }),
  intervalSeconds: z.number(),
  command: z.string(),
});

export type Staffing = z.infer<typeof staffingSchema>;
export type StaffingKind = z.infer<typeof kind>;
export type StaffingGroup = z.infer<typeof group>;
export type StaffingCell = z.infer<typeof cell>;

export function staffingJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(staffingSchema, { target: 'draft-2020-12' });
}

export function staffingJson(staffing: Staffing): string {
  return `${JSON.stringify(staffing, null, 2)}\n`;
}

/** Agent-hours of a row of heads. */
export function hoursOf({ hoursPerInterval }: StaffingKind, heads: readonly number[]): number {
  return heads.reduce((sum, each, at) => sum + each * (hoursPerInterval[at] ?? 0), 0);
}

/** The snippet to paste into the scenario: `staff` by interval, in place of counts, shifts or members. */
export function staffingYaml(staffing: Staffing): string {
  const every = `${staffing.intervalSeconds / 60}m`;
  const lines = (of: StaffingKind, indent: string): string[] =>
    of.groups.flatMap((each) => {
      if (!each.isPlanned) return [];
      const staff = `staff: [${each.inScenario.join(', ')}]`;
      return [`${indent}${nameText(each.name)}:`, `${indent}  every: ${every}`, `${indent}  ${staff}`];
    });
  const [first, ...others] = staffing.kinds;
  if (first === undefined) return '';
  if (others.length === 0) return ['agents:', ...lines(first, '  '), ''].join('\n');
  return [
    'kinds:',
    ...staffing.kinds.flatMap((each) => [
      `  ${nameText(each.name)}:`,
      '    agents:',
      ...lines(each, '      '),
    ]),
    '',
  ].join('\n');
}

function nameText(name: string): string {
  return /^[A-Za-z][\w -]*$/.test(name) ? name : JSON.stringify(name);
}
