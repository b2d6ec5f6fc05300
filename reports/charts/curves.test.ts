import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, elements, illFormed, name, numberIn, overlaps, PLAIN, textsOf } from './chart.suite.ts';
import { curvesChart } from './curves.ts';
import type { Curve, CurvesParts } from './curves.ts';

const looks = ['measured', 'dots', 'far', 'first', 'second', 'third'] as const;
const point = fc.tuple(
  fc.double({ min: 0, max: 1e5, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const curve: fc.Arbitrary<Curve> = fc.record({
  name,
  look: fc.constantFrom(...looks),
  points: fc.array(point, { maxLength: 30 }).map((points) => points.toSorted(([a], [b]) => a - b)),
});

describe('curves', () => {
  it('draws any curves whole and without texts in each other, on a wide page and on a telephone', () => {
    const parts = fc.record({
      curves: fc.array(curve, { minLength: 1, maxLength: 4 }),
      x: fc.constantFrom('seconds', 'number', 'clock'),
      y: fc.constantFrom('share', 'number'),
    });
    fc.assert(
      fc.property(parts, fc.constantFrom(358, 616, 1276), (drawn: CurvesParts, width) => {
        const svg = curvesChart(drawn, { ...PLAIN, width });
        if (svg === null) {
          expect(drawn.curves.every(({ points }) => points.length === 0)).toBe(true);
          return;
        }
        expect(illFormed(svg)).toEqual([]);
        // Names of any length are the key's business; these are laws and two or three words.
        const names = drawn.curves.map((each) => each.name);
        expect(overlaps(svg).filter((pair) => !names.some((each) => pair.includes(each)))).toEqual([]);
        expect(cut(svg).filter((text) => !names.includes(text))).toEqual([]);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('has nothing to draw without points', () => {
    expect(
      curvesChart({ curves: [{ name: 'a', look: 'first', points: [] }], x: 'number', y: 'share' }, PLAIN),
    ).toBe(null);
  });

  it('rises at a measured value, not before it', () => {
    const svg = curvesChart(
      {
        curves: [
          {
            name: 'measured',
            look: 'measured',
            points: [
              [0, 0],
              [10, 1],
            ],
          },
        ],
        x: 'seconds',
        y: 'share',
      },
      PLAIN,
    )!;
    const path = elements(svg).find(({ tagName }) => tagName === 'PATH')!;
    const places = [...path.getAttribute('d')!.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [x, y]);
    // Along the floor to the value, then straight up.
    expect(places).toHaveLength(3);
    expect(places[1]![1]).toBe(places[0]![1]);
    expect(places[2]![0]).toBe(places[1]![0]);
  });

  it('marks single values, and those that were left out apart from them', () => {
    const svg = curvesChart(
      {
        curves: [
          {
            name: 'as usual',
            look: 'dots',
            points: [
              [1, 5],
              [2, 6],
            ],
          },
          { name: 'far out', look: 'far', points: [[3, 1]] },
        ],
        x: 'number',
        y: 'number',
      },
      PLAIN,
    )!;
    const circles = elements(svg).filter(({ tagName }) => tagName === 'CIRCLE');
    // Three marks and a swatch of each kind; by size and filling, not only by colour.
    expect(circles).toHaveLength(5);
    const far = circles.filter((circle) => circle.getAttribute('fill') === 'none');
    expect(far.map((circle) => numberIn(circle, 'r'))).toContain(3.5);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['as usual', 'far out']));
  });
});
