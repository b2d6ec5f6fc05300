import { describe, expect, it } from 'vitest';
import {
  DAY,
  Rank,
  days,
  dueAt,
  formatClock,
  formatDuration,
  hours,
  minutes,
  rankOf,
  seconds,
  timeOf,
} from './time.ts';

describe('a due', () => {
  it('GEN-01, GEN-03: is one whole number that gives back time and rank, for a hundred years', () => {
    for (const time of [0, 1, 999, DAY, 2 ** 31, 2 ** 32 + 1, 100 * 366 * DAY]) {
      for (const rank of Object.values(Rank)) {
        const due = dueAt(time, rank);
        expect(Number.isSafeInteger(due)).toBe(true);
        expect([timeOf(due), rankOf(due)]).toEqual([time, rank]);
      }
    }
  });

  it('GEN-03: compares by time first and rank second', () => {
    expect(dueAt(5, Rank.pass)).toBeLessThan(dueAt(6, Rank.legEnded));
    const ranks = [
      'legEnded',
      'answered',
      'agent',
      'supervisor',
      'configuration',
      'timer',
      'arrival',
      'pass',
    ] as const;
    expect(ranks.map((name) => Rank[name])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('lengths', () => {
  it('GEN-01: are whole milliseconds', () => {
    expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
    expect([seconds(0.0004), seconds(1.2345), minutes(0.1)]).toEqual([0, 1_235, 6_000]);
  });
});

describe('the format of a clock', () => {
  it('counts from the start of the day and starts again at midnight', () => {
    expect(formatClock(18_999, hours(8))).toBe('08:00:18');
    expect(formatClock(0)).toBe('00:00:00');
    expect(formatClock(hours(17), hours(8))).toBe('01:00:00');
    expect(formatClock(days(3) - 1)).toBe('23:59:59');
  });
});

describe('the format of a length', () => {
  it('shows the two largest units that matter', () => {
    const shown = [0, 40, 1_500, 9_960, 10_400, 250_000, 59_999, 3_599_600, hours(8.5), hours(49)].map(
      formatDuration,
    );
    expect(shown).toEqual(
      ['0 ms', '40 ms', '1.5 s', '10 s', '10 s', '4 min 10 s', '1 min', '1 h', '8 h 30 min', '2 d 1 h'], // prettier-ignore
    );
    expect(formatDuration(-250_000)).toBe('-4 min 10 s');
    expect(formatDuration(Infinity)).toBe('Infinity');
  });
});
