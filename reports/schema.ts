/**
 * What a report is, in one place: the types, the JSON Schema and the check of a report that was read come from it. Lengths of
 * time are in seconds, shares are fractions of 1, clocks are local ("08:30"); a value that does not exist is null, never 0.
 * It computes nothing and writes no sentence.
 */
import { z } from 'zod';
import { REPORT_VERSION } from './report-version.ts';

export { REPORT_VERSION } from './report-version.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const plain = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).readonly();

const value = z.number().nullable();
const verdict = z
  .enum(['met', 'missed', 'unsure', 'noValue'])
  .describe(
    '`met` and `missed` need the whole interval on one side; `unsure` means that more days would tell',
  );

const estimate = {
  mean: value.describe('null: there was nothing to measure'),
  low: value.describe('lower end of the 95 % interval; null: too few days for one'),
  high: value.describe('upper end'),
  n: z.int().nonnegative().describe('replicates: days, or blocks of days of a long run'),
};

const interval = plain({
  index: z.int().nonnegative(),
  start: z.string().describe('local clock'),
});

const kpiRow = plain({
  id: z.string().describe('of the KPI in the rule book, or Off, Ans, Ab, CbAcc, Arrived, Staff'),
  stat: z.string().describe('which number of that KPI'),
  unit: z.enum(['share', 's', 'number']),
  queue: z.string().nullable().describe('null: all together'),
  group: z.string().nullable(),
  interval: interval.nullable().describe('null: the whole day'),
  kind: z.string().nullable().describe('kind of day; null: all kinds as they occur'),
  ...estimate,
});

const definition = plain({
  id: z.string(),
  stat: z.string(),
  title: z.string(),
  formula: z.string().describe('over counts and sums of all days'),
});

const headline = plain({
  queue: z.string().nullable(),
  kpi: z.string().describe('the service level formula of the report'),
  target: value,
  within: value.describe('threshold in seconds; null: the queues differ'),
  ...estimate,
  verdict: verdict.nullable().describe('null: no target'),
  intervalsMet: plain(estimate)
    .nullable()
    .describe(
      'share of the reporting intervals of all days whose own service level reached the target, of those in which its formula has somebody to count; null: no target',
    ),
});

const funnel = plain({
  queue: z.string().nullable(),
  callers: z.number().describe('that entered the queue; this and all below are means per day'),
  heardOffer: z.number(),
  optedIn: z.number(),
  initiated: z.number(),
  connected: z.number(),
  lost: z.number(),
  otherwise: z.number().describe('cancelled, or served when they called again'),
  open: z.number(),
  offers: list(
    plain({
      number: z.int().positive().describe('the first one is 1; those after the eighth are not told'),
      after: z
        .number()
        .describe(
          'seconds in the queue at which it is due, when none before it was skipped; after `waitExceeds` the clock starts later',
        ),
      heard: z.number().describe('callers a day'),
      accepted: plain(estimate).describe('of those who heard it'),
    }),
  ),
  delay: plain(estimate).describe('opt-in to the join, seconds'),
  delays: list(
    plain({ from: z.number(), to: value.describe('null: no end'), callbacks: z.number() }),
  ).describe('the delays of a day by length, seconds'),
});

const groupTime = plain({
  group: z.string().nullable(),
  signedIn: value.describe('seconds per day, all agents of the group'),
  occupancy: plain(estimate),
  utilisation: plain(estimate),
  shares: plain({
    available: value,
    ringing: value,
    dialling: value,
    talking: value,
    wrappingUp: value,
    inactive: value,
    unavailable: value,
  }).describe('of signed-in time'),
});

const cost = plain({
  currency: z.string().describe('ISO 4217'),
  perDay: z.number().describe('of all groups below, on average over the days of the calendar'),
  groups: list(
    plain({
      group: z.string(),
      hours: z
        .number()
        .describe('planned at work a day: breaks are not among them, who is planned and missing is'),
      perHour: z.number(),
      perDay: z.number(),
    }),
  ).describe('those that have a cost'),
});

const staffingRow = plain({
  group: z.string(),
  interval,
  kind: z.string().nullable().describe('kind of day; null: all kinds as they occur'),
  planned: z.number().describe('agents planned at work, on average over the interval'),
});

const requiredRow = plain({
  queue: z.string(),
  interval,
  kind: z.string().nullable().describe('kind of day; null: all kinds as they occur'),
  required: value.describe(
    "agents for the queue's target by the formula of one interval (Erlang C, or Erlang A with patience), as if it stood alone: without overflow, callbacks and rings missed; null: no target, or no formula",
  ),
});

const overflow = plain({
  queue: z.string(),
  when: z.string(),
  action: z.string(),
  to: z.string().nullable().describe('the queue it moved to'),
  perDay: z.number(),
  share: plain(estimate).describe('of those who reached the queue'),
});

const waits = plain({
  queue: z.string().nullable(),
  of: z.enum(['answered', 'all']),
  points: list(plain({ wait: z.number(), share: z.number() })).describe(
    'the share that waited no longer, in seconds',
  ),
});

const waitBins = plain({
  queue: z.string().nullable(),
  within: value.describe('threshold of the service level in seconds; null: the queues differ'),
  offers: list(z.number()).describe('seconds in the queue at which callback offers are due, within the bins'),
  atOnce: z
    .number()
    .describe(
      'answered by an agent whose phone rang as they came (to wait for the ring alone is no wait), a day; not in the bins',
    ),
  bins: list(
    plain({
      from: z.number().describe('seconds; who stayed just as long is in the bin before'),
      to: value.describe('null: no end'),
      answered: z.number().describe('callers a day, as all three'),
      optedIn: z.number(),
      abandoned: z.number(),
    }),
  ),
});

const expectation = plain({
  kpi: z.string(),
  id: z.string(),
  unit: z.enum(['share', 's', 'number']),
  queue: z.string().nullable(),
  between: z.tuple([z.number(), z.number()]).readonly(),
  ...estimate,
  verdict,
});

export const warningSchema = plain({
  code: z.string(),
  text: z.string().describe('in English'),
  parameters: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .readonly()
    .describe('what the sentence is about, for another language'),
});

const analysis = plain({
  antithetic: z
    .boolean()
    .describe('days in pairs, the second with the luck of the first mirrored; a replicate is a pair'),
  controlVariates: plain({
    controls: list(z.enum(['arrivals', 'offeredLoad'])),
    gains: list(
      plain({
        id: z.string(),
        stat: z.string(),
        varianceRatio: value.describe('variance of the plain ratio over that of the adjusted one'),
      }),
    ).describe('of the whole centre'),
  })
    .nullable()
    .describe('null: not used'),
  warmUp: plain({
    method: z.literal('MSER-5'),
    pilotDays: z.int().nonnegative(),
    step: z.number().describe('seconds of one observation'),
    observations: z.int().nonnegative(),
    chosen: value.describe('seconds; null: the pilot could not tell'),
  })
    .nullable()
    .describe('null: as the scenario says'),
  blocks: list(
    plain({
      id: z.string(),
      stat: z.string(),
      correlation: z.number().describe('of neighbouring blocks'),
      z: z.number().describe('in standard deviations of what independent blocks show (von Neumann)'),
      isCorrelated: z.boolean(),
    }),
  ).describe('of a long run, whether its blocks hang together; empty: separate days, or too few blocks'),
}).describe('how the intervals were made');

export const reportSchema = plain({
  reportVersion: z.literal(REPORT_VERSION),
  tandem: z.string().describe('version of the engine: same scenario, seed and version, same report'),
  scenario: z.string(),
  set: list(z.string()).describe('changes to the scenario as it is written, as `--set` takes them'),
  seed: z.number(),
  command: z.string().describe('runs it again'),
  days: plain({
    simulated: z.int().nonnegative(),
    asked: z.int().nonnegative(),
    ended: z
      .enum(['allDays', 'enough', 'stopped'])
      .describe('`stopped`: interrupted; the report is of the days so far'),
    kinds: list(
      plain({ kind: z.string(), from: z.string(), to: z.string(), simulated: z.int().nonnegative() }),
    ),
    interval: z.number().describe('seconds'),
    continuous: z.boolean(),
    blockDays: z.int().positive().describe('days in a replicate: 1, or the block of a long run'),
    warmUp: z.number().describe('seconds left out'),
  }),
  analysis,
  headline: list(headline),
  kpis: list(kpiRow),
  definitions: list(definition),
  callbacks: list(funnel),
  agents: list(groupTime),
  cost: cost.nullable().describe('null: no group has a cost'),
  staffing: list(staffingRow).describe(
    'follows from the scenario alone; empty: too many groups to tell by interval',
  ),
  required: list(requiredRow).describe(
    'follows from the scenario alone; empty: too many queues to tell by interval',
  ),
  overflow: list(overflow),
  waits: list(waits),
  waitBins: list(waitBins),
  expectations: list(expectation),
  warnings: list(warningSchema),
});

export type Report = z.infer<typeof reportSchema>;
export type Analysis = z.infer<typeof analysis>;
export type KpiRow = z.infer<typeof kpiRow>;
export type Headline = z.infer<typeof headline>;
export type Funnel = z.infer<typeof funnel>;
export type GroupTime = z.infer<typeof groupTime>;
export type Cost = z.infer<typeof cost>;
export type StaffingRow = z.infer<typeof staffingRow>;
export type RequiredRow = z.infer<typeof requiredRow>;
export type OverflowRow = z.infer<typeof overflow>;
export type WaitCurve = z.infer<typeof waits>;
export type WaitBins = z.infer<typeof waitBins>;
export type ExpectationRow = z.infer<typeof expectation>;
export type Verdict = z.infer<typeof verdict>;
export type ReportWarning = z.infer<typeof warningSchema>;

/** JSON Schema (draft 2020-12) of the `--json` output. */
export function reportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(reportSchema) as Record<string, unknown>;
}
