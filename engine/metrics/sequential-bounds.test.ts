import { describe, expect, it } from 'vitest';
import { normalQuantile, studentQuantile } from '../kernel/quantiles.ts';
import { Stream } from '../kernel/streams.ts';
import { binomialInterval, judge, RatioSeries, riskPerLook, type Possible } from './sequential-bounds.ts';

const anything: Possible = { least: -Infinity, most: Infinity, isShare: false };
const share: Possible = { least: 0, most: 1, isShare: true };
const LOOKS = [100, 150, 200, 300];

/** A day's numerator and denominator. */
type Draw = (stream: Stream) => readonly [N: number, D: number];

const exponential = (stream: Stream, mean: number): number => -mean * Math.log(1 - stream.next());

/** Days whose true ratio is known. */
const KNOWN: readonly { readonly name: string; readonly truth: number; readonly draw: Draw }[] = [
  { name: 'normal', truth: 0, draw: (stream) => [normalQuantile(1 - stream.next() || 0.5), 1] },
  { name: 'exponential', truth: 1, draw: (stream) => [exponential(stream, 1), 1] },
  {
    // A share of a number of callers that varies from day to day.
    name: 'share',
    truth: 0.3,
    draw: (stream) => {
      const callers = 10 + Math.floor(20 * stream.next());
      let hits = 0;
      for (let caller = 0; caller < callers; caller++) if (stream.next() < 0.3) hits += 1;
      return [hits, callers];
    },
  },
  { name: 'M/M/1', truth: 3.2, draw: waitsOfADay },
];

/** Forty waits of an M/M/1 queue in its steady state, load 0.8, service of mean 0.8: E W = 0.8 x 0.8 / 0.2 (Lindley 1952). */
function waitsOfADay(stream: Stream): readonly [number, number] {
  let wait = stream.next() < 0.8 ? exponential(stream, 0.8 / 0.2) : 0;
  let sum = 0;
  for (let call = 0; call < 40; call++) {
    sum += wait;
    wait = Math.max(0, wait + exponential(stream, 0.8) - exponential(stream, 1));
  }
  return [sum, 40];
}

/** Whether, in a suite of all four, any interval at any look misses the truth: above it and below it a verdict would be wrong. */
function isEverWrong(stream: Stream, chance: number): boolean {
  const risk = riskPerLook(KNOWN.length, LOOKS.length, chance);
  let isWrong = false;
  for (const { truth, draw } of KNOWN) {
    const series = new RatioSeries();
    for (let day = 1; day <= 300; day++) {
      series.add(0, ...draw(stream));
      if (!LOOKS.includes(day)) continue;
      const { low, high } = series.bounds(risk, anything);
      if (low! > truth || high! < truth) isWrong = true;
    }
  }
  return isWrong;
}

function seriesOf(pairs: readonly (readonly [number, number])[], strata = 1): RatioSeries {
  const series = new RatioSeries();
  pairs.forEach(([N, D], at) => series.add(at % strata, N, D));
  return series;
}

describe('The chance of a false alarm', () => {
  it.each([
    [0.01, 1500],
    [0.2, 1500],
  ])(
    'is at most %d over a suite of known queues and laws, looked at four times: %d suites, z of 3',
    (chance, suites) => {
      const stream = new Stream(`false alarms ${chance}`);
      let wrong = 0;
      for (let suite = 0; suite < suites; suite++) if (isEverWrong(stream, chance)) wrong += 1;
      expect(wrong).toBeLessThanOrEqual(suites * chance + 3 * Math.sqrt(suites * chance * (1 - chance)));
      // Not because nothing is ever decided: the intervals miss at all.
      if (chance > 0.1) expect(wrong).toBeGreaterThan(suites * chance * 0.2);
    },
  );

  it('would be far larger for skew days with Student alone: it is Hall who holds it', () => {
    const stream = new Stream('skew');
    const risk = 0.002;
    const days = 100;
    let [student, ours] = [0, 0];
    const t = studentQuantile(1 - risk / 2, days - 1);
    for (let run = 0; run < 4000; run++) {
      const values = Array.from({ length: days }, () =>
        Math.exp(1.3 * normalQuantile(1 - stream.next() || 0.5)),
      );
      const truth = Math.exp(1.3 ** 2 / 2);
      const mean = values.reduce((sum, value) => sum + value, 0) / days;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (days - 1);
      if (Math.abs(mean - truth) > t * Math.sqrt(variance / days)) student += 1;
      const { low, high } = seriesOf(values.map((value) => [value, 1])).bounds(risk, anything);
      if (low! > truth || high! < truth) ours += 1;
    }
    // 8 are allowed of 4000. Lognormal days of log-deviation 1.3 have a skewness of 10, beyond what any centre was seen to have.
    expect(student).toBeGreaterThan(100);
    expect(ours).toBeLessThan(student / 3);
  });
});

describe('The interval of a look', () => {
  it("is Student's where the days are not skew", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const { mean, low, high, n } = seriesOf(values.map((value) => [value, 1])).bounds(0.001, anything);
    const half = studentQuantile(0.9995, 8) * Math.sqrt(7.5 / 9);
    expect(mean).toBe(5);
    expect(high).toBeCloseTo(5 + half, 9);
    expect(low).toBeCloseTo(5 - half, 9);
    expect(n).toBe(9);
  });

  it('reaches further on the side where skew days err', () => {
    const values = [1, 1, 2, 1, 1, 2, 1, 1, 30, 1, 2, 1];
    const { mean, low, high } = seriesOf(values.map((value) => [value, 1])).bounds(0.01, anything);
    expect(high! - mean!).toBeGreaterThan(1.5 * (mean! - low!));
  });

  it('leaves out what differs between kinds of day: that is the calendar, not chance', () => {
    const pairs = Array.from({ length: 40 }, (_, at): [number, number] => [at % 2 === 0 ? 10 : 50, 1]);
    expect(seriesOf(pairs, 2).bounds(0.01, anything)).toMatchObject({
      mean: 30,
      low: 30,
      high: 30,
      isExact: true,
    });
    expect(seriesOf(pairs).bounds(0.01, anything).isExact).toBe(false);
  });

  it('of a share is at least that of Clopper and Pearson', () => {
    // 0 of 100: 1 - 0.025^(1/100); 5 of 100: the table of Clopper and Pearson as every text has it.
    expect(binomialInterval(0, 100, 0.05)[1]).toBeCloseTo(1 - 0.025 ** 0.01, 12);
    expect(binomialInterval(5, 100, 0.05)[0]).toBeCloseTo(0.01643, 5);
    expect(binomialInterval(5, 100, 0.05)[1]).toBeCloseTo(0.11283, 5);
    expect(binomialInterval(100, 100, 0.05)).toEqual([expect.closeTo(0.025 ** 0.01, 12), 1]);
    const none = seriesOf(Array.from({ length: 100 }, () => [0, 50])).bounds(0.001, share);
    expect(none.high).toBeCloseTo(1 - 0.0005 ** (1 / 5000), 12);
    expect(none.low).toBe(0);
  });

  it('has no ends when the days cannot tell', () => {
    expect(seriesOf([[3, 1]]).bounds(0.01, anything)).toMatchObject({ mean: 3, low: null, high: null });
    expect(seriesOf([[0, 0]]).bounds(0.01, anything)).toMatchObject({ mean: null, low: null, n: 1 });
    // Only one day of forty had anybody to ask.
    const pairs = Array.from({ length: 40 }, (_, at): [number, number] => (at === 7 ? [1, 2] : [0, 0]));
    expect(seriesOf(pairs).bounds(0.01, share)).toMatchObject({ mean: 0.5, low: null });
  });
});

describe('A judgement', () => {
  const bounds = (low: number, high: number) => ({
    mean: (low + high) / 2,
    low,
    high,
    n: 100,
    isExact: low === high,
  });

  it('needs the whole interval on one side', () => {
    expect(judge(bounds(2, 3), [1, 4])).toBe('pass');
    expect(judge(bounds(2, 3), [2, 3])).toBe('pass');
    expect(judge(bounds(2, 3), [3.1, 4])).toBe('fail');
    expect(judge(bounds(2, 3), [0, 1.9])).toBe('fail');
    expect(judge(bounds(2, 3), [2.5, 4])).toBe('open');
    expect(judge({ mean: null, low: null, high: null, n: 0, isExact: false }, [0, 1])).toBe('open');
  });

  it('decides at once what leaves nothing to chance', () => {
    const always = seriesOf(Array.from({ length: 10 }, () => [240_000 * 7, 7])).bounds(1e-6, anything);
    expect(judge(always, [240_000, 240_000])).toBe('pass');
    expect(judge(always, [240_001, 250_000])).toBe('fail');
    const never = seriesOf(Array.from({ length: 10 }, () => [0, 7])).bounds(1e-6, share);
    expect(judge(never, [0, 0])).toBe('pass');
    // Not seen in 70 callers is not yet rarer than one in a hundred.
    expect(judge(never, [0, 0.01])).toBe('open');
    expect(judge(never, [0.001, 0.01])).toBe('open');
    expect(judge(never, [0.5, 1])).toBe('fail');
  });

  it('lets one caller refute "never"', () => {
    const pairs = Array.from({ length: 100 }, (_, at): [number, number] => [at === 50 ? 1 : 0, 1000]);
    expect(judge(seriesOf(pairs).bounds(1e-6, share), [0, 0])).toBe('fail');
  });
});
