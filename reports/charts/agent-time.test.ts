import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupTime } from '../schema.ts';
import { agentTime } from './agent-time.ts';
import { elements, estimate, everyChart, name, numberIn, PLAIN, textsOf } from './chart.suite.ts';

const known = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01, n: 20 });

function group(called: string | null, shares: Partial<GroupTime['shares']> = {}): GroupTime {
  return {
    group: called,
    signedIn: 100_000,
    occupancy: known(0.55),
    utilisation: known(0.5),
    shares: {
      available: 0.4,
      ringing: 0.02,
      dialling: 0.01,
      talking: 0.4,
      wrappingUp: 0.05,
      inactive: 0.02,
      unavailable: 0.1,
      ...shares,
    },
  };
}

const part = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

everyChart("agents' time", {
  draw: agentTime,
  example: [group(null), group('seniors')],
  parts: fc.array(
    fc.record({
      group: fc.option(name),
      signedIn: fc.constant(1),
      occupancy: estimate,
      utilisation: estimate,
      shares: fc.record({
        available: part,
        ringing: part,
        dialling: part,
        talking: part,
        wrappingUp: part,
        inactive: part,
        unavailable: part,
      }),
    }),
    { maxLength: 45 },
  ),
});

describe("agents' time", () => {
  const segments = (svg: string) =>
    elements(svg)
      .filter(({ tagName, parentNode }) => tagName === 'RECT' && parentNode?.tagName === 'G')
      .map((each) => ({ x: numberIn(each, 'x'), width: numberIn(each, 'width') }));

  it('fills the bar of a group with its seven activities, in proportion and without a gap', () => {
    const drawn = segments(agentTime([group('seniors')], PLAIN)!);
    expect(drawn).toHaveLength(7);
    const first = drawn[0]!;
    const last = drawn.at(-1)!;
    const whole = last.x + last.width - first.x;
    expect(first.width / whole).toBeCloseTo(0.4, 2);
    for (const [at, { x }] of drawn.slice(1).entries())
      expect(x - (drawn[at]!.x + drawn[at]!.width)).toBeLessThanOrEqual(2.1);
  });

  it('draws RONA and away in hatches that lean apart, so that they differ in grey print', () => {
    const turns = elements(agentTime([group('seniors')], PLAIN)!)
      .filter(({ tagName }) => tagName.toUpperCase() === 'PATTERN')
      .map((each) => each.getAttribute('patternTransform'));
    expect(turns).toEqual(['rotate(45)', 'rotate(-45)']);
  });

  it('leaves out an activity that took no time', () => {
    expect(segments(agentTime([group('seniors', { dialling: 0, ringing: null })], PLAIN)!)).toHaveLength(5);
  });

  it('writes the occupancy, and a dash where there is none', () => {
    const none = { ...group('idle'), occupancy: { mean: null, low: null, high: null, n: 0 } };
    expect(textsOf(agentTime([group('seniors'), none], PLAIN)!)).toEqual(
      expect.arrayContaining(['55%', '–']),
    );
  });

  it('stops at 24 groups and says how many more there are', () => {
    const many = Array.from({ length: 40 }, (_, at) => group(`g${at}`));
    const texts = textsOf(agentTime(many, PLAIN)!);
    expect(texts.filter((each) => /^g\d+$/.test(each))).toHaveLength(24);
    expect(texts).toContain('and 16 more: see the table');
  });

  it('is nothing where nobody was signed in', () => {
    const none = group('none', {
      available: null,
      ringing: null,
      dialling: null,
      talking: null,
      wrappingUp: null,
      inactive: null,
      unavailable: null,
    });
    expect(agentTime([none], PLAIN)).toBeNull();
  });
});
