import { describe, expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { readScenario } from './read.ts';
import type { Setup } from './setup.ts';

const minute = 60_000;
const hour = 60 * minute;

function setupOf(sections: Readonly<Record<string, string>>): Setup {
  const result = readScenario(centre(sections));
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.setup;
}

const staffingOf = (setup: Setup, kind = 0) => setup.world.kinds[kind]?.staffing[0];

describe('groups staffed by numbers', () => {
  test('a count works the whole day', () => {
    const setup = setupOf({
      days: '={ from: 08:00, to: 20:00 }',
      agents: 'team: { count: 5, queues: [a, b] }',
    });
    expect(staffingOf(setup)).toEqual({ kind: 'numbers', step: 12 * hour, count: [5] });
  });

  test('a list by interval makes as many agents as its largest number', () => {
    const setup = setupOf({
      days: '={ from: 08:00, to: 11:00 }',
      agents: 'team: { staff: [2, 6, 4], every: 1h, queues: [a, b] }',
    });
    expect(setup.routing.agents).toHaveLength(6);
    expect(staffingOf(setup)).toEqual({ kind: 'numbers', step: hour, count: [2, 6, 4] });
    expect(setup.routing.agents[0]?.quotaEnds).toBe('midnight');
  });
});

describe('shifts', () => {
  const shifts =
    'early: { from: 07:00, to: 15:00, breaks: [{ from: 12:00, to: 12:30 }] }\nnight: { from: 22:00, to: 06:00, breaks: [{ from: 01:00, to: 01:30 }] }';

  test('are times after the day begins, before it too', () => {
    const setup = setupOf({
      days: '={ from: 08:00, to: 20:00 }',
      shifts,
      agents: 'team: { count: 2, shifts: early, queues: [a, b] }',
    });
    const shift = { from: -hour, to: 7 * hour, breaks: [{ from: 4 * hour, to: 4.5 * hour }] };
    expect(staffingOf(setup)).toEqual({ kind: 'shifts', shifts: [shift, shift] });
    expect(setup.routing.agents[0]?.quotaEnds).toBe('shift');
  });

  test('by how many work each', () => {
    const setup = setupOf({
      days: '={ from: 08:00, to: 20:00 }',
      shifts,
      agents: 'team: { shifts: { early: 2, day: 1 }, queues: [a, b] }',
    });
    expect(setup.routing.agents).toHaveLength(3);
    const staffing = staffingOf(setup);
    expect(staffing?.kind === 'shifts' ? staffing.shifts.map((shift) => shift?.to) : []).toEqual([
      7 * hour,
      7 * hour,
      12 * hour,
    ]);
  });

  test('of a night on a day that stands alone, last night and tonight are both staffed', () => {
    const setup = setupOf({ shifts, agents: 'team: { count: 3, shifts: night, queues: [a, b] }' });
    expect(setup.routing.agents).toHaveLength(6);
    const staffing = staffingOf(setup);
    const starts = staffing?.kind === 'shifts' ? staffing.shifts.map((shift) => shift?.from) : [];
    expect(starts).toEqual([22, 22, 22, -2, -2, -2].map((hours) => hours * hour));
    expect(staffing?.kind === 'shifts' ? staffing.shifts[3]?.breaks : []).toEqual([
      { from: hour, to: 1.5 * hour },
    ]);
  });

  test('of a night in a long run, each day brings the one that begins in it', () => {
    const setup = setupOf({
      days: '={ continuous: true }',
      shifts,
      agents: 'team: { count: 3, shifts: night, queues: [a, b] }',
    });
    expect(staffingOf(setup)).toMatchObject({ shifts: [{ from: 22 * hour, to: 30 * hour }, {}, {}] });
    expect(setup.routing.agents).toHaveLength(3);
  });

  test('across midnight on a day that itself crosses it', () => {
    const setup = setupOf({
      days: '={ from: 20:00, to: 06:00 }',
      shifts: 'late: { from: 01:00, to: 05:00 }',
      agents: 'team: { count: 1, shifts: late, queues: [a, b] }',
    });
    expect(staffingOf(setup)).toMatchObject({ shifts: [{ from: 5 * hour, to: 9 * hour }] });
  });
});

describe('named agents', () => {
  test('keep their names, their shifts and their queues', () => {
    const setup = setupOf({
      days: '={ from: 08:00, to: 20:00 }',
      agents: `team:
  queues: [a, b]
  shift: { from: 08:00, to: 16:00 }
  members:
    ana: {}
    ben: { shift: { from: 12:00, to: 20:00 }, queues: b }`,
    });
    expect(setup.routing.agents.map(({ name, queues }) => [name, queues])).toEqual([
      ['ana', [0, 1]],
      ['ben', [1]],
    ]);
    expect(staffingOf(setup)).toMatchObject({
      shifts: [
        { from: 0, to: 8 * hour },
        { from: 4 * hour, to: 12 * hour },
      ],
    });
  });

  test('a group of one bears its own name', () => {
    const setup = setupOf({ agents: 'ana: { shift: { from: 08:00, to: 16:00 }, queues: [a, b] }' });
    expect(setup.routing.agents.map(({ name }) => name)).toEqual(['ana']);
  });
});

describe('kinds of day', () => {
  const sections = {
    days: '={ from: 08:00, to: 10:00 }',
    agents: 'team: { staff: [1, 2, 3, 4], queues: [a, b] }',
    demand:
      'a: { arrivals: { perInterval: [10, 20, 30, 40] }, withheld: 5% }\nb: { arrivals: { perHour: 5 } }',
    kinds: `weekday: {}
saturday:
  to: 09:00
  agents: { team: { staff: [1, 1] } }
  demand: { a: { arrivals: { perInterval: [3, 4] } }, b: none }
holiday: { agents: { team: off }, demand: { a: { arrivals: none }, b: none } }`,
    calendar: '=[weekday, saturday, holiday]',
  };
  const setup = setupOf(sections);

  test('have their own demand; what they do not say is as usual', () => {
    expect(setup.world.kinds.map(({ name, demand }) => [name, demand.map((entry) => entry.name)])).toEqual([
      ['weekday', ['a', 'b']],
      ['saturday', ['a']],
      ['holiday', []],
    ]);
    expect(setup.world.kinds[1]?.demand[0]).toMatchObject({ arrivals: { expected: [3, 4] }, withheld: 0.05 });
  });

  test('have their own hours and staffing', () => {
    expect(setup.world.kinds.map(({ from, to }) => (to - from) / hour)).toEqual([2, 1, 2]);
    expect(setup.world.kinds.map(({ staffing }) => staffing[0])).toMatchObject([
      { count: [1, 2, 3, 4] },
      { count: [1, 1] },
      { count: [0] },
    ]);
  });

  test('E-COUNT: a list of the usual length does not fit a shorter day', () => {
    const result = readScenario(
      centre({ ...sections, kinds: 'weekday: {}\nsaturday: { to: 09:00 }\nholiday: {}' }),
    );
    const found = result.ok ? [] : result.problems.map(({ code, params }) => [code, params['kind']]);
    expect(found).toEqual([
      ['E-COUNT', 'saturday'],
      ['E-COUNT', 'saturday'],
    ]);
  });
});
