/**
 * One small scenario for each thing that can be wrong, with the place where it must be shown: the mark `▸` stands just
 * before it and is taken out. `tandem explain E-OV-SELF` shows them; the tests of the checks and of the sentences read them.
 */
import type { ProblemCode } from './problems.ts';

export interface BadScenario {
  readonly code: ProblemCode;
  readonly what: string;
  readonly path: string;
  /** With the mark. */
  readonly text: string;
}

/** A small right centre, with some of its sections replaced or added. */
export function centre(sections: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    queues: 'a: { behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m } }',
    agents: 'team: { count: 5, queues: [a, b] }',
    demand: 'a: { arrivals: { perHour: 10 } }',
    ...sections,
  };
  return Object.entries(all)
    .map(([key, text]) =>
      text.startsWith('=') ? `${key}: ${text.slice(1)}` : `${key}:\n${text.replace(/^/gm, '  ')}`,
    )
    .join('\n');
}

/** The centre with more settings on queue `a`. */
function queueA(settings: string, sections: Readonly<Record<string, string>> = {}): string {
  return centre({
    queues: `a: { behaviour: { talk: 3m }, ${settings} }\nb: { behaviour: { talk: 3m } }`,
    ...sections,
  });
}

/** A workstream `w` over the two queues, used by the demand. */
function stream(settings: string, sections: Readonly<Record<string, string>> = {}): string {
  return centre({
    workstreams: `w: { ${settings} }`,
    demand: 'calls: { workstream: w, arrivals: { perHour: 10 } }',
    ...sections,
  });
}

/** A workstream whose one rule has these settings. */
const rule = (settings: string, sections: Readonly<Record<string, string>> = {}): string =>
  stream(`fallback: b, rules: [{ ${settings} }]`, sections);

const messaging = {
  queues: 'a: { channel: messaging, behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m } }',
};

const bad = (code: ProblemCode, what: string, path: string, text: string): BadScenario => ({
  code,
  what,
  path,
  text,
});

export const badScenarios: readonly BadScenario[] = [
  // ---------------------------------------------------------------- shape
  bad('E-SYNTAX', 'a bracket that is never closed', '', 'name: x\nqueues: {\n▸'),
  bad('E-KEY', 'a misspelt key', 'queues.a.ringTimout', queueA('▸ringTimout: 18s')),
  bad('E-KEY-DUP', 'a setting twice', 'queues.a.priority', queueA('priority: 1, ▸priority: 2')),
  bad(
    'E-MISSING',
    'no demand at all',
    'demand',
    '▸queues:\n  a: { behaviour: { talk: 3m } }\nagents:\n  t: { queues: a }',
  ),
  bad(
    'E-MISSING',
    'no talk time',
    'demand.a.talk',
    centre({ queues: 'a: {}', agents: 't: { queues: a }', demand: '▸a: { arrivals: { perHour: 1 } }' }),
  ),
  bad('E-MISSING', 'no arrivals', 'demand.a.arrivals', centre({ demand: '▸a: { withheld: 1% }' })),
  bad(
    'E-MISSING',
    'a group without queues',
    'agents.x.queues',
    centre({ agents: 'team: { queues: [a, b] }\n▸x: { count: 1 }' }),
  ),
  bad('E-MISSING', 'kinds of day without a calendar', 'calendar', `▸${centre({ kinds: 'weekday: {}' })}`),
  bad('E-TYPE', 'a number where settings belong', 'queues.a.serviceLevel', queueA('serviceLevel: ▸80')),
  bad('E-TYPE', 'nothing where a setting belongs', 'queues.a.callback', queueA('▸callback:')),
  bad(
    'E-FORMAT',
    'a length that is none',
    'queues.a.serviceLevelThreshold',
    queueA('serviceLevelThreshold: ▸20 seconds or so'),
  ),
  bad('E-FORMAT', 'a time of day that is none', 'days.from', centre({ days: '={ from: ▸25h70 }' })),
  bad('E-FORMAT', 'a date that does not exist', 'days.start', centre({ days: '={ start: ▸2026-02-30 }' })),
  bad('E-CHOICE', 'a word that is none of those', 'queues.a.method', queueA('method: ▸leastactiv')),
  bad(
    'E-ONE-OF',
    'two laws at once',
    'demand.a.patience',
    centre({
      demand: 'a: { arrivals: { perHour: 10 }, patience: ▸{ constant: 3m, exponential: { mean: 3m } } }',
    }),
  ),
  bad(
    'E-ONE-OF',
    'two ways of arriving',
    'demand.a.arrivals',
    centre({ demand: 'a: { arrivals: ▸{ perHour: 10, perDay: 100 } }' }),
  ),
  bad(
    'E-ONE-OF',
    'a talk time said in two places',
    'demand.a.talk',
    centre({ demand: 'a: { arrivals: { perHour: 10 }, ▸talk: 2m }' }),
  ),
  bad(
    'E-ONE-OF',
    'the same threshold twice',
    'queues.a.serviceLevelThreshold',
    queueA('serviceLevel: { within: 20s }, serviceLevelThreshold: ▸20s'),
  ),
  bad(
    'E-ONE-OF',
    'staff and count',
    'agents.team.count',
    centre({ agents: 'team: { staff: 3, count: ▸5, queues: [a, b] }' }),
  ),
  bad(
    'E-COUNT',
    'a list that is shorter than the day',
    'demand.a.arrivals.perInterval',
    centre({ days: '={ from: 08:00, to: 10:00 }', demand: 'a: { arrivals: { perInterval: ▸[1, 2, 3] } }' }),
  ),
  bad(
    'E-COUNT',
    'staff for fewer intervals than the day has',
    'agents.team.staff',
    centre({ days: '={ from: 08:00, to: 10:00 }', agents: 'team: { staff: ▸[1, 2, 3], queues: [a, b] }' }),
  ),
  bad(
    'E-COUNT',
    'shifts that do not add up to the group',
    'agents.team.shifts',
    centre({ agents: 'team: { count: 5, shifts: ▸{ day: 4 }, queues: [a, b] }' }),
  ),
  bad(
    'E-PLACE',
    'patience in a demand that names no queue',
    'demand.calls.patience',
    stream('fallback: a', { demand: 'calls: { workstream: w, arrivals: { perHour: 10 }, ▸patience: 3m }' }),
  ),
  bad(
    'E-PLACE',
    'a profile without perDay',
    'demand.a.arrivals.profile',
    centre({ demand: 'a: { arrivals: { perHour: 10, profile: ▸[1, 2] } }' }),
  ),
  bad(
    'E-LAW',
    'a law whose ends are the wrong way round',
    'queues.a.behaviour.wrapUp.uniform',
    centre({
      queues:
        'a: { behaviour: { talk: 3m, wrapUp: { uniform: ▸{ from: 30s, to: 10s } } } }\nb: { behaviour: { talk: 3m } }',
    }),
  ),
  bad(
    'E-LAW',
    'a 90th percentile below the median',
    'queues.a.behaviour.wrapUp.lognormal',
    centre({
      queues:
        'a: { behaviour: { talk: 3m, wrapUp: { lognormal: ▸{ median: 30s, p90: 20s } } } }\nb: { behaviour: { talk: 3m } }',
    }),
  ),
  bad(
    'E-FILE',
    'a file that is not there',
    'queues.a.behaviour.talk',
    centre({
      queues:
        'a: { behaviour: { talk: ▸{ empirical: { file: none.csv, column: talk } } } }\nb: { behaviour: { talk: 3m } }',
    }),
  ),
  // ---------------------------------------------------------------- names and numbers
  bad(
    'E-REF',
    'a queue that does not exist',
    'agents.team.queues[2]',
    centre({ agents: 'team: { count: 5, queues: [a, b, ▸c] }' }),
  ),
  bad('E-REF', 'an hours record that does not exist', 'queues.a.hours', queueA('hours: ▸office')),
  bad('E-REF', 'a callback profile that does not exist', 'queues.a.callback', queueA('callback: ▸gentle')),
  bad(
    'E-REF',
    'a shift that does not exist',
    'agents.team.shifts',
    centre({ agents: 'team: { count: 5, shifts: ▸early, queues: [a, b] }' }),
  ),
  bad(
    'E-REF',
    'a workstream that does not exist',
    'demand.x.workstream',
    centre({ demand: 'x: { workstream: ▸w, arrivals: { perHour: 1 } }' }),
  ),
  bad(
    'E-REF',
    'a capacity profile that does not exist',
    'agents.team.profiles[0]',
    centre({ agents: 'team: { count: 5, queues: [a, b], profiles: [▸calls] }' }),
  ),
  bad(
    'E-REF',
    'a number that is not listed',
    'workstreams.w.number',
    stream('fallback: a, number: ▸"+33123456789"'),
  ),
  bad('E-REF', 'a site that does not exist', 'workstreams.w.site', stream('fallback: a, site: ▸paris')),
  bad('E-REF', 'a kind of day that does not exist', 'calendar[0]', centre({ calendar: '=[▸saturday]' })),
  bad(
    'E-REF',
    'a KPI that does not exist',
    'expect[0].kpi',
    centre({ expect: '=[{ kpi: ▸servicelvel, between: [1%, 2%] }]' }),
  ),
  bad('E-RANGE', 'a number above its range', 'queues.a.priority', queueA('priority: ▸101')),
  bad(
    'E-RANGE',
    'a fraction where a whole number is asked',
    'queues.a.declineLimit',
    queueA('declineLimit: ▸2.5'),
  ),
  bad('E-RANGE', 'NaN', 'queues.a.priority', queueA('priority: ▸.nan')),
  bad('E-RANGE', 'a negative time', 'queues.a.shortAbandonThreshold', queueA('shortAbandonThreshold: ▸-5s')),
  bad(
    'E-RANGE',
    'waitExceeds below a minute on a voice queue',
    'queues.a.overflow[0].when.waitExceeds',
    queueA('overflow: [{ when: { waitExceeds: ▸59s }, do: voicemail }]'),
  ),
  bad(
    'E-RANGE',
    'outcomes of a dial that exceed 100 %',
    'demand.a.callback',
    centre({
      queues: 'a: {}\nb: { behaviour: { talk: 1m } }',
      demand: 'a: { talk: 1m, arrivals: { perHour: 10 }, callback: ▸{ answers: 80%, busy: 30% } }',
    }),
  ),
  bad(
    'E-RANGE',
    'expected bounds the wrong way round',
    'expect[0].between',
    centre({ expect: '=[{ kpi: asa, between: ▸[30s, 10s] }]' }),
  ),
  bad(
    'E-RANGE',
    'an expected share written without its %',
    'expect[0].between[1]',
    centre({ expect: '=[{ kpi: abandonRate, between: [0, ▸5] }]' }),
  ),
  bad(
    'E-RANGE',
    'a redial without delay',
    'demand.a.redial.delay',
    centre({ demand: 'a: { arrivals: { perHour: 10 }, redial: { afterBlocked: 100%, delay: ▸0s } }' }),
  ),
  bad(
    'E-NAME-DUP',
    'two queues of one name',
    'queues.a',
    centre({
      queues:
        'a: { behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m } }\n▸a: { behaviour: { talk: 3m } }',
    }),
  ),
  bad(
    'E-NAME-DUP',
    'one agent in two groups',
    'agents.y.members[0]',
    centre({ agents: 'x: { members: [ana], queues: [a, b] }\ny: { members: [▸ana], queues: [a, b] }' }),
  ),
  // ---------------------------------------------------------------- overflow
  bad(
    'E-OV-ACTION',
    'assignAnyway on a full queue',
    'queues.a.overflow[0].do',
    queueA('overflow: [{ when: { workItemLimit: 5 }, do: ▸assignAnyway }]'),
  ),
  bad(
    'E-OV-ACTION',
    'a callback in a messaging queue',
    'queues.a.overflow[0].do',
    centre({
      queues:
        'a: { channel: messaging, behaviour: { talk: 3m }, overflow: [{ when: { workItemLimit: 5 }, do: ▸directCallback }] }\nb: { behaviour: { talk: 3m } }',
    }),
  ),
  bad(
    'E-OV-ACTION',
    'averageWait on a messaging queue',
    'queues.a.overflow[0].when',
    centre({
      queues:
        'a: { channel: messaging, behaviour: { talk: 3m }, overflow: [{ when: ▸{ averageWait: 5m }, do: endConversation }] }\nb: { behaviour: { talk: 3m } }',
    }),
  ),
  bad(
    'E-OV-ACTION',
    'endCall for who has waited long',
    'queues.a.overflow[0].do',
    queueA('overflow: [{ when: { waitExceeds: 5m }, do: ▸endCall }]'),
  ),
  bad(
    'E-OV-ACTION',
    'waitExceeds in a rule',
    'workstreams.w.rules[0].overflow[0].when',
    rule('to: a, overflow: [{ when: ▸{ waitExceeds: 5m }, do: voicemail }]'),
  ),
  bad(
    'E-OV-HOURS',
    'a callback outside hours that its profile does not allow',
    'queues.a.overflow[0].do',
    queueA('hours: h, overflow: [{ when: outOfHours, do: ▸directCallback }]', {
      hours: 'h: { week: { everyDay: 08:00-18:00 } }',
    }),
  ),
  bad(
    'E-OV-SELF',
    'overflow to itself',
    'queues.a.overflow[0].do.transferQueue',
    queueA('overflow: [{ when: { workItemLimit: 5 }, do: { transferQueue: ▸a } }]'),
  ),
  bad(
    'E-OV-KIND',
    'a target of another channel',
    'queues.b.overflow[0].do.transferQueue',
    centre({
      queues:
        'a: { channel: messaging, behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m }, overflow: [{ when: { workItemLimit: 5 }, do: { transferQueue: ▸a } }] }',
    }),
  ),
  bad(
    'E-OV-KIND',
    'a target without members',
    'queues.a.overflow[0].do.transferQueue',
    queueA('overflow: [{ when: { workItemLimit: 5 }, do: { transferQueue: ▸b } }]', {
      agents: 'team: { count: 5, queues: a }',
    }),
  ),
  bad(
    'E-OV-DUP',
    'one condition twice',
    'queues.a.overflow[1].when',
    queueA(
      'overflow: [{ when: { workItemLimit: 5 }, do: endCall }, { when: ▸{ workItemLimit: 9 }, do: voicemail }]',
    ),
  ),
  bad(
    'E-OV-EXT',
    'an external transfer from a number that may not call',
    'queues.a.overflow[0].do.transferExternal',
    queueA('overflow: [{ when: { workItemLimit: 5 }, do: { transferExternal: ▸"+33198765432" } }]', {
      numbers: '"+33123456789": { mayCall: false }',
      workstreams: 'w: { number: "+33123456789", fallback: a }',
      demand: 'calls: { workstream: w, arrivals: { perHour: 10 } }',
    }),
  ),
  // ---------------------------------------------------------------- rules
  bad(
    'E-SPLIT',
    'percentages that do not sum to 100',
    'workstreams.w.rules[0].split',
    rule('split: ▸[{ queue: a, percent: 60% }, { queue: b, percent: 30% }]'),
  ),
  bad(
    'E-SPLIT',
    'a split over one queue',
    'workstreams.w.rules[0].split',
    rule('split: ▸[{ queue: a, percent: 100% }]'),
  ),
  bad(
    'E-FALLBACK',
    'no fallback',
    'workstreams.w.fallback',
    centre({
      workstreams: '▸w: { rules: [{ to: a }] }',
      demand: 'calls: { workstream: w, arrivals: { perHour: 10 } }',
    }),
  ),
  bad(
    'E-FALLBACK',
    'a fallback of another channel',
    'workstreams.w.fallback',
    stream('fallback: ▸a', messaging),
  ),
  bad(
    'E-NUM-SHARED',
    'one number for two workstreams',
    'workstreams.w2.number',
    stream('number: "0123", fallback: a }\nw2: { number: ▸"0123", fallback: a', {
      numbers: '"0123": {}',
      demand:
        'x: { workstream: w, arrivals: { perHour: 10 } }\ny: { workstream: w2, arrivals: { perHour: 10 } }',
    }),
  ),
  bad('E-DIAL', 'a number with letters', 'numbers.12ab', centre({ numbers: '▸12ab: {}' })),
  // ---------------------------------------------------------------- callbacks
  bad('E-CB-MODE', 'customer-first', 'queues.a.callback.mode', queueA('callback: { mode: ▸customerFirst }')),
  bad(
    'E-CB-MODE',
    'a callback that nobody could make',
    'queues.a.overflow[0].do',
    queueA('overflow: [{ when: { workItemLimit: 5 }, do: ▸directCallback }]', {
      agents: 'team: { count: 5, queues: b }',
    }),
  ),
  bad('E-CB-DIGIT', 'another digit', 'queues.a.callback.optInDigit', queueA('callback: { optInDigit: ▸5 }')),
  bad(
    'E-CB-RETRY',
    'a retry too soon',
    'queues.a.callback.retryWait',
    queueA('callback: { retryWait: ▸4m59s }'),
  ),
  bad('E-CB-RETRY', 'no attempt', 'queues.a.callback.maxAttempts', queueA('callback: { maxAttempts: ▸0 }')),
  bad(
    'E-CB-NUMBER',
    'a caller id that may not call',
    'queues.a.callback.fixedNumber',
    queueA('callback: { fixedNumber: ▸"0123" }', { numbers: '"0123": { mayCall: false }' }),
  ),
  // ---------------------------------------------------------------- capacity, presence, ring, wrap-up, hours
  bad(
    'E-CAP-LIMIT',
    'a limit of 0',
    'capacityProfiles.calls.limit',
    centre({ capacityProfiles: 'calls: { limit: ▸0 }' }),
  ),
  bad('E-CAP-LIMIT', 'a unit cost of 0', 'workstreams.w.units', stream('fallback: a, units: ▸0')),
  bad(
    'E-CAP-MIX',
    'units and profiles',
    'workstreams.w.units',
    stream('fallback: a, units: ▸1, profiles: [calls]', { capacityProfiles: 'calls: {}' }),
  ),
  bad(
    'E-PRES',
    'no presence allowed',
    'workstreams.w.allowedPresences',
    stream('fallback: a, allowedPresences: ▸[]'),
  ),
  bad(
    'E-PRES',
    'inactive allowed',
    'workstreams.w.allowedPresences',
    stream('fallback: a, allowedPresences: ▸[available, inactive]'),
  ),
  bad(
    'E-PRES',
    'dnd allowed where declining makes dnd',
    'workstreams.w.allowedPresences',
    queueA('onReject: dnd', {
      workstreams: 'w: { fallback: a, allowedPresences: ▸[available, dnd] }',
      demand: 'calls: { workstream: w, arrivals: { perHour: 10 } }',
    }),
  ),
  bad(
    'E-RING',
    'a voice call that rings for three minutes',
    'queues.a.ringTimeout',
    queueA('ringTimeout: ▸3m'),
  ),
  bad(
    'E-RING',
    'an agent at whom it never rings',
    'agents.team.ringTimeout',
    centre({ agents: 'team: { count: 5, queues: [a, b], ringTimeout: ▸0s }' }),
  ),
  bad('E-WRAP', 'a block below 30 s', 'queues.a.wrapBlock', queueA('wrapBlock: ▸29s')),
  bad('E-WRAP', 'no reason', 'queues.a.reasons', queueA('reasons: ▸[]')),
  bad(
    'E-WRAP',
    'a default reason that is none of the list',
    'queues.a.defaultReason',
    queueA('reasons: [sold, lost], defaultReason: ▸done'),
  ),
  bad(
    'E-LEAST',
    'leastActive for records',
    'queues.b.method',
    centre({
      queues:
        'a: { behaviour: { talk: 3m } }\nb: { channel: records, method: ▸leastActive, behaviour: { talk: 3m } }',
    }),
  ),
  bad('E-HOURS', 'an unknown zone', 'days.zone', centre({ days: '={ zone: ▸Europe/Pari }' })),
  bad(
    'E-HOURS',
    'overlapping intervals',
    'hours.h.week.monday[1]',
    centre({ hours: 'h: { week: { monday: [08:00-12:00, ▸11:00-14:00] } }' }),
  ),
  bad(
    'E-HOURS',
    'an end equal to the start',
    'hours.h.week.monday',
    centre({ hours: 'h: { week: { monday: ▸08:00-08:00 } }' }),
  ),
  // ---------------------------------------------------------------- limits
  bad(
    'E-LIMIT',
    '10^12 calls an hour',
    'demand.a.arrivals',
    centre({ demand: 'a: { arrivals: ▸{ perHour: 1e12 } }' }),
  ),
  bad(
    'E-LIMIT',
    '10^12 calls in all',
    'days.count',
    centre({ days: '={ count: ▸1000000 }', demand: 'a: { arrivals: { perDay: 100000 } }' }),
  ),
  bad(
    'E-LIMIT',
    'agents without end',
    'agents',
    centre({ agents: '▸x: { count: 100000, queues: [a, b] }\ny: { count: 100000, queues: [a, b] }' }),
  ),
  bad(
    'E-PROTO',
    'a reserved name',
    'queues.__proto__',
    centre({ queues: 'a: { behaviour: { talk: 3m } }\nb: { behaviour: { talk: 3m } }\n▸__proto__: {}' }),
  ),
  bad('E-CONTROL', 'an escaped control character', 'name', centre({ name: '=▸"a\\u0007b"' })),
  bad('E-ALIAS', 'an alias that contains itself', 'hours.h.week', centre({ hours: 'h: &h { week: ▸*h }' })),
];

export const warnedScenarios: readonly BadScenario[] = [
  bad(
    'W-CB-EWT',
    'averageWait without a history',
    'queues.a.overflow[0].when',
    queueA('overflow: [{ when: ▸{ averageWait: 4m }, do: directCallback }]'),
  ),
  bad(
    'W-CAP-MIX',
    'units here, profiles there',
    'workstreams.v.profiles',
    stream('fallback: a, units: 1 }\nv: { fallback: b, profiles: ▸[calls]', {
      capacityProfiles: 'calls: {}',
      demand:
        'x: { workstream: w, arrivals: { perHour: 10 } }\ny: { workstream: v, arrivals: { perHour: 10 } }',
    }),
  ),
  bad(
    'W-EOD-VOICE',
    'a quota of calls a day',
    'workstreams.w.profiles[0]',
    stream('fallback: a, profiles: [▸quota]', { capacityProfiles: 'quota: { limit: 40, reset: endOfDay }' }),
  ),
  bad(
    'W-HOPS',
    'a circle of two queues',
    'queues.a.overflow[0].do.transferQueue',
    centre({
      queues:
        'a: { behaviour: { talk: 3m }, overflow: [{ when: { waitExceeds: 5m }, do: { transferQueue: ▸b } }] }\nb: { behaviour: { talk: 3m }, overflow: [{ when: { waitExceeds: 5m }, do: { transferQueue: a } }] }',
    }),
  ),
  bad(
    'W-OV-HOURS',
    'outOfHours on a queue without hours',
    'queues.a.overflow[0].when',
    queueA('overflow: [{ when: ▸outOfHours, do: endCall }]'),
  ),
  bad(
    'W-PRES-AWAY',
    'Away allowed while a missed ring makes inactive',
    'workstreams.w.allowedPresences',
    stream('fallback: a, allowedPresences: ▸[available, away]'),
  ),
  bad(
    'W-TRACE',
    'a call after the end of the day',
    'demand.a.arrivals.trace',
    centre({
      days: '={ from: 08:00, to: 20:00 }',
      demand: 'a: { arrivals: { trace: ▸[{ at: 08:05 }, { at: 20:30 }, { at: 07:59 }] } }',
    }),
  ),
  bad('W-UNITS', 'a cost that no agent has', 'workstreams.w.units', stream('fallback: a, units: ▸3')),
  bad(
    'W-UNITS',
    'units that are no multiple of the cost',
    'agents.team.units',
    stream('fallback: a, units: 2', { agents: 'team: { count: 5, units: ▸5, queues: [a, b] }' }),
  ),
  bad(
    'W-UNUSED',
    'a workstream nobody calls',
    'workstreams.w',
    centre({ workstreams: '▸w: { fallback: a }' }),
  ),
];
