import { describe, expect, it } from 'vitest';
import { clockOf, endClockOf } from './clock.ts';
import {
  formatLength,
  formatMeasured,
  formatNumber,
  formatSeconds,
  formatShare,
  numbersOf,
  type ReportUnit,
} from './format.ts';

const numbers = numbersOf('en-GB');

function written(unit: ReportUnit, mean: number | null, half: number | null = null): string {
  const [low, high] = mean === null || half === null ? [null, null] : [mean - half, mean + half];
  const { value, half: after } = formatMeasured(numbers, unit, { mean, low, high });
  return after === null ? value : `${value} ± ${after}`;
}

describe('Numbers', () => {
  it('of shares are percentages with a decimal, two below 1 %', () => {
    expect(written('share', 0.836, 0.0068)).toBe('83.6% ± 0.7');
    expect(written('share', 0.00481, 0.0003)).toBe('0.48% ± 0.03');
    expect(written('share', 0)).toBe('0.0%');
    expect(written('share', 1, 0.0001)).toBe('100.0% ± <0.1');
    expect(formatShare(numbers, 0.25)).toBe('25.0%');
  });

  it('of time are seconds, minutes and hours', () => {
    expect(formatSeconds(numbers, 0)).toBe('0 s');
    expect(formatSeconds(numbers, 4.24)).toBe('4.2 s');
    expect(formatSeconds(numbers, 9.96)).toBe('10 s');
    expect(formatSeconds(numbers, 65)).toBe('65 s');
    expect(formatSeconds(numbers, 89.4)).toBe('89 s');
    expect(formatSeconds(numbers, 89.6)).toBe('1 min 30 s');
    expect(formatSeconds(numbers, 185)).toBe('3 min 05 s');
    expect(formatSeconds(numbers, 3599.6)).toBe('1 h 00 min');
    expect(formatSeconds(numbers, 7500)).toBe('2 h 05 min');
    expect(formatSeconds(numbers, -125)).toBe('−2 min 05 s');
  });

  it('of time that was set leave out what is 0', () => {
    const written = [5, 0.5, 60, 90, 119, 120, 125, 600, 1800, 3600, 5400, 7205, 90_000].map((seconds) =>
      formatLength(numbers, seconds),
    );
    // prettier-ignore
    expect(written).toEqual([
      '5 s', '0.5 s', '60 s', '90 s', '119 s', '2 min', '2 min 05 s', '10 min', '30 min', '1 h', '1 h 30 min', '2 h 05 s', '25 h',
    ]);
    expect(formatLength(numbers, 608.466)).toBe('10 min 08 s');
    expect(formatLength(numbers, null)).toBe('–');
  });

  it('of time have half-widths in the unit their mean shows', () => {
    expect(written('s', 5.16, 0.21)).toBe('5.2 s ± 0.2');
    expect(written('s', 42, 0.2)).toBe('42 s ± <1');
    expect(written('s', 65, 2.9)).toBe('65 s ± 3');
    expect(written('s', 125, 2.9)).toBe('2 min 05 s ± 3 s');
    expect(written('s', 700, 20)).toBe('11 min 40 s ± 20 s');
    expect(written('s', 775, 60)).toBe('13 min ± 1');
    expect(written('s', 7500, 240)).toBe('2 h 05 min ± 4 min');
  });

  it('whose interval reaches further to one side have both sides instead of a half-width', () => {
    const sides = (unit: ReportUnit, low: number, mean: number, high: number): unknown =>
      formatMeasured(numbers, unit, { mean, low, high }).sides;
    expect(sides('s', 2, 9, 22)).toEqual({ below: '7.0', above: '13.0' });
    expect(sides('share', 0, 0.333, 0.694)).toBeNull();
    expect(sides('share', 0, 0.1, 0.3)).toEqual({ below: '10.0', above: '20.0' });
    expect(sides('s', 700, 775, 1000)).toEqual({ below: '1', above: '4' });
    // What would round to the same, or to nothing, is no difference to show.
    expect(sides('s', 2.95, 3, 3)).toBeNull();
    expect(sides('s', 40.2, 42, 44.4)).toBeNull();
  });

  it('of things have decimals where they say something', () => {
    expect(written('number', 1042.2, 20.9)).toBe('1,042 ± 21');
    expect(written('number', 69.3, 3.08)).toBe('69.3 ± 3.1');
    expect(written('number', 0.281, 0.013)).toBe('0.28 ± 0.01');
    expect(formatNumber(numbers, 0)).toBe('0');
  });

  it('that do not exist are an en dash, and never minus zero', () => {
    for (const unit of ['share', 's', 'number'] as const) expect(written(unit, null)).toBe('–');
    expect(written('share', -0.00001)).toBe('0.00%');
  });

  it('follow the language', () => {
    // A narrow no-break space, as French typography has it.
    expect(formatNumber(numbersOf('fr'), 1042)).toBe('1\u202f042');
    expect(formatShare(numbersOf('fr'), 0.836)).toBe('83,6\u202f%');
  });

  it('have a true minus sign', () => {
    expect(numbers.plain(-4.2, 1)).toBe('−4.2');
    expect(numbers.percent(-0.042, 1)).toBe('−4.2%');
  });
});

describe('Clocks', () => {
  it('are local, the next day says so, and a day ends at 24:00', () => {
    expect(clockOf(0)).toBe('00:00');
    expect(clockOf(8.5 * 3_600_000)).toBe('08:30');
    expect(clockOf(24 * 3_600_000)).toBe('00:00+1');
    expect(clockOf(25.5 * 3_600_000)).toBe('01:30+1');
    expect(endClockOf(24 * 3_600_000)).toBe('24:00');
    expect(endClockOf(25.5 * 3_600_000)).toBe('01:30+1');
  });
});
