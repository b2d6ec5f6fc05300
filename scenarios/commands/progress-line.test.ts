import { describe, expect, it } from 'vitest';
import type { Progress } from '../../workers/tandem.ts';
import { progressLine } from './progress-line.ts';

const progress: Progress = {
  days: 31,
  daysAsked: 1000,
  daysExpected: 124,
  eventsPerSecond: 1_234_567,
  callsPerSecond: 104_321,
  millisElapsed: 4000,
  millisLeft: 12_000,
};

describe('The line of a simulation', () => {
  it('says days, events and calls per second, and the time left', () => {
    expect(progressLine(progress)).toBe(
      '[###.......] 31 of 124 days, 1.2 M events/s, 104 k calls/s, 0:12 left',
    );
  });

  it('promises no time before a day is done, and writes long times with hours', () => {
    expect(progressLine({ ...progress, days: 0, millisLeft: null })).not.toContain('left');
    expect(progressLine({ ...progress, millisLeft: 3_723_000 })).toContain(', 1:02:03 left');
  });
});
