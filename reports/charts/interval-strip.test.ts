import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, estimate, everyChart, numberIn, only, PLAIN, textsOf } from './chart.suite.ts';
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

  it('writes both ends of an axis of its own, at the tenths around all it shows', () => {
    const own = (mean: number) => {
      const { domain: _, ...parts } = { ...met, mean, low: mean - 0.01, high: mean + 0.01 };
      return textsOf(draw(parts));
    };
    expect(own(0.796)).toEqual(['70%', '90%']);
    expect(own(0.496)).toEqual(['40%', '90%']);
    expect(own(0.999)).toEqual(['70%', '100%']);
    expect(textsOf(draw(met))).toEqual([]);
  });

  it('draws a near miss nearer to the target than a far one', () => {
    const apart = (mean: number) => {
      const svg = draw({ mean, low: mean, high: mean, target: 0.8, better: 'higher' });
      const dot = only(elements(svg).filter(({ tagName }) => tagName === 'CIRCLE'));
      const hook = only(elements(svg).filter(({ tagName }) => tagName === 'PATH'));
      const target = /L([\d.]+),3L/.exec(hook.getAttribute('d')!)![1];
      return Number(target) - numberIn(dot, 'cx');
    };
    // 0.4 of 20 points and 30.4 of 50, on 200 pixels.
    expect(apart(0.796)).toBeCloseTo(4, 0);
    expect(apart(0.496)).toBeCloseTo(121.6, 0);
  });

  it('is nothing without a value', () => {
    expect(intervalStrip({ mean: null, low: null, high: null }, PLAIN)).toBeNull();
  });
});
