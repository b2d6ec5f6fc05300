import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, elements, everyChart, numberIn, only, PLAIN, rowAt, series, textsOf } from './chart.suite.ts';
import { serviceLevel, type ServiceLevelParts } from './service-level.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Sure to be met, sure to be missed, too close to call, without a value. */
const morning: ServiceLevelParts = {
  intervalSeconds: 1800,
  rows: [
    rowAt(0, '08:00', 0.9, 0.02),
    rowAt(1, '08:30', 0.6, 0.05),
    rowAt(2, '09:00', 0.79, 0.03),
    rowAt(3, '09:30', null),
    rowAt(4, '10:00', 0.95, 0.01),
  ],
  target: 0.8,
};

everyChart('service level by interval', {
  draw: serviceLevel,
  example: morning,
  parts: day.chain((each) =>
    fc.record({
      intervalSeconds: fc.constant(60 * each.minutes),
      rows: series(each, share),
      target: fc.option(share),
    }),
  ),
});

const VERMILION = 'var(--alarm, #b3310f)';

describe('service level by interval', () => {
  it('marks what surely missed by shape and colour, and nothing else', () => {
    const found = elements(serviceLevel(morning, PLAIN)!).filter(
      (each) => each.getAttribute('fill') === VERMILION,
    );
    // One in the key, one in the plot.
    expect(found.map(({ tagName }) => tagName)).toEqual(['PATH', 'PATH']);
    const met = { ...morning, target: 0.5 };
    expect(serviceLevel(met, PLAIN)).not.toContain(VERMILION);
  });

  it('draws the target line at its share on the axis', () => {
    const svg = serviceLevel(morning, PLAIN)!;
    const target = only(
      elements(svg).filter((each) => each.getAttribute('stroke') === 'var(--ink, #15191e)'),
    );
    const eighty = elements(svg).find(
      ({ tagName, textContent }) => tagName === 'TEXT' && textContent === '80%',
    )!;
    expect(numberIn(target, 'y1')).toBeCloseTo(numberIn(eighty, 'y') - 4, 0);
    expect(textsOf(svg)).toContain('target 80%');
  });

  it('has one axis from nothing to all, whatever it shows', () => {
    const good = serviceLevel({ ...morning, rows: [rowAt(0, '08:00', 0.97, 0.01)] }, PLAIN)!;
    const bad = serviceLevel({ ...morning, rows: [rowAt(0, '08:00', 0.1, 0.05)] }, PLAIN)!;
    const axis = (svg: string) =>
      elements(svg)
        .filter(({ tagName, textContent }) => tagName === 'TEXT' && /^\d+%$/.test(textContent))
        .map((each) => [each.textContent, numberIn(each, 'y')]);
    expect(axis(good).map(([name]) => name)).toEqual(['0%', '20%', '40%', '60%', '80%', '100%']);
    expect(axis(bad)).toEqual(axis(good));
  });

  it('draws an interval from its lower to its upper end', () => {
    const svg = serviceLevel(morning, PLAIN)!;
    const bars = elements(svg).filter((each) => each.getAttribute('fill') === 'var(--interval, #82a7d2)');
    // The last one is the key's, or the first: the intervals are 4, 10, 6 and 2 points long.
    const heights = bars.map((each) => numberIn(each, 'height')).filter((height) => height !== 12);
    expect(heights.map((height) => (10 * height) / heights[1]!)).toEqual(
      [4, 10, 6, 2].map((points) => expect.closeTo(points, 0)),
    );
  });

  it('breaks the line at an interval without calls', () => {
    const lines = elements(serviceLevel(morning, PLAIN)!).filter(
      (each) => each.getAttribute('stroke') === 'var(--ghost, #6d7782)',
    );
    expect(lines).toHaveLength(2);
  });

  it('has neither key nor verdict without a target', () => {
    const svg = serviceLevel({ ...morning, target: null }, PLAIN)!;
    expect(textsOf(svg)).not.toContain('met');
    expect(svg).not.toContain(VERMILION);
  });

  it('is nothing without a value', () => {
    expect(serviceLevel({ ...morning, rows: [rowAt(0, '08:00', null)] }, PLAIN)).toBeNull();
  });
});
