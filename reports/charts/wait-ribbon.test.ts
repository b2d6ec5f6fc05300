import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  day,
  elements,
  everyChart,
  numberIn,
  PLAIN,
  rowAt,
  seconds,
  series,
  textsOf,
} from './chart.suite.ts';
import { waitRibbon, type RibbonParts } from './wait-ribbon.ts';

const HALF_HOURS = ['22:00', '22:30', '23:00', '23:30', '00:00+1', '00:30+1'];

function rows(means: readonly (number | null)[], half: number | null = null) {
  return means.map((mean, index) => rowAt(index, HALF_HOURS[index]!, mean, half));
}

const night: RibbonParts = {
  intervalSeconds: 1800,
  p50: rows([10, 10, 20, 20, 10, 10]),
  p80: rows([40, 60, 120, 60, 60, 40], 12),
  p95: rows([80, 100, 240, 100, 100, 80]),
  calls: rows([20, 40, 80, 40, 20, 10]),
  staff: rows([9000, 9000, 18000, 18000, 9000, 9000]),
  within: 60,
};

everyChart('the wait ribbon', {
  draw: waitRibbon,
  example: night,
  parts: day.chain((each) =>
    fc.record({
      intervalSeconds: fc.constant(60 * each.minutes),
      p50: series(each, seconds),
      p80: series(each, seconds),
      p95: series(each, seconds),
      calls: series(each, count),
      staff: series(each, count),
      within: fc.option(seconds),
    }),
  ),
});

function numbersOf(path: string): number[][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Where the axis puts a length of time, read from its gridlines. */
function heightOf(svg: string, label: string): number {
  const text = elements(svg).find(({ tagName, textContent }) => tagName === 'TEXT' && textContent === label)!;
  return numberIn(text, 'y') - 4;
}

describe('the wait ribbon', () => {
  it('names agents in the key of a phone only where their line is', () => {
    const narrow = (staff: RibbonParts['staff']) =>
      textsOf(waitRibbon({ ...night, staff }, { ...PLAIN, width: 340 })!);
    expect(narrow(night.staff)).toContain('agents on duty');
    expect(narrow([])).not.toContain('agents on duty');
    expect(narrow([])).toContain('calls per 30 min');
  });

  it('draws a line where the axis has its value', () => {
    const svg = waitRibbon(night, PLAIN)!;
    const strong = elements(svg).find((each) => each.getAttribute('stroke-width') === '2.2')!;
    const ys = numbersOf(strong.getAttribute('d')!).map(([, y]) => y);
    expect(Math.min(...(ys as number[]))).toBeCloseTo(heightOf(svg, '2 min'), 0);
  });

  it('edges the band of 95 in 100 with a line at its value', () => {
    const svg = waitRibbon(night, PLAIN)!;
    const edges = elements(svg).filter(
      (each) => each.tagName === 'PATH' && each.getAttribute('stroke')?.startsWith('var(--interval'),
    );
    expect(edges).toHaveLength(1);
    const ys = numbersOf(edges[0]!.getAttribute('d')!).map(([, y]) => y as number);
    expect(Math.min(...ys)).toBeCloseTo(heightOf(svg, '4 min'), 0);
  });

  it('puts whiskers on the strong line alone, from the lower to the upper end of the interval', () => {
    const svg = waitRibbon(night, { ...PLAIN, width: 1040 })!;
    const whiskers = elements(svg).filter((each) => each.getAttribute('stroke-width') === '1.2');
    expect(whiskers).toHaveLength(6);
    const perSecond = (heightOf(svg, '0') - heightOf(svg, '4 min')) / 240;
    const [first, , , last] = numbersOf(whiskers[2]!.getAttribute('d')!) as [number, number][];
    expect(last![1] - first![1]).toBeCloseTo(24 * perSecond, 0);
    const none = waitRibbon({ ...night, p80: rows([40, 60, 120, 60, 60, 40]) }, PLAIN)!;
    expect(elements(none).some((each) => each.getAttribute('stroke-width') === '1.2')).toBe(false);
  });

  it('leaves a gap where an interval has no wait', () => {
    const gap = { ...night, p80: rows([40, 60, null, 60, 60, 40], 12) };
    const strong = (parts: RibbonParts) =>
      elements(waitRibbon(parts, PLAIN)!).filter((each) => each.getAttribute('stroke-width') === '2.2');
    expect(strong(night)).toHaveLength(1);
    const [before, after] = strong(gap).map(
      (each) => numbersOf(each.getAttribute('d')!) as [number, number][],
    );
    expect(Math.max(...before!.map(([x]) => x))).toBeLessThan(Math.min(...after!.map(([x]) => x)));
  });

  it('crosses midnight without a jump, in round hours of the clock', () => {
    expect(textsOf(waitRibbon(night, PLAIN)!)).toEqual(
      expect.arrayContaining(['22:00', '23:00', '00:00', '01:00']),
    );
  });

  it('writes the most calls and the most agents of an interval on their marks', () => {
    // 18,000 signed-in seconds in half an hour are ten agents.
    expect(textsOf(waitRibbon(night, PLAIN)!)).toEqual(expect.arrayContaining(['80', '10']));
  });

  it('draws bars in proportion to the calls', () => {
    const heights = elements(waitRibbon(night, PLAIN)!)
      .filter((each) => each.tagName === 'RECT' && each.getAttribute('fill-opacity') === '0.35')
      .map((each) => numberIn(each, 'height'));
    expect(heights.map((height) => height / heights[2]!)).toEqual(
      [20, 40, 80, 40, 20, 10].map((calls) => expect.closeTo(calls / 80, 1)),
    );
  });

  it('is nothing without a wait and without a call, whoever is on duty', () => {
    const none = { ...night, p50: [], p80: [], p95: [] };
    expect(waitRibbon({ ...none, calls: [], staff: [] }, PLAIN)).toBeNull();
    expect(waitRibbon({ ...none, calls: rows([0, 0, 0]) }, PLAIN)).toBeNull();
    expect(waitRibbon(none, PLAIN)).not.toBeNull();
  });
});
