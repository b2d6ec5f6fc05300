import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../reports/format.ts';
import { lookAt, painted, sideOf } from './surface.suite.ts';
import { waitDistributionPlan } from './wait-distribution-plan.ts';
import { distributionSentence, distributionTable } from './wait-distribution-words.ts';

const now = sideOf();
const WIDTH = 700;
/** Bins from 0 to 300 s, from 44 + 56 to 8 before the edge. */
const placeOf = (seconds: number): number => 100 + ((WIDTH - 8 - 100) * seconds) / 300;
/** Flags take 26 above, 16 more to the plot of 226; the highest bin is 20 of 100 callers, and so is the axis. */
const BOTTOM = 26 + 16 + 226;
const heightOf = (share: number): number => (226 * share) / 0.2;

describe('the wait distribution', () => {
  const surface = painted(waitDistributionPlan({ now, ghost: null }, lookAt(WIDTH)));

  it('has its flags at 30, 150 and 270 seconds', () => {
    const poles = surface.of('line').filter(({ paint }) => paint.stroke === 'callback');
    expect(poles.map(({ x1 }) => x1)).toEqual([30, 150, 270].map((each) => expect.closeTo(placeOf(each), 6)));
    const numbered = surface.texts().filter((text) => /^[123]$/.test(text));
    expect(numbered).toEqual(['1', '2', '3']);
  });

  it('tells beside a flag when it is and how many press 1', () => {
    expect(surface.texts()).toContain('30 s · 40% press 1');
    expect(surface.texts()).toContain('2 min 30 s · 25% press 1');
  });

  it('stacks answered, chose a callback and abandoned to the share of all callers', () => {
    const bin = surface
      .of('rect')
      .filter(({ x, y }) => Math.abs(x - (placeOf(0) + 0.5)) < 1e-6 && y > 42 - 1);
    const [answered, optedIn, abandoned] = bin;
    expect(answered!.paint.fill).toBe('now');
    expect(answered!.y + answered!.height).toBeCloseTo(BOTTOM, 6);
    expect(answered!.height).toBeCloseTo(heightOf(0.12), 6);
    expect(optedIn!.paint.fill).toBe('callback');
    expect(optedIn!.height).toBeCloseTo(heightOf(0.04), 6);
    expect(abandoned!.paint.hatch).toBe('ghost');
    expect(abandoned!.y).toBeCloseTo(BOTTOM - heightOf(0.2), 6);
  });

  it('has those answered at once in a column of their own, on a scale of all callers', () => {
    const column = surface.of('rect').filter(({ x, paint }) => x === 0 && paint.fill === 'now');
    expect(column[0]!.height).toBeCloseTo(0.6 * 226, 6);
    expect(surface.texts()).toContain('60%');
  });

  it('has the threshold as a line of ink', () => {
    const [line] = surface.of('line').filter(({ paint }) => paint.stroke === 'ink');
    expect(line!.x1).toBeCloseTo(placeOf(60), 6);
  });

  it('tells what lies beyond the axis', () => {
    expect(surface.texts()).toContain('5.0% later than 5 min');
  });

  it('has the baseline as dashed steps', () => {
    const both = painted(waitDistributionPlan({ now, ghost: now }, lookAt(WIDTH)));
    const outline = both.of('path').find(({ paint }) => paint.stroke === 'ghost');
    expect(outline!.paint).toMatchObject({ dash: [4, 3] });
    expect(outline!.paint.fill).toBeUndefined();
  });

  it('is nothing when nobody called', () => {
    const nobody = { ...now.waits!, atOnce: 0, bins: [] };
    expect(waitDistributionPlan({ now: sideOf({ waits: nobody }), ghost: null }, lookAt(WIDTH))).toBeNull();
  });
});

describe('the words of the wait distribution', () => {
  it('tell only what the bins can tell about the threshold', () => {
    // 60 s is within a bin of 100 s: how many were answered within it is not known here.
    expect(distributionSentence({ now, ghost: null }, numbersOf('en-GB'))).toBe(
      'Of all calls 60% answered at once; 6% abandon',
    );
    const waits = { ...now.waits!, within: 100 };
    expect(distributionSentence({ now: sideOf({ waits }), ghost: null }, numbersOf('en-GB'))).toBe(
      'Of all calls 60% at once, 72% within 100 s; 6% take a callback',
    );
  });

  it('say whose share it is where calls were sent elsewhere or refused, and fit into their line', () => {
    // 125 came, 25 of them went on to another place.
    const some = sideOf({ waits: { ...now.waits!, within: 100 }, callsPerDay: 125 });
    const sentence = distributionSentence({ now: some, ghost: null }, numbersOf('en-GB'));
    expect(sentence).toBe('Of calls not sent away 60% at once, 72% within 100 s; 6% take a callback');
    expect(sentence.length).toBeLessThanOrEqual(80);
    expect(distributionTable({ now: some, ghost: null }, numbersOf('en-GB'))!.columns.at(-1)).toBe(
      'Share of calls not sent away',
    );
    const surface = painted(waitDistributionPlan({ now: some, ghost: null }, lookAt(WIDTH)));
    expect(surface.texts().some((text) => text.startsWith('share of calls not sent away'))).toBe(true);
  });

  it('have a row for each bin, and the shares add up to all', () => {
    const table = distributionTable({ now, ghost: null }, numbersOf('en-GB'))!;
    const shares = table.rows.map((row) => Number(row.at(-1)!.value));
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(table.rows).toHaveLength(5);
  });
});
