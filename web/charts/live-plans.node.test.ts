/** The smaller live charts: callbacks, depth, occupancy, flows. */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../reports/format.ts';
import { callbacksPlan } from './callbacks-plan.ts';
import { flowsPlan } from './flows-plan.ts';
import { occupancyPlan, stepOf } from './occupancy-plan.ts';
import { occupancySentence } from './occupancy-map.ts';
import { queueDepthPlan } from './queue-depth-plan.ts';
import { lookAt, painted, sideOf } from './surface.suite.ts';

const now = sideOf();

describe('callbacks', () => {
  const surface = painted(callbacksPlan({ now, ghost: now }, lookAt(700)));

  it('have a point for each offer at its share, with the bar of its interval', () => {
    const points = surface.of('circle').filter(({ paint }) => paint.fill === 'callback');
    const bars = surface.of('rect').filter(({ paint, width }) => paint.alpha === 0.35 && width === 6);
    expect(bars).toHaveLength(2);
    // From 0.3 to 0.5 and from 0.1 to 0.4: the second bar is half as long again as the first.
    expect(bars[1]!.height / bars[0]!.height).toBeCloseTo(1.5, 6);
    const [first] = points;
    expect(first!.y).toBeCloseTo(bars[0]!.y + bars[0]!.height / 2, 6);
  });

  it('show no share without an interval', () => {
    expect(surface.texts()).toContain('too few');
    // Two offers, and the mean delay.
    expect(surface.of('circle').filter(({ paint }) => paint.fill === 'callback')).toHaveLength(3);
  });

  it('have the baseline as hollow rings beside the points', () => {
    const rings = surface.of('circle').filter(({ paint }) => paint.stroke === 'ghost');
    expect(rings.every(({ paint }) => paint.fill === 'surface')).toBe(true);
    expect(rings).toHaveLength(2);
  });

  it('tell each step as a share of the one before', () => {
    // 20 of 100 heard an offer, 10 of 20 pressed 1, 9 of 10 joined.
    for (const share of ['20%', '50%', '90%']) expect(surface.texts()).toContain(share);
  });

  it('are nothing in a scenario without offers', () => {
    const none = { ...now.callbacks!, heardOffer: 0, optedIn: 0 };
    expect(callbacksPlan({ now: sideOf({ callbacks: none }), ghost: null }, lookAt(700))).toBeNull();
  });
});

describe('queue depth', () => {
  it('has its limit at its value, in words', () => {
    const limits = [{ label: 'Callback offered from 6 waiting', value: 6 }];
    const surface = painted(queueDepthPlan({ now, ghost: null, limits }, lookAt(500)));
    // The axis goes to 8 in steps of 2: a key of 16 and 10 of air above a plot of 168.
    const [line] = surface.of('line').filter(({ paint }) => paint.stroke === 'ink');
    expect(line!.y1).toBeCloseTo(26 + 168 * (1 - 6 / 8), 6);
    expect(surface.texts()).toContain('Callback offered from 6 waiting');
  });

  it('does not press the day flat for a limit that is never near', () => {
    const limits = [{ label: 'Queue full at 500', value: 500 }];
    const surface = painted(queueDepthPlan({ now, ghost: null, limits }, lookAt(500)));
    expect(surface.texts()).not.toContain('Queue full at 500');
  });
});

describe('occupancy', () => {
  const surface = painted(occupancyPlan({ now, row: 0, isFocused: false }, lookAt(700)));

  it('has seven steps, with 90 % in the last', () => {
    expect([0, 0.399, 0.4, 0.55, 0.65, 0.75, 0.82, 0.9, 1].map(stepOf)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 6]);
  });

  it('has a corner in cells above 90 %, and not at 90 %', () => {
    const corners = surface.of('path').filter(({ paint }) => paint.fill === 'alarm');
    // One cell at 95 %, and the key.
    expect(corners).toHaveLength(2);
  });

  it('has a dash for a cell nobody worked in', () => {
    expect(surface.of('line')).toHaveLength(1);
    expect(surface.texts()).not.toContain('NaN');
  });

  it('says who is busiest and when', () => {
    expect(occupancySentence(now, numbersOf('en-GB'))).toBe(
      'Busiest: First line at 08:30, 95%; 1 of 7 cells above 90%',
    );
  });
});

describe('flows', () => {
  it('have a move by overflow in blue, at least three pixels wide, with its count', () => {
    const flows = {
      queues: [
        { name: 'help', ends: { answered: 1000 } },
        { name: 'billing', ends: { answered: 501 } },
      ],
      moves: [{ from: 'help', to: 'billing', perDay: 1 }],
    };
    const surface = painted(flowsPlan(sideOf({ flows }), lookAt(600)));
    const [move] = surface.of('path').filter(({ paint }) => paint.stroke === 'now');
    expect(move!.paint.width).toBe(3);
    expect(surface.texts()).toContain('1 moved');
  });

  it('are nothing when nobody called', () => {
    expect(flowsPlan(sideOf({ flows: { queues: [], moves: [] } }), lookAt(500))).toBeNull();
  });
});
