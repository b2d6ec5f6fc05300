import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitBins } from '../schema.ts';
import { count, elements, estimate, everyChart, numberIn, PLAIN, textsOf } from './chart.suite.ts';
import { waitDistribution } from './wait-distribution.ts';

type Bin = WaitBins['bins'][number];

function bin(from: number, to: number | null, answered: number, optedIn = 0, abandoned = 0): Bin {
  return { from, to, answered, optedIn, abandoned };
}

/** A hundred callers, so that a caller is one percent. */
const hundred: WaitBins = {
  queue: 'support',
  within: 20,
  offers: [30],
  atOnce: 60,
  bins: [
    bin(0, 10, 10, 0, 2),
    bin(10, 20, 8, 0, 2),
    bin(20, 30, 6, 0, 0),
    bin(30, 40, 2, 8, 1),
    bin(40, null, 1),
  ],
};
const offers = [{ number: 1, after: 30, heard: 12, accepted: { mean: 0.4, low: 0.3, high: 0.5, n: 20 } }];

everyChart('the wait distribution', {
  draw: waitDistribution,
  example: { waits: hundred, offers },
  parts: fc
    .record({
      width: fc.constantFrom(10, 20, 30, 60, 300),
      bins: fc.array(fc.tuple(count, count, count), { maxLength: 41 }),
      isOpen: fc.boolean(),
      atOnce: count,
      within: fc.option(fc.integer({ min: 0, max: 400 })),
      first: fc.integer({ min: 1, max: 200 }),
      repeat: fc.integer({ min: 1, max: 200 }),
      times: fc.integer({ min: 0, max: 60 }),
      accepted: estimate,
    })
    .map(({ width, bins, isOpen, first, repeat, times, accepted, ...rest }) => ({
      waits: {
        queue: null,
        atOnce: rest.atOnce,
        within: rest.within,
        offers: Array.from({ length: times }, (_, at) => first + at * repeat),
        bins: bins.map(([answered, optedIn, abandoned], at) => ({
          from: at * width,
          to: isOpen && at === bins.length - 1 ? null : (at + 1) * width,
          answered,
          optedIn,
          abandoned,
        })),
      },
      offers: [{ number: 1, after: first, heard: 5, accepted }],
    })),
});

function barsOf(svg: string, isBar: (fill: string) => boolean): { x: number; height: number }[] {
  return elements(svg)
    .filter(
      (each) =>
        each.tagName === 'RECT' && each.parentNode?.tagName === 'G' && isBar(each.getAttribute('fill') ?? ''),
    )
    .map((each) => ({ x: numberIn(each, 'x'), height: numberIn(each, 'height') }));
}

describe('the wait distribution', () => {
  const svg = waitDistribution({ waits: hundred, offers }, PLAIN)!;
  // The axis ends at 15 %, 210 pixels high.
  const percent = 210 / 15;

  it('stacks answered, callbacks and abandoned in proportion to the callers', () => {
    const heights = (isBar: (fill: string) => boolean) =>
      barsOf(svg, isBar).map(({ height }) => height / percent);
    const close = (values: number[]) => values.map((value) => expect.closeTo(value, 1));
    expect(heights((fill) => fill.includes('--now'))).toEqual(close([10, 8, 6, 2]));
    expect(heights((fill) => fill.includes('-chose'))).toEqual(close([8]));
    expect(heights((fill) => fill.includes('-left'))).toEqual(close([2, 2, 1]));
  });

  it('keeps those answered at once in a column of their own, of all callers', () => {
    expect(textsOf(svg)).toContain('60%');
    const column = elements(svg).filter(
      (each) => each.tagName === 'RECT' && each.getAttribute('width') === '44',
    );
    const [whole, part] = column.map((each) => numberIn(each, 'height'));
    expect(part! / whole!).toBeCloseTo(0.6, 2);
  });

  it('marks the threshold and the offers at their seconds, with the share that takes them', () => {
    // A bar leaves half a pixel on either side.
    const thirty = barsOf(svg, (fill) => fill.includes('-chose'))[0]!.x;
    const flag = elements(svg).find((each) => each.getAttribute('stroke-dasharray') !== undefined)!;
    expect(Math.abs(numberIn(flag, 'x1') - thirty)).toBeLessThan(1);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['1', '30 s · 40% press 1', 'threshold 20 s']));
    const threshold = elements(svg).find(
      (each) => each.tagName === 'LINE' && each.getAttribute('stroke') === 'var(--ink, #15191e)',
    )!;
    const twenty = barsOf(svg, (fill) => fill.includes('--now'))[2]!.x;
    expect(Math.abs(numberIn(threshold, 'x1') - twenty)).toBeLessThan(1);
  });

  it('tells the three apart without colour: plain, dotted, hatched', () => {
    const patterns = elements(svg).filter(({ tagName }) => tagName === 'PATTERN');
    expect(
      patterns.map((each) => each.querySelectorAll('circle, line').map(({ tagName }) => tagName)),
    ).toEqual([['CIRCLE'], ['LINE']]);
    expect(barsOf(svg, (fill) => fill.startsWith('url'))).toHaveLength(4);
  });

  it('tells the share beyond the last edge in words', () => {
    expect(textsOf(svg)).toContain('1% later than 40 s');
  });

  it('keeps the area of bins of other widths', () => {
    const wide = { ...hundred, bins: [bin(0, 10, 10), bin(10, 30, 20)] };
    const [first, second] = barsOf(waitDistribution({ waits: wide }, PLAIN)!, (fill) =>
      fill.includes('--now'),
    );
    expect(second!.height).toBeCloseTo(first!.height, 0);
  });

  it('cuts a bin that towers over the others, and writes how high it is', () => {
    const towering = { ...hundred, atOnce: 0, bins: [bin(0, 10, 90), bin(10, 20, 6), bin(20, 30, 4)] };
    const drawn = waitDistribution({ waits: towering }, PLAIN)!;
    expect(textsOf(drawn)).toContain('90%');
    const [first, second] = barsOf(drawn, (fill) => fill.includes('--now'));
    expect(first!.height).toBeLessThan(2 * second!.height);
  });

  it('names in its key only what callers did', () => {
    const none = { ...hundred, bins: [bin(0, 10, 10), bin(10, 20, 8)] };
    expect(textsOf(waitDistribution({ waits: none }, PLAIN)!)).not.toContain('abandoned');
  });

  it('is nothing without callers', () => {
    expect(waitDistribution({ waits: { ...hundred, atOnce: 0, bins: [] } }, PLAIN)).toBeNull();
  });
});
