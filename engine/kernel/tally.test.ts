import { describe, expect, it } from 'vitest';
import { distributionOf } from './distributions.ts';
import { Luck } from './luck.ts';
import { Counts, Histogram, TimeAverage, type HistogramState } from './tally.ts';

const luck = new Luck().rekey(1, 0, 'tally');
const law = distributionOf({ law: 'lognormal', mean: 60_000, cv: 2 });
const waits = Array.from({ length: 20_000 }, (_, i) =>
  luck.at(i, 1) < 0.2 ? 0 : Math.floor(law.at(luck.at(i))),
);

/** What the values give when each part records its share and the parts are joined in the order of the tree. */
function inGroups<T extends { merge(other: T): T; toJSON(): unknown }>(
  make: () => T,
  record: (into: T, value: number) => void,
): string[] {
  // prettier-ignore
  const partsOf = (count: number) => {
    const parts = Array.from({ length: count }, make);
    waits.forEach((value, i) => record(parts[i % count]!, value));
    return parts;
  };
  const oneByOne = (parts: T[]) => parts.reduce((all, part) => all.merge(part), make());
  const inPairs = (parts: T[]): T => (parts.length === 1 ? parts[0]! : inPairs(parts.flatMap((part, i) => (i % 2 === 0 ? [parts[i + 1] ? part.merge(parts[i + 1]!) : part] : [])))); // prettier-ignore
  const results = [1, 2, 3, 7, 64].flatMap((count) => [
    oneByOne(partsOf(count)),
    oneByOne(partsOf(count).toReversed()),
    inPairs(partsOf(count)),
  ]);
  return results.map((result) => JSON.stringify(result));
}

describe('tallies', () => {
  it('merge to the same bytes in any grouping: histograms', () => {
    const results = inGroups(
      () => new Histogram(),
      (histogram, value) => histogram.record(value),
    );
    expect(new Set(results).size).toBe(1);
  });

  it('merge to the same bytes in any grouping: counts', () => {
    const results = inGroups(
      () => new Counts(10),
      (counts, value) => counts.add(value % 10, value % 3),
    );
    expect(new Set(results).size).toBe(1);
  });

  it('merge to the same bytes in any grouping: time averages', () => {
    const ends = new Map<TimeAverage, number>();
    const results = inGroups(
      () => new TimeAverage(),
      // The waits one after the other, as if each part saw its own line.
      (average, value) => {
        average.set(ends.get(average) ?? 0, value % 5);
        ends.set(average, (ends.get(average) ?? 0) + value);
        average.close(ends.get(average)!);
      },
    );
    expect(new Set(results).size).toBe(1);
  });
});

describe('a histogram', () => {
  it('keeps count, sum, least and greatest exactly', () => {
    const histogram = new Histogram();
    for (const wait of waits) histogram.record(wait);
    const sum = waits.reduce((a, b) => a + b);
    expect([histogram.count, histogram.sum, histogram.min, histogram.max]).toEqual([
      waits.length,
      sum,
      Math.min(...waits),
      Math.max(...waits),
    ]);
    expect(histogram.mean).toBe(sum / waits.length);
  });

  it('gives quantiles within 1/128 of those of the sorted list', () => {
    const histogram = new Histogram();
    for (const wait of waits) histogram.record(wait);
    const sorted = waits.toSorted((a, b) => a - b);
    for (let percent = 0; percent <= 100; percent++) {
      const exact = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!;
      expect(Math.abs(histogram.quantile(percent / 100) - exact)).toBeLessThanOrEqual(exact / 128);
    }
  });

  it('holds every whole number up to 2^53 within 1/128, and those below 128 exactly', () => {
    const values = [0, 1, 63, 64, 127];
    for (let exponent = 7; exponent < 53; exponent++) {
      values.push(2 ** exponent - 1, 2 ** exponent, 2 ** exponent + 1, Math.floor(1.37 * 2 ** exponent));
    }
    for (const value of values) {
      const histogram = new Histogram();
      // Between two others, so that neither least nor greatest helps.
      histogram.record(0);
      histogram.record(value);
      histogram.record(Number.MAX_SAFE_INTEGER);
      expect(Math.abs(histogram.quantile(0.5) - value)).toBeLessThanOrEqual(value < 128 ? 0 : value / 128);
    }
  });

  it('counts what lies at or below a value, the bucket of the value included', () => {
    const histogram = new Histogram();
    for (const wait of waits) histogram.record(wait);
    for (const threshold of [0, 5, 20_000, 20_000.5, 60_000, 1e6, 1e15, Infinity]) {
      const least = waits.filter((wait) => wait <= threshold).length;
      const most = waits.filter((wait) => wait <= threshold * (1 + 1 / 64)).length;
      expect(histogram.countAtOrBelow(threshold)).toBeGreaterThanOrEqual(least);
      expect(histogram.countAtOrBelow(threshold)).toBeLessThanOrEqual(most);
    }
    expect(histogram.countAtOrBelow(-1)).toBe(0);
    // 20,223 is the end of a bucket, (79 << 8) - 1: there the count is exact.
    expect(histogram.countAtOrBelow(20_223)).toBe(waits.filter((wait) => wait <= 20_223).length);
  });

  it('lists its buckets without gap or overlap', () => {
    const histogram = new Histogram();
    for (let value = 0; value < 5_000; value++) histogram.record(value, 2);
    let from = 0;
    for (const bucket of histogram.buckets().slice(0, -1)) {
      expect(bucket.from).toBe(from);
      expect(bucket.count).toBe(2 * (bucket.to - bucket.from + 1));
      from = bucket.to + 1;
    }
  });

  it('takes the rank as stated: 0.07 of a hundred is the seventh', () => {
    const histogram = new Histogram();
    for (let value = 1; value <= 100; value++) histogram.record(value);
    expect([0, 0.07, 0.29, 0.57, 0.9, 1].map((p) => histogram.quantile(p))).toEqual([1, 7, 29, 57, 90, 100]);
  });

  it('survives JSON, also empty, and a clear makes it as new', () => {
    const histogram = new Histogram();
    const again = () => Histogram.from(JSON.parse(JSON.stringify(histogram)) as HistogramState);
    expect([again().min, again().max, again().quantile(0.5), again().mean]).toEqual([
      Infinity,
      -Infinity,
      NaN,
      NaN,
    ]);
    for (const wait of waits) histogram.record(wait);
    expect(JSON.stringify(again())).toBe(JSON.stringify(histogram));
    expect(again().quantile(0.9)).toBe(histogram.quantile(0.9));
    histogram.clear();
    expect(JSON.stringify(histogram)).toBe(JSON.stringify(new Histogram()));
  });

  it('refuses what is not a whole number from 0 on', () => {
    const histogram = new Histogram();
    for (const value of [-1, 0.5, NaN, Infinity, 2 ** 53])
      expect(() => histogram.record(value)).toThrow(RangeError);
    expect(histogram.count).toBe(0);
  });
});

describe('a time average', () => {
  it('weighs each value by how long it stood', () => {
    const waiting = new TimeAverage(1_000);
    waiting.add(2_000, 1);
    waiting.add(2_500, 1);
    waiting.set(4_000, 0);
    waiting.close(5_000);
    expect(waiting.toJSON()).toEqual({ integral: 500 + 2 * 1_500, elapsed: 4_000, peak: 2 });
    expect(waiting.average).toBe(0.875);
    expect(new TimeAverage().average).toBeNaN();
  });

  it('joins days', () => {
    const monday = new TimeAverage(0, 2);
    monday.close(10);
    const tuesday = TimeAverage.from({ integral: 90, elapsed: 30, peak: 5 });
    expect(monday.merge(tuesday).toJSON()).toEqual({ integral: 110, elapsed: 40, peak: 5 });
    monday.restart(100, 1);
    monday.close(101);
    expect(monday.toJSON()).toEqual({ integral: 1, elapsed: 1, peak: 1 });
  });
});

describe('counts', () => {
  it('count, join and refuse to join what is of another length', () => {
    const counts = new Counts(3);
    counts.add(0);
    counts.add(2, 5);
    expect(counts.merge(Counts.from([1, 1, 1])).toJSON()).toEqual([2, 1, 6]);
    expect([counts.total(), counts.at(2), counts.at(9)]).toEqual([9, 6, 0]);
    expect(() => counts.merge(new Counts(2))).toThrow(RangeError);
    counts.clear();
    expect(counts.total()).toBe(0);
  });
});
