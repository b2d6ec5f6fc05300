import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { illFormed } from './chart.suite.ts';
import { all, coordinate, el, pathOf } from './svg.ts';

describe('SVG as text', () => {
  it('escapes text and attributes, and keeps markup it made itself', () => {
    expect(el('text', { title: 'a "b"' }, '<i> & ', el('tspan', {}, 'x')).markup).toBe(
      '<text title="a &quot;b&quot;">&lt;i&gt; &amp; <tspan>x</tspan></text>',
    );
  });

  it('is well formed whatever a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(illFormed(el('text', { title: text }, text).markup)).toEqual([]);
      }),
      { seed: 1 },
    );
  });

  it('says nothing XML cannot say', () => {
    expect(el('text', {}, 'a\u0000b\ud800c').markup).toBe('<text>a\ufffdb\ufffdc</text>');
  });

  it('rounds coordinates to a tenth, without a negative zero', () => {
    expect([1.25, 1.04, -0.01, 100_000].map(coordinate)).toEqual(['1.3', '1', '0', '100000']);
    expect(
      pathOf([
        [0, 1.26],
        [2, 3],
      ]),
    ).toBe('M0,1.3L2,3');
  });

  it('refuses what is no coordinate', () => {
    for (const value of [NaN, Infinity, -Infinity])
      expect(() => el('rect', { x: value })).toThrow(RangeError);
  });

  it('leaves out attributes and children that are not there', () => {
    expect(el('g', { id: undefined }, null, all([null])).markup).toBe('<g/>');
  });
});
