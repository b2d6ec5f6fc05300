/** What leaves the page: SVG, CSV, and axes that keep still. */
import { describe, expect, it } from 'vitest';
import { csvOf, numberCell, textCell } from './chart-table.ts';
import { SteadyTops } from './steady-tops.ts';
import { SvgSurface } from './svg-surface.ts';
import { symbolAt } from './variant-marks.ts';

describe('a chart as CSV', () => {
  const table = {
    columns: ['Interval', 'Wait'],
    rows: [
      [textCell('=HYPERLINK("x")'), numberCell(1.5, String)],
      [textCell('a, b'), numberCell(NaN, String)],
    ],
  };

  it('has lines as RFC 4180, an empty cell for no value, and no formula', () => {
    expect(csvOf(table, 'en-GB')).toBe(`Interval,Wait\r\n"'=HYPERLINK(""x"")",1.5\r\n"a, b",\r\n`);
  });

  it('is separated by semicolons where the comma is the decimal sign', () => {
    expect(csvOf(table, 'fr').split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"")";1,5`);
  });
});

describe('a chart as SVG', () => {
  it('escapes names that a scenario has given', () => {
    const surface = new SvgSurface();
    surface.text(1, 2, '<script> & "queue"', { fill: '#000000' });
    const file = surface.document({ width: 10, height: 10 }, 'A "title"', 'Inter');
    expect(file).toContain('&lt;script&gt; &amp; &quot;queue&quot;');
    expect(file).toContain('aria-label="A &quot;title&quot;"');
  });

  it('has one pattern for each colour of a hatch, also of a drawing within', () => {
    const outer = new SvgSurface();
    outer.rect(0, 0, 1, 1, { hatch: '#111111' });
    const inner = new SvgSurface();
    inner.rect(0, 0, 1, 1, { hatch: '#222222' });
    inner.rect(0, 0, 1, 1, { hatch: '#111111' });
    outer.group(inner, 5, 6);
    const file = outer.document({ width: 10, height: 10 }, '', 'Inter');
    expect(file.match(/<pattern /g)).toHaveLength(2);
    expect(file).toMatch(/<g transform="translate\(5 6\)">[\s\S]*url\(#hatch-1\)[\s\S]*url\(#hatch-0\)/);
  });
});

describe('the top of an axis', () => {
  it('grows at once, and does not shrink while the data move', () => {
    const tops = new SteadyTops();
    expect(tops.top('wait', 100)).toBe(100);
    expect(tops.top('wait', 160)).toBe(160);
    expect(tops.top('wait', 20)).toBe(160);
  });

  it('shrinks when settled data are below half of it, and only then', () => {
    const tops = new SteadyTops();
    tops.top('wait', 100);
    tops.top('wait', 60);
    expect(tops.settle()).toBe(false);
    expect(tops.top('wait', 40)).toBe(100);
    expect(tops.settle()).toBe(true);
    expect(tops.top('wait', 40)).toBe(40);
  });
});

describe('the symbols of variants', () => {
  it('move as a whole', () => {
    expect(symbolAt(1, 10, 20)).toBe('M6,16H14V24H6Z');
    expect(symbolAt(3, 10, 20)).toBe('M10,14.6L15.4,20L10,25.4L4.6,20Z');
  });
});
