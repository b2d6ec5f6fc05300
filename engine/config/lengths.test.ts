import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockText,
  dateText,
  lengthText,
  parseClock,
  parseDate,
  parseLength,
  parsePercent,
  parseShare,
  weekdayOf,
} from './lengths.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('lengths', () => {
  test.each<[string | number, number]>([
    ['30s', 30 * second],
    ['4m10s', 4 * minute + 10 * second],
    ['4m10', 4 * minute + 10 * second],
    ['4 min 10 s', 4 * minute + 10 * second],
    ['8h30', 8 * hour + 30 * minute],
    ['8h30m', 8 * hour + 30 * minute],
    ['1h05', hour + 5 * minute],
    ['7d', 7 * day],
    ['1d 12h', 36 * hour],
    ['250ms', 250],
    ['1.5h', 90 * minute],
    ['0.25s', 250],
    ['2 hours', 2 * hour],
    ['90', 90 * second],
    [90, 90 * second],
    [0, 0],
    ['0s', 0],
  ])('%s', (written, expected) => {
    expect(parseLength(written)).toBe(expected);
  });

  test.each(['', 's', '30 x', '-5s', '5s4m', '4m10s30', '1e3', 'soon', '30s!', ' '.repeat(100), 'NaN'])(
    'not "%s"',
    (written) => {
      expect(parseLength(written)).toBeUndefined();
    },
  );

  test('a number that is none is no length', () => {
    expect(parseLength(Number.NaN)).toBeUndefined();
    expect(parseLength(Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(parseLength(-1)).toBeUndefined();
  });

  test('what is written is read back, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * day }), (length) => {
        expect(parseLength(lengthText(length))).toBe(length);
      }),
    );
    expect(lengthText(250_000)).toBe('4m10s');
    expect(lengthText(Infinity)).toBe('never');
  });
});

describe('times of day', () => {
  test.each<[string, number]>([
    ['08:00', 8 * hour],
    ['8:05', 8 * hour + 5 * minute],
    ['8h', 8 * hour],
    ['8h30', 8 * hour + 30 * minute],
    ['00:00', 0],
    ['24:00', day],
    ['26:00', 26 * hour],
    ['08:00:15', 8 * hour + 15 * second],
  ])('%s', (written, expected) => {
    expect(parseClock(written)).toBe(expected);
  });

  test.each(['8', '8:5', '08:60', '49:00', '-1:00', '8.30', 'noon', '08:00 pm'])('not "%s"', (written) => {
    expect(parseClock(written)).toBeUndefined();
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * 86_400 }), (seconds) => {
        expect(parseClock(clockText(seconds * second))).toBe(seconds * second);
      }),
    );
  });
});

describe('shares and percentages', () => {
  test.each<[string | number, number]>([
    ['80%', 0.8],
    ['80 %', 0.8],
    [0.8, 0.8],
    ['0.8', 0.8],
    ['0.1%', 0.001],
    ['100%', 1],
    ['-5%', -0.05],
  ])('%s', (written, expected) => {
    expect(parseShare(written)).toBe(expected);
  });

  test.each(['80 percent', '%', '80%%', '', '8e1%'])('not "%s"', (written) => {
    expect(parseShare(written)).toBeUndefined();
  });

  test('60 and 60% are the same percentage', () => {
    expect(parsePercent(60)).toBe(60);
    expect(parsePercent('60%')).toBe(60);
    expect(parsePercent('33.3%')).toBe(33.3);
    expect(parsePercent('half')).toBeUndefined();
  });
});

describe('dates', () => {
  test('agree with the calendar of the host, over four centuries', () => {
    for (let number = 0; number < 146_097; number += 37) {
      const text = new Date(number * day).toISOString().slice(0, 10);
      expect(dateText(number)).toBe(text);
      expect(parseDate(text)).toBe(number);
    }
  });

  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '1969-12-31',
    '2026-1-5',
    'today',
  ])('not %s', (written) => {
    expect(parseDate(written)).toBeUndefined();
  });

  test('weekdays count from Monday', () => {
    expect(weekdayOf(parseDate('2026-01-05') ?? -1)).toBe(0);
    expect(weekdayOf(parseDate('2026-01-11') ?? -1)).toBe(6);
    expect(weekdayOf(parseDate('1970-01-01') ?? -1)).toBe(3);
  });
});
