import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { normalQuantile } from '../kernel/quantiles.ts';
import { mser5 } from './warm-up.ts';

const luck = new Luck().rekey(1, 0, 'warm-up');

/** 1 - exp(-t / 20) with some noise. */
function rising(run: number, length: number, noise: number): number[] {
  return Array.from(
    { length },
    (_, at) => 100 * (1 - Math.exp(-at / 20)) + noise * normalQuantile(luck.at(run, at)),
  );
}

describe('MSER-5', () => {
  it('leaves out the step at the front of a level series, in whole fives', () => {
    const series = Array.from({ length: 100 }, (_, at) => (at < 12 ? 0 : 10));
    // The third batch of five is mixed, so it goes too.
    expect(mser5(series)).toEqual({ length: 15, of: 100 });
  });

  it('leaves nothing out where nothing is to be left out', () => {
    expect(mser5(Array.from({ length: 100 }, () => 7)).length).toBe(0);
    expect(mser5([])).toEqual({ length: null, of: 0 });
  });

  it('is the least of all cuts in the first half, by working every one of them out', () => {
    for (let run = 0; run < 20; run++) {
      const series = rising(run, 205, 8);
      const batches = Array.from({ length: 41 }, (_, at) => {
        const five = series.slice(5 * at, 5 * at + 5);
        return five.reduce((sum, each) => sum + each, 0) / 5;
      });
      const errors = Array.from({ length: 21 }, (_, cut) => {
        const rest = batches.slice(cut);
        const mean = rest.reduce((sum, each) => sum + each, 0) / rest.length;
        return rest.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rest.length ** 2;
      });
      const best = errors.indexOf(Math.min(...errors));
      expect(mser5(series).length).toBe(best < 20 ? 5 * best : null);
    }
  });

  it('cuts an exponential start where little of it is left', () => {
    for (let run = 0; run < 20; run++) {
      const { length } = mser5(rising(100 + run, 600, 2));
      // Of the start less than a tenth, and not so late that it costs a third of the series.
      expect(length).toBeGreaterThan(20 * Math.log(10));
      expect(length).toBeLessThan(200);
    }
  });

  it('says that a series is too short when it still rises in its second half', () => {
    expect(mser5(Array.from({ length: 100 }, (_, at) => at)).length).toBeNull();
  });
});
