import { describe, expect, test } from 'vitest';
import { centre } from './bad-scenarios.ts';
import { dateOfDay, frameOf, isZone, kindOfDay, openingsOf, startOfDayUtc } from './hours.ts';
import { dateText } from './lengths.ts';
import { readScenario } from './read.ts';
import type { HoursSetup, Setup } from './setup.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Range = { readonly from: number; readonly to: number };

/** The same hours every day. */
function everyDay(
  zone: string,
  ranges: readonly (readonly [number, number])[],
  holidays: string[] = [],
): HoursSetup {
  const day: Range[] = ranges.map(([from, to]) => ({ from: from * 60, to: to * 60 }));
  return { name: 'h', zone, week: Array.from({ length: 7 }, () => day), holidays };
}

/** Openings in hours after a UTC moment. */
function inHours(record: HoursSetup, from: string, hours: number): number[] {
  return openingsOf(record, Date.parse(from), hours * hour).map((instant) => instant / hour);
}

describe('OH-02: daylight saving', () => {
  // Europe/Paris: on 2026-03-29 02:00 becomes 03:00, on 2026-10-25 03:00 becomes 02:00.
  test('a day in spring lacks the hour that is skipped', () => {
    // Midnight of the 29th is 23:00 UTC of the 28th; 01:00-04:00 local is two hours long.
    expect(inHours(everyDay('Europe/Paris', [[1, 4]]), '2026-03-28T23:00Z', 23)).toEqual([1, 3]);
    // An opening inside the skipped hour does not exist.
    expect(inHours(everyDay('Europe/Paris', [[2, 3]]), '2026-03-28T23:00Z', 23)).toEqual([]);
    expect(inHours(everyDay('Europe/Paris', [[2.5, 4]]), '2026-03-28T23:00Z', 23)).toEqual([2, 3]);
  });

  test('a day in autumn has the repeated hour twice', () => {
    // Midnight of the 25th is 22:00 UTC of the 24th.
    expect(inHours(everyDay('Europe/Paris', [[1, 4]]), '2026-10-24T22:00Z', 25)).toEqual([1, 5]);
    // 02:15-02:45 happens twice, an hour apart.
    expect(inHours(everyDay('Europe/Paris', [[2.25, 2.75]]), '2026-10-24T22:00Z', 25)).toEqual([
      2.25, 2.75, 3.25, 3.75,
    ]);
    // 02:30-05:00: open, back to 02:00 and closed, open again.
    expect(inHours(everyDay('Europe/Paris', [[2.5, 5]]), '2026-10-24T22:00Z', 25)).toEqual([2.5, 3, 3.5, 6]);
  });

  test('the interval is closed at its start and open at its end', () => {
    // A pair [open, close) of 08:00-17:00: 17:00 itself is the first moment out.
    expect(inHours(everyDay('UTC', [[8, 17]]), '2026-01-05T00:00Z', 24)).toEqual([8, 17]);
  });
});

describe('OH-01 and OH-03: the week and its holidays', () => {
  test('OH-03: a holiday overrides the hours', () => {
    const record = everyDay('UTC', [[8, 18]], ['2026-01-06']);
    expect(inHours(record, '2026-01-05T00:00Z', 72)).toEqual([8, 18, 56, 66]);
  });

  test('OH-03: a holiday ends the opening of the evening before and has none of its own overnight', () => {
    const record = everyDay('UTC', [[20, 4]], ['2026-01-06']);
    expect(inHours(record, '2026-01-05T12:00Z', 72)).toEqual([8, 12, 56, 64]);
  });

  test('an end before the start means the next day', () => {
    expect(inHours(everyDay('UTC', [[22, 6]]), '2026-01-05T12:00Z', 36)).toEqual([10, 18, 34, 36]);
  });

  test('days that touch at midnight are one opening', () => {
    expect(inHours(everyDay('UTC', [[0, 24]]), '2026-01-05T00:00Z', 72)).toEqual([0, 72]);
  });

  test('OH-01: the week is that of the zone, not of UTC', () => {
    const mondays = everyDay('Pacific/Auckland', [[0, 24]]);
    const record = { ...mondays, week: mondays.week.map((ranges, index) => (index === 0 ? ranges : [])) };
    // Monday 2026-01-05 in Auckland (UTC+13) begins on Sunday at 11:00 UTC.
    expect(inHours(record, '2026-01-04T00:00Z', 48)).toEqual([11, 35]);
  });

  test('OH-01: no record, always open: the setup has no openings for it', () => {
    const setup = setupOf(centre());
    expect(setup.routing.queues[0]?.hours).toBe(-1);
    expect(frameOf(setup, 0, 1).openings).toEqual([]);
  });
});

test('zones are IANA names', () => {
  expect(isZone('Europe/Paris')).toBe(true);
  expect(isZone('UTC')).toBe(true);
  expect(isZone('Europe/Pari')).toBe(false);
  expect(isZone('')).toBe(false);
});

function setupOf(text: string): Setup {
  const result = readScenario(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

describe('days of a run', () => {
  const paris = setupOf(
    centre({ days: '={ from: 08:00, to: 20:00, zone: Europe/Paris, start: 2026-03-27 }' }),
  );

  test('GEN-01: instant 0 is the UTC moment the day begins, over the change of the clocks', () => {
    const hourOf = (index: number) => new Date(startOfDayUtc(paris.world, index)).toISOString().slice(5, 16);
    expect([0, 1, 2, 3].map(hourOf)).toEqual(['03-27T07:00', '03-28T07:00', '03-29T06:00', '03-30T06:00']);
    expect(frameOf(paris, 2, 7)).toMatchObject({
      seed: 7,
      day: 2,
      originUtc: Date.parse('2026-03-29T06:00Z'),
    });
  });

  test('CP-04: local midnights within the run', () => {
    const { midnights } = frameOf(paris, 0, 1);
    // From 08:00 sixteen hours to midnight; the day of the change has 23.
    expect(midnights.slice(0, 3)).toEqual([16 * hour, 40 * hour, 63 * hour]);
  });

  test('openings go on after the end, for callbacks that wait for the next opening (CB-23)', () => {
    const setup = setupOf(
      centre({
        days: '={ from: 08:00, to: 20:00, start: 2026-01-05 }',
        hours: 'h: { week: { weekdays: 08:00-20:00 } }',
        queues: 'a: { hours: h, behaviour: { talk: 1m } }\nb: { behaviour: { talk: 1m } }',
      }),
    );
    const [openings] = frameOf(setup, 4, 1).openings;
    // Friday's day, then Monday.
    expect(openings?.slice(0, 4)).toEqual([0, 12 * hour, 72 * hour, 84 * hour]);
  });

  test('without a calendar every date is simulated', () => {
    expect([0, 1, 2].map((index) => dateText(dateOfDay(paris.world, index)))).toEqual([
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
  });

  test('a weekly calendar with a single date; separate days leave closed ones out', () => {
    const text = centre({
      days: '={ start: 2026-01-05 }',
      kinds: 'weekday: {}\nsaturday: { from: 09:00, to: 13:00 }',
      calendar: 'weekdays: weekday\nsaturday: saturday\nsunday: closed\ndates: { 2026-01-07: saturday }',
    });
    const { world } = setupOf(text);
    const shown = (index: number) =>
      `${dateText(dateOfDay(world, index)).slice(5)} ${world.kinds[kindOfDay(world, index)]?.name}`;
    expect([0, 1, 2, 3, 4, 5, 6].map(shown)).toEqual([
      '01-05 weekday',
      '01-06 weekday',
      '01-07 saturday',
      '01-08 weekday',
      '01-09 weekday',
      '01-10 saturday',
      '01-12 weekday',
    ]);
    expect(new Date(startOfDayUtc(world, 5)).toISOString()).toContain('2026-01-10T09:00');
  });

  test('a single date comes once: 70 days of a week with one holiday are 69 and 1', () => {
    const text = centre({
      days: '={ start: 2026-01-05 }',
      kinds: 'normal: {}\nholiday: {}',
      calendar: 'everyDay: normal\ndates: { 2026-01-06: holiday }',
    });
    const { world } = setupOf(text);
    const days = Array.from({ length: 70 }, (_, index) => index);
    const holidays = days.filter((index) => world.kinds[kindOfDay(world, index)]?.name === 'holiday');
    expect(holidays).toEqual([1]);
    expect(days.map((index) => dateOfDay(world, index) - dateOfDay(world, 0))).toEqual(days);
  });

  test('after the last date the week goes on, on its own weekdays and without its closed days', () => {
    const text = centre({
      days: '={ start: 2026-01-07 }',
      kinds: 'weekday: {}\nsaturday: {}',
      calendar: 'weekdays: weekday\nsaturday: saturday\ndates: { 2026-01-01: saturday, 2026-01-16: closed }',
    });
    const { world } = setupOf(text);
    let index = 0;
    // Wednesday 7 January on; Sundays and Friday the 16th are closed.
    for (let number = dateOfDay(world, 0); number < dateOfDay(world, 0) + 100; number++) {
      const weekday = new Date(number * day).getUTCDay();
      if (weekday === 0 || dateText(number) === '2026-01-16') continue;
      expect(dateText(dateOfDay(world, index))).toBe(dateText(number));
      expect(world.kinds[kindOfDay(world, index)]?.name).toBe(weekday === 6 ? 'saturday' : 'weekday');
      index += 1;
    }
  });

  test('a calendar of dates alone has no week to go on with and begins again', () => {
    const text = centre({
      days: '={ start: 2026-01-05 }',
      kinds: 'open: {}',
      calendar: 'dates: { 2026-01-06: open, 2026-01-08: open }',
    });
    const { world } = setupOf(text);
    expect([0, 1, 2].map((index) => dateText(dateOfDay(world, index)))).toEqual([
      '2026-01-06',
      '2026-01-08',
      '2026-01-13',
    ]);
  });

  test('a long run lives through its closed days', () => {
    const text = centre({
      days: '={ start: 2026-01-05, continuous: true }',
      kinds: 'weekday: {}',
      calendar: 'weekdays: weekday',
    });
    const { world } = setupOf(text);
    const names = Array.from({ length: 8 }, (_, index) => world.kinds[kindOfDay(world, index)]?.name);
    expect(names).toEqual([...Array.from({ length: 5 }, () => 'weekday'), 'closed', 'closed', 'weekday']);
    expect(world.kinds[1]).toMatchObject({ name: 'closed', demand: [] });
  });

  test('a list repeats, date by date', () => {
    const text = centre({ kinds: 'x: {}\ny: {}', calendar: '=[x, x, y]' });
    const { world } = setupOf(text);
    expect(Array.from({ length: 7 }, (_, index) => kindOfDay(world, index))).toEqual([0, 0, 1, 0, 0, 1, 0]);
    expect(dateOfDay(world, 6) - dateOfDay(world, 0)).toBe(6);
  });

  test('thousands of days are framed from what is kept of each date', () => {
    const setup = setupOf(
      centre({
        days: '={ zone: Europe/Paris }',
        hours: 'h: { week: { everyDay: 08:00-20:00 } }',
        queues: 'a: { hours: h, behaviour: { talk: 1m } }\nb: { behaviour: { talk: 1m } }',
      }),
    );
    for (let index = 0; index < 3000; index++) {
      const frame = frameOf(setup, index, 1);
      expect((frame.originUtc + (frame.openings[0]?.[0] ?? 0)) % day).toBeOneOf([6 * hour, 7 * hour]);
    }
  });
});
