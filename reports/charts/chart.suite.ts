/** What every chart promises, whatever it draws; and parts of reports at random to try them with. */
import fc from 'fast-check';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../engine/index.ts';
import type { KpiRow } from '../schema.ts';
import type { ChartOptions } from './frame.ts';
import { CHART_TEXT } from './text.ts';
import { widthOf } from './text-width.ts';

export const PLAIN: ChartOptions = { id: 'c1', title: 'A chart', finding: 'It says something.' };

// ---------------------------------------------------------------- reading a chart

export function elements(svg: string): HTMLElement[] {
  return parse(svg, { comment: true }).querySelectorAll('*');
}

export function numberIn(element: HTMLElement, name: string): number {
  return Number(element.getAttribute(name));
}

/** What is written, without what a pointer reads. */
export function textsOf(svg: string): string[] {
  return elements(svg)
    .filter(({ tagName }) => tagName === 'TEXT')
    .map(({ textContent }) => textContent);
}

export function only<T>(found: readonly T[]): T {
  expect(found).toHaveLength(1);
  return found[0]!;
}

interface WrittenBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Capitals and figures; the width as the charts themselves guess it. */
function boxes(svg: string): WrittenBox[] {
  return elements(svg)
    .filter(({ tagName }) => tagName === 'TEXT')
    .map((element) => {
      const size = Number(element.getAttribute('font-size') ?? 11);
      const text = element.textContent;
      const width = widthOf(text, size);
      const x = numberIn(element, 'x');
      const y = numberIn(element, 'y');
      const anchor = element.getAttribute('text-anchor') ?? 'start';
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { text, left, right: left + width, top: y - 0.75 * size, bottom: y };
    });
}

// Coordinates are rounded to a tenth.
const ROUNDING = 0.15;

export function overlaps(svg: string): string[] {
  const found: string[] = [];
  const all = boxes(svg);
  for (const [at, a] of all.entries()) {
    for (const b of all.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > ROUNDING && down > ROUNDING) found.push(`${a.text} | ${b.text}`);
    }
  }
  return found;
}

/** Written beyond the drawing, where it would be cut. */
export function cut(svg: string): string[] {
  const [, , width = 0, height = 0] = (parse(svg).querySelector('svg')?.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  return boxes(svg)
    .filter(
      ({ left, right, top, bottom }) =>
        left < -ROUNDING || right > width + ROUNDING || top < -ROUNDING || bottom > height + ROUNDING,
    )
    .map(({ text }) => text);
}

/** An empty list: each tag is closed in its order, and no bare `<`, `&` or quote is left. */
export function illFormed(xml: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<]*")*)(\/?)>|&(?:amp|lt|gt|quot);|[<&]/g;
  for (const [match, closing, name, , empty] of xml.matchAll(tag)) {
    if (match === '<' || match === '&') problems.push(`bare ${match}`);
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (open.pop() !== name) problems.push(`</${name}>`);
    } else if (empty !== '/') open.push(name);
  }
  return [...problems, ...open.map((name) => `<${name}>`)];
}

// ---------------------------------------------------------------- parts at random

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Nothing, a few, a hundred thousand. */
export const count = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 50, noNaN: true }),
  fc.double({ min: 0, max: 100_000, noNaN: true }),
);
export const seconds = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.double({ min: 0, max: 50_000, noNaN: true }),
);
/** Names with marks of markup, long ones, other scripts. */
export const name = fc.oneof(
  fc.constantFrom('support', 'Second line', '<b>"A & B"</b>', 'Störungsannahme Süd für Geschäftskunden'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);

export const estimate: fc.Arbitrary<Estimate> = fc
  .tuple(share, share, fc.integer({ min: 0, max: 9 }))
  .map(([mean, half, n]) =>
    n === 0
      ? { mean: null, low: null, high: null, n: 0 }
      : n === 1
        ? { mean, low: null, high: null, n: 1 }
        : { mean, low: mean - half, high: mean + half, n },
  );

export function clockOf(minutes: number): string {
  const figures = (value: number): string => String(value).padStart(2, '0');
  const day = Math.floor(minutes / 1440);
  const within = minutes % 1440;
  return `${figures(Math.floor(within / 60))}:${figures(within % 60)}${day > 0 ? `+${day}` : ''}`;
}

export function rowAt(index: number, start: string, mean: number | null, half: number | null = null): KpiRow {
  return {
    id: 'K-01a',
    stat: 'share',
    unit: 'share',
    queue: null,
    group: null,
    interval: { index, start },
    kind: null,
    mean,
    low: mean === null || half === null ? null : mean - half,
    high: mean === null || half === null ? null : mean + half,
    n: 20,
  };
}

/** A day of 1 to 96 intervals from any hour, over midnight too. */
export interface Day {
  readonly from: number;
  readonly minutes: number;
  readonly intervals: number;
}

export const day: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.constantFrom(15, 30, 60), fc.integer({ min: 1, max: 96 }))
  .map(([quarter, minutes, intervals]) => ({
    from: quarter * 15,
    minutes,
    intervals: Math.min(intervals, 1440 / minutes),
  }));

/** One measure over a day, with gaps, some without an interval. */
export function series(
  { from, minutes, intervals }: Day,
  values: fc.Arbitrary<number>,
): fc.Arbitrary<KpiRow[]> {
  return fc
    .array(fc.tuple(values, values, fc.integer({ min: 0, max: 5 })), {
      minLength: intervals,
      maxLength: intervals,
    })
    .map((each) =>
      each.flatMap(([mean, half, kind], index) =>
        kind === 0 ? [] : [rowAt(index, clockOf(from + index * minutes), mean, kind === 1 ? null : half / 4)],
      ),
    );
}

// ---------------------------------------------------------------- the promises

export interface Promised<Parts> {
  readonly draw: (parts: Parts, options: ChartOptions) => string | null;
  readonly parts: fc.Arbitrary<Parts>;
  /** One that is drawn. */
  readonly example: Parts;
}

const WIDTHS = [340, 358, 506, 700, 1040, 1276];
const PAINT = /^(none|transparent|url\(#c1-[a-z]+\)|var\(--[a-z0-9-]+, #[0-9a-f]{6}\))$/;
const runs = { seed: 1, numRuns: process.env['TANDEM_LONG'] === undefined ? 30 : 3000 };

export function everyChart<Parts>(title: string, { draw, parts, example }: Promised<Parts>): void {
  const options: fc.Arbitrary<ChartOptions> = fc.record({
    id: fc.constant('c1'),
    title: name,
    finding: name,
    width: fc.constantFrom(...WIDTHS),
    text: fc.constantFrom(...Object.values(CHART_TEXT)),
  });
  const each = (check: (svg: string) => void): void => {
    fc.assert(
      fc.property(parts, options, (some, how) => {
        const svg = draw(some, how);
        if (svg !== null) check(svg);
      }),
      runs,
    );
  };

  describe(title, () => {
    it('is well formed, and every number in it is one', () => {
      each((svg) => {
        expect(illFormed(svg)).toEqual([]);
        // The names may say anything.
        const drawing = svg.replaceAll(/>[^<]*</g, '><');
        expect(drawing).not.toMatch(/NaN|Infinity|undefined|null|e[+-]\d/);
      });
    });

    it('writes no label over another, and none beyond its edge', () => {
      each((svg) => {
        expect(overlaps(svg)).toEqual([]);
        expect(cut(svg)).toEqual([]);
      });
    });

    it('has ids of its own, once each, and paints by tokens with their light value behind them', () => {
      each((svg) => {
        const ids = elements(svg).flatMap((element) => element.getAttribute('id') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => id.startsWith('c1-'))).toBe(true);
        const paints = elements(svg).flatMap((element) =>
          ['fill', 'stroke'].flatMap((attribute) => element.getAttribute(attribute) ?? []),
        );
        expect(paints.filter((paint) => !PAINT.test(paint))).toEqual([]);
        for (const paint of paints) {
          const used = /^url\(#(.*)\)$/.exec(paint)?.[1];
          if (used !== undefined) expect(ids).toContain(used);
        }
      });
    });

    it('says its title and its finding to those who do not see it', () => {
      const svg = draw(example, { ...PLAIN, title: 'Waits & <more>', finding: 'Half wait "less"' });
      const root = parse(svg!).querySelector('svg')!;
      expect(root.getAttribute('role')).toBe('img');
      const named = root.getAttribute('aria-labelledby')!.split(' ');
      expect(named.map((id) => root.querySelector(`#${id}`)!.textContent)).toEqual([
        'Waits & <more>',
        'Half wait "less"',
      ]);
    });

    it('is as wide as it is asked to be, and the same bytes each time', () => {
      for (const width of WIDTHS) {
        const svg = draw(example, { ...PLAIN, width });
        expect(svg).toMatch(new RegExp(`^<svg [^>]*viewBox="0 0 ${width} \\d+"`));
        expect(draw(example, { ...PLAIN, width })).toBe(svg);
      }
    });

    it('writes nothing smaller than 11 pixels', () => {
      const sizes = elements(draw(example, { ...PLAIN, width: 340 })!).flatMap(
        (element) => element.getAttribute('font-size') ?? [],
      );
      expect(Math.min(...sizes.map(Number))).toBeGreaterThanOrEqual(11);
    });
  });
}
