import { describe, expect, it } from 'vitest';
import { readScenario } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';
import { intervalsOf, onKind, plannedNow, staffed } from './heads.ts';

const text = `name: Week
days: { from: 08:00, to: 12:00, interval: 1h, start: 2026-01-05, calendar: { mon-fri: busy, sat: quiet } }
kinds: { busy: {}, quiet: { to: 10:00 } }
shifts: { early: { from: 08:00, to: 11:00, breaks: [{ from: 09:15, to: 09:30 }] } }
queues: { calls: {}, other: {} }
agents:
  team: { queues: [calls], shifts: { early: 4 } }
  pool: { queues: [calls, other], staff: [1, 2, 3, 4] }
demand: { calls: { arrivals: { perHour: 10 }, talk: 4m }, other: { arrivals: { perHour: 1 }, talk: 4m } }
`;

function setupOf(): Setup {
  const result = readScenario(
    text.replace('calendar: { mon-fri: busy, sat: quiet }', 'count: 5').replace(/^kinds.*\n/m, ''),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

describe('heads', () => {
  it('tells who is planned in each interval, breaks taken off', () => {
    expect(plannedNow(setupOf())).toEqual([
      // Four agents, a quarter of an hour each.
      [4, 3, 4, 0],
      [1, 2, 3, 4],
    ]);
  });

  it('keeps every agent in his place, whoever else is planned', () => {
    const setup = setupOf();
    const plans = [2, 5].map((count) =>
      staffed(setup, [Array.from({ length: 4 }, () => count), null], [9, 4]),
    );
    const [few, many] = plans as [Setup, Setup];
    expect(few.routing.agents).toEqual(many.routing.agents);
    expect(few.world.groups.map(({ firstAgent, size }) => [firstAgent, size])).toEqual([
      [0, 9],
      [9, 4],
    ]);
    expect(plannedNow(many)[0]).toEqual([5, 5, 5, 5]);
    // A group that is not planned works as before.
    expect(plannedNow(many)[1]).toEqual([1, 2, 3, 4]);
  });

  it('takes the days of one kind out of the calendar, and none where there are none', () => {
    const setup = setupOf();
    const { world } = setup;
    const kinds = [
      world.kinds[0]!,
      { ...world.kinds[0]!, name: 'short', to: world.kinds[0]!.from + 7_200_000 },
    ];
    const two: Setup = {
      ...setup,
      world: { ...world, kinds, calendar: [0, 1, 0], calendarOffsets: [0, 1, 2], calendarRepeatsFrom: 1 },
    };
    const short = onKind(two, 1)!;
    expect(short.world).toMatchObject({ calendar: [0], calendarOffsets: [1], calendarRepeatsFrom: 0 });
    expect(intervalsOf(short)).toBe(2);
    expect(onKind(two, 0)!.world).toMatchObject({
      calendar: [0, 0],
      calendarOffsets: [0, 2],
      calendarRepeatsFrom: 1,
    });
    expect(onKind({ ...two, world: { ...two.world, calendar: [0, 0, 0] } }, 1)).toBeNull();
  });
});
