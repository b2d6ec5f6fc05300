import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('tells events and calls per second, and the time left at the pace so far', () => {
  let now = 1000;
  const pace = new Pace(20, () => now);
  expect(pace.progress(10)).toMatchObject({ days: 0, eventsPerSecond: 0, millisLeft: null });
  now = 1500;
  pace.day(600, 50);
  now = 3000;
  pace.day(400, 100);
  expect(pace.progress(10)).toEqual({
    days: 2,
    daysAsked: 20,
    daysExpected: 10,
    eventsPerSecond: 500,
    callsPerSecond: 50,
    millisElapsed: 2000,
    millisLeft: 8000,
  });
});

it('never promises fewer days than are done', () => {
  const pace = new Pace(20, () => 0);
  for (let day = 0; day < 3; day++) pace.day(1, day);
  expect(pace.progress(2)).toMatchObject({ days: 3, daysExpected: 3, millisLeft: 0 });
});

it('promises no more days than were asked for', () => {
  let now = 0;
  const pace = new Pace(4, () => now);
  now = 1000;
  pace.day(1, 1);
  expect(pace.progress(100)).toMatchObject({ daysExpected: 4, millisLeft: 3000 });
});
