import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, estimate, everyChart, numberIn, PLAIN, textsOf } from './chart.suite.ts';
import { sweepCurve, type CurveParts } from './sweep-curve.ts';
import { sweepMap, type MapCell, type MapParts } from './sweep-map.ts';

const curve: CurveParts = {
  unit: 'share',
  points: [0.7, 0.8, 0.9].map((mean, at) => ({
    text: `${10 * (at + 1)}s`,
    value: 10 * (at + 1),
    mean,
    low: mean - 0.02,
    high: mean + 0.02,
    verdict: (['missed', 'unsure', 'met'] as const)[at]!,
  })),
  target: 0.8,
  base: { value: 20, name: 'as it is' },
  words: { band: '95% interval' },
};

const verdicts = fc.constantFrom('met' as const, 'missed' as const, 'unsure' as const, null);

everyChart('the curve of a sweep', {
  draw: sweepCurve,
  example: curve,
  parts: fc
    .tuple(
      fc.array(fc.tuple(estimate, verdicts), { maxLength: 30 }),
      fc.boolean(),
      fc.constantFrom('share' as const, 's' as const, 'number' as const),
    )
    .chain(([points, isNumeric, unit]) =>
      fc.record({
        unit: fc.constant(unit),
        points: fc.constant(
          points.map(([{ mean, low, high }, verdict], at) => ({
            text: isNumeric ? `${at}s` : `value ${at}`,
            value: isNumeric ? at : null,
            mean,
            low,
            high,
            verdict,
          })),
        ),
        target: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        base: fc.option(
          fc.record({ value: fc.integer({ min: -5, max: 40 }), name: fc.constant('as it is') }),
        ),
        words: fc.constant(curve.words),
      }),
    ),
});

describe('the curve of a sweep', () => {
  it('has the target as a line, and each point by its verdict', () => {
    const svg = sweepCurve(curve, { ...PLAIN, width: 616 })!;
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['target 80%', 'as it is', '10s', '20s', '30s']));
    expect(svg.match(/var\(--alarm, /g)).toHaveLength(2);
  });

  it('draws values that are no numbers side by side, without a line', () => {
    const points = curve.points.map((point, at) => ({
      ...point,
      value: null,
      text: ['leastActive', 'roundRobin', 'linear'][at]!,
    }));
    const svg = sweepCurve({ ...curve, points, base: null }, { ...PLAIN, width: 616 })!;
    expect(textsOf(svg)).toContain('roundRobin');
    expect(
      elements(svg).filter(({ tagName, attributes }) => tagName === 'PATH' && attributes['fill'] === 'none'),
    ).toEqual([]);
  });

  it('is nothing without a value', () => {
    expect(sweepCurve({ ...curve, points: [] }, PLAIN)).toBeNull();
  });
});

const cell = (mean: number | null, verdict: MapCell['verdict'], isBase = false): MapCell => ({
  mean,
  verdict,
  isBase,
});

const map: MapParts = {
  unit: 'share',
  across: { name: 'offerFirst →', values: ['10s', '30s'] },
  down: { name: 'count ↓', values: ['8', '9'] },
  cells: [
    [cell(0.7, 'missed'), cell(0.75, 'missed', true)],
    [cell(0.85, 'met'), cell(0.8, 'unsure')],
  ],
  words: { met: 'meets all targets', unsure: 'too close to call', base: 'as it is' },
};

everyChart('the map of a sweep', {
  draw: sweepMap,
  example: map,
  parts: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).chain(([rows, columns]) =>
    fc.record({
      unit: fc.constantFrom('share' as const, 's' as const, 'number' as const),
      across: fc.constant({
        name: 'offerFirst →',
        values: Array.from({ length: columns }, (_, at) => `${at}s`),
      }),
      down: fc.constant({ name: 'count ↓', values: Array.from({ length: rows }, (_, at) => String(at)) }),
      cells: fc.array(
        fc.array(
          fc.record({
            mean: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
            verdict: verdicts,
            isBase: fc.boolean(),
          }),
          {
            minLength: columns,
            maxLength: columns,
          },
        ),
        { minLength: rows, maxLength: rows },
      ),
      words: fc.constant(map.words),
    }),
  ),
});

describe('the map of a sweep', () => {
  it('draws the line around what meets the targets, and nothing else', () => {
    const svg = sweepMap(map, { ...PLAIN, width: 616 })!;
    const strong = elements(svg).filter(
      ({ tagName, attributes }) => tagName === 'LINE' && attributes['stroke-width'] === '3',
    );
    // One cell alone has four edges, all about the same place.
    expect(strong).toHaveLength(4);
    const ends = strong.map((each) => Math.max(numberIn(each, 'x1'), numberIn(each, 'x2')));
    const middle = Math.max(...ends);
    expect(middle).toBeLessThan(616 - 100);
  });

  it('says in a key what line, ring and frame are, as far as they are there', () => {
    expect(textsOf(sweepMap(map, PLAIN)!)).toEqual(expect.arrayContaining(Object.values(map.words)));
    const plain = {
      ...map,
      cells: [
        [cell(1, null), cell(0.5, null)],
        [cell(0.2, null), cell(null, null)],
      ],
    };
    const told = textsOf(sweepMap(plain, PLAIN)!);
    for (const word of Object.values(map.words)) expect(told).not.toContain(word);
  });

  it('is nothing without a value', () => {
    expect(sweepMap({ ...map, cells: [[cell(null, 'noValue')]] }, PLAIN)).toBeNull();
  });
});
