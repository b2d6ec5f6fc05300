/**
 * The schema of a scenario file: the one place that says which options exist, what they mean and what they may
 * be. The types, the checks of single values, the JSON Schema for editors (json-schema.ts) and the reference page
 * of the manual come from it. It knows no file and no place in a text; what two options contradict each other in
 * is found by check-*.ts, and what an option left out means stands in defaults.ts.
 */
import { z } from 'zod';
import { reportDefaults } from './defaults.ts';
import { calendar, days, demand, kinds, prompts } from './scenario-demand.ts';
import { agents, shifts } from './scenario-people.ts';
import { callbackProfile } from './scenario-callbacks.ts';
import { capacityProfiles, hoursRecords, lines, numbers, routing, sites } from './scenario-centre.ts';
import { queues } from './scenario-queues.ts';
import { whatIf } from './scenario-what-if.ts';
import { workstreams } from './scenario-workstreams.ts';
import { choice, currencyCode, list, map, name, named, option, text, whole } from './scalars.ts';

const bound = z.union([z.string(), z.number()], { error: '@number' });

const expectation = map({
  kpi: option(text(60), 'Name or ID of a KPI: serviceLevel, asa, K-05 ...'),
  queue: option(name, 'Of this queue; left out: in total.'),
  between: option(
    list(bound, 2, 2),
    'Lowest and highest value: [78%, 84%] for shares, [10s, 30s] for times.',
  ),
}).meta({ required: ['kpi', 'between'] });

const report = map({
  serviceLevel: option(
    choice(['a', 'b', 'c', 'd', 'e', 'f']),
    'The formula of the headline, K-01a to K-01f; preset dynamics c.',
    'a',
  ),
  callbackInSL: option(
    choice(['exclude', 'atOptIn', 'atConnect']),
    'How a callback counts in K-01a: not at all, answered at the opt-in, or at the join.',
    'exclude',
  ),
  currency: option(
    currencyCode,
    'What `costPerHour` of the agents is in: an ISO 4217 code like EUR, USD or CHF.',
    reportDefaults.currency,
  ),
});

export const scenarioSchema = map({
  version: option(z.literal(1, { error: '@whole' }), 'Version of this format.', 1),
  name: option(text(200), 'What the scenario is called in reports.', 'Scenario'),
  description: option(text(20_000), 'What it is about.'),
  preset: option(
    choice(['tandem', 'dynamics', 'webex', 'goto']),
    "Whose values stand for what is not said: Tandem's own, or those a vendor documents.",
    'tandem',
  ),
  seed: option(whole(0, 4_294_967_295), 'The seed of all chance: same seed, same run.', 1),
  days: option(days, 'When a day begins and ends, and how many are simulated.'),
  kinds: option(kinds, 'Kinds of day (weekday, saturday, holiday) with what is different on them.'),
  calendar: option(
    calendar,
    'Which kind each day is: a list that repeats, or kinds by day of the week with single dates.',
  ),
  hours: option(hoursRecords, 'Hours records that queues refer to.'),
  numbers: option(numbers, 'Telephone numbers of the centre.'),
  lines: option(lines, 'Lines of the whole service.'),
  sites: option(sites, 'Sites with lines of their own.'),
  routing: option(routing, 'Settings of the routing as a whole.'),
  capacityProfiles: option(capacityProfiles, 'Capacity profiles that agents hold and workstreams require.'),
  callbackProfiles: option(named(callbackProfile), 'Callback settings that several queues share.'),
  queues: option(queues, 'The queues, by name.'),
  workstreams: option(workstreams, 'Entry points with rules. A demand named like a queue needs none.'),
  shifts: option(shifts, 'Shifts, by name.'),
  agents: option(agents, 'Groups of agents, by name.'),
  demand: option(demand, 'Calls, by the name of the queue they ask for (or with `queue`, `workstream`).'),
  whatIf: option(
    whatIf,
    'Factors over the whole scenario, to ask what happens if more people call, calls take longer, or callers wait less or accept more callbacks.',
  ),
  prompts: option(prompts, 'How long each prompt plays; one length for all, or by prompt.', '8s'),
  expect: option(list(expectation, 0, 1000), 'What the results should be; checked after the run.'),
  report: option(report, 'How results are computed.'),
}).meta({
  title: 'Tandem scenario',
  description: 'A contact centre to simulate: queues, agents, demand and the rules between them.',
  required: ['queues', 'agents', 'demand'],
});

/** A scenario as read: lengths in milliseconds, shares as fractions, what was not said left out. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as written. */
export type ScenarioFile = z.input<typeof scenarioSchema>;

export type QueueOptions = NonNullable<Scenario['queues']>[string];
export type OverflowOptions = NonNullable<QueueOptions['overflow']>[number];
export type CallbackProfileOptions = NonNullable<Scenario['callbackProfiles']>[string];
export type WorkstreamOptions = NonNullable<Scenario['workstreams']>[string];
export type RuleOptions = NonNullable<WorkstreamOptions['rules']>[number];
export type GroupOptions = NonNullable<Scenario['agents']>[string];
export type ShiftOptions = NonNullable<Scenario['shifts']>[string];
export type DemandOptions = NonNullable<Scenario['demand']>[string];
export type ArrivalOptions = NonNullable<DemandOptions['arrivals']>;
export type KindOptions = NonNullable<Scenario['kinds']>[string];
export type BehaviourOptions = NonNullable<QueueOptions['behaviour']>;

/** Keys whose maps hold named things: a repeated key is a repeated name, an empty value all defaults. */
export const namedCollections: ReadonlySet<string> = new Set([
  'queues',
  'agents',
  'workstreams',
  'demand',
  'shifts',
  'kinds',
  'hours',
  'numbers',
  'sites',
  'capacityProfiles',
  'callbackProfiles',
]);
