import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabels, countTicks, durationTicks, spread } from './axis.ts';
import { elements, numberIn } from './chart.suite.ts';
import { minutesOf, stretches } from './day-axis.ts';
import { linePlace } from './line-label.ts';
import { fitted, widthOf, wrapped } from './text-width.ts';

describe('the steps of an axis', () => {
  it('are round lengths of time', () => {
    expect(durationTicks(48, 6).values).toEqual([0, 10, 20, 30, 40, 50]);
    expect(durationTicks(110, 6).values).toEqual([0, 20, 40, 60, 80, 100, 120]);
    expect(durationTicks(220, 6).values).toEqual([0, 60, 120, 180, 240]);
    expect(durationTicks(1000, 6).values).toEqual([0, 240, 480, 720, 960, 1200]);
    expect(durationTicks(9000, 6).values).toEqual([0, 1800, 3600, 5400, 7200, 9000]);
  });

  it('reach the top with no more steps than asked, whatever the top is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (top, most) => {
          for (const ticks of [durationTicks(top, most), countTicks(top, most)]) {
            expect(ticks.top).toBeGreaterThanOrEqual(top * (1 - 1e-9));
            expect(ticks.values.length).toBeLessThanOrEqual(most + 1);
            expect(ticks.values.length).toBeGreaterThan(1);
            expect(ticks.values.at(-1)).toBe(ticks.top);
          }
        },
      ),
      { seed: 1 },
    );
  });
});

describe('labels on an axis', () => {
  it('start and end at the edges of the plot', () => {
    const drawn = axisLabels(
      [
        { at: 50, text: '08:00' },
        { at: 150, text: '09:00' },
        { at: 250, text: '10:00' },
      ],
      { left: 50, right: 250 },
      0,
    );
    const [first, middle, last] = elements(drawn.markup);
    expect([first, middle, last].map((each) => each!.getAttribute('text-anchor'))).toEqual([
      undefined,
      'middle',
      'end',
    ]);
    expect([first, middle, last].map((each) => numberIn(each!, 'x'))).toEqual([50, 150, 250]);
  });

  it('give way to the last one', () => {
    const placed = [0, 20, 40, 60, 80, 100].map((at) => ({ at, text: `${at} min` }));
    const texts = elements(axisLabels(placed, { left: 0, right: 100 }, 0).markup).map((e) => e.textContent);
    expect(texts.at(-1)).toBe('100 min');
    expect(texts.length).toBeLessThan(4);
  });

  it('spread to their distance, in their order and within the bounds as far as there is room', () => {
    expect(spread([10, 12, 100], 14, 0, 200)).toEqual([10, 24, 100]);
    expect(spread([198, 190], 14, 0, 200)).toEqual([200, 186]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 10 }), (wanted) => {
        const places = spread(wanted, 14, 0, 200).toSorted((a, b) => a - b);
        for (const [at, place] of places.slice(1).entries())
          expect(place - places[at]!).toBeGreaterThanOrEqual(14 - 1e-9);
        expect(places.every((place) => place >= 0 && place <= 200)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it('name a line where it is freest', () => {
    const within = { left: 0, right: 300, top: 0, bottom: 100 };
    expect(linePlace(50, 60, within, [])).toEqual({ right: 300, baseline: 45 });
    const bar = { left: 200, right: 300, top: 0, bottom: 100 };
    expect(linePlace(50, 60, within, [bar]).right).toBeLessThanOrEqual(200);
    expect(linePlace(5, 60, within, []).baseline).toBeGreaterThan(5);
  });
});

describe('a day of intervals', () => {
  it('reads clocks of the next day', () => {
    expect(['08:30', '24:00', '01:30+1'].map(minutesOf)).toEqual([510, 1440, 1530]);
  });

  it('parts stretches at gaps', () => {
    expect(stretches([5, 1, 2, 4, 8])).toEqual([[1, 2], [4, 5], [8]]);
  });
});

describe('the width of a text', () => {
  it('grows with the text and its size', () => {
    expect(widthOf('mmm', 11)).toBeGreaterThan(widthOf('iii', 11));
    expect(widthOf('abc', 22)).toBeCloseTo(2 * widthOf('abc', 11), 6);
  });

  it('is kept by cutting, and by lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 30, max: 300 }),
        (text, width) => {
          expect(widthOf(fitted(text, width, 11), 11)).toBeLessThanOrEqual(width);
          const lines = wrapped(text, width, 11, 2);
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) expect(widthOf(line, 11)).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 1 },
    );
  });

  it('leaves a text that fits as it is', () => {
    expect(fitted('Second line', 200, 11)).toBe('Second line');
    expect(wrapped('Second line', 200, 11, 2)).toEqual(['Second line']);
  });
});
