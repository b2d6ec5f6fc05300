/** The drawn day against the day's own record, `tandem trace` and the rules. */
import { describe, expect, test } from 'vitest';
import { Accumulator, readScenario, ruleOf, Simulation, type Setup } from '../../engine/index.ts';
import { callsOf, found } from '../../reports/calls.ts';
import { storyOf } from '../../reports/story.ts';
import helpdesk from '../../scenarios/library/helpdesk.yaml?raw';
import { trace } from '../trace.ts';
import { LANE_STATES, type DayView, type ScenarioState } from './api.ts';
import { dayView, drawDay, storySteps } from './day-view.ts';
import { ruleText } from './rule-text.ts';

const state: ScenarioState = { text: helpdesk, set: [] };
const drawn = drawDay(state, 1, 0);
const { view } = drawn;

const longRun: ScenarioState = {
  text: `
name: Long desk
days: { from: 08:00, to: 10:00, zone: Europe/Paris, interval: 30m, continuous: true, count: 3 }
queues:
  support:
    overflow: [{ when: { workItemLimit: 1 }, do: directCallback }]
    callback: { offerFirst: 10s, offerRepeat: 60s, maxAttempts: 2, retryWait: 2h }
agents: { team: { count: 3, queues: [support], accept: 3s, missed: 5%, ronaReturn: 60s } }
demand:
  support:
    arrivals: { perInterval: [20, 30, 25, 15] }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: 50%, answers: 60% }
`,
  set: [],
};

function setupOf({ text, set }: ScenarioState): Setup {
  const read = readScenario(text, { set });
  if (!read.ok) throw new Error('the scenario is right');
  return read.setup;
}

/** The same days by the simulation that reports come from, with nobody listening. */
function recordOf(setup: Setup, seed: number, day: number): Accumulator {
  const simulation = new Simulation(setup);
  const records = setup.world.continuous
    ? [...simulation.days(seed, setup.world.days)]
    : [simulation.day(seed, day)];
  const days = new Accumulator(setup, setup.world.continuous ? { blockDays: 1 } : {});
  days.add(0, records[setup.world.continuous ? day : 0]!);
  return days;
}

function kpi(days: Accumulator, id: string, stat: string, place: number | null = null): number {
  const found = days.kpis.find(
    (each) => each.id === id && each.stat === stat && (place === null || each.scope !== 'centre'),
  );
  if (found === undefined) throw new Error(`no ${id} ${stat}`);
  return days.estimate(found, { place }).mean ?? Number.NaN;
}

/** Milliseconds of a group by state. */
function times({ lanes, groups }: DayView, group: number): Readonly<Record<string, number>> {
  const first = groups.slice(0, group).reduce((sum, { agents }) => sum + agents.length, 0);
  const last = first + groups[group]!.agents.length;
  const sums = Object.fromEntries(LANE_STATES.map((name) => [name, 0]));
  lanes.agent.forEach((agent, at) => {
    if (agent >= first && agent < last)
      sums[LANE_STATES[lanes.state[at]!]!]! += lanes.to[at]! - lanes.from[at]!;
  });
  return sums;
}

/** Contacts x milliseconds. */
function area({ waiting, from, to }: DayView, isCallback: 0 | 1): number {
  let sum = 0;
  waiting.isCallback.forEach((kind, at) => {
    if (kind === isCallback) sum += Math.max(0, Math.min(waiting.to[at]!, to - from) - waiting.from[at]!);
  });
  return sum;
}

const CELLS = {
  ringing: ['ringing'],
  dialling: ['dialling'],
  talking: ['talking', 'callbackTalk'],
  wrappingUp: ['wrapUp'],
  available: ['idle'],
  unavailable: ['break'],
  inactive: ['rona'],
} as const;

describe.each([
  ['a day by itself', state, 0],
  ['the second day of a long run', longRun, 1],
  ['the last day of a long run', longRun, 2],
] as const)('%s', (_, scenario, number) => {
  const setup = setupOf(scenario);
  const day = dayView(scenario, 1, number);
  const report = recordOf(setup, 1, number);

  test('INV-A1: the stretches of an agent follow each other and never overlap', () => {
    const { agent, from, to } = day.lanes;
    expect(agent.length).toBeGreaterThan(50);
    for (let at = 0; at < agent.length; at++) {
      expect(to[at]!).toBeGreaterThan(from[at]!);
      if (at > 0 && agent[at] === agent[at - 1]) expect(from[at]!).toBeGreaterThanOrEqual(to[at - 1]!);
    }
  });

  test('K-10: the lanes add up to the shares of the report', () => {
    day.groups.forEach((_group, group) => {
      const spent = times(day, group);
      const signedIn = Object.values(spent).reduce((a, b) => a + b, 0);
      for (const [cell, states] of Object.entries(CELLS)) {
        const share = states.reduce((sum, name) => sum + spent[name]!, 0) / signedIn;
        expect(share, cell).toBeCloseTo(kpi(report, 'K-10', cell, group), 9);
      }
      expect(signedIn).toBeCloseTo(kpi(report, 'Staff', 'perDay', group), 3);
    });
  });

  test('K-32: the waiting stretches add up to the backlog of the report', () => {
    // An average over the hours of the day.
    for (const [stat, isCallback] of [
      ['live', 0],
      ['callbacks', 1],
    ] as const) {
      const backlog = day.queues.reduce((sum, _name, queue) => sum + kpi(report, 'K-32', stat, queue), 0);
      expect(backlog).toBeGreaterThan(0);
      expect(area(day, isCallback) / (day.to - day.from), stat).toBeCloseTo(backlog, 9);
    }
  });

  test('the totals are those of the report', () => {
    expect(day.totals.serviceLevel).toBeCloseTo(kpi(report, 'K-01a', 'share'), 12);
    expect(day.totals.abandonRate).toBeCloseTo(kpi(report, 'K-05', 'share'), 12);
    expect(day.totals.callbacks).toBe(kpi(report, 'CbAcc', 'perDay'));
  });
});

describe('the contacts of a day', () => {
  const traced = trace(helpdesk, { seed: 1, day: 0 });
  const calls = callsOf(traced);

  test('are all there, as the command line numbers them', () => {
    expect(view.contacts.map(({ contact }) => contact)).toEqual(calls.map(({ contact }) => contact));
    expect(view.contacts).toHaveLength(traced.contacts);
  });

  test('wait as long as the command line says, on the line', () => {
    const waited = new Map<number, number>();
    view.waiting.contact.forEach((contact, at) => {
      if (view.waiting.isCallback[at] === 1) return;
      const stretch = view.waiting.to[at]! - view.waiting.from[at]!;
      waited.set(contact, (waited.get(contact) ?? 0) + stretch);
    });
    for (const { contact, wait } of calls)
      expect(waited.get(contact) ?? 0, `call ${contact}`).toBe(wait ?? 0);
  });

  test.each(['longestWait', 'lostCallbacks', 'abandonedAfterOffer', 'rona'] as const)(
    'found by %s are those of the command line',
    (finding) => {
      expect(view.findings[finding]).toEqual(found(finding, calls).map(({ contact }) => contact));
      expect(view.findings[finding]!.length).toBeGreaterThan(0);
    },
  );

  test('that took two tries are those whose customer was dialled twice', () => {
    const dials = new Map<number, number>();
    for (const { name, contact = 0 } of trace(helpdesk, { seed: 1, day: 0 }))
      if (name === 'originate') dials.set(contact, (dials.get(contact) ?? 0) + 1);
    const twice = [...dials].filter(([, count]) => count > 1).map(([contact]) => contact);
    expect(view.findings['severalTries']!.toSorted((a, b) => a - b)).toEqual(twice.toSorted((a, b) => a - b));
    expect(twice.length).toBeGreaterThan(0);
  });

  test('lie in rows of their own: two that wait at the same time never share one', () => {
    const { row, from, to, contact } = view.waiting;
    const busy = new Map<number, { readonly contact: number; readonly to: number }>();
    for (let at = 0; at < row.length; at++) {
      const before = busy.get(row[at]!);
      if (before !== undefined && before.contact !== contact[at])
        expect(from[at]!).toBeGreaterThanOrEqual(before.to);
      busy.set(row[at]!, { contact: contact[at]!, to: to[at]! });
    }
  });
});

describe('the story of a contact', () => {
  const every = Object.values(view.findings).flat();

  test('tells each sentence that the command line tells, in both languages', () => {
    // The command line is told at every change why nobody could be rung; the drawn day once for each wait, which is what is said.
    const entries = [...trace(helpdesk, { seed: 1, day: 0, contact: every })];
    for (const contact of every) {
      for (const language of ['en', 'fr'] as const) {
        const options = { startOfDay: view.from, language };
        const told = storyOf(contact, entries, options);
        expect(storyOf(contact, drawn.tales().get(contact)!, options)).toEqual(told);
        const { title, summary, steps } = storySteps(drawn, contact, language);
        expect([title, summary]).toEqual([told[0], told.at(-1)]);
        const rules = (told.join(' ').match(/[A-Z]{2}-X?\d\d/g) ?? []).toSorted();
        expect(new Set(steps.flatMap((step) => step.rules).toSorted())).toEqual(new Set(rules));
      }
    }
  });

  test('cites rules that exist, goes on in time, and names lanes that exist', () => {
    const agents = new Set(view.groups.flatMap((group) => group.agents));
    for (const contact of every) {
      const { steps } = storySteps(drawn, contact, 'fr');
      expect(steps.length).toBeGreaterThan(2);
      for (const [at, { t, rules, what, agent }] of steps.entries()) {
        expect(t).toBeGreaterThanOrEqual(steps[at - 1]?.t ?? 0);
        expect(what).not.toBe('');
        for (const rule of rules) expect(ruleOf(rule), rule).toBeDefined();
        if (agent !== null) expect(agents).toContain(agent);
      }
    }
  });

  test('CB-02, CB-04, CB-20, CB-21: of a lost callback each offer, the choice, each try and the loss are steps', () => {
    const [lost = 0] = view.findings['lostCallbacks']!;
    const { steps, reason } = storySteps(drawn, lost, 'en');
    expect(steps.map(({ what }) => what)).toEqual([
      'Call comes in',
      'Overflow',
      'Enters the queue support',
      'Hears offer 1',
      'Presses 1',
      'Line released, place kept',
      'May be called back',
      expect.stringMatching(/ accepts$/),
      expect.stringMatching(/, attempt 1$/),
      'Customer not reached',
      'Waits for the next attempt',
      'Back in the queue',
      expect.stringMatching(/ accepts$/),
      expect.stringMatching(/, attempt 2$/),
      'Customer not reached',
      'Waits for the next attempt',
      'Back in the queue',
      expect.stringMatching(/ accepts$/),
      expect.stringMatching(/, attempt 3$/),
      'Customer not reached',
      'Callback lost',
    ]);
    expect(steps.filter(({ kind }) => kind === 'failed')).toHaveLength(4);
    expect(reason).toMatch(/^Nobody could take it: .* had a call in hand/);
    const rules = steps.flatMap((step) => step.rules);
    for (const rule of ['CB-02', 'CB-04', 'CB-20', 'CB-21']) expect(rules).toContain(rule);
  });
});

test('CB-02: the page is told what the command line explains, with the names of the sources, and of no rule nothing', () => {
  const told = ruleText('CB-02');
  expect(told?.text).toBe(ruleOf('CB-02')?.text);
  expect(told?.place).toContain('opt-in');
  expect(told?.source).toBe('Dynamics 365, direct callback');
  expect(told?.sureness).toContain('stated in one of the five source documents');
  expect(ruleText('CB-00x')).toBeNull();
});

test('a scenario with errors is refused with what is wrong', () => {
  expect(() => dayView({ text: helpdesk, set: ['queues.support.ringTimeout=-1s'] }, 1, 0)).toThrow(
    /ringTimeout/,
  );
});
