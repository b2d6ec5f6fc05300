/** Verdicts, changes and axes of the headline, and how its numbers are written. */
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../engine/index.ts';
import type { MovedMeasure } from '../../workers/workbench/api.ts';
import { writerOf } from './measure-text.ts';
import { staffRows } from './staff-line.ts';
import { SteadyDomain } from './steady-domain.ts';
import { changeOf, halfWidthOf, verdictOf } from './verdict.ts';

const estimate = (mean: number | null, half: number | null = null): Estimate => ({
  mean,
  low: mean === null || half === null ? null : mean - half,
  high: mean === null || half === null ? null : mean + half,
  n: 10,
});

describe('A verdict', () => {
  const atLeast = { value: 0.8, good: 'above' } as const;
  const under = { value: 0.05, good: 'below' } as const;

  it('needs the whole interval on one side', () => {
    expect(verdictOf(estimate(0.85, 0.02), atLeast)).toBe('met');
    expect(verdictOf(estimate(0.85, 0.06), atLeast)).toBe('unsure');
    expect(verdictOf(estimate(0.75, 0.02), atLeast)).toBe('missed');
    expect(verdictOf(estimate(0.04, 0.005), under)).toBe('met');
    expect(verdictOf(estimate(0.06, 0.005), under)).toBe('missed');
    expect(verdictOf(estimate(0.051, 0.005), under)).toBe('unsure');
  });

  it('counts an end on the target itself as met', () => {
    expect(verdictOf({ mean: 0.85, low: 0.8, high: 0.9, n: 3 }, atLeast)).toBe('met');
    expect(verdictOf({ mean: 0.04, low: 0.03, high: 0.05, n: 3 }, under)).toBe('met');
  });

  it('is none without an interval or without a target', () => {
    expect(verdictOf(estimate(0.9), atLeast)).toBeNull();
    expect(verdictOf(estimate(null), atLeast)).toBeNull();
    expect(verdictOf(estimate(0.9, 0.01), null)).toBeNull();
    expect(halfWidthOf(estimate(0.9))).toBeNull();
    expect(halfWidthOf(estimate(0.9, 0.25))).toBeCloseTo(0.25, 12);
  });
});

describe('A change', () => {
  it('is the paired one where it was told, with its narrower interval', () => {
    const moved = { difference: estimate(0.1, 0.01), isWithinChance: false, isExact: false } as MovedMeasure;
    expect(changeOf(estimate(0.9, 0.05), estimate(0.8, 0.05), moved)).toEqual({
      difference: moved.difference,
      isWithinChance: false,
    });
  });

  it('is the plain difference, without an interval, where it was not', () => {
    const change = changeOf(estimate(0.9, 0.05), estimate(0.8, 0.05), undefined);
    expect(change?.difference.mean).toBeCloseTo(0.1, 12);
    expect(change?.difference.low).toBeNull();
    expect(changeOf(estimate(null), estimate(0.8), undefined)).toBeNull();
    expect(changeOf(estimate(0.9), null, undefined)).toBeNull();
  });
});

describe('Numbers of the headline', () => {
  const english = writerOf('en-GB', 'EUR');
  const french = writerOf('fr', 'EUR');
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  it('are written as a planner writes them, in both languages', () => {
    expect(english.value('share', 0.8364)).toBe('83.6%');
    expect(french.value('share', 0.8364)).toBe('83,6\u202f%');
    expect(english.value('share', 0.8364, 0)).toBe('84%');
    expect(english.value('money', 9828)).toBe('€9,828');
    expect(french.value('money', 9828)).toBe('9\u202f828\u202f€');
    expect(plain(english.value('s', 22))).toBe('22 s');
    expect(plain(english.value('s', 185))).toBe('3 min 05 s');
    expect(english.value('share', null)).toBe('–');
  });

  it('have differences in points, with a true minus or a plus', () => {
    expect(plain(english.difference('share', 0.136))).toBe('+13.6 pt');
    expect(plain(english.difference('share', -0.032))).toBe('−3.2 pt');
    expect(plain(french.difference('share', -0.032))).toBe('−3,2 pt');
    expect(plain(english.difference('s', -17))).toBe('−17 s');
    expect(plain(english.difference('s', 53.2 * 3600))).toBe('+53.2 h');
    expect(english.difference('money', 756)).toBe('+€756');
    expect(english.difference('money', -252)).toBe('−€252');
    expect(plain(english.difference('share', -0.0001))).toBe('±0.0 pt');
  });

  it('have half-widths with one decimal', () => {
    expect(english.halfWidth('share', 0.00894)).toBe('±0.9');
    expect(plain(english.halfWidth('s', 1.04))).toBe('±1.0 s');
    expect(french.halfWidth('share', 0.00894)).toBe('±0,9');
  });
});

describe('The axis of a strip', () => {
  it('stays while all values are inside, and grows to one side only', () => {
    const domain = new SteadyDomain();
    const first = domain.holding({ values: [0.7, 0.9], span: 0.2, least: 0, most: 1 });
    expect(first[0]).toBeLessThan(0.7);
    expect(first[1]).toBeGreaterThan(0.9);
    expect(domain.holding({ values: [0.75, 0.8], span: 0.2, least: 0, most: 1 })).toBe(first);
    const grown = domain.holding({ values: [0.5, 0.8], span: 0.2, least: 0, most: 1 });
    expect(grown[1]).toBe(first[1]);
    expect(grown[0]).toBeLessThan(0.5);
  });

  it('keeps shares between 0 and 1 and is never narrower than its span', () => {
    const domain = new SteadyDomain();
    const [low, high] = domain.holding({ values: [0.99, 1], span: 0.2, least: 0, most: 1 });
    expect(high).toBe(1);
    expect(high - low).toBeGreaterThan(0.1);
    domain.forget();
    expect(domain.holding({ values: [], span: 5 })).toEqual([0, 5]);
  });
});

it('Staff is short where more agents are required than planned, and unknown intervals are left out', () => {
  const series = {
    starts: ['08:00', '08:30', '09:00', '09:30'],
    planned: Float64Array.of(5, 8, 8, 4),
    required: Float64Array.of(6, 8.01, NaN, 4),
  };
  const rows = staffRows({ series } as unknown as Parameters<typeof staffRows>[0]);
  expect(rows.map(({ start, short }) => [start, short])).toEqual([
    ['08:00', 1],
    ['08:30', 0],
    ['09:30', 0],
  ]);
});
