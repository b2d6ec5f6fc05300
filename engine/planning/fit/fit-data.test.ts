import { describe, expect, it } from 'vitest';
import { dateText, parseDate } from '../../config/lengths.ts';
import { distributionOf } from '../../kernel/distributions.ts';
import { normalQuantile } from '../../kernel/quantiles.ts';
import { Streams } from '../../kernel/streams.ts';
import { fitData } from './fit-data.ts';
import type { FitOptions } from './fit-data.ts';
import { readData } from './read-data.ts';
import { redialsOf } from './redials.ts';
import type { CallRecords } from './records.ts';

const options: FitOptions = {
  interval: 1800,
  alike: 0.12,
  keepsOutliers: false,
  redialWindow: 3600,
};

const HOURS = Array.from({ length: 20 }, (_, at) => 8 * 3600 + at * 1800);

/** Counts of half hours from 8:00 to 18:00; `levels` are mean calls of a half hour from Monday on, `peaks` where the most are. */
function countsOf(
  levels: readonly number[],
  weeks: number,
  change: (date: string, mean: number) => number = (_, mean) => mean,
  peaks: readonly number[] = [],
): string {
  const stream = new Streams(11).of('counts');
  const factor = distributionOf({ law: 'gamma', shape: 60, mean: 1 });
  const rows = ['date,time,calls'];
  const monday = parseDate('2024-01-01')!;
  for (let day = 0; day < weeks * 7; day++) {
    const date = dateText(monday + day);
    const busy = factor.at(stream.next());
    for (const [at, second] of HOURS.entries()) {
      const tilt = 1 + 0.6 * Math.cos(((at - (peaks[day % 7] ?? 6)) / 20) * 2 * Math.PI);
      const mean = change(date, levels[day % 7]! * tilt * busy);
      const count = Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(stream.next())));
      const two = (value: number) => String(value).padStart(2, '0');
      rows.push(`${date},${two(Math.floor(second / 3600))}:${two((second / 60) % 60)},${count}`);
    }
  }
  return rows.join('\n');
}

function fitted(text: string, changed: Partial<FitOptions> = {}) {
  const read = readData(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  return fitData(read.records, { ...options, ...changed });
}

describe('kinds of day', () => {
  it('puts weekdays together that are alike, and names what is found', () => {
    const { kinds, closed } = fitted(countsOf([50, 50, 50, 50, 50, 20, 0], 10));
    expect(kinds.map(({ name, weekdays }) => [name, weekdays])).toEqual([
      ['weekday', [0, 1, 2, 3, 4]],
      ['saturday', [5]],
    ]);
    expect(closed).toEqual([6]);
  });

  it('tells Mondays apart that are much busier', () => {
    const { kinds } = fitted(countsOf([80, 50, 50, 50, 50, 20, 20], 12));
    expect(kinds.map(({ name }) => name)).toEqual(['weekday', 'weekend', 'monday']);
  });

  it('tells days apart by their hours when their volume is the same', () => {
    const peaks = [6, 6, 6, 6, 15, 6, 6];
    const { kinds, pairs } = fitted(countsOf([50, 50, 50, 50, 50, 0, 0], 12, undefined, peaks));
    expect(kinds.map(({ name }) => name)).toEqual(['weekday', 'friday']);
    const pair = pairs.find(({ weekdays }) => weekdays.join() === '0,4')!;
    expect(pair.shapeP).toBeLessThan(1e-6);
    expect(Math.abs(Math.log(pair.volumeRatio))).toBeLessThan(0.15);
  });

  it('does not make kinds of differences that nobody plans for, unless asked', () => {
    const text = countsOf([500, 440, 440, 440, 440, 0, 0], 30);
    expect(fitted(text, { alike: 0.3 }).kinds.map(({ name }) => name)).toEqual(['day']);
    expect(fitted(text, { alike: 0.03 }).kinds.map(({ name }) => name)).toContain('monday');
  });

  it('names a holiday and a closed day, and leaves both out', () => {
    const change = (date: string, mean: number) =>
      date === '2024-02-14' ? 0 : date === '2024-02-20' ? mean / 5 : mean;
    const text = countsOf([50, 50, 50, 50, 50, 0, 0], 10, change);
    const { days, kinds } = fitted(text);
    const far = days.filter(({ outlier }) => outlier !== null);
    expect(far.map(({ day, outlier }) => [dateText(day), outlier?.why])).toEqual([
      ['2024-02-14', 'noCalls'],
      ['2024-02-20', 'few'],
    ]);
    expect(kinds[0]!.days).toBe(48);
    expect(fitted(text, { keepsOutliers: true }).kinds[0]!.days).toBe(50);
  });

  it('finds the shape of the day factor within its interval', () => {
    const { factor } = fitted(countsOf([80, 80, 80, 80, 80, 80, 80], 40)).kinds[0]!.queues[0]!;
    expect(factor.shapeInterval[0]).toBeLessThan(60);
    expect(factor.shapeInterval[1]).toBeGreaterThan(60);
  });

  it('has no factor where chance explains how days differ, unless the whole centre says otherwise', () => {
    // 20 days of 100 ± 11 calls: variance 127, chi-square 24.2 of 19, p = 0.19. Two such queues that move together: 48.4, p = 0.0002.
    const rows = (queue: string) =>
      Array.from(
        { length: 20 },
        (_, at) => `${dateText(parseDate('2024-01-01')! + at)},08:00,${at % 2 === 0 ? 89 : 111},${queue}`,
      );
    const text = (...queues: string[]) =>
      ['date,time,calls,queue', ...queues.flatMap((queue) => rows(queue))].join('\n');
    const [alone] = fitted(text('a'), { interval: 28_800 }).kinds;
    expect(alone!.queues[0]!.factor.shapeMoments).toBeCloseTo(100 ** 2 / ((121 * 20) / 19 - 100), 6);
    expect([alone!.factor.isBeyondChance, alone!.queues[0]!.isVaried]).toEqual([false, false]);
    const [both] = fitted(text('a', 'b'), { interval: 28_800 }).kinds;
    expect(both!.factor.isBeyondChance).toBe(true);
    expect(both!.queues.map(({ factor, isVaried }) => [factor.isBeyondChance, isVaried])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it('finds when it opens and closes, and takes it as stated instead', () => {
    const text = countsOf([50, 50, 50, 50, 50, 50, 50], 4);
    expect(fitted(text).kinds[0]).toMatchObject({ from: 8 * 3600, to: 18 * 3600, outside: 0 });
    const [kind] = fitted(text, { hours: [9 * 3600, 17 * 3600] }).kinds;
    expect(kind!.queues[0]!.intervals).toHaveLength(16);
    expect(kind!.outside).toBeGreaterThan(0.1);
  });

  it('finds a rise of volume', () => {
    const start = parseDate('2024-01-01')!;
    const rising = (date: string, mean: number) => mean * 1.05 ** ((parseDate(date)! - start) / 30);
    const { trend } = fitted(countsOf([50, 50, 50, 50, 50, 50, 50], 26, rising));
    expect(trend!.interval[0]).toBeLessThan(0.05);
    expect(trend!.interval[1]).toBeGreaterThan(0.05);
    expect(trend!.interval[0]).toBeGreaterThan(0);
  });

  it('fits a single day', () => {
    const { kinds } = fitted('date,time,calls\n2024-01-01,08:00,5\n2024-01-01,08:30,9\n');
    expect(kinds).toHaveLength(1);
    expect(kinds[0]!.queues[0]!.intervals.map(({ mean }) => mean)).toEqual([5, 9]);
    expect(kinds[0]!.queues[0]!.factor.shapeMoments).toBe(Infinity);
  });
});

describe('the roster to begin with', () => {
  it('has the fewest agents of Erlang C for 80 % within 20 s', () => {
    // 100 calls in half an hour of 180 s each are 10 erlang: by the sum of the formula 79.6 % with 13 agents, 88.8 % with 14.
    const text = 'date,time,calls\n2024-01-01,08:00,100\n2024-01-01,08:30,100\n';
    const [queue] = fitData(recordsWithHandle(text), options).queues;
    expect(queue!.handle).toEqual({ mean: 180, isMeasured: true });
    expect(queue!.staff['day']).toEqual([14, 14]);
  });

  function recordsWithHandle(text: string) {
    const read = readData(text.replaceAll(/,100\n/g, ',100,180\n').replace('calls\n', 'calls,AHT\n'));
    if (!read.ok) throw new Error('it reads');
    return read.records;
  }
});

describe('redials', () => {
  /** Callers lost at 8:00 plus their number in seconds; every `again`-th calls again ten minutes later. */
  function lostCalls(lost: number, again: number, answeredAgain: number): CallRecords {
    const rows = ['arrival,wait,outcome,caller'];
    const at = (second: number) =>
      `2024-01-01 ${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`;
    for (let caller = 0; caller < lost; caller++) {
      const second = 8 * 3600 + caller * 10;
      rows.push(`${at(second)},30,abandoned,a${caller}`, `${at(second)},5,answered,b${caller}`);
      if (caller % again === 0) rows.push(`${at(second + 630)},5,answered,a${caller}`);
      if (caller % answeredAgain === 0) rows.push(`${at(second + 605)},5,answered,b${caller}`);
    }
    rows.push(`${at(20 * 3600)},5,answered,last`);
    const read = readData(rows.join('\n'));
    if (!read.ok) throw new Error('it reads');
    return read.records as CallRecords;
  }

  it('counts who calls again within the window, from the moment he hung up', () => {
    const found = redialsOf(lostCalls(400, 4, 1e9), 3600)!;
    expect(found.rates.afterAbandon).toEqual({ calls: 400, again: 100, share: 0.25 });
    expect(found.rates.afterAnswer.again).toBe(1);
    expect(found.rates.isMore).toBe(true);
    expect(found.rates.redials).toBe(100);
    expect(redialsOf(lostCalls(400, 4, 1e9), 500)!.rates.afterAbandon.again).toBe(0);
  });

  it('takes nobody for a redialler when as many of the answered call again', () => {
    const found = redialsOf(lostCalls(400, 4, 3), 3600)!;
    expect(found.rates.isMore).toBe(false);
    expect(found.rates.redials).toBe(0);
  });

  it('finds the mean delay behind a window that cuts it off, within 10 %', () => {
    const stream = new Streams(5).of('delays');
    const rows = ['arrival,wait,outcome,caller'];
    const stamp = (second: number) => {
      const day = 1 + Math.floor(second / 86_400);
      const rest = Math.floor(second % 86_400);
      const two = (value: number) => String(value).padStart(2, '0');
      return `2024-01-${two(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
    };
    for (let caller = 0; caller < 3000; caller++) {
      const second = caller * 600;
      const again = second - 1800 * Math.log(1 - stream.next());
      rows.push(`${stamp(second)},0,abandoned,c${caller}`, `${stamp(again)},0,answered,c${caller}`);
    }
    const read = readData(rows.join('\n'));
    if (!read.ok) throw new Error('it reads');
    const found = redialsOf(read.records as CallRecords, 3600)!;
    // Of an exponential delay of 30 minutes 86 % is seen within the hour; three standard errors are 7 %.
    expect(Math.abs(found.rates.meanDelay! / 1800 - 1)).toBeLessThan(0.1);
    expect(found.rates.afterAbandon.share).toBeCloseTo(1 - Math.exp(-2), 1);
  });
});
