import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Funnel } from '../schema.ts';
import { callbackFunnel } from './callback-funnel.ts';
import { count, elements, estimate, everyChart, numberIn, PLAIN, seconds, textsOf } from './chart.suite.ts';
import { delayBars } from './delay-bars.ts';
import { offerUptake } from './offer-uptake.ts';
import { widthOf } from './text-width.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const known = (mean: number, half = 0.05) => ({ mean, low: mean - half, high: mean + half, n: 20 });

const funnel: Funnel = {
  queue: 'support',
  callers: 500,
  heardOffer: 100,
  optedIn: 50,
  initiated: 48,
  connected: 36,
  lost: 9,
  otherwise: 0,
  open: 3,
  offers: [
    { number: 1, after: 30, heard: 100, accepted: known(0.4) },
    { number: 2, after: 90, heard: 40, accepted: known(0.2, 0.1) },
    { number: 3, after: 150, heard: 0, accepted: { mean: null, low: null, high: null, n: 0 } },
  ],
  delay: known(300),
  delays: [
    { from: 0, to: 60, callbacks: 10 },
    { from: 60, to: 120, callbacks: 20 },
    { from: 120, to: null, callbacks: 5 },
  ],
};

everyChart('the callback funnel', {
  draw: callbackFunnel,
  example: funnel,
  // Each step is of the step before; what is lost or open may be more, carried over from other days.
  parts: fc
    .tuple(count, share, share, share, share, count, count, count)
    .map(([callers, heard, accepted, dialled, reached, lost, otherwise, open]): Funnel => ({
      ...funnel,
      callers,
      heardOffer: callers * heard,
      optedIn: callers * heard * accepted,
      initiated: callers * heard * accepted * dialled,
      connected: callers * heard * accepted * dialled * reached,
      lost,
      otherwise,
      open,
    })),
});

everyChart('the uptake of offers', {
  draw: offerUptake,
  example: funnel.offers,
  parts: fc
    .array(fc.tuple(count, estimate), { maxLength: 30 })
    .map((offers) =>
      offers.map(([heard, accepted], at) => ({ number: at + 1, after: 30 * (at + 1), heard, accepted })),
    ),
});

everyChart('the delay of callbacks', {
  draw: delayBars,
  example: { bins: funnel.delays, median: 90, p90: 150 },
  parts: fc
    .record({
      width: fc.constantFrom(60, 120, 300, 600, 3600),
      bins: fc.array(count, { maxLength: 40 }),
      isOpen: fc.boolean(),
      median: fc.option(seconds),
      more: seconds,
    })
    .map(({ width, bins, isOpen, median, more }) => ({
      bins: bins.map((callbacks, at) => ({
        from: at * width,
        to: isOpen && at === bins.length - 1 ? null : (at + 1) * width,
        callbacks,
      })),
      median,
      p90: median === null ? null : median + more,
    })),
});

describe('the callback funnel', () => {
  const bars = (svg: string) =>
    elements(svg)
      .filter((each) => each.tagName === 'RECT' && each.getAttribute('rx') === '2')
      .map((each) => numberIn(each, 'width'));

  it('draws bars in proportion to the counts', () => {
    const widths = bars(callbackFunnel(funnel, PLAIN)!);
    expect(widths.map((width) => (100 * width) / widths[0]!)).toEqual(
      [100, 50, 48, 36, 9, 3].map((each) => expect.closeTo(each, 0)),
    );
  });

  it('writes each count with its share, and of what', () => {
    // Half of those offered, 48 of 50; reached are 36 of the 48 dialled, as in the sentence and the table.
    expect(textsOf(callbackFunnel(funnel, PLAIN)!)).toEqual(
      expect.arrayContaining([
        '100',
        '20% of the callers',
        '50',
        '50% of those who heard it',
        '48',
        '96% of those who pressed 1',
        '36',
        '75% of those dialled',
        '9',
        '18% of those who pressed 1',
        '3',
        '6% of those who pressed 1',
      ]),
    );
  });

  it('says of what on a phone too', () => {
    const texts = textsOf(callbackFunnel(funnel, { ...PLAIN, width: 340 })!);
    expect(texts).toEqual(expect.arrayContaining(['20%', 'of the callers', '75%', 'of those dialled']));
  });

  it('rounds neither a few to nothing nor nearly all to all', () => {
    const nearly = { ...funnel, optedIn: 20, initiated: 20, connected: 19.94, lost: 0.06, open: 0 };
    const texts = textsOf(callbackFunnel(nearly, PLAIN)!);
    expect(texts).toEqual(
      expect.arrayContaining(['0.06', '0.3% of those who pressed 1', '99.7% of those dialled']),
    );
  });

  it('draws no bar for nothing, and tells another end only where there is one', () => {
    expect(bars(callbackFunnel({ ...funnel, lost: 0 }, PLAIN)!)).toHaveLength(5);
    expect(textsOf(callbackFunnel(funnel, PLAIN)!)).not.toContain('Ended otherwise');
    expect(textsOf(callbackFunnel({ ...funnel, otherwise: 2 }, PLAIN)!)).toContain('Ended otherwise');
  });

  it('is nothing where nobody was offered a callback', () => {
    expect(
      callbackFunnel({ ...funnel, heardOffer: 0, optedIn: 0, initiated: 0, connected: 0 }, PLAIN),
    ).toBeNull();
  });
});

describe('the uptake of offers', () => {
  it('leaves out an offer nobody heard', () => {
    const texts = textsOf(offerUptake(funnel.offers, PLAIN)!);
    expect(texts).toEqual(
      expect.arrayContaining(['1st offer', '100 a day', '40%', '2nd offer', '40 a day', '20%']),
    );
    expect(texts).not.toContain('3rd offer');
  });

  it('draws the interval around the point', () => {
    const svg = offerUptake(funnel.offers, PLAIN)!;
    const [, dot] = elements(svg).filter(({ tagName }) => tagName === 'CIRCLE');
    const [first, second] = elements(svg)
      .filter(({ tagName }) => tagName === 'PATH')
      .map((each) => [...each.getAttribute('d')!.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y)))
      .map((ys) => ({ top: Math.min(...ys), bottom: Math.max(...ys) }));
    expect((second!.bottom - second!.top) / (first!.bottom - first!.top)).toBeCloseTo(2, 1);
    expect((second!.bottom + second!.top) / 2).toBeCloseTo(numberIn(dot!, 'cy'), 0);
  });

  it('shows an interval shorter than its dot by caps wider than it', () => {
    const svg = offerUptake([{ number: 1, after: 30, heard: 100, accepted: known(0.4, 0.005) }], PLAIN)!;
    const dot = elements(svg).find(({ tagName }) => tagName === 'CIRCLE')!;
    const path = elements(svg).find(({ tagName }) => tagName === 'PATH')!;
    const xs = [...path.getAttribute('d')!.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x));
    expect(Math.max(...xs) - numberIn(dot, 'cx')).toBeGreaterThan(numberIn(dot, 'r'));
  });

  it('is nothing where nobody heard one', () => {
    expect(offerUptake([], PLAIN)).toBeNull();
  });
});

describe('the delay of callbacks', () => {
  const svg = delayBars({ bins: funnel.delays, median: 90, p90: 150 }, { ...PLAIN, width: 1040 })!;
  // The pattern of the open bin has a rectangle too.
  const bars = elements(svg).filter(
    ({ tagName, parentNode }) => tagName === 'RECT' && parentNode?.tagName === 'SVG',
  );
  const lines = elements(svg)
    .filter((each) => each.tagName === 'LINE' && each.getAttribute('stroke-width') === '1.5')
    .map((each) => numberIn(each, 'x1'));
  const middle = (at: number) => numberIn(bars[at]!, 'x') + numberIn(bars[at]!, 'width') / 2;

  it('draws bars in proportion to the callbacks', () => {
    const heights = bars.map((each) => numberIn(each, 'height'));
    expect(heights[1]! / heights[0]!).toBeCloseTo(2, 1);
  });

  it('marks half and nine in ten at their place between the edges', () => {
    // 90 s is the middle of the second bin; 150 s is somewhere in the open one.
    expect(lines[0]).toBeCloseTo(middle(1), 0);
    expect(lines[1]).toBeCloseTo(middle(2), 0);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['half within 1 min 30 s', '9 in 10 within 2 min 30 s', '≥ 2 min']),
    );
  });

  it('says what it counts, and hatches the bin without an end', () => {
    expect(textsOf(svg)).toContain('callbacks a day, by delay');
    const drawn = elements(svg).filter(
      ({ tagName, parentNode }) => tagName === 'RECT' && parentNode?.tagName === 'SVG',
    );
    expect(drawn.map((each) => each.getAttribute('fill') === 'url(#c1-open)')).toEqual([false, false, true]);
  });

  it('breaks an axis that begins late, and names its edges in hours and minutes', () => {
    // 18 minutes from 3 h on, and the rest.
    const bins = Array.from({ length: 19 }, (_, at) => ({
      from: 10_800 + 60 * at,
      to: at === 18 ? null : 10_860 + 60 * at,
      callbacks: 19 - at,
    }));
    const strokes = (drawn: string) =>
      elements(drawn).filter(
        (each) =>
          each.tagName === 'LINE' &&
          each.getAttribute('x1') !== each.getAttribute('x2') &&
          each.getAttribute('y1') !== each.getAttribute('y2'),
      ).length;
    for (const width of [340, 1040]) {
      const late = delayBars({ bins, median: 10_830, p90: 11_000 }, { ...PLAIN, width })!;
      const edges = textsOf(late).filter((each) => /^(≥ )?3 h( \d\d min)?$/.test(each));
      // A phone has room for three.
      expect(edges.length).toBeGreaterThanOrEqual(width === 340 ? 3 : 4);
      expect(edges[0]).toBe('3 h');
      expect(edges.at(-1)).toBe('≥ 3 h 18 min');
      expect(strokes(late)).toBe(2);
    }
    expect(strokes(delayBars({ bins: funnel.delays, median: 90, p90: 150 }, PLAIN)!)).toBe(0);
  });

  it('lets no name stand on the line of the other, at whatever delays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (median, more) => {
        const drawn = delayBars(
          { bins: funnel.delays, median, p90: median + more },
          { ...PLAIN, width: 340 },
        )!;
        const rules = elements(drawn).filter(
          (each) => each.tagName === 'LINE' && each.getAttribute('stroke-width') === '1.5',
        );
        const names = elements(drawn).filter(
          (each) => /within/.test(each.textContent) && each.tagName === 'TEXT',
        );
        expect(names).toHaveLength(2);
        for (const name of names) {
          const x = numberIn(name, 'x');
          const width = widthOf(name.textContent, 11);
          const left = name.getAttribute('text-anchor') === 'end' ? x - width : x;
          for (const rule of rules) {
            const at = numberIn(rule, 'x1');
            const passes = numberIn(rule, 'y1') < numberIn(name, 'y') - 4;
            expect(passes && at > left + 0.2 && at < left + width - 0.2).toBe(false);
          }
        }
      }),
      { seed: 1 },
    );
  });

  it('is nothing where none was joined', () => {
    expect(delayBars({ bins: [], median: null, p90: null }, PLAIN)).toBeNull();
  });
});
