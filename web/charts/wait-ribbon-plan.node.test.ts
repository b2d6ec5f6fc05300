import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../reports/format.ts';
import { figuresOf, lookAt, painted, sideOf } from './surface.suite.ts';
import { ribbonReadOut, ribbonSentence, ribbonTable } from './wait-ribbon-words.ts';
import { waitRibbonPlan } from './wait-ribbon-plan.ts';

const numbers = numbersOf('en-GB');
const now = sideOf();
const ghost = sideOf({ series: { ...now.series, p80: Float64Array.of(100, 180, 150, 60) } });

/** The longest wait is 300 s: the axis has steps of a minute up to 5, and the plot is 184 px high below 12. */
const BOTTOM = 12 + 184;
const heightOf = (seconds: number): number => BOTTOM - (184 * seconds) / 300;

describe('the wait ribbon', () => {
  const plan = waitRibbonPlan({ now, ghost }, lookAt(900));
  const surface = painted(plan);
  const middles = [0, 1, 2, 3].map((index) => plan.cursor!.boxAt(index).left);

  it('has whiskers that end at the interval of the strong line', () => {
    const whiskers = surface.of('path').filter(({ paint }) => paint.stroke === 'nowInk');
    expect(whiskers).toHaveLength(4);
    for (const [at, { d }] of whiskers.entries()) {
      const [, high, , x, , low] = figuresOf(d);
      expect(x).toBeCloseTo(middles[at]!, 6);
      expect(high).toBeCloseTo(heightOf(now.series.p80High[at]!), 6);
      expect(low).toBeCloseTo(heightOf(now.series.p80Low[at]!), 6);
    }
  });

  it('has the strong line through the middles of its intervals', () => {
    const [strong] = surface.of('path').filter(({ paint }) => paint.stroke === 'now' && paint.width === 2.2);
    const figures = figuresOf(strong!.d);
    // The curve ends level at the right edge: its last height is that of the last interval.
    expect(figures.at(-1)).toBeCloseTo(heightOf(30), 0);
    expect(figures[1]).toBeCloseTo(heightOf(60), 0);
  });

  it('says why the beginning is empty where it is not counted, if there is room', () => {
    const noteIn = (warmUp: number, width: number): boolean =>
      painted(waitRibbonPlan({ now: sideOf({ warmUp }), ghost: null }, lookAt(width)))
        .texts()
        .includes('warm-up, not counted');
    const { intervalSeconds } = now;
    expect([noteIn(0, 900), noteIn(2 * intervalSeconds, 900), noteIn(intervalSeconds / 10, 900)]).toEqual([
      ...[false, true, false],
    ]);
  });

  it('has the target at its seconds, named', () => {
    const [line] = surface.of('line').filter(({ paint }) => paint.stroke === 'ink');
    expect(line!.y1).toBeCloseTo(heightOf(60), 6);
    expect(surface.texts()).toContain('Target: answered within 60 s');
  });

  it('has the baseline dashed, and paints it before the strong line', () => {
    const paths = surface.of('path');
    const dashed = paths.findIndex(({ paint }) => paint.stroke === 'ghost' && paint.width === 1.5);
    const strong = paths.findIndex(({ paint }) => paint.width === 2.2);
    expect(paths[dashed]!.paint.dash).toEqual([4, 3]);
    expect(dashed).toBeLessThan(strong);
    expect(painted(waitRibbonPlan({ now, ghost: null }, lookAt(900))).texts()).not.toContain(
      'Baseline, 8 in 10',
    );
  });

  it('has bars of calls in proportion', () => {
    const bars = surface.of('rect').filter(({ paint }) => paint.fill === 'lineStrong');
    const [first, second] = bars;
    expect(second!.height / first!.height).toBeCloseTo(2, 6);
  });

  it('leaves a gap where nobody called', () => {
    const p80 = Float64Array.of(60, NaN, 90, 30);
    const side = sideOf({ series: { ...now.series, p80 } });
    const strong = painted(waitRibbonPlan({ now: side, ghost: null }, lookAt(900)))
      .of('path')
      .filter(({ paint }) => paint.width === 2.2);
    expect(strong).toHaveLength(2);
  });

  it('leads a pointer to the interval it is over, and to none beside the plot', () => {
    expect(plan.cursor!.indexAt(middles[2]!, 100)).toBe(2);
    expect(plan.cursor!.indexAt(2, 100)).toBeNull();
  });

  it('names on a phone in a key what it names at the edge of a wide plot', () => {
    const narrow = painted(waitRibbonPlan({ now, ghost }, lookAt(360))).texts();
    for (const name of ['8 in 10 wait less', 'Half wait less', '95 in 100', 'Agents planned'])
      expect(narrow).toContain(name);
  });
});

describe('the hours of a night', () => {
  it('go on at midnight, and end a day at its end', () => {
    const labels = (starts: string[]): string[] => {
      const side = sideOf({ series: { ...now.series, starts } });
      return painted(waitRibbonPlan({ now: side, ghost: null }, lookAt(900))).texts();
    };
    expect(labels(['23:00', '23:30', '00:00+1', '00:30+1'])).toContain('00:00');
    expect(labels(['22:00', '22:30', '23:00', '23:30'])).toContain('24:00');
  });
});

describe('the words of the wait ribbon', () => {
  it('tell the interval with the longest wait, and what it was', () => {
    expect(ribbonSentence({ now, ghost }, numbers)).toBe(
      'At 08:30, 8 callers in 10 wait less than 2 min 00 s. Baseline: 3 min 00 s.',
    );
    expect(ribbonSentence({ now, ghost: null }, numbers)).toBe(
      'At 08:30, 8 callers in 10 wait less than 2 min 00 s.',
    );
  });

  it('stay within 80 characters', () => {
    const long = sideOf({ series: { ...now.series, p80: Float64Array.of(59_999, 1, 1, 1) } });
    expect(ribbonSentence({ now: long, ghost: long }, numbers).length).toBeLessThanOrEqual(80);
  });

  it('read out an interval with the interval of its estimate', () => {
    const { heading, rows } = ribbonReadOut({ now, ghost }, numbers, 1);
    expect(heading).toBe('08:30–09:00');
    expect(rows.find(({ isMain }) => isMain === true)).toMatchObject({
      value: '2 min 00 s',
      detail: '1 min 40 s to 2 min 30 s',
    });
  });

  it('have all intervals in the table, with full figures for a file', () => {
    const { columns, rows } = ribbonTable({ now, ghost }, numbers);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[1]![columns.indexOf('P80')]).toEqual({ value: 120, text: '2 min 00 s' });
  });
});
