import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../reports/format.ts';
import { lineComparePlan } from './line-compare-plan.ts';
import { lookAt, painted, sideOf } from './surface.suite.ts';
import { MAP as map, pointAt, setting, sweepOf } from './sweep.suite.ts';
import { isOnGoodSide, sweepGrid, targetText } from './sweep-cells.ts';
import { heldBy, sweepCurvePlan } from './sweep-curve-plan.ts';
import { sweepMapPlan } from './sweep-map-plan.ts';

const parts = { sweep: map, kpi: 0, chosen: [0, 1], names: ['A', 'B'], measures: ['Service level'] };

describe('a map of two settings', () => {
  const plan = sweepMapPlan(parts, lookAt(400));
  const surface = painted(plan);
  const cells = surface
    .of('rect')
    .filter(({ paint, height }) => height === 34 - 2 && paint.stroke === undefined);

  it('has more of the second setting above', () => {
    expect(sweepGrid(map)!.at(0, 0)!.at).toEqual([0, 1]);
    const fives = surface.of('text').filter(({ text }) => text === '5' || text === '6');
    expect(fives.map(({ text }) => text)).toEqual(['6', '5']);
  });

  it('colours only what surely meets all targets', () => {
    expect(cells.map(({ paint }) => paint.fill)).toEqual(['q3', 'q1', 'q1', 'missed']);
    expect(cells.map(({ paint }) => paint.hatch !== undefined)).toEqual([false, true, true, false]);
  });

  it('has the contour along the edges between means on either side of the target', () => {
    const lines = surface.of('line').filter(({ paint }) => paint.width === 1.8);
    // Above 0.9 | 0.79 and below 0.81 | 0.7: one upright edge in each row; the key has its own line.
    const upright = lines.filter(({ x1, x2 }) => x1 === x2);
    expect(upright).toHaveLength(2);
    expect(upright[0]!.x1).toBeCloseTo(upright[1]!.x1, 9);
    expect(isOnGoodSide(map.targets[0]!, map.points[3]!)).toBe(false);
  });

  it('has a dashed frame about the scenario as it is, and one of ink about the chosen cell', () => {
    const frames = surface.of('rect').filter(({ paint }) => paint.fill === undefined);
    expect(frames.map(({ paint }) => paint.dash)).toEqual([undefined, [4, 3]]);
    expect(frames[0]!.paint.width).toBe(2.6);
  });

  it('finds the cell under a pointer', () => {
    const { left, top, width, height } = plan!.cursor!.boxAt(3);
    expect(plan!.cursor!.indexAt(left + width / 2, top + height / 2)).toBe(3);
    expect(plan!.cursor!.indexAt(1, top)).toBeNull();
  });

  it('names its targets as a planner writes them', () => {
    expect(targetText(map, map.targets[0]!, ['Service level'], numbersOf('en-GB'))).toBe(
      'Service level ≥\u00a080%',
    );
  });
});

describe('a curve over one setting', () => {
  const curve = sweepOf(
    [setting('a', ['1', '2', '4'])],
    [pointAt([0], 0.6, 'missed'), pointAt([1], 0.8, 'unsure', true), pointAt([2], 0.9, 'met')],
  );
  const exact = { kpi: 0, model: 'Erlang A', source: '', values: [0.61, 0.79, 0.95] };

  it('counts the intervals that hold the exact value', () => {
    expect(heldBy(curve.points, curve.points, exact)).toEqual({ held: 2, count: 3 });
    const drawn = painted(
      sweepCurvePlan({ sweep: curve, exact, kpi: 0, chosen: null, names: ['A'] }, lookAt(500)),
    );
    expect(drawn.texts()).toContain('2 of 3 intervals hold the exact value');
    expect(drawn.texts()).toContain('exact: Erlang A');
  });

  it('has numbers at their place on the axis', () => {
    const plan = sweepCurvePlan(
      { sweep: curve, exact: null, kpi: 0, chosen: null, names: ['A'] },
      lookAt(500),
    )!;
    const [first, second, third] = [0, 1, 2].map((index) => plan.cursor!.boxAt(index).left);
    expect((third! - second!) / (second! - first!)).toBeCloseTo(2, 6);
  });
});

describe('variants on one axis', () => {
  it('differ by hue, dash and symbol', () => {
    const variants = ['a', 'b', 'c', 'd'].map((name) => ({ name, side: sideOf() }));
    const paths = painted(lineComparePlan(variants, lookAt(800))).of('path');
    const lines = paths.filter(({ paint }) => paint.fill === undefined);
    expect(lines.map(({ paint }) => paint.stroke)).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(new Set(lines.map(({ paint }) => JSON.stringify(paint.dash))).size).toBe(4);
    // At the peak and beside the name.
    expect(paths.filter(({ paint }) => paint.fill === 'v3')).toHaveLength(2);
  });
});
