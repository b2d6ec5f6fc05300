import { describe, expect, it } from 'vitest';
import { Accumulator, Simulation } from '../engine/index.ts';
import { blockDaysOf, daysAtLeast, isLook, nextLook, OptionError, Precision } from './stopping.ts';
import { deskSetup } from './testing/desk.ts';

describe('looks', () => {
  it('come after 100, 150, 200, 300, 400, 600 days and so on, never before 100', () => {
    const looks = Array.from({ length: 1300 }, (_, days) => days).filter(isLook);
    expect(looks).toEqual([100, 150, 200, 300, 400, 600, 800, 1200]);
    expect(looks[0]).toBe(daysAtLeast);
  });

  it('are found ahead of any count of days', () => {
    expect([1, 100, 101, 150, 151, 601, 1200].map(nextLook)).toEqual([100, 100, 150, 150, 200, 800, 1200]);
  });
});

describe('blocks of a long run that stops by precision', () => {
  it('are whole turns of the calendar of about ten days', () => {
    expect(blockDaysOf(deskSetup(['days.continuous=true']))).toBe(10);
  });
});

describe('Precision', () => {
  const setup = deskSetup();
  const simulation = new Simulation(setup);
  const accumulator = new Accumulator(setup);
  for (let day = 0; day < 150; day++) accumulator.add(day, simulation.day(7, day));

  it('is reached when half the interval is as narrow as asked, and not before', () => {
    const kpi = accumulator.kpi('K-02');
    if (!kpi) throw new Error('K-02 is a KPI');
    const { low, high } = accumulator.estimate(kpi);
    if (low === null || high === null) throw new Error('150 days give an interval');
    const half = (high - low) / 2;
    const asked = (millis: number) => {
      const precision = new Precision(accumulator, { kpi: 'asa', halfwidth: millis / 1000 });
      return precision.isEnough(150);
    };
    // Lengths are read to the millisecond.
    expect(asked(Math.ceil(half) + 1)).toBe(true);
    expect(asked(Math.floor(half) - 1)).toBe(false);
  });

  it('is looked at only at its counts of days', () => {
    const precision = new Precision(accumulator, { kpi: 'serviceLevel', queue: 'support', halfwidth: '50%' });
    expect([99, 101, 149, 151].map((days) => precision.isEnough(days))).toEqual([false, false, false, false]);
    expect(precision.isEnough(150)).toBe(true);
    expect(precision.isReached).toBe(true);
  });

  it('expects four times the days for half the width', () => {
    const kpi = accumulator.kpi('K-02');
    const { low, high } = kpi ? accumulator.estimate(kpi) : { low: null, high: null };
    const half = ((high ?? 0) - (low ?? 0)) / 2;
    const precision = new Precision(accumulator, { kpi: 'asa', halfwidth: half / 2000 });
    precision.isEnough(150);
    expect(precision.daysExpected).toBeGreaterThanOrEqual(600);
    expect(precision.daysExpected).toBeLessThanOrEqual(800);
  });

  it('is reached as a part of the value: half the interval over the mean', () => {
    const kpi = accumulator.kpi('K-02');
    const { mean, low, high } = kpi ? accumulator.estimate(kpi) : { mean: null, low: null, high: null };
    const part = ((high ?? 0) - (low ?? 0)) / 2 / (mean ?? 0);
    expect(new Precision(accumulator, { kpi: 'asa', part: part * 1.01 }).isEnough(150)).toBe(true);
    const narrower = new Precision(accumulator, { kpi: 'asa', part: part * 0.99 });
    expect(narrower.isEnough(150)).toBe(false);
    const [warning] = narrower.warnings('allDays');
    expect(warning).toMatchObject({
      code: 'precision-relative',
      parameters: { kpi: 'asa', asked: part * 0.99 },
    });
    expect(warning?.parameters['reached']).toBeCloseTo(part, 12);
    expect(warning?.text).toMatch(/^asa is known to ±[\d.]+ % of its value only after all days, /);
  });

  it('of several KPIs is enough when each is narrow enough, and warns of those that are not', () => {
    const wide = { kpi: 'serviceLevel', halfwidth: '50%' };
    const narrow = { kpi: 'asa', halfwidth: '1ms' };
    expect(new Precision(accumulator, [wide, wide]).isEnough(150)).toBe(true);
    const both = new Precision(accumulator, [wide, narrow]);
    expect(both.isEnough(150)).toBe(false);
    expect(both.warnings('allDays').map(({ parameters }) => parameters['kpi'])).toEqual(['asa']);
  });

  it('says what is wrong with what was asked', () => {
    const relative = (part: string) => () => new Precision(accumulator, { kpi: 'asa', part });
    expect(relative('2s')).toThrow(
      'The relative half-width of asa is a part of the value, like 5%, not "2s".',
    );
    expect(relative('0%')).toThrow('like 5%, not "0%"');
    expect(relative('100%')).toThrow('like 5%, not "100%"');
    const of = (kpi: string, halfwidth: string, queue?: string) => () =>
      new Precision(accumulator, queue === undefined ? { kpi, halfwidth } : { kpi, halfwidth, queue });
    expect(of('servicelevl', '1%')).toThrow(OptionError);
    expect(of('servicelevl', '1%')).toThrow('There is no KPI "servicelevl". Did you mean "serviceLevel"?');
    expect(of('asa', '1s', 'suport')).toThrow('There is no queue "suport". Did you mean "support"?');
    expect(of('asa', 'narrow')).toThrow('The half-width of asa is written like 2s, not "narrow".');
    expect(of('serviceLevel', '0')).toThrow('written like 1%');
    expect(of('serviceLevel', '1')).toThrow(
      'The half-width of serviceLevel is at most 50 points: write 1% or 0.01, not "1".',
    );
    expect(of('serviceLevel', '2')).toThrow('write 2% or 0.02, not "2"');
    expect(of('serviceLevel', '60%')).toThrow('at most 50 points');
    expect(of('asa', '1')).not.toThrow();
    expect(of('occupancy', '1%', 'support')).toThrow('occupancy is not told by queue.');
  });
});
