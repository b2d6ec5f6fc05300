import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, estimate, everyChart, numberIn, only, PLAIN } from './chart.suite.ts';
import { intervalStrip, type StripParts } from './interval-strip.ts';

const met: StripParts = {
  mean: 0.85,
  low: 0.83,
  high: 0.87,
  target: 0.8,
  better: 'higher',
  verdict: 'met',
  domain: [0.6, 1],
};

everyChart('the interval strip', {
  draw: intervalStrip,
  example: met,
  parts: fc
    .tuple(estimate, fc.option(fc.double({ min: 0, max: 1, noNaN: true })))
    .chain(([measured, target]) =>
      fc.record({
        mean: fc.constant(measured.mean),
        low: fc.constant(measured.low),
        high: fc.constant(measured.high),
        target: fc.constant(target),
        better: fc.constantFrom('higher' as const, 'lower' as const),
        verdict: fc.constantFrom('met' as const, 'missed' as const, 'unsure' as const, null),
      }),
    ),
});

describe('the interval strip', () => {
  const draw = (parts: StripParts) => intervalStrip(parts, { ...PLAIN, width: 216 })!;
  // 200 pixels between the edges for 40 points: 5 pixels a point, from 8.
  const at = (share: number) => Math.round(8 + (share - 0.6) * 500);

  it('puts value, interval and target at their places on its axis', () => {
    const svg = draw(met);
    expect(numberIn(only(elements(svg).filter(({ tagName }) => tagName === 'CIRCLE')), 'cx')).toBe(at(0.85));
    const bar = only(elements(svg).filter(({ tagName }) => tagName === 'RECT'));
    expect([numberIn(bar, 'x'), numberIn(bar, 'width')]).toEqual([at(0.83), 20]);
    expect(only(elements(svg).filter(({ tagName }) => tagName === 'PATH')).getAttribute('d')).toBe(
      `M${at(0.8) + 5},3L${at(0.8)},3L${at(0.8)},21`,
    );
  });

  it('hooks the target to its good side', () => {
    const path = only(
      elements(draw({ ...met, better: 'lower' })).filter(({ tagName }) => tagName === 'PATH'),
    );
    expect(path.getAttribute('d')).toMatch(new RegExp(`^M${at(0.8) - 5},3`));
  });

  it('is vermilion when the target is missed, and only then', () => {
    expect(draw({ ...met, verdict: 'missed' })).toContain('var(--alarm');
    for (const verdict of ['met', 'unsure', 'noValue', null] as const)
      expect(draw({ ...met, verdict })).not.toContain('var(--alarm');
  });

  it('has a dot and no bar without an interval', () => {
    const names = elements(draw({ ...met, low: null, high: null })).map(({ tagName }) => tagName);
    expect(names).toContain('CIRCLE');
    expect(names).not.toContain('RECT');
  });

  it('keeps what lies beyond its axis at the edge', () => {
    const dot = only(
      elements(draw({ ...met, mean: 0.1, low: 0.05, high: 0.2 })).filter((e) => e.tagName === 'CIRCLE'),
    );
    expect(numberIn(dot, 'cx')).toBe(8);
  });

  it('is nothing without a value', () => {
    expect(intervalStrip({ mean: null, low: null, high: null }, PLAIN)).toBeNull();
  });
});
