import { describe, expect, it } from 'vitest';
import { readScenario } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { deskReport, deskSetup } from './small-desk.suite.ts';
import { staffPlanOf } from './staff-plan.ts';

const ALL = { groups: true, queues: true };

/** Two kinds of day, a shift with a break, one that begins before the day, and hourly numbers. */
const TWO_KINDS = `
days: { from: 08:00, to: 12:00, interval: 1h, count: 5 }
calendar: { weekdays: weekday, saturday: saturday }
kinds:
  weekday: {}
  saturday: { from: 09:00, to: 11:00, agents: { seniors: { count: 1 }, juniors: off } }
queues:
  support: { serviceLevel: { share: 80%, within: 20s } }
  chat: { channel: messaging, serviceLevel: { share: 80%, within: 20s } }
shifts:
  early: { from: 07:00, to: 11:00, breaks: [{ from: 09:30, to: 10:00 }] }
  late: { from: 10:30, to: 12:00 }
agents:
  seniors: { queues: [support, chat], shifts: { early: 2, late: 3 }, costPerHour: 40 }
  juniors: { queues: [support], staff: [1, 2, 3, 4], costPerHour: 30.5, shrinkage: 10% }
  helpers: { queues: [support], count: 1 }
demand:
  support: { arrivals: { perHour: 10 }, talk: { exponential: { mean: 3m } } }
report: { currency: CHF }
`;

function read(text: string, ...set: string[]): Setup {
  const result = readScenario(text, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

describe('what the planned staff costs', () => {
  it('is hours at work times what an hour costs, on average over the calendar', () => {
    const { cost } = staffPlanOf(read(TWO_KINDS), ALL);
    // Five weekdays of the week's six: seniors 2 x 3.5 h and 3 x 1.5 h, on Saturday 1 x 2 h; juniors 1 + 2 + 3 + 4 h. The first
    // five days of the calendar are simulated, and all are weekdays.
    expect(cost).toEqual({
      currency: 'CHF',
      perDay: 11.5 * 40 + 10 * 30.5,
      groups: [
        { group: 'seniors', hours: 11.5, perHour: 40, perDay: 460 },
        { group: 'juniors', hours: 10, perHour: 30.5, perDay: 305 },
      ],
    });
    const week = staffPlanOf(read(TWO_KINDS, 'days.count=6'), ALL).cost;
    expect(week?.groups[0]?.hours).toBeCloseTo((5 * 11.5 + 2) / 6, 12);
    expect(week?.perDay).toBeCloseTo((5 * 765 + 2 * 40) / 6, 10);
  });

  it('counts a night shift once, though two separate days list it', () => {
    const night = `
queues: { support: {} }
shifts: { night: { from: 22:00, to: 06:00 } }
agents: { team: { queues: [support], shifts: { night: 3 }, costPerHour: 50 } }
demand: { support: { arrivals: { perHour: 5 }, talk: 3m } }
`;
    expect(staffPlanOf(read(night), ALL).cost?.perDay).toBe(3 * 8 * 50);
    expect(staffPlanOf(read(night, 'days.continuous=true'), ALL).cost?.perDay).toBe(3 * 8 * 50);
  });

  it('is nothing where no group has a cost', () => {
    expect(staffPlanOf(deskSetup(), ALL).cost).toBeNull();
    expect(renderText(deskReport(1))).not.toContain('costs');
  });

  it('stands in a line of the report, in both languages', () => {
    // Four hours: 3 x 4 x 42 and 2 x 4 x 31.
    const priced = deskSetup(['agents.seniors.costPerHour=42', 'agents.juniors.costPerHour=31']);
    const report = deskReport(1, {}, priced);
    expect(report.cost?.perDay).toBe(752);
    expect(renderText(report)).toContain('Planned staff costs €752 a day: seniors €504, juniors €248.');
    const french = renderText(report, { language: 'fr' }).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(french).toContain('Le personnel prévu coûte 752 € par jour : seniors 504 €, juniors 248 €.');
    expect(renderHtml(report)).toContain('data-path="cost.perDay"');
    const cheap = deskSetup([
      'agents.seniors={ count: 1, queues: [support, billing], costPerHour: 2.4 }',
      'days.to=09:00',
    ]);
    expect(renderText(deskReport(1, {}, cheap))).toContain('Planned staff costs €2.40 a day.');
  });
});

describe('heads planned by interval', () => {
  const { staffing } = staffPlanOf(read(TWO_KINDS), ALL);
  const planned = (group: string, kind: string | null) =>
    staffing.filter((row) => row.group === group && row.kind === kind).map((row) => row.planned);

  it('are those at work, averaged over the interval', () => {
    // From 8, 9, 10 and 11: two early ones, who have half an hour off from 9:30, and three late ones from 10:30.
    expect(planned('seniors', 'weekday')).toEqual([2, 1, 3.5, 3]);
    expect(planned('juniors', 'weekday')).toEqual([1, 2, 3, 4]);
    expect(staffing[0]).toEqual({
      group: 'seniors',
      interval: { index: 0, start: '08:00' },
      kind: null,
      planned: 2,
    });
  });

  it('know only the intervals of their kind of day, and over all days as those occur', () => {
    expect(planned('seniors', 'saturday')).toEqual([1, 1]);
    expect(staffing.find(({ kind }) => kind === 'saturday')?.interval).toEqual({ index: 1, start: '09:00' });
    const week = staffPlanOf(read(TWO_KINDS, 'days.count=6'), ALL).staffing;
    const seniors = week.filter(({ group, kind }) => group === 'seniors' && kind === null);
    const expected = [2, (5 * 1 + 1) / 6, (5 * 3.5 + 1) / 6, 3];
    seniors.forEach((row, at) => expect(row.planned).toBeCloseTo(expected[at]!, 12));
    expect(seniors).toHaveLength(4);
  });
});

describe('agents required by interval', () => {
  // Of the public pack: 200 calls an hour of 180 s take 14 agents for 80 % within 20 s (erlang-c-staffing-01).
  const CENTRE = `
days: { from: 08:00, to: 10:15, interval: 30m }
queues:
  support: { serviceLevel: { share: 80%, within: 20s } }
  untold: {}
agents: { team: { queues: [support, untold], count: 20 } }
demand:
  support: { arrivals: { perHour: 200 }, talk: { exponential: { mean: 3m } } }
  untold: { arrivals: { perHour: 20 }, talk: { exponential: { mean: 3m } } }
`;
  const required = (queue: string, ...set: string[]) =>
    staffPlanOf(read(CENTRE, ...set), ALL)
      .required.filter((row) => row.queue === queue)
      .map((row) => row.required);

  it('are those of Erlang C, also in a last interval that is cut short', () => {
    expect(required('support')).toEqual([14, 14, 14, 14, 14]);
    const perInterval = 'demand.support.arrivals={ perInterval: [0, 100, 50, 100, 50] }';
    expect(required('support', perInterval)[1]).toBe(14);
    expect(required('support', perInterval)[0]).toBe(0);
  });

  it('count talk, wrap-up, the ring and how fast the group works', () => {
    const split = ['demand.support.talk={ exponential: { mean: 2m } }', 'demand.support.wrapUp=40s'];
    expect(required('support', ...split, 'agents.team.accept=20s')).toEqual([14, 14, 14, 14, 14]);
    const fast = ['demand.support.talk={ exponential: { mean: 6m } }', 'agents.team.efficiency=2'];
    expect(required('support', ...fast)).toEqual([14, 14, 14, 14, 14]);
    // A wrap-up that blocks nobody takes no agent.
    const free = ['demand.support.wrapUp=5m', 'queues.support.wrapBlock=none'];
    expect(required('support', ...free)).toEqual([14, 14, 14, 14, 14]);
  });

  it('follow the rules of a workstream, and the factors of whatIf', () => {
    // 250 calls, of which 80 in 100 go to support.
    const demand =
      'demand={ line: { workstream: line, arrivals: { perHour: 250 } }, support: { arrivals: none, talk: { exponential: { mean: 3m } } }, untold: { arrivals: none, talk: 3m } }';
    const rules =
      'workstreams={ line: { fallback: untold, rules: [{ split: [{ queue: support, percent: 80 }, { queue: untold, percent: 20 }] }] } }';
    expect(required('support', demand, rules)[0]).toBe(14);
    expect(required('support', 'demand.support.arrivals.perHour=160', 'whatIf.volume=1.25')[0]).toBe(14);
    expect(required('support', 'demand.support.arrivals.perHour=100', 'whatIf.handleTime=2')[0]).toBe(14);
  });

  it('are fewer where callers hang up', () => {
    const patient = required('support', 'demand.support.patience={ exponential: { mean: 2m } }')[0]!;
    expect(patient).toBeLessThan(14);
    expect(patient).toBeGreaterThan(9);
  });

  it('are not told without a target, of messages, and where no number would do', () => {
    expect(required('untold')).toEqual([null, null, null, null, null]);
    expect(required('support', 'queues.support.serviceLevel.share=100%')[0]).toBeNull();
    expect(required('support', 'agents.team.units=2')[0]).toBeNull();
    const { required: rows } = staffPlanOf(read(TWO_KINDS), ALL);
    expect(new Set(rows.filter(({ queue }) => queue === 'chat').map((row) => row.required))).toEqual(
      new Set([null]),
    );
  });
});

it('is worked out once for a setup', () => {
  const setup = deskSetup();
  expect(staffPlanOf(setup, ALL)).toBe(staffPlanOf(setup, ALL));
});
