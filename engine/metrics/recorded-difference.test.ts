import { describe, expect, it } from 'vitest';
import { normalQuantile, studentQuantile } from '../kernel/quantiles.ts';
import { Stream } from '../kernel/streams.ts';
import { recordedDifference, type Recorded } from './recorded-difference.ts';

const perDay = (...N: readonly number[]): Recorded => ({ N, D: N.map(() => 1) });

describe('A recorded number against today’s', () => {
  it('is a paired Student test where the denominator is a day', () => {
    // Differences 1, 2, 3, 4: mean 2.5, variance 5/3.
    const { was, is, difference, halfwidth } = recordedDifference(
      perDay(10, 20, 30, 40),
      perDay(11, 22, 33, 44),
      0.05,
    );
    expect([was, is, difference]).toEqual([25, 27.5, 2.5]);
    expect(halfwidth).toBeCloseTo(studentQuantile(0.975, 3) * Math.sqrt(5 / 3 / 4), 9);
  });

  it('says that it moved when every day differs alike, and not when a few differ a little', () => {
    expect(recordedDifference(perDay(1, 2, 3), perDay(2, 3, 4), 0.01).hasMoved).toBe(true);
    expect(recordedDifference(perDay(1, 2, 3), perDay(1, 2, 3), 0.01)).toMatchObject({
      difference: 0,
      hasMoved: false,
    });
    expect(recordedDifference(perDay(1, 2, 3, 4, 5), perDay(1, 2, 3, 4, 6), 0.01).hasMoved).toBe(false);
  });

  it('says nothing of a single day or of other days, and notices what has come or gone', () => {
    expect(recordedDifference(perDay(1), perDay(2), 0.01)).toMatchObject({
      halfwidth: null,
      hasMoved: false,
    });
    expect(recordedDifference(perDay(1, 2), perDay(5, 6, 7), 0.01)).toMatchObject({
      halfwidth: null,
      hasMoved: false,
    });
    const none = { N: [0, 0], D: [0, 0] };
    expect(recordedDifference(none, perDay(5, 6), 0.01)).toMatchObject({
      was: null,
      is: 5.5,
      hasMoved: true,
    });
    expect(recordedDifference(none, none, 0.01).hasMoved).toBe(false);
  });

  it('raises a false alarm no more often than asked: 3000 pairs of days of the same ratio, z of 3', () => {
    const stream = new Stream('recorded');
    const risk = 0.05;
    let alarms = 0;
    for (let run = 0; run < 3000; run++) {
      const side = (): Recorded => {
        const D = Array.from({ length: 20 }, () => 50 + Math.floor(50 * stream.next()));
        return { D, N: D.map((each) => 0.3 * each + 4 * normalQuantile(stream.next() || 0.5)) };
      };
      if (recordedDifference(side(), side(), risk).hasMoved) alarms += 1;
    }
    expect(alarms).toBeLessThan(3000 * risk + 3 * Math.sqrt(3000 * risk * (1 - risk)));
    expect(alarms).toBeGreaterThan(3000 * risk - 3 * Math.sqrt(3000 * risk * (1 - risk)));
  });
});
