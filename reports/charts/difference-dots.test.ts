import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, everyChart, name, numberIn, only, PLAIN, textsOf } from './chart.suite.ts';
import { differenceDots, type DifferenceParts, type DifferenceRow } from './difference-dots.ts';

const words: DifferenceParts['words'] = {
  units: { share: 'percentage points', s: 'seconds', min: 'minutes', h: 'hours', number: 'number' },
  sureness: { stands: 'stands', alone: 'alone', unclear: 'chance explains it' },
};

const row = (parts: Partial<DifferenceRow> = {}): DifferenceRow => ({
  name: 'Abandon rate',
  unit: 'share',
  mean: -1.4,
  low: -1.7,
  high: -1.1,
  value: '−1.4 ± 0.3, better',
  sureness: 'stands',
  ...parts,
});

const size = fc.double({ min: -40_000, max: 40_000, noNaN: true });

everyChart('the differences', {
  draw: differenceDots,
  example: { rows: [row(), row({ name: 'ASA', unit: 's' })], words },
  parts: fc.record({
    rows: fc.array(
      fc
        .tuple(name, size, fc.double({ min: 0, max: 900, noNaN: true }), fc.boolean())
        .chain(([title, mean, half, hasInterval]) =>
          fc.record({
            name: fc.constant(title),
            unit: fc.constantFrom('share' as const, 's' as const, 'number' as const),
            mean: fc.constant(mean),
            low: fc.constant(hasInterval ? mean - half : null),
            high: fc.constant(hasInterval ? mean + half : null),
            value: fc.constant('+8 h 57 min ± 1 h 57 min, higher'),
            sureness: fc.constantFrom('stands' as const, 'alone' as const, 'unclear' as const),
          }),
        ),
      { maxLength: 8 },
    ),
    words: fc.constant(words),
  }),
});

describe('the differences', () => {
  const draw = (...rows: DifferenceRow[]) => differenceDots({ rows, words }, { ...PLAIN, width: 1040 })!;
  const circles = (svg: string) => elements(svg).filter(({ tagName }) => tagName === 'CIRCLE');

  it('put each dot in its interval, and what falls left of zero', () => {
    const svg = draw(row(), row({ name: 'Service level', mean: 2, low: 1, high: 3 }));
    // The first circle is the key's.
    const [, fall, rise] = circles(svg).map((each) => numberIn(each, 'cx'));
    const zero = only(
      elements(svg).filter(
        ({ tagName, attributes }) => tagName === 'LINE' && attributes['stroke-width'] === '1.5',
      ),
    );
    expect(fall).toBeLessThan(numberIn(zero, 'x1'));
    expect(rise).toBeGreaterThan(numberIn(zero, 'x1'));
  });

  it('do not put seconds and points, nor a second and an hour, on one axis', () => {
    const svg = draw(
      row(),
      row({ name: 'ASA', unit: 's', mean: -4, low: -5, high: -3 }),
      row({ name: 'Signed in', unit: 's', mean: 28_800, low: 28_000, high: 29_600 }),
    );
    const units = textsOf(svg).filter((text) => Object.values(words.units).includes(text));
    expect(units).toEqual(['percentage points', 'hours', 'seconds']);
  });

  it('tell what chance explains from what stands by the form of the dot, and say so in a key', () => {
    const svg = draw(row(), row({ sureness: 'unclear', low: -3, high: 1 }));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['stands', 'chance explains it']));
    expect(textsOf(svg)).not.toContain('alone');
  });

  it('are nothing without rows', () => {
    expect(differenceDots({ rows: [], words }, PLAIN)).toBeNull();
  });
});
