/** What planners type into a threshold's field, and what stands in it. */
import { describe, expect, it } from 'vitest';
import type { Threshold } from '../../engine/index.ts';
import { numbersOf } from '../../reports/format.ts';
import { fieldText, fieldUnit, isBare, readField, readLength } from './threshold-text.ts';

const field = (change: Partial<Threshold>): Threshold =>
  ({ kind: 'length', low: 0, high: 600, step: 5, choices: [], ...change }) as Threshold;
const english = numbersOf('en-GB');

describe('A length', () => {
  it.each([
    ['90', 90],
    ['90s', 90],
    ['90 s', 90],
    ['1m30', 90],
    ['1 min 30', 90],
    ['1 min 30 s', 90],
    ['1:30', 90],
    ['1,5 min', 90],
    ['1.5 min', 90],
    ['2h', 7200],
    ['1h30', 5400],
    ['1 h 05 min', 3900],
    ['7 jours', 604_800],
    ['7d', 604_800],
    ['0', 0],
    ['0.25', 0.25],
  ])('may be written %j', (written, seconds) => {
    expect(readLength(written)).toBe(seconds);
  });

  it.each(['', 'abc', '90x', '1m30m', '-5', '1 2', 's', '9'.repeat(80)])('is not %j', (written) => {
    expect(readLength(written)).toBeUndefined();
  });

  it('without a unit counts in the unit that the field shows', () => {
    const minutes = field({ high: 3600 });
    expect(fieldUnit(minutes)).toBe('min');
    expect(readField(minutes, '15')).toEqual({ value: 900, wrong: null });
    expect(readField(minutes, '15 s')).toEqual({ value: 15, wrong: null });
    expect(fieldUnit(field({ high: 1800 }))).toBe('s');
    expect(fieldUnit(field({ high: 43_200 }))).toBe('h');
    expect(fieldUnit(field({ high: 2_592_000 }))).toBe('d');
  });

  it('stands in the field as a number where its unit can say it, else in full', () => {
    expect(fieldText(field({}), 240, english)).toBe('240');
    expect(fieldText(field({ high: 3600 }), 900, english)).toBe('15');
    expect(fieldText(field({ high: 3600 }), 90, english)).toBe('90 s');
    expect(fieldText(field({ high: 43_200 }), 5400, english)).toBe('1 h 30 min');
  });

  it('reads back what stands in the field', () => {
    for (const high of [600, 3600, 43_200, 2_592_000])
      for (const seconds of [0, 15, 90, 150, 900, 5400, 10_800, 604_800]) {
        const threshold = field({ high });
        expect(readField(threshold, fieldText(threshold, seconds, english)).value).toBe(seconds);
      }
  });
});

it('A length below 0 is a length, and out of range', () => {
  expect(['-5', '−5 s', '-1m30', '-soon'].map((written) => readField(field({}), written).wrong)).toEqual([
    ...['negative', 'negative', 'negative', 'length'],
  ]);
});

describe('A share', () => {
  const share = field({ kind: 'share', high: 1 });
  it.each([
    ['80', 0.8],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['2,5', 0.025],
    ['0.8', 0.8],
    ['0.1%', 0.001],
    ['100', 1],
  ])('may be written %j', (written, value) => {
    expect(readField(share, written)).toEqual({ value, wrong: null });
  });

  it('stands in the field in percent, without dust', () => {
    expect(fieldText(share, 0.07, english)).toBe('7');
    expect(fieldText(share, 0.025, numbersOf('fr'))).toBe('2,5');
  });
});

describe('A number', () => {
  it('may be a word where one is allowed, in the reader’s language too', () => {
    const places = field({ kind: 'whole', choices: ['unlimited'] });
    expect(readField(places, 'Unlimited')).toEqual({ value: 'unlimited', wrong: null });
    expect(readField(places, 'illimité', { unlimited: 'illimité' })).toEqual({
      value: 'unlimited',
      wrong: null,
    });
    expect(readField(places, '12')).toEqual({ value: 12, wrong: null });
  });

  it('that is wrong says which kind it should be', () => {
    expect(readField(field({ kind: 'whole' }), '2.5').wrong).toBe('whole');
    expect(readField(field({ kind: 'whole' }), 'two').wrong).toBe('whole');
    expect(readField(field({ kind: 'factor' }), 'x').wrong).toBe('number');
    expect(readField(field({ kind: 'share' }), '1 in 2').wrong).toBe('share');
    expect(readField(field({}), 'soon').wrong).toBe('length');
    expect(readField(field({}), ' ').wrong).toBe('empty');
  });

  it('as a factor is a number or a percentage', () => {
    const factor = field({ kind: 'factor', high: 2 });
    expect(readField(factor, '1,15')).toEqual({ value: 1.15, wrong: null });
    expect(readField(factor, '× 1.15')).toEqual({ value: 1.15, wrong: null });
    expect(readField(factor, '115%')).toEqual({ value: 1.15, wrong: null });
    expect(fieldText(factor, 1, english)).toBe('1.00');
  });

  it('out of range is read all the same: the engine says what is allowed', () => {
    expect(readField(field({ kind: 'whole', max: 10 }), '11')).toEqual({ value: 11, wrong: null });
  });
});

it('A unit stands beside a bare number only', () => {
  expect(['90', '1,5', '90 s', 'unlimited', ''].map(isBare)).toEqual([true, true, false, false, false]);
});
